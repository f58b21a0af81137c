from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_case import ARTICLES, HERALD_SAFE, SAFE, TRACE
from quotetrace.addresses import Side
from quotetrace.compare import Comparison, Pair
from quotetrace.errors import OutputError
from quotetrace.export.as_csv import write_csv
from quotetrace.export.as_json import write_json, write_jsonl
from quotetrace.export.as_plain import write_plain
from quotetrace.export.diff_result import diff_document, diff_table
from quotetrace.export.files import demand_writable, replacing
from quotetrace.export.find_result import find_document
from quotetrace.export.table import Table, flat
from quotetrace.export.tables import TableName, build
from quotetrace.model import Relation
from quotetrace.search import find, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quotetrace.export.table import Cell

FIELDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["=1+1", "+1", "-x", "@x", "\tx", "\rx", 'a"b', "a,b", "a\nb", "a\r\nb", "\r", " ", "é", "桥"]
)


def as_csv(table: Table, **options: bool) -> str:
    stream = io.StringIO(newline="")
    write_csv(table, stream, **options)
    return stream.getvalue()


def rows_of(name: TableName) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(build(TRACE, name)), newline="")))


def header(name: TableName) -> str:
    return ", ".join(build(TRACE, name).columns)


def test_the_columns_of_alignments_and_variants_are_a_contract() -> None:
    assert header(TableName.ALIGNMENTS) == (
        "remark, relation, similarity, article_a, outlet_a, start_a, end_a, text_a, "
        "article_b, outlet_b, start_b, end_b, text_b, speaker, occasion, changes, "
        "evidence_a, confidence_a, nested_a, relayed_by_a, evidence_b, confidence_b, nested_b, relayed_by_b"
    )
    assert header(TableName.VARIANTS) == (
        "remark, article, outlet, owner, language, published, published_precision, is_reference, "
        "presentation, speaker, text, prefix, suffix, start, end, relation, similarity, "
        "substitutions, insertions, deletions, reference_tokens, changes, "
        "url, archive_url, retrieved, sha256, "
        "evidence, confidence, nested, relayed_by"
    )


def test_offsets_of_alignments_give_back_their_texts() -> None:
    rows = rows_of(TableName.ALIGNMENTS)

    assert len(rows) == len(TRACE.alignments)
    for row in rows:
        for side in "ab":
            text = ARTICLES[row[f"article_{side}"]].text
            assert text[int(row[f"start_{side}"]) : int(row[f"end_{side}"])] == row[f"text_{side}"]


def test_an_alignment_names_the_remark_that_holds_both_and_its_changes() -> None:
    safe, copied, closed, restated = rows_of(TableName.ALIGNMENTS)

    assert (safe["remark"], safe["similarity"], safe["relation"]) == ("townhall.1", "0.8743", "rewrite")
    assert (safe["speaker"], safe["occasion"]) == ("ortiz", "council")
    assert (copied["outlet_a"], copied["occasion"]) == ("", "council")
    assert (restated["relation"], restated["remark"], restated["occasion"]) == ("restated", "", "")
    assert closed["remark"] == "townhall.2"


def test_an_alignments_changes_go_from_its_first_text_to_its_second() -> None:
    safe, _, closed, _ = rows_of(TableName.ALIGNMENTS)

    assert safe["changes"] == "polarity (major):  -> not; presentation (minor): indirect -> transcript"
    assert closed["changes"].startswith("number (major): 15 -> 12; ")
    assert "presentation (minor): indirect -> transcript" in closed["changes"]


def test_a_variants_changes_are_those_of_the_trace() -> None:
    rows = {(row["remark"], row["article"]): row["changes"] for row in rows_of(TableName.VARIANTS)}

    assert rows["townhall.1", "herald"] == "polarity (major): not -> ; presentation (minor): transcript -> indirect"
    assert rows["townhall.2", "townhall"] == ""
    assert rows["townhall.2", "herald"].endswith("; omission (minor): the river side] first -> ")


def test_variants_tell_where_they_stand_and_how_they_differ() -> None:
    rows = {(row["remark"], row["article"]): row for row in rows_of(TableName.VARIANTS)}
    reference, herald = rows["townhall.1", "townhall"], rows["townhall.1", "herald"]

    assert (reference["is_reference"], herald["is_reference"]) == ("true", "false")
    assert (herald["owner"], herald["published"], herald["published_precision"]) == (
        "Press Group",
        "2031-05-05",
        "day",
    )
    edits = [herald[name] for name in ("substitutions", "insertions", "deletions", "reference_tokens")]
    assert edits == ["0", "0", "1", "6"]
    assert herald["sha256"] == ARTICLES["herald"].sha256
    unknown = rows["townhall.1", "copy"]
    assert [unknown[name] for name in ("outlet", "owner", "published", "url")] == ["", "", "", ""]


