"""A reference and a variant side by side: their words, and the stretches of words in which they differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from quotetrace.model import Span
from quotetrace.passages import spoken
from quotetrace.text import Token, stem, tokens
from quotetrace.word_diff import Op, word_diff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.changing.change import ChangeType, Severity
    from quotetrace.languages import Language
    from quotetrace.model import Passage

# In a longer stretch of changed words, a word may have gone with the clause it stood in. With 3 and 6, .93 and .95 of
# the changed negations are seen, instead of .94 (benchmarks/meaning.py); the longer, the more it is a guess.
LONGEST_TURN = 4
# Two texts tell the same, so that what one lacks means something, only if the shorter has this share of the longer
# one's words, and if this share of both their words is in common. With .8 and .5, .88 of the changed negations are
# seen.
COMPARABLE_LENGTH = 0.6
COMPARABLE_WORDS = 0.4
_CHANGED = frozenset({Op.REPLACE, Op.INSERT, Op.DELETE})


class Range(NamedTuple):
    """Words of a side, counted from 0; *end* is exclusive. An empty range is a place between two words."""

    first: int
    end: int

    @property
    def size(self) -> int:
        """How many words there are in it."""
        return self.end - self.first

    def holds(self, other: Range) -> bool:
        """Whether *other* lies in this range."""
        return self.first <= other.first and other.end <= self.end

    def meets(self, other: Range) -> bool:
        """Whether the two have a word in common."""
        return self.first < other.end and other.first < self.end


@dataclass(frozen=True)
class Side:
    """One of the two texts: its passage, and its words without those of a reporting clause."""

    passage: Passage
    language: Language

    @cached_property
    def text(self) -> str:
        """The passage's text with a reporting clause blanked out; offsets stay those of the passage."""
        return spoken(self.passage)

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The words in order."""
        return tokens(self.text)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words' forms for comparing."""
        return tuple(word.form for word in self.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The words' stems."""
        return tuple(stem(form, self.language.stemmer) for form in self.forms)

    @cached_property
    def known_stems(self) -> frozenset[str]:
        """The stems that occur."""
        return frozenset(self.stems)

    def printed(self, word: int) -> str:
        """Return a word as it is printed."""
        return self.text[self.words[word].start : self.words[word].end]

    def range_of(self, span: Span) -> Range:
        """Return the words that begin within *span* of the passage's text."""
        return Range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def span(self, words: Range) -> Span:
        """Return where words are in the passage's text, without the marks around them."""
        if words.size:
            return Span(self.words[words.first].start, self.words[words.end - 1].end)
        place = self.words[words.first - 1].end if words.first else 0
        return Span(place, place)

    def content(self, words: Range) -> list[int]:
        """Return those of the words that carry more than grammar."""
        return [at for at in range(*words) if self.forms[at] not in self.language.function_words]


class Edit(NamedTuple):
    """Words of the reference and those that stand for them in the variant; one of the two may be empty."""

    a: Range
    b: Range

    @property
    def size(self) -> int:
        """How many words the longer side has."""
        return max(self.a.size, self.b.size)

    def joined(self, later: Edit) -> list[Edit]:
        """Return this edit with one that follows it at once, or both."""
        if (self.a.end, self.b.end) != (later.a.first, later.b.first):
            return [self, later]
        return [Edit(Range(self.a.first, later.a.end), Range(self.b.first, later.b.end))]


class Finding(NamedTuple):
    """A change by words: what `model.Change` tells in offsets."""

    type: ChangeType
    severity: Severity
    a: Range
    b: Range


@dataclass(frozen=True)
class Pair:
    """Two texts, *a* the reference and *b* the variant, both in one *language*."""

    a: Side
    b: Side
    language: Language

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The stretches that differ, in order."""
        if not self.a.words or not self.b.words:
            return ()
        found: list[Edit] = []
        for segment in word_diff(self.a.text, self.b.text, self.language.code).stretches:
            if segment.op in _CHANGED:
                edit = Edit(self.a.range_of(segment.a), self.b.range_of(segment.b))
                found[-1:] = found[-1].joined(edit) if found else [edit]
        return tuple(found)

    @cached_property
    def shared(self) -> float:
        """The share of the words of both sides that both have, 0–1."""
        both = (Counter(self.a.stems) & Counter(self.b.stems)).total()
        return 2 * both / max(len(self.a.words) + len(self.b.words), 1)

    @cached_property
    def comparable(self) -> bool:
        """Whether the two tell the same, so that what one of them lacks means something."""
        shorter, longer = sorted((len(self.a.words), len(self.b.words)))
        return shorter >= COMPARABLE_LENGTH * longer and self.shared >= COMPARABLE_WORDS

    def edit_at(self, side: Side, words: Range) -> Edit | None:
        """Return the edit that holds the *words* of one of the two sides."""
        return next((e for e in self.edits if (e.a if side is self.a else e.b).holds(words)), None)

    def place(self, side: Side, words: Range) -> Range:
        """Return where on the other side the *words* of one side are missing or replaced.

        A short edit gives the words that stand for them; a long one only the place.
        """
        other = self.b if side is self.a else self.a
        edit = self.edit_at(side, words)
        if edit is None:
            return Range(min(words.first, len(other.words)), min(words.first, len(other.words)))
        there = edit.b if side is self.a else edit.a
        return there if edit.size <= LONGEST_TURN else Range(there.first, there.first)

    def is_whole_edit(self, a: Range, b: Range) -> bool:
        """Whether one edit is these words and nothing more."""
        return any((edit.a, edit.b) == (a, b) for edit in self.edits)

    def in_place(self, a: Range, b: Range, longest: int) -> bool:
        """Whether one edit of no more than *longest* words holds the words of both sides."""
        return any(edit.size <= longest and edit.a.holds(a) and edit.b.holds(b) for edit in self.edits)


def pair(reference: Passage, variant: Passage, language: Language) -> Pair:
    """Set two passages side by side."""
    return Pair(Side(reference, language), Side(variant, language), language)


def paired(lost: Sequence[Range], new: Sequence[Range]) -> list[tuple[Range | None, Range | None]]:
    """Pair what was lost with what is new, in order; what is left over stands alone."""
    longest = max(len(lost), len(new))
    padded = [[*found, *[None] * (longest - len(found))] for found in (lost, new)]
    return list(zip(*padded, strict=True))
