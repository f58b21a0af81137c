"""Reporting clauses: who is said to have said something, and which part of a sentence says so.

A clause stands before the words ("Lee stressed that …"), after them ("…, Lee said on Monday"), inside them, or
in the next sentence ("This was stated by Lee"). Quoted words are never searched for one.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from quotetrace.model import Span
from quotetrace.outer import outer_sentence
from quotetrace.subjects import MAX_SUBJECT, clause_before, subject_after, subject_before, unnamed_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language
    from quotetrace.outer import OuterSentence

# How far "that" or a colon may be from the verb, in words: "told reporters after the talks in the capital on Thursday
# that". Longer stretches were other clauses in the annotated news that the rules were written on.
MAX_BEFORE_COMPLEMENT = 10
MIN_WORDS_BEFORE_CLOSING_CLAUSE = 3
# "…, she said after the talks in the capital, visibly tired, “…": further off it is another quotation.
MAX_BEFORE_RESUMED = 60
# "…, she told the state news agency."
MAX_CLOSING_OBJECT = 4

DASHES = "—–-―"


class Position(StrEnum):
    """Where a reporting clause stands to the words it reports."""

    BEFORE = "before"
    AFTER = "after"
    INSIDE = "inside"
    NEXT = "next"  # in the sentence after them


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A clause that attributes words: *frame* is all of it, *subject* names the speaker."""

    subject: Span | None  # None where the clause has none and none is near
    frame: Span
    position: Position


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
    subject = subject_after(sentence, after, pronouns=sentence.language.source_pronouns)
    if not subject and not (sentence.lower(at - 1) in {",", *DASHES} and at > MIN_WORDS_BEFORE_CLOSING_CLAUSE):
        return None
    end = next((i for i in range(after, len(sentence.tokens)) if sentence.lower(i) in {",", ":"}), None)
    if end is None:
        return ReportingClause(subject, _to_the_end(sentence, at), Position.AFTER) if at else None
    if at and sentence.lower(end + 1) in _of_apposition(sentence.language):
        return ReportingClause(subject, _to_the_end(sentence, at), Position.AFTER)
    leads = at <= MIN_WORDS_BEFORE_CLOSING_CLAUSE + 2 and not any(sentence.is_quoted(i) for i in range(at))
    return _clause(sentence, subject, 0 if leads else at, end + 1)


def _of_apposition(language: Language) -> frozenset[str]:
    """Return the words that go on with whom a phrase names: "according to Lee, the head of …"."""
    return language.determiners | language.relative_openers | language.office_nouns | language.conjunctions


def _clause(sentence: OuterSentence, subject: Span | None, start: int, end: int) -> ReportingClause:
    """Build a clause of the tokens from *start* to *end*, before the words or inside them."""
    if start == 0:
        frame = Span(sentence.span.start, _start_of(sentence, end))
        return ReportingClause(subject, frame, Position.BEFORE)
    frame = Span(sentence.tokens[start].start, sentence.tokens[end - 1].end)
    return ReportingClause(subject, frame, Position.INSIDE)


def _start_of(sentence: OuterSentence, index: int) -> int:
    return sentence.tokens[index].start if index < len(sentence.tokens) else sentence.span.end


def elided_clause(part: OuterSentence, verb: int, subject: Span | None) -> ReportingClause | None:
    """Return the clause that opens a part and has its *subject* elsewhere: "adding that …"."""
    after = part.verb_end(verb)
    words = complement(part, verb, after) if after is not None else None
    if words is None:
        return None
    denies = part.lower(verb) in part.language.denying_verbs
    end = part.tokens[verb].start if denies else words
    return ReportingClause(subject, Span(part.span.start, end), Position.BEFORE)


def _to_the_end(sentence: OuterSentence, start: int) -> Span:
    """Return the frame from token *start* to the end, with the comma or dash before it."""
    if start and sentence.lower(start - 1) in {",", *DASHES}:
        start -= 1
    return Span(sentence.tokens[start].start, sentence.span.end)


def _verb_clauses(sentence: OuterSentence) -> Iterator[ReportingClause]:
    for at in range(len(sentence.tokens)):
        after = sentence.verb_end(at)
        if after is None:
            continue
        for build in (_as_noted, _subject_first, _verb_first):
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
        return ReportingClause(subject, _to_the_end(sentence, opener), Position.AFTER) if opener else None
    return _clause(sentence, subject, opener, comma + 1)


