"""Speakers told by the layout: turns, announced blocks, signed pull quotes, headlines."""

from __future__ import annotations

import pytest

from quotetrace.languages import get
from quotetrace.model import Evidence, Presentation, Speaker
from quotetrace.quotations import find_speech
from quotetrace.sentences import split
from quotetrace.speech.layout import with_title

EN = get("en")
BRELL = Speaker("brell", "Anna Brell", ("the water minister",))
TRANSCRIPT, DIRECT, HEADLINE = Presentation.TRANSCRIPT, Presentation.DIRECT, Presentation.HEADLINE

INTERVIEW = """Question: Are the wells dry? What will you do?

Anna Brell: The wells are dry. We dig deeper.

The river is low as well.

Question: Until when?

Anna Brell: Until it rains."""


def told(text: str, *speakers: Speaker) -> list[tuple[str, Presentation, Evidence, str]]:
    speech = find_speech(text, split(text, EN), speakers, EN)
    return [(q.speaker, q.presentation, q.evidence, text[q.start : q.end]) for q in speech.quotations]


def by_speaker(text: str, *speakers: Speaker) -> list[tuple[str, str]]:
    return [(speaker, words) for speaker, _, _, words in told(text, *speakers)]


def test_turns_go_to_their_speakers_up_to_the_next_label() -> None:
    found = told(INTERVIEW, BRELL)
    assert [(speaker, words) for speaker, _, _, words in found] == [
        ("Question", "Are the wells dry?"),
        ("Question", "What will you do?"),
        ("brell", "The wells are dry."),
        ("brell", "We dig deeper."),
        ("brell", "The river is low as well."),
        ("Question", "Until when?"),
        ("brell", "Until it rains."),
    ]
    assert {(how, evidence) for _, how, evidence, _ in found} == {(TRANSCRIPT, Evidence.TURN)}


def test_a_speaker_who_is_not_tracked_is_called_as_the_label_does() -> None:
    assert {speaker for speaker, _ in by_speaker(INTERVIEW)} == {"Question", "Anna Brell"}


def test_surnames_in_capitals_open_turns() -> None:
    text = "BRELL: The wells are dry.\n\nVANCE: They are not.\n\nBRELL: They are.\n\nVANCE: Never."
    assert by_speaker(text, BRELL) == [
        ("brell", "The wells are dry."),
        ("VANCE", "They are not."),
        ("brell", "They are."),
        ("VANCE", "Never."),
    ]


def test_a_speaker_with_one_turn_is_not_merged_into_the_turn_before() -> None:
    text = "BRELL: The wells are dry.\n\nVANCE: They are not.\n\nBRELL: They are."
    assert ("VANCE", "They are not.") in by_speaker(text, BRELL)


def test_a_full_name_or_an_office_labels_a_single_turn() -> None:
    text = "Question: Are the wells dry?\n\nAnna Brell: They are.\n\nCouncil Chair: They are not."
    assert by_speaker(text, BRELL) == [
        ("Question", "Are the wells dry?"),
        ("brell", "They are."),
        ("Council Chair", "They are not."),
    ]


TURNS = [
    ("brell", "The wells are dry."),
    ("brell", "We dig deeper."),
    ("Karl Vance", "Until when?"),
    ("brell", "Until it rains."),
]


@pytest.mark.parametrize("label", ["{}:", "**{}:**", "**{}**:", "*{}:*", "__{}:__", "__{}__:", "_{}:_", "***{}:***"])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_labels_in_markdown_open_turns_and_are_off_the_words(label: str, gap: str) -> None:
    anna, karl = label.format("Anna Brell"), label.format("Karl Vance")
    text = gap.join([f"{anna} The wells are dry. We dig deeper.", f"{karl} Until when?", f"{anna} Until it rains."])
    assert by_speaker(text, BRELL) == TURNS


@pytest.mark.parametrize("label", ["{}:", "**{}**", "**{}:**", "__{}__:"])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_names_on_lines_of_their_own_open_turns(label: str, gap: str) -> None:
    anna, karl = label.format("Anna Brell"), label.format("Karl Vance")
    turns = [(anna, "The wells are dry. We dig deeper."), (karl, "Until when?"), (anna, "Until it rains.")]
    text = "\n\n".join(f"{name}{gap}{words}" for name, words in turns)
    assert by_speaker(text, BRELL) == TURNS


def test_names_in_capitals_on_lines_of_their_own_open_turns() -> None:
    text = "ANNA BRELL\n\nThe wells are dry.\n\nKARL VANCE\n\nUntil when?\n\nANNA BRELL\n\nUntil it rains."
    assert by_speaker(text, BRELL) == [
        ("brell", "The wells are dry."),
        ("KARL VANCE", "Until when?"),
        ("brell", "Until it rains."),
    ]


@pytest.mark.parametrize("line", ["READ MORE", "**Read More**", "ADVERTISEMENT", "**Background**", "Related:"])
def test_lines_that_recur_between_paragraphs_are_no_labels(line: str) -> None:
    paragraphs = ["The wells in the valley are dry.", "Rain is expected in May.", "The river is low."]
    text = f"\n\n{line}\n\n".join(paragraphs)
    assert by_speaker(text, BRELL) == []


