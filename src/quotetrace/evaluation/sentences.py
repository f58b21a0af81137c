"""Sentences against those that people marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.scores import NO_SCORE, boundaries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quotetrace.evaluation.gold import GoldSpan
    from quotetrace.model import Sentence


def measure_sentences(found: Mapping[str, Sequence[Sentence]], gold: Sequence[GoldSpan]) -> Sheet:
    """Compare the sentences *found* in each article with *gold*, in the articles that gold has."""
    ends, spans = NO_SCORE, NO_SCORE
    for article in sorted({span.article for span in gold}):
        wanted = [(span.start, span.end) for span in gold if span.article == article]
        given = [(sentence.start, sentence.end) for sentence in found[article]]
        ends += boundaries([end for _, end in given], [end for _, end in wanted])
        spans += boundaries(given, wanted)
    about = "Where sentences end, and sentences whose start and end are both right."
    return Sheet("sentences", about, (Figure.of("boundaries", ends), Figure.of("exact spans", spans)))
