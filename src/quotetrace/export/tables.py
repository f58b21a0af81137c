"""The tables that `export` writes: alignments, variants, remarks and articles of a whole trace."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from quotetrace.addresses import common_remark, remarks_by_passage
from quotetrace.changing.change import Severity
from quotetrace.collation import Collation
from quotetrace.export.corpus_result import ARTICLE_COLUMNS, article_rows
from quotetrace.export.records import (
    ATTRIBUTION_COLUMNS,
    articles_by_id,
    attribution_cells,
    changes,
    owner,
    precision,
    published,
    rounded,
)
from quotetrace.export.table import Table
from quotetrace.passages import spoken
from quotetrace.word_diff import count_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quotetrace.changing.change import Change
    from quotetrace.export.table import Cell
    from quotetrace.model import Article, Corpus, Passage, Remark, Trace, Variant

_CONTEXT = 32  # characters before and after a passage, as the W3C Web Annotation model quotes text

_ALIGNMENTS = (
    "remark", "relation", "similarity", "article_a", "outlet_a", "start_a", "end_a", "text_a",
    "article_b", "outlet_b", "start_b", "end_b", "text_b", "speaker", "occasion", "changes",
    *(f"{column}_{side}" for side in "ab" for column in ATTRIBUTION_COLUMNS),
)  # fmt: skip
_VARIANTS = (
    "remark", "article", "outlet", "owner", "language", "published", "published_precision", "is_reference",
    "presentation", "speaker", "text", "prefix", "suffix", "start", "end", "relation", "similarity",
    "substitutions", "insertions", "deletions", "reference_tokens", "changes",
    "url", "archive_url", "retrieved", "sha256", *ATTRIBUTION_COLUMNS,
)  # fmt: skip
_REMARKS = (
    "remark", "speaker", "occasion", "occasion_date", "occasion_inferred", "reference", "text", "variants",
    "articles", "outlets", "owners", "lowest_similarity", "major_changes", "minor_changes", "restated",
)  # fmt: skip
_ARTICLES = (*ARTICLE_COLUMNS, "occasion_inferred", "passages", "remarks")


class TableName(StrEnum):
    """Which table to export."""

    ALIGNMENTS = "alignments"
    VARIANTS = "variants"
    REMARKS = "remarks"
    ARTICLES = "articles"


def build(trace: Trace, name: TableName) -> Table:
    """Return the table of that name."""
    builders: Mapping[TableName, Callable[[Trace], Table]] = {
        TableName.ALIGNMENTS: _alignments,
        TableName.VARIANTS: _variants,
        TableName.REMARKS: _remarks,
        TableName.ARTICLES: _articles,
    }
    return builders[name](trace)


def _alignments(trace: Trace) -> Table:
    articles = articles_by_id(trace.corpus)
    remarks = remarks_by_passage(trace)
    collation = Collation(trace)
    rows: list[tuple[Cell, ...]] = []
    for alignment in trace.alignments:
        a, b = alignment.a, alignment.b
        head = (common_remark(remarks, a, b) or None, alignment.relation.value, rounded(alignment.similarity))
        sides = (*_side(articles[a.article], a), *_side(articles[b.article], b))
        speaker = a.speaker or b.speaker or None
        occasion = a.occasion if a.occasion == b.occasion else ""
        found = changes(collation.between(a, b))
        by_whom = (*attribution_cells(a), *attribution_cells(b))
        rows.append((*head, *sides, speaker, occasion or None, found, *by_whom))
    return Table(TableName.ALIGNMENTS.value, _ALIGNMENTS, rows)


def _side(article: Article, passage: Passage) -> tuple[Cell, ...]:
    return (article.id, article.outlet or None, passage.start, passage.end, passage.text)


def _variants(trace: Trace) -> Table:
    articles = articles_by_id(trace.corpus)
    collation = Collation(trace)
    rows = [
        _variant_row(trace.corpus, articles[variant.passage.article], remark, variant, collation.changes(variant))
        for remark in trace.remarks
        for variant in remark.variants
    ]
    return Table(TableName.VARIANTS.value, _VARIANTS, rows)


def _variant_row(
    corpus: Corpus, article: Article, remark: Remark, variant: Variant, found: Iterable[Change]
) -> tuple[Cell, ...]:
    passage = variant.passage
    edits = count_edits(spoken(remark.reference.passage), spoken(passage))
    return (
        remark.id, article.id, article.outlet or None, owner(corpus, article),
        article.language or None, published(article), precision(article),
        variant is remark.reference, passage.presentation.value, passage.speaker or None,
        passage.text, article.text[max(passage.start - _CONTEXT, 0) : passage.start],
        article.text[passage.end : passage.end + _CONTEXT], passage.start, passage.end,
        variant.relation.value, rounded(variant.similarity),
        edits.substitutions, edits.insertions, edits.deletions, edits.reference_tokens,
        changes(found), article.url or None, article.archive_url or None,
        article.retrieved or None, article.sha256, *attribution_cells(passage),
    )  # fmt: skip


def _remarks(trace: Trace) -> Table:
    by_id = articles_by_id(trace.corpus)
    collation = Collation(trace)
    rows = [_remark_row(trace, collation, by_id, remark) for remark in trace.remarks]
    return Table(TableName.REMARKS.value, _REMARKS, rows)


def _remark_row(trace: Trace, collation: Collation, by_id: Mapping[str, Article], remark: Remark) -> tuple[Cell, ...]:
    corpus = trace.corpus
    articles = list(dict.fromkeys(variant.passage.article for variant in remark.variants))
    outlets = _distinct(by_id[article].outlet for article in articles)
    occasion = corpus.occasions.get(remark.occasion)
    severities = [change.severity for variant in remark.variants for change in collation.changes(variant)]
    return (
        remark.id, remark.speaker or None, remark.occasion or None,
        occasion.date or None if occasion else None,
        all(variant.passage.id in trace.inferred_occasions for variant in remark.variants), remark.reference.passage.id,
        remark.reference.passage.text, len(remark.variants), articles, outlets,
        _distinct(owner(corpus, by_id[article]) for article in articles),
        rounded(min(variant.similarity for variant in remark.variants)),
        severities.count(Severity.MAJOR), severities.count(Severity.MINOR),
        [variant.passage.id for variant in remark.restated],
    )  # fmt: skip


def _distinct(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))


def _articles(trace: Trace) -> Table:
    passages = Counter(passage.article for passage in trace.passages)
    told = Counter(article for remark in trace.remarks for article in {v.passage.article for v in remark.variants})
    rows: list[tuple[Cell, ...]] = [
        (*row, article.id in trace.inferred_occasions, passages[article.id], told[article.id])
        for article, row in zip(trace.corpus.articles, article_rows(trace.corpus), strict=True)
    ]
    return Table(TableName.ARTICLES.value, _ARTICLES, rows)
