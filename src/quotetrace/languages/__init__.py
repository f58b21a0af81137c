"""What differs from language to language, as data: one module a language, each with one `LANGUAGE`.

Adding a language is adding a module here that is named by its BCP 47 code.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    months: frozenset[str]
    sentence_openers: frozenset[str]  # words that, capitalised after an abbreviation, open a sentence
    # -- quotations
    quote_pairs: tuple[tuple[str, str], ...]  # opening and closing mark
    say_verbs: frozenset[str]  # inflected forms: "said", "says", "saying"
    cue_phrases: tuple[str, ...]  # that name a speaker without a verb: "according to"
    question_labels: frozenset[str]  # that open a questioner's turn in a transcript
    complementizers: frozenset[str]  # "that"
    pronouns: frozenset[str]  # that can stand for a person who speaks: "he"
    name_particles: frozenset[str]  # lower-case parts of names: "van"
    office_nouns: frozenset[str]  # that stand for the person who holds it: "minister"
    personal_titles: frozenset[str]  # before a name: "Mr"
    # -- meaning
    negators: frozenset[str]
    number_words: Mapping[str, int]
    function_words: frozenset[str]  # that carry too little to tell one sentence from another


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces between them."""
    return frozenset(text.split())


@cache
def get(code: str) -> Language:
    """Return the data of the language with the BCP 47 *code*, or of the fallback where there is none.

    The fallback (English) also serves texts of unknown language.
    """
    name = code.partition("-")[0].lower()
    known = name.isidentifier() and find_spec(f"{__name__}.{name}") is not None
    language = import_module(f"{__name__}.{name if known else FALLBACK}").LANGUAGE
    assert isinstance(language, Language)  # noqa: S101 -- a language module without one is a bug, not input
    return language
