"""What `find` has found, as a JSON document and as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quotetrace.collation import Collation
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
    from collections.abc import Callable, Sequence

    from quotetrace.export.table import Cell, Record
    from quotetrace.model import Article, Remark, Trace, Variant
    from quotetrace.search import Hit, Query

_COLUMNS = (
    "variant", "article", "outlet", "published", "language", "speaker", "occasion", "presentation",
    "relation", "similarity", "start", "end", "text", "changes", "is_reference", *ATTRIBUTION_COLUMNS,
)  # fmt: skip


def find_document(trace: Trace, query: Query, hits: Sequence[Hit]) -> Record:
    """Return the remarks with all their variants; one of them is the reference, and says so."""
    describe = partial(_variant, trace, Collation(trace), articles_by_id(trace.corpus))
    remarks = [_remark(hit.remark, describe) for hit in hits]
    return {"schema": SCHEMA, "query": query.text, "remarks": remarks}


def find_table(trace: Trace, hits: Sequence[Hit]) -> Table:
    """Return one row for each variant; `variant` is its address: the remark's id and the variant's number."""
    articles = articles_by_id(trace.corpus)
    collation = Collation(trace)
    rows = [
        (
            f"{hit.remark.id}:{number}",
            *_cells(articles[variant.passage.article], variant),
            changes(collation.changes(variant)),
            variant is hit.remark.reference,
            *attribution_cells(variant.passage),
        )
        for hit in hits
        for number, variant in enumerate(hit.remark.variants, 1)
    ]
    return Table("find", _COLUMNS, rows)


def _remark(remark: Remark, describe: Callable[[Variant], Record]) -> Record:
    return {
        "id": remark.id,
        "speaker": remark.speaker or None,
        "occasion": remark.occasion or None,
        "reference": remark.reference.passage.article,
        "variants": [describe(variant) for variant in remark.variants],
        "restated": [describe(variant) for variant in remark.restated],
        "also": [{"remark": other.remark, **describe(other.variant)} for other in remark.related],
    }


def _variant(trace: Trace, collation: Collation, articles: dict[str, Article], variant: Variant) -> Record:
    return variant_record(trace, articles[variant.passage.article], variant, collation.changes(variant))


def _cells(article: Article, variant: Variant) -> tuple[Cell, ...]:
    passage = variant.passage
    return (
        article.id, article.outlet or None, published(article),
        article.language or None, passage.speaker or None, passage.occasion or None,
        passage.presentation.value, variant.relation.value, rounded(variant.similarity),
        passage.start, passage.end, passage.text,
    )  # fmt: skip
