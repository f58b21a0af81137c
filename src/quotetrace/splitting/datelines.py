"""Datelines: where, when and by whom a report was filed, printed before its first sentence.

They are known by their pattern, not by lists of places or agencies: a place in capitals, a date,
an agency between slashes or brackets, or in capitals before a dash.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotetrace.languages import Language
    from quotetrace.model import Span

# Characters; a longer start of a block is prose.
LONGEST_DATELINE = 120
# Words of a place and what it is in: "ROSTOV-ON-DON, North Ossetia, Russian Federation".
MOST_PLACE_WORDS = 6
MOST_AGENCY_WORDS = 3  # "GLOBE NEWS WIRE"
SHORTEST_PLACE = 3  # letters, where nothing but a dash tells it from "US — …"
_SHORTEST_MONTH = 3  # letters of an abbreviation

# What comes after place and date, the first of these that a block has.
_CLOSE = re.compile(
    r"(?<=[\s,.])(?P<slashes>/[^/\s][^/\n]{1,30}/\.?(?:\s[—–-]{1,2})?)(?=\s|\Z)"
    r"|\s?(?P<brackets>\([^()\n]{2,40}\)(?:\.|,?\s?(?:—|–|--?)(?=\s|\Z)))"
    r"|(?P<full_stop>(?<=\d)\.(?=\s)(?!\s/|\s[^\W\d_a-z]+\s(?:—|–|--?)\s))"
    r"|(?P<dash>\s(?:—|–|--?)(?=\s)|—)"
)
_DAY_OR_YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|\d{4}")
_ENDED = (".", "!", "?", "…")
_AROUND = "”»\"’')"


def dateline_end(text: str, block: Span, language: Language) -> int:
    """Return the offset where the dateline that opens *block* ends, or the block's start if it has none."""
    stop = min(block.end, block.start + LONGEST_DATELINE)
    close = _CLOSE.search(text, block.start, stop)
    if not close:
        return block.start
    following = text[close.end() : stop].lstrip()
    is_prose = text[max(close.end(), block.end - 5) : block.end].rstrip(_AROUND).endswith(_ENDED)
    opening = text[block.start : close.start()]
    if following[:1].islower() or not _closes(opening, close, language.months, is_prose=is_prose):
        return block.start
    return close.end()


def _closes(opening: str, close: re.Match[str], months: frozenset[str], *, is_prose: bool) -> bool:
    """Tell whether *opening* is a place and a date, and *close* can end a dateline after them."""
    words = opening.split()
    place = list(takewhile(lambda word: not _is_date(word, months), words))
    date = list(takewhile(lambda word: _is_date(word, months), words[len(place) :]))
    agency = words[len(place) + len(date) :]
    if close["slashes"]:
        return _in_capitals(place)
    if len(place) > MOST_PLACE_WORDS:
        return False
    if agency:  # "Rome. May 3. NEWSWIRE -"
        filed = len(agency) <= MOST_AGENCY_WORDS and _in_capitals(agency) and all(word[0].isupper() for word in place)
        return bool(close["dash"] and place and date) and filed and is_prose
    if not place:
        return bool(close["brackets"]) and not date and is_prose
    if not _in_capitals(place):
        return bool(close["brackets"] and date) and all(word[0].isupper() for word in place)
    undated = not close["full_stop"] and (not close["dash"] or (is_prose and len(opening) >= SHORTEST_PLACE))
    return undated or bool(date and not close["dash"])


def _in_capitals(place: list[str]) -> bool:
    """Tell whether the town, up to the first comma, is in capitals."""
    town = " ".join(place).partition(",")[0]
    return town.isupper() and len(town) > 1


def _is_date(word: str, months: frozenset[str]) -> bool:
    form = word.strip(".,").casefold()
    if _DAY_OR_YEAR.fullmatch(form):
        return True
    return len(form) >= _SHORTEST_MONTH and any(month.startswith(form) for month in months)
