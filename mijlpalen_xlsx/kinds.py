"""What may stand in a column: each kind reads a cell, shows a value, and says what the data looks like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from mijlpalen_xlsx.cells import Cell, Value
from mijlpalen_xlsx.dates import Note, Parsed, Precision, When, from_serial, parse, short, show
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.vocabulary import Vocabulary
from mijlpalen_xlsx.words import Lang, Words, clean, normal, trim, visible

__all__ = [
    "CELL_LIMIT",
    "Choice",
    "Context",
    "Date",
    "Day",
    "Effort",
    "Kind",
    "Number",
    "NumberList",
    "Reading",
    "Text",
    "as_text",
    "effort_hours",
    "party_names",
    "plain",
]

CELL_LIMIT = 32_767
"""Characters that one cell can hold in Excel."""

_CONTROL = pattern("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NUMBER_PARTS = pattern(r"\s*(?:;|\n|/|&|\+|,\s|,(?=[^,;]*\.)|\ben\b|\band\b)\s*", re.IGNORECASE)
_EFFORT = pattern(r"(?:ca\.?|circa|±|ongeveer)?\s*([\d.,\u00a0 ]*\d)\s*([^\W\d]*)\.?")
_HOURS = {
    **dict.fromkeys(("", "u", "uur", "uren", "h", "hr", "hrs", "hour", "hours"), 1.0),
    **dict.fromkeys(("dagdeel", "dagdelen", "halve", "halfday"), 4.0),
    **dict.fromkeys(("dag", "dagen", "day", "days", "werkdag", "werkdagen"), 8.0),
}
MOST_HOURS = 1_000_000.0
_BETWEEN_PARTIES = pattern(
    r"\s*(?:[;\n+&]|,|\s/|/\s|\bi\.?s\.?m\.?(?=\s)|\b(?:samen met|met|en|and|with)\b)\s*", re.IGNORECASE
)


class Context(NamedTuple):
    """What a kind may know of the workbook while it reads a cell."""

    lang: Lang = "nl"
    period: tuple[date, date] | None = None
    year: int | None = None
    date_1904: bool = False


class Reading(NamedTuple):
    """What a kind made of a cell: the value, and the name of the rule that should speak of it, if any."""

    value: Any = None
    remark: str | None = None
    values: Mapping[str, object] = {}
    suggestion: str | None = None


NOTHING = Reading()


def plain(text: str) -> str | None:
    """Text as we keep it: one kind of line end, no control characters, no outer space; None when empty."""
    if not text.isprintable():
        text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return trim(text) or None


def as_text(value: Value, lang: Lang = "nl") -> str | None:
    """A cell value as the person sees it: 3 for 3.0, ``1 mrt 2023`` for a date, None for an empty cell."""
    if value is None or isinstance(value, str):
        return plain(value) if value else None
    if isinstance(value, bool):
        return {"nl": ("ONWAAR", "WAAR"), "en": ("FALSE", "TRUE")}[lang][value]
    if isinstance(value, datetime):
        return short(value.date(), lang)
    if isinstance(value, float):
        text = repr(round(value, 10))
        return text.removesuffix(".0") if lang == "en" else text.removesuffix(".0").replace(".", ",")
    return str(value)


class Kind:
    """The common part of all kinds. ``name`` is the word in the docs; ``width`` is in characters."""

    name: ClassVar[Words] = Words("tekst", "text")

    def read(self, cell: Cell, context: Context) -> Reading:
        raise NotImplementedError

    def show(self, value: Any, lang: Lang) -> str | float | date:
        """What stands in the cell for ``value``: text, a number or a real date."""
        raise NotImplementedError

    def to_data(self, value: Any) -> Any:
        """The value in JSON."""
        return value

    def from_data(self, data: Any) -> Any:
        """The value from JSON. Raises ValueError or TypeError for data of another shape."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the value, null left out."""
        return {"type": "string"}


class Text(Kind):
    """Free text, line breaks allowed."""

    def read(self, cell: Cell, context: Context) -> Reading:
        return Reading(as_text(cell.value, context.lang))

    def show(self, value: str, lang: Lang) -> str:
        return value

    def from_data(self, data: Any) -> str | None:
        if not isinstance(data, str):
            raise TypeError('"…"')
        if len(data) > CELL_LIMIT:
            raise ValueError(f'"…" (≤ {CELL_LIMIT})')
        return plain(data)


def _number_text(value: Value, lang: Lang) -> str | None:
    """A number of a milestone as text: the float 1.1 is ``1.1`` in every language."""
    if isinstance(value, float):
        return repr(round(value, 10)).removesuffix(".0")
    text = visible(as_text(value, lang) or "")
    return text.rstrip(". ") or None


def _probably_meant(day: datetime) -> str:
    """``1.2`` for a cell that holds 1 February: what Excel makes of it with Dutch settings."""
    return f"{day.day}.{day.month}"


