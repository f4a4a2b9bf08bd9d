"""The pages that a run gives: docs/performance.md whole, and the measured parts of docs/scale.md."""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from inputs import folder
from measures import REFUSED, RESULTS, Result, Sizes
from odd import ODD
from run import Cost

__all__ = ["HISTORY", "PAGE", "SCALE", "Measured", "Run", "page", "results", "scale"]

_DOCS = Path(__file__).parent.parent / "docs"
PAGE, HISTORY, SCALE = _DOCS / "performance.md", _DOCS / "performance.csv", _DOCS / "scale.md"
_TIMES = 5
_WAYS = {
    "check": "**`check`**",
    "floor": "floor: inflate and parse, nothing more",
    "calamine": "python-calamine: values only",
    "pandas calamine": "`pandas.read_excel`, calamine: values only",
    "pandas openpyxl": "`pandas.read_excel`, openpyxl: values only",
    "load": "`openpyxl.load_workbook`, nothing asked",
    "full": "openpyxl, full read",
}
_STEPS = {
    "pass": "Python itself", "help": "and our command line, as for `--help`",
    "read": "Python, and the plan in a file", "check": "`check` as a whole",
}  # fmt: skip

_REGIONS, _SUBPROJECTS, _VERSIONS = 80, 10, 20
_COUNTRY = _REGIONS * _SUBPROJECTS * _VERSIONS
_MULTIPLE = 1_000


class Run(NamedTuple):
    """One run of the benchmark: when it began, on what machine, how much of it, and what all cost."""

    began: str
    machine: str
    sizes: Sizes
    costs: Mapping[str, Cost]


class Measured(NamedTuple):
    """A result and its value in this run; None when its group was not measured."""

    result: Result
    value: float | None

    @property
    def missed(self) -> bool:
        return self.value is None or self.value > self.result.at_most

    @property
    def verdict(self) -> str:
        if self.missed:
            return "**no**"
        aim = self.result.aim
        return "aim" if aim is not None and self.value is not None and self.value <= aim else "yes"

    @property
    def shown(self) -> str:
        return "not measured" if self.value is None else f"{self.value:.2f} {self.result.unit}"

    def line(self) -> str:
        """For a terminal."""
        return f"{self.result.name:<54}{self.shown:>12}  at most {self.result.at_most:g}  {self.verdict}"

    def row(self) -> list[str]:
        """For the page."""
        result = self.result
        aim = f"{result.aim:g}" if result.aim is not None else ""
        return [result.name, self.shown, f"{result.at_most:g}", aim, self.verdict]


def results(costs: Mapping[str, Cost]) -> list[Measured]:
    """What follows from the costs."""

    def value(result: Result) -> float | None:
        try:
            return result.value(costs)
        except KeyError:  # its group was not asked for
            return None

    return [Measured(result, value(result)) for result in RESULTS]


def _wide(*sentences: str) -> str:
    """Sentences as a paragraph whose lines are not too long to read."""
    return textwrap.fill(" ".join(sentences), 120, break_long_words=False, break_on_hyphens=False)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, *rows)]
    columns = lines[0].count("|") - 1
    return [lines[0], f"|{'---|' * columns}", *lines[1:], ""]


def page(run: Run) -> str:
    """docs/performance.md as a whole."""
    sizes, costs = run.sizes, run.costs
    return "\n".join(
        [
            "# Performance",
            "",
            _wide(
                "Written by `make bench`; change `bench/` instead.",
                "Ratios hold on another machine, milliseconds do not.",
                "What a country costs, and why something is not reached: [scale.md](scale.md).",
            ),
            "",
            _wide(
                f"One run, begun {run.began}, on {run.machine}.",
                f"Each group of commands ran {_times(sizes.runs)} in turn, and the folders of which only the",
                "memory is compared once; medians; CPU of whole processes, from start to exit.",
                f"The folder holds {sizes.folder} workbooks of 45 to 75 milestones that differ;",
                f"memory is compared over {sizes.few:,} and {sizes.many:,} of 12 milestones.",
                "Memory below 8 MiB, that of what starts each command, does not show.",
            ),
            "",
            _wide(
                "*Floor*: inflate every part of the file and parse it with expat, and do nothing with it.",
                "*Full read*: openpyxl with every value, fill and note fetched.",
                "*Odd files*: legal and hostile, listed below.",
            ),
            "",
            *_table(("measure", "this run", "at most", "aim", "held"), (m.row() for m in results(costs))),
            "## Beside others",
            "",
            "A plan of our format with its styles, cells coloured by hand and notes.",
            "",
            *_beside_others(costs),
            "## Odd files",
            "",
            _wide(
                "A plan of 60 milestones with more than anybody needs.",
                f"*{REFUSED.capitalize()}* is larger than we take and refused;",
                "the line below it has the limits lifted.",
                "*Reading* is what our engine does until all cells are there, `check` the whole command.",
            ),
            "",
            *_odd(costs),
            "## All costs",
            "",
            *_table(
                ("command", "CPU ms", "peak MiB"), ([name, _ms(c), _mib(c)] for name, c in costs.items())
            ),
            *_history(),
        ]
    )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _ms(cost: Cost) -> str:
    return f"{cost.cpu * 1000:,.0f}"


