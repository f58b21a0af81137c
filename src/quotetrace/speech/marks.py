"""Quoted stretches: what stands between quotation marks, however badly the marks are set.

News copy nests marks, mixes curly with straight ones, puts spaces on the wrong side of them, leaves one out,
and lets a quotation run over paragraphs, with or without a new opening mark at the head of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from quotetrace.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.languages import Language

# How many paragraphs after the one that opens a quotation are searched for its end; past that, a missing mark is
# likelier. The longest run in the annotated articles is three paragraphs.
MAX_BLOCKS = 6

# "The Old Man and the Sea"; a longer stretch with capitals is a headline's or a shout.
MAX_TITLE_WORDS = 8

_SINGLE_OPENING = "‘'"
_SINGLE_CLOSING = "’'"
_AFTER_CLOSING = ",.;:!?)]—–"
_STRAIGHT = '"'
_APOSTROPHE = "'"
_TWO_SINGLE_MARKS = "''"  # what some agencies' copy has for a straight mark
_BEFORE_OPENING = "([{—–-/"
_BEFORE_CLOSING = ",.!?…"


@dataclass(slots=True)
class _Pairing:
    """The marks of one block, paired so far."""

    block: Span
    inherited: bool  # a quotation is open where the block begins
    stretches: list[Span] = field(default_factory=list)
    open_marks: list[tuple[str, int]] = field(default_factory=list)  # mark, where its words begin
    last_close: int | None = None
    closed_inherited: bool = False

    def __post_init__(self) -> None:
        if self.inherited:
            self.open_marks.append(("", self.block.start))

    def open(self, char: str, words_at: int) -> None:
        self.open_marks.append((char, words_at))

    def close(self, offset: int) -> None:
        if not self.open_marks:
            return
        char, start = self.open_marks.pop()
        self.last_close = offset
        if not self.open_marks:
            self.stretches.append(Span(start, offset))
            self.closed_inherited |= not char

    def drop_apostrophes(self) -> None:
        """Forget straight single marks that nothing has closed: they opened no quotation."""
        while self.open_marks and self.open_marks[-1][0] == _APOSTROPHE:
            self.open_marks.pop()

    def finish(self, text: str) -> None:
        """Let the last inner closing mark serve for the outer quotation too where it looks like its end."""
        if not self.open_marks or self.last_close is None or self.last_close < self.open_marks[0][1]:
            return
        if not self.inherited or text[self.last_close - 1] in _BEFORE_CLOSING:
            del self.open_marks[1:]
            self.close(self.last_close)


Stretch = tuple[Span, ...]  # what one pair of marks encloses: one span for each block that it runs over


def quoted_stretches(text: str, blocks: Sequence[Span], language: Language) -> list[Stretch]:
    """Return the top-level quoted stretches of *text*, marks excluded, in order and apart.

    A stretch has one span for each of the *blocks* (paragraphs) that it runs over.
    """
    stretches: list[Stretch] = []
    skip_to = 0
    for index, block in enumerate(blocks):
        if index < skip_to:
            continue
        pairing = _pair(text, block, language)
        stretches += [(stretch,) for stretch in pairing.stretches]
        if pairing.open_marks:
            opened = Span(pairing.open_marks[0][1], block.end)
            following = _continuation(text, blocks[index + 1 : index + 1 + MAX_BLOCKS], language)
            stretches.append((opened, *(part[0] for part in following)))
            stretches += [(stretch,) for part in following for stretch in part[1:]]
            skip_to = index + 1 + len(following)
    trimmed = (tuple(_trim(text, span) for span in stretch) for stretch in stretches)
    return [stretch for stretch in trimmed if all(span.start < span.end for span in stretch)]


def is_title_of_work(words: str, language: Language) -> bool:
    """Tell whether quoted words are two or more and have all the capitals of a title: "The Old Man and the Sea"."""
    found = re.findall(r"\w[\w'’-]*", words)
    if not 1 < len(found) <= MAX_TITLE_WORDS or not found[-1][0].isupper():
        return False
    return all(word[0].isupper() or word.lower() in language.function_words for word in found)


def _pair(text: str, block: Span, language: Language) -> _Pairing:
    """Pair the marks of a block; one that closes without an opening one closes from the block's start."""
    pairing = _pair_from(text, block, language, inherited=False)
    if pairing.stretches or pairing.open_marks:
        return pairing
    unopened = _pair_from(text, block, language, inherited=True)
    return unopened if unopened.closed_inherited else pairing


