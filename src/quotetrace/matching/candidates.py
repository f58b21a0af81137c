"""Pairs of passages worth comparing: of different articles, of speakers who can be one, with rare stems in common."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from itertools import islice, repeat
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from quotetrace.matching.profiles import dot
from quotetrace.model import Presentation
from quotetrace.people.namesakes import same_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quotetrace.matching.profiles import Profile
    from quotetrace.model import Passage

# A pair below this cosine of stems has too little in common for the context to decide: of the annotated pairs a
# dozen `partial` ones lie below, and no `same` one.
MIN_COSINE = 0.04
# Passages that share fewer stems are not compared, unless they are the same: "No." is part of many a sentence.
MIN_SHARED = 2
# How many pairs are compared in full. A passage's likeliest partners go first, and each passage has its share, with
# a least and a most; five articles are far from the limit, 500 at it (benchmarks/scale.py).
MAX_PAIRS = 80_000
FEWEST_EACH = 4
MOST_EACH = 64
# So many times as many as a passage may have are put in order first: mostly they are enough.
LOOKED_AHEAD = 4
# How many entries of the index one passage may look at; its rarest stems go first.
MAX_LOOKUPS = 600


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile, float]]:
    """Yield each candidate pair once, the earlier profile first, with its cosine of stems (0–1)."""
    index = _Index(profiles)
    each = max(FEWEST_EACH, min(MOST_EACH, MAX_PAIRS // max(1, len(profiles))))
    for profile in profiles:
        for at in islice(index.possible(profile, _likeliest(index.shared(profile), LOOKED_AHEAD * each)), each):
            other = profiles[at]
            shares = len(profile.stems.keys() & other.stems.keys())
            cosine = dot(profile.stems, other.stems)
            if cosine >= MIN_COSINE and (shares >= MIN_SHARED or profile.forms == other.forms):
                yield other, profile, cosine


def _likeliest(shared: Mapping[int, float], first: int) -> Iterator[int]:
    """Yield the places that share most, of equal ones the earlier; only those after the *first* ones are all sorted."""
    least = sorted(shared.values(), reverse=True)[:first]
    ahead = [at for at, found in shared.items() if found >= least[-1]] if least else []
    yield from sorted(sorted(ahead), key=shared.__getitem__, reverse=True)
    taken = set(ahead)
    yield from sorted(sorted(shared.keys() - taken), key=shared.__getitem__, reverse=True)


class _Index:
    """Which profiles have a stem, in their order, and which profiles may stand together at all."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._postings: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for profile in profiles:
            for key, weight in profile.stems.items():
                places, weights = self._postings[key]
                places.append(profile.index)
                weights.append(weight)
        by_rarity = sorted(self._postings, key=lambda key: (len(self._postings[key][0]), key))
        self._rank = {key: rank for rank, key in enumerate(by_rarity)}
        self._articles = [profile.passage.article for profile in profiles]
        self._languages = [profile.language for profile in profiles]
        self._kinds = [_kind(profile.passage, is_question=profile.is_question) for profile in profiles]
        self._may_pair: dict[tuple[_Kind, _Kind], bool] = {}

    def shared(self, profile: Profile) -> dict[int, float]:
        """Return the earlier profiles that have one of the rarest stems too, with what they share of them."""
        shared: dict[int, float] = defaultdict(float)
        looked = 0
        for key in sorted(profile.stems, key=self._rank.__getitem__):
            places, weights = self._postings[key]
            end = bisect_left(places, profile.index)
            start = max(0, end - MAX_LOOKUPS)
            looked += end - start
            if looked > MAX_LOOKUPS and shared:
                break
            found = zip(places[start:end], map(mul, weights[start:end], repeat(profile.stems[key])), strict=False)
            if not shared:
                shared.update(found)
                continue
            for at, product in found:
                shared[at] += product
        return shared

    def possible(self, profile: Profile, found: Iterable[int]) -> Iterator[int]:
        """Yield those of the *found* profiles that can report one remark with *profile*."""
        article, kind = self._articles[profile.index], self._kinds[profile.index]
        for at in found:
            if self._articles[at] == article or self._languages[at] != profile.language:
                continue
            pair = kind, self._kinds[at]
            if pair not in self._may_pair:
                self._may_pair[pair] = _may_pair(*pair)
            if self._may_pair[pair]:
                yield at


class _Kind(NamedTuple):
    """What decides whether two passages may be compared."""

    speaker: str
    is_narration: bool  # of nobody's words
    is_question: bool
    relayed_by: str  # who quotes the speaker, or empty


def _kind(passage: Passage, *, is_question: bool) -> _Kind:
    told_by_nobody = passage.presentation is Presentation.NARRATION and not passage.speaker
    return _Kind(passage.speaker, told_by_nobody, is_question, passage.relayed_by or "")


def may_be_one_remark(a: Profile, b: Profile) -> bool:
    """Tell whether one person can have said both, as far as the articles tell, in words that can be compared.

    Words of two languages cannot: a name or a number in common says nothing of the rest.
    """
    if a.language != b.language:
        return False
    return _may_pair(*(_kind(profile.passage, is_question=profile.is_question) for profile in (a, b)))


def _may_pair(a: _Kind, b: _Kind) -> bool:
    if a.is_question != b.is_question or (a.is_narration and b.is_narration):
        return False
    relayed = (a.relayed_by and a.relayed_by == b.speaker) or (b.relayed_by and b.relayed_by == a.speaker)
    return not relayed and may_be_one_speaker(a.speaker, b.speaker)


@cache
def may_be_one_speaker(a: str, b: str) -> bool:
    """Tell whether two speakers can be one person; an uncertain one (empty) can be anybody."""
    return not a or not b or a == b or same_person(a.split(), b.split())
