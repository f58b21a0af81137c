from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import click
import pytest

from bridge_case import PARTS, TRACE
from quotetrace import __version__, compare
from quotetrace.cli.app import program, run
from quotetrace.cli.environment import Environment
from quotetrace.cli.session import Session
from quotetrace.errors import CorpusError, ExitStatus, InputError
from quotetrace.model import Alignment, Passage, Relation, Trace

PYTHON = (sys.executable, "-W", "error", "-m", "quotetrace")


@dataclass
class Result:
    status: ExitStatus
    out: str
    err: str


@dataclass
class Shell:
    """Runs command lines inside this process."""

    folder: Path

    def __call__(self, *arguments: str, terminal: bool = False, width: int = 80, **variables: str) -> Result:
        out, err = io.StringIO(newline=""), io.StringIO()
        environment = Environment(out, err, variables, self.folder, width, terminal)
        status = run(arguments, environment)
        return Result(status, out.getvalue(), err.getvalue())


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Give a shell whose corpus is the invented case."""

    def explain(_: Trace, a: Passage, b: Passage) -> Alignment:
        return Alignment(a, b, 0.2, PARTS, Relation.PARTIAL)

    monkeypatch.setattr(Session, "open_trace", lambda *_: TRACE)
    monkeypatch.setattr(Session, "open_corpus", lambda _: TRACE.corpus)
    monkeypatch.setattr(compare.tracing, "explain", explain)
    return Shell(tmp_path)


# -- find


def test_find_prints_plain_records_where_there_is_no_terminal(shell: Shell) -> None:
    result = shell("find", "shrugged")

    assert result.status is ExitStatus.DONE
    assert result.out.split("\t")[:3] == ["townhall.4:1", "townhall", "townhall"]
    assert result.out.count("\n") == 1
    assert result.err == ""


def test_find_prints_a_table_on_a_terminal(shell: Shell) -> None:
    wide = shell("find", "bridge", terminal=True, width=120, TERM="xterm")
    plain = shell("find", "bridge", terminal=True, width=120, NO_COLOR="1", TERM="xterm")

    assert "\x1b[1;35m*bridge*\x1b[0m" in wide.out
    assert "*bridge*" in plain.out
    assert "\x1b" not in plain.out


@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": ""}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--no-color",), {}, False),
        (("--color",), {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_is_as_asked(
    shell: Shell, arguments: tuple[str, ...], variables: dict[str, str], *, colored: bool
) -> None:
    result = shell("find", "bridge", *arguments, terminal=True, **variables)

    assert ("\x1b" in result.out) is colored


def test_global_options_stand_before_or_after_the_command(shell: Shell) -> None:
    after, before = shell("find", "bridge", "--format", "json"), shell("--format", "json", "find", "bridge")

    assert after == before
    assert json.loads(after.out)["query"] == "bridge"


def test_the_last_of_two_global_options_counts(shell: Shell) -> None:
    assert shell("--format", "csv", "find", "bridge", "--format", "json").out.startswith("{")


def test_find_as_csv_and_lines_of_json(shell: Shell) -> None:
    rows = list(csv.DictReader(io.StringIO(shell("find", "weeks", "--format", "csv").out, newline="")))
    lines = [json.loads(line) for line in shell("find", "weeks", "--format", "jsonl").out.splitlines()]

    assert [row["variant"] for row in rows] == ["townhall.2:1", "townhall.2:2"]
    assert [line["variant"] for line in lines] == ["townhall.2:1", "townhall.2:2"]
    assert [line["similarity"] for line in lines] == [1.0, 0.62]


def test_several_arguments_are_one_query(shell: Shell) -> None:
    assert json.loads(shell("find", "bridge", "spring", "--format", "json").out)["query"] == "bridge spring"
    assert shell("find", "--any", "shrugged", "spring").out.count("\n") == 2


def test_a_query_may_begin_with_a_dash(shell: Shell) -> None:
    assert shell("find", "--", "-shrugged").status is ExitStatus.DONE


def test_nothing_found_is_status_3_with_a_suggestion(shell: Shell) -> None:
    result = shell("find", "brigde")

    assert (result.status, result.out) == (ExitStatus.NOT_FOUND, "")
    assert result.err == "quotetrace: error: no remark has 'brigde' (did you mean bridge?)\n"


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("zeppelin", "only the words of speakers are searched"),
        ("bridge shrugged", "try fewer of them, or --any"),
    ],
)
def test_nothing_found_says_what_to_try(shell: Shell, query: str, hint: str) -> None:
    assert hint in shell("find", query).err


def test_nothing_found_is_still_json_for_programs(shell: Shell) -> None:
    result = shell("find", "zeppelin", "--format", "json")

    assert result.status is ExitStatus.NOT_FOUND
    assert json.loads(result.out) == {"schema": "quotetrace/1", "query": "zeppelin", "remarks": []}


@pytest.mark.parametrize("query", ["", "?!", '"open'])
def test_a_query_that_cannot_be_read_is_wrong_usage(shell: Shell, query: str) -> None:
    result = shell("find", query)

    assert (result.status, result.out) == (ExitStatus.USAGE, "")
    assert result.err.startswith("quotetrace: error: ")
    assert "quotetrace find" in result.err


# -- diff and explain


def test_diff_as_json_has_both_sides_and_the_words(shell: Shell) -> None:
    document = json.loads(shell("diff", "townhall", "herald", "--format", "json").out)

    assert (document["schema"], document["a"]["name"], document["b"]["name"]) == (
        "quotetrace/1",
        "townhall",
        "herald",
    )
    assert document["b"]["articles"] == [{"id": "herald", "extent": "excerpts"}]
    pair = document["both"][0]
    assert (pair["similarity"], pair["relation"], pair["remark"]) == (0.8743, "rewrite", "townhall.1")
    assert "".join(word["a"] for word in pair["words"]) == pair["a"]["text"]
    assert {"op": "delete", "a": "not ", "b": ""} in pair["words"]
    assert [passage["passage"] for passage in document["only_a"]] == ["townhall.3", "townhall.4"]
    assert document["restated"] == []


def test_diff_as_plain_records_has_a_section_a_line(shell: Shell) -> None:
    lines = shell("diff", "townhall", "herald").out.splitlines()

    assert [line.split("\t")[0] for line in lines] == ["both", "both", "only_a", "only_a", "only_b"]
    assert {line.count("\t") for line in lines} == {13}


def test_diff_is_done_unless_asked_for_an_exit_code(shell: Shell) -> None:
    assert shell("diff", "townhall", "herald").status is ExitStatus.DONE
    assert shell("diff", "townhall", "herald", "--exit-code").status is ExitStatus.ERROR


def test_diff_without_a_difference_is_done(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    found = compare.diff(TRACE, "townhall.1:1", "townhall.1:2")
    same = replace(found, both=(replace(found.both[0], b=found.both[0].a),))
    monkeypatch.setattr(compare, "diff", lambda *_: same)

    assert shell("diff", "x", "y", "--exit-code").status is ExitStatus.DONE


def test_diff_is_displayed_as_asked(shell: Shell) -> None:
    inline = shell("diff", "townhall", "weekly", "--format", "table", "--display", "inline", width=140)
    beside = shell("diff", "townhall", "weekly", "--format", "table", "--display", "side-by-side", width=80)

    assert "[-is-]{+was+}" in inline.out
    assert "[-is-] not" in beside.out


def test_an_unknown_outlet_lists_the_names_there_are(shell: Shell) -> None:
    result = shell("diff", "townhal", "herald")

    assert result.status is ExitStatus.USAGE
    assert "did you mean townhall? there are: townhall, herald, copy, weekly" not in result.out
    assert "did you mean townhall? there are: townhall, " in result.err


def test_the_same_side_twice_is_wrong_usage(shell: Shell) -> None:
    assert shell("diff", "herald", "The Herald").status is ExitStatus.USAGE


def test_explain_has_the_parts_of_the_similarity(shell: Shell) -> None:
    document = json.loads(shell("explain", "townhall.1:1", "weekly.1", "--format", "json").out)

    assert document["parts"] == asdict(PARTS)
    assert document["similarity"] == 0.2
    assert document["a"]["evidence"] == "turn"
    assert document["thresholds"]
    assert "stems\t0.8\n" in shell("explain", "townhall.1:1", "weekly.1").out


def test_explain_takes_passages_of_two_articles(shell: Shell) -> None:
    assert shell("explain", "townhall.1", "townhall.2").status is ExitStatus.USAGE
    assert shell("explain", "townhall.1", "townhall").status is ExitStatus.USAGE


# -- export


def test_export_writes_alignments_with_a_mark_for_excel(shell: Shell, tmp_path: Path) -> None:
    result = shell("export", "out.csv")
    written = (tmp_path / "out.csv").read_bytes()

    assert (result.status, result.out, result.err) == (
        ExitStatus.DONE,
        "",
        "quotetrace: 4 rows written to out.csv\n",
    )
    assert written.startswith(b"\xef\xbb\xbfremark,relation,similarity,")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert [row["article_a"] for row in rows] == ["herald", "copy", "herald", "townhall"]


def test_export_without_the_mark_and_without_a_word(shell: Shell, tmp_path: Path) -> None:
    assert shell("export", "out.csv", "--no-bom", "--quiet").err == ""
    assert (tmp_path / "out.csv").read_bytes().startswith(b"remark,")


def test_export_guards_formulas_if_asked(shell: Shell, tmp_path: Path) -> None:
    shell("export", "a.csv", "--table", "variants")
    shell("export", "b.csv", "--table", "variants", "--excel-safe")

    assert ",=Costs= will" in (tmp_path / "a.csv").read_text()
    assert ",'=Costs= will" in (tmp_path / "b.csv").read_text()


@pytest.mark.parametrize("table", ["alignments", "variants", "remarks", "articles"])
def test_all_tables_have_the_same_rows_in_all_forms(shell: Shell, tmp_path: Path, table: str) -> None:
    for ending in ("csv", "jsonl", "JSON"):
        assert shell("export", f"out.{ending}", "--table", table).status is ExitStatus.DONE
    written = (tmp_path / "out.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    document = json.loads((tmp_path / "out.JSON").read_text())

    assert len(rows) > 1
    assert document["rows"] == lines
    assert [list(row) for row in rows] == [list(line) for line in lines]


def test_export_to_standard_output_needs_a_form(shell: Shell) -> None:
    assert shell("export", "-").status is ExitStatus.USAGE
    assert shell("export", "-", "--format", "csv").out.startswith("\ufeffremark,")
    assert shell("export", "/dev/stdout", "--format", "csv").out.startswith("\ufeffremark,")
    assert shell("export", "-", "--format", "jsonl").out.count("\n") == 4


@pytest.mark.parametrize("arguments", [("out.xlsx",), ("out",), ("out.csv", "--format", "table")])
def test_export_knows_three_forms(shell: Shell, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = shell("export", *arguments)

    assert result.status is ExitStatus.USAGE
    assert "csv" in result.err
    assert list(tmp_path.iterdir()) == []


def test_export_into_a_folder_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    result = shell("export", "none/out.csv")

    assert result.status is ExitStatus.ERROR
    assert result.err.count("\n") == 1
    assert "No such file or directory (make the folder first" in result.err
    assert list(tmp_path.iterdir()) == []


# -- corpus


def test_corpus_list_has_all_articles_in_all_forms(shell: Shell) -> None:
    document = json.loads(shell("corpus", "list", "--format", "json").out)

    names = ["copy", "herald", "townhall", "weekly"]
    assert [article["article"] for article in document["articles"]] == names
    assert document["articles"][0]["outlet"] is None
    assert [outlet["id"] for outlet in document["outlets"]] == ["townhall", "herald", "weekly"]
    assert [line.split("\t")[0] for line in shell("corpus", "list").out.splitlines()] == names
    assert "unknown outlet" in shell("corpus", "list", terminal=True).out


def test_corpus_check_lists_every_fault(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = [InputError("no title", "write one", path="a.md", line=2), InputError("empty", path="b.md")]
    monkeypatch.setattr("quotetrace.corpus.check", lambda _: faults)
    result = shell("corpus", "check", "--corpus", "here", "--format", "json")

    assert result.status is ExitStatus.ERROR
    assert json.loads(result.out)["faults"] == [
        {"path": "a.md", "line": 2, "column": None, "fault": "no title", "hint": "write one"},
        {"path": "b.md", "line": None, "column": None, "fault": "empty", "hint": None},
    ]
    assert result.err.endswith("here: 2 faults found\n")


def test_corpus_check_of_a_sound_corpus_is_done(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotetrace.corpus.check", lambda _: [])
    result = shell("corpus", "check", "--corpus", "here")

    assert (result.status, result.out) == (ExitStatus.DONE, "")
    assert result.err.endswith("here: no fault found\n")


def test_the_corpus_is_the_one_named_else_the_folder_else_the_bundled_one(
    tmp_path: Path,
) -> None:
    def chosen(option: str | None = None, **variables: str) -> Path:
        environment = Environment(io.StringIO(), io.StringIO(), variables, tmp_path, 80, terminal=False)
        return Session(environment, corpus=Path(option) if option else None).corpus_folder()

    bundled = chosen()
    assert (bundled / "corpus.yaml").is_file()
    (tmp_path / "corpus").mkdir()
    assert chosen() == bundled
    (tmp_path / "corpus" / "a.md").write_text("x")
    assert chosen() == tmp_path / "corpus"
    assert chosen(QUOTETRACE_CORPUS="") == tmp_path / "corpus"
    assert chosen(QUOTETRACE_CORPUS="other") == tmp_path / "other"
    assert chosen("named", QUOTETRACE_CORPUS="other") == tmp_path / "named"


def test_a_corpus_that_is_not_there_is_an_error_of_one_line(tmp_path: Path) -> None:
    result = Shell(tmp_path)("corpus", "list", "--corpus", "none")

    assert result.status is ExitStatus.ERROR
    assert result.err.count("\n") == 1
    assert "--corpus" in result.err


# -- errors


def test_wrong_usage_is_one_line_that_names_the_help(shell: Shell) -> None:
    result = shell("diff", "townhall")

    assert result.status is ExitStatus.USAGE
    assert result.err == "quotetrace: error: Missing argument 'B'. (see quotetrace diff --help)\n"


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [(("find", "x", "--fromat", "json"), "--format"), (("export", "x", "--no-bomb"), "--no-bom")],
)
def test_a_misspelt_option_is_told_the_nearest(shell: Shell, arguments: tuple[str, ...], nearest: str) -> None:
    result = shell(*arguments)

    assert result.status is ExitStatus.USAGE
    assert nearest in result.err.partition("Did you mean")[2]


def test_every_fault_of_a_corpus_has_a_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Session) -> Trace:
        raise CorpusError([InputError("one", path="a"), InputError("two", path="b")], path="x")

    monkeypatch.setattr(Session, "open_trace", broken)
    result = shell("find", "x")

    assert result.status is ExitStatus.ERROR
    assert result.err == "quotetrace: error: a: one\nquotetrace: error: b: two\n"


def test_a_fault_of_the_program_is_one_line_unless_debugging(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Session) -> Trace:
        raise KeyError("surprise\nhere")

    monkeypatch.setattr(Session, "open_trace", broken)
    result, debugged = shell("find", "x"), shell("find", "x", "--debug")

    assert (result.status, result.err.count("\n")) == (ExitStatus.ERROR, 1)
    assert "KeyError" in result.err
    assert "--debug" in result.err
    assert "Traceback" in debugged.err
    assert debugged.status is ExitStatus.ERROR


def test_an_interruption_is_status_130(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Session) -> Trace:
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "open_trace", interrupted)
    result = shell("find", "x")

    assert result.status is ExitStatus.INTERRUPTED
    assert "Traceback" not in result.err


# -- help


def _commands(group: click.Group, path: str = "quotetrace") -> list[tuple[str, click.Command]]:
    found = [(path, group)]
    for name, command in group.commands.items():
        below = f"{path} {name}"
        found += _commands(command, below) if isinstance(command, click.Group) else [(below, command)]
    return found


@pytest.mark.parametrize(("path", "command"), _commands(program))
def test_every_command_has_an_example_of_itself_in_its_help(path: str, command: click.Command) -> None:
    context = click.Context(command, info_name=path)

    help_lines = [line.strip() for line in command.get_help(context).splitlines()]
    example = help_lines[help_lines.index("Example:") + 1]
    assert f"{example} ".startswith(f"{path} ")


@pytest.mark.parametrize(("path", "command"), _commands(program))
def test_every_command_takes_the_global_options(path: str, command: click.Command) -> None:
    text = command.get_help(click.Context(command, info_name=path, help_option_names=["-h", "--help"]))

    for option in ("--corpus DIR", "--format", "--color / --no-color", "--quiet", "--debug"):
        assert option in text


# -- the process


def start(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **variables}
    return subprocess.run([*PYTHON, *arguments], capture_output=True, check=False, env=environment, timeout=60)


def test_without_arguments_the_help_is_shown() -> None:
    result = start()

    assert result.returncode == 0
    assert result.stdout.startswith(b"Usage: quotetrace [OPTIONS]")
    assert start("-h").stdout == result.stdout


def test_version() -> None:
    assert start("--version").stdout.decode() == f"quotetrace {__version__}\n"


def test_the_version_loads_none_of_the_heavy_packages() -> None:
    code = (
        "import sys; sys.argv[1:] = ['--version']\n"
        "from quotetrace.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'rich', 'rapidfuzz', 'yaml', 'snowballstemmer', 'asyncio'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert result.stdout.splitlines()[-1] == "[]"


def test_a_misspelt_command_is_wrong_usage() -> None:
    result = start("fnid", "x")

    assert result.returncode == 2
    assert b"fnid" in result.stderr
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize("arguments", [("corpus", "list"), ("corpus", "list", "--format", "json")])
def test_a_reader_that_leaves_early_is_no_error(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen([*PYTHON, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_full_disk_behind_standard_output_is_an_error_of_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*PYTHON, "corpus", "list"], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )

    assert result.returncode == 1
    assert result.stderr == (
        "quotetrace: error: cannot write to standard output: No space left on device (free some space)\n"
    )


@pytest.mark.parametrize("moment", ["quotetrace.cli.app", "quotetrace.corpus"])
def test_ctrl_c_is_quiet_also_while_loading(moment: str) -> None:
    code = (
        "import builtins, os, signal, sys; sys.argv[1:] = ['corpus', 'list']\n"
        "load = builtins.__import__\n"
        "def interrupted(name, *rest):\n"
        f"    if name == {moment!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "    return load(name, *rest)\n"
        "builtins.__import__ = interrupted\n"
        "from quotetrace.cli import main; main()"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True, timeout=60)

    assert (result.returncode, result.stdout, result.stderr.strip()) == (128 + signal.SIGINT, "", "")


@pytest.mark.parametrize("form", ["table", "plain", "json", "csv", "jsonl"])
def test_a_locale_that_knows_no_letters_is_no_obstacle(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: “Мост”\nlanguage: en\n---\nНичего.\n", encoding="utf-8")
    result = start("corpus", "list", "--corpus", str(tmp_path), "--format", form, PYTHONIOENCODING="ascii")

    assert (result.returncode, result.stderr) == (0, b"")
    expected = "Мост".encode() if form in ("json", "csv", "jsonl") else b"\\u041c\\u043e\\u0441\\u0442"
    assert expected in result.stdout
