"""`quotetrace corpus list` and `quotetrace corpus check`."""

from __future__ import annotations

# Heavy modules are loaded when the command runs (start-up counts); \b is click's mark for preformatted help.
# ruff: noqa: PLC0415, D301
from functools import partial
from typing import TYPE_CHECKING

import click

from quotetrace.cli.options import HELP_NAMES, current_session, global_options, speaker_option
from quotetrace.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from quotetrace.errors import InputError
    from quotetrace.model import Corpus
    from quotetrace.render.screen import Screen


@click.group(context_settings=HELP_NAMES, invoke_without_command=True)
@global_options
@click.pass_context
def corpus(context: click.Context) -> None:
    """List or check the articles of a corpus.

    \b
    Example:
      quotetrace corpus list
      quotetrace corpus check --corpus articles/
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@corpus.command("list", context_settings=HELP_NAMES)
@speaker_option
@global_options
def list_articles(*, speaker: str | None) -> None:
    """List the articles, with their outlets, dates and languages.

    With --speaker, those alone that report what this speaker said.

    \b
    Example:
      quotetrace corpus list
      quotetrace corpus list --format csv

    Plain records have these columns: article, outlet, owner, title, language, translated_from,
    published, published_precision, occasion, extent, url, archive_url, retrieved, sha256,
    source_sha256, characters.
    """
    from quotetrace.export import corpus_result
    from quotetrace.speakers import only_articles

    session = current_session()
    found = session.open_corpus() if speaker is None else only_articles(session.open_trace(), speaker)
    session.show(
        document=partial(corpus_result.list_document, found),
        table=partial(corpus_result.list_table, found),
        drawing=partial(_draw_articles, found),
    )


@corpus.command("check", context_settings=HELP_NAMES)
@global_options
def check_articles() -> ExitStatus:
    """Look for everything that is wrong with the files of a corpus.

    \b
    Example:
      quotetrace corpus check --corpus articles/

    Plain records, one a fault, have these columns: path, line, column, fault, hint. Where there is a
    fault the exit code is 1.
    """
    from quotetrace.corpus import check
    from quotetrace.export import corpus_result

    session = current_session()
    folder = session.corpus_folder()
    faults = check(folder)
    session.show(
        document=partial(corpus_result.faults_document, folder, faults),
        table=partial(corpus_result.faults_table, faults),
        drawing=partial(_draw_faults, faults),
    )
    count = "no fault" if not faults else "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    session.say(f"{folder}: {count} found")
    return ExitStatus.ERROR if faults else ExitStatus.DONE


def _draw_articles(found: Corpus, screen: Screen) -> RenderableType:
    from quotetrace.render.tables import draw_articles

    return draw_articles(found, screen)


def _draw_faults(faults: Sequence[InputError], _: Screen) -> RenderableType:
    from quotetrace.render.tables import draw_faults

    return draw_faults(faults)
