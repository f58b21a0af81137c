"""How sure, how strong, how many, how binding: words of a list that one side has and the other has not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import LONGEST_TURN, Finding, Range
from quotetrace.changing.phrases import phrases
from quotetrace.changing.quoting import AS_SAID
from quotetrace.model import Presentation
from quotetrace.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.changing.pairs import Edit, Pair, Side

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
        if spare[degree] > 0 and _edit(pair, side, words):
            spare[degree] -= 1
            only.append(words)
    return only


def _named(pair: Pair, kind: ChangeType, lost: Sequence[Range], new: Sequence[Range]) -> Iterator[Finding]:
    left = list(new)
    for a in lost:
        edit = _edit(pair, pair.a, a)
        b = next((words for words in left if edit and edit.b.holds(words)), None)
        if b is not None:
            left.remove(b)
        if b is not None:
            yield _finding(pair, kind, a, b, swapped=True)
        elif edit and edit.size <= LONGEST_TURN and not _moved_back(pair.a, a):
            yield _finding(pair, kind, a, edit.b, swapped=False)
        elif edit and _is_lost_hedge(pair, kind, a):
            yield _finding(pair, kind, a, Range(edit.b.first, edit.b.first), swapped=False)
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
    major = alone or (swapped and pair.in_place(a, b, LONGEST_SWAP)) or (not swapped and _is_lost_hedge(pair, kind, a))
    return Finding(kind, Severity.MAJOR if major else Severity.MINOR, a, b)


def _edit(pair: Pair, side: Side, words: Range) -> Edit | None:
    """Return the edit that holds a phrase, or what in it carries more than grammar: "believe" of "we believe"."""
    content = side.content(words)
    core = Range(content[0], content[-1] + 1) if content else words
    return pair.edit_at(side, words) or pair.edit_at(side, core)


def _is_lost_hedge(pair: Pair, kind: ChangeType, words: Range) -> bool:
    """Tell whether a hedge went, and little but it, without another verb that leaves things open in its place.

    What the speaker says to think may stand in the reporting clause of a report.
    """
    edit = _edit(pair, pair.a, words) if kind is ChangeType.HEDGE and words.size else None
    if edit is None or edit.size > LONGEST_SWAP or len(pair.b.content(edit.b)) > 1:
        return False
    if " ".join(pair.a.forms[words.first : words.end]) not in pair.language.shades:
        return False  # a bound of a number
    reported = pair.b.passage.presentation not in AS_SAID
    if reported and pair.a.forms[words.first] in pair.language.first_person:
        return False
    hedges = [found for found, _ in _by_type(pair.a)[kind]]
    bare = all(any(one.first <= at < one.end for one in hedges) for at in pair.a.content(edit.a))
    before, after = (_modal(side, within) for side, within in ((pair.a, edit.a), (pair.b, edit.b)))
    return bare and after <= before


def _modal(side: Side, within: Range) -> set[str]:
    return {degree for words, degree in _by_type(side)[ChangeType.MODALITY] if within.meets(words)}
