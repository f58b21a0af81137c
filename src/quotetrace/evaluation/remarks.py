"""Remarks against the sentences that people say to be one remark."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quotetrace.evaluation.clusters import b_cubed, components
from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.gold import GoldSpan, Label
from quotetrace.evaluation.overlap import half_of_shorter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from quotetrace.evaluation.gold import Gold
    from quotetrace.evaluation.overlap import SpanPair
    from quotetrace.model import Remark


def measure_remarks(remarks: Sequence[Remark], gold: Gold) -> Sheet:
    """Compare *remarks* with those of *gold*, seen from each sentence that gold puts into one.

    A sentence is in the remarks whose passages share half of the shorter of passage and sentence with it.
    """
    wanted: Mapping[GoldSpan, Collection[object]] = gold.remarks or joined(gold)
    found = _remarks_of(wanted, remarks)
    clusters = len({remark for remarks in wanted.values() for remark in remarks})
    about = f"B-cubed over {len(wanted)} sentences in {clusters} remarks" + (
        "." if gold.remarks else ", which are what `same` pairs join; a sentence of a `related` pair may stand alone."
    )
    return Sheet("remarks", about, (Figure.of("B-cubed", b_cubed(found, wanted)),))


def joined(gold: Gold) -> dict[GoldSpan, list[GoldSpan]]:
    """Return the remark of each sentence that is in a `same` or `related` pair: the connected `same` pairs.

    A sentence that is only in `partial` pairs is left out: it does not say whether it is the same remark.
    """
    told = [pair for pair in gold.pairs if pair.label is not Label.PARTIAL]
    same = [ends(pair.spans) for pair in told if pair.label is Label.SAME]
    alone = [span for pair in told for span in ends(pair.spans)]
    return {span: [root] for span, root in components(alone, same).items()}


def ends(pair: SpanPair) -> tuple[GoldSpan, GoldSpan]:
    """Return the two stretches of a pair."""
    return (
        GoldSpan(pair.article_a, pair.start_a, pair.end_a),
        GoldSpan(pair.article_b, pair.start_b, pair.end_b),
    )


def _remarks_of(spans: Iterable[GoldSpan], remarks: Sequence[Remark]) -> dict[GoldSpan, set[str]]:
    """Return the ids of the remarks that each of *spans* is in."""
    placed: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for remark in remarks:
        for variant in remark.variants:
            passage = variant.passage
            placed[passage.article].append((passage.start, passage.end, remark.id))
    return {
        span: {id_ for start, end, id_ in placed[span.article] if half_of_shorter((start, end), (span.start, span.end))}
        for span in spans
    }
