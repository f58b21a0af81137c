"""Which words of a line are reported: without the clause, the marks at their edges, and what goes on after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.model import Presentation, Span
from quotetrace.speech.clauses import Position
from quotetrace.splitting.blocks import words_start
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.languages import Language
    from quotetrace.speech.lines import Line

# "She urged caution" reports one word, which is no statement.
MIN_REPORTED_WORDS = 2
# From this share of quoted words on, attributed words are a direct quotation; below, a mixed one.
DIRECT_SHARE = 0.8

# "a “crook,” a “thief” and a “liar”"
MAX_BETWEEN_NAMES = 2

EDGE = ",;:—–"


def reported_words(text: str, line: Line, language: Language) -> Span | None:
    """Return the words of a line that its reporting clause reports, or None where it reports none."""
    clause, span = line.clause, line.span
    if clause is None or clause.position is Position.NEXT:
        return None
    if clause.position is Position.BEFORE:
        span = _up_to_marks(text, line, Span(clause.frame.end, span.end), language)
    elif clause.position is Position.AFTER:
        span = _announced(text, line, Span(span.start, clause.frame.start))
    words = len(tokens(text[span.start : span.end]))
    return span if words >= MIN_REPORTED_WORDS or (words and line.quoted) else None


def _up_to_marks(text: str, line: Line, content: Span, language: Language) -> Span:
    """Return the words after a clause, without what goes on after marks that open right there.

    "Lee said: “The wells are dry,” when she left", "Lee called the wells “bone dry” and left": the rest is the
    article's own where the words quoted end in a comma, or say how somebody called something.
    """
    quoted = [span for span in line.quoted if span.end > content.start]
    if not quoted or tokens(text[content.start : max(content.start, quoted[0].start)]):
        return content
    if not _names_object(text, line, language):
        ended = len(quoted) == 1 and text[quoted[0].end - 1] == ","
        return Span(content.start, quoted[0].end) if ended else content
    end = quoted[0].end
    for span in quoted[1:]:
        if len(tokens(text[end : span.start])) > MAX_BETWEEN_NAMES:
            break
        end = span.end
    return Span(content.start, end)


def _names_object(text: str, line: Line, language: Language) -> bool:
    """Tell whether something stands between verb and quotation mark: "called the wells “…”"."""
    frame = text[line.span.start : line.clause.frame.end].rstrip() if line.clause else ""
    before = frame.rstrip("".join(language.quote_marks)).rstrip()
    if not before or not before[-1].isalnum():
        return False
    no_object = language.say_verbs | language.that_verbs | language.complementizers | language.time_words
    return tokens(before)[-1].form not in no_object


def _announced(text: str, line: Line, content: Span) -> Span:
    """Return the words before a clause: from a colon on where that opens the words quoted last."""
    last = next((span for span in reversed(line.quoted) if span.end <= content.end), None)
    if last is None or tokens(text[last.end : content.end]):
        return content
    before = text[content.start : last.start - 1].rstrip()
    return Span(last.start, content.end) if before.endswith(":") else content


def presentation_of(text: str, line: Line, content: Span) -> Presentation:
    """Tell direct, mixed and indirect speech apart by the share of the words in quotation marks."""
    words = len(tokens(text[content.start : content.end]))
    if line.clause and line.clause.position is Position.INSIDE:
        words -= len(tokens(text[line.clause.frame.start : line.clause.frame.end]))
    quoted = sum(
        len(tokens(text[span.start : span.end]))
        for span in line.quoted
        if content.start <= span.start and span.end <= content.end
    )
    if not quoted:
        return Presentation.INDIRECT
    return Presentation.DIRECT if quoted >= DIRECT_SHARE * words else Presentation.MIXED


def trimmed_words(text: str, span: Span, language: Language) -> tuple[int, int]:
    """Take white space, quotation marks, bullets and the comma before a closing mark off the edges of a span."""
    start, end = words_start(text, span), span.end
    edge = language.quote_marks | set(EDGE)
    while start < end and (text[start].isspace() or text[start] in edge):
        start += 1
    if _stops_after_marks(text, Span(start, end), language):
        end -= 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in edge):
        end -= 1
    return start, _with_inner_closing_mark(text, Span(start, end), span.end, language)


def _stops_after_marks(text: str, span: Span, language: Language) -> bool:
    """Tell whether a full stop follows a mark that closes what was opened before the span: «…»."""
    if text[span.end - 1] != ".":
        return False
    closing, words = text[span.end - 2], text[span.start : span.end]
    openings = {opening for opening, mark in language.quote_pairs if mark == closing != opening}
    return bool(openings) and words.count(closing) > sum(map(words.count, openings))


def _with_inner_closing_mark(text: str, trimmed: Span, end: int, language: Language) -> int:
    """Return the end moved behind the closing mark of a word quoted at the end, or left where it is."""
    words = text[trimmed.start : trimmed.end]
    for opening, closing in language.quote_pairs:
        if opening == closing or opening not in words:
            continue
        closed = sum(1 for at in _places(closing, words) if not words[at + 1 : at + 2].isalnum())  # no apostrophe
        mark = text.find(closing, trimmed.end, end)
        if words.count(opening) > closed and mark >= 0:
            return mark + 1
    return trimmed.end


def _places(mark: str, words: str) -> Iterator[int]:
    return (at for at, char in enumerate(words) if char == mark)
