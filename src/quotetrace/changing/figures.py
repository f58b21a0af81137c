"""Numbers and dates that differ, whatever the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import Finding, Range, paired
from quotetrace.numbers import numbers, possible_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.changing.pairs import Pair, Side

# A whole number between these, in four digits, is more often a year than a count.
_YEARS = range(1000, 2100)


def numbers_and_dates(pair: Pair) -> Iterator[Finding]:
    """Name numbers, weekdays and months of the variant that the reference does not have.

    Each stands with the one it may have replaced. A number that only the reference has was left out with its words,
    which is an omission.
    """
    for found in (_changed_numbers(pair), _changed_names(pair)):
        for a, b in found:
            dated = _is_date(pair.b, b) or (a is not None and _is_date(pair.a, a))
            kind = ChangeType.DATE if dated else ChangeType.NUMBER
            if a is not None or pair.b.forms[b.first][0].isdigit():
                yield Finding(kind, Severity.MAJOR, a or pair.place(pair.b, b), b)
            else:  # "the two" for "they"
                yield Finding(kind, Severity.MINOR, pair.place(pair.b, b), b)


def _changed_numbers(pair: Pair) -> Iterator[tuple[Range | None, Range]]:
    lost, new = _only_in(pair.a, pair.b), _only_in(pair.b, pair.a)
    if not lost:  # then a number that the reference has once may be told twice
        known = _values(pair.a)
        new = [b for b in new if known.isdisjoint(_values(pair.b, b))]
    return _matched(pair, lost, new)


def _values(side: Side, within: Range | None = None) -> set[float]:
    return {
        number.value
        for number in possible_numbers(side.text, side.language)
        if within is None or side.range_of(number.span) == within
    }


def _only_in(side: Side, other: Side) -> list[Range]:
    """Return the numbers of *side* that *other* has not as often."""
    there = possible_numbers(other.text, other.language)
    only = []
    for number in numbers(side.text, side.language):
        same = next(filter(number.equals, there), None)
        if same is None:
            only.append(side.range_of(number.span))
        else:
            there.remove(same)
    return only


def _matched(pair: Pair, lost: Sequence[Range], new: Sequence[Range]) -> Iterator[tuple[Range | None, Range]]:
    """Pair new numbers with lost ones: those of the same edit first, then in order."""
    left = list(lost)
    alone: list[Range] = []
    for b in new:
        edit = pair.edit_at(pair.b, b)
        same = next((a for a in left if edit and edit.a.holds(a)), None)
        if same is None:
            alone.append(b)
        else:
            left.remove(same)
            yield same, b
    yield from ((a, b) for a, b in paired(left, alone) if b is not None)


def _changed_names(pair: Pair) -> Iterator[tuple[Range | None, Range]]:
    """Pair weekdays and months that only the variant has with those that only the reference has."""
    language = pair.language
    for names in (language.weekdays, language.months):
        lost = [Range(at, at + 1) for at in _named(pair.a, names) if pair.a.stems[at] not in pair.b.known_stems]
        new = [Range(at, at + 1) for at in _named(pair.b, names) if pair.b.stems[at] not in pair.a.known_stems]
        if lost:
            yield from _matched(pair, lost, new)


def _named(side: Side, names: frozenset[str]) -> list[int]:
    """Return the words that are a weekday's or a month's name: capitalised if need be, so that no verb "may" is one."""
    lower = side.language.lower_case_dates
    return [at for at, form in enumerate(side.forms) if form in names and (lower or side.printed(at)[0].isupper())]


def _is_date(side: Side, words: Range) -> bool:
    """Tell whether a number is a year, or stands beside a month."""
    months = side.language.months | side.language.weekdays
    around = side.forms[max(words.first - 1, 0) : words.end + 1]
    if any(form in months for form in around):
        return True
    form = side.forms[words.first]
    return words.size == 1 and form.isdecimal() and len(form) == 4 and int(form) in _YEARS  # noqa: PLR2004
