"""What a rule may know besides the plan: the reference date, the scheme, and what several rules ask alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Activity, Milestone, Record
from mijlpalen_xlsx.periods import Period, periods
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.schedule import circles_among
from mijlpalen_xlsx.schemes import Scheme
from mijlpalen_xlsx.words import most_edits, nearest, normal, one_edit

__all__ = ["DATES", "ENDS", "Context", "before_start", "end_of", "outside", "start_of"]

ENDS = ("due", "expected", "actual")
"""Keys of the three ends of a milestone."""
DATES = ("start", *ENDS)

_MOST_LOOKUPS = 200
_MORE_THAN_A_BAND = (*DATES, "depends_on", "effort", "party", "responsibility", "roles", "marks")

_T = TypeVar("_T")


def start_of(milestone: Milestone) -> date | None:
    """The day from which a milestone's start counts."""
    return milestone.start.as_start if milestone.start else None


def end_of(milestone: Milestone, key: str) -> date | None:
    """The day to which an end (``due``, ``expected``, ``actual``) counts."""
    when: When | None = getattr(milestone, key)
    return when.as_due if when else None


def before_start(milestone: Milestone) -> tuple[str, ...]:
    """Keys of the ends that lie before the start."""
    start = start_of(milestone)
    if start is None:
        return ()
    return tuple([key for key in ENDS if (end := end_of(milestone, key)) and end < start])


def outside(when: When, first: date, last: date) -> bool:
    """Whether no day of a period lies in first..last; a period without days never is."""
    return bool((when.last and when.last < first) or (when.first and when.first > last))


