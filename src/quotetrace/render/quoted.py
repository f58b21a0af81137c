"""Words of the corpus as rich text: marked, and never read as markup or as control codes.

Every mark can be read without colour: `*found*`, `[-left out-]`, `{+put in+}`; `[moved: words]` where words stood that
stand elsewhere in the other text as `{moved: words}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from quotetrace.model import Span
from quotetrace.word_diff import Op

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.word_diff import WordDiff

    _Mark = tuple[str, str, str]  # before, after, style

LEGIBLE = 0.12  # share of common words under which a word diff is harder to read than the two texts

_LEFT_OUT = ("[-", "-]", "red")
_PUT_IN = ("{+", "+}", "green")
_MOVED_AWAY = ("[moved: ", "]", "yellow")
_MOVED_HERE = ("{moved: ", "}", "yellow")
_FOUND = ("*", "*", "bold magenta")
_TRAILING_SPACE = re.compile(r"\s*$")

# One character stands for each, so that offsets stay right: a text must not steer the terminal.
_SAFE = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd") | dict.fromkeys(map(ord, "\t\n\r\v\f\x85"), " ")


def quoted(text: str, hits: Iterable[Span] = (), style: str = "") -> Text:
    """Return *text* with the words at *hits* marked as found."""
    safe = text.translate(_SAFE)
    result = Text(style=style)
    done = 0
    for hit in hits:
        result.append(safe[done : hit.start])
        found = safe[hit.start : hit.end].rstrip()
        result.append_text(_marked(found, _FOUND) if found else Text())
        done = hit.start + len(found)
    return result.append(safe[done:])


def inline(diff: WordDiff, hits: Sequence[Span] = ()) -> Text:
    """Return the second text of *diff* with what it leaves out and puts in; *hits* are places in it."""
    result = Text()
    for segment in diff.stretches:
        left_out = quoted(diff.a[segment.a.start : segment.a.end])
        here = quoted(diff.b[segment.b.start : segment.b.end], _within(hits, segment.b))
        if segment.op is Op.EQUAL:
            _join(result, here)
            continue
        away, new = _marks(segment.op)
        _join(result, _change(left_out, away))
        # What takes the place of other words touches them, so that the two are read as one change.
        if segment.op is Op.REPLACE:
            result.rstrip()
            result.append_text(_change(here, new))
        else:
            _join(result, _change(here, new))
    result.rstrip()
    return result


def sides(diff: WordDiff) -> tuple[Text, Text]:
    """Return both texts of *diff*, the first with what the second lacks, the second with what it adds."""
    left, right = Text(), Text()
    for segment in diff.stretches:
        ours = quoted(diff.a[segment.a.start : segment.a.end])
        theirs = quoted(diff.b[segment.b.start : segment.b.end])
        same = segment.op is Op.EQUAL
        away, new = _marks(segment.op)
        left.append_text(ours if same else _change(ours, away))
        right.append_text(theirs if same else _change(theirs, new))
    return left, right


def _marks(op: Op) -> tuple[_Mark, _Mark]:
    return (_MOVED_AWAY, _MOVED_HERE) if op is Op.MOVED else (_LEFT_OUT, _PUT_IN)


def _change(text: Text, mark: _Mark) -> Text:
    """Put a mark around *text*, the white space at its end outside."""
    space = _TRAILING_SPACE.search(text.plain)
    size = space.start() if space else len(text)
    if not size:
        return text
    return _marked(text[:size], mark).append_text(text[size:])


def _marked(text: Text | str, mark: _Mark) -> Text:
    opening, closing, style = mark
    result = Text(opening) + text + Text(closing)
    result.stylize_before(style)
    return result


def _join(result: Text, more: Text) -> None:
    """Append *more*; where the text before has ended without a space, put one in."""
    if result and more and not result.plain[-1].isspace():
        result.append(" ")
    result.append_text(more)


def _within(hits: Iterable[Span], span: Span) -> list[Span]:
    """Return the parts of *hits* that lie in *span*, counted from its start."""
    cut = [Span(max(hit.start, span.start), min(hit.end, span.end)) for hit in hits]
    return [Span(hit.start - span.start, hit.end - span.start) for hit in cut if hit.start < hit.end]
