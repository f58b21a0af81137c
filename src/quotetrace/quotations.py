"""Whose words are whose: the quotations of an article, with their speakers and how each was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.attribution import UNCERTAIN, Attribution, Cast
from quotetrace.clauses import Position
from quotetrace.continuation import continue_speakers, longest
from quotetrace.discourse import follow, learn
from quotetrace.layout import (
    attribute_announced,
    attribute_headlines,
    attribute_signed_blocks,
    attribute_turns,
)
from quotetrace.lines import Line, read_lines, rejoined
from quotetrace.model import Evidence, Presentation, Quotation, Span
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Sentence, Speaker

# How often the speaker is right, by how it was decided: cues and blocks on the development part of PolNeAR
# (benchmarks/quotes.py), pronouns and titles on the checked half of benchmarks/speakers.py (24 of 26, 6 of 7). Words that
# continue a speaker were right in .99 where the source has a name, which is the easier part. For turns there are too
# few cases: an estimate.
SPEAKER_CONFIDENCE = {
    Evidence.TURN: 0.99,
    Evidence.CUE: 0.99,
    Evidence.BLOCK: 0.98,
    Evidence.TITLE: 0.86,
    Evidence.PRONOUN: 0.92,
    Evidence.CONTINUATION: 0.95,
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

# "She urged caution" reports one word, which is no statement.
MIN_REPORTED_WORDS = 2
# From this share of quoted words on, attributed words are a direct quotation; below, a mixed one.
DIRECT_SHARE = 0.8

_EDGE = ",:—–"
_APOSTROPHES = {"’"}


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
    _attribute_clauses(text, lines, cast)
    _attribute_stretches(lines)
    attribute_announced(lines)
    attribute_signed_blocks(text, lines, cast, language)
    attribute_headlines(text, lines, cast, language)
    attribute_turns(text, lines, cast, language)
    continue_speakers(text, lines, cast)
    told = ((line.sentence, _quotation(text, line, language)) for line in rejoined(lines) if not line.only_attributes)
    return Speech(tuple(pair for pair in told if pair[1].start < pair[1].end))


def _attribute_clauses(text: str, lines: Sequence[Line], cast: Cast) -> None:
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
            content = _without_frame(text, line)
            line.attribution = attribution
            line.only_attributes = content is None
            if content:
                line.attribute(attribution, _presentation(text, line, content), content, clause.frame)
            elif clause.position is Position.NEXT and before and not before.content:
                before.attribute(attribution, Presentation.INDIRECT)
        before = line


def _without_frame(text: str, line: Line) -> Span | None:
    """Return the sentence without the reporting clause at its head or end, or None where nothing is left."""
    clause, span = line.clause, line.span
    if clause and clause.position is Position.NEXT:
        return None
    if clause and clause.position is Position.BEFORE:
        span = Span(clause.frame.end, span.end)
    elif clause and clause.position is Position.AFTER:
        span = Span(span.start, clause.frame.start)
    words = len(tokens(text[span.start : span.end]))
    return span if words >= MIN_REPORTED_WORDS or (words and line.quoted) else None


def _presentation(text: str, line: Line, content: Span) -> Presentation:
    """Tell direct, mixed and indirect speech apart by the share of the words in quotation marks."""
    words = len(tokens(text[content.start : content.end]))
    if line.clause and line.clause.position is Position.INSIDE:
        words -= len(tokens(text[line.clause.frame.start : line.clause.frame.end]))
    inside = [span for span in line.quoted if content.start <= span.start < content.end]
    quoted = sum(len(tokens(text[span.start : span.end])) for span in inside)
    if not quoted:
        return Presentation.INDIRECT
    return Presentation.DIRECT if quoted >= DIRECT_SHARE * words else Presentation.MIXED


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
    start, end = _trimmed(text, line.content, language) if line.content else _narrated(text, line)
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
    while end < line.sentence.end and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _trimmed(text: str, span: Span, language: Language) -> tuple[int, int]:
    """Take white space, quotation marks and the comma before a closing mark off the edges of a span."""
    start, end = span.start, span.end
    edge = language.quote_marks | set(_EDGE)
    while start < end and (text[start].isspace() or text[start] in edge):
        start += 1
    if _stops_after_marks(text, Span(start, end), language):
        end -= 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in edge):
        end -= 1
    return start, _with_inner_closing_mark(text, Span(start, end), span.end, language)


def _stops_after_marks(text: str, span: Span, language: Language) -> bool:
    """Tell whether a full stop follows a mark that closes what was opened before the span: «…»."""
    if text[span.end - 1] != ".":
        return False
    closing, words = text[span.end - 2], text[span.start : span.end]
    openings = {opening for opening, mark in language.quote_pairs if mark == closing != opening}
    return bool(openings) and words.count(closing) > sum(map(words.count, openings))


def _with_inner_closing_mark(text: str, trimmed: Span, end: int, language: Language) -> int:
    """Return the end moved behind the closing mark of a word quoted at the end, or left where it is."""
    words = text[trimmed.start : trimmed.end]
    directed = [pair for pair in language.quote_pairs if pair[0] != pair[1]]
    opened = sum(words.count(mark) for mark in {opening for opening, _ in directed})
    closers = {closing for _, closing in directed} - {opening for opening, _ in directed}
    if opened <= sum(words.count(mark) for mark in closers - _APOSTROPHES):
        return trimmed.end
    closing = min((at for mark in closers if (at := text.find(mark, trimmed.end, end)) >= 0), default=None)
    return trimmed.end if closing is None else closing + 1
