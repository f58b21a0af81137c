"""What is wrong with a line that is no YAML, in words that say what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotetrace.reading.faults import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from yaml import MarkedYAMLError

    from quotetrace.errors import InputError

SECOND_DOCUMENT = ("a second YAML document", "keep to one: take out the line --- or ... before it")
QUOTE_IT = "put it in quotes"
KEY_VALUE = "write `key: value`, with a space after the colon"
_ENTRY = re.compile(r"(?:-\s+)?(?P<key>[\w.-]+)\s*:\s+(?P<value>\S.*)")
_MAX_QUOTED = 200  # characters; a longer line is hardly a value


def explain(error: MarkedYAMLError, lines: Sequence[str], path: Path, first_line: int) -> InputError:
    """Return the fault that *error* of PyYAML is; *lines* are the YAML's, the first is *first_line*."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and ("quoted scalar" in (error.context or "") or "expected ':'" in problem):
        mark = error.context_mark  # where it began; the problem's own place is where it was given up
    row, column = (mark.line, mark.column) if mark else (0, 0)
    line = lines[row] if row < len(lines) else ""
    message, hint = _words(problem, error.context or "", line, column)
    return Place(path, first_line + row, column + 1).fault(message, hint)


def _words(problem: str, context: str, line: str, column: int) -> tuple[str, str]:
    """Return the message and the hint for what PyYAML calls *problem*, at *column* (from 0) of *line*."""
    quoted = QUOTE_IT + in_quotes(line)
    if "quoted scalar" in context:
        message, hint = _quotation_words(problem, line[column : column + 1])
    elif "document start" in problem:
        message, hint = SECOND_DOCUMENT
    elif "expected ':'" in problem:
        message = "a line that is not `key: value`"
        hint = f"{KEY_VALUE}, or close the header with --- before it"
    elif "mapping values are not allowed" in problem and ":" in line[:column]:
        message, hint = "a colon inside a value without quotes", quoted
    elif "mapping values are not allowed" in problem:
        message, hint = "a key that is indented", "start every key at the beginning of its line"
    elif line[column : column + 1] == "\t":
        message, hint = "a tab", "use spaces"
    elif _ENTRY.fullmatch(line.strip()):
        message, hint = "a value that YAML does not read as text", quoted
    else:
        message, hint = f"this is no YAML: {problem}", KEY_VALUE
    return message, hint


def _quotation_words(problem: str, mark: str) -> tuple[str, str]:
    if "escape" in problem:
        return "a backslash inside double quotes", "write it twice, or use single quotes"
    return f"the quotation mark {mark} is not closed", f"close it with {mark} at the end of the value"


def in_quotes(line: str) -> str:
    """Return `: key: "value"`, how *line* is to be written, or nothing if it has no key and value."""
    entry = _ENTRY.fullmatch(line.strip())
    if not entry or len(entry["value"]) > _MAX_QUOTED:
        return ""
    return f": {entry['key']}: {_quote(entry['value'])}"


def _quote(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
