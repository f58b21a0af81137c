"""Passages: the words one speaker is reported to say in one clause or sentence, which is what gets aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.model import Passage, SentenceKind
from quotetrace.text import has_words

if TYPE_CHECKING:
    from quotetrace.model import Article, Quotation, Sentence
    from quotetrace.quotations import Speech

_NEVER_ALIGNED = (SentenceKind.GAP, SentenceKind.DATELINE)


def passages(article: Article, speech: Speech) -> tuple[Passage, ...]:
    """Return the passages of an article in order: its quotations, and its own sentences as narration.

    Gaps, datelines and clauses that only name a speaker give no passage.
    """
    pairs = [
        (sentence, quotation)
        for sentence, quotation in speech.told
        if sentence.kind not in _NEVER_ALIGNED and has_words(article.text[quotation.start : quotation.end])
    ]
    return tuple(_passage(article, number, *pair) for number, pair in enumerate(pairs, start=1))


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
        relayed_by=quotation.relayed_by,
    )


def spoken(passage: Passage) -> str:
    """Return the text of a passage with a reporting clause inside it blanked out; offsets stay the same."""
    frame = passage.frame
    if frame is None or frame.end <= passage.start or frame.start >= passage.end:
        return passage.text
    first, last = max(frame.start, passage.start) - passage.start, min(frame.end, passage.end) - passage.start
    return passage.text[:first] + " " * (last - first) + passage.text[last:]
