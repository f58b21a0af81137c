"""Measure everything that people annotated, keep docs/quality.md true, and let no figure fall unseen.

    python benchmarks/quality.py            rewrite the tables in docs/quality.md
    python benchmarks/quality.py --times    also those of time and memory, which differ from machine to machine
    python benchmarks/quality.py --check    fail if a floor is not reached, or if docs/quality.md differs
    python benchmarks/quality.py --pin      raise the floors to what is measured now
    python benchmarks/quality.py --pin --lower    lower them too: say why where you commit it

The data are in `../shared` beside the repository. A set that is missing is named and skipped, its table stays as it
is. Floors are in floors.toml beside this file, with the figures measured when they were set and the sum of the data
they were measured on.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from hashlib import sha256
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import alignments
import gold
import quotes
import scale
import sentences
import startup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tables import Table

DOCUMENT = gold.REPOSITORY / "docs" / "quality.md"
FLOORS = Path(__file__).with_name("floors.toml")
# How far below the measured figure a floor is set: a figure may move by so much without anybody's notice.
SLACK = 0.005


class Section(NamedTuple):
    """A set of figures that are measured on the same data."""

    name: str
    files: list[Path]
    tables: Callable[[], list[Table]]
    floors: Callable[[], dict[str, float]]


class Pinned(NamedTuple):
    """What a section must reach, and what it was measured at when that was set, on data with that sum."""

    sha256: str
    floors: dict[str, float]
    measured: dict[str, float]


NOTHING = Pinned("", {}, {})


def sections(shared: Path) -> list[Section]:
    """Return what there is to measure."""
    folder = shared / "bench" / "quotes"
    return [
        Section(
            "sentences",
            [*gold.files(shared)[:-1], *sentences.files(shared)],
            lambda: sentences.tables(shared),
            lambda: sentences.floors(shared),
        ),
        Section("alignments", gold.files(shared), lambda: alignments.tables(shared), lambda: alignments.floors(shared)),
        Section(
            "quotes",
            quotes.files(folder) or [folder / "text"],
            lambda: quotes.tables(folder),
            lambda: quotes.floors(folder),
        ),
    ]


def digest(files: Iterable[Path]) -> str:
    """Return one sum of the names and contents of *files*."""
    total = sha256()
    for path in files:
        total.update(f"{path.name} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def with_tables(document: str, name: str, drawn: list[Table]) -> str:
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


def too_low(section: Section, measured: dict[str, float]) -> list[str]:
    """Return a line for each floor that is not reached, or that cannot be compared."""
    pinned = read_floors().get(section.name, NOTHING)
    faults: list[str] = []
    if pinned.sha256 != digest(section.files):
        faults.append(f"{section.name}: the data are not those that the floors were measured on")
    for name in sorted(measured.keys() | pinned.floors.keys()):
        lowest = pinned.floors.get(name)
        if lowest is None or name not in measured:
            faults.append(f"{name}: measured and pinned do not agree; use --pin --lower")
        elif measured[name] < lowest:
            faults.append(f"{name}: {measured[name]:.3f}, below its floor of {lowest:.3f}")
    return faults


def pin(found: dict[str, tuple[Section, dict[str, float]]], *, lower: bool) -> None:
    """Write the floors; those of sections that were not measured stay."""
    pinned = read_floors()
    for name, (section, measured) in found.items():
        before = pinned.get(name, NOTHING)
        floors = {key: floor((value - SLACK) * 1000) / 1000 if value < 1 else 1.0 for key, value in measured.items()}
        if not lower:
            floors = before.floors | {key: max(value, before.floors.get(key, 0.0)) for key, value in floors.items()}
        pinned[name] = Pinned(digest(section.files), floors, measured)
    FLOORS.write_text(_toml(pinned), encoding="utf-8")


def _toml(pinned: dict[str, Pinned]) -> str:
    lines = ["# Written by `python benchmarks/quality.py --pin`. A figure below its floor fails `make check`."]
    for name, section in sorted(pinned.items()):
        lines += ["", f"[{name}]", f'sha256 = "{section.sha256}"  # of the data']
        for part, figures in (("floors", section.floors), ("measured", section.measured)):
            lines += ["", f"[{name}.{part}]"]
            lines += [f'"{key}" = {value:.3f}' for key, value in figures.items()]
    return "\n".join(lines) + "\n"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure quality; see the head of this file.")
    parser.add_argument("--check", action="store_true", help="fail if a floor is not reached or the document differs")
    parser.add_argument("--times", action="store_true", help="measure time and memory too")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower them too")
    parser.add_argument("folder", nargs="?", type=Path, default=gold.SHARED, help="where the data are")
    return parser.parse_args()


def measure(options: argparse.Namespace, document: str) -> tuple[str, dict[str, tuple[Section, dict[str, float]]]]:
    """Return the document with what was measured, and the figures with a floor by section."""
    found: dict[str, tuple[Section, dict[str, float]]] = {}
    for section in sections(options.folder):
        reason = gold.missing(section.files)
        if reason:
            print(f"{section.name}: {reason}")
            continue
        document = with_tables(document, section.name, section.tables())
        figures = section.floors()
        found[section.name] = section, figures
        print(*(f"{name}: {value:.3f}" for name, value in figures.items()), sep="\n")
    if options.times:
        document = with_tables(document, "scale", [scale.table(options.folder)[0]])
        document = with_tables(document, "startup", [startup.table()])
    return document, found


def main() -> None:
    """Do what the options ask for."""
    options = _options()
    before = DOCUMENT.read_text(encoding="utf-8")
    document, found = measure(options, before)
    if options.pin:
        pin(found, lower=options.lower)
    faults = [fault for section, figures in found.values() for fault in too_low(section, figures)]
    if not options.check:
        DOCUMENT.write_text(document, encoding="utf-8")
    elif document != before:
        faults.append("docs/quality.md does not have these figures; run python benchmarks/quality.py")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