class Number(Kind):
    """The number of a row, such as 1.2: text, so that it never becomes a date or loses a zero."""

    name = Words("nummer", "number")

    def read(self, cell: Cell, context: Context) -> Reading:
        if isinstance(cell.value, datetime):
            meant = _probably_meant(cell.value)
            return Reading(meant, "number-became-date", {"day": cell.value.date()}, meant)
        return Reading(_number_text(cell.value, context.lang))

    def show(self, value: str, lang: Lang) -> str:
        return value

    def from_data(self, data: Any) -> str | None:
        if not isinstance(data, str):
            raise TypeError('"…"')
        return _number_text(plain(data), "nl")


class NumberList(Kind):
    """One or more numbers of rows: ``1.1; 1.2``."""

    name = Words("nummers, met ; ertussen", "numbers, separated by ;")

    def read(self, cell: Cell, context: Context) -> Reading:
        if isinstance(cell.value, datetime):
            meant = _probably_meant(cell.value)
            return Reading((meant,), "number-became-date", {"day": cell.value.date()}, meant)
        text = _number_text(cell.value, context.lang)
        return Reading(self._split(text)) if text else NOTHING

    @staticmethod
    def _split(text: str) -> tuple[str, ...] | None:
        parts = (part.strip(" .,") for part in _NUMBER_PARTS.split(text))
        found = (re.sub(r"(?<=\d),(?=\d)", ".", part) for part in parts)
        return tuple(dict.fromkeys(p for p in found if p and normal(p) not in _NO_NUMBER)) or None

    def show(self, value: tuple[str, ...], lang: Lang) -> str:
        return "; ".join(value)

    def to_data(self, value: tuple[str, ...] | None) -> list[str]:
        return list(value or ())

    def from_data(self, data: Any) -> tuple[str, ...] | None:
        if not isinstance(data, list) or not all(isinstance(item, str) for item in data):
            raise TypeError('["…"]')
        return self._split("; ".join(data)) if data else None

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string"}}


_NO_NUMBER = {"", "nvt", "n.v.t", "geen", "none", "n/a"}

_DATE_REMARKS = {
    Note.AMBIGUOUS: "ambiguous-date",
    Note.VAGUE: "vague-date",
    Note.TWO_DATES: "ambiguous-date",
}


class Date(Kind):
    """A date or a period in words: ``1-7-2022``, ``eind 2026``, ``Q3 2026``."""

    name = Words("datum of periode", "date or period")

    def read(self, cell: Cell, context: Context) -> Reading:
        value = cell.value
        if isinstance(value, datetime):
            return self._of_day(value.date())
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self._of_number(float(value), context)
        text = as_text(value, context.lang)
        return self._of_text(text, context) if text else NOTHING

    @staticmethod
    def _of_day(day: date) -> Reading:
        if not 1990 <= day.year <= 2099:
            return Reading(None, "unreadable-date", {"note": Note.OUT_OF_RANGE})
        return Reading(When.day(day))

    def _of_number(self, number: float, context: Context) -> Reading:
        """A bare number: 2023 is a year, 45000 is a date that lost its date format."""
        if number == int(number) and 1990 <= number <= 2099:
            return self._of_text(str(int(number)), context)
        day = from_serial(number, context.date_1904) if number >= 10_000 else None
        return self._of_day(day) if day else self._of_text(as_text(number, context.lang) or "", context)

    @staticmethod
    def _of_text(text: str, context: Context) -> Reading:
        parsed = parse(text, period=context.period, year=context.year)
        if parsed.when is None:
            return Reading(None, "unreadable-date", {"note": parsed.note or Note.UNKNOWN})
        if parsed.note is Note.NOT_APPLICABLE:
            return NOTHING
        if parsed.note is Note.HOLIDAY:  # holidays differ per region and year: only a month says when
            return Reading(None, "unreadable-date", {"note": parsed.note})
        if parsed.note in _DATE_REMARKS:
            return Reading(parsed.when, _DATE_REMARKS[parsed.note], _facts(parsed))
        remark = "period-in-words" if _worth_saying(parsed) else None
        return Reading(parsed.when, remark, _facts(parsed))

    def show(self, value: When, lang: Lang) -> str | date:
        if value.text is not None:
            return value.text
        if value.precision is Precision.DAY and value.first:
            return value.first
        return show(value, lang)

    def to_data(self, value: When | None) -> dict[str, Any] | None:
        if value is None:
            return None
        return {
            "first": value.first.isoformat() if value.first else None,
            "last": value.last.isoformat() if value.last else None,
            "precision": value.precision.value,
            "text": value.text,
        }

    def from_data(self, data: Any) -> When | None:
        if data is None:
            return None
        if not isinstance(data, dict):
            raise TypeError("{first, last, precision, text}")
        first, last = (date.fromisoformat(day) if (day := data.get(k)) else None for k in ("first", "last"))
        if first and last and last < first:
            raise ValueError("first ≤ last")
        text = data.get("text")
        if text is not None and not isinstance(text, str):
            raise TypeError('"…"')
        precision = Precision(data.get("precision", "day"))
        when = When(first, last, precision, plain(text) if text else None)
        return when if when.text or first or last else None

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/$defs/when"}


