"""Precision, recall and F1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


@dataclass(frozen=True, slots=True)
class Score:
    """How many predictions are *right*, how many were *predicted*, and how many *gold* has.

    Precision, recall and F1 are those of van Rijsbergen (Information Retrieval, 1979, chapter 7).
    """

    right: int
    predicted: int
    gold: int

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of the predictions that is right, 0–1; 1 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of gold that was found, 0–1; 1 where gold is empty."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0–1; 1 where both sides are empty."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 1.0

    def counts(self) -> dict[str, int]:
        """Return what the measures are made of, by name."""
        return {"right": self.right, "predicted": self.predicted, "found": self.right, "gold": self.gold}


NO_SCORE = Score(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Hits:
    """A score where several predictions may hit one gold item, and one prediction several.

    *right* of the *predicted* hit gold, and *found* of the *gold* items were hit.
    """

    right: int
    predicted: int
    found: int
    gold: int

    def __add__(self, other: Hits) -> Hits:
        return Hits(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """The share of the predictions that hits gold, 0–1; 1 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of gold that was hit, 0–1; 1 where gold is empty."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0–1; 0 where both are 0."""
        return harmonic_mean(self.precision, self.recall)

    def counts(self) -> dict[str, int]:
        """Return what the measures are made of, by name."""
        return {"right": self.right, "predicted": self.predicted, "found": self.found, "gold": self.gold}


NO_HITS = Hits(0, 0, 0, 0)


def harmonic_mean(precision: float, recall: float) -> float:
    """Return the F1 of a precision and a recall, 0–1; 0 where both are 0."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def boundaries(predicted: Iterable[Hashable], gold: Iterable[Hashable]) -> Score:
    """Score *predicted* boundaries (offsets, spans, or those with a document's name) against *gold*.

    Each counts once, and is right only if gold has exactly the same.
    """
    found, wanted = set(predicted), set(gold)
    return Score(len(found & wanted), len(found), len(wanted))
