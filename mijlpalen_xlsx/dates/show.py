"""A When in words: the phrase that reads back as the same When, and texts for messages."""

from __future__ import annotations

from datetime import date

from mijlpalen_xlsx.dates.when import ONE_DAY, Precision, When, months, school_year, season, week
from mijlpalen_xlsx.words import Lang, Words

__all__ = ["range_text", "short", "show", "written_out"]

_MONTHS = (
    Words("januari", "January"),
    Words("februari", "February"),
    Words("maart", "March"),
    Words("april", "April"),
    Words("mei", "May"),
    Words("juni", "June"),
    Words("juli", "July"),
    Words("augustus", "August"),
    Words("september", "September"),
    Words("oktober", "October"),
    Words("november", "November"),
    Words("december", "December"),
)

_THROUGH = Words("t/m", "to")
_FROM = Words("vanaf", "from")
_AT_LATEST = Words("uiterlijk", "by")
_ONGOING = Words("doorlopend", "ongoing")
_UNKNOWN = Words("n.t.b.", "TBD")
_NO_DATE = Words("geen datum", "no date")
_HALF = (Words("1e helft", "first half of"), Words("2e helft", "second half of"))
_SEASONS = (
    Words("voorjaar", "spring"),
    Words("zomer", "summer"),
    Words("najaar", "autumn"),
    Words("winter", "winter"),
)
_SCHOOL_YEAR = Words("schooljaar", "school year")
_STUDY_YEAR = Words("studiejaar", "academic year")


def _month_name(month: int, lang: Lang) -> str:
    return _MONTHS[month - 1].get(lang)


def written_out(day: date, lang: Lang = "nl") -> str:
    """``1 oktober 2023`` or ``1 October 2023``."""
    return f"{day.day} {_month_name(day.month, lang)} {day.year}"


def short(day: date, lang: Lang = "nl") -> str:
    """``1 okt 2023`` or ``1 Oct 2023``."""
    name = _month_name(day.month, lang)
    return f"{day.day} {'mrt' if name == 'maart' else name[:3]} {day.year}"


def _from_to(first: date, last: date, lang: Lang) -> str:
    """Two days, without saying the month and year of the first when they are the same."""
    start = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += " " + _month_name(first.month, lang)
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} {_THROUGH.get(lang)} {written_out(last, lang)}"


def range_text(when: When, lang: Lang = "nl") -> str:
    """The days themselves: ``1 mei t/m 31 augustus 2022``, ``vanaf 1 augustus 2022``, ``geen datum``."""
    if when.first and when.last:
        return (
            written_out(when.first, lang)
            if when.first == when.last
            else _from_to(when.first, when.last, lang)
        )
    if when.first:
        return f"{_FROM.get(lang)} {written_out(when.first, lang)}"
    if when.last:
        return f"{_AT_LATEST.get(lang)} {written_out(when.last, lang)}"
    return (_ONGOING if when.precision is Precision.OPEN else _NO_DATE).get(lang)


def _is(when: When, other: When) -> bool:
    return when[:3] == other[:3]


def _named(when: When, first: date, lang: Lang) -> str | None:
    """The name of a week, month, quarter, half, season or (school) year; None when the days do not fit it."""
    year, precision = first.year, when.precision
    if precision is Precision.WEEK:
        iso = first.isocalendar()
        return f"week {iso.week} {iso.year}" if _is(when, week(iso.year, iso.week)) else None
    if precision is Precision.SCHOOLYEAR and first.month in (8, 9):
        words = _SCHOOL_YEAR if first.month == 8 else _STUDY_YEAR
        return f"{words.get(lang)} {year}-{year + 1}" if _is(when, school_year(year, first.month)) else None
    if precision is Precision.SEASON and first.month % 3 == 0:
        number = first.month // 3
        years = f"{year}-{year + 1}" if number == 4 else str(year)
        return f"{_SEASONS[number - 1].get(lang)} {years}" if _is(when, season(year, number)) else None
    return _part_of_year(when, first, lang)


def _part_of_year(when: When, first: date, lang: Lang) -> str | None:
    size = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12}.get(
        when.precision
    )
    if (
        size is None
        or (first.month - 1) % size
        or not _is(when, months(first.year, first.month, size, when.precision))
    ):
        return None
    number = (first.month - 1) // size
    names = {
        1: _month_name(first.month, lang),
        3: f"Q{number + 1}" if lang == "en" else f"{number + 1}e kwartaal",
        6: _HALF[number % 2].get(lang),
        12: "",
    }
    return f"{names[size]} {first.year}".strip()


def _whole_months(first: date, last: date, lang: Lang) -> str | None:
    """A period of whole years or months, more than one: ``2021 t/m 2023``, ``mei t/m augustus 2022``."""
    if first.day != 1 or (last + ONE_DAY).day != 1:
        return None
    through = _THROUGH.get(lang)
    if first.year < last.year and first.month == 1 and last.month == 12:
        return f"{first.year} {through} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return None
    start = _month_name(first.month, lang) + ("" if first.year == last.year else f" {first.year}")
    return f"{start} {through} {_month_name(last.month, lang)} {last.year}"


def show(when: When, lang: Lang = "nl") -> str:
    """The usual phrase for a When, its own text left aside. ``parse`` reads it back as the same When."""
    if when.precision is Precision.NONE:
        return _UNKNOWN.get(lang)
    if when.first and when.last:
        if when.precision is Precision.PERIOD:
            named = _whole_months(when.first, when.last, lang)
        else:
            named = _named(when, when.first, lang)
        if named:
            return named
    return range_text(when, lang)
