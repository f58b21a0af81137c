"""Remarks: passages that report the same words, each aligned with one reference, so that no chain joins two."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import product, starmap
from math import fsum
from typing import TYPE_CHECKING

from quotetrace.matching.candidates import may_be_one_speaker
from quotetrace.matching.occasions import one_occasion
from quotetrace.matching.profiles import share
from quotetrace.matching.scoring import words
from quotetrace.model import Presentation, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quotetrace.matching.matcher import Matching
    from quotetrace.matching.occasions import When
    from quotetrace.matching.profiles import Profile
    from quotetrace.model import Alignment

# A passage without an alignment with the reference can join it if the words alone are this much alike: where many
# articles print one remark, not each is compared with each.
MIN_ALIKE = 0.4
# A quoted heading announces the passage of its article that has this share of the heading's weight in words.
HEADING_COVERAGE = 0.5

# Two variants have nothing in common if of what the reference shares with one of them the other has less than this
# share: .2 to .4 group verses and the annotated pairs alike. Otherwise a reference that says two things would gather
# what reports the one and what reports the other.
MIN_COMMON = 0.2

Order = tuple[int, str, str, int]


@dataclass(slots=True)
class _Cluster:
    members: list[Profile]  # the reference first
    speakers: set[str]
    whens: set[When]

    def join(self, other: _Cluster) -> None:
        self.members += other.members
        self.speakers |= other.speakers
        self.whens |= other.whens

    def can_be_one_with(self, other: _Cluster) -> bool:
        """Tell whether the speakers and the occasions of two groups can be one.

        An uncertain speaker or occasion may be anyone's: what it joins must still fit together.
        """
        return all(starmap(may_be_one_speaker, product(self.speakers, other.speakers))) and all(
            starmap(one_occasion, product(self.whens, other.whens))
        )


class _Links:
    """Which passages may stand in one remark with a given reference."""

    def __init__(self, matching: Matching, alignments: Iterable[Alignment]) -> None:
        self._matching = matching
        self.similarity: dict[tuple[str, str], float] = {}
        self._words: dict[tuple[str, str], float] = {}
        self._shared: dict[tuple[int, int], tuple[frozenset[str], float]] = {}
        self._best: dict[tuple[str, str], float] = defaultdict(float)
        for found in alignments:
            if found.relation is Relation.RESTATED:
                continue
            key = _key(found.a.id, found.b.id)
            self.similarity[key] = found.similarity
            self._words[key] = words(found.parts)
            for one, other in ((found.a, found.b), (found.b, found.a)):
                best = self._best[one.id, other.article]
                self._best[one.id, other.article] = max(best, self._words[key])

    def joins(self, reference: Profile, member: Profile) -> bool:
        """Tell whether *member* reports the words of *reference*, and one at least has no better match there.

        What is better is judged by the words alone: neighbours speak for the sentences around them too.
        """
        if not self._matching.may_be_one_remark(reference, member):
            return False
        a, b = reference.passage, member.passage
        alike = self._words.get(_key(a.id, b.id))
        if alike is None:
            return self._matching.words_alike(reference, member) >= MIN_ALIKE
        return alike >= min(self._best[a.id, b.article], self._best[b.id, a.article])

    def all_compatible(self, ours: Sequence[Profile], theirs: Sequence[Profile], reference: Profile) -> bool:
        """Tell whether any two passages, one of each group, that join *reference* report some of the same words of it.

        Those that are aligned with each other do, and so do those of which one has no word of the reference: what
        speaks for it stands around it.
        """
        reported = [self._reported(reference, member) for member in theirs]
        least = min((weight for _, weight in reported), default=1.0)
        for a in ours:
            of_a, weight_a = self._reported(reference, a)
            if _surely_meet(weight_a, least):
                continue
            for b, (of_b, weight_b) in zip(theirs, reported, strict=True):
                if _surely_meet(weight_a, weight_b) or _key(a.passage.id, b.passage.id) in self.similarity:
                    continue
                if fsum([reference.stems[key] ** 2 for key in of_a & of_b]) < MIN_COMMON * min(weight_a, weight_b):
                    return False
        return True

    def _reported(self, reference: Profile, member: Profile) -> tuple[frozenset[str], float]:
        """Return which stems of *reference* a member has, and their share of its weight."""
        key = reference.index, member.index
        if key not in self._shared:
            stems = frozenset(reference.stems.keys() & member.stems.keys())
            self._shared[key] = stems, fsum([reference.stems[stem] ** 2 for stem in stems])
        return self._shared[key]


def _surely_meet(a: float, b: float) -> bool:
    """Tell whether passages with these shares of a reference must have enough of it in common, whatever they share."""
    return a + b - 1 >= MIN_COMMON * min(a, b)


def _key(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def group(
    matching: Matching, alignments: Iterable[Alignment], order: Callable[[Profile], Order]
) -> list[list[Profile]]:
    """Return the passages of each remark, the reference first; what nothing matches is alone in its group.

    The reference is the passage that comes first by *order*. The surest alignments join first; two groups join
    only if every passage of one joins the reference of the other, that reference comes first by *order*, no two
    of them report different words of it, and no two of their speakers or occasions differ. A quoted heading goes
    with the passage that it announces.
    """
    links = _Links(matching, alignments)
    by_id = {profile.passage.id: profile for profile in matching.profiles}
    clusters = {
        id_: _Cluster([profile], {profile.passage.speaker}, {matching.when_of(profile.passage)})
        for id_, profile in by_id.items()
    }
    announced = _announced_by_headings(matching.profiles)
    apart: set[tuple[int, int]] = set()  # references whose groups cannot join: nor can they when they have grown
    for a, b in sorted(links.similarity, key=lambda pair: (-links.similarity[pair], pair)):
        if a not in announced and b not in announced and clusters[a] is not clusters[b]:
            first, second = sorted((clusters[a], clusters[b]), key=lambda cluster: order(cluster.members[0]))
            references = first.members[0].index, second.members[0].index
            if references in apart:
                continue
            if not _may_join(first, second, links):
                apart.add(references)
            else:
                first.join(second)
                clusters.update((member.passage.id, first) for member in second.members)
    for heading, passage in announced.items():
        clusters[passage].members.append(by_id[heading])
        clusters[heading] = clusters[passage]
    return _distinct(clusters.values())


def _may_join(first: _Cluster, second: _Cluster, links: _Links) -> bool:
    """Tell whether all of the second group can stand with the reference of the first."""
    reference, *others = first.members
    if not first.can_be_one_with(second) or not all(links.joins(reference, member) for member in second.members):
        return False
    return links.all_compatible(others, second.members, reference)


def _announced_by_headings(profiles: Iterable[Profile]) -> dict[str, str]:
    """Return for each heading that quotes a speaker the passage of its own article that it announces, by ids."""
    by_article: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_article[profile.passage.article].append(profile)
    found = ((heading, _announced(heading, article)) for article in by_article.values() for heading in article)
    return {heading.passage.id: passage.passage.id for heading, passage in found if passage}


def _announced(heading: Profile, article: Sequence[Profile]) -> Profile | None:
    """Return the passage that a heading announces, or None."""
    if heading.passage.presentation is not Presentation.HEADLINE:
        return None
    possible = [profile for profile in article if _may_be_announced(profile, heading)]
    best = max(possible, key=lambda profile: share(heading, profile), default=None)
    return best if best and share(heading, best) >= HEADING_COVERAGE else None


def _may_be_announced(profile: Profile, heading: Profile) -> bool:
    """Tell whether a passage follows the heading and can be of the same speaker."""
    if profile.passage.presentation in (Presentation.HEADLINE, Presentation.NARRATION):
        return False
    follows = profile.passage.start > heading.passage.start
    return follows and may_be_one_speaker(profile.passage.speaker, heading.passage.speaker)


def _distinct(clusters: Iterable[_Cluster]) -> list[list[Profile]]:
    unique = {id(cluster): cluster for cluster in clusters}
    return [cluster.members for cluster in unique.values()]