def _mib(cost: Cost) -> str:
    return f"{cost.memory:.1f}"


def _beside_others(costs: Mapping[str, Cost]) -> list[str]:
    def row(way: str) -> list[str]:
        cells = [_WAYS[way]]
        for rows in (60, 5_000):
            cost, ours = costs[f"{way} {rows}"], costs[f"check {rows}"]
            cells += [_ms(cost), f"{ours.cpu / cost.cpu:.2f} ×", _mib(cost)]
        return cells

    heads = ("", "60 rows, ms", "`check` / this", "MiB", "5,000 rows, ms", "`check` / this", "MiB")
    return _table(heads, map(row, _WAYS))


def _odd(costs: Mapping[str, Cost]) -> list[str]:
    def row(name: str, of: str) -> list[str]:
        floor, read, check = (costs.get(f"{way} {of}") for way in ("floor", "read", "check"))
        floor = floor or costs[f"floor {REFUSED}"]
        assert read
        checked = [f"{check.cpu / floor.cpu:.2f} ×", _mib(check)] if check else ["", ""]
        return [name, _ms(floor), f"{read.cpu / floor.cpu:.2f} ×", _mib(read), *checked]

    heads = ("file", "floor, ms", "reading / floor", "MiB", "`check` / floor", "MiB")
    rows = [row(name, name) for name in ODD]
    lifted = f"{REFUSED}, no limits"
    at = list(ODD).index(REFUSED) + 1
    return _table(heads, [*rows[:at], row(lifted, lifted), *rows[at:]])


def _history() -> list[str]:
    """The last runs in the history beside each other."""
    rows = list(csv.DictReader(HISTORY.read_text("utf-8").splitlines()))
    times = sorted({row["date"] for row in rows})[-_TIMES:]
    values = {(row["measure"], row["date"]): f"{row['value']} {row['unit']}" for row in rows}
    names = dict.fromkeys([*(result.name for result in RESULTS), *(row["measure"] for row in rows)])
    known = [name for name in names if any((name, time) in values for time in times)]
    return [
        "## Earlier runs",
        "",
        _wide(
            "All of them are in [performance.csv](performance.csv). The first, of 2026-11-22 without a time,",
            "read other workbooks, with two findings in every row and dates typed as text.",
        ),
        "",
        *_table(("measure", *times), ([name, *(values.get((name, t), "") for t in times)] for name in known)),
    ]


class _Prices(NamedTuple):
    """CPU seconds that follow from a run."""

    file: float
    """One workbook, its share of the start of the program included."""
    cached: float
    """The same from the cache."""
    gathered: float
    """At most what the process that gathers spends on one workbook."""
    overhead: float
    """CPU of two workers and their gatherer over that of one process."""

    @classmethod
    def of(cls, run: Run) -> _Prices:
        costs, files = run.costs, run.sizes.folder
        one, all_of, second = (costs[name].cpu for name in ("summary of one", "summary", "second"))
        start = one - (all_of - one) / (files - 1)
        overhead = costs["summary 2 jobs"].cpu / all_of
        return cls(all_of / files, second / files, max(second - start, 0.0001) / files, overhead)


def scale(text: str, run: Run) -> str:
    """docs/scale.md with its measured parts made anew."""
    parts: dict[str, Callable[[Run], list[str]]] = {
        "file": _file, "country": _country, "gatherer": _gatherer, "steps": _steps, "missed": _missed,
    }  # fmt: skip
    for name, made in parts.items():
        start, end = f"<!-- measured: {name} -->\n", "<!-- end -->"
        before, found, after = text.partition(start)
        _, ended, after = after.partition(end)
        if not (found and ended):
            raise ValueError(f"docs/scale.md has no part called {name}")
        lines = "\n".join(made(run)).rstrip()
        text = f"{before}{start}{lines}\n{end}{after}"
    return text


