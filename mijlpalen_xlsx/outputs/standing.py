"""How the plan of one file stands: its deelprojecten in numbers, and which statuses are worth a column."""

from __future__ import annotations

from collections.abc import Iterable

from mijlpalen_xlsx.report import FileReport
from mijlpalen_xlsx.summary import Row, combine
from mijlpalen_xlsx.vocabulary import STATUSES, Status

__all__ = ["rows_of", "says_something", "statuses_of"]

_ALWAYS = (Status.DONE, Status.ON_SCHEDULE, Status.SLIPPING, Status.LATE)


def rows_of(file: FileReport) -> tuple[Row, ...]:
    """A row per deelproject, in the order of the plan."""
    return tuple(filter(says_something, file.rows))


def says_something(row: Row) -> bool:
    """Whether a row has a figure to show: activities without a light and a milestone make a row of dots.

    A deelproject of the plan always has its row.
    """
    if "subproject" not in row.keys or row.keys["subproject"] or row.keys["title"]:
        return True
    return bool(row.counts.milestones or any(row.counts.by_light.values()))


def statuses_of(rows: Iterable[Row]) -> list[Status]:
    """The statuses to show: the four that matter always, the others when there are any."""
    total = combine(row.counts for row in rows)
    every = [Status(term.code) for term in STATUSES]
    return [status for status in every if status in _ALWAYS or total.by_status[status]]