def test_prefix_and_suffix_are_the_32_characters_around_the_passage() -> None:
    for row in rows_of(TableName.VARIANTS):
        text, start, end = ARTICLES[row["article"]].text, int(row["start"]), int(row["end"])
        assert row["prefix"] + row["text"] + row["suffix"] == text[max(start - 32, 0) : end + 32]
        assert row["text"] == text[start:end]


def test_remarks_are_counted_by_articles_outlets_and_owners() -> None:
    rows = {row["remark"]: row for row in rows_of(TableName.REMARKS)}
    safe = rows["townhall.1"]

    assert len(rows) == len(TRACE.remarks)
    assert (safe["variants"], safe["articles"]) == ("3", "townhall; herald; copy")
    assert (safe["outlets"], safe["owners"]) == ("townhall; herald", "Town; Press Group")
    assert (safe["lowest_similarity"], safe["major_changes"], safe["restated"]) == ("0.41", "1", "weekly.1")
    assert (safe["occasion_date"], safe["occasion_inferred"]) == ("2031-05-04", "false")


def test_articles_are_counted_with_what_they_hold() -> None:
    rows = {row["article"]: row for row in rows_of(TableName.ARTICLES)}

    assert (rows["herald"]["passages"], rows["herald"]["remarks"]) == ("4", "3")
    assert (rows["copy"]["occasion_inferred"], rows["townhall"]["occasion_inferred"]) == ("true", "false")
    assert rows["townhall"]["characters"] == str(len(ARTICLES["townhall"].text))


def test_find_has_the_schema_that_programs_rely_on() -> None:
    query = parse("bridge")
    document = json.loads(json.dumps(find_document(TRACE, query, find(TRACE, query))))

    assert list(document) == ["schema", "query", "remarks"]
    assert (document["schema"], document["query"]) == ("quotetrace/1", "bridge")
    remark = document["remarks"][0]
    assert {"id", "speaker", "occasion", "reference", "variants"} <= set(remark)
    assert (remark["id"], remark["speaker"], remark["reference"]) == ("townhall.1", "ortiz", "townhall")
    variant = remark["variants"][1]
    assert set(variant) >= {
        "article", "outlet", "published", "language", "presentation", "text", "sentence", "start", "end",
        "similarity", "changes",
    }  # fmt: skip
    assert variant["sentence"] == "The mayor said that the old bridge is safe"
    assert ARTICLES["herald"].text[variant["start"] : variant["end"]] == variant["text"] == HERALD_SAFE.text
    assert (variant["similarity"], variant["published"]) == (0.8743, "2031-05-05")
    polarity, presentation = variant["changes"]
    at = ARTICLES["townhall"].text.index("not safe")
    assert (polarity["type"], polarity["severity"]) == ("polarity", "major")
    assert (polarity["reference"], polarity["reference_start"], polarity["reference_end"]) == ("not", at, at + 3)
    assert (polarity["variant"], polarity["variant_start"]) == ("", polarity["variant_end"])
    assert (presentation["variant_start"], presentation["variant_end"]) == (variant["start"], variant["end"])
    assert [v["is_reference"] for v in remark["variants"]] == [True, False, False]
    assert remark["variants"][2]["outlet"] is None
    assert [restated["article"] for restated in remark["restated"]] == ["weekly"]


def test_lines_of_json_are_objects_with_their_values_types() -> None:
    stream = io.StringIO()
    write_jsonl(build(TRACE, TableName.VARIANTS), stream)
    records = [json.loads(line) for line in stream.getvalue().splitlines()]

    assert len(records) == sum(len(remark.variants) for remark in TRACE.remarks)
    reference = next(r for r in records if r["remark"] == "townhall.1" and r["is_reference"])
    assert (reference["is_reference"], reference["start"], reference["changes"]) == (True, SAFE.start, [])


def test_json_is_one_document_with_readable_characters() -> None:
    stream = io.StringIO()
    write_json(build(TRACE, TableName.REMARKS).document(), stream)

    assert "桥梁关闭十二周" in stream.getvalue()
    document = json.loads(stream.getvalue())
    assert (document["table"], len(document["rows"])) == ("remarks", len(TRACE.remarks))


@given(st.lists(st.tuples(FIELDS, FIELDS), max_size=5))
def test_csv_gives_back_the_same_strings(rows: list[tuple[str, str]]) -> None:
    text = as_csv(Table("any", ("a", "b"), rows))

    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], *map(list, rows)]


