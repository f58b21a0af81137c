"""The complement of a verb of saying: where the words begin that it reports.

Between the verb and "that", a colon or the quoted words there may be who was told, where and when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotetrace.outer import OuterSentence

# How far "that" or a colon may be from the verb, in words: "told reporters after the talks in the capital on Thursday
# that". Longer stretches were other clauses in the annotated news that the rules were written on.
MAX_BEFORE_COMPLEMENT = 10


def complement(sentence: OuterSentence, at: int, after: int) -> int | None:
    """Return where the words begin that the verb at *at*, which ends before *after*, reports; None if it does not."""
    language = sentence.language
    needs_that = sentence.lower(at) in language.that_verbs
    adjunct = needs_that or sentence.lower(after) in language.phrase_enders or not sentence.is_word(after)
    for index in range(after, min(after + MAX_BEFORE_COMPLEMENT, len(sentence.tokens)) if adjunct else after + 1):
        if sentence.is_quoted(index) and not that_follows(sentence, index + 1):
            return sentence.tokens[index].start
        if sentence.lower(index) in language.complementizers or sentence.lower(index) == ":":
            return sentence.start_of(index + 1)
        if sentence.lower(index) in language.clause_openers or sentence.lower(index) in ".;?!":
            break
    if needs_that or not sentence.is_word(after):
        return None
    word = sentence.lower(after)
    counts = sentence.lower(after + 1)[:1].isdigit()  # "said about 20 people had come"
    if counts or word in language.infinitive_markers or word not in language.phrase_enders:
        return sentence.tokens[after].start
    return _after_adjunct(sentence, after)


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
