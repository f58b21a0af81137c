"""JSON Lines: one article a line, an object with the keys of a header, and `text`."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING

from quotetrace.reading.decoding import MAX_BYTES, decode, demand_file, too_large, unreadable
from quotetrace.reading.faults import Place, collect, report, shown
from quotetrace.reading.metadata import PARSERS, Draft, draft, known
from quotetrace.reading.yaml_text import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quotetrace.errors import InputError

KEYS = (*PARSERS, "text")
_KINDS = {list: "a list", dict: "an object", bool: "true or false", int: "a number", float: "a number"}


def read(path: Path) -> tuple[Draft, ...]:
    """Return the articles in the file at *path* in order; blank lines are passed over.

    Every line must have `id` and `text`; null counts as left out. Offsets count in the value of `text`.
    Raise InputError for a fault, CorpusError for several: one faulty line does not hide the next.
    """
    drafts: list[Draft] = []
    faults: list[InputError] = []
    with collect(faults):
        for place, offset, line in lines(path):
            with collect(faults):
                drafts.append(_article(decode(line, path, place.line or 1, offset), place))
    if not drafts and not faults:
        faults.append(Place(path).fault("no articles", "write one JSON object a line, or take the file out"))
    report(faults, path)
    return tuple(drafts)


def lines(path: Path) -> Iterator[tuple[Place, int, bytes]]:
    """Yield the lines that are not blank, each with its place and its offset in bytes."""
    demand_file(path)
    try:
        with path.open("rb") as file:
            offset = 0
            for number in count(1):
                line = file.readline(MAX_BYTES + 1)
                if len(line) > MAX_BYTES:
                    raise too_large(Place(path, number))
                if not line:
                    return
                if line.strip(b" \t\r\n\xef\xbb\xbf"):
                    yield Place(path, number), offset, line.rstrip(b"\r\n")
                offset += len(line)
    except OSError as error:
        raise unreadable(error, path) from error


def _article(line: str, place: Place) -> Draft:
    fields = _strings(line, place)
    for key in ("id", "text"):
        if not fields.get(key):
            raise place.fault(f"no {key}", f'write "{key}": "…" in every line')
    faults: list[InputError] = []
    with collect(faults):
        for key in fields:
            known(Scalar(key, place), KEYS)
    text = fields.pop("text")
    entries = [(Scalar(key, place), Scalar(value, place)) for key, value in fields.items() if key in PARSERS]
    with collect(faults):
        made = draft(entries, text, place, fields["id"])
    report(faults, place.path)
    return made


def record(line: str, place: Place) -> dict[str, object]:
    """Return the object in *line*; a value of null counts as left out."""
    try:
        value = json.loads(line, object_pairs_hook=lambda pairs: _unique(pairs, place))
    except json.JSONDecodeError as error:
        fault = Place(place.path, place.line, error.colno)
        raise fault.fault(f"no JSON: {error.msg.lower()}", "write one JSON object, on one line") from None
    except (ValueError, RecursionError):
        raise place.fault("no JSON that can be read here", "write one JSON object a line") from None
    if not isinstance(value, dict):
        raise place.fault("no JSON object", 'write {"key": "…"} on one line')
    return {key: item for key, item in value.items() if item is not None}


def _strings(line: str, place: Place) -> dict[str, str]:
    """Return the object in *line*, all its values strings."""
    value = record(line, place)
    report([_wrong_kind(key, item, place) for key, item in value.items() if not isinstance(item, str)], place.path)
    return {key: item for key, item in value.items() if isinstance(item, str)}


def _wrong_kind(key: str, item: object, place: Place) -> InputError:
    hint = f'write "{key}": "{item}"' if type(item) is int else "write one string, in quotes"
    return place.fault(f"{key}: {_KINDS[type(item)]}, not a string", hint)


def _unique(pairs: list[tuple[str, object]], place: Place) -> dict[str, object]:
    record: dict[str, object] = {}
    for key, value in pairs:
        if key in record:
            raise place.fault(f"the key {shown(key)} again in the same line", "keep one of the two")
        record[key] = value
    return record
