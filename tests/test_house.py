"""The house rules that every module keeps: which way imports point, what names do not occur, how long files are."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import quotetrace

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(quotetrace.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 300

# From the top down. A module or package may import those of its own layer and of the layers below.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"render", "export"},
    {"evaluation"},
    {"search", "compare", "addresses", "speakers"},
    {"collation"},
    {"tracing"},
    {"matching", "changes"},
    {"changing"},
    {"word_diff"},
    {"passages", "quotations"},
    {"speech", "word_alignment", "word_order"},
    {"people", "numbers", "sentences"},
    {"splitting"},
    {"corpus", "reading"},
    {"languages", "nearest"},
    {"text"},
    {"model", "errors"},
)  # fmt: skip
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def name_of(path: Path) -> str:
    """Return the dotted name within the package: `matching.scoring`, or `` for the package itself."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {name_of(path): path for path in FILES}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, those for type checking too."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the layer"
            module = node.module or ""
            yield from (
                f"{module}.{alias.name}" if f"{module}.{alias.name}".partition(".")[2] in MODULES else module
                for alias in node.names
            )


def imported_here(path: Path) -> set[str]:
    """Return the dotted names of the package's own modules that a module imports."""
    own = (name.partition(".") for name in imports(path))
    return {rest for package, _, rest in own if package == "quotetrace" and rest}


def imported_elsewhere(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)} - {"quotetrace"}


each_module = pytest.mark.parametrize("name", [name for name in MODULES if name])


@each_module
def test_every_module_has_a_layer(name: str) -> None:
    assert name.partition(".")[0] in RANK


@each_module
def test_imports_point_downwards(name: str) -> None:
    home = name.partition(".")[0]
    upwards = {other for other in imported_here(MODULES[name]) if RANK[other.partition(".")[0]] < RANK[home]}
    assert upwards == set()


def test_renderers_and_exporters_do_not_know_each_other() -> None:
    for name, path in MODULES.items():
        others = {other.partition(".")[0] for other in imported_here(path)}
        assert not (name.startswith("render") and "export" in others)
        assert not (name.startswith("export") and "render" in others)


def test_no_modules_import_each_other_in_a_circle() -> None:
    left = {name: imported_here(path) - {name} for name, path in MODULES.items()}
    # A package whose languages are its submodules is imported by them for the record that they fill in.
    left["languages"] = left["languages"] - {"languages.en"}
    while left:
        leaves = {name for name, below in left.items() if not below & left.keys()}
        assert leaves, f"in a circle: {sorted(left)}"
        left = {name: below for name, below in left.items() if name not in leaves}


@pytest.mark.parametrize(("package", "only_under"), [("rich", "render"), ("click", "cli")])
def test_a_library_of_one_layer_is_imported_there_alone(package: str, only_under: str) -> None:
    importers = {name for name, path in MODULES.items() if package in runtime_imports(path)}
    assert importers
    assert {name for name in importers if name.partition(".")[0] != only_under} == set()


def runtime_imports(path: Path) -> set[str]:
    """Return the packages that a module imports when it runs: those for type checking left out."""
    guarded = {
        id(inner)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("name", ["model", "errors"])
def test_the_records_and_the_errors_need_the_standard_library_only(name: str) -> None:
    assert imported_elsewhere(MODULES[name]) <= sys.stdlib_module_names
    assert imported_here(MODULES[name]) == set()


@each_module
def test_no_module_knows_the_first_corpus(name: str) -> None:
    text = MODULES[name].read_text(encoding="utf-8")
    if name.startswith("cli."):
        text = re.sub(r"(?m)^ +quotetrace .*$", "", text)  # examples in the help
    assert re.findall(r"(?i)lavrov|blinken|sputnik|stoltenberg|astana", text) == []


def public(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{prefix}{node.name}.")


@each_module
def test_every_public_name_has_a_docstring(name: str) -> None:
    tree = tree_of(MODULES[name])
    assert ast.get_docstring(tree)
    without = [
        label
        for label, node in public(tree.body)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not ast.get_docstring(node)
    ]
    assert without == []


@each_module
def test_no_module_is_long(name: str) -> None:
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= MOST_LINES
