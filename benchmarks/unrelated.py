"""Measure how many pairs are aligned in articles that have few remarks in common.

    python benchmarks/unrelated.py [FOLDER]

FOLDER holds `text/*.txt`, news articles of several outlets on one election; it is `../shared/bench/quotes` beside the
repository by default. Without dates and outlets, nothing but the words parts them. Nobody has annotated which of their
passages are one remark, but most of what is aligned can only be chance: two outlets seldom print the same words.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from alignments import patched
from gold import SHARED, matching, missing
from quotetrace.corpus import open_corpus
from quotetrace.matching import scoring, significance
from quotetrace.matching.scoring import relation
from quotetrace.model import Relation
from tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrace.model import Corpus

QUOTES = SHARED / "bench" / "quotes"
PAIRS = "aligned"
WHOLE = "verbatim or rewritten"


def files(folder: Path) -> list[Path]:
    """Return the files that are measured on, or the folder where they are missing."""
    return sorted((folder / "text").glob("*.txt")) or [folder / "text"]


@contextmanager
def articles(folder: Path) -> Iterator[Corpus]:
    """Open the articles as a corpus."""
    with tempfile.TemporaryDirectory() as copied:
        for path in files(folder):
            Path(copied, path.name).write_bytes(path.read_bytes())
        yield open_corpus(Path(copied))


def counts(folder: Path) -> dict[str, dict[str, int]]:
    """Count the aligned pairs, and those of them that are whole, as it is and without significance."""
    found: dict[str, dict[str, int]] = {}
    with articles(folder) as corpus:
        for name, enough in (("as it is", significance.ENOUGH), ("without significance", sys.float_info.min)):
            with patched(((significance, "ENOUGH", enough),)):
                aligned = [pair for pair in matching(corpus).together if pair.similarity >= scoring.THRESHOLD]
            whole = [pair for pair in aligned if relation(pair.a, pair.b) is not Relation.PARTIAL]
            found[name] = {PAIRS: len(aligned), WHOLE: len(whole)}
    return found


def tables(folder: Path) -> list[Table]:
    """Return the counts."""
    rows = tuple((name, str(found[PAIRS]), str(found[WHOLE])) for name, found in counts(folder).items())
    return [Table(f"Pairs of passages of {len(files(folder))} articles.", ("", PAIRS, WHOLE), rows)]


def floors(folder: Path) -> dict[str, float]:
    """Return the share of the pairs aligned without significance that it keeps apart."""
    found = counts(folder)
    return {"unrelated.kept_apart": 1 - found["as it is"][PAIRS] / found["without significance"][PAIRS]}


def main() -> None:
    """Print the table, or why there is none."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else QUOTES
    reason = missing(files(folder))
    print(f"unrelated: {reason}" if reason else "\n".join(table.as_text() for table in tables(folder)))


if __name__ == "__main__":
    main()
