"""What is counted of a group of rows: statuses, lights, hours, slip, a period, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.summary.lines import ActivityLine, MilestoneLine
from mijlpalen_xlsx.vocabulary import Light, Status

__all__ = ["ORDER", "Counts", "InPeriod", "Next", "Period", "Tally", "combine"]

MOST_NEXT = 3
ORDER = (
    Status.DONE, Status.CANCELLED, Status.LATE, Status.SLIPPING, Status.ON_SCHEDULE, Status.NOT_STARTED,
    Status.NO_DATE,
)  # fmt: skip
CLOSED = (Status.DONE, Status.CANCELLED)
_LIGHTS = tuple(Light)


class Period(NamedTuple):
    """A stretch of days over which is reported; both ends belong to it."""

    first: date
    last: date

    def has(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


class InPeriod(NamedTuple):
    """Milestones in a period: due by plan, really done, due but not done by its end, due but cancelled.

    What was done need not have been due in the same period. Late is only what was due before the reference
    date. When something was cancelled is not known, so that counts where it was due.
    """

    due: int = 0
    done: int = 0
    late: int = 0
    cancelled: int = 0


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
    ``period`` is None unless one was asked for.
    """

    milestones: int
    by_status: Mapping[Status, int]
    slip_weeks_max: int | None
    effort: float | None
    activities: int
    by_light: Mapping[Light, int]
    next: tuple[Next, ...] = ()
    period: InPeriod | None = None

    @property
    def standing(self) -> int:
        """Milestones that are not cancelled: what is done is counted out of these."""
        return self.milestones - self.by_status[Status.CANCELLED]

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
            **({"period": self.period._asdict()} if self.period else {}),
        }


class Tally:
    """A count that is still going on, as small as can be: there is one per group of every plan."""

    __slots__ = ("effort", "lights", "next", "period", "slip", "statuses", "total")

    def __init__(self) -> None:
        self.statuses = [0] * len(ORDER)
        self.lights = [0] * (len(_LIGHTS) + 1)  # the last one: without a light
        self.period: InPeriod | None = None
        self.total = 0
        self.slip: int | None = None
        self.effort: float | None = None
        self.next: tuple[Next, ...] = ()

    def milestone(self, line: MilestoneLine, day: date, period: Period | None) -> None:
        """Count one milestone. What comes next comes after the period, or on ``day`` and later."""
        self.total += 1
        self.statuses[_PLACE[line.status]] += 1
        self._add_numbers(line.slip_weeks, line.effort)
        if period:
            self.period = _added(self.period, _in_period(line, period, day))
        end = line.end
        to_come = end is not None and (end > period.last if period else end >= day)
        if end is not None and to_come and line.status not in CLOSED:
            self._add_next(Next(end, line.number, line.title, line.status))

    def activity(self, line: ActivityLine) -> None:
        """Count the light of one activity."""
        self.lights[_LIGHTS.index(line.light) if line.light else -1] += 1

    def add(self, other: Tally) -> None:
        """Take up what was counted of rows that are not in this tally."""
        self.total += other.total
        self.statuses = [a + b for a, b in zip(self.statuses, other.statuses, strict=True)]
        self.lights = [a + b for a, b in zip(self.lights, other.lights, strict=True)]
        self._add_numbers(other.slip, other.effort)
        self.period = _added(self.period, other.period)
        self.next = _first((*self.next, *other.next))

    def _add_next(self, coming: Next) -> None:
        if len(self.next) < MOST_NEXT or coming.date < self.next[-1].date:
            self.next = _first((*self.next, coming))

    def _add_numbers(self, slip: int | None, effort: float | None) -> None:
        if slip is not None:
            self.slip = max(self.slip or 0, slip)
        if effort is not None:
            self.effort = (self.effort or 0.0) + effort

    def counts(self, period: Period | None = None) -> Counts:
        """What was counted so far."""
        return Counts(
            milestones=self.total,
            by_status=dict(zip(ORDER, self.statuses, strict=True)),
            slip_weeks_max=self.slip,
            effort=None if self.effort is None else round(self.effort, 4),
            activities=sum(self.lights),
            by_light=dict(zip(_LIGHTS, self.lights[:-1], strict=True)),
            next=self.next,
            period=(self.period or InPeriod()) if period else None,
        )


_PLACE = {status: i for i, status in enumerate(ORDER)}


def _in_period(line: MilestoneLine, period: Period, day: date) -> InPeriod:
    due, cancelled = period.has(line.due), line.status is Status.CANCELLED
    passed = due and line.due is not None and line.due < day
    missed = passed and not cancelled and (line.actual is None or line.actual > period.last)
    return InPeriod(int(due), int(period.has(line.actual)), int(missed), int(due and cancelled))


def _added(one: InPeriod | None, other: InPeriod | None) -> InPeriod | None:
    if one is None or other is None:
        return one or other
    return InPeriod(*(a + b for a, b in zip(one, other, strict=True)))


def _first(coming: Iterable[Next]) -> tuple[Next, ...]:
    """The first few by day; of one day in the order of the plan."""
    return tuple(sorted(coming, key=lambda n: n.date)[:MOST_NEXT])


def combine(counts: Iterable[Counts]) -> Counts:
    """The counts of groups that have nothing in common, taken together."""
    counts = tuple(counts)
    efforts = [c.effort for c in counts if c.effort is not None]
    period = None
    for count in counts:
        period = _added(period, count.period)
    return Counts(
        milestones=sum(c.milestones for c in counts),
        by_status={status: sum(c.by_status[status] for c in counts) for status in Status},
        slip_weeks_max=max((c.slip_weeks_max for c in counts if c.slip_weeks_max is not None), default=None),
        effort=round(sum(efforts), 4) if efforts else None,
        activities=sum(c.activities for c in counts),
        by_light={light: sum(c.by_light[light] for c in counts) for light in Light},
        next=_first(n for c in counts for n in c.next),
        period=period,
    )
