"""Passages that recall what was said before the occasion that their article reports: "last month he said"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from quotetrace.model import Evidence, Presentation
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Passage

# How many days back what was said is still the news of the article.
NEWS_DAYS = 7
# The years that a number of four digits can stand for.
YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Telling:
    """An article's *text*, its *language*, and the *day* it came out, or None."""

    text: str
    language: Language
    day: date | None


def recalled(passages: Iterable[Passage], telling: Telling) -> frozenset[str]:
    """Return the ids of those passages of one article that recall an earlier occasion.

    What tells is the reporting clause and the rest of the sentence around the passage, never the words that are
    reported. Words of the same paragraph that go on without a cue are of the same occasion.
    """
    found: set[str] = set()
    for _, together in groupby(passages, key=lambda passage: passage.sentence.block):
        found.update(_recalled(list(together), telling))
    return frozenset(found)


def _recalled(paragraph: Sequence[Passage], telling: Telling) -> Iterator[str]:
    goes_on = False
    for passage in paragraph:
        continues = passage.evidence is Evidence.CONTINUATION
        goes_on = (goes_on and continues) or _points_back(passage, paragraph, telling)
        if goes_on:
            yield passage.id


def _points_back(passage: Passage, paragraph: Sequence[Passage], telling: Telling) -> bool:
    if passage.presentation in (Presentation.NARRATION, Presentation.HEADLINE, Presentation.TRANSCRIPT):
        return False
    words = [token.form for token in tokens(_around(passage, paragraph, telling.text))]
    return _has_phrase(words, telling.language) or _has_other_date(words, telling)


def _around(passage: Passage, paragraph: Sequence[Passage], text: str) -> str:
    """Return the sentence of a passage without the words that it and other passages report."""
    first, last = passage.sentence.start, passage.sentence.end
    around, at = "", first
    for start, end in sorted(span for other in paragraph for span in _reported(other)):
        if first <= start < last:
            around, at = f"{around}{text[at:start]} ", max(at, end)
    return around + text[at:last]


def _reported(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a passage before and after a reporting clause inside it."""
    frame = passage.frame
    if frame and passage.start < frame.start and frame.end < passage.end:
        yield passage.start, frame.start
        yield frame.end, passage.end
    else:
        yield passage.start, passage.end


def _has_phrase(words: Sequence[str], language: Language) -> bool:
    joined = f" {' '.join(words)} "
    return any(f" {phrase} " in joined for phrase in language.past_phrases)


def _has_other_date(words: Sequence[str], telling: Telling) -> bool:
    """Tell whether the words name a month or a year that was over before the article came out."""
    if telling.day is None:
        return False
    language = telling.language
    for before, word in pairwise(words):
        opens = before in language.date_openers
        if (opens or before.isdigit()) and word in language.month_numbers:
            return _is_over(language.month_numbers[word], telling.day)
        if opens and word.isdigit() and int(word) in YEARS:
            return int(word) < telling.day.year
    return False


def _is_over(month: int, day: date) -> bool:
    """Tell whether a month was over for some days by *day*: what was said on its last ones may still be the news."""
    just_over = (day - timedelta(days=NEWS_DAYS)).month
    return month not in (day.month, just_over)
