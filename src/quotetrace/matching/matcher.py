"""The steps of matching in their order: profiles, candidates, words, occasions, context."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotetrace.matching.candidates import candidates, may_be_one_remark
from quotetrace.matching.context import add_context
from quotetrace.matching.occasions import When, occasions, one_occasion
from quotetrace.matching.profiles import Ngrams, Profile, profiles
from quotetrace.matching.scoring import (
    RESTATED_THRESHOLD,
    THRESHOLD,
    Pair,
    alignment,
    pair_of,
    score,
    words_alike,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quotetrace.languages import Language
    from quotetrace.model import Alignment, Corpus, Passage


@dataclass(frozen=True, slots=True)
class Matching:
    """The compared pairs of a corpus: those *together*, which can be of one occasion, and those *apart*."""

    profiles: list[Profile]
    ngrams: Ngrams
    when: dict[str, When]  # by article id
    together: list[Pair]
    apart: list[Pair]

    def alignments(self) -> Iterator[Alignment]:
        """Yield the alignments: the pairs above their threshold."""
        for pair in self.together:
            if pair.similarity >= THRESHOLD:
                yield alignment(pair, one_occasion=True)
        for pair in self.apart:
            if pair.similarity >= RESTATED_THRESHOLD and not pair.is_narrated:
                yield alignment(pair, one_occasion=False)

    def words_alike(self, a: Profile, b: Profile) -> float:
        """Return the lexical evidence for any two passages, 0–1."""
        return words_alike(a, b, self.ngrams)

    def similarity(self, a: Profile, b: Profile) -> float:
        """Return the similarity of any two passages by their words alone, 0–1."""
        return pair_of(a, b, self.ngrams).similarity

    def may_be_one_remark(self, a: Profile, b: Profile) -> bool:
        """Tell whether articles, speakers and occasions let two passages report one remark."""
        when_a, when_b = self.when[a.passage.article], self.when[b.passage.article]
        if a.passage.article == b.passage.article or not one_occasion(when_a, when_b):
            return False
        return may_be_one_remark(a, b)

    def explain(self, a: Passage, b: Passage) -> Alignment:
        """Return the alignment of any two passages with its parts, also where it is below the threshold."""
        by_id = {profile.passage.id: profile for profile in self.profiles}
        wanted = {a.id, b.id}
        one, other = by_id[a.id], by_id[b.id]
        found = (p for p in (*self.together, *self.apart) if {p.a.passage.id, p.b.passage.id} == wanted)
        pair = next(found, None) or pair_of(one, other, self.ngrams)
        return alignment(pair, one_occasion=one_occasion(self.when[a.article], self.when[b.article]))


def match(corpus: Corpus, passages: Iterable[tuple[Passage, Language]]) -> Matching:
    """Compare the passages of *corpus*, each given with its language, in the order of articles and of text."""
    of = profiles(passages)
    ngrams = Ngrams(of)
    pairs = score(candidates(of), ngrams)
    when = occasions(corpus, pairs)
    for profile in of:
        profile.passage = replace(profile.passage, occasion=when[profile.passage.article].occasion)
    together: list[Pair] = []
    apart: list[Pair] = []
    for pair in pairs:
        joined = one_occasion(when[pair.a.passage.article], when[pair.b.passage.article])
        (together if joined else apart).append(pair)
    add_context(together)
    return Matching(of, ngrams, when, together, apart)
