"""Passages that recall what was said before the occasion that their article reports: "last month he said"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
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
# What tells when somebody spoke has so few words, where it stands between the verb and "that".
MAX_WORDS_OF_A_TIME = 5
_PARTING = re.compile(r"[,;:()\u2013\u2014]")


@dataclass(frozen=True, slots=True)
class Telling:
    """An article's *text*, its *language*, and the *day* it came out, or None."""

    text: str
    language: Language
    day: date | None


def recalled(passages: Iterable[Passage], telling: Telling) -> frozenset[str]:
    """Return the ids of those passages of one article that recall an earlier occasion.

    What tells is the clause that reports it or opens its sentence, never the words that are reported. Words of the same
    paragraph that go on without a cue are of the same occasion.
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
    clauses = [*_clauses_of_saying(passage, paragraph, telling), _before_that(passage, telling)]
    return any(_is_back_reference(clause, telling) for clause in clauses)


def _is_back_reference(words: Sequence[str], telling: Telling) -> bool:
    return _has_phrase(words, telling.language) or _has_other_date(words, telling)


def _clauses_of_saying(passage: Passage, paragraph: Sequence[Passage], telling: Telling) -> Iterator[list[str]]:
    """Yield the words of the clauses around a passage that can tell when it was said.

    Those are the clauses with a verb of saying, the one that opens the sentence, and adverbials right after that. No
    clause tells that describes a noun or a condition, unless the passage hangs on it: "who said last month".
    """
    language = telling.language
    subordinate = language.relative_openers | language.conditional_openers
    still_opening = True
    for start, words in _clauses(passage, paragraph, telling):
        is_adverbial = words[0] in language.date_openers or language.sentence_openers.issuperset(words)
        opens = still_opening and (is_adverbial or start == passage.sentence.start)
        still_opening = opens and is_adverbial
        main = words[0] not in subordinate or (passage.frame is not None and start == passage.frame.start)
        if main and (opens or not language.say_verbs.isdisjoint(words) or not language.that_verbs.isdisjoint(words)):
            yield words


def _clauses(passage: Passage, paragraph: Sequence[Passage], telling: Telling) -> Iterator[tuple[int, list[str]]]:
    """Yield where each clause around a passage starts in the text, with its words."""
    language = telling.language
    subordinate = language.relative_openers | language.conditional_openers
    for start, end in _around(passage, paragraph):
        clause: list[str] = []
        at = last = start
        for token in tokens(telling.text[start:end]):
            here = start + token.start
            parted = _PARTING.search(telling.text, last, here) or token.form in subordinate
            if clause and (parted or (passage.frame and here == passage.frame.start)):
                yield at, clause
                clause = []
            at = at if clause else here
            clause.append(token.form)
            last = start + token.end
        if clause:
            yield at, clause


def _around(passage: Passage, paragraph: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the sentence of a passage that neither it nor another passage reports."""
    at, last = passage.sentence.start, passage.sentence.end
    for start, end in sorted(span for other in paragraph for span in _reported(other)):
        if passage.sentence.start <= start < last:
            yield at, start
            at = max(at, end)
    yield at, last


def _before_that(passage: Passage, telling: Telling) -> list[str]:
    """Return the words with which a passage opens before "that": they tell when, and are none of those reported."""
    words = [token.form for token in tokens(passage.text)]
    ends = (n for n, word in enumerate(words[:MAX_WORDS_OF_A_TIME]) if word in telling.language.complementizers)
    return words[: next(ends, 0)]


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
    language, day = telling.language, telling.day
    for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        opens = before in language.date_openers
        year = _year(word) if opens else None
        if (opens or before.isdecimal()) and word in language.month_numbers:
            year = _year(after)
            if year in (None, day.year):
                return _is_over(language.month_numbers[word], day)
        if year is not None:
            return year < day.year
    return False


def _year(word: str) -> int | None:
    """Return the year that a word is, or None."""
    return int(word) if len(word) == len("2031") and word.isdecimal() and int(word) in YEARS else None


def _is_over(month: int, day: date) -> bool:
    """Tell whether a month was over for some days by *day*: what was said on its last ones may still be the news."""
    just_over = (day - timedelta(days=NEWS_DAYS)).month
    return month not in (day.month, just_over)
