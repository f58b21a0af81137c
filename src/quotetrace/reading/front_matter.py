"""Markdown and plain text: with a YAML header between two lines of `---`, with a sidecar, or bare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.reading import yaml_text
from quotetrace.reading.decoding import read_text
from quotetrace.reading.faults import Place
from quotetrace.reading.metadata import PARSERS, Draft, draft, id_of

if TYPE_CHECKING:
    from pathlib import Path

    from quotetrace.reading.yaml_text import Node, Scalar

SIDECAR_ENDING = ".yaml"
_OTHER_YAML_ENDING = ".yml"
_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?<=[\r\n])---[ \t]*(?:\r\n|\n|\r|\Z)(?:[ \t]*(?:\r\n|\n|\r))*")
_LATE_OPENING = re.compile(rf"\s+---[ \t]*\r?\n(?:{'|'.join(PARSERS)})[ \t]*:")


def read(path: Path, catalogue: str) -> Draft:
    """Return the article in the file at *path*; *catalogue* is the name that no sidecar has.

    The article's text is what follows the header's closing line and the blank lines directly after it,
    otherwise the whole file without a byte order mark. Line ends stay as they are.
    """
    text = read_text(path)
    sidecar = sidecar_of(path)
    has_sidecar = sidecar.name != catalogue and sidecar.is_file()
    if (misnamed := path.with_suffix(_OTHER_YAML_ENDING)).is_file():
        raise Place(misnamed).fault("a sidecar's name ends in .yaml", f"name it {sidecar.name}")
    if opening := _OPENING.match(text):
        if has_sidecar:
            hint = f"keep one of the two: take out {sidecar.name} or the header"
            raise Place(path, 1).fault(f"a header, and a sidecar {sidecar.name} as well", hint)
        return _with_header(text, opening.end(), path)
    if _LATE_OPENING.match(text):
        line = 1 + text[: text.index("---")].count("\n")
        raise Place(path, line).fault("blank lines before the header", "begin the file with the line ---")
    entries = _sidecar_entries(sidecar) if has_sidecar else ()
    return draft(entries, text, Place(path, 1), id_of(path.stem))


def sidecar_of(path: Path) -> Path:
    """Return where the sidecar of the text file at *path* would be."""
    return path.with_suffix(SIDECAR_ENDING)


def _with_header(text: str, start: int, path: Path) -> Draft:
    closing = _CLOSING.search(text, start)
    if not closing:
        hint = "put a line --- after its last key; if it is no header, put a blank line before it"
        raise Place(path, 1).fault("the header that begins here is not closed", hint)
    header = yaml_text.parse(text[start : closing.start()], path, first_line=2)
    body = Place(path, 1 + text.count("\n", 0, closing.end()))
    return draft(header.entries, text[closing.end() :], body, id_of(path.stem))


def _sidecar_entries(sidecar: Path) -> tuple[tuple[Scalar, Node], ...]:
    return yaml_text.parse(read_text(sidecar), sidecar).entries
