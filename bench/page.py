"""docs/performance.md: the results of one run as a page, and those of earlier days."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from measures import RESULTS, Result
from run import Cost

__all__ = ["HISTORY", "PAGE", "Measured", "page"]

_DOCS = Path(__file__).parent.parent / "docs"
PAGE, HISTORY = _DOCS / "performance.md", _DOCS / "performance.csv"
_DAYS = 5


class Measured(NamedTuple):
    """A result and its value in this run."""

    result: Result
    value: float

    @property
    def verdict(self) -> str:
        if self.result.aim is not None and self.value <= self.result.aim:
            return "aim"
        return "yes" if self.value <= self.result.at_most else "**no**"

    def line(self) -> str:
        """For a terminal."""
        shown = f"{self.value:.2f} {self.result.unit}"
        return f"{self.result.name:<54}{shown:>12}  at most {self.result.at_most:g}  {self.verdict}"

    def row(self) -> str:
        """For the page."""
        result = self.result
        aim = f"{result.aim:g}" if result.aim is not None else ""
        value = f"{self.value:.2f} {result.unit}"
        return f"| {result.name} | {value} | {result.at_most:g} | {aim} | {self.verdict} |"


def page(about: str, measured: list[Measured], costs: Mapping[str, Cost]) -> str:
    """The whole page."""
    missing = [result for result in RESULTS if result not in [one.result for one in measured]]
    return "\n".join(
        [
            "# Performance",
            "",
            "Written by `make bench` with `--page`; change `bench/` instead.",
            "Ratios hold on another machine, milliseconds do not. "
            "What is not reached, and why, stands in [scale.md](scale.md).",
            "",
            f"{about}.",
            "",
            "*Floor*: inflate every part of the file and parse it with expat, and do nothing with it. "
            "*Full read*: openpyxl with every value, fill and note fetched.",
            "",
            "| measure | this run | at most | aim | held |",
            "|---|---|---|---|---|",
            *(one.row() for one in measured),
            *(f"| {result.name} | not measured | {result.at_most:g} | | |" for result in missing),
            "",
            "## Costs behind the ratios",
            "",
            "| command | CPU ms | peak MiB |",
            "|---|---|---|",
            *(f"| {name} | {cost.cpu * 1000:,.0f} | {cost.memory:.1f} |" for name, cost in costs.items()),
            "",
            *_history(),
        ]
    )


def _history() -> list[str]:
    """The last days in the history beside each other."""
    rows = list(csv.DictReader(HISTORY.read_text("utf-8").splitlines()))
    days = sorted({row["date"] for row in rows})[-_DAYS:]
    values = {(row["measure"], row["date"]): f"{row['value']} {row['unit']}" for row in rows}
    names = dict.fromkeys(row["measure"] for row in rows)
    return [
        "## Earlier runs",
        "",
        "All of them are in [performance.csv](performance.csv).",
        "",
        f"| measure | {' | '.join(days)} |",
        f"|---|{'---|' * len(days)}",
        *(f"| {name} | {' | '.join(values.get((name, day), '') for day in days)} |" for name in names),
        "",
    ]
