"""Faults of the input: where they stand, and how they are collected so that all are told at once."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrace.errors import CorpusError, InputError
from quotetrace.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_SHOWN_CHARACTERS = 60  # of a value that a message quotes


@dataclass(frozen=True, slots=True)
class Place:
    """A file, a line of it or a character; lines and columns count from 1."""

    path: Path
    line: int | None = None
    column: int | None = None

    def fault(self, message: str, hint: str) -> InputError:
        """Return the error that tells of *message* at this place."""
        return InputError(message, hint, path=self.path, line=self.line, column=self.column)


@contextmanager
def collect(faults: list[InputError]) -> Iterator[None]:
    """Add the faults that end the block to *faults* instead of raising them."""
    try:
        yield
    except CorpusError as error:
        faults.extend(error.faults)
    except InputError as error:
        faults.append(error)


def report(faults: Sequence[InputError], path: Path) -> None:
    """Raise the one fault that there is, or a CorpusError with all of them; do nothing if there is none."""
    if len(faults) > 1:
        raise CorpusError(faults, path=path)
    if faults:
        raise faults[0]


def shown(value: str) -> str:
    """Return *value* as a message quotes it: on one line, in quotes, long ones shortened."""
    return repr(value if len(value) <= _SHOWN_CHARACTERS else value[: _SHOWN_CHARACTERS - 1] + "…")


def known_hint(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the one of *known* that *word* may have meant, or lists them all."""
    names = list(known)
    close = nearest(word, names)
    return f"did you mean {close[0]}?" if close else f"there are: {', '.join(names)}"


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column, from 1, of the character at *offset* in *text*."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
