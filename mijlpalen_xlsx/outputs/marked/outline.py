"""The thick coloured border of a marked cell, and which borders it covers: its colour tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.outputs.marked.spans import Span
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern

__all__ = [
    "ALL",
    "NOTHING",
    "Outline",
    "Records",
    "Side",
    "colour_of",
    "number_in",
    "side_markup",
    "side_text",
]

Side = str
ALL: tuple[Side, ...] = ("left", "right", "top", "bottom")

#: The borders under a mark when there were none.
NOTHING = "|||"

# The last four bits of red, green and blue hold the number of the borders that the mark covers. Styles get
# other numbers whenever another program saves the file, rows come and go; a colour stays as it is.
# No well-known colour of Excel, LibreOffice or Google Sheets lies in one of these three.
_BASE = {Severity.ERROR: 0xD03020, Severity.WARNING: 0xF09010, Severity.HINT: 0x2060C0}
_BITS = 0x0F0F0F
_MOST = 4096

_RECORD = pattern(rb"mp-rand:(\d{1,4}):([A-Za-z0-9 =.+|-]*)")
_SAFE = pattern(r"[A-Za-z0-9.+-]+")


class Outline(NamedTuple):
    """The mark of one cell: its weight and the sides drawn (not all four within merged cells)."""

    severity: Severity
    sides: tuple[Side, ...] = ALL


class Records:
    """The borders that marks cover, by number; written in the sheet of findings, so that they can come back.

    Each is four sides (left, right, top, bottom) joined by ``|``: ``thin rgb=FFC9D2DE``, or nothing. Number 0
    is a cell without borders, and is what is left when the sheet of findings was thrown away.
    """

    def __init__(self, *parts: bytes) -> None:
        self._texts = {0: NOTHING}
        for part in parts:
            for found in _RECORD.finditer(part):
                if int(found[1]) < _MOST and found[2].count(b"|") == 3:
                    self._texts.setdefault(int(found[1]), found[2].decode("ascii"))

    def number(self, text: str) -> int:
        """The number of these four sides, a new one when they have none."""
        known = next((number for number, known in self._texts.items() if known == text), None)
        if known is not None:
            return known
        number = max(self._texts) + 1
        if number >= _MOST:
            return 0
        self._texts[number] = text
        return number

    def side(self, number: int, side: Side) -> str:
        """One side of the borders with that number."""
        return self._texts.get(number, NOTHING).split("|")[ALL.index(side)]

    def lines(self) -> Iterator[str]:
        """All there is to remember, as text for cells."""
        return (f"mp-rand:{number}:{text}" for number, text in sorted(self._texts.items()) if number)


def colour_of(severity: Severity, number: int) -> str:
    """``RRGGBB`` of a mark that covers the borders with that number."""
    bits = (number >> 8 & 15) << 16 | (number >> 4 & 15) << 8 | number & 15
    return f"{_BASE[severity] | bits:06X}"


def number_in(side: Span) -> int | None:
    """The number of the borders under a mark, from one side of it; None for a side that is not ours."""
    colour = side.child("color")
    if (
        side.get("style") != "thick"
        or colour is None
        or not re.fullmatch("[0-9A-Fa-f]{6,8}", colour.get("rgb"))
    ):
        return None
    rgb = int(colour.get("rgb")[-6:], 16)
    if rgb & ~_BITS not in _BASE.values():
        return None
    return (rgb >> 16 & 15) << 8 | (rgb >> 8 & 15) << 4 | rgb & 15


def side_text(side: Span | None) -> str:
    """One side of a border for the record: ``thin auto=1``; empty when nothing is drawn."""
    if side is None or side.get("style", "none") == "none":
        return ""
    colour = side.child("color")
    given = colour.attributes.items() if colour else ()
    words = [side.get("style"), *(f"{key}={value}" for key, value in given)]
    return " ".join(word for word in words if all(_SAFE.fullmatch(half) for half in word.split("=")))


def side_markup(name: Side, text: str) -> str:
    """The element that ``side_text`` wrote down."""
    style, *colour = text.split()
    attributes = "".join(f' {key}="{value}"' for key, _, value in (word.partition("=") for word in colour))
    return f'<{name} style="{style}">' + (f"<color{attributes}/>" if attributes else "") + f"</{name}>"
