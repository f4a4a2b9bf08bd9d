"""What is measured: commands in groups that run in turn, and the numbers that follow from their costs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from inputs import (
    MADE,
    PROGRAM,
    calls_of,
    far_cell,
    folder,
    formatted_rows,
    mistaken_workbook,
    workbook,
)  # fmt: skip
from run import Command, Cost

__all__ = ["RESULTS", "Result", "groups"]

Costs = Mapping[str, Cost]

FEW, SMALL = 500, 12
"""Files in the smaller folder of which the memory is compared, and the milestones in each."""


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


def _growth(costs: Costs) -> float:
    """CPU for each row more between the two largest files, over that between the two smallest."""
    large = (costs["check 20000"].cpu - costs["check 5000"].cpu) / 15_000
    return large / ((costs["check 500"].cpu - costs["check 50"].cpu) / 450)


RESULTS = (
    _ratio("`--help` / `python -c pass`", "help", "pass", 6, 4.5),
    _ratio("`import mijlpalen_xlsx` / pass", "import", "pass", 2, 1.3),
    _ratio("`check` of 60 rows / bare `load_workbook`", "check 60", "load 60", 0.35, 0.22),
    _ratio("the same, without numpy and lxml", "check 60", "lean 60", 0.65, 0.42),
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
    Result(
        "memory over many files minus over 500",
        lambda costs: costs["many files"].memory - costs["few files"].memory, 5, 1, "MiB",
    ),
    _ratio("one far cell / floor", "far cell", "far cell floor", 3, 2),
    _memory("memory of one far cell", "far cell", 64, 24),
    _ratio("a million formatted rows / floor", "formatted", "formatted floor", 3, 2),
    _memory("memory of a million formatted rows", "formatted", 64, 24),
    _ratio("template of 10 × 60 / XlsxWriter, the same calls", "template", "replay", 1.4, 1.2),
    _ratio("2,000 findings: page and marked copy / check", "page and marked", "check API", 3),
)  # fmt: skip


def _beside(way: str, *paths: Path, inside: bool = False) -> Command:
    script = str(Path(__file__).with_name("beside.py"))
    return Command([sys.executable, script, way, *map(str, paths)], inside)


def _ours(*words: str | Path, without: Path | None = None) -> Command:
    return Command([str(PROGRAM), *map(str, words)], without=without)


def _check(rows: int) -> Command:
    return _ours("check", workbook(rows), "--fail-on", "never")


def _small() -> dict[str, Command]:
    plan = workbook(60)
    return {
        "pass": Command([sys.executable, "-c", "pass"]),
        "help": _ours("--help"),
        "import": Command([sys.executable, "-c", "import mijlpalen_xlsx"]),
        "check 60": _check(60),
        "load 60": _beside("load", plan),
        "lean 60": _beside("lean", plan),
    }


def _large() -> dict[str, Command]:
    plan = workbook(5_000)
    return {
        "check 5000": _check(5_000),
        "full 5000": _beside("full", plan),
        "floor 5000": _beside("floor", plan),
    }


def _warm() -> dict[str, Command]:
    plan = workbook(500)
    return {
        "warm read": _beside("warm-ours", plan, inside=True),
        "warm full": _beside("warm-full", plan, inside=True),
    }


def _growing() -> dict[str, Command]:
    return {f"check {rows}": _check(rows) for rows in (50, 500, 5_000, 20_000)}


def _folder(count: int) -> dict[str, Command]:
    place = folder(count, 60)
    files, kept = sorted(place.glob("*.xlsx")), MADE / "cache"
    words = ("summary", place, "--by", "region")
    return {
        "summary": _ours(*words, "--jobs", "1"),
        "full folder": _beside("full", *files),
        "floor folder": _beside("floor", *files),
        "summary 2 jobs": _ours(*words, "--jobs", "2"),
        "first": _ours(*words, "--jobs", "1", "--cache", kept, without=kept),
        "second": _ours(*words, "--jobs", "1", "--cache", kept),
    }


def _memory_of(many: int) -> dict[str, Command]:
    words = ("--by", "light", "--jobs", "1")
    return {
        "few files": _ours("summary", folder(FEW, SMALL), *words),
        "many files": _ours("summary", folder(many, SMALL), *words),
    }


def _odd() -> dict[str, Command]:
    far, formatted = far_cell(), formatted_rows()
    return {
        "far cell": _beside("sheets", far),
        "far cell floor": _beside("floor", far),
        "formatted": _beside("sheets", formatted),
        "formatted floor": _beside("floor", formatted),
    }


def _written() -> dict[str, Command]:
    calls, made = calls_of(600), MADE / "made-again.xlsx"
    replay = str(Path(__file__).with_name("replay.py"))
    return {
        "template": _ours("template", "--from", MADE / "plan-600.json", made, "--force"),
        "replay": Command([sys.executable, replay, "write", str(calls), str(MADE / "replayed.xlsx")]),
    }


def _found() -> dict[str, Command]:
    mistakes = mistaken_workbook(500)
    outputs = ("-o", MADE / "rapport.html", "--marked", MADE / "met-opmerkingen.xlsx", "--force")
    check = "import sys; from mijlpalen_xlsx import check; check(sys.argv[1])"
    return {
        "page and marked": _ours("check", mistakes, *outputs, "--fail-on", "never"),
        "check API": Command([sys.executable, "-c", check, str(mistakes)]),
    }


def groups(files: int, many: int) -> dict[str, Callable[[], dict[str, Command]]]:
    """Makers of the commands that run in turn with each other; the folders hold ``files`` and ``many``."""
    return {
        "small": _small,
        "warm": _warm,
        "odd": _odd,
        "found": _found,
        "large": _large,
        "folder": lambda: _folder(files),
        "memory": lambda: _memory_of(many),
        "growing": _growing,
        "written": _written,
    }
