"""Write what the documentation shows of the program: `commands.md` from the help, `find.svg` from a real run.

python docs/generate.py           rewrite both
python docs/generate.py --check   exit with 1 if either no longer matches
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from quotetrace.cli.app import program, run
from quotetrace.cli.environment import Environment

HERE = Path(__file__).parent
HELP_COLUMNS = 80
PICTURE_COLUMNS = 104
PICTURE_LINES = 24

# rich's own frame, without its web fonts: a picture in a README must not fetch anything.
_SVG = """<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px;
line-height: {line_height}px; white-space: pre; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def commands() -> str:
    """Return the help of all commands as Markdown."""
    parts = ["# Commands\n\nThis is what `quotetrace COMMAND --help` prints; `python docs/generate.py` rewrites it.\n"]
    parts += [f"\n## {name}\n\n```text\n{text}```\n" for name, text in _helps(program, "quotetrace")]
    return "".join(parts)


def _helps(command: click.Command, name: str) -> list[tuple[str, str]]:
    context = click.Context(command, info_name=name, terminal_width=HELP_COLUMNS, help_option_names=["-h", "--help"])
    found = [(name, f"{command.get_help(context)}\n")]
    if isinstance(command, click.Group):
        for part in sorted(command.commands):
            found += _helps(command.commands[part], f"{name} {part}")
    return found


def picture() -> str:
    """Return a terminal with `quotetrace find menu` on the bundled corpus as SVG."""
    shown = _output(["find", "menu", "--format", "table", "--color", "--corpus", str(HERE.parent / "corpus")])
    lines = shown.splitlines()[:PICTURE_LINES]
    console = Console(record=True, width=PICTURE_COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(['$ quotetrace find "menu"', *lines])))
    return console.export_svg(title="quotetrace", code_format=_SVG, unique_id="find")


def _output(arguments: list[str]) -> str:
    out = io.StringIO()
    surroundings = Environment(
        stdout=out, stderr=io.StringIO(), variables={}, folder=HERE.parent, width=PICTURE_COLUMNS, terminal=False
    )
    run(arguments, surroundings)
    return out.getvalue()


def main() -> int:
    """Rewrite or check the files; return the exit code."""
    made = {HERE / "commands.md": commands(), HERE / "find.svg": picture()}
    if "--check" in sys.argv[1:]:
        stale = [path for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
        for path in stale:
            print(f"{path.name} no longer matches the program; run: python docs/generate.py")  # noqa: T201
        return 1 if stale else 0
    for path, text in made.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
