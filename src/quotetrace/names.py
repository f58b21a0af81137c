"""Personal names in running text: where they are, and whether two of them can mean one person."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple
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
# "the newly elected regional government spokeswoman"; without an article, "former deputy mayor".
MAX_BEFORE_HEAD = 6
MAX_BEFORE_BARE_HEAD = 3
LONGEST_OFFICE = 10
# After "of", a name of two words is whom an office serves; a longer one has the body's name before the person's.
MAX_SERVED = 2

_PAUSE = re.compile(r"[^\w\s.’'-]|\d+|\s[-–—]\s|(?<!\b\w)\.\s+(?=[^\W\d_]{3,})")
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
    for at, word in reversed(list(enumerate(phrase))):
        if _is_title(word, language) or (
            is_office(word, language) and not (at and _is_title(phrase[at - 1], language))
        ):
            break
        if word[0].isupper() or (name and fold(word) in language.name_particles):
            name.append(word)
        else:
            break
    while name and (not name[-1][0].isupper() or fold(name[-1]) in language.openers):
        name.pop()
    name = [
        word for word in reversed(name) if fold(word.rstrip(".")) not in language.abbreviations | language.name_suffixes
    ]
    too_long = len(name) > LONGEST_NAME and not any(fold(word) in language.name_particles for word in name)
    return tuple(name[-2:] if too_long else name)


class Mention(NamedTuple):
    """A personal name in running text."""

    name: tuple[str, ...]
    office: str  # that goes with it, folded: "russian foreign minister"; empty where there is none
    titles: tuple[str, ...]  # the folded words before the name that tell a gender: "mrs"
    at: int  # how many words of the text stand before it
    is_placed: bool  # whether it is where or when something is: "in Orlo"


def mentions(text: str, language: Language) -> Iterator[Mention]:
    """Yield the personal names in *text*, which may also be the names of places and bodies.

    An office is a noun directly before the name, or one of an apposition ("NAME, the envoy to Rome, …", "a
    spokesman for the port, NAME, …").
    """
    clauses = [words_of(clause) for clause in _PAUSE.split(_without_stops(text, language))]
    offset = 0
    for at, words in enumerate(clauses):
        for start, end in _names_in(words, language):
            beside = _beside(clauses, at, (start, end), language)
            yield _mention(words, (start, end), beside, offset, language)
        offset += len(words)


def _beside(clauses: Sequence[Sequence[str]], at: int, place: tuple[int, int], language: Language) -> str:
    """Return the office in the clause after a name that ends its own, else in the one before a name that begins it."""
    start, end = place
    office = ""
    if end == len(clauses[at]) and at + 1 < len(clauses):
        office = _apposition(clauses[at + 1], language)
    if not office and start == 0 and at and not _named_last(clauses, at - 2, language):
        office = _apposition(clauses[at - 1], language)
    return office


def _named_last(clauses: Sequence[Sequence[str]], at: int, language: Language) -> bool:
    """Tell whether a clause ends with a name, which the apposition after it belongs to."""
    return at >= 0 and bool(personal_name(clauses[at], language))


def _mention(words: Sequence[str], place: tuple[int, int], beside: str, offset: int, language: Language) -> Mention:
    start, end = place
    folded = [fold(word.rstrip(".")) for word in words[:start]]
    is_placed = bool(folded) and folded[-1] in language.place_openers
    office = "" if is_placed else _office_before(folded, language) or beside
    return Mention(tuple(words[start:end]), office, _titles(folded, language), offset + start, is_placed)


def _titles(before: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the titles and offices directly before a name that tell a gender: "mrs", "spokeswoman"."""
    titles = language.genders.keys() - language.gendered_pronouns
    known = titles | language.office_nouns | language.office_abbreviations.keys()
    return tuple(word for word in takewhile(known.__contains__, reversed(before)) if word in titles)


def short_titles(language: Language) -> frozenset[str]:
    """Return the titles before names that are written with a full stop, without it: "mrs", "sen"."""
    return frozenset(language.office_abbreviations) | (language.genders.keys() & language.abbreviations)


def _without_stops(text: str, language: Language) -> str:
    """Take off the full stops of the titles before names, which part nothing: "Sen. Ann Lee"."""
    titles = short_titles(language)
    return _title_stops(titles).sub(r"\1 ", text) if titles else text


@lru_cache(maxsize=16)
def _title_stops(titles: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(sorted(map(re.escape, titles)))})\.(?=\s)", re.IGNORECASE)


def _names_in(words: Sequence[str], language: Language) -> Iterator[tuple[int, int]]:
    """Yield where each name in a clause begins and ends."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and (words[end][0].isupper() or (end > at and _is_particle(words[end], language))):
            end += 1
        name = own_name(words[:at], words[at:end], language)
        if name:
            first = next(i for i in range(end - len(name), at - 1, -1) if words[i] == name[0])
            yield first, end
        at = max(end, at + 1)


def own_name(before: Sequence[str], words: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the name that ends *words* without whom the office *before* it serves: "head of Utopia Ann Lee"."""
    name = personal_name(words, language)
    serves = len(before) > 1 and fold(before[-1]) in language.serving and is_office(before[-2], language)
    return name[-MAX_SERVED:] if serves and len(name) == len(words) else name


def _is_title(word: str, language: Language) -> bool:
    """Tell "Mr" and "Mrs", which no office is: "Mr. King" is no king."""
    folded = fold(word.rstrip("."))
    return folded in language.genders and folded not in language.office_nouns


def is_office(word: str, language: Language) -> bool:
    """Tell whether a word stands for the person who holds an office, or shortens one."""
    folded = fold(word.rstrip("."))
    return folded in language.office_nouns or folded in language.office_abbreviations


def _is_particle(word: str, language: Language) -> bool:
    return fold(word) in language.name_particles


def _apposition(words: Sequence[str], language: Language) -> str:
    """Return the office that a clause such as "the envoy to Rome" names, or nothing where it goes on otherwise."""
    folded = [fold(word) for word in words]
    described = folded[1:] if folded and folded[0] in language.determiners else folded
    heads = [at for at, word in enumerate(described[:MAX_BEFORE_HEAD]) if word in language.office_nouns]
    if not heads or (described is folded and heads[0] >= MAX_BEFORE_BARE_HEAD):
        return ""
    end = heads[0] + 1
    while end < len(described) and described[end] in language.office_nouns:
        end += 1
    if end < len(described) and described[end] not in language.serving | language.relative_openers:
        return ""
    return " ".join(takewhile(lambda word: word not in language.relative_openers, described[:LONGEST_OFFICE]))


def _office_before(folded: Sequence[str], language: Language) -> str:
    """Return the office directly before a name with what describes it: "russian foreign minister"."""
    if not folded or not is_office(folded[-1], language):
        return ""
    first = len(folded) - 1
    while first and len(folded) - first < MAX_BEFORE_HEAD and folded[first - 1] not in language.openers:
        first -= 1
    return " ".join(language.office_abbreviations.get(word, word) for word in folded[first:])


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two names can mean one person: like surnames, and given names that do not differ."""
    if not a or not b or not _alike_surnames(_plain(a[-1]), _plain(b[-1])):
        return False
    plain_a, plain_b = [_plain(word) for word in a], [_plain(word) for word in b]
    if plain_a[-len(b) :] == plain_b or plain_b[-len(a) :] == plain_a:  # "De Witt" and "Ann de Witt"
        return True
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
