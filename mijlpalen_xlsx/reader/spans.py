"""Period columns: the days that a column of the Gantt picture or of the progress sheet stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from mijlpalen_xlsx.cells import Cell, CellError, Value
from mijlpalen_xlsx.dates import Precision, parse
from mijlpalen_xlsx.dates.when import months, school_year
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.reader.grid import Grid
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import clean

__all__ = ["Span", "is_periodish", "scale_of", "spans", "years_of"]


class Span(NamedTuple):
    """First and last day of a column."""

    first: date
    last: date


_PERIODISH = pattern(
    r"""(?:school|studie|cursus)?(?:jaar|year|sj)?\s*'?(?:19|20)\d\d(?:\s*[-–/]\s*'?(?:20)?\d\d)?
      | (?:sj\s*)?'?\d\d\s*[-–/]\s*'?\d\d
      | (?:[kqh]|kw|kwartaal|quarter|w|wk|week)\.?\s*\d{1,2}(?:[ -]*'?(?:20)?\d\d)?
      | 20\d\d[ -]*(?:[kqhw]|kw|kwartaal|quarter|wk|week)\.?\s*\d{1,2}
      | \d(?:e|ste|de|st|nd|rd|th)\s+(?:kwartaal|kw|helft|halfjaar|quarter)(?:\s+(?:van\s+)?'?(?:20)?\d\d)?
      | (?:jan(?:uar[iy])?|feb(?:ruar[iy])?|m(?:aa)?rt|mar(?:ch)?|apr(?:il)?|mei|may|ju[nl][iey]?
          |aug(?:ustu?s?)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?
        )\.?[ -]*(?:'?(?:20)?\d\d)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CONSECUTIVE = pattern(r"\D*(?:20)?(\d\d)\s*[-–/]\s*'?(?:20)?(\d\d)\D*")
_SCALES = {3: Scale.QUARTER, 1: Scale.MONTH}
_LONGEST = 40


def is_periodish(value: Value) -> bool:
    """Whether a header looks like a year, a school year, a quarter, a month or a week."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return 1990 <= value <= 2099 and value == int(value)
    if not isinstance(value, str) or isinstance(value, CellError) or len(value) > _LONGEST:
        return False
    return _is_period(value)


@lru_cache(maxsize=1024)
def _is_period(text: str) -> bool:
    return _PERIODISH.fullmatch(clean(text)) is not None


def _of_label(value: Value, year: int | None, number_format: str = "General") -> Span | None:
    """The days of one header on its own, or within ``year``."""
    if isinstance(value, datetime):
        whole_year = "m" not in number_format.lower()
        found = months(value.year, 1 if whole_year else value.month, 12 if whole_year else 1, Precision.YEAR)
        return _span(found.first, found.last)
    if isinstance(value, (int, float)):
        return _year(int(value))
    if not isinstance(value, str):
        return None
    text = clean(value)
    pair = _CONSECUTIVE.fullmatch(text)
    if pair and (int(pair[1]) + 1) % 100 == int(pair[2]):
        return _span(*school_year(2000 + int(pair[1]))[:2])
    when = parse(text, year=year).when
    return _span(when.first, when.last) if when else None


def _span(first: date | None, last: date | None) -> Span | None:
    return Span(first, last) if first and last else None


def _year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31))


def spans(grid: Grid, rows: Sequence[int], candidates: Sequence[int]) -> dict[int, Span]:
    """The days of each candidate column, from the header rows above it (top first); others are left out.

    A year stands over the columns below it until the next year, merged or not. Columns below a year that
    have no readable word of their own share the year evenly when that gives whole months.
    """
    found: dict[int, Span] = {}
    for year, below in _by_year(grid, rows, candidates):
        found.update(_within(grid, rows, year, below))
    return {column: found[column] for column in candidates if column in found}


def _by_year(
    grid: Grid, rows: Sequence[int], candidates: Sequence[int]
) -> list[tuple[Span | None, list[int]]]:
    """The candidates in runs under the same year (None: under no year)."""
    runs: list[tuple[Span | None, list[int]]] = [(None, [])]
    for column in candidates:
        own = _year_above(grid, rows, column)
        if own and own != runs[-1][0]:
            runs.append((own, []))
        runs[-1][1].append(column)
    return runs


def _year_above(grid: Grid, rows: Sequence[int], column: int) -> Span | None:
    for row in rows:
        cell = grid.cell(row, column)
        span = _whole_year(grid, cell) if cell else None
        if span:
            return span
    return None


def _whole_year(grid: Grid, cell: Cell) -> Span | None:
    value = grid.value(cell)
    if not (isinstance(value, datetime) or is_periodish(value)):
        return None
    span = _of_label(value, None, cell.number_format)
    return span if span and 360 < (span.last - span.first).days < 370 else None


def _within(grid: Grid, rows: Sequence[int], year: Span | None, below: Sequence[int]) -> Mapping[int, Span]:
    """The columns under one year: by their own words, else by their place, else the year itself."""
    own: dict[int, Span] = {}
    for column in below:
        span = _own_words(grid, rows, column, year)
        if span:
            own[column] = span
    if year is None or len(own) == len(below):
        return own
    if len(below) == 1:
        return {below[0]: year}
    if not own and len(below) in (2, 3, 4, 6, 12):
        return _shared(year, below)
    return own or {below[0]: year}


def _own_words(grid: Grid, rows: Sequence[int], column: int, year: Span | None) -> Span | None:
    for row in reversed(rows):
        cell = grid.cell(row, column)
        value = grid.value(cell) if cell else None
        if cell is None or not (isinstance(value, datetime) or is_periodish(value)):
            continue
        span = _of_label(value, year.first.year if year else None, cell.number_format)
        if span and span != year:
            return span
    return None


def _shared(year: Span, below: Sequence[int]) -> dict[int, Span]:
    size = 12 // len(below)
    parts = (months(year.first.year, year.first.month + i * size, size, Precision.PERIOD) for i in range(12))
    return {
        column: Span(part.first, part.last)
        for column, part in zip(below, parts, strict=False)
        if part.first and part.last
    }


def scale_of(found: Sequence[Span]) -> Scale | None:
    """How finely the columns cut the years; None without columns."""
    if not found:
        return None
    days = sorted((span.last - span.first).days + 1 for span in found)
    middle = days[len(days) // 2]
    if middle > 300:
        return Scale.SCHOOLYEAR if found[0].first.month == 8 else Scale.YEAR
    return Scale.QUARTER if middle > 45 else Scale.MONTH


def years_of(found: Sequence[Span]) -> tuple[int, int] | None:
    """First and last year of the columns, at most ten; without the half years at the ends of school years."""
    if not found:
        return None
    first, last = min(span.first for span in found).year, max(span.last for span in found).year
    if scale_of(found) is Scale.SCHOOLYEAR:
        first, last = first + 1, last - 1
    return first, min(max(first, last), first + 9)