@given(st.lists(st.tuples(FIELDS, FIELDS), max_size=5))
def test_excel_safe_guards_formulas_and_nothing_else(rows: list[tuple[str, str]]) -> None:
    text = as_csv(Table("any", ("a", "b"), rows), excel_safe=True)
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]

    for before, after in zip(chain(*rows), chain(*read), strict=True):
        assert after[:1] not in tuple("=+-@\t\r")
        assert after == (f"'{before}" if before[:1] in tuple("=+-@\t\r") else before)


def test_excel_safe_leaves_numbers_alone() -> None:
    assert as_csv(Table("any", ("a",), [(-1,), (-0.5,)]), excel_safe=True) == "a\r\n-1\r\n-0.5\r\n"


@given(st.lists(st.tuples(FIELDS, FIELDS), max_size=5))
def test_plain_records_are_one_a_line_with_all_their_fields(rows: list[tuple[str, str]]) -> None:
    stream = io.StringIO(newline="")
    write_plain(Table("any", ("a", "b"), rows), stream)
    lines = stream.getvalue().split("\n")

    assert lines.pop() == ""
    assert [line.count("\t") for line in lines] == [1] * len(rows)
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]", "".join(lines))


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), (True, "true"), (False, "false"), (0, "0"), (0.5, "0.5"), (["a", "b"], "a; b"), ([], "")],
)
def test_cells_as_text(cell: Cell, text: str) -> None:
    assert flat(cell) == text


def test_a_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    with replacing(target) as stream:
        stream.write("a\r\nb\n")
        assert not target.exists()

    assert target.read_bytes() == b"a\r\nb\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_no_half_one(tmp_path: Path, failure: type[BaseException]) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")

    def interrupted() -> None:
        with replacing(target) as stream:
            stream.write("half")
            stream.flush()
            raise failure

    with pytest.raises(failure):
        interrupted()
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_a_link_stays_a_link_and_permissions_stay_as_they_were(tmp_path: Path) -> None:
    target, link = tmp_path / "out.csv", tmp_path / "link.csv"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with replacing(link) as stream:
        stream.write("new")

    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """Renaming a file onto `/dev/null` would take the device away."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with replacing(pipe) as stream:
            stream.write("through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def _in_no_folder(folder: Path) -> Path:
    return folder / "none" / "out.csv"


def _below_a_file(folder: Path) -> Path:
    (folder / "file").write_text("")
    return folder / "file" / "out.csv"


def _on_a_folder(folder: Path) -> Path:
    (folder / "out.csv").mkdir()
    return folder / "out.csv"


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        (_in_no_folder, "make the folder"),
        (_below_a_file, "make the folder"),
        (_on_a_folder, "name of a file"),
    ],
)
def test_a_place_that_takes_no_file_is_told_before_any_work(
    tmp_path: Path, place: Callable[[Path], Path], hint: str
) -> None:
    with pytest.raises(OutputError, match=hint):
        demand_writable(place(tmp_path))


def test_a_full_disk_is_told_in_one_line() -> None:
    """`/dev/full` fails like a disk without space."""

    def fill() -> None:
        from pathlib import Path  # noqa: PLC0415

        with replacing(Path("/dev/full")) as stream:
            stream.write("x" * 100_000)

    with pytest.raises(OutputError, match=r"No space left on device \(nothing was written"):
        fill()


def test_a_clause_that_has_moved_is_exported_with_its_place_in_the_other_article() -> None:
    a = replace(SAFE, text="After the flood in spring the council closed the old bridge.", frame=None)
    b = replace(HERALD_SAFE, text="The council closed the old bridge after the flood in spring.", frame=None)
    sides = Side("townhall", (ARTICLES["townhall"],)), Side("herald", (ARTICLES["herald"],))
    found = Comparison(*sides, (Pair(a, b, 0.9, Relation.REWRITE, ""),), (), (), ())

    words = diff_document(TRACE, found)["both"][0]["words"]  # type: ignore[index, call-overload]

    assert [(word["op"], word["a"], word["b"]) for word in words] == [
        ("moved", "After the flood in spring ", ""),
        ("equal", "the council closed the old bridge.", "The council closed the old bridge "),
        ("moved", "", "after the flood in spring."),
    ]
    assert words[0]["elsewhere"] == {"start": b.start + 34, "end": b.start + len(b.text)}
    assert words[2]["elsewhere"] == {"start": a.start, "end": a.start + 26}
    assert "elsewhere" not in words[1]
    assert diff_table(found).columns[-1] == "moved"
    assert diff_table(found).rows[0][-1] == "after the flood in spring."
