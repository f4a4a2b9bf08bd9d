"""Prints what the program costs beside something everybody knows; ``--page`` writes docs/performance.md too.

Ratios say more than seconds: they hold on another machine. Run it as ``make bench``.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import resource
import subprocess
import sys
from datetime import date

from inputs import MADE
from measures import RESULTS, groups
from page import HISTORY, PAGE, Measured, page
from run import Cost, rounds

RUNS, FILES, MANY = 9, 500, 5_000
ONCE = ("memory",)  # memory does not depend on what else the machine does
LONG = ("growing",)  # minutes for a round
# What must not be loaded only to print help: each costs more than the rest of the start-up together.
SLOW_MODULES = ("babel", "jinja2", "numpy", "openpyxl", "pandas", "xlsxwriter")


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
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} × {platform.machine()}"


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="rounds of every group")
    parser.add_argument("--long-runs", type=int, default=RUNS, help=f"rounds of {', '.join(LONG)}")
    parser.add_argument("--files", type=int, default=FILES, help="workbooks in the folder")
    parser.add_argument("--many", type=int, default=MANY, help="workbooks in the folder for memory")
    parser.add_argument("--only", nargs="*", help=f"groups; else all of {', '.join(groups(0, 0))}")
    parser.add_argument("--page", action="store_true", help="write docs/performance.md and its history")
    return parser.parse_args()


def measure(options: argparse.Namespace) -> tuple[dict[str, Cost], list[Measured]]:
    """All costs, and the results that follow. Each group's costs are kept: the whole takes long."""
    MADE.mkdir(exist_ok=True)
    costs: dict[str, Cost] = {}
    for group, made in groups(options.files, options.many).items():
        kept = MADE / f"costs-{group}.json"
        if options.only is None or group in options.only:
            times = 1 if group in ONCE else options.long_runs if group in LONG else options.runs
            kept.write_text(json.dumps(rounds(made(), times)))
        elif not kept.exists():
            continue
        found = {name: Cost(*cost) for name, cost in json.loads(kept.read_text()).items()}
        costs.update({name: cost for name, cost in found.items() if name not in costs or group == "growing"})
    measured = []
    for result in RESULTS:
        try:
            measured.append(Measured(result, result.value(costs)))
        except KeyError:  # its group was not asked for
            continue
    return costs, measured


def main() -> None:
    """Measures and prints the table; exit status 1 when ``--help`` loads what it should not."""
    options = asked()
    costs, measured = measure(options)
    about = f"{machine()}; {options.runs} runs in turn in each group, medians, CPU of whole processes"
    if "check 20000" in costs:
        about += f"; {options.long_runs} of growth"
    if "summary" in costs:
        about += f"; a folder of {options.files} workbooks"
    if "many files" in costs:
        about += f"; for memory {options.many:,}"
    slow = loaded_for_help()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{about}\n")
    for one in measured:
        print(one.line())
    for name, cost in costs.items():
        print(f"  {name:<20}{cost.cpu * 1000:>10.0f} ms{cost.memory:>8.1f} MiB")
    # A child starts as a copy of this process, so the system never reports less memory than it has itself.
    print(f"\nmemory below {own:.1f} MiB, that of the benchmark itself, does not show")
    print(f"slow modules loaded for --help: {', '.join(slow) or 'none'}")
    if options.page:
        remember(measured)
        PAGE.write_text(page(about, measured, costs), encoding="utf-8")
    if slow:
        raise SystemExit(1)


def remember(measured: list[Measured]) -> None:
    """Add the results to the history, a line each; one day has one set."""
    today = date.today().isoformat()
    old = list(csv.reader(HISTORY.read_text("utf-8").splitlines())) if HISTORY.exists() else []
    kept = [row for row in old[1:] if row[0] != today]
    new = [[today, one.result.name, f"{one.value:.3g}", one.result.unit] for one in measured]
    with HISTORY.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([["date", "measure", "value", "unit"], *kept, *new])


if __name__ == "__main__":
    main()
