"""One article file after another: what is read from it, and what is said of it when it is broken."""

from __future__ import annotations

import io
import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotetrace.errors import CorpusError, InputError
from quotetrace.model import Article, Extent, Precision, Published
from quotetrace.reading import decoding, read, yaml_text
from quotetrace.reading.metadata import PARSERS, id_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“We will wait,” the mayor said.\n\nHe left.\n"
PER_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(params=["C", "Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with each of PyYAML's two parsers: their messages differ, ours must not."""
    if request.param == "Python":
        monkeypatch.setattr(yaml_text, "_Loader", yaml.BaseLoader)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML has no C library here")
    return str(request.param)


def write(folder: Path, content: str | bytes, name: str = "paper.md") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def with_header(header: str, body: str = TEXT) -> str:
    return f"---\n{header}\n---\n\n{body}"


def only(path: Path) -> Article:
    (draft,) = read(path)
    return draft.article


def fault(path: Path) -> str:
    """Return what is said of the file, with only its name for its path."""
    with pytest.raises(InputError) as raised:
        read(path)
    assert not isinstance(raised.value, CorpusError)
    assert "\n" not in str(raised.value)
    assert raised.value.hint
    return str(raised.value).replace(f"{path.parent}{os.sep}", "")


# -- what is read


def test_every_key_reaches_the_article(tmp_path: Path) -> None:
    header = f"""\
id: harbour-1
outlet: Evening Post      # a comment
title: "Harbour: nothing agreed"
published: 2023-05-09 18:30:05 +03:00
url: https://example.org/a?b=c
archive_url: http://archive.example.org/1
retrieved: 2023-06
language: EN-latn-gb
translated_from: ru
occasion: hearing
extent: excerpts
source_sha256: {"AB" * 32}"""
    article = only(write(tmp_path, with_header(header)))
    assert article == Article(
        id="harbour-1",
        text=TEXT,
        sha256=sha256(TEXT.encode()).hexdigest(),
        path=tmp_path / "paper.md",
        outlet="Evening Post",
        title="Harbour: nothing agreed",
        published=Published("2023-05-09T18:30:05+03:00", Precision.SECOND),
        url="https://example.org/a?b=c",
        archive_url="http://archive.example.org/1",
        retrieved="2023-06",
        language="en-Latn-GB",
        translated_from="ru",
        occasion="hearing",
        extent=Extent.EXCERPTS,
        source_sha256="ab" * 32,
    )


@pytest.mark.parametrize("name", ["minutes.txt", "minutes.md", "minutes.MARKDOWN", "minutes.TXT"])
def test_bare_text_is_an_article_of_which_nothing_is_known(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "\n  First line.\r\nSecond.\n\n", name)
    assert only(path) == Article(
        id="minutes",
        text="\n  First line.\r\nSecond.\n\n",
        sha256=sha256(path.read_bytes()).hexdigest(),
        path=path,
    )


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("mayor", "mayor"),
        ("Отчёт", "Отчёт"),
        ("US reply (final) 2", "US-reply-final-2"),
        ("20230509", "article-20230509"),
        ("2023.05.09", "article-2023.05-09"),
        ("v1.2", "v1-2"),
        ("-rf", "rf"),
        ("—", "article"),
        ("a:b", "a-b"),
    ],
)
def test_any_file_name_gives_an_id_that_is_valid(stem: str, expected: str) -> None:
    assert id_of(stem) == expected
    assert PARSERS["id"](expected) == expected


@given(st.text(min_size=1, max_size=120))
def test_every_file_name_whatsoever_gives_a_valid_id(stem: str) -> None:
    assert PARSERS["id"](id_of(stem)) == id_of(stem)


def test_sidecar_tells_of_a_file_that_stays_untouched(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff\r\nLine.\r\n\r\nEnd", "note.txt")
    write(tmp_path, "\ufeffoutlet: Post\r\npublished: 2023\r\n", "note.yaml")
    article = only(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert article.text == file.read()
    assert article.outlet == "Post"
    assert article.published == Published("2023", Precision.YEAR)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("---\noutlet: a\n---\n\n \t\n  indented\n", "  indented\n"),
        ("---\r\noutlet: a\r\n--- \r\n\r\nOne.\r\nTwo.\r\n", "One.\r\nTwo.\r\n"),
        ("---\routlet: a\r---\r\rOne.\rTwo.", "One.\rTwo."),
        ("\ufeff---\noutlet: a\n---\nBody\n---\nmore", "Body\n---\nmore"),
        ("---\n---\nBody", "Body"),
        ("---\n# nothing known\n---\nBody", "Body"),
        ("---\noutlet: a\n---\n\u00a0\nBody", "\u00a0\nBody"),
        ("---\noutlet: a\n---\nno newline at the end", "no newline at the end"),
        ("\n---\n\nBody", "\n---\n\nBody"),
    ],
)
def test_text_begins_after_the_header_and_its_blank_lines(tmp_path: Path, content: str, text: str) -> None:
    assert only(write(tmp_path, content)).text == text