def test_what_stands_before_the_first_turn_is_nobodys_words() -> None:
    text = f"The minister met the press in the valley on Monday.\n\n{INTERVIEW}"
    assert by_speaker(text, BRELL) == by_speaker(INTERVIEW, BRELL)


def test_reporting_verbs_inside_a_turn_do_not_take_the_words_away_from_its_speaker() -> None:
    text = "Question: And Vance?\n\nAnna Brell: Vance said that the wells are full. He is wrong."
    assert {speaker for speaker, words in by_speaker(text, BRELL) if "?" not in words} == {"brell"}


@pytest.mark.parametrize("label", ["Update", "Correction", "Note"])
def test_a_lone_label_that_names_nobody_opens_no_turn(label: str) -> None:
    text = f"The wells are dry.\n\n{label}: The wells were filled on Friday.\n\nRain fell."
    assert told(text) == []


def test_a_lone_label_among_turns_opens_none_either() -> None:
    text = f"Update: The record was corrected.\n\n{INTERVIEW}"
    assert ("Update", "The record was corrected.") not in by_speaker(text, BRELL)
    assert by_speaker(text, BRELL)[:2] == by_speaker(INTERVIEW, BRELL)[:2]


def test_an_enumeration_with_colons_is_no_record() -> None:
    text = "The three things that matter most to farmers are these: rain.\n\nThe other thing is this: wells."
    assert told(text) == []


def test_a_block_goes_to_the_speaker_who_was_announced_before_it() -> None:
    text = (
        "Water minister Anna Brell toured the valley. Brell told reporters:\n\n"
        "The wells are dry. We dig deeper.\n\nFarmers listened."
    )
    assert told(text, BRELL) == [
        ("brell", DIRECT, Evidence.BLOCK, "The wells are dry."),
        ("brell", DIRECT, Evidence.BLOCK, "We dig deeper."),
    ]


def test_an_announced_block_in_marks_is_quoted_once() -> None:
    text = "Brell told reporters:\n\n“The wells are dry. We dig deeper.”\n\nFarmers listened."
    assert by_speaker(text, BRELL) == [("brell", "The wells are dry."), ("brell", "We dig deeper.")]


def test_an_announcement_attributes_and_says_nothing() -> None:
    text = "Brell told reporters:\n\nThe wells are dry."
    assert all("reporters" not in words for _, words in by_speaker(text, BRELL))


SIGNED = "The wells are dry. We dig deeper. Teodor Vance, Deputy Head of the Valley Farmers Union\n\nRain fell."


def test_a_pull_quote_goes_to_the_name_that_signs_it() -> None:
    assert told(SIGNED)[:2] == [
        ("Teodor Vance", DIRECT, Evidence.BLOCK, "The wells are dry."),
        ("Teodor Vance", DIRECT, Evidence.BLOCK, "We dig deeper."),
    ]


def test_a_signature_is_nobodys_words() -> None:
    assert len(told(SIGNED)) == 2


def test_a_paragraph_that_ends_in_a_full_stop_is_not_signed() -> None:
    assert told("The wells are dry. Teodor Vance, Deputy Head of the Valley Farmers Union.\n\nRain fell.") == []


def test_a_headline_with_a_label_goes_to_its_name() -> None:
    assert told("Brell: wells are dry\n\nRain fell on Monday.", BRELL) == [
        ("brell", HEADLINE, Evidence.BLOCK, "wells are dry")
    ]


@pytest.mark.parametrize("dash", ["—", "–", "-"])
def test_a_headline_signed_behind_a_dash_goes_to_its_name(dash: str) -> None:
    assert told(f"Valley wells run dry {dash} Brell\n\nRain fell on Monday.", BRELL) == [
        ("brell", HEADLINE, Evidence.BLOCK, "Valley wells run dry")
    ]


def test_a_headline_in_marks_keeps_its_words_and_has_no_speaker_of_its_own() -> None:
    [(speaker, how, _, words)] = told("“The minister treats wells as a barrel”\n\nRain fell on Monday.")
    assert (speaker, how, words) == ("", HEADLINE, "The minister treats wells as a barrel")


def test_a_plain_headline_is_nobodys_words() -> None:
    assert told("Valley wells run dry\n\nRain fell on Monday.") == []


ARTICLE = "\n\nRain fell. The wells are dry, water minister Anna Brell said on Monday."


def headline_of(heading: str, title: str = "") -> list[tuple[str, str]]:
    text = heading + ARTICLE
    sentences = with_title(text, split(text, EN), title)
    told = find_speech(text, sentences, [BRELL], EN).quotations
    return [(q.speaker, text[q.start : q.end]) for q in told if q.presentation is Presentation.HEADLINE]


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("“The wells are dry”", ""),
        ("“The wells are dry,” Brell says", "brell"),
        ("Brell: “The wells are dry”", "brell"),
        ("“The wells are dry” — Anna Brell", "brell"),
        ("‘The wells are dry’: the valley asks why", ""),
        ("The Wells Are Dry, Anna Brell Says", "brell"),
        ("Brell Says The Wells Are Dry", "brell"),
    ],
)
def test_a_heading_that_quotes_is_a_headline(heading: str, speaker: str) -> None:
    assert [(who, words.lower()) for who, words in headline_of(heading)] == [(speaker, "the wells are dry")]


