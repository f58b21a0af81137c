"""Several tracked speakers in one corpus, who interview each other, from the files to the command line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from quotetrace.cli.app import run
from quotetrace.cli.environment import Environment
from quotetrace.errors import ExitStatus

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = """
speakers:
  - id: brell
    name: Anna Brell
    aliases: [the water minister, Anya Brell]
  - id: pike
    name: Otto Pike
    aliases: [the finance minister]
  - id: cole
    name: Ada Cole
    aliases: [the host]
outlets:
  - {id: record, name: The Record}
  - {id: herald, name: The Herald}
  - {id: post, name: The Post}
"""
# ruff: noqa: E501 -- a line of an article is a paragraph
RECORD = """---
outlet: record
published: 2031-05-04
---
Cole: Minister, will the upper dam hold until the harvest?

Brell: The upper dam will hold until the harvest if nobody opens the old gates. Otto Pike told me: “The treasury will not pay for new gates this year.”

Cole: Mr. Pike, is that so?

Pike: The treasury has no money for a second pumping station. I never promised one to the valley.

Brell: The valley will remember that the pumping station was promised in spring.
"""
HERALD = """---
outlet: herald
published: 2031-05-05
---
The upper dam will hold until the harvest if nobody opens the old gates, Anna Brell said on Friday.

“The treasury has no money for a second pumping station,” the finance minister told her. He never promised one to the valley, Pike added.

“The treasury will not pay for new gates this year,” Pike has told her before.
"""
POST = """---
outlet: post
published: 2031-05-06
---
“The upper dam will hold until the harvest,” the water minister said in the studio of Ada Cole.

“The valley will remember that the pumping station was promised in spring,” she said.