def _continuation(text: str, blocks: Sequence[Span], language: Language) -> list[list[Span]]:
    """Return the stretches of each block up to the one that closes what was open before, or nothing.

    A block that opens a quotation at its head ends the search: that mark reopens the quotation or begins another.
    """
    parts: list[list[Span]] = []
    for block in blocks:
        if _opens_at_head(text, block, language):
            return []
        pairing = _pair_from(text, block, language, inherited=True)
        if pairing.closed_inherited:
            return [*parts, pairing.stretches]
        parts.append([block])
    return []


def _opens_at_head(text: str, block: Span, language: Language) -> bool:
    found = _any_of(language.quote_marks).match(text, block.start, block.end)
    if not found:
        return False
    mark = _mark(found)
    return _roles(mark, _around(text, Span(*found.span()), block), "", language) == (True, False)


def _pair_from(text: str, block: Span, language: Language, *, inherited: bool) -> _Pairing:
    pairing = _Pairing(block, inherited)
    for found in _any_of(language.quote_marks).finditer(text, block.start, block.end):
        innermost = pairing.open_marks[-1][0] if pairing.open_marks else ""
        mark = _mark(found)
        opens, closes = _roles(mark, _around(text, Span(*found.span()), block), innermost, language)
        if mark in _SINGLE_CLOSING:
            closes = closes and innermost != "" and innermost in _SINGLE_OPENING
            if not (opens or closes):
                continue
        elif closes:
            pairing.drop_apostrophes()
        if closes and (pairing.open_marks or not opens):
            pairing.close(found.start())
        elif opens:
            pairing.open(mark, found.end())
    pairing.drop_apostrophes()
    pairing.finish(text)
    return pairing


@cache
def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"{_TWO_SINGLE_MARKS}|[{re.escape(''.join(sorted(characters)))}]")


def _mark(found: re.Match[str]) -> str:
    return _STRAIGHT if found.group() == _TWO_SINGLE_MARKS else found.group()


def _around(text: str, at: Span, block: Span) -> tuple[str, str]:
    """Return the characters before and after a mark, or spaces at the edges of the block."""
    before = text[at.start - 1] if at.start > block.start else " "
    return before, text[at.end] if at.end < block.end else " "


def _roles(mark: str, around: tuple[str, str], innermost: str, language: Language) -> tuple[bool, bool]:
    """Return whether the *mark* opens and whether it closes a quotation, given the *innermost* open mark."""
    before, after = around
    if mark in _SINGLE_OPENING + _SINGLE_CLOSING:
        return _single_roles(mark, before, after)
    if (mark, mark) in language.quote_pairs:
        return _straight_roles(before, after)
    if (innermost, mark) in language.quote_pairs:
        return False, True
    opens = any(mark == opening for opening, _ in language.quote_pairs)
    return opens, not opens


def _straight_roles(before: str, after: str) -> tuple[bool, bool]:
    """Tell the direction of a mark that has none from the spaces and the punctuation around it."""
    if before.isdigit():  # it closes what was opened, and else stands for inches or seconds
        return False, True
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    return (True, True) if opens == closes else (opens, closes)


def _single_roles(char: str, before: str, after: str) -> tuple[bool, bool]:
    """Tell a single quotation mark from an apostrophe, which has letters on both sides or closes a word in -s."""
    opens = char in _SINGLE_OPENING and not before.isalnum() and after.isalnum()
    ends_words = not before.isspace() and not after.isalnum()
    ends_phrase = before in _BEFORE_CLOSING or after in _AFTER_CLOSING or (after.isspace() and before not in "sS")
    return opens, char in _SINGLE_CLOSING and ends_words and ends_phrase


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
