"""Reporting clauses: who is said to have said something, and which part of a sentence says so.

A clause stands before the words ("Lee stressed that …"), after them ("…, Lee said on Monday"), inside them, or
in the next sentence ("This was stated by Lee"). Quoted words are never searched for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.model import Span
from quotetrace.speech.clauses import Position, ReportingClause, after_words, before_words, beside_words
from quotetrace.speech.closing import MIN_WORDS_BEFORE_CLOSING_CLAUSE, attached_clause, closing_clause, follows_words
from quotetrace.speech.complements import complement
from quotetrace.speech.outer import DASHES, outer_sentence
from quotetrace.speech.subjects import (
    MAX_SUBJECT,
    clause_before,
    may_intervene,
    subject_after,
    subject_before,
    unnamed_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language
    from quotetrace.speech.outer import OuterSentence


def reporting_clause(text: str, span: Span, quoted: Sequence[Span], language: Language) -> ReportingClause | None:
    """Return the reporting clause of the sentence at *span*, or None; *quoted* are the stretches within it."""
    return clause_in(outer_sentence(text, span, quoted, language))


def clause_in(sentence: OuterSentence) -> ReportingClause | None:
    """Return the reporting clause of a sentence or of a part of one, or None."""
    for find in (_passive, _source_phrase):
        clause = find(sentence)
        if clause:
            return clause
    clauses = list(_verb_clauses(sentence))
    after = [clause for clause in clauses if clause.position is not Position.BEFORE]
    return after[-1] if after else clauses[0] if clauses else None


def _passive(sentence: OuterSentence) -> ReportingClause | None:
    """Find "This was stated by NAME": a short sentence that attributes the one before it."""
    found = sentence.find(sentence.language.passive_phrases)
    if not found:
        return None
    at, after = found
    subject = subject_after(sentence, after)
    if at <= MIN_WORDS_BEFORE_CLOSING_CLAUSE + 1 and subject:
        return ReportingClause(subject, sentence.span, Position.NEXT)
    return None


def _source_phrase(sentence: OuterSentence) -> ReportingClause | None:
    """Find "according to NAME", at the head, at the end or in between."""
    found = sentence.find(sentence.language.source_phrases)
    if not found:
        return None
    at, after = found
    subject = _own_pronoun(sentence, at, after) or subject_after(
        sentence, after, pronouns=sentence.language.source_pronouns
    )
    at = _relay_before(sentence, at)
    if not subject and not (sentence.lower(at - 1) in {",", *DASHES} and at > MIN_WORDS_BEFORE_CLOSING_CLAUSE):
        return None
    end = next((i for i in range(after, len(sentence.tokens)) if sentence.lower(i) in {",", ":"}), None)
    if end is None:
        return after_words(sentence, subject, at) if at else None
    if at and sentence.lower(end + 1) in _of_apposition(sentence.language):
        return after_words(sentence, subject, at)
    leads = at <= MIN_WORDS_BEFORE_CLOSING_CLAUSE + 2 and _leads_in(sentence, at)
    return beside_words(sentence, subject, 0 if leads else at, end + 1)


def _leads_in(sentence: OuterSentence, at: int) -> bool:
    """Tell whether what stands before a source phrase is no part of the words: "At the same time, according to …"."""
    return (at == 0 or sentence.lower(0) in sentence.language.openers) and not any(map(sentence.is_quoted, range(at)))


def _own_pronoun(sentence: OuterSentence, at: int, after: int) -> Span | None:
    """Return the pronoun within a source phrase, as in "in her words"."""
    pronouns = (i for i in range(at, after) if sentence.lower(i) in sentence.language.source_pronouns)
    return next((Span(sentence.tokens[i].start, sentence.tokens[i].end) for i in pronouns), None)


def _relay_before(sentence: OuterSentence, at: int) -> int:
    """Return where "reports the agency" begins if it stands right before a source phrase, else *at*."""
    start = at
    while sentence.is_word(start - 1):
        start -= 1
    verb = start + (sentence.lower(start) in sentence.language.comparative_openers)
    return start if verb < at and sentence.verb_end(verb) is not None else at


def _of_apposition(language: Language) -> frozenset[str]:
    """Return the words that go on with whom a phrase names: "according to Lee, the head of …"."""
    return language.determiners | language.relative_openers | language.office_nouns | language.conjunctions


def elided_clause(part: OuterSentence, verb: int, subject: Span | None) -> ReportingClause | None:
    """Return the clause that opens a part and has its *subject* elsewhere: "adding that …"."""
    after = part.verb_end(verb)
    words = complement(part, verb, after) if after is not None else None
    if words is None:
        return None
    denies = part.lower(verb) in part.language.denying_verbs
    end = part.tokens[verb].start if denies else words
    return before_words(part, subject, end)


def _verb_clauses(sentence: OuterSentence) -> Iterator[ReportingClause]:
    for at, after in sentence.verbs():
        for build in (_as_noted, _as_told, _subject_first, _verb_first):
            clause = build(sentence, at, after)
            if clause:
                yield clause
                break


def _as_noted(sentence: OuterSentence, at: int, after: int) -> ReportingClause | None:
    """Find "as NAME noted," and "as noted by NAME,"."""
    subject = subject_before(sentence, at)
    nearby = range(at - 1, max(at - 1 - MAX_SUBJECT, -1), -1)
    opener = next((i for i in nearby if sentence.lower(i) in sentence.language.comparative_openers), None)
    if not subject or opener is None or sentence.tokens[opener].end > subject.start:
        return None
    if any(not sentence.is_word(i) for i in range(opener, at)):
        return None
    comma = next((i for i in range(after, len(sentence.tokens)) if sentence.lower(i) == ","), None)
    if comma is None:
        if sentence.is_word(after) and sentence.lower(after) not in sentence.language.phrase_enders:
            return None
        return after_words(sentence, subject, opener) if opener else None
    return beside_words(sentence, subject, opener, comma + 1)


def _as_told(sentence: OuterSentence, at: int, after: int) -> ReportingClause | None:
    """Find "as told NAME,", in languages where the verb goes first."""
    if sentence.lower(at - 1) not in sentence.language.comparative_openers:
        return None
    subject = subject_after(sentence, after)
    if not subject:
        return None
    comma = next((i for i in range(after, len(sentence.tokens)) if sentence.lower(i) == ","), None)
    if comma is None:
        return after_words(sentence, subject, at - 1) if at > 1 else None
    return beside_words(sentence, subject, at - 1, comma + 1)


def _subject_first(sentence: OuterSentence, at: int, after: int) -> ReportingClause | None:
    """Find "NAME said", before the words, after them or inside them."""
    subject = subject_before(sentence, at)
    if not subject:
        return _unnamed_first(sentence, at, after)
    start = joined(sentence, sentence.index_at(subject.start))
    subject = Span(sentence.tokens[start].start, subject.end)
    if _is_relative(sentence, start):
        return None
    closing = closing_clause(sentence, subject, start, after)
    if closing:
        return closing
    if sentence.lower(at) in sentence.language.denying_verbs:
        return before_words(sentence, subject, sentence.tokens[at].start)
    words = complement(sentence, at, after)
    return before_words(sentence, subject, words) if words is not None else None


def _is_relative(sentence: OuterSentence, start: int) -> bool:
    """Tell whether the clause only describes a noun: "policies that she argues …"."""
    if start < 2 or sentence.lower(start - 1) not in sentence.language.relative_openers:  # noqa: PLR2004 -- a noun
        return False
    return sentence.lower(start - 2) not in sentence.language.phrase_enders  # "an interview in which he said …"


def _unnamed_first(sentence: OuterSentence, at: int, after: int) -> ReportingClause | None:
    """Find "a farmer said" at the end of the words, and "the farmer said that" before them."""
    thats = sentence.lower(after) in sentence.language.complementizers
    helped = thats and may_intervene(sentence.lower(at - 1), sentence.language)  # "have said that", no "claim that"
    surely = helped or sentence.tokens[at].text in sentence.language.surest_verbs
    subject = unnamed_before(sentence, at) or (clause_before(sentence, at) if surely else None)
    if not subject:
        return None
    start = sentence.index_at(subject.start)
    closing = closing_clause(sentence, subject, start, after)
    if closing:
        return closing
    if _is_relative(sentence, start) or not (surely or thats):
        return None
    words = complement(sentence, at, after)
    return before_words(sentence, subject, words) if words is not None else None


def joined(sentence: OuterSentence, start: int) -> int:
    """Return where "NAME and NAME" begins, of which the second begins at *start*."""
    if sentence.lower(start - 1) not in sentence.language.conjunctions:
        return start
    first = start - 1
    while sentence.is_word(first - 1) and sentence.tokens[first - 1].text[0].isupper():
        first -= 1
    return first if first < start - 1 else start


def _verb_first(sentence: OuterSentence, at: int, after: int) -> ReportingClause | None:
    """Find "said NAME" after quoted words, or after a comma."""
    subject = subject_after(sentence, after)
    if subject and follows_words(sentence, at, after):
        return attached_clause(sentence, subject, at, after)
    if subject and _is_parenthesis(sentence, at, subject):
        return attached_clause(sentence, subject, at, sentence.index_at(subject.end))
    return None


def _is_parenthesis(sentence: OuterSentence, at: int, subject: Span) -> bool:
    """Tell whether "…, said NAME, …" stands between commas, so that one word before it is enough."""
    end = sentence.index_at(subject.end)
    return at > 1 and sentence.language.free_order and sentence.lower(at - 1) == "," == sentence.lower(end)
