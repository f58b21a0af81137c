"""Whom the subject of a reporting clause means at a point of an article."""

from __future__ import annotations

import pytest

from quotetrace.languages import get
from quotetrace.model import Evidence, Speaker
from quotetrace.people.attribution import UNCERTAIN, Attribution, Cast

EN = get("en")
BRELL = Speaker("brell", "Anna Brell", ("Anya Brell", "the water minister", "head of the water works", "Minister"))


def cast(*sentences: str, speakers: tuple[Speaker, ...] = ()) -> Cast:
    people = Cast(speakers, EN)
    for sentence in sentences:
        people.read(sentence)
    return people


def test_a_surname_means_the_person_whose_full_name_came_before() -> None:
    people = cast("On Monday, Teodor Vance arrived.")
    assert people.resolve("Vance") == Attribution("Teodor Vance", Evidence.CUE)


@pytest.mark.parametrize("opener", ["Yesterday", "Meanwhile", "Engineer", "When"])
def test_the_first_word_of_a_sentence_is_no_part_of_the_name_after_it(opener: str) -> None:
    people = cast(f"{opener} Teodor Vance arrived in the valley.")
    assert people.resolve("Teodor Vance").speaker == "Teodor Vance"
    assert people.resolve("Vance").speaker == "Teodor Vance"


def test_the_fullest_name_seen_is_the_label() -> None:
    people = cast()
    assert people.resolve("Vance").speaker == "Vance"
    assert people.resolve("Teodor Vance").speaker == "Teodor Vance"
    assert people.resolve("Vance").speaker == "Teodor Vance"


def test_transliterations_are_one_speaker() -> None:
    people = cast("Andrei Velichko arrived on Monday.")
    assert people.resolve("Andrey Velychko").speaker == "Andrei Velichko"


def test_relatives_with_one_surname_are_two_speakers() -> None:
    people = cast("Anna Brell met Otto Brell.")
    assert people.resolve("Anna Brell").speaker == "Anna Brell"
    assert people.resolve("Otto Brell").speaker == "Otto Brell"


def test_titles_before_a_name_are_no_part_of_it() -> None:
    people = cast()
    assert people.resolve("Water Minister Anna Brell").speaker == "Anna Brell"
    assert people.resolve("Mrs. Brell").speaker == "Anna Brell"


def test_an_office_means_the_person_who_was_named_with_it() -> None:
    people = cast("The plan of minister Anna Brell failed.", "Teodor Vance laughed.")
    assert people.resolve("the minister") == Attribution("Anna Brell", Evidence.TITLE)


def test_of_two_ministers_the_office_means_the_one_named_last() -> None:
    people = cast("Minister Anna Brell came.", "Minister Teodor Vance went.")
    assert people.resolve("the minister").speaker == "Teodor Vance"
    people.read("Minister Brell came back.")
    assert people.resolve("the minister").speaker == "Anna Brell"


def test_of_two_ministers_the_department_tells_which_one_is_meant() -> None:
    people = cast("Water Minister Anna Brell came.", "Finance Minister Teodor Vance went.")
    assert people.resolve("the water minister").speaker in {"Anna Brell", ""}


def test_a_minister_is_nobody_whom_the_article_has_named() -> None:
    people = cast("Minister Anna Brell came.")
    assert people.resolve("a minister").speaker != "Anna Brell"
    assert people.resolve("another minister").speaker != "Anna Brell"


def test_an_office_that_nobody_was_named_with_is_uncertain() -> None:
    assert cast("Anna Brell came.").resolve("the minister") == UNCERTAIN


def test_an_unnamed_person_is_somebody_else_than_the_one_named_before() -> None:
    people = cast("Minister Anna Brell came.")
    assert people.resolve("a water works official").speaker not in {"", "Anna Brell"}


@pytest.mark.parametrize("subject", ["Brell’s spokesman", "Brell's spokesman"])
def test_a_spokesman_is_not_the_person_whom_he_speaks_for(subject: str) -> None:
    people = cast("Minister Anna Brell came.", speakers=(BRELL,))
    assert people.resolve(subject).speaker != "brell"


@pytest.mark.parametrize(
    "subject", ["a spokesman for Brell", "the lawyer of Anna Brell", "an adviser to Minister Anna Brell"]
)
def test_who_speaks_for_somebody_is_somebody_else(subject: str) -> None:
    people = cast("Minister Anna Brell came.", speakers=(BRELL,))
    assert people.resolve(subject).speaker != "brell"


def test_a_spokesman_with_a_name_is_himself() -> None:
    people = cast("Minister Anna Brell came.", speakers=(BRELL,))
    assert people.resolve("Brell’s spokesman Otto Pike") == Attribution("Otto Pike", Evidence.CUE)


@pytest.mark.parametrize("pronoun", ["he", "she", "She", "him", "her"])
def test_a_pronoun_means_the_last_person_who_spoke(pronoun: str) -> None:
    people = cast("Anna Brell met Teodor Vance.")
    people.resolve("Brell")
    assert people.resolve(pronoun) == Attribution("Anna Brell", Evidence.PRONOUN)


