"""Errors as the lines that a user reads, and as the status that the process ends with."""

from __future__ import annotations

import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from quotetrace.errors import CorpusError, ExitStatus, QuotetraceError

if TYPE_CHECKING:
    from quotetrace.cli.session import Session


def report(error: Exception, session: Session) -> ExitStatus:
    """Write what went wrong to standard error, one line a fault, and return the status to end with."""
    stderr = session.environment.stderr
    with suppress(OSError):  # where standard error takes nothing, the status must do
        if session.debug:
            stderr.write("".join(traceback.format_exception(error)))
        for line in _lines(error):
            stderr.write(f"quotetrace: error: {_printable(line)}\n")
    return _status(error)


def _lines(error: Exception) -> list[str]:
    if isinstance(error, CorpusError):
        return [str(fault) for fault in error.faults]
    if isinstance(error, QuotetraceError):
        return [str(error)]
    if isinstance(error, click.ClickException):
        message = " ".join(error.format_message().split())
        context = getattr(error, "ctx", None)
        return [f"{message} (see {context.command_path} --help)" if context else message]
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return [f"this is a fault of the program: {what} (run it again with --debug and report what it prints)"]


def _printable(line: str) -> str:
    """Return a line with control characters, as a file's name may have, written as escapes."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in line)


def _status(error: Exception) -> ExitStatus:
    if isinstance(error, QuotetraceError):
        return error.exit_status
    return ExitStatus.USAGE if isinstance(error, click.UsageError) else ExitStatus.ERROR
