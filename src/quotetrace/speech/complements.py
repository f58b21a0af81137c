"""The complement of a verb of saying: where the words begin that it reports.

Between the verb and "that", a colon or the quoted words there may be who was told, where and when.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotetrace.speech.outer import OuterSentence

# How far "that" or a colon may be from the verb, in words: "told reporters after the talks in the capital on Thursday
# that". Longer stretches were other clauses in the annotated news that the rules were written on.
MAX_BEFORE_COMPLEMENT = 10
# How many words may say who was told: "told the county news agency he …".
MAX_LISTENER = 4


def complement(sentence: OuterSentence, at: int, after: int) -> int | None:
    """Return where the words begin that the verb at *at*, which ends before *after*, reports; None if it does not."""
    language = sentence.language
    needs_that = sentence.lower(at) in language.that_verbs
    if not needs_that and sentence.lower(after) in language.infinitive_markers:
        return sentence.start_of(after)
    past = sentence.phrase_end(after, language.past_phrases) or after  # "said last week that"
    announced = _announced(sentence, past, needs_that=needs_that)
    if sentence.lower(at) in language.listener_verbs:
        told = [start for start in (announced, _after_listener(sentence, after)) if start is not None]
        return min(told, default=None)
    if announced is not None:
        return announced
    return None if needs_that or not sentence.is_word(after) else _unannounced(sentence, _after_time(sentence, after))


def _announced(sentence: OuterSentence, after: int, *, needs_that: bool) -> int | None:
    """Return where the words begin that "that", a colon or a quotation mark announces."""
    language = sentence.language
    adjunct = needs_that or sentence.lower(after) in language.phrase_enders or not sentence.is_word(after)
    for index in range(after, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens)) if adjunct else after + 1):
        if sentence.is_quoted(index) and not _is_told(sentence, after, index):
            return sentence.tokens[index].start
        if sentence.lower(index) in language.complementizers or sentence.lower(index) == ":":
            return sentence.start_of(index + 1)
        if sentence.lower(index) in language.clause_openers or sentence.lower(index) in ".;?!":
            break
    return None


def _unannounced(sentence: OuterSentence, after: int) -> int | None:
    """Return where the words begin that follow the verb at *after* without more ado."""
    word, language = sentence.lower(after), sentence.language
    if word in language.comparative_openers:  # "said as he left"
        return None
    counts = sentence.lower(after + 1)[:1].isdigit()  # "said about 20 people had come"
    if counts or word not in language.phrase_enders:
        return sentence.tokens[after].start if sentence.is_word(after) else None
    return _after_adjunct(sentence, after)


def _after_time(sentence: OuterSentence, after: int) -> int:
    """Return where the words begin after "said on Monday", "said yesterday"."""
    times = sentence.language.time_words
    at = after + (sentence.lower(after + 1) in times and sentence.lower(after) in sentence.language.phrase_enders)
    return at + 1 if sentence.lower(at) in times else after


def _after_listener(sentence: OuterSentence, after: int) -> int | None:
    """Return where the words begin after "told the county news agency", at "to" or at a pronoun; None elsewhere."""
    language = sentence.language
    for index in range(after + 1, min(after + 1 + MAX_LISTENER, len(sentence.tokens))):
        if not sentence.is_word(index):
            return None
        if sentence.lower(index) in language.clause_pronouns or sentence.lower(index) in language.infinitive_markers:
            return sentence.tokens[index].start
    return None


def _is_told(sentence: OuterSentence, after: int, index: int) -> bool:
    """Tell whether quoted words name who was told: "told the “Morning Post” on Friday that …"."""
    if that_follows(sentence, index + 1):
        return True
    if sentence.ends_clause(index) or sentence.lower(after - 1) not in sentence.language.listener_verbs:
        return False
    rest = range(index + 1, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens)))
    words = list(takewhile(sentence.is_word, rest))
    return any(sentence.lower(i) in sentence.language.complementizers for i in words)


def that_follows(sentence: OuterSentence, index: int) -> bool:
    """Tell whether "that" is the next word, after a comma where the language puts one."""
    comma = sentence.language.comma_before_that and sentence.lower(index) == ","
    return sentence.lower(index + comma) in sentence.language.complementizers


def _after_adjunct(sentence: OuterSentence, after: int) -> int | None:
    """Return where a pronoun opens the words after "said after the talks"; a name there may be of either."""
    for index in range(after + 1, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens))):
        if not sentence.is_word(index) or sentence.lower(index) in sentence.language.clause_openers:
            return None
        if sentence.lower(index) in sentence.language.clause_pronouns:
            return sentence.tokens[index].start
    return None


def quotes_next(sentence: OuterSentence, after: int) -> bool:
    """Tell whether quoted words follow the verb at once, or after a comma or colon."""
    return sentence.is_quoted(after) or (sentence.lower(after) in {",", ":"} and sentence.is_quoted(after + 1))
