"""`quotetrace find`."""

from __future__ import annotations

# Heavy modules are loaded when the command runs (start-up counts); \b is click's mark for preformatted help.
# ruff: noqa: PLC0415, D301
from functools import partial
from typing import TYPE_CHECKING

import click

from quotetrace.cli.options import HELP_NAMES, current_session, global_options, reference_option, speaker_option
from quotetrace.cli.session import Form
from quotetrace.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from quotetrace.model import Trace
    from quotetrace.render.screen import Screen
    from quotetrace.search import Hit, Query


@click.command(context_settings=HELP_NAMES)
@click.argument("query", nargs=-1, required=True)
@click.option("--any", "any_phrase", is_flag=True, help="One of the words is enough; else all are needed.")
@reference_option
@speaker_option
@global_options
def find(query: tuple[str, ...], *, any_phrase: bool, reference: str | None, speaker: str | None) -> None:
    """Find the remarks that have the words of QUERY.

    A word also finds its inflected forms; words in double quotation marks are a phrase. All words must
    stand in the same passage of one variant. Each remark is shown with all its variants: what a variant
    leaves out of the reference is marked [-so-], what it puts in {+so+}, the words found *so*; a clause
    that stands in another place is marked [moved: so] where it stood and {moved: so} where it stands.

    The reference is the variant nearest to speech: a transcript before a quotation, a quotation before a
    report. It is a witness like the others, and not the truth; --reference chooses another.

    \b
    Example:
      quotetrace find menu
      quotetrace find --any menu 1997
      quotetrace find '"secondary topics"'
      quotetrace find menu --reference sputnik
      quotetrace find menu --format json
      quotetrace find menu --speaker lavrov
      quotetrace find -- -word

    Plain records, one a variant, have these columns: variant (REMARK:N), article, outlet, published,
    language, speaker, occasion, presentation, relation, similarity, start, end, text, changes, is_reference,
    evidence (how the speaker was decided), confidence (0 to 1), nested (another speaker quotes
    the words), relayed_by (that one).
    Where nothing is found the exit code is 3.
    """
    from quotetrace import search
    from quotetrace.export import find_result
    from quotetrace.speakers import only_of

    session = current_session()
    wanted = search.parse(" ".join(query), any_phrase=any_phrase)
    whole = session.open_trace(reference)
    trace = only_of(whole, speaker) if speaker is not None else whole
    hits = search.find(trace, wanted)
    if hits or session.form not in (None, Form.TABLE):
        session.show(
            document=partial(find_result.find_document, trace, wanted, hits),
            table=partial(find_result.find_table, trace, hits),
            drawing=partial(_draw, trace, hits),
        )
    if not hits:
        raise _nothing_found(trace, wanted)


def _draw(trace: Trace, hits: Sequence[Hit], screen: Screen) -> RenderableType:
    from quotetrace.render.find import draw_hits

    return draw_hits(trace, hits, screen)


def _nothing_found(trace: Trace, query: Query) -> NotFoundError:
    from quotetrace.search import suggest

    unknown = suggest(trace, query)
    near = [word for words in unknown.values() for word in words]
    if near:
        hint = f"did you mean {' or '.join(near)}?"
    elif unknown:
        hint = "only the words of speakers are searched, not what the articles say around them"
    else:
        hint = "each of its words is in some remark: try fewer of them, or --any"
    what = f"no remark has {', '.join(map(repr, unknown))}" if unknown else "no remark has all of the query"
    return NotFoundError(what, hint)
