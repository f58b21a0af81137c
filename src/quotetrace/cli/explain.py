"""`quotetrace explain`."""

from __future__ import annotations

# Heavy modules are loaded when the command runs (start-up counts); \b is click's mark for preformatted help.
# ruff: noqa: PLC0415, D301
from functools import partial
from typing import TYPE_CHECKING

import click

from quotetrace.cli.options import HELP_NAMES, current_session, global_options, speaker_option

if TYPE_CHECKING:
    from rich.console import RenderableType

    from quotetrace.model import Alignment, Trace
    from quotetrace.render.screen import Screen


@click.command(context_settings=HELP_NAMES)
@click.argument("a")
@click.argument("b")
@speaker_option
@global_options
def explain(a: str, b: str, *, speaker: str | None) -> None:
    """Show what the similarity of the passages A and B is made of.

    A and B are variants of remarks (REMARK:2) or passages (ARTICLE.N), also of pairs that do not align.

    \b
    Example:
      quotetrace explain mfa.40:1 mfa.40:2
      quotetrace explain mfa.40 lenta.3 --format json

    Plain records have two columns: measure and value.
    """
    from quotetrace import tracing
    from quotetrace.addresses import resolve_passage
    from quotetrace.errors import UsageError
    from quotetrace.export import diff_result
    from quotetrace.matching.scoring import RESTATED_THRESHOLD, THRESHOLD
    from quotetrace.speakers import demand_speaker

    session = current_session()
    trace = session.open_trace()
    first, second = resolve_passage(trace, a), resolve_passage(trace, b)
    if speaker is not None:
        demand_speaker(trace, (first, second), speaker)
    if first.article == second.article:
        raise UsageError(
            f"{first.id} and {second.id} are of the same article", "name passages of two different articles"
        )
    found = tracing.explain(trace, first, second)
    thresholds = {"alignment": THRESHOLD, "restated": RESTATED_THRESHOLD}
    session.show(
        document=partial(diff_result.explain_document, trace, found, thresholds),
        table=partial(diff_result.explain_table, found, thresholds),
        drawing=partial(_draw, trace, found, thresholds),
    )


def _draw(trace: Trace, found: Alignment, thresholds: dict[str, float], _: Screen) -> RenderableType:
    from quotetrace.render.tables import draw_explanation

    return draw_explanation(trace, found, thresholds)
