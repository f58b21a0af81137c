"""Sentences against those that people marked."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.scores import NO_SCORE, boundaries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quotetrace.evaluation.gold import GoldSpan
    from quotetrace.model import Sentence


def measure_sentences(found: Mapping[str, Sequence[Sentence]], gold: Sequence[GoldSpan]) -> Sheet:
    """Compare the sentences *found* in each article with *gold*, in the articles that gold has."""
    of_article: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in gold:
        of_article[span.article].append((span.start, span.end))
    ends, spans = NO_SCORE, NO_SCORE
    for article, wanted in of_article.items():
        given = [(sentence.start, sentence.end) for sentence in found[article]]
        ends += boundaries([end for _, end in given], [end for _, end in wanted])
        spans += boundaries(given, wanted)
    about = "Where sentences end, and sentences whose start and end are both right."
    return Sheet("sentences", about, (Figure.of("boundaries", ends), Figure.of("exact spans", spans)))
