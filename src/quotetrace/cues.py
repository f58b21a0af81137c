"""Reporting clauses: who is said to have said something, and which part of a sentence says so.

A clause stands before the words ("Lee stressed that …"), after them ("…, Lee said on Monday"), inside them, or
in the next sentence ("This was stated by Lee"). Quoted words are never searched for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from quotetrace.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language

# How far a subject may be from its verb, and "that" or a colon from it, in words: "the head of the agency's
# department for arms control", "told reporters after the talks in the capital on Thursday that". Longer stretches
# were other clauses in the annotated news that the rules were written on.
MAX_SUBJECT = 12
MAX_BEFORE_COMPLEMENT = 10
MIN_WORDS_BEFORE_CLOSING_CLAUSE = 3
# "…, she told the state news agency."
MAX_CLOSING_OBJECT = 4

_TOKEN = re.compile(r"\ufffc+|[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]|_")
_QUOTED = "\ufffc"
_DASHES = "—–-"


class Position(StrEnum):
    """Where a reporting clause stands to the words it reports."""

    BEFORE = "before"
    AFTER = "after"
    INSIDE = "inside"
    NEXT = "next"  # in the sentence after them


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A clause that attributes words: *frame* is all of it, *subject* names the speaker."""

    subject: Span
    frame: Span
    position: Position


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_quoted(self) -> bool:
        return self.text[0] == _QUOTED


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in tokens, with what the language says about them."""

    span: Span
    tokens: tuple[_Token, ...]
    words: tuple[str, ...]  # the tokens in lower case
    language: Language

    def lower(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_word(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].is_word

    def is_quoted(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].is_quoted


def reporting_clause(text: str, span: Span, quoted: Sequence[Span], language: Language) -> ReportingClause | None:
    """Return the reporting clause of the sentence at *span*, or None; *quoted* are the stretches within it."""
    found = tuple(_tokens(text, span, quoted, language))
    sentence = _Sentence(span, found, tuple(token.text.lower() for token in found), language)
    for find in (_passive, _source_phrase):
        clause = find(sentence)
        if clause:
            return clause
    clauses = list(_verb_clauses(sentence))
    after = [clause for clause in clauses if clause.position is not Position.BEFORE]
    return after[-1] if after else clauses[0] if clauses else None


def words_outside(text: str, span: Span, quoted: Sequence[Span], language: Language) -> int:
    """Count the words of the sentence at *span* that are not in quotation marks."""
    return sum(token.is_word for token in _tokens(text, span, quoted, language))


def _tokens(text: str, span: Span, quoted: Sequence[Span], language: Language) -> Iterator[_Token]:
    masked = list(text[span.start : span.end])
    for stretch in quoted:
        start, end = _with_marks(text, stretch, span, language)
        masked[start - span.start : end - span.start] = _QUOTED * (end - start)
    for found in _TOKEN.finditer("".join(masked)):
        yield _Token(span.start + found.start(), span.start + found.end(), found.group())


def _with_marks(text: str, stretch: Span, within: Span, language: Language) -> tuple[int, int]:
    """Return the bounds of a stretch together with its marks, inside the sentence."""
    start, end = max(stretch.start, within.start), min(stretch.end, within.end)
    while start > within.start and (text[start - 1].isspace() or text[start - 1] in language.quote_marks):
        start -= 1
        if not text[start].isspace():
            break
    while end < within.end and (text[end].isspace() or text[end] in language.quote_marks):
        end += 1
        if not text[end - 1].isspace():
            break
    return start, end


def _passive(sentence: _Sentence) -> ReportingClause | None:
    """Find "This was stated by NAME": a short sentence that attributes the one before it."""
    found = _first_phrase(sentence, sentence.language.passive_phrases)
    if not found:
        return None
    at, after = found
    subject = _subject_after(sentence, after)
    if at <= MIN_WORDS_BEFORE_CLOSING_CLAUSE + 1 and subject:
        return ReportingClause(subject, sentence.span, Position.NEXT)
    return None


def _source_phrase(sentence: _Sentence) -> ReportingClause | None:
    """Find "according to NAME", at the head, at the end or in between."""
    found = _first_phrase(sentence, sentence.language.source_phrases)
    if not found:
        return None
    at, after = found
    subject = _subject_after(sentence, after, pronouns=sentence.language.source_pronouns)
    if not subject:
        return None
    end = next((i for i in range(after, len(sentence.tokens)) if sentence.lower(i) in {",", ":"}), None)
    if end is None:
        return ReportingClause(subject, _to_the_end(sentence, at), Position.AFTER) if at else None
    start = 0 if at <= MIN_WORDS_BEFORE_CLOSING_CLAUSE + 2 else at
    return _clause(sentence, subject, start, end + 1)


def _clause(sentence: _Sentence, subject: Span, start: int, end: int) -> ReportingClause:
    """Build a clause of the tokens from *start* to *end*, before the words or inside them."""
    if start == 0:
        frame = Span(sentence.span.start, _start_of(sentence, end))
        return ReportingClause(subject, frame, Position.BEFORE)
    frame = Span(sentence.tokens[start].start, sentence.tokens[end - 1].end)
    return ReportingClause(subject, frame, Position.INSIDE)


def _start_of(sentence: _Sentence, index: int) -> int:
    return sentence.tokens[index].start if index < len(sentence.tokens) else sentence.span.end


def _to_the_end(sentence: _Sentence, start: int) -> Span:
    """Return the frame from token *start* to the end, with the comma or dash before it."""
    if start and sentence.lower(start - 1) in {",", *_DASHES}:
        start -= 1
    return Span(sentence.tokens[start].start, sentence.span.end)


def _first_phrase(sentence: _Sentence, phrases: tuple[str, ...]) -> tuple[int, int] | None:
    by_first_word = _by_first_word(phrases)
    for at, word in enumerate(sentence.words):
        for phrase in by_first_word.get(word, ()):
            if sentence.words[at : at + len(phrase)] == phrase:
                return at, at + len(phrase)
    return None


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    by_first_word: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        by_first_word.setdefault(words[0], []).append(words)
    return by_first_word


def _verb_clauses(sentence: _Sentence) -> Iterator[ReportingClause]:
    for at in range(len(sentence.tokens)):
        after = _after_verb(sentence, at)
        if after is None:
            continue
        for build in (_as_noted, _subject_first, _verb_first):
            clause = build(sentence, at, after)
            if clause:
                yield clause
                break


def _after_verb(sentence: _Sentence, at: int) -> int | None:
    """Return the token after the reporting verb at *at*, or None where there is none."""
    for phrase in _by_first_word(sentence.language.say_phrases).get(sentence.words[at], ()):
        if sentence.words[at : at + len(phrase)] == phrase:
            return at + len(phrase)
    word = sentence.tokens[at].text
    known = word in sentence.language.say_verbs or word in sentence.language.that_verbs
    return at + 1 if known else None


def _as_noted(sentence: _Sentence, at: int, after: int) -> ReportingClause | None:
    """Find "as NAME noted," and "as noted by NAME,"."""
    subject = _subject_before(sentence, at)
    opener = next(
        (i for i in range(at - 1, -1, -1) if sentence.lower(i) in sentence.language.comparative_openers), None
    )
    if not subject or opener is None or sentence.tokens[opener].end > subject.start:
        return None
    if any(not sentence.is_word(i) for i in range(opener, at)):
        return None
    comma = next((i for i in range(after, len(sentence.tokens)) if sentence.lower(i) == ","), None)
    if comma is None:
        return ReportingClause(subject, _to_the_end(sentence, opener), Position.AFTER) if opener else None
    return _clause(sentence, subject, opener, comma + 1)


def _subject_first(sentence: _Sentence, at: int, after: int) -> ReportingClause | None:
    """Find "NAME said", before the words, after them or inside them."""
    subject = _subject_before(sentence, at)
    if not subject:
        return None
    start = next(i for i, token in enumerate(sentence.tokens) if token.end > subject.start)
    if _closes(sentence, start) and _ends(sentence, start, after):
        return _closing_clause(sentence, subject, start, after)
    complement = _complement(sentence, at, after)
    if complement is None:
        return None
    return ReportingClause(subject, Span(sentence.span.start, complement), Position.BEFORE)


def _verb_first(sentence: _Sentence, at: int, after: int) -> ReportingClause | None:
    """Find "said NAME" after quoted words, or after a comma."""
    before = at - 1
    if not _closes(sentence, at) or before < 0:
        return None
    subject = _subject_after(sentence, after)
    return _closing_clause(sentence, subject, at, after) if subject else None


def _closes(sentence: _Sentence, start: int) -> bool:
    """Tell whether a clause that begins at *start* follows the words that it reports."""
    if sentence.is_quoted(start - 1):
        return True
    if sentence.lower(start - 1) not in {",", *_DASHES}:
        return False
    words = sum(sentence.is_word(i) for i in range(start))
    return sentence.is_quoted(start - 2) or words >= MIN_WORDS_BEFORE_CLOSING_CLAUSE


def _ends(sentence: _Sentence, start: int, after: int) -> bool:
    """Tell whether a clause from *start* with its verb before *after* ends a sentence: no words it reports follow."""
    rest = range(after, len(sentence.tokens))
    for index in rest[:MAX_BEFORE_COMPLEMENT]:
        if sentence.lower(index) in sentence.language.complementizers or sentence.lower(index) == ":":
            return False
        if not sentence.is_word(index):
            break
    if sentence.is_quoted(start - 1) or sentence.is_quoted(start - 2):
        return True
    enders = sentence.language.phrase_enders | sentence.language.clause_openers
    words = sum(sentence.is_word(index) for index in rest)
    return words <= MAX_CLOSING_OBJECT or not sentence.is_word(after) or sentence.lower(after) in enders


def _closing_clause(sentence: _Sentence, subject: Span, start: int, after: int) -> ReportingClause:
    """Build a clause after the words; where more quoted words follow, it stands inside them."""
    resumed = next((i for i in range(after, len(sentence.tokens)) if sentence.is_quoted(i)), None)
    if resumed is None:
        return ReportingClause(subject, _to_the_end(sentence, start), Position.AFTER)
    frame = Span(sentence.tokens[start].start, sentence.tokens[resumed - 1].end)
    return ReportingClause(subject, frame, Position.INSIDE)


def _complement(sentence: _Sentence, at: int, after: int) -> int | None:
    """Return where the reported words begin after the verb, or None where it reports none."""
    for index in range(after, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens))):
        if sentence.is_quoted(index):
            return sentence.tokens[index].start
        if sentence.lower(index) in sentence.language.complementizers or sentence.lower(index) == ":":
            return _start_of(sentence, index + 1)
        if sentence.lower(index) in sentence.language.clause_openers or sentence.lower(index) in ".;?!":
            break
    only_with_that = sentence.tokens[at].text in sentence.language.that_verbs
    return None if only_with_that or not sentence.is_word(after) else sentence.tokens[after].start


def _subject_before(sentence: _Sentence, verb: int) -> Span | None:
    """Return the subject that ends before the verb: a pronoun, a name, an office, or one with an apposition."""
    last = verb - 1
    if _is_possessive(sentence, last) or sentence.lower(last) in sentence.language.infinitive_markers:
        return None
    while sentence.is_word(last) and _may_intervene(sentence.lower(last), sentence.language):
        last -= 1
    if sentence.lower(last) == ",":
        return _before_apposition(sentence, last)
    return _noun_phrase(sentence, last) if sentence.is_word(last) else None


def _is_possessive(sentence: _Sentence, index: int) -> bool:
    """Tell "Lee's answer" from "Lee answers"."""
    return sentence.is_word(index) and sentence.lower(index).endswith(("'s", "’s", "s’", "s'"))


def _may_intervene(word: str, language: Language) -> bool:
    return word in language.between_subject_and_verb or word.endswith(language.adverb_endings)


def _before_apposition(sentence: _Sentence, comma: int) -> Span | None:
    """Return the subject of "NAME, the envoy to Rome, said": the phrase before the comma that matches *comma*."""
    for index in range(comma - 1, max(comma - 1 - MAX_SUBJECT, 0), -1):
        if sentence.is_quoted(index):
            return None
        if sentence.lower(index) == ",":
            phrase = _noun_phrase(sentence, index - 1)
            return phrase if phrase and _names_someone(sentence, phrase) else None
    return None


def _names_someone(sentence: _Sentence, phrase: Span) -> bool:
    words = [t for t in sentence.tokens if phrase.start <= t.start < phrase.end]
    return words[-1].text[0].isupper()


def _noun_phrase(sentence: _Sentence, last: int) -> Span | None:
    """Return the phrase that ends with token *last* if it can stand for somebody who speaks."""
    language = sentence.language
    if sentence.lower(last) in language.pronouns:
        return Span(sentence.tokens[last].start, sentence.tokens[last].end)
    first = last + 1
    while (
        sentence.is_word(first - 1)
        and last - first < MAX_SUBJECT
        and sentence.lower(first - 1) not in language.clause_openers | language.pronouns
        and (first > last or not _after_verb(sentence, first - 1))
    ):
        first -= 1
    return _person_phrase(sentence, range(first, last + 1))


def _person_phrase(sentence: _Sentence, indices: range) -> Span | None:
    """Return the span of the tokens if a name ends them or an office noun is among them."""
    if not indices:
        return None
    last = sentence.lower(indices[-1])
    never_a_name = sentence.language.function_words | sentence.language.first_person
    named = sentence.tokens[indices[-1]].text[0].isupper() and last not in never_a_name
    office = any(sentence.lower(i) in sentence.language.office_nouns for i in indices)
    if not named and not office:
        return None
    return Span(sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end)


def _subject_after(sentence: _Sentence, first: int, pronouns: frozenset[str] | None = None) -> Span | None:
    """Return the subject that begins at token *first*: up to punctuation, a quotation or what ends a phrase."""
    language = sentence.language
    if sentence.lower(first) in (language.pronouns if pronouns is None else pronouns):
        return Span(sentence.tokens[first].start, sentence.tokens[first].end)
    enders = language.clause_openers | language.phrase_enders
    last = first
    while sentence.is_word(last) and last - first < MAX_SUBJECT and sentence.lower(last) not in enders:
        last += 1
    return _person_phrase(sentence, range(first, last))