@pytest.mark.parametrize(
    ("published", "iso", "precision"),
    [
        ("2023", "2023", Precision.YEAR),
        ("2023-05", "2023-05", Precision.MONTH),
        ("2024-02-29", "2024-02-29", Precision.DAY),
        ("2023-05-09 18:30", "2023-05-09T18:30", Precision.MINUTE),
        ("2023-05-09T18:30:00", "2023-05-09T18:30:00", Precision.SECOND),
        ("2023-05-09T18:30Z", "2023-05-09T18:30Z", Precision.MINUTE),
        ("'2023-05-09 18:30 -09:30'", "2023-05-09T18:30-09:30", Precision.MINUTE),
    ],
)
def test_published_is_as_exact_as_it_is_written(tmp_path: Path, published: str, iso: str, precision: Precision) -> None:
    article = only(write(tmp_path, with_header(f"published: {published}")))
    assert article.published == Published(iso, precision)


@pytest.mark.usefixtures("loader")
def test_words_that_yaml_converts_stay_words(tmp_path: Path) -> None:
    """PyYAML made `NO` False, `12:42` 762 and `1e3` a number."""
    article = only(write(tmp_path, with_header("language: NO\ntitle: 12:42\noutlet: 1e3")))
    assert (article.language, article.title, article.outlet) == ("no", "12:42", "1e3")


def test_keys_without_a_value_are_left_out(tmp_path: Path) -> None:
    article = only(write(tmp_path, with_header('id:\noutlet:\ntitle: ""\npublished:\nextent:')))
    assert article.id == "paper"
    assert article.published is None
    assert article.extent is Extent.FULL


def test_a_title_over_several_lines_becomes_one_line(tmp_path: Path) -> None:
    assert only(write(tmp_path, with_header("title: |\n  One\n  two"))).title == "One two"


