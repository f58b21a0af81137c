"""A table of figures: printed in columns for a terminal, or as Markdown for the documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header, with a line of text before them that says what they are."""

    about: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_text(self) -> str:
        """Return the table in columns, the first one flush left."""
        lines = (self.header, *self.rows)
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.header))]
        drawn = ("  ".join(_cells(line, widths)).rstrip() for line in lines)
        return "\n".join((self.about, *drawn, ""))

    def as_markdown(self) -> str:
        """Return the table as Markdown, the first column flush left."""
        ruler = ("---",) + ("---:",) * (len(self.header) - 1)
        drawn = (f"| {' | '.join(line)} |" for line in (self.header, ruler, *self.rows))
        return "\n".join((self.about, "", *drawn, ""))


def _cells(line: tuple[str, ...], widths: list[int]) -> list[str]:
    return [
        f"{cell:<{width}}" if not column else f"{cell:>{width}}"
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]


def figure(value: float) -> str:
    """Return a score of 0–1 with three decimals."""
    return f"{value:.3f}"
