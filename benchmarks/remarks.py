"""Measure how passages are grouped into remarks: verses as passages, seven English versions as articles.

    python benchmarks/remarks.py [FOLDER]

FOLDER is `../shared` beside the repository by default. Each corpus is 300 verses in a row, of which every version is
an article; right is a group of the versions of one verse. In the second count each article has the verses in an order
of its own, so that neighbours tell nothing.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gold import SHARED, missing
from quotetrace import languages
from quotetrace.evaluation import ClusterScore, b_cubed
from quotetrace.matching.matcher import match
from quotetrace.matching.remarks import group
from quotetrace.model import Corpus
from silver import article, passage
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quotetrace.matching.profiles import Profile

VERSES = "bench/bible_en/gospels_acts.jsonl"
SIZE = 300
# Where in the books each corpus starts, in verses.
STARTS = (0, 3000)
SEED = 7


def files(shared: Path) -> list[Path]:
    """Return the files that remarks are measured on, present or not."""
    return [shared / VERSES]


Rows = list[dict[str, dict[str, str]]]


def grouped(rows: Rows, places: Callable[[str], Iterable[int]]) -> ClusterScore:
    """Return how well the versions of verses are grouped; *places* gives each version's order of the verses."""
    versions = sorted({version for row in rows for version in row["versions"]})
    said = {
        f"{version}.{place}": passage(version, place, rows[place]["versions"][version])
        for version in versions
        for place in places(version)
        if version in rows[place]["versions"]
    }
    corpus = Corpus(Path(), tuple(map(article, versions)))
    matching = match(corpus, [(one, languages.get("en")) for one in said.values()])
    found = group(matching, tuple(matching.alignments()), _order)
    gold = ([id_ for id_ in said if id_.endswith(f".{number}")] for number in range(len(rows)))
    return b_cubed(([member.passage.id for member in members] for members in found), gold)


def _order(profile: Profile) -> tuple[int, str, str, int]:
    return 0, "", profile.passage.article, profile.index


def _in_order(_: str) -> Iterable[int]:
    return range(SIZE)


def _shuffled(version: str) -> Iterable[int]:
    return random.Random(f"{SEED} {version}").sample(range(SIZE), SIZE)  # noqa: S311 -- it must be the same each time


ORDERS = {"in order": _in_order, "each article in an order of its own": _shuffled}


def scores(shared: Path) -> dict[tuple[str, str], ClusterScore]:
    """Return the score of each corpus, by the order of its verses and by the first one."""
    rows = [json.loads(line) for line in (shared / VERSES).read_text(encoding="utf-8").splitlines()]
    return {
        (order, rows[start]["id"]): grouped(rows[start : start + SIZE], places)
        for order, places in ORDERS.items()
        for start in STARTS
    }


def tables(shared: Path) -> list[Table]:
    """Return the B-cubed scores."""
    drawn = tuple(
        (f"{first}, {order}", *map(figure, (score.precision, score.recall, score.f1)))
        for (order, first), score in scores(shared).items()
    )
    about = f"Remarks, B-cubed: {SIZE} verses from the one named on, seven versions."
    return [Table(about, ("verses", "P", "R", "F1"), drawn)]


def floors(shared: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name: of each order the lowest."""
    found = scores(shared)
    in_order, shuffled = (min(score.f1 for (order, _), score in found.items() if order == name) for name in ORDERS)
    return {"remarks.b_cubed": in_order, "remarks.b_cubed_shuffled": shuffled}


def main() -> None:
    """Print all tables, or why there are none."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    reason = missing(files(shared))
    print(f"remarks: {reason}" if reason else "\n".join(table.as_text() for table in tables(shared)))


if __name__ == "__main__":
    main()
