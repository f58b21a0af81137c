"""What differs between two texts, word by word.

The display and the counts answer different questions. `word_diff` keeps what reads well: it aligns the
longest common words and then lets go of the scraps between two larger changes. `count_edits` is the
plain word-level edit distance, as in a word error rate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Levenshtein

from quotetrace import languages
from quotetrace.model import Span
from quotetrace.passages import spoken
from quotetrace.text import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quotetrace.model import Passage

# A shared stretch is a scrap where the changes on both sides of it are this many times as long.
_SCRAP_OF_FUNCTION_WORDS = 2
_SCRAP_OF_CONTENT_WORDS = 4
_LAST_WORD_BEGINNING = re.compile(r"\S*$")


# Words. A longer "sentence" is a table or a fault; comparing two word by word would take gigabytes.
LONGEST = 5000


class Op(StrEnum):
    """What became of a stretch of the first text in the second."""

    EQUAL = "equal"
    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text *a* and the stretch of text *b* that stands for it; one of them may be empty.

    Stretches go from the beginning of a word to the beginning of the next, so they end in white space.
    """

    op: Op
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Two texts and the segments that cover both from end to end, in order.

    *shared* is the share of both texts' words that stand in equal segments, 0–1.
    """

    a: str
    b: str
    segments: tuple[Segment, ...]
    shared: float

    @property
    def differs(self) -> bool:
        """Whether any word differs; case and punctuation are no difference."""
        return any(segment.op is not Op.EQUAL for segment in self.segments)


@dataclass(frozen=True, slots=True)
class EditCounts:
    """How many words change a reference into a variant, and how many words the reference has."""

    substitutions: int
    insertions: int
    deletions: int
    reference_tokens: int


@dataclass(slots=True)
class _Run:
    """Words `a[a_start:a_end]` and `b[b_start:b_end]`, the same or changed."""

    equal: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int

    def swapped(self) -> _Run:
        return _Run(self.equal, self.b_start, self.b_end, self.a_start, self.a_end)

    @property
    def size(self) -> int:
        return max(self.a_end - self.a_start, self.b_end - self.b_start)


def word_diff(a: str, b: str, language: str = "") -> WordDiff:
    """Compare two texts by their words, case folded; *language* (BCP 47) says which words carry little."""
    a_forms, a_starts = _words(a)
    b_forms, b_starts = _words(b)
    runs = _symmetric_runs(a_forms, b_forms, languages.get(language).function_words)
    segments = [
        Segment(_op(run), _span(a_starts, run.a_start, run.a_end), _span(b_starts, run.b_start, run.b_end))
        for run in runs
    ]
    equal = sum(run.size for run in runs if run.equal)
    return WordDiff(a, b, tuple(segments), 2 * equal / max(len(a_forms) + len(b_forms), 1))


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


@lru_cache(maxsize=1 << 10)  # a reference is compared with every variant in turn
def _words(text: str) -> tuple[list[str], list[int]]:
    """Return the words' forms, and where each begins with its opening marks, closed by the text's length.

    What has no word in it (a dash, an ellipsis) counts as one word.
    """
    found = tokens(text)
    if not found:
        return ([text], [0, len(text)]) if text else ([], [0])
    starts = []
    before = 0
    for token in found:
        opening = _LAST_WORD_BEGINNING.search(text, before, token.start)
        parted = opening is not None and opening.start() > before
        starts.append(opening.start() if opening and parted else token.start)
        before = token.end
    starts[0] = 0
    return [token.form for token in found], [*starts, len(text)]


def _symmetric_runs(a: list[str], b: list[str], function_words: Collection[str]) -> list[_Run]:
    """Return what is the same and what changed, whichever of the two texts comes first.

    Where several alignments are equally short, which of them is found depends on the order of the texts.
    """
    if a > b:
        return [run.swapped() for run in _symmetric_runs(b, a, function_words)]
    runs = _runs(a, b)
    _drop_scraps(runs, a, function_words)
    return runs


def _runs(a: Sequence[str], b: Sequence[str]) -> list[_Run]:
    """Return runs that are the same and changed by turns."""
    if max(len(a), len(b)) > LONGEST:
        return [_Run(a == b, 0, len(a), 0, len(b))]
    runs: list[_Run] = []
    for code in Indel.opcodes(a, b):
        run = _Run(code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        if runs and runs[-1].equal == run.equal:
            _merge(runs, len(runs) - 1, run)
        else:
            runs.append(run)
    return runs


def _merge(runs: list[_Run], index: int, later: _Run) -> None:
    runs[index].a_end, runs[index].b_end = later.a_end, later.b_end


def _drop_scraps(runs: list[_Run], forms: Sequence[str], function_words: Collection[str]) -> None:
    """Give up shared stretches that are too short for the changes around them, until none is left."""
    index = 1
    while index < len(runs) - 1:
        run = runs[index]
        only_function = all(form in function_words for form in forms[run.a_start : run.a_end])
        factor = _SCRAP_OF_FUNCTION_WORDS if only_function else _SCRAP_OF_CONTENT_WORDS
        around = min(runs[index - 1].size, runs[index + 1].size)
        if run.equal and run.size * factor <= around:
            _merge(runs, index - 1, runs[index + 1])
            del runs[index : index + 2]
            index = max(index - 2, 1)  # the change before has grown: look at the scrap before it again
        else:
            index += 1


def _op(run: _Run) -> Op:
    if run.equal:
        return Op.EQUAL
    if run.a_start == run.a_end:
        return Op.INSERT
    return Op.DELETE if run.b_start == run.b_end else Op.REPLACE


def _span(starts: Sequence[int], first: int, end: int) -> Span:
    return Span(starts[first], starts[end])
