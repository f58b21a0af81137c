"""Write a table as CSV (RFC 4180)."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from quotetrace.export.table import flat

if TYPE_CHECKING:
    from quotetrace.export.table import Cell, Table

_BOM = "\ufeff"
# A spreadsheet program takes a cell that begins with one of these for a formula.
_FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: Table, stream: TextIO, *, bom: bool = False, excel_safe: bool = False) -> None:
    """Write *table* to a stream that translates no line ends; line ends within a cell are kept.

    *bom* writes the mark first by which Excel knows UTF-8. *excel_safe* puts an apostrophe before a text
    that a spreadsheet program would take for a formula.
    """
    if bom:
        stream.write(_BOM)
    writer = csv.writer(stream)
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_guarded(cell) if excel_safe else flat(cell) for cell in row])


def _guarded(cell: Cell) -> str:
    text = flat(cell)
    is_number = isinstance(cell, int | float)
    return f"'{text}" if text.startswith(_FORMULA_BEGINNINGS) and not is_number else text