# -- headers that are broken


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("header", "expected"),
    [
        # -- YAML
        (
            "title: Harbour: no deal",
            '2:15: a colon inside a value without quotes (put it in quotes: title: "Harbour: no deal")',
        ),
        (
            "title: 😀 said: “no”: end",
            '2:14: a colon inside a value without quotes (put it in quotes: title: "😀 said: “no”: end")',
        ),
        (
            'title: "Harbour" closed',
            "2:18: a value that YAML does not read as text (put it in quotes: title: '\"Harbour\" closed')",
        ),
        (
            "title: 'It's late'",
            '2:12: a value that YAML does not read as text (put it in quotes: title: "It\'s late")',
        ),
        ("title: @mayor", '2:8: a value that YAML does not read as text (put it in quotes: title: "@mayor")'),
        (
            "title: [sic] no",
            '2:14: a value that YAML does not read as text (put it in quotes: title: "[sic] no")',
        ),
        ("title: *no", '2:8: a YAML alias, anchor or tag (put it in quotes: title: "*no")'),
        ("title: &no end", '2:8: a YAML alias, anchor or tag (put it in quotes: title: "&no end")'),
        ("title: !no end", '2:8: a YAML alias, anchor or tag (put it in quotes: title: "!no end")'),
        ('title: !!python/name:os.system ""', "2:8: a YAML alias, anchor or tag"),
        ('outlet: a\ntitle: "Harbour', '3:8: the quotation mark " is not closed (close it with " at the end'),
        ("title: 'Harbour", "2:8: the quotation mark ' is not closed"),
        ('title: "a\\d"', "2:8: a backslash inside double quotes (write it twice, or use single quotes)"),
        (
            "outlet: a\n  title: b",
            "3:8: a key that is indented (start every key at the beginning of its line)",
        ),
        ("outlet: a\n\ttitle: b", "3:1: a tab (use spaces)"),
        (
            "outlet: a\ntitle:b\nurl: c",
            "3:1: a line that is not `key: value` (write `key: value`, with a space",
        ),
        ("title:b", "2:1: no `key: value` lines (write `key: value`, with a space after the colon)"),
        ("- outlet", "2:1: no `key: value` lines"),
        ("outlet: a\n...\ntitle: b", "4:1: a second YAML document"),
        ("title: a\x07b", "2:9: a control character, U+0007 (take it out)"),
        ("title: " + "[" * 9000, "2:11: values nested too deep"),
        ("? [a, b]\n: c", "2:3: values nested too deep"),
        # -- keys
        ("outlet: a\ntitle: b\noutlet: c", "4:1: the key 'outlet' again: it is on line 2 already (keep one"),
        ("outlte: a", "2:1: unknown key 'outlte' (did you mean outlet?)"),
        ("Translated_From: ru", "2:1: unknown key 'Translated_From' (did you mean translated_from?)"),
        ("zzz: a", "2:1: unknown key 'zzz' (there are: id, outlet, title, published,"),
        (
            "title: [a, b]",
            "2:8: title: a list, not one value (write one value, in quotes if it begins with [ or {)",
        ),
        ("title: {a: b}", "2:8: title: a mapping, not one value"),
        ("outlet: null", "2:9: outlet: null stands for nothing (leave the key out if it is not known"),
        ("outlet: ~", "2:9: outlet: ~ stands for nothing"),
        ('title: "a\\eb"', "2:8: title: a control character, U+001B (take it out)"),
        # -- dates
        (
            "published: 12:42",
            "2:12: published: '12:42' is not a date (it is a time of day: write the date before",
        ),
        ("published: 2022-13-45", "2:12: published: '2022-13-45' is not a date: month must be in 1..12"),
        (
            "published: 2023-02-29",
            "2:12: published: '2023-02-29' is not a date: day is out of range for month",
        ),
        ("published: 09.5.2023", "2:12: published: '09.5.2023' is not a date (write 2023-05-09)"),
        ("published: May 9 2023", "is not a date (write 2023-05-09, 2023-05 or 2023, or leave the key out"),
        ("published: ٢٠٢٣", "2:12: published: '٢٠٢٣' is not a date"),
        ("published: 2023-05-09 24:00", "'2023-05-09 24:00' is not a date: hour must be in 0..23"),
        ("published: 2023-05-09 8:30", "is not a date (write 2023-05-09, with a time as 2023-05-09 18:30 or"),
        ("retrieved: 2023-05-09T18:30+0300", "2:12: retrieved: '2023-05-09T18:30+0300' is not a date"),
        ("retrieved: 2023-05-09T18:30+15:00", "retrieved: +15:00 is no offset from UTC (write Z, or hours"),
        # -- the rest
        ("language: English", "2:11: language: 'English' is no language code (write a code such as en, ru"),
        ("translated_from: pt_BR", "'pt_BR' is no language code (write pt-BR)"),
        (
            "url: www.example.org/a",
            "2:6: url: 'www.example.org/a' is no web address (write https://www.example",
        ),
        ("url: ftp://example.org", "is no web address (write the whole address, from https:// on)"),
        ("url: https://", "url: 'https://' is no web address"),
        ("archive_url: 'http://['", "archive_url: 'http://[' is no web address"),
        ("url: https://example.org/a b", "is no web address"),
        ("extent: excerpt", "2:9: extent: 'excerpt' is no extent (did you mean excerpts?)"),
        ("extent: none", "extent: 'none' is no extent (there are: full, excerpts)"),
        ("source_sha256: 12ab", "source_sha256: '12ab' is no SHA-256 sum (write the 64 digits"),
        ("id: two words", "2:5: id: 'two words' is no id (use letters, digits, - and _, as in"),
        ("id: -x", "id: '-x' is no id"),
        ("id: post:2", "id: 'post:2' is no id"),
        (
            "id: 2023-05-09",
            "id: the id '2023-05-09' has no letter (put a word before it: article-2023-05-09)",
        ),
        ("id: post.2", "id: the id 'post.2' ends like a passage's (write post-2)"),
        ("occasion: the hearing", "occasion: 'the hearing' is no id"),
        ("id: " + "x" * 101, f"id: '{'x' * 59}…' is no id"),
    ],
)
def test_broken_header_is_told_with_its_place_and_the_cure(tmp_path: Path, header: str, expected: str) -> None:
    said = fault(write(tmp_path, with_header(header)))
    assert said.startswith("paper.md:")
    assert expected in said


