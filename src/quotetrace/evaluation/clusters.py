"""B-cubed: how well items are grouped, seen from each item."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from quotetrace.evaluation.scores import harmonic_mean

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

Item = TypeVar("Item", bound="Hashable")


@dataclass(frozen=True, slots=True)
class ClusterScore:
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


def b_cubed(found: Iterable[Iterable[Hashable]], gold: Iterable[Iterable[Hashable]]) -> ClusterScore:
    """Score the groups *found* against those of *gold*, seen from each item of gold.

    An item that is found in no group is one of its own; one that gold does not know does not count. Bagga and Baldwin
    (Algorithms for scoring coreference chains, 1998), extended to items in several groups by Amigó, Gonzalo, Artiles
    and Verdejo (A comparison of extrinsic clustering evaluation metrics based on formal constraints, 2009,
    section 6); without such items the two are the same. 1 and 1 where gold is empty.
    """
    classes = _groups_of(gold)
    placed = _groups_of([item for item in group if item in classes] for group in found)
    clusters = {item: placed.get(item, frozenset([("alone", item)])) for item in classes}
    return ClusterScore(_mean_share(clusters, classes), _mean_share(classes, clusters), len(classes))


def _groups_of(groups: Iterable[Iterable[Item]]) -> dict[Item, frozenset[Hashable]]:
    """Return the numbers of the groups that each item is in."""
    numbers: dict[Item, set[Hashable]] = defaultdict(set)
    for number, group in enumerate(groups):
        for item in group:
            numbers[item].add(number)
    return {item: frozenset(of) for item, of in numbers.items()}


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


def components(items: Iterable[Item], pairs: Iterable[tuple[Item, Item]]) -> list[set[Item]]:
    """Return the groups that *pairs* join, directly or over others; an item of no pair is a group of its own."""
    parent: dict[Item, Item] = {item: item for item in items}

    def root(item: Item) -> Item:
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in pairs:
        parent[root(a)] = root(b)
    groups: dict[Item, set[Item]] = defaultdict(set)
    for item in tuple(parent):
        groups[root(item)].add(item)
    return list(groups.values())
