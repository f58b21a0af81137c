"""Whom a pronoun or an office means, by gender and salience; None where it may be several."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.people.persons import Person

# A pronoun is taken for somebody whose gender is not known only if that person spoke or opened a sentence in the same
# sentence or the one before it. On the development half of the cases of benchmarks/speakers.py nine of eleven of these
# were right, and one of four from further off.
MAX_BACK = 1
# Two tracked speakers who hold one office are told apart if only one was named within so many sentences.
MAX_APART = 3


def meant_by_pronoun(people: Sequence[Person], gender: str, sentence: int) -> Person | None:
    """Return who spoke last or whom a sentence was about since, of those whose gender does not forbid it."""
    best: Person | None = None
    for person in reversed(people):  # who came last stands out most, as a rule: hardly anybody's gender is asked for
        salient = person.last_prominence >= 0 and (best is None or _salience(person) >= _salience(best))
        if salient and person.may_be_meant and person.gender in ("", gender):
            best = person
    if best is None or (not best.gender and sentence - best.last_prominence > MAX_BACK):
        return None
    return best


def _salience(person: Person) -> tuple[int, int, int]:
    return person.last_prominence, person.last_speech, person.last_mention


def meant_by_office(holders: Sequence[Person]) -> Person | None:
    """Return whom an office means of those who hold it: who was named last, or the only one who is named later.

    Two tracked speakers who were both named shortly before are not told apart by that.
    """
    named = sorted((person for person in holders if person.last_mention >= 0), key=_recency, reverse=True)
    if len(named) < 2:  # noqa: PLR2004 -- two that could be confused
        return named[0] if named else holders[0] if len(holders) == 1 else None
    best, other = named[:2]
    if best.tracked and other.tracked and best.last_mention - other.last_mention <= MAX_APART:
        return None
    return None if _recency(best) == _recency(other) else best


def _recency(person: Person) -> tuple[int, int]:
    return person.last_mention, person.last_prominence


def stands_out(people: Iterable[Person], sentence: int) -> Person | None:
    """Return who spoke or opened a sentence just before, if nobody else did shortly before: "the 40-year-old"."""
    shown = [one for one in people if one.may_be_meant and one.last_prominence >= max(0, sentence - MAX_APART)]
    return shown[0] if len(shown) == 1 and sentence - shown[0].last_prominence <= MAX_BACK else None
