from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from quotetrace.word_order import Block, blocks, in_order, is_clause, worth_showing

PERMUTATIONS = st.integers(0, 8).flatmap(lambda size: st.permutations(range(size)))


def follow(chain: tuple[Block, ...]) -> bool:
    return all(one.a_end <= other.a_start and one.b_end <= other.b_start for one, other in pairwise(chain))


@given(PERMUTATIONS, st.lists(st.integers(1, 5), min_size=8, max_size=8))
def test_the_words_that_keep_their_order_are_the_heaviest(order: list[int], weights: list[int]) -> None:
    """All chains there are, tried one by one, are the measure."""
    words = [Block(i, i + 1, j, j + 1) for i, j in enumerate(order)]
    chains = (chain for size in range(len(words) + 1) for chain in combinations(words, size))

    found = in_order(words, lambda block: weights[block.a_start])

    assert follow(tuple(found))
    heaviest = max(sum(weights[block.a_start] for block in chain) for chain in chains if follow(chain))
    assert sum(weights[block.a_start] for block in found) == heaviest


def test_links_are_put_together_where_they_are_one() -> None:
    a, b = "the council met officials".split(), "the council met town councillors yesterday".split()

    assert blocks([(0, 0), (1, 1), (2, 2), (3, 3), (3, 4)], a, b) == [
        Block(0, 3, 0, 3, same=True),
        Block(3, 4, 3, 5),
    ]
    assert blocks([(3, 3), (3, 4)], b, ["", "", "", "town", "hall"]) == [Block(3, 4, 3, 5)]
    assert blocks([(3, 3), (4, 3)], b, a) == [Block(3, 5, 3, 4)]


def test_a_clause_has_words_of_content() -> None:
    light = [True, False, True, False, False]

    assert is_clause(Block(1, 4, 6, 9, same=True), light)
    assert not is_clause(Block(0, 3, 6, 9, same=True), light)  # one word of content
    assert not is_clause(Block(3, 5, 6, 8, same=True), light)  # two words
    assert not is_clause(Block(1, 4, 6, 9), light)


def test_scraps_are_let_go_until_none_is_left() -> None:
    """The second scrap is one only when the changes around the first have become one."""
    same = [Block(2, 3, 2, 3, same=True), Block(5, 6, 5, 6, same=True), Block(10, 11, 10, 11, same=True)]

    assert worth_showing(same, 11, [True] * 11) == [Block(0, 10, 0, 10), Block(10, 11, 10, 11, same=True)]
