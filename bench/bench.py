"""Prints what the program costs beside something everybody knows, and writes that in docs/.

Ratios say more than seconds: they hold on another machine. Run it as ``make bench`` when nothing else runs;
``make bench BENCH=--quick`` tells in minutes whether all of it still works, and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from inputs import MADE, forget_older
from measures import FULL, GROUPS, QUICK, Sizes
from page import HISTORY, PAGE, SCALE, Run, page, results, scale
from run import Cost, rounds

TOP = Path(__file__).parent.parent
KEPT = MADE / "costs.json"
GUARD = "tests/test_start_up.py"
"""What must not be loaded by which command."""


def machine() -> str:
    """The machine in a few words, for whoever reads the figures elsewhere, and how busy it was."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()} ({os.cpu_count()} cores, {memory:.0f} GiB), {platform.system()}, "
        f"Python {platform.python_version()}, load at the start {os.getloadavg()[0]:.1f}"
    )


def _processor() -> str:
    try:
        said = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    named = [line.partition(":")[2].strip() for line in said.splitlines() if line.startswith("model name")]
    return f"{platform.machine()} {named[0]}" if named else platform.machine()


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small folders, one round: does all of it run?")
    parser.add_argument("--only", nargs="+", choices=GROUPS, help="these groups; no page is written")
    parser.add_argument("--runs", type=int, help=f"rounds of every group, else {FULL.runs}")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was broken off")
    return parser.parse_args()


def _begun(sizes: Sizes, resume: bool) -> dict[str, Any]:
    """What a run keeps while it goes on; with ``resume`` that of the last one of the same sizes."""
    if resume and KEPT.exists():
        kept: dict[str, Any] = json.loads(KEPT.read_text("utf-8"))
        if kept["sizes"] == list(sizes):
            return kept
    began = datetime.now().isoformat(" ", "minutes")
    return {"began": began, "machine": machine(), "sizes": list(sizes), "groups": {}}


def measure(sizes: Sizes, only: list[str] | None, kept: dict[str, Any], *, keep: bool) -> Run:
    """All groups in turn; after each one what is known so far is written down, for the whole takes long."""
    for name, group in GROUPS.items():
        if (only and name not in only) or name in kept["groups"]:
            continue
        commands, begin = group.commands(sizes), time.monotonic()
        runs = 1 if group.once else sizes.runs
        kept["groups"][name] = rounds(commands, runs, warm_up=runs > 1 and not group.long)
        print(f"{name}: {time.monotonic() - begin:.0f} s", file=sys.stderr)
        if keep:
            KEPT.write_text(json.dumps(kept), "utf-8")
    costs = {name: Cost(*cost) for group in kept["groups"].values() for name, cost in group.items()}
    return Run(kept["began"], kept["machine"], sizes, costs)


def remember(run: Run) -> None:
    """Add the results to the history, a line each."""
    old = list(csv.reader(HISTORY.read_text("utf-8").splitlines()))[1:] if HISTORY.exists() else []
    kept = [row for row in old if row[0] != run.began]
    new = [
        [run.began, one.result.name, f"{one.value:.3g}", one.result.unit]
        for one in results(run.costs)
        if one.value is not None
    ]
    with HISTORY.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([["date", "measure", "value", "unit"], *kept, *new])


def main() -> None:
    """Measures, prints, and writes the pages when all was measured in full; exit status of the guard."""
    options = asked()
    sizes = QUICK if options.quick else FULL
    sizes = sizes._replace(runs=options.runs or sizes.runs)
    forget_older()
    whole = not options.quick and not options.only
    run = measure(sizes, options.only, _begun(sizes, options.resume and whole), keep=whole)
    for one in results(run.costs):
        if one.value is not None or whole:
            print(one.line())
    for name, cost in run.costs.items():
        print(f"  {name:<36}{cost.cpu * 1000:>10.0f} ms{cost.memory:>8.1f} MiB")
    if whole:
        if sizes.runs >= FULL.runs:  # a trial is no history
            remember(run)
        PAGE.write_text(page(run), "utf-8")
        SCALE.write_text(scale(SCALE.read_text("utf-8"), run), "utf-8")
        print(f"written: {PAGE.relative_to(TOP)}, {HISTORY.name}, {SCALE.name}")
    guard = [sys.executable, "-m", "pytest", "-q", GUARD]
    raise SystemExit(subprocess.run(guard, cwd=TOP, check=False).returncode)


if __name__ == "__main__":
    main()
