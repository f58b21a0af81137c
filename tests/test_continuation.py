"""Whether quoted words without a reporting clause continue the speaker before them."""

from __future__ import annotations

import pytest

from quotetrace.languages import get
from quotetrace.model import Evidence
from quotetrace.quotations import find_speech
from quotetrace.sentences import split

EN = get("en")


def last_speaker(text: str) -> tuple[str, Evidence]:
    quotation = find_speech(text, list(split(text, EN)), (), EN).quotations[-1]
    return quotation.speaker, quotation.evidence


@pytest.mark.parametrize(
    "text",
    [
        "“The wells are dry,” Anna Brell said. “We need rain and more rain.”",
        "“The wells are dry,” Anna Brell said.\n\n“We need rain and more rain.”",
    ],
)
def test_a_quotation_that_stands_next_to_a_speaker_s_continues_it(text: str) -> None:
    assert last_speaker(text) == ("Anna Brell", Evidence.CONTINUATION)


@pytest.mark.parametrize(
    "text",
    [
        # somebody else is named with the words
        "“The wells are dry,” Anna Brell said. Otto Pike shook his head: “It will rain on Monday.”",
        # something else is told in between
        "“The wells are dry,” Anna Brell said.\n\nIt has not rained since May.\n\n“We need rain and more rain.”",
        # pull quotes follow each other
        "“The wells are dry. There is no rain.” — Anna Brell\n\n“We pray for rain every day. We do.”",
    ],
)
def test_a_quotation_that_may_be_somebody_else_s_is_uncertain(text: str) -> None:
    speakers = list(find_speech(text, list(split(text, EN)), (), EN).quotations)
    assert not any(one.evidence is Evidence.CONTINUATION and one.speaker == "Anna Brell" for one in speakers)


def test_nobody_s_words_are_continued_by_nobody() -> None:
    assert last_speaker("“The wells are dry and deep.” “We need rain and more rain.”") == ("", Evidence.NONE)
