"""Whose words are whose: the quotations of an article, with their speakers and how each was found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from quotetrace.model import Evidence, Presentation, Quotation
from quotetrace.people.attribution import UNCERTAIN, Attribution, Cast
from quotetrace.speech.clauses import Position
from quotetrace.speech.contents import EDGE, presentation_of, reported_words, trimmed_words
from quotetrace.speech.continuation import continue_speakers
from quotetrace.speech.discourse import follow, learn
from quotetrace.speech.layout import (
    attribute_announced,
    attribute_headlines,
    attribute_signed_blocks,
    attribute_turns,
)
from quotetrace.speech.lines import Line, longest, read_lines, rejoined
from quotetrace.speech.nesting import with_nested

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Sentence, Speaker

# How often the speaker is right, by how it was decided: cues and blocks on the development part of PolNeAR
# (benchmarks/quotes.py), titles and pronouns on the cases of benchmarks/speakers.py (19 of 20, 47 of 51). Words that
# continue a speaker were right in .99 where the source has a name, and are as sure as the words that they continue.
# For turns there are too few cases: an estimate.
SPEAKER_CONFIDENCE = {
    Evidence.TURN: 0.99,
    Evidence.CUE: 0.99,
    Evidence.BLOCK: 0.98,
    Evidence.TITLE: 0.95,
    Evidence.PRONOUN: 0.92,
    Evidence.CONTINUATION: 0.91,
    Evidence.NONE: 0.0,
}
# How often what was found is somebody's words at all, by how they are presented (the same data). For turns it has too
# few cases; headlines are not annotated.
WORDS_CONFIDENCE = {
    Presentation.DIRECT: 0.96,
    Presentation.MIXED: 0.88,
    Presentation.INDIRECT: 0.85,
    Presentation.TRANSCRIPT: 1.0,
    Presentation.HEADLINE: 1.0,
    Presentation.NARRATION: 1.0,
}


@dataclass(frozen=True, slots=True)
class Speech:
    """What an article tells as somebody's words and as its own; clauses that only attribute them are left out."""

    told: tuple[tuple[Sentence, Quotation], ...]  # in order and apart, narration too, each with its sentence

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """What is somebody's words, without the article's own."""
        return tuple(found for _, found in self.told if found.presentation is not Presentation.NARRATION)


def find_speech(text: str, sentences: Sequence[Sentence], speakers: Iterable[Speaker], language: Language) -> Speech:
    """Return the quotations of an article.

    The surest evidence goes first: transcript turns, reporting clauses, the other sentences of the same quoted
    stretch, the layout; words without any cue continue the speaker before them.
    """
    lines = read_lines(text, sentences, language)
    cast = Cast(speakers, language)
    _attribute_clauses(text, lines, cast, language)
    _attribute_stretches(lines)
    attribute_announced(text, lines)
    attribute_signed_blocks(text, lines, cast, language)
    attribute_headlines(text, lines, cast, language)
    attribute_turns(text, lines, cast, language)
    continue_speakers(text, lines, cast)
    found = ((line.sentence, _quotation(text, line, language)) for line in rejoined(lines) if not line.only_attributes)
    told = [pair for pair in found if pair[1].start < pair[1].end]
    return Speech(tuple(with_nested(text, told, lines, cast, partial(confidence, presentation=Presentation.DIRECT))))


def _attribute_clauses(text: str, lines: Sequence[Line], cast: Cast, language: Language) -> None:
    """Give the words that reporting clauses attribute to whom they name, in reading order."""
    learn(text, lines, cast)
    before: Line | None = None
    for line in lines:
        attribution = follow(text, line, cast)
        clause = line.clause
        if not clause and before and set(line.stretches) & set(before.stretches):
            line.attribution = before.attribution
            cast.speaks_on(line.attribution)
        if clause:
            content = reported_words(text, line, language)
            line.attribution = attribution
            line.only_attributes = content is None
            if content:
                line.attribute(attribution, presentation_of(text, line, content), content, clause.frame)
            elif clause.position is Position.NEXT and before and not before.content:
                before.attribute(attribution, Presentation.INDIRECT)
        before = line


def _attribute_stretches(lines: Sequence[Line]) -> None:
    """Give every sentence of a quoted stretch to the speaker whom one of them names, the last one first."""
    named: dict[int, Attribution] = {}
    for line in lines:
        if line.content and line.attribution is not UNCERTAIN:
            named.update(dict.fromkeys(line.stretches, line.attribution))
    for line in lines:
        if line.content:
            continue
        attribution = next((named[number] for number in line.stretches if number in named), None)
        if attribution:
            line.attribute(attribution, Presentation.DIRECT, longest(line.quoted))


def _quotation(text: str, line: Line, language: Language) -> Quotation:
    evidence = line.attribution.evidence
    presentation = line.presentation if line.content else Presentation.NARRATION
    start, end = trimmed_words(text, line.content, language) if line.content else _narrated(text, line)
    return Quotation(
        start=start,
        end=end,
        presentation=presentation,
        speaker=line.attribution.speaker,
        evidence=evidence,
        confidence=confidence(evidence, presentation),
        frame=line.frame,
    )


def confidence(evidence: Evidence, presentation: Presentation) -> float:
    """Return how often words so found are words of the speaker shown, 0–1."""
    return round(SPEAKER_CONFIDENCE[evidence] * WORDS_CONFIDENCE[presentation], 2)


def _narrated(text: str, line: Line) -> tuple[int, int]:
    """Return the bounds of narration: of the sentence, or of a part of it without the comma that parts it."""
    start, end = line.span.start, line.span.end
    while end < line.sentence.end and text[end - 1] in EDGE:
        end -= 1
    return start, end
