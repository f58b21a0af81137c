"""Offices in words: what a phrase such as "deputy head of the water department" says, and whether two mean one office.

An office has a head noun ("minister"), ranks that make it another office ("deputy"), and what describes it: a country,
a party, the body that it leads or serves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.languages import Language


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a phrase tells it.

    *named* are the words of the description *about* it that have a capital; *core* stands nearest to the head noun.
    """

    noun: str
    ranks: frozenset[str]
    about: frozenset[str]
    named: frozenset[str]
    core: str


def read_office(words: Sequence[str], language: Language) -> Office | None:
    """Return the office that a phrase names, or None where it names none, or a body ("the foreign ministry")."""
    named = {fold(word) for word in words if word[:1].isupper()}
    folded = [fold(word) for word in words]
    folded = [language.office_abbreviations.get(word, word) for word in folded if word not in language.determiners]
    folded = [language.office_forms.get(word, word) for word in folded]
    end = _end_of_head(folded, language)
    before, after = folded[:end], [word for word in folded[end:] if word not in language.serving]
    if not before or before[-1] not in language.office_nouns - language.body_nouns:
        return None
    if not language.conjunctions.isdisjoint(before):  # two offices of one person, or two people
        return None
    *described, noun = before
    about = [word for word in described if word not in language.rank_words | language.function_words]
    nearest = [*reversed(about), *after]
    ranks = frozenset(described).intersection(language.rank_words)
    described_by = frozenset(about).union(after)
    return Office(noun, ranks, described_by, described_by & named, nearest[0] if nearest else "")


def _end_of_head(folded: Sequence[str], language: Language) -> int:
    """Return where the noun ends that says what the office is: before an "of", or before what it governs."""
    if language.head_first:
        return next((at + 1 for at, word in enumerate(folded) if word in language.office_nouns), len(folded))
    return next((at for at, word in enumerate(folded) if at and word in language.serving), len(folded))


def can_be_one(asked: Office, held: Office, language: Language) -> bool:
    """Tell whether one person can be called both: like nouns and ranks, and descriptions of which one has the other.

    "Head of the water department" can be the water minister: who leads a body is called so, whatever the office is.
    """
    if asked.ranks != held.ranks:
        return False
    if _one_class(asked.noun, held.noun, language):
        return asked.about <= held.about or held.about <= asked.about
    return _is_called_leader(asked, held, language)


def fits_tracked(asked: Office, held: Office, known: frozenset[str], language: Language) -> bool:
    """Tell the same of somebody who is tracked by *held*, and of whose offices all words are *known*.

    Whoever is tracked as "the minister" is not the minister of whatever country or body an article speaks of.
    """
    if not can_be_one(asked, held, language):
        return False
    return asked.about <= known if _one_class(asked.noun, held.noun, language) else asked.named <= known


def _is_called_leader(asked: Office, held: Office, language: Language) -> bool:
    if not {asked.noun, held.noun} <= language.leading_nouns:
        return False
    return _leads(asked, held, language) or _leads(held, asked, language)


def _one_class(a: str, b: str, language: Language) -> bool:
    return a == b or any(a in nouns and b in nouns for nouns in language.office_classes)


def _leads(leader: Office, other: Office, language: Language) -> bool:
    """Tell whether *leader* leads a body of the kind that *other* is named for."""
    return bool(other.core) and other.core in leader.about and not leader.about.isdisjoint(language.body_nouns)
