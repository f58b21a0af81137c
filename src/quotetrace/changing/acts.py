"""What is done with the words: asked or stated, told of now or of then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.changing.change import ChangeType, Severity
from quotetrace.changing.pairs import LONGEST_TURN, Finding, Range
from quotetrace.model import Presentation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.changing.pairs import Edit, Pair, Side

_END = re.compile(r"[.!?…]+(?=[\s”’»\"']|$)")
_QUESTION = re.compile(r"[^.!?…]*\?")
# Presentations in which a language may move the tenses back ("he said that it was").
_TOLD = (Presentation.INDIRECT, Presentation.MIXED, Presentation.NARRATION, Presentation.HEADLINE)
# Share of the content words of a question that a statement must have to tell the same. At .5 and .7 fewer questions
# are seen (.93, .69 of them), at .3 no more false ones; benchmarks/meaning.py.
_SAME_MATTER = 0.4


def speech_acts(pair: Pair) -> Iterator[Finding]:
    """Name questions that the other side states, and statements that it asks."""
    for ours, theirs, ordered in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        if "?" in theirs.text:
            continue
        for question in _questions(ours):
            stated = _matter(ours, question, theirs)
            if stated is not None:
                a, b = (stated, question) if ordered else (question, stated)
                yield Finding(ChangeType.SPEECH_ACT, Severity.MAJOR, a, b)


def _questions(side: Side) -> Iterator[Range]:
    if "?" not in side.text:  # seen at once, where the pattern tries each sentence
        return
    for found in _QUESTION.finditer(side.text):
        words = side.range_of(Span(found.start(), found.end()))
        if words.size:
            yield words


def _matter(side: Side, words: Range, other: Side) -> Range | None:
    """Return the sentences of the other side that tell what *words* do, or None where it does not."""
    wanted = {side.stems[at] for at in side.content(words)}
    shared = [at for at in other.content(Range(0, len(other.words))) if other.stems[at] in wanted]
    if not wanted or len({other.stems[at] for at in shared}) < _SAME_MATTER * len(wanted):
        return None
    start = max((end.end() for end in _END.finditer(other.text, 0, other.words[shared[0]].start)), default=0)
    end = _END.search(other.text, other.words[shared[-1]].end)
    return other.range_of(Span(start, end.start() if end else len(other.text)))


def tenses(pair: Pair) -> Iterator[Finding]:
    """Name verbs in another tense: an auxiliary of another time in the same place.

    Reported speech moves the tenses back, so that only direct words are held to theirs.
    """
    told = pair.a.passage.presentation in _TOLD or pair.b.passage.presentation in _TOLD
    for edit in pair.edits:
        if edit.size <= LONGEST_TURN:
            yield from _tense(pair, edit, Severity.MINOR if told else Severity.MAJOR)


def _tense(pair: Pair, edit: Edit, severity: Severity) -> Iterator[Finding]:
    known = pair.language.tenses
    before = [at for at in range(*edit.a) if pair.a.forms[at] in known]
    after = [at for at in range(*edit.b) if pair.b.forms[at] in known]
    times = [{known[side.forms[at]] for at in found} for side, found in ((pair.a, before), (pair.b, after))]
    if before and after and times[0].isdisjoint(times[1]):
        moved = severity if "future" in times[0] | times[1] else Severity.MINOR
        yield Finding(ChangeType.TENSE, moved, Range(before[0], before[-1] + 1), Range(after[0], after[-1] + 1))
    elif (not before and after and "future" in times[1] and _same_verb(pair, edit)) or (
        not after and before and "future" in times[0] and _same_verb(pair, edit)
    ):
        yield Finding(ChangeType.TENSE, severity, edit.a, edit.b)
    elif not before and not after and _inflected(pair, edit):
        yield Finding(ChangeType.TENSE, Severity.MINOR, edit.a, edit.b)


def _same_verb(pair: Pair, edit: Edit) -> bool:
    """Tell whether both sides have a word of one stem: "it has it" and "it will have it"."""
    return not {pair.a.stems[at] for at in range(*edit.a)}.isdisjoint(pair.b.stems[at] for at in range(*edit.b))


def _inflected(pair: Pair, edit: Edit) -> bool:
    """Tell whether one word stands in another form on the other side, one of which is a form of the past."""
    if edit.a.size != 1 or edit.b.size != 1 or pair.a.stems[edit.a.first] != pair.b.stems[edit.b.first]:
        return False
    endings = pair.language.past_endings
    return pair.a.forms[edit.a.first].endswith(endings) != pair.b.forms[edit.b.first].endswith(endings)
