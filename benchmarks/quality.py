"""Measure everything that people annotated, keep docs/quality.md true, and let no figure fall unseen.

    python benchmarks/quality.py            rewrite the tables in docs/quality.md
    python benchmarks/quality.py --times    also those of time and memory, which differ from machine to machine
    python benchmarks/quality.py --check    fail if a floor is not reached, or if docs/quality.md differs
    python benchmarks/quality.py --pin      raise the floors to what is measured now
    python benchmarks/quality.py --pin --lower    lower them too: say why where you commit it

A section of the document is a module beside this one, named in SECTIONS; each has `files(folder)`, `tables(folder)` and
`floors(folder)`. They are measured side by side, each in a process of its own. The data are in `../shared` beside the
repository. A set that is missing is named and skipped, its table stays as it is. Floors are in floors.toml beside this
file, with the figures measured when they were set and the sum of the data they were measured on.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import tomllib
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from importlib import import_module
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

import gold
import scale
import startup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tables import Table

DOCUMENT = gold.REPOSITORY / "docs" / "quality.md"
FLOORS = Path(__file__).with_name("floors.toml")
# How far below the measured figure a floor is set: a figure may move by so much without anybody's notice.
SLACK = 0.005
# The modules that measure, in the order of the document, each with the folder of its data in `../shared`.
SECTIONS = {
    "sentences": ".",
    "alignments": ".",
    "unrelated": "bench/quotes",
    "calibration": ".",
    "remarks": ".",
    "translations": "bench/translations",
    "bible": "bench/bible_en",
    "pairs": "bench/pairs",
    "quotes": "bench/quotes",
    "speakers": "bench/quotes",
    "word_align": "bench/word_align",
    "meaning": "bench/meaning",
    "changes": ".",
}
# Tables that differ from machine to machine: no check looks at them.
TIMES = ("startup", "scale")


class Benchmark(Protocol):
    """What a module in SECTIONS has; *folder* is where its data are."""

    def files(self, folder: Path) -> list[Path]:
        """Return the files that are measured on, present or not."""

    def tables(self, folder: Path) -> list[Table]:
        """Return the tables for the document."""

    def floors(self, folder: Path) -> dict[str, float]:
        """Return the figures that must not fall, by name."""


class Measured(NamedTuple):
    """What one section gave; *skipped* says why it gave nothing."""

    name: str
    digest: str = ""
    tables: tuple[Table, ...] = ()
    figures: dict[str, float] = {}  # noqa: RUF012 -- a NamedTuple's default, never written to
    seconds: float = 0.0
    skipped: str = ""


class Pinned(NamedTuple):
    """What a section must reach, and what it was measured at when that was set, on data with that sum."""

    sha256: str
    floors: dict[str, float]
    measured: dict[str, float]


NOTHING = Pinned("", {}, {})


def measure(name: str, folder: Path) -> Measured:
    """Return what the section *name* gives on its data in *folder*."""
    begin = time.perf_counter()
    benchmark = cast("Benchmark", import_module(name))
    files = benchmark.files(folder)
    if reason := gold.missing(files or [folder / "…"]):
        return Measured(name, skipped=reason)
    drawn, figures = tuple(benchmark.tables(folder)), benchmark.floors(folder)
    return Measured(name, digest(files), drawn, figures, time.perf_counter() - begin)


def measure_all(shared: Path) -> list[Measured]:
    """Return what all sections give, in their order."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(measure, SECTIONS, [shared / where for where in SECTIONS.values()]))


def digest(files: Iterable[Path]) -> str:
    """Return one sum of the names and contents of *files*."""
    total = sha256()
    for path in files:
        total.update(f"{path.name} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def with_tables(document: str, name: str, drawn: Iterable[Table]) -> str:
    """Return the document with the tables between the markers of *name* replaced."""
    start, end = f"<!-- measured: {name} -->", "<!-- end -->"
    pattern = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(document):
        raise SystemExit(f"{DOCUMENT.name} has no line {start}")
    body = "\n".join(table.as_markdown() for table in drawn)
    return pattern.sub(lambda _: f"{start}\n\n{body}\n{end}", document, count=1)


def read_floors() -> dict[str, Pinned]:
    """Return the floors by section; empty where none are set."""
    written = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return {name: Pinned(**section) for name, section in written.items()}


def too_low(found: Measured) -> list[str]:
    """Return a line for each floor that is not reached, or that cannot be compared."""
    pinned = read_floors().get(found.name, NOTHING)
    faults: list[str] = []
    if pinned.sha256 != found.digest:
        faults.append(f"{found.name}: the data are not those that the floors were measured on")
    for name in sorted(found.figures.keys() | pinned.floors.keys()):
        lowest = pinned.floors.get(name)
        if lowest is None or name not in found.figures:
            faults.append(f"{name}: measured and pinned do not agree; use --pin --lower")
        elif found.figures[name] < lowest:
            faults.append(f"{name}: {found.figures[name]:.3f}, below its floor of {lowest:.3f}")
    return faults


def pin(measured: Iterable[Measured], *, lower: bool) -> None:
    """Write the floors; those of sections that were not measured stay."""
    pinned = read_floors()
    for found in measured:
        before = pinned.get(found.name, NOTHING)
        floors = {key: _floor(value) for key, value in found.figures.items()}
        if not lower:
            floors = before.floors | {key: max(value, before.floors.get(key, 0.0)) for key, value in floors.items()}
        pinned[found.name] = Pinned(found.digest, floors, found.figures)
    FLOORS.write_text(_toml(pinned), encoding="utf-8")


def _floor(value: float) -> float:
    return floor((value - SLACK) * 1000) / 1000 if value < 1 else 1.0


def _toml(pinned: dict[str, Pinned]) -> str:
    lines = ["# Written by `python benchmarks/quality.py --pin`. A figure below its floor fails `make check`."]
    for name, section in sorted(pinned.items()):
        lines += ["", f"[{name}]", f'sha256 = "{section.sha256}"  # of the data']
        for part, figures in (("floors", section.floors), ("measured", section.measured)):
            lines += ["", f"[{name}.{part}]"]
            lines += [f'"{key}" = {value:.3f}' for key, value in figures.items()]
    return "\n".join(lines) + "\n"


def report(found: Measured) -> None:
    """Print what a section gave, and how long that took."""
    print(f"{found.name}: {found.skipped}" if found.skipped else f"{found.name}: {found.seconds:.1f} s")
    for name, value in found.figures.items():
        print(f"  {name}: {value:.3f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure quality; see the head of this file.")
    parser.add_argument("--check", action="store_true", help="fail if a floor is not reached or the document differs")
    parser.add_argument("--times", action="store_true", help="measure time and memory too")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower them too")
    parser.add_argument("folder", nargs="?", type=Path, default=gold.SHARED, help="where the data are")
    return parser.parse_args()


def main() -> None:
    """Do what the options ask for."""
    options = _options()
    measured: list[Measured] = []
    for found in measure_all(options.folder):
        report(found)
        if not found.skipped:
            measured.append(found)
    before = document = DOCUMENT.read_text(encoding="utf-8")
    for found in measured:
        document = with_tables(document, found.name, found.tables)
    if options.times:
        document = with_tables(document, "scale", [scale.table(options.folder)[0]])
        document = with_tables(document, "startup", [startup.table()])
    if options.pin:
        pin(measured, lower=options.lower)
    faults = [fault for found in measured for fault in too_low(found)]
    if not options.check:
        DOCUMENT.write_text(document, encoding="utf-8")
    elif document != before:
        faults.append("docs/quality.md does not have these figures; run python benchmarks/quality.py")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
