"""Passages of another occasion than the one that their article reports: what a background paragraph recalls."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from quotetrace.matching.occasions import COPY, When, one_occasion
from quotetrace.matching.scoring import relation
from quotetrace.model import Presentation, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quotetrace.matching.profiles import Profile
    from quotetrace.matching.scoring import Pair

# A copy of fewer words can be a phrase that somebody likes to use. No data tell how many: set by eye.
COPIED_WORDS = 8


def occasions_of_background(
    profiles: Sequence[Profile], recalled: frozenset[str], pairs: Iterable[Pair], articles: Mapping[str, When]
) -> dict[str, When]:
    """Return the occasions of those passages, by id, that are not of the occasion of their article.

    *recalled* are the ids of those whose article says so. They are of the occasion of their copies, if these have
    one in common, else of an unknown one. *pairs* carry the lexical evidence.

    A passage can also show that it is background: it copies at length what was said earlier, and nothing of its
    article's own occasion. That counts where the article's occasion was not given, and only if most of what it
    reports is no such copy: else the same was said again.
    """
    copies = _copies(pairs, recalled)
    found: dict[str, When] = {}
    for profile in profiles:
        id_, own = profile.passage.id, articles[profile.passage.article]
        there = _common([articles[copy.passage.article] for copy in copies[id_]], own)
        if id_ in recalled:
            found[id_] = replace(there or When(), inferred=True, but_not=own)
        elif there and _is_earlier(there, own) and any(_is_long_copy(profile, copy) for copy in copies[id_]):
            found[id_] = replace(there, inferred=True, but_not=own)
    return _where_other_words_are_the_news(found, recalled, profiles)


def _copies(pairs: Iterable[Pair], recalled: frozenset[str]) -> dict[str, list[Profile]]:
    """Return for each passage what is a copy of it and is not recalled itself."""
    copies: dict[str, list[Profile]] = defaultdict(list)
    for pair in pairs:
        if pair.words >= COPY:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                if other.passage.id not in recalled:
                    copies[one.passage.id].append(other)
    return copies


def _common(whens: Sequence[When], own: When) -> When | None:
    """Return the one occasion that all of *whens* are of, if there is one and it is known not to be one's *own*."""
    if not whens or any(one_occasion(when, own) for when in whens):
        return None
    best = max(whens, key=lambda when: (bool(when.occasion), when.day is not None, when.occasion))
    return best if all(one_occasion(when, best) for when in whens) else None


def _is_earlier(there: When, own: When) -> bool:
    given = own.occasion and not own.inferred
    return not given and there.day is not None and own.day is not None and there.day < own.day


def _is_long_copy(one: Profile, other: Profile) -> bool:
    return len(one.forms) >= COPIED_WORDS and relation(one, other) is Relation.VERBATIM


def _where_other_words_are_the_news(
    found: Mapping[str, When], recalled: frozenset[str], profiles: Sequence[Profile]
) -> dict[str, When]:
    """Leave out the copies of articles that report little else."""
    reported = Counter(
        profile.passage.article for profile in profiles if profile.passage.presentation is not Presentation.NARRATION
    )
    article = {profile.passage.id: profile.passage.article for profile in profiles}
    elsewhere = Counter(article[id_] for id_ in found)
    return {
        id_: when
        for id_, when in found.items()
        if id_ in recalled or 2 * elsewhere[article[id_]] < reported[article[id_]]
    }
