"""The similarity of two passages: their words, and what the passages around them and in other articles say.

Lexical evidence is the weighted mean of two cosines, of stems and of character n-grams. Three kinds of context move it:
neighbours that match as well, a third article whose passage matches both, and rivals (other passages of the same
two articles) that match better. All weights were set on the annotated alignments of five articles and are measured
again by benchmarks/alignments.py, there also with each pair of articles left out in turn.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from quotetrace.matching.profiles import Ngrams, Profile, dot
from quotetrace.matching.variants import NONE, Variants
from quotetrace.model import Alignment, Parts, Presentation, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STEMS = 0.6
NGRAMS = 0.4
NEIGHBOURS = 0.5
SUPPORT = 0.55
RIVALRY = 0.45
# An article's own words may repeat somebody's. Unless they go on from that speaker's, nothing says so: they need
# more evidence. Costs and gains nothing on the annotated articles; without it, background joins remarks.
NARRATION = 0.1

# Two passages whose own words are less alike stay apart, whatever stands around them: of .06 to .15, this aligned the
# annotated articles best.
MIN_WORDS = 0.1

# Passages whose words are at least this much alike, and neither with a better match in the other's article, teach
# variant words: of such verses and translations, 98 and 99 in a hundred are right (benchmarks/bible.py).
SURE = 0.3

# How many passages before and after count as neighbours: 1 and 3 align the annotated articles worse. News reorders
# remarks, so that what is further off tells nothing.
WINDOW = 2
# A pair whose own words have less than this in common gets its share of its neighbours' evidence only.
FULL_NEIGHBOURS = 0.25
# How many of a passage's best matches can support another pair.
MAX_SUPPORTERS = 12

# Passages with a similarity of at least this are aligned.
THRESHOLD = 0.3
# Passages said on different occasions, by words alone, are the same thought said again from here on; set by eye on
# the few cases of the annotated articles.
RESTATED_THRESHOLD = 0.25
# Not the same words, however much alike.
MAX_OF_DIFFERENT_WORDS = 0.99
# What is called verbatim: at least this token_sort_ratio, which leaves room for a spelling and an article, though
# never for a number or a negation.
VERBATIM = 0.93
# What is called partial: one passage has at most this share of the other's words. A convention, as VERBATIM is.
PARTIAL_LENGTH = 0.6


@dataclass(slots=True)
class Pair:
    """A candidate pair on the way to its alignment."""

    a: Profile
    b: Profile
    stems: float
    ngrams: float
    neighbours: float = 0.0
    support: float = 0.0
    rivalry: float = 0.0

    @property
    def words(self) -> float:
        """The lexical evidence, 0–1."""
        return _weigh(self.stems, self.ngrams)

    @property
    def is_narrated(self) -> bool:
        """Whether one side is an article's own words that nothing gives to a speaker."""
        sides = (self.a.passage, self.b.passage)
        return any(side.presentation is Presentation.NARRATION and not side.speaker for side in sides)

    @property
    def similarity(self) -> float:
        """All evidence together, 0–1; 1 if and only if the words are the same, in the same order."""
        if self.a.forms == self.b.forms:
            return 1.0
        if self.words < MIN_WORDS:
            return self.words
        context = NEIGHBOURS * self.neighbours + SUPPORT * self.support - RIVALRY * self.rivalry
        total = self.words + context - NARRATION * self.is_narrated
        return min(max(total, 0.0), MAX_OF_DIFFERENT_WORDS)


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


def add_context(pairs: Sequence[Pair]) -> None:
    """Fill in the neighbours, the rivalry and the support of *pairs*, which are of one occasion each."""
    by_place = {(pair.a.index, pair.b.index): pair for pair in pairs}
    best = _best(pairs)
    for pair in pairs:
        pair.rivalry = min(_lag(pair, pair.a, pair.b, best), _lag(pair, pair.b, pair.a, best))
        share = min(1.0, pair.words / FULL_NEIGHBOURS)
        pair.neighbours = share * max((near.words for near in _near(pair, by_place)), default=0.0)
    _add_support(pairs)


