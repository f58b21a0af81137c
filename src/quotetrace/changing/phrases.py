"""Words and phrases of a list, found in a text: the longest first, and none within another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quotetrace.changing.pairs import Range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quotetrace.changing.pairs import Side

_LONGEST = 4  # words in a phrase
_Meaning = TypeVar("_Meaning")


def phrases(side: Side, meanings: Mapping[str, _Meaning]) -> list[tuple[Range, _Meaning]]:
    """Return where the keys of *meanings* stand in a text, and what they mean."""
    found: list[tuple[Range, _Meaning]] = []
    at = 0
    while at < len(side.forms):
        for size in range(min(_LONGEST, len(side.forms) - at), 0, -1):
            phrase = " ".join(side.forms[at : at + size])
            if phrase in meanings:
                found.append((Range(at, at + size), meanings[phrase]))
                at += size
                break
        else:
            at += 1
    return found
