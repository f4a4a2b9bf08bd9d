"""From the text of a date cell to a When: whole-cell words first, then phrases, remarks and several lines."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mijlpalen_xlsx.dates.patterns import Unreadable
from mijlpalen_xlsx.dates.phrases import joined, phrase
from mijlpalen_xlsx.dates.tokens import fold, tokens_of
from mijlpalen_xlsx.dates.when import EARLIEST, LATEST, Note, Parsed, When
from mijlpalen_xlsx.dates.whole import recurring, whole_cell, yearly
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import clean

__all__ = ["parse"]

LONGEST = 200

_REMARK = pattern(r"\(([^()]*)\)?")


def _within_bounds(when: When | None) -> bool:
    return when is None or all(day is None or EARLIEST <= day <= LATEST for day in (when.first, when.last))


def _read(text: str, year: int | None) -> Parsed:
    """One line as a phrase; a reading that reaches outside the years we accept is refused."""
    tokens = tokens_of(fold(text))
    if not tokens:
        return Parsed(None, Note.UNKNOWN)
    try:
        found = phrase(tokens, year)
    except Unreadable as problem:
        return Parsed(None, problem.args[0])
    if found is None:
        return Parsed(None, Note.UNKNOWN)
    if not _within_bounds(found.when):
        return Parsed(None, Note.OUT_OF_RANGE)
    return found if _within_bounds(found.other) else Parsed(found.when)


def _line(text: str, period: tuple[date, date] | None, year: int | None) -> Parsed:
    """One line: a known word, a phrase, or either with a remark."""
    found = whole_cell(text, period) or _read(text, year)
    if found.note is not Note.UNKNOWN:
        return found
    rest = yearly(text)
    if rest and _read(rest, EARLIEST.year).when:
        return recurring(period)
    return _without_remark(text, period, year) if "(" in text else found


def _without_remark(text: str, period: tuple[date, date] | None, year: int | None) -> Parsed:
    """A text with a remark between brackets, which may hold a second date."""
    remarks = " ".join(_REMARK.findall(text))
    rest = clean(_REMARK.sub(" ", text))
    if not rest:
        return Parsed(None, Note.UNKNOWN)
    outside = _line(rest, period, year)
    inside = _read(remarks, year).when if any(c.isdigit() for c in remarks) else None
    if outside.when and inside and not outside.note:
        return Parsed(outside.when, Note.AMBIGUOUS, inside)
    return outside


def _lines(lines: list[str], period: tuple[date, date] | None, year: int | None) -> Parsed:
    """Several lines that are no single phrase: dates, each on its own line, or a date with a remark."""
    readings = [_line(line, period, year) for line in lines]
    refused = [
        r for line, r in zip(lines, readings, strict=True) if not r.when and any(map(str.isdigit, line))
    ]
    if refused:
        return refused[0]
    dated = [r for r in readings if r.when and r.when.first and r.when.last]
    if len(dated) < 2:
        return next((r for r in [*dated, *readings] if r.when), readings[0])
    firsts = [r.when.first for r in dated if r.when and r.when.first]
    lasts = [r.when.last for r in dated if r.when and r.when.last]
    return Parsed(joined(When.day(min(firsts)), When.day(max(lasts))), Note.TWO_DATES)


@lru_cache(maxsize=4096)
def parse(text: str, *, period: tuple[date, date] | None = None, year: int | None = None) -> Parsed:
    """What a person meant by the text of a date cell. Never raises.

    ``period``: first and last day of the subsidy, for ``doorlopend`` and the like. ``year``: the year of the
    column, for ``Q3`` or ``1 september``. A word that rightly stands for no date yet gives a When without
    days. Text that cannot be read, or is longer than 200 characters, gives no When but a Note. ``text`` is
    kept in the result as it was given.
    """
    if len(text) > LONGEST:
        return Parsed(None, Note.UNKNOWN)
    lines = [line for line in map(clean, text.splitlines()) if line]
    if not lines:
        return Parsed(None)
    found = _line(" ".join(lines), period, year)
    if found.when is None and len(lines) > 1:
        found = _lines(lines, period, year)
    return Parsed(
        found.when and found.when._replace(text=text),
        found.note,
        found.other and found.other._replace(text=text),
    )
