"""Words and phrases of a list, found in a text: the longest first, and none within another."""

from __future__ import annotations

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
    while at < len(side.forms):
        for size in range(min(_LONGEST, len(side.forms) - at), 0, -1):
            phrase = " ".join(side.forms[at : at + size]) if size > 1 else side.forms[at]
            if phrase in known:
                found.append((Range(at, at + size), phrase))
                at += size
                break
        else:
            at += 1
    return found
