"""Quotation marks: words in marks on one side only, and a passage presented in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import Finding, Range
from quotetrace.model import Presentation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Pair, Side

# Somebody's own words, in marks or in a record.
AS_SAID = (Presentation.DIRECT, Presentation.TRANSCRIPT)
# Share of the content words in marks that the reference has, so that they may be its words in another order or form.
_KNOWN = 0.5
_APOSTROPHES = frozenset("'’")


def presentations(pair: Pair) -> Iterator[Finding]:
    """Name a passage that is quoted on one side and reported on the other; a record is as good as a quotation.

    It is major where a report was put in quotation marks in other words: nobody is known to have said them.
    """
    before, after = pair.a.passage.presentation, pair.b.passage.presentation
    if before is not after and not (before in AS_SAID and after in AS_SAID):
        whole = (Range(0, len(side.words)) for side in (pair.a, pair.b))
        made_up = before is Presentation.INDIRECT and after is Presentation.DIRECT and _has_own_words(pair)
        yield Finding(ChangeType.PRESENTATION, Severity.MAJOR if made_up else Severity.MINOR, *whole)


def _has_own_words(pair: Pair) -> bool:
    """Tell whether the variant has a content word that the reference has not."""
    content = pair.b.content(Range(0, len(pair.b.words)))
    return any(pair.b.stems[at] not in pair.a.known_stems for at in content)


def marks(pair: Pair) -> Iterator[Finding]:
    """Name words in quotation marks that are in none, or not there at all, on the other side.

    It is major where the variant quotes words that the reference does not have.
    """
    before, after = list(_quoted(pair.a)), list(_quoted(pair.b))
    found_before = {a: _same_words(pair.a, a, pair.b) for a in before}
    found_after = {b: _same_words(pair.b, b, pair.a) for b in after}
    reworded = sum(there is None for there in found_before.values())  # as many are quoted in other words
    unknown = [b for b, there in found_after.items() if there is None][reworded:]
    for b, there in found_after.items():
        if there is not None or b in unknown:
            yield from _put_in(pair, b, there, before)
    if pair.b.passage.presentation is pair.a.passage.presentation:
        for a, there in found_before.items():
            if there is not None and not any(there.meets(b) for b in after):
                yield Finding(ChangeType.MARKS, Severity.MINOR, a, there)


def _put_in(pair: Pair, b: Range, there: Range | None, before: list[Range]) -> Iterator[Finding]:
    """Name quoted words of the variant; in a report of direct words, the marks around what was said are no change."""
    if there is None:
        content = pair.b.content(b)
        known = sum(pair.b.stems[at] in pair.a.known_stems for at in content)
        severity = Severity.MINOR if known >= _KNOWN * len(content) else Severity.MAJOR
        yield Finding(ChangeType.MARKS, severity, pair.place(pair.b, b), b)
    elif not any(there.meets(a) for a in before) and pair.b.passage.presentation is pair.a.passage.presentation:
        yield Finding(ChangeType.MARKS, Severity.MINOR, there, b)


def _quoted(side: Side) -> Iterator[Range]:
    """Yield the words in quotation marks inside the text; an opening mark follows a space, a closing one a word."""
    for opening, closing in side.language.quote_pairs:
        if opening in _APOSTROPHES or closing in _APOSTROPHES:
            continue
        end = side.text.find(closing)
        done = 0
        while end >= 0:
            start = side.text.rfind(opening, done, end) if opening != closing else side.text.find(opening, done, end)
            words = side.range_of(Span(start + 1, end))
            if start >= 0 and 0 < words.size < len(side.words):
                yield words
            if start >= 0 or opening != closing:
                done = end + 1
            end = side.text.find(closing, end + 1)


def _same_words(side: Side, words: Range, other: Side) -> Range | None:
    """Return the place of the same stems in a row on the other side, the nearest where there are several."""
    wanted = side.stems[words.first : words.end]
    places = range(len(other.words) - words.size + 1)
    same = (at for at in places if other.stems[at : at + words.size] == wanted)
    at = min(same, key=lambda at: abs(at - words.first), default=None)
    return None if at is None else Range(at, at + words.size)
