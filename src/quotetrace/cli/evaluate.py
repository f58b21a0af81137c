"""`quotetrace eval`."""

from __future__ import annotations

# Heavy modules are loaded when the command runs (start-up counts); \b is click's mark for preformatted help.
# ruff: noqa: PLC0415, D301
from functools import partial
from typing import TYPE_CHECKING

import click

from quotetrace.cli.options import HELP_NAMES, current_session, global_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from quotetrace.evaluation.figures import Sheet
    from quotetrace.render.screen import Screen


@click.command("eval", context_settings=HELP_NAMES)
@click.argument("gold")
@global_options
def evaluate(gold: str) -> None:
    """Measure what is found against GOLD, which people annotated.

    GOLD is a file or a folder of files. The keys of a .jsonl file's rows tell what was annotated:

    \b
      sentences    article, start, end
      quotations   article, start, end, speaker or presentation
      remarks      article, start, end, remark
      alignments   article_a, start_a, end_a, article_b, start_b, end_b, label (same, partial, related)
      changes      the same without label, and changes: type, a_span, b_span, significant

    NAME.ann or NAME_XXXX.ann in brat's form has the quotations of the article NAME. Offsets count Unicode
    code points of the article's text, after a header, from 0; ends are exclusive. docs/annotating.md
    says how to annotate articles of your own, and each table how it is counted.

    \b
    Example:
      quotetrace eval gold/ --corpus articles/
      quotetrace eval pairs.jsonl --corpus articles/ --format json

    Plain records, one a figure, have these columns: table, figure, precision, recall, f1, value (an average
    precision or an accuracy), right (of predicted), predicted, found (of gold), gold. What cannot be said is
    empty.
    """
    from quotetrace.evaluation.evaluate import evaluate as measure
    from quotetrace.evaluation.files import read_gold
    from quotetrace.export import evaluation_result

    session = current_session()
    path = session.environment.folder / gold
    corpus = session.open_corpus()
    session.tell_unknown_languages(corpus)
    annotated = read_gold(path, corpus)
    for note in annotated.notes:
        session.say(note)
    sheets = measure(corpus, annotated)
    session.show(
        document=partial(evaluation_result.evaluation_document, corpus, path, sheets),
        table=partial(evaluation_result.evaluation_table, sheets),
        drawing=partial(_draw, sheets),
    )


def _draw(sheets: Sequence[Sheet], _: Screen) -> RenderableType:
    from quotetrace.render.evaluation import draw_evaluation

    return draw_evaluation(sheets)
