"""A sentence on its way to a quotation: what stands between its marks, its reporting clause, its attribution."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import TYPE_CHECKING

from quotetrace.attribution import UNCERTAIN, Attribution
from quotetrace.cues import ReportingClause, reporting_clause
from quotetrace.marks import quoted_stretches
from quotetrace.model import Presentation, Sentence, SentenceKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.languages import Language


@dataclass(slots=True)
class Line:
    """A sentence, and what the rules have found out about it so far.

    *content* is what is attributed in it, None as long as the words are the article's own.
    """

    sentence: Sentence
    quoted: list[Span] = field(default_factory=list)  # the parts of quoted stretches in the sentence
    stretches: list[int] = field(default_factory=list)  # the numbers of those stretches
    clause: ReportingClause | None = None
    attribution: Attribution = UNCERTAIN
    content: Span | None = None
    presentation: Presentation = Presentation.NARRATION
    only_attributes: bool = False  # it names the speaker of other sentences: "Lee told reporters:"

    @property
    def span(self) -> Span:
        """The whole sentence."""
        return Span(self.sentence.start, self.sentence.end)

    def attribute(self, attribution: Attribution, presentation: Presentation, content: Span | None = None) -> None:
        """Say whose the words are; *content* is the whole sentence unless it is given."""
        self.attribution = attribution
        self.presentation = presentation
        self.content = content or self.span


def read_lines(text: str, sentences: Sequence[Sentence], language: Language) -> list[Line]:
    """Return a line for each sentence but the gaps, with its quoted parts and its reporting clause."""
    lines = [Line(sentence) for sentence in sentences if sentence.kind is not SentenceKind.GAP]
    for number, stretch in enumerate(quoted_stretches(text, _blocks(lines), language)):
        for part in stretch:
            _mark_quoted(lines, part, number)
    for line in lines:
        line.clause = reporting_clause(text, line.span, line.quoted, language)
    return lines


def by_block(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups of one block each."""
    return [list(group) for _, group in groupby(lines, key=lambda line: line.sentence.block)]


def _blocks(lines: Sequence[Line]) -> list[Span]:
    return [Span(group[0].span.start, group[-1].span.end) for group in by_block(lines)]


def _mark_quoted(lines: Sequence[Line], part: Span, number: int) -> None:
    first = bisect_right(lines, part.start, key=lambda line: line.span.end)
    for line in islice(lines, first, None):
        if line.span.start >= part.end:
            return
        line.quoted.append(Span(max(part.start, line.span.start), min(part.end, line.span.end)))
        line.stretches.append(number)
