"""Draw `eval`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from quotetrace.render.screen import indented, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from quotetrace.evaluation.figures import Figure, Sheet

_HEADINGS = {"P": "precision", "R": "recall", "F1": "f1", "value": "value"}
_COUNTS = (("right", "predicted"), ("found", "gold"))  # of the predicted so many are right, of gold so many found


def draw_evaluation(sheets: Sequence[Sheet]) -> RenderableType:
    """Draw each sheet with its figures in columns; those that no figure of a sheet has are left out."""
    return stacked(_sheet(sheet) for sheet in sheets)


def _sheet(sheet: Sheet) -> RenderableType:
    measures = {
        heading: name
        for heading, name in _HEADINGS.items()
        if any(getattr(figure, name) is not None for figure in sheet.figures)
    }
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", overflow="fold")
    for heading in measures:
        table.add_column(heading, justify="right")
    counts = [(part, whole) for part, whole in _COUNTS if any(_has(figure, part, whole) for figure in sheet.figures)]
    for part, _ in counts:
        table.add_column(part, justify="right")
    for figure in sheet.figures:
        cells = [_shown(getattr(figure, name)) for name in measures.values()]
        cells += [_share(figure, part, whole) for part, whole in counts]
        table.add_row(*map(Text, (figure.name, *cells)))
    return Group(Text(sheet.name, style="bold"), Text(sheet.about, style="dim"), indented(table, by=2))


def _shown(measure: float | None) -> str:
    return "" if measure is None else f"{measure:.3f}"


def _has(figure: Figure, part: str, whole: str) -> bool:
    return getattr(figure, part) is not None and getattr(figure, whole) is not None


def _share(figure: Figure, part: str, whole: str) -> str:
    """Return the counts behind a measure: `98/148`."""
    return f"{getattr(figure, part)}/{getattr(figure, whole)}" if _has(figure, part, whole) else ""
