"""Annotations as files: what they say, and what is said about them where they are wrong. And `eval` as a whole."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from quotetrace.cli.app import run
from quotetrace.cli.environment import Environment
from quotetrace.corpus import open_corpus
from quotetrace.errors import CorpusError, ExitStatus, InputError
from quotetrace.evaluation.files import read_gold
from quotetrace.evaluation.gold import Gold, GoldQuotation, GoldSpan, Label

SHARED = Path(__file__).parents[2] / "shared"

COUNCIL = """---
outlet: Town Hall
published: 2031-05-04
---
Mayor Ortiz: The old bridge is not safe for buses. We will close it for 12 weeks in spring.
"""
HERALD = """---
outlet: Herald
published: 2031-05-04
---
“The old bridge is not safe for buses,” Mayor Ana Ortiz said. She said the town would close it for 15 weeks in spring.

Traffic was calm on Monday.
"""
TEXTS = {name: text.split("---\n", 2)[2] for name, text in {"council": COUNCIL, "herald": HERALD}.items()}
SAFE, WEEKS = "The old bridge is not safe for buses", "We will close it for 12 weeks in spring."
QUOTED, LONGER = "“The old bridge is not safe for buses,” Mayor Ana Ortiz said.", "She said the town would close it"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "council.md").write_text(COUNCIL, encoding="utf-8")
    (articles / "herald.md").write_text(HERALD, encoding="utf-8")
    return tmp_path


def place(article: str, words: str, suffix: str = "") -> dict[str, object]:
    start = TEXTS[article].index(words)
    return {f"article{suffix}": article, f"start{suffix}": start, f"end{suffix}": start + len(words)}


def two(a: str, b: str, **more: object) -> dict[str, object]:
    return place("council", a, "_a") | place("herald", b, "_b") | more


def write(folder: Path, name: str, *rows: dict[str, object] | str) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def read(folder: Path, path: Path) -> Gold:
    return read_gold(path, open_corpus(folder / "articles"))


def faults(folder: Path, path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(folder, path)
    error = caught.value
    return [str(fault) for fault in (error.faults if isinstance(error, CorpusError) else (error,))]


def measured(folder: Path, *arguments: str, terminal: bool = False) -> tuple[ExitStatus, str, str]:
    out, err = io.StringIO(newline=""), io.StringIO()
    environment = Environment(out, err, {"NO_COLOR": "1"}, folder, 80, terminal)
    status = run(["eval", *arguments, "--corpus", "articles"], environment)
    return status, out.getvalue(), err.getvalue()


# -- JSON Lines


def test_the_keys_of_the_rows_tell_what_was_annotated(folder: Path) -> None:
    write(folder, "gold/sentences.jsonl", place("herald", QUOTED) | {"kind": "sentence", "quote": "direct"})
    write(folder, "gold/pairs.jsonl", two(SAFE, QUOTED, label="same", why="the same words"))
    write(folder, "gold/remarks.jsonl", place("council", SAFE) | {"remark": "bridge"})
    write(folder, "gold/quotations.jsonl", place("herald", SAFE) | {"speaker": "Ana Ortiz", "presentation": "direct"})
    write(folder, "gold/changes.jsonl", two(WEEKS, LONGER, changes=[]))
    write(folder, "gold/notes.txt", "not read")
    gold = read(folder, folder / "gold")
    assert gold.sentences == [GoldSpan(*place("herald", QUOTED).values())]  # type: ignore[arg-type]
    assert [pair.label for pair in gold.pairs] == [Label.SAME]
    assert list(gold.remarks.values()) == [{"bridge"}]
    start = TEXTS["herald"].index(SAFE)
    assert gold.quotations == [GoldQuotation("herald", ((start, start + len(SAFE)),), "direct", "Ana Ortiz")]
    assert [len(one.changes) for one in gold.comparisons] == [0]


def test_a_remark_may_be_named_beside_a_pair(folder: Path) -> None:
    path = write(
        folder,
        "pairs.jsonl",
        two(SAFE, QUOTED, label="same", remark="bridge"),
        two(WEEKS, QUOTED, label="related", remark="bridge"),
    )
    gold = read(folder, path)
    assert sorted(span.article for span in gold.remarks) == ["council", "herald"]


def test_changed_words_are_looked_for_in_their_sentence(folder: Path) -> None:
    change = {"type": "number", "a_span": "close ... 12", "b_span": "15 months", "significant": False}
    path = write(folder, "changes.jsonl", two(WEEKS, LONGER, changes=[change]))
    gold = read(folder, path)
    (found,) = gold.comparisons[0].changes
    assert [TEXTS["council"][span.start : span.end] for span in found.a] == ["close", "12"]
    assert (found.b, found.significant) == ((), False)
    assert gold.notes == [f"{path}:1: '15 months' is not in its sentence"]


OUTSIDE = {"article": "herald", "start": 5, "end": 9999}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (["{"], "1:2: no JSON: expecting property name enclosed in double quotes (write one JSON object, on one line)"),
        (["[1]"], '1: no JSON object (write {"key": "…"} on one line)'),
        ([{"text": "x"}], "1: no annotation has the keys text (have one of: article_a, start_a, end_a, "),
        ([OUTSIDE], "1: 5–9999 is no stretch of 'herald', which has 148 characters (count code points of the"),
        ([{"article": "herald", "start": 9, "end": 9}], "1: 9–9 is no stretch of 'herald'"),
        (
            [{"article": "herald", "start": "5", "end": 9}],
            '1: start: no whole number (write "start": 12, without quotes)',
        ),
        ([{"article": "herold", "start": 5, "end": 9}], "1: the corpus has no article 'herold' (did you mean herald?)"),
        (
            [{"article": "x", "start": 5, "end": 9}],
            "1: the corpus has no article 'x' (name the corpus that was ann",
        ),
        ([{"article": 7, "start": 5, "end": 9}], '1: article: no string (write "article": "…")'),
        ([two(SAFE, QUOTED, label="equal")], "1: label: 'equal' is unknown (there are: same, partial, related)"),
        ([two(SAFE, QUOTED, label="same")] * 2, "2: these two stretches again (keep one of the two rows)"),
        ([place("herald", SAFE, "_a") | place("herald", QUOTED, "_b") | {"label": "same"}], "1: both stretches are of"),
        ([place("herald", SAFE) | {"presentation": "spoken"}], "1: presentation: 'spoken' is unknown (there are: "),
        ([two(SAFE, QUOTED, changes="no")], "1: changes: no list of objects (write"),
        ([two(SAFE, QUOTED, changes=[{"a_span": "x"}])], "1: a change without a type (write the type"),
        ([two(SAFE, QUOTED, changes=[{"type": "number"}])], "1: a change without a_span and b_span (write the type"),
        (
            [two(SAFE, QUOTED, changes=[{"type": "x", "a_span": "old", "significant": 1}])],
            "1: significant: neither true",
        ),
    ],
)
def test_a_fault_is_one_line_with_its_place_and_what_to_do(
    folder: Path, rows: list[dict[str, object] | str], fault: str
) -> None:
    path = write(folder, "gold.jsonl", *rows)
    (told,) = faults(folder, path)
    assert told.startswith(f"{path}:{fault}")


def test_every_fault_is_told_and_an_unknown_article_once(folder: Path) -> None:
    unknown = {"article": "x", "start": 5, "end": 9}
    path = write(folder, "gold.jsonl", unknown, place("herald", SAFE), OUTSIDE, unknown)
    assert [re.match(r".*?jsonl:(\d)", fault)[1] for fault in faults(folder, path)] == ["1", "3"]  # type: ignore[index]


def test_a_file_that_is_no_annotation_is_named(folder: Path) -> None:
    assert (
        "no form of annotation has this ending (give a file that ends in .jsonl or .ann)"
        in faults(folder, write(folder, "gold.csv", "x"))[0]
    )
    assert "there is no such file or folder" in faults(folder, folder / "nowhere")[0]
    (folder / "empty").mkdir()
    assert "no annotations in this folder" in faults(folder, folder / "empty")[0]
    assert "nothing is annotated here" in faults(folder, write(folder, "blank.jsonl"))[0]


# -- brat


def entity(id_: str, kind: str, *parts: str) -> str:
    text = TEXTS["herald"]
    places = ";".join(f"{text.index(part)} {text.index(part) + len(part)}" for part in parts)
    return f"{id_}\t{kind} {places}\t{' '.join(parts)}"


def spans(*parts: str) -> tuple[tuple[int, int], ...]:
    text = TEXTS["herald"]
    return tuple((text.index(part), text.index(part) + len(part)) for part in parts)


def test_events_link_a_content_in_parts_with_its_source_and_cue(folder: Path) -> None:
    path = write(
        folder,
        "herald_ab12.ann",
        "E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3",
        entity("T1", "Content", "The old bridge", "safe for buses"),
        entity("T2", "Source", "Mayor Ana Ortiz"),
        entity("T3", "Cue", "said"),
        entity("T4", "Attribution", "said"),
        "#1\tAnnotatorNotes T1\tsure",
    )
    assert read(folder, path).quotations == [
        GoldQuotation("herald", spans("The old bridge", "safe for buses"), "", "Mayor Ana Ortiz", "said")
    ]


def test_relations_link_as_well_and_an_attribute_tells_the_presentation(folder: Path) -> None:
    path = write(
        folder,
        "herald.ann",
        entity("T1", "Quotation", SAFE),
        entity("T2", "Speaker", "Ana Ortiz"),
        entity("T3", "Cue", "said"),
        entity("T4", "Quote", "close it"),
        "R1\tSays Arg1:T2 Arg2:T1\t",
        "R2\tReports Arg1:T3 Arg2:T1",
        "A1\tPresentation T1 Direct",
        "A2\tNegation T4",
        "*\tEquiv T1 T4",
    )
    assert read(folder, path).quotations == [
        GoldQuotation("herald", spans(SAFE), "direct", "Ana Ortiz", "said"),
        GoldQuotation("herald", spans("close it")),
    ]


def test_the_first_of_several_annotators_counts_and_an_empty_file_says_that_there_is_nothing(folder: Path) -> None:
    write(folder, "gold/herald_a1.ann", entity("T1", "Content", SAFE))
    write(folder, "gold/herald_b2.ann", entity("T1", "Content", "close it"))
    write(folder, "gold/council.ann")
    gold = read(folder, folder / "gold")
    assert [one.spans for one in gold.quotations] == [spans(SAFE)]
    assert gold.quoted_articles == {"herald", "council"}
    assert gold.notes == ["herald_b2.ann is passed over: another file has the quotations of herald"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            "T1 Content 0 4 text",
            "1: no line of brat's: 'T1 Content 0 4 text' (write T1<tab>Content 12 34<tab>its",
        ),
        (
            "T1\tContent 0 999\tx",
            "1: 0 999 is no stretch of 'herald', which has 148 characters (annotate the article's",
        ),
        ("T1\tContent 1 4\tOld", "1: 1 4 of 'herald' is 'The', and not 'Old' (give the text that was annotated, with"),
        ("A1\tPresentation T1 loud", "1: Presentation: 'loud' is unknown (there are: direct, mixed, indirect"),
    ],
)
def test_a_faulty_line_of_brat_is_named(folder: Path, line: str, fault: str) -> None:
    path = write(folder, "herald.ann", line)
    (told,) = faults(folder, path)
    assert told.startswith(f"{path}:{fault}")


def test_a_link_to_nothing_and_a_file_of_no_article_are_faults(folder: Path) -> None:
    lines = (entity("T1", "Content", SAFE), "E1\tAttribution:T1 Source:T9")
    assert (
        "there is no T9 (add its line, or take this one out)" in faults(folder, write(folder, "herald.ann", *lines))[0]
    )
    assert "the corpus has no article 'weekly_ab12'" in faults(folder, write(folder, "weekly_ab12.ann", *lines))[0]


def test_annotations_may_stand_beside_their_articles(folder: Path) -> None:
    write(folder, "articles/more.jsonl", {"id": "weekly", "text": "Nothing is quoted here."})
    write(folder, "articles/herald.ann", entity("T1", "Content", SAFE))
    assert read(folder, folder / "articles").quoted_articles == {"herald"}


def test_a_windows_editor_may_have_written_the_files(folder: Path) -> None:
    line = entity("T1", "Content", SAFE)
    (folder / "herald.ann").write_bytes(f"\ufeff{line}\r\n{entity('T2', 'Cue', 'said')}\r\n".encode())
    assert [one.spans for one in read(folder, folder / "herald.ann").quotations] == [spans(SAFE)]
    (folder / "rows.jsonl").write_bytes(f"\ufeff{json.dumps(place('herald', QUOTED))}\r\n\r\n".encode())
    assert len(read(folder, folder / "rows.jsonl").sentences) == 1


# -- the command


def test_every_kind_has_its_tables(folder: Path) -> None:
    """The old bridge is told in the same words, so that it is aligned, one remark, and without a change."""
    write(folder, "gold/pairs.jsonl", two(SAFE, QUOTED, label="same"))
    write(folder, "gold/changes.jsonl", two(SAFE, QUOTED, changes=[{"type": "added", "b_span": "Ana"}]))
    write(folder, "gold/sentences.jsonl", place("herald", QUOTED), place("herald", "Traffic was calm on Monday."))
    write(folder, "gold/quotations.jsonl", place("herald", SAFE) | {"speaker": "Mayor Ortiz"})
    status, out, err = measured(folder, "gold", "--format", "json")
    document = json.loads(out)
    assert (status, err, document["schema"]) == (ExitStatus.DONE, "", "quotetrace/1")
    names = [table["table"] for table in document["tables"]]
    assert names[:3] == ["sentences", "quotations", "speakers"]
    assert names[3:] == ["alignments, half of the sentence", "alignments, half of the shorter", "remarks", "changes"]
    rows = {(table["table"], row["figure"]): row for table in document["tables"] for row in table["figures"]}
    assert rows["sentences", "exact spans"] | {"figure": ""} == {
        "figure": "", "precision": 0.6667, "recall": 1.0, "f1": 0.8, "value": None,
        "right": 2, "predicted": 3, "found": 2, "gold": 2,
    }  # fmt: skip
    assert rows["quotations", "direct, exact"]["found"] == 1
    assert rows["speakers", "all"]["value"] == 1.0
    assert rows["alignments, half of the shorter", "same pairs found"]["recall"] == 1.0
    assert rows["remarks", "B-cubed"]["f1"] == 1.0
    assert rows["changes", "significant, same type"]["recall"] == 0.0


def test_the_forms_hold_the_same_figures(folder: Path) -> None:
    write(folder, "sentences.jsonl", place("herald", QUOTED))
    rows = list(csv.DictReader(io.StringIO(measured(folder, "sentences.jsonl", "--format", "csv")[1], newline="")))
    lines = [json.loads(line) for line in measured(folder, "sentences.jsonl", "--format", "jsonl")[1].splitlines()]
    plain = measured(folder, "sentences.jsonl")[1].splitlines()
    assert [row["figure"] for row in rows] == [line["figure"] for line in lines] == ["boundaries", "exact spans"]
    assert list(rows[0].values()) == plain[0].split("\t") == "sentences boundaries 0.3333 1.0 0.5  1 3 1 1".split(" ")
    assert lines[0]["value"] is None


def test_a_terminal_gets_tables_and_what_cannot_be_said_is_left_open(folder: Path) -> None:
    write(folder, "gold.jsonl", two(SAFE, QUOTED, label="related"))
    status, out, _ = measured(folder, "gold.jsonl", terminal=True)
    assert status is ExitStatus.DONE
    assert "alignments, half of the sentence\n" in out
    line = next(line for line in out.splitlines() if line.startswith("  partial pairs found"))
    assert line.split() == ["partial", "pairs", "found", "0/0"]
    assert max(map(len, out.splitlines())) <= 80


def test_faults_end_the_run_with_1_and_notes_do_not(folder: Path) -> None:
    write(folder, "bad.jsonl", OUTSIDE, "{")
    status, out, err = measured(folder, "bad.jsonl")
    assert (status, out, err.count("\n")) == (ExitStatus.ERROR, "", 2)
    assert all(line.startswith("quotetrace: error: ") for line in err.splitlines())
    write(folder, "fair.jsonl", two(SAFE, QUOTED, changes=[{"type": "added", "b_span": "nowhere there"}]))
    status, _, err = measured(folder, "fair.jsonl")
    assert status is ExitStatus.DONE
    assert err.endswith("fair.jsonl:1: 'nowhere there' is not in its sentence\n")
    assert measured(folder, "fair.jsonl", "--quiet")[2] == ""


def test_a_language_without_rules_is_told(folder: Path) -> None:
    (folder / "articles" / "herald.md").write_text(HERALD.replace("---\n", "---\nlanguage: xx\n", 1), encoding="utf-8")
    write(folder, "sentences.jsonl", place("herald", QUOTED))
    assert "there are no rules for the language 'xx' yet" in measured(folder, "sentences.jsonl")[2]


def test_the_five_articles_can_be_measured_at_once(tmp_path: Path) -> None:
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"the annotations are not at {SHARED}")
    (tmp_path / "articles").mkdir()
    for path in (SHARED / "corpus").glob("*.txt"):
        shutil.copy(path, tmp_path / "articles")
    status, out, _ = measured(tmp_path, str(SHARED / "gold"), "--format", "jsonl")
    rows = {(row["table"], row["figure"]): row for row in map(json.loads, out.splitlines())}
    assert status is ExitStatus.DONE
    assert rows["sentences", "boundaries"]["gold"] == 180
    assert rows["alignments, half of the sentence", "same or partial"]["gold"] == 159
    assert rows["changes", "all, same type"]["gold"] == 127
