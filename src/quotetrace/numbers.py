"""The numbers of a text as values, however they are written: "4,000", "4 thousand", "four thousand"."""

from __future__ import annotations

import re
import unicodedata
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from quotetrace.model import Span
from quotetrace.text import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_WITH_COMMA = re.compile(r"\d+(?:,\d+)?")
_LETTERED = re.compile(r"[^\W\d_](\d+)")  # "p109": to compare with "p. 109", and by itself a name
_THOUSANDS = re.compile(r"\d{3}")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")  # with a stop it may as well be a decimal number
# A fraction as it is read, whatever it is written like; with a plus it belongs to the whole number before it.
_FRACTION = re.compile(r"\+?(\d+)⁄(\d+)")
_LARGEST_DENOMINATOR = 10  # of fractions with a slash: "9/11" is a day
_YEAR = re.compile(r"(1\d|20)(\d\d)")
_RANGE = frozenset("-‐‑–/")
# What may stand between the words of one number.
_BETWEEN = re.compile(r"[\s\-‐‑]*")
# Number words from here on multiply what stands before them.
_SMALLEST_MULTIPLIER = 100
_TENS = range(20, 100, 10)  # that a word for 1 to 9 can follow: "ninety-seven"
_HUNDREDS = range(200, 1000, 100)  # where they are one word: "двести"
_CENTURIES = range(11, 21)  # by which years are spoken: "nineteen ninety-seven"
_YEARS_OF_A_CENTURY = range(10, 100)


class Number(NamedTuple):
    """A value, where the text has it (offsets into the text), and the hours it is if it is a time: "12.30", "12:30"."""

    value: float
    span: Span
    hours: float | None = None

    def equals(self, other: Number) -> bool:
        """Tell whether two numbers can be the same."""
        same_time = self.hours is not None and self.hours == other.hours
        return same_time or round(self.value, 9) == round(other.value, 9)


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
            span = Span(group[0].start, group[-1].end)
            yield Number(_combined(group, language), span, _hours(form) if len(group) == 1 else None), doubtful


def _hours(form: str) -> float | None:
    time = _CLOCK.fullmatch(form)
    return int(time[1]) + int(time[2]) / 60 if time else None


def _read(text: str, language: Language) -> list[Token]:
    """Return the words of a text, with fractions, years and letters for large numbers as they are read.

    What belongs to one of these becomes a part of it: "half a" of "half a million", "and a half" of "two and a half".
    """
    found: list[Token] = []
    for token in tokens(text):
        gap = text[found[-1].end : token.start] if found else ""
        if token.form in language.fraction_words:
            found.append(_worded_fraction(found, token, gap, language))
        elif _multiplies(token.form, language):
            _take_links(found, language)
            found.append(token)
        elif found:
            found.append(_after(found, token, gap, text, language))
        else:
            found.append(token)
    return found


def _after(found: list[Token], token: Token, gap: str, text: str, language: Language) -> Token:
    """Read a word by what is before it: "23" in "2022-23", "m" in "$5m", "2" in "1/2", which takes the "1" in."""
    before = found[-1]
    if _FRACTION.fullmatch(token.form):  # one character: "½"
        return _added(found, token, gap)
    year = _YEAR.fullmatch(before.form)
    if year and gap in _RANGE and len(token.form) == len(year[2]) and token.form.isdecimal() and token.form > year[2]:
        return token._replace(form=year[1] + token.form)
    if token.form in language.number_letters and not gap and _is_money(text, before):
        return token._replace(form=language.number_letters[token.form])
    if gap == "/" and _is_slashed(text, before, token):
        found.pop()
        fraction = Token(before.start, token.end, f"{before.form}⁄{token.form}")
        return _added(found, fraction, text[found[-1].end : before.start]) if found else fraction
    return token


def _is_money(text: str, token: Token) -> bool:
    return token.form[0].isdigit() and token.start > 0 and unicodedata.category(text[token.start - 1]) == "Sc"


def _is_slashed(text: str, first: Token, second: Token) -> bool:
    """Tell whether two numbers with a slash between them are a fraction, and no date."""
    if "/" in (text[max(first.start - 1, 0)], text[second.end : second.end + 1]):
        return False
    if not (first.form.isdecimal() and second.form.isdecimal()):
        return False
    return 0 < int(first.form) < int(second.form) <= _LARGEST_DENOMINATOR


def _added(found: Sequence[Token], fraction: Token, gap: str) -> Token:
    """Return a fraction in digits, added to the whole number right before it: "1½", "1 1/2"."""
    whole = found and found[-1].form.isdecimal() and gap in ("", " ")
    return fraction._replace(form=f"+{fraction.form}") if whole else fraction


def _worded_fraction(found: list[Token], token: Token, gap: str, language: Language) -> Token:
    """Read a fraction in words with what of it is before it, which is taken off *found*: "two" of "two thirds"."""
    parts = language.fraction_words[token.form]
    if found and found[-1].form in language.number_words and _BETWEEN.fullmatch(gap):
        number = found[-1]
        if number.form not in language.multipliers and language.number_words[number.form] in range(1, 100):
            found.pop()
            return Token(number.start, token.end, f"{language.number_words[number.form]}⁄{parts}")
    if token.form in language.ordinal_words:
        return token
    at = len(found) - 1
    while at > 0 and found[at].form in language.determiners:
        at -= 1
    if at > 0 and found[at].form in language.fraction_joiners and _value(found[at - 1].form, language) is not None:
        start = found[at].start
        del found[at:]
        return Token(start, token.end, f"+1⁄{parts}")
    return token._replace(form=f"1⁄{parts}")


def _take_links(found: list[Token], language: Language) -> None:
    """Put words between a fraction and what it is of with the fraction: "of a", in "a third of a million"."""
    at = len(found) - 1
    while at > 0 and found[at].form in language.fraction_links:
        at -= 1
    if at >= 0 and _FRACTION.fullmatch(found[at].form):
        found[at:] = [found[at]._replace(end=found[-1].end)]


def _runs(text: str, language: Language) -> Iterator[list[Token]]:
    """Yield number words in a row with nothing but spaces, hyphens or an "and" that can be in a number between."""
    run: list[Token] = []
    joined = False  # by an "and" that has been read
    for token in _read(text, language):
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
    if fraction := _FRACTION.fullmatch(form):
        return int(fraction[1]) / (int(fraction[2]) or 1)
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
    return language.number_words.get(form, language.ordinal_words.get(form))


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
    if token.form[0] == "+" or _multiplies(token.form, language):
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


def _combined(group: Sequence[Token], language: Language) -> float:
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
