"""Quoted stretches: what stands between quotation marks, however badly the marks are set."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.model import Span
from quotetrace.speech.marks import MAX_BLOCKS, quoted_stretches

EN = get("en")


def blocks(text: str) -> list[Span]:
    return [Span(found.start(), found.end()) for found in re.finditer(r"\S[^\n]*(?<=\S)", text)]


def quoted(text: str) -> list[tuple[str, ...]]:
    """Return the words of each stretch, one string for each block it runs over."""
    return [
        tuple(text[span.start : span.end] for span in stretch) for stretch in quoted_stretches(text, blocks(text), EN)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The wells are dry,” she said.",
        '"The wells are dry," she said.',
        "«The wells are dry,» she said.",
        "„The wells are dry,“ she said.",
        "‘The wells are dry,’ she said.",
        "“ The wells are dry, ” she said.",
        "« The wells are dry, » she said.",
        'Brell told the council: "The wells are dry,"',
        "(“The wells are dry,” she said.)",
        "Brell was blunt—“The wells are dry,”—and left.",
    ],
)
def test_marks_of_every_kind_enclose_the_words_and_not_themselves(text: str) -> None:
    assert quoted(text) == [("The wells are dry,",)]


@pytest.mark.parametrize("text", ['“The wells are dry," she said.', '"The wells are dry,” she said.'])
def test_a_curly_mark_and_a_straight_one_make_a_pair(text: str) -> None:
    assert quoted(text) == [("The wells are dry,",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He drank from a“ barrel ”, and left.", ["barrel"]),
        ("They took what was“ sweet ”for them.", ["sweet"]),
        ("“It is bitter water, ”Brell said.", ["It is bitter water,"]),
        ("“It is bitter. ”Brell nodded. “We drink it. ”", ["It is bitter.", "We drink it."]),
    ],
)
def test_spaces_on_the_wrong_side_of_a_mark_do_not_turn_it_around(text: str, expected: list[str]) -> None:
    assert quoted(text) == [(words,) for words in expected]


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("“They call it ‘the barrel’, and drink,” Brell said.", "They call it ‘the barrel’, and drink,"),
        ("“They call it “the barrel”, and drink,” Brell said.", "They call it “the barrel”, and drink,"),
        ("“They call it «the barrel», and drink,” Brell said.", "They call it «the barrel», and drink,"),
        ("“They call it „the barrel“, and drink,” Brell said.", "They call it „the barrel“, and drink,"),
        ("“They call it “ the barrel ”, and drink,” Brell said.", "They call it “ the barrel ”, and drink,"),
    ],
)
def test_inner_marks_belong_to_the_outer_stretch(text: str, outer: str) -> None:
    assert quoted(text) == [(outer,)]


def test_one_closing_mark_serves_for_an_inner_and_the_outer_quotation() -> None:
    assert quoted("“They treat the well as a “barrel,” Brell said.") == [("They treat the well as a “barrel,",)]


def test_scare_quotes_are_stretches_of_their_own() -> None:
    assert quoted("The “drought” was a «hoax», and the 'experts' knew it.") == [("drought",), ("hoax",)]


def test_two_quotations_in_a_sentence_are_two_stretches() -> None:
    assert quoted("“The wells,” Brell said, “are dry.”") == [("The wells,",), ("are dry.",)]


@pytest.mark.parametrize(
    "text",
    [
        "The farmers’ wells don’t run dry, and it’s the ’90s all over again.",
        "The farmers' wells don't run dry, and it's the '90s all over again.",
        "Brell’s well is the neighbours’ well.",
        "Rock ’n’ roll isn’t dead.",
    ],
)
def test_apostrophes_enclose_nothing(text: str) -> None:
    assert quoted(text) == []


def test_apostrophes_inside_a_quotation_do_not_end_it() -> None:
    assert quoted("“The farmers’ wells aren’t dry,” she said.") == [("The farmers’ wells aren’t dry,",)]
    assert quoted("‘The farmers’ wells aren’t dry,’ she said.") == [("The farmers’ wells aren’t dry,",)]


def test_a_mark_that_was_never_opened_closes_from_the_start_of_its_paragraph() -> None:
    assert quoted("Rain fell.\nIt will stay dry for weeks,” Brell said.") == [("It will stay dry for weeks,",)]


@pytest.mark.xfail(strict=True, reason="an inch mark is taken for the end of a quotation that nobody opened")
@pytest.mark.parametrize("text", ['A 24" main burst under the street.', 'The 6" and 8" pipes held.'])
def test_an_inch_mark_encloses_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_unclosed_mark_runs_to_the_end_of_its_paragraph_and_no_further() -> None:
    text = "“It will stay dry for weeks, Brell said.\nRain fell on Monday.\nThe river rose."
    assert quoted(text) == [("It will stay dry for weeks, Brell said.",)]


def test_a_quotation_that_is_not_reopened_is_one_stretch_over_its_paragraphs() -> None:
    text = "“The wells are dry.\nThe river is low.\nWe wait for rain,” Brell said.\nNobody laughed."
    assert quoted(text) == [("The wells are dry.", "The river is low.", "We wait for rain,")]


def test_a_quotation_reopened_at_each_paragraph_is_quoted_in_all_of_them() -> None:
    text = "“The wells are dry.\n“The river is low.\n“We wait for rain,” Brell said.\nNobody laughed."
    parts = [part for stretch in quoted(text) for part in stretch]
    assert parts == ["The wells are dry.", "The river is low.", "We wait for rain,"]


def test_after_an_open_quotation_another_one_in_the_last_paragraph_is_found_too() -> None:
    text = "“The wells are dry.\nWe wait,” Brell said. “For rain.”"
    assert quoted(text) == [("The wells are dry.", "We wait,"), ("For rain.",)]


def test_words_in_marks_within_an_open_quotation_do_not_close_it() -> None:
    text = "“The wells are dry.\nThey say “drought” and wait.\nWe dig,” Brell said."
    assert quoted(text) == [("The wells are dry.", "They say “drought” and wait.", "We dig,")]


def test_a_missing_mark_is_likelier_than_a_quotation_over_many_paragraphs() -> None:
    middle = [f"Paragraph {number} has no marks." for number in range(MAX_BLOCKS)]
    text = "\n".join(["“The wells are dry.", *middle, "We wait for rain,” Brell said."])
    parts = [part for stretch in quoted(text) for part in stretch]
    assert parts == ["The wells are dry.", "We wait for rain,"]


def test_nothing_between_marks_is_no_stretch() -> None:
    assert quoted("He wrote “” and ' ' and “  ”.") == []
    assert quoted("") == []


WORDS = st.sampled_from(["dry", "wells", "don’t", "it's", "Brell said", "’90s", "5", ".", ",", " ", "  ", "\n", "\n\n"])
MARKS = st.sampled_from(sorted(EN.quote_marks | {"'", "`", "—", "("}))
NEWS = st.lists(st.one_of(WORDS, MARKS, st.characters(codec="utf-8")), max_size=50).map("".join)


@given(st.one_of(NEWS, st.text(max_size=200)))
def test_stretches_of_any_text_are_in_order_apart_trimmed_and_inside_one_block_each(text: str) -> None:
    within = blocks(text)
    stretches = quoted_stretches(text, within, EN)
    spans = [span for stretch in stretches for span in stretch]
    assert all(stretch for stretch in stretches)
    for span in spans:
        assert span.start < span.end
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert any(block.start <= span.start and span.end <= block.end for block in within)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(NEWS)
def test_a_stretch_runs_over_blocks_in_a_row_with_one_span_in_each(text: str) -> None:
    within = blocks(text)
    for stretch in quoted_stretches(text, within, EN):
        at = [next(i for i, b in enumerate(within) if b.start <= span.start < b.end) for span in stretch]
        assert at == list(range(at[0], at[0] + len(at)))
        assert len(at) <= MAX_BLOCKS + 1


def test_a_quotation_without_an_end_keeps_its_words_where_the_next_paragraph_opens_another() -> None:
    text = "“The dam is safe,” Pike said. “Nobody has to leave.\n“The road is open,” said Brell."
    assert quoted(text) == [("The dam is safe,",), ("Nobody has to leave.",), ("The road is open,",)]
