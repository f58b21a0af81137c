"""Reporting clauses inside the marks: «We are ready, — said the minister. — All of us», as Russian prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.model import Span
from quotetrace.text import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.languages import Language

# "— он также отметил": how many words there may be before the end of the verb.
MAX_BEFORE_VERB = 3

_BETWEEN_DASHES = re.compile(r"(?<=[,!?…])\s+(?P<clause>[—–]\s+[^—–«»“”\"\n]{3,160}?[.,]\s+[—–])\s+")


def without_insertions(text: str, stretch: Span, language: Language) -> Iterator[Span]:
    """Yield the parts of a quoted *stretch* that are somebody's words: all of it but the clauses between dashes."""
    start = stretch.start
    for found in _BETWEEN_DASHES.finditer(text, stretch.start, stretch.end):
        if found.start() > start and _reports(found["clause"], language):
            yield Span(start, found.start())
            start = found.end()
    if start < stretch.end:
        yield Span(start, stretch.end)


def _reports(clause: str, language: Language) -> bool:
    verbs = language.say_verbs | language.that_verbs
    return any(fold(token.form) in verbs for token in tokens(clause)[:MAX_BEFORE_VERB])
