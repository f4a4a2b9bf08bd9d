"""The columns of the Gantt picture: a range of years cut into years, school years, quarters or months."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.words import Words

__all__ = ["SCALES", "Period", "Scale", "periods", "school_year"]

_MONTHS = (
    Words("jan", "Jan"), Words("feb", "Feb"), Words("mrt", "Mar"), Words("apr", "Apr"), Words("mei", "May"),
    Words("jun", "Jun"), Words("jul", "Jul"), Words("aug", "Aug"), Words("sep", "Sep"), Words("okt", "Oct"),
    Words("nov", "Nov"), Words("dec", "Dec"),
)  # fmt: skip


class Scale(StrEnum):
    """How finely the years are cut."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SCHOOLYEAR = "schoolyear"


SCALES = {
    Scale.MONTH: Words("maand", "month"),
    Scale.QUARTER: Words("kwartaal", "quarter"),
    Scale.YEAR: Words("jaar", "year"),
    Scale.SCHOOLYEAR: Words("schooljaar", "school year"),
}


class Period(NamedTuple):
    """One column: its first and last day, the word above it, and the word above its group."""

    first: date
    last: date
    label: Words
    group: Words

    def overlaps(self, first: date, last: date) -> bool:
        """Whether any day of first..last lies in this period."""
        return first <= self.last and last >= self.first


def school_year(day: date) -> int:
    """The calendar year in which the school year of ``day`` began (1 August)."""
    return day.year if day.month >= 8 else day.year - 1


def _same(text: str) -> Words:
    return Words(text, text)


def _months(year: int, count: int) -> list[tuple[date, date]]:
    """The year in stretches of ``count`` months."""
    starts = [date(year, month, 1) for month in range(1, 13, count)] + [date(year + 1, 1, 1)]
    return [(first, after - timedelta(days=1)) for first, after in pairwise(starts)]


@lru_cache(maxsize=64)  # asked for every row that is drawn
def periods(years: tuple[int, int], scale: Scale) -> tuple[Period, ...]:
    """The columns for the years ``first..last``, in order, without gaps.

    School years run from the one that holds 1 January of the first year to the one that holds 31 December
    of the last, so that no day of the plan falls outside.
    """
    first, last = years
    if scale is Scale.SCHOOLYEAR:
        group = Words("SCHOOLJAAR", "SCHOOL YEAR")
        return tuple(
            Period(date(y, 8, 1), date(y + 1, 7, 31), _same(f"{y}-{y + 1}"), group)
            for y in range(first - 1, last + 1)
        )
    if scale is Scale.YEAR:
        group = Words("JAAR", "YEAR")
        return tuple(
            Period(date(y, 1, 1), date(y, 12, 31), _same(str(y)), group) for y in range(first, last + 1)
        )
    count = 3 if scale is Scale.QUARTER else 1
    labels = tuple(Words(f"K{n}", f"Q{n}") for n in range(1, 5)) if count == 3 else _MONTHS
    return tuple(
        Period(start, end, label, _same(str(year)))
        for year in range(first, last + 1)
        for (start, end), label in zip(_months(year, count), labels, strict=True)
    )
