"""Quotations cut into pieces that can be compared: the words of one sentence, and how its letters overlap.

The program's quotations do not cross sentences, and people mark whole contents. So gold is cut at the program's
own sentence boundaries, and the pieces are compared: a content over three sentences counts three times. A reporting
clause inside a quotation is no part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quotetrace.model import Presentation
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quotetrace.evaluation.gold import GoldQuotation
    from quotetrace.languages import Language
    from quotetrace.model import Quotation, Sentence, Span

# Two spans are as good as one if their letters and digits have a Jaccard index of at least this. Two people who
# annotated the same articles agree so on .95 of the direct and .87 of the indirect quotations.
ALIKE = 0.8
# From this share of letters in quotation marks on, words are a direct quotation; below, a mixed one.
DIRECT_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Piece:
    """Somebody's words within one sentence: the places of their letters and digits, and what is known about them."""

    letters: frozenset[int]
    words: int
    presentation: Presentation
    speaker: str
    cue: str = ""  # of gold

    def likeness(self, other: Piece) -> float:
        """Return the Jaccard index of the letters of two pieces, 0–1."""
        either = len(self.letters | other.letters)
        return len(self.letters & other.letters) / either if either else 0.0


class Cutter:
    """Cuts what was found and what was annotated in one article into pieces."""

    def __init__(self, text: str, sentences: Sequence[Sentence], language: Language) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._ends = [sentence.end for sentence in sentences]
        marked = _between_marks(language.quote_pairs).finditer(text)
        self._quoted = {at for stretch in marked for at in range(stretch.start(), stretch.end())}

    def found(self, quotation: Quotation, *, by_marks: bool) -> Piece:
        """Return a quotation of the program; *by_marks* works out its presentation as for gold that tells none."""
        spans = list(_without(quotation.frame, quotation.start, quotation.end))
        given = None if by_marks else quotation.presentation
        return self._piece(spans, given, quotation.speaker)

    def gold(self, quotation: GoldQuotation) -> Iterator[Piece]:
        """Yield the pieces of an annotated quotation, one for each sentence that it has letters in."""
        given = Presentation(quotation.presentation) if quotation.presentation else None
        within: dict[Sentence, list[tuple[int, int]]] = defaultdict(list)
        for start, end in quotation.spans:
            for sentence in self._sentences[bisect_right(self._ends, start) : bisect_left(self._starts, end)]:
                within[sentence].append((max(start, sentence.start), min(end, sentence.end)))
        for inside in within.values():
            piece = self._piece(inside, given, quotation.speaker, quotation.cue)
            if piece.letters:
                yield piece

    def _piece(
        self, spans: Iterable[tuple[int, int]], given: Presentation | None, speaker: str, cue: str = ""
    ) -> Piece:
        spans = sorted(spans)
        letters = frozenset(at for start, end in spans for at in range(start, end) if self._text[at].isalnum())
        words = len(tokens(" ".join(self._text[start:end] for start, end in spans)))
        return Piece(letters, words, given or self._by_marks(letters), speaker, cue)

    def _by_marks(self, letters: frozenset[int]) -> Presentation:
        share = len(letters & self._quoted) / len(letters) if letters else 0.0
        if share >= DIRECT_SHARE:
            return Presentation.DIRECT
        return Presentation.MIXED if share else Presentation.INDIRECT


@cache
def _between_marks(pairs: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Return what finds quoted words, in the plainest way, so that the program's own reading of marks is not asked.

    Single marks are left out: most of them are apostrophes. A straight mark may stand for one of the commonest pair.
    A mark that is not closed reaches to the end of its line.
    """
    closing: dict[str, set[str]] = {_STRAIGHT: {_STRAIGHT, pairs[0][1]}}
    for opening, own in pairs:
        if opening not in _SINGLE:
            closing.setdefault(opening, {_STRAIGHT}).add(own)
    ways = (f"{opening}[^{''.join(own)}\n]*(?:[{''.join(own)}]|$)" for opening, own in closing.items())
    return re.compile("|".join(ways), re.MULTILINE)


_STRAIGHT = '"'
_SINGLE = frozenset("'‘’‚‹›")


def _without(frame: Span | None, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is left of a span when a reporting clause is taken out."""
    if frame is None or frame.end <= start or frame.start >= end:
        yield start, end
        return
    if start < frame.start:
        yield start, frame.start
    if frame.end < end:
        yield frame.end, end


def matches(found: Sequence[Piece], gold: Sequence[Piece], least: float = ALIKE) -> list[tuple[int, int]]:
    """Return which piece *found* is which of *gold*, as positions, the most alike first; each is matched once.

    Two pieces match if their likeness is at least *least*.
    """
    at: dict[int, list[int]] = {}
    for position, piece in enumerate(gold):
        for letter in piece.letters:
            at.setdefault(letter, []).append(position)
    pairs = {(f, g) for f, piece in enumerate(found) for letter in piece.letters for g in at.get(letter, ())}
    ranked = sorted((-found[f].likeness(gold[g]), f, g) for f, g in pairs)
    taken_found, taken_gold = set[int](), set[int]()
    chosen: list[tuple[int, int]] = []
    for unlike, f, g in ranked:
        if -unlike >= least and f not in taken_found and g not in taken_gold:
            taken_found.add(f)
            taken_gold.add(g)
            chosen.append((f, g))
    return chosen