def _size(run: Run) -> float:
    """Bytes of a workbook in the folder."""
    sizes = [path.stat().st_size for path in folder(run.sizes.folder).iterdir()]
    return sum(sizes) / len(sizes)


def _file(run: Run) -> list[str]:
    price, costs = _Prices.of(run), run.costs
    total = costs["summary"].cpu
    rows = [
        ("CPU per workbook", f"{price.file * 1000:.1f} ms"),
        ("workbooks per core-second", f"{1 / price.file:.0f}"),
        ("the same, unchanged since the last run (`--cache`)", f"{1 / price.cached:.0f}"),
        ("beside openpyxl reading the same files in full", f"{total / costs['full folder'].cpu:.2f} ×"),
        ("beside the floor", f"{total / costs['floor folder'].cpu:.1f} ×"),
        ("two workers, CPU of all processes beside one", f"{price.overhead:.2f} ×"),
        ("size of a workbook", f"{_size(run) / 1000:.0f} kB"),
        ("peak memory over the folder", f"{costs['summary'].memory:.1f} MiB"),
        (f"more memory over {run.sizes.many:,} workbooks than over {run.sizes.few:,}",
         f"{costs['summary many files'].memory - costs['summary few files'].memory:.1f} MiB"),
    ]  # fmt: skip
    return [
        _wide(
            f"`summary` over {run.sizes.folder} workbooks of 45 to 75 milestones, measured {run.began} on",
            f"{run.machine}:",
        ),
        "",
        *_table(("", ""), rows),
    ]


def _country(run: Run) -> list[str]:
    price = _Prices.of(run)
    later = price.file / _VERSIONS + price.cached * (1 - 1 / _VERSIONS)

    def row(name: str, files: int, each: float) -> list[str]:
        work = files * each
        spread = [_time(work * price.overhead / cores) for cores in (2, 64)]
        return [
            name,
            f"{files:,}",
            f"{work / 3600:,.2g}" if work < 360_000 else f"{work / 3600:,.0f}",
            *spread,
        ]

    many = _COUNTRY * _MULTIPLE
    return [
        _wide(
            f"{_REGIONS} regions × {_SUBPROJECTS} deelprojecten × {_VERSIONS} versions:",
            f"{_COUNTRY:,} workbooks of the size measured above.",
        ),
        "",
        *_table(
            ("", "workbooks", "core-hours", "on 2 cores", "on 64 cores"),
            (
                row("one country, all versions", _COUNTRY, price.file),
                row("a quarter later, with `--cache`", _COUNTRY, later),
                row("a thousand times that", many, price.file),
                row("a quarter later, with `--cache`", many, later),
            ),
        ),
    ]


def _time(seconds: float) -> str:
    for size, unit in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:,.1f} {unit}"
    return f"{seconds:,.1f} seconds"


def _gatherer(run: Run) -> list[str]:
    price = _Prices.of(run)
    readers = price.file / price.gathered
    total = _COUNTRY * _MULTIPLE
    size = total * _size(run) / 1e12
    return [
        _wide(
            f"Gathering costs at most {price.gathered * 1000:.2f} ms per workbook (what one from the cache",
            f"costs) and reading {price.file * 1000:.1f} ms: some {readers:.0f} readers keep one gatherer",
            f"busy, which then gathers {1 / price.gathered:,.0f} workbooks per second, a country in",
            f"{_time(_COUNTRY * price.gathered)} and a thousand in {_time(total * price.gathered)}.",
            f"A thousand countries are {size:.1f} TB of workbooks.",
        )
    ]


def _steps(run: Run) -> list[str]:
    def row(step: str) -> list[str]:
        found = [run.costs.get(f"{step} {rows}", run.costs.get(step)) for rows in (60, 5_000)]
        return [_STEPS[step], *(_ms(cost) if cost else "" for cost in found)]

    return _table(("CPU ms of a whole process", "60 rows", "5,000 rows"), map(row, _STEPS))


def _missed(run: Run) -> list[str]:
    missed = [measured for measured in results(run.costs) if measured.missed]
    if not missed:
        return ["Everything promised is reached in this run."]
    return [f"- {one.result.name}: {one.shown}, promised {one.result.at_most:g}" for one in missed]
