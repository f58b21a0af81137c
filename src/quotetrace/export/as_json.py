"""Write results as JSON: one document, or one object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from quotetrace.export.table import Record, Table


def write_json(document: Record, stream: TextIO) -> None:
    """Write one document, indented."""
    json.dump(document, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def write_jsonl(table: Table, stream: TextIO) -> None:
    """Write one object a row, each on a line of its own."""
    for record in table.records():
        stream.write(json.dumps(record, ensure_ascii=False))
        stream.write("\n")
