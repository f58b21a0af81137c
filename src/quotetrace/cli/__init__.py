"""The command line; the only part of the program that knows click."""

from __future__ import annotations

import os
import sys

from quotetrace.errors import ExitStatus

__all__ = ["main"]


def main() -> None:
    """Run the command line of this process and end the process."""
    try:
        # Imported here, so that Ctrl-C is quiet while the program is still loading, too.
        from quotetrace.cli.app import run  # noqa: PLC0415
        from quotetrace.cli.environment import Environment  # noqa: PLC0415

        status = run(sys.argv[1:], Environment.of_process())
    except KeyboardInterrupt:
        status = ExitStatus.INTERRUPTED
    if status is ExitStatus.INTERRUPTED:
        os._exit(status)  # what is left to do at exit could be interrupted once more, with a traceback
    sys.exit(status)
