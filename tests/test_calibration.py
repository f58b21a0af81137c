"""The model behind the similarity: it is fitted as the shares demand, and made articles know what they say."""

from __future__ import annotations

import pytest

import logistic
import silver

ROWS = [("v1", "The wells in the valley are dry"), ("v2", "Herons came back"), ("v3", "The mill has closed its gates")]


def test_a_fitted_chance_is_the_share_that_is_right() -> None:
    rows = [(0.0, 1.0)] * 100 + [(1.0, 1.0)] * 100
    right = [at < 10 for at in range(100)] + [at < 80 for at in range(100)]
    weights = logistic.fit(rows, right, [10.0] * 200)
    assert logistic.chance(weights, (0.0, 1.0)) == pytest.approx(0.1, abs=0.01)
    assert logistic.chance(weights, (1.0, 1.0)) == pytest.approx(0.8, abs=0.01)


def test_a_row_that_counts_more_moves_the_chance() -> None:
    rows, right = [(0.0, 1.0), (0.0, 1.0)], [True, False]
    assert logistic.chance(logistic.fit(rows, right, [3.0, 1.0]), rows[0]) == pytest.approx(0.75)


def test_few_rows_keep_the_weights_small() -> None:
    rows, right = [(0.0, 1.0), (1.0, 1.0)], [False, True]
    few, many = (logistic.fit(rows, right, [count, count])[0] for count in (1.0, 100.0))
    assert 0 < few < many


def test_made_articles_are_the_same_each_time_and_know_what_they_say() -> None:
    rows = [
        (f"{id_}{n}", {"human:A": f"{text} {n}", "human:B": f"{n} {text}"}) for n in range(20) for id_, text in ROWS
    ]
    one, again = (silver.made("source", 0, rows) for _ in range(2))
    assert one.says == again.says
    passages = {profile.passage.id: profile.passage for profile in one.matching.profiles}
    assert passages.keys() == one.says.keys()
    assert {passage.article for passage in passages.values()} == {"human:A", "human:B"}
    for id_, said in one.says.items():
        assert one.is_whole(passages[id_], passages[id_])
        assert one.is_right(passages[id_], passages[id_])
        assert 1 <= len(said) <= 2 * silver.HALVES
