"""What changed between the reference and a variant, and whether it may alter the meaning."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from quotetrace.changes import changes
from quotetrace.changing.change import Change, ChangeType, Severity
from quotetrace.languages import get
from quotetrace.model import Evidence, Passage, Presentation, Sentence, SentenceKind, Span
from quotetrace.text import tokens

EN = get("en")
DIRECT, INDIRECT = Presentation.DIRECT, Presentation.INDIRECT
MAJOR, MINOR = Severity.MAJOR, Severity.MINOR
LONG = "The ministry will reopen the wells in the valley before the farmers plant their beans and it will pay for {}."


def said(text: str, how: Presentation = DIRECT, at: int = 0) -> Passage:
    sentence = Sentence(at, at + len(text), SentenceKind.SENTENCE, 0)
    return Passage("a.1", "a", at, at + len(text), text, sentence, how, "brell", Evidence.CUE, 0.9, "")


def named(reference: str, variant: str) -> tuple[Change, ...]:
    return changes(said(reference), said(variant), EN)


def types(reference: str, variant: str) -> set[ChangeType]:
    return {change.type for change in named(reference, variant)}


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
    ("reference", "variant", "before", "negator"),
    [
        ("The wells are dry.", "The wells aren't dry.", "are", "aren't"),
        ("The wells are dry.", "The wells aren’t dry.", "are", "aren’t"),
        ("The wells can be closed.", "The wells cannot be closed.", "can", "cannot"),
        ("The wells were ever closed.", "The wells were never closed.", "ever", "never"),
        ("Everybody came to the wells.", "Nobody came to the wells.", "Everybody", "Nobody"),
        ("The plan is acceptable to us.", "The plan is unacceptable to us.", "acceptable", "unacceptable"),
        ("The council reopened the wells.", "The council failed to reopen the wells.", "reopened", "failed to"),
        ("The wells hold water.", "The wells hardly hold water.", "", "hardly"),
    ],
)
def test_negators_of_every_kind_are_seen(reference: str, variant: str, before: str, negator: str) -> None:
    assert major(reference, variant) == [(ChangeType.POLARITY, before, negator)]


@pytest.mark.parametrize(
    ("reference", "variant"),
    [
        ("The wells are surely dry, he said.", "The wells are, no doubt, dry, he said."),
        ("He closed the wells and the pumps.", "He closed not only the wells and the pumps."),
        ("The plan is not acceptable to us.", "The plan is unacceptable to us."),
        ("He did not come to the wells.", "He failed to come to the wells."),
    ],
)
def test_a_negator_that_negates_nothing_or_says_the_same_is_no_change_of_polarity(reference: str, variant: str) -> None:
    assert ChangeType.POLARITY not in types(reference, variant)


@pytest.mark.parametrize(
    ("before", "after"),
    [("increase", "decrease"), ("useful", "useless"), ("carelessly", "carefully"), ("exports", "imports")],
)
def test_a_word_turned_into_its_opposite_changes_polarity(before: str, after: str) -> None:
    reference, variant = (f"The council calls it a sign of {word} in the valley." for word in (before, after))
    assert major(reference, variant) == [(ChangeType.POLARITY, before, after)]


def test_two_negated_clauses_do_not_cancel_each_other() -> None:
    reference = "He trained as a plumber and started to work in the valley in spring."
    variant = "He didn't train as a plumber and didn't start to work in the valley in spring."
    assert ChangeType.POLARITY in types(reference, variant)


def test_a_question_denies_nothing() -> None:
    found = named("Will the wells not run dry this summer?", "The wells will run dry this summer.")
    assert [c.type for c in found if c.severity is MAJOR] == [ChangeType.SPEECH_ACT]


def test_a_contraction_for_not_is_no_change_of_polarity() -> None:
    assert major("The wells are not dry.", "The wells aren't dry.") == []


def test_a_double_negation_changes_no_polarity() -> None:
    assert ChangeType.POLARITY not in types("It is possible to dig.", "It is not impossible to dig.")


def test_polarity_says_nothing_about_a_part_of_the_words() -> None:
    reference = "The wells are not dry, the river is high, and the farmers have planted all of their beans."
    found = major(reference, "The farmers planted all beans.")
    assert found == [(ChangeType.OMISSION, "The wells are not dry, the river is high", "")]


def test_a_changed_presentation_is_minor_and_tells_both() -> None:
    found = changes(said("The wells are dry.", DIRECT), said("The wells are dry.", INDIRECT), EN)
    whole = Span(0, len("The wells are dry."))
    assert found == (Change(ChangeType.PRESENTATION, MINOR, "direct", "indirect", whole, whole),)


def test_a_record_and_a_quotation_are_both_as_said() -> None:
    assert changes(said("The wells are dry.", Presentation.TRANSCRIPT), said("The wells are dry."), EN) == ()


def test_changed_added_and_left_out_words_are_named_with_their_text() -> None:
    assert named("The wells are dry today.", "The wells are empty today.") == (
        Change(ChangeType.WORDING, MINOR, "dry", "empty", Span(14, 17), Span(14, 19)),
    )
    assert named("The wells are dry.", "The old wells are dry.") == (
        Change(ChangeType.ADDITION, MINOR, "", "old", Span(3, 3), Span(4, 7)),
    )
    assert named("The old wells are dry.", "The wells are dry.") == (
        Change(ChangeType.OMISSION, MINOR, "old", "", Span(4, 7), Span(3, 3)),
    )


@pytest.mark.parametrize(
    ("kind", "severity", "reference", "variant", "before", "after"),
    [
        ("date", MAJOR, "We met on 3 May.", "We met on 5 May.", "3", "5"),
        ("date", MAJOR, "We met on Monday.", "We met on Friday.", "Monday", "Friday"),
        ("date", MAJOR, "We met in 1997.", "We met in nineteen ninety eight.", "1997", "nineteen ninety eight"),
        ("date", MAJOR, "We meet today.", "We meet tomorrow.", "today", "tomorrow"),
        ("entity", MAJOR, "We gave it to Bremer then.", "We gave it to Ortiz then.", "Bremer", "Ortiz"),
        ("entity", MAJOR, "Hit in Brell, he fled to Adler.", "He fled to Adler, hit in Gord.", "Brell", "Gord"),
        ("actor", MAJOR, "Then he closed the wells.", "Then she closed the wells.", "he", "she"),
        ("modality", MAJOR, "We may close the wells.", "We must close the wells.", "may", "must"),
        ("modality", MAJOR, "We will now decide.", "Brell and its mayor will have to decide.", "will", "will have to"),
        ("hedge", MAJOR, "It will possibly rain.", "It will rain.", "possibly", ""),
        ("hedge", MINOR, "It took about 12 weeks.", "It took the 12 weeks.", "about", "the"),
        ("polarity", MAJOR, "It is less dangerous now.", "It is more dangerous now.", "less", "more"),
        ("strength", MINOR, "They solemnly promised it.", "They promised it.", "solemnly", ""),
        ("quantifier", MAJOR, "All wells are dry.", "Some wells are dry.", "All", "Some"),
        ("quantifier", MAJOR, "The wells are dry in May.", "The wells are dry only in May.", "", "only"),
        ("tense", MAJOR, "The wells are dry.", "The wells will be dry.", "are", "will"),
        ("scope", MAJOR, "We will pay if the council agrees.", "We will pay.", "if the council agrees", ""),
        ("marks", MINOR, "They call it a “reform” of it.", "They call it a reform of it.", "reform", "reform"),
        ("marks", MAJOR, "They call it a change of it.", "They call it a “robbery” of it.", "change", "robbery"),
    ],
)
def test_what_shades_the_meaning_has_a_name(  # noqa: PLR0913, PLR0917 -- a row of the table
    kind: str, severity: Severity, reference: str, variant: str, before: str, after: str
) -> None:
    found = [(c.type.value, c.severity, c.reference, c.variant) for c in named(reference, variant)]
    assert (kind, severity, before, after) in found


@pytest.mark.parametrize(
    ("reference", "variant"),
    [
        ("We met with Yusuf Gamal there.", "We met with Yousuf Gamal there."),
        ("He left the United Nations then.", "He left the UN then."),
        ("He can close the wells.", "He could close the wells."),
        ("It took about 12 weeks.", "It took around 12 weeks."),
        ("We know each other well.", "We know one another well."),
        ("He came, and all of it was dry.", "He came, and every bit was dry."),
    ],
)
def test_what_says_the_same_in_other_words_is_not_major(reference: str, variant: str) -> None:
    assert major(reference, variant) == []


def test_two_names_that_change_places_turn_around_who_did_it() -> None:
    assert ChangeType.ACTOR in types("Then Ortiz blamed Bremer for it.", "Then Bremer blamed Ortiz for it.")
    assert ChangeType.ACTOR not in types("Then Ortiz and Bremer came.", "Then Bremer and Ortiz came.")


CUT = "The wells will be opened in spring, but the farmers must repay the whole loan."


def test_a_quotation_that_stops_early_is_cut_short_unless_it_says_so() -> None:
    assert ChangeType.TRUNCATION in types(CUT, "The wells will be opened in spring")
    assert types(CUT, "The wells will be opened in spring …") == {ChangeType.OMISSION}
    assert major(CUT, "The wells will be opened in spring […]") == []


def test_a_changed_negation_shows_however_long_and_alike_the_texts_are() -> None:
    long = " ".join(f"In year {n} we dug a well." for n in range(40)) + " It is {}safe."
    assert [kind for kind, _, _ in major(long.format(""), long.format("not "))] == [ChangeType.POLARITY]


def test_major_changes_come_first() -> None:
    found = changes(said("The old wells will cost 12 crowns.", DIRECT), said("Wells will not cost 15.", INDIRECT), EN)
    assert [c.type for c in found[:2]] == [ChangeType.POLARITY, ChangeType.NUMBER]
    assert ChangeType.PRESENTATION in [c.type for c in found[2:]]
    assert [c.severity for c in found] == [MAJOR, MAJOR] + [MINOR] * (len(found) - 2)


WORDS = st.sampled_from(
    "the wells are not dry never 12 15 four thousand isn't no and — , . one Ortiz he she may must all only"
    " if ? “ ” Monday will was May unsafe safe very fail to […]".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(TEXTS)
@example("the “ the ”")
def test_no_text_differs_from_itself(text: str) -> None:
    assert named(text, text) == ()


@given(TEXTS, TEXTS, st.integers(0, 50), st.integers(0, 50))
def test_a_change_is_where_its_spans_say(reference: str, variant: str, before: int, after: int) -> None:
    a, b = said(reference, at=before), said(variant, at=after)
    for change in changes(a, b, EN):
        assert change.reference or change.variant
        for words, span, passage in (
            (change.reference, change.reference_span, a),
            (change.variant, change.variant_span, b),
        ):
            assert passage.start <= span.start <= span.end <= passage.end
            assert passage.text[span.start - passage.start : span.end - passage.start] == words


@given(TEXTS, TEXTS)
def test_a_changed_polarity_is_one_in_both_directions(reference: str, variant: str) -> None:
    assume(sum(EN.is_negator(word.form) for text in (reference, variant) for word in tokens(text)) <= 1)
    there = {c.type for c in named(reference, variant)} & {ChangeType.POLARITY}
    back = {c.type for c in named(variant, reference)} & {ChangeType.POLARITY}
    assert there == back
