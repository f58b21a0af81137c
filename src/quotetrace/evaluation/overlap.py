"""When a predicted span is as good as the one that people annotated, and pairs of spans that are judged so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.evaluation.scores import Hits

if TYPE_CHECKING:
    from collections.abc import Sequence

# Tells whether a predicted span, given first, is as good as a gold span; both are (start, end).
Overlap = Callable[[tuple[int, int], tuple[int, int]], bool]


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


@dataclass(frozen=True, slots=True)
class PairScore:
    """A score where several predictions may hit one gold pair, and one prediction several."""

    right: int
    predicted: int
    found: set[SpanPair]
    gold: int

    @property
    def hits(self) -> Hits:
        """The counts alone."""
        return Hits(self.right, self.predicted, len(self.found), self.gold)

    @property
    def precision(self) -> float:
        """The share of the predictions that hits a gold pair, 0–1; 1 where nothing was predicted."""
        return self.hits.precision

    @property
    def recall(self) -> float:
        """The share of gold pairs that were hit, 0–1; 1 where gold is empty."""
        return self.hits.recall

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0–1; 0 where both are 0."""
        return self.hits.f1


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


def half_of_gold(predicted: tuple[int, int], gold: tuple[int, int]) -> bool:
    """Tell whether a predicted span covers at least half of the gold span."""
    return 2 * shared(predicted, gold) >= gold[1] - gold[0]


def half_of_shorter(predicted: tuple[int, int], gold: tuple[int, int]) -> bool:
    """Tell whether two spans share at least half of the shorter one.

    Gold marks whole sentences; a passage leaves out a reporting clause that can be longer than the words.
    """
    shorter = min(gold[1] - gold[0], predicted[1] - predicted[0])
    return 2 * shared(predicted, gold) >= shorter


# The two ways in which pairs are counted, the strict one first.
OVERLAPS: dict[str, Overlap] = {"half of the sentence": half_of_gold, "half of the shorter": half_of_shorter}


def shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Return how many characters two spans have in common; 0 or less where they have none."""
    return min(a[1], b[1]) - max(a[0], b[0])
