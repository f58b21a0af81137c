"""Read an article in its order: who is named where, and whom the subject of each reporting clause means there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quotetrace.model import SentenceKind, Span
from quotetrace.people.attribution import UNCERTAIN
from quotetrace.people.names import short_titles, words_of
from quotetrace.text import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.languages import Language
    from quotetrace.people.attribution import Attribution, Cast
    from quotetrace.speech.lines import Line

# "Mrs. Lee" and "Prof. Lee": a subject that was cut at the full stop of a title has the name behind it.
LONGEST_TITLE = 8
_TITLE_BEFORE = re.compile(r"\b(\w+)\. $")
_NAME_AFTER = re.compile(r"\. (?:[^\W\d_a-z][\w’'.-]*(?: (?=[^\W\d_a-z]))?)+(?<!\.)")
# "Water Minister Says Lake Is Safe": of the words of four letters and more, nearly all are capitalised.
TITLED_LETTERS = 4
TITLED_SHARE = 0.8
TITLED_WORDS = 4
_LINES_AT_A_TIME = 1 << 10  # each line of an article is asked about when it is learnt and when it is read


def learn(text: str, lines: Sequence[Line], cast: Cast) -> None:
    """Let the cast take notice of everybody in the article, before it is read."""
    told = [line for line in lines if _has_names(text, line)]
    found = (line.clause.subject for line in told if line.clause)
    subjects = [whole_subject(text, subject, cast.language) for subject in found if subject]
    cast.learn(
        (outer_text(text, line, line.span.start, line.span.end) for line in told),
        (text[subject.start : subject.end] for subject in subjects),
    )
    if cast.language.gendered_endings:
        for line in told:
            _learn_gender(text, line, cast)


def _learn_gender(text: str, line: Line, cast: Cast) -> None:
    """Let the cast learn of a subject what the form of its verb says."""
    clause, verbs = line.clause, cast.language.say_verbs | cast.language.that_verbs
    if clause and clause.subject:
        frame = tokens(text[clause.frame.start : clause.frame.end])
        subject = text[clause.subject.start : clause.subject.end]
        cast.learn_gender(subject, [word.form for word in frame if word.form in verbs])


def follow(text: str, line: Line, cast: Cast) -> Attribution:
    """Read a line, and return whom the subject of its reporting clause means, if it has one.

    What stands after the subject is read after it is resolved: in "She said that Lee …" she is not Lee.
    """
    if line.span.start == line.sentence.start:
        cast.turn_to_next_sentence()
    at = line.span.start
    attribution = UNCERTAIN
    if line.clause and line.clause.subject:
        subject = whole_subject(text, line.clause.subject, cast.language)
        _read_on(text, line, (at, subject.start), cast)
        attribution = cast.resolve(text[subject.start : subject.end])
        at = max(at, subject.end)
    _read_on(text, line, (at, line.span.end), cast)
    return attribution


def whole_subject(text: str, subject: Span, language: Language) -> Span:
    """Return a subject with the name behind its shortened title, or the title before its name: "Rep. Ann Lee"."""
    titles = short_titles(language)
    before = _TITLE_BEFORE.search(text, max(0, subject.start - LONGEST_TITLE), subject.start)
    start = before.start() if before and fold(before[1]) in titles else subject.start
    last = text[subject.start : subject.end].rpartition(" ")[2]
    after = _NAME_AFTER.match(text, subject.end) if fold(last) in titles else None
    return Span(start, after.end() if after else subject.end)


def _read_on(text: str, line: Line, part: tuple[int, int], cast: Cast) -> None:
    if _has_names(text, line):
        cast.read_on(outer_text(text, line, *part))


def _has_names(text: str, line: Line) -> bool:
    """Tell whether capitals mean names: not in a heading, nor where nearly all words have them, as in a title."""
    if line.sentence.kind is SentenceKind.HEADING:
        return False
    return not _is_titled(text[line.span.start : line.span.end])


@lru_cache(maxsize=_LINES_AT_A_TIME)
def _is_titled(line: str) -> bool:
    if line.rstrip().endswith("."):  # no title does
        return False
    words = [word for word in words_of(line) if len(word) >= TITLED_LETTERS]
    return len(words) >= TITLED_WORDS and sum(word[0].isupper() for word in words) >= TITLED_SHARE * len(words)


def outer_text(text: str, line: Line, start: int, end: int) -> str:
    """Return a part of a line without what is in quotation marks: whom a speaker names is nobody it is about."""
    parts: list[str] = []
    for stretch in line.quoted:
        if start < stretch.start < end:
            parts.append(text[start : stretch.start])
        if stretch.end > start:
            start = min(stretch.end, end)
    return "".join([*parts, text[start:end]])
