"""Quoted words without a reporting clause: whether they continue the speaker before them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.model import Evidence, Presentation, SentenceKind
from quotetrace.people.attribution import UNCERTAIN, Attribution
from quotetrace.people.names import words_of
from quotetrace.speech.discourse import outer_text
from quotetrace.speech.lines import MIN_QUOTED_WORDS, longest
from quotetrace.speech.marks import is_title_of_work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.languages import Language
    from quotetrace.people.attribution import Cast
    from quotetrace.speech.lines import Line

# From this share of quoted characters on, a paragraph is nothing but quotations.
ALONE = 0.8


@dataclass(frozen=True, slots=True)
class _Told:
    speech: frozenset[int]  # the numbers of the quoted stretches that are speech
    quoted: frozenset[int]  # the blocks that are nothing but quotations
    cast: Cast


def continue_speakers(text: str, lines: Sequence[Line], cast: Cast) -> None:
    """Let quoted words without a cue continue the speaker before them, and narration in the same paragraph too.

    Words in a later paragraph do if nothing stands between them and the speaker's, and if they stand alone there; no
    words do if the article names somebody else with them. Pull quotes follow each other without a bond.
    """
    before: Line | None = None  # the last that has a speaker's words
    last: Line | None = None
    told = _Told(_stretches_of_speech(text, lines, cast.language), _quoted_blocks(lines), cast)
    named: list[str] = []  # what the article itself has told since
    for line in lines:
        if line.content is None and not line.only_attributes and line.sentence.kind is SentenceKind.SENTENCE:
            named.append(outer_text(text, line, line.span.start, line.span.end))
            _continue(line, _bound(line, before, last, told), named, told)
        if line.content:
            before, named = line, []
        elif before and line.sentence.block != before.sentence.block:
            before = None
        last = line


def _quoted_blocks(lines: Sequence[Line]) -> frozenset[int]:
    """Return the blocks that are nothing but quotations."""
    quoted, all_ = Counter[int](), Counter[int]()
    for line in lines:
        quoted[line.sentence.block] += sum(span.end - span.start for span in line.quoted)
        all_[line.sentence.block] += line.span.end - line.span.start
    return frozenset(block for block, length in all_.items() if quoted[block] >= ALONE * length)


def _bound(line: Line, before: Line | None, last: Line | None, told: _Told) -> Line | None:
    """Return the line before if its speaker may go on in this one, None if they are apart."""
    if before is None or before.sentence.block == line.sentence.block:
        return before
    alone = line.sentence.block in told.quoted
    return before if before is last and alone and before.attribution.evidence is not Evidence.BLOCK else None


def _continue(line: Line, before: Line | None, named: Sequence[str], told: _Told) -> None:
    speaker = before.attribution.speaker if before else ""
    if speaker and any(told.cast.others_named(part, speaker) for part in named):
        speaker = ""
    continued = Attribution(speaker, Evidence.CONTINUATION) if speaker else UNCERTAIN
    quoted = [span for number, span in zip(line.stretches, line.quoted, strict=True) if number in told.speech]
    if quoted:
        line.attribute(continued, Presentation.DIRECT, longest(quoted))
    elif before and before.sentence.block == line.sentence.block:
        line.attribution = continued


def _stretches_of_speech(text: str, lines: Sequence[Line], language: Language) -> frozenset[int]:
    """Return the numbers of the quoted stretches that are long enough to be speech, and not the title of a work."""
    words: dict[int, str] = defaultdict(str)
    for line in lines:
        for number, span in zip(line.stretches, line.quoted, strict=True):
            words[number] += f" {text[span.start : span.end]}"
    return frozenset(
        number
        for number, of_stretch in words.items()
        if len(words_of(of_stretch)) >= MIN_QUOTED_WORDS and not is_title_of_work(of_stretch, language)
    )
