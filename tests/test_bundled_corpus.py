"""The corpus that comes with the program: quotations that are verbatim, in order, and no more than that."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from quotetrace.corpus import bundled, check, open_corpus
from quotetrace.model import Article, Extent, Precision, Published
from quotetrace.text import stem, tokens

FULL_TEXTS = Path(__file__).parents[2] / "shared" / "corpus"
ARTICLES = {article.id: article for article in open_corpus(bundled()).articles}
GAP = "[…]"

needs_full_texts = pytest.mark.skipif(
    not FULL_TEXTS.is_dir(),
    reason="the full articles are not redistributed, and are not beside this checkout",
)
each_article = pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)


def full_text(article: Article) -> str:
    return (FULL_TEXTS / f"{article.id}.txt").read_bytes().decode("utf-8-sig")


def stretches(text: str) -> list[str]:
    """Return what stands between the gaps."""
    pieces = re.split(rf"(?:^|(?<=\s)){re.escape(GAP)}(?=\s|$)", text)
    return [piece.strip("\n ") for piece in pieces if piece.strip()]


def test_it_has_no_fault() -> None:
    assert check(bundled()) == []
    assert [*ARTICLES] == ["lenta", "mfa", "sputnik", "tass", "unsourced"]


def test_what_the_copies_say_is_told_and_nothing_else() -> None:
    told = {
        key: (article.outlet, article.published, article.language, article.translated_from, article.occasion)
        for key, article in ARTICLES.items()
    }
    answer, meeting = "answer-2022-01-27", "meeting-2022-02-14"
    assert told == {
        "lenta": ("lenta", None, "en", "ru", ""),
        "mfa": ("mfa", Published("2022-01-27T12:42", Precision.MINUTE), "en", "", answer),
        "sputnik": ("sputnik", Published("2022-01-27", Precision.DAY), "en", "", answer),
        "tass": ("tass", Published("2022-02-14", Precision.DAY), "en", "", meeting),
        "unsourced": ("", None, "en", "ru", ""),
    }
    assert {article.extent for article in ARTICLES.values()} == {Extent.EXCERPTS}


def test_catalogue_knows_the_speaker_the_outlets_and_the_occasions() -> None:
    corpus = open_corpus(bundled())
    (speaker,) = corpus.speakers
    assert {"Sergei Lavrov", "the minister"} <= set(speaker.aliases)
    assert {article.outlet for article in corpus.articles} - {""} == set(corpus.outlets)
    assert corpus.outlets["tass"].owner == corpus.outlets["sputnik"].owner != corpus.outlets["lenta"].owner
    assert {article.occasion for article in corpus.articles} - {""} == set(corpus.occasions)


@needs_full_texts
@each_article
def test_excerpts_are_from_the_text_that_the_sum_names(article: Article) -> None:
    data = (FULL_TEXTS / f"{article.id}.txt").read_bytes()
    assert article.source_sha256 == sha256(data).hexdigest()


@needs_full_texts
@each_article
def test_excerpts_are_verbatim_in_order_and_every_gap_is_marked(article: Article) -> None:
    full = full_text(article)
    at = 0
    for number, stretch in enumerate(stretches(article.text)):
        found = full.find(stretch, at)
        assert found >= 0, stretch
        assert number == 0 or full[at:found].strip(), f"a gap is marked where nothing is left out: {stretch}"
        at = found + len(stretch)
    starts, ends = full.startswith(stretches(article.text)[0]), not full[at:].strip()
    assert article.text.startswith(GAP) is not starts
    assert article.text.rstrip().endswith(GAP) is not ends


@needs_full_texts
@each_article
def test_excerpts_leave_something_out(article: Article) -> None:
    assert GAP in article.text
    assert len(article.text) < len(full_text(article)) - 50


@pytest.mark.parametrize(
    ("word", "articles"),
    [
        ("menu", {"mfa", "unsourced"}),
        ("Oder", {"mfa", "lenta"}),
        ("leak", {"mfa", "unsourced", "sputnik", "lenta"}),
        ("1997", {"tass"}),
        ("shrugged", {"mfa"}),
    ],
)
def test_words_that_tell_the_versions_apart_are_in(word: str, articles: set[str]) -> None:
    (wanted,) = (stem(token.form, "english") for token in tokens(word))
    holders = {
        key
        for key, article in ARTICLES.items()
        if wanted in {stem(token.form, "english") for token in tokens(article.text)}
    }
    assert holders == articles


@pytest.mark.parametrize(
    "other", ["Stoltenberg repeatedly", "Peskov", "New York Times", "Sullivan", "Kozak", "Pushilin", "Kindly"]
)
def test_other_peoples_words_are_not_in(other: str) -> None:
    assert [key for key, article in ARTICLES.items() if other in article.text] == []


def test_installed_corpus_comes_before_that_of_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "quotetrace"
    for folder in (tmp_path / "corpus", package / "bundled_corpus"):
        folder.mkdir(parents=True)
        (folder / "corpus.yaml").write_text("speakers: []\n", encoding="utf-8")
    monkeypatch.setattr("quotetrace.corpus.__file__", str(package / "corpus.py"))
    assert bundled() == package / "bundled_corpus"
    (package / "bundled_corpus" / "corpus.yaml").unlink()
    assert bundled() == tmp_path / "corpus"
