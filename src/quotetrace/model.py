"""The words of the program as frozen records.

Offsets everywhere are Unicode code points into the article's text, 0-based and end-exclusive;
similarities are 0–1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Extent(StrEnum):
    """How much of what the outlet printed an article's text holds."""

    FULL = "full"
    EXCERPTS = "excerpts"  # gaps are marked […]


class Precision(StrEnum):
    """How exactly a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class SentenceKind(StrEnum):
    """What a sentence is in its article; `gap` is left out text, and is never matched."""

    SENTENCE = "sentence"
    HEADING = "heading"
    DATELINE = "dateline"
    GAP = "gap"


class Presentation(StrEnum):
    """How an article presents words as somebody's."""

    DIRECT = "direct"  # in quotation marks
    MIXED = "mixed"  # partly in quotation marks
    INDIRECT = "indirect"  # reported without marks
    TRANSCRIPT = "transcript"  # a turn in a record, or a block quote
    HEADLINE = "headline"  # in a title or a subheading
    NARRATION = "narration"  # the article's own words, which may still tell what somebody said


class Evidence(StrEnum):
    """How the speaker of a quotation was decided, from the surest to the least sure."""

    TURN = "turn"  # `NAME:` opens a turn of a transcript
    CUE = "cue"  # a reporting clause names the speaker
    BLOCK = "block"  # `NAME told reporters:` announces the block, or a name and title close it
    TITLE = "title"  # a reporting clause with an office: "the minister said"
    PRONOUN = "pronoun"  # a reporting clause with a pronoun: "he said"
    CONTINUATION = "continuation"  # no cue; it goes on from the quotation before
    NONE = "none"


class Relation(StrEnum):
    """How two aligned passages stand to each other."""

    VERBATIM = "verbatim"
    REWRITE = "rewrite"
    PARTIAL = "partial"
    RESTATED = "restated"  # the same thought on another occasion: never the same remark


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: *iso* is an ISO 8601 date or time, as exact as *precision* says."""

    iso: str
    precision: Precision

    @property
    def day(self) -> str:
        """The date without the time of day: `2022`, `2022-01` or `2022-01-27`."""
        return self.iso[:10]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person whose words are traced; *aliases* are other names and offices that mean that person."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes articles; outlets of one *owner* are not independent of each other."""

    id: str
    name: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event at which something was said; *date* is an ISO 8601 date, or empty where unknown."""

    id: str
    name: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One text published by one outlet. What is not known is empty or None, never guessed."""

    id: str
    text: str
    sha256: str  # of the text's UTF-8 bytes
    path: Path
    outlet: str = ""
    title: str = ""
    published: Published | None = None
    url: str = ""
    archive_url: str = ""
    retrieved: str = ""
    language: str = ""  # BCP 47
    translated_from: str = ""
    occasion: str = ""
    extent: Extent = Extent.FULL
    source_sha256: str = ""  # of the bytes that excerpts were taken from


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles in the order of their ids, and what is known about their speakers, outlets and occasions."""

    root: Path
    articles: tuple[Article, ...]
    speakers: tuple[Speaker, ...] = ()
    outlets: dict[str, Outlet] = field(default_factory=dict)
    occasions: dict[str, Occasion] = field(default_factory=dict)

    def outlet_name(self, article: Article) -> str:
        """Return the display name of the article's outlet, or `unknown outlet`."""
        if not article.outlet:
            return "unknown outlet"
        outlet = self.outlets.get(article.outlet)
        return outlet.name if outlet else article.outlet


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article's text; *block* counts the blocks (paragraphs, lines) of the article from 0."""

    start: int
    end: int
    kind: SentenceKind
    block: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span presented as somebody's words, without its quotation marks and reporting clause.

    *speaker* is a tracked speaker's id, else the name as printed, else empty. *frame* is the reporting clause in the
    sentence, for display. *relayed_by* is who quotes the speaker (a nested source), None where the article itself does.
    """

    start: int
    end: int
    presentation: Presentation
    speaker: str
    evidence: Evidence
    confidence: float
    frame: Span | None = None
    relayed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """What gets aligned: the words one speaker is reported to say in one sentence or clause, without the frame.

    *id* is `ARTICLE.N`, where N counts the passages of the article from 1.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    sentence: Sentence
    presentation: Presentation
    speaker: str
    evidence: Evidence
    confidence: float
    occasion: str
    frame: Span | None = None
    relayed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a similarity and a relation are made of, each 0–1."""

    stems: float  # rarity-weighted cosine of stems, and of the variants learnt from the corpus
    ngrams: float  # rarity-weighted cosine of character n-grams, and their order
    significance: float  # how little of that can be chance: the words in common count by so much
    order: float  # rapidfuzz token_sort_ratio: decides what is verbatim, is no part of the sum
    neighbours: float  # how alike the passages around both are
    support: float  # how alike both are to one passage of a third article
    rivalry: float  # how much better another passage of the same articles fits
    # The share of each one's words that the other has, the smaller one; it tells partial from rewritten, and takes so
    # long to find out that only `explain` does.
    coverage: float | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two passages of different articles that report the same words."""

    a: Passage
    b: Passage
    similarity: float
    parts: Parts
    relation: Relation


@dataclass(frozen=True, slots=True)
class Variant:
    """One article's version of a remark; *similarity* is to the passage that it is held *against*.

    That is the reference of the remark; for what was said again on another occasion, the variant it is most like.
    """

    passage: Passage
    similarity: float
    relation: Relation
    against: Passage


@dataclass(frozen=True, slots=True)
class Related:
    """A variant that is held against a remark and stands in another: *remark* is the other's id."""

    variant: Variant
    remark: str


@dataclass(frozen=True, slots=True)
class Remark:
    """The passages that report the same words of one speaker on one occasion.

    Its *variants* stand in the order of their nearness to speech. The first of them is the reference, if none of an
    article that was asked for is: *chosen* counts it from 0. *restated* holds what was said again on other occasions,
    and *related* what is aligned with the reference and stands in another remark: a passage can render two.
    """

    id: str
    speaker: str
    occasion: str
    variants: tuple[Variant, ...]
    restated: tuple[Variant, ...] = ()
    chosen: int = 0
    related: tuple[Related, ...] = ()

    @property
    def reference(self) -> Variant:
        """The variant that the others are compared with; a witness, and not the truth."""
        return self.variants[self.chosen]


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that was found in a corpus: the result object that all commands read."""

    corpus: Corpus
    passages: tuple[Passage, ...]
    alignments: tuple[Alignment, ...]
    remarks: tuple[Remark, ...]
    inferred_occasions: frozenset[str] = frozenset()  # ids of articles and passages whose occasion was inferred