def _subject_first(sentence: OuterSentence, at: int, after: int) -> ReportingClause | None:
    """Find "NAME said", before the words, after them or inside them."""
    subject = subject_before(sentence, at)
    if not subject:
        return _unnamed_first(sentence, at, after)
    start = joined(sentence, index_at(sentence, subject.start))
    subject = Span(sentence.tokens[start].start, subject.end)
    if _is_relative(sentence, start):
        return None
    if _closes(sentence, start, after) and _ends(sentence, start, after):
        return _closing_clause(sentence, subject, start, after)
    if sentence.lower(at) in sentence.language.denying_verbs:
        return ReportingClause(subject, Span(sentence.span.start, sentence.tokens[at].start), Position.BEFORE)
    words = complement(sentence, at, after)
    if words is None:
        return None
    return ReportingClause(subject, Span(sentence.span.start, words), Position.BEFORE)


def index_at(sentence: OuterSentence, offset: int) -> int:
    return bisect_right(sentence.tokens, offset, key=lambda token: token.end)


def _is_relative(sentence: OuterSentence, start: int) -> bool:
    """Tell whether the clause only describes a noun: "policies that she argues …"."""
    if start < 2 or sentence.lower(start - 1) not in sentence.language.relative_openers:  # noqa: PLR2004 -- a noun
        return False
    return sentence.lower(start - 2) not in sentence.language.phrase_enders  # "an interview in which he said …"


def _unnamed_first(sentence: OuterSentence, at: int, after: int) -> ReportingClause | None:
    """Find "a farmer said" at the end of the words, and "the farmer said that" before them."""
    surely = sentence.tokens[at].text in sentence.language.surest_verbs
    subject = unnamed_before(sentence, at) or (clause_before(sentence, at) if surely else None)
    if not subject:
        return None
    start = index_at(sentence, subject.start)
    if _closes(sentence, start, after) and _ends(sentence, start, after):
        return _closing_clause(sentence, subject, start, after)
    if _is_relative(sentence, start) or not (surely or sentence.lower(after) in sentence.language.complementizers):
        return None
    words = complement(sentence, at, after)
    return ReportingClause(subject, Span(sentence.span.start, words), Position.BEFORE) if words is not None else None


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
    if not _closes(sentence, at, after):
        return None
    subject = subject_after(sentence, after)
    return _closing_clause(sentence, subject, at, after) if subject else None


def _closes(sentence: OuterSentence, start: int, after: int) -> bool:
    """Tell whether a clause from *start* with its verb before *after* follows the words that it reports."""
    if sentence.is_quoted(start - 1):
        return True
    if sentence.lower(start - 1) not in {",", *DASHES}:
        return False
    words = sum(sentence.is_word(i) for i in range(max(0, start - MAX_SUBJECT), start))
    fewest = MIN_WORDS_BEFORE_CLOSING_CLAUSE - (sentence.lower(after) == ",")
    return sentence.is_quoted(start - 2) or words >= fewest


def _follows_quoted(sentence: OuterSentence, start: int) -> bool:
    """Tell whether quoted words end right before *start*, or before the comma there."""
    return sentence.is_quoted(start - 1) or sentence.is_quoted(start - 2)


def _ends(sentence: OuterSentence, start: int, after: int) -> bool:
    """Tell whether a clause from *start* with its verb before *after* ends a sentence: no words it reports follow."""
    rest = range(after, len(sentence.tokens))
    if sentence.ends_clause(start - 1) and not _reports_on(sentence, after):
        return True
    for index in rest[:MAX_BEFORE_COMPLEMENT]:
        if sentence.lower(index) in sentence.language.complementizers or sentence.lower(index) == ":":
            return False
        if not sentence.is_word(index):
            break
    if _follows_quoted(sentence, start):
        return True
    if quotes_next(sentence, after):
        return False
    language = sentence.language
    if not sentence.is_word(after) or sentence.lower(after) in language.phrase_enders | language.clause_openers:
        return True
    if sentence.lower(after - 1) not in language.listener_verbs:
        return False
    stops = language.phrase_enders | language.clause_openers
    told = next((n for n, i in enumerate(rest) if not sentence.is_word(i) or sentence.lower(i) in stops), len(rest))
    return told <= MAX_CLOSING_OBJECT