def test_a_pronoun_before_anybody_spoke_is_uncertain() -> None:
    assert cast("Anna Brell met Teodor Vance.").resolve("she") == UNCERTAIN


def test_a_pronoun_does_not_mean_somebody_of_the_other_gender() -> None:
    people = cast("Mrs. Anna Brell met Mr. Teodor Vance.")
    people.resolve("Mrs. Brell")
    people.resolve("Mr. Vance")
    assert people.resolve("she").speaker == "Anna Brell"
    assert people.resolve("he").speaker == "Teodor Vance"


@pytest.mark.parametrize("pronoun", ["they", "They", "them"])
def test_they_is_uncertain(pronoun: str) -> None:
    people = cast("Anna Brell came.")
    people.resolve("Brell")
    assert people.resolve(pronoun) == UNCERTAIN


def test_a_pronoun_does_not_mean_a_capital_that_says_things() -> None:
    people = cast("Anna Brell came.")
    people.resolve("Brell")
    assert people.resolve("Brussels").speaker == "Brussels"
    assert people.resolve("she").speaker == "Anna Brell"


@pytest.mark.parametrize(
    ("subject", "evidence"),
    [
        ("Anna Brell", Evidence.CUE),
        ("Brell", Evidence.CUE),
        ("Water Minister Anya Brell", Evidence.CUE),
        ("The Water Minister", Evidence.TITLE),
        ("the head of the water works", Evidence.TITLE),
        ("the minister", Evidence.TITLE),
    ],
)
def test_a_tracked_speaker_is_known_by_every_alias_from_the_start(subject: str, evidence: Evidence) -> None:
    assert cast(speakers=(BRELL,)).resolve(subject) == Attribution("brell", evidence)


def test_somebody_else_who_is_named_with_the_office_of_a_tracked_speaker_takes_it_over() -> None:
    people = cast("Brell came.", "Minister Teodor Vance went.", speakers=(BRELL,))
    assert people.resolve("the minister").speaker == "Teodor Vance"


def test_a_name_is_known_once_it_has_been_read() -> None:
    people = cast()
    assert not people.knows("Vance")
    people.read("Teodor Vance went.")
    assert people.knows("Vance")
    assert not people.knows("Pike")


def test_no_subject_is_nobody() -> None:
    assert cast("Anna Brell came.").resolve("") == UNCERTAIN


PIKE = Speaker("pike", "Otto Pike", ("the minister", "finance minister"))


@pytest.mark.parametrize("subject", ["Teodor Vance and Ada Cole", "Mr. Teodor Vance and Ms. Ada Cole"])
def test_two_who_speak_together_are_both_named(subject: str) -> None:
    assert cast().resolve(subject) == Attribution("Teodor Vance and Ada Cole", Evidence.CUE)


@pytest.mark.parametrize(
    "subject",
    ["Anna Brell and Teodor Vance", "Teodor Vance and Brell", "Teodor Vance and the minister", "Vance and his aides"],
)
def test_two_of_whom_one_is_tracked_or_not_known_are_uncertain(subject: str) -> None:
    assert cast(speakers=(BRELL,)).resolve(subject) == UNCERTAIN


def test_one_person_with_two_offices_is_one_person() -> None:
    assert cast().resolve("the poet and former envoy Teodor Vance").speaker == "Teodor Vance"


@pytest.mark.parametrize("subject", ["the minister's spokeswoman", "his spokeswoman", "the minister’s aide"])
def test_a_spokeswoman_is_not_her_principal(subject: str) -> None:
    people = cast("Minister Anna Brell came.", speakers=(BRELL,))
    assert people.resolve(subject).speaker != "brell"


def test_an_office_in_other_words_means_who_holds_it() -> None:
    minister = Speaker("brell", "Anna Brell", ("Utopian Water Minister",))
    people = cast("Brell came.", speakers=(minister,))
    assert people.resolve("the head of the water policy department") == Attribution("brell", Evidence.TITLE)
    assert people.resolve("the deputy head of the water policy department") == UNCERTAIN
    assert people.resolve("the Utopian leader") == UNCERTAIN


@pytest.mark.parametrize(
    "somebody",
    ["the Lilliputian water minister", "the health minister", "the prime minister", "The Blefuscan diplomat"],
)
def test_whoever_is_tracked_as_the_minister_is_not_every_minister(somebody: str) -> None:
    minister = Speaker("brell", "Anna Brell", ("Utopian Water Minister", "the minister", "the diplomat"))
    people = cast("Brell came.", speakers=(minister,))
    assert people.resolve(somebody) == UNCERTAIN
    assert people.resolve("the Utopian minister") == Attribution("brell", Evidence.TITLE)


