"""The time axis: which years it shows, where a day lies on it, and where its lines and words come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from mijlpalen_xlsx.periods import Period, Scale, periods
from mijlpalen_xlsx.picture.measure import text_width
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.words import Lang

__all__ = ["MOST_YEARS", "Axis", "Head", "years_of"]

MOST_YEARS = 10
WIDEN = 2


def years_of(plan_years: tuple[int, int] | None, days: Iterable[date]) -> tuple[int, int] | None:
    """The years to show: those of the plan, or of the days, widened by days that lie outside.

    At most two years are added on either side, and at most ten shown of a plan without years of its own, so
    that one mistyped year does not squeeze all the rest; days outside get an arrow at the edge. None when
    nothing says any year.
    """
    counted = Counter(day.year for day in days if date.min.year < day.year < date.max.year)
    if plan_years:
        first, last = plan_years
        before = min((year for year in counted if first - WIDEN <= year), default=first)
        after = max((year for year in counted if year <= last + WIDEN), default=last)
        return min(first, before), max(last, after)
    if not counted:
        return None
    if max(counted) - min(counted) < MOST_YEARS:
        return min(counted), max(counted)
    return _fullest(counted)


def _fullest(counted: Counter[int]) -> tuple[int, int]:
    """The years that hold most days, the earliest of equals, without empty years at either end."""

    def held(start: int) -> int:
        return sum(count for year, count in counted.items() if start <= year < start + MOST_YEARS)

    start = max(sorted(counted), key=held)
    return start, max(year for year in counted if year < start + MOST_YEARS)


class Head(NamedTuple):
    """One word above the axis: from ``left`` to ``right`` in pixels."""

    left: float
    right: float
    word: str


@dataclass(frozen=True)
class Axis:
    """Days on a line: from ``left``, ``width`` pixels wide, cut as ``scale`` says."""

    left: float
    width: float
    years: tuple[int, int]
    scale: Scale

    @property
    def right(self) -> float:
        return self.left + self.width

    @cached_property
    def first(self) -> date:
        return periods(self.years, self._coarse)[0].first

    @cached_property
    def last(self) -> date:
        return periods(self.years, self._coarse)[-1].last

    @cached_property
    def _days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def _coarse(self) -> Scale:
        return Scale.SCHOOLYEAR if self.scale is Scale.SCHOOLYEAR else Scale.YEAR

    def at(self, day: date) -> float:
        """Where ``day`` begins; days outside lie at the nearest edge."""
        return self.left + self.width * min(max((day - self.first).days, 0), self._days) / self._days

    def after(self, day: date) -> float:
        """Where ``day`` ends."""
        return self.left + self.width * min(max((day - self.first).days + 1, 0), self._days) / self._days

    def side(self, day: date) -> int:
        """-1 when the day lies before what is shown, 1 when after it, else 0."""
        return -1 if day < self.first else 1 if day > self.last else 0

    def year_heads(self, lang: Lang) -> list[Head]:
        """The years, or school years, above the axis."""
        return [self._head(period, period.label.get(lang)) for period in periods(self.years, self._coarse)]

    def part_heads(self, lang: Lang, size: float) -> list[Head]:
        """The quarters or months under the years, as fine as there is room for; none when only years are."""
        for scale in _finer(self.scale):
            heads = [self._head(period, period.label.get(lang)) for period in periods(self.years, scale)]
            if all(head.right - head.left >= text_width(head.word, size) + 3 for head in heads):
                return heads
        return []

    def quarters(self) -> list[float]:
        """Where a quarter begins, when the scale asks for that and they lie far enough apart."""
        if self.scale not in (Scale.QUARTER, Scale.MONTH):
            return []
        found = [self.at(period.first) for period in periods(self.years, Scale.QUARTER)]
        return found if self.width / len(found) >= 6 else []

    def schoolyear_lines(self) -> list[float]:
        """Where a school year begins, on the scales that do not have it as their years."""
        if self.scale is Scale.SCHOOLYEAR:
            return []
        first, last = self.years
        return [self.at(date(year, 8, 1)) for year in range(first, last + 1)]

    def _head(self, period: Period, word: str) -> Head:
        return Head(self.at(period.first), self.after(period.last), word)


def _finer(scale: Scale) -> Iterator[Scale]:
    if scale is Scale.MONTH:
        yield Scale.MONTH
    if scale in (Scale.MONTH, Scale.QUARTER):
        yield Scale.QUARTER
