"""B-cubed: groups against gold groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.evaluation import b_cubed

GROUPS = st.lists(st.integers(0, 3), min_size=1, max_size=9).map(
    lambda labels: [[item for item, label in enumerate(labels) if label == group] for group in set(labels)]
)


def test_one_item_in_the_wrong_group_costs_precision_and_recall() -> None:
    found = b_cubed([["a", "b", "x"], ["y", "z"]], [["a", "b"], ["x", "y", "z"]])
    assert found.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert found.recall == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)


def test_all_in_one_group_has_full_recall_and_all_apart_full_precision() -> None:
    gold = [["a", "b"], ["x", "y"]]
    together, apart = b_cubed([["a", "b", "x", "y"]], gold), b_cubed([["a"], ["b"], ["x"], ["y"]], gold)
    assert (together.precision, together.recall) == (0.5, 1.0)
    assert (apart.precision, apart.recall) == (1.0, 0.5)


def test_what_gold_does_not_know_counts_not_and_what_is_missing_is_alone() -> None:
    gold = [["a", "b"]]
    assert b_cubed([["a", "b", "stranger"]], gold).f1 == 1.0
    assert (b_cubed([["a"]], gold).precision, b_cubed([["a"]], gold).recall) == (1.0, 0.5)


def test_nothing_to_group_is_right() -> None:
    assert b_cubed([], []).f1 == 1.0


@given(GROUPS)
def test_gold_itself_is_perfect(groups: list[list[int]]) -> None:
    assert b_cubed(groups, groups).f1 == pytest.approx(1.0)


@given(GROUPS, GROUPS)
def test_scores_are_between_0_and_1(predicted: list[list[int]], gold: list[list[int]]) -> None:
    found = b_cubed(predicted, gold)
    assert 0 < found.precision <= 1 + 1e-9
    assert 0 < found.recall <= 1 + 1e-9
