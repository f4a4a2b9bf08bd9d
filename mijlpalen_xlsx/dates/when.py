"""When: a day or a period as its first and last day, and the stretches of a calendar it is made from."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from mijlpalen_xlsx.records import NamedTuple

__all__ = [
    "EARLIEST",
    "LATEST",
    "ONE_DAY",
    "Note",
    "Parsed",
    "Precision",
    "When",
    "from_serial",
    "months",
    "school_year",
    "season",
    "week",
]

ONE_DAY = timedelta(days=1)
EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)


class Precision(StrEnum):
    """How exact a When is. OPEN: one side, or both, has no date. NONE: no date at all."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    SCHOOLYEAR = "schoolyear"
    YEAR = "year"
    PERIOD = "period"
    OPEN = "open"
    NONE = "none"


class When(NamedTuple):
    """A day or a period. ``text`` is what the person wrote, None when a real date stood in the cell."""

    first: date | None
    last: date | None
    precision: Precision
    text: str | None = None

    @property
    def as_start(self) -> date | None:
        """The day that counts when this stands in a start column."""
        return self.first or self.last

    @property
    def as_due(self) -> date | None:
        """The day that counts when this stands in a column for an end."""
        return self.last or self.first

    @classmethod
    def day(cls, day: date) -> When:
        return cls(day, day, Precision.DAY)


class Note(StrEnum):
    """What a reader must know of a reading. Those up to CANCELLED come with a When, the others without."""

    AMBIGUOUS = "ambiguous"
    """Can be read two ways; ``Parsed.other`` is the second one."""
    APPROXIMATE = "approximate"
    """``ca.``, ``±``, ``?``, ``onder voorbehoud``, and bounds that differ by region (summer holidays)."""
    EXCLUSIVE = "exclusive"
    """``vóór``, ``tot`` or ``na`` a day: that day itself is left out."""
    TOT_INCLUSIVE = "tot-inclusive"
    """``tot`` the last day of a month: read as ``tot en met``."""
    TWO_DATES = "two-dates"
    """More dates in one cell, read as the range from the first to the last."""
    ONGOING = "ongoing"
    """``doorlopend``, ``structureel``: the whole subsidy period."""
    RECURRING = "recurring"
    """``jaarlijks``, ``2x per jaar``: the whole subsidy period."""
    VAGUE = "vague"
    """``n.t.b.``, ``z.s.m.``, ``p.m.``, ``?``: a date is still to come."""
    HOLIDAY = "holiday"
    """``na de meivakantie``: cannot be placed without a table of holidays; ask for a month."""
    NOT_APPLICABLE = "not-applicable"
    """``n.v.t.``, ``-``, ``geen``."""
    CANCELLED = "cancelled"
    """``vervallen``, ``geschrapt``, ``gaat niet door``."""
    STATUS_WORD = "status-word"
    """``gereed``, ``loopt``, ``uitgesteld``: belongs in a column for the status."""
    DURATION = "duration"
    """``3 maanden``, ``40 uur``: how long, not when."""
    IMPOSSIBLE = "impossible"
    """A day that does not exist, or an end before its start."""
    NO_YEAR = "no-year"
    """``week 36``, ``Q3``, ``1 september`` where the column gives no year."""
    OUT_OF_RANGE = "out-of-range"
    """Before 1990 or after 2099."""
    UNKNOWN = "unknown"
    """No date could be made of it."""


class Parsed(NamedTuple):
    """A reading of a text. An empty text has neither a When nor a Note."""

    when: When | None
    note: Note | None = None
    other: When | None = None


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def months(year: int, month: int, count: int, precision: Precision) -> When:
    """``count`` whole months from the first of ``month``, which may be more than 12: 13 is next January."""
    start = year * 12 + month - 1
    return When(_first_of(start), _first_of(start + count) - ONE_DAY, precision)


def school_year(year: int, first_month: int = 8) -> When:
    """The school year that begins in ``year``: August to July; September to August in higher education."""
    return months(year, first_month, 12, Precision.SCHOOLYEAR)


def season(year: int, number: int) -> When:
    """Spring (1) to winter (4) of the weather service; a winter begins in December of ``year``."""
    return months(year, number * 3, 3, Precision.SEASON)


def week(year: int, number: int) -> When:
    """Week by ISO 8601, Monday to Sunday. Raises ValueError when the year does not have that week."""
    monday = date.fromisocalendar(year, number, 1)
    return When(monday, monday + 6 * ONE_DAY, Precision.WEEK)


def from_serial(number: float, date_1904: bool = False) -> date | None:
    """The day behind a spreadsheet's day number, hours cut off; None when there is no such day.

    Excel believes that 1900 was a leap year: its 60 is a day that never was, and lower numbers lag by one.
    """
    if not 0 <= number < 2958466:  # from 2958466 the year has five digits; also refuses not-a-number
        return None
    days = int(number)
    if date_1904:
        return date(1904, 1, 1) + timedelta(days) if days < 2957004 else None
    if days in (0, 60):
        return None
    return date(1899, 12, 30 if days > 60 else 31) + timedelta(days)
