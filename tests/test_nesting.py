"""People quoted inside a quotation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.model import Presentation, Quotation, Speaker
from quotetrace.quotations import find_speech
from quotetrace.sentences import split

EN = get("en")
BRELL = Speaker("brell", "Anna Brell", ("the water minister",))


def quotations(text: str) -> tuple[Quotation, ...]:
    return find_speech(text, list(split(text, EN)), (BRELL,), EN).quotations


def words_by_speaker(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[one.start : one.end], one.speaker, one.relayed_by) for one in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“Mr. Pike told me ‘we are ready for the flood’,” Anna Brell said.",
        "“Pike told me: ‘We are ready for the flood’,” the water minister said.",
        "'Mr. Pike told me \"we are ready for the flood\",' Anna Brell said.",
        "“‘We are ready for the flood,’ Pike told me,” Brell said.",
        "“Pike told me „we are ready for the flood“,” Brell said.",
    ],
)
def test_whom_the_speaker_quotes_is_a_speaker_of_his_own(text: str) -> None:
    [quotation] = quotations(text)
    assert text[quotation.start : quotation.end].casefold() == "we are ready for the flood"
    assert quotation.speaker.endswith("Pike")
    assert quotation.relayed_by == "brell"
    assert quotation.presentation is Presentation.DIRECT


def test_what_stands_around_the_nested_words_stays_the_outer_speaker_s() -> None:
    text = "“We met on Monday. Otto Pike said, ‘The dam is safe. Nobody must leave.’ I did not believe it,” Brell said."
    assert words_by_speaker(text) == [
        ("We met on Monday.", "brell", None),
        ("The dam is safe.", "Otto Pike", "brell"),
        ("Nobody must leave.", "Otto Pike", "brell"),
        ("I did not believe it", "brell", None),
    ]


def test_in_a_record_the_words_in_marks_are_nested_already() -> None:
    text = "Question: Is it?\n\nBrell: Otto Pike told us: “The dam is safe for a year.” We know.\n\nQuestion: How?"
    assert ("The dam is safe for a year.", "Otto Pike", "brell") in words_by_speaker(text)
    assert ("We know.", "brell", None) in words_by_speaker(text)


@pytest.mark.parametrize("subject", ["He", "She", "The mayor"])
def test_a_quotation_stays_whole_where_the_nested_speaker_is_not_known(subject: str) -> None:
    text = f"“{subject} said ‘we are ready for the flood’ and left at once,” Brell said."
    [(words, speaker, relayed_by)] = words_by_speaker(text)
    assert words == f"{subject} said ‘we are ready for the flood’ and left at once"
    assert (speaker, relayed_by) == ("brell", None)


@pytest.mark.parametrize(
    "text",
    [
        "“The so-called ‘old guard of the port’ is gone,” Brell said.",
        "“I told them ‘we will not pay for it’,” Brell said.",
        "“People's homes weren't safe in those days,” Brell recalled.",
        "“I read ‘The Old Man and the Sea’ twice,” Brell said.",
    ],
)
def test_words_in_marks_that_nobody_else_is_said_to_have_said_are_the_outer_speaker_s(text: str) -> None:
    [quotation] = quotations(text)
    assert quotation.speaker == "brell"
    assert quotation.relayed_by is None


def test_words_that_the_article_itself_quotes_are_not_nested() -> None:
    text = "“We are ready,” Otto Pike said. “We are not,” Brell said."
    assert words_by_speaker(text) == [("We are ready", "Otto Pike", None), ("We are not", "brell", None)]


PARTS = st.sampled_from(
    ["“", "”", "‘", "’", "Pike told me ", "we are ready for it. ", "Brell said. ", ", ", "I said ", "\n\n", "The dam. "]
)


@given(st.lists(PARTS, max_size=14).map("".join))
def test_parted_quotations_stay_in_order_apart_and_within_their_sentences(text: str) -> None:
    told = find_speech(text, list(split(text, EN)), (BRELL,), EN).told
    for sentence, quotation in told:
        assert sentence.start <= quotation.start < quotation.end <= sentence.end
    assert all(before.end <= after.start for (_, before), (_, after) in pairwise(told))
