"""Words put in, left out and put otherwise, of which no rule says more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.clauses import STATEMENT
from quotetrace.changing.gaps import has_gap, is_cut_short
from quotetrace.changing.pairs import Edit, Finding, Range
from quotetrace.changing.people import unknown_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.changing.pairs import Pair, Side


def words(pair: Pair, named: Sequence[Finding]) -> Iterator[Finding]:
    """Name each stretch of changed words of which *named* has not told everything."""
    for edit in pair.edits:
        if _is_told(pair, edit, named):
            continue
        rest = _untold(pair, edit, named)
        yield _named(pair, edit) if rest == edit else Finding(ChangeType.WORDING, Severity.MINOR, *rest)


def _untold(pair: Pair, edit: Edit, named: Sequence[Finding]) -> Edit:
    """Return an edit without the side of which all words were named as left out, or as put in."""
    lost = [found.a for found in named if not found.b.size]
    new = [found.b for found in named if not found.a.size]
    if pair.a.content(edit.a) and _held(pair.a, edit.a, lost):
        return Edit(Range(edit.a.first, edit.a.first), edit.b)
    if pair.b.content(edit.b) and _held(pair.b, edit.b, new):
        return Edit(edit.a, Range(edit.b.first, edit.b.first))
    return edit


def _named(pair: Pair, edit: Edit) -> Finding:
    lost, new = _gone(pair.a, edit.a, pair.b), _gone(pair.b, edit.b, pair.a)
    if not lost and not new:  # only grammar, or words that stand elsewhere too
        return Finding(ChangeType.WORDING, Severity.MINOR, edit.a, edit.b)
    if lost and is_cut_short(pair, edit.a, edit.b):
        return Finding(ChangeType.TRUNCATION, _severity_of_loss(pair, edit, lost), edit.a, edit.b)
    if not edit.b.size or (len(lost) >= STATEMENT and not new):
        severity = Severity.MINOR if has_gap(pair.b, edit.b) else _severity_of_loss(pair, edit, lost)
        return Finding(ChangeType.OMISSION, severity, edit.a, edit.b)
    if not edit.a.size or (len(new) >= STATEMENT and not lost):
        severity = Severity.MINOR if has_gap(pair.a, edit.a) else _severity(new)
        return Finding(ChangeType.ADDITION, severity, edit.a, edit.b)
    return Finding(ChangeType.WORDING, Severity.MINOR, edit.a, edit.b)


def _severity(content: Sequence[int]) -> Severity:
    return Severity.MAJOR if len(content) >= STATEMENT else Severity.MINOR


def _severity_of_loss(pair: Pair, edit: Edit, content: Sequence[int]) -> Severity:
    """Weigh lost words: a name or a figure with a word more, as in "in the port of Brell", is a detail that tells.

    Of the cut phrases of benchmarks/meaning.py, .19 are major then instead of .12.
    """
    figures = any(pair.a.forms[at][0].isdigit() for at in content)
    detail = len(content) > 1 and (figures or unknown_names(pair.a, edit.a, pair.b))
    return Severity.MAJOR if detail else _severity(content)


def _gone(side: Side, within: Range, other: Side) -> list[int]:
    """Return the content words of a stretch that the other side has nowhere."""
    return [at for at in side.content(within) if side.stems[at] not in other.known_stems]


def _is_told(pair: Pair, edit: Edit, named: Sequence[Finding]) -> bool:
    """Tell whether changes that have a name hold all content words of an edit."""
    here = [found for found in named if edit.a.meets(found.a) or edit.b.meets(found.b)]
    return bool(here) and all(
        _held(side, words, ranges)
        for side, words, ranges in (
            (pair.a, edit.a, [found.a for found in here]),
            (pair.b, edit.b, [found.b for found in here]),
        )
    )


def _held(side: Side, within: Range, ranges: Sequence[Range]) -> bool:
    return all(any(one.first <= at < one.end for one in ranges) for at in side.content(within))
