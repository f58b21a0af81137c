"""What a run takes from its process: streams, variables, folder and screen. Tests give it their own."""

from __future__ import annotations

import io
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH_WITHOUT_TERMINAL = 80


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Environment:
    """The surroundings of one run; *terminal* tells whether results go to one, *width* is in columns."""

    stdout: TextIO
    stderr: TextIO
    variables: Mapping[str, str]
    folder: Path
    width: int
    terminal: bool

    @classmethod
    def of_process(cls) -> Environment:
        """Return the surroundings of this process, with streams that can take any character."""
        sys.stdout = sys.stdout or _nowhere()  # a closed stream is None
        sys.stderr = sys.stderr or _nowhere()
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return cls(
            stdout=sys.stdout,
            stderr=sys.stderr,
            variables=os.environ,
            folder=Path(),
            width=shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 0)).columns,
            terminal=sys.stdout.isatty(),
        )

    @property
    def color(self) -> bool:
        """Whether results are coloured where the command line does not say; see no-color.org."""
        if self.variables.get("NO_COLOR"):
            return False
        if self.variables.get("FORCE_COLOR"):
            return True
        return self.terminal and self.variables.get("TERM") != "dumb"
