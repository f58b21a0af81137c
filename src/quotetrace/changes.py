"""What changed between the reference and a variant, named.

Similarity cannot see a changed meaning: a passage and its negation are 99 % alike. So numbers and negations are
compared as such, whatever the similarity; everything else is named by what happened to the words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quotetrace.model import Change, ChangeType, Presentation, Severity
from quotetrace.numbers import numbers
from quotetrace.passages import spoken
from quotetrace.text import tokens
from quotetrace.word_diff import Op, word_diff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Passage
    from quotetrace.word_diff import Segment

# Parity of negation says something only about texts that tell the same: not of a part of one, and not of two
# that have less than this share of their words in common.
COMPARABLE_LENGTH = 0.6
COMPARABLE_WORDS = 0.4
# In a longer stretch of changed words a negation may have gone with what it negates.
LONGEST_TURN = 4
# Somebody's own words, in marks or in a record.
_AS_SAID = (Presentation.DIRECT, Presentation.TRANSCRIPT)
_OF_WORDS = {
    Op.REPLACE: ChangeType.WORDING,
    Op.INSERT: ChangeType.ADDITION,
    Op.DELETE: ChangeType.OMISSION,
}


def changes(reference: Passage, variant: Passage, language: Language) -> tuple[Change, ...]:
    """Return the changes from *reference* to *variant*, the major ones first, then in reading order.

    *language* is that of both texts.
    """
    said, told = spoken(reference), spoken(variant)
    stretches = word_diff(said, told, language.code).stretches
    words = [_change(stretch, said, told) for stretch in stretches if stretch.op in _OF_WORDS]
    negations = list(_polarity(said, told, language))
    if not negations and _negations(said, language) != _negations(told, language):
        negations = [
            replace(change, type=ChangeType.POLARITY, severity=Severity.MAJOR)
            for change in words
            if _turns(change, language)
        ]
    return (*_numbers(said, told, language), *negations, *_presentation(reference, variant), *words)


def _numbers(reference: str, variant: str, language: Language) -> Iterator[Change]:
    """Name numbers of the variant that the reference does not have, with those that they may stand for."""
    before, after = numbers(reference, language), numbers(variant, language)
    lost = Counter(value for value, _ in before) - Counter(value for value, _ in after)
    new = Counter(value for value, _ in after) - Counter(value for value, _ in before)
    if new:
        yield Change(ChangeType.NUMBER, Severity.MAJOR, _printed(before, lost), _printed(after, new))


def _printed(found: Iterable[tuple[float, str]], values: Counter[float]) -> str:
    return ", ".join(printed for value, printed in found if value in values)


def _polarity(reference: str, variant: str, language: Language) -> Iterator[Change]:
    """Name a negation that one side has and the other has not: an odd number of them on one side only."""
    before = [token.form for token in tokens(reference)]
    after = [token.form for token in tokens(variant)]
    if not _comparable(before, after):
        return
    negated_before = [form for form in before if language.is_negator(form)]
    negated_after = [form for form in after if language.is_negator(form)]
    if len(negated_before) % 2 != len(negated_after) % 2:
        yield Change(ChangeType.POLARITY, Severity.MAJOR, ", ".join(negated_before), ", ".join(negated_after))


def _comparable(before: Sequence[str], after: Sequence[str]) -> bool:
    shorter, longer = sorted((len(before), len(after)))
    shared = (Counter(before) & Counter(after)).total()
    return shorter >= COMPARABLE_LENGTH * longer and 2 * shared >= COMPARABLE_WORDS * (shorter + longer)


def _presentation(reference: Passage, variant: Passage) -> Iterator[Change]:
    before, after = reference.presentation, variant.presentation
    if before is not after and not (before in _AS_SAID and after in _AS_SAID):
        yield Change(ChangeType.PRESENTATION, Severity.MINOR, before.value, after.value)


def _turns(change: Change, language: Language) -> bool:
    """Tell whether a few words that changed hold a negation on one side only."""
    if max(len(tokens(change.reference)), len(tokens(change.variant))) > LONGEST_TURN:
        return False
    return _negations(change.reference, language) % 2 != _negations(change.variant, language) % 2


def _negations(text: str, language: Language) -> int:
    return sum(language.is_negator(token.form) for token in tokens(text))


def _change(segment: Segment, reference: str, variant: str) -> Change:
    return Change(
        _OF_WORDS[segment.op],
        Severity.MINOR,
        reference[segment.a.start : segment.a.end].strip(),
        variant[segment.b.start : segment.b.end].strip(),
    )
