"""Rules about what is denied, left open, begun, or put in another word of the same place."""

from __future__ import annotations

import pytest

from quotetrace.changes import changes
from quotetrace.changing.change import Change, ChangeType, Severity
from quotetrace.languages import get
from quotetrace.model import Evidence, Passage, Presentation, Sentence, SentenceKind

EN = get("en")
MAJOR, MINOR = Severity.MAJOR, Severity.MINOR


def said(text: str, how: Presentation = Presentation.DIRECT) -> Passage:
    sentence = Sentence(0, len(text), SentenceKind.SENTENCE, 0)
    return Passage("a.1", "a", 0, len(text), text, sentence, how, "brell", Evidence.CUE, 0.9, "")


def named(reference: str, variant: str) -> tuple[Change, ...]:
    return changes(said(reference), said(variant), EN)


def told(reference: str, variant: str, kind: ChangeType) -> list[tuple[Severity, str, str]]:
    return [(c.severity, c.reference, c.variant) for c in named(reference, variant) if c.type is kind]


@pytest.mark.parametrize(
    ("reference", "variant", "before", "after"),
    [
        ("There is no plan for the mill.", "There is no detailed plan for the mill.", "no plan", "no detailed plan"),
        ("He gave no useful reply on the wells.", "He did not reply about it.", "no useful reply", "not reply"),
        ("The letter was left unanswered.", "The letter got no full answer.", "unanswered", "no full answer"),
        ("He did not get an answer.", "He did not get a full answer.", "not get an answer", "not get a full answer"),
    ],
)  # fmt: skip
def test_a_qualified_denial_denies_less(reference: str, variant: str, before: str, after: str) -> None:
    assert told(reference, variant, ChangeType.HEDGE) == [(MAJOR, before, after)]
    assert told(variant, reference, ChangeType.HEDGE) == [(MAJOR, after, before)]


@pytest.mark.parametrize(
    ("reference", "variant"),
    [
        ("There was no answer from the mayor.", "There was no reply from the mayor."),
        ("There was no clear answer from the mayor.", "There was no plain answer from the mayor."),
        ("There was no answer, and no doubt it hurt.", "There was no answer, and it no doubt hurt badly."),
        ("There was a clear answer from the mayor.", "There was an answer from the mayor."),
    ],
)
def test_what_is_denied_alike_is_no_hedge(reference: str, variant: str) -> None:
    assert told(reference, variant, ChangeType.HEDGE) == []


@pytest.mark.parametrize(
    ("reference", "variant", "before", "after"),
    [
        ("They repaired the wells in May.", "They tried to repair the wells in May.", "repaired", "tried to"),
        ("It allows a fair trial.", "It allows the start of a fair trial.", "", "the start of"),
        ("We cannot repair it.", "We are not ready to repair it.", "cannot", "ready to"),
    ],
)
def test_what_is_begun_tried_or_wished_is_not_yet_done(reference: str, variant: str, before: str, after: str) -> None:
    found = told(reference, variant, ChangeType.MODALITY)
    assert [(old, new) for _, old, new in found] == [(before, after)]


def test_a_noun_that_is_left_open_changes_what_is_spoken_of() -> None:
    found = told("It harms the safety of other towns.", "It harms the safety of others.", ChangeType.SCOPE)
    assert found == [(MAJOR, "other towns", "others")]


def test_a_noun_that_stands_beside_its_pronoun_is_told_with_it() -> None:
    found = told("A town may not harm other towns.", "A town may not harm others.", ChangeType.SCOPE)
    assert found == [(MINOR, "other towns", "others")]


def test_an_impersonal_subject_hides_who_acts() -> None:
    found = told("No town may dam the river.", "One may not dam the river.", ChangeType.ACTOR)
    assert found == [(MAJOR, "town", "One")]


@pytest.mark.parametrize(("before", "after"), [("before", "after"), ("more than", "less than"), ("up", "down")])
def test_opposites_of_direction_and_measure_are_opposites(before: str, after: str) -> None:
    variants = (f"The river went {word} twelve miles." for word in (before, after))
    assert [severity for severity, *_ in told(*variants, ChangeType.POLARITY)] == [MAJOR]


def test_words_of_two_scales_are_no_opposites() -> None:
    assert told("The river rose more.", "The river rose before.", ChangeType.POLARITY) == []


@pytest.mark.parametrize(
    ("reference", "variant", "before", "after"),
    [
        ("I told him that the wells are dry.", "I warned him that the wells are dry.", "told", "warned"),
        ("We know this foolish plan of theirs.", "We know this daring plan of theirs.", "foolish", "daring"),
    ],
)
def test_another_verb_or_attribute_is_for_a_reader_to_weigh(
    reference: str, variant: str, before: str, after: str
) -> None:
    assert told(reference, variant, ChangeType.STRENGTH) == [(MINOR, before, after)]


def test_another_noun_is_wording() -> None:
    assert told("We know the plan of theirs.", "We know the idea of theirs.", ChangeType.STRENGTH) == []


