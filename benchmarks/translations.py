"""Measure how well a sentence finds itself in another translation of the same text.

    python benchmarks/translations.py [FOLDER]

FOLDER holds `wmt21.cs-en.jsonl` and `wmt21.de-en.jsonl`, 1,000 sentences of news each with two human translations
into English (WMT 2021); it is `../shared/bench/translations` beside the repository by default. Each sentence of one
translation looks among all of the other, and the other way round; the figures are the mean of both directions.
`retrieval.py` says how it is counted.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import retrieval
from gold import SHARED, missing
from retrieval import Versions

if TYPE_CHECKING:
    from tables import Table

TRANSLATIONS = SHARED / "bench" / "translations"
SETS = {"from Czech": "wmt21.cs-en.jsonl", "from German": "wmt21.de-en.jsonl"}


def files(folder: Path) -> list[Path]:
    """Return the files that the figures are measured on, present or not."""
    return [folder / name for name in SETS.values()]


def directions(path: Path) -> list[Versions]:
    """Read two translations and let each look in the other."""
    read = [json.loads(line)["versions"] for line in path.read_text(encoding="utf-8").splitlines()]
    one, other = ([versions[name] for versions in read] for name in ("human:A", "human:B"))
    return [Versions(one, other), Versions(other, one)]


def tables(folder: Path) -> list[Table]:
    """Return recall and open-set F1 of the baselines and of the program, step by step."""
    drawn = [row for name, file in SETS.items() for row in retrieval.rows(name, directions(folder / file))]
    return [retrieval.table("Two human translations of 1,000 sentences of news; both directions.", drawn)]


def floors(folder: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    return retrieval.floors("translations", {name: directions(folder / file) for name, file in SETS.items()})


def main() -> None:
    """Print the table, or why there is none."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TRANSLATIONS
    reason = missing(files(folder))
    print(f"translations: {reason}" if reason else "\n".join(table.as_text() for table in tables(folder)))


if __name__ == "__main__":
    main()
