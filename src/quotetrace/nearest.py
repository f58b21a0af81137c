"""The names that a misspelt one may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIMILAR = 0.7  # one slip in a word of four letters is .75; `for` and `far` (.67) are two words
_AT_MOST = 3


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """Return up to three of *names* that a slip of the hand turns into *name*, the nearest first."""
    found = process.extract(
        name,
        list(names),
        scorer=DamerauLevenshtein.normalized_similarity,
        processor=str.casefold,
        score_cutoff=_SIMILAR,
        limit=_AT_MOST,
    )
    return [choice for choice, _, _ in found]
