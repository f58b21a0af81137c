"""`corpus.yaml`: the speakers that are traced, the outlets with their owners, and the occasions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quotetrace import languages
from quotetrace.model import Occasion, Outlet, Speaker
from quotetrace.reading import values, yaml_text
from quotetrace.reading.decoding import read_text
from quotetrace.reading.faults import collect, report, shown
from quotetrace.reading.metadata import known
from quotetrace.reading.yaml_text import Listing, Mapping, Scalar
from quotetrace.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from quotetrace.errors import InputError
    from quotetrace.reading.yaml_text import Node

FILE_NAME = "corpus.yaml"

_REQUIRED = ("id", "name")
_RECORDS: dict[str, Callable[..., Speaker | Outlet | Occasion]] = {
    "speakers": Speaker,
    "outlets": Outlet,
    "occasions": Occasion,
}
_PARSERS: dict[str, dict[str, Callable[[str], str]]] = {
    "speakers": {"id": values.identifier, "name": values.name, "aliases": values.name},
    "outlets": {"id": values.identifier, "name": values.name, "owner": values.line},
    "occasions": {"id": values.identifier, "name": values.name, "date": values.day},
}
_LISTS = frozenset({"aliases"})


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is known about a corpus besides its articles, in the order in which it is written."""

    speakers: tuple[Speaker, ...] = ()
    outlets: dict[str, Outlet] = field(default_factory=dict)
    occasions: dict[str, Occasion] = field(default_factory=dict)


def read(path: Path) -> Catalogue:
    """Return what the file at *path* tells; raise InputError for a fault, CorpusError for several."""
    faults: list[InputError] = []
    found: dict[str, dict[str, Any]] = {section: {} for section in _RECORDS}
    for key, node in yaml_text.parse(read_text(path), path).entries:
        with collect(faults):
            known(key, _RECORDS)
            found[key.text] = _section(key.text, node, faults)
    report(faults, path)
    return Catalogue(tuple(found["speakers"].values()), found["outlets"], found["occasions"])


def shared_names(path: Path) -> list[InputError]:
    """Return a fault for each name or alias of a speaker that another one has too.

    A corpus can be used with them: such a name is nobody's unless the article tells whose it is.
    """
    faults: list[InputError] = []
    owners: dict[str, str] = {}
    for key, node in yaml_text.parse(read_text(path), path).entries:
        for item in _items(key.text, node) if key.text == "speakers" else ():
            fields = {key.text: value for key, value in item.entries} if isinstance(item, Mapping) else {}
            names = [fields["name"], *_items("aliases", fields["aliases"])] if "aliases" in fields else [fields["name"]]
            faults.extend(_shared(fields["id"], [name for name in names if isinstance(name, Scalar)], owners))
    return faults


def _shared(speaker: Node, names: Sequence[Scalar], owners: dict[str, str]) -> Iterator[InputError]:
    """Yield the faults of one speaker, whose names are added to *owners*."""
    own = speaker.text if isinstance(speaker, Scalar) else ""
    for name in names:
        owner = owners.setdefault(_folded(name.text), own)
        if owner != own:
            message = f"{shown(name.text)} stands for {owner} too"
            yield name.place.fault(
                message, "take it out of one of the two; articles that say no more leave it uncertain"
            )


def _folded(name: str) -> str:
    """Return a name for comparing, without the article before it."""
    first, *rest = fold(name).split()
    return (
        " ".join(rest) if rest and first in languages.get(languages.FALLBACK).determiners else " ".join([first, *rest])
    )


def _section(section: str, node: Node, faults: list[InputError]) -> dict[str, Any]:
    records: dict[str, Any] = {}
    for item in _items(section, node):
        with collect(faults):
            record = _RECORDS[section](**_fields(section, item))
            if record.id in records:
                hint = "give one of the two another id"
                raise item.place.fault(f"the id {shown(record.id)} again in {section}", hint)
            records[record.id] = record
    return records


def _items(key: str, node: Node) -> tuple[Node, ...]:
    if isinstance(node, Listing):
        return node.items
    if _is_empty(node):
        return ()
    form = "[one, another]" if key in _LISTS else "`- id: …`, one entry after the other"
    raise node.place.fault(f"{key}: not a list", f"write {form}")


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _fields(section: str, item: Node) -> dict[str, str | tuple[str, ...]]:
    """Return the values of one record; a fault of one key does not hide the next one's."""
    if not isinstance(item, Mapping):
        raise item.place.fault(f"{section}: an entry without keys", "write `- id: …` and `name: …` under it")
    faults: list[InputError] = []
    fields: dict[str, str | tuple[str, ...]] = {}
    for key, node in item.entries:
        with collect(faults):
            known(key, _PARSERS[section])
            if key.text in _REQUIRED or not _is_empty(node):
                fields[key.text] = _value(section, key.text, node)
    missing = set(_REQUIRED) - {key.text for key, _ in item.entries}
    faults.extend(
        item.place.fault(f"{section}: an entry without {key}", f"write `{key}: …`") for key in sorted(missing)
    )
    report(faults, item.place.path)
    return fields


def _value(section: str, key: str, node: Node) -> str | tuple[str, ...]:
    parse = _PARSERS[section][key]
    if key in _LISTS:
        return tuple(values.fit(key, item, parse) for item in _items(key, node))
    return values.fit(key, node, parse)
