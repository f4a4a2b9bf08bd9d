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


class Cost(NamedTuple):
    """What a command and all it started took: CPU seconds, and the largest memory of a process in MiB."""

    cpu: float
    memory: float


class Command(NamedTuple):
    """A command line. ``inside``: it prints the seconds that count. ``without``: a folder to remove first."""

    line: list[str]
    inside: bool = False
    without: Path | None = None


def run(command: Command) -> Cost:
    """Runs a command to its end. Raises RuntimeError when it fails: a failure is not fast."""
    if command.without and command.without.exists():
        shutil.rmtree(command.without)
    # Compiled modules are kept, as they are where the program is installed.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    out = subprocess.PIPE if command.inside else subprocess.DEVNULL
    process = subprocess.Popen(command.line, stdout=out, stderr=subprocess.DEVNULL, env=kept)
    said = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # or Popen would wait for it again
    if process.returncode:
        raise RuntimeError(f"exit status {process.returncode}: {' '.join(command.line)}")
    cpu = float(said) if command.inside else usage.ru_utime + usage.ru_stime
    return Cost(cpu, usage.ru_maxrss / 1024)


def rounds(commands: Mapping[str, Command], runs: int) -> dict[str, Cost]:
    """The median cost of each command, run in turn so that a busy moment hits all of them.

    A first round is not counted: it fills the disk cache and compiles modules.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(runs + 1 if runs > 1 else 1):
        for name, command in commands.items():
            cost = run(command)
            if number or runs == 1:
                costs[name].append(cost)
        print(f"\r{', '.join(commands)[:70]}: {number}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return {
        name: Cost(median(c.cpu for c in found), median(c.memory for c in found))
        for name, found in costs.items()
    }
