"""What `eval` has measured, as a JSON document and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.export.records import rounded
from quotetrace.export.table import SCHEMA, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from quotetrace.evaluation.figures import Figure, Sheet
    from quotetrace.export.table import Cell, Record
    from quotetrace.model import Corpus

_MEASURES = ("precision", "recall", "f1", "value")
_COUNTS = ("right", "predicted", "found", "gold")
_COLUMNS = ("table", "figure", *_MEASURES, *_COUNTS)


def evaluation_document(corpus: Corpus, gold: Path, sheets: Sequence[Sheet]) -> Record:
    """Return all figures by table, with what each table counts."""
    return {
        "schema": SCHEMA,
        "corpus": str(corpus.root),
        "gold": str(gold),
        "tables": [
            {"table": sheet.name, "about": sheet.about, "figures": [_record(figure) for figure in sheet.figures]}
            for sheet in sheets
        ],
    }


def evaluation_table(sheets: Sequence[Sheet]) -> Table:
    """Return one row for each figure; what a figure does not have is empty."""
    rows = [(sheet.name, figure.name, *_cells(figure)) for sheet in sheets for figure in sheet.figures]
    return Table("evaluation", _COLUMNS, rows)


def _record(figure: Figure) -> Record:
    return dict(zip(_COLUMNS[1:], (figure.name, *_cells(figure)), strict=True))


def _cells(figure: Figure) -> Iterator[Cell]:
    for name in _MEASURES:
        measure = getattr(figure, name)
        yield None if measure is None else rounded(measure)
    for name in _COUNTS:
        yield getattr(figure, name)