def test_an_office_that_the_article_explains_later_is_known_before() -> None:
    people = Cast((), EN)
    people.learn(["The harbour inspector came.", "Harbour Inspector Ada Cole left."])
    people.turn_to_next_sentence()
    assert people.resolve("the harbour inspector") == Attribution("Ada Cole", Evidence.TITLE)


def test_the_alias_of_two_tracked_speakers_is_uncertain_unless_the_article_decides() -> None:
    assert cast(speakers=(BRELL, PIKE)).resolve("the minister") == UNCERTAIN
    assert cast("Pike came.", speakers=(BRELL, PIKE)).resolve("the minister").speaker == "pike"
    assert cast("Pike met Brell.", speakers=(BRELL, PIKE)).resolve("the minister") == UNCERTAIN
    assert cast("Pike met Brell.", speakers=(BRELL, PIKE)).resolve("the finance minister").speaker == "pike"


def test_the_surname_of_two_tracked_speakers_is_uncertain_unless_the_article_decides() -> None:
    both = (BRELL, Speaker("otto", "Otto Brell"))
    assert cast(speakers=both).resolve("Brell") == UNCERTAIN
    assert cast("Otto Brell came.", speakers=both).resolve("Brell").speaker == "otto"


def test_a_pronoun_means_whom_the_sentence_before_is_about() -> None:
    people = cast("Minister Anna Brell met the press.")
    people.turn_to_next_sentence()
    assert people.resolve("she") == Attribution("Anna Brell", Evidence.PRONOUN)


def test_a_pronoun_goes_further_back_only_to_whom_its_gender_is_known_of() -> None:
    silence = ("It rained.", "The river rose.", "The dam held.")
    known = cast("Mrs. Anna Brell met the press.", *silence)
    assert known.resolve("she").speaker == "Anna Brell"
    assert known.resolve("he") == UNCERTAIN
    unknown = cast("Minister Anna Brell met the press.", *silence)
    assert unknown.resolve("she") == UNCERTAIN


def test_who_is_named_after_a_pronoun_is_not_meant_by_it() -> None:
    people = Cast((), EN)
    people.learn(["Minister Anna Brell spoke.", "She said Minister Ada Cole was ill."])
    people.turn_to_next_sentence()
    people.read_on("Minister Anna Brell spoke.")
    people.turn_to_next_sentence()
    assert people.resolve("She").speaker == "Anna Brell"
    people.read_on(" said Minister Ada Cole was ill.")


@pytest.mark.parametrize(("subject", "speaker"), [("Vance on Tuesday", "Vance"), ("Mr. King", "King")])
def test_a_name_ends_before_the_day_and_may_be_an_office_in_other_mouths(subject: str, speaker: str) -> None:
    assert cast().resolve(subject).speaker == speaker


@pytest.mark.parametrize("subject", ["the Bolivian", "the Swede", "the Frenchwoman", "the head of Ostrava"])
def test_a_description_without_a_name_is_nobody_by_itself(subject: str) -> None:
    assert cast("Minister Anna Brell met Teodor Vance.").resolve(subject) == UNCERTAIN


def test_a_surname_that_is_also_a_people_is_a_name() -> None:
    assert cast("Teodor Greek arrived.").resolve("Greek").speaker == "Teodor Greek"


def test_without_articles_an_office_and_its_body_may_be_anybody() -> None:
    people = Cast((), get("ru"))
    people.read("Мост починили, сообщил глава водоканала Олег Бреллин.")
    assert people.resolve("глава ведомства") == UNCERTAIN
    assert people.resolve("глава водоканала").speaker == "Олег Бреллин"


MAYOR = Speaker("pike", "Ann Pike", ("the mayor", "the City manager"))


@pytest.mark.parametrize("opener", ["The mayor rejected the charge.", "The City manager praised the crew."])
def test_the_office_of_a_tracked_speaker_that_opens_a_sentence_makes_her_stand_out(opener: str) -> None:
    people = cast("Ann Pike spoke.", "Olga Brell accused her.", "Teodor Vance left.", opener, speakers=(MAYOR,))
    assert people.resolve("she") == Attribution("pike", Evidence.PRONOUN)


@pytest.mark.parametrize("opener", ["She left the hall.", "The 40-year-old left the hall.", "The Swede left the hall."])
def test_a_sentence_that_goes_on_with_somebody_lets_a_pronoun_mean_her(opener: str) -> None:
    people = cast("Mayor Olga Brell came.", opener, "The lights went out.")
    assert people.resolve("she").speaker == "Olga Brell"


def test_an_age_means_nobody_where_two_stand_out() -> None:
    people = cast("Mayor Olga Brell came.", "Judge Teodor Vance went.", "The 40-year-old left the hall.", "It rained.")
    assert people.resolve("he") == UNCERTAIN


def test_an_official_without_a_name_is_the_official_of_the_next_sentence() -> None:
    people = cast("Ann Pike spoke.")
    assert people.resolve("A Utopian Water Ministry official").speaker == "Utopian Water Ministry official"
    assert people.resolve("the official") == Attribution("Utopian Water Ministry official", Evidence.TITLE)
