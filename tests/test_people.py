"""What an article tells about people: offices in other words, and genders."""

from __future__ import annotations

import pytest

from quotetrace.languages import get
from quotetrace.model import Speaker
from quotetrace.people.offices import can_be_one, read_office
from quotetrace.people.persons import People

EN = get("en")


def one_office(a: str, b: str) -> bool:
    first, second = read_office(a.split(), EN), read_office(b.split(), EN)
    assert first
    assert second
    return can_be_one(first, second, EN)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("minister", "the water minister"),
        ("Utopian Water Minister", "water minister"),
        ("head of the water policy department", "Utopian water minister"),
        ("head of the department of water affairs", "minister of water"),
        ("chief of the water agency", "head of the water agency"),
        ("Sen", "senator"),
        ("attorney", "lawyer"),
        ("state senator", "lawmaker"),
    ],
)
def test_one_office_in_other_words(a: str, b: str) -> None:
    assert one_office(a, b)
    assert one_office(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("deputy water minister", "water minister"),
        ("former mayor", "mayor"),
        ("finance minister", "water minister"),
        ("head of the finance department", "water minister"),
        ("Utopian leader", "Utopian water minister"),
        ("minister's spokeswoman", "minister"),
        ("Democratic presidential nominee", "Republican presidential nominee"),
        ("vice president", "president"),
    ],
)
def test_two_offices(a: str, b: str) -> None:
    assert not one_office(a, b)
    assert not one_office(b, a)


@pytest.mark.parametrize("phrase", ["the water ministry", "a report", "nobody", "the", ""])
def test_bodies_and_other_words_are_no_office_of_a_person(phrase: str) -> None:
    assert read_office(phrase.split(), EN) is None


def gender(name: str, *sentences: str) -> str:
    people = People((), EN)
    people.learn(sentences)
    person = people.known(tuple(name.split()))
    assert person
    return person.gender


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (["Mrs. Anna Brell came."], "feminine"),
        (["Anna Brell came.", "Mr. Brell left."], "masculine"),
        (["The spokeswoman Anna Brell came."], "feminine"),
        (["Anna Brell lost her hat.", "Brell said she was sorry."], "feminine"),
        (["Anna Brell came early.", "She sat down.", "Brell took her hat."], "feminine"),
        (["Anna Brell came."], ""),
        (["Anna Brell lost her hat."], ""),
        (["Anna Brell met Otto Pike and his wife.", "Anna Brell gave Otto Pike his hat."], ""),
        (["Anna Brell lost her hat.", "Brell took his hat.", "Brell took her hat.", "Brell took his hat."], ""),
    ],
)
def test_a_gender_is_learnt_from_titles_and_from_sentences_about_one_person(sentences: list[str], told: str) -> None:
    assert gender("Anna Brell", *sentences) == told


def test_an_apposition_tells_an_office() -> None:
    people = People((), EN)
    people.learn(
        [
            "Anna Brell, the head of the water department, met Otto Pike, former mayor of Orlo.",
            "In Orlo, the mayor slept.",
        ]
    )
    held = {person.label: set(person.offices) for person in people.all}
    assert held["Anna Brell"] == {"head of the water department"}
    assert held["Otto Pike"] == {"former mayor of orlo"}
    assert "Orlo" not in held


def test_the_place_where_something_happens_holds_no_office() -> None:
    people = People((), EN)
    people.learn(["At a meeting in Old Orlo, the mayor, who was ill, said nothing."])
    assert all(not person.offices for person in people.all)


def test_the_word_before_a_name_that_opens_a_sentence_is_no_part_of_it() -> None:
    people = People((), EN)
    people.learn(["Rival Anna Brell laughed.", "Later Anna Brell wept."])
    assert [person.label for person in people.all] == ["Anna Brell"]


def test_a_name_of_two_tracked_speakers_is_shared_until_one_is_named() -> None:
    speakers = (Speaker("anna", "Anna Brell"), Speaker("otto", "Otto Brell"))
    people = People(speakers, EN)
    assert people.is_shared(("Brell",), ())
    assert not people.is_shared(("Otto", "Brell"), ())
    people.known(("Otto", "Brell")).last_mention = 1  # type: ignore[union-attr]
    assert not people.is_shared(("Brell",), ())
