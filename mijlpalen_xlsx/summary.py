"""Plans in numbers: per deelproject how many milestones are done or late, the lights, and what is next."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from mijlpalen_xlsx.format import Activity, Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.schedule import assess, finish
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light, Status
from mijlpalen_xlsx.words import normal

__all__ = ["Counts", "Next", "Row", "Skipped", "Summary", "as_of", "combine", "summarise"]

SCHEMA = "mijlpalen-xlsx/summary/1"
MOST_NEXT = 3
ORDER = (
    Status.DONE, Status.CANCELLED, Status.LATE, Status.SLIPPING, Status.ON_SCHEDULE, Status.NOT_STARTED,
    Status.NO_DATE,
)  # fmt: skip
CLOSED = (Status.DONE, Status.CANCELLED)


class Next(NamedTuple):
    """A milestone that is still to come: the day it is expected, or else planned."""

    date: date
    number: str | None
    title: str | None
    status: Status

    def to_data(self) -> dict[str, Any]:
        return {
            "date": self.date.isoformat(),
            "number": self.number,
            "title": self.title,
            "status": self.status.value,
        }


@dataclass(frozen=True)
class Counts:
    """What is counted of a group of milestones and activities; ``effort`` in hours, slip in weeks.

    ``by_status`` and ``by_light`` hold every status and light, 0 included; ``next`` the first open ones.
    """

    milestones: int
    by_status: Mapping[Status, int]
    slip_weeks_max: int | None
    effort: float | None
    activities: int
    by_light: Mapping[Light, int]
    next: tuple[Next, ...] = ()

    @property
    def no_light(self) -> int:
        """Activities without a light that can be read."""
        return self.activities - sum(self.by_light.values())

    def to_data(self) -> dict[str, Any]:
        return {
            "milestones": self.milestones,
            **{status.value: self.by_status[status] for status in ORDER},
            "slip_weeks_max": self.slip_weeks_max,
            "effort": self.effort,
            "activities": self.activities,
            **{light.value: self.by_light[light] for light in Light},
            "no_light": self.no_light,
            "next": [n.to_data() for n in self.next],
        }


@dataclass(frozen=True)
class Row:
    """One line of a table: what it is about (``region``, ``subproject``, ``title``) and its counts."""

    keys: Mapping[str, str | None]
    counts: Counts

    def to_data(self) -> dict[str, Any]:
        return {**self.keys, **self.counts.to_data()}


@dataclass(frozen=True)
class Skipped:
    """A file that is not in the tables, and the code of the finding that says why."""

    file: str
    code: str | None


@dataclass(frozen=True)
class Summary:
    """The tables over a number of workbooks, by the name of what they are grouped by."""

    workbooks: int
    tables: Mapping[str, tuple[Row, ...]]
    skipped: tuple[Skipped, ...] = ()

    def to_data(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "workbooks": self.workbooks,
            "skipped": [dataclasses.asdict(s) for s in self.skipped],
            "tables": {name: [row.to_data() for row in rows] for name, rows in self.tables.items()},
        }


def as_of(plan: Plan, reference_date: date | None = None) -> date:
    """The day for which the status holds: the one given, else the plan's peildatum, else today."""
    return reference_date or plan.reference_date or date.today()


def summarise(
    plans: Iterable[Plan], *, reference_date: date | None = None, skipped: Iterable[Skipped] = ()
) -> Summary:
    """The plans in numbers, a row per deelproject in the order of the plans.

    ``reference_date`` goes before the peildatum of each plan; without either, today counts.
    """
    rows: list[Row] = []
    workbooks = 0
    for plan in plans:
        workbooks += 1
        rows.extend(_by_subproject(plan, as_of(plan, reference_date)))
    return Summary(workbooks, {"subproject": tuple(rows)}, tuple(skipped))


def _by_subproject(plan: Plan, day: date) -> Iterator[Row]:
    """A row per band of the plan, then one for what stands under no band."""
    plan = assess(plan, day)
    activities = _activities_by_subproject(plan)
    bands = {band.number: band.title for band in reversed(plan.subprojects)}
    numbers = list(dict.fromkeys(band.number for band in plan.subprojects))
    known = set(numbers)
    loose = tuple(m for m in plan.milestones if m.subproject not in known)
    for number in numbers:
        keys = {"region": plan.region, "subproject": number, "title": bands[number]}
        yield Row(keys, _count(plan.milestones_of(number), activities.pop(number, []), day))
    rest = [activity for some in activities.values() for activity in some]
    if loose or rest:
        yield Row({"region": plan.region, "subproject": None, "title": None}, _count(loose, rest, day))


def _activities_by_subproject(plan: Plan) -> dict[str | None, list[Activity]]:
    """Each activity once: with the deelproject of the first milestone it names that the plan has."""
    by_number = plan.by_number()
    found: dict[str | None, list[Activity]] = {}
    for activity in plan.activities:
        named = (by_number.get(normal(number)) for number in activity.milestones)
        first = next((m for m in named if m), None)
        found.setdefault(first.subproject if first else None, []).append(activity)
    return found


def _count(milestones: Iterable[Milestone], activities: Iterable[Activity], day: date) -> Counts:
    milestones, activities = tuple(milestones), tuple(activities)
    statuses = Counter(m.status for m in milestones)
    lights = Counter(a.light for a in activities)
    efforts = [m.effort for m in milestones if m.effort is not None]
    return Counts(
        milestones=len(milestones),
        by_status={Status(term.code): statuses[Status(term.code)] for term in STATUSES},
        slip_weeks_max=max((m.slip_weeks for m in milestones if m.slip_weeks is not None), default=None),
        effort=round(sum(efforts), 4) if efforts else None,
        activities=len(activities),
        by_light={Light(term.code): lights[Light(term.code)] for term in LIGHTS},
        next=_first(_next(m, day) for m in milestones),
    )


def _next(milestone: Milestone, day: date) -> Next | None:
    """The milestone as one to come, or None when it is finished or its date has passed."""
    end, status = finish(milestone), milestone.status
    if status is None or status in CLOSED or end is None or end < day:
        return None
    return Next(end, milestone.number, milestone.title, status)


def _first(coming: Iterable[Next | None]) -> tuple[Next, ...]:
    """The first few by day; of one day in the order of the plan."""
    return tuple(sorted((n for n in coming if n), key=lambda n: n.date)[:MOST_NEXT])


def combine(counts: Iterable[Counts]) -> Counts:
    """The counts of groups that have nothing in common, taken together."""
    counts = tuple(counts)
    efforts = [c.effort for c in counts if c.effort is not None]
    return Counts(
        milestones=sum(c.milestones for c in counts),
        by_status={status: sum(c.by_status[status] for c in counts) for status in Status},
        slip_weeks_max=max((c.slip_weeks_max for c in counts if c.slip_weeks_max is not None), default=None),
        effort=round(sum(efforts), 4) if efforts else None,
        activities=sum(c.activities for c in counts),
        by_light={light: sum(c.by_light[light] for c in counts) for light in Light},
        next=_first(n for c in counts for n in c.next),
    )
