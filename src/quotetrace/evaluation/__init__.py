"""Scores against what people annotated: the measures, the annotations, and what the program finds beside them.

The names here are the measures; `files.read_gold` reads annotations, and `evaluate.evaluate` compares.
"""

from quotetrace.evaluation.clusters import ClusterScore, b_cubed, components
from quotetrace.evaluation.figures import Figure, Sheet
from quotetrace.evaluation.overlap import (
    OVERLAPS,
    Overlap,
    PairScore,
    SpanPair,
    aligned_pairs,
    half_of_gold,
    half_of_shorter,
)
from quotetrace.evaluation.ranking import Ranking
from quotetrace.evaluation.scores import NO_HITS, NO_SCORE, Hits, Score, boundaries, harmonic_mean

__all__ = [
    "NO_HITS",
    "NO_SCORE",
    "OVERLAPS",
    "ClusterScore",
    "Figure",
    "Hits",
    "Overlap",
    "PairScore",
    "Ranking",
    "Score",
    "Sheet",
    "SpanPair",
    "aligned_pairs",
    "b_cubed",
    "boundaries",
    "components",
    "half_of_gold",
    "half_of_shorter",
    "harmonic_mean",
]
