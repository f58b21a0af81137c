from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import SimpleNamespace

import pytest

from bridge_case import (
    CALM,
    CLOSE,
    COPY_SAFE,
    CORPUS,
    COSTS,
    DRIVER,
    HERALD_CLOSE,
    HERALD_SAFE,
    PARTS,
    SAFE,
    SHRUG,
    TRACE,
    WEEKLY_CJK,
    WEEKLY_SAFE,
    article,
)
from quotetrace import compare
from quotetrace.errors import UsageError
from quotetrace.model import Alignment, Passage, Presentation, Relation, Trace


@pytest.fixture(autouse=True)
def _explain(monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(_: Trace, a: Passage, b: Passage) -> Alignment:
        relation = Relation.PARTIAL if a.occasion == b.occasion else Relation.RESTATED
        return Alignment(a, b, 0.2, PARTS, relation)

    monkeypatch.setattr(compare.tracing, "matching_of", lambda trace: SimpleNamespace(explain=partial(explain, trace)))


def test_pairs_stand_in_the_order_and_on_the_side_of_the_arguments() -> None:
    found = compare.diff(TRACE, "townhall", "herald")

    assert [(pair.a, pair.b) for pair in found.both] == [(SAFE, HERALD_SAFE), (CLOSE, HERALD_CLOSE)]
    assert [(pair.similarity, pair.relation, pair.remark) for pair in found.both] == [
        (0.874321, Relation.REWRITE, "townhall.1"),
        (0.62, Relation.REWRITE, "townhall.2"),
    ]
    other = compare.diff(TRACE, "herald", "townhall")
    assert [(pair.a, pair.b) for pair in other.both] == [(HERALD_SAFE, SAFE), (HERALD_CLOSE, CLOSE)]


def test_what_one_side_reports_is_told_without_narration() -> None:
    found = compare.diff(TRACE, "townhall", "herald")

    assert found.only_a == (COSTS, SHRUG)
    assert found.only_b == (DRIVER,)
    assert CALM not in found.only_b


def test_a_heading_counts_only_if_it_tells_whose_words_it_has() -> None:
    heading = replace(DRIVER, presentation=Presentation.HEADLINE)

    assert compare.is_reported(heading)
    assert not compare.is_reported(replace(heading, speaker=""))


def test_two_variants_that_only_a_third_article_joins_are_a_pair() -> None:
    found = compare.diff(TRACE, "herald", "copy")

    assert [(pair.a, pair.b, pair.similarity, pair.remark) for pair in found.both] == [
        (HERALD_SAFE, COPY_SAFE, 0.2, "townhall.1")
    ]
    assert found.only_b == ()


def test_the_same_thought_on_another_occasion_stands_apart() -> None:
    found = compare.diff(TRACE, "townhall", "weekly")

    assert found.both == ()
    assert [(pair.a, pair.b, pair.remark) for pair in found.restated] == [(SAFE, WEEKLY_SAFE, "")]
    assert SAFE not in found.only_a
    assert found.only_b == (WEEKLY_CJK,)


@pytest.mark.parametrize("name", ["HERALD", "the herald", "The Herald", " herald "])
def test_outlets_are_known_by_id_and_name_in_any_case(name: str) -> None:
    assert [article.id for article in compare.diff(TRACE, name, "copy").a.articles] == ["herald"]


def test_an_outlet_stands_for_all_of_its_articles() -> None:
    second = article("second", "x", outlet="herald")
    trace = replace(TRACE, corpus=replace(CORPUS, articles=(*CORPUS.articles, second)))

    assert [article.id for article in compare.diff(trace, "herald", "copy").a.articles] == [
        "herald",
        "second",
    ]
    assert [article.id for article in compare.diff(trace, "second", "copy").a.articles] == ["second"]


def test_two_variants_are_one_pair() -> None:
    found = compare.diff(TRACE, "townhall.1:2", "TOWNHALL.1:1")

    assert [(pair.a, pair.b, pair.remark) for pair in found.both] == [(HERALD_SAFE, SAFE, "townhall.1")]
    assert (found.only_a, found.only_b) == ((), ())


def test_two_passages_of_different_remarks_have_no_remark_in_common() -> None:
    [pair] = compare.diff(TRACE, "townhall.1:1", "herald.2").both

    assert pair.remark == ""


@pytest.mark.parametrize(
    ("a", "b"),
    [("herald", "The Herald"), ("copy", "COPY"), ("townhall.1:1", "townhall.1"), ("copy.1", "copy.1")],
)
def test_a_text_is_not_compared_with_itself(a: str, b: str) -> None:
    with pytest.raises(UsageError, match="the same text"):
        compare.diff(TRACE, a, b)


def test_an_article_is_not_compared_with_a_variant() -> None:
    with pytest.raises(UsageError, match="not of a kind"):
        compare.diff(TRACE, "herald", "townhall.1:1")


def test_an_unknown_name_is_told_the_names_there_are_the_nearest_first() -> None:
    with pytest.raises(UsageError) as caught:
        compare.diff(TRACE, "heraldd", "copy")

    assert "'heraldd'" in caught.value.message
    assert caught.value.hint == "did you mean herald? there are: herald, copy, townhall, weekly"


@pytest.mark.parametrize("number", ["0", "4"])
def test_a_variant_that_a_remark_does_not_have(number: str) -> None:
    with pytest.raises(UsageError, match=r"townhall.1 has 3 variants.*townhall.1:1 to townhall.1:3"):
        compare.diff(TRACE, f"townhall.1:{number}", "townhall.1:1")


def test_only_case_and_punctuation_are_no_difference() -> None:
    copied = replace(HERALD_SAFE, text="“THE OLD BRIDGE IS NOT SAFE!”")
    same = compare.Pair(SAFE, copied, 1.0, Relation.VERBATIM, "townhall.1")
    found = compare.diff(TRACE, "townhall", "herald")

    assert not replace(found, both=(same,), only_a=(), only_b=()).differs
    assert replace(found, both=(same,), only_a=(), only_b=(DRIVER,)).differs
    assert replace(found, only_a=(), only_b=()).differs
