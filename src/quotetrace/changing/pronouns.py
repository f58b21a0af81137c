"""Whom or what a statement is about, told in particular on one side and left open on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import LONGEST_TURN, Edit, Finding, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Pair, Side


def pro_forms(pair: Pair) -> Iterator[Finding]:
    """Name a noun that only an indefinite pronoun stands for: "other states", "others"; "no state may", "one may not".

    It changes who acts where the two are the subjects of modal verbs, and else what is spoken of; little, if the noun
    stands elsewhere beside the pronoun.
    """
    for edit in pair.edits:
        if edit.size > 2 * LONGEST_TURN:
            continue
        found = _subjects(pair, edit) or _left_open(pair, edit)
        if found:
            yield found


def _subjects(pair: Pair, edit: Edit) -> Finding | None:
    a, b = _subject(pair.a, edit.a), _subject(pair.b, edit.b)
    impersonal = pair.language.impersonal_pronouns
    if a is None or b is None or (pair.a.forms[a] in impersonal) == (pair.b.forms[b] in impersonal):
        return None
    return Finding(ChangeType.ACTOR, Severity.MAJOR, Range(a, a + 1), Range(b, b + 1))


def _subject(side: Side, within: Range) -> int | None:
    """Return the noun or impersonal pronoun that stands right before a modal verb."""
    language = side.language
    for at in range(within.first, min(within.end, len(side.words) - 1)):
        form = side.forms[at]
        modal = language.shades.get(side.forms[at + 1], ("", ""))[0] == ChangeType.MODALITY
        if modal and (form in language.impersonal_pronouns or form not in language.function_words):
            return at
    return None


def _left_open(pair: Pair, edit: Edit) -> Finding | None:
    open_a, open_b = _pronoun(pair.a, edit.a), _pronoun(pair.b, edit.b)
    if edit.size > LONGEST_TURN or (open_a is None) == (open_b is None):
        return None
    side, words, other = (pair.a, edit.a, pair.b) if open_a is None else (pair.b, edit.b, pair.a)
    nouns = [at for at in side.content(words) if side.forms[at] not in side.language.indefinite_pronouns]
    if not nouns:
        return None
    told = all(side.stems[at] in other.known_stems for at in nouns)
    return Finding(ChangeType.SCOPE, Severity.MINOR if told else Severity.MAJOR, edit.a, edit.b)


def _pronoun(side: Side, words: Range) -> int | None:
    """Return an indefinite pronoun that stands without any noun."""
    found = [at for at in range(*words) if side.forms[at] in side.language.indefinite_pronouns]
    return found[0] if found and set(side.content(words)) <= set(found) else None
