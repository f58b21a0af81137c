"""A sentence in tokens, with its quoted words masked: what is left of it is the article's own."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quotetrace.model import Span
from quotetrace.speech.marks import is_title_of_work
from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.languages import Language

_TOKEN = re.compile(r"\ufffc+|[^\W_]+(?:[-'’.&][^\W_]+)*|[^\w\s]|_")
_QUOTED = "\ufffc"
DASHES = frozenset("—–-―")
# "Senator Ann Lee (R-Utopia) said": what a name is followed by, no words of a report.
_ASIDE = re.compile(r"[ \xa0]\([^\W_][^\s()]{0,20}\)")
_NICKNAME = re.compile(r"[^\W\d_a-z][\w’'-]*")
# "with", "that" and "from" stay in lower case in some outlets' headlines.
LONGEST_WITHOUT_CAPITAL = 4
_CLAUSE_ENDS = ",.?!…"


@dataclass(frozen=True, slots=True)
class OuterToken:
    """A word, a mark of punctuation, or a stretch of quoted words; offsets are the article's."""

    start: int
    end: int
    text: str
    ends_clause: bool = False  # quoted words that end with a comma, a question mark, …
    is_title: bool = False  # quoted words that have the capitals of a title

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.text[0].isalnum()

    @property
    def is_quoted(self) -> bool:
        """Whether it stands for quoted words and their marks."""
        return self.text[0] == _QUOTED


@dataclass(frozen=True, slots=True)
class OuterSentence:
    """A sentence in tokens, with what the language says about them."""

    span: Span
    tokens: tuple[OuterToken, ...]
    words: tuple[str, ...]  # the tokens, folded
    language: Language
    is_in_capitals: bool  # "Lee Says the Wells Are Dry"

    def lower(self, index: int) -> str:
        """Return a token in lower case, or nothing where there is none."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_word(self, index: int) -> bool:
        """Tell whether there is a word at *index*."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_word

    def is_quoted(self, index: int) -> bool:
        """Tell whether there are quoted words at *index*."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_quoted

    def ends_clause(self, index: int) -> bool:
        """Tell whether quoted words at *index* end like a clause, so that what follows attributes them."""
        return 0 <= index < len(self.tokens) and self.tokens[index].ends_clause

    def is_title(self, index: int) -> bool:
        """Tell whether quoted words at *index* have the capitals of a title."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_title

    def start_of(self, index: int) -> int:
        """Return where a token begins, or the end of the sentence where there is none."""
        return self.tokens[index].start if index < len(self.tokens) else self.span.end

    def index_at(self, offset: int) -> int:
        """Return the index of the token at *offset*."""
        return bisect_right(self.tokens, offset, key=lambda token: token.end)

    def part(self, first: int, last: int) -> OuterSentence:
        """Return the part of the sentence from token *first* to before token *last*."""
        start = self.tokens[first].start if first else self.span.start
        end = self.tokens[last - 1].end if last < len(self.tokens) else self.span.end
        return OuterSentence(
            Span(start, end), self.tokens[first:last], self.words[first:last], self.language, self.is_in_capitals
        )

    def find(self, phrases: tuple[str, ...]) -> tuple[int, int] | None:
        """Return where the first of *phrases* begins and ends, in tokens."""
        ends = ((at, self.phrase_end(at, phrases)) for at in range(len(self.words)))
        return next(((at, end) for at, end in ends if end is not None), None)

    def phrase_end(self, at: int, phrases: tuple[str, ...]) -> int | None:
        """Return the index after that of *phrases* which begins at *at*, or None where none does."""
        for phrase in _by_first_word(phrases).get(self.lower(at), ()):
            if self.words[at : at + len(phrase)] == phrase:
                return at + len(phrase)
        return None

    def verbs(self) -> Iterator[tuple[int, int]]:
        """Yield where each reporting verb begins, and the index after it."""
        phrases, say, that = (
            _by_first_word(self.language.say_phrases),
            self.language.say_verbs,
            self.language.that_verbs,
        )
        for at, word in enumerate(self.words):
            if word in say or word in that or word in phrases:
                after = self.verb_end(at)
                if after is not None:
                    yield at, after

    def verb_end(self, at: int) -> int | None:
        """Return the index after the reporting verb that begins at *at*, or None where there is none."""
        end = self.phrase_end(at, self.language.say_phrases)
        if end is not None:
            return end
        if not (self.is_in_capitals or self.tokens[at].text[0].islower()):  # "Warns" may be a name as well
            return None
        word = self.words[at]
        return at + 1 if word in self.language.say_verbs or word in self.language.that_verbs else None


