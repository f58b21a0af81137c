"""A folder of articles: what belongs to it, what is known about it, and every fault that it has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotetrace.corpus import check, open_corpus
from quotetrace.errors import CorpusError, InputError
from quotetrace.model import Article, Occasion, Outlet, Speaker

CATALOGUE = """\
speakers:
  - id: mayor
    name: Ana Novak
    aliases: [Novak, "the mayor"]
outlets:
  - id: post
    name: Evening Post
    owner: Post Group
  - {id: gazette, name: Gazette}
occasions:
  - id: hearing-2023-05-09
    name: "Hearing: the harbour"
    date: 2023-05-09
  - id: walk
    name: A walk
"""


def lay_out(root: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    return root


def article(**keys: str) -> str:
    return "".join(["---\n", *(f"{key}: {value}\n" for key, value in keys.items()), "---\n\nWords.\n"])


def only(root: Path) -> Article:
    (found,) = open_corpus(root).articles
    return found


def faults(root: Path) -> list[str]:
    return [str(fault).replace(f"{root}{os.sep}", "") for fault in check(root)]


# -- what belongs to a corpus


def test_articles_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "b.md": article(id="z"),
            "sub/deep/c.txt": "Bare.",
            "many.jsonl": '{"id": "m", "text": "x"}\n{"id": "a", "text": "y"}\n',
        },
    )
    corpus = open_corpus(tmp_path)
    assert corpus.root == tmp_path
    assert [found.id for found in corpus.articles] == ["a", "c", "m", "z"]
    assert corpus.articles[1].path == tmp_path / "sub" / "deep" / "c.txt"


def test_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "note.txt": "Words.",
            "note.yaml": "outlet: post",
            "corpus.yaml": CATALOGUE,
            "README.md": "---\nbroken",
            "sub/ReadMe.txt": "---\nbroken",
            ".hidden.md": "---\nbroken",
            "._note.txt": "\0",
            ".git/log.md": "---\nbroken",
            "stray.yaml": ": : :",
            "scan.pdf": "%PDF-",
            "no_ending": "\0",
        },
    )
    assert check(tmp_path) == []
    assert only(tmp_path).id == "note"


def test_read_only_folder_of_bare_text_works(tmp_path: Path) -> None:
    lay_out(tmp_path, {"1.txt": "One.", "two words.txt": "Two.", "Три.txt": "Три."})
    tmp_path.chmod(0o555)
    try:
        corpus = open_corpus(tmp_path)
    finally:
        tmp_path.chmod(0o755)
    assert [found.id for found in corpus.articles] == ["article-1", "two-words", "Три"]
    assert {corpus.outlet_name(found) for found in corpus.articles} == {"unknown outlet"}
    assert corpus.speakers == ()


def test_a_text_named_like_the_catalogue_has_no_sidecar(tmp_path: Path) -> None:
    lay_out(tmp_path, {"corpus.txt": "Words.", "corpus.yaml": CATALOGUE})
    assert only(tmp_path).id == "corpus"


# -- what corpus.yaml tells


def test_catalogue_names_speakers_outlets_and_occasions(tmp_path: Path) -> None:
    lay_out(tmp_path, {"corpus.yaml": CATALOGUE, "a.txt": "Words."})
    corpus = open_corpus(tmp_path)
    assert corpus.speakers == (Speaker("mayor", "Ana Novak", ("Novak", "the mayor")),)
    assert corpus.outlets == {
        "post": Outlet("post", "Evening Post", "Post Group"),
        "gazette": Outlet("gazette", "Gazette"),
    }
    assert corpus.occasions == {
        "hearing-2023-05-09": Occasion("hearing-2023-05-09", "Hearing: the harbour", "2023-05-09"),
        "walk": Occasion("walk", "A walk"),
    }


@pytest.mark.parametrize(
    ("written", "outlet", "name"),
    [
        ("post", "post", "Evening Post"),
        ("Post", "post", "Evening Post"),
        ("evening post", "post", "Evening Post"),
        ("The Herald", "The Herald", "The Herald"),
    ],
)
def test_outlet_is_one_of_the_catalogue_or_a_new_one(tmp_path: Path, written: str, outlet: str, name: str) -> None:
    lay_out(tmp_path, {"corpus.yaml": CATALOGUE, "a.md": article(outlet=written)})
    corpus = open_corpus(tmp_path)
    assert corpus.articles[0].outlet == outlet
    assert corpus.outlet_name(corpus.articles[0]) == name


def test_empty_sections_are_none(tmp_path: Path) -> None:
    lay_out(tmp_path, {"corpus.yaml": "speakers:\noutlets: []\n", "a.md": article(occasion="any")})
    assert open_corpus(tmp_path).outlets == {}


@pytest.mark.parametrize(
    ("catalogue", "expected"),
    [
        ("speaker: []", "1:1: unknown key 'speaker' (did you mean speakers?)"),
        ("outlets:\n  post: Evening Post", "2:3: outlets: not a list (write `- id: …`, one entry after"),
        ("outlets: post", "1:10: outlets: not a list"),
        (
            "outlets:\n  - post",
            "2:5: outlets: an entry without keys (write `- id: …` and `name: …` under it)",
        ),
        ("outlets:\n  - id: post", "2:5: outlets: an entry without name (write `name: …`)"),
        ("outlets:\n  - name: Post", "2:5: outlets: an entry without id (write `id: …`)"),
        ("outlets:\n  - id: post\n    name:", "3:10: name: nothing is written here (write a name)"),
        ("outlets:\n  - id: a\n    name: A\n    ovner: B", "4:5: unknown key 'ovner' (did you mean owner?)"),
        ("outlets:\n  - id: a b\n    name: A", "2:9: id: 'a b' is no id"),
        (
            "outlets:\n  - {id: a, name: A}\n  - {id: a, name: B}",
            "3:5: the id 'a' again in outlets (give one of the two another id)",
        ),
        ("outlets:\n  - id: a\n    name: A\n    id: b", "4:5: the key 'id' again: it is on line 2 already"),
        ("outlets: []\noutlets: []", "2:1: the key 'outlets' again: it is on line 1 already"),
        (
            "speakers:\n  - {id: a, name: A, aliases: minister}",
            "2:31: aliases: not a list (write [one, another])",
        ),
        ("speakers:\n  - {id: a, name: A, aliases: [b, [c]]}", "2:35: values nested too deep"),
        ('speakers:\n  - {id: a, name: A, aliases: [""]}', "2:32: aliases: nothing is written here"),
        (
            "speakers:\n  - id: a\n    name: A: B",
            "3:12: a colon inside a value without quotes (put it in quotes",
        ),
        (
            "occasions:\n  - {id: a, name: A, date: 2023-05-09 18:30}",
            "2:28: date: '2023-05-09 18:30' has a time of day (write 2023-05-09)",
        ),
        (
            "occasions:\n  - {id: a, name: A, date: 2023-02-30}",
            "2:28: date: '2023-02-30' is not a date: day is",
        ),
        ("x: &a [1]\ny: *a", "1:4: a YAML alias, anchor or tag"),
    ],
)
def test_broken_catalogue(tmp_path: Path, catalogue: str, expected: str) -> None:
    lay_out(tmp_path, {"corpus.yaml": catalogue, "a.md": article(occasion="any")})
    (said,) = faults(tmp_path)
    assert said.startswith(f"corpus.yaml:{expected}")


# -- faults


def test_folder_that_does_not_exist(tmp_path: Path) -> None:
    root = tmp_path / "nowhere"
    with pytest.raises(InputError) as raised:
        open_corpus(root)
    assert str(raised.value) == f"{root}: there is no such folder (give the folder that holds the articles)"


def test_file_for_a_folder(tmp_path: Path) -> None:
    root = lay_out(tmp_path, {"a.md": article()}) / "a.md"
    with pytest.raises(InputError) as raised:
        open_corpus(root)
    assert str(raised.value) == f"{root}: a file, not a folder of articles (give the folder: {tmp_path})"


@pytest.mark.parametrize("files", [{}, {"README.md": "x", "corpus.yaml": CATALOGUE, "scan.pdf": "x"}])
def test_folder_without_articles(tmp_path: Path, files: dict[str, str]) -> None:
    (said,) = check(lay_out(tmp_path, files))
    assert str(said) == (
        f"{tmp_path}: no articles in this folder (put files in it that end in .md, .markdown, .txt, .jsonl)"
    )


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.md": article(id="x"), "b.md": article(outlet="o", id="x")}, "b.md:3:5: the id 'x' is taken by"),
        ({"a.md": article(), "a.txt": "Words."}, "a.txt: the id 'a' is taken by"),
        ({"sub/a.txt": "Words.", "a.txt": "Words."}, "sub/a.txt: the id 'a' is taken by"),
        ({"a.jsonl": '{"id": "x", "text": "y"}\n' * 2}, "a.jsonl:2: the id 'x' is taken by"),
    ],
)
def test_two_articles_with_one_id(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    (said,) = faults(lay_out(tmp_path, files))
    assert said.startswith(expected)
    assert said.endswith("(write another one after `id:` in one of the two)")


def test_occasion_that_the_catalogue_lacks(tmp_path: Path) -> None:
    lay_out(tmp_path, {"corpus.yaml": CATALOGUE, "a.md": article(occasion="hearing-2023-05-10")})
    assert faults(tmp_path) == [
        "a.md:2:11: corpus.yaml has no occasion 'hearing-2023-05-10' (did you mean hearing-2023-05-09?)"
    ]


def test_any_occasion_goes_where_none_are_declared(tmp_path: Path) -> None:
    assert only(lay_out(tmp_path, {"a.md": article(occasion="hearing")})).occasion == "hearing"


def test_every_fault_of_every_file_is_told_in_order(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "corpus.yaml": "outlets:\n  - id: post\nfoo: bar\n",
            "a.md": article(outlte="x", published="soon"),
            "b.txt": "",
            "c.md": article(id="good"),
            "d.md": article(id="good", language="English"),
            "e.jsonl": '{"id": "good", "text": "x"}\n{\n',
        },
    )
    places = [(Path(fault.path).name, fault.line) for fault in check(tmp_path)]
    assert places == [
        ("corpus.yaml", 2),
        ("corpus.yaml", 3),
        ("a.md", 2),
        ("a.md", 3),
        ("b.txt", None),
        ("d.md", 3),
        ("e.jsonl", 2),
    ]
    with pytest.raises(CorpusError) as raised:
        open_corpus(tmp_path)
    assert len(raised.value.faults) == len(str(raised.value).splitlines()) == 7


def test_one_fault_is_raised_as_itself(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.md": article(), "b.md": ""})
    with pytest.raises(InputError, match="0 bytes") as raised:
        open_corpus(tmp_path)
    assert not isinstance(raised.value, CorpusError)


def test_nothing_is_written(tmp_path: Path) -> None:
    lay_out(tmp_path, {"corpus.yaml": CATALOGUE, "a.md": article(published="2023"), "b.md": ""})
    before = {path: path.stat().st_mtime_ns for path in [tmp_path, *tmp_path.rglob("*")]}
    check(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in [tmp_path, *tmp_path.rglob("*")]} == before


@pytest.mark.parametrize("name", ["a.md", "corpus.yaml", "a.jsonl"])
def test_files_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The system's refusal is played, since root may read everything."""
    lay_out(tmp_path, {"z.txt": "Words.", name: CATALOGUE})
    really_open = Path.open

    def refuse(path: Path, *args: str, **kwargs: str) -> object:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert faults(tmp_path) == [
        f"{name}: cannot be read: permission denied (see that it is there and that you may read it)"
    ]


def test_folder_that_may_not_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {"a.txt": "Words.", "locked/b.txt": "Words."})
    really_scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", path)
        return really_scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (said,) = faults(tmp_path)
    assert said.startswith("locked: cannot be read: permission denied")


def test_linked_folders_do_not_go_in_circles(tmp_path: Path) -> None:
    lay_out(tmp_path, {"sub/a.txt": "Words."})
    (tmp_path / "sub" / "again").symlink_to(tmp_path)
    assert only(tmp_path).id == "a"
