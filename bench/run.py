"""Runs commands in turn, again and again, and gives the median of what each whole process cost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

__all__ = ["Command", "Cost", "rounds"]

LAUNCH = Path(__file__).with_name("launch.py")


class Cost(NamedTuple):
    """What a command and all it started took: CPU seconds, and the largest memory of a process in MiB."""

    cpu: float
    memory: float


class Command(NamedTuple):
    """A command line, whose first word is a path.

    ``inside``: it prints the seconds that count. ``without``: a folder to remove first. ``status``: how it
    should end; 2 is how ours says that a file cannot be read.
    """

    line: list[str]
    inside: bool = False
    without: Path | None = None
    status: int = 0


def run(command: Command) -> Cost:
    """Runs a command to its end. Raises RuntimeError when it ends in another way: a failure is not fast."""
    if command.without and command.without.exists():
        shutil.rmtree(command.without)
    # Compiled modules are kept, as they are where the program is installed.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    launched = [sys.executable, "-I", "-S", str(LAUNCH), *command.line]
    done = subprocess.run(launched, env=kept, capture_output=True, check=True)
    before, _, last = done.stdout.rstrip().rpartition(b"\n")
    status, cpu, memory = last.split()
    if int(status) != command.status:
        said = done.stderr.decode("utf-8", "replace")[-1_000:]
        raise RuntimeError(f"exit status {int(status)}: {' '.join(command.line)[:500]}\n{said}")
    return Cost(float(before if command.inside else cpu), int(memory) / 1024)


def _say(what: str) -> None:
    """On a terminal, what is being done, in place of what was said before."""
    if sys.stderr.isatty():
        print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)


def rounds(commands: Mapping[str, Command], runs: int, *, warm_up: bool = True) -> dict[str, Cost]:
    """The median cost of each command, run in turn so that a busy moment hits all of them.

    With ``warm_up`` a first round is not counted: it fills the disk cache and compiles modules.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(runs + warm_up):
        for name, command in commands.items():
            _say(f"round {number}: {name}")
            cost = run(command)
            if number or not warm_up:
                costs[name].append(cost)
    _say("")
    return {
        name: Cost(median(c.cpu for c in found), median(c.memory for c in found))
        for name, found in costs.items()
    }
