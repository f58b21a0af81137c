"""Negations that one side has and the other has not."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.clauses import clauses
from quotetrace.changing.pairs import LONGEST_TURN, Finding, Range
from quotetrace.changing.phrases import phrases
from quotetrace.text import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Edit, Pair, Side

_PAUSE = re.compile(r"[,;:.!?()–—]")
# Share of the content words of a clause that the other side must have, in another place, for the two to be compared.
MOVED = 0.5
_SHORTEST_STEM = 3  # letters, of a word that a prefix negates


def negations(pair: Pair) -> Iterator[Finding]:
    """Name the places where one side negates and the other does not.

    Two negations in one clause cancel each other out, so it is clauses that are counted. Where only a part of the
    words is the same, only what stands in a short stretch of changed words counts.
    """
    before, after = (_in_doubt(pair, side, _negating(pair, side)) for side in (pair.a, pair.b))
    turned = [edit for edit in pair.edits if edit.size <= LONGEST_TURN and _turns(edit, before, after)]
    if len(turned) == 1 and len(before) == len(after):
        return  # the one negation stands elsewhere, or is put in other words
    if turned:
        yield from (_found(edit, before, after) for edit in turned)
    elif (
        pair.comparable
        and _differ(pair, before, after)
        and _differ(pair, _plain(pair.a, before), _plain(pair.b, after))
    ):
        yield _odd_one(pair, before, after)


def _in_doubt(pair: Pair, side: Side, found: list[Range]) -> list[Range]:
    """Leave out what both sides have in the same place, and what one has in a clause that the other leaves out."""
    other = pair.b if side is pair.a else pair.a
    edits = [(e.a, e.b, e.size) if side is pair.a else (e.b, e.a, e.size) for e in pair.edits]
    return [
        words
        for words in found
        if any(
            ours.meets(words)
            and (
                size <= LONGEST_TURN
                or other.content(theirs)
                or (theirs.size and not _holds_clause(side, ours, words))
                or _is_told(side, ours, other)
            )
            for ours, theirs, size in edits
        )
    ]


def _holds_clause(side: Side, within: Range, negation: Range) -> bool:
    """Tell whether all words of the clause that is negated lie within a stretch."""
    return any(clause.meets(negation) and within.holds(clause) for clause in clauses(side))


def _is_told(side: Side, words: Range, other: Side) -> bool:
    """Tell whether the other side has most content words of a clause all the same: the clause has moved."""
    lost = Counter(side.stems[at] for at in side.content(words))
    kept = Counter(side.stems) - lost  # what is told twice is no less told when one of the two is left out
    told = lost & (Counter(other.stems) - kept)
    return told.total() > MOVED * lost.total()


def _plain(side: Side, found: list[Range]) -> list[Range]:
    """Leave out what is almost a negation ("fail to"): it may stand for one on the other side, and for none."""
    return [words for words in found if any(side.language.is_negator(side.forms[at]) for at in range(*words))]


def _differ(pair: Pair, before: list[Range], after: list[Range]) -> bool:
    return _negated_clauses(pair.a, before) != _negated_clauses(pair.b, after)


def _turns(edit: Edit, before: list[Range], after: list[Range]) -> bool:
    here, there = _within(edit.a, before), _within(edit.b, after)
    return len(here) % 2 != len(there) % 2


def _within(words: Range, found: list[Range]) -> list[Range]:
    return [negation for negation in found if words.meets(negation)]


def _negated_clauses(side: Side, found: list[Range]) -> int:
    """Count the clauses with an odd number of negations."""
    numbers = _clause_numbers(side) if found else []
    clauses = Counter(numbers[negation.first] for negation in found)
    return sum(count % 2 for count in clauses.values())


def _clause_numbers(side: Side) -> list[int]:
    """Return for each word how many clauses have ended before it: at a punctuation mark, or where another opens."""
    openers = side.language.clause_openers | side.language.conjunctions
    ends = [0, *(word.end for word in side.words)]
    opened = (
        word.form in openers or (at > 0 and _PAUSE.search(side.text, ends[at], word.start) is not None)
        for at, word in enumerate(side.words)
    )
    return list(accumulate(map(int, opened)))


def _found(edit: Edit, before: list[Range], after: list[Range]) -> Finding:
    a, b = _hull(_within(edit.a, before)) or edit.a, _hull(_within(edit.b, after)) or edit.b
    return Finding(ChangeType.POLARITY, Severity.MAJOR, a, b)


def _hull(found: list[Range]) -> Range | None:
    return Range(found[0].first, found[-1].end) if found else None


def _odd_one(pair: Pair, before: list[Range], after: list[Range]) -> Finding:
    """Show the negations of the side that has more of them, first those among words that differ."""
    more, side = (before, pair.a) if len(before) > len(after) else (after, pair.b)
    odd = next((found for found in more if pair.edit_at(side, found)), more[0])
    there = pair.place(side, odd)
    a, b = (odd, there) if side is pair.a else (there, odd)
    return Finding(ChangeType.POLARITY, Severity.MAJOR, a, b)


def _negating(pair: Pair, side: Side) -> list[Range]:
    """Return the negations of one side, in order; a prefix is one where the other side has the word without it."""
    language = side.language
    harmless = [words for words, _ in phrases(side, language.harmless_negations)]
    found = [words for words, _ in phrases(side, language.negating_phrases)]
    other = pair.b if side is pair.a else pair.a
    for at, form in enumerate(side.forms):
        word = Range(at, at + 1)
        if language.is_negator(form) or _is_prefixed(form, side, other):
            found.append(word)
    found = [words for words in found if not any(phrase.meets(words) for phrase in harmless)]
    return sorted(words for n, words in enumerate(found) if not any(words.meets(earlier) for earlier in found[:n]))


def _is_prefixed(form: str, side: Side, other: Side) -> bool:
    """Tell whether the word is one that only the other side has without its negating prefix."""
    language = side.language
    if stem(form, language.stemmer) in other.known_stems:
        return False
    bare = (form.removeprefix(prefix) for prefix in language.negating_prefixes if form.startswith(prefix))
    stems = (stem(rest, language.stemmer) for rest in bare if len(rest) >= _SHORTEST_STEM)
    return any(rest in other.known_stems and rest not in side.known_stems for rest in stems)
