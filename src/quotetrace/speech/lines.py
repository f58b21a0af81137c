"""A sentence, or the part of one that is a report, on its way to a quotation: its marks, its clause, whose it is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import TYPE_CHECKING

from quotetrace.model import Presentation, Sentence, SentenceKind, Span
from quotetrace.people.attribution import UNCERTAIN, Attribution
from quotetrace.speech.insertions import without_insertions
from quotetrace.speech.marks import quoted_stretches
from quotetrace.speech.reports import Report, reports
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language
    from quotetrace.speech.clauses import ReportingClause

# A shorter quoted stretch without a reporting clause is a term or a title, not somebody's speech.
MIN_QUOTED_WORDS = 3


@dataclass(slots=True)
class Line:
    """A sentence or a part of one, and what the rules have found out about it so far.

    *content* is what is attributed in it, None as long as the words are the article's own.
    """

    sentence: Sentence
    span: Span
    quoted: list[Span] = field(default_factory=list)  # the parts of quoted stretches in it
    stretches: list[int] = field(default_factory=list)  # the numbers of those stretches
    clause: ReportingClause | None = None
    attribution: Attribution = UNCERTAIN
    content: Span | None = None
    frame: Span | None = None  # the reporting clause that attributes the content from within the line
    presentation: Presentation = Presentation.NARRATION
    only_attributes: bool = False  # it names the speaker of other sentences: "Lee told reporters:"

    def attribute(
        self,
        attribution: Attribution,
        presentation: Presentation,
        content: Span | None = None,
        frame: Span | None = None,
    ) -> None:
        """Say whose the words are; *content* is the whole line unless it is given."""
        self.attribution = attribution
        self.presentation = presentation
        self.content = content or self.span
        self.frame = frame

    def goes_on_in(self, after: Line) -> bool:
        """Tell whether the part of the sentence after this one tells more of the same, so that no cut was needed."""
        return (
            self.sentence is after.sentence
            and self.attribution == after.attribution
            and self.presentation is after.presentation
            and not (self.frame or after.frame or self.only_attributes or after.only_attributes)
        )


def read_lines(text: str, sentences: Sequence[Sentence], language: Language) -> list[Line]:
    """Return a line for each report in each sentence but the gaps, with its quoted parts and its reporting clause."""
    lines = [
        Line(sentence, Span(sentence.start, sentence.end))
        for sentence in sentences
        if sentence.kind is not SentenceKind.GAP
    ]
    for number, stretch in enumerate(quoted_stretches(text, _blocks(lines), language)):
        for part in stretch:
            for words in without_insertions(text, part, language):
                _mark_quoted(lines, words, number)
    return [_of_report(line, report) for line in lines for report in reports(text, line.span, line.quoted, language)]


def _of_report(line: Line, report: Report) -> Line:
    """Return the part of a sentence that is one report, with the quoted stretches inside it."""
    within = [
        (span, number)
        for span, number in zip(line.quoted, line.stretches, strict=True)
        if report.span.start <= span.start and span.end <= report.span.end
    ]
    quoted, stretches = [span for span, _ in within], [number for _, number in within]
    return Line(line.sentence, report.span, quoted, stretches, report.clause)


def rejoined(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, with the parts of a sentence joined again where they turned out to be one speaker's words."""
    before: Line | None = None
    for line in lines:
        if before and before.goes_on_in(line):
            before = _joined(before, line)
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _joined(before: Line, after: Line) -> Line:
    content = Span(before.content.start, after.content.end) if before.content and after.content else None
    return replace(before, span=Span(before.span.start, after.span.end), content=content)


def quoted_speech(text: str, line: Line) -> Span | None:
    """Return the longest quoted stretch of a line if it is long enough to be speech."""
    speech = longest(line.quoted) if line.quoted else None
    return speech if speech and len(tokens(text[speech.start : speech.end])) >= MIN_QUOTED_WORDS else None


def longest(spans: Sequence[Span]) -> Span:
    """Return the longest of the spans."""
    return max(spans, key=lambda span: span.end - span.start)


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
