"""B-cubed: how well items are grouped, seen from each item."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from quotetrace.evaluation.scores import harmonic_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping

Item = TypeVar("Item", bound="Hashable")


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed *precision* and *recall*, 0–1, and how many *items* they are the mean over."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0–1."""
        return harmonic_mean(self.precision, self.recall)

    def counts(self) -> dict[str, int]:
        """Return what the measures are made of, by name."""
        return {"gold": self.items}


def b_cubed(found: Mapping[Item, Collection[Hashable]], gold: Mapping[Item, Collection[Hashable]]) -> BCubed:
    """Score a grouping against that of *gold*; both give the clusters that each item of gold is in.

    An item that is found in no cluster is one of its own. Bagga and Baldwin (Algorithms for scoring coreference
    chains, 1998), extended to items in several clusters by Amigó, Gonzalo, Artiles and Verdejo (A comparison of
    extrinsic clustering evaluation metrics based on formal constraints, 2009, section 6); without such items the
    two are the same. 1 and 1 where gold is empty.
    """
    clusters = {item: frozenset(found.get(item, ())) or frozenset([("alone", item)]) for item in gold}
    classes = {item: frozenset(gold[item]) for item in gold}
    return BCubed(_mean_share(clusters, classes), _mean_share(classes, clusters), len(gold))


def _mean_share(one: Mapping[Item, frozenset[Hashable]], other: Mapping[Item, frozenset[Hashable]]) -> float:
    """Return the mean over the items of how far those that share a cluster in *one* share one in the *other*."""
    members: dict[Hashable, set[Item]] = defaultdict(set)
    for item, clusters in one.items():
        for cluster in clusters:
            members[cluster].add(item)
    total = 0.0
    for item, clusters in one.items():
        near = set().union(*(members[cluster] for cluster in clusters))
        total += sum(_multiplicity(item, neighbour, one, other) for neighbour in near) / len(near)
    return total / len(one) if one else 1.0


def _multiplicity(
    a: Item, b: Item, one: Mapping[Item, frozenset[Hashable]], other: Mapping[Item, frozenset[Hashable]]
) -> float:
    together, there = len(one[a] & one[b]), len(other[a] & other[b])
    return min(together, there) / together


def components(items: Iterable[Item], pairs: Iterable[tuple[Item, Item]]) -> dict[Item, Item]:
    """Return for each item the representative of its connected component: an item, the same for all of it.

    *pairs* join items; the two of a pair need not be among *items*.
    """
    parent: dict[Item, Item] = {item: item for item in items}

    def root(item: Item) -> Item:
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in pairs:
        parent[root(a)] = root(b)
    return {item: root(item) for item in tuple(parent)}
