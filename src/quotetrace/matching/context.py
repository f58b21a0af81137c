"""What stands around a pair of passages: neighbours that match as well, rivals, and passages of a third article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quotetrace.matching.scoring import NEIGHBOURS, RIVALRY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quotetrace.matching.scoring import Pair

# How many passages before and after count as neighbours: 2 and 4 align the annotated articles worse. News reorders
# remarks, so that what is further off tells nothing.
WINDOW = 3
# A pair whose own words have less than this in common gets its share of its neighbours' evidence only.
FULL_NEIGHBOURS = 0.25
# How many of a passage's best matches can support another pair.
MAX_SUPPORTERS = 12


_Links = dict[int, dict[int, float]]  # a number for two passages, by their places among the profiles, both ways


def add_context(pairs: Sequence[Pair]) -> None:
    """Fill in the neighbours, the rivalry and the support of *pairs*, which are of one occasion each.

    Neighbours speak for a pair as far as neither passage has a better match in the other's article: they speak for
    that one too.
    """
    articles = {profile.index: profile.passage.article for pair in pairs for profile in (pair.a, pair.b)}
    alike = _links((pair, pair.words) for pair in pairs)
    best = _best(alike, articles)
    shares = []
    for pair in pairs:
        words, lags = pair.words, _lags(pair, best)
        pair.rivalry = min(lags)
        pair.neighbours = min(1.0, words / FULL_NEIGHBOURS) * _near(pair, alike, articles)
        shares.append(words / (words + max(lags)) if words else 0.0)
    _add_support(pairs, articles)
    for pair, share in zip(pairs, shares, strict=True):
        pair.neighbours *= share


def _links(numbers: Iterable[tuple[Pair, float]]) -> _Links:
    links: _Links = defaultdict(dict)
    for pair, number in numbers:
        links[pair.a.index][pair.b.index] = links[pair.b.index][pair.a.index] = number
    return links


def _best(alike: _Links, articles: Mapping[int, str]) -> dict[tuple[int, str], float]:
    """Return the best lexical evidence of each passage with each other article."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for index, found in alike.items():
        for other, words in found.items():
            key = index, articles[other]
            best[key] = max(best[key], words)
    return best


def _lags(pair: Pair, best: Mapping[tuple[int, str], float]) -> tuple[float, float]:
    """Return how much better each passage of a pair matches another one of the other's article."""
    a, b, words = pair.a, pair.b, pair.words
    return best[a.index, b.passage.article] - words, best[b.index, a.passage.article] - words


def _near(pair: Pair, alike: _Links, articles: Mapping[int, str]) -> float:
    """Return the lexical evidence of the best pair of passages before both, or after both."""
    a, b = pair.a.index, pair.b.index
    near = 0.0
    for ahead in (range(1, WINDOW + 1), range(-WINDOW, 0)):
        others = [b + step for step in ahead if articles.get(b + step) == articles[b]]
        for step in ahead:
            if others and articles.get(a + step) == articles[a]:
                found = alike[a + step]
                for other in others:
                    near = max(near, found[other]) if other in found else near
    return near


def _add_support(pairs: Sequence[Pair], articles: Mapping[int, str]) -> None:
    """Let a passage of a third article that matches both sides of a pair speak for the pair."""
    matches = _links((pair, _strength(pair)) for pair in pairs)
    best = {
        index: sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MAX_SUPPORTERS]
        for index, found in matches.items()
    }
    for pair in pairs:
        pair.support = max(
            _supported(best[one.index], matches[other.index], other.passage.article, articles)
            for one, other in ((pair.a, pair.b), (pair.b, pair.a))
        )


def _strength(pair: Pair) -> float:
    """Return how well two passages match as far as that can support another pair, 0–1."""
    return min(max(pair.words + NEIGHBOURS * pair.neighbours - RIVALRY * pair.rivalry, 0.0), 1.0)


def _supported(
    best: Sequence[tuple[int, float]], matches: Mapping[int, float], article: str, articles: Mapping[int, str]
) -> float:
    """Return the strength of the best third passage: among one side's *best*, and of the other's *matches*."""
    return max(
        (min(strength, matches[index]) for index, strength in best if index in matches and articles[index] != article),
        default=0.0,
    )
