"""What changed between the reference and a variant, and whether it may alter the meaning."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quotetrace.changes import changes
from quotetrace.languages import get
from quotetrace.model import Change, ChangeType, Evidence, Passage, Presentation, Sentence, SentenceKind, Severity
from quotetrace.text import tokens

EN = get("en")
DIRECT, INDIRECT = Presentation.DIRECT, Presentation.INDIRECT
MAJOR, MINOR = Severity.MAJOR, Severity.MINOR
LONG = "The ministry will reopen the wells in the valley before the farmers plant their beans and it will pay for {}."


def said(text: str, how: Presentation = DIRECT) -> Passage:
    sentence = Sentence(0, len(text), SentenceKind.SENTENCE, 0)
    return Passage("a.1", "a", 0, len(text), text, sentence, how, "brell", Evidence.CUE, 0.9, "")


def named(reference: str, variant: str) -> tuple[Change, ...]:
    return changes(said(reference), said(variant), EN)


def major(reference: str, variant: str) -> list[tuple[ChangeType, str, str]]:
    return [(c.type, c.reference, c.variant) for c in named(reference, variant) if c.severity is MAJOR]


def test_the_same_words_have_no_change() -> None:
    assert named("The wells are dry.", "The wells are dry.") == ()


def test_case_and_punctuation_are_no_change() -> None:
    assert named("The wells are dry.", "“THE WELLS, are dry!”") == ()


def test_a_changed_number_is_major() -> None:
    assert major("We closed 12 wells.", "We closed 15 wells.") == [(ChangeType.NUMBER, "12", "15")]


def test_a_number_written_otherwise_is_no_changed_number() -> None:
    assert major("We spent 4,000 crowns.", "We spent four thousand crowns.") == []


def test_a_number_that_only_the_variant_has_is_major() -> None:
    assert major("We closed the wells.", "We closed the 12 wells.") == [(ChangeType.NUMBER, "", "12")]


def test_swapped_numbers_are_seen_as_changed_words_only() -> None:
    assert major("We closed 12 of 15 wells.", "We closed 15 of 12 wells.") == []
    assert named("We closed 12 of 15 wells.", "We closed 15 of 12 wells.") != ()


def test_a_negation_added_to_a_long_sentence_is_major_however_alike_the_rest_is() -> None:
    reference, variant = LONG.format("all of it"), LONG.format("all of it").replace("will pay", "will not pay")
    assert major(reference, variant) == [(ChangeType.POLARITY, "", "not")]
    assert major(variant, reference) == [(ChangeType.POLARITY, "not", "")]


@pytest.mark.parametrize(
    ("reference", "variant", "negator"),
    [
        ("The wells are dry.", "The wells aren't dry.", "aren't"),
        ("The wells are dry.", "The wells aren’t dry.", "aren't"),
        ("The wells can be closed.", "The wells cannot be closed.", "cannot"),
        ("The wells were ever closed.", "The wells were never closed.", "never"),
        ("Everybody came to the wells.", "Nobody came to the wells.", "nobody"),
    ],
)
def test_negators_of_every_kind_are_seen(reference: str, variant: str, negator: str) -> None:
    assert major(reference, variant) == [(ChangeType.POLARITY, "", negator)]


def test_a_contraction_for_not_is_no_change_of_polarity() -> None:
    assert major("The wells are not dry.", "The wells aren't dry.") == []


def test_a_double_negation_changes_no_polarity() -> None:
    assert major("It is possible to dig.", "It is not impossible, never mind the cost, to dig.") == []


def test_polarity_says_nothing_about_a_part_of_the_words() -> None:
    reference = "The wells are not dry, the river is high, and the farmers have planted all of their beans."
    assert major(reference, "The farmers planted all beans.") == []


def test_a_changed_presentation_is_minor_and_tells_both() -> None:
    found = changes(said("The wells are dry.", DIRECT), said("The wells are dry.", INDIRECT), EN)
    assert found == (Change(ChangeType.PRESENTATION, MINOR, "direct", "indirect"),)


def test_a_record_and_a_quotation_are_both_as_said() -> None:
    assert changes(said("The wells are dry.", Presentation.TRANSCRIPT), said("The wells are dry."), EN) == ()


def test_changed_added_and_left_out_words_are_named_with_their_text() -> None:
    assert named("The wells are dry today.", "The wells are empty today.") == (
        Change(ChangeType.WORDING, MINOR, "dry", "empty"),
    )
    assert named("The wells are dry.", "The wells are very dry.") == (Change(ChangeType.ADDITION, MINOR, "", "very"),)
    assert named("The wells are very dry.", "The wells are dry.") == (Change(ChangeType.OMISSION, MINOR, "very", ""),)


def test_major_changes_come_first() -> None:
    found = changes(said("The old wells will cost 12 crowns.", DIRECT), said("Wells will not cost 15.", INDIRECT), EN)
    assert [c.type for c in found[:3]] == [ChangeType.NUMBER, ChangeType.POLARITY, ChangeType.PRESENTATION]
    assert [c.severity for c in found] == [MAJOR, MAJOR] + [MINOR] * (len(found) - 2)


WORDS = st.sampled_from("the wells are not dry never 12 15 four thousand isn't no and — , . one".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(TEXTS)
def test_no_text_differs_from_itself(text: str) -> None:
    assert named(text, text) == ()


@given(TEXTS, TEXTS)
def test_changes_of_any_two_texts_say_what_they_are_about(reference: str, variant: str) -> None:
    found = named(reference, variant)
    for change in found:
        assert change.reference or change.variant
        if change.type in {ChangeType.WORDING, ChangeType.ADDITION, ChangeType.OMISSION}:
            assert change.reference in reference
            assert change.variant in variant
            assert change.severity is MINOR


@given(TEXTS, TEXTS)
def test_a_changed_polarity_is_one_in_both_directions(reference: str, variant: str) -> None:
    assume(sum(EN.is_negator(word.form) for text in (reference, variant) for word in tokens(text)) <= 1)
    there = {c.type for c in named(reference, variant)} & {ChangeType.POLARITY}
    back = {c.type for c in named(variant, reference)} & {ChangeType.POLARITY}
    assert there == back
