"""Passages: one a report, the words without the frame, and nothing for what nobody said."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_case import CORPUS, article
from quotetrace.model import Corpus, Evidence, Presentation, Speaker
from quotetrace.tracing import read_article

if TYPE_CHECKING:
    from quotetrace.model import Passage

BRELL = Speaker("brell", "Anna Brell", ("the minister",))
NEWS = """Valley wells run dry

ORLO, May 4. /VNA/. The wells in the valley are dry, minister Anna Brell said on Monday.

[…]

Rain fell in the hills. “We will dig deeper,” Brell said. […] “The farmers know it,” she added."""


def passages_of(text: str) -> tuple[Passage, ...]:
    corpus = Corpus(CORPUS.root, (), (BRELL,))
    return read_article(article("news", text), corpus)


def words_of(text: str) -> list[str]:
    return [passage.text for passage in passages_of(text)]


def test_two_reports_in_a_sentence_are_two_passages_of_it() -> None:
    text = "“The wells are dry,” Brell said, adding that the river is low. Rain fell."
    dry, low, rain = passages_of(text)
    assert [passage.id for passage in (dry, low, rain)] == ["news.1", "news.2", "news.3"]
    assert (dry.text, low.text) == ("The wells are dry", "the river is low.")
    assert dry.sentence == low.sentence != rain.sentence
    assert dry.end <= low.start


def test_narration_before_a_report_is_a_passage_of_its_own() -> None:
    found = passages_of("Rain fell in the hills, but Brell said that the wells are dry.")
    assert [(p.presentation, p.text) for p in found] == [
        (Presentation.NARRATION, "Rain fell in the hills"),
        (Presentation.INDIRECT, "the wells are dry."),
    ]


def test_each_sentence_gives_one_passage_but_gaps_and_datelines() -> None:
    assert words_of(NEWS) == [
        "Valley wells run dry",
        "The wells in the valley are dry",
        "Rain fell in the hills.",
        "We will dig deeper",
        "The farmers know it",
    ]


def test_passages_carry_what_the_quotation_knows() -> None:
    heading, dry, rain, dig, know = passages_of(NEWS)
    assert (heading.presentation, rain.presentation) == (Presentation.NARRATION, Presentation.NARRATION)
    assert (rain.speaker, rain.evidence, rain.confidence, rain.frame) == ("", Evidence.NONE, 0.0, None)
    assert (dry.speaker, dry.presentation, dry.evidence) == ("brell", Presentation.INDIRECT, Evidence.CUE)
    assert (dig.speaker, dig.presentation) == ("brell", Presentation.DIRECT)
    assert know.evidence is Evidence.PRONOUN
    assert dig.frame is not None
    assert NEWS[dig.frame.start : dig.frame.end] == "Brell said."
    assert dig.sentence.start < dig.start < dig.end < dig.sentence.end


def test_ids_count_the_passages_of_the_article_from_one() -> None:
    assert [passage.id for passage in passages_of(NEWS)] == [f"news.{number}" for number in range(1, 6)]
    assert {passage.article for passage in passages_of(NEWS)} == {"news"}


def test_what_has_no_word_in_it_gives_no_passage() -> None:
    assert words_of("***\n\n— — —\n\n[…]\n\n“…”") == []


def test_ids_have_no_holes_where_a_sentence_has_no_word() -> None:
    found = passages_of("Rain fell in the hills.\n\n* * *\n\nThe river rose in the valley.")
    assert [passage.id for passage in found] == ["news.1", "news.2"]


def test_a_gap_inside_a_sentence_stays_in_its_text() -> None:
    assert words_of("Brell said that the wells […] are dry.") == ["the wells […] are dry."]


@pytest.mark.parametrize("attribution", ["This was stated by Anna Brell on Monday.", "Brell told reporters:"])
def test_a_sentence_that_only_names_a_speaker_gives_no_passage(attribution: str) -> None:
    assert words_of(f"The wells are dry, Brell said.\n\n{attribution}\n\nThe river is low.")[1:] == [
        "The river is low."
    ]


@pytest.mark.parametrize("attribution", ["This was stated by Anna Brell on Monday.", "Brell told reporters:"])
def test_nor_does_it_in_a_paragraph_with_that_speakers_words(attribution: str) -> None:
    assert words_of(f"The wells in the valley are dry, Brell said. {attribution}") == [
        "The wells in the valley are dry"
    ]


def test_a_signature_gives_no_passage() -> None:
    text = "The wells are dry. We dig deeper. Teodor Vance, Deputy Head of the Valley Farmers Union\n\nRain fell."
    assert words_of(text) == ["The wells are dry.", "We dig deeper.", "Rain fell."]


def test_a_label_of_a_turn_is_no_part_of_its_words() -> None:
    found = passages_of("Question: Are the wells dry?\n\nAnna Brell: They are. We dig deeper.")
    assert [(p.speaker, p.text) for p in found] == [
        ("Question", "Are the wells dry?"),
        ("brell", "They are."),
        ("brell", "We dig deeper."),
    ]


def test_offsets_count_code_points_not_bytes_or_units() -> None:
    text = "🌧️ Regen, дождь. “The wells are dry,” Brell said."
    found = passages_of(text)[-1]
    assert (found.text, found.start) == ("The wells are dry", text.index("The wells"))


PIECES = st.sampled_from(
    ["Brell", "said", "that", "the wells", "are dry", ".", ",", "“", "”", '"', " ", "\n\n", "Question:", "she", "[…]",
     "This was stated by", "according to", "Anna Brell:", "—", "Rain fell", "told reporters:", "‘", "’", "🌧", "...",
     "adding", "and", "noted", ";", "who"]
)  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=120)))
def test_passages_of_any_text_are_in_order_numbered_and_exactly_in_the_text(text: str) -> None:
    found = passages_of(text)
    assert [passage.id for passage in found] == [f"news.{number}" for number in range(1, len(found) + 1)]
    assert all(a.end <= b.start for a, b in pairwise(found))
    for passage in found:
        assert text[passage.start : passage.end] == passage.text != ""
        assert passage.sentence.start <= passage.start < passage.end <= passage.sentence.end
        if passage.frame:
            assert passage.sentence.start <= passage.frame.start < passage.frame.end <= passage.sentence.end
            others = (other for other in found if other is not passage)
            assert all(other.end <= passage.frame.start or passage.frame.end <= other.start for other in others)