def test_every_faulty_key_is_told_not_just_the_first(tmp_path: Path) -> None:
    path = write(tmp_path, with_header("outlte: a\npublished: soon\nlanguage: English", body=" \n"))
    with pytest.raises(CorpusError) as raised:
        read(path)
    assert [(f.line, f.column) for f in raised.value.faults] == [(2, 1), (3, 12), (4, 11), (8, None)]


def test_header_that_is_not_closed(tmp_path: Path) -> None:
    said = fault(write(tmp_path, "---\noutlet: a\n\nText --- and more.\n ---\n"))
    assert said.startswith("paper.md:1: the header that begins here is not closed (put a line --- after")


def test_header_after_blank_lines_does_not_become_text(tmp_path: Path) -> None:
    said = fault(write(tmp_path, "\n\n" + with_header("outlet: a")))
    assert said == "paper.md:3: blank lines before the header (begin the file with the line ---)"


def test_header_of_endless_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MAX_CHARACTERS", 20)
    said = fault(write(tmp_path, with_header("title: more than twenty")))
    assert "2: a header of 24 characters (the limit is 20" in said


def test_long_runs_of_spaces_cost_no_more_than_other_characters(tmp_path: Path) -> None:
    spaces = " " * 400_000
    assert len(only(write(tmp_path, with_header(f'title: "a{spaces}b"'))).title) == len(spaces) + 2
    assert "2:400009: a colon inside a value" in fault(write(tmp_path, with_header(f"title: {spaces}a: b")))
    assert only(write(tmp_path, spaces + "x")).text == spaces + "x"


# -- sidecars that are broken


def test_header_and_sidecar_contradict(tmp_path: Path) -> None:
    write(tmp_path, "outlet: b", "paper.yaml")
    said = fault(write(tmp_path, with_header("outlet: a")))
    assert said.startswith("paper.md:1: a header, and a sidecar paper.yaml as well (keep one of the two")


def test_faults_in_a_sidecar_are_placed_in_the_sidecar(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT, "paper.txt")
    write(tmp_path, "outlet: a\npublished: NO\n", "paper.yaml")
    assert fault(path).startswith("paper.yaml:2:12: published: 'NO' is not a date")


def test_sidecar_by_another_ending_is_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "outlet: b", "paper.yml")
    said = fault(write(tmp_path, TEXT, "paper.txt"))
    assert said == "paper.yml: a sidecar's name ends in .yaml (name it paper.yaml)"


def test_sidecar_of_two_documents(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT, "paper.txt")
    write(tmp_path, "outlet: a\n---\noutlet: b\n", "paper.yaml")
    assert fault(path).startswith("paper.yaml:2:1: a second YAML document (keep to one: take out the line")


def test_empty_sidecar(tmp_path: Path) -> None:
    write(tmp_path, "", "paper.yaml")
    assert fault(write(tmp_path, TEXT, "paper.txt")).startswith("paper.yaml: the file is empty: 0 bytes")


# -- bytes


def test_empty_file(tmp_path: Path) -> None:
    assert fault(write(tmp_path, "")) == ("paper.md: the file is empty: 0 bytes (put the text into it, or take it out)")


@pytest.mark.parametrize(
    ("content", "line"),
    [("---\noutlet: a\n---\n", 4), ("---\noutlet: a\n---", 3), (" \n\t\n", 1), ("\ufeff", 1)],
)
def test_empty_body(tmp_path: Path, content: str, line: int) -> None:
    assert fault(write(tmp_path, content)).startswith(f"paper.md:{line}: no text (put the article's text")


RUSSIAN = "Первая строка.\nВторая строка: «слова министра о погоде».\n"


@pytest.mark.parametrize(
    ("data", "place", "byte", "command"),
    [
        (
            RUSSIAN.encode("cp1251"),
            ":1:1",
            "0xCF at offset 0",
            "iconv -f CP1251 -t UTF-8 {path} > {path}.utf8",
        ),
        (("A\nb, " + RUSSIAN).encode("koi8-r", "replace"), ":2:4", "0xF0 at offset 5", "iconv -f KOI8-R -t"),
        (RUSSIAN.encode("cp866", "replace"), ":1:1", "0x8F at offset 0", "iconv -f CP866 -t UTF-8"),
        ("Il a répété: “non”.".encode("cp1252"), ":1:7", "0xE9 at offset 6", "iconv -f CP1252 -t UTF-8"),
        (
            "“Да” \ud800".encode("utf-8", "surrogatepass"),
            ":1:6",
            "0xED at offset 11",
            "iconv -f UTF-8 -t UTF-8 -c",
        ),
        (RUSSIAN.encode()[:-3], ":2:40", "0xC2 at offset", "the rest is UTF-8; mend it, or drop it: iconv"),
        (RUSSIAN.encode("utf-16"), "", "0xFF at offset 0", "iconv -f UTF-16 -t UTF-8"),
        (RUSSIAN.encode("utf-32"), "", "0xFF at offset 0", "iconv -f UTF-32 -t UTF-8"),
    ],
    ids=["cp1251", "koi8-r", "cp866", "cp1252", "surrogate", "cut", "utf-16", "utf-32"],
)
def test_other_encodings_name_the_byte_and_the_command(
    tmp_path: Path, data: bytes, place: str, byte: str, command: str
) -> None:
    path = write(tmp_path, data, "paper.txt")
    with pytest.raises(InputError) as raised:
        read(path)
    said = str(raised.value)
    assert said.startswith(f"{path}{place}: byte {byte}")
    assert "not UTF-8" in said
    assert command.format(path=path) in said


