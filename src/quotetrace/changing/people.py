"""Names that differ, and who does what to whom."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from rapidfuzz.distance import JaroWinkler, Prefix

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import LONGEST_TURN, Finding, Range
from quotetrace.model import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Pair, Side
    from quotetrace.languages import Language

# Jaro-Winkler similarity from which two spellings are of one name, as in names brought over from another script. At .7
# fewer changed names are seen (.53 of them), at .9 more false ones (1.4 % of the clean pairs); benchmarks/meaning.py.
SAME_NAME = 0.8
SAME_CONSONANTS = 3
# In a longer stretch of changed words, a new name and a lost one may have nothing to do with each other. With 4 words,
# .54 of the changed names are seen.
_NEAR = 3 * LONGEST_TURN
# Texts with this share of their words in common differ in little, so that a lost name and a new one in another place
# belong together. At .4, .02 more of the changed names are seen, and names that have nothing to do with each other.
_ALIKE = 0.6


def entities(pair: Pair) -> Iterator[Finding]:
    """Name the names that only the variant has, in the place of others or of other words.

    A name in another spelling, its initials, and the adjective made of it are the same name.
    """
    if Presentation.HEADLINE in (pair.a.passage.presentation, pair.b.passage.presentation):
        return  # any word may be capitalised there
    alone: list[tuple[list[Range], list[Range]]] = []
    for edit in pair.edits:
        gone, new = unknown_names(pair.a, edit.a, pair.b), unknown_names(pair.b, edit.b, pair.a)
        if edit.size <= LONGEST_TURN and bool(gone) != bool(new):
            gone, new = gone or _opening(pair.a, edit.a, pair.b), new or _opening(pair.b, edit.b, pair.a)
        for a, b in zip(gone, new, strict=False):
            near = edit.size <= _NEAR or _beside_same(pair, a, b)
            yield Finding(ChangeType.ENTITY, Severity.MAJOR if near else Severity.MINOR, a, b)
        if edit.size <= _NEAR:
            alone.append((gone[len(new) :], new[len(gone) :]))
    if pair.shared >= _ALIKE:
        yield from _far_apart(alone)


def unknown_names(side: Side, within: Range, other: Side) -> list[Range]:
    """Return the names in a stretch that the other side does not have."""
    return [name for name in _names(side, within, other) if not _is_known(side, name, other)]


def _opening(side: Side, within: Range, other: Side) -> list[Range]:
    """Return the first words of a sentence, as the name that takes another's place."""
    end = within.first
    while end < within.end and _is_capitalised(side, end) and side.forms[end] not in side.language.openers:
        end += 1
    words = Range(within.first, end)
    unknown = words.size and _opens(side, words.first) and not _is_known(side, words, other)
    return [words] if unknown else []


def _beside_same(pair: Pair, a: Range, b: Range) -> bool:
    """Tell whether the same word stands before both names, or after both."""
    before = a.first > 0 < b.first and pair.a.stems[a.first - 1] == pair.b.stems[b.first - 1]
    ends = a.end < len(pair.a.words) and b.end < len(pair.b.words)
    return before or (ends and pair.a.stems[a.end] == pair.b.stems[b.end])


def _far_apart(alone: list[tuple[list[Range], list[Range]]]) -> Iterator[Finding]:
    """Pair a name that was lost in one place with one that is new in another: its clause has moved."""
    lost, new = ([name for part in alone for name in part[side]] for side in (0, 1))
    for a, b in zip(lost, new, strict=False):
        yield Finding(ChangeType.ENTITY, Severity.MAJOR, a, b)


def _names(side: Side, within: Range, other: Side) -> list[Range]:
    """Return capitalised words in a row; a word that any sentence can open with is no name."""
    found: list[Range] = []
    for at in range(*within):
        if not _is_name(side, at, other):
            continue
        if found and found[-1].end == at:
            found[-1] = Range(found[-1].first, at + 1)
        else:
            found.append(Range(at, at + 1))
    return found


def _is_name(side: Side, at: int, other: Side) -> bool:
    form, language = side.forms[at], side.language
    if _is_acronym(side, at):
        return True
    if not _is_capitalised(side, at) or form in language.openers or form in language.first_person:
        return False
    if form in language.months or form in language.weekdays:
        return False
    return (
        not _opens(side, at)
        or side.printed(at).isupper()
        or any(
            other.forms[there] == form and _is_capitalised(other, there) and not _opens(other, there)
            for there in range(len(other.words))
        )
    )


def _is_acronym(side: Side, at: int) -> bool:
    """Tell "US" and "UK" from "us": capitals, in a text that is not all in capitals."""
    return len(side.forms[at]) > 1 and side.printed(at).isupper() and not side.text.isupper()


def _is_capitalised(side: Side, at: int) -> bool:
    return len(side.forms[at]) > 1 and side.printed(at)[0].isupper()