def outer_sentence(text: str, span: Span, quoted: Sequence[Span], language: Language) -> OuterSentence:
    """Return the sentence at *span* in tokens, with the *quoted* stretches masked together with their marks."""
    found = tuple(_tokens(text, span, quoted, language))
    return OuterSentence(span, found, tuple(fold(token.text) for token in found), language, _in_capitals(found))


def _in_capitals(found: Sequence[OuterToken]) -> bool:
    """Tell whether all longer words have capitals, as in the headlines of some outlets."""
    longer = [token.text for token in found if token.is_word and len(token.text) > LONGEST_WITHOUT_CAPITAL]
    return len(longer) > 1 and all(word[0].isupper() or word[0].isdigit() for word in longer)


def _tokens(text: str, span: Span, quoted: Sequence[Span], language: Language) -> Iterator[OuterToken]:
    masked = list(text[span.start : span.end])
    clausal: set[int] = set()
    titles: set[int] = set()
    for stretch in quoted:
        start, end = _with_marks(text, stretch, span, language)
        words = text[max(stretch.start, span.start) : min(stretch.end, span.end)]
        if _NICKNAME.fullmatch(words) and _within_name(text, Span(start, end), span):
            masked[start - span.start : end - span.start] = " " * (end - start)
            continue
        if is_title_of_work(words, language):
            titles.add(end)
        elif words[-1:] in _CLAUSE_ENDS:
            clausal.add(end)
        masked[start - span.start : end - span.start] = _QUOTED * (end - start)
    words = _ASIDE.sub(lambda aside: " " * len(aside.group()), "".join(masked))
    after_dot = -1
    for found in _TOKEN.finditer(words):
        start, end, word = found.start(), found.end(), found.group()
        if start == after_dot:
            continue
        if words[end : end + 1] == "." and _takes_dot(word, language) and words[end + 1 :].strip():
            after_dot = end
        if after_dot == end and len(word) == 1:  # an initial is no word of its own: "A."
            end, word = end + 1, f"{word}."
        at = span.start + end
        yield OuterToken(span.start + start, at, word, ends_clause=at in clausal, is_title=at in titles)


def _within_name(text: str, quoted: Span, within: Span) -> bool:
    """Tell whether words with capitals stand right before and right after quoted words: “Ann "Dam" Lee”."""
    before = text[within.start : quoted.start].split()[-1:]
    after = text[quoted.end : within.end].lstrip()[:1]
    return bool(before) and before[0][0].isupper() and before[0][-1].isalnum() and after.isupper()


def _takes_dot(word: str, language: Language) -> bool:
    """Tell whether a full stop after the word is a part of it: "Mr. Lee", "A. Lee"."""
    return (len(word) == 1 and word.isupper()) or word.lower() in language.abbreviations


def _with_marks(text: str, stretch: Span, within: Span, language: Language) -> tuple[int, int]:
    """Return the bounds of a stretch together with its marks, inside the sentence."""
    start, end = max(stretch.start, within.start), min(stretch.end, within.end)
    while start > within.start and (text[start - 1].isspace() or text[start - 1] in language.quote_marks):
        start -= 1
        if not text[start].isspace():
            start -= start > within.start and text[start - 1] == text[start]  # two single marks
            break
    while end < within.end and (text[end].isspace() or text[end] in language.quote_marks):
        end += 1
        if not text[end - 1].isspace():
            end += end < within.end and text[end] == text[end - 1]
            break
    return start, end


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    by_first_word: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        by_first_word.setdefault(words[0], []).append(words)
    return by_first_word
