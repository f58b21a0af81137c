"""Whose words are whose: the quotations of an article, with their speakers and how each was found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.attribution import UNCERTAIN, Attribution, Cast
from quotetrace.clauses import Position
from quotetrace.contents import EDGE, presentation_of, reported_words, trimmed_words
from quotetrace.layout import (
    attribute_announced,
    attribute_headlines,
    attribute_signed_blocks,
    attribute_turns,
)
from quotetrace.lines import MIN_QUOTED_WORDS, Line, read_lines, rejoined
from quotetrace.marks import is_title_of_work
from quotetrace.model import Evidence, Presentation, Quotation, SentenceKind, Span
from quotetrace.names import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Sentence, Speaker

# How often the speaker is right, by how it was decided: cues and blocks on the development part of PolNeAR
# (benchmarks/quotes.py), pronouns on 30 of its cases read by hand. Words that continue a speaker were right in .87
# where the source has a name, which is the easier part. For turns and titles there are too few cases: estimates.
SPEAKER_CONFIDENCE = {
    Evidence.TURN: 0.99,
    Evidence.CUE: 0.99,
    Evidence.BLOCK: 0.98,
    Evidence.TITLE: 0.75,
    Evidence.PRONOUN: 0.73,
    Evidence.CONTINUATION: 0.7,
    Evidence.NONE: 0.0,
}
# How often what was found is somebody's words at all, by how they are presented (the same data). For turns it has too
# few cases; headlines are not annotated.
WORDS_CONFIDENCE = {
    Presentation.DIRECT: 0.96,
    Presentation.MIXED: 0.82,
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
    attribute_announced(lines)
    attribute_signed_blocks(text, lines, cast, language)
    attribute_headlines(text, lines, cast, language)
    attribute_turns(text, lines, cast, language)
    _continue_speakers(text, lines, language)
    told = ((line.sentence, _quotation(text, line, language)) for line in rejoined(lines) if not line.only_attributes)
    return Speech(tuple(pair for pair in told if pair[1].start < pair[1].end))


def _attribute_clauses(text: str, lines: Sequence[Line], cast: Cast, language: Language) -> None:
    """Give the words that reporting clauses attribute to whom they name, in reading order."""
    before: Line | None = None
    for line in lines:
        if line.sentence.kind is not SentenceKind.HEADING:  # capitals there are no names
            cast.read(_unquoted(text, line))
        clause = line.clause
        if clause:
            subject = clause.subject
            attribution = cast.resolve(text[subject.start : subject.end]) if subject else UNCERTAIN
            content = reported_words(text, line, language)
            line.attribution = attribution
            line.only_attributes = content is None
            if content:
                line.attribute(attribution, presentation_of(text, line, content), content, clause.frame)
            elif clause.position is Position.NEXT and before and not before.content:
                before.attribute(attribution, Presentation.INDIRECT)
        before = line


def _unquoted(text: str, line: Line) -> str:
    """Return the sentence without what is in quotation marks: whom a speaker names is nobody the article is about."""
    parts: list[str] = []
    at = line.span.start
    for stretch in line.quoted:
        parts.append(text[at : stretch.start])
        at = stretch.end
    return "".join([*parts, text[at : line.span.end]])


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
            line.attribute(attribution, Presentation.DIRECT, _longest(line.quoted))


def _continue_speakers(text: str, lines: Sequence[Line], language: Language) -> None:
    """Let quoted words without a cue continue the speaker before them, and narration in the same paragraph too."""
    before: Line | None = None
    speech = _stretches_of_speech(text, lines, language)
    for line in lines:
        if line.content is None and not line.only_attributes and line.sentence.kind is SentenceKind.SENTENCE:
            _continue(line, before, speech)
        before = line if line.content else None if _apart(before, line) else before


def _stretches_of_speech(text: str, lines: Sequence[Line], language: Language) -> frozenset[int]:
    """Return the numbers of the quoted stretches that are long enough to be speech, and not the title of a work."""
    words: dict[int, str] = defaultdict(str)
    for line in lines:
        for number, span in zip(line.stretches, line.quoted, strict=True):
            words[number] += f" {text[span.start : span.end]}"
    return frozenset(
        number
        for number, of_stretch in words.items()
        if len(words_of(of_stretch)) >= MIN_QUOTED_WORDS and not is_title_of_work(of_stretch, language)
    )


def _apart(before: Line | None, line: Line) -> bool:
    return before is None or line.sentence.block != before.sentence.block


def _continue(line: Line, before: Line | None, speech: frozenset[int]) -> None:
    speaker = before.attribution.speaker if before else ""
    continued = Attribution(speaker, Evidence.CONTINUATION) if speaker else UNCERTAIN
    quoted = [span for number, span in zip(line.stretches, line.quoted, strict=True) if number in speech]
    if quoted:
        line.attribute(continued, Presentation.DIRECT, _longest(quoted))
    elif not _apart(before, line):
        line.attribution = continued


def _longest(spans: Sequence[Span]) -> Span:
    return max(spans, key=lambda span: span.end - span.start)


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
