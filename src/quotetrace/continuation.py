"""Quoted words without a reporting clause: whether they continue the speaker before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.attribution import UNCERTAIN, Attribution
from quotetrace.discourse import outer_text
from quotetrace.model import Evidence, Presentation, SentenceKind
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.attribution import Cast
    from quotetrace.lines import Line
    from quotetrace.model import Span

# A shorter quoted stretch without a reporting clause is a term or a title, not somebody's speech.
MIN_QUOTED_WORDS = 3
# From this share of quoted characters on, a sentence is nothing but a quotation.
ALONE = 0.8


def continue_speakers(text: str, lines: Sequence[Line], cast: Cast) -> None:
    """Let quoted words without a cue continue the speaker before them, and narration in the same paragraph too.

    Words in a later paragraph do if nothing stands between them and the speaker's, and if they stand alone there; no
    words do if the article names somebody else with them. Pull quotes follow each other without a bond.
    """
    before: Line | None = None  # the last that has a speaker's words
    last: Line | None = None
    named: list[str] = []  # what the article itself has told since
    for line in lines:
        if line.content is None and not line.only_attributes and line.sentence.kind is SentenceKind.SENTENCE:
            named.append(outer_text(text, line, line.span.start, line.span.end))
            _continue(text, line, _bound(line, before, last), named, cast)
        if line.content:
            before, named = line, []
        elif before and line.sentence.block != before.sentence.block:
            before = None
        last = line


def _bound(line: Line, before: Line | None, last: Line | None) -> Line | None:
    """Return the line before if its speaker may go on in this one, None if they are apart."""
    if before is None or before.sentence.block == line.sentence.block:
        return before
    alone = sum(span.end - span.start for span in line.quoted) >= ALONE * (line.span.end - line.span.start)
    return before if before is last and alone and before.attribution.evidence is not Evidence.BLOCK else None


def _continue(text: str, line: Line, before: Line | None, named: Sequence[str], cast: Cast) -> None:
    quoted = sum(len(tokens(text[span.start : span.end])) for span in line.quoted)
    speaker = before.attribution.speaker if before else ""
    if speaker and any(cast.others_named(part, speaker) for part in named):
        speaker = ""
    continued = Attribution(speaker, Evidence.CONTINUATION) if speaker else UNCERTAIN
    if quoted >= MIN_QUOTED_WORDS:
        line.attribute(continued, Presentation.DIRECT, longest(line.quoted))
    elif before and before.sentence.block == line.sentence.block:
        line.attribution = continued


def longest(spans: Sequence[Span]) -> Span:
    """Return the longest of the spans."""
    return max(spans, key=lambda span: span.end - span.start)
