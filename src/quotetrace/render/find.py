"""Draw the remarks that `find` has found: variants in a table where there is room, else below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from quotetrace.collation import Collation
from quotetrace.render import labels
from quotetrace.render.quoted import LEGIBLE, inline, quoted
from quotetrace.render.screen import Screen, indented, stacked
from quotetrace.word_diff import passage_diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from quotetrace.model import Article, Remark, Trace, Variant
    from quotetrace.search import Hit

_WHERE_WIDTH = 26  # columns for who printed a variant, when and how


def draw_hits(trace: Trace, hits: Sequence[Hit], screen: Screen) -> RenderableType:
    """Draw each remark with its variants, one of which is the reference."""
    collation = Collation(trace)
    return stacked(_Drawing(trace, collation, hit).remark(wide=screen.wide) for hit in hits)


class _Drawing:
    """One remark on its way to the screen."""

    def __init__(self, trace: Trace, collation: Collation, hit: Hit) -> None:
        self.trace = trace
        self.collation = collation
        self.hit = hit
        self.articles = {article.id: article for article in trace.corpus.articles}
        self.inferred = all(variant.passage.id in trace.inferred_occasions for variant in hit.remark.variants)

    def remark(self, *, wide: bool) -> RenderableType:
        variants = self._table() if wide else self._stack()
        return Group(self._heading(), variants, *self._related(), *self._restated())

    def _heading(self) -> Text:
        remark, corpus = self.hit.remark, self.trace.corpus
        where = labels.occasion(corpus, remark.occasion, inferred=self.inferred)
        line = quoted(remark.id, style="bold").append("  ")
        line.append_text(quoted(labels.speaker(corpus, remark.speaker)))
        return line.append(" | ").append_text(quoted(where))

    def _table(self) -> Table:
        table = Table(box=None, padding=(0, 2, 1, 0), pad_edge=False, expand=True)
        table.add_column("", justify="right", overflow="fold")
        table.add_column("outlet", header_style="dim", width=_WHERE_WIDTH, overflow="fold")
        table.add_column("similarity", header_style="dim", justify="right", overflow="fold")
        table.add_column("words", header_style="dim", ratio=1, overflow="fold")
        for number, variant in enumerate(self.hit.remark.variants, 1):
            where = Text("\n").join(self._where(variant))
            table.add_row(str(number), where, self._score(variant), Group(*self._words(variant)))
        return table

    def _stack(self) -> Table:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right", overflow="fold")
        grid.add_column(overflow="fold")
        for number, variant in enumerate(self.hit.remark.variants, 1):
            is_reference = variant is self.hit.remark.reference
            score = self._score(variant) if is_reference else f"similarity {self._score(variant)}"
            head = Text(", ").join([*self._where(variant), Text(score)])
            grid.add_row(f"{number}.", Group(head, *self._words(variant)))
        return grid

    def _where(self, variant: Variant) -> list[Text]:
        passage, article = variant.passage, self.articles[variant.passage.article]
        lines = [
            quoted(self._outlet(article), style="bold"),
            Text(labels.date(article)),
            Text(labels.presentation(passage)),
        ]
        told = labels.relayed(self.trace.corpus, passage)
        if told:
            lines.append(told)
        if article.translated_from:
            lines.append(quoted(f"translated from {article.translated_from}"))
        if passage.id in self.trace.inferred_occasions and not self.inferred:
            lines.append(Text("occasion inferred"))
        return lines

    def _outlet(self, article: Article) -> str:
        """Return the outlet's name, with the article's id where the name alone does not say which article."""
        name = self.trace.corpus.outlet_name(article)
        same = [other for other in self.articles.values() if other.outlet == article.outlet]
        return f"{name} ({article.id})" if len(same) > 1 or not article.outlet else name

    def _score(self, variant: Variant) -> str:
        return "reference" if variant is self.hit.remark.reference else f"{variant.similarity:.2f}"

    def _words(self, variant: Variant) -> Iterator[RenderableType]:
        yield self._text(variant)
        clause = labels.clause(self.trace, variant.passage)
        if clause:
            yield clause
        yield from labels.changes(self.collation.changes(variant))

    def _text(self, variant: Variant) -> RenderableType:
        remark: Remark = self.hit.remark
        passage = variant.passage
        hits = self.hit.marks.get(passage.id, ())
        if variant is remark.reference:
            return quoted(passage.text, hits)
        language = self.articles[remark.reference.passage.article].language
        diff = passage_diff(remark.reference.passage, passage, language)
        if diff.shared < LEGIBLE:
            note = Text("(too few words in common to mark the differences)", style="dim")
            return Group(quoted(passage.text, hits), note)
        return inline(diff, hits)

    def _related(self) -> Iterator[RenderableType]:
        for related in self.hit.remark.related:
            outlet = self._outlet(self.articles[related.variant.passage.article])
            line = quoted(f"also in {related.remark}: {outlet}, similarity {related.variant.similarity:.2f}")
            line.stylize("italic")
            yield line

    def _restated(self) -> Iterator[RenderableType]:
        if self.hit.remark.restated:
            yield Text()
            yield Text("restated on another occasion:", style="italic")
        for variant in self.hit.remark.restated:
            passage = variant.passage
            inferred = passage.id in self.trace.inferred_occasions
            said = labels.occasion(self.trace.corpus, passage.occasion, inferred=inferred)
            about = [*self._where(variant)[:3], quoted(said), Text(f"similarity {variant.similarity:.2f}")]
            head = quoted(passage.id).append("  ").append_text(Text(", ").join(about))
            yield indented(Group(head, quoted(passage.text)))
