"""Statements that one side has and the other has not: whole clauses of which nothing is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.gaps import has_gap, is_cut_short
from quotetrace.changing.pairs import Finding, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Pair, Side

# Content words that make a clause a statement of its own, and not a detail. Of three, such clauses are named in three
# times as many clean pairs (benchmarks/meaning.py).
STATEMENT = 4
CONDITION = 2  # … that make a condition, a reason or a concession
# Share of the content words of a clause that the other side may have all the same, by chance. At .5, some change is
# named major in .31 of the clean pairs, instead of .09.
CHANCE = 0.25
_PAUSE = re.compile(r"[,;:.!?()–—]")


def clauses(side: Side) -> list[Range]:
    """Part the words at punctuation marks, and before words that open a clause."""
    openers = (
        side.language.clause_openers
        | side.language.condition_openers
        | side.language.reason_openers
        | side.language.relative_openers
        | side.language.conditional_openers
    )
    found: list[Range] = []
    first = 0
    for at in range(1, len(side.words)):
        paused = _PAUSE.search(side.text, side.words[at - 1].end, side.words[at].start)
        if paused or (side.forms[at] in openers and side.forms[at - 1] not in openers):
            found.append(Range(first, at))
            first = at
    return [*found, Range(first, len(side.words))]


def statements(pair: Pair) -> Iterator[Finding]:
    """Name clauses in a row of which the other side tells nothing: left out, or put in.

    A condition or an exception says what the rest holds for, so that its loss is a change of scope; of these, and of
    reasons and concessions, a few words are enough. It takes some
    clause that both sides have, or else they are told in other words throughout.
    """
    for kind, ours, theirs in ((ChangeType.OMISSION, pair.a, pair.b), (ChangeType.ADDITION, pair.b, pair.a)):
        for words in _untold(ours, theirs):
            place = pair.place(ours, words)
            there = Range(place.first, place.first)
            if has_gap(theirs, there) or _put_otherwise(pair, ours, theirs, words):
                continue
            a, b = (words, there) if ours is pair.a else (there, words)
            yield Finding(_kind(pair, ours, kind, (a, b)), Severity.MAJOR, a, b)


def _kind(pair: Pair, side: Side, kind: ChangeType, found: tuple[Range, Range]) -> ChangeType:
    words = found[0] if side is pair.a else found[1]
    if side.forms[words.first] in side.language.condition_openers:
        return ChangeType.SCOPE
    return ChangeType.TRUNCATION if side is pair.a and is_cut_short(pair, *found) else kind


def _put_otherwise(pair: Pair, side: Side, other: Side, words: Range) -> bool:
    """Tell whether the other side has so many words of its own there that they may tell the same."""
    edits = [(e.a, e.b) if side is pair.a else (e.b, e.a) for e in pair.edits]
    own = sum(
        other.stems[at] not in side.known_stems
        for ours, theirs in edits
        if ours.meets(words)
        for at in other.content(theirs)
    )
    return own > CHANCE * len(side.content(words))


def _untold(side: Side, other: Side) -> list[Range]:
    found: list[Range] = []
    told = 0
    for clause in clauses(side):
        content = side.content(clause)
        known = sum(side.stems[at] in other.known_stems for at in content)
        if known > CHANCE * len(content) or not content:
            told += known
        elif found and found[-1].end == clause.first:
            found[-1] = Range(found[-1].first, clause.end)
        else:
            found.append(clause)
    binding = side.language.condition_openers | side.language.reason_openers
    return [
        words
        for words in found
        if told and len(side.content(words)) >= (CONDITION if side.forms[words.first] in binding else STATEMENT)
    ]
