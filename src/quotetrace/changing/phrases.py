"""Words and phrases of a list, found in a text: the longest first, and none within another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quotetrace.changing.pairs import Range

if TYPE_CHECKING:
    from collections.abc import Collection

    from quotetrace.changing.pairs import Side

_LONGEST = 4  # words in a phrase


def phrases(side: Side, known: Collection[str]) -> list[tuple[Range, str]]:
    """Return where the phrases of *known* stand in a text, and which they are."""
    found: list[tuple[Range, str]] = []
    at = 0
    begun = _first_words(frozenset(known))
    if begun.isdisjoint(side.forms):
        return found
    while at < len(side.forms):
        if side.forms[at] not in begun:
            at += 1
            continue
        for size in range(min(_LONGEST, len(side.forms) - at), 0, -1):
            phrase = " ".join(side.forms[at : at + size]) if size > 1 else side.forms[at]
            if phrase in known:
                found.append((Range(at, at + size), phrase))
                at += size
                break
        else:
            at += 1
    return found


@cache
def _first_words(known: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in known)
