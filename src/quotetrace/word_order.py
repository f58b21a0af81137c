"""Which of the words that stand for each other keep their order, and which have moved together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# A shared stretch is a scrap where the changes on both sides of it are this many times as long.
_SCRAP_OF_FUNCTION_WORDS = 2
_SCRAP_OF_CONTENT_WORDS = 4
# Words that stand elsewhere together are a clause that has moved if they are so many, so many of them words of content.
SHORTEST_MOVE = 3
CONTENT_OF_MOVE = 2


class Block(NamedTuple):
    """Words `a[a_start:a_end]` that stand for `b[b_start:b_end]`; *same* if they are the same words."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    same: bool = False

    @property
    def size(self) -> int:
        """How many words the longer side has."""
        return max(self.a_end - self.a_start, self.b_end - self.b_start)


def blocks(links: Iterable[tuple[int, int]], a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return *links* (pairs of indices in order) as stretches of the same words, and words that stand for others."""
    found: list[list[int]] = []
    last = [-1, -1, -1, -1, False]
    for i, j in links:
        same = a[i] == b[j]
        if last[4] and same and i == last[1] and j == last[3]:
            last[1], last[3] = i + 1, j + 1
        elif i == last[0] and j == last[3]:
            last[3:] = j + 1, False
        elif j == last[2] and i == last[1]:
            last[1], last[4] = i + 1, False
        else:
            last = [i, i + 1, j, j + 1, same]
            found.append(last)
    return [Block(a_start, a_end, b_start, b_end, bool(same)) for a_start, a_end, b_start, b_end, same in found]


def in_order(of: Sequence[Block], weigh: Callable[[Block], int]) -> list[Block]:
    """Return the heaviest of the *of* blocks, by *weigh*, that follow each other in both texts."""
    if all(one.a_end <= other.a_start and one.b_end <= other.b_start for one, other in pairwise(of)):
        return list(of)
    size = max(block.b_end for block in of)
    heaviest: list[tuple[int, int]] = [(0, -1)] * (size + 1)  # a Fenwick tree over b: weight so far, last block
    before: list[int] = []
    waiting: list[tuple[int, tuple[int, int]]] = []
    best = (0, -1)
    for at, block in enumerate(of):
        while waiting and of[waiting[0][1][1]].a_end <= block.a_start:
            _raise(heaviest, *waiting.pop(0))
        weight, last = _best(heaviest, block.b_start)
        before.append(last)
        chain = weight + weigh(block), at
        best = max(best, chain, key=lambda found: found[0])
        waiting.append((block.b_end, chain))
    return _walked(of, before, best[1])


def _best(tree: Sequence[tuple[int, int]], end: int) -> tuple[int, int]:
    """Return the heaviest chain of blocks that end at or before *end*."""
    best = (0, -1)
    while end > 0:
        best = max(best, tree[end], key=lambda found: found[0])
        end &= end - 1
    return best


def _raise(tree: list[tuple[int, int]], end: int, chain: tuple[int, int]) -> None:
    while end < len(tree):
        tree[end] = max(tree[end], chain, key=lambda found: found[0])
        end += end & -end


def _walked(of: Sequence[Block], before: Sequence[int], last: int) -> list[Block]:
    chain: list[Block] = []
    while last >= 0:
        chain.append(of[last])
        last = before[last]
    return chain[::-1]


def is_clause(block: Block, light: Sequence[bool]) -> bool:
    """Tell whether words are enough to have moved together; *light* says of each word of *a* whether it says little."""
    words = light[block.a_start : block.a_end]
    return block.same and len(words) >= SHORTEST_MOVE and words.count(False) >= CONTENT_OF_MOVE


def worth_showing(same: Iterable[Block], size_b: int, light: Sequence[bool]) -> list[Block]:
    """Return by turns the stretches that are the same and those that changed, without scraps between larger changes.

    *same* are blocks in order, *size_b* is the number of words of *b*, *light* says of each word of *a* whether it
    says little. The stretches cover both texts.
    """
    stretches = _by_turns(same, len(light), size_b)
    index = 1
    while index < len(stretches) - 1:
        before, here, after = stretches[index - 1 : index + 2]
        if here.same and _is_scrap(here, min(before.size, after.size), light):
            stretches[index - 1 : index + 2] = [_joined(before, after)]
            index = max(index - 2, 1)  # the change before has grown: look at the scrap before it again
        else:
            index += 1
    return stretches


def _is_scrap(shared: Block, around: int, light: Sequence[bool]) -> bool:
    only_light = all(light[shared.a_start : shared.a_end])
    return shared.size * (_SCRAP_OF_FUNCTION_WORDS if only_light else _SCRAP_OF_CONTENT_WORDS) <= around


def _by_turns(same: Iterable[Block], size_a: int, size_b: int) -> list[Block]:
    found: list[Block] = []
    i = j = 0
    for block in [*same, Block(size_a, size_a, size_b, size_b, same=True)]:
        if (i, j) != (block.a_start, block.b_start):
            found.append(Block(i, block.a_start, j, block.b_start))
        if block.size and found and found[-1].same:
            found[-1] = _joined(found[-1], block)
        elif block.size:
            found.append(block)
        i, j = block.a_end, block.b_end
    return found


def _joined(first: Block, last: Block) -> Block:
    return first._replace(a_end=last.a_end, b_end=last.b_end)
