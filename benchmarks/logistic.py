"""Fit a logistic model with a penalty on large weights: Newton's method, for a handful of weights."""

from __future__ import annotations

from math import exp, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Vector = list[float]
# How strongly a weight is drawn to 0, counted in rows, where every kind of evidence has the spread 1.
PENALTY = 0.1
STEPS = 25
ENOUGH = 1e-6


def fit(rows: Sequence[Sequence[float]], right: Sequence[bool], counts: Sequence[float]) -> Vector:
    """Return one weight a column for the chance that a row is right.

    The last column is the constant 1, whose weight is not penalised. *counts* says how much each row counts.
    """
    spread = _spread(rows, counts)
    scaled = [[value / scale for value, scale in zip(row, spread, strict=True)] for row in rows]
    weights = [0.0] * len(spread)
    for _ in range(STEPS):
        step = _newton_step(scaled, right, counts, weights)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < ENOUGH:
            break
    return [weight / scale for weight, scale in zip(weights, spread, strict=True)]


def chance(weights: Sequence[float], row: Sequence[float]) -> float:
    """Return the chance that a row is right, 0–1."""
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, row, strict=True))))


def _spread(rows: Sequence[Sequence[float]], counts: Sequence[float]) -> Vector:
    """Return the standard deviation of each column, and 1 for a constant one."""
    total = sum(counts)
    spread: Vector = []
    for column in zip(*rows, strict=True):
        mean = sum(value * count for value, count in zip(column, counts, strict=True)) / total
        variance = sum((value - mean) ** 2 * count for value, count in zip(column, counts, strict=True)) / total
        spread.append(sqrt(variance) or 1.0)
    return spread


def _newton_step(
    rows: Sequence[Vector], right: Sequence[bool], counts: Sequence[float], weights: Sequence[float]
) -> Vector:
    penalties = [PENALTY] * (len(weights) - 1) + [0.0]
    gradient = [-penalty * weight for penalty, weight in zip(penalties, weights, strict=True)]
    curvature = [
        [penalty if at == column else 0.0 for column in range(len(weights))] for at, penalty in enumerate(penalties)
    ]
    for row, is_right, count in zip(rows, right, counts, strict=True):
        expected = chance(weights, row)
        error, slope = count * (is_right - expected), count * expected * (1 - expected)
        for at, value in enumerate(row):
            gradient[at] += error * value
            for other in range(at + 1):
                curvature[at][other] += slope * value * row[other]
    for at in range(len(weights)):
        for other in range(at):
            curvature[other][at] = curvature[at][other]
    return _solve(curvature, gradient)


def _solve(matrix: Sequence[Vector], vector: Vector) -> Vector:
    """Solve a system of linear equations with a symmetric, positive definite matrix (Gaussian elimination)."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for at, pivot in enumerate(rows):
        for below in rows[at + 1 :]:
            factor = below[at] / pivot[at]
            below[at:] = [value - factor * top for value, top in zip(below[at:], pivot[at:], strict=True)]
    solved = [0.0] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        known = sum(rows[at][other] * solved[other] for other in range(at + 1, len(rows)))
        solved[at] = (rows[at][-1] - known) / rows[at][at]
    return solved
