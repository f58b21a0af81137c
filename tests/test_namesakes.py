"""Whether two names can mean one person, and who has a name like another."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.people import namesakes
from quotetrace.people.namesakes import Namesakes, same_person

RU = get("ru")


@dataclass(eq=False)
class Named:
    names: list[tuple[str, ...]] = field(default_factory=list)


def namesakes_of(*names: tuple[str, ...], endings: tuple[str, ...] = ()) -> tuple[list[Named], Namesakes[Named]]:
    people = [Named([name]) for name in names]
    found: Namesakes[Named] = Namesakes(endings)
    for person in people:
        found.add(person, person.names[0])
    return people, found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Brell", "Anna Brell"),
        ("Anna Brell", "Brell"),
        ("Anna Brell", "A. Brell"),
        ("ANNA BRELL", "Anna Brell"),
        ("Andrey Velichko", "Andrei Velichko"),
        ("Andrei Velichko", "Andriy Velychko"),
        ("Yuri Kovalsky", "Yuriy Kovalskiy"),
        ("Anna Maria Brell", "Anna Brell"),
    ],
)
def test_spellings_of_one_name_are_one_person(a: str, b: str) -> None:
    assert same_person(a.split(), b.split())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Brell", "Otto Brell"),
        ("Anna Brell", "O. Brell"),
        ("Anna Brell", "Anna Vance"),
        ("Kim", "Kin"),
        ("Anna Brell", "Anna"),
        ("", "Brell"),
        ("Brell", ""),
    ],
)
def test_other_names_are_other_people(a: str, b: str) -> None:
    assert not same_person(a.split(), b.split())


NAMES = st.lists(st.sampled_from(["Anna", "A.", "Andrey", "Andrei", "Velichko", "Velychko", "Brell", "Li"]), max_size=3)


@given(NAMES, NAMES)
def test_whether_two_names_are_one_person_does_not_depend_on_their_order(a: list[str], b: list[str]) -> None:
    assert same_person(a, b) == same_person(b, a)


# Surnames of one initial in several spellings, short ones, and declined ones.
SURNAMES = st.sampled_from(["Velichko", "Velychko", "Velichkov", "Veličko", "Vance", "Vi", "Величко", "Величка"])
PEOPLE = st.lists(st.tuples(st.sampled_from(["Anna", "A.", "Otto"]), SURNAMES), max_size=8)


@given(PEOPLE, SURNAMES, st.sampled_from([(), RU.name_endings]))
def test_namesakes_are_those_of_the_same_person_with_one_initial_in_order(
    names: list[tuple[str, str]], surname: str, endings: tuple[str, ...]
) -> None:
    people, found = namesakes_of(*names, endings=endings)
    expected = [
        person
        for person, name in zip(people, names, strict=True)
        if name[-1][0] == surname[0] and same_person((surname,), name, endings)
    ]
    assert found.of((surname,)) == expected


def test_a_name_learnt_later_finds_its_person_once() -> None:
    (person,), found = namesakes_of(("Velichko",))
    person.names.append(("Anna", "Velichko"))
    found.add(person, ("Anna", "Velichko"))
    assert found.of(("Velychko",)) == [person]


def test_a_long_list_of_names_with_one_initial_takes_no_square_of_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = "abdegiklmnop"
    names = [("Anna", f"V{a}{b}{b}{a}{a}{b}") for a in letters for b in letters if a != b]
    people, found = namesakes_of(*names)
    compared = 0

    def counted(a: tuple[str, ...], b: tuple[str, ...], endings: tuple[str, ...]) -> bool:
        nonlocal compared
        compared += 1
        return same_person(a, b, endings)

    monkeypatch.setattr(namesakes, "same_person", counted)
    assert all(found.of(name) == [person] for name, person in zip(names, people, strict=True))
    assert compared < 3 * len(names)