def test_command_that_converts_quotes_the_file_name(tmp_path: Path) -> None:
    path = write(tmp_path, RUSSIAN.encode("cp1251"), "two words.txt")
    with pytest.raises(InputError, match=r"-t UTF-8 '.*two words\.txt' > '.*two words\.txt\.utf8'"):
        read(path)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", "a PDF file, not text"),
        (b"PK\x03\x04....", "a zipped file, as word processors write, not text"),
        (b"{\\rtf1 text}", "a rich text file, not text"),
        (b"\x89PNG\r\n", "an image, not text"),
        (b"text\0text", "a binary file, not text: byte 0x00 at offset 4"),
    ],
)
def test_binary_files(tmp_path: Path, data: bytes, kind: str) -> None:
    said = fault(write(tmp_path, data, "paper.txt"))
    assert said == f"paper.txt: {kind} (save it as plain text in UTF-8)"


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 2_000_000)
    path = tmp_path / "paper.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    assert fault(path).startswith("paper.txt: more than 2 MB (split it")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.jsonl"])
def test_a_pipe_does_not_hang_the_program(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert fault(tmp_path / name).startswith(f"{name}: a folder, a pipe or a device, not a file")


@pytest.mark.parametrize("name", ["gone.txt", "gone.jsonl"])
def test_a_file_that_cannot_be_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to("nowhere")
    assert fault(tmp_path / name).startswith(f"{name}: cannot be read: no such file or directory (see that")


def test_an_ending_of_another_kind(tmp_path: Path) -> None:
    said = fault(write(tmp_path, TEXT, "paper.mdx"))
    assert said == "paper.mdx: no form of article has the ending .mdx (did you mean .md?)"


# -- JSON Lines


def line(**keys: Any) -> str:  # noqa: ANN401 -- JSON has every kind
    return json.dumps({"id": "a", "text": "Text.", **keys}, ensure_ascii=False)


def test_json_lines_have_one_article_each(tmp_path: Path) -> None:
    lines = [
        "\ufeff" + line(id="one", text="A\u2028b\r\n😀", title="T", published="2023-05", url=None),
        "",
        line(id="two", text="\ufeffx", extent="excerpts", outlet=""),
    ]
    path = write(tmp_path, "\r\n".join(lines), "all.jsonl")
    one, two = (draft.article for draft in read(path))
    assert (one.id, one.text, one.title, one.url) == ("one", "A\u2028b\r\n😀", "T", "")
    assert one.published == Published("2023-05", Precision.MONTH)
    assert one.sha256 == sha256(one.text.encode()).hexdigest()
    assert (two.id, two.text, two.extent, two.path) == ("two", "\ufeffx", Extent.EXCERPTS, path)


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("{'id': 1}", "2:2: no JSON: expecting property name"),
        ('{"id": "a", "text": "x"', "2:24: no JSON: expecting ',' delimiter"),
        ("[1]", '2: no JSON object (write {"key": "…"} on one line)'),
        ("[" * 99_999, "2: no JSON that can be read here"),
        (line(text=None), '2: no text (write "text": "…" in every line)'),
        (line(id=""), '2: no id (write "id": "…" in every line)'),
        (line(text=" \n"), "2: no text (put the article's text here"),
        (line(published=2023), '2: published: a number, not a string (write "published": "2023")'),
        (line(title=["a"]), "2: title: a list, not a string (write one string, in quotes)"),
        (line(title=True), "2: title: true or false, not a string"),
        (line(published="2023-13"), "2: published: '2023-13' is not a date: month must be in 1..12"),
        (line(headline="x"), "2: unknown key 'headline' (there are: id, outlet, title"),
        (line(txet="x"), "2: unknown key 'txet' (did you mean text?)"),
        (
            '{"id": "a", "id": "b", "text": "x"}',
            "2: the key 'id' again in the same line (keep one of the two)",
        ),
        ('{"id": "a", "text": "x\\ny\\ud83d"}', "2: U+D83D in line 2, column 2 of the text is no character"),
        ('{"id": "a", "text": "x", "title": "\\udc00"}', "2: title: a control character, U+DC00"),
    ],
)
def test_broken_json_line(tmp_path: Path, broken: str, expected: str) -> None:
    said = fault(write(tmp_path, f"{line()}\n{broken}\n", "all.jsonl"))
    assert said.startswith(f"all.jsonl:{expected}")


