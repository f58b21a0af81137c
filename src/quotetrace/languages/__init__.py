"""What differs from language to language, as data: one module a language, each with one `LANGUAGE`.

Adding a language is adding a module here that is named by its BCP 47 code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """The facts about a language that the rules are fed with. Words are lower case, without a full stop."""

    code: str
    stemmer: str  # the name of a Snowball algorithm
    # -- sentences
    abbreviations: frozenset[str]  # a full stop after one of these never ends a sentence
    ending_abbreviations: frozenset[str]  # … may end one, before a word that can open a sentence
    number_abbreviations: frozenset[str]  # … ends none before a number: "No. 5"
    capitalised_abbreviations: frozenset[str]  # those of the above that are words in lower case: "Gen.", "ill."
    months: frozenset[str]
    sentence_openers: frozenset[str]  # words that, capitalised after an abbreviation, open a sentence
    # -- quotations
    quote_pairs: tuple[tuple[str, str], ...]  # opening and closing mark
    say_verbs: frozenset[str]  # inflected forms that report words with or without "that": "said", "says"
    that_verbs: frozenset[str]  # … that report words only before "that", a colon or a quotation: "believes"
    listener_verbs: frozenset[str]  # … after which comes who was told: "told"
    denying_verbs: frozenset[str]  # … that turn what they report into its opposite: "denied"
    relative_openers: frozenset[str]  # of clauses that describe a noun: "which"
    conditional_openers: frozenset[str]  # of clauses in which nothing is reported: "if"
    conjunctions: frozenset[str]  # that join two subjects: "and"
    say_phrases: tuple[str, ...]  # of several words: "pointed out"
    source_phrases: tuple[str, ...]  # that name a speaker without a verb: "according to"
    passive_phrases: tuple[str, ...]  # that attribute the sentence before: "this was stated by"
    between_subject_and_verb: frozenset[str]  # "also", "has"
    question_labels: frozenset[str]  # that open a questioner's turn in a transcript
    complementizers: frozenset[str]  # "that"
    passive_auxiliaries: frozenset[str]  # "was", in "she was told", who says nothing
    progressive_endings: tuple[str, ...]  # of verbs that are active after such a one: "ing"
    infinitive_markers: frozenset[str]  # "to", in "to answer", which is no report
    comparative_openers: frozenset[str]  # "as", in "as she noted"
    clause_openers: frozenset[str]  # words that no subject reaches across: "and", "which"
    phrase_enders: frozenset[str]  # that a subject after its verb does not go past: "on", "yesterday"
    serving: frozenset[str]  # between an office and whom it serves: "of", "for"
    determiners: frozenset[str]  # "the", "a"
    definite_determiners: frozenset[str]  # … of what was mentioned before: "the"
    pronouns: frozenset[str]  # that can stand for a person who speaks: "he"
    source_pronouns: frozenset[str]  # … after a source phrase: "him"
    genders: Mapping[str, str]  # of pronouns, titles and offices that tell one: "she", "Mr", "spokesman"
    plural_pronouns: frozenset[str]  # … that do not stand for one person: "they", "them"
    first_person: frozenset[str]  # that the writer of reported speech is not called by: "I"
    adverb_endings: tuple[str, ...]  # of words between a subject and its verb: "ly"
    possessive_endings: tuple[str, ...]  # of a word that owns the next one: "'s"
    name_particles: frozenset[str]  # lower-case parts of names: "van"
    office_nouns: frozenset[str]  # that stand for the person who holds it: "minister"
    # -- meaning
    negators: frozenset[str]
    negating_endings: tuple[str, ...]  # of words: "n't"
    ambiguous_number_words: frozenset[str]  # that are more often no number: "one"
    number_words: Mapping[str, int]
    function_words: frozenset[str]  # that carry too little to tell one sentence from another
    # -- occasions
    past_phrases: tuple[str, ...] = ()  # that put a report before the news: "last month", "a year ago"
    date_openers: frozenset[str] = frozenset()  # before a month or a year: "in"
    month_numbers: Mapping[str, int] = field(default_factory=dict)  # of months as they stand in a date: "may" is 5

    @property
    def openers(self) -> frozenset[str]:
        """Words that are no names where they are capitalised: they open a sentence or a phrase."""
        return _union(self.sentence_openers, self.function_words, self.clause_openers, self.phrase_enders)

    def is_negator(self, form: str) -> bool:
        """Tell whether a folded word negates."""
        return form in self.negators or form.endswith(self.negating_endings)

    @property
    def quote_marks(self) -> frozenset[str]:
        """All characters that open or close a quotation."""
        return _quote_marks(self.quote_pairs)


@cache
def _union(*parts: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*parts)


@cache
def _quote_marks(pairs: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(mark for pair in pairs for mark in pair)


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces between them."""
    return frozenset(text.split())


def is_known(code: str) -> bool:
    """Tell whether there are data for the language with the BCP 47 *code*."""
    return _module(code).isidentifier() and find_spec(f"{__name__}.{_module(code)}") is not None


def _module(code: str) -> str:
    return code.partition("-")[0].lower()


@cache
def get(code: str) -> Language:
    """Return the data of the language with the BCP 47 *code*, or of the fallback where there is none.

    The fallback (English) also serves texts of unknown language.
    """
    language = import_module(f"{__name__}.{_module(code) if is_known(code) else FALLBACK}").LANGUAGE
    assert isinstance(language, Language)  # noqa: S101 -- a language module without one is a bug, not input
    return language
