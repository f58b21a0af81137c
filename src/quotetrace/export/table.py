"""A table of results, before it takes the form of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SCHEMA = "quotetrace/1"  # of every JSON document; a change that its readers can trip over counts it up

Record: TypeAlias = dict[str, object]  # one JSON object
Cell: TypeAlias = str | int | float | bool | list[str] | list[Record] | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns. A cell is None where something is not known."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]

    def records(self) -> Iterator[Record]:
        """Return each row as a JSON object."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def document(self) -> Record:
        """Return the whole table as a JSON object."""
        return {"schema": SCHEMA, "table": self.name, "rows": list(self.records())}


def flat(cell: Cell) -> str:
    """Return a cell as the text of one field: lists joined, what is not known empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list):
        return "; ".join(_item(item) for item in cell)
    return str(cell)


def _item(item: str | Record) -> str:
    if isinstance(item, str):
        return item
    return f"{item['type']} ({item['severity']}): {item['reference']} -> {item['variant']}"
