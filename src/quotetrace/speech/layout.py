"""Speakers told by the layout: transcript turns, announced blocks, signed pull quotes, signed headlines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from quotetrace.model import Evidence, Presentation, SentenceKind, Span
from quotetrace.people.attribution import UNCERTAIN, Attribution
from quotetrace.people.names import personal_name, words_of
from quotetrace.speech.lines import by_block, longest, quoted_speech
from quotetrace.splitting.blocks import setting
from quotetrace.text import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.languages import Language
    from quotetrace.model import Sentence
    from quotetrace.people.attribution import Cast
    from quotetrace.speech.lines import Line

# "Sir Arthur Conan Doyle Jr.:" labels a turn; "The three things that matter most are these:" does not.
MAX_LABEL_WORDS = 6
# One label is a headline's ("Lee: no talks"), two make a record.
MIN_TURNS = 2
# "NAME, Deputy Head of the Administration of the President of the Republic" signs a pull quote.
MAX_SIGNATURE_WORDS = 14
# Of a signature's words, those that are capitalised; the rest are "of", "the", "for".
SIGNATURE_CAPITALS = 0.6

# With or without emphasis as in Markdown: "**Lee:** words", "_Lee_: words".
_NAME = r"[*_]{0,3}([^\W\d_][^\n:“”\"«»*]{0,60}?)"
_LABEL = re.compile(_NAME + r"\s*[*_]{0,3}:[*_]{0,3}\s+(?=\S)")
_ALONE = re.compile(_NAME + r"\s*[*_]{0,3}:?[*_]{0,3}")
_SIGNED = re.compile(r"(\s+[—–-]|:)\s+([^—–:“”\"«»]{2,60})$")
_ENDED = ".!?…:;"


@dataclass(frozen=True, slots=True)
class _Label:
    """The name that opens a turn, and where its words begin."""

    name: Span
    words: int
    is_alone: bool  # on a line of its own, with the words below
    has_colon: bool


def attribute_turns(text: str, lines: Sequence[Line], cast: Cast, language: Language) -> None:
    """Give the turns of a transcript to their speakers: from one label to the next."""
    blocks = by_block(lines)
    labels = [_label(text, block, language) for block in blocks]
    labels = _of_turns(text, labels, cast, language)
    if sum(label is not None for label in labels) < MIN_TURNS:
        return
    turn: Attribution | None = None
    in_marks = False
    for block, label in zip(blocks, labels, strict=True):
        content = block[0].span
        if in_marks and not _opens_quoted(block[0], language, text):
            turn = None
        if label:
            in_marks = _opens_quoted(block[0], language, text)
            who = text[label.name.start : label.name.end]
            turn = Attribution(cast.resolve(who).speaker or who, Evidence.TURN)
            content = Span(label.words, content.end)
        if turn:
            block[0].attribute(turn, Presentation.TRANSCRIPT, content)
            for line in block[1:]:
                line.attribute(turn, Presentation.TRANSCRIPT)
        for line in block:
            if (label and label.is_alone) or _is_stage_direction(text[line.span.start : line.span.end], language):
                line.content, line.only_attributes = None, True


def _opens_quoted(line: Line, language: Language, text: str) -> bool:
    """Tell whether a line begins inside quotation marks, as each turn of a record does that an article quotes."""
    return bool(line.quoted) and line.quoted[0].start == _words_at(text, line, language)


def _words_at(text: str, line: Line, language: Language) -> int:
    """Return where the words of a line begin, after the marks that open it."""
    at = line.span.start
    while at < line.span.end and (text[at] in language.quote_marks or text[at].isspace()):
        at += 1
    return at


def _is_stage_direction(sentence: str, language: Language) -> bool:
    """Tell what a record says of the scene: "(Applause.)", "[Crosstalk]"."""
    sentence = sentence.strip("".join(language.quote_marks))
    return sentence[:1] in {"(", "["} and sentence.rstrip(".")[-1:] in {")", "]"}


def _of_turns(text: str, labels: Sequence[_Label | None], cast: Cast, language: Language) -> list[_Label | None]:
    """Leave out what labels something else, as "Update:" does.

    One label at least must recur, name somebody known or be a questioner's; beside it, a full name is believed, and
    a word in capitals where the others are too. Names alone on their lines look like headings: a known one or a
    questioner's must recur, or a full name with a colon.
    """
    names = [text[label.name.start : label.name.end] if label else "" for label in labels]
    counts = Counter(name for name in names if name)
    capitals = any(name.isupper() and count > 1 for name, count in counts.items())

    def is_known(name: str) -> bool:
        return fold(name) in language.question_labels or (_is_name(name, language) and cast.knows(name))

    def is_sure(label: _Label, name: str) -> bool:
        if label.is_alone:
            return counts[name] > 1 and (is_known(name) or (label.has_colon and _is_full(name, language)))
        return counts[name] > 1 or is_known(name)

    def is_turn(label: _Label, name: str) -> bool:
        if label.is_alone and label.has_colon:
            return True
        recurs = counts[name] > 1 and not label.is_alone
        return recurs or is_known(name) or _is_full(name, language) or (capitals and name.isupper())

    found = list(zip(labels, names, strict=True))
    if not any(label and is_sure(label, name) for label, name in found):
        return [None] * len(labels)
    return [label if label and is_turn(label, name) else None for label, name in found]


def _is_full(label: str, language: Language) -> bool:
    return len(words_of(label)) > 1 and _is_name(label, language)


def _is_name(label: str, language: Language) -> bool:
    """Tell a name or an office from other words in capitals."""
    words = words_of(label)
    before = words[: len(words) - len(personal_name(words, language))]
    last = fold(before[-1].rstrip(".")) if before else ""
    return not before or last in language.office_nouns | language.abbreviations or last in language.genders


def _label(text: str, block: Sequence[Line], language: Language) -> _Label | None:
    """Return the label that opens a turn: a name, an office, or a word for a questioner."""
    line = block[0]
    at = _words_at(text, line, language)
    found = _LABEL.match(text, at, line.span.end)
    alone = None if found or len(block) > 1 else _ALONE.fullmatch(text, at, line.span.end)
    found = found or alone
    if not found or (alone and not _stands_out(alone)):
        return None
    words = words_of(found.group(1))
    named = all(word[0].isupper() or fold(word) in language.name_particles for word in words)
    asked = fold(found.group(1)) in language.question_labels
    if not asked and not (words and named and len(words) <= MAX_LABEL_WORDS):
        return None
    return _Label(Span(*found.span(1)), found.end(), is_alone=bool(alone), has_colon=":" in found.group())


def _stands_out(alone: re.Match[str]) -> bool:
    """Tell whether a line of its own is set like a label: in bold, in capitals or with a colon."""
    return alone.group()[0] in "*_" or alone.group(1).isupper() or ":" in alone.group()


def attribute_announced(text: str, lines: Sequence[Line]) -> None:
    """Give a block to the speaker whom the sentence before it announced with a colon.

    So are the blocks after it that are set off in the same way: the items of a list, the paragraphs of a block quote.
    """
    announced = UNCERTAIN
    layout = ""
    for before, block in pairwise(by_block(lines)):
        announcer = before[-1]
        if announcer.clause and not announcer.content and announcer.attribution is not UNCERTAIN:
            announced = Attribution(announcer.attribution.speaker, Evidence.BLOCK)
            layout = _setting(text, block)
        elif not layout or _setting(text, block) != layout:
            announced = UNCERTAIN
        if announced is not UNCERTAIN:
            _announce(block, announced)


def _setting(text: str, block: Sequence[Line]) -> str:
    return setting(text, Span(block[0].span.start, block[-1].span.end))


def _announce(block: Sequence[Line], announced: Attribution) -> None:
    """Give the words in marks to the speaker, or all of them in a block that has no marks."""
    marked = any(line.quoted for line in block)
    for line in block:
        if not line.content and (line.quoted or not marked):
            line.attribute(announced, Presentation.DIRECT, longest(line.quoted) if line.quoted else None)


def attribute_signed_blocks(text: str, lines: Sequence[Line], cast: Cast, language: Language) -> None:
    """Give a pull quote to the name and office that stand after its last full stop."""
    for block in by_block(lines):
        *quote, last = block
        words = words_of(text[last.span.start : last.span.end])
        if not quote or last.quoted or text[last.span.end - 1] in _ENDED or len(words) > MAX_SIGNATURE_WORDS:
            continue
        office = next((i for i, word in enumerate(words) if i and _is_title(word, language)), len(words))
        capitals = sum(word[0].isupper() for word in words)
        name = words[:2] if office > 1 else []
        if not personal_name(name, language) or capitals < SIGNATURE_CAPITALS * len(words):
            continue
        said_by = _signed_by(cast, " ".join(name))
        last.only_attributes = True
        last.content = None
        for line in quote:
            line.attribute(said_by, Presentation.DIRECT)


def _is_title(word: str, language: Language) -> bool:
    return fold(word) in language.office_nouns


def with_title(text: str, sentences: Sequence[Sentence], title: str) -> list[Sentence]:
    """Return the sentences with those as headings whose block repeats the article's title, however it ends."""
    wanted = _bare(title)
    repeats = {
        block: bool(wanted) and _bare(text[found[0].start : found[-1].end]) == wanted
        for block, found in ((block, list(group)) for block, group in groupby(sentences, key=lambda one: one.block))
    }
    return [
        replace(sentence, kind=SentenceKind.HEADING)
        if repeats[sentence.block] and sentence.kind is SentenceKind.SENTENCE
        else sentence
        for sentence in sentences
    ]


