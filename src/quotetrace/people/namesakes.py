"""Whether two names can mean one person, and the people of an article found by name."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar
from unicodedata import combining, normalize

from rapidfuzz import process
from rapidfuzz.distance import Indel

from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Transliterations of one name differ by a letter or two ("Zelensky", "Zelenskiy"), names of two people mostly by
# more. Normalised Indel similarity of surnames and of given names, set on pairs of spellings in English news.
SAME_SURNAME = 0.85
SAME_GIVEN_NAME = 0.6
SHORTEST_FUZZY_SURNAME = 5
# Letters that are left of a name without its ending.
SHORTEST_NAME_STEM = 3
# What is looked at more closely: a little less than `SAME_SURNAME`, for the rounding of two ways to count it.
NEARLY_SAME_SURNAME = SAME_SURNAME - 0.01


def same_person(a: Sequence[str], b: Sequence[str], endings: tuple[str, ...] = ()) -> bool:
    """Tell whether two names can mean one person: like surnames, and given names that do not differ.

    *endings* are those of declined names (`Language.name_endings`).
    """
    if not a or not b or not _alike_surnames(_plain(a[-1]), _plain(b[-1]), endings):
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


@lru_cache(maxsize=1 << 14)
def _without_ending(name: str, endings: tuple[str, ...]) -> str:
    """Return a plain name without the longest ending that leaves a stem."""
    plain = map(_plain, endings)
    fitting = [end for end in plain if name.endswith(end) and len(name) - len(end) >= SHORTEST_NAME_STEM]
    return name.removesuffix(max(fitting, key=len, default=""))


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    """Return a name without the diacritics that one outlet prints and another does not."""
    return "".join(char for char in normalize("NFD", fold(name)) if not combining(char))


def _alike_surnames(a: str, b: str, endings: tuple[str, ...]) -> bool:
    if a == b or (endings and _without_ending(a, endings) == _without_ending(b, endings)):
        return True
    if min(len(a), len(b)) < SHORTEST_FUZZY_SURNAME:
        return False
    return Indel.normalized_similarity(a, b) >= SAME_SURNAME


class _Named(Protocol):
    @property
    def names(self) -> list[tuple[str, ...]]: ...


One = TypeVar("One", bound=_Named)


class Namesakes(Generic[One]):
    """Who has a name like another, found by surnames with one initial: spellings of one surname share it.

    A name is held against each surname once, however many people have it, so that long lists of names stay quick.
    """

    def __init__(self, endings: tuple[str, ...]) -> None:
        self._endings = endings
        self._by_surname: dict[str, dict[str, list[One]]] = defaultdict(lambda: defaultdict(list))  # by initial first
        self._order: dict[str, dict[One, int]] = defaultdict(dict)  # of those with an initial

    def add(self, one: One, name: Sequence[str]) -> None:
        """Let somebody be found by a name."""
        surname = _plain(name[-1])
        order = self._order[surname[:1]]
        order.setdefault(one, len(order))
        self._by_surname[surname[:1]][surname].append(one)

    def of(self, name: Sequence[str]) -> list[One]:
        """Return everybody whom a name can mean, in the order in which they were added."""
        surname = _plain(name[-1])
        alike = {one for other in self._nearly(surname) for one in self._by_surname[surname[:1]][other]}
        found = (one for one in alike if any(same_person(name, other, self._endings) for other in one.names))
        return sorted(found, key=self._order[surname[:1]].__getitem__)

    def _nearly(self, surname: str) -> Iterator[str]:
        """Yield the surnames that may be spellings or declined forms of a plain one."""
        surnames = self._by_surname[surname[:1]]
        scorer = Indel.normalized_similarity
        near = process.extract(surname, surnames.keys(), scorer=scorer, score_cutoff=NEARLY_SAME_SURNAME, limit=None)
        yield from (other for other, _, _ in near)
        if self._endings:
            stem = _without_ending(surname, self._endings)
            yield from (other for other in surnames if _without_ending(other, self._endings) == stem)
