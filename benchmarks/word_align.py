"""Measure which words are taken to stand for each other on pairs of paraphrases whose words people have linked.

    python benchmarks/word_align.py [FOLDER]

FOLDER holds `edinburgh_train.jsonl` and `edinburgh_test.jsonl`, from Edinburgh++ (Cohn, Callison-Burch and Lapata,
Constructing Corpora for the Development and Evaluation of Paraphrase Systems, Computational Linguistics 2008); it is
`../shared/bench/word_align` beside the repository by default. The constants of `word_alignment` were set on the
training part.

How it is counted:

- Tokens are those of the data, case folded; marks are tokens too. A link is a pair of tokens.
- The measure is that of *sure* links: a found link that is only a *possible* one is wrong. “Possible not counted”
  leaves those aside.
- `difflib` is the standard library's SequenceMatcher on the same tokens.
- The table of constants shows F1 on the training part with each of them halved and doubled.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from gold import SHARED
from quotetrace import languages, word_alignment
from quotetrace.evaluation import Score
from quotetrace.text import fold
from quotetrace.word_alignment import align
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Link = tuple[int, int]
    Aligner = Callable[[Sequence[str], Sequence[str]], Iterable[Link]]

WORD_ALIGN = SHARED / "bench" / "word_align"
PARTS = ("train", "test")
CONSTANTS = (
    "_SAME_STEM", "_SAME_BEGINNING", "_BEGINNING", "_SHARE_OF_BEGINNING", "_SAME_SPELLING", "_LIGHT", "_DISTORTION",
    "_REACH", "_UNEVEN", "_CONTENT_OF_RUN", "_LARGEST_SLOT", "_PLACES",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Linked:
    """Two texts as folded tokens, and the links that people drew between them."""

    a: list[str]
    b: list[str]
    sure: frozenset[Link]
    possible: frozenset[Link]


def files(folder: Path) -> list[Path]:
    """Return the files that are measured on, present or not."""
    return [folder / f"edinburgh_{part}.jsonl" for part in PARTS]


def read(path: Path) -> list[Linked]:
    """Return the pairs of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Linked(_tokens(row["a"]), _tokens(row["b"]), _links(row["sure"]), _links(row["poss"])) for row in rows]


def _tokens(text: str) -> list[str]:
    return [fold(token) for token in text.split()]


def _links(pairs: list[list[int]]) -> frozenset[Link]:
    return frozenset((i, j) for i, j in pairs)


def shipped(a: Sequence[str], b: Sequence[str]) -> Iterable[Link]:
    """Link words as the program does."""
    return align(a, b, languages.get("en"))


def by_difflib(a: Sequence[str], b: Sequence[str]) -> Iterable[Link]:
    """Link the words of the matching blocks of the standard library."""
    found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(block.a + at, block.b + at) for block in found for at in range(block.size)]


def score(pairs: Iterable[Linked], aligner: Aligner, *, possible_count: bool) -> Score:
    """Return the score on sure links; whether found links that are *possible* count as wrong."""
    total = Score(0, 0, 0)
    for pair in pairs:
        found = set(aligner(pair.a, pair.b))
        judged = found if possible_count else found - (pair.possible - pair.sure)
        total += Score(len(judged & pair.sure), len(judged), len(pair.sure))
    return total


def tables(folder: Path) -> list[Table]:
    """Return precision, recall and F1 for each part and method."""
    rows = []
    for part, path in zip(PARTS, files(folder), strict=True):
        pairs = read(path)
        for name, aligner in (("word_alignment", shipped), ("difflib", by_difflib)):
            for possible_count in (True, False):
                found = score(pairs, aligner, possible_count=possible_count)
                label = f"{part}, {name}" + ("" if possible_count else ", possible not counted")
                figures = (figure(found.precision), figure(found.recall), figure(found.f1))
                rows.append((label, *figures, str(found.gold)))
    return [Table("Sure links between words, Edinburgh++.", ("set, method", "P", "R", "F1", "gold"), tuple(rows))]


def floors(folder: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    test = score(read(files(folder)[-1]), shipped, possible_count=True)
    return {"word_align.test": test.f1}


def constants(folder: Path) -> Table:
    """Return what F1 on the training part is with each constant halved and doubled."""
    pairs = read(files(folder)[0])
    rows = [("as it is", *[figure(score(pairs, shipped, possible_count=True).f1)] * 2)]
    for name in CONSTANTS:
        value = getattr(word_alignment, name)
        figures = []
        for factor in (0.5, 2):
            setattr(word_alignment, name, type(value)(value * factor))
            figures.append(figure(score(pairs, shipped, possible_count=True).f1))
        setattr(word_alignment, name, value)
        rows.append((name, *figures))
    return Table("F1 on the training part.", ("constant", "halved", "doubled"), tuple(rows))


def main() -> None:
    """Print the tables, or what is missing."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else WORD_ALIGN
    for path in files(folder):
        if not path.exists():
            sys.exit(f"skipped, no {path}")
    print("\n".join(table.as_text() for table in (*tables(folder), constants(folder))))


if __name__ == "__main__":
    main()
