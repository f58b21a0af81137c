"""How sure, how strong, how many, how binding: words of a list that one side has and the other has not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import LONGEST_TURN, Finding, Range
from quotetrace.changing.phrases import phrases
from quotetrace.model import Presentation
from quotetrace.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.changing.pairs import Pair, Side

# What a single word of these types changes, put in or left out: "only", "possibly". A lost "very" changes little.
_TELLING = frozenset({ChangeType.QUANTIFIER, ChangeType.HEDGE, ChangeType.MODALITY})
# Words of the stretch in which one degree takes another's place.
LONGEST_SWAP = 2 * LONGEST_TURN
_Degrees = dict[ChangeType, list[tuple[Range, str]]]


def shades(pair: Pair) -> Iterator[Finding]:
    """Name hedges, modal verbs, quantifiers, intensifiers and relative dates that changed, were put in or left out.

    Words of one type and degree say the same. A word that stands on one side only counts where few words beside it
    changed, or else it went with its clause.
    """
    before, after = _by_type(pair.a), _by_type(pair.b)
    for kind in {**before, **after}:
        lost, new = _only_in(pair, pair.a, before[kind], after[kind]), _only_in(pair, pair.b, after[kind], before[kind])
        yield from _named(pair, kind, lost, new)


def _by_type(side: Side) -> _Degrees:
    found: _Degrees = defaultdict(list)
    shading = [(words, side.language.shades[phrase]) for words, phrase in phrases(side, side.language.shades)]
    for words, (kind, degree) in sorted([*shading, *_bounds(side)]):
        if degree:
            found[ChangeType(kind)].append((words, degree))
    return found


def _bounds(side: Side) -> list[tuple[Range, tuple[str, str]]]:
    """Return the phrases that stand before a number and say which way it is meant."""
    bounds = phrases(side, side.language.number_bounds)
    if not bounds:
        return []
    counted = {side.range_of(number.span).first for number in numbers(side.text, side.language)}
    return [(words, side.language.number_bounds[phrase]) for words, phrase in bounds if words.end in counted]


def _only_in(
    pair: Pair, side: Side, ours: Sequence[tuple[Range, str]], theirs: Sequence[tuple[Range, str]]
) -> list[Range]:
    """Return the words of one side whose degree the other has not as often; those among changed words count first."""
    spare: dict[str, int] = defaultdict(int)
    for _, degree in ours:
        spare[degree] += 1
    for _, degree in theirs:
        spare[degree] -= 1
    only = []
    for words, degree in ours:
        if spare[degree] > 0 and pair.edit_at(side, words):
            spare[degree] -= 1
            only.append(words)
    return only


def _named(pair: Pair, kind: ChangeType, lost: Sequence[Range], new: Sequence[Range]) -> Iterator[Finding]:
    left = list(new)
    for a in lost:
        edit = pair.edit_at(pair.a, a)
        b = next((words for words in left if edit and edit.b.holds(words)), None)
        if b is not None:
            left.remove(b)
        if b is not None or (edit and edit.size <= LONGEST_TURN and not _moved_back(pair.a, a)):
            there = pair.place(pair.a, a) if b is None else b
            yield _finding(pair, kind, a, there, swapped=b is not None)
    for b in left:
        edit = pair.edit_at(pair.b, b)
        if edit and edit.size <= LONGEST_TURN and not _moved_back(pair.b, b):
            yield _finding(pair, kind, pair.place(pair.b, b), b, swapped=False)


def _moved_back(side: Side, words: Range) -> bool:
    """Tell whether words only report what was said of the time to come: "it would open", of "it opens".

    Reported speech moves the tenses back (Quirk et al., A Comprehensive Grammar of the English Language, 1985, 14.31).
    """
    reported = side.passage.presentation in (Presentation.INDIRECT, Presentation.MIXED)
    return reported and all(side.forms[at] in side.language.future_in_the_past for at in range(*words))


def _finding(pair: Pair, kind: ChangeType, a: Range, b: Range, *, swapped: bool) -> Finding:
    """Name one change: major where a degree took another's place, or where nothing else was changed there."""
    alone = kind in _TELLING and not (a.size and b.size) and pair.is_whole_edit(a, b)
    major = alone or (swapped and pair.in_place(a, b, LONGEST_SWAP))
    return Finding(kind, Severity.MAJOR if major else Severity.MINOR, a, b)
