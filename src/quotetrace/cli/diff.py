"""`quotetrace diff`."""

from __future__ import annotations

# Heavy modules are loaded when the command runs (start-up counts); \b is click's mark for preformatted help.
# ruff: noqa: PLC0415, D301
from functools import partial
from typing import TYPE_CHECKING

import click

from quotetrace.cli.options import HELP_NAMES, current_session, global_options, speaker_option
from quotetrace.errors import ExitStatus

if TYPE_CHECKING:
    from rich.console import RenderableType

    from quotetrace.compare import Comparison
    from quotetrace.model import Trace
    from quotetrace.render.screen import Screen

_DISPLAYS = ("side-by-side", "inline")


@click.command(context_settings=HELP_NAMES)
@click.argument("a")
@click.argument("b")
@click.option("--display", type=click.Choice(_DISPLAYS), help="Else side by side from 100 columns.")
@click.option("--exit-code", is_flag=True, help="End with 1 if anything differs but case and punctuation.")
@speaker_option
@global_options
def diff(a: str, b: str, *, display: str | None, exit_code: bool, speaker: str | None) -> ExitStatus:
    """Compare what A and B report.

    A and B are outlets, articles or variants of remarks (REMARK:2). Shown are the passages that both
    report, those that one restates from another occasion, and those that only one of them reports.
    What A has and B leaves out is marked [-so-], what B puts in {+so+}; a clause that stands in
    another place is marked [moved: so] where A has it and {moved: so} where B has it.

    \b
    Example:
      quotetrace diff mfa sputnik
      quotetrace diff mfa.40:1 mfa.40:2
      quotetrace diff unsourced lenta --format json
      quotetrace diff mfa tass --exit-code --quiet

    Plain records have these columns: section (both, restated, only_a, only_b), relation, similarity,
    remark, article_a, start_a, end_a, text_a, article_b, start_b, end_b, text_b, changes, moved.
    """
    from quotetrace import compare
    from quotetrace.export import diff_result
    from quotetrace.speakers import only_compared

    session = current_session()
    trace = session.open_trace()
    found = compare.diff(trace, a, b)
    if speaker is not None:
        found = only_compared(trace, found, speaker)
    session.show(
        document=partial(diff_result.diff_document, trace, found),
        table=partial(diff_result.diff_table, found),
        drawing=partial(_draw, trace, found, display),
    )
    return ExitStatus.ERROR if exit_code and found.differs else ExitStatus.DONE


def _draw(trace: Trace, found: Comparison, display: str | None, screen: Screen) -> RenderableType:
    from quotetrace.render.diff import Display, draw_comparison

    return draw_comparison(trace, found, screen, Display(display) if display else None)
