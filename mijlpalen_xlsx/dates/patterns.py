"""The phrases for one day or one period: each a row of token kinds with the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from mijlpalen_xlsx.dates.tokens import MARKS, Token
from mijlpalen_xlsx.dates.when import (
    EARLIEST,
    LATEST,
    ONE_DAY,
    Note,
    Parsed,
    Precision,
    When,
    months,
    school_year,
    season,
    week,
)

__all__ = ["Unreadable", "single"]

# Many schools; the real first day differs per region and year.
SUMMER_BREAK = (7, 9)

Values = Sequence[int]


class Unreadable(Exception):
    """The words are a date, but no day can be made of it; ``args[0]`` is the Note that says why."""


def _year(value: int | None) -> int:
    if value is None:
        raise Unreadable(Note.NO_YEAR)
    if not EARLIEST.year <= value <= LATEST.year:
        raise Unreadable(Note.OUT_OF_RANGE)
    return value


def _short_year(value: int) -> int:
    return _year(value + 2000 if value < 100 else value)


def _day(year: int, month: int, day: int) -> When:
    return When.day(date(_year(year), month, day))


def _month(year: int, month: int) -> When:
    return months(_year(year), date(2000, month, 1).month, 1, Precision.MONTH)


def _parts(year: int, month: int, count: int, precision: Precision) -> When:
    """A part of a year by number; ValueError when the number is past the end of the year."""
    first = (month - 1) * count + 1
    date(2000, first, 1)
    return months(_year(year), first, count, precision)


def _quarter(year: int, number: int) -> When:
    return _parts(year, number, 3, Precision.QUARTER)


def _half(year: int, number: int) -> When:
    return _parts(year, number, 6, Precision.HALF)


def _part_of_year(year: int, part: int) -> When:
    if part == 4:
        return _day(year, 12, 31)
    if part == 2:
        return months(_year(year), 5, 4, Precision.PERIOD)
    return _quarter(year, 1 if part == 1 else 4)


def _days(first: date, last: date) -> When:
    return When(first, last, Precision.PERIOD)


def _part_of_month(year: int, part: int, month: int) -> When:
    whole = _month(year, month)
    assert whole.first
    assert whole.last
    if part == 1:
        return _days(whole.first, whole.first.replace(day=10))
    if part == 2:
        return _days(whole.first.replace(day=11), whole.first.replace(day=20))
    return _days(whole.first.replace(day=21), whole.last)


def _part_of(part: int, whole: When, size: int) -> When:
    """Begin, middle or end of a whole of ``size`` months; a middle keeps the same distance to both ends."""
    assert whole.first
    count = {3: 1, 6: 2, 12: 2}[size]
    before = {1: 0, 2: (size - count) // 2}.get(part, size - count)
    return months(whole.first.year, whole.first.month + before, count, Precision.PERIOD)


def _week_of_month(year: int, number: int, month: int) -> When:
    first = date(_year(year), month, 7 * number - 6)
    return _days(first, first + 6 * ONE_DAY)


def _last_week(year: int, month: int) -> When:
    last = _month(year, month).last
    assert last
    return _days(last - 6 * ONE_DAY, last)


def _half_of_month(year: int, number: int, month: int) -> When:
    whole = _month(year, month)
    assert whole.first
    assert whole.last
    if number == 1:
        return _days(whole.first, whole.first.replace(day=15))
    return _days(date(year, month, {2: 16}.get(number, 0)), whole.last)


def _season(year: int, number: int) -> When | Parsed:
    found = season(_year(year), number)
    return Parsed(found, Note.AMBIGUOUS, season(year - 1, number)) if number == 4 else found


def _week(year: int, number: int) -> When:
    return week(_year(year), number)


def _summer_break(year: int) -> Parsed:
    return Parsed(_days(date(_year(year), *SUMMER_BREAK), date(year, 8, 31)), Note.APPROXIMATE)


# Phrases to which a year belongs, without that year, which may stand in front, behind, or above the column.
_WITHIN_YEAR: dict[str, Callable[..., When | Parsed]] = {
    "nM": lambda y, d, m: _day(y, m, d),
    "M": _month,
    "nQ": _quarter,
    "Qn": _quarter,
    "nH": _half,
    "Hn": _half,
    "nW": _week,
    "Wn": _week,
    "S": _season,
    "P": _part_of_year,
    "PM": _part_of_month,
    "PQn": lambda y, p, q: _part_of(p, _quarter(y, q), 3),
    "PnQ": lambda y, p, q: _part_of(p, _quarter(y, q), 3),
    "PHn": lambda y, p, h: _part_of(p, _half(y, h), 6),
    "PnH": lambda y, p, h: _part_of(p, _half(y, h), 6),
    "PS": lambda y, p, s: _part_of(p, season(_year(y), s), 3),
    "nWM": _week_of_month,
    "LWM": _last_week,
    "LM": _last_week,
    "nHM": _half_of_month,
    "Z": _summer_break,
    "K": lambda y: _days(date(_year(y), 12, 25), date(y, 12, 26)),
}
# Token kinds that carry a number into the function.
_VALUED = "nYNMSP"


def _month_and_number(month: int, number: int, year: int | None) -> Parsed:
    """``sep-21`` is a month with its year, as Excel shows it; ``september 5`` is a day."""
    if number < 10:
        return Parsed(_day(_year(year), month, number))
    found = _month(2000 + number, month)
    try:
        return Parsed(found, Note.AMBIGUOUS, _day(year, month, number)) if year else Parsed(found)
    except ValueError:
        return Parsed(found)


def _day_or_month_first(day: int, month: int, year: int) -> Parsed:
    """With slashes people also write the American order; a day that only exists in that order is refused."""
    found = _day(_short_year(year), month, day)
    if day > 12 or day == month:
        return Parsed(found)
    return Parsed(found, Note.AMBIGUOUS, _day(_short_year(year), day, month))


def _years(first: int, last: int) -> When:
    if _year(last) < _year(first):
        raise Unreadable(Note.IMPOSSIBLE)
    return months(first, 1, 12 * (last - first + 1), Precision.YEAR if first == last else Precision.PERIOD)


def _two_years(first: int, last: int, sep: str) -> Parsed:
    if last != first + 1:
        return Parsed(_years(first, last))
    if sep == "/":
        return Parsed(school_year(_year(first)))
    return Parsed(_years(first, last), Note.AMBIGUOUS, school_year(first))


def _year_and_number(year: int, number: int, sep: str) -> Parsed | None:
    """``2021-09`` is a month, ``2021-22`` and ``2021/22`` are two years."""
    if number <= 12:
        return Parsed(_month(year, number))
    return _two_years(year, year // 100 * 100 + number, sep) if sep in "-/" else None


def _two_numbers(a: int, b: int, sep: str, year: int | None) -> Parsed | None:
    """``1-9`` is a day that lacks its year, ``21/22`` a school year; ``1.2`` is no date but a number."""
    if sep not in ("-", "/"):
        return None
    if b == a + 1 and a > 12:
        return _two_years(2000 + a, 2000 + b, sep)
    if not (1 <= a <= 31 and 1 <= b <= 12):
        return None
    day = _day(_year(year), b, a)
    if sep == "/" and a <= 12 and a != b:
        return Parsed(day, Note.AMBIGUOUS, _day(_year(year), a, b))
    return Parsed(day)


def _eight_digits(value: int) -> Parsed | None:
    if EARLIEST.year <= value // 10000 <= LATEST.year:
        return Parsed(_day(value // 10000, value // 100 % 100, value % 100))
    if EARLIEST.year <= value % 10000 <= LATEST.year:
        return Parsed(_day(value % 10000, value // 10000 % 100, value // 1000000))
    return None


def _separator(marks: list[str], count: int) -> str | None:
    """The mark between ``count`` numbers, "" when there is none; None when the marks make no single date."""
    if not marks:
        return ""
    if len(marks) != count - 1 or not set(marks) <= {"-", "/", "."}:
        return None
    return marks[0] if len(set(marks)) == 1 else "-"  # 15/6-2022, in handwriting style


def _numeric(shape: str, v: Values, sep: str, year: int | None) -> Parsed | None:
    """Phrases of numbers alone, in which the mark between them matters."""
    match shape:
        case "Y":
            return Parsed(_years(v[0], v[0]))
        case "N":
            return _eight_digits(v[0])
        case "nnY" | "nnn" if sep == "/":
            return _day_or_month_first(*v)
        case "nnY" | "nnn":
            return Parsed(_day(_short_year(v[2]), v[1], v[0])) if sep or shape == "nnY" else None
        case "Ynn":
            return Parsed(_day(*v)) if sep else None
        case "nY" if sep:
            return Parsed(_month(v[1], v[0]))
        case "Yn" if sep:
            return _year_and_number(v[0], v[1], sep)
        case "YY" if sep in ("-", "/"):
            return _two_years(v[0], v[1], sep)
        case "nn":
            return _two_numbers(v[0], v[1], sep, year)
    return None


def _second_year(first: int, values: Values) -> int | None:
    """Last year of ``2021-2022``, ``2021-22`` or ``2021``, given its first; None when it runs backwards."""
    if len(values) == 1:
        return first + 1
    last = values[1] if values[1] >= 100 else first // 100 * 100 + values[1]
    return _year(last) if last > first else None


def _of_school_year(head: str, number: int, first: int, last: int, start: int) -> When | None:
    """A school year, several of them in a row, or the begin, end or half of one."""
    whole = months(first, start, 12 * (last - first), Precision.PERIOD)
    if last == first + 1:
        if head == "P":
            return _part_of(number, whole, 12)
        if head == "nH":
            return months(first, start + 6 * (number - 1), 6, Precision.PERIOD) if number in (1, 2) else None
        return school_year(first, start)
    return None if head else whole


def _school(shape: str, values: Values, year: int | None) -> Parsed | None:
    """``schooljaar 2021-2022``, ``sj 21-22``, ``eind schooljaar 2022``; a single year leaves a doubt."""
    start, at = (8, shape.index("J")) if "J" in shape else (9, shape.index("A"))
    head, tail = shape[:at], shape[at + 1 :]
    if head not in ("", "P", "nH") or tail not in ("", "Y", "YY", "Yn", "nn"):
        return None
    number, years = (values[0], values[1:]) if head else (0, values)
    if tail in ("", "Y"):
        named = _year(years[0] if tail else year)
        # A school year ends in the year that people name when they speak of its end.
        shift = -1 if head == "P" and number > 2 else 0
        found = _of_school_year(head, number, named + shift, named + shift + 1, start)
        other = _of_school_year(head, number, named - 1 - shift, named - shift, start)
        return Parsed(found, Note.AMBIGUOUS, other) if found else None
    first = _short_year(years[0])
    last = _second_year(first, years)
    if last is None:
        raise Unreadable(Note.IMPOSSIBLE)
    found = _of_school_year(head, number, first, last, start)
    return Parsed(found) if found else None


def _winter(values: Values) -> Parsed | None:
    """``winter 2022-2023``; other seasons do not stretch over two years."""
    number, first, last = values
    first = _short_year(first)
    if number == 4 and last % 100 == (first + 1) % 100:
        return Parsed(season(first, 4))
    return None


def _worded(shape: str, values: Values, year: int | None) -> Parsed | None:
    if "J" in shape or "A" in shape:
        return _school(shape, values, year)
    if shape in ("SYY", "SYn", "Snn"):
        return _winter(values)
    if shape == "Mn":
        return _month_and_number(values[0], values[1], year)
    if shape == "MnY":
        return Parsed(_day(values[2], values[0], values[1]))
    # A short year without apostrophe; "week 36 37" is more likely two weeks.
    if (
        set(shape) & set("YW") == set()
        and shape[-1] == "n"
        and shape not in _WITHIN_YEAR
        and values[-1] >= 10
    ):
        shape, values = shape[:-1] + "Y", [*values[:-1], 2000 + values[-1]]
    if shape[-1] == "Y":
        shape, values, year = shape[:-1], values[:-1], values[-1]
    elif shape[0] == "Y":
        shape, values, year = shape[1:], values[1:], values[0]
    reader = _WITHIN_YEAR.get(shape)
    if reader is None:
        return None
    found = reader(_year(year), *values)
    return found if isinstance(found, Parsed) else Parsed(found)


def single(tokens: Sequence[Token], year: int | None) -> Parsed | None:
    """One day or period with both its ends, None when the tokens are no such phrase.

    ``year`` is the year of the column, for phrases without one. Raises Unreadable.
    """
    while tokens and tokens[0].kind in MARKS:
        tokens = tokens[1:]
    while tokens and tokens[-1].kind in MARKS:
        tokens = tokens[:-1]
    pieces = [t for t in tokens if t.kind not in MARKS and t.kind != "x"]
    shape = "".join(t.kind for t in pieces)
    if not shape:
        return None
    values = [t.value for t in pieces if t.kind in _VALUED]
    try:
        if shape.strip("nYN"):
            return _worded(shape, values, year)
        sep = _separator([t.kind for t in tokens if t.kind in MARKS or t.kind == "x"], len(pieces))
        return None if sep is None else _numeric(shape, values, sep, year)
    except ValueError as problem:
        raise Unreadable(Note.IMPOSSIBLE) from problem
