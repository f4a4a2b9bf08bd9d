"""What is measured: commands in groups that run in turn, and the numbers that follow from their costs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from inputs import (
    MADE,
    PROGRAM,
    brochure,
    calls_of,
    folder,
    lean_program,
    mistaken_workbook,
    odd_file,
    plan_data,
    small_folder,
    workbook,
)  # fmt: skip
from odd import ODD
from run import Command, Cost

__all__ = ["FULL", "GROUPS", "QUICK", "REFUSED", "RESULTS", "Group", "Result", "Sizes"]

Costs = Mapping[str, Cost]

SMALL = 12
"""Milestones in each workbook of the folders of which only the memory is compared."""
REFUSED = "a million rows of 45"
"""The one odd file that is over a limit: it is refused as it comes, and read with the limits lifted too."""
LIFTED = f"{REFUSED}, no limits"


class Sizes(NamedTuple):
    """How much is measured: workbooks in the folder, in the two of which memory is compared, and rounds."""

    folder: int
    few: int
    many: int
    runs: int


FULL = Sizes(500, 500, 5_000, 7)
QUICK = Sizes(20, 20, 100, 1)


class Result(NamedTuple):
    """A number with what is promised at most and what is aimed at; ``unit`` is × or MiB."""

    name: str
    value: Callable[[Costs], float]
    at_most: float
    aim: float | None = None
    unit: str = "×"


def _ratio(name: str, ours: str, beside: str, at_most: float, aim: float | None = None) -> Result:
    return Result(name, lambda costs: costs[ours].cpu / costs[beside].cpu, at_most, aim)


def _memory(name: str, of: str, at_most: float, aim: float | None = None) -> Result:
    return Result(name, lambda costs: costs[of].memory, at_most, aim, "MiB")


def _more_memory(name: str, command: str) -> Result:
    def value(costs: Costs) -> float:
        return costs[f"{command} many files"].memory - costs[f"{command} few files"].memory

    return Result(name, value, 5, 1, "MiB")


def _growth(costs: Costs) -> float:
    """CPU for each row more between the two largest files, over that between the two smallest."""
    large = (costs["grow 20000"].cpu - costs["grow 5000"].cpu) / 15_000
    return large / ((costs["grow 500"].cpu - costs["grow 50"].cpu) / 450)


def _worst_odd(costs: Costs) -> float:
    return max(costs[f"read {name}"].cpu / costs[f"floor {name.removesuffix(', no limits')}"].cpu
               for name in (*ODD, LIFTED))  # fmt: skip


def _largest(command: str) -> Callable[[Costs], float]:
    return lambda costs: max(costs[f"{command} {name}"].memory for name in ODD)


RESULTS = (
    _ratio("`--help` / `python -c pass`", "help", "pass", 6, 4.5),
    _ratio("`import mijlpalen_xlsx` / pass", "import", "pass", 2, 1.3),
    _ratio("`check` of 60 rows / bare `load_workbook`", "check 60", "load 60", 0.35, 0.22),
    _ratio("the same, without numpy and lxml", "lean check 60", "lean load 60", 0.65, 0.42),
    _ratio("`check` of 5,000 rows / openpyxl full read", "check 5000", "full 5000", 0.25, 0.15),
    _ratio("`check` of 5,000 rows / floor", "check 5000", "floor 5000", 6, 4),
    _ratio("warm `read` of 500 rows / openpyxl full read", "warm read", "warm full", 0.20, 0.13),
    Result("growth: CPU per row, 5,000 to 20,000 over 50 to 500", _growth, 1.25, 1.1),
    _memory("peak memory of `check`, 60 rows", "check 60", 36, 20),
    _memory("peak memory of `check`, 5,000 rows", "check 5000", 90, 45),
    _ratio("folder: `summary --jobs 1` / openpyxl full reads", "summary", "full folder", 0.22, 0.13),
    _ratio("folder: `summary --jobs 1` / floors", "summary", "floor folder", 5, 2.6),
    _ratio("two workers: CPU of all processes / one", "summary 2 jobs", "summary", 1.35, 1.15),
    _ratio("second run with `--cache` / first", "second", "first", 0.10, 0.05),
    _more_memory("`summary`: memory over many files minus over few", "summary"),
    Result("odd files: reading / floor, the worst", _worst_odd, 3, 2),
    Result("odd files: memory of reading, the largest", _largest("read"), 64, 24, "MiB"),
    Result("odd files: memory of `check`, the largest", _largest("check"), 64, unit="MiB"),
    _ratio("template of 10 × 60 / XlsxWriter, the same calls", "template", "replay", 1.4, 1.2),
    _ratio("2,000 findings: page and marked copy / check", "page and marked", "check API", 3),
)


def _beside(way: str, *paths: Path, inside: bool = False) -> Command:
    return _script("beside.py", way, *paths, inside=inside)


def _script(name: str, *words: str | Path, inside: bool = False) -> Command:
    script = Path(__file__).with_name(name)
    return Command([sys.executable, str(script), *map(str, words)], inside)


def _python(code: str, *words: str | Path) -> Command:
    return Command([sys.executable, "-c", code, *map(str, words)])


def _ours(*words: str | Path, without: Path | None = None, status: int = 0) -> Command:
    return Command([str(PROGRAM), *map(str, words)], without=without, status=status)


def _check(path: Path, status: int = 0) -> Command:
    return _ours("check", path, "--fail-on", "never", status=status)


def _steps(rows: int) -> dict[str, Command]:
    """All ways of reading one file, ours step by step."""
    plan = workbook(rows)
    ways = {"floor": "floor", "load": "load", "full": "full", "pandas openpyxl": "pandas_openpyxl",
            "pandas calamine": "pandas_calamine", "calamine": "calamine", "read": "ours"}  # fmt: skip
    return {
        f"check {rows}": _check(plan),
        **{f"{name} {rows}": _beside(way, plan) for name, way in ways.items()},
    }


def _small(_: Sizes) -> dict[str, Command]:
    plan, lean = workbook(60), lean_program()
    blank = MADE / "blank.xlsx"
    return {
        "pass": _python("pass"),
        "help": _ours("--help"),
        "import": _python("import mijlpalen_xlsx"),
        "explain": _ours("explain", "M201"),
        "format": _ours("format"),
        "blank template": _ours("template", blank, "--force"),
        **_steps(60),
        "lean check 60": Command([str(lean), *_check(plan).line[1:]]),
        "lean load 60": Command([str(lean.with_name("python")), *_beside("load", plan).line[1:]]),
    }


def _warm(_: Sizes) -> dict[str, Command]:
    plan = workbook(500)
    return {
        "warm read": _beside("warm-ours", plan, inside=True),
        "warm full": _beside("warm-full", plan, inside=True),
        "warm floor": _beside("warm-floor", plan, inside=True),
    }


def _large(_: Sizes) -> dict[str, Command]:
    return _steps(5_000)


def _brochure(_: Sizes) -> dict[str, Command]:
    tables = brochure()
    return {
        "check brochure": _check(tables),
        "full brochure": _beside("full", tables),
        "floor brochure": _beside("floor", tables),
    }


def _growing(_: Sizes) -> dict[str, Command]:
    return {f"grow {rows}": _check(workbook(rows)) for rows in (50, 500, 5_000, 20_000)}


def _folder(sizes: Sizes) -> dict[str, Command]:
    place = folder(sizes.folder)
    files, kept = sorted(place.glob("*.xlsx")), MADE / "cache"
    words = ("--by", "region")
    return {
        "summary of one": _ours("summary", files[0], *words, "--jobs", "1"),
        "summary": _ours("summary", place, *words, "--jobs", "1"),
        "full folder": _beside("full", *files),
        "floor folder": _beside("floor", *files),
        "summary 2 jobs": _ours("summary", place, *words, "--jobs", "2"),
        "first": _ours("summary", place, *words, "--jobs", "1", "--cache", kept, without=kept),
        "second": _ours("summary", place, *words, "--jobs", "1", "--cache", kept),
    }


def _memory_of(sizes: Sizes) -> dict[str, Command]:
    words = ("--by", "light", "--jobs", "1")
    return {
        "summary few files": _ours("summary", small_folder(sizes.few, SMALL), *words),
        "summary many files": _ours("summary", small_folder(sizes.many, SMALL), *words),
    }


def _odd(_: Sizes) -> dict[str, Command]:
    files = {name: odd_file(name) for name in ODD}
    return {
        **{f"floor {name}": _beside("floor", file) for name, file in files.items()},
        **{f"read {name}": _beside("sheets", file) for name, file in files.items()},
        **{f"check {name}": _check(file, 2 if name == REFUSED else 0) for name, file in files.items()},
        f"read {LIFTED}": _beside("unlimited", files[REFUSED]),
    }


def _written(_: Sizes) -> dict[str, Command]:
    made = MADE / "made-again.xlsx"
    return {
        "template": _ours("template", "--from", plan_data(600), made, "--force"),
        "replay": _script("replay.py", "write", calls_of(600), MADE / "replayed.xlsx"),
    }


def _found(_: Sizes) -> dict[str, Command]:
    mistakes = mistaken_workbook(500)
    outputs = ("-o", MADE / "rapport.html", "--marked", MADE / "met-opmerkingen.xlsx", "--force")
    return {
        "page and marked": _ours("check", mistakes, *outputs, "--fail-on", "never"),
        "check API": _python("import sys; from mijlpalen_xlsx import check; check(sys.argv[1])", mistakes),
    }


class Group(NamedTuple):
    """Commands that run in turn with each other.

    ``long``: without a first round that does not count. ``once``: memory only, which does not depend on
    what else the machine does.
    """

    commands: Callable[[Sizes], dict[str, Command]]
    long: bool = False
    once: bool = False


GROUPS = {
    "small": Group(_small),
    "warm": Group(_warm),
    "brochure": Group(_brochure),
    "found": Group(_found),
    "written": Group(_written),
    "large": Group(_large, long=True),
    "growing": Group(_growing, long=True),
    "odd": Group(_odd, long=True),
    "folder": Group(_folder, long=True),
    "memory": Group(_memory_of, long=True, once=True),
}
