"""Reporting clauses as records, and the stretch of a sentence that is their frame."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from quotetrace.model import Span
from quotetrace.speech.outer import DASHES

if TYPE_CHECKING:
    from quotetrace.speech.outer import OuterSentence


class Position(StrEnum):
    """Where a reporting clause stands to the words it reports."""

    BEFORE = "before"
    AFTER = "after"
    INSIDE = "inside"
    NEXT = "next"  # in the sentence after them


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A clause that attributes words: *frame* is all of it, *subject* names the speaker."""

    subject: Span | None  # None where the clause has none and none is near
    frame: Span
    position: Position


def before_words(sentence: OuterSentence, subject: Span | None, words_at: int) -> ReportingClause:
    """Return a clause that begins the sentence and ends where the reported words begin."""
    return ReportingClause(subject, Span(sentence.span.start, words_at), Position.BEFORE)


def after_words(sentence: OuterSentence, subject: Span | None, first: int) -> ReportingClause:
    """Return a clause from token *first* to the end, with the comma or dash before it."""
    while first and sentence.lower(first - 1) in {",", *DASHES}:
        first -= 1
    return ReportingClause(subject, Span(sentence.tokens[first].start, sentence.span.end), Position.AFTER)


def beside_words(sentence: OuterSentence, subject: Span | None, first: int, end: int) -> ReportingClause:
    """Return a clause of the tokens from *first* to before *end*: before the words at the head, else inside them."""
    if first == 0:
        return before_words(sentence, subject, sentence.start_of(end))
    frame = Span(sentence.tokens[first].start, sentence.tokens[end - 1].end)
    return ReportingClause(subject, frame, Position.INSIDE)
