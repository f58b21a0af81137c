"""What the values in headers may be: each function takes the text of one and returns what it means.

Each raises Unfit with what is wrong and what to write instead. None of them guesses.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from quotetrace.model import Extent, Precision, Published
from quotetrace.reading.faults import known_hint, shown
from quotetrace.reading.yaml_text import Listing, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_TIME = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))? ?(?P<offset>Z|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)
_DAY_FIRST = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})", re.ASCII)
_TIME_OF_DAY = re.compile(r"\d\d?:\d\d(:\d\d)?", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)
_IDENTIFIER = re.compile(r"\w[\w.-]{0,99}")
_SHA256 = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_DATE_FORMS = "write 2023-05-09, 2023-05 or 2023, or leave the key out if it is not known"
_TIME_FORMS = "write 2023-05-09, with a time as 2023-05-09 18:30 or 2023-05-09T18:30:00+03:00"
_ID_FORM = "use letters, digits, - and _, as in paper-2023-05-09"
_MAX_OFFSET_HOURS = 14  # the Line Islands
_SCRIPT_LETTERS, _REGION_LETTERS = 4, 2  # of a language code's parts


class UnfitError(Exception):
    """A value is not what its key asks for: a *message* and a *hint*."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def fit(key: str, node: Node, parse: Callable[[str], T]) -> T:
    """Return what *parse* makes of the value of *key*; raise its InputError if it is none for that key."""
    if not isinstance(node, Scalar):
        kind = {Listing: "a list", Mapping: "a mapping"}[type(node)]
        hint = "write one value, in quotes if it begins with [ or {"
        raise node.place.fault(f"{key}: {kind}, not one value", hint)
    if not node.quoted and node.text in _NULLS:
        hint = "leave the key out if it is not known, or put the word in quotes"
        raise node.place.fault(f"{key}: {node.text} stands for nothing", hint)
    try:
        return parse(node.text)
    except UnfitError as error:
        raise node.place.fault(f"{key}: {error.message}", error.hint) from None


def line(text: str) -> str:
    """Return *text* as one line without control characters; a line break becomes a space."""
    joined = " ".join(part for piece in _LINE_END.split(text) if (part := piece.strip()))
    if bad := _CONTROL.search(joined):
        raise UnfitError(f"a control character, U+{ord(bad.group()):04X}", "take it out")
    return joined


def name(text: str) -> str:
    """Return *text* as one line that is not empty."""
    if not (joined := line(text)):
        raise UnfitError("nothing is written here", "write a name")
    return joined


def identifier(text: str) -> str:
    """Return *text* if it is an id that is safe on a command line, in a file name and in a table."""
    if not _IDENTIFIER.fullmatch(text):
        raise UnfitError(f"{shown(text)} is no id", _ID_FORM)
    if not re.search(r"[^\W\d_]", text):
        # Spreadsheets would take it for a number or a date.
        raise UnfitError(f"the id {shown(text)} has no letter", f"put a word before it: article-{text}")
    if ending := re.search(r"\.\d*$", text):
        # ARTICLE.N names a passage.
        better = text[: ending.start()] + ending.group().replace(".", "-").rstrip("-")
        raise UnfitError(f"the id {shown(text)} ends like a passage's", f"write {better}")
    return text


def published(text: str) -> Published:
    """Return the date or the time that *text* is, with its precision; one without offset is local time."""
    match = _TIME.fullmatch(text)
    if not match:
        raise UnfitError(f"{shown(text)} is not a date", _date_hint(text))
    parts = [int(match[name] or default) for name, default in _DEFAULTS.items()]
    try:
        datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 -- only to see whether there is such a time
    except ValueError as error:
        raise UnfitError(f"{shown(text)} is not a date: {error}", _DATE_FORMS) from None
    _demand_offset(match["offset"])
    names = {
        "month": Precision.MONTH,
        "day": Precision.DAY,
        "minute": Precision.MINUTE,
        "second": Precision.SECOND,
    }
    precision = next((names[name] for name in reversed(names) if match[name]), Precision.YEAR)
    return Published(text.replace(" ", "T", 1).replace(" ", ""), precision)


_DEFAULTS = {"year": 0, "month": 1, "day": 1, "hour": 0, "minute": 0, "second": 0}


def _demand_offset(offset: str | None) -> None:
    if not offset or offset == "Z":
        return
    hours, minutes = int(offset[1:3]), int(offset[4:])
    if hours > _MAX_OFFSET_HOURS or minutes > 59:  # noqa: PLR2004 -- minutes of an hour
        raise UnfitError(f"{offset} is no offset from UTC", "write Z, or hours and minutes as +03:00")


def _date_hint(text: str) -> str:
    if match := _DAY_FIRST.fullmatch(text):
        return f"write {match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    if _TIME_OF_DAY.fullmatch(text):
        return "it is a time of day: write the date before it, as in 2023-05-09 18:30"
    return _TIME_FORMS if ":" in text else _DATE_FORMS


def moment(text: str) -> str:
    """Return the date or time that *text* is in ISO 8601."""
    return published(text).iso


def day(text: str) -> str:
    """Return the date that *text* is in ISO 8601; a time of day is more than it may say."""
    date = published(text)
    if date.precision in {Precision.MINUTE, Precision.SECOND}:
        raise UnfitError(f"{shown(text)} has a time of day", f"write {date.day}")
    return date.iso


def language(text: str) -> str:
    """Return the language code that *text* is, in the case that BCP 47 recommends."""
    if not _LANGUAGE.fullmatch(text):
        swapped = text.replace("_", "-")
        hint = f"write {swapped}" if _LANGUAGE.fullmatch(swapped) else "write a code such as en, ru or pt-BR"
        raise UnfitError(f"{shown(text)} is no language code", hint)
    first, *rest = text.lower().split("-")
    return "-".join([first, *map(_subtag, rest)])


def _subtag(tag: str) -> str:
    if len(tag) == _REGION_LETTERS:
        return tag.upper()
    return tag.title() if len(tag) == _SCRIPT_LETTERS and tag.isalpha() else tag


def url(text: str) -> str:
    """Return the web address that *text* is."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme in {"http", "https"} and parts.hostname and not re.search(r"\s", line(text)):
        return text
    bare = not parts.scheme and "." in text and not re.search(r"\s", text)
    hint = f"write https://{text}" if bare else "write the whole address, from https:// on"
    raise UnfitError(f"{shown(text)} is no web address", hint)


def extent(text: str) -> Extent:
    """Return how much of the article *text* says that there is."""
    try:
        return Extent(text)
    except ValueError:
        raise UnfitError(f"{shown(text)} is no extent", known_hint(text, [*Extent])) from None


def sha256(text: str) -> str:
    """Return the SHA-256 sum that *text* is, in lower case."""
    if not _SHA256.fullmatch(text):
        raise UnfitError(f"{shown(text)} is no SHA-256 sum", "write the 64 digits 0–9 and a–f that sha256sum prints")
    return text.lower()
