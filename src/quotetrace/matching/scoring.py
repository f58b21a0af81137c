"""The similarity of two passages: how likely it is that they report the same words, and how they stand if they do.

Lexical evidence is the weighted mean of two cosines, of stems and of character n-grams, as far as it can be no chance
(`significance`). Four kinds of context move
it: neighbours that match as well, a third article whose passage matches both, rivals (other passages of the same two
articles) that match better, and whether one side is an article's own words. A logistic curve turns the sum into
a similarity that can be read as a chance: of the pairs with .5, half are right. benchmarks/calibration.py fits the
curve, and measures it on articles that it was not fitted on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from quotetrace import languages
from quotetrace.matching.profiles import Ngrams, Profile, dot, share
from quotetrace.matching.variants import NONE, Variants
from quotetrace.model import Alignment, Parts, Presentation, Relation
from quotetrace.word_alignment import align

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STEMS = 0.6
NGRAMS = 0.4


# How much what stands around a pair counts beside its words in common. Set on the annotated articles. Weights of a
# logistic model that was fitted on them and on made articles rank both as well, and their best threshold differs more
# from set to set.
NEIGHBOURS = 0.5
SUPPORT = 0.55
RIVALRY = 0.45  # taken off
NARRATION = 0.1  # taken off: background may repeat somebody's words
# The evidence with which a pair is as likely right as wrong, and how fast its chance rises (Platt 1999): fitted by
# benchmarks/calibration.py on the annotated articles, taken two, three and four at a time, and on articles made of
# sentences translated twice and of Bible verses.
EVEN = 0.4
SLOPE = 11.0

# Two passages whose own words are less alike stay apart, whatever stands around them. Of 0 to .12, less than .07 align
# the annotated articles best, all alike; more costs time only.
MIN_WORDS = 0.05

# Passages whose words are at least this much alike, and neither with a better match in the other's article, teach
# variant words: of such verses and translations, 98 and 99 in a hundred are right (benchmarks/bible.py).
SURE = 0.3

# Passages with a similarity of at least this are aligned: where the annotated articles give the best F1. The best F1
# needs less than as likely as not, which is .5 (Lipton, Elkan and Naryanaswamy 2014).
THRESHOLD = 0.36
# Passages said on different occasions, by words alone, are the same thought said again from here on, which is where a
# fourth of their words is in common. No data tell where: set by eye on the few cases of the annotated articles.
RESTATED_THRESHOLD = 0.16
# Not the same words, however much alike.
MAX_OF_DIFFERENT_WORDS = 0.99
# What is called verbatim: at least this token_sort_ratio, which leaves room for a spelling and an article, though
# never for a number or a negation. A convention.
VERBATIM = 0.93
# What is called a rewriting: each passage covers this much of the other, and has at least this share of its number of
# words. Less than that is partial: one prints a part of what the other does, or tells it so freely that the words
# cannot show it is all of it. From .52 on nothing annotated as `related` or `partial` is a rewriting
# (benchmarks/alignments.py), and of made articles nine in ten rewritings are whole (benchmarks/calibration.py).
BOTH_COVERED = 0.52
PARTIAL_LENGTH = 0.6
# From which token_sort_ratio on passages surely cover each other so much, and below which they surely do not: no pair
# of the annotated and the made articles is called otherwise, and most need no look at what covers what.
SURELY_WHOLE = 0.8
SURELY_PARTIAL = 0.5


@dataclass(slots=True)
class Pair:
    """A candidate pair on the way to its alignment."""

    a: Profile
    b: Profile
    stems: float
    ngrams: float
    significance: float = 1.0
    neighbours: float = 0.0
    support: float = 0.0
    rivalry: float = 0.0

    @property
    def words(self) -> float:
        """The lexical evidence, 0–1."""
        return _weigh(self.stems, self.ngrams, self.significance)

    @property
    def is_narrated(self) -> bool:
        """Whether one side is an article's own words that nothing gives to a speaker."""
        sides = (self.a.passage, self.b.passage)
        return any(side.presentation is Presentation.NARRATION and not side.speaker for side in sides)

    @property
    def evidence(self) -> float:
        """What speaks for the pair less what speaks against it: the words in common, and what stands around them."""
        around = NEIGHBOURS * self.neighbours + SUPPORT * self.support - RIVALRY * self.rivalry
        return self.words + around - NARRATION * self.is_narrated

    @property
    def similarity(self) -> float:
        """The chance that both report the same words, 0–1; 1 if and only if they are the same, in the same order."""
        if self.a.forms == self.b.forms:
            return 1.0
        chance = 1 / (1 + exp(-SLOPE * (self.evidence - EVEN)))
        return MAX_OF_DIFFERENT_WORDS * chance if self.words >= MIN_WORDS else min(chance, self.words)


