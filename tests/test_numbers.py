"""Numbers as values, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrace.languages import get
from quotetrace.numbers import numbers, possible_numbers

EN = get("en")


def values(text: str) -> list[float]:
    return [number.value for number in numbers(text, EN)]


@pytest.mark.parametrize("written", ["4000", "4,000", "4 thousand", "four thousand", "Four Thousand", "4,000.0"])
def test_one_value_in_every_writing(written: str) -> None:
    assert values(f"It took {written} pumps.") == [4000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 1997 and 2022", [1997, 2022]),
        ("2.5 percent", [2.5]),
        ("2.5 million", [2_500_000]),
        ("1,234,567.5 litres", [1_234_567.5]),
        ("twenty-four wells", [24]),
        ("twenty four wells", [24]),
        ("three hundred wells", [300]),
        ("three hundred forty wells", [340]),
        ("two million three hundred thousand", [2_300_000]),
        ("six hundred thousand", [600_000]),
        ("a hundred wells", [100]),
        ("a thousand wells", [1000]),
        ("zero wells", [0]),
        ("twenty-one", [21]),
        ("one hundred", [100]),
        ("one million", [1_000_000]),
        ("5 wells, 3 pumps", [5, 3]),
        ("5 12 3", [5, 12, 3]),
        ("ten 10", [10, 10]),
        ("12 weeks ago", [12]),
        ("no number at all", []),
        ("", []),
    ],
)
def test_numbers_are_read_in_order(text: str, expected: list[float]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", ["one of the wells", "No one came.", "the one that counts", "one"])
def test_one_alone_is_no_number(text: str) -> None:
    assert values(text) == []


def test_a_number_spoken_with_and_is_one_number() -> None:
    assert values("three hundred and forty wells") == [340]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two, three wells", [2, 3]),
        ("two three wells", [2, 3]),
        ("four thousand, three of them new", [4000, 3]),
        ("nineteen ninety seven", [1997]),
        ("twenty twenty-two", [2022]),
        ("twenty, thirty", [20, 30]),
        ("5 three", [5, 3]),
    ],
)
def test_number_words_in_a_row_that_make_no_number_are_not_added_up(text: str, expected: list[float]) -> None:
    assert values(text) == expected


def test_a_number_comes_with_the_words_that_print_it() -> None:
    text = "About four  thousand pumps, 3.5 a day."
    found = [(number.value, text[number.span.start : number.span.end]) for number in numbers(text, EN)]
    assert found == [(4000, "four  thousand"), (3.5, "3.5")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the third of June", [3]),
        ("the twenty-first century", [21]),
        ("two thirds of them", [2 / 3]),
        ("one third of them", [1 / 3]),
        ("half of the wells, a quarter of the pumps", [0.5, 0.25]),
        ("a dozen wells and two dozen pumps", [12, 24]),
        ("between 3 and 5 wells", [3, 5]),
        ("4-5 wells", [4, 5]),
        ("3 bn", [3_000_000_000]),
    ],
)
def test_ordinals_fractions_dozens_and_ranges_are_numbers(text: str, expected: list[float]) -> None:
    assert values(text) == pytest.approx(expected)


def test_a_doubtful_number_is_a_possible_one() -> None:
    assert [number.value for number in possible_numbers("the one that counts", EN)] == [1]


def test_a_time_of_day_is_not_its_hours() -> None:
    assert values("at 12:42 on Monday") != [12]


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_grouping_are_one_value(number: int) -> None:
    assert values(f"{number:,}") == values(str(number)) == [number]


@given(st.text(max_size=100))
def test_any_text_can_be_read_for_numbers(text: str) -> None:
    for value, span, _ in numbers(text, EN):
        assert value >= 0
        assert 0 <= span.start < span.end <= len(text)


def test_a_number_with_a_letter_before_it_is_one_only_to_compare_with() -> None:
    assert values("on p109") == []
    assert [number.value for number in possible_numbers("on p109", EN)] == [109]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("half a million litres", "500,000 litres"),
        ("a quarter of a million litres", "250,000 litres"),
        ("two and a half million litres", "2.5 million litres"),
        ("1½ litres", "1.5 litres"),
        ("1 1/2 litres", "1.5 litres"),
        ("1/2 of it", "half of it"),
        ("$5m", "5 million dollars"),
        ("in 2022-23", "in 2022-2023"),
        ("two thirds", "2/3"),
    ],
)
def test_equal_values_are_equal_however_written(one: str, other: str) -> None:
    assert values(one) == values(other) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("полтора миллиона тонн", [1_500_000]),
        ("полмиллиона тонн", [500_000]),
        ("две дюжины насосов", [24]),
        ("дюжина насосов", [12]),
        ("два с половиной миллиона тонн", [2_500_000]),
        ("четверть миллиона тонн", [250_000]),
    ],
)
def test_russian_words_for_parts_and_dozens(text: str, expected: list[float]) -> None:
    assert [number.value for number in numbers(text, get("ru"))] == expected


@pytest.mark.parametrize(("text", "expected"), [("on 1/2/2022", [1, 2, 2022]), ("100 half-price pumps", [100, 0.5])])
def test_dates_and_words_beside_a_number_are_no_parts_of_it(text: str, expected: list[float]) -> None:
    assert values(text) == expected


def test_a_time_with_a_stop_is_the_time_with_a_colon_and_no_other_number() -> None:
    (stop,), (colon,), (share,) = (numbers(text, EN) for text in ("at 12.30", "at 12:30", "12.5 percent"))
    assert stop.equals(colon)
    assert not stop.equals(share)
