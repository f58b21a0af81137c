"""What differs between two texts, word by word.

The display and the counts answer different questions. `word_diff` keeps what reads well: it takes the words that stand
for each other (`word_alignment`), shows what stands elsewhere as moved, and lets go of the scraps between two larger
changes. `count_edits` is the plain word-level edit distance, as in a word error rate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from quotetrace import languages
from quotetrace.model import Span
from quotetrace.passages import spoken
from quotetrace.text import tokens
from quotetrace.word_alignment import align, lightness
from quotetrace.word_order import Block, blocks, in_order, is_clause, worth_showing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quotetrace.languages import Language
    from quotetrace.model import Passage

    _Part = tuple[int, int, tuple[int, int] | None]  # words of one text; where they stand in the other if they moved

# A word of content outweighs function words where it is to be seen which of two stretches has moved.
_WEIGHT = {False: 4, True: 1}
_LAST_WORD_BEGINNING = re.compile(r"\S*$")


# Words. A longer "sentence" is a table or a fault; comparing two word by word would take gigabytes.
LONGEST = 5000


class Op(StrEnum):
    """What became of a stretch of the first text in the second."""

    EQUAL = "equal"
    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    MOVED = "moved"


_KEPT = (Op.EQUAL, Op.MOVED)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text *a* and the stretch of text *b* that stands for it; one of them may be empty.

    Stretches go from the beginning of a word to the beginning of the next, so they end in white space. A stretch that
    has moved has two segments, one where it stands in each text, with nothing on the other side; *elsewhere* is the
    stretch of the other text that it is the same as.
    """

    op: Op
    a: Span
    b: Span
    elsewhere: Span | None = None


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Two texts and the segments that cover both from end to end, in order.

    A word that stands in the place of another is a segment by itself, so that two that differ can follow each other.
    *shared* is the share of both texts' words that stand in equal or moved segments, 0–1.
    """

    a: str
    b: str
    segments: tuple[Segment, ...]
    shared: float

    @property
    def differs(self) -> bool:
        """Whether any word differs; case and punctuation are no difference."""
        return any(segment.op is not Op.EQUAL for segment in self.segments)

    @property
    def stretches(self) -> list[Segment]:
        """The segments with those that changed in a row put together, as they read best."""
        found: list[Segment] = []
        for segment in self.segments:
            if found and segment.op not in _KEPT and found[-1].op not in _KEPT:
                op = segment.op if segment.op is found[-1].op else Op.REPLACE
                a, b = (
                    Span(one.start, other.end) for one, other in ((found[-1].a, segment.a), (found[-1].b, segment.b))
                )
                found[-1] = Segment(op, a, b)
            else:
                found.append(segment)
        return found


@dataclass(frozen=True, slots=True)
class EditCounts:
    """How many words change a reference into a variant, and how many words the reference has."""

    substitutions: int
    insertions: int
    deletions: int
    reference_tokens: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A segment in words instead of characters; *elsewhere* are the bounds of what a moved one is the same as."""

    op: Op
    words: Block
    elsewhere: tuple[int, int] | None = None

    def swapped(self) -> _Piece:
        a_start, a_end, b_start, b_end, same = self.words
        op = {Op.INSERT: Op.DELETE, Op.DELETE: Op.INSERT}.get(self.op, self.op)
        return _Piece(op, Block(b_start, b_end, a_start, a_end, same), self.elsewhere)


class _Words(NamedTuple):
    """The forms of a text's words, and where each begins with its opening marks, closed by the text's length."""

    forms: tuple[str, ...]
    starts: list[int]

    def span(self, first: int, end: int) -> Span:
        return Span(self.starts[first], self.starts[end])


def word_diff(a: str, b: str, language: str = "") -> WordDiff:
    """Compare two texts by their words, case folded; *language* (BCP 47) says what its words are worth."""
    left, right = _words(a), _words(b)
    pieces = _symmetric_pieces(left.forms, right.forms, languages.get(language))
    shared = sum(_words_of(piece) for piece in pieces if piece.op in _KEPT)
    segments = tuple(_segment(piece, left, right) for piece in pieces)
    return WordDiff(a, b, segments, shared / max(len(left.forms) + len(right.forms), 1))


def passage_diff(a: Passage, b: Passage, language: str = "") -> WordDiff:
    """Compare the words of two passages; a reporting clause inside one is shown and is no difference."""
    return replace(word_diff(spoken(a), spoken(b), language), a=a.text, b=b.text)


def count_edits(reference: str, variant: str) -> EditCounts:
    """Count the fewest single-word edits that turn *reference* into *variant*."""
    forms, others = ([token.form for token in tokens(text)] for text in (reference, variant))
    if max(len(forms), len(others)) > LONGEST:
        replaced = 0 if forms == others else min(len(forms), len(others))
        return EditCounts(replaced, max(len(others) - len(forms), 0), max(len(forms) - len(others), 0), len(forms))
    edits = Levenshtein.editops(forms, others)
    tags = [edit.tag for edit in edits]
    return EditCounts(tags.count("replace"), tags.count("insert"), tags.count("delete"), len(forms))


