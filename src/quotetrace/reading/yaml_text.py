"""YAML as this program reads it: mappings, lists and strings with their places, and nothing else.

Nothing is converted: `NO` stays a word and `12:42` no number. Aliases, tags, duplicate keys and a
second document are faults.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from quotetrace.reading.faults import Place, line_and_column, shown
from quotetrace.reading.yaml_faults import KEY_VALUE, QUOTE_IT, SECOND_DOCUMENT, explain, in_quotes

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML was built without its C library
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_CHARACTERS = 1_000_000  # of YAML; a corpus of 1,000 outlets has 100,000
_MAX_DEPTH = 4  # section, record, key, list: as deep as any form here goes
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One string; *quoted* if it is not written plain."""

    text: str
    place: Place
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, in order."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values in order; no key comes twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place


Node: TypeAlias = Scalar | Listing | Mapping


def parse(text: str, path: Path, first_line: int = 1) -> Mapping:
    """Return the mapping that *text* is; *first_line* is its line in the file at *path*.

    Raise InputError at the first place that is no YAML of the kind described above.
    """
    if len(text) > MAX_CHARACTERS:
        raise Place(path, first_line).fault(
            f"a header of {len(text)} characters",
            f"the limit is {MAX_CHARACTERS}; is it closed where it should be?",
        )
    if bad := _UNPRINTABLE.search(text):
        line, column = line_and_column(text, bad.start())
        message = f"a control character, U+{ord(bad.group()):04X}"
        raise Place(path, first_line + line - 1, column).fault(message, "take it out")
    try:
        return _Builder(text, path, first_line).document()
    except yaml.MarkedYAMLError as error:
        raise explain(error, text.splitlines(), path, first_line) from None


class _Builder:
    """Build the nodes of one document from the events of the YAML parser."""

    def __init__(self, text: str, path: Path, first_line: int) -> None:
        self._lines = text.splitlines()
        self._path = path
        self._first_line = first_line
        # The events are PyYAML's own classes, whose attributes its stubs leave out.
        self._events: Iterator[Any] = yaml.parse(text, Loader=_Loader)

    def document(self) -> Mapping:
        """Return the only document's mapping; an empty document is an empty mapping."""
        next(self._events)  # the start of the stream
        if isinstance(event := next(self._events), yaml.StreamEndEvent):
            return Mapping((), Place(self._path, self._first_line))
        node = self._node(next(self._events), 1)
        next(self._events)  # the end of the document
        if not isinstance(event := next(self._events), yaml.StreamEndEvent):
            raise self._place(event).fault(*SECOND_DOCUMENT)
        if isinstance(node, Mapping):
            return node
        if isinstance(node, Scalar) and not node.text:
            return Mapping((), node.place)
        raise node.place.fault("no `key: value` lines", KEY_VALUE)

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 -- see _events
        place = self._place(event)
        if getattr(event, "anchor", None) or getattr(event, "tag", None) not in {None, "!"}:
            raise place.fault("a YAML alias, anchor or tag", self._quoting_hint(place))
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, place, quoted=bool(event.style))
        if depth > _MAX_DEPTH:
            raise place.fault("values nested too deep", f"no form here needs more than {_MAX_DEPTH} levels")
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self._entries(depth)), place)
        return Listing(tuple(self._items(depth)), place)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Place] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, _MAX_DEPTH + 1)
            if not isinstance(key, Scalar):  # pragma: no cover -- too deep, which has been raised
                raise TypeError(key)
            if key.text in seen:
                message = f"the key {shown(key.text)} again: it is on line {seen[key.text].line} already"
                raise key.place.fault(message, "keep one of the two")
            seen[key.text] = key.place
            yield key, self._node(next(self._events), depth + 1)

    def _place(self, event: Any) -> Place:  # noqa: ANN401 -- see _events
        mark = event.start_mark
        return Place(self._path, self._first_line + mark.line, mark.column + 1)

    def _quoting_hint(self, place: Place) -> str:
        line = self._lines[(place.line or self._first_line) - self._first_line]
        return f"{QUOTE_IT}{in_quotes(line)}"
