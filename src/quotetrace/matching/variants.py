"""Variant words: what stands for what in passages that report the same words, learnt from the corpus at hand.

Where two passages are surely versions of one, the words that only one of them has stand for words that only the other
has. Which for which, many pairs tell together, as in the word alignment of translations: IBM model 1 (Brown, Della
Pietra, Della Pietra and Mercer, Computational Linguistics 1993), here with one table for both directions, because no
version is the source of the other. No list of synonyms is needed; a corpus of few articles learns few words or none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    WordLists = tuple[Sequence[str], Sequence[str]]
    Table = dict[tuple[str, str], float]  # of a word and one that replaces it
    # A replacing word, and what it may replace, each as an entry of the table.
    Question = tuple[str, list[tuple[str, str]]]

# Passes over the pairs: a fourth finds no more verses (benchmarks/bible.py).
ROUNDS = 3
# In how many pairs two words must stand on either side, and how often they must then be taken to stand for each other.
# With 1.5 verses have .005 more of recall, but five articles learn a dozen words by chance, and none with 2.
MIN_TOGETHER = 2
LEAST_SUPPORT = 2.0
# Added to the count of a word: one that was seen seldom is less sure of its variants.
SHRINKAGE = 2.0
# A weight is the fourth root of the two shares of replacements that two words have of each other. Their geometric mean
# (the square root) falls off faster for a word that has several variants: recall of verses .901 instead of .909.
ROOT = 0.25
# Weaker ones take time and find no more.
LEAST_WEIGHT = 0.2
# Passages with more words of their own than this tell little about single words.
MOST_LEFT = 15
# From so many pairs at most: more take time.
MOST_PAIRS = 5_000


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
        own = [s for s in self.weights.keys() & a.keys() if s not in b]
        others = b.keys() - a.keys() if own else ()
        possible = [(self.weights[s][t] * a[s] * b[t], s, t) for s in own for t in self.weights[s].keys() & others]
        taken: set[str] = set()
        total = 0.0
        for share, s, t in sorted(possible, key=lambda one: (-one[0], one[1], one[2])):
            if s not in taken and t not in taken:
                taken |= {s, t}
                total += share
        return total


NONE = Variants({})


def learn(pairs: Sequence[WordLists]) -> Variants:
    """Return the variants in *pairs* of passages that surely report the same words, each passage as its stems."""
    step = -(-len(pairs) // MOST_PAIRS) or 1
    left = list(_left(pairs[::step]))
    seen = Counter(stem for pair in left for side in pair for stem in side)
    noise = {stem: count / seen.total() for stem, count in seen.items()}
    questions = list(_questions(left))
    counts = _shared_out(questions, None, noise)
    for _ in range(ROUNDS):
        table = {(s, t): count / (seen[s] + SHRINKAGE) for (s, t), count in counts.items()}
        counts = _shared_out(questions, table, noise)
    return Variants(_weights(counts, seen))


def _left(pairs: Iterable[WordLists]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what each of two passages has that the other has not."""
    for a, b in pairs:
        in_a, in_b = dict.fromkeys(a), dict.fromkeys(b)
        only_a = [stem for stem in in_a if stem not in in_b]
        only_b = [stem for stem in in_b if stem not in in_a]
        if only_a and only_b and max(len(only_a), len(only_b)) <= MOST_LEFT:
            yield only_a, only_b


def _questions(left: Sequence[tuple[list[str], list[str]]]) -> Iterator[Question]:
    """Yield each word that is left of a passage with those of the other that it may replace, of either side."""
    sides = [sides for a, b in left for sides in ((a, b), (b, a))]
    together = Counter(chain.from_iterable(product(a, b) for a, b in sides))
    for replaced, replacing in sides:
        for word in replacing:
            entries = [(stem, word) for stem in replaced if together[stem, word] >= MIN_TOGETHER]
            if entries:
                yield word, entries


def _shared_out(questions: Iterable[Question], table: Table | None, noise: Mapping[str, float]) -> Table:
    """Count each replacing word for the words that it may replace, as much as they explain it by the *table* so far.

    *noise* is how likely a word replaces none: the share it has of all words that are left. Without a table, all
    explain it alike.
    """
    counts: Table = defaultdict(float)
    for word, entries in questions:
        shares = [table[entry] for entry in entries] if table else [noise[word]] * len(entries)
        total = sum(shares) + noise[word]
        for entry, share in zip(entries, shares, strict=True):
            counts[entry] += share / total
    return counts


def _weights(counts: Table, seen: Mapping[str, int]) -> dict[str, dict[str, float]]:
    """Return the weights of the words that stood for each other often enough."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for (s, t), count in counts.items():
        back = counts.get((t, s), 0.0)
        if count >= LEAST_SUPPORT and back >= LEAST_SUPPORT:
            weight = (count / (seen[s] + SHRINKAGE) * back / (seen[t] + SHRINKAGE)) ** ROOT
            if weight >= LEAST_WEIGHT:
                weights[s][t] = weight
    return dict(weights)