def _opens(side: Side, at: int) -> bool:
    """Tell whether a word may be capitalised because a sentence begins with it."""
    if at == 0:
        return True
    between = side.text[side.words[at - 1].end : side.words[at].start]
    return any(mark in between for mark in '.?!:“"«„')


def _is_known(side: Side, words: Range, other: Side) -> bool:
    """Tell whether the other side has a name: as it is, in another spelling, by its initials, or as their full form."""
    return any(_is_there(side, at, other) for at in range(*words)) or _abbreviated(side, words, other)


def _is_there(side: Side, at: int, other: Side) -> bool:
    if side.stems[at] in other.known_stems:
        return True
    form = side.forms[at]
    return any(
        other.stems[there] not in side.known_stems
        and other.printed(there)[0].isupper()
        and JaroWinkler.similarity(form, other.forms[there]) >= SAME_NAME
        and _sound_alike(form, other.forms[there], side.language)
        for there in range(len(other.words))
    )


def _sound_alike(a: str, b: str, language: Language) -> bool:
    """Tell whether two spellings can be of one name: its consonants are the same, or begin with the same three.

    Names from another script differ in vowels, in silent and in doubled letters ("Antony", "Anthony"), adjectives in
    their endings ("Sweden", "Swedish"); two names may differ in a consonant alone ("Iran", "Iraq").
    """
    one, other = (_consonants(name, language) for name in (a, b))
    common = Prefix.similarity(one, other)
    return common == min(len(one), len(other)) or common >= SAME_CONSONANTS


def _consonants(name: str, language: Language) -> str:
    plain = "".join(letter for letter in normalize("NFD", name) if letter.isalpha())
    return "".join(letter for letter, _ in groupby(plain.translate(dict.fromkeys(map(ord, language.vague_letters)))))


def _abbreviated(side: Side, words: Range, other: Side) -> bool:
    """Tell whether one side has the initials of the name that the other has in full: "UN", "U.S.", "ISIS"."""
    full = _initials(side, words)
    if len(full) > 1 and any(_letters(other, at).startswith(full) for at in range(len(other.words))):
        return True
    initials = _initials(other, Range(0, len(other.words)))
    return any(len(short) > 1 and short in initials for short in (_letters(side, at) for at in range(*words)))


def _initials(side: Side, words: Range) -> str:
    return "".join(side.forms[at][0] for at in range(*words) if _is_capitalised(side, at))


def _letters(side: Side, at: int) -> str:
    """Return the letters of an abbreviation that is all capitals, or nothing."""
    return side.forms[at].replace(".", "") if side.printed(at).isupper() else ""


def actors(pair: Pair) -> Iterator[Finding]:
    """Name pronouns of another gender, and two names that changed places."""
    yield from _genders(pair)
    yield from _exchanged(pair)


def _genders(pair: Pair) -> Iterator[Finding]:
    language = pair.language
    genders = {pronoun: language.genders[pronoun] for pronoun in language.gendered_pronouns}
    before, after = ({genders[f] for f in side.forms if f in genders} for side in (pair.a, pair.b))
    for edit in pair.edits:
        lost = [at for at in range(*edit.a) if genders.get(pair.a.forms[at], "") in before - after]
        new = [at for at in range(*edit.b) if pair.b.forms[at] in genders]
        new = [at for at in new if not before or genders[pair.b.forms[at]] not in before]
        if lost and new:
            a, b = Range(lost[0], lost[0] + 1), Range(new[0], new[0] + 1)
            yield Finding(ChangeType.ACTOR, Severity.MAJOR, a, b)
        elif new and before:
            b = Range(new[0], new[0] + 1)
            yield Finding(ChangeType.ACTOR, Severity.MAJOR, pair.place(pair.b, b), b)


def _exchanged(pair: Pair) -> Iterator[Finding]:
    """Find two names that stand around the same words in the opposite order: who does it was turned around."""
    if sorted(pair.a.stems) != sorted(pair.b.stems):
        return
    a = _names(pair.a, Range(0, len(pair.a.words)), pair.b)
    b = _names(pair.b, Range(0, len(pair.b.words)), pair.a)
    for before, after in zip(pairwise(a), pairwise(b), strict=False):
        if _turned_around(pair, before, after):
            hulls = (Range(first.first, second.end) for first, second in (before, after))
            yield Finding(ChangeType.ACTOR, Severity.MAJOR, *hulls)


def _turned_around(pair: Pair, before: tuple[Range, Range], after: tuple[Range, Range]) -> bool:
    there, here = ([_stems(side, name) for name in names] for side, names in ((pair.a, before), (pair.b, after)))
    between = _stems(pair.a, Range(before[0].end, before[1].first))
    same = between == _stems(pair.b, Range(after[0].end, after[1].first))
    joined = not pair.language.conjunctions.isdisjoint(between)
    return there == here[::-1] and there != here and same and bool(between) and not joined


def _stems(side: Side, words: Range) -> tuple[str, ...]:
    return side.stems[words.first : words.end]
