"""The measuring of the changes: places in a sentence, right types, and what counts."""

from __future__ import annotations

import changes as gold_changes
import meaning
from quotetrace.changing.change import Change, ChangeType, Severity
from quotetrace.model import Span


def test_a_readers_words_are_found_in_the_sentence_whatever_they_leave_out() -> None:
    text = "It rained. The wells, all of them, Ran dry in May."
    within = Span(11, len(text))
    found = gold_changes.located(text, within, "the wells ... ran dry")
    assert text[found.start : found.end] == "The wells, all of them, Ran dry"
    assert gold_changes.located(text, within, "rained") == Span(11, 11)
    assert gold_changes.located(text, within, "") == Span(11, 11)


def seen(kind: ChangeType, start: int, severity: Severity = Severity.MAJOR) -> Change:
    return Change(kind, severity, "wells", "", Span(start, start + 5), Span(0, 0))


def wanted(kind: ChangeType, start: int, *, significant: bool = True) -> gold_changes.GoldChange:
    return gold_changes.GoldChange((kind,), Span(start, start + 5), Span(0, 0), significant)


def test_named_changes_are_right_by_type_and_place() -> None:
    gold_ones = [
        wanted(ChangeType.OMISSION, 0),
        wanted(ChangeType.NUMBER, 20),
        wanted(ChangeType.DATE, 40),
        wanted(ChangeType.DATE, 60, significant=False),
    ]
    named = [
        seen(ChangeType.OMISSION, 3),
        seen(ChangeType.DATE, 20),
        seen(ChangeType.DATE, 40, Severity.MINOR),
        seen(ChangeType.WORDING, 40),
    ]
    pairs = [gold_changes.Read(gold_ones, named)]
    assert gold_changes.score(pairs) == gold_changes.Counts(right=1, named=2, found=1, gold=3)
    assert gold_changes.score(pairs, typed=False) == gold_changes.Counts(right=2, named=2, found=2, gold=3)


def test_an_error_is_caught_by_a_major_change_of_a_right_type() -> None:
    text = "We closed {} of the wells in the valley."
    pairs = [meaning.compared(text.format("12"), text.format(other)) for other in ("12", "15")]
    assert meaning.share(pairs, {ChangeType.NUMBER}) == 0.5
    assert meaning.share(pairs, {ChangeType.POLARITY}) == 0.0
