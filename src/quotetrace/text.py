"""Words of a text for matching, each with its place in the original, which is never changed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple, Protocol, cast

import snowballstemmer

# Letters and digits with marks; apostrophes, and full stops or commas between digits, stay inside a word.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_][\w\u0300-\u036f]*(?:['’][^\W\d_]+)*|[\w]+")
# The letter apostrophe U+02BC is a word character by itself, so that "isnʼt" is one word anyway.
_ONE_SPELLING = str.maketrans({"’": "'", "\u02bc": "'", "ё": "е"})
_POSSESSIVE = re.compile(r"['’]s?$")
_TEXT_CACHE_SIZE = 1 << 12  # passages: each is looked at by several steps in a row
_LETTERS_OF_SCRIPT = 300  # enough to tell it, whatever names stand in another
_STEM_CACHE_SIZE = 1 << 17  # more word forms than a corpus of 10,000 news articles has


class Token(NamedTuple):
    """A word: its span in the text, and its form for matching (compatibility-normalised, case folded)."""

    start: int
    end: int
    form: str


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 -- Snowball's name


@lru_cache(maxsize=_TEXT_CACHE_SIZE)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of *text* in order, punctuation left out."""
    return tuple(Token(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text))


def has_words(text: str) -> bool:
    """Tell whether there is a word in *text*."""
    return _WORD.search(text) is not None


def script(text: str) -> str:
    """Return the script of most letters at the head of *text*, as Unicode calls it ("Latin"); empty without letters."""
    letters = islice(filter(str.isalpha, text), _LETTERS_OF_SCRIPT)
    counts = Counter(unicodedata.name(letter, "").partition(" ")[0].title() for letter in letters)
    return counts.most_common(1)[0][0] if counts else ""


@lru_cache(maxsize=_STEM_CACHE_SIZE)
def fold(word: str) -> str:
    """Return the form of *word* for comparing: NFKC, case folded, with straight apostrophes, and е for ё.

    Russian prints ё or е at will; every letter stays one letter.
    """
    return unicodedata.normalize("NFKC", word).casefold().translate(_ONE_SPELLING)


@lru_cache(maxsize=_STEM_CACHE_SIZE)
def stem(form: str, algorithm: str) -> str:
    """Return the stem of a folded word, without a possessive ending, by the Snowball *algorithm* of that name.

    Without an algorithm the word is its own stem.
    """
    return _stemmer(algorithm).stemWord(_POSSESSIVE.sub("", form)) if algorithm else form


@cache
def _stemmer(algorithm: str) -> _Stemmer:
    return cast("_Stemmer", snowballstemmer.stemmer(algorithm))
