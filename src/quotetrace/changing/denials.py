"""What exactly is denied: "no answer" denies more than "no clear answer" does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import Finding, Range
from quotetrace.changing.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Pair, Side

# Words from a negator to the noun phrase that it denies: "not yet been given a clear answer".
_REACH = 5


class _Denial(NamedTuple):
    """The words of a denial, and those that qualify what is denied."""

    words: Range
    qualifiers: tuple[int, ...]


def denials(pair: Pair) -> Iterator[Finding]:
    """Name a denial that only one side qualifies.

    A word under a negation narrows what is denied, and leaves open that the rest holds (Horn, A Natural History of
    Negation, 1989): who gives no clear answer may have given one.
    """
    before, after = _denials(pair.a), _denials(pair.b)
    if len(before) != 1 or len(after) != 1:
        return
    a, b = before[0], after[0]
    own = [at for at in a.qualifiers if pair.a.stems[at] not in pair.b.known_stems]
    others = [at for at in b.qualifiers if pair.b.stems[at] not in pair.a.known_stems]
    if (own and not b.qualifiers) or (others and not a.qualifiers):
        yield Finding(ChangeType.HEDGE, Severity.MAJOR, a.words, b.words)


def _denials(side: Side) -> list[_Denial]:
    """Return what is denied, in order."""
    language = side.language
    idle = [words for words, _ in phrases(side, language.harmless_negations)]
    found: list[_Denial] = []
    for at, form in enumerate(side.forms):
        if any(words.first <= at < words.end for words in [*idle, *(denial.words for denial in found)]):
            continue  # a second negator in one phrase denies no more
        if form in language.negating_determiners:
            found.extend(_noun_phrase(side, at, at + 1))
        elif language.is_negator(form):
            found.append(_clause(side, at))
        elif _is_negated_participle(side, at):
            found.append(_Denial(Range(at, at + 1), ()))
    return found


def _noun_phrase(side: Side, opener: int, first: int) -> list[_Denial]:
    """Return the noun phrase from the word *first* on as what *opener* denies; its last word is the noun."""
    end = first
    while end < len(side.words) and _is_content(side, end) and not _paused(side, end):
        end += 1
    while end - first > 1 and side.forms[end - 1].endswith(side.language.past_endings):
        end -= 1  # "no soldiers wounded"
    return [_Denial(Range(opener, end), tuple(range(first, end - 1)))] if end > first else []


def _clause(side: Side, negator: int) -> _Denial:
    """Return the verb that is negated, with an object after it that an indefinite determiner opens."""
    reach = range(negator + 1, min(negator + 1 + _REACH, len(side.words)))
    verb = next((at for at in reach if _is_content(side, at)), negator)
    plain = _Denial(Range(negator, verb + 1), ())
    if verb + 1 < reach.stop and side.forms[verb + 1] in side.language.indefinite_determiners:
        return next(iter(_noun_phrase(side, negator, verb + 2)), plain)
    return plain


def _is_content(side: Side, at: int) -> bool:
    form, language = side.forms[at], side.language
    return form not in language.function_words | language.phrase_enders and not language.is_negator(form)


def _paused(side: Side, at: int) -> bool:
    return side.text[side.words[at - 1].end : side.words[at].start].strip(" \u00a0“”‘’\"'") != ""


def _is_negated_participle(side: Side, at: int) -> bool:
    """Tell whether a word is a participle with a negating prefix: "unanswered"."""
    form, language = side.forms[at], side.language
    negated = any(form.startswith(prefix) and form.endswith(end) for prefix, end in language.negated_participles)
    return negated and not form.startswith(language.unnegated_beginnings)
