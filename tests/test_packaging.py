"""What an installation brings, and what it is pinned to."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = [
    line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in requirements}


def test_constraints_are_names_and_versions_and_nothing_else() -> None:
    assert [line for line in PINNED if not re.fullmatch(r"[a-z0-9][a-z0-9-]*==[\w.]+", line)] == []
    assert sorted(PINNED, key=lambda line: line.split("==")[0]) == PINNED


def test_every_direct_dependency_is_pinned() -> None:
    direct = names(PROJECT["dependencies"])
    for extra in PROJECT["optional-dependencies"].values():
        direct |= names(extra)
    assert direct - names(PINNED) == set()


def test_the_default_installation_stays_small() -> None:
    """A package more is a decision: .ci/run measures what it weighs."""
    assert names(PROJECT["dependencies"]) == {"click", "pyyaml", "rapidfuzz", "rich", "snowballstemmer"}