def _best(pairs: Sequence[Pair]) -> dict[tuple[int, str], float]:
    """Return the best lexical evidence of each passage with each other article."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for pair in pairs:
        for key in _places(pair):
            best[key] = max(best[key], pair.words)
    return best


def _lag(pair: Pair, one: Profile, other: Profile, best: dict[tuple[int, str], float]) -> float:
    return best[one.index, other.passage.article] - pair.words


_STEPS = tuple((sign * a, sign * b) for sign in (-1, 1) for a in range(1, WINDOW + 1) for b in range(1, WINDOW + 1))


def _near(pair: Pair, by_place: dict[tuple[int, int], Pair]) -> Iterable[Pair]:
    """Yield the pairs of the passages before both, and of those after both."""
    for step_a, step_b in _STEPS:
        near = by_place.get((pair.a.index + step_a, pair.b.index + step_b))
        if near and _same_articles(near, pair):
            yield near


def _same_articles(x: Pair, y: Pair) -> bool:
    return x.a.passage.article == y.a.passage.article and x.b.passage.article == y.b.passage.article


def _add_support(pairs: Sequence[Pair]) -> None:
    """Let a passage of a third article that matches both sides of a pair speak for the pair."""
    matches: dict[int, dict[int, float]] = defaultdict(dict)
    for pair in pairs:
        strength = pair.words + NEIGHBOURS * pair.neighbours - RIVALRY * pair.rivalry
        matches[pair.a.index][pair.b.index] = strength
        matches[pair.b.index][pair.a.index] = strength
    best = {
        index: sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MAX_SUPPORTERS]
        for index, found in matches.items()
    }
    article = {profile.index: profile.passage.article for pair in pairs for profile in (pair.a, pair.b)}
    for pair in pairs:
        pair.support = max(
            _supported(best[one.index], matches[other.index], other.passage.article, article)
            for one, other in ((pair.a, pair.b), (pair.b, pair.a))
        )


def _supported(
    best: Sequence[tuple[int, float]], matches: dict[int, float], article: str, article_of: dict[int, str]
) -> float:
    """Return the strength of the best third passage: among one side's *best*, and of the other's *matches*."""
    return max(
        (
            min(strength, matches[index])
            for index, strength in best
            if index in matches and article_of[index] != article
        ),
        default=0.0,
    )


def alignment(pair: Pair, *, one_occasion: bool) -> Alignment:
    """Return the alignment of a pair, with the parts of its similarity and the relation of its passages."""
    parts = Parts(
        stems=pair.stems,
        ngrams=pair.ngrams,
        order=_order(pair.a, pair.b),
        neighbours=pair.neighbours,
        support=pair.support,
        rivalry=pair.rivalry,
    )
    stands = relation(pair.a, pair.b) if one_occasion else Relation.RESTATED
    return Alignment(pair.a.passage, pair.b.passage, pair.similarity, parts, stands)


def reaches_threshold(found: Alignment) -> bool:
    """Tell whether two passages are alike enough for their relation to hold."""
    restated = found.relation is Relation.RESTATED
    return found.similarity >= (RESTATED_THRESHOLD if restated else THRESHOLD)


def words(parts: Parts) -> float:
    """Return the lexical evidence of an alignment with these *parts*, 0–1."""
    return _weigh(parts.stems, parts.ngrams)


def _weigh(stems: float, ngrams: float) -> float:
    return STEMS * stems + NGRAMS * ngrams


def relation(a: Profile, b: Profile) -> Relation:
    """Return how two profiles that report the same words of one occasion stand to each other."""
    if _order(a, b) >= VERBATIM and a.decisive == b.decisive:
        return Relation.VERBATIM
    shorter, longer = sorted((len(a.forms), len(b.forms)))
    return Relation.PARTIAL if shorter <= PARTIAL_LENGTH * longer else Relation.REWRITE


def _order(a: Profile, b: Profile) -> float:
    return fuzz.ratio(a.sorted_words, b.sorted_words) / 100


def pair_of(a: Profile, b: Profile, ngrams: Ngrams, variants: Variants = NONE) -> Pair:
    """Return two profiles that may be no candidates as a pair, with their lexical evidence only."""
    return Pair(a, b, dot(a.stems, b.stems) + variants.alike(a.stems, b.stems), ngrams.alike(a, b))


def words_alike(a: Profile, b: Profile, ngrams: Ngrams, variants: Variants = NONE) -> float:
    """Return the lexical evidence for two profiles that may be no candidates, 0–1."""
    return pair_of(a, b, ngrams, variants).words
