"""How much of what two passages have in common can be chance.

Many short sentences share "I think" or "pay your taxes", and cosines do not see how little that is. What is shared
tells something if it is rare enough by itself, or if the two articles tell the same in other places too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nlargest
from math import fsum, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.matching.profiles import Profile
    from quotetrace.matching.scoring import Pair

# So many shared words that only two passages have, or more that are commoner, are no chance. On 84 articles of one
# election with few remarks in common, 64 pairs are aligned instead of 450 (benchmarks/unrelated.py); the annotated and
# the made articles are aligned as without it, because each of their articles tells much of what the others do.
ENOUGH = 3.0
# The surest pairs of two articles, and what their likeness must come to together, for the articles to tell the same.
SUREST = 5
RELATED = 1.5


class Significance:
    """What the words of a corpus tell, and which of its articles tell the same."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        counts = Counter(stem for profile in profiles for stem in profile.stems)
        rarest = _rarity(2, len(profiles))  # of what two passages can share
        self._tells = {stem: min(1.0, _rarity(count, len(profiles)) / rarest) for stem, count in counts.items()}
        self._related: dict[tuple[str, str], float] = {}

    def weigh(self, pairs: Sequence[Pair]) -> None:
        """Let the words of *pairs* count as far as they can be no chance; first learn which articles tell the same."""
        alike: dict[tuple[str, str], list[float]] = defaultdict(list)
        alone = [self.alone(pair.a, pair.b) for pair in pairs]
        for pair, rare in zip(pairs, alone, strict=True):
            alike[_articles(pair.a, pair.b)].append(pair.words * rare)
        self._related = {
            articles: min(1.0, sum(nlargest(SUREST, found)) / RELATED) for articles, found in alike.items()
        }
        for pair, rare in zip(pairs, alone, strict=True):
            pair.significance = max(rare, self._related[_articles(pair.a, pair.b)])

    def alone(self, a: Profile, b: Profile) -> float:
        """Return how little what two passages share can be chance, by its rarity, 0–1."""
        return min(1.0, fsum(map(self._tells.__getitem__, a.stems.keys() & b.stems.keys())) / ENOUGH)

    def of(self, a: Profile, b: Profile) -> float:
        """Return how little what two passages share can be chance, by its rarity or by their articles, 0–1."""
        return max(self.alone(a, b), self._related.get(_articles(a, b), 0.0))


def _articles(a: Profile, b: Profile) -> tuple[str, str]:
    one, other = a.passage.article, b.passage.article
    return (one, other) if one < other else (other, one)


def _rarity(count: int, passages: int) -> float:
    """Return the inverse document frequency, above 0 also for a word that all passages have."""
    return log((passages + 1) / (count + 0.5)) if passages > count else log(1 + 0.5 / (count + 0.5))
