"""Personal names in running text: where they are, and the offices that go with them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language

# A longer run of capitalised words has the name of an institution before the person's.
LONGEST_NAME = 3
# "the newly elected regional government spokeswoman"; without an article, "former deputy mayor".
MAX_BEFORE_HEAD = 6
MAX_BEFORE_BARE_HEAD = 3
LONGEST_OFFICE = 10
# After "of", a name of two words is whom an office serves; a longer one has the body's name before the person's.
MAX_SERVED = 2
# Letters of an agency's name that is written in capitals.
LONGEST_SHORT_NAME = 4
# Words that an office noun governs before a name: "minister (of) foreign affairs Ann Lee".
MAX_GOVERNED = 3

_PAUSE = re.compile(r"[^\w\s.’'-]|\d+|\s[-–—]\s|(?<!\b\w)\.\s+(?=[^\W\d_]{3,})")
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?\.?")


def words_of(phrase: str) -> list[str]:
    """Return the words of a phrase, the full stop of an initial kept, possessive endings taken off."""
    return [_bare(word) for word in _WORD.findall(phrase)]


@lru_cache(maxsize=1 << 14)
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
    name = [word for word in reversed(name) if not _is_shortened(word, language)]
    too_long = len(name) > LONGEST_NAME and not any(fold(word) in language.name_particles for word in name)
    return tuple(name[-2:] if too_long else name)


def _is_shortened(word: str, language: Language) -> bool:
    """Tell whether a word is no name of its own: "Gen", "Jr"."""
    folded = fold(word.rstrip("."))
    return folded in language.abbreviations or folded in language.name_suffixes


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
    folded = [fold(word.rstrip(".")) for word in words[max(0, start - LONGEST_OFFICE) : start]]
    is_placed = bool(folded) and folded[-1] in language.place_openers
    office = "" if is_placed else _office_before(folded, language) or beside
    return Mention(tuple(words[start:end]), office, _titles(folded, language), offset + start, is_placed)


def _titles(before: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the titles and offices directly before a name that tell a gender: "mrs", "spokeswoman"."""
    known = takewhile(lambda word: _tells_gender(word, language) or is_office(word, language), reversed(before))
    return tuple(word for word in known if _tells_gender(word, language))


def _tells_gender(title: str, language: Language) -> bool:
    return title in language.genders and title not in language.gendered_pronouns


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
        name = own_name(words[max(0, at - 2) : at], words[at:end], language) if end > at else ()
        if name:
            first = next(i for i in range(end - len(name), at - 1, -1) if words[i] == name[0])
            yield first, end
        at = max(end, at + 1)


def own_name(before: Sequence[str], words: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the name that ends *words* without whom the office *before* it serves: "head of Utopia Ann Lee"."""
    name = _without_outlet(_without_body(personal_name(words, language), language), language)
    serves = len(before) > 1 and fold(before[-1]) in language.serving and is_office(before[-2], language)
    return name[-MAX_SERVED:] if serves and len(name) == len(words) else name


def by_patronymic(name: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Return the given name with the patronymic, by which a person may be called too, or nothing."""
    *given, _ = name or ("",)
    return tuple(given) if len(given) == 2 and fold(given[1]).endswith(language.patronymic_endings) else ()  # noqa: PLR2004


def _without_body(name: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Take what an office before a name governs off it, where three words are no full name: "Utopia Ann Lee"."""
    if not language.head_first or len(name) <= MAX_SERVED:
        return name
    is_full = name[0].endswith(".") or fold(name[-2]).endswith(language.patronymic_endings)
    return name if is_full else name[-MAX_SERVED:]


def _without_outlet(name: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Take the agency that was told something off the name of who told it: "told Lee ABC"."""
    told = language.free_order and len(name) > 1 and name[-1].isupper() and not name[0].isupper()
    return name[:-1] if told and 1 < len(name[-1]) <= LONGEST_SHORT_NAME else name


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
    if described and (described[0] in language.serving or described[0] in language.place_openers):
        return ""
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
    head = _head_before(folded, language)
    if head < 0:
        return ""
    first = head
    while first and len(folded) - first < MAX_BEFORE_HEAD and folded[first - 1] not in language.openers:
        first -= 1
    return " ".join(language.office_abbreviations.get(word, word) for word in folded[first:])


def _head_before(folded: Sequence[str], language: Language) -> int:
    """Return where the office noun is that goes with a name after *folded*, or -1."""
    last = len(folded) - 1
    reach = MAX_GOVERNED if language.head_first else 0
    for at in range(last, max(last - reach, 0) - 1, -1):
        if is_office(folded[at], language):
            return at
        if folded[at] in language.openers or folded[at] in language.say_verbs:
            break
    return -1
