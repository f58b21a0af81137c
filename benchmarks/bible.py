"""Measure how well a verse finds itself in a version of the Bible in other, plainer words.

    python benchmarks/bible.py [FOLDER]

FOLDER holds `gospels_acts.jsonl`, 4,760 verses in seven English versions; it is `../shared/bench/bible_en` beside the
repository by default. Each verse of the Berean Standard Bible (BSB) looks among all of the Bible in Basic English
(BBE), which has a vocabulary of a thousand words. `retrieval.py` says how it is counted. The Gospels tell much twice:
some wrong hits are the same saying in another of them.
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

BIBLE = SHARED / "bench" / "bible_en"
LOOKING, FOUND = "BSB", "BBE"
NAME = "BSB in BBE"
# rapidfuzz compares a verse with all others, so that one in so many of the judged verses is looked up: an odd number,
# for those whose answer is taken away take turns with the others.
SAMPLE = 11


def files(folder: Path) -> list[Path]:
    """Return the file that the figures are measured on, present or not."""
    return [folder / "gospels_acts.jsonl"]


def versions(folder: Path) -> Versions:
    """Read the verses that both versions have."""
    [path] = files(folder)
    read = [json.loads(line)["versions"] for line in path.read_text(encoding="utf-8").splitlines()]
    both = [verse for verse in read if verse.get(LOOKING) and verse.get(FOUND)]
    return Versions([verse[LOOKING] for verse in both], [verse[FOUND] for verse in both])


def tables(folder: Path) -> list[Table]:
    """Return recall and open-set F1 of the baselines and of the program, step by step."""
    about = f"4,760 verses of the Gospels and Acts. rapidfuzz by every {SAMPLE}th of the judged verses."
    return [retrieval.table(about, retrieval.rows(NAME, [versions(folder)], SAMPLE))]


def floors(folder: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    return retrieval.floors("bible", {NAME: [versions(folder)]})


def main() -> None:
    """Print the table, or why there is none."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BIBLE
    reason = missing(files(folder))
    print(f"bible: {reason}" if reason else "\n".join(table.as_text() for table in tables(folder)))


if __name__ == "__main__":
    main()
