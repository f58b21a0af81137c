"""Words turned into their opposites: by what they begin or end with, or by their sense of direction or measure.

"Useful" and "useless" are told apart by an affix; "more" and "less", "before" and "after" by a list of such pairs.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import LONGEST_TURN, Finding, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Pair
    from quotetrace.languages import Language

_SHORTEST_REST = 3  # letters that two opposites have in common


def opposites(pair: Pair) -> Iterator[Finding]:
    """Name a word that stands in the place of its opposite.

    No list of antonyms is used but of direction and measure, which are few: "good" and "bad" are only changed words.
    """
    for edit in pair.edits:
        if edit.size <= 2 * LONGEST_TURN:
            for a, b in product(range(*edit.a), range(*edit.b)):
                if _are_opposite(pair.a.forms[a], pair.b.forms[b], pair.language):
                    yield Finding(ChangeType.POLARITY, Severity.MAJOR, Range(a, a + 1), Range(b, b + 1))


def _are_opposite(form: str, other: str, language: Language) -> bool:
    poles, others = language.poles.get(form, ""), language.poles.get(other, "")
    if poles and others:
        return _contrary(poles, others)
    return any(
        _rest(form, first) == _rest(other, second) != ""
        for one, two in language.opposite_affixes
        for first, second in ((one, two), (two, one))
    )


def _contrary(pole: str, other: str) -> bool:
    """Tell whether two poles are the ends of one scale: `+amount` and `-amount`."""
    return pole[1:] == other[1:] and pole[0] != other[0]


def _rest(form: str, affix: str) -> str:
    """Return a word without an affix (`in-` begins it, `-ful` ends it), or nothing where it does not have it."""
    bare = affix.strip("-")
    if affix.startswith("-"):
        # An inflected or derived form may follow: "carefully", "carelessly".
        at = form.rfind(bare)
        rest = form[:at] + form[at + len(bare) :] if at >= _SHORTEST_REST else ""
    else:
        rest = form.removeprefix(bare) if form.startswith(bare) else ""
    return rest if len(rest) >= _SHORTEST_REST else ""
