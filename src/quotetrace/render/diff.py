"""Draw what `diff` has compared: pairs side by side where there is room, else one text with marks."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from quotetrace.changing.change import Severity
from quotetrace.model import Extent
from quotetrace.render import labels
from quotetrace.render.quoted import LEGIBLE, inline, quoted, sides
from quotetrace.render.screen import Screen, indented, stacked
from quotetrace.word_diff import passage_diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from quotetrace.addresses import Side
    from quotetrace.compare import Comparison, Pair
    from quotetrace.model import Passage, Trace


class Display(StrEnum):
    """How the two texts of a pair are laid out."""

    SIDE_BY_SIDE = "side-by-side"
    INLINE = "inline"


def draw_comparison(
    trace: Trace, comparison: Comparison, screen: Screen, display: Display | None = None
) -> RenderableType:
    """Draw the pairs of both sides, then what only one side reports; *display* follows the width if None."""
    chosen = display or (Display.SIDE_BY_SIDE if screen.wide else Display.INLINE)
    return stacked(_Drawing(trace, comparison, chosen).sections())


class _Drawing:
    """One comparison on its way to the screen."""

    def __init__(self, trace: Trace, comparison: Comparison, display: Display) -> None:
        self.comparison = comparison
        self.display = display
        self.corpus = trace.corpus
        self.languages = {article.id: article.language for article in trace.corpus.articles}

    def sections(self) -> Iterator[RenderableType]:
        found, a, b = self.comparison, self.comparison.a, self.comparison.b
        if a.passage and b.passage:
            yield from map(self._pair, [*found.both, *found.restated])
            return
        yield self._pairs("both report", found.both)
        if found.restated:
            yield self._pairs("restated on another occasion", found.restated)
        yield self._alone(a, b, found.only_a)
        yield self._alone(b, a, found.only_b)

    def _pairs(self, title: str, pairs: Sequence[Pair]) -> RenderableType:
        heading = _heading(f"{title}: {len(pairs)}")
        return stacked([heading, *map(self._pair, pairs)])

    def _pair(self, pair: Pair) -> RenderableType:
        relation = pair.relation.value if pair.aligned else "too little in common to be the same words"
        about = f"similarity {pair.similarity:.2f}, {relation}"
        head = quoted(f"{pair.a.id} | {pair.b.id}", style="bold").append(f"  {about}", style="not bold")
        if pair.remark:
            head.append_text(quoted(f", remark {pair.remark}", style="not bold"))
        named = [change for change in pair.changes if change.severity is Severity.MAJOR]
        return Group(head, indented(Group(self._texts(pair), *labels.changes(named))))

    def _texts(self, pair: Pair) -> RenderableType:
        diff = passage_diff(pair.a, pair.b, self.languages[pair.a.article])
        legible = diff.shared >= LEGIBLE
        left, right = sides(diff) if legible else (quoted(diff.a), quoted(diff.b))
        if self.display is Display.SIDE_BY_SIDE:
            return _columns(left, right)
        if legible:
            return inline(diff)
        return Group(Text("a: ", style="dim") + left, Text("b: ", style="dim") + right)

    def _alone(self, side: Side, other: Side, passages: Sequence[Passage]) -> RenderableType:
        heading = _heading(f"only {side.name} reports: {len(passages)}")
        if passages and any(article.extent is Extent.EXCERPTS for article in other.articles):
            note = f"{other.name} is here in excerpts: what is missing may stand in a gap"
            heading.append("\n").append_text(quoted(f"({note})", style="dim"))
        return stacked([heading, *map(self._single, passages)])

    def _single(self, passage: Passage) -> RenderableType:
        about = f"  {passage.presentation.value}, {labels.speaker(self.corpus, passage.speaker)}"
        head = quoted(passage.id, style="bold").append_text(quoted(about, style="not bold"))
        return Group(head, indented(quoted(passage.text)))


def _heading(text: str) -> Text:
    return Text().append_text(quoted(text, style="bold underline"))


def _columns(left: Text, right: Text) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(left, right)
    return table
