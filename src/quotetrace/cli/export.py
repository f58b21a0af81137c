"""`quotetrace export`."""

from __future__ import annotations

# Heavy modules are loaded when the command runs (start-up counts); \b is click's mark for preformatted help.
# ruff: noqa: PLC0415, D301
import io
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from quotetrace.cli.options import HELP_NAMES, current_session, global_options, reference_option, speaker_option
from quotetrace.cli.session import Form
from quotetrace.errors import UsageError

if TYPE_CHECKING:
    from quotetrace.cli.session import Session
    from quotetrace.export.table import Table
    from quotetrace.model import Trace

# The device leads to the file that output goes to, which must not be replaced.
_STANDARD_OUTPUT = ("-", "/dev/stdout")
_TABLES = ("alignments", "variants", "remarks", "articles")
_FORMS = {".csv": Form.CSV, ".jsonl": Form.JSONL, ".json": Form.JSON}


@click.command(context_settings=HELP_NAMES)
@click.argument("path")
@click.option("--table", "name", type=click.Choice(_TABLES), default=_TABLES[0], show_default=True)
@click.option("--no-bom", is_flag=True, help="CSV without the mark by which Excel knows UTF-8.")
@click.option("--excel-safe", is_flag=True, help="Put ' before texts that a spreadsheet takes for formulas.")
@reference_option
@speaker_option
@global_options
def export(  # noqa: PLR0913 -- one for each option
    path: str, *, name: str, no_bom: bool, excel_safe: bool, reference: str | None, speaker: str | None
) -> None:
    """Write a table to PATH: .csv, .jsonl or .json.

    The file is written whole or not at all. `-` is standard output, and needs --format. Speakers, outlets
    and occasions are given by their ids. Offsets count Unicode code points of the article's text, so that
    text[start:end] gives the row's text exactly (--excel-safe may put an apostrophe before it). Changes are
    those from text_a to text_b in alignments, and from the reference in variants. The reference of a
    remark is the variant nearest to speech; --reference chooses another, and is_reference says which it is.

    \b
    Example:
      quotetrace export alignments.csv
      quotetrace export variants.jsonl --table variants
      quotetrace export - --format csv --no-bom
    """
    from quotetrace.export.files import demand_writable, replacing
    from quotetrace.export.tables import TableName, build

    session = current_session()
    form = _form(path, session.form)
    write = partial(_write, form=form, bom=not no_bom, excel_safe=excel_safe)
    if path in _STANDARD_OUTPUT:
        text = io.StringIO(newline="")
        write(build(_trace(session, reference, speaker), TableName(name)), text)
        session.write_data(text.getvalue())
        return
    target = session.environment.folder / path
    demand_writable(target)
    table = build(_trace(session, reference, speaker), TableName(name))
    with replacing(target) as stream:
        write(table, stream)
    session.say(f"{len(table.rows)} rows written to {path}")


def _trace(session: Session, reference: str | None, speaker: str | None) -> Trace:
    from quotetrace.speakers import only_of

    trace = session.open_trace(reference)
    return trace if speaker is None else only_of(trace, speaker)


def _form(path: str, asked: Form | None) -> Form:
    """Return the form asked for, else that of the path's ending."""
    form = asked or _FORMS.get(Path(path).suffix.lower())
    if form is None:
        unknown = (
            "standard output has no ending" if path in _STANDARD_OUTPUT else f"{path!r} does not end in a known form"
        )
        raise UsageError(unknown, f"end it in {', '.join(_FORMS)}, or say which with --format csv|jsonl|json")
    if form not in _FORMS.values():
        raise UsageError(f"a table is not exported as {form.value}", "choose --format csv, jsonl or json")
    return form


def _write(table: Table, stream: TextIO, *, form: Form, bom: bool, excel_safe: bool) -> None:
    from quotetrace.export.as_csv import write_csv
    from quotetrace.export.as_json import write_json, write_jsonl

    if form is Form.CSV:
        write_csv(table, stream, bom=bom, excel_safe=excel_safe)
    elif form is Form.JSONL:
        write_jsonl(table, stream)
    else:
        write_json(table.document(), stream)
