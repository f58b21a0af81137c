"""Which of the words that stand for each other keep their order, and which have moved together."""

from __future__ import annotations

from dataclasses import dataclass
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
    """Words `a[a_start:a_end]` that stand for `b[b_start:b_end]`."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def blocks(links: Iterable[tuple[int, int]]) -> list[Block]:
    """Return *links* (pairs of indices in order) with those of one word to several put together."""
    found: list[Block] = []
    for i, j in links:
        last = found[-1] if found else None
        if last and i == last.a_start and j == last.b_end:
            found[-1] = last._replace(b_end=j + 1)
        elif last and j == last.b_start and i == last.a_end:
            found[-1] = last._replace(a_end=i + 1)
        else:
            found.append(Block(i, i + 1, j, j + 1))
    return found


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


def moved(of: Iterable[Block], is_light: Callable[[Block], bool]) -> list[Block]:
    """Return the stretches of *of* (pairs of single words that keep no order) that are long enough for a clause."""
    found: list[Block] = []
    content: list[int] = []
    for block in of:
        last = found[-1] if found else None
        if last and block.a_start == last.a_end and block.b_start == last.b_end:
            found[-1] = last._replace(a_end=block.a_end, b_end=block.b_end)
            content[-1] += not is_light(block)
        else:
            found.append(block)
            content.append(not is_light(block))
    return [
        stretch
        for stretch, words in zip(found, content, strict=True)
        if stretch.a_end - stretch.a_start >= SHORTEST_MOVE and words >= CONTENT_OF_MOVE
    ]


@dataclass(slots=True)
class Run:
    """Words that are the same in both texts, or changed."""

    equal: bool
    words: Block

    @property
    def size(self) -> int:
        """How many words the longer of both sides has."""
        a_start, a_end, b_start, b_end = self.words
        return max(a_end - a_start, b_end - b_start)


def worth_showing(same: Sequence[Block], size_b: int, light: Sequence[bool]) -> list[Run]:
    """Return runs that are the same and changed by turns, without shared scraps between larger changes.

    *same* are blocks in order, *size_b* is the number of words of *b*, *light* says of each word of *a* whether it
    says little.
    """
    runs = _runs(same, len(light), size_b)
    _drop_scraps(runs, light)
    return runs


def _runs(same: Sequence[Block], size_a: int, size_b: int) -> list[Run]:
    runs: list[Run] = []
    i = j = 0
    for block in [*same, Block(size_a, size_a, size_b, size_b)]:
        if (i, j) != (block.a_start, block.b_start):
            runs.append(Run(equal=False, words=Block(i, block.a_start, j, block.b_start)))
        if block.a_start < block.a_end and runs and runs[-1].equal:
            runs[-1].words = _joined(runs[-1].words, block)
        elif block.a_start < block.a_end:
            runs.append(Run(equal=True, words=block))
        i, j = block.a_end, block.b_end
    return runs


def _joined(first: Block, last: Block) -> Block:
    return Block(first.a_start, last.a_end, first.b_start, last.b_end)


def _drop_scraps(runs: list[Run], light: Sequence[bool]) -> None:
    """Give up shared stretches that are too short for the changes around them, until none is left."""
    index = 1
    while index < len(runs) - 1:
        run = runs[index]
        only_light = all(light[run.words.a_start : run.words.a_end])
        factor = _SCRAP_OF_FUNCTION_WORDS if only_light else _SCRAP_OF_CONTENT_WORDS
        around = min(runs[index - 1].size, runs[index + 1].size)
        if run.equal and run.size * factor <= around:
            runs[index - 1].words = _joined(runs[index - 1].words, runs[index + 1].words)
            del runs[index : index + 2]
            index = max(index - 2, 1)  # the change before has grown: look at the scrap before it again
        else:
            index += 1
