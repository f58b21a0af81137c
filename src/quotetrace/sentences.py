"""The sentences of a text by rules: exact spans, block by block, with the facts that a language gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.model import Sentence, SentenceKind, Span
from quotetrace.splitting.blocks import blocks, is_list_item, is_marked_heading
from quotetrace.splitting.datelines import dateline_end
from quotetrace.splitting.stops import GAP, MARK, Stops, find_asides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.languages import Language

# Characters. A heading longer than this is more likely a sentence that lost its full stop.
LONGEST_HEADING = 160
_AROUND = "”’»›\"'“)]}*_\ufeff\u200b"  # may stand after the full stop of a line
_ENDING = frozenset(".!?…؟।॥۔።։‼⁇⁈⁉。！？｡:;,-–—")  # a heading does not end so

_GAP_OR_MARK = re.compile(rf"(?P<gap>{GAP.pattern})|{MARK.pattern}")


def split(text: str, language: Language) -> list[Sentence]:
    """Return the sentences of *text* in order, with offsets in code points, without white space around them.

    Every character of the text that is not white space is in exactly one of them. The time taken grows
    as the text does.
    """
    return [
        Sentence(span.start, span.end, kind, number)
        for number, block in enumerate(blocks(text))
        for span, kind in _units(text, block, language)
    ]


def _units(text: str, block: Span, language: Language) -> list[tuple[Span, SentenceKind]]:
    if is_marked_heading(text, block):
        return [(block, SentenceKind.HEADING)]
    filed = dateline_end(text, block, language)
    units = [(Span(block.start, filed), SentenceKind.DATELINE)] if filed > block.start else []
    units += _spans(text, Span(_skip_space(text, filed, block.end), block.end), language)
    if len(units) == 1 and units[0][1] is SentenceKind.SENTENCE and _is_heading(text, block):
        return [(block, SentenceKind.HEADING)]
    return units


def _spans(text: str, block: Span, language: Language) -> Iterator[tuple[Span, SentenceKind]]:
    """Yield the sentences and gaps of a block."""
    stops = Stops(text, block.end, find_asides(text, block), language)
    start = block.start
    for mark in _GAP_OR_MARK.finditer(text, block.start, block.end):
        if mark.start() < start:
            continue
        if mark["gap"]:
            if start < mark.start() and mark.end() < block.end:
                continue  # inside a sentence: "We will […] decide"
            if start < mark.start():
                yield Span(start, start + len(text[start : mark.start()].rstrip())), SentenceKind.SENTENCE
            yield Span(mark.start(), mark.end()), SentenceKind.GAP
            start = _skip_space(text, mark.end(), block.end)
        elif stop := stops.after(start, mark):
            yield Span(start, stop), SentenceKind.SENTENCE
            start = _skip_space(text, stop, block.end)
    if start < block.end:
        yield Span(start, block.end), SentenceKind.SENTENCE


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _is_heading(text: str, block: Span) -> bool:
    """Tell whether a block of one sentence is a heading: short, no full stop, and no part of a list."""
    words = text[block.start : block.end]
    if len(words) > LONGEST_HEADING or is_list_item(text, block) or words.rstrip(_AROUND)[-1:] in _ENDING:
        return False
    first = next((char for char in words if char.isalnum()), "")
    return bool(first) and not first.islower()
