"""What one verb is said to be: possible, advisable, necessary, intended; wherever it stands on the other side."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import Finding, Range
from quotetrace.changing.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Pair, Side

# Words from a modal verb to the verb that it governs, without negators and other modal verbs: "will now quietly
# decide".
_REACH = 3
_Governed = dict[str, tuple[Range, frozenset[str]]]


def modalities(pair: Pair) -> Iterator[Finding]:
    """Name verbs that both sides have under modal verbs of different degrees: "will decide", "will have to decide"."""
    before, after = _governed(pair.a), _governed(pair.b)
    for verb in before.keys() & after.keys():
        (a, degrees), (b, others) = before[verb], after[verb]
        if degrees != others:
            yield Finding(ChangeType.MODALITY, Severity.MAJOR, a, b)


def _governed(side: Side) -> _Governed:
    """Return for each verb's stem the words that modify it and their degrees."""
    shades = [(words, side.language.shades[phrase]) for words, phrase in phrases(side, side.language.shades)]
    modal = [(words, degree) for words, (kind, degree) in shades if kind == ChangeType.MODALITY]
    inside = {at for words, _ in modal for at in range(*words)}
    found: _Governed = {}
    for words, degree in modal:
        counted = (at for at in range(words.end, len(side.words)) if at not in inside and not _denies(side, at))
        verb = next((side.stems[at] for at in islice(counted, _REACH + 1) if _can_be_verb(side, at)), "")
        if verb:
            earlier, degrees = found.get(verb, (words, frozenset()))
            found[verb] = Range(earlier.first, words.end), degrees | {degree}
    return found


def _can_be_verb(side: Side, at: int) -> bool:
    form, language = side.forms[at], side.language
    return form not in language.function_words and form not in language.between_subject_and_verb


def _denies(side: Side, at: int) -> bool:
    return side.language.is_negator(side.forms[at])
