"""Draw `explain`, `corpus list` and `corpus check`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from quotetrace.matching.scoring import reaches_threshold
from quotetrace.render import labels
from quotetrace.render.quoted import quoted
from quotetrace.render.screen import Screen, indented, stacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from quotetrace.errors import InputError
    from quotetrace.model import Alignment, Article, Corpus, Passage, Trace

_PARTS = {
    "stems": "stems in common, the rare ones weighing more",
    "ngrams": "character sequences in common, the rare ones weighing more",
    "order": "the sorted words (token_sort_ratio), which decide what is verbatim",
    "coverage": "the share of each one's words in the other, the smaller one; it tells partial from rewritten",
    "neighbours": "how alike the passages around both are",
    "support": "how alike both are to one passage of a third article",
    "rivalry": "how much better another passage fits; it counts against",
}


def draw_explanation(trace: Trace, found: Alignment, thresholds: Mapping[str, float]) -> RenderableType:
    """Draw two passages, their similarity, what it is made of and what it has to reach."""
    relation = found.relation.value if reaches_threshold(found) else "does not align"
    total = Text(f"similarity {found.similarity:.4f}, {relation}", style="bold")
    measures = _grid([(name, value, _PARTS.get(name, "")) for name, value in asdict(found.parts).items()])
    limits = _grid([(name, value, "") for name, value in thresholds.items()])
    return stacked(
        [
            _passage(trace, found.a),
            _passage(trace, found.b),
            Group(total, indented(measures)),
            Group(Text("thresholds"), indented(limits)),
        ]
    )


def draw_articles(corpus: Corpus, screen: Screen) -> RenderableType:
    """Draw the articles of a corpus: in columns where there is room, else below each other."""
    if not screen.wide:
        return stacked(_article(corpus, article) for article in corpus.articles)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name in ("article", "outlet", "published", "language", "extent", "title"):
        table.add_column(name, overflow="fold")
    for article in corpus.articles:
        table.add_row(*map(quoted, (article.id, *_facts(corpus, article), article.title)))
    return table


def draw_faults(faults: Sequence[InputError]) -> RenderableType:
    """Draw one fault a line."""
    return Group(*(quoted(str(fault)) for fault in faults))


def _facts(corpus: Corpus, article: Article) -> list[str]:
    language = article.language or "language unknown"
    if article.translated_from:
        language = f"{language} (from {article.translated_from})"
    return [corpus.outlet_name(article), labels.date(article), language, article.extent.value]


def _article(corpus: Corpus, article: Article) -> RenderableType:
    head = quoted(article.id, style="bold")
    return Group(head, *(indented(quoted(fact)) for fact in (*_facts(corpus, article), article.title) if fact))


def _passage(trace: Trace, passage: Passage) -> RenderableType:
    inferred = passage.id in trace.inferred_occasions
    said = labels.occasion(trace.corpus, passage.occasion, inferred=inferred)
    who = labels.speaker(trace.corpus, passage.speaker)
    decided = f"speaker by {passage.evidence.value}, confidence {passage.confidence:.2f}"
    lines: list[RenderableType] = [
        quoted(passage.text),
        quoted(f"{who} | {said}"),
        Text(decided, style="dim"),
    ]
    clause = labels.clause(trace, passage)
    if clause:
        lines.append(clause)
    head = quoted(passage.id, style="bold").append(f"  {passage.presentation.value}", style="not bold")
    return Group(head, indented(Group(*lines)))


def _grid(rows: Sequence[tuple[str, float, str]]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for name, value, meaning in rows:
        table.add_row(Text(name), Text(f"{value:.4f}"), Text(meaning, style="dim"))
    return table
