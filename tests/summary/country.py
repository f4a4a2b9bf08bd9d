"""A made-up country: plans as JSON, their workbooks in folders, and what the counts must be.

The counts here know nothing of the package: they go over the JSON with the definitions of the interface.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mijlpalen_xlsx.plan import plan_from_data
from mijlpalen_xlsx.writer import workbook_bytes

__all__ = ["Country", "count", "make_plan"]

Data = dict[str, Any]
LIGHTS = ("green", "orange", "red")
STATUSES = ("done", "cancelled", "late", "slipping", "on_schedule", "not_started", "no_date")


def make_plan(region: str, version: int, seed: int) -> Data:
    """A plan of two to four deelprojecten; later versions have more done, other lights and later dates."""
    dice = random.Random(f"{region}/{seed}")
    bands = [
        {"number": str(n), "title": f"{dice.choice(('Techlab', 'LOB', 'Hybride docent', 'Basisschool'))} {n}"}
        for n in range(1, dice.randint(3, 5))
    ]
    milestones = [
        _milestone(dice, f"{band['number']}.{n}", band["number"], version)
        for band in bands
        for n in range(1, dice.randint(3, 6))
    ]
    activities = [_activity(dice, n, milestones, version) for n in range(1, dice.randint(3, 7))]
    return {
        "format": {"layout": "simple"},
        "region": region,
        "reference_date": date(2023, 1 + 3 * version, 1).isoformat(),
        "years": [2021, 2024],
        "parties": [{"name": f"Vmbo-school {x} te {region}", "short": f"School {x}"} for x in "ABC"],
        "subprojects": bands,
        "milestones": milestones,
        "activities": activities,
    }


def _milestone(dice: random.Random, number: str, band: str, version: int) -> Data:
    due = date(2021, 1, 1) + timedelta(days=dice.randrange(1400))
    found: Data = {
        "kind": "decision" if dice.random() < 0.1 else "milestone",
        "number": number,
        "title": f"Mijlpaal {number} is klaar",
        "subproject": band,
        "due": _quarter(due) if dice.random() < 0.2 else _day(due),
        "party": dice.choice(("School A", "School B", "School A; School C", None)),
    }
    if dice.random() < 0.1:
        found["due"] = None
    if dice.random() < 0.6:
        found["start"] = _day(due - timedelta(days=dice.randrange(30, 300)))
    if dice.random() < 0.7:
        found["effort"] = float(dice.randrange(1, 80) * 4)
    later = due + timedelta(days=dice.randrange(-20, 200))
    if dice.random() < 0.2 + 0.1 * version:
        found["actual"] = _day(min(later, date(2023, 1, 1)))
    elif dice.random() < 0.08:
        found["cancelled"] = True
    elif dice.random() < 0.4:
        found["expected"] = _day(later)
    return found


def _activity(dice: random.Random, n: int, milestones: list[Data], version: int) -> Data:
    named = [m["number"] for m in dice.sample(milestones, dice.randint(0, 2))]
    light = dice.choice((*LIGHTS, None))
    found: Data = {
        "number": str(n),
        "objective": f"Doel {1 + n % 2}",
        "result": "Resultaat",
        "description": f"Activiteit {n} in versie {version}",
        "years": sorted(dice.sample(range(2021, 2025), 2)),
        "light": light,
        "milestones": named,
    }
    if light in ("orange", "red"):
        found |= {"bottlenecks": f"Te weinig {dice.choice(('tijd', 'ruimte'))}", "who": "Projectleider"}
    return found


def _day(day: date) -> Data:
    return {"first": day.isoformat(), "last": day.isoformat(), "precision": "day", "text": None}


def _quarter(day: date) -> Data:
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    last = (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)
    text = f"Q{first.month // 3 + 1} {first.year}"
    return {"first": first.isoformat(), "last": last.isoformat(), "precision": "quarter", "text": text}


class Country:
    """Folders with the workbooks of a number of regions, and the JSON they were made from.

    The first regions have older versions as well; three files are damaged, two are copies, one is an .xls.
    """

    def __init__(self, home: Path, regions: int, with_older: int) -> None:
        self.home = home
        self.newest: dict[str, Data] = {}
        self.names: list[str] = []
        self.files = 0
        for n in range(regions):
            region = f"Regio {n + 1:02}"
            versions = 3 if n < with_older else 1
            for version in range(versions):
                plan = make_plan(region, version, n)
                self._write(f"{region}/plan versie {version + 1}.xlsx", plan)
                self.newest[self.names[-1]] = plan
                if version:
                    del self.newest[self.names[-2]]
        self._trouble()

    def _write(self, name: str, plan: Data) -> None:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(workbook_bytes(plan_from_data(plan)))
        self.names.append(name)
        self.files += 1

    def _trouble(self) -> None:
        whole = (self.home / self.names[0]).read_bytes()
        for n in range(3):
            (self.home / f"kapot {n}.xlsx").write_bytes(whole[: len(whole) // (n + 2)])
        for n in (-1, -2):
            shutil.copyfile(self.home / self.names[n], self.home / f"zz kopie {-n}.xlsx")
        (self.home / "oud.xls").write_bytes(b"\x09\x08\x10\x00" + bytes(100))
        (self.home / "~$plan.xlsx").write_bytes(b"lock")
        (self.home / ".verborgen.xlsx").write_bytes(b"hidden")
        self.files += 6


def count(
    plans: dict[str, Data], keys: Callable[[Data, Data | None, Data], list[Any]]
) -> dict[Any, Counter[str]]:
    """The counts by whatever ``keys`` gives of a plan and a milestone or an activity (with its milestone)."""
    found: dict[Any, Counter[str]] = defaultdict(Counter)
    for plan in plans.values():
        by_number = {m["number"]: m for m in plan["milestones"]}
        for milestone in plan["milestones"]:
            for key in keys(plan, milestone, milestone):
                found[key]["milestones"] += 1
                found[key][_status(milestone, date.fromisoformat(plan["reference_date"]))] += 1
                found[key]["effort"] += milestone.get("effort") or 0
        for activity in plan["activities"]:
            first = by_number[activity["milestones"][0]] if activity["milestones"] else None
            for key in keys(plan, first, activity):
                found[key]["activities"] += 1
                found[key][activity["light"] or "no_light"] += 1
    return found


def _status(milestone: Data, day: date) -> str:
    """As the interface defines it: cancelled, done, no date, late, slipping, not started, on schedule."""
    if milestone.get("cancelled"):
        return "cancelled"
    if milestone.get("actual"):
        return "done"
    if not milestone["due"]:
        return "no_date"
    due = date.fromisoformat(milestone["due"]["last"])
    if day > due:
        return "late"
    expected = milestone.get("expected")
    if expected and date.fromisoformat(expected["last"]) > due:
        return "slipping"
    start = milestone.get("start")
    return "not_started" if start and date.fromisoformat(start["first"]) > day else "on_schedule"


def due_year(row: Data | None) -> str | None:
    """The calendar year in which a milestone is due."""
    return row["due"]["last"][:4] if row and row.get("due") else None


def parties(row: Data | None) -> Iterator[str | None]:
    """The parties of a milestone, each once."""
    named = row["party"].split("; ") if row and row.get("party") else [None]
    yield from named
