"""What changed between the reference and a variant, named.

Similarity cannot see a changed meaning: a passage and its negation are 99 % alike. So what carries the meaning is
compared as such, whatever the similarity; everything else is named by what happened to the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.changing.acts import speech_acts, tenses
from quotetrace.changing.change import Change, ChangeType, Severity
from quotetrace.changing.clauses import statements
from quotetrace.changing.denials import denials
from quotetrace.changing.figures import numbers_and_dates
from quotetrace.changing.modality import modalities
from quotetrace.changing.negation import negations
from quotetrace.changing.opposites import opposites
from quotetrace.changing.pairs import Pair, Side
from quotetrace.changing.people import actors, entities
from quotetrace.changing.pronouns import pro_forms
from quotetrace.changing.quoting import marks, presentations
from quotetrace.changing.shades import shades
from quotetrace.changing.slots import slots
from quotetrace.changing.words import words
from quotetrace.model import Presentation, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quotetrace.changing.pairs import Finding
    from quotetrace.languages import Language
    from quotetrace.model import Passage

_RULES: tuple[Callable[[Pair], Iterator[Finding]], ...] = (
    negations, denials, opposites, numbers_and_dates, entities, actors, pro_forms, speech_acts, modalities, shades,
    tenses, marks, statements,
)  # fmt: skip
_FIGURES = frozenset({ChangeType.DATE, ChangeType.NUMBER})
_RULES_OF_THE_SAME_WORDS = (speech_acts, marks)


def changes(reference: Passage, variant: Passage, language: Language) -> tuple[Change, ...]:
    """Return the changes from *reference* to *variant*, the major ones first, then by kind and in reading order.

    *language* is that of both texts.
    """
    return changes_of(Pair(Side(reference, language), Side(variant, language), language))


def changes_of(pair: Pair) -> tuple[Change, ...]:
    """Return the changes between two texts that were set side by side."""
    rules = _RULES if pair.a.forms != pair.b.forms else _RULES_OF_THE_SAME_WORDS
    named = _settled([found for rule in rules for found in rule(pair)])
    named += slots(pair, named)
    in_brief = _of_headings(pair)
    found = [one for one in (*named, *presentations(pair), *words(pair, named)) if one.type not in in_brief]
    return by_severity(dict.fromkeys(_change(pair, one) for one in found))


def _of_headings(pair: Pair) -> set[ChangeType]:
    """Return what is no change because one side is a heading, which tells in brief what the other tells."""
    lacking = {ChangeType.OMISSION, ChangeType.TRUNCATION}
    sides = ((pair.b, lacking), (pair.a, {ChangeType.ADDITION}))
    return {kind for side, kinds in sides if side.passage.presentation is Presentation.HEADLINE for kind in kinds}


def by_severity(found: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes with the major ones first, and else in their order."""
    return tuple(sorted(found, key=lambda change: change.severity is not Severity.MAJOR))


def _settled(found: list[Finding]) -> list[Finding]:
    """Drop what another change tells better.

    What is only asked on one side denies nothing ("will it not rain?"), "nobody" for "all" and "less" for "more" are
    opposites, a modal verb that was named with its verb is not named once more,
    and a figure that came with a whole clause is told with it.
    """
    asked = [one for one in found if one.type is ChangeType.SPEECH_ACT]
    negated = [one for one in found if one.type is ChangeType.POLARITY and not _told_by(one, asked)]
    better = {ChangeType.POLARITY: asked, ChangeType.QUANTIFIER: negated, ChangeType.STRENGTH: negated}
    put_in = [one.b for one in found if one.type is ChangeType.ADDITION]
    kept: list[Finding] = []
    for one in found:
        if one.type in _FIGURES and not one.a.size and any(words.holds(one.b) for words in put_in):
            continue
        same = [other for other in kept if other.type is one.type is ChangeType.MODALITY]
        if not _told_by(one, better.get(one.type, same)):
            kept.append(one)
    return kept


def _told_by(one: Finding, others: Sequence[Finding]) -> bool:
    return any(other.a.meets(one.a) or other.b.meets(one.b) for other in others)


def _change(pair: Pair, found: Finding) -> Change:
    a, b = pair.a.passage, pair.b.passage
    if found.type is ChangeType.PRESENTATION:
        whole = Span(a.start, a.end), Span(b.start, b.end)
        return Change(found.type, found.severity, a.presentation.value, b.presentation.value, *whole)
    spans = pair.a.span(found.a), pair.b.span(found.b)
    texts = a.text[spans[0].start : spans[0].end], b.text[spans[1].start : spans[1].end]
    return Change(found.type, found.severity, *texts, _in_article(a, spans[0]), _in_article(b, spans[1]))


def _in_article(passage: Passage, span: Span) -> Span:
    return Span(passage.start + span.start, passage.start + span.end)
