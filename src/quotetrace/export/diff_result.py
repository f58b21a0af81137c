"""What `diff` and `explain` have compared, as JSON documents and as tables."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from quotetrace.export.records import articles_by_id, changes, passage_record, rounded
from quotetrace.export.table import SCHEMA, Table
from quotetrace.matching.scoring import reaches_threshold
from quotetrace.word_diff import Op, passage_diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotetrace.addresses import Side
    from quotetrace.compare import Comparison, Pair
    from quotetrace.export.table import Cell, Record
    from quotetrace.model import Alignment, Article, Passage, Trace
    from quotetrace.word_diff import Segment

_DIFF_COLUMNS = (
    "section", "relation", "similarity", "remark",
    "article_a", "start_a", "end_a", "text_a", "article_b", "start_b", "end_b", "text_b", "changes", "moved",
)  # fmt: skip
_EXPLAIN_COLUMNS = ("measure", "value")
_NO_PASSAGE: tuple[Cell, ...] = (None, None, None, None)


def diff_document(trace: Trace, comparison: Comparison) -> Record:
    """Return the pairs that both sides report, with their words compared, and what only one side reports."""
    articles = articles_by_id(trace.corpus)
    return {
        "schema": SCHEMA,
        "a": _side(comparison.a),
        "b": _side(comparison.b),
        "both": [_pair(articles, pair) for pair in comparison.both],
        "restated": [_pair(articles, pair) for pair in comparison.restated],
        "only_a": [passage_record(articles[passage.article], passage) for passage in comparison.only_a],
        "only_b": [passage_record(articles[passage.article], passage) for passage in comparison.only_b],
    }


def diff_table(comparison: Comparison) -> Table:
    """Return one row for each pair (`both`, `restated`), then one for each passage that stands alone."""
    rows = list(_rows(comparison))
    return Table("diff", _DIFF_COLUMNS, rows)


def explain_document(trace: Trace, alignment: Alignment, thresholds: dict[str, float]) -> Record:
    """Return two passages, how similar they are, and what the similarity is made of."""
    articles = articles_by_id(trace.corpus)
    a, b = alignment.a, alignment.b
    return {
        "schema": SCHEMA,
        "similarity": rounded(alignment.similarity),
        "relation": alignment.relation.value if reaches_threshold(alignment) else None,
        "parts": {name: rounded(value) for name, value in asdict(alignment.parts).items()},
        "thresholds": thresholds,
        "a": {**passage_record(articles[a.article], a), **_occasion(trace, a)},
        "b": {**passage_record(articles[b.article], b), **_occasion(trace, b)},
    }


def explain_table(alignment: Alignment, thresholds: dict[str, float]) -> Table:
    """Return the similarity, its parts and the thresholds, one a row."""
    rows: list[tuple[Cell, ...]] = [
        ("similarity", rounded(alignment.similarity)),
        ("relation", alignment.relation.value if reaches_threshold(alignment) else None),
    ]
    rows += [(name, rounded(value)) for name, value in asdict(alignment.parts).items()]
    rows += [(f"threshold {name}", value) for name, value in thresholds.items()]
    return Table("explain", _EXPLAIN_COLUMNS, rows)


def _occasion(trace: Trace, passage: Passage) -> Record:
    return {
        "occasion": passage.occasion or None,
        "occasion_inferred": passage.id in trace.inferred_occasions,
    }


def _side(side: Side) -> Record:
    articles: list[Record] = [{"id": article.id, "extent": article.extent.value} for article in side.articles]
    return {"name": side.name, "passage": side.passage.id if side.passage else None, "articles": articles}


def _pair(articles: dict[str, Article], pair: Pair) -> Record:
    return {
        "remark": pair.remark or None,
        "similarity": rounded(pair.similarity),
        "relation": pair.relation.value,
        "aligned": pair.aligned,
        "changes": changes(pair.changes),
        "a": passage_record(articles[pair.a.article], pair.a),
        "b": passage_record(articles[pair.b.article], pair.b),
        "words": _words(articles[pair.a.article].language, pair),
    }


def _words(language: str, pair: Pair) -> list[Record]:
    """Return the word diff; the texts of all segments joined are the texts of the two passages."""
    found = passage_diff(pair.a, pair.b, language)
    return [
        {
            "op": segment.op.value,
            "a": found.a[segment.a.start : segment.a.end],
            "b": found.b[segment.b.start : segment.b.end],
            **_elsewhere(segment, pair),
        }
        for segment in found.segments
    ]


def _elsewhere(segment: Segment, pair: Pair) -> Record:
    """Return where what has moved stands in the other article."""
    if segment.elsewhere is None:
        return {}
    other = pair.b if segment.a.start < segment.a.end else pair.a
    return {"elsewhere": {"start": other.start + segment.elsewhere.start, "end": other.start + segment.elsewhere.end}}


def _rows(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    languages = {article.id: article.language for article in comparison.a.articles}
    yield from _pair_rows("both", comparison.both, languages)
    yield from _pair_rows("restated", comparison.restated, languages)
    for passage in comparison.only_a:
        yield ("only_a", None, None, None, *_cells(passage), *_NO_PASSAGE, None, None)
    for passage in comparison.only_b:
        yield ("only_b", None, None, None, *_NO_PASSAGE, *_cells(passage), None, None)


def _pair_rows(section: str, pairs: Sequence[Pair], languages: dict[str, str]) -> Iterator[tuple[Cell, ...]]:
    for pair in pairs:
        head = (section, pair.relation.value, rounded(pair.similarity), pair.remark or None)
        yield (*head, *_cells(pair.a), *_cells(pair.b), changes(pair.changes), _moved(languages[pair.a.article], pair))


def _moved(language: str, pair: Pair) -> str:
    """Return the clauses of the second passage that stand elsewhere in the first."""
    found = passage_diff(pair.a, pair.b, language)
    clauses = (found.b[segment.b.start : segment.b.end] for segment in found.segments if segment.op is Op.MOVED)
    return "; ".join(clause.strip() for clause in clauses if clause)


def _cells(passage: Passage) -> tuple[Cell, ...]:
    return (passage.article, passage.start, passage.end, passage.text)
