"""The outer layers on the corpus that comes with the program."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from quotetrace.tracing import explain, trace

if TYPE_CHECKING:
    from pathlib import Path

    from quotetrace.model import Trace

from quotetrace.cli.app import run
from quotetrace.cli.environment import Environment
from quotetrace.compare import diff
from quotetrace.corpus import bundled, open_corpus
from quotetrace.errors import ExitStatus
from quotetrace.export.as_csv import write_csv
from quotetrace.export.tables import TableName, build
from quotetrace.model import Relation
from quotetrace.render.find import draw_hits
from quotetrace.render.screen import Screen, to_text
from quotetrace.search import find, parse


@pytest.fixture(scope="module")
def traced() -> Trace:
    return trace(open_corpus(bundled()))


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("menu", [{"mfa", "unsourced"}]),
        ("Oder", [{"mfa", "lenta"}]),
        ("leak", [{"mfa", "unsourced", "sputnik", "lenta"}]),
        ("1997", [{"tass"}]),
        ("shrugged", [{"mfa"}]),
    ],
)
def test_find_has_every_right_hit_and_no_wrong_one(traced: Trace, query: str, articles: list[set[str]]) -> None:
    hits = find(traced, parse(query))

    assert [{variant.passage.article for variant in hit.remark.variants} for hit in hits] == articles


@pytest.mark.parametrize("name", ["alignments", "variants"])
def test_offsets_of_every_row_give_back_its_text(traced: Trace, name: str) -> None:
    texts = {article.id: article.text for article in traced.corpus.articles}
    stream = io.StringIO(newline="")
    write_csv(build(traced, TableName(name)), stream, bom=True)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff"), newline="")))

    assert len(rows) > 10
    for row in rows:
        for side in ("_a", "_b") if name == "alignments" else ("",):
            text = texts[row[f"article{side}"]]
            assert text[int(row[f"start{side}"]) : int(row[f"end{side}"])] == row[f"text{side}"]


def test_restated_alignments_belong_to_no_remark(traced: Trace) -> None:
    table = build(traced, TableName.ALIGNMENTS)
    restated = [row for row in table.records() if row["relation"] == "restated"]

    assert restated
    assert {row["remark"] for row in restated} == {None}


def test_diff_tells_the_same_from_both_sides(traced: Trace) -> None:
    there, back = diff(traced, "mfa", "sputnik"), diff(traced, "sputnik", "mfa")

    assert there.both
    assert {(pair.a.id, pair.b.id) for pair in there.both} == {(pair.b.id, pair.a.id) for pair in back.both}
    assert (there.only_a, there.only_b) == (back.only_b, back.only_a)


def test_what_another_occasion_restates_is_not_reported_by_both(traced: Trace) -> None:
    for article in ("mfa", "sputnik", "lenta", "unsourced"):
        assert diff(traced, article, "tass").both == ()
    pair = next(pair for pair in traced.alignments if pair.relation is Relation.RESTATED)
    found = diff(traced, pair.a.article, pair.b.article)
    assert [(p.a.id, p.b.id) for p in found.restated].count((pair.a.id, pair.b.id)) == 1


def test_an_alignment_is_explained_as_it_was_scored(traced: Trace) -> None:
    for alignment in traced.alignments:
        explained = explain(traced, alignment.a, alignment.b)
        assert explained.similarity == pytest.approx(alignment.similarity)
        assert explained.relation is alignment.relation


@pytest.mark.parametrize("width", [40, 80, 140])
def test_every_remark_can_be_drawn_without_cutting_a_word(traced: Trace, width: int) -> None:
    query = parse("the security NATO")
    hits = find(traced, parse("the a of to security", any_phrase=True))
    shown = to_text(draw_hits(traced, hits, Screen(width)), Screen(width))

    assert len(hits) > len(find(traced, query))
    assert "…" not in shown.replace("[…]", "")
    assert max(map(len, shown.splitlines())) <= width


def test_the_command_line_runs_the_whole_way(tmp_path: Path) -> None:
    out, err = io.StringIO(), io.StringIO()
    environment = Environment(out, err, {}, tmp_path, 80, terminal=False)

    assert run(["find", "menu", "--format", "json"], environment) is ExitStatus.DONE
    [remark] = json.loads(out.getvalue())["remarks"]
    assert {variant["article"] for variant in remark["variants"]} == {"mfa", "unsourced"}
    assert run(["explain", f"{remark['id']}:1", f"{remark['id']}:2"], environment) is ExitStatus.DONE
    assert err.getvalue() == ""


def run_in(folder: Path, *arguments: str) -> tuple[ExitStatus, str, str]:
    out, err = io.StringIO(), io.StringIO()
    status = run(arguments, Environment(out, err, {}, folder, 80, terminal=False))
    return status, out.getvalue(), err.getvalue()


def test_every_change_is_where_its_offsets_say(traced: Trace) -> None:
    texts = {article.id: article.text for article in traced.corpus.articles}
    rows = list(build(traced, TableName.ALIGNMENTS).records())
    changes = [(row, change) for row in rows for change in row["changes"]]

    assert len({change["type"] for _, change in changes}) > 5
    for row, change in changes:
        for side, name in (("a", "reference"), ("b", "variant")):
            start, end = change[f"{name}_start"], change[f"{name}_end"]
            assert row[f"start_{side}"] <= start <= end <= row[f"end_{side}"]
            if change["type"] != "presentation":
                assert texts[row[f"article_{side}"]][start:end] == change[name]


def test_a_chosen_reference_is_what_the_others_are_compared_with(tmp_path: Path) -> None:
    status, out, err = run_in(tmp_path, "find", "leak", "--reference", "Sputnik", "--format", "json")
    [remark] = json.loads(out)["remarks"]

    assert (status, err) == (ExitStatus.DONE, "")
    assert remark["reference"] == "sputnik"
    [reference] = [variant for variant in remark["variants"] if variant["is_reference"]]
    assert (reference["article"], reference["similarity"], reference["changes"]) == ("sputnik", 1.0, [])
    assert remark["variants"][0]["changes"]


def test_a_remark_that_the_chosen_outlet_does_not_report_says_which_is_its_reference(tmp_path: Path) -> None:
    _, usual, _ = run_in(tmp_path, "export", "-", "--table", "variants", "--format", "jsonl")
    _, asked, _ = run_in(tmp_path, "export", "-", "--table", "variants", "--format", "jsonl", "--reference", "tass")
    rows = [json.loads(line) for line in asked.splitlines()]

    assert [row["remark"] for row in rows] == [json.loads(line)["remark"] for line in usual.splitlines()]
    references = [row["article"] for row in rows if row["is_reference"]]
    assert len(references) == len({row["remark"] for row in rows})
    assert {"tass", "mfa"} <= set(references)


@pytest.mark.parametrize("command", [("find", "menu"), ("export", "out.csv")])
def test_an_unknown_reference_is_wrong_usage_and_the_nearest_name_is_told(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    status, out, err = run_in(tmp_path, *command, "--reference", "sputnk")

    assert (status, out) == (ExitStatus.USAGE, "")
    assert "no outlet or article is called 'sputnk'" in err
    assert "did you mean sputnik?" in err
    assert list(tmp_path.iterdir()) == []
