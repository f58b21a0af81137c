"""Annotations as JSON Lines: one object a line, whose keys tell what was annotated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from quotetrace.evaluation.gold import GoldChange, GoldComparison, GoldPair, GoldQuotation, GoldSpan, Label
from quotetrace.evaluation.overlap import SpanPair
from quotetrace.model import Presentation
from quotetrace.nearest import nearest
from quotetrace.reading.decoding import decode
from quotetrace.reading.faults import collect, known_hint, report, shown
from quotetrace.reading.jsonl import lines, record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from quotetrace.errors import InputError
    from quotetrace.evaluation.gold import Gold
    from quotetrace.model import Article
    from quotetrace.reading.faults import Place

_ONE_SPAN = ("article", "start", "end")
_TWO_SPANS = tuple(f"{key}_{side}" for side in "ab" for key in _ONE_SPAN)
_LEFT_OUT = "..."  # between the parts of a changed stretch
_PRESENTATIONS = [presentation for presentation in Presentation if presentation is not Presentation.NARRATION]


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its values, where it stands, and the articles that it can be about."""

    values: Mapping[str, object]
    place: Place
    articles: Mapping[str, Article]

    def text(self, key: str) -> str:
        """Return a string; empty where the key is left out."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.place.fault(f"{key}: no string", f'write "{key}": "…"')
        return value

    def span(self, suffix: str = "") -> GoldSpan:
        """Return the stretch that `article`, `start` and `end`, each with *suffix*, name."""
        article = self.articles[self._article(f"article{suffix}")]
        start, end = self._offset(f"start{suffix}"), self._offset(f"end{suffix}")
        if not 0 <= start < end <= len(article.text):
            message = f"{start}–{end} is no stretch of {shown(article.id)}, which has {len(article.text)} characters"
            raise self.place.fault(message, "count code points of the article's text, after a header, from 0")
        return GoldSpan(article.id, start, end)

    def _article(self, key: str) -> str:
        name = self.text(key)
        if name not in self.articles:
            raise unknown_article(name, self.place, self.articles)
        return name

    def _offset(self, key: str) -> int:
        value = self.values.get(key)
        if type(value) is not int:  # true is no offset
            raise self.place.fault(f"{key}: no whole number", f'write "{key}": 12, without quotes')
        return value

    def one_of(self, key: str, known: list[str]) -> str:
        """Return a string that is one of *known*."""
        value = self.text(key)
        if value not in known:
            raise self.place.fault(f"{key}: {shown(value)} is unknown", known_hint(value, known))
        return value


def unknown_article(name: str, place: Place, articles: Mapping[str, Article]) -> InputError:
    """Return the fault of an article that the corpus does not have."""
    close = nearest(name, articles)
    hint = f"did you mean {close[0]}?" if close else "name the corpus that was annotated with --corpus DIR"
    return place.fault(f"the corpus has no article {shown(name)}", hint)


def read_rows(path: Path, gold: Gold, articles: Mapping[str, Article]) -> None:
    """Add the annotations in the file at *path* to *gold*; the keys of its first row tell of what kind they are.

    Raise InputError for a fault, CorpusError for several; the same one in several rows is told once.
    """
    faults: list[InputError] = []
    kinds: list[Callable[[Row], None]] = []
    for place, offset, line in lines(path):
        with collect(faults):
            row = Row(record(decode(line, path, place.line or 1, offset), place), place, articles)
            kinds = kinds or [_kind(row, gold)]
            kinds[0](row)
        if not kinds:
            break  # a first row of no kind says all that is to be said
    told: dict[str, InputError] = {}
    for fault in faults:
        told.setdefault(fault.fault, fault)
    report(list(told.values()), path)


def _kind(row: Row, gold: Gold) -> Callable[[Row], None]:
    """Return what adds rows of the kind of the first *row*."""
    for keys, add in _KINDS.items():
        if row.values.keys() >= set(keys):
            return partial(add, gold=gold)
    forms = "; ".join(", ".join(keys) for keys in _KINDS)
    raise row.place.fault(f"no annotation has the keys {', '.join(row.values) or '(none)'}", f"have one of: {forms}")


def _add_sentence(row: Row, gold: Gold) -> None:
    gold.sentences.append(row.span())


def _add_remark(row: Row, gold: Gold) -> None:
    gold.remarks.setdefault(row.span(), set()).add(row.text("remark"))


def _add_pair(row: Row, gold: Gold) -> None:
    a, b = _two_spans(row)
    label = Label(row.one_of("label", [*Label]))
    pair = GoldPair(SpanPair.of(a, b), label)
    if pair.spans in gold.paired:
        raise row.place.fault("these two stretches again", "keep one of the two rows")
    gold.paired.add(pair.spans)
    gold.pairs.append(pair)
    if "remark" in row.values and label is Label.SAME:
        for span in (a, b):
            gold.remarks.setdefault(span, set()).add(row.text("remark"))


def _two_spans(row: Row) -> tuple[GoldSpan, GoldSpan]:
    a, b = row.span("_a"), row.span("_b")
    if a.article == b.article:
        raise row.place.fault(f"both stretches are of {shown(a.article)}", "pair stretches of different articles")
    return a, b


def _add_quotation(row: Row, gold: Gold) -> None:
    span = row.span()
    presentation = row.one_of("presentation", ["", *_PRESENTATIONS])
    gold.quotations.append(
        GoldQuotation(span.article, ((span.start, span.end),), presentation, row.text("speaker"), row.text("cue"))
    )
    gold.quoted_articles.add(span.article)


def _add_comparison(row: Row, gold: Gold) -> None:
    a, b = _two_spans(row)
    given = row.values["changes"]
    if not isinstance(given, list) or not all(isinstance(change, dict) for change in given):
        raise row.place.fault("changes: no list of objects", 'write "changes": [{"type": "…", "a_span": "…", …}]')
    changes = [_change(Row(change, row.place, row.articles), a, b, gold) for change in given]
    gold.comparisons.append(GoldComparison(a, b, tuple(changes)))


def _change(row: Row, a: GoldSpan, b: GoldSpan, gold: Gold) -> GoldChange:
    kind, texts = row.text("type"), (row.text("a_span"), row.text("b_span"))
    if not kind or not any(texts):
        message = "a change without a type" if not kind else "a change without a_span and b_span"
        raise row.place.fault(message, "write the type, and the words that differ in at least one of the two")
    significant = row.values.get("significant", True)
    if not isinstance(significant, bool):
        raise row.place.fault("significant: neither true nor false", 'write "significant": true')
    in_a, in_b = (_located(text, span, row, gold) for text, span in zip(texts, (a, b), strict=True))
    return GoldChange(kind, in_a, in_b, significant)


def _located(text: str, span: GoldSpan, row: Row, gold: Gold) -> tuple[GoldSpan, ...]:
    """Return where the parts of *text* stand in *span*; a part that does not is noted."""
    found: list[GoldSpan] = []
    at = span.start
    for part in filter(None, map(str.strip, text.replace("…", _LEFT_OUT).split(_LEFT_OUT))):
        start = row.articles[span.article].text.find(part, at, span.end)
        if start < 0:
            gold.notes.append(f"{row.place.path}:{row.place.line}: {shown(part)} is not in its sentence")
        else:
            at = start + len(part)
            found.append(GoldSpan(span.article, start, at))
    return tuple(found)


# What the keys of the first row tell, the most particular first.
_KINDS: dict[tuple[str, ...], Callable[..., None]] = {
    (*_TWO_SPANS, "changes"): _add_comparison,
    (*_TWO_SPANS, "label"): _add_pair,
    (*_ONE_SPAN, "remark"): _add_remark,
    (*_ONE_SPAN, "speaker"): _add_quotation,
    (*_ONE_SPAN, "presentation"): _add_quotation,
    _ONE_SPAN: _add_sentence,
}