def _facts(parsed: Parsed) -> dict[str, object]:
    return {"read": parsed.when, "other": parsed.other, "note": parsed.note}


def _worth_saying(parsed: Parsed) -> bool:
    """A plain day in digits needs no explanation of how it was read; words do."""
    return parsed.when is not None and parsed.when.precision not in (Precision.DAY, Precision.NONE)


class Day(Kind):
    """One day, used for settings such as the reference date: the value is a date, words are not enough."""

    name = Words("datum", "date")

    def read(self, cell: Cell, context: Context) -> Reading:
        reading = Date().read(cell, context)
        when = reading.value
        if when is None or reading.remark == "unreadable-date":
            return reading
        if when.precision is not Precision.DAY:
            return Reading(None, "unreadable-date", {"note": Note.UNKNOWN})
        return Reading(when.first, reading.remark, reading.values)

    def show(self, value: date, lang: Lang) -> date:
        return value

    def to_data(self, value: date | None) -> str | None:
        return value.isoformat() if value else None

    def from_data(self, data: Any) -> date | None:
        if data is not None and not isinstance(data, str):
            raise TypeError("2025-12-31")
        return date.fromisoformat(data) if data else None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


def effort_hours(text: str) -> float | None:
    """Hours in ``40``, ``40 uur``, ``5 dagdelen`` (4 hours each), ``1.234,5``; None for other texts."""
    match = _EFFORT.fullmatch(normal(text).replace("per jaar", "").strip())
    unit = match and _HOURS.get(match[2])
    if not match or unit is None:
        return None
    digits = re.sub(r"[\s\u00a0]", "", match[1])
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits) or "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    try:
        hours = float(digits) * unit
    except ValueError:
        return None
    return round(hours, 4) if hours <= MOST_HOURS else None


def party_names(text: str) -> list[str]:
    """The parties in one cell: ``vmbo A + B i.s.m. mbo X`` names three. A slash counts beside a space."""
    return [name for part in _BETWEEN_PARTIES.split(text) if (name := clean(part))]


class Effort(Kind):
    """Tijdsinvestering in hours: ``40``, ``40 uur``, ``5 dagdelen``."""

    name = Words("uren (of dagdelen, met het woord erbij)", "hours (or half days, with the word)")

    def read(self, cell: Cell, context: Context) -> Reading:
        value = cell.value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            fits = 0 <= value <= MOST_HOURS
            return Reading(round(float(value), 4)) if fits else Reading(None, "unreadable-effort")
        text = as_text(value, context.lang)
        if not text or normal(text) in _NO_NUMBER:
            return NOTHING
        hours = effort_hours(text)
        return Reading(None, "unreadable-effort") if hours is None else Reading(hours)

    def show(self, value: float, lang: Lang) -> float:
        return value

    def from_data(self, data: Any) -> float | None:
        if isinstance(data, bool) or not isinstance(data, (int, float)):
            raise TypeError("0.0")
        if not 0 <= data <= MOST_HOURS:
            raise ValueError(f"0 … {MOST_HOURS:g}")
        return round(float(data), 4)

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": 0, "maximum": MOST_HOURS}


class Choice(Kind):
    """One value of a closed list."""

    name = Words("keuze", "choice")

    def __init__(self, of: Vocabulary) -> None:
        self.of = of

    def read(self, cell: Cell, context: Context) -> Reading:
        text = as_text(cell.value, context.lang)
        if not text:
            return NOTHING
        code = self.of.read(text)
        if code:
            return Reading(code)
        mentioned = self.of.mentioned(text)
        if mentioned:  # "groen/oranje", "Groen, bijna klaar": the worst one counts, the text stays
            return Reading(mentioned[-1], "words-beside-choice", {"read": self.of.term(mentioned[-1]).word})
        return Reading(None, "not-in-list", {"list": self.of.name}, self.of.nearest(text, context.lang))

    def show(self, value: str, lang: Lang) -> str:
        return self.of.show(value, lang)

    def from_data(self, data: Any) -> str | None:
        if not isinstance(data, str):
            raise TypeError('"…"')
        codes = [str(term.code) for term in self.of]
        if data not in codes:
            raise ValueError(" | ".join(codes))
        return self.of.term(data).code  # the member of the enumeration, as when it is read from a cell

    def schema(self) -> dict[str, Any]:
        return {"enum": [str(term.code) for term in self.of]}
