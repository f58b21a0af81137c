"""The measuring itself, where a fault would make every figure wrong without anybody's notice."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

import polnear
import quality
import scale
import word_align
from quotetrace.evaluation import Ranking, Score, SpanPair, half_of_gold
from quotetrace.matching import scoring
from tables import Table


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


def test_quotations_that_go_on_from_each_other_are_one_content() -> None:
    text = "“The wells are dry,” Ana Brell said. “We dig deeper now.”\n\nRain fell. “The river is low,” Teo Vance said."
    article = polnear.read(text, [])
    groups = [[text[q.start : q.end] for q in group] for group in polnear.joined(article)]
    assert groups == [["The wells are dry", "We dig deeper now."], ["The river is low"]]


def test_tables_go_between_their_markers_and_nothing_else_changes() -> None:
    table = Table("About.", ("a", "b"), (("x", "1"),))
    document = "Before\n<!-- measured: one -->\nold\n<!-- end -->\nBetween\n<!-- measured: two -->\n<!-- end -->\n"
    written = quality.with_tables(document, "one", [table])
    assert written.startswith("Before\n<!-- measured: one -->\n\nAbout.\n\n| a | b |\n")
    assert written.endswith("<!-- end -->\nBetween\n<!-- measured: two -->\n<!-- end -->\n")
    assert quality.with_tables(written, "one", [table]) == written


def test_every_section_has_its_place_in_the_document_and_its_floors() -> None:
    placed = re.findall(r"<!-- measured: (\w+) -->", quality.DOCUMENT.read_text(encoding="utf-8"))
    assert {*placed} >= {*quality.SECTIONS, *quality.TIMES}
    assert len(placed) == len({*placed})
    assert quality.read_floors().keys() == quality.SECTIONS.keys()


def test_every_module_with_floors_is_a_section() -> None:
    folder = Path(quality.__file__).parent
    floors = re.compile(r"(?m)^def floors\(\w+: Path\)")
    modules = {path.stem for path in folder.glob("*.py") if floors.search(path.read_text("utf-8"))}
    assert modules == quality.SECTIONS.keys()


def test_a_figure_below_its_floor_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality, "FLOORS", tmp_path / "floors.toml")
    found = quality.Measured("one", "sum", figures={"one.f1": 0.5})
    quality.pin([found], lower=False)
    assert quality.too_low(found._replace(figures={"one.f1": 0.496})) == []
    assert quality.too_low(found._replace(figures={"one.f1": 0.494})) == ["one.f1: 0.494, below its floor of 0.495"]
    quality.pin([found._replace(figures={"one.f1": 0.4})], lower=False)
    assert quality.read_floors()["one"].floors == {"one.f1": 0.495}
    quality.pin([found._replace(figures={"one.f1": 0.4})], lower=True)
    assert quality.read_floors()["one"].floors == {"one.f1": 0.395}
    assert "not those" in quality.too_low(found._replace(digest="another"))[0]
    assert "do not agree" in quality.too_low(found._replace(figures={"one.f2": 0.5}))[0]


def test_a_section_without_its_data_is_skipped_with_a_reason(tmp_path: Path) -> None:
    for name, where in quality.SECTIONS.items():
        assert quality.measure(name, tmp_path / where).skipped.startswith("skipped, no ")


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


def test_a_possible_link_is_wrong_or_left_aside() -> None:
    pairs = [word_align.Linked(["a"], ["b"], frozenset({(0, 0), (1, 1)}), frozenset({(0, 0), (2, 2)}))] * 2

    def aligner(*_: object) -> list[tuple[int, int]]:
        return [(0, 0), (2, 2), (3, 3)]

    assert word_align.score(pairs, aligner, possible_count=True) == Score(2, 6, 4)
    assert word_align.score(pairs, aligner, possible_count=False) == Score(2, 4, 4)
