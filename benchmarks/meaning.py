"""Measure whether changes of meaning are seen and named, on translations with one error put in.

    python benchmarks/meaning.py [FOLDER]

FOLDER holds `base.jsonl` and `perturbed.jsonl` of DEMETR (Karpinska et al., 2022); it is `../shared/bench/meaning`
beside the repository by default. The reference is a human translation, the variant a machine translation into which
one error was put. A clean pair is the same two without the error: a change named major there is a false alarm.
The rules were made with the pairs of even ids; those of odd ids check them. Only the shares `_SAME_MATTER` and `_NEAR`
were chosen by what all pairs gave.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gold import SHARED, missing
from quotetrace.changes import changes
from quotetrace.changing.change import ChangeType, Severity
from quotetrace.languages import get
from quotetrace.model import Evidence, Passage, Presentation, Sentence, SentenceKind
from tables import Table, figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotetrace.changing.change import Change

# Which types name an error of DEMETR rightly.
RIGHT = {
    "critical_id10_numbers_replaced": {ChangeType.NUMBER, ChangeType.DATE},
    "critical_id8_negation": {ChangeType.POLARITY},
    "critical_id7_antonym": {ChangeType.POLARITY, ChangeType.WORDING, ChangeType.STRENGTH},
    "critical_id9_ne_replaced": {ChangeType.ENTITY, ChangeType.DATE, ChangeType.NUMBER},
    "critical_id11_gender": {ChangeType.ACTOR},
    "major_id19_question": {ChangeType.SPEECH_ACT},
    "major_id17_tense": {ChangeType.TENSE, ChangeType.MODALITY},
    "critical_id6_addition": {ChangeType.ADDITION},
    "major_id5_pp_removed": {ChangeType.OMISSION, ChangeType.TRUNCATION},
}
# The types of the errors that a lexicon-free method is held to: their false alarms count together.
HELD = (ChangeType.POLARITY, ChangeType.NUMBER, ChangeType.DATE, ChangeType.ENTITY, ChangeType.ACTOR)
# The errors that some rule is made for; the others are printed to show what is not seen.
FLOORS = frozenset({
    "critical_id10_numbers_replaced", "critical_id8_negation", "critical_id9_ne_replaced", "critical_id11_gender",
    "major_id19_question",
})  # fmt: skip
HALVES = ("even", "odd")
PARTS = ("major", "all")


class Seen(NamedTuple):
    """The types of the changes that were named in a pair: the major ones, and all."""

    major: frozenset[ChangeType]
    all: frozenset[ChangeType]


def passage(text: str) -> Passage:
    """Return a whole text as a passage in direct speech."""
    sentence = Sentence(0, len(text), SentenceKind.SENTENCE, 0)
    return Passage("x.1", "x", 0, len(text), text, sentence, Presentation.DIRECT, "x", Evidence.CUE, 1.0, "")


def compared(reference: str, variant: str) -> Seen:
    """Return what is named between two texts."""
    found = changes(passage(reference), passage(variant), get("en"))
    return Seen(_types(change for change in found if change.severity is Severity.MAJOR), _types(found))


def _types(found: Iterable[Change]) -> frozenset[ChangeType]:
    return frozenset(change.type for change in found)


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@cache
def measured(folder: Path) -> dict[str, dict[str, list[Seen]]]:
    """Return what is seen in each half of the pairs, by the error; `clean` has none."""
    base = {row["id"]: row for row in _rows(folder / "base.jsonl")}
    found: dict[str, dict[str, list[Seen]]] = {half: defaultdict(list) for half in HALVES}
    for row in base.values():
        found[_half(row)]["clean"].append(compared(row["ref"], row["mt"]))
    for row in _rows(folder / "perturbed.jsonl"):
        if row["pert"] in RIGHT:
            found[_half(row)][row["pert"]].append(compared(base[row["id"]]["ref"], row["text"]))
    return found


def _half(row: dict[str, str]) -> str:
    return HALVES[int(row["id"]) % 2]


def _name(pert: str) -> str:
    return pert.partition("_id")[2].partition("_")[2].replace("_", " ")


def share(seen: list[Seen], types: Iterable[ChangeType], *, part: str = "major") -> float:
    """Return the share of pairs in which a change of one of *types* was named, 0–1."""
    wanted = set(types)
    hits = sum(not wanted.isdisjoint(getattr(one, part)) for one in seen)
    return hits / len(seen) if seen else 1.0


def tables(folder: Path) -> list[Table]:
    """Return how much of each error is caught by the right type, and the false alarms on clean pairs by type."""
    halves = measured(folder)
    caught = tuple(
        (
            _name(pert),
            *(figure(share(halves[half][pert], types, part=part)) for half in HALVES for part in PARTS),
            str(sum(len(halves[half][pert]) for half in HALVES)),
        )
        for pert, types in RIGHT.items()
    )
    named = Counter(kind for half in HALVES for seen in halves[half]["clean"] for kind in seen.all)
    sets = {kind.value: {kind} for kind in ChangeType if named[kind]}
    sets |= {"/".join(HELD): set(HELD), "any": set(ChangeType)}
    alarms = tuple(
        (name, *(figure(share(halves[half]["clean"], kinds, part=part)) for half in HALVES for part in PARTS))
        for name, kinds in sets.items()
    )
    head = ("even, major", "even, any", "odd, major", "odd, any")
    return [
        Table("Errors put in, and the share caught by the right type.", ("error", *head, "pairs"), caught),
        Table("False alarms: the share of clean pairs in which a type is named.", ("type", *head), alarms),
    ]


def floors(folder: Path) -> dict[str, float]:
    """Return the figures that must not fall, by name: what is caught, and the clean pairs without a false alarm."""
    halves = measured(folder).values()
    found = {
        f"meaning.{_name(pert)}": share([one for half in halves for one in half[pert]], types)
        for pert, types in RIGHT.items()
        if pert in FLOORS
    }
    clean = [one for half in halves for one in half["clean"]]
    return found | {
        "meaning.clean, held types": 1 - share(clean, HELD),
        "meaning.clean, all types": 1 - share(clean, ChangeType),
    }


def files(folder: Path) -> list[Path]:
    """Return the files that are measured on, present or not."""
    return [folder / "base.jsonl", folder / "perturbed.jsonl"]


def main() -> None:
    """Print the tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "bench" / "meaning"
    reason = missing(files(folder))
    print(reason or "\n".join(table.as_text() for table in tables(folder)))


if __name__ == "__main__":
    main()
