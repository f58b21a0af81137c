"""From bytes to text: UTF-8 and nothing else, so that nobody's words are guessed at."""

from __future__ import annotations

import codecs
import shlex
from typing import TYPE_CHECKING

from quotetrace.reading.faults import Place

if TYPE_CHECKING:
    from pathlib import Path

    from quotetrace.errors import InputError

MAX_BYTES = 50_000_000  # of a file; a book has 1 MB

_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zipped file, as word processors write",
    b"\xd0\xcf\x11\xe0": "an old word processor's file",
    b"{\\rtf": "a rich text file",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}
_OTHER_UNICODE = {  # the longer marks first: one of UTF-16 begins one of UTF-32
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_CYRILLIC_CHARSETS = ("CP1251", "KOI8-R", "CP866")
_SAMPLE_BYTES = 1 << 16  # is enough to tell one charset from another


def read_text(path: Path) -> str:
    """Return the text of the file at *path* without a byte order mark, line ends as they are.

    Raise InputError if it cannot be read, is empty, larger than MAX_BYTES, binary or not UTF-8.
    """
    data = read_bytes(path)
    if not data:
        raise Place(path).fault("the file is empty: 0 bytes", "put the text into it, or take it out")
    return decode(data, path)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of the file at *path*, if there are no more than MAX_BYTES."""
    demand_file(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise unreadable(error, path) from error
    if len(data) > MAX_BYTES:
        raise too_large(Place(path))
    return data


def demand_file(path: Path) -> None:
    """Raise InputError if there is something at *path* that is no file; a pipe would never end."""
    try:
        special = path.exists() and not path.is_file()
    except OSError as error:
        raise unreadable(error, path) from error
    if special:
        raise Place(path).fault("a folder, a pipe or a device, not a file", "put a file there, or take it out")


def unreadable(error: OSError, path: Path) -> InputError:
    """Return the fault of a file or a folder that the system does not let us read."""
    reason = (error.strerror or str(error)).lower()
    return Place(path).fault(f"cannot be read: {reason}", "see that it is there and that you may read it")


def too_large(place: Place) -> InputError:
    """Return the fault of a file or a line of more than MAX_BYTES."""
    limit = f"{MAX_BYTES // 1_000_000} MB"
    return place.fault(f"more than {limit}", f"split it: one article has no more than {limit}")


def decode(data: bytes, path: Path, line: int = 1, offset: int = 0) -> str:
    """Return *data* as text without a byte order mark.

    It begins on *line* (from 1) and at *offset* (in bytes) of the file at *path*.
    """
    _demand_text(data, path, offset)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start, Place(path, line), offset) from None
    return text.removeprefix("\ufeff")


def _demand_text(data: bytes, path: Path, start: int) -> None:
    place = Place(path)
    for mark, name in _OTHER_UNICODE.items():
        if data.startswith(mark):
            message = f"byte 0x{data[0]:02X} at offset {start} is not UTF-8: the file is {name}"
            raise place.fault(message, _conversion(name, path))
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise place.fault(f"{kind}, not text", "save it as plain text in UTF-8")
    if (offset := data.find(b"\0")) >= 0:
        message = f"a binary file, not text: byte 0x00 at offset {start + offset}"
        raise place.fault(message, "save it as plain text in UTF-8")


def _not_utf8(data: bytes, bad: int, begin: Place, start: int) -> InputError:
    """Return the fault of the byte *bad* of *data*, which begins at *begin*, *start* bytes into the file."""
    line_start = data.rfind(b"\n", 0, bad) + 1
    column = len(data[line_start:bad].decode("utf-8").removeprefix("\ufeff")) + 1
    place = Place(begin.path, (begin.line or 1) + data.count(b"\n", 0, bad), column)
    message = f"byte 0x{data[bad]:02X} at offset {start + bad} is not UTF-8"
    if charset := _guess_charset(data[:_SAMPLE_BYTES]):
        return place.fault(message, f"if the file is {charset}: {_conversion(charset, place.path)}")
    drop = _conversion("UTF-8", place.path, " -c")
    return place.fault(message, f"the rest is UTF-8; mend it, or drop it: {drop}")


def _guess_charset(sample: bytes) -> str:
    """Return the charset that makes most sense of *sample*, or nothing if that is UTF-8."""
    repaired = sample.decode("utf-8", "replace")
    beyond_ascii = len(repaired) - len(repaired.encode("ascii", "ignore"))
    if beyond_ascii > 2 * repaired.count("\ufffd"):
        return ""
    if beyond_ascii < sum(char.isascii() and char.isalpha() for char in repaired):
        return "CP1252"
    return max(_CYRILLIC_CHARSETS, key=lambda charset: _lower_case_letters(sample, charset))


def _lower_case_letters(sample: bytes, charset: str) -> int:
    return sum(char.islower() and char > "\x7f" for char in sample.decode(charset, "replace"))


def _conversion(charset: str, path: Path, option: str = "") -> str:
    return (
        f"iconv -f {charset} -t UTF-8{option} {shlex.quote(str(path))} > {shlex.quote(f'{path}.utf8')}"
        ", then put that in its place"
    )
