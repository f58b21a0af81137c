"""Measure the naming of changes on pairs of sentences that a reader compared.

    python benchmarks/changes.py [FOLDER]

FOLDER holds `corpus/*.txt` and `gold/changes.jsonl`; it is `../shared` beside the repository by default. The two
annotated sentences of a pair are compared as they are given, so that the naming is measured and not the alignment.
A named change is right if gold has one of the same type whose words it shares on one side at least; a gold change is
found if some named change is right by it. The major changes are
held against those that the reader calls significant, and all that have a name (but wording, marks and presentation)
against all that the reader marked. It is one reader's view of five articles: a check, and nothing to make rules from.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gold import SHARED, full_texts, missing
from gold import files as article_files
from quotetrace.changing.change import ChangeType
from quotetrace.evaluation.changes import total
from quotetrace.evaluation.evaluate import compare_all
from quotetrace.evaluation.files import read_gold
from tables import Table, figure

if TYPE_CHECKING:
    from quotetrace.evaluation.changes import Compared

HALVES = ("even", "odd")


@cache
def read(shared: Path) -> list[Compared]:
    """Return the annotated pairs with the program's changes between their two sentences."""
    with full_texts(shared) as corpus:
        return compare_all(corpus, read_gold(files(shared)[-1], corpus))


def tables(shared: Path) -> list[Table]:
    """Return precision, recall and F1 in each half of the pairs and in all, with and without the types."""
    pairs = read(shared)
    head = ("pairs", "right in", "P", "R", "F1", "named", "gold")
    return [
        Table("Major changes against those that a reader calls significant.", head, _scores(pairs, major=True)),
        Table("All named changes but wording against all that the reader marked.", head, _scores(pairs, major=False)),
        _by_type(pairs),
    ]


def _scores(pairs: list[Compared], *, major: bool) -> tuple[tuple[str, ...], ...]:
    parts = {"all pairs": pairs} | {f"{half} pairs": pairs[n::2] for n, half in enumerate(HALVES)}
    rows = []
    for name, part in parts.items():
        for typed in (True, False):
            hits = total(part, typed=typed, major=major)
            figures = (figure(hits.precision), figure(hits.recall), figure(hits.f1))
            rows.append((name, "type and place" if typed else "place", *figures, str(hits.predicted), str(hits.gold)))
    return tuple(rows)


def _by_type(pairs: list[Compared]) -> Table:
    rows = []
    for kind in ChangeType:
        hits = total([pair.of_type(kind) for pair in pairs], typed=False, major=True)
        if hits.predicted or hits.gold:
            rows.append((kind.value, figure(hits.precision), figure(hits.recall), str(hits.predicted), str(hits.gold)))
    return Table("Major changes by type.", ("type", "P", "R", "named", "gold"), tuple(rows))


def floors(shared: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    typed, place = (total(read(shared), typed=typed, major=True).f1 for typed in (True, False))
    named = total(read(shared), typed=True, major=False).f1
    return {"changes.typed F1": typed, "changes.place F1": place, "changes.named F1": named}


def files(shared: Path) -> list[Path]:
    """Return the files that are measured on, present or not."""
    return [*article_files(shared)[:-1], shared / "gold" / "changes.jsonl"]


def main() -> None:
    """Print the tables."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    reason = missing(files(shared))
    print(reason or "\n".join(table.as_text() for table in tables(shared)))


if __name__ == "__main__":
    main()