@dataclass(frozen=True, eq=False, repr=False)
class Context:
    """What a rule may know besides the rows.

    ``near_until`` is the last day for which a plan must be worked out: that of the current sub-period.
    ``active`` are the codes that are asked for: a rule is silent for the sake of another only
    when that one speaks.
    """

    plan: Plan
    reference_date: date
    today_used: bool
    scheme: Scheme | None
    near_until: date
    active: frozenset[str]

    def once(self, work: Callable[[Plan, Context], _T]) -> _T:
        """What ``work`` makes of the plan, for several rules that ask the same; worked out at the first."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self.plan, self)
        found: _T = self._worked_out[work]
        return found

    @cached_property
    def _worked_out(self) -> dict[Callable[..., Any], Any]:
        return {}

    @cached_property
    def remarks(self) -> Mapping[str, Sequence[tuple[Record | None, Remark]]]:
        """What the reader noted, by the name of the rule that will speak of it, with its row."""
        noted: dict[str, list[tuple[Record | None, Remark]]] = {}
        for remark in self.plan.remarks:
            noted.setdefault(remark.name, []).append((None, remark))
        for record in self.plan.records():
            for remark in record.remarks:
                noted.setdefault(remark.name, []).append((record, remark))
        return noted

    def gone(self, record: type[Record], *keys: str) -> bool:
        """Whether the reader misses one of these columns: of what should stand in it nothing is known.

        M012 tells that once; a rule that needs the column says nothing of the rows.
        """
        return any((record, key) in self._gone for key in keys)

    @cached_property
    def _gone(self) -> frozenset[tuple[type[Record], str]]:
        missed = [remark.values for _, remark in self.remarks.get("column-missing", ())]
        if not missed:
            return frozenset()
        homes = {(type(record), at.sheet) for record in self.plan.records() for at in record.cells.values()}
        return frozenset(
            (record, str(values.get("key")))
            for values in missed
            for record, home in homes
            if home == values.get("sheet")
        )

    def perhaps_band(self, milestone: Milestone) -> bool:
        """Whether a row may be that of a deelproject: no column says what it is, and it has only a title."""
        return self.gone(Milestone, "kind") and not any(map(milestone.has, _MORE_THAN_A_BAND))

    @cached_property
    def by_number(self) -> Mapping[str, Milestone]:
        """Milestones by normalised number; of a number that stands twice, the first."""
        found: dict[str, Milestone] = {}
        for milestone in self.plan.milestones:
            if milestone.number:
                found.setdefault(self.number(milestone), milestone)
        return found

    def number(self, milestone: Milestone) -> str:
        """The normalised number of a milestone of the plan; empty when it has none."""
        return self._numbers[id(milestone)]

    @cached_property
    def _numbers(self) -> Mapping[int, str]:
        return {id(m): normal(m.number or "") for m in self.plan.milestones}

    def before(self, milestone: Milestone) -> tuple[str, ...]:
        """The normalised numbers of what a milestone of the plan comes after, also those that are unknown."""
        return self._before.get(id(milestone), ())

    @cached_property
    def _before(self) -> Mapping[int, tuple[str, ...]]:
        return {id(m): tuple(map(normal, m.depends_on)) for m in self.plan.milestones if m.depends_on}

    def nearest_number(self, number: str) -> str | None:
        """The number that was probably meant by one that the plan does not have, or None; looked up once.

        Not for ever: a plan with hundreds of unknown numbers has another problem than typing errors.
        """
        if number not in self._nearest and len(self._nearest) < _MOST_LOOKUPS:
            self._nearest[number] = self._meant(number)
        return self._nearest.get(number)

    def _meant(self, number: str) -> str | None:
        wanted = normal(number)
        if most_edits(wanted) != 1:
            return nearest(number, (m.number for m in self.by_number.values() if m.number))
        found = {word for word in one_edit(wanted, self._letters) if word in self.by_number}
        return self.by_number[found.pop()].number if len(found) == 1 else None

    @cached_property
    def _letters(self) -> frozenset[str]:
        """The characters that stand in the numbers of this plan."""
        return frozenset().union(*self.by_number)

    @cached_property
    def _nearest(self) -> dict[str, str | None]:
        return {}

    @cached_property
    def gantt(self) -> tuple[Period, ...]:
        """The Gantt columns; none when the plan has no years."""
        return periods(self.plan.years, self.plan.about.scale) if self.plan.years else ()

    @cached_property
    def circles(self) -> Sequence[tuple[str, ...]]:
        """Each circle in the order of milestones, as numbers."""
        numbered = {self.number(m): m for m in self.plan.milestones if m.number}
        found = circles_among({number: self.before(m) for number, m in numbered.items()})
        return [tuple(numbered[number].number or "" for number in circle) for circle in found]

    @cached_property
    def in_circle(self) -> frozenset[str]:
        """Normalised numbers of the milestones that stand in a circle: nothing can be said of their order."""
        return frozenset(normal(number) for circle in self.circles for number in circle)

    @cached_property
    def activities_of(self) -> Mapping[str, Sequence[Activity]]:
        """Activities by the normalised number of each milestone they belong to."""
        found: dict[str, list[Activity]] = {}
        for activity in self.plan.activities:
            for number in dict.fromkeys(map(normal, activity.milestones)):
                found.setdefault(number, []).append(activity)
        return found

    def milestones_of(self, activity: Activity) -> tuple[Milestone, ...]:
        """The milestones an activity belongs to, as far as the plan has them."""
        return self._milestones_of[id(activity)]

    @cached_property
    def _milestones_of(self) -> Mapping[int, tuple[Milestone, ...]]:
        found = {}
        for activity in self.plan.activities:
            milestones = map(self.by_number.get, dict.fromkeys(map(normal, activity.milestones)))
            found[id(activity)] = tuple(m for m in milestones if m is not None)
        return found

    def empty(self, record: Record, key: str) -> bool:
        """Whether a cell was left empty: it is there, nothing stands in it, and nothing was noted of it.

        A column that is gone is told once, not for every row; a cell that could not be read is not empty.
        """
        return not record.has(key) and self.there(record, key) and not self.noted(record, key)

    def there(self, record: Record, key: str) -> bool:
        """Whether the sheet of a row has the column; rows that come from no workbook have them all.

        Of a plan from JSON only filled cells are known.
        """
        if not record.cells or key in record.cells or key in record.empty:
            return True
        home = next(iter(record.cells.values())).sheet
        return (type(record), home, key) in self._columns_seen

    @cached_property
    def _columns_seen(self) -> frozenset[tuple[type[Record], str, str]]:
        """The columns in which any row of a sheet has a cell."""
        return frozenset(
            (type(record), at.sheet, key)
            for record in self.plan.records()
            for key, at in record.cells.items()
        )

    def noted(self, record: Record, key: str) -> bool:
        """Whether the reader noted something of a cell."""
        if not record.remarks:
            return False
        at = record.at(key)
        return at is not None and any(remark.at == at for remark in record.remarks)

    def unread(self, record: Record, key: str) -> bool:
        """Whether something stands in a cell that gave no value, so that nothing follows from it."""
        return getattr(record, key) in (None, ()) and (key in record.written or self.noted(record, key))

    @cached_property
    def before_start(self) -> Sequence[tuple[Milestone, tuple[str, ...]]]:
        """Milestones of which an end lies before the start, with the keys of these ends."""
        found = ((m, before_start(m)) for m in self.plan.milestones)
        return [(m, early) for m, early in found if early]

    @cached_property
    def outside(self) -> Sequence[tuple[Milestone, str, When]]:
        """Dates that lie outside the subsidy or outside the year columns."""
        first = [self.scheme.first] if self.scheme else []
        last = [self.scheme.last] if self.scheme else []
        if self.gantt:
            first.append(self.gantt[0].first)
            last.append(self.gantt[-1].last)
        if not first:
            return []
        begin, end = max(first), min(last)
        return [
            (milestone, key, when)
            for milestone in self.plan.milestones
            for key in DATES
            if (when := getattr(milestone, key)) is not None and outside(when, begin, end)
        ]

    @cached_property
    def _doubtful(self) -> frozenset[tuple[int, str]]:
        """Dates of which a rule says that they do not fit: a mistyped year is one mistake, not three."""
        found = {(id(milestone), key) for milestone, key, _ in self.outside}
        found.update((id(milestone), key) for milestone, early in self.before_start for key in early)
        found.update((id(milestone), "start") for milestone, _ in self.before_start)
        return frozenset(found)

    def doubtful(self, milestone: Milestone, key: str) -> bool:
        """Whether a rule says of this date that it does not fit: nothing more is concluded from it."""
        return (id(milestone), key) in self._doubtful

    def outside_scheme(self, when: When) -> bool:
        """Whether a period lies outside the subsidy."""
        return self.scheme is not None and outside(when, self.scheme.first, self.scheme.last)

    def outside_years(self, when: When) -> bool:
        """Whether a period lies outside the year columns."""
        return bool(self.gantt) and outside(when, self.gantt[0].first, self.gantt[-1].last)

    def still_open(self, milestone: Milestone) -> bool:
        """Whether a milestone is neither done nor cancelled, as far as its cell is there and can be read."""
        return id(milestone) in self._open

    @cached_property
    def _open(self) -> frozenset[int]:
        if self.gone(Milestone, "actual"):
            return frozenset()
        return frozenset(
            id(m)
            for m in self.plan.milestones
            if not m.cancelled and not end_of(m, "actual") and not self.unread(m, "actual")
        )
