"""The program: its commands, and the one place where errors end."""

from __future__ import annotations

# ruff: noqa: D301 -- \b is click's mark for preformatted help
from typing import TYPE_CHECKING

import click

from quotetrace import __version__
from quotetrace.cli.corpus import corpus
from quotetrace.cli.diff import diff
from quotetrace.cli.evaluate import evaluate
from quotetrace.cli.explain import explain
from quotetrace.cli.export import export
from quotetrace.cli.failures import report
from quotetrace.cli.find import find
from quotetrace.cli.options import HELP_NAMES, global_options
from quotetrace.cli.session import Session
from quotetrace.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotetrace.cli.environment import Environment


@click.group(context_settings=HELP_NAMES, invoke_without_command=True)
@global_options
@click.version_option(__version__, prog_name="quotetrace", message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context) -> None:
    """Trace what a public figure said through the outlets that printed it.

    \b
    Example:
      quotetrace find menu
      quotetrace diff mfa sputnik
      quotetrace export alignments.csv

    Global options stand before or after the command. Exit codes: 0 done, 1 an error in the input or the
    run (diff --exit-code: something differs), 2 wrong usage, 3 nothing found, 130 interrupted.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for _command in (find, diff, export, explain, corpus, evaluate):
    program.add_command(_command)


def run(arguments: Sequence[str], environment: Environment) -> ExitStatus:
    """Run one command line and return how it ended; nothing but a second Ctrl-C is raised."""
    session = Session(environment)
    try:
        status = program.main(list(arguments), prog_name="quotetrace", standalone_mode=False, obj=session)
        session.write("")  # what is still to be written must not fail after this
    except (click.Abort, KeyboardInterrupt):
        return ExitStatus.INTERRUPTED
    except SystemExit as end:  # click's own: a reader of help that has gone, shell completion
        return ExitStatus.ERROR if end.code else ExitStatus.DONE
    except Exception as error:  # noqa: BLE001 -- a fault of the program is told in one line as well
        return report(error, session)
    return ExitStatus(status or ExitStatus.DONE)
