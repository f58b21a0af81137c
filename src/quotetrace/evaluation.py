"""Scores against what people annotated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

# Tells whether a predicted span, given first, is as good as a gold span; both are (start, end).
Overlap = Callable[[tuple[int, int], tuple[int, int]], bool]


@dataclass(frozen=True, slots=True)
class Score:
    """How many predictions are *right*, how many were *predicted*, and how many *gold* has."""

    right: int
    predicted: int
    gold: int

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of the predictions that is right, 0–1; 1 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of gold that was found, 0–1; 1 where gold is empty."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0–1; 1 where both sides are empty."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 1.0


def boundaries(predicted: Iterable[Hashable], gold: Iterable[Hashable]) -> Score:
    """Score *predicted* boundaries (offsets, spans, or those with a document's name) against *gold*.

    Each counts once, and is right only if gold has exactly the same.
    """
    found, wanted = set(predicted), set(gold)
    return Score(len(found & wanted), len(found), len(wanted))


@dataclass(frozen=True, slots=True)
class SpanPair:
    """A span in one article and a span in another, in the order of the articles' ids."""

    article_a: str
    start_a: int
    end_a: int
    article_b: str
    start_b: int
    end_b: int

    @classmethod
    def of(cls, a: tuple[str, int, int], b: tuple[str, int, int]) -> SpanPair:
        """Build a pair of two (article, start, end), in either order."""
        first, second = sorted((a, b))
        return cls(*first, *second)


def aligned_pairs(predicted: Sequence[SpanPair], gold: Sequence[SpanPair], covered: Overlap) -> PairScore:
    """Score *predicted* pairs against *gold*; a pair is right if both its spans are *covered*."""
    by_articles: dict[tuple[str, str], list[SpanPair]] = defaultdict(list)
    for pair in gold:
        by_articles[pair.article_a, pair.article_b].append(pair)
    found: set[SpanPair] = set()
    right = 0
    for pair in predicted:
        hits = [
            wanted
            for wanted in by_articles[pair.article_a, pair.article_b]
            if covered((pair.start_a, pair.end_a), (wanted.start_a, wanted.end_a))
            and covered((pair.start_b, pair.end_b), (wanted.start_b, wanted.end_b))
        ]
        right += bool(hits)
        found.update(hits)
    return PairScore(right, len(predicted), found, len(gold))


@dataclass(frozen=True, slots=True)
class PairScore:
    """A score where several predictions may hit one gold pair, and one prediction several."""

    right: int
    predicted: int
    found: set[SpanPair]
    gold: int

    @property
    def precision(self) -> float:
        """The share of the predictions that hits a gold pair, 0–1; 1 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of gold pairs that were hit, 0–1; 1 where gold is empty."""
        return len(self.found) / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0–1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def half_of_gold(predicted: tuple[int, int], gold: tuple[int, int]) -> bool:
    """Tell whether a predicted span covers at least half of the gold span."""
    return 2 * _shared(predicted, gold) >= gold[1] - gold[0]


def half_of_shorter(predicted: tuple[int, int], gold: tuple[int, int]) -> bool:
    """Tell whether two spans share at least half of the shorter one.

    Gold marks whole sentences; a passage leaves out a reporting clause that can be longer than the words.
    """
    shorter = min(gold[1] - gold[0], predicted[1] - predicted[0])
    return 2 * _shared(predicted, gold) >= shorter


def _shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """How well groups agree with gold groups, 0–1 each."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0–1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(predicted: Iterable[Iterable[Hashable]], gold: Iterable[Iterable[Hashable]]) -> ClusterScore:
    """Score *predicted* groups against *gold* groups (B-cubed: Bagga and Baldwin 1998).

    For each item of gold: what share of its predicted group stands in its gold group, and the other way round; the
    means of both. An item that is in no predicted group is a group by itself, one that gold does not know counts not.
    """
    wanted = _group_of(gold)
    found = _group_of((item for item in group if item in wanted) for group in predicted)
    if not wanted:
        return ClusterScore(1.0, 1.0)
    precision = recall = 0.0
    for item, right in wanted.items():
        group = found.get(item, frozenset({item}))
        shared = len(group & right)
        precision += shared / len(group)
        recall += shared / len(right)
    return ClusterScore(precision / len(wanted), recall / len(wanted))


def _group_of(groups: Iterable[Iterable[Hashable]]) -> dict[Hashable, frozenset[Hashable]]:
    """Return each item's group; an item of two groups is taken to be in the last."""
    return {item: group for group in map(frozenset, groups) for item in group}