def test_words_that_stand_elsewhere_are_neither_left_out_nor_put_in() -> None:
    found = {c.type for c in named("The council of Brell met the farmers.", "The Brell council met the farmers.")}
    assert found == {ChangeType.WORDING}


def test_a_year_within_a_clause_that_was_put_in_is_told_with_it() -> None:
    found = named("The wells are dry.", "The wells are dry, as farmers across the valley reported in 1997.")
    assert [(c.type, c.severity) for c in found] == [(ChangeType.ADDITION, MAJOR)]


def test_a_question_is_shown_with_the_sentence_that_states_it() -> None:
    found = told(
        "Will they reopen the wells?", "It rains. I am sure that they reopen the wells. It is late.",
        ChangeType.SPEECH_ACT,
    )  # fmt: skip
    assert found == [(MAJOR, "Will they reopen the wells", "I am sure that they reopen the wells")]


@pytest.mark.parametrize(
    ("reference", "variant"),
    [
        ("We gave it to France and to free men.", "We gave it to Ortiz and to free men."),
        ("UN workers repaired the wells.", "Brell workers repaired the wells."),
        ("Last week we repaired them in the old town of Brell.", "We repaired them last week in the old town of Gord."),
    ],
)
def test_a_name_in_the_place_of_another_is_major(reference: str, variant: str) -> None:
    assert [severity for severity, *_ in told(reference, variant, ChangeType.ENTITY)] == [MAJOR]


@pytest.mark.parametrize(
    ("reference", "variant"),
    [
        ("It was told to the UN today.", "It was told to the United Nations today."),
        ("We met Islamic State fighters.", "We met ISIS fighters."),
    ],
)
def test_initials_are_the_same_name(reference: str, variant: str) -> None:
    assert told(reference, variant, ChangeType.ENTITY) == []


def test_a_report_put_in_marks_in_other_words_is_major() -> None:
    reference = said("The mayor will reopen the wells.", Presentation.INDIRECT)
    for text, severity in (("I promise to reopen the wells.", MAJOR), ("The mayor will reopen the wells.", MINOR)):
        found = changes(reference, said(text), EN)
        assert [c.severity for c in found if c.type is ChangeType.PRESENTATION] == [severity]


@pytest.mark.parametrize(
    ("kind", "reference", "variant", "before", "after"),
    [
        ("number", "Мост закроют на 12 недель.", "Мост закроют на 15 недель.", "12", "15"),
        ("date", "Это решат в понедельник.", "Это решат в пятницу.", "понедельник", "пятницу"),
        ("date", "Мост закроют 3 мая.", "Мост закроют 3 июня.", "мая", "июня"),
        ("polarity", "Мост не закроют.", "Мост закроют.", "не", ""),
        ("polarity", "Ремонт возможен зимой.", "Ремонт невозможен зимой.", "возможен", "невозможен"),
        ("polarity", "Цены выросли вдвое.", "Цены упали вдвое.", "выросли", "упали"),
        ("modality", "Мы можем закрыть мост.", "Мы должны закрыть мост.", "можем", "должны"),
        ("hedge", "Он, вероятно, закроет мост.", "Он закроет мост.", "вероятно", ""),
        ("hedge", "На это нет ответа.", "На это нет внятного ответа.", "нет ответа", "нет внятного ответа"),
        ("quantifier", "Все мосты закроют.", "Некоторые мосты закроют.", "Все", "Некоторые"),
        ("actor", "Он закрыл мост утром.", "Она закрыла мост утром.", "Он", "Она"),
        ("entity", "Это сделал Ремизов вчера.", "Это сделал Дорнин вчера.", "Ремизов", "Дорнин"),
    ],
)
def test_changes_of_meaning_in_russian(kind: str, reference: str, variant: str, before: str, after: str) -> None:
    found = changes(said(reference), said(variant), get("ru"))
    assert (kind, MAJOR, before, after) in [(c.type.value, c.severity, c.reference, c.variant) for c in found]


def test_a_weekday_in_another_case_is_no_other_day() -> None:
    found = changes(said("Это решат во вторник."), said("Решения ждут до вторника."), get("ru"))
    assert ChangeType.DATE not in {c.type for c in found}


@pytest.mark.parametrize("reason", ["because farmers waste it", "although farmers doubted it"])
def test_a_lost_reason_or_concession_is_major_however_short(reason: str) -> None:
    found = told(
        f"The wells will be closed in May, {reason}.", "The wells will be closed in May.", ChangeType.TRUNCATION
    )
    assert found == [(MAJOR, reason, "")]


def test_a_lost_phrase_is_major_where_it_has_a_name_or_a_figure() -> None:
    lost = {"in the port of Brell": MAJOR, "in the old port": MINOR, "after 1997 closures": MAJOR}
    for phrase, severity in lost.items():
        found = told(f"The wells {phrase} were closed in May.", "The wells were closed in May.", ChangeType.OMISSION)
        assert found == [(severity, phrase, "")]


