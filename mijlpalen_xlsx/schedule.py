"""What follows from the dates: status, slip, order. Pure functions of rows and a reference date.

The workbook works out status and slip with its own formulas; a test keeps both answers the same.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.vocabulary import Status
from mijlpalen_xlsx.words import normal

__all__ = ["assess", "circles", "circles_among", "days_late", "finish", "slip_weeks", "status"]


def _due(milestone: Milestone) -> date | None:
    return milestone.due.as_due if milestone.due else None


def _expected(milestone: Milestone) -> date | None:
    return milestone.expected.as_due if milestone.expected else None


def _actual(milestone: Milestone) -> date | None:
    return milestone.actual.as_due if milestone.actual else None


def finish(milestone: Milestone) -> date | None:
    """The best known last day: the actual one, else the expected one, else the planned one."""
    return _actual(milestone) or _expected(milestone) or _due(milestone)


def status(milestone: Milestone, reference_date: date) -> Status:
    """Planstatus at the reference date. Late comes before slipping: the planned date is what was promised."""
    if milestone.cancelled:
        return Status.CANCELLED
    if _actual(milestone):
        return Status.DONE
    due, expected = _due(milestone), _expected(milestone)
    if due is None:
        return Status.NO_DATE
    if reference_date > due:
        return Status.LATE
    if expected and expected > due:
        return Status.SLIPPING
    start = milestone.start.as_start if milestone.start else None
    return Status.NOT_STARTED if start and start > reference_date else Status.ON_SCHEDULE


def days_late(milestone: Milestone, reference_date: date) -> int | None:
    """Days between the planned date and the actual one, or else the latest of what is expected and today.

    None without a planned date or for a cancelled milestone; never below 0.
    """
    due = _due(milestone)
    if due is None or milestone.cancelled:
        return None
    end = _actual(milestone) or max(due, _expected(milestone) or due, reference_date)
    return max(0, (end - due).days)


def slip_weeks(milestone: Milestone, reference_date: date) -> int | None:
    """Uitloop in whole weeks, rounded; see ``days_late``."""
    days = days_late(milestone, reference_date)
    return None if days is None else (days + 3) // 7  # a week has 7 days: a rest of 4 or more rounds up


def assess(plan: Plan, reference_date: date) -> Plan:
    """The plan with status and slip of every milestone worked out at the reference date."""
    milestones = tuple(_assessed(m, reference_date) for m in plan.milestones)
    return dataclasses.replace(plan, milestones=milestones)


def _assessed(milestone: Milestone, day: date) -> Milestone:
    """The copy that ``dataclasses.replace`` would make, in a tenth of the time."""
    copy = object.__new__(Milestone)
    vars(copy).update(vars(milestone), status=status(milestone, day), slip_weeks=slip_weeks(milestone, day))
    return copy


def circles(milestones: Iterable[Milestone]) -> list[tuple[str, ...]]:
    """Each circle once: the numbers along it in the order of milestones, the first in the plan first."""
    named = {normal(m.number): m for m in milestones if m.number}
    found = circles_among({key: [normal(number) for number in m.depends_on] for key, m in named.items()})
    return [tuple(named[key].number or "" for key in circle) for circle in found]


def circles_among(after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Each circle once; ``after`` names what each comes after, unknown names included.

    Walks each name once (an iterative depth-first search), so that a chain of thousands is no problem.
    """
    found: list[list[str]] = []
    done: set[str] = set()
    for start in after:
        path: dict[str, None] = {}  # keeps its order: the way walked so far
        stack = [(start, iter(after[start]))] if start not in done else []
        if stack:
            path[start] = None
        while stack:
            number, rest = stack[-1]
            for following in rest:
                if following in path:
                    found.append(_from(path, following))
                elif following in after and following not in done:
                    path[following] = None
                    stack.append((following, iter(after[following])))
                    break
            else:
                done.add(number)
                path.popitem()
                stack.pop()
    return found


def _from(path: dict[str, None], number: str) -> list[str]:
    walked = list(path)
    return walked[walked.index(number) :]
