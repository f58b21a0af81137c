"""The screen that results are drawn on, and how a drawing becomes text."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

WIDE = 100  # columns from which versions stand side by side
INDENT = 4


@dataclass(frozen=True, slots=True)
class Screen:
    """How many columns there are, and whether they take colour."""

    width: int = 80
    color: bool = False

    @property
    def wide(self) -> bool:
        """Whether there is room for versions side by side."""
        return self.width >= WIDE


def to_text(drawing: RenderableType, screen: Screen) -> str:
    """Return *drawing* as lines for *screen*, without white space at their ends."""
    console = Console(
        file=io.StringIO(),
        width=screen.width,
        force_terminal=screen.color,
        color_system="standard" if screen.color else None,
        no_color=not screen.color,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},  # what the environment asks for was settled before; here it changes nothing
    )
    with console.capture() as capture:
        console.print(drawing, overflow="fold")
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def indented(drawing: RenderableType, by: int = INDENT) -> Padding:
    """Return *drawing* moved to the right."""
    return Padding(drawing, (0, 0, 0, by))


def stacked(drawings: Iterable[RenderableType]) -> Group:
    """Return drawings below each other with an empty line between them."""
    parts: list[RenderableType] = []
    for drawing in drawings:
        parts += [Text(), drawing] if parts else [drawing]
    return Group(*parts)
