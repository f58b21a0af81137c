"""Write a table as plain records, for `cut`, `grep` and `awk`: one a line, fields parted by tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from quotetrace.export.table import flat

if TYPE_CHECKING:
    from quotetrace.export.table import Table

_SPACES = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # a text must not steer the terminal that it is shown on


def write_plain(table: Table, stream: TextIO) -> None:
    """Write the rows without a header, white space within a text folded to single spaces."""
    for row in table.rows:
        fields = (_CONTROL.sub("\ufffd", _SPACES.sub(" ", flat(cell))) for cell in row)
        stream.write("\t".join(fields) + "\n")
