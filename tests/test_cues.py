"""Reporting clauses: who is said to have said something, and which part of a sentence says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.model import Span
from quotetrace.speech.clauses import Position, ReportingClause
from quotetrace.speech.cues import reporting_clause
from quotetrace.speech.marks import quoted_stretches

EN = get("en")
BEFORE, AFTER, INSIDE, NEXT = Position.BEFORE, Position.AFTER, Position.INSIDE, Position.NEXT


def stretches(text: str) -> list[Span]:
    return [part for stretch in quoted_stretches(text, [Span(0, len(text))], EN) for part in stretch]


def clause_of(text: str) -> ReportingClause | None:
    return reporting_clause(text, Span(0, len(text)), stretches(text), EN)


def parts(text: str) -> tuple[str, str, Position] | None:
    """Return the words of the subject and of the frame, and the clause's position."""
    found = clause_of(text)
    if found is None or found.subject is None:
        return None
    subject, frame = found.subject, found.frame
    return text[subject.start : subject.end], text[frame.start : frame.end], found.position


# The frame ends where the bar stands, which is no part of the text.
@pytest.mark.parametrize(
    ("marked", "subject"),
    [
        ("Brell said that |the wells are dry.", "Brell"),
        ("Brell said |the wells are dry.", "Brell"),
        ("Brell said on Friday that |the wells are dry.", "Brell"),
        ("On Friday, Brell said |the wells are dry.", "Brell"),
        ("Brell warned: |the wells are dry.", "Brell"),
        ("Brell told reporters in the valley that |the wells are dry.", "Brell"),
        ("She has also repeatedly stressed that |wells run dry.", "She"),
        ("The minister noted that |wells run dry.", "The minister"),
        ("The head of the water works explained that |wells run dry.", "The head of the water works"),
        ("Brell pointed out that |wells run dry.", "Brell"),
        ("Brell believes that |wells run dry.", "Brell"),
        ("Anna Brell, the envoy to the valley, said |wells run dry.", "Anna Brell"),
        ("Brell said: |“The wells are dry.”", "Brell"),
        ("He called the plan |“a leaking bucket”.", "He"),
        ("Water minister Brell told reporters:|", "Water minister Brell"),
    ],
)
def test_a_clause_before_the_words(marked: str, subject: str) -> None:
    frame, words = marked.split("|")
    assert parts(frame + words) == (subject, frame, BEFORE)


def test_a_clause_that_says_after_what_it_was_said() -> None:
    text = "Brell told reporters after the visit that the wells are dry."
    assert parts(text) == ("Brell", "Brell told reporters after the visit that ", BEFORE)


@pytest.mark.parametrize(
    ("text", "subject", "frame"),
    [
        ("“The wells are dry,” Brell said.", "Brell", "Brell said."),
        ("“The wells are dry,” said Anna Brell, who runs them.", "Anna Brell", "said Anna Brell, who runs them."),
        ("“The wells are dry,” replied the minister.", "the minister", "replied the minister."),
        ("“The wells are dry, ”Brell said.", "Brell", "Brell said."),
        ("“The wells are dry” — Brell said on Monday.", "Brell", "— Brell said on Monday."),
        ("The wells in the valley are dry, Brell said on Monday.", "Brell", ", Brell said on Monday."),
        ("The wells in the valley are dry, said Brell.", "Brell", ", said Brell."),
        ("The wells are dry, she told the county news agency.", "she", ", she told the county news agency."),
        ("The wells are dry, the minister told reporters.", "the minister", ", the minister told reporters."),
        ("The wells are dry, as Brell noted.", "Brell", "as Brell noted."),
        ("The wells are dry, according to Brell.", "Brell", ", according to Brell."),
        ("The wells are dry, according to the mayor.", "the mayor", ", according to the mayor."),
        ("The wells are dry, according to him.", "him", ", according to him."),
    ],
)
def test_a_clause_after_the_words(text: str, subject: str, frame: str) -> None:
    found = parts(text)
    assert found is not None
    assert (found[0], found[2]) == (subject, AFTER)
    assert found[1].removeprefix(", ") == frame.removeprefix(", ")
    assert text.endswith(frame)


@pytest.mark.parametrize(
    ("text", "subject", "frame"),
    [
        ("“The wells,” Brell said, “are dry.”", "Brell", "Brell said,"),
        ("“The wells,” said the minister, “are dry.”", "the minister", "said the minister,"),
        ("The wells in the valley, as Brell noted, are dry.", "Brell", "as Brell noted,"),
        ("The wells in the long valley, according to Brell, are dry.", "Brell", "according to Brell,"),
    ],
)
def test_a_clause_inside_the_words(text: str, subject: str, frame: str) -> None:
    assert parts(text) == (subject, frame, INSIDE)


