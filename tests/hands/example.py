"""The invented region of the examples: its deelprojecten and milestones as a person has them in mind."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

__all__ = ["PROJECTS", "YEARS", "Project", "Step"]

_DATA = Path(__file__).parents[1] / "data" / "examples.json"
YEARS = range(2020, 2025)


class Step(NamedTuple):
    """One milestone; ``start_text`` and ``due_text`` are what people type, the other two what they mean."""

    number: str
    title: str
    start_text: str
    start: date | None
    due_text: str
    due: date
    parties: tuple[tuple[str, str], ...]
    light: str
    stage: str
    explanation: str
    bottlenecks: str
    depends_on: tuple[str, ...]

    @property
    def quarters(self) -> list[tuple[int, int]]:
        """The quarters in which it runs, as year and number."""
        first, last = ((day.year * 4 + (day.month - 1) // 3) for day in (self.start or self.due, self.due))
        return [(quarter // 4, quarter % 4 + 1) for quarter in range(first, last + 1)]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(year for year, _ in self.quarters))


class Project(NamedTuple):
    """One deelproject."""

    number: int
    title: str
    objective: str
    steps: tuple[Step, ...]


def _step(data: dict[str, object]) -> Step:
    start = data["start"]
    own = {
        "start": date.fromisoformat(str(start)) if start else None,
        "due": date.fromisoformat(str(data["due"])),
        "parties": tuple((name, task) for name, task in data["parties"]),  # type: ignore[attr-defined]
        "depends_on": tuple(data["depends_on"]),  # type: ignore[arg-type]
    }
    return Step(**{**data, **own})  # type: ignore[arg-type]


def _projects() -> tuple[Project, ...]:
    every = json.loads(_DATA.read_text("utf-8"))["subprojects"]
    return tuple(
        Project(p["number"], p["title"], p["objective"], tuple(map(_step, p["milestones"]))) for p in every
    )


PROJECTS = _projects()
