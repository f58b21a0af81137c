"""Variant words: what stands for what in passages that report the same words, learnt from the corpus at hand.

Where two passages are surely versions of one, the words that only one of them has stand for words that only the other
has. Which for which, many pairs tell together, as in the word alignment of translations: IBM model 1 (Brown, Della
Pietra, Della Pietra and Mercer, Computational Linguistics 1993), here with one table for both directions, because no
version is the source of the other. No list of synonyms is needed; a corpus of few articles learns few words or none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Table = dict[str, dict[str, float]]
    WordLists = tuple[Sequence[str], Sequence[str]]

# Passes over the pairs.
ROUNDS = 3
# How often two words must have stood for each other, in pairs. Of verses and translations 1.2 tells as much or a
# little more, but a handful of articles learns chance from it.
LEAST_SUPPORT = 2.0
# Added to the count of a word: one that was seen seldom is less sure of its variants.
SHRINKAGE = 2.0
# A weight is the fourth root of the two shares of replacements that two words have of each other. Their geometric mean
# (the square root) falls off faster for a word that has several variants: recall of verses .901 instead of .909.
ROOT = 0.25
# Passages with more words of their own than this tell nothing about single words.
MOST_LEFT = 25
# From so many pairs at most: more take time and teach the same.
MOST_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class Variants:
    """Which stems stand for which, and how surely (0–1), in both directions."""

    weights: Mapping[str, Mapping[str, float]]

    def weight(self, a: str, b: str) -> float:
        """Return how surely the stems *a* and *b* stand for each other, 0–1; equal ones 1."""
        return 1.0 if a == b else self.weights.get(a, {}).get(b, 0.0)

    def alike(self, a: Mapping[str, float], b: Mapping[str, float]) -> float:
        """Return what variants add to the cosine of two unit vectors of stems; both together are 1 at most.

        Only stems that the other has not have variants there, and each is one other's at most, the surest first.
        """
        possible = [
            (weight * a[s] * b[t], s, t)
            for s in self.weights.keys() & a.keys()
            if s not in b
            for t, weight in self.weights[s].items()
            if t in b and t not in a
        ]
        taken: set[str] = set()
        total = 0.0
        for share, s, t in sorted(possible, key=lambda one: (-one[0], one[1], one[2])):
            if s not in taken and t not in taken:
                taken |= {s, t}
                total += share
        return total


NONE = Variants({})


def learn(pairs: Iterable[WordLists]) -> Variants:
    """Return the variants in *pairs* of passages that surely report the same words, each passage as its stems."""
    left = list(islice(_left(pairs), MOST_PAIRS))
    seen = Counter(stem for pair in left for side in pair for stem in side)
    noise = {stem: count / seen.total() for stem, count in seen.items()}
    counts: Table = {}
    table: Table = {}
    for _ in range(ROUNDS):
        counts = defaultdict(lambda: defaultdict(float))
        for a, b in left:
            _share_out(b, a, table, noise, counts)
            _share_out(a, b, table, noise, counts)
        table = {s: {t: count / (seen[s] + SHRINKAGE) for t, count in found.items()} for s, found in counts.items()}
    return Variants(_supported(counts, table))


def _left(pairs: Iterable[WordLists]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what each of two passages has that the other has not."""
    for a, b in pairs:
        in_a, in_b = dict.fromkeys(a), dict.fromkeys(b)
        only_a = [stem for stem in in_a if stem not in in_b]
        only_b = [stem for stem in in_b if stem not in in_a]
        if only_a and only_b and max(len(only_a), len(only_b)) <= MOST_LEFT:
            yield only_a, only_b


def _share_out(
    replacing: list[str], replaced: list[str], table: Table, noise: Mapping[str, float], counts: Table
) -> None:
    """Count each replacing word for the words that it may replace, as much as they explain it so far.

    *noise* is how likely a word replaces none: the share it has of all words that are left.
    """
    for word in replacing:
        none = noise[word]
        shares = [table[s].get(word, 0.0) if table else none for s in replaced]
        total = sum(shares) + none
        for s, share in zip(replaced, shares, strict=True):
            if share:
                counts[s][word] += share / total


def _supported(counts: Table, table: Table) -> Table:
    """Return the weights of the words that stood for each other often enough."""
    return {
        s: weights
        for s, found in counts.items()
        if (
            weights := {
                t: (table[s][t] * table[t][s]) ** ROOT
                for t, count in found.items()
                if count >= LEAST_SUPPORT and counts[t].get(s, 0.0) >= LEAST_SUPPORT
            }
        )
    }