def test_a_term_in_marks_makes_no_headline() -> None:
    assert headline_of("Valley council keeps its “old wells” plan") == []


@pytest.mark.parametrize("heading", ["“The wells are dry.”", "Brell: The wells are dry."])
def test_a_block_that_repeats_the_title_is_a_headline_however_it_ends(heading: str) -> None:
    assert headline_of(heading) == []
    assert [words for _, words in headline_of(heading, title=heading)] == ["The wells are dry."]
    assert headline_of(heading, title="Another title") == []


def test_headings_with_a_colon_label_no_turns() -> None:
    text = "Old Rules Hinder Council: The wells are dry.\n\nThe Work Goes On: The river is low, and rain fell."
    assert by_speaker(text, BRELL) == []


MARKED_RECORD = """Otto Pike met Anna Brell on Sunday. The station printed what they said:

"BRELL: Governor, why is the dam still closed?

"PIKE: I said in May that “Dam Watch” was a bad idea. Nobody wanted it.

"(CROSSTALK.)

"BRELL: But the council has paid for it.

"PIKE: The money never came.

The dam was closed in March."""


@pytest.mark.parametrize(
    "text",
    [
        MARKED_RECORD,
        "“BRELL: Why is the dam closed?\nPIKE: It costs money.\nBRELL: It was paid for.\nPIKE: No.”\n\nThe dam stays.",
    ],
)
def test_a_record_in_quotation_marks_has_turns_up_to_where_the_marks_end(text: str) -> None:
    found = told(text, BRELL)
    assert [speaker for speaker, how, _, _ in found if how is TRANSCRIPT][:2] in (
        ["brell", "PIKE"],
        ["brell", "Otto Pike"],
    )
    assert all(how is TRANSCRIPT for _, how, _, _ in found)
    assert not any("closed in March" in words or "The dam stays" in words for _, _, _, words in found)
    assert not any(mark in words[:1] + words[-1:] for _, _, _, words in found for mark in '“”"')


def test_marks_within_a_turn_do_not_end_it() -> None:
    assert ("Otto Pike", "I said in May that “Dam Watch” was a bad idea.") in by_speaker(MARKED_RECORD, BRELL)
    assert ("Otto Pike", "Nobody wanted it.") in by_speaker(MARKED_RECORD, BRELL)


@pytest.mark.parametrize("bullet", ["- ", "– ", "• ", "* ", "1. "])
def test_each_item_of_an_announced_list_is_the_announcer_s(bullet: str) -> None:
    text = (
        f"Anna Brell told the council:\n\n{bullet}“The dam will open in May.” (March 2)\n"
        f"{bullet}“Nobody will pay for the water.”\n\nThe council voted “for the sake of peace”."
    )
    assert by_speaker(text, BRELL)[:2] == [
        ("brell", "The dam will open in May."),
        ("brell", "Nobody will pay for the water."),
    ]
    assert ("brell", "for the sake of peace") not in by_speaker(text, BRELL)


@pytest.mark.parametrize("bullet", ["- ", "– ", "• ", "* ", "1. "])
def test_items_with_clauses_of_their_own_need_no_announcement(bullet: str) -> None:
    text = f"{bullet}“The dam will open in May,” Brell said.\n{bullet}“It is too early,” said Otto Pike."
    assert by_speaker(text, BRELL) == [("brell", "The dam will open in May"), ("Otto Pike", "It is too early")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Brell wrote:\n\n> The dam will open in May.\n>\n> Nobody will pay for it.\n\nThe council was silent.",
        "Anna Brell wrote:\n\n> The dam will open in May.\n\n> Nobody will pay for it.\n\nThe council was silent.",
        "Anna Brell wrote:\n\n    The dam will open in May.\n\n    Nobody will pay for it.\n\nThe council was silent.",
    ],
)
def test_all_paragraphs_of_an_announced_block_quote_are_the_announcer_s(text: str) -> None:
    assert by_speaker(text, BRELL) == [("brell", "The dam will open in May."), ("brell", "Nobody will pay for it.")]


def test_of_paragraphs_that_nothing_sets_off_only_the_first_is_announced() -> None:
    text = "Anna Brell wrote:\n\nThe dam will open in May.\n\nNobody was there to read it."
    assert by_speaker(text, BRELL) == [("brell", "The dam will open in May.")]


def test_a_quoted_sentence_signs_nothing() -> None:
    text = "“Here comes the Big Dam,” Brell said, laughing. “The dam. The Big Dam”"
    assert {speaker for speaker, _ in by_speaker(text, BRELL)} == {"brell"}