@pytest.mark.parametrize(
    ("text", "subject", "frame"),
    [
        ("According to Brell, the wells are dry.", "Brell", "According to Brell, "),
        ("At the same time, according to her, wells run dry.", "her", "At the same time, according to her, "),
        ("As Brell noted, the wells are dry.", "Brell", "As Brell noted, "),
    ],
)
def test_a_source_at_the_head_of_a_sentence(text: str, subject: str, frame: str) -> None:
    assert parts(text) == (subject, frame, BEFORE)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("This was stated by Anna Brell.", "Anna Brell"),
        ("This was announced by the mayor on Friday.", "the mayor"),
        ("This statement was also made by Brell.", "Brell"),
        ("This was stated by Anna Brell, who runs the water works.", "Anna Brell"),
    ],
)
def test_a_sentence_that_attributes_the_one_before_is_a_frame_from_end_to_end(text: str, subject: str) -> None:
    assert parts(text) == (subject, text, NEXT)


@pytest.mark.parametrize(
    "text",
    [
        "Brell's answer was short.",
        "Brell’s remark surprised the valley.",
        "The farmers want to respond to the drought.",
        "Brell refused to comment on the wells.",
        "Brell will answer the letter tomorrow.",
        "Brell did not say that the wells are dry.",
        "I said that the wells are dry.",
        "We believe that the wells are dry.",
        "The rules state that a well has a lid.",
        "According to the plan, the wells will close.",
        "The wells closed according to the law.",
        "Brell believes in luck.",
        "Brell answered.",
        "In his remarks he thanked the crew.",
        "The answer was no, and the valley knew it.",
        "“Brell said that the wells are dry.”",
        "“The wells are dry, said Brell, and I laughed.”",
        "The wells are dry.",
    ],
)
def test_what_is_no_report_has_no_clause(text: str) -> None:
    assert parts(text) is None


def test_quoted_words_are_never_searched_for_a_clause() -> None:
    text = "“Mira said that the wells are dry, Orlo noted,” Brell recalled."
    assert parts(text) == ("Brell", "Brell recalled.", AFTER)


def test_the_outermost_of_two_reports_is_the_first_one_before_the_words() -> None:
    found = parts("Brell said that Orlo believes that the wells are dry.")
    assert found == ("Brell", "Brell said that ", BEFORE)


def test_an_office_with_the_name_in_apposition_is_a_subject() -> None:
    found = parts("The mayor, Anna Brell, said that the wells are dry.")
    assert found is not None
    assert found[1:] == ("The mayor, Anna Brell, said that ", BEFORE)


@pytest.mark.parametrize(
    "subject",
    [
        "a farmer",
        "one resident",
        "the engineer",
        "sources in the valley",
    ],
)
def test_people_without_name_and_office_speak_too(subject: str) -> None:
    assert parts(f"“The wells are dry,” {subject} said.") == (subject, f"{subject} said.", AFTER)


@pytest.mark.parametrize(
    "text",
    [
        "The Brell report was published in May.",
        "The October remarks were forgotten by noon.",
        "A State comment period ends in May.",
    ],
)
def test_a_noun_after_a_name_is_no_verb(text: str) -> None:
    assert parts(text) is None


PIECES = st.sampled_from(
    'Brell said that the wells are dry , . : “ ” " — as noted according to minister he told him this was stated by '
    "Anna's to respond , which ’s pointed out 4,000 (ответ) \n".split(" ")
)
SENTENCES = st.lists(PIECES, max_size=30).map(" ".join)


@given(st.one_of(SENTENCES, st.text(max_size=120)))
def test_subject_and_frame_of_any_text_lie_inside_it_and_outside_of_quotations(text: str) -> None:
    found = clause_of(text)
    if found is None or found.subject is None:
        return
    assert 0 <= found.subject.start < found.subject.end <= len(text)
    assert 0 <= found.frame.start < found.frame.end <= len(text)
    if found.position is not BEFORE:
        assert found.frame.start <= found.subject.start
    assert found.subject.end <= found.frame.end
    for stretch in stretches(text):
        assert found.subject.end <= stretch.start or stretch.end <= found.subject.start


@given(SENTENCES)
def test_a_sentence_is_read_alike_wherever_it_stands(text: str) -> None:
    before = "Rain fell.\n"
    shifted = [Span(part.start + len(before), part.end + len(before)) for part in stretches(text)]
    there = reporting_clause(before + text, Span(len(before), len(before) + len(text)), shifted, EN)
    here = clause_of(text)
    assert (there is None) == (here is None)
    if here and there:
        assert (there.frame.start - len(before), there.frame.end - len(before)) == (here.frame.start, here.frame.end)
