"""Personal names: where they are in running text, and whether two of them can mean one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.people.names import mentions, personal_name, words_of

EN = get("en")


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Brell’s spokesman", ["Brell", "spokesman"]),
        ("the farmers' union", ["the", "farmers", "union"]),
        ("J. R. Vance Jr.", ["J.", "R.", "Vance", "Jr"]),
        ("Jean-Luc O’Hara", ["Jean-Luc", "O’Hara"]),
        ("12 wells, 3 farms", ["wells", "farms"]),
        ("", []),
    ],
)
def test_words_keep_initials_and_lose_possessive_endings(phrase: str, words: list[str]) -> None:
    assert words_of(phrase) == words


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Anna Brell", "Anna Brell"),
        ("Water Minister Anna Brell", "Anna Brell"),
        ("the former mayor Anna Brell", "Anna Brell"),
        ("Dr. Anna Brell", "Anna Brell"),
        ("Mrs. Brell", "Brell"),
        ("J. R. Vance", "J. R. Vance"),
        ("Ludwig van der Berg", "Ludwig van der Berg"),
        ("Valley Water Board Anna Brell", "Anna Brell"),
        ("Press Secretary of the Mayor Anna Brell", "Anna Brell"),
        ("the minister", ""),
        ("Water Minister", ""),
        ("nobody", ""),
        ("", ""),
    ],
)
def test_a_personal_name_comes_without_the_office_before_it(phrase: str, name: str) -> None:
    assert " ".join(personal_name(words_of(phrase), EN)) == name


def test_mentions_give_the_office_that_stands_before_a_name() -> None:
    found = list(mentions("On Monday, minister Anna Brell met Teodor Vance, a farmer, in Orlo.", EN))
    offices = {" ".join(mention.name): mention.office for mention in found}
    assert offices == {"Anna Brell": "minister", "Teodor Vance": "", "Orlo": ""}


def test_a_pause_parts_two_names() -> None:
    names = [
        mention.name for mention in mentions("Anna Brell, Teodor Vance and Orlo Pike (Valley Post) were there.", EN)
    ]
    assert names == [("Anna", "Brell"), ("Teodor", "Vance"), ("Orlo", "Pike"), ("Valley", "Post")]


@given(st.text(max_size=100))
def test_any_text_can_be_searched_for_names(text: str) -> None:
    for mention in mentions(text, EN):
        assert mention.name
        assert mention.office == mention.office.casefold()
        assert all(word in text for word in mention.name)
