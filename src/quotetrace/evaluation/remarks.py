"""Remarks against the sentences that people say to be one remark."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quotetrace.evaluation.clusters import b_cubed, components
from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.gold import GoldSpan, Label
from quotetrace.evaluation.overlap import half_of_shorter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.evaluation.gold import Gold
    from quotetrace.evaluation.overlap import SpanPair
    from quotetrace.model import Remark


def measure_remarks(remarks: Sequence[Remark], gold: Gold) -> Sheet:
    """Compare *remarks* with those of *gold*, seen from each sentence that gold puts into one.

    A sentence is in the remarks whose passages share half of the shorter of passage and sentence with it.
    """
    wanted = _given(gold) if gold.remarks else joined(gold)
    items = {span for group in wanted for span in group}
    about = f"B-cubed over {len(items)} sentences in {len(wanted)} remarks" + (
        "." if gold.remarks else ", which are what same pairs join; a sentence of a related pair may stand alone."
    )
    return Sheet("remarks", about, (Figure.of("B-cubed", b_cubed(_found(items, remarks), wanted)),))


def _given(gold: Gold) -> list[set[GoldSpan]]:
    """Return the stretches of each remark that was named."""
    groups: dict[str, set[GoldSpan]] = defaultdict(set)
    for span, names in gold.remarks.items():
        for name in names:
            groups[name].add(span)
    return list(groups.values())


def joined(gold: Gold) -> list[set[GoldSpan]]:
    """Return the remarks that `same` pairs join, and each other sentence of a `related` pair by itself.

    A sentence that is only in `partial` pairs is left out: it does not say whether it is the same remark.
    """
    told = [pair for pair in gold.pairs if pair.label is not Label.PARTIAL]
    same = [ends(pair.spans) for pair in told if pair.label is Label.SAME]
    return components((span for pair in told for span in ends(pair.spans)), same)


def ends(pair: SpanPair) -> tuple[GoldSpan, GoldSpan]:
    """Return the two stretches of a pair."""
    return (
        GoldSpan(pair.article_a, pair.start_a, pair.end_a),
        GoldSpan(pair.article_b, pair.start_b, pair.end_b),
    )


def _found(spans: Iterable[GoldSpan], remarks: Sequence[Remark]) -> list[set[GoldSpan]]:
    """Return those of *spans* that are in each remark."""
    by_article: dict[str, list[GoldSpan]] = defaultdict(list)
    for span in spans:
        by_article[span.article].append(span)
    return [
        {
            span
            for variant in remark.variants
            for span in by_article[variant.passage.article]
            if half_of_shorter((variant.passage.start, variant.passage.end), (span.start, span.end))
        }
        for remark in remarks
    ]
