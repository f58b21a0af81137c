"""Words of a text for matching, each with its place in the original, which is never changed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol, cast

import snowballstemmer

# Letters and digits with marks; apostrophes, and full stops or commas between digits, stay inside a word.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_][\w\u0300-\u036f]*(?:['’][^\W\d_]+)*|[\w]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_STEM_CACHE_SIZE = 1 << 17  # more word forms than a corpus of 10,000 news articles has


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its span in the text, and its form for matching (compatibility-normalised, case folded)."""

    start: int
    end: int
    form: str


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 -- Snowball's name


def tokens(text: str) -> list[Token]:
    """Return the words of *text* in order, punctuation left out."""
    return [Token(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)]


@lru_cache(maxsize=_STEM_CACHE_SIZE)
def fold(word: str) -> str:
    """Return the form of *word* for comparing: NFKC, case folded, no possessive ending."""
    form = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    return _POSSESSIVE.sub("", form)


@lru_cache(maxsize=_STEM_CACHE_SIZE)
def stem(form: str, algorithm: str) -> str:
    """Return the stem of a folded word by the Snowball *algorithm* of that name."""
    return _stemmer(algorithm).stemWord(form)


@cache
def _stemmer(algorithm: str) -> _Stemmer:
    return cast("_Stemmer", snowballstemmer.stemmer(algorithm))
