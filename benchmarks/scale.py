"""Measure time and memory for 50 to 500 articles, each size in a process of its own.

    python benchmarks/scale.py [FOLDER]

The articles are made by perturbing real ones: the full texts in FOLDER (`../shared/corpus` beside the repository by
default), or where they are missing the bundled excerpts, put together to the same length. Words are replaced,
inserted and dropped, sentences are shuffled, with a fixed seed. All copies of one article keep its date, so that
hundreds of articles report the same remarks: the hardest case for the matcher. What is timed is
`quotetrace find menu` from start to end.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import sysconfig
import tempfile
import time
from math import log
from pathlib import Path

from gold import REPOSITORY, SHARED, SIDECARS, files, missing
from tables import Table

SIZES = (50, 100, 200, 500)
MAX_SECONDS = 20.0
MAX_MEGABYTES = 500.0
SEED = 20220127
# The mean length of the five full texts, in characters.
ARTICLE_LENGTH = 4600
# How often a word is replaced, has a word put before it, or is dropped.
REPLACED, INSERTED, DROPPED = 0.06, 0.02, 0.02
# How often a block changes places with the next one.
SHUFFLED = 0.1
# What the system counts resident memory in: bytes on macOS, KiB elsewhere.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def sources(shared: Path) -> dict[str, str]:
    """Return the texts to perturb, by the name that their sidecar has."""
    if not missing(files(shared)):
        return {name: (shared / "corpus" / f"{name}.txt").read_text(encoding="utf-8") for name in SIDECARS}
    excerpts = {name: _body(REPOSITORY / "corpus" / f"{name}.md") for name in SIDECARS}
    everything = "\n\n".join(excerpts.values())
    return {name: f"{text}\n\n{everything}"[:ARTICLE_LENGTH] for name, text in excerpts.items()}


def _body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n---\n", 1)[1].strip()


def perturbed(text: str, vocabulary: list[str], chance: random.Random) -> str:
    """Return another version of *text*."""
    blocks = [_perturbed_block(block, vocabulary, chance) for block in text.split("\n") if block.strip()]
    for at in range(len(blocks) - 1):
        if chance.random() < SHUFFLED:
            blocks[at], blocks[at + 1] = blocks[at + 1], blocks[at]
    return "\n\n".join(blocks) + "\n"


def _perturbed_block(block: str, vocabulary: list[str], chance: random.Random) -> str:
    words: list[str] = []
    for word in block.split():
        roll = chance.random()
        if roll < REPLACED:
            words.append(chance.choice(vocabulary))
        elif roll < REPLACED + INSERTED:
            words += [chance.choice(vocabulary), word]
        elif roll >= REPLACED + INSERTED + DROPPED:
            words.append(word)
    return " ".join(words)


def write_corpus(folder: Path, count: int, texts: dict[str, str]) -> int:
    """Write *count* perturbed articles with their sidecars; return their size in characters."""
    chance = random.Random(SEED)  # noqa: S311 -- it must be the same each time
    vocabulary = [word for text in texts.values() for word in text.split() if word.isalpha()]
    (folder / "corpus.yaml").write_bytes((REPOSITORY / "corpus" / "corpus.yaml").read_bytes())
    names = list(texts)
    size = 0
    for number in range(count):
        name = names[number % len(names)]
        text = perturbed(texts[name], vocabulary, chance)
        size += len(text)
        (folder / f"{name}-{number:04}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}-{number:04}.yaml").write_text(SIDECARS[name], encoding="utf-8")
    return size


def run(folder: Path) -> tuple[float, float]:
    """Return the seconds and the peak megabytes of `quotetrace find menu` on a folder."""
    program = Path(sysconfig.get_path("scripts"), "quotetrace")
    command = [str(program), "--corpus", str(folder), "--format", "json", "find", "menu"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise RuntimeError(f"quotetrace ended with {process.returncode}")
    return seconds, usage.ru_maxrss * RSS_UNIT / 1e6


def measure(shared: Path) -> list[tuple[int, float, float, float]]:
    """Return articles, millions of characters, seconds and megabytes for each size."""
    texts = sources(shared)
    measured: list[tuple[int, float, float, float]] = []
    for count in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            size = write_corpus(Path(folder), count, texts)
            measured.append((count, size / 1e6, *run(Path(folder))))
    return measured


def table(shared: Path) -> tuple[Table, bool]:
    """Return the measured table, and whether the largest size kept its limits."""
    measured = measure(shared)
    rows: list[tuple[str, ...]] = []
    before: tuple[int, float] | None = None
    for count, size, seconds, megabytes in measured:
        growth = f"{log(seconds / before[1]) / log(count / before[0]):.2f}" if before else "–"
        rows.append((str(count), f"{size:.2f}", f"{seconds:.2f}", f"{megabytes:.0f}", growth))
        before = count, seconds
    (first, _, least, _), (last, _, most, memory) = measured[0], measured[-1]
    overall = log(most / least) / log(last / first)
    quadratic = least * (last / first) ** 2
    about = (
        f"`quotetrace find menu` on perturbed articles. Growth from {first} to {last} articles: "
        f"exponent {overall:.2f} (1 is linear, 2 quadratic); quadratic growth would take {quadratic:.0f} s, "
        f"{quadratic / most:.1f} times as long. Limits at {last}: {MAX_SECONDS:.0f} s, {MAX_MEGABYTES:.0f} MB."
    )
    header = ("articles", "million characters", "seconds", "peak MB", "exponent from the row before")
    return Table(about, header, tuple(rows)), most < MAX_SECONDS and memory < MAX_MEGABYTES


def main() -> None:
    """Print the table; exit with 1 if the limits are not kept."""
    shared = Path(sys.argv[1]).parent if len(sys.argv) > 1 else SHARED
    drawn, kept = table(shared)
    print(drawn.as_text())
    if not kept:
        raise SystemExit("the limits are not kept")


if __name__ == "__main__":
    main()
