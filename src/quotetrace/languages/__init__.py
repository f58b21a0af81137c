"""What differs from language to language, as data: one module a language, each with one `LANGUAGE`.

Adding a language is adding a module here that is named by its BCP 47 code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FALLBACK = "en"
# Opening and closing marks that texts of many languages use side by side.
COMMON_QUOTES = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’"), ("'", "'"))


@dataclass(frozen=True, slots=True)
class Language:
    """The facts about a language that the rules are fed with. Words are lower case, without a full stop.

    Everything but the code has a default: what a language has no data for is not looked for in its texts.
    """

    code: str
    stemmer: str = ""  # the name of a Snowball algorithm; without one, words are their own stems
    script: str = "Latin"  # as Unicode calls it
    # -- sentences
    abbreviations: frozenset[str] = frozenset()  # a full stop after one of these never ends a sentence
    ending_abbreviations: frozenset[str] = frozenset()  # … may end one, before a word that can open a sentence
    number_abbreviations: frozenset[str] = frozenset()  # … ends none before a number: "No. 5"
    capitalised_abbreviations: frozenset[str] = frozenset()  # … that are words in lower case: "Gen."
    months: frozenset[str] = frozenset()
    sentence_openers: frozenset[str] = frozenset()  # words that, capitalised after an abbreviation, open a sentence
    # -- quotations
    quote_pairs: tuple[tuple[str, str], ...] = COMMON_QUOTES  # opening and closing mark
    say_verbs: frozenset[str] = frozenset()  # inflected forms that report words with or without "that": "said", "says"
    surest_verbs: frozenset[str] = frozenset()  # … that report whoever their subject is: "said", in "63 percent said"
    that_verbs: frozenset[str] = frozenset()  # … only before "that", a colon or a quotation: "believes"
    relaying_verbs: frozenset[str] = frozenset()  # … of a paper that only passes words on: "reports"
    listener_verbs: frozenset[str] = frozenset()  # … after which comes who was told: "told"
    denying_verbs: frozenset[str] = frozenset()  # … that turn what they report into its opposite: "denied"
    relative_openers: frozenset[str] = frozenset()  # of clauses that describe a noun: "which"
    conditional_openers: frozenset[str] = frozenset()  # of clauses in which nothing is reported: "if"
    conjunctions: frozenset[str] = frozenset()  # that join two subjects: "and"
    say_phrases: tuple[str, ...] = ()  # of several words: "pointed out"
    source_phrases: tuple[str, ...] = ()  # that name a speaker without a verb: "according to"
    passive_phrases: tuple[str, ...] = ()  # that attribute the sentence before: "this was stated by"
    between_subject_and_verb: frozenset[str] = frozenset()  # "also", "has"
    question_labels: frozenset[str] = frozenset()  # that open a questioner's turn in a transcript
    complementizers: frozenset[str] = frozenset()  # "that"
    passive_auxiliaries: frozenset[str] = frozenset()  # "was", in "she was told", who says nothing
    progressive_endings: tuple[str, ...] = ()  # of verbs that are active after such a one: "ing"
    infinitive_markers: frozenset[str] = frozenset()  # "to", in "to answer", which is no report
    comparative_openers: frozenset[str] = frozenset()  # "as", in "as she noted"
    clause_openers: frozenset[str] = frozenset()  # words that no subject reaches across: "and", "which"
    phrase_enders: frozenset[str] = frozenset()  # that a subject after its verb does not go past: "on", "yesterday"
    time_words: frozenset[str] = frozenset()  # that may stand right after a verb of saying: "Monday", "yesterday"
    place_openers: frozenset[str] = frozenset()  # before a name that is a place's or a time's: "in", "during"
    free_order: bool = False  # whether "on Friday" may stand between a verb and its subject, on either side
    comma_before_that: bool = False  # whether a comma parts "that" from the verb before it
    joiners: frozenset[str] = frozenset()  # that join a second report to a first one: "and", "though"
    gerund_openers: frozenset[str] = frozenset()  # … where its verb is a gerund: "by", in "by saying"
    person_relatives: frozenset[str] = frozenset()  # relative openers that a person goes before: "who"
    serving: frozenset[str] = frozenset()  # between an office and whom it serves: "of", "for"
    determiners: frozenset[str] = frozenset()  # "the", "a"
    definite_determiners: frozenset[str] = frozenset()  # … of what was mentioned before: "the"
    pronouns: frozenset[str] = frozenset()  # that can stand for a person who speaks: "he"
    clause_pronouns: frozenset[str] = frozenset()  # that open a clause as its subject: "he", "it", "there"
    source_pronouns: frozenset[str] = frozenset()  # … after a source phrase: "him"
    genders: Mapping[str, str] = field(default_factory=dict)  # that pronouns, titles and offices tell: "she", "Mr"
    plural_pronouns: frozenset[str] = frozenset()  # … that do not stand for one person: "they", "them"
    first_person: frozenset[str] = frozenset()  # that the writer of reported speech is not called by: "I"
    adverb_endings: tuple[str, ...] = ()  # of words between a subject and its verb: "ly"
    possessive_endings: tuple[str, ...] = ()  # of a word that owns the next one: "'s"
    name_particles: frozenset[str] = frozenset()  # lower-case parts of names: "van"
    office_nouns: frozenset[str] = frozenset()  # that stand for the person who holds it: "minister"
    # -- meaning
    negators: frozenset[str] = frozenset()
    negating_endings: tuple[str, ...] = ()  # of words: "n't"
    ambiguous_number_words: frozenset[str] = frozenset()  # that are more often no number: "one"
    decimal_comma: bool = False  # whether 2,5 is two and a half; thousands are then parted by spaces: "4 000"
    number_words: Mapping[str, float] = field(default_factory=dict)
    function_words: frozenset[str] = frozenset()  # that carry too little to tell one sentence from another
    negating_phrases: frozenset[str] = frozenset()  # of several words, or almost negations: "fail to", "hardly"
    harmless_negations: frozenset[str] = frozenset()  # that hold a negator and negate nothing: "no doubt", "not only"
    negating_prefixes: tuple[str, ...] = ()  # of words that are there without them too: "un"
    vague_letters: str = ""  # in which spellings of one foreign name differ: vowels, and silent ones
    opposite_affixes: tuple[tuple[str, str], ...] = ()  # of words that differ in nothing else: ("in-", "de-")
    poles: Mapping[str, str] = field(default_factory=dict)  # ends of a scale: "more" +amount, "less" -amount
    impersonal_pronouns: frozenset[str] = frozenset()  # that stand for whoever it may be, as subjects: "one"
    indefinite_pronouns: frozenset[str] = frozenset()  # that stand for a noun left open: "others", "someone"
    negating_determiners: frozenset[str] = frozenset()  # that deny the noun after them: "no", in "no clear answer"
    indefinite_determiners: frozenset[str] = frozenset()  # … of what a negated verb denies: "a", "any"
    negated_participles: tuple[tuple[str, str], ...] = ()  # what they begin and end with: ("un", "ed")
    unnegated_beginnings: tuple[str, ...] = ()  # of words that only look like such: "under"
    ordinal_words: Mapping[str, int] = field(default_factory=dict)  # "third", as numbers
    fraction_words: Mapping[str, int] = field(default_factory=dict)  # into how many parts: "third", "quarters"
    fraction_joiners: frozenset[str] = frozenset()  # between a number and a fraction: "and", in "two and a half"
    fraction_links: frozenset[str] = frozenset()  # … a fraction and what it is of: "of", "a", in "half a million"
    number_letters: Mapping[str, str] = field(default_factory=dict)  # as words, in sums of money: "m", in "$5m"
    multipliers: frozenset[str] = frozenset()  # number words below a hundred that multiply: "dozen"
    condition_openers: frozenset[str] = frozenset()  # of what a statement holds for: "if", "unless", "except"
    reason_openers: frozenset[str] = frozenset()  # … of why, and in spite of what: "because", "although"
    weekdays: frozenset[str] = frozenset()
    lower_case_dates: bool = False  # whether weekdays and months are written without a capital
    past_endings: tuple[str, ...] = ()  # of verbs: "ed"
    future_in_the_past: frozenset[str] = frozenset()  # auxiliaries of what was to come when it was said: "would"
    tenses: Mapping[str, str] = field(default_factory=dict)  # what auxiliaries tell of the time: "was", "will"
    # Words and phrases that shade what is said: the type of change (its value in `model.ChangeType`) and a degree
    # within it. Two of the same type and degree say the same; one of no degree shades nothing ("each other").
    shades: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    number_bounds: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # … before a number: "about", "over"
    # -- speakers
    gendered_pronouns: frozenset[str] = frozenset()  # of every case; `genders` has what they tell: "he", "his"
    gendered_endings: Mapping[str, str] = field(default_factory=dict)  # of verbs, by their subject's: "сказала"
    possessive_determiners: frozenset[str] = frozenset()  # whose office belongs to somebody: "her", in "her lawyer"
    office_abbreviations: Mapping[str, str] = field(default_factory=dict)  # before a name: "Gov" for "governor"
    office_classes: tuple[frozenset[str], ...] = ()  # nouns for one office: "lawyer", "attorney"
    leading_nouns: frozenset[str] = frozenset()  # for whoever leads a body, whatever the office is called: "head"
    body_nouns: frozenset[str] = frozenset()  # for bodies and papers, which are nobody: "ministry", "report"
    age_words: frozenset[str] = frozenset()  # … by how old somebody is: "year-old", in "the 40-year-old"
    has_articles: bool = False  # whether a noun without an article is not who was mentioned before: "lake officials"
    demonyms: frozenset[str] = frozenset()  # that describe a person who is not named: "Swede", in "the Swede"
    demonym_endings: tuple[str, ...] = ()  # … of the others: "ian", in "the Bolivian"
    name_suffixes: frozenset[str] = frozenset()  # after a name: "Jr"
    office_forms: Mapping[str, str] = field(default_factory=dict)  # of declined nouns, by form: "minister's" for one
    head_first: bool = False  # whether an office begins with its noun, without an "of" after it: "ministre-président"
    name_endings: tuple[str, ...] = ()  # of declined names
    patronymic_endings: tuple[str, ...] = ()  # of the names between the given one and the surname
    rank_words: frozenset[str] = frozenset()  # that make another office of an office: "deputy", "former"
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


def written_in(script: str) -> tuple[str, ...]:
    """Return the codes of the languages with data that are written in *script*, as Unicode calls it."""
    codes = (module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(code for code in codes if get(code).script == script))


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
