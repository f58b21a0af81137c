"""Personal names in running text: where they are, and whether two of them can mean one person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from rapidfuzz.distance import Indel

from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language

# Transliterations of one name differ by a letter or two ("Zelensky", "Zelenskiy"), names of two people mostly by
# more. Normalised Indel similarity of surnames and of given names, set on pairs of spellings in English news.
SAME_SURNAME = 0.85
SAME_GIVEN_NAME = 0.6
SHORTEST_FUZZY_SURNAME = 5
# A longer run of capitalised words has the name of an institution before the person's.
LONGEST_NAME = 3
# "the newly elected regional government spokeswoman"
MAX_BEFORE_HEAD = 6

_PAUSE = re.compile(r"[^\w\s.’'-]|\d+|\s[-–—]\s|\.\s+(?=[^\W\d_]{3,})")
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?\.?")


def words_of(phrase: str) -> list[str]:
    """Return the words of a phrase, the full stop of an initial kept, possessive endings taken off."""
    return [_bare(word) for word in _WORD.findall(phrase)]


def _bare(word: str) -> str:
    possessive = _POSSESSIVE.search(word) if word[-1] in "s'’" else None
    without_possessive = word[: possessive.start()] if possessive else word
    is_initial = len(without_possessive) <= len("J.")
    return without_possessive if is_initial else without_possessive.removesuffix(".")


def personal_name(phrase: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the personal name that ends *phrase*, without offices and titles before it, or an empty tuple.

    A name is a run of capitalised words (with particles such as "van" inside) after the last office noun; a word
    that is capitalised because it opens the sentence ("When") does not begin one.
    """
    name: list[str] = []
    for word in reversed(phrase):
        if fold(word.rstrip(".")) in language.office_nouns:
            break
        if word[0].isupper() or (name and fold(word) in language.name_particles):
            name.append(word)
        else:
            break
    while name and (not name[-1][0].isupper() or fold(name[-1]) in language.openers):
        name.pop()
    name = [word for word in reversed(name) if fold(word.rstrip(".")) not in language.abbreviations]
    too_long = len(name) > LONGEST_NAME and not any(fold(word) in language.name_particles for word in name)
    return tuple(name[-2:] if too_long else name)


def mentions(text: str, language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each personal name in *text* as a pair: the office that goes with it, and the name.

    The office is a noun directly before the name, or one of an apposition ("NAME, the envoy to Rome, …", "a
    spokesman for the port, NAME, …"); it is empty where there is none.
    """
    clauses = [words_of(clause) for clause in _PAUSE.split(text)]
    for at, words in enumerate(clauses):
        before = _apposition(clauses[at - 1], language) if at else ""
        after = _apposition(clauses[at + 1], language) if at + 1 < len(clauses) else ""
        for start, end in _names_in(words, language):
            beside = before if start == 0 else after if end == len(words) else ""
            if start == 0 and end == len(words):
                beside = after or before
            yield _office_before(words, start, language) or beside, tuple(words[start:end])


def _names_in(words: Sequence[str], language: Language) -> Iterator[tuple[int, int]]:
    """Yield where each name in a clause begins and ends."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and (words[end][0].isupper() or (end > at and _is_particle(words[end], language))):
            end += 1
        name = personal_name(words[at:end], language)
        if name:
            yield end - len(name), end
        at = max(end, at + 1)


def _is_particle(word: str, language: Language) -> bool:
    return fold(word) in language.name_particles


def _apposition(words: Sequence[str], language: Language) -> str:
    """Return the office that a clause such as "the envoy to Rome" names, or nothing."""
    if not words or fold(words[0]) not in language.determiners:
        return ""
    return _office_in([fold(word) for word in words[1:MAX_BEFORE_HEAD]], language)


def _office_in(words: Sequence[str], language: Language) -> str:
    """Return the words up to the last of the first office nouns in a row: "deputy foreign minister"."""
    first = next((i for i, word in enumerate(words) if word in language.office_nouns), None)
    if first is None:
        return ""
    last = first
    while last + 1 < len(words) and words[last + 1] in language.office_nouns:
        last += 1
    return " ".join(words[: last + 1])


def _office_before(words: Sequence[str], name_at: int, language: Language) -> str:
    """Return the office directly before a name with what describes it: "russian foreign minister"."""
    folded = [fold(word) for word in words[:name_at]]
    if not folded or folded[-1] not in language.office_nouns:
        return ""
    first = len(folded) - 1
    while first and len(folded) - first < MAX_BEFORE_HEAD and folded[first - 1] not in language.openers:
        first -= 1
    return " ".join(folded[first:])


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two names can mean one person: like surnames, and given names that do not differ."""
    if not a or not b or not _alike_surnames(_plain(a[-1]), _plain(b[-1])):
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    given_a, given_b = _plain(a[0]).rstrip("."), _plain(b[0]).rstrip(".")
    if len(given_a) == 1 or len(given_b) == 1:
        return given_a[0] == given_b[0]
    return Indel.normalized_similarity(given_a, given_b) >= SAME_GIVEN_NAME


def initial(name: Sequence[str]) -> str:
    """Return the first letter of a surname, without case and diacritics: spellings of one name share it."""
    return _plain(name[-1])[:1]


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    """Return a name without the diacritics that one outlet prints and another does not."""
    return "".join(char for char in normalize("NFD", fold(name)) if not combining(char))


def _alike_surnames(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST_FUZZY_SURNAME:
        return False
    return Indel.normalized_similarity(a, b) >= SAME_SURNAME
