"""What stands around a pair of passages: neighbours that match as well, rivals, and passages of a third article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotetrace.matching.profiles import Profile
    from quotetrace.matching.scoring import Pair

# How many passages before and after count as neighbours: 2 and 4 align the annotated articles worse. News reorders
# remarks, so that what is further off tells nothing.
WINDOW = 3
# A pair whose own words have less than this in common gets its share of its neighbours' evidence only.
FULL_NEIGHBOURS = 0.25
# How many of a passage's best matches can support another pair.
MAX_SUPPORTERS = 12
# In the strength of a supporter: how much its neighbours add to its words, and how much a rival takes off.
NEIGHBOURS = 0.5
RIVALRY = 0.45


def add_context(pairs: Sequence[Pair]) -> None:
    """Fill in the neighbours, the rivalry and the support of *pairs*, which are of one occasion each."""
    by_place = {(pair.a.index, pair.b.index): pair for pair in pairs}
    best = _best(pairs)
    steps = [(sign * a, sign * b) for sign in (-1, 1) for a in range(1, WINDOW + 1) for b in range(1, WINDOW + 1)]
    for pair in pairs:
        pair.rivalry = min(_lag(pair, pair.a, pair.b, best), _lag(pair, pair.b, pair.a, best))
        share = min(1.0, pair.words / FULL_NEIGHBOURS)
        pair.neighbours = share * max((near.words for near in _near(pair, by_place, steps)), default=0.0)
    _add_support(pairs)


def _best(pairs: Sequence[Pair]) -> dict[tuple[int, str], float]:
    """Return the best lexical evidence of each passage with each other article."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for pair in pairs:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            key = one.index, other.passage.article
            best[key] = max(best[key], pair.words)
    return best


def _lag(pair: Pair, one: Profile, other: Profile, best: dict[tuple[int, str], float]) -> float:
    return best[one.index, other.passage.article] - pair.words


def _near(pair: Pair, by_place: dict[tuple[int, int], Pair], steps: Iterable[tuple[int, int]]) -> Iterable[Pair]:
    """Yield the pairs of the passages before both, and of those after both."""
    for step_a, step_b in steps:
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