def _reports_on(sentence: OuterSentence, after: int) -> bool:
    """Tell whether other words are reported right after the verb: "“Dry,” she said that …"."""
    return sentence.lower(after) in sentence.language.complementizers or quotes_next(sentence, after)


def _closing_clause(sentence: OuterSentence, subject: Span, start: int, after: int) -> ReportingClause:
    """Build a clause after the words; where more of them follow, it stands inside them."""
    within = range(after, min(after + MAX_BEFORE_RESUMED, len(sentence.tokens)))
    resumed = next((i for i in within if sentence.is_quoted(i)), None)
    if resumed is not None and resumed > after and not _may_resume(sentence, resumed - 1):
        resumed = None
    if resumed is None and not _follows_quoted(sentence, start) and _goes_on(sentence, after):
        resumed = _next_comma(sentence, after) + 1
    if resumed is None:
        return ReportingClause(subject, _to_the_end(sentence, start), Position.AFTER)
    frame = Span(sentence.tokens[start].start, sentence.tokens[resumed - 1].end)
    return ReportingClause(subject, frame, Position.INSIDE)


def _may_resume(sentence: OuterSentence, before: int) -> bool:
    """Tell whether quoted words after this token go on from those before the clause: "…, she said, but “…”"."""
    word, language = sentence.lower(before), sentence.language
    return not sentence.is_word(before) or word in language.joiners or word in language.complementizers


def _goes_on(sentence: OuterSentence, after: int) -> bool:
    """Tell whether a comma or dash right after the verb gives the word back to the speaker: "…, she said, …".

    After "…, she said on Monday," only what goes on with a verb does: "is dry".
    """
    if sentence.lower(after) in {",", *DASHES} and sentence.is_word(after + 1):
        return sentence.verb_end(after + 1) is None  # "…, she said, adding that …"
    comma = _next_comma(sentence, after)
    language = sentence.language
    return sentence.lower(comma + 1) in language.passive_auxiliaries | language.infinitive_markers


def _next_comma(sentence: OuterSentence, after: int) -> int:
    """Return where the comma or dash is that ends a clause such as "she said on Monday,"."""
    within = range(after, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens)))
    return next((i for i in within if not sentence.is_word(i)), after)


def quotes_next(sentence: OuterSentence, after: int) -> bool:
    """Tell whether quoted words follow the verb at once, or after a comma or colon."""
    return sentence.is_quoted(after) or (sentence.lower(after) in {",", ":"} and sentence.is_quoted(after + 1))


def complement(sentence: OuterSentence, at: int, after: int) -> int | None:
    """Return where the reported words begin after the verb, or None where it reports none.

    Between the verb and "that", a colon or the quoted words there may be who was told, where and when.
    """
    language = sentence.language
    needs_that = sentence.tokens[at].text in language.that_verbs
    adjunct = needs_that or sentence.lower(after) in language.phrase_enders or not sentence.is_word(after)
    for index in range(after, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens)) if adjunct else after + 1):
        if sentence.is_quoted(index):
            return sentence.tokens[index].start
        if sentence.lower(index) in language.complementizers or sentence.lower(index) == ":":
            return _start_of(sentence, index + 1)
        if sentence.lower(index) in language.clause_openers or sentence.lower(index) in ".;?!":
            break
    if needs_that or not sentence.is_word(after):
        return None
    word = sentence.lower(after)
    counts = sentence.lower(after + 1)[:1].isdigit()  # "said about 20 people had come"
    if counts or word in language.infinitive_markers or word not in language.phrase_enders:
        return sentence.tokens[after].start
    return _after_adjunct(sentence, after)


def _after_adjunct(sentence: OuterSentence, after: int) -> int | None:
    """Return where a pronoun opens the words after "said on Monday", "said after the talks"; a name may be of either."""
    for index in range(after + 1, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens))):
        if not sentence.is_word(index) or sentence.lower(index) in sentence.language.clause_openers:
            return None
        if sentence.lower(index) in sentence.language.clause_pronouns:
            return sentence.tokens[index].start
    return None
