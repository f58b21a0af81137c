"""The numbers of a text as values, however they are written: "4,000", "4 thousand", "four thousand"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.languages import Language
    from quotetrace.text import Token

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
# Words from here on multiply what stands before them.
_SMALLEST_MULTIPLIER = 100


def numbers(text: str, language: Language) -> list[tuple[float, str]]:
    """Return the numbers of *text* in order, each as its value and as it is printed.

    A word that is more often no number ("one") counts only together with another that is.
    """
    found: list[tuple[float, str]] = []
    run: list[Token] = []
    for token in tokens(text):
        if _value(token.form, language) is not None:
            run.append(token)
        elif run and not (token.form in language.conjunctions and _may_go_on(run[-1], language)):
            found += _read(run, text, language)
            run = []
    return [*found, *_read(run, text, language)]


def _may_go_on(token: Token, language: Language) -> bool:
    """Tell whether "and" can follow inside a number: "three hundred and forty"."""
    return not token.form[0].isdigit() and (_value(token.form, language) or 0) >= _SMALLEST_MULTIPLIER


def _value(form: str, language: Language) -> float | None:
    if not form[0].isdigit():
        return language.number_words.get(form)
    if _GROUPED.fullmatch(form):
        return float(form.replace(",", ""))
    return float(form) if _PLAIN.fullmatch(form) else None


def _read(run: Sequence[Token], text: str, language: Language) -> list[tuple[float, str]]:
    """Read words in a row as one number where they make one: each digit string begins a number of its own."""
    groups: list[list[Token]] = []
    for token in run:
        if not groups or token.form[0].isdigit():
            groups.append([])
        groups[-1].append(token)
    return [
        (_combined(group, language), text[group[0].start : group[-1].end])
        for group in groups
        if len(group) > 1 or group[0].form not in language.ambiguous_number_words
    ]


def _combined(group: Sequence[Token], language: Language) -> float:
    total = current = 0.0
    for token in group:
        value = _value(token.form, language) or 0.0
        if token.form[0].isdigit() or value < _SMALLEST_MULTIPLIER:
            current += value
        elif value == _SMALLEST_MULTIPLIER:
            current = (current or 1.0) * value
        else:
            total += (current or 1.0) * value
            current = 0.0
    return total + current
