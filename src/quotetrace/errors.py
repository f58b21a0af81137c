"""The errors that quotetrace raises for its users' input, and the exit codes they end in.

    QuotetraceError
    ├── UsageError          the call cannot be carried out as it was written, or names what is not there
    ├── InputError          a file, a folder or a line of one is not what it should be
    │   └── CorpusError     several of them at once: every fault of a corpus, not just the first
    ├── OutputError         a result could not be written
    └── NotFoundError       a query for words that the corpus does not have

Each carries a *hint*: what to do about it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class ExitStatus(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    ERROR = 1  # in the input or in the run; for `diff --exit-code`, also: the two differ
    USAGE = 2  # the command line itself is wrong
    NOT_FOUND = 3  # the run was fine and found nothing
    INTERRUPTED = 130  # Ctrl-C, as shells count it


class QuotetraceError(Exception):
    """Something that the user can act on: a *message* of one line, and a *hint* of what to do."""

    exit_status = ExitStatus.ERROR

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(QuotetraceError):
    """The call cannot be carried out as it was written, or names what is not there."""

    exit_status = ExitStatus.USAGE


class InputError(QuotetraceError):
    """A place in the input is not what it should be.

    *line* and *column* are 1-based; either may be missing where the fault is the file's as a whole.
    """

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        path: Path | str,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {message}", hint)
        self.path = str(path)
        self.line = line
        self.column = column
        self.fault = message


class CorpusError(InputError):
    """Several faults of one corpus; *faults* has one error for each."""

    def __init__(self, faults: Sequence[InputError], *, path: Path | str) -> None:
        super().__init__(f"{len(faults)} faults", "mend each of them, or take the files out", path=path)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class OutputError(QuotetraceError):
    """A result could not be written."""


class NotFoundError(QuotetraceError):
    """A query for words that the corpus does not have."""

    exit_status = ExitStatus.NOT_FOUND
