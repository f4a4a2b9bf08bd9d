"""Cells that hold no date but a word or sign we know: always the whole cell, titles hold such words too."""

from __future__ import annotations

import re
from datetime import date

from mijlpalen_xlsx.dates.lexicon import CANCELLING, CYCLES, UNITS, WHOLE
from mijlpalen_xlsx.dates.tokens import fold
from mijlpalen_xlsx.dates.when import Note, Parsed, Precision, When
from mijlpalen_xlsx.regex import pattern

__all__ = ["recurring", "whole_cell", "yearly"]

_COUNT = (
    r"(?:\d{1,4}(?:[.,]\d{1,3})?|,5|een|twee|drie|vier|vijf|zes|half|anderhal(?:f|ve)|enkele"
    r"|an?|one|two|three|half an?)"
)
_DURATION = pattern(
    rf"(?:ca )?(?:{_COUNT} ?(?:a|tot|to|-|of|or|x) ?)?(?:{_COUNT} ?([a-z]+)|halfjaar)(?: per [a-z]+| lang)?",
    re.A,
)
_CYCLE = pattern(
    rf"(?:(?:ca )?(?:{_COUNT} ?(?:x|keer|maal|times)?|tweemaal) ?)?"
    rf"(?:per|elke?|iedere?|each|every|in het|om de) (?:{_COUNT} )?([a-z]+)",
    re.A,
)
_YEARLY = pattern(r"(?:jaarlijks|(?:elk|ieder) (?:school)?jaar|(?:each|every) year|annually|yearly)\b", re.A)
_HOLIDAY = pattern(
    r"(?:[a-z]+ ){0,2}(?:(?:kerst|voorjaars|mei|herfst|krokus|paas|pinkster|carnavals)[- /]*){1,3}vakantie"
    r"(?: (?:van |in )?[0-9/' -]{2,12})?",
    re.A,
)
_NOT_LETTERS = pattern(r"[\W_]+")
_SIGNS_TO_COME, _SIGNS_NOTHING = frozenset("?.…"), frozenset("-–—/")


def _no_date(note: Note) -> Parsed:
    return Parsed(When(None, None, Precision.NONE), note)


def _period(period: tuple[date, date] | None, note: Note) -> Parsed:
    if period is None:
        return Parsed(When(None, None, Precision.OPEN), note)
    return Parsed(When(*period, Precision.PERIOD), note)


def _signs(text: str) -> Parsed | None:
    """A question mark or dots for "to come", a dash for "nothing here"."""
    signs = set(text) - {" "}
    if not signs or not signs <= _SIGNS_TO_COME | _SIGNS_NOTHING:
        return None
    return _no_date(Note.VAGUE if signs & _SIGNS_TO_COME else Note.NOT_APPLICABLE)


def _note(folded: str, key: str) -> Note | None:
    if key in WHOLE:
        return WHOLE[key]
    if folded.split(maxsplit=1)[0].strip(",.") in CANCELLING:
        return Note.CANCELLED
    if folded[-1:].isalpha():  # both end with a word, most dates with a year
        cycle = _CYCLE.fullmatch(folded)
        if cycle and cycle[1] in CYCLES:
            return Note.RECURRING
        duration = _DURATION.fullmatch(folded)
        if duration and (duration[1] or "halfjaar") in UNITS:
            return Note.DURATION
    return Note.HOLIDAY if "vakantie" in folded and _HOLIDAY.fullmatch(folded) else None


def whole_cell(text: str, period: tuple[date, date] | None) -> Parsed | None:
    """The reading of a cell that is one known word, sign or duration; None for everything else."""
    folded = fold(text).rstrip(" .!")
    key = _NOT_LETTERS.sub("", folded)
    if not key:
        return _signs(text)
    note = _note(folded, key)
    if note in (Note.ONGOING, Note.RECURRING):
        return _period(period, note)
    if note in (Note.STATUS_WORD, Note.DURATION, Note.NO_YEAR):
        return Parsed(None, note)
    return _no_date(note) if note else None


def yearly(text: str) -> str | None:
    """What follows on ``jaarlijks`` in ``jaarlijks in september``; None when a text starts otherwise."""
    folded = fold(text)
    found = _YEARLY.match(folded)
    return folded[found.end() :].strip(" ,") or None if found else None


def recurring(period: tuple[date, date] | None) -> Parsed:
    """The reading of something that comes back every year."""
    return _period(period, Note.RECURRING)
