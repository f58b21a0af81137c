"""The blocks of a text: what its line breaks part, with hard-wrapped paragraphs kept whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from quotetrace.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Columns. Lines are wrapped at 60 to 80 as a rule, at 45 in a narrow mail and at 100 in a wide one.
NARROWEST_WRAP = 45
WIDEST_WRAP = 100
# Columns that a wrapped line may fall short by and still count as full: not all programs fill lines greedily.
RAGGED = 6
# Line breaks in a text that a sentence visibly runs over, from which on all its paragraphs may be wrapped.
FEWEST_RUN_ONS = 2

# Columns from which on an indented block is set off, as in Markdown.
INDENT = 4

_BREAKS_PARAGRAPH = ("\u2029", "\f")
_QUOTED_MAIL = re.compile(r"[>|](?:[>| ])*")
_GLYPH = re.compile(r"[•‣▪◦●■·∙*+]\s+|(?:\d{1,2}|[a-zA-Z])[.)]\s+|#{1,6}\s")
_DASH = re.compile(r"[-–—]\s+")
_HEADING = re.compile(r"#{1,6}\s")
_TURN = re.compile(
    r"[*_]{0,3}[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,4}(?: \([^()\n]{1,60}\))?[*_]{0,3}:(?:[*_]{1,3})?\s"
)
_AROUND = "”»’\"'“)]"  # may stand after the mark that ends a line
_ENDED = tuple(".!?…:;。！？؟।")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its span without white space around it, and its words without mail marks."""

    start: int
    end: int
    indent: int
    words: str

    @property
    def is_item(self) -> bool:
        return bool(_GLYPH.match(self.words) or _DASH.match(self.words))

    @property
    def is_ended(self) -> bool:
        return self.words.rstrip(_AROUND).endswith(_ENDED)


def blocks(text: str) -> Iterator[Span]:
    """Yield the spans of the blocks of *text* in order, without the white space around them.

    Each line is a block of its own, unless it is one of a paragraph whose lines were broken at a fixed
    width. Every character that is not white space is in one block.
    """
    paragraphs = list(_paragraphs(text))
    run_ons = [sum(_runs_on(a, b) for a, b in pairwise(lines)) for lines in paragraphs]
    widths = [_width(lines) if count else 0 for lines, count in zip(paragraphs, run_ons, strict=True)]
    usual = max(widths, default=0) if sum(run_ons) >= FEWEST_RUN_ONS else 0
    for lines, width in zip(paragraphs, widths, strict=True):
        yield from _blocks_of(lines, width or usual)


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Yield the lines between blank lines."""
    paragraph: list[_Line] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            unmarked = words[m.end() :] if (m := _QUOTED_MAIL.match(words)) else words
            paragraph.append(_Line(start, start + len(words), indent, unmarked))
        if paragraph and (not words or raw.endswith(_BREAKS_PARAGRAPH)):
            yield paragraph
            paragraph = []
        position += len(raw)
    if paragraph:
        yield paragraph


def _width(lines: list[_Line]) -> int:
    """Return the columns at which a paragraph is wrapped."""
    return max((n for line in lines if (n := len(line.words)) <= WIDEST_WRAP), default=0)


def _blocks_of(paragraph: list[_Line], width: int) -> Iterator[Span]:
    start = paragraph[0].start
    for line, following in pairwise(paragraph):
        if not _continues(line, following, width):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, paragraph[-1].end)


def _runs_on(line: _Line, following: _Line) -> bool:
    """Tell whether a sentence visibly goes on from a line to the next."""
    return (
        NARROWEST_WRAP <= len(line.words) <= WIDEST_WRAP
        and following.words[:1].islower()
        and not _GLYPH.match(following.words)
        and not _HEADING.match(line.words)
    )


def _continues(line: _Line, following: _Line, width: int) -> bool:
    if _runs_on(line, following):
        return True
    if not width or _HEADING.match(line.words) or _opens_block(line, following):
        return False
    if not (line.words and following.words):
        return False
    length = len(line.words)
    first_word = following.words.split(maxsplit=1)[0]
    return length <= WIDEST_WRAP and length + 1 + len(first_word) > width - RAGGED


def _opens_block(line: _Line, following: _Line) -> bool:
    """Tell whether a line looks like the first of a block: an item, a speaker's turn, an indented line."""
    if _GLYPH.match(following.words):
        return True
    if not line.is_item and following.indent > line.indent + 1:
        return True
    if _DASH.match(following.words):
        return line.is_item or line.is_ended
    return line.is_ended and bool(_TURN.match(following.words))


def setting(text: str, block: Span) -> str:
    """Return how a block is set off from the paragraphs around it: by "> " or "|", as an item, indented, or not."""
    if _QUOTED_MAIL.match(text, block.start, block.end):
        return "quoted"
    if is_list_item(text, block):
        return "item"
    before = _line_before(text, block.start)
    return "indented" if len(before.expandtabs()) >= INDENT and not before.strip() else ""


def words_start(text: str, span: Span) -> int:
    """Return where the words of *span* begin: after "> ", a bullet or a number where it opens a line with one."""
    if _line_before(text, span.start).strip():
        return span.start
    quoted = _QUOTED_MAIL.match(text, span.start, span.end)
    start = quoted.end() if quoted else span.start
    item = _GLYPH.match(text, start, span.end) or _DASH.match(text, start, span.end)
    return item.end() if item else start


def _line_before(text: str, offset: int) -> str:
    return text[text.rfind("\n", 0, offset) + 1 : offset]


def is_marked_heading(text: str, block: Span) -> bool:
    """Tell whether a block is a heading in Markdown."""
    return bool(_HEADING.match(text, block.start, block.end))


def is_list_item(text: str, block: Span) -> bool:
    """Tell whether a block starts with a bullet, a dash or a number and a full stop."""
    return bool(_GLYPH.match(text, block.start, block.end) or _DASH.match(text, block.start, block.end))
