"""What people annotated in the articles of a corpus, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quotetrace.evaluation.overlap import SpanPair


class GoldSpan(NamedTuple):
    """A stretch of one article's text."""

    article: str
    start: int
    end: int


class Label(StrEnum):
    """How two annotated sentences stand to each other."""

    SAME = "same"  # they report the same words
    PARTIAL = "partial"  # one reports a part of what the other does
    RELATED = "related"  # the same subject, and not the same words: tempting, and wrong


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two annotated sentences of different articles, and how they stand."""

    spans: SpanPair
    label: Label


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """Somebody's words: *spans* of one article, in order, with what is known about them.

    *presentation* is empty where the annotation does not tell it; *speaker* is a name, or an id of the corpus.
    """

    article: str
    spans: tuple[tuple[int, int], ...]
    presentation: str = ""
    speaker: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class GoldChange:
    """A named difference: its *type*, and its stretches in either text, several where words between are left out."""

    type: str
    a: tuple[GoldSpan, ...]
    b: tuple[GoldSpan, ...]
    significant: bool


@dataclass(frozen=True, slots=True)
class GoldComparison:
    """Two annotated sentences of different articles, and what changed from *a* to *b*."""

    a: GoldSpan
    b: GoldSpan
    changes: tuple[GoldChange, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """All that was annotated, by kind; a kind without rows was not annotated. *remarks* gives those of each span."""

    sentences: list[GoldSpan] = field(default_factory=list)
    pairs: list[GoldPair] = field(default_factory=list)
    paired: set[SpanPair] = field(default_factory=set)  # the stretches of the pairs
    remarks: dict[GoldSpan, set[str]] = field(default_factory=dict)
    quotations: list[GoldQuotation] = field(default_factory=list)
    quoted_articles: set[str] = field(default_factory=set)  # in which every quotation was annotated
    comparisons: list[GoldComparison] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what the reader should know about how the files were read
