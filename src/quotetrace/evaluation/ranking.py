"""Judge pairs that come with a similarity: at a threshold, at the best one, at one chosen on other articles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from quotetrace.evaluation.overlap import PairScore, SpanPair, aligned_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.evaluation.overlap import Overlap

ArticlePair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicted pair: its similarity, its two articles, and the gold pairs that it hits."""

    similarity: float
    articles: ArticlePair
    hits: frozenset[SpanPair]


class Ranking:
    """Predicted pairs, the most similar first, against gold pairs."""

    def __init__(self, predicted: Iterable[tuple[float, SpanPair]], gold: Sequence[SpanPair], overlap: Overlap) -> None:
        by_articles = defaultdict(list)
        for pair in gold:
            by_articles[pair.article_a, pair.article_b].append(pair)
        self.gold = {articles: len(pairs) for articles, pairs in by_articles.items()}
        judged = [_judged(similarity, pair, by_articles, overlap) for similarity, pair in predicted]
        self.judged = sorted(judged, key=lambda one: -one.similarity)

    def at(self, threshold: float, *, only: ArticlePair | None = None, without: ArticlePair | None = None) -> PairScore:
        """Return the score of the pairs from *threshold* on; of two articles only, or without those of two."""
        chosen = [one for one in self.judged if one.similarity >= threshold and _counts(one.articles, only, without)]
        return PairScore(
            right=sum(bool(one.hits) for one in chosen),
            predicted=len(chosen),
            found=set().union(*(one.hits for one in chosen)),
            gold=sum(count for articles, count in self.gold.items() if _counts(articles, only, without)),
        )

    def best_threshold(self, without: ArticlePair | None = None) -> float:
        """Return the threshold of the best F1; among equals the highest."""
        gold = sum(count for articles, count in self.gold.items() if articles != without)
        found: set[SpanPair] = set()
        right = predicted = 0
        best, best_f1 = 1.0, 0.0
        for similarity, tied in groupby(self.judged, key=lambda one: one.similarity):
            for one in tied:
                if one.articles != without:
                    right, predicted = right + bool(one.hits), predicted + 1
                    found |= one.hits
            f1 = PairScore(right, predicted, found, gold).f1
            if f1 > best_f1:
                best, best_f1 = similarity, f1
        return best

    def left_out(self) -> PairScore:
        """Return the score where each two articles get the threshold that was best on all the others."""
        total = PairScore(0, 0, set(), 0)
        for articles in sorted({one.articles for one in self.judged} | set(self.gold)):
            part = self.at(self.best_threshold(without=articles), only=articles)
            total = PairScore(
                total.right + part.right,
                total.predicted + part.predicted,
                total.found | part.found,
                total.gold + part.gold,
            )
        return total

    def average_precision(self) -> float:
        """Return the mean of the precision over the gold pairs in the order in which they are found, 0–1.

        A gold pair that is never found adds 0; pairs of one similarity are one step, so that their order does not
        matter (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, section 8.4). It is 1
        where there is no gold.
        """
        found: set[SpanPair] = set()
        right = predicted = 0
        area = 0.0
        for _, tied in groupby(self.judged, key=lambda one: one.similarity):
            before = len(found)
            for one in tied:
                right, predicted = right + bool(one.hits), predicted + 1
                found |= one.hits
            area += (len(found) - before) * right / predicted
        wanted = sum(self.gold.values())
        return area / wanted if wanted else 1.0


def _judged(similarity: float, pair: SpanPair, gold: dict[ArticlePair, list[SpanPair]], overlap: Overlap) -> Judged:
    articles = pair.article_a, pair.article_b
    found = aligned_pairs([pair], gold.get(articles, []), overlap).found
    return Judged(similarity, articles, frozenset(found))


def _counts(articles: ArticlePair, only: ArticlePair | None, without: ArticlePair | None) -> bool:
    return articles != without if only is None else articles == only
