"""Values of cells: what stands in the file made into numbers, texts, moments and errors."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import isfinite

from mijlpalen_xlsx.cells import CellError, Value
from mijlpalen_xlsx.regex import pattern

__all__ = ["Dates", "from_serial", "number", "plain_text", "typed"]

ESCAPE = pattern(r"_x([0-9A-Fa-f]{4})_")


class Dates(dict[float, Value]):
    """Serial day numbers to datetimes, each worked out once."""

    def __init__(self, date_1904: bool) -> None:
        self.date_1904 = date_1904

    def work_out(self, serial: float) -> Value:
        self[serial] = value = from_serial(serial, self.date_1904)
        return value


def from_serial(serial: float, date_1904: bool = False) -> Value:
    """The moment a serial number stands for, to the second; a time of day or below zero stays a number.

    Excel counts 29 February 1900, which never was: numbers up to 59 are a day further than later ones say.
    """
    if not 1 <= serial < 2_958_465.99999 - (1462 if date_1904 else 0):  # the end of 9999
        return serial
    if date_1904:
        start = datetime(1904, 1, 1)
    else:
        start = datetime(1899, 12, 31) if serial < 60 else datetime(1899, 12, 30)
    return start + timedelta(days=int(serial), seconds=round(serial % 1 * 86400))


def plain_text(text: str) -> str:
    """``text`` with Excel's ``_x000D_`` escapes taken out."""
    if "_x" not in text:
        return text
    text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode(
        "utf-16", "replace"
    )  # two halves make one sign again


def number(text: str) -> int | float | str | None:
    """The number that is written; the text itself when it is none, so that nothing is lost."""
    if text.isdecimal() and len(text) < 16:
        return int(text)
    try:
        value = float(text)
    except ValueError:
        return text.strip() or None
    if "_" in text or not isfinite(value):
        return text.strip()
    return int(value) if value.is_integer() and -1e15 < value < 1e15 else value


def typed(kind: str, text: str, formula: str | None) -> Value:
    """The value of a cell whose kind is not number and not shared string."""
    if kind == "b":
        return text.strip().lower() in ("1", "true")
    if kind == "e":
        return CellError(text.strip())
    if kind == "d":
        return iso_date(text.strip())
    if kind in ("str", "inlineStr"):
        return plain_text(text) if text or formula is not None else None
    return number(text)


def iso_date(text: str) -> Value:
    """The moment written as ISO 8601, to the second; other text is left as it is."""
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text or None
    return moment.replace(microsecond=0) + timedelta(seconds=round(moment.microsecond / 1e6))
