"""Languages are data: a third one is a file, and a few lines of it are enough to find who said what."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quotetrace import languages
from quotetrace.changing.change import ChangeType
from quotetrace.cli.app import run
from quotetrace.cli.environment import Environment
from quotetrace.collation import Collation
from quotetrace.corpus import open_corpus
from quotetrace.languages import Language
from quotetrace.model import Presentation
from quotetrace.quotations import find_speech
from quotetrace.search import find, parse
from quotetrace.sentences import split
from quotetrace.text import script, stem
from quotetrace.tracing import trace

if TYPE_CHECKING:
    from collections.abc import Iterator

ESPERANTO = """
from quotetrace.languages import Language, words

LANGUAGE = Language(
    code="eo",
    abbreviations=words("d-ro"),
    say_verbs=words("diris aldonis"),
    complementizers=words("ke"),
    comma_before_that=True,
    pronouns=words("li ŝi"),
    genders={"li": "masculine", "ŝi": "feminine"},
    determiners=words("la"),
    definite_determiners=words("la"),
    office_nouns=words("urbestro"),
    clause_openers=words("kaj ke"),
    negators=words("ne"),
    number_words={"tri": 3, "kvin": 5},
)
"""
HERALD = """---
outlet: Herald (invented)
language: eo
published: 2024-05-02
---
La urbestro Petra Lindo diris, ke la ponto restos fermita dum tri tagoj. «La akvo ne estas trinkebla», ŝi aldonis.
"""
MORNING = """---
outlet: Morning (invented)
language: eo
published: 2024-05-02
---
«La ponto restos fermita dum kvin tagoj», diris la urbestro Petra Lindo. Ŝi aldonis, ke la akvo estas trinkebla.
"""


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Add a language module of a folder elsewhere to the package, and forget it afterwards."""
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "eo.py").write_text(ESPERANTO, encoding="utf-8")
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(folder)])
    languages.get.cache_clear()
    yield "eo"
    languages.get.cache_clear()


def test_a_language_that_is_only_a_code_still_gives_sentences_and_quoted_words() -> None:
    text = "Zu bel ato. “Ne tu la mor en dai,” Ann Lee zok."
    bare = Language("xx")
    sentences = split(text, bare)
    assert [text[s.start : s.end] for s in sentences] == ["Zu bel ato.", "“Ne tu la mor en dai,” Ann Lee zok."]
    (quotation,) = find_speech(text, sentences, [], bare).quotations
    assert text[quotation.start : quotation.end] == "Ne tu la mor en dai"
    assert quotation.speaker == ""


def test_a_small_language_file_is_enough_from_files_to_remarks(tmp_path: Path, esperanto: str) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "herald.md").write_text(HERALD, encoding="utf-8")
    (corpus / "morning.md").write_text(MORNING, encoding="utf-8")
    assert languages.is_known(esperanto)
    found = trace(open_corpus(corpus))
    assert {passage.speaker for passage in found.passages} == {"Petra Lindo"}
    (bridge,) = find(found, parse("ponto"))
    direct, indirect = bridge.remark.variants
    assert (direct.passage.article, direct.passage.presentation) == ("morning", Presentation.DIRECT)
    assert indirect.passage.text == "la ponto restos fermita dum tri tagoj."
    assert ChangeType.NUMBER in {change.type for change in Collation(found).changes(indirect)}
    (water,) = find(found, parse("akvo"))
    assert ChangeType.POLARITY in {change.type for change in Collation(found).changes(water.remark.variants[1])}


def test_articles_of_two_languages_are_never_aligned_by_their_words(tmp_path: Path, esperanto: str) -> None:
    (tmp_path / "english.md").write_text(
        "---\noutlet: Wire (invented)\nlanguage: en\n---\nPetra Lindo said: “La ponto restos fermita dum tri tagoj.”\n",
        encoding="utf-8",
    )
    (tmp_path / "herald.md").write_text(HERALD, encoding="utf-8")
    assert esperanto
    found = trace(open_corpus(tmp_path))
    assert found.alignments == ()
    assert all(len(remark.variants) == 1 for remark in found.remarks)


def test_a_language_without_rules_falls_back_to_english() -> None:
    assert not languages.is_known("xx")
    assert languages.get("xx").code == "en"
    assert languages.get("ru-RU").code == "ru"


def test_the_example_for_contributors_is_a_language() -> None:
    guide = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = guide.partition("```python\n")[2].partition("```")[0]
    named: dict[str, Language] = {}
    exec(example, {"Language": Language, "words": languages.words}, named)  # noqa: S102 -- the project's own text
    text = "La urbestro Petra Lindo diris ke la akvo estas pura. «Ne trinku la akvon nun», ŝi aldonis."
    found = find_speech(text, split(text, named["LANGUAGE"]), [], named["LANGUAGE"]).quotations
    assert [quotation.speaker for quotation in found] == ["Petra Lindo", "Petra Lindo"]
    assert stem("akvon", named["LANGUAGE"].stemmer) == stem("akvo", named["LANGUAGE"].stemmer)


def test_an_article_in_other_letters_without_a_language_is_told(tmp_path: Path) -> None:
    (tmp_path / "most.md").write_text("---\noutlet: X\n---\n«Мост открыт», — сказал мэр.\n", encoding="utf-8")
    (tmp_path / "ponte.md").write_text("---\noutlet: Y\n---\n“Il ponte è aperto,” ha detto.\n", encoding="utf-8")
    out, err = io.StringIO(newline=""), io.StringIO()
    run(["export", "-", "--format", "csv", "--corpus", "."], Environment(out, err, {}, tmp_path, 80, terminal=False))
    assert err.getvalue() == (
        "quotetrace: most.md names no language: it is read as English, but is in Cyrillic letters;"
        " put `language: ru` into its header\n"
    )


def test_scripts_are_told_by_the_letters() -> None:
    assert [script(text) for text in ("Мост открыт (AP)", "The bridge", "2031 …", "Η γέφυρα")] == [
        "Cyrillic", "Latin", "", "Greek",
    ]  # fmt: skip
