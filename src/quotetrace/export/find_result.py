"""What `find` has found, as a JSON document and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.export.records import (
    ATTRIBUTION_COLUMNS,
    articles_by_id,
    attribution_cells,
    changes,
    published,
    rounded,
    variant_record,
)
from quotetrace.export.table import SCHEMA, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.export.table import Cell, Record
    from quotetrace.model import Article, Remark, Trace, Variant
    from quotetrace.search import Hit, Query

_COLUMNS = (
    "variant", "article", "outlet", "published", "language", "speaker", "occasion", "presentation",
    "relation", "similarity", "start", "end", "text", "changes", *ATTRIBUTION_COLUMNS,
)  # fmt: skip


def find_document(trace: Trace, query: Query, hits: Sequence[Hit]) -> Record:
    """Return the remarks with all their variants; the first variant is the reference."""
    articles = articles_by_id(trace.corpus)
    remarks = [_remark(trace, articles, hit.remark) for hit in hits]
    return {"schema": SCHEMA, "query": query.text, "remarks": remarks}


def find_table(trace: Trace, hits: Sequence[Hit]) -> Table:
    """Return one row for each variant; `variant` is its address: the remark's id and the variant's number."""
    articles = articles_by_id(trace.corpus)
    rows = [
        _row(articles[variant.passage.article], hit.remark, number, variant)
        for hit in hits
        for number, variant in enumerate(hit.remark.variants, 1)
    ]
    return Table("find", _COLUMNS, rows)


def _remark(trace: Trace, articles: dict[str, Article], remark: Remark) -> Record:
    return {
        "id": remark.id,
        "speaker": remark.speaker or None,
        "occasion": remark.occasion or None,
        "reference": remark.reference.passage.article,
        "variants": [_variant(trace, articles, variant) for variant in remark.variants],
        "restated": [_variant(trace, articles, variant) for variant in remark.restated],
    }


def _variant(trace: Trace, articles: dict[str, Article], variant: Variant) -> Record:
    return variant_record(trace, articles[variant.passage.article], variant)


def _row(article: Article, remark: Remark, number: int, variant: Variant) -> tuple[Cell, ...]:
    passage = variant.passage
    return (
        f"{remark.id}:{number}", article.id, article.outlet or None, published(article),
        article.language or None, passage.speaker or None, passage.occasion or None,
        passage.presentation.value, variant.relation.value, rounded(variant.similarity),
        passage.start, passage.end, passage.text, changes(variant.changes), *attribution_cells(passage),
    )  # fmt: skip