def _segment(piece: _Piece, left: _Words, right: _Words) -> Segment:
    a_start, a_end, b_start, b_end, _ = piece.words
    elsewhere = None
    if piece.elsewhere:
        elsewhere = (right if a_start < a_end else left).span(*piece.elsewhere)
    return Segment(piece.op, left.span(a_start, a_end), right.span(b_start, b_end), elsewhere)


def _words_of(piece: _Piece) -> int:
    a_start, a_end, b_start, b_end, _ = piece.words
    return a_end - a_start + b_end - b_start


@lru_cache(maxsize=1 << 10)  # a reference is compared with every variant in turn
def _words(text: str) -> _Words:
    """Return the words of a text; what has no word in it (a dash, an ellipsis) counts as one."""
    found = tokens(text)
    if not found:
        return _Words((text,), [0, len(text)]) if text else _Words((), [0])
    starts = []
    before = 0
    for token in found:
        opening = _LAST_WORD_BEGINNING.search(text, before, token.start)
        parted = opening is not None and opening.start() > before
        starts.append(opening.start() if opening and parted else token.start)
        before = token.end
    starts[0] = 0
    return _Words(tuple(token.form for token in found), [*starts, len(text)])


def _symmetric_pieces(a: tuple[str, ...], b: tuple[str, ...], language: Language) -> list[_Piece]:
    """Return what is the same, what changed and what moved, whichever of the two texts comes first.

    Which of several equally good answers is found depends on the order of the texts.
    """
    if a > b:
        return [piece.swapped() for piece in _symmetric_pieces(b, a, language)]
    if max(len(a), len(b)) > LONGEST:
        return [_Piece(Op.EQUAL if a == b else Op.REPLACE, Block(0, len(a), 0, len(b)))]
    return _pieces(a, b, language)


def _pieces(a: tuple[str, ...], b: tuple[str, ...], language: Language) -> list[_Piece]:
    light = lightness(a, language.function_words)
    linked = blocks(align(a, b, language), a, b)
    chain = in_order(linked, lambda block: sum(_WEIGHT[x] for x in light[block.a_start : block.a_end]))
    gone = [block for block in set(linked).difference(chain) if is_clause(block, light)]
    away = sorted((block.a_start, block.a_end, (block.b_start, block.b_end)) for block in gone)
    here = sorted((block.b_start, block.b_end, (block.a_start, block.a_end)) for block in gone)
    pieces: list[_Piece] = []
    for run in worth_showing((block for block in chain if block.same), len(b), light):
        if run.same:
            pieces.append(_Piece(Op.EQUAL, run))
        else:
            inside = [block for block in chain if run.a_start <= block.a_start < run.a_end]
            # Where shared scraps were let go, the words between them do not stand for each other one by one.
            pieces += _changed(run, [] if any(block.same for block in inside) else inside, away, here)
    return pieces


def _changed(run: Block, others: Iterable[Block], away: Iterable[_Part], here: Iterable[_Part]) -> Iterator[_Piece]:
    """Yield the pieces of a run that changed: words that stand for others, what has moved from or to it, and the rest.

    *away* and *here* are what has moved from a place in *a* and to a place in *b*, in order.
    """
    a_start, a_end, b_start, b_end, _ = run
    for block in [*others, Block(a_end, a_end, b_end, b_end)]:
        ours, theirs = _parts(a_start, block.a_start, away), _parts(b_start, block.b_start, here)
        yield from _side_by_side(ours, theirs, a_start, b_start)
        if block.size:
            yield _Piece(Op.REPLACE, block)
        a_start, b_start = block.a_end, block.b_end


def _parts(start: int, end: int, moved: Iterable[_Part]) -> list[_Part]:
    """Cut the words from *start* to *end* of one text into what stands elsewhere in the other, and what does not."""
    parts: list[_Part] = []
    for part in moved:
        if start <= part[0] and part[1] <= end:
            parts += [(start, part[0], None), part] if start < part[0] else [part]
            start = part[1]
    return [*parts, (start, end, None)] if start < end else parts


def _side_by_side(ours: list[_Part], theirs: list[_Part], i: int, j: int) -> Iterator[_Piece]:
    """Yield the parts of both sides in order; what stands between the same words and nowhere else is a replacement."""
    while ours or theirs:
        if ours and (ours[0][2] or not theirs):
            _, end, elsewhere = ours.pop(0)
            yield _Piece(Op.MOVED if elsewhere else Op.DELETE, Block(i, end, j, j), elsewhere)
            i = end
        elif theirs and (theirs[0][2] or not ours):
            _, end, elsewhere = theirs.pop(0)
            yield _Piece(Op.MOVED if elsewhere else Op.INSERT, Block(i, i, j, end), elsewhere)
            j = end
        else:
            (_, i_end, _), (_, j_end, _) = ours.pop(0), theirs.pop(0)
            yield _Piece(Op.REPLACE, Block(i, i_end, j, j_end))
            i, j = i_end, j_end
