"""The numbers of a text as values, however they are written: "4,000", "4 thousand", "four thousand"."""

from __future__ import annotations

import re
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from quotetrace.model import Span
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language
    from quotetrace.text import Token

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_WITH_COMMA = re.compile(r"\d+(?:,\d+)?")
_LETTERED = re.compile(r"[^\W\d_](\d+)")  # "p109": to compare with "p. 109", and by itself a name
_THOUSANDS = re.compile(r"\d{3}")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
# What may stand between the words of one number.
_BETWEEN = re.compile(r"[\s\-‐‑]*")
# Number words from here on multiply what stands before them.
_SMALLEST_MULTIPLIER = 100
_TENS = range(20, 100, 10)  # that a word for 1 to 9 can follow: "ninety-seven"
_HUNDREDS = range(200, 1000, 100)  # where they are one word: "двести"
_CENTURIES = range(11, 21)  # by which years are spoken: "nineteen ninety-seven"
_YEARS_OF_A_CENTURY = range(10, 100)


class Number(NamedTuple):
    """A value, and where the text has it (offsets into the text)."""

    value: float
    span: Span


def numbers(text: str, language: Language) -> list[Number]:
    """Return the numbers of *text* in order; a time of day counts in hours, an ordinal like its number.

    A word that is more often no number ("one") counts only together with another that is.
    """
    return [number for number, doubtful in _numbers(text, language) if not doubtful]


def possible_numbers(text: str, language: Language) -> list[Number]:
    """Return the numbers of *text* with the words that are more often none."""
    return [number for number, _ in _numbers(text, language)]


def _numbers(text: str, language: Language) -> Iterator[tuple[Number, bool]]:
    """Yield each number, and whether it is a word that is more often none."""
    for run in _runs(text, language):
        for group in _groups(run, language):
            form = group[0].form
            doubtful = len(group) == 1 and (form in language.ambiguous_number_words or not _is_plain(form))
            yield Number(_combined(group, language), Span(group[0].start, group[-1].end)), doubtful


def _runs(text: str, language: Language) -> Iterator[list[Token]]:
    """Yield number words in a row with nothing but spaces, hyphens or an "and" that can be in a number between."""
    run: list[Token] = []
    joined = False  # by an "and" that has been read
    for token in tokens(text):
        if _value(token.form, language) is not None:
            since = token.start if joined else run[-1].end if run else token.start
            if run and not _BETWEEN.fullmatch(text, since, token.start):
                yield run
                run = []
            run.append(token)
            joined = False
        elif token.form in language.conjunctions and run and _may_go_on(run[-1], language) and not joined:
            joined = True
        elif run:
            yield run
            run, joined = [], False
    if run:
        yield run


def _may_go_on(token: Token, language: Language) -> bool:
    """Tell whether "and" can follow inside a number: "three hundred and forty"."""
    return not token.form[0].isdigit() and (_value(token.form, language) or 0) >= _SMALLEST_MULTIPLIER


def _value(form: str, language: Language) -> float | None:
    if not form[0].isdigit():
        lettered = _LETTERED.fullmatch(form) if form[-1].isdigit() else None
        return float(lettered[1]) if lettered else _spelled(form, language)
    if language.decimal_comma and _WITH_COMMA.fullmatch(form):
        return float(form.replace(",", "."))
    if _GROUPED.fullmatch(form):
        return float(form.replace(",", ""))
    if time := _TIME.fullmatch(form):
        return int(time[1]) + int(time[2]) / 60
    return float(form) if _PLAIN.fullmatch(form) else None


def _is_plain(form: str) -> bool:
    return _LETTERED.fullmatch(form) is None


def _spelled(form: str, language: Language) -> float | None:
    for known in (language.number_words, language.ordinal_words, language.fraction_words):
        if form in known:
            return known[form]
    return None


def _groups(run: Sequence[Token], language: Language) -> list[list[Token]]:
    """Part words in a row into numbers: "two three" are two of them, "nineteen ninety seven" is one."""
    groups: list[list[Token]] = []
    for token in run:
        if groups and _continues(groups[-1], token, language):
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _continues(group: Sequence[Token], token: Token, language: Language) -> bool:
    """Tell whether a word can be the next one of the number that *group* begins."""
    if token.form[0].isdigit():
        return language.decimal_comma and _is_next_thousand(group, token)
    if _multiplies(token.form, language) or _divides(group, token.form, language):
        return True
    value, last = _value(token.form, language) or 0, _value(group[-1].form, language) or 0
    if group[-1].form[0].isdigit():
        return False
    if _multiplies(group[-1].form, language):
        return last > value and group[-1].form not in language.multipliers
    if last in _HUNDREDS and value in range(1, 100):
        return True
    return (last in _TENS and value in range(1, 10)) or (len(group) == 1 and _makes_a_year(last, value))


def _is_next_thousand(group: Sequence[Token], token: Token) -> bool:
    """Tell whether three digits go on with a number after a space: "4 000"."""
    first, *more = (part.form for part in group)
    apart = token.start - group[-1].end == 1
    whole = first.isdecimal() and len(first) <= 3 and all(map(_THOUSANDS.fullmatch, more))  # noqa: PLR2004 -- digits
    return apart and whole and _THOUSANDS.fullmatch(token.form) is not None


def _makes_a_year(first: float, second: float) -> bool:
    """Tell whether a year is spoken in two halves: "nineteen" and "ninety"."""
    return first in _CENTURIES and second in _YEARS_OF_A_CENTURY


def _multiplies(form: str, language: Language) -> bool:
    value = _value(form, language) or 0
    power = value >= _SMALLEST_MULTIPLIER and log10(value).is_integer()  # not "двести", 200
    return not form[0].isdigit() and (power or form in language.multipliers)


def _divides(group: Sequence[Token], form: str, language: Language) -> bool:
    """Tell whether a word makes a fraction of a number word before it: "two thirds"."""
    return len(group) == 1 and form in language.fraction_words and group[0].form in language.number_words


def _combined(group: Sequence[Token], language: Language) -> float:
    *whole, last = group
    if _divides(whole, last.form, language) or last.form in language.fraction_words.keys() - language.ordinal_words:
        return (_combined(whole, language) if whole else 1.0) / language.fraction_words[last.form]
    total = current = 0.0
    for token in group:
        value = _value(token.form, language) or 0.0
        if _THOUSANDS.fullmatch(token.form) and token is not group[0]:
            current = current * 1000 + value
        elif not _multiplies(token.form, language):
            current = current * 100 + value if _makes_a_year(current, value) else current + value
        elif value <= _SMALLEST_MULTIPLIER:
            current = (current or 1.0) * value
        else:
            total += (current or 1.0) * value
            current = 0.0
    return total + current
