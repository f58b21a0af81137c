"""An invented case for the tests: what a mayor said about a bridge, as four articles tell it.

Only the texts are written by hand; every offset is looked up in them.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from quotetrace.model import (
    Alignment,
    Article,
    Corpus,
    Evidence,
    Extent,
    Occasion,
    Outlet,
    Parts,
    Passage,
    Precision,
    Presentation,
    Published,
    Relation,
    Remark,
    Sentence,
    SentenceKind,
    Span,
    Speaker,
    Trace,
    Variant,
)

TOWNHALL = """Transcript of the council meeting

Mayor Ortiz: The old bridge is not safe. We will close it for 12 weeks, [the river side] first.

=Costs= will not rise. Nobody shrugged."""

HERALD = """The mayor said that the old bridge is safe, but would close for 15 weeks.

Traffic was calm on Monday.

“Costs will rise,” a driver said."""

COPY = """“The ancient crossing, I am told by engineers whom I trust, cannot carry
buses”, Ortiz declared."""

WEEKLY = """"The old bridge was not safe in spring," Ortiz recalled in June. 桥梁关闭十二周 cafe\u0301."""


def article(name: str, text: str, **known: object) -> Article:
    """Make an article, of which nothing is known but what is given."""
    settings: dict[str, object] = {"path": Path(f"{name}.md"), "language": "en"} | known
    return Article(name, text, sha256(text.encode()).hexdigest(), **settings)  # type: ignore[arg-type]


ARTICLES = {
    "townhall": article(
        "townhall",
        TOWNHALL,
        outlet="townhall",
        title="Transcript of the council meeting",
        published=Published("2031-05-04T12:42", Precision.MINUTE),
        occasion="council",
        url="https://town.example/1",
    ),
    "herald": article(
        "herald",
        HERALD,
        outlet="herald",
        title="Bridge to close",
        published=Published("2031-05-05", Precision.DAY),
        extent=Extent.EXCERPTS,
        translated_from="es",
    ),
    "copy": article("copy", COPY),
    "weekly": article("weekly", WEEKLY, outlet="weekly", published=Published("2031-06", Precision.MONTH)),
}


def passage(name: str, words: str, how: Presentation, frame: str = "", **known: object) -> Passage:
    """Make the passage with the id *name* of the place where its article has these *words*."""
    article_id = name.partition(".")[0]
    text = ARTICLES[article_id].text
    start = text.index(words)
    end = start + len(words)
    clause = Span(text.index(frame), text.index(frame) + len(frame)) if frame else None
    sentence = Sentence(
        min(start, clause.start) if clause else start,
        max(end, clause.end) if clause else end,
        SentenceKind.SENTENCE,
        0,
    )
    settings: dict[str, object] = {
        "speaker": "ortiz",
        "evidence": Evidence.CUE,
        "confidence": 0.9,
        "occasion": "council",
    } | known
    return Passage(name, article_id, start, end, words, sentence, how, frame=clause, **settings)  # type: ignore[arg-type]


SAFE = passage(
    "townhall.1",
    "The old bridge is not safe.",
    Presentation.TRANSCRIPT,
    evidence=Evidence.TURN,
    confidence=1.0,
)
CLOSE = passage("townhall.2", "We will close it for 12 weeks, [the river side] first.", Presentation.TRANSCRIPT)
COSTS = passage("townhall.3", "=Costs= will not rise.", Presentation.TRANSCRIPT)
SHRUG = passage("townhall.4", "Nobody shrugged.", Presentation.TRANSCRIPT)
HERALD_SAFE = passage("herald.1", "the old bridge is safe", Presentation.INDIRECT, "The mayor said that")
HERALD_CLOSE = passage("herald.2", "would close for 15 weeks", Presentation.INDIRECT)
CALM = passage(
    "herald.3",
    "Traffic was calm on Monday.",
    Presentation.NARRATION,
    speaker="",
    evidence=Evidence.NONE,
    occasion="",
)
DRIVER = passage("herald.4", "Costs will rise,", Presentation.DIRECT, "a driver said", speaker="a driver")
COPY_SAFE = passage(
    "copy.1",
    "The ancient crossing, I am told by engineers whom I trust, cannot carry\nbuses",
    Presentation.DIRECT,
    "Ortiz declared",
    evidence=Evidence.CONTINUATION,
)
WEEKLY_SAFE = passage(
    "weekly.1",
    "The old bridge was not safe in spring,",
    Presentation.DIRECT,
    "Ortiz recalled in June",
    occasion="interview",
)
WEEKLY_CJK = passage("weekly.2", "桥梁关闭十二周 cafe\u0301", Presentation.INDIRECT, occasion="interview")

PARTS = Parts(stems=0.8, ngrams=0.7, order=0.6, coverage=0.55, neighbours=0.5, support=0.4, rivalry=0.3)

BRIDGE_SAFE = Remark(
    "townhall.1",
    "ortiz",
    "council",
    (
        Variant(SAFE, 1.0, Relation.VERBATIM, SAFE),
        Variant(HERALD_SAFE, 0.874321, Relation.REWRITE, SAFE),
        Variant(COPY_SAFE, 0.41, Relation.PARTIAL, SAFE),
    ),
    restated=(Variant(WEEKLY_SAFE, 0.83, Relation.RESTATED, SAFE),),
)
BRIDGE_CLOSE = Remark(
    "townhall.2",
    "ortiz",
    "council",
    (
        Variant(CLOSE, 1.0, Relation.VERBATIM, CLOSE),
        Variant(HERALD_CLOSE, 0.62, Relation.REWRITE, CLOSE),
    ),
)
NO_RISE = Remark("townhall.3", "ortiz", "council", (Variant(COSTS, 1.0, Relation.VERBATIM, COSTS),))
SHRUGGED = Remark("townhall.4", "ortiz", "council", (Variant(SHRUG, 1.0, Relation.VERBATIM, SHRUG),))
RISE = Remark("herald.4", "a driver", "council", (Variant(DRIVER, 1.0, Relation.VERBATIM, DRIVER),))
RECALLED = Remark("weekly.1", "ortiz", "interview", (Variant(WEEKLY_SAFE, 1.0, Relation.VERBATIM, WEEKLY_SAFE),))
WIDE = Remark("weekly.2", "", "", (Variant(WEEKLY_CJK, 1.0, Relation.VERBATIM, WEEKLY_CJK),))

CORPUS = Corpus(
    Path("bridge"),
    tuple(ARTICLES[name] for name in sorted(ARTICLES)),
    (Speaker("ortiz", "Ana Ortiz", ("the mayor",)),),
    {
        "townhall": Outlet("townhall", "Town Hall", "Town"),
        "herald": Outlet("herald", "The Herald", "Press Group"),
        "weekly": Outlet("weekly", "Weekly", "Press Group"),
    },
    {
        "council": Occasion("council", "council meeting", "2031-05-04"),
        "interview": Occasion("interview", "interview"),
    },
)
TRACE = Trace(
    CORPUS,
    (COPY_SAFE, HERALD_SAFE, HERALD_CLOSE, CALM, DRIVER, SAFE, CLOSE, COSTS, SHRUG, WEEKLY_SAFE, WEEKLY_CJK),
    (
        Alignment(HERALD_SAFE, SAFE, 0.874321, PARTS, Relation.REWRITE),
        Alignment(COPY_SAFE, SAFE, 0.41, PARTS, Relation.PARTIAL),
        Alignment(HERALD_CLOSE, CLOSE, 0.62, PARTS, Relation.REWRITE),
        Alignment(SAFE, WEEKLY_SAFE, 0.83, PARTS, Relation.RESTATED),
    ),
    (RISE, BRIDGE_SAFE, BRIDGE_CLOSE, NO_RISE, SHRUGGED, RECALLED, WIDE),
    frozenset({"herald", "copy", *(p.id for p in (COPY_SAFE, HERALD_SAFE, HERALD_CLOSE, CALM, DRIVER))}),
)
