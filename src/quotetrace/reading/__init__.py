"""Articles from files: one module a format, chosen by the ending of the file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrace.reading import catalogue, front_matter, jsonl
from quotetrace.reading.faults import Place, known_hint
from quotetrace.reading.metadata import Draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["ENDINGS", "Draft", "read"]


def _text(path: Path) -> tuple[Draft, ...]:
    return (front_matter.read(path, catalogue.FILE_NAME),)


_READERS: dict[str, Callable[[Path], tuple[Draft, ...]]] = {
    ".md": _text,
    ".markdown": _text,
    ".txt": _text,
    ".jsonl": jsonl.read,
}
ENDINGS = tuple(_READERS)


def read(path: Path) -> tuple[Draft, ...]:
    """Return the articles in the file at *path*, each with the places of its keys.

    Raise InputError for a fault, CorpusError for several of them.
    """
    reader = _READERS.get(path.suffix.lower())
    if not reader:
        message = f"no form of article has the ending {path.suffix or 'that is missing here'}"
        raise Place(path).fault(message, known_hint(path.suffix, ENDINGS))
    return reader(path)