def test_one_broken_json_line_does_not_hide_the_next(tmp_path: Path) -> None:
    content = "\n".join(["{", line(), line(langauge="en", published="soon"), "null"])
    with pytest.raises(CorpusError) as raised:
        read(write(tmp_path, content, "all.jsonl"))
    assert [f.line for f in raised.value.faults] == [1, 3, 3, 4]


def test_json_lines_in_another_encoding(tmp_path: Path) -> None:
    data = f"{line()}\n".encode() + line(text=RUSSIAN).encode("cp1251")
    said = fault(write(tmp_path, data, "all.jsonl"))
    assert said.startswith(f"all.jsonl:2:22: byte 0xCF at offset {len(line()) + 22} is not UTF-8")


def test_json_lines_without_an_article(tmp_path: Path) -> None:
    said = fault(write(tmp_path, "\n \n", "all.jsonl"))
    assert said.startswith("all.jsonl: no articles (write one JSON object a line")


def test_a_json_line_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotetrace.reading.jsonl.MAX_BYTES", 60)
    content = f"{line()}\n{line(text='x' * 99)}\n"
    assert fault(write(tmp_path, content, "all.jsonl")).startswith("all.jsonl:2: more than")


# -- round trips

ONE_LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=80).map(str.strip)
BODY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)


@PER_FILE
@given(
    keys=st.fixed_dictionaries({"title": ONE_LINE, "outlet": ONE_LINE}),
    body=BODY,
    bom=st.sampled_from(["", "\ufeff"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_into_a_header_is_read_from_it(
    tmp_path: Path, keys: dict[str, str], body: str, bom: str, end: str
) -> None:
    header = yaml.safe_dump(keys, default_style='"', width=10_000)
    article = only(write(tmp_path, bom + f"---\n{header}---\n".replace("\n", end) + body))
    assert {"title": article.title, "outlet": article.outlet} == keys
    lines = list(io.StringIO(body, newline=""))
    while not lines[0].strip(" \t\r\n"):
        del lines[0]
    assert article.text == "".join(lines)


@PER_FILE
@given(body=BODY, bom=st.booleans())
def test_offsets_into_an_untouched_file_are_those_of_its_text(tmp_path: Path, *, body: str, bom: bool) -> None:
    path = write(tmp_path, "\ufeff" * bom + "x" + body, "paper.txt")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert only(path).text == file.read()


@PER_FILE
@given(title=ONE_LINE, body=BODY)
def test_what_is_written_into_a_json_line_is_read_from_it(tmp_path: Path, title: str, body: str) -> None:
    article = only(write(tmp_path, line(title=title, text=body), "all.jsonl"))
    assert (article.title, article.text) == (title, body)


@PER_FILE
@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_an_input_error(tmp_path: Path, data: bytes) -> None:
    for name, content in [("a.md", b"---\n" + data + b"\n---\nx"), ("a.txt", data), ("a.jsonl", data)]:
        try:
            drafts = read(write(tmp_path, content, name))
        except InputError as error:
            assert error.path == str(tmp_path / name)  # noqa: PT017 -- a fault is one of two good ends
        else:
            assert all(draft.article.text.strip() for draft in drafts)


@PER_FILE
@given(st.text(st.sampled_from("ab: \n\t-'\"[]{}#&*!|>%@`?,\\…é😀.")))
def test_no_header_raises_anything_but_an_input_error(tmp_path: Path, header: str) -> None:
    path = write(tmp_path, with_header("title: " + header))
    try:
        (draft,) = read(path)
    except InputError as error:
        assert error.hint  # noqa: PT017 -- a fault is one of two good ends
    else:
        assert draft.article.text
