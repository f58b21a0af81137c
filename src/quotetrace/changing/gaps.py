"""Where a text says itself that something is left out, and where it does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.changing.quoting import AS_SAID

if TYPE_CHECKING:
    from quotetrace.changing.pairs import Pair, Range, Side
    from quotetrace.model import Passage

_ENDING = re.compile(r"[\s”’»\"'“.,)]*\[?(?:…|\.\.\.)")
_ELLIPSIS = re.compile(r"…|\.\.\.")  # also in the gap of an excerpt, `[…]`


def has_gap(side: Side, place: Range) -> bool:
    """Tell whether there is an ellipsis or a gap at a place between two words: then what is missing is no omission."""
    start = side.words[place.first - 1].end if place.first else 0
    end = side.words[place.end].start if place.end < len(side.words) else len(side.text)
    return _ELLIPSIS.search(side.text, start, end) is not None


def ends_in_gap(passage: Passage, text: str) -> bool:
    """Tell whether an ellipsis or a gap follows a passage in its article's *text*, after closing marks."""
    return _ENDING.match(text, passage.end) is not None


def is_cut_short(pair: Pair, missing: Range, place: Range) -> bool:
    """Tell whether a quotation stops where the reference goes on with the *missing* words, and does not say so."""
    if pair.a.passage.presentation not in AS_SAID or pair.b.passage.presentation not in AS_SAID:
        return False
    ends = missing.end == len(pair.a.words) and place.end == len(pair.b.words)
    return ends and not place.size and missing.first > 0 and not has_gap(pair.b, place)
