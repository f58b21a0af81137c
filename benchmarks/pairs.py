"""Measure how well the words in common tell two sentences of one event that say the same from two that do not.

    python benchmarks/pairs.py [FOLDER]

FOLDER holds `msrp_*.jsonl`, pairs of sentences from news that two people judged to say the same or not (Dolan, Quirk
and Brockett, COLING 2004), and `sts_headlines.jsonl`, pairs of headlines with how alike people found them, 0 to 5
(SemEval 2013-2016); it is `../shared/bench/pairs` beside the repository by default. All sentences of a set are the
corpus by which words are weighed. The program judges by the words whether two passages are one remark, and by the
coverage on both sides whether the one says all that the other does. Variants are learnt from no pair: a set has each
sentence once or twice.
"""

from __future__ import annotations

import json
import sys
from itertools import groupby
from math import sqrt
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from gold import SHARED, missing
from quotetrace import languages
from quotetrace.matching.profiles import Ngrams, profiles
from quotetrace.matching.scoring import covered, pair_of
from retrieval import BASELINES, said
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Sequence

PAIRS = SHARED / "bench" / "pairs"
TRAINING = "msrp_train.jsonl"
TEST = "msrp_test.jsonl"
HEADLINES = "sts_headlines.jsonl"


class Judged(NamedTuple):
    """Two sentences, and how alike people judged them: 0 or 1, or 0 to 5."""

    a: str
    b: str
    judgement: float


def files(folder: Path) -> list[Path]:
    """Return the files that the figures are measured on, present or not."""
    return [folder / name for name in (TRAINING, TEST, HEADLINES)]


def read(path: Path) -> list[Judged]:
    """Read pairs with their judgement."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Judged(row["a"], row["b"], float(row["label"] if "label" in row else row["score"])) for row in rows]


def measures(pairs: Sequence[Judged]) -> dict[str, list[float]]:
    """Return the similarities of the pairs, by measure."""
    texts = [text for pair in pairs for text in (pair.a, pair.b)]
    english = languages.get("en")
    found = profiles((said(at, "all", text), english) for at, text in enumerate(texts))
    ngrams = Ngrams(found)
    both = list(zip(found[::2], found[1::2], strict=True))
    baselines = {name: [measure(a.text, b.text) / 100 for a, b in both] for name, measure in BASELINES.items()}
    return {
        **baselines,
        "words": [pair_of(a, b, ngrams).words for a, b in both],
        "coverage on both sides": [covered(a, b) for a, b in both],
    }


def area_under_curve(values: Sequence[float], judgements: Sequence[float]) -> float:
    """Return how often a pair that says the same is more alike than one that does not; a tie counts half."""
    right = below = 0
    wins = 0.0
    for _, tied in groupby(sorted(zip(values, judgements, strict=True)), key=lambda one: one[0]):
        alike = [judgement > 0 for _, judgement in tied]
        wins += sum(alike) * (below + (len(alike) - sum(alike)) / 2)
        right, below = right + sum(alike), below + len(alike) - sum(alike)
    return wins / (right * below)


def correlation(values: Sequence[float], judgements: Sequence[float]) -> float:
    """Return Pearson's correlation."""
    middle, other = mean(values), mean(judgements)
    both = sum((x - middle) * (y - other) for x, y in zip(values, judgements, strict=True))
    return both / sqrt(sum((x - middle) ** 2 for x in values) * sum((y - other) ** 2 for y in judgements))


def figures(folder: Path) -> dict[str, tuple[float, ...]]:
    """Return by measure the area under the curve of the training and the test pairs, and the correlation."""
    columns: list[dict[str, float]] = []
    for path, judge in zip(files(folder), (area_under_curve, area_under_curve, correlation), strict=True):
        pairs = read(path)
        judgements = [pair.judgement for pair in pairs]
        columns.append({name: judge(values, judgements) for name, values in measures(pairs).items()})
    return {name: tuple(column[name] for column in columns) for name in columns[0]}


def tables(folder: Path) -> list[Table]:
    """Return how well each measure agrees with people."""
    about = "MSRP: area under the curve; constants may be set on the training pairs. Headlines: Pearson's correlation."
    header = ("measure", "MSRP training", "MSRP test", "STS headlines")
    return [Table(about, header, tuple((name, *map(figure, row)) for name, row in figures(folder).items()))]


def floors(folder: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    measured = figures(folder)
    return {"pairs.msrp": measured["coverage on both sides"][1], "pairs.headlines": measured["words"][2]}


def main() -> None:
    """Print the table, or why there is none."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    reason = missing(files(folder))
    print(f"pairs: {reason}" if reason else "\n".join(table.as_text() for table in tables(folder)))


if __name__ == "__main__":
    main()
