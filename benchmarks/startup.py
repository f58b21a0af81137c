"""Measure how long the program takes to start and to answer, beside Python and one import.

    python benchmarks/startup.py [RUNS]

Everything is warm: one round is not counted. The commands take turns, so that what else the machine does hits all
alike; the median of RUNS (15 by default) is shown, and its ratio to `python -c "import rich"`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from statistics import median

from tables import Table

RUNS = 15
PROGRAM = str(Path(sysconfig.get_path("scripts"), "quotetrace"))
UNIT = 'python -c "import rich"'
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    UNIT: [sys.executable, "-c", "import rich"],
    'python -c "import rich.console, rich.table"': [sys.executable, "-c", "import rich.console, rich.table"],
    "quotetrace --version": [PROGRAM, "--version"],
    'quotetrace find "menu"': [PROGRAM, "find", "menu"],
    'quotetrace --format table find "menu"': [PROGRAM, "--format", "table", "find", "menu"],
}


def seconds(command: list[str], folder: str) -> float:
    """Return how long one run takes; it must end well."""
    environment = {key: value for key, value in os.environ.items() if key != "QUOTETRACE_CORPUS"}
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def table(runs: int = RUNS) -> Table:
    """Return the medians and their ratios."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(runs + 1):
            for name, command in COMMANDS.items():
                taken = seconds(command, folder)
                if turn:
                    times[name].append(taken)
    unit = median(times[UNIT])
    rows = tuple(
        (f"`{name}`", f"{median(taken):.3f}", f"{min(taken):.3f}", f"{median(taken) / unit:.1f}")
        for name, taken in times.items()
    )
    return Table(f"Median of {runs} runs, warm.", ("command", "seconds", "fastest", f"× `{UNIT}`"), rows)


def main() -> None:
    """Print the table."""
    print(table(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS).as_text())


if __name__ == "__main__":
    main()
