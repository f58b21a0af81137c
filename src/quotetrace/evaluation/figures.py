"""What an evaluation gives: sheets of figures, before they become tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from quotetrace.evaluation.clusters import ClusterScore
    from quotetrace.evaluation.scores import Hits, Score


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a result: what was measured, the measures (0–1) that it has, and the counts behind them.

    *value* is the measure of a figure that is neither precision nor recall: an average precision, an accuracy.
    """

    name: str
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    value: float | None = None
    right: int | None = None
    predicted: int | None = None
    found: int | None = None
    gold: int | None = None

    @classmethod
    def of(cls, name: str, score: Score | Hits | ClusterScore) -> Self:
        """Return the figure of a score; what nothing can be said about is None: precision where nothing was found."""
        counts = score.counts()
        given, wanted = counts.get("predicted", counts["gold"]), counts["gold"]
        return cls(
            name,
            precision=score.precision if given else None,
            recall=score.recall if wanted else None,
            f1=score.f1 if given or wanted else None,
            **counts,
        )

    @classmethod
    def precision_of(cls, name: str, right: int, predicted: int) -> Self:
        """Return a precision alone, None where nothing was predicted."""
        return cls(name, precision=right / predicted if predicted else None, right=right, predicted=predicted)

    @classmethod
    def recall_of(cls, name: str, found: int, gold: int) -> Self:
        """Return a recall alone, None where gold is empty."""
        return cls(name, recall=found / gold if gold else None, found=found, gold=gold)

    @classmethod
    def share(cls, name: str, right: int, judged: int) -> Self:
        """Return an accuracy: how many of the *judged* are *right*, None where none was judged."""
        return cls(name, value=right / judged if judged else None, right=right, predicted=judged)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of one kind of gold, with a sentence on how they are counted."""

    name: str
    about: str
    figures: tuple[Figure, ...]
