"""Whose words are whose: the quotations of an article, with their speakers and how each was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.attribution import UNCERTAIN, Attribution, Cast
from quotetrace.continuation import continue_speakers, longest
from quotetrace.cues import Position
from quotetrace.discourse import follow, learn
from quotetrace.layout import (
    attribute_announced,
    attribute_headlines,
    attribute_signed_blocks,
    attribute_turns,
)
from quotetrace.lines import Line, read_lines
from quotetrace.model import Evidence, Presentation, Quotation, Span
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Sentence, Speaker

# How often the words are that speaker's, by how it was decided: cues and blocks on the development part of PolNeAR
# (benchmarks/quotes.py), pronouns on 30 of its cases read by hand; half of the words that continue a speaker without
# a cue are somebody's words there at all. For turns and titles it has too few cases; theirs are estimates.
CONFIDENCE = {
    Evidence.TURN: 0.99,
    Evidence.CUE: 0.99,
    Evidence.BLOCK: 0.98,
    Evidence.TITLE: 0.75,
    Evidence.PRONOUN: 0.73,
    Evidence.CONTINUATION: 0.5,
    Evidence.NONE: 0.0,
}

# "She urged caution" reports one word, which is no statement.
MIN_REPORTED_WORDS = 2
# From this share of quoted words on, attributed words are a direct quotation; below, a mixed one.
DIRECT_SHARE = 0.8

_EDGE = ",:—–"
_APOSTROPHES = {"’"}


@dataclass(frozen=True, slots=True)
class Speech:
    """What an article presents as somebody's words, and the sentences that do nothing but attribute them."""

    quotations: tuple[Quotation, ...]  # in order, at most one a sentence
    attributions: frozenset[Sentence]  # "Lee told reporters:"
    narration: Mapping[Sentence, Attribution]  # whose words a sentence of the article's own may go on to tell


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
    found = (_quotation(text, line, language) for line in lines if line.content)
    return Speech(
        quotations=tuple(quotation for quotation in found if quotation.start < quotation.end),
        attributions=frozenset(line.sentence for line in lines if line.only_attributes),
        narration={line.sentence: line.attribution for line in lines if not line.content and not line.only_attributes},
    )


def _attribute_clauses(text: str, lines: Sequence[Line], cast: Cast) -> None:
    """Give the words that reporting clauses attribute to whom they name, in reading order."""
    learn(text, lines, cast)
    before: Line | None = None
    for line in lines:
        attribution = follow(text, line, cast)
        clause = line.clause
        if clause:
            content = _without_frame(text, line)
            line.attribution = attribution
            line.only_attributes = content is None
            if content:
                line.attribute(attribution, _presentation(text, line, content), content)
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
    quoted = sum(len(tokens(text[span.start : span.end])) for span in line.quoted)
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
    assert line.content is not None  # noqa: S101 -- the caller asks for attributed lines only
    start, end = _trimmed(text, line.content, language)
    evidence = line.attribution.evidence
    return Quotation(
        start=start,
        end=end,
        presentation=line.presentation,
        speaker=line.attribution.speaker,
        evidence=evidence,
        confidence=CONFIDENCE[evidence],
        frame=line.clause.frame if line.clause else None,
    )


def _trimmed(text: str, span: Span, language: Language) -> tuple[int, int]:
    """Take white space, quotation marks and the comma before a closing mark off the edges of a span."""
    start, end = span.start, span.end
    edge = language.quote_marks | set(_EDGE)
    while start < end and (text[start].isspace() or text[start] in edge):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in edge):
        end -= 1
    return start, _with_inner_closing_mark(text, Span(start, end), span.end, language)


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
