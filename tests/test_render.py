"""The golden files are what the screens look like; whoever changes one has read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.text import Text

from bridge_case import CLOSE, PARTS, SAFE, TRACE
from quotetrace import compare
from quotetrace.errors import InputError
from quotetrace.model import Alignment, Evidence, Passage, Presentation, Relation, Span, Trace
from quotetrace.render import labels
from quotetrace.render.diff import Display, draw_comparison
from quotetrace.render.find import draw_hits
from quotetrace.render.quoted import inline, quoted, sides
from quotetrace.render.screen import Screen, to_text
from quotetrace.render.tables import draw_articles, draw_explanation, draw_faults
from quotetrace.search import find, parse
from quotetrace.word_diff import word_diff

GOLDEN = Path(__file__).with_name("golden")
QUERY = parse("bridge weeks 桥梁关闭十二周", any_phrase=True)


@pytest.fixture(autouse=True)
def _explain(monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(_: Trace, a: Passage, b: Passage) -> Alignment:
        return Alignment(a, b, 0.2, PARTS, Relation.PARTIAL)

    monkeypatch.setattr(compare.tracing, "explain", explain)


def drawn_find(width: int, *, color: bool = False) -> str:
    screen = Screen(width, color)
    return to_text(draw_hits(TRACE, find(TRACE, QUERY), screen), screen)


def drawn_diff(a: str, b: str, width: int, display: Display | None = None) -> str:
    screen = Screen(width)
    return to_text(draw_comparison(TRACE, compare.diff(TRACE, a, b), screen, display), screen)


def golden(name: str) -> str:
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [80, 140])
def test_find_looks_as_it_did(width: int) -> None:
    assert drawn_find(width) == golden(f"find-{width}")


@pytest.mark.parametrize("width", [80, 140])
def test_diff_looks_as_it_did(width: int) -> None:
    assert drawn_diff("townhall", "herald", width) == golden(f"diff-{width}")


@pytest.mark.parametrize("width", [80, 140])
def test_restatements_look_as_they_did(width: int) -> None:
    assert drawn_diff("townhall", "weekly", width) == golden(f"diff-restated-{width}")


def test_the_layout_changes_at_100_columns() -> None:
    assert "similarity  words" in drawn_find(100)
    assert "similarity  words" not in drawn_find(99)
    assert drawn_diff("townhall", "herald", 99) == drawn_diff("townhall", "herald", 99, Display.INLINE)
    assert drawn_diff("townhall", "herald", 100) == drawn_diff("townhall", "herald", 100, Display.SIDE_BY_SIDE)
    assert drawn_diff("townhall", "herald", 100) != drawn_diff("townhall", "herald", 100, Display.INLINE)


@pytest.mark.parametrize("width", [30, 40, 60, 80, 99, 100, 140, 200])
def test_no_quoted_word_is_cut_and_no_line_is_too_long(width: int) -> None:
    output = drawn_find(width) + drawn_diff("townhall", "copy", width)

    words = output.split()
    for variant in (v for hit in find(TRACE, QUERY) for v in hit.remark.variants):
        for word in variant.passage.text.split():
            assert any(word in shown.replace("*", "") for shown in words), word
    assert "…" not in output
    assert all(Text(line).cell_len <= width for line in output.splitlines())


@pytest.mark.parametrize("width", [40, 120])
def test_a_word_longer_than_the_screen_is_folded_and_not_cut(width: int) -> None:
    word = "Donaudampfschiff" * 20
    shown = to_text(quoted(word), Screen(width))

    assert "".join(shown.split()) == word


def test_wide_and_combining_characters_are_kept() -> None:
    for width in (12, 40, 140):
        shown = "".join(drawn_find(width).split())
        assert "桥梁关闭十二周" in shown
        assert "cafe\u0301" in shown


def test_markup_of_the_corpus_is_text() -> None:
    """Rich takes `[the menu]` for a style and drops it, and `[/b]` for an error."""
    assert to_text(quoted("keep [the menu] and [/b] :smile:"), Screen()) == "keep [the menu] and [/b] :smile:\n"
    assert "[the river side]" in drawn_find(140)


def test_control_characters_do_not_reach_the_terminal() -> None:
    shown = to_text(quoted("a\x1b[31mred\x07\x9b2J\r\nb\tc"), Screen(80))

    assert shown == "a\ufffd[31mred\ufffd\ufffd2J  b c\n"


def test_marks_are_read_without_colour() -> None:
    diff = word_diff("The old bridge is not safe", "The bridge is barely safe now")

    assert inline(diff, [Span(4, 10)]).plain == "The [-old-] *bridge* is [-not-]{+barely+} safe {+now+}"
    left, right = sides(diff)
    assert left.plain == "The [-old-] bridge is [-not-] safe"
    assert right.plain == "The bridge is {+barely+} safe {+now+}"


def test_a_hit_across_a_change_is_marked_in_its_parts() -> None:
    diff = word_diff("close it for weeks", "close it for many weeks")

    assert inline(diff, [Span(9, 23)]).plain == "close it *for* {+*many*+} *weeks*"


def test_a_clause_that_has_moved_is_marked_in_both_places() -> None:
    a = "After the spring flood, the council closed the bridge"
    diff = word_diff(a, "The council closed the bridge after the spring flood")

    assert (
        inline(diff).plain
        == "[moved: After the spring flood,] The council closed the bridge {moved: after the spring flood}"
    )
    left, right = sides(diff)
    assert left.plain == "[moved: After the spring flood,] the council closed the bridge"
    assert right.plain == "The council closed the bridge {moved: after the spring flood}"


def test_words_that_changed_in_a_row_have_one_mark() -> None:
    diff = word_diff("Several big bridges were closed", "Several large bridge was closed")

    assert inline(diff).plain == "Several [-big bridges were-]{+large bridge was+} closed"


def test_marks_stand_apart_from_the_words_around_them() -> None:
    assert inline(word_diff("safe he said", "safe")).plain == "safe [-he said-]"
    assert inline(word_diff("they say safe", "safe")).plain == "[-they say-] safe"
    assert inline(word_diff("one", "two")).plain == "[-one-]{+two+}"


def test_colour_comes_on_top_of_the_marks() -> None:
    shown = drawn_find(140, color=True)

    assert "\x1b[31m[-not-]\x1b[0m" in shown
    assert "\x1b[1;35m*bridge*\x1b[0m" in shown
    assert "\x1b" not in drawn_find(140)


def test_what_is_not_known_is_said() -> None:
    shown = drawn_find(140)

    for words in ("unknown outlet (copy)", "date unknown", "speaker uncertain", "occasion inferred"):
        assert words in shown


@pytest.mark.parametrize(
    ("how", "evidence", "speaker", "shown"),
    [
        (Presentation.DIRECT, Evidence.CONTINUATION, "ortiz", "direct"),
        (Presentation.DIRECT, Evidence.NONE, "", "direct, speaker uncertain"),
        (Presentation.NARRATION, Evidence.CONTINUATION, "ortiz", "in the article's own words, speaker uncertain"),
    ],
)
def test_words_that_continue_a_speaker_are_as_sure_as_those_with_a_clause(
    how: Presentation, evidence: Evidence, speaker: str, shown: str
) -> None:
    assert labels.presentation(replace(SAFE, presentation=how, evidence=evidence, speaker=speaker)) == shown


def test_missing_passages_of_excerpts_are_no_evidence() -> None:
    assert "(herald is here in excerpts" in drawn_diff("townhall", "herald", 80)
    assert "in excerpts" not in drawn_diff("herald", "copy", 80)


def test_changes_that_the_marks_show_are_counted_and_the_others_listed() -> None:
    shown = drawn_find(140)

    assert "number (major): 12 -> 15" in shown
    assert "presentation (minor): transcript -> indirect" in shown
    assert "minor changes of words: wording 2, omission 1" in shown
    assert "polarity (major): not, left out" in shown


def test_an_explanation_has_all_parts_and_thresholds() -> None:
    found = Alignment(SAFE, CLOSE, 0.4321, PARTS, Relation.PARTIAL)
    shown = to_text(draw_explanation(TRACE, found, {"aligned": 0.3}), Screen(80))

    for words in (
        "similarity 0.4321, partial",
        "stems         0.8000",
        "support       0.4000",
        "rivalry       0.3000",
        "ngrams        0.7000",
        "order         0.6000",
        "neighbours    0.5000",
        "aligned  0.3000",
        "speaker by turn, confidence 1.00",
        "Ana Ortiz | council meeting, 2031-05-04",
    ):
        assert words in shown


@pytest.mark.parametrize("width", [40, 120])
def test_articles_are_listed_with_what_is_known(width: int) -> None:
    shown = " ".join(to_text(draw_articles(TRACE.corpus, Screen(width)), Screen(width)).split())

    for words in (
        "unknown outlet",
        "date unknown",
        "en (from es)",
        "excerpts",
        "2031-05-04",
        "Bridge to close",
    ):
        assert words in shown


def test_faults_are_listed_one_a_line() -> None:
    faults = [InputError("no title", "write one", path="a.md", line=2), InputError("empty", path="b.md")]

    assert to_text(draw_faults(faults), Screen(80)) == "a.md:2: no title (write one)\nb.md: empty\n"
