"""The steps of matching in their order: profiles, candidates, words, occasions, context."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from quotetrace.matching.background import occasions_of_background
from quotetrace.matching.candidates import candidates, may_be_one_remark
from quotetrace.matching.context import add_context
from quotetrace.matching.occasions import When, occasions, occasions_of_others, one_occasion
from quotetrace.matching.profiles import Ngrams, Profile, profiles
from quotetrace.matching.recalled import Telling, recalled
from quotetrace.matching.scoring import (
    RESTATED_THRESHOLD,
    THRESHOLD,
    Pair,
    add_variants,
    alignment,
    covered,
    pair_of,
    score,
    sure,
)
from quotetrace.matching.significance import Significance
from quotetrace.matching.variants import Variants, learn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quotetrace.languages import Language
    from quotetrace.model import Alignment, Corpus, Passage


@dataclass(frozen=True, slots=True)
class Matching:
    """The compared pairs of a corpus: those *together*, which can be of one occasion, and those *apart*."""

    profiles: list[Profile]
    ngrams: Ngrams
    significance: Significance
    variants: Variants
    when: dict[str, When]  # by article id
    elsewhere: dict[str, When]  # of the passages, by id, that do not share the occasion of their article
    together: list[Pair]
    apart: list[Pair]

    def when_of(self, passage: Passage) -> When:
        """Return what is known of the occasion of a passage."""
        return self.elsewhere.get(passage.id) or self.when[passage.article]

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
        return self._pair(a, b).words

    def similarity(self, a: Profile, b: Profile) -> float:
        """Return the similarity of any two passages by their words alone, 0–1."""
        return self._pair(a, b).similarity

    def may_be_one_remark(self, a: Profile, b: Profile) -> bool:
        """Tell whether articles, speakers and occasions let two passages report one remark."""
        if a.passage.article == b.passage.article or not self._can_be_one_occasion(a.passage, b.passage):
            return False
        return may_be_one_remark(a, b)

    def explain(self, a: Passage, b: Passage) -> Alignment:
        """Return the alignment of any two passages with its parts, also where it is below the threshold."""
        by_id = {profile.passage.id: profile for profile in self.profiles}
        wanted = {a.id, b.id}
        one, other = by_id[a.id], by_id[b.id]
        found = (p for p in (*self.together, *self.apart) if {p.a.passage.id, p.b.passage.id} == wanted)
        pair = next(found, None) or self._pair(one, other)
        aligned = alignment(pair, one_occasion=self._can_be_one_occasion(a, b))
        return replace(aligned, parts=replace(aligned.parts, coverage=covered(one, other)))

    def _pair(self, a: Profile, b: Profile) -> Pair:
        return replace(pair_of(a, b, self.ngrams, self.variants), significance=self.significance.of(a, b))

    def _can_be_one_occasion(self, a: Passage, b: Passage) -> bool:
        return one_occasion(self.when_of(a), self.when_of(b))


def match(corpus: Corpus, passages: Iterable[tuple[Passage, Language]]) -> Matching:
    """Compare the passages of *corpus*, each given with its language, in the order of articles and of text."""
    read = list(passages)
    of = profiles(read)
    ngrams = Ngrams(of)
    pairs = score(candidates(of), ngrams)
    significance = Significance(of)
    significance.weigh(pairs)
    variants = learn(list(sure(pairs)))
    add_variants(pairs, variants)
    when = occasions(corpus, pairs)
    elsewhere = {
        **occasions_of_others(corpus, [passage for passage, _ in read], when),
        **occasions_of_background(of, _recalled(corpus, read, when), pairs, when),
    }
    matching = Matching(of, ngrams, significance, variants, when, elsewhere, [], [])
    for profile in of:
        profile.passage = replace(profile.passage, occasion=matching.when_of(profile.passage).occasion)
    for pair in pairs:
        joined = one_occasion(matching.when_of(pair.a.passage), matching.when_of(pair.b.passage))
        (matching.together if joined else matching.apart).append(pair)
    add_context(matching.together)
    return matching


def _recalled(corpus: Corpus, read: Iterable[tuple[Passage, Language]], when: Mapping[str, When]) -> frozenset[str]:
    """Return the ids of the passages that recall what was said before the occasion of their article."""
    texts = {article.id: article.text for article in corpus.articles}
    found: set[str] = set()
    for id_, together in groupby(read, key=lambda one: one[0].article):
        paired = list(together)
        telling = Telling(texts[id_], paired[0][1], when[id_].day)
        found |= recalled((passage for passage, _ in paired), telling)
    return frozenset(found)
