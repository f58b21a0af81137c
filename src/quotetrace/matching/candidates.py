"""Pairs of passages worth comparing: of different articles, of speakers who can be one, with rare stems in common."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from heapq import nlargest
from typing import TYPE_CHECKING

from quotetrace.matching.profiles import dot
from quotetrace.model import Presentation
from quotetrace.names import same_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.matching.profiles import Profile
    from quotetrace.model import Passage

# A pair below this cosine of stems was never the same remark in the annotated articles, but for one that shares no
# word at all.
MIN_COSINE = 0.04
# How many pairs are compared in full. A passage's likeliest partners go first, and each passage has its share, with
# a least and a most; five articles are far from the limit, 500 at it (benchmarks/scale.py).
MAX_PAIRS = 160_000
FEWEST_EACH = 8
MOST_EACH = 64
# How many entries of the index one passage may look at; its rarest stems go first.
MAX_LOOKUPS = 1000


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile, float]]:
    """Yield each candidate pair once, the earlier profile first, with its cosine of stems (0–1)."""
    postings = _postings(profiles)
    each = max(FEWEST_EACH, min(MOST_EACH, MAX_PAIRS // max(1, len(profiles))))
    for profile in profiles:
        likely = _likely(profile, postings)
        possible = (index for index in likely if may_be_one_remark(profile, profiles[index]))
        for index in nlargest(each, possible, key=likely.__getitem__):
            other = profiles[index]
            cosine = dot(profile.stems, other.stems)
            if cosine >= MIN_COSINE:
                yield other, profile, cosine


def _postings(profiles: Sequence[Profile]) -> dict[str, list[tuple[int, float, str]]]:
    postings: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for profile in profiles:
        for key, weight in profile.stems.items():
            postings[key].append((profile.index, weight, profile.passage.article))
    return postings


def _likely(profile: Profile, postings: dict[str, list[tuple[int, float, str]]]) -> dict[int, float]:
    """Return earlier profiles of other articles with what they share of the rarest stems."""
    shared: dict[int, float] = defaultdict(float)
    article = profile.passage.article
    looked = 0
    for key in sorted(profile.stems, key=lambda key: (len(postings[key]), key)):
        entries = postings[key]
        looked += len(entries)
        if looked > MAX_LOOKUPS and shared:
            break
        weight = profile.stems[key]
        for index, other_weight, other_article in entries:
            if index >= profile.index:
                break
            if other_article != article:
                shared[index] += weight * other_weight
    return shared


def may_be_one_remark(a: Profile, b: Profile) -> bool:
    """Tell whether one person can have said both, as far as the articles tell."""
    if a.is_question != b.is_question or (_is_narration(a.passage) and _is_narration(b.passage)):
        return False
    return may_be_one_speaker(a.passage.speaker, b.passage.speaker)


def _is_narration(passage: Passage) -> bool:
    return passage.presentation is Presentation.NARRATION


@cache
def may_be_one_speaker(a: str, b: str) -> bool:
    """Tell whether two speakers can be one person; an uncertain one (empty) can be anybody."""
    return not a or not b or a == b or same_person(a.split(), b.split())
