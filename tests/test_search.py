from __future__ import annotations

import pytest

from bridge_case import TRACE
from quotetrace.errors import UsageError
from quotetrace.search import find, parse, suggest


def found(query: str, *, any_phrase: bool = False) -> list[str]:
    return [hit.remark.id for hit in find(TRACE, parse(query, any_phrase=any_phrase))]


@pytest.mark.parametrize(
    ("query", "remarks"),
    [
        ("shrugged", ["townhall.4"]),
        ("shrug", ["townhall.4"]),
        ("SHRUGGING", ["townhall.4"]),
        ("bridges", ["townhall.1", "weekly.1"]),
        ("costs", ["herald.4", "townhall.3"]),
        ("12", ["townhall.2"]),
        ("15", ["townhall.2"]),
        ("1", []),
        ("week", ["townhall.2"]),
        ("wee", []),
        ("cafe\u0301", ["weekly.2"]),
        ("café", ["weekly.2"]),
        ("桥梁关闭十二周", ["weekly.2"]),
    ],
)
def test_a_word_is_found_by_its_stem_and_never_by_likeness(query: str, remarks: list[str]) -> None:
    assert found(query) == remarks


def test_all_words_must_stand_in_one_passage() -> None:
    assert found("bridge safe") == ["townhall.1", "weekly.1"]
    assert found("bridge spring") == ["weekly.1"]
    assert found("12 15") == []  # in one remark, but in two variants of it


def test_any_word_is_enough_if_asked() -> None:
    assert found("shrugged spring", any_phrase=True) == ["townhall.4", "weekly.1"]


def test_the_words_of_a_phrase_follow_each_other() -> None:
    assert found('"bridge is"') == ["townhall.1"]
    assert found('"is bridge"') == []
    assert found("“bridge was” spring") == ["weekly.1"]
    assert found('"buses"') == ["townhall.1"]


def test_a_compound_is_a_phrase() -> None:
    assert parse("non-expansion").phrases == (("non", "expansion"),)


def test_reporting_clauses_narration_and_restatements_are_not_searched() -> None:
    assert found("declared") == []
    assert found("traffic") == []
    assert "townhall.1" not in found("spring")


def test_marks_are_the_places_of_the_words_in_all_variants() -> None:
    [hit] = find(TRACE, parse("12 weeks"))
    texts = {variant.passage.id: variant.passage.text for variant in hit.remark.variants}

    marked = {name: [texts[name][span.start : span.end] for span in spans] for name, spans in hit.marks.items()}
    assert marked == {"townhall.2": ["12", "weeks"], "herald.2": ["weeks"]}


def test_marks_do_not_overlap() -> None:
    [hit] = find(TRACE, parse('"12 weeks" weeks 12'))

    text = hit.remark.reference.passage.text
    assert [text[span.start : span.end] for span in hit.marks["townhall.2"]] == ["12 weeks"]


def test_a_long_query_that_is_longer_than_the_passage() -> None:
    assert found(f'"{"bridge " * 40}"') == []


@pytest.mark.parametrize("query", ["", "   ", "…", '""', "?!", '" "'])
def test_a_query_without_words_is_refused_with_an_example(query: str) -> None:
    with pytest.raises(UsageError, match=r"quotetrace find menu"):
        parse(query)


@pytest.mark.parametrize("query", ['"open', 'one "two" "three', "“never closed"])
def test_an_open_quotation_mark_is_refused_with_an_example(query: str) -> None:
    with pytest.raises(UsageError, match=r"not closed .*secondary topics"):
        parse(query)


def test_a_misspelt_word_has_suggestions_of_the_corpus() -> None:
    assert suggest(TRACE, parse("brigde")) == {"brigde": ["bridge"]}
    assert suggest(TRACE, parse("shruged bridge")) == {"shruged": ["shrugged"]}


def test_a_word_that_is_like_no_other_has_no_suggestion() -> None:
    assert suggest(TRACE, parse("zeppelin")) == {"zeppelin": []}


def test_known_words_have_no_suggestions() -> None:
    assert suggest(TRACE, parse("shrugged buses")) == {}
