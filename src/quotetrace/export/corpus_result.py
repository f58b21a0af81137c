"""What `corpus list` and `corpus check` say, as JSON documents and as tables."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from quotetrace.export.records import owner, precision, published
from quotetrace.export.table import SCHEMA, Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quotetrace.errors import InputError
    from quotetrace.export.table import Cell, Record
    from quotetrace.model import Corpus

ARTICLE_COLUMNS = (
    "article", "outlet", "owner", "title", "language", "translated_from", "published", "published_precision",
    "occasion", "extent", "url", "archive_url", "retrieved", "sha256", "source_sha256", "characters",
)  # fmt: skip
_FAULT_COLUMNS = ("path", "line", "column", "fault", "hint")


def article_rows(corpus: Corpus) -> list[tuple[Cell, ...]]:
    """Return one row for each article under `ARTICLE_COLUMNS`; `occasion` is what the article's file says."""
    return [
        (
            article.id, article.outlet or None, owner(corpus, article), article.title or None,
            article.language or None, article.translated_from or None, published(article),
            precision(article), article.occasion or None,
            article.extent.value, article.url or None, article.archive_url or None, article.retrieved or None,
            article.sha256, article.source_sha256 or None, len(article.text),
        )
        for article in corpus.articles
    ]  # fmt: skip


def list_table(corpus: Corpus) -> Table:
    """Return the articles of a corpus, one a row."""
    return Table("articles", ARTICLE_COLUMNS, article_rows(corpus))


def list_document(corpus: Corpus) -> Record:
    """Return what is in a corpus: its articles, speakers, outlets and occasions."""
    return {
        "schema": SCHEMA,
        "corpus": str(corpus.root),
        "articles": list(list_table(corpus).records()),
        "speakers": [asdict(speaker) for speaker in corpus.speakers],
        "outlets": [asdict(outlet) for outlet in corpus.outlets.values()],
        "occasions": [asdict(occasion) for occasion in corpus.occasions.values()],
    }


def faults_table(faults: Sequence[InputError]) -> Table:
    """Return the faults of a corpus, one a row."""
    rows: list[tuple[Cell, ...]] = [
        (fault.path, fault.line, fault.column, fault.fault, fault.hint or None) for fault in faults
    ]
    return Table("faults", _FAULT_COLUMNS, rows)


def faults_document(root: Path, faults: Sequence[InputError]) -> Record:
    """Return the faults of the corpus at *root*; none means that it can be used."""
    return {"schema": SCHEMA, "corpus": str(root), "faults": list(faults_table(faults).records())}
