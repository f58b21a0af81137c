"""The subject of a reporting clause: a pronoun, a name, an office, or one with an apposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.model import Span

if TYPE_CHECKING:
    from quotetrace.languages import Language
    from quotetrace.speech.outer import OuterSentence

# How far a subject reaches, in words: "the head of the agency's department for arms control". Longer stretches were
# other clauses in the annotated news that the rules were written on.
MAX_SUBJECT = 12
# "…, who studies the law of the sea at an institute in the capital and advises the government on it, …"
MAX_APPOSITION = 20
# "a retired truck driver"
MAX_UNNAMED = 5

_CONTRACTION = re.compile(r"['’]\w+$")


def subject_before(sentence: OuterSentence, verb: int) -> Span | None:
    """Return the subject that ends before the verb: a pronoun, a name, an office, or one with an apposition."""
    last = verb - 1
    if _is_possessive(sentence, last):
        return None
    while sentence.is_word(last) and may_intervene(sentence.lower(last), sentence.language):
        last -= 1
    if _only_thought_of(sentence, last, verb):
        return None
    while sentence.lower(last) in sentence.language.passive_auxiliaries:
        last -= 1
    if sentence.lower(last) == ",":
        return _before_apposition(sentence, last)
    return _noun_phrase(sentence, last) if sentence.is_word(last) else None


def unnamed_before(sentence: OuterSentence, verb: int) -> Span | None:
    """Return a subject such as "a farmer", which has neither name nor office; a weak one, wrong without strong cues."""
    last = verb - 1
    for first in range(last, max(last - MAX_UNNAMED, -1), -1):
        if (
            not sentence.is_word(first)
            or sentence.verb_end(first) is not None
            or _only_thought_of(sentence, first, verb)
        ):
            return None
        if sentence.lower(first) in sentence.language.determiners:
            return Span(sentence.tokens[first].start, sentence.tokens[last].end) if first < last else None
    return None


def clause_before(sentence: OuterSentence, verb: int) -> Span | None:
    """Return all that stands in the clause before its verb, such as "critics of the plan", as the subject."""
    last = verb - 1
    while sentence.is_word(last) and may_intervene(sentence.lower(last), sentence.language):
        last -= 1
    first = last + 1
    while sentence.is_word(first - 1) and sentence.lower(first - 1) not in sentence.language.clause_openers:
        first -= 1
        if sentence.verb_end(first) is not None or last - first >= MAX_SUBJECT:
            return None
    if first > last or _is_possessive(sentence, last) or _only_thought_of(sentence, last, verb):
        return None
    if sentence.lower(first) in sentence.language.phrase_enders | sentence.language.first_person:
        return None
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def _only_thought_of(sentence: OuterSentence, last: int, verb: int) -> bool:
    """Tell whether nothing is said: the verb is passive, denied, wished, or stands in a condition."""
    word, language = sentence.lower(last), sentence.language
    if word in language.infinitive_markers or language.is_negator(word):
        return True
    if word in language.passive_auxiliaries and not sentence.lower(verb).endswith(language.progressive_endings):
        return True
    nearby = range(last, max(last - MAX_SUBJECT, -1), -1)
    opener = next((i for i in nearby if not sentence.is_word(i)), nearby[-1] - 1 if nearby else -1) + 1
    return sentence.lower(opener) in language.conditional_openers


def _is_possessive(sentence: OuterSentence, index: int) -> bool:
    """Tell "Lee's answer" from "Lee answers"."""
    word, language = sentence.lower(index), sentence.language
    if not word.endswith(language.possessive_endings):
        return False
    return not _is_pronoun(word, language)


def _is_pronoun(word: str, language: Language) -> bool:
    """Tell a pronoun, also one that its auxiliary is joined to: "he’s"."""
    return word in language.pronouns or _CONTRACTION.sub("", word) in language.pronouns


def may_intervene(word: str, language: Language) -> bool:
    """Tell whether a word can stand between a subject and its verb."""
    return word in language.between_subject_and_verb or word.endswith(language.adverb_endings)


def _before_apposition(sentence: OuterSentence, comma: int) -> Span | None:
    """Return the subject of "NAME, the envoy to Rome, said", and of "the envoy, NAME, said"."""
    for index in range(comma - 1, max(comma - 1 - MAX_APPOSITION, 0), -1):
        if sentence.is_quoted(index):
            return None
        if sentence.lower(index) == ",":
            phrase = _noun_phrase(sentence, index - 1)
            described = sentence.lower(index + 1) in sentence.language.person_relatives  # "the minister, who …,"
            if phrase and (described or _is_named(sentence, index - 1)):
                return phrase
            named = _noun_phrase(sentence, comma - 1) if _is_named(sentence, comma - 1) else None
            if phrase and named:
                return Span(phrase.start, named.end)
    return None


def _is_named(sentence: OuterSentence, last: int) -> bool:
    return sentence.is_word(last) and sentence.tokens[last].text[0].isupper()


def _noun_phrase(sentence: OuterSentence, last: int) -> Span | None:
    """Return the phrase that ends with token *last* if it can stand for somebody who speaks."""
    language = sentence.language
    if _is_pronoun(sentence.lower(last), language):
        start = sentence.tokens[last].start
        return Span(start, start + len(_CONTRACTION.sub("", sentence.lower(last))))
    first = last + 1
    while (
        sentence.is_word(first - 1)
        and last - first < MAX_SUBJECT
        and sentence.lower(first - 1) not in language.clause_openers | language.pronouns
        and (first > last or sentence.verb_end(first - 1) is None)
        and not _is_complete(sentence, first)
    ):
        first -= 1
    return _person_phrase(sentence, range(first, _without_adjunct(sentence, first, last) + 1))


def _is_complete(sentence: OuterSentence, first: int) -> bool:
    """Tell whether a phrase from *first* opens with its determiner, and nothing that it serves goes before."""
    language = sentence.language
    return sentence.lower(first) in language.determiners and sentence.lower(first - 1) not in language.serving


def _without_adjunct(sentence: OuterSentence, first: int, last: int) -> int:
    """Return where the phrase ends without "on Friday" after it, in "the minister on Friday said"."""
    language = sentence.language
    for index in range(first + 1, last) if language.free_order else ():
        if sentence.lower(index) in language.phrase_enders - language.serving and _person_phrase(
            sentence, range(first, index)
        ):
            placed = sentence.lower(last - 1) in language.place_openers
            return index - 1 if placed or not _is_named(sentence, last) else last
    return last


def _person_phrase(sentence: OuterSentence, indices: range) -> Span | None:
    """Return the span of the tokens if a name ends them or an office noun is among them."""
    if not indices:
        return None
    last = sentence.lower(indices[-1])
    never_a_name = sentence.language.function_words | sentence.language.first_person
    named = sentence.tokens[indices[-1]].text[0].isupper() and last not in never_a_name
    office = any(sentence.lower(i) in sentence.language.office_nouns for i in indices)
    if not named and not office:
        return None
    return Span(sentence.tokens[indices[0]].start, sentence.tokens[indices[-1]].end)


def subject_after(sentence: OuterSentence, first: int, pronouns: frozenset[str] | None = None) -> Span | None:
    """Return the subject that begins at token *first*: up to punctuation, a quotation or what ends a phrase."""
    language = sentence.language
    if sentence.lower(first) in (language.pronouns if pronouns is None else pronouns):
        return Span(sentence.tokens[first].start, sentence.tokens[first].end)
    if language.free_order and sentence.lower(first) in language.phrase_enders:
        first = _after_adjunct(sentence, first)
    enders = language.clause_openers | language.phrase_enders
    last = first
    while sentence.is_word(last) and last - first < MAX_SUBJECT and sentence.lower(last) not in enders:
        last += 1
    return _person_phrase(sentence, range(first, last))


def _after_adjunct(sentence: OuterSentence, first: int) -> int:
    """Return where a name or an office begins after "on Friday", before the next pause; else where there is no word."""
    language = sentence.language
    for index in range(first, len(sentence.tokens)):
        if not sentence.is_word(index) or sentence.lower(index) in language.clause_openers:
            return len(sentence.tokens)
        starts = _is_named(sentence, index) or sentence.lower(index) in language.office_nouns
        if starts and sentence.lower(index - 1) not in language.place_openers:
            return index
    return len(sentence.tokens)


def phrase_before(sentence: OuterSentence, opener: int) -> Span | None:
    """Return the person whom a relative clause that begins at *opener* describes: "Lee, who noted …"."""
    last = opener - 2 if sentence.lower(opener - 1) == "," else opener - 1
    return _noun_phrase(sentence, last) if sentence.is_word(last) else None


def head_subject(sentence: OuterSentence) -> Span | None:
    """Return the person that opens the sentence, for a report that has no subject: "Lee left the hall, saying …"."""
    language = sentence.language
    never = language.openers - language.pronouns - language.determiners
    for first in range(min(MAX_SUBJECT, len(sentence.tokens))):
        if sentence.is_quoted(first):
            return None
        if sentence.is_word(first) and sentence.lower(first) not in never:
            last = first
            while sentence.is_word(last) and last - first < MAX_SUBJECT and not _ends_head(sentence, first, last):
                last += 1
            if _is_thing_owned(sentence, first, last):
                return None
            phrase = _person_phrase(sentence, range(first, last))
            if phrase:
                return phrase
    return None


def _is_thing_owned(sentence: OuterSentence, first: int, last: int) -> bool:
    """Tell "Utopia's lake authority", which is not Utopia, from "Utopia's water minister" and "Utopia's Ann Lee"."""
    owner = next((at for at in range(first, last) if _is_possessive(sentence, at)), None)
    between = range(owner + 1, last) if owner is not None else range(0)
    ends = sentence.language.phrase_enders | sentence.language.determiners | sentence.language.clause_openers
    return owner == last - 1 or any(sentence.lower(at) in ends for at in between)


def _ends_head(sentence: OuterSentence, first: int, at: int) -> bool:
    """Tell whether the phrase from *first* stops before *at*: after a pronoun, an office or a run of capitals."""
    if at == first:
        return False
    language, before = sentence.language, sentence.lower(at - 1)
    if _is_possessive(sentence, at - 1):
        return False
    if before in language.pronouns:
        return True
    named = sentence.tokens[at - 1].text[0].isupper() and before not in language.determiners
    goes_on = sentence.tokens[at].text[0].isupper() or sentence.lower(at) in language.office_nouns
    return (named or before in language.office_nouns) and not goes_on
