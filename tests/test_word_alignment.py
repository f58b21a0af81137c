from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace import languages
from quotetrace.word_alignment import NO_VARIANTS, align

if TYPE_CHECKING:
    from quotetrace.word_alignment import Variants

ENGLISH = languages.get("en")
FORMS = st.lists(
    st.sampled_from("the of to and bridge bridges close closing closure council twelve 12 4,000 mayor 桥 , .".split()),
    max_size=14,
)


def linked(a: str, b: str, variants: Variants = NO_VARIANTS) -> list[tuple[str, str]]:
    """Return the words of two texts that stand for each other, where they differ or have moved."""
    ours, theirs = a.lower().split(), b.lower().split()
    return [(ours[i], theirs[j]) for i, j in align(ours, theirs, ENGLISH, variants)]


def changed(a: str, b: str, variants: Variants = NO_VARIANTS) -> list[tuple[str, str]]:
    return [pair for pair in linked(a, b, variants) if pair[0] != pair[1]]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the council closes the bridge", "the bridge was closed by the council", [("closes", "closed")]),
        ("closed for twelve weeks", "closed for 12 weeks", [("twelve", "12")]),
        ("some 4,000 people came", "some 4000 people came", [("4,000", "4000")]),
        ("they demolished it in spring", "in spring came the demolition", [("demolished", "demolition")]),
        ("a statement by Abramowitz was read", "a statement by Abramovitz was read", [("abramowitz", "abramovitz")]),
    ],
)
def test_inflected_derived_and_differently_written_words_stand_for_each_other(
    a: str, b: str, expected: list[tuple[str, str]]
) -> None:
    assert changed(a, b) == expected


def test_what_stands_between_the_same_words_stands_for_each_other() -> None:
    assert changed("there was no response from the mayor", "there was no reaction from the mayor") == [
        ("response", "reaction")
    ]
    assert changed("the mayor spoke of traffic today", "the mayor spoke on traffic today") == [("of", "on")]


def test_one_word_can_stand_for_two() -> None:
    assert changed("the mayor met officials yesterday", "the mayor met town councillors yesterday") == [
        ("officials", "town"),
        ("officials", "councillors"),
    ]


def test_words_of_long_slots_and_marks_for_words_do_not_stand_for_each_other() -> None:
    assert changed("bridge one two three four weeks", "bridge red green blue brown weeks") == []
    assert changed("the bridge of the town", "the bridge , the town") == []


def test_a_clause_is_linked_wherever_it_stands() -> None:
    a = "after the flood in spring the council closed the old bridge"
    b = "the council closed the old bridge after the flood in spring"

    assert changed(a, b) == []
    assert len(linked(a, b)) == len(a.split())


def test_a_function_word_needs_its_neighbours() -> None:
    assert linked("of bridges long ago", "long ago voters of") == [("long", "long"), ("ago", "ago")]
    assert ("the", "the") in linked("they closed the bridge", "why was the bridge dear")


def test_a_repeated_word_is_linked_where_its_neighbours_are_alike() -> None:
    ours = "the red bridge was closed and the blue bridge was repaired".split()
    theirs = "the blue bridge was repaired and the red bridge was closed".split()

    bridges = [(i, j) for i, j in align(ours, theirs, ENGLISH) if ours[i] == "bridge"]

    assert bridges == [(2, 8), (8, 2)]


def test_variants_of_the_corpus_are_alike() -> None:
    a, b = "the crafty plan collapsed when winter came", "when winter came failed the hypocritical plan"

    assert ("collapsed", "failed") not in linked(a, b)
    assert ("collapsed", "failed") in linked(a, b, {"collaps": {"fail": 0.8}, "fail": {"collaps": 0.8}})


@given(FORMS, FORMS)
def test_links_are_the_same_from_both_sides(a: list[str], b: list[str]) -> None:
    there = align(a, b, ENGLISH)

    assert sorted((i, j) for j, i in align(b, a, ENGLISH)) == there
    assert there == sorted(set(there))
    assert all(0 <= i < len(a) and 0 <= j < len(b) for i, j in there)


@given(FORMS)
def test_a_text_is_linked_to_itself_word_by_word(forms: list[str]) -> None:
    assert align(forms, forms, ENGLISH) == [(at, at) for at in range(len(forms))]


def test_a_word_repeated_thousands_of_times_is_not_compared_with_each_of_its_places() -> None:
    """Squared, this would be twenty-five million pairs."""
    a, b = ["well", "pump"] * 2500, ["pump", "pump", "well"] * 1600

    links = align(a, b, ENGLISH)

    assert len({i for i, _ in links}) > len(b) / 2
