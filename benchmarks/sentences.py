"""Measure the sentence splitter: boundaries against what people annotated, speed, and growth with the text.

    python benchmarks/sentences.py [FOLDER]

FOLDER holds `corpus/`, `gold/sentences.jsonl` and `bench/sentences/*.conllu` (Universal Dependencies);
it is `../shared` beside the repository by default. What is missing is named and skipped.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gold import files as full_text_files
from quotetrace.evaluation import Score, boundaries
from quotetrace.languages import get
from quotetrace.sentences import split
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).resolve().parents[2] / "shared"


class Treebank(NamedTuple):
    """A CoNLL-U file; *genres* are those of its paragraphs that are measured, all where there are none."""

    filename: str
    genres: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The code of its language, which treebanks are named by."""
        return self.filename.partition("_")[0]


# The verse of Taiga is left out: there nothing but the line breaks ends a sentence, and they are not in the file.
TREEBANKS = {
    "UD English GUM dev": Treebank("en_gum-dev.conllu"),
    "UD English EWT dev": Treebank("en_ewt-dev.conllu"),
    "UD Russian GSD dev": Treebank("ru_gsd-dev.conllu"),
    "UD Russian Taiga dev, prose": Treebank("ru_taiga-dev.conllu", ("fiction-kids", "nonfiction-academic-encycl")),
    "UD Russian Taiga dev, social media": Treebank("ru_taiga-dev.conllu", ("social",)),
}
MEGABYTE = 1_000_000
# Texts that make careless rules slow; one megabyte of each.
PATHOLOGICAL = ("(", ".", '"', "A. ", "([{", ". (", '. "', "x\n", "(. ", '. " a ', "[...] ", "Mr. ")


def articles(shared: Path) -> dict[str, tuple[str, list[tuple[int, int]]]]:
    """Return text and gold spans by article."""
    found: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    for line in (shared / "gold" / "sentences.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name = row["article"]
        if name not in found:
            path = shared / "corpus" / f"{name}.txt"
            found[name] = (path.read_bytes().decode("utf-8"), [])
        found[name][1].append((row["start"], row["end"]))
    return found


def score_articles(shared: Path) -> tuple[Score, Score]:
    """Return the scores of sentence ends and of exact spans on the annotated articles."""
    ends, spans = Score(0, 0, 0), Score(0, 0, 0)
    for text, gold in articles(shared).values():
        predicted = [(s.start, s.end) for s in split(text, get("en"))]
        ends += boundaries([end for _, end in predicted], [end for _, end in gold])
        spans += boundaries(predicted, gold)
    return ends, spans


def paragraphs(path: Path, genres: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """Yield the sentences of each paragraph of a CoNLL-U file, or of those of some *genres*."""
    sentences: list[str] = []
    genre = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.split(" id", 1)[0] in {"# newpar", "# newdoc"}:
            if sentences:
                yield sentences
            sentences = []
        elif line.startswith("# genre = "):
            genre = line.removeprefix("# genre = ")
        elif line.startswith("# text = ") and (not genres or genre in genres):
            sentences.append(line.removeprefix("# text = ").strip())
    if sentences:
        yield sentences


def score_treebank(folder: Path, treebank: Treebank) -> Score:
    """Return the score of the boundaries inside paragraphs, sentences joined by one space."""
    score = Score(0, 0, 0)
    for sentences in paragraphs(folder / treebank.filename, treebank.genres):
        gold, position = set(), -1
        for sentence in sentences[:-1]:
            position += len(sentence) + 1
            gold.add(position)
        text = " ".join(sentences)
        predicted = {s.end for s in split(text, get(treebank.language))} - {len(text)}
        score += boundaries(predicted, gold)
    return score


def seconds(text: str) -> float:
    """Return the fastest of three runs."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        split(text, get("en"))
        times.append(time.perf_counter() - start)
    return min(times)


def scores(shared: Path) -> dict[str, Score]:
    """Return the score of each annotated set that is there, by its name."""
    found: dict[str, Score] = {}
    if (shared / "gold" / "sentences.jsonl").exists():
        found["articles, boundaries"], found["articles, exact spans"] = score_articles(shared)
    folder = shared / "bench" / "sentences"
    for name, treebank in TREEBANKS.items():
        if (folder / treebank.filename).exists():
            found[name] = score_treebank(folder, treebank)
    return found


def tables(shared: Path) -> list[Table]:
    """Return precision, recall and F1 of each annotated set."""
    rows = tuple(
        (name, figure(score.precision), figure(score.recall), figure(score.f1), str(score.gold))
        for name, score in scores(shared).items()
    )
    return [Table("Sentence boundaries.", ("set", "P", "R", "F1", "gold"), rows)]


def floors(shared: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name."""
    return {f"sentences.{name}": score.f1 for name, score in scores(shared).items()}


def files(shared: Path) -> list[Path]:
    """Return the files that the scores are measured on, present or not."""
    filenames = dict.fromkeys(treebank.filename for treebank in TREEBANKS.values())
    treebanks = [shared / "bench" / "sentences" / filename for filename in filenames]
    return [*full_text_files(shared)[:-1], shared / "gold" / "sentences.jsonl", *treebanks]


def print_quality(shared: Path) -> None:
    """Print precision, recall and F1 of each annotated set, and what is missing."""
    for path in files(shared):
        if not path.exists():
            print(f"skipped, no {path}")
    print("\n".join(table.as_text() for table in tables(shared)))


def print_speed(shared: Path) -> None:
    """Print MB/s on news, its growth from one to ten times the text, and MB/s on pathological texts."""
    if (shared / "gold" / "sentences.jsonl").exists():
        news = "\n\n".join(text for text, _ in articles(shared).values())
    else:
        news = "Prices rose by 2.5 percent in Jan. 2022, the bank said. “It is over,” Mr. Smith added.\n\n" * 20
    ten = "\n\n".join([news] * 100)
    one = ten[: len(ten) // 10]
    slow, fast = seconds(ten), seconds(one)
    print(f"\n{'news':<34}{len(ten.encode()) / MEGABYTE / slow:>8.2f} MB/s")
    print(f"{'growth, 1x to 10x text':<34}{slow / fast:>8.2f} times")
    flat = " ".join(ten.split())
    print(f"{'news as one line':<34}{len(flat.encode()) / MEGABYTE / seconds(flat):>8.2f} MB/s")
    line = "word " * MEGABYTE
    print(f"{'5 MB line without punctuation':<34}{len(line) / MEGABYTE / seconds(line):>8.2f} MB/s")
    for unit in PATHOLOGICAL:
        text = unit * (MEGABYTE // len(unit))
        times, tenth = seconds(text), seconds(text[: len(text) // 10])
        print(f"{'1 MB of ' + repr(unit):<34}{1 / times:>8.2f} MB/s, growth {times / tenth:.1f}")


def main() -> None:
    """Print all tables."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    print_quality(shared)
    print_speed(shared)


if __name__ == "__main__":
    main()
