"""Joined reports: where in a sentence a second remark begins.

"She said the wells are dry, adding that …", "… and said …", "…, but Vance denied that …", "…, who noted that …". Each
report has a part of the sentence to itself; a verb without a subject of its own shares the one before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.speech.clauses import Position, ReportingClause
from quotetrace.speech.complements import complement, quotes_next
from quotetrace.speech.cues import clause_in, elided_clause, joined
from quotetrace.speech.outer import DASHES, outer_sentence
from quotetrace.speech.subjects import head_subject, may_intervene, phrase_before, subject_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Span
    from quotetrace.speech.outer import OuterSentence


@dataclass(frozen=True, slots=True)
class Report:
    """A part of a sentence that has at most one reporting clause."""

    span: Span
    clause: ReportingClause | None


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where another report begins, in tokens; *verb* is that of a report without a subject of its own."""

    start: int
    verb: int | None = None
    subject: Span | None = None  # that the clause describes: "Lee, who noted that …"


def reports(text: str, span: Span, quoted: Sequence[Span], language: Language) -> list[Report]:
    """Return the parts of the sentence at *span*, in order; most sentences are one part."""
    sentence = outer_sentence(text, span, quoted, language)
    relay = _relay(sentence)
    if relay is None:
        return _reports(sentence)
    tail = sentence.part(relay, len(sentence.tokens)).span
    return [*_reports(sentence.part(0, relay)), Report(tail, ReportingClause(None, tail, Position.BEFORE))]


def _relay(sentence: OuterSentence) -> int | None:
    """Return where "…, reports the agency" begins if it ends a sentence that says itself who said the words."""
    for at in range(len(sentence.tokens) - 1, 0, -1):
        if sentence.lower(at) in {",", *DASHES}:
            first = at - (sentence.lower(at - 1) == ",")
            relayed = sentence.lower(at + 1) in sentence.language.relaying_verbs
            return first if relayed and clause_in(sentence.part(0, first)) else None
    return None


def _reports(sentence: OuterSentence) -> list[Report]:
    cuts = list(_cuts(sentence))
    if not cuts:
        return [Report(sentence.span, clause_in(sentence))]
    ends = [*(cut.start for cut in cuts[1:]), len(sentence.tokens)]
    found = [_first(sentence.part(0, cuts[0].start))]
    for cut, end in zip(cuts, ends, strict=True):
        found.append(_next(sentence, cut, end, found))
    return found


def _first(part: OuterSentence) -> Report:
    return Report(part.span, clause_in(part))


def _next(sentence: OuterSentence, cut: _Cut, end: int, before: Sequence[Report]) -> Report:
    part = sentence.part(cut.start, end)
    if cut.verb is None:
        return Report(part.span, clause_in(part))
    shared = next((report.clause.subject for report in reversed(before) if report.clause), None)
    subject = cut.subject or shared or head_subject(sentence)
    return Report(part.span, elided_clause(part, cut.verb - cut.start, subject))


def _cuts(sentence: OuterSentence) -> Iterator[_Cut]:
    done = 0
    for at, after in sentence.verbs():
        cut = _cut(sentence, at, after, done) if at else None
        if cut and cut.start > done + 1 and sentence.verb_end(cut.start - 1) is None:
            done = cut.start
            yield cut


def _cut(sentence: OuterSentence, at: int, after: int, done: int) -> _Cut | None:
    return _elided(sentence, at, after) or _with_subject(sentence, at, after, done)


def _elided(sentence: OuterSentence, at: int, after: int) -> _Cut | None:
    """Find "…, adding that", "… and said", "… by saying" and "…, who noted that"."""
    language = sentence.language
    first = at
    while first and may_intervene(sentence.lower(first - 1), language):
        first -= 1
    before, gerund = sentence.lower(first - 1), sentence.lower(at).endswith(language.progressive_endings)
    if complement(sentence, at, after) is None:
        return _Cut(first - 1, at) if before in language.conjunctions and _resumes(sentence, at) else None
    if before in language.joiners:
        return _Cut(first - 1, at)
    if gerund:
        opened = before in language.gerund_openers
        parted = before in {",", ";", *DASHES} or sentence.ends_clause(first - 1)
        return _Cut(first - opened, at) if opened or parted else None
    return _relative(sentence, first - 1, at) if before in language.person_relatives else None


def _resumes(sentence: OuterSentence, at: int) -> bool:
    """Tell a second verb of the speaker from one of the words reported: "said she would dig and warned against rain".

    A finite verb in the past does not go on from "would dig", where it does from "had dug".
    """
    if not sentence.lower(at).endswith(sentence.language.past_endings):
        return False
    before = range(at - 1, -1, -1)
    helped = next((i for i in before if sentence.lower(i) in _auxiliaries(sentence.language)), None)
    return helped is not None and sentence.lower(helped) in sentence.language.infinitive_markers


def _auxiliaries(language: Language) -> frozenset[str]:
    return language.infinitive_markers | language.passive_auxiliaries | language.between_subject_and_verb


def _relative(sentence: OuterSentence, opener: int, verb: int) -> _Cut | None:
    """Find a clause that tells what a person said, and ends the sentence."""
    closed = range(verb + 1, len(sentence.tokens) - 1)
    if any(sentence.lower(i) == "," and sentence.verb_end(i + 1) is not None for i in closed):
        return None
    subject = phrase_before(sentence, opener)
    return _Cut(opener, verb, subject) if subject else None


def _with_subject(sentence: OuterSentence, at: int, after: int, done: int) -> _Cut | None:
    """Find "…, but NAME said", "…; NAME said", and "While NAME said …, NAME noted"."""
    subject = subject_before(sentence, at)
    if subject is None or complement(sentence, at, after) is None:
        return None
    start = sentence.index_at(subject.start)
    if joined(sentence, start) < start:
        return None
    language, before = sentence.language, sentence.lower(start - 1)
    if before in language.joiners:
        return _Cut(start - 1)
    relative = before in language.relative_openers & language.clause_openers  # "which", no "what"
    if relative and sentence.lower(start - 2) in language.phrase_enders:
        return _Cut(start - 2)
    parted = before == ";" or (before in DASHES and quotes_next(sentence, after))
    return _Cut(start) if parted or _ends_subordinate(sentence, done, start) else None


def _ends_subordinate(sentence: OuterSentence, first: int, start: int) -> bool:
    """Tell whether a comma before *start* ends a clause with a report of its own: "While Lee said …, Vance noted"."""
    if sentence.lower(start - 1) not in {",", *DASHES} or sentence.lower(first) not in sentence.language.clause_openers:
        return False
    return clause_in(sentence.part(first, start)) is not None