def test_what_was_named_as_left_out_is_not_shown_again_with_the_words_in_its_place() -> None:
    lost = "which nobody in the northern valley had ever cleaned or measured"
    found = named(f"We closed the wells, {lost}.", "We closed the wells, in tears.")
    assert [(c.type, c.reference, c.variant) for c in found] == [
        (ChangeType.OMISSION, lost, ""),
        (ChangeType.WORDING, "", "in tears"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        ("We have no quarrel with Iran now.", "We have no quarrel with Iraq now.", True),
        ("We told the US that we agree.", "We told the UK that we agree.", True),
        ("I met Antony Brell there.", "I met Anthony Brell there.", False),
        ("We saw Swedish ships there.", "We saw Sweden's ships there.", False),
    ],
)
def test_a_look_alike_is_another_name_unless_it_is_another_spelling(before: str, after: str, seen: bool) -> None:  # noqa: FBT001
    assert bool(told(before, after, ChangeType.ENTITY)) is seen


@pytest.mark.parametrize(
    ("reference", "variant"),
    [
        ("The pool opens to families on 5 June.", "the pool would open to families on June 5."),
        ("The pool will open to families on 5 June.", "the pool would open to families on June 5."),
        ("The pool must open to families in June.", "the pool had to open to families in June."),
        ("The pool can open to families in June.", "the pool could open to families in June."),
    ],
)
def test_a_report_may_move_the_tense_back(reference: str, variant: str) -> None:
    found = changes(said(reference, Presentation.TRANSCRIPT), said(variant, Presentation.INDIRECT), EN)
    assert [change for change in found if change.type is ChangeType.MODALITY] == []


def test_would_in_direct_words_is_a_change() -> None:
    assert told("We repair the wells.", "We would repair the wells.", ChangeType.MODALITY) == [(MAJOR, "", "would")]


def test_a_modal_verb_with_its_negation_taken_away_is_the_same() -> None:
    long = "Farmers will{} be able to draw the water from the wells in spring."
    assert told(long.format(" not"), long.format(""), ChangeType.MODALITY) == []
    assert told(long.format(" not"), long.format(""), ChangeType.POLARITY) == [(MAJOR, "not", "")]


@pytest.mark.parametrize(
    ("reference", "variant"),
    [
        (
            "There is no toll today, and there will be no toll while I am mayor.",
            "There will be no toll while I am mayor.",
        ),
        (
            "I am not saying we were cheated, because we should have had four or five wells by then",
            "they should have had four or five wells by that time.",
        ),
    ],
)
def test_a_negation_goes_with_its_clause(reference: str, variant: str) -> None:
    assert told(reference, variant, ChangeType.POLARITY) == []
    assert told(variant, reference, ChangeType.POLARITY) == []


def test_a_heading_that_tells_in_brief_omits_nothing() -> None:
    long, brief = "We drained the mill pond because the wheel had broken on Friday.", "We drained the mill pond"
    in_words, in_heading = (
        {change.type for change in changes(said(long), said(brief, how), EN)}
        for how in (Presentation.DIRECT, Presentation.HEADLINE)
    )
    assert ChangeType.TRUNCATION in in_words
    assert in_heading.isdisjoint({ChangeType.TRUNCATION, ChangeType.OMISSION})


@pytest.mark.parametrize(
    ("reference", "variant", "hedge", "other"),
    [
        (
            "We believe that the pump was broken by frost.",
            "We know that the pump was broken by frost.",
            "We believe",
            "know",
        ),
        ("Perhaps, but farmers need their water now.", "Farmers need their water now.", "Perhaps", ""),
        ("The toll will most likely be raised.", "The toll will be raised.", "most likely", ""),
    ],
)
def test_a_lost_hedge_is_major(reference: str, variant: str, hedge: str, other: str) -> None:
    assert told(reference, variant, ChangeType.HEDGE) == [(MAJOR, hedge, other)]
    assert told(reference, variant, ChangeType.QUANTIFIER) == []


@pytest.mark.parametrize(
    ("reference", "variant"),
    [
        ("We will probably close the wells.", "We may close the wells."),
        ("Perhaps we will close the wells.", "Maybe we will close the wells."),
        ("We probably repaired the wells.", "We shut the wells."),
    ],
)
def test_a_hedge_in_other_words_is_not_lost(reference: str, variant: str) -> None:
    assert [one for one in told(reference, variant, ChangeType.HEDGE) if one[0] is MAJOR] == []


def test_what_the_speaker_thinks_may_stand_in_the_reporting_clause() -> None:
    reference = said("I think that the pump was broken by frost.", Presentation.TRANSCRIPT)
    variant = said("the pump was broken by frost.", Presentation.INDIRECT)
    found = changes(reference, variant, EN)
    assert [one for one in found if one.type is ChangeType.HEDGE and one.severity is MAJOR] == []
