from __future__ import annotations

import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from quotetrace.cli.app import program, run
from quotetrace.cli.environment import Environment
from quotetrace.errors import ExitStatus

ROOT = Path(__file__).parents[1]


def _commands(command: click.Command, name: str) -> list[tuple[str, click.Command]]:
    found = [(name, command)]
    if isinstance(command, click.Group):
        for part, sub in command.commands.items():
            found += _commands(sub, f"{name} {part}")
    return found


def test_the_documents_match_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("name", "command"), _commands(program, "quotetrace"))
def test_every_command_has_an_example_that_calls_it(name: str, command: click.Command) -> None:
    assert re.search(rf"Example:\n\s+{name}", command.help or "")


@pytest.mark.parametrize(
    "document", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "corpus/README.md", "docs/annotating.md"]
)
def test_links_inside_the_project_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [target for target in targets if not ((ROOT / document).parent / target).exists()] == []


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    leaves = [name for name, command in _commands(program, "quotetrace") if not isinstance(command, click.Group)]
    assert [name for name in leaves if name not in text] == []


def test_every_module_of_the_package_is_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    package = ROOT / "src" / "quotetrace"
    parts = {path.name for path in package.iterdir() if path.suffix == ".py" and not path.name.startswith("__")}
    parts |= {f"{path.name}/" for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert sorted(part for part in parts if f"`{part}`" not in text) == []


def test_every_example_of_the_help_runs(tmp_path: Path) -> None:
    failed = []
    for name, command in _commands(program, "quotetrace"):
        for line in re.findall(r"^ +(quotetrace .*)$", command.help or "", re.MULTILINE):
            if "articles/" in line or "-- -word" in line:  # a folder of the reader's own, a word nobody has said
                continue
            surroundings = Environment(io.StringIO(), io.StringIO(), {}, tmp_path, 80, terminal=False)
            status = run(shlex.split(line)[1:], surroundings)
            if status not in (ExitStatus.DONE, *([ExitStatus.ERROR] if "--exit-code" in line else [])):
                failed.append((name, line, status))
    assert failed == []
