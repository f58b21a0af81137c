"""Find the remarks that have the words of a query: by stems, and never by likeness."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace import languages
from quotetrace.errors import UsageError
from quotetrace.model import Span
from quotetrace.nearest import nearest
from quotetrace.passages import spoken
from quotetrace.text import Token, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quotetrace.model import Corpus, Passage, Remark, Trace

_QUOTATION_MARK = re.compile('["“”„«»]')
_WRITE_WORDS = "write the words to look for, as in: quotetrace find menu"
_WRITE_PHRASE = """close it, as in: quotetrace find '"secondary topics"'"""


@dataclass(frozen=True, slots=True)
class Query:
    """Phrases to look for; a phrase is one folded word or several in a row. *any_phrase*: one is enough."""

    text: str
    phrases: tuple[tuple[str, ...], ...]
    any_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A remark that matches, and for each of its passages' ids where the query's words are in its text."""

    remark: Remark
    marks: Mapping[str, tuple[Span, ...]]


def parse(text: str, *, any_phrase: bool = False) -> Query:
    """Read a query: words, and phrases in double quotation marks.

    Raises UsageError where there is no word in it or a quotation mark is not closed.
    """
    parts = _QUOTATION_MARK.split(text)
    if len(parts) % 2 == 0:
        raise UsageError("a quotation mark in the query is not closed", _WRITE_PHRASE)
    # Marks take turns at opening and closing: every second part is a phrase. Outside of them a chunk
    # like `cease-fire` is two words of the texts, and so a phrase as well.
    chunks = [chunk for i, part in enumerate(parts) for chunk in ([part] if i % 2 else part.split())]
    phrases = [tuple(token.form for token in tokens(chunk)) for chunk in chunks]
    phrases = list(dict.fromkeys(filter(None, phrases)))
    if not phrases:
        what = "has no word in it" if text.strip() else "is empty"
        raise UsageError(f"the query {what}", _WRITE_WORDS)
    return Query(text, tuple(phrases), any_phrase)


def find(trace: Trace, query: Query) -> list[Hit]:
    """Return the remarks of which one passage has all phrases of *query* (or any of them), in order."""
    algorithms = _stemmers(trace.corpus)
    enough = any if query.any_phrase else all
    hits = []
    for remark in trace.remarks:
        found = {
            variant.passage.id: _occurrences(variant.passage, query, algorithms[variant.passage.article])
            for variant in remark.variants
        }
        if any(enough(places) for places in found.values()):
            hits.append(Hit(remark, {passage: _in_order(places) for passage, places in found.items()}))
    return hits


def suggest(trace: Trace, query: Query) -> dict[str, list[str]]:
    """Return the words of *query* that no remark has, each with the most similar words that some have."""
    algorithms = _stemmers(trace.corpus)
    vocabulary: Counter[str] = Counter()
    stems: set[str] = set()
    for remark in trace.remarks:
        for variant in remark.variants:
            forms = [token.form for token in tokens(spoken(variant.passage))]
            vocabulary.update(forms)
            stems.update(stem(form, algorithms[variant.passage.article]) for form in forms)
    words = [form for form, _ in vocabulary.most_common()]  # of equally near words, the commonest first
    asked = dict.fromkeys(form for phrase in query.phrases for form in phrase)
    unknown = [form for form in asked if not stems & {stem(form, name) for name in algorithms.values()}]
    return {form: nearest(form, words) for form in unknown}


def _stemmers(corpus: Corpus) -> dict[str, str]:
    return {article.id: languages.get(article.language).stemmer for article in corpus.articles}


def _in_order(places: Sequence[set[Span]]) -> tuple[Span, ...]:
    """Return the places of all phrases; of those that overlap, the one that begins first and is longest."""
    kept: list[Span] = []
    for span in sorted(set().union(*places), key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _occurrences(passage: Passage, query: Query, algorithm: str) -> list[set[Span]]:
    """Return for each phrase of the query where it is in the passage's text."""
    words = tokens(spoken(passage))
    stems = [stem(word.form, algorithm) for word in words]
    return [_places([stem(form, algorithm) for form in phrase], stems, words) for phrase in query.phrases]


def _places(phrase: Sequence[str], stems: Sequence[str], words: Sequence[Token]) -> set[Span]:
    size = len(phrase)
    return {
        Span(words[first].start, words[first + size - 1].end)
        for first in range(len(stems) - size + 1)
        if list(phrase) == stems[first : first + size]
    }