Otto Pike and Anna Brell said that the dam and the treasury were two things.
"""


def quotetrace(folder: Path, *arguments: str) -> tuple[ExitStatus, str, str]:
    out, err = io.StringIO(newline=""), io.StringIO()
    status = run(arguments, Environment(out, err, {}, folder, 100, False))
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    files = {"corpus.yaml": CATALOGUE, "record.md": RECORD, "herald.md": HERALD, "post.md": POST}
    for name, text in files.items():
        (tmp_path / "corpus" / name).write_text(text, encoding="utf-8")
    return tmp_path


def variants(folder: Path, *query: str) -> list[tuple[str, str | None, str]]:
    _, out, _ = quotetrace(folder, "find", *query, "--format", "json")
    remarks = json.loads(out)["remarks"]
    return [(one["article"], one["speaker"], one["text"]) for remark in remarks for one in remark["variants"]]


def test_each_speaker_has_what_he_said_and_not_what_he_was_asked(folder: Path) -> None:
    assert {(article, speaker) for article, speaker, _ in variants(folder, "harvest", "--speaker", "brell")} == {
        ("record", "brell"),
        ("herald", "brell"),
        ("post", "brell"),
    }
    assert {speaker for _, speaker, _ in variants(folder, "harvest", "--speaker", "cole")} == {"cole"}
    assert variants(folder, "harvest", "--speaker", "pike") == []
    assert {article for article, *_ in variants(folder, "pumping", "--speaker", "pike")} == {"record", "herald"}


def test_what_one_speaker_quotes_of_another_is_the_other_s(folder: Path) -> None:
    found = variants(folder, "gates year", "--speaker", "pike")
    assert ("record", "pike", "The treasury will not pay for new gates this year.") in found
    assert {article for article, *_ in found} == {"record", "herald"}
    assert variants(folder, "gates year", "--speaker", "brell") == []


def test_the_nested_speaker_is_told_apart_in_the_data(folder: Path) -> None:
    _, out, _ = quotetrace(folder, "find", "gates year", "--format", "json")
    [remark] = json.loads(out)["remarks"]
    nested = {one["article"]: (one["nested"], one["relayed_by"], one["evidence"]) for one in remark["variants"]}
    assert nested["record"] == (True, "brell", "cue")
    assert nested["herald"][:2] == (False, None)
    assert all(0 < one["confidence"] <= 1 for one in remark["variants"])


def test_words_of_two_speakers_together_are_neither_s(folder: Path) -> None:
    said = [speaker for article, speaker, text in variants(folder, "two things") if article == "post"]
    assert said == [None]


@pytest.mark.parametrize("name", ["pike", "PIKE", "Otto Pike", "the finance minister", "The  Finance Minister"])
def test_a_speaker_is_named_by_id_name_or_alias(folder: Path, name: str) -> None:
    assert variants(folder, "pumping", "--speaker", name) == variants(folder, "pumping", "--speaker", "pike")


@pytest.mark.parametrize(
    "command",
    [
        ("find", "dam"),
        ("diff", "record", "herald"),
        ("export", "-", "--format", "csv"),
        ("explain", "record.1", "herald.1"),
        ("corpus", "list"),
    ],
)
def test_an_unknown_speaker_is_wrong_usage_everywhere(folder: Path, command: tuple[str, ...]) -> None:
    status, out, err = quotetrace(folder, *command, "--speaker", "Otto Pyke")
    assert status is ExitStatus.USAGE
    assert out == ""
    assert "did you mean Otto Pike?" in err


def test_a_name_of_several_speakers_is_wrong_usage(folder: Path) -> None:
    catalogue = folder / "corpus" / "corpus.yaml"
    catalogue.write_text(CATALOGUE.replace("the host", "the finance minister"), encoding="utf-8")
    status, _, err = quotetrace(folder, "find", "dam", "--speaker", "the finance minister")
    assert status is ExitStatus.USAGE
    assert "pike, cole" in err


def test_diff_shows_one_speaker_s_part(folder: Path) -> None:
    _, out, _ = quotetrace(folder, "diff", "record", "herald", "--speaker", "pike", "--format", "json")
    document = json.loads(out)
    pairs = document["both"] + document["restated"]
    assert pairs
    assert all("pike" in (pair["a"]["speaker"], pair["b"]["speaker"]) for pair in pairs)
    assert all(one["speaker"] == "pike" for side in ("only_a", "only_b") for one in document[side])


@pytest.mark.parametrize("table", ["variants", "remarks", "alignments"])
def test_export_writes_one_speaker_s_rows(folder: Path, table: str) -> None:
    def rows(*options: str) -> list[dict[str, str]]:
        arguments = ("export", "-", "--table", table, "--format", "csv", "--no-bom", *options)
        return list(csv.DictReader(io.StringIO(quotetrace(folder, *arguments)[1], newline="")))

    of_pike = rows("--speaker", "pike")
    assert of_pike
    assert {row["speaker"] for row in of_pike} == {"pike"}
    assert all(row in rows() for row in of_pike)


def test_explain_refuses_another_speaker_s_passage(folder: Path) -> None:
    status, _, err = quotetrace(folder, "explain", "record.2", "herald.1", "--speaker", "pike")
    assert status is ExitStatus.USAGE
    assert "Anna Brell" in err
    assert quotetrace(folder, "explain", "record.2", "herald.1", "--speaker", "brell")[0] is ExitStatus.DONE


def test_corpus_list_has_the_articles_that_report_the_speaker(folder: Path) -> None:
    _, out, _ = quotetrace(folder, "corpus", "list", "--speaker", "cole")
    assert [line.split("\t")[0] for line in out.splitlines()] == ["record"]


def test_corpus_check_tells_of_a_shared_alias_and_the_corpus_can_be_used(folder: Path) -> None:
    assert quotetrace(folder, "corpus", "check")[0] is ExitStatus.DONE
    catalogue = folder / "corpus" / "corpus.yaml"
    catalogue.write_text(CATALOGUE.replace("the host", "Water Minister"), encoding="utf-8")
    status, out, _ = quotetrace(folder, "corpus", "check")
    assert status is ExitStatus.ERROR
    assert "'Water Minister' stands for brell too" in out
    assert quotetrace(folder, "find", "dam")[0] is ExitStatus.DONE
