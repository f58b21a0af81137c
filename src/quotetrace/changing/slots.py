"""Another word in the same place: a verb or an attribute that may say more or less than the one it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import LONGEST_TURN, Finding, Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.changing.pairs import Edit, Pair, Side

# Jaro-Winkler similarity of two words that are taken as one in another form: "increase", "increment".
_ONE_WORD = 0.85


def slots(pair: Pair, named: Sequence[Finding]) -> Iterator[Finding]:
    """Name a verb or an attribute that another one stands for, between the same words, unless *named* tells it.

    Which of the two is stronger takes a reader, so that the change is minor. Nouns are left to wording.
    """
    for edit in pair.edits:
        if any(edit.a.meets(found.a) or edit.b.meets(found.b) for found in named):
            continue
        a, b = _only_content(pair.a, edit.a), _only_content(pair.b, edit.b)
        if a is None or b is None or edit.size > LONGEST_TURN:
            continue
        if JaroWinkler.similarity(pair.a.forms[a], pair.b.forms[b]) >= _ONE_WORD:
            continue
        if _is_attribute(pair, edit, a, b) or (_is_verb(pair.a, a) and _is_verb(pair.b, b)):
            yield Finding(ChangeType.STRENGTH, Severity.MINOR, Range(a, a + 1), Range(b, b + 1))


def _only_content(side: Side, words: Range) -> int | None:
    content = side.content(words)
    if len(content) != 1:
        return None
    form, language = side.forms[content[0]], side.language
    other = form in language.number_words or form in language.gendered_pronouns or not form.isalpha()
    return None if other or side.printed(content[0])[0].isupper() else content[0]


def _is_attribute(pair: Pair, edit: Edit, a: int, b: int) -> bool:
    """Tell whether both words stand right before the same noun."""
    if (a + 1, b + 1) != (edit.a.end, edit.b.end) or edit.a.end >= len(pair.a.words) or edit.b.end >= len(pair.b.words):
        return False
    noun, language = pair.a.forms[a + 1], pair.language
    adverbial = noun in language.function_words | language.time_words or noun.endswith(language.adverb_endings)
    return pair.a.stems[a + 1] == pair.b.stems[b + 1] and not adverbial


def _is_verb(side: Side, at: int) -> bool:
    """Tell whether a word is a verb: by its ending, or by the subject or the auxiliary before it."""
    language = side.language
    if side.forms[at] in language.openers:  # "during"
        return False
    if side.forms[at].endswith(language.past_endings + language.progressive_endings):
        return True
    before = side.forms[at - 1] if at else ""
    modal = language.shades.get(before, ("", ""))[0] == ChangeType.MODALITY
    subjects = language.clause_pronouns | language.first_person
    return modal or before in subjects or before in language.infinitive_markers
