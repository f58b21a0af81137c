"""People quoted inside a quotation: "Pike told me ‘we are ready’," the minister said.

Words in quotation marks inside somebody's words are another's if a reporting clause there says so ("Pike told me"); the
field calls such a speaker a nested source. They become a quotation of their own, relayed by the outer speaker, and the
rest stays the outer speaker's. Where it cannot be told who the nested speaker is ("he said ‘…’"), nothing is parted:
the outer quotation stays whole. Marked words without a clause ("the so-called ‘old guard of the port’") and what the
speaker quotes from himself ("I told them ‘no’") are the outer speaker's own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from quotetrace.model import Evidence, Presentation, Span
from quotetrace.speech.cues import reporting_clause
from quotetrace.speech.discourse import whole_subject
from quotetrace.speech.marks import quoted_stretches
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quotetrace.model import Quotation, Sentence
    from quotetrace.people.attribution import Attribution, Cast
    from quotetrace.speech.lines import Line

    Told = tuple[Sentence, Quotation]

# A shorter stretch in marks is a term or a title.
MIN_INNER_WORDS = 3
# Of the outer speaker's words, fewer are what is left of a clause.
MIN_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Inner:
    """Words of a nested speaker within one sentence, and the clause that attributes them, if it is there too."""

    words: Span
    said_by: Attribution
    frame: Span | None


def with_nested(
    text: str, told: Sequence[Told], lines: Sequence[Line], cast: Cast, confidence: Callable[[Evidence], float]
) -> Iterator[Told]:
    """Yield what an article tells, the words of nested speakers parted from those of the speakers who quote them.

    *confidence* gives how sure a speaker is by how it was decided. In order and apart, as *told* must be.
    """
    places = _Places(told)
    inner: dict[Told, list[_Inner]] = defaultdict(list)
    for one in _found(text, places, lines, cast):
        inner[next(places.around(one.words))].append(one)
    for sentence, quotation in told:
        within = inner[sentence, quotation]
        if not within:
            yield sentence, quotation
            continue
        pieces = [_nested(text, one, quotation, confidence) for one in within] + list(_rest(text, quotation, within))
        for piece in sorted(pieces, key=lambda piece: piece.start):
            yield sentence, piece


class _Places:
    """What an article tells, found by place."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.told = told
        self._ends = [quotation.end for _, quotation in told]

    def around(self, span: Span) -> Iterator[Told]:
        """Yield what stands in a part of *span* at least, in order."""
        for pair in islice(self.told, bisect_right(self._ends, span.start), None):
            if pair[1].start >= span.end:
                return
            yield pair


def _found(text: str, places: _Places, lines: Sequence[Line], cast: Cast) -> Iterator[_Inner]:
    """Yield the words of nested speakers."""
    for outer in _stretches(places.told, lines):
        for stretch in quoted_stretches(text, outer, cast.language):
            parts = [part for span in stretch for part in _by_sentence(span, places)]
            around = _around(parts[0], outer, places) if parts else None
            if around:
                yield from _attributed(text, parts, around, cast)


def _stretches(told: Sequence[Told], lines: Sequence[Line]) -> list[list[Span]]:
    """Return the stretches that are somebody's words, each by its blocks: those in marks, and the turns of a record."""
    blocks: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for line in lines:
        if line.presentation is not Presentation.TRANSCRIPT:
            for number, span in zip(line.stretches, line.quoted, strict=True):
                blocks[number, line.sentence.block].append(span)
    stretches: dict[int, list[Span]] = defaultdict(list)
    for (number, _), spans in blocks.items():
        stretches[number].append(Span(spans[0].start, spans[-1].end))
    turns = [quotation for _, quotation in told if quotation.presentation is Presentation.TRANSCRIPT]
    return [*stretches.values(), *([Span(turn.start, turn.end)] for turn in turns)]


def _by_sentence(span: Span, places: _Places) -> Iterator[Span]:
    for _, quotation in places.around(span):
        yield Span(max(span.start, quotation.start), min(span.end, quotation.end))


def _around(part: Span, outer: Sequence[Span], places: _Places) -> Span | None:
    """Return the words around a part of an inner stretch: of its sentence, as far as they are the outer speaker's."""
    for sentence, _ in places.around(part):
        for span in outer:
            start, end = max(sentence.start, span.start), min(sentence.end, span.end)
            if start <= part.start and part.end <= end:
                return Span(start, end)
    return None


def _attributed(text: str, parts: Sequence[Span], around: Span, cast: Cast) -> Iterator[_Inner]:
    """Yield the parts of an inner stretch, one a sentence, if a clause around the first of them names whose it is."""
    if sum(len(tokens(text[part.start : part.end])) for part in parts) < MIN_INNER_WORDS:
        return
    clause = reporting_clause(text, around, [parts[0]], cast.language)
    if clause is None or clause.subject is None:
        return
    subject = whole_subject(text, clause.subject, cast.language)
    said_by = cast.resolve_relayed(text[subject.start : subject.end])
    if not said_by.speaker:
        return
    yield _Inner(parts[0], said_by, clause.frame)
    for part in parts[1:]:
        yield _Inner(part, said_by, None)


def _nested(text: str, inner: _Inner, outer: Quotation, confidence: Callable[[Evidence], float]) -> Quotation:
    start, end = _trimmed(text, inner.words)
    evidence = inner.said_by.evidence
    return replace(
        outer,
        start=start,
        end=end,
        presentation=Presentation.DIRECT,
        speaker=inner.said_by.speaker,
        evidence=evidence,
        confidence=confidence(evidence),
        frame=inner.frame,
        relayed_by=outer.speaker,
    )


def _rest(text: str, quotation: Quotation, within: Sequence[_Inner]) -> Iterator[Quotation]:
    """Yield what is left of the outer speaker's words, without the clauses."""
    taken = [one.words for one in within] + [one.frame for one in within if one.frame]
    if quotation.frame:
        taken.append(quotation.frame)
    at = quotation.start
    for span in [*sorted(taken, key=lambda span: span.start), Span(quotation.end, quotation.end)]:
        start, end = _trimmed(text, Span(at, min(span.start, quotation.end)))
        if len(tokens(text[start:end])) >= MIN_WORDS:
            yield replace(quotation, start=start, end=end)
        at = max(at, span.end)


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    """Take everything off the edges that is not a letter or digit, but for the mark that ends a sentence."""
    start, end = span.start, max(span.start, span.end)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".!?…"):
        end -= 1
    return start, end