def _bare(text: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(text))


def _signed_by(cast: Cast, name: str) -> Attribution:
    speaker = cast.resolve(name).speaker
    return Attribution(speaker, Evidence.BLOCK) if speaker else UNCERTAIN


def attribute_headlines(text: str, lines: Sequence[Line], cast: Cast, language: Language) -> None:
    """Give headings to the speaker that they name: "NAME: words", "words: NAME", "words — NAME", or in marks."""
    for line in lines:
        if line.sentence.kind is not SentenceKind.HEADING:
            continue
        if line.content:
            line.attribute(line.attribution, Presentation.HEADLINE, line.content, line.frame)
            continue
        signed = _signed_before(text, line, cast) or _signed_after(text, line, cast, language)
        if signed:
            who, content = signed
            line.attribute(_signed_by(cast, who), Presentation.HEADLINE, content)
        elif quoted := quoted_speech(text, line):
            line.attribute(line.attribution, Presentation.HEADLINE, quoted)


def _signed_before(text: str, line: Line, cast: Cast) -> tuple[str, Span] | None:
    """Read "NAME: words", where the article has named that person."""
    found = _LABEL.match(text, line.span.start, line.span.end)
    if not found or not cast.knows(found.group(1)):
        return None
    return found.group(1), Span(found.end(), line.span.end)


def _signed_after(text: str, line: Line, cast: Cast, language: Language) -> tuple[str, Span] | None:
    """Read "words — NAME", and "words: NAME" where the article has named that person."""
    found = _SIGNED.search(text, line.span.start, line.span.end)
    if not found:
        return None
    name = personal_name(words_of(found.group(2)), language)
    if not name or (found.group(1) == ":" and not cast.knows(" ".join(name))):
        return None
    return found.group(2), Span(line.span.start, found.start())
