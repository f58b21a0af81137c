"""Passages: the words one speaker is reported to say within one sentence, which is what gets aligned."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from quotetrace.attribution import UNCERTAIN
from quotetrace.model import Passage, Presentation, Quotation, SentenceKind
from quotetrace.quotations import CONFIDENCE
from quotetrace.text import has_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.attribution import Attribution
    from quotetrace.model import Article, Sentence
    from quotetrace.quotations import Speech

_NEVER_ALIGNED = (SentenceKind.GAP, SentenceKind.DATELINE)


def passages(article: Article, sentences: Sequence[Sentence], speech: Speech) -> tuple[Passage, ...]:
    """Return the passages of an article in order: its quotations, and its own sentences as narration.

    Gaps, datelines and sentences that only name a speaker give no passage.
    """
    told = [sentence for sentence in sentences if sentence not in speech.attributions]
    pairs = [
        (sentence, quotation)
        for sentence, quotation in _with_quotations(told, speech)
        if has_words(article.text[quotation.start : quotation.end])
    ]
    return tuple(_passage(article, number, *pair) for number, pair in enumerate(pairs, start=1))


def _with_quotations(sentences: Sequence[Sentence], speech: Speech) -> Iterator[tuple[Sentence, Quotation]]:
    found = speech.quotations
    starts = [quotation.start for quotation in found]
    for sentence in sentences:
        if sentence.kind in _NEVER_ALIGNED:
            continue
        at = bisect_left(starts, sentence.start)
        quoted = at < len(found) and found[at].start < sentence.end
        yield sentence, found[at] if quoted else _narration(sentence, speech.narration.get(sentence, UNCERTAIN))


def _narration(sentence: Sentence, said_by: Attribution) -> Quotation:
    evidence = said_by.evidence
    start, end = sentence.start, sentence.end
    return Quotation(start, end, Presentation.NARRATION, said_by.speaker, evidence, CONFIDENCE[evidence])


def _passage(article: Article, number: int, sentence: Sentence, quotation: Quotation) -> Passage:
    return Passage(
        id=f"{article.id}.{number}",
        article=article.id,
        start=quotation.start,
        end=quotation.end,
        text=article.text[quotation.start : quotation.end],
        sentence=sentence,
        presentation=quotation.presentation,
        speaker=quotation.speaker,
        evidence=quotation.evidence,
        confidence=quotation.confidence,
        occasion=article.occasion,
        frame=quotation.frame,
    )


def spoken(passage: Passage) -> str:
    """Return the text of a passage with a reporting clause inside it blanked out; offsets stay the same."""
    frame = passage.frame
    if frame is None or frame.end <= passage.start or frame.start >= passage.end:
        return passage.text
    first, last = max(frame.start, passage.start) - passage.start, min(frame.end, passage.end) - passage.start
    return passage.text[:first] + " " * (last - first) + passage.text[last:]
