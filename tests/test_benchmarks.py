"""The measuring itself, where a fault would make every figure wrong without anybody's notice."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

import gold
import quality
import quotes
import scale
from quotetrace.evaluation import SpanPair, half_of_gold
from quotetrace.matching import scoring
from ranking import Ranking
from tables import Table

if TYPE_CHECKING:
    from pathlib import Path


def pair(a: int, b: int, articles: str = "xy") -> SpanPair:
    return SpanPair(articles[0], a, a + 10, articles[1], b, b + 10)


GOLD = [pair(0, 0), pair(20, 20), pair(0, 0, "xz")]
RANKED = [(0.9, pair(0, 0)), (0.8, pair(0, 20)), (0.7, pair(20, 20)), (0.2, pair(0, 0, "xz"))]


def test_a_threshold_is_inclusive_and_restricts_to_two_articles() -> None:
    ranking = Ranking(RANKED, GOLD, half_of_gold)
    score = ranking.at(0.7)
    assert (score.right, score.predicted, len(score.found), score.gold) == (2, 3, 2, 3)
    assert ranking.at(0.0, only=("x", "z")).gold == 1
    assert ranking.at(0.0, without=("x", "z")).predicted == 3


def test_the_best_threshold_has_the_best_f1_and_may_leave_two_articles_out() -> None:
    ranking = Ranking(RANKED, GOLD, half_of_gold)
    assert ranking.best_threshold() == 0.2
    assert ranking.best_threshold(without=("x", "z")) == 0.7
    assert ranking.best_threshold(without=("x", "y")) == 0.2


def test_left_out_articles_are_judged_with_a_threshold_that_has_not_seen_them() -> None:
    score = Ranking(RANKED, GOLD, half_of_gold).left_out()
    assert (score.right, score.predicted, score.gold) == (2, 3, 3)  # x and z got .7, which loses their only pair


def test_average_precision_is_the_mean_precision_where_a_gold_pair_is_found() -> None:
    ranking = Ranking(RANKED, GOLD, half_of_gold)
    assert ranking.average_precision() == pytest.approx((1 + 2 / 3 + 3 / 4) / 3)


def test_equal_similarities_are_one_step() -> None:
    tied = [(0.5, pair(0, 20)), (0.5, pair(0, 0))]
    assert Ranking(tied, [pair(0, 0)], half_of_gold).average_precision() == 0.5


def test_brat_spans_may_be_named_before_they_are_given_and_be_in_parts(tmp_path: Path) -> None:
    text = "“Wells,” Ana said, “are dry.”"
    annotation = tmp_path / "x_ab12.ann"
    annotation.write_text(
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nT1\tSource 9 12\tAna\nT2\tCue 13 17\tsaid\n"
        "T3\tContent 0 8;19 29\t…\nT4\tAttribution 13 17\tsaid\n",
        encoding="utf-8",
    )
    assert list(quotes.contents(text, annotation)) == [([(0, 8), (19, 29)], "said", "Ana")]


def test_tables_go_between_their_markers_and_nothing_else_changes() -> None:
    table = Table("About.", ("a", "b"), (("x", "1"),))
    document = "Before\n<!-- measured: one -->\nold\n<!-- end -->\nBetween\n<!-- measured: two -->\n<!-- end -->\n"
    written = quality.with_tables(document, "one", [table])
    assert written.startswith("Before\n<!-- measured: one -->\n\nAbout.\n\n| a | b |\n")
    assert written.endswith("<!-- end -->\nBetween\n<!-- measured: two -->\n<!-- end -->\n")
    assert quality.with_tables(written, "one", [table]) == written


def test_every_section_has_its_place_in_the_document_and_its_floors() -> None:
    names = {section.name for section in quality.sections(gold.SHARED)}
    placed = set(re.findall(r"<!-- measured: (\w+) -->", quality.DOCUMENT.read_text(encoding="utf-8")))
    assert placed == names | {"scale", "startup"}
    assert set(quality.read_floors()) == names


def test_a_figure_below_its_floor_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality, "FLOORS", tmp_path / "floors.toml")
    data = tmp_path / "data"
    data.write_text("1", encoding="utf-8")
    section = quality.Section("one", [data], list, dict)
    quality.pin({"one": (section, {"one.f1": 0.5})}, lower=False)
    assert quality.too_low(section, {"one.f1": 0.496}) == []
    assert quality.too_low(section, {"one.f1": 0.494}) == ["one.f1: 0.494, below its floor of 0.495"]
    quality.pin({"one": (section, {"one.f1": 0.4})}, lower=False)
    assert quality.read_floors()["one"].floors == {"one.f1": 0.495}
    data.write_text("2", encoding="utf-8")
    assert "not those" in quality.too_low(section, {"one.f1": 0.5})[0]


def test_perturbed_articles_are_the_same_each_time_and_differ_from_each_other() -> None:
    text = "The old wells in the valley are dry.\n\nThe river is low, and the herons are gone.\n" * 9
    words = text.split()
    first, again, other = (scale.perturbed(text, words, random.Random(seed)) for seed in (1, 1, 2))  # noqa: S311
    assert first == again != other
    assert len(first) == pytest.approx(len(text), rel=0.2)


def test_constants_changed_for_a_measurement_are_put_back() -> None:
    import alignments  # noqa: PLC0415 -- it imports rapidfuzz's measures, which no other test here needs

    before = scoring.THRESHOLD
    with alignments.patched(((scoring, "THRESHOLD", 2.0),)):
        assert scoring.THRESHOLD == 2.0
    assert before == scoring.THRESHOLD
