"""Prints what the program costs beside something everybody knows; whole processes, in turn, medians.

Ratios say more than seconds: they hold on another machine. Run it as ``make bench``.
"""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

from inputs import MADE, PROGRAM, far_cell, formatted_rows, mistaken_workbook, workbook

RUNS = 9
# What must not be loaded only to print help: each costs more than the rest of the start-up together.
SLOW_MODULES = ("babel", "jinja2", "numpy", "openpyxl", "pandas", "xlsxwriter")

# The least that reading a workbook can cost: every part inflated and parsed, and nothing done with it.
FLOOR = """
import sys, zipfile
from xml.parsers import expat
with zipfile.ZipFile(sys.argv[1]) as file:
    for name in file.namelist():
        parser = expat.ParserCreate()
        with file.open(name) as part:
            while piece := part.read(65536):
                parser.Parse(piece, False)
"""
READ = "import sys; from mijlpalen_xlsx.sheets import open_workbook; open_workbook(sys.argv[1])"

Command = list[str]


class Cost(NamedTuple):
    """What one process took: user and system time in seconds, largest memory in MiB."""

    cpu: float
    memory: float


class Measure(NamedTuple):
    """A command beside the one it is compared with, and the ratio that is promised at most."""

    name: str
    ours: Command
    beside: Command
    at_most: float


def measures() -> list[Measure]:
    """All comparisons, with the workbooks they need."""
    nothing = [sys.executable, "-c", "pass"]
    plan = str(workbook(60))
    mistakes = str(mistaken_workbook(500))
    outputs = ["-o", str(MADE / "rapport.html"), "--marked", str(MADE / "met-opmerkingen.xlsx")]
    check = "import sys; from mijlpalen_xlsx import check; check(sys.argv[1])"
    load = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"
    return [
        Measure("--help / python -c pass", [str(PROGRAM), "--help"], nothing, 6),
        Measure("import mijlpalen_xlsx / pass", [sys.executable, "-c", "import mijlpalen_xlsx"], nothing, 2),
        Measure(
            "check of 60 rows / load_workbook",
            [str(PROGRAM), "check", plan, "--fail-on", "never"],
            [sys.executable, "-c", load, plan],
            1.5,
        ),
        # Once for the check that both do, and less than twice that for what is made of it.
        Measure(
            "2,000 findings: page, marked / check",
            [str(PROGRAM), "check", mistakes, *outputs, "--force", "--fail-on", "never"],
            [sys.executable, "-c", check, mistakes],
            3,
        ),
        *(beside_floor(name, str(path)) for name, path in odd_workbooks()),
    ]


def odd_workbooks() -> list[tuple[str, Path]]:
    """Workbooks that cost others gigabytes or minutes."""
    return [("one far cell", far_cell()), ("a million formatted rows", formatted_rows())]


def beside_floor(name: str, path: str) -> Measure:
    """Reading one workbook, beside inflating and parsing its parts without doing anything."""
    python = sys.executable
    return Measure(f"{name} / floor", [python, "-c", READ, path], [python, "-c", FLOOR, path], 3)


def run(command: Command) -> Cost:
    """Runs a command to its end. Raises RuntimeError when it fails: a failure is not fast."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # or Popen would wait for it again
    if process.returncode:
        raise RuntimeError(f"exit status {process.returncode}: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def middle(costs: list[Cost]) -> Cost:
    """The median time and the median memory."""
    return Cost(median(cost.cpu for cost in costs), median(cost.memory for cost in costs))


def compare(measure: Measure) -> tuple[Cost, Cost]:
    """Median costs of both commands, run in turn so that a busy moment hits both."""
    ours: list[Cost] = []
    beside: list[Cost] = []
    for _ in range(RUNS):
        beside.append(run(measure.beside))
        ours.append(run(measure.ours))
    return middle(ours), middle(beside)


def loaded_for_help() -> list[str]:
    """Slow modules that ``--help`` loads; there should be none."""
    code = (
        "import sys\n"
        "from mijlpalen_xlsx.cli import main\n"
        "sys.argv = ['mijlpalen-xlsx', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return sorted(set(SLOW_MODULES) & set(process.stderr.split()))


def machine() -> str:
    """The machine in a few words, for whoever reads the figures elsewhere."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text("utf-8").splitlines() if cpuinfo.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    processor = next(named, platform.machine())
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} × {processor}"


def main() -> None:
    """Measures and prints the table; exit status 1 when ``--help`` loads what it should not."""
    print(f"{machine()}; {RUNS} runs in turn, medians, whole processes\n")
    print(f"{'measure':<37}{'ratio':>7}{'at most':>9}{'CPU ms':>9}{'beside':>8}{'MiB':>7}{'beside':>8}")
    for measure in measures():
        ours, beside = compare(measure)
        print(
            f"{measure.name:<37}{ours.cpu / beside.cpu:>7.2f}{measure.at_most:>9.2f}{ours.cpu * 1000:>9.0f}"
            f"{beside.cpu * 1000:>8.0f}{ours.memory:>7.1f}{beside.memory:>8.1f}"
        )
    # A child starts as a copy of this process, so the system never reports less memory than it has itself.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nmemory below {own:.1f} MiB, that of the benchmark itself, does not show")
    slow = loaded_for_help()
    print(f"slow modules loaded for --help: {', '.join(slow) or 'none'}")
    if slow:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
