"""Alignments against pairs of sentences that people judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.gold import Label
from quotetrace.evaluation.overlap import OVERLAPS, SpanPair, aligned_pairs
from quotetrace.evaluation.ranking import Ranking
from quotetrace.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quotetrace.evaluation.gold import GoldPair
    from quotetrace.evaluation.overlap import Overlap
    from quotetrace.model import Alignment, Passage

_RIGHT = (Label.SAME, Label.PARTIAL)


def spans_of(a: Passage, b: Passage) -> SpanPair:
    """Return where two passages stand."""
    return SpanPair.of((a.article, a.start, a.end), (b.article, b.start, b.end))


def labelled(gold: Iterable[GoldPair], *labels: Label) -> list[SpanPair]:
    """Return the gold pairs that have one of *labels*."""
    return [pair.spans for pair in gold if pair.label in labels]


def measure_alignments(
    found: Sequence[Alignment], compared: Iterable[tuple[float, SpanPair]], gold: Sequence[GoldPair]
) -> list[Sheet]:
    """Compare the alignments *found* with *gold*, and rank all pairs *compared* by similarity; one sheet an overlap.

    Only articles that gold names count, and what is restated from another occasion is no answer. Right are pairs
    that are `same` or `partial`; every pair that is not listed is wrong.
    """
    articles = {name for pair in gold for name in (pair.spans.article_a, pair.spans.article_b)}
    answers = [
        alignment
        for alignment in found
        if alignment.relation is not Relation.RESTATED and {alignment.a.article, alignment.b.article} <= articles
    ]
    ranked = [(similarity, pair) for similarity, pair in compared if {pair.article_a, pair.article_b} <= articles]
    return [
        Sheet(f"alignments, {name}", _about(name), tuple(_figures(answers, ranked, gold, overlap)))
        for name, overlap in OVERLAPS.items()
    ]


def _about(overlap: str) -> str:
    return (
        f"A pair of passages hits a gold pair if both overlap with the sentences by {overlap}. Right are those that "
        "hit a pair labelled same or partial."
    )


def _figures(
    answers: Sequence[Alignment], ranked: list[tuple[float, SpanPair]], gold: Sequence[GoldPair], overlap: Overlap
) -> Iterator[Figure]:
    right = labelled(gold, *_RIGHT)
    given = [spans_of(answer.a, answer.b) for answer in answers]
    score = aligned_pairs(given, right, overlap)
    yield Figure.of("same or partial", score.hits)
    yield Figure("average precision", value=Ranking(ranked, right, overlap).average_precision())
    for label in _RIGHT:
        wanted = labelled(gold, label)
        yield Figure.recall_of(f"{label} pairs found", sum(pair in score.found for pair in wanted), len(wanted))
    for relation in (Relation.VERBATIM, Relation.REWRITE, Relation.PARTIAL):
        called = [answer for answer in answers if answer.relation is relation]
        yield _precision(f"called {relation}", called, right, overlap)
    whole = [answer for answer in answers if answer.relation is not Relation.PARTIAL]
    yield _precision("verbatim or rewrite: same", whole, labelled(gold, Label.SAME), overlap)
    wrong = score.predicted - score.right
    tempted = aligned_pairs(given, labelled(gold, *Label), overlap).right - score.right
    yield Figure.share("wrong, hit a related pair", tempted, wrong)


def _precision(name: str, answers: Sequence[Alignment], wanted: list[SpanPair], overlap: Overlap) -> Figure:
    score = aligned_pairs([spans_of(answer.a, answer.b) for answer in answers], wanted, overlap)
    return Figure.precision_of(name, score.right, score.predicted)
