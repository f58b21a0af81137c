"""How the benchmarks judge what finds what: the most similar passage, with and without its answer among the others."""

from __future__ import annotations

import pytest
from rapidfuzz import fuzz

from pairs import area_under_curve, correlation
from retrieval import Hit, Versions, each_once, is_judged, is_taken, open_set, recall

ONE = (
    "The wells of the valley ran dry in June.",
    "Nobody has asked the farmers about the weir.",
    "Two herons nest by the old mill.",
    "The ministry will publish its figures on Friday.",
    "Beans were sown again after the flood.",
    "A ferry takes the school children across.",
    "The council met behind closed doors.",
    "Prices of fodder have doubled since spring.",
)
OTHER = (
    "In June the valley's wells went dry.",
    "The farmers were never asked about the weir.",
    "A pair of herons is nesting near the old mill.",
    "On Friday the ministry is to publish figures.",
    "After the flood beans were sown once more.",
    "School children cross by a ferry.",
    "The council held a meeting behind closed doors.",
    "Since spring fodder prices have doubled.",
)


def test_half_of_the_judged_passages_have_their_answer_taken_away() -> None:
    judged = [at for at in range(100) if is_judged(at)]
    assert len(judged) == 50
    assert sum(map(is_taken, judged)) == 25


def test_only_the_most_similar_passage_counts_and_only_for_judged_ones() -> None:
    hits = [Hit(0.9, 1, 1), Hit(0.8, 1, 0), Hit(0.4, 3, 3), Hit(0.5, 3, 1), Hit(0.9, 2, 0)]
    assert recall(hits) == 0.5


def test_an_answer_to_a_passage_without_one_is_wrong_unless_a_threshold_keeps_it_out() -> None:
    assert is_taken(1)
    assert not is_taken(3)
    assert open_set([Hit(0.3, 1, 0), Hit(0.8, 3, 3)]) == 1.0
    assert open_set([Hit(0.8, 1, 0), Hit(0.3, 3, 3)]) == pytest.approx(2 / 3)


def test_versions_find_each_other_in_every_step() -> None:
    versions = Versions(ONE, OTHER)
    assert {result.recall for result in versions.measured().values()} == {1.0}
    assert versions.baseline(fuzz.ratio, 1).recall > 0.5


def test_a_passage_is_taken_once_by_the_surest_pair() -> None:
    pairs = Versions(ONE[:2], OTHER[:2])._pairs  # noqa: SLF001 -- what the steps are given
    values = [1.0 if pair.a.index == 0 else 0.5 for pair in pairs]
    kept = {
        (pair.a.index, pair.b.index - 2): value for pair, value in zip(pairs, each_once(pairs, values), strict=True)
    }
    assert sum(value > 0 for value in kept.values()) <= 2
    assert max(value for (a, _), value in kept.items() if a == 0) == 1.0


def test_area_and_correlation_of_known_orders() -> None:
    assert area_under_curve([0.9, 0.8, 0.2], [1, 1, 0]) == 1.0
    assert area_under_curve([0.1, 0.8, 0.2], [1, 1, 0]) == 0.5
    assert area_under_curve([0.5, 0.5], [1, 0]) == 0.5
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1.0)
    assert correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1.0)