def score(candidates: Iterable[tuple[Profile, Profile, float]], ngrams: Ngrams) -> list[Pair]:
    """Return the pairs with their lexical evidence; each candidate comes with its cosine of stems."""
    return [Pair(a, b, cosine, ngrams.alike(a, b)) for a, b, cosine in candidates]


def sure(pairs: Sequence[Pair]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the stems of two passages that surely report the same words: alike, and each the other's best match."""
    alike = [(pair, words) for pair in pairs if (words := pair.words) >= SURE]
    best: dict[tuple[int, str], float] = defaultdict(float)
    for pair, words in alike:
        for key in _places(pair):
            best[key] = max(best[key], words)
    for pair, words in alike:
        if words >= max(best[key] for key in _places(pair)):
            yield list(pair.a.stems), list(pair.b.stems)


def _places(pair: Pair) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return each passage of a pair with the other's article, in which it may have other matches."""
    return (pair.a.index, pair.b.passage.article), (pair.b.index, pair.a.passage.article)


def add_variants(pairs: Iterable[Pair], variants: Variants) -> None:
    """Let words that stand for each other count as stems in common."""
    for pair in pairs:
        pair.stems += variants.alike(pair.a.stems, pair.b.stems)


def alignment(pair: Pair, *, one_occasion: bool) -> Alignment:
    """Return the alignment of a pair, with the parts of its similarity and the relation of its passages."""
    order = _order(pair.a, pair.b)
    parts = Parts(
        stems=pair.stems,
        ngrams=pair.ngrams,
        significance=pair.significance,
        order=order,
        neighbours=pair.neighbours,
        support=pair.support,
        rivalry=pair.rivalry,
    )
    stands = _relation(pair.a, pair.b, order) if one_occasion else Relation.RESTATED
    return Alignment(pair.a.passage, pair.b.passage, pair.similarity, parts, stands)


def reaches_threshold(found: Alignment) -> bool:
    """Tell whether two passages are alike enough for their relation to hold."""
    restated = found.relation is Relation.RESTATED
    return found.similarity >= (RESTATED_THRESHOLD if restated else THRESHOLD)


def words(parts: Parts) -> float:
    """Return the lexical evidence of an alignment with these *parts*, 0–1."""
    return _weigh(parts.stems, parts.ngrams, parts.significance)


def _weigh(stems: float, ngrams: float, significance: float) -> float:
    return (STEMS * stems + NGRAMS * ngrams) * significance


def relation(a: Profile, b: Profile) -> Relation:
    """Return how two profiles that report the same words of one occasion stand to each other."""
    return _relation(a, b, _order(a, b))


def _relation(a: Profile, b: Profile, order: float) -> Relation:
    if order >= VERBATIM and a.decisive == b.decisive:
        return Relation.VERBATIM
    shorter, longer = sorted((len(a.forms), len(b.forms)))
    if shorter <= PARTIAL_LENGTH * longer or order < SURELY_PARTIAL:
        return Relation.PARTIAL
    whole = order >= SURELY_WHOLE or covered(a, b) >= BOTH_COVERED
    return Relation.REWRITE if whole else Relation.PARTIAL


def covered(a: Profile, b: Profile) -> float:
    """Return how much each of two profiles has of the other at least, 0–1.

    That is the mean of two shares: of the weight in stems, and of the words that stand for each other, whose order
    and place tell more than the stems. It tells sentences that say the same from those of which one says less with
    an area under the curve of .795 (MSRP; benchmarks/pairs.py), better than either share.
    """
    links = align(a.forms, b.forms, languages.get(a.language))
    linked = (len({at for at, _ in links}) / len(a.forms), len({at for _, at in links}) / len(b.forms))
    return (min(share(a, b), share(b, a)) + min(linked)) / 2


def _order(a: Profile, b: Profile) -> float:
    return fuzz.ratio(a.sorted_words, b.sorted_words) / 100


def pair_of(a: Profile, b: Profile, ngrams: Ngrams, variants: Variants = NONE) -> Pair:
    """Return two profiles that may be no candidates as a pair, with their lexical evidence only."""
    return Pair(a, b, dot(a.stems, b.stems) + variants.alike(a.stems, b.stems), ngrams.alike(a, b))
