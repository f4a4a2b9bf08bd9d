"""A workbook from Markdown tables, so that a test shows its sheets the way people see them.

    ### Mijlpalenplan
    | Nr  | Mijlpaal        | Gereed (gepland) | K1            |
    |-----|-----------------|------------------|---------------|
    | 1   | LOB-programma   |                  |               |
    |     |                 |                  |               |
    | 1.1 | Lessen zijn af  | 1-7-2022 {date}  | {fill F5A623} |

* ``### Name`` begins a sheet; ``### Name!C5`` lets its table begin in C5; ``### _mijlpalen {hidden}`` hides
  it. A table without a heading stands on ``Mijlpalenplan``. Lines that are no table row count for nothing.
* The line of dashes may be there or not. A row of empty cells is a blank row; so is a blank line between
  rows.
* A cell is text as written, unless it ends in marks: ``1-7-2022 {date}`` a real date (or ``2022-07-01``),
  ``40 {number}``, ``x {fill F5A623}`` a direct fill, ``12 {number} {formula =A1+1}`` a formula with its
  stored value, ``{formula =A1+1}`` one without, ``{note text}`` a note, ``{merge 3x2}`` merged 3 rows down
  and 2 columns right, ``{hidden row}`` and ``{hidden column}``; ``#REF!`` and the like are error values.
* ``<br>`` is a line break, ``\\|`` a pipe.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from mijlpalen_xlsx.cells import Cell, CellError, Value, column_number
from mijlpalen_xlsx.sheets.model import Sheet, Workbook

__all__ = ["workbook"]

_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*")
_START = re.compile(r"(.+)!([A-Z]{1,3})(\d+)")
_MARK = re.compile(r"\s*\{(date|number|fill|formula|note|merge|hidden)(?: ([^{}]*))?\}$")
_RULE = re.compile(r"\|(\s*:?-+:?\s*\|)+")
_PIPE = re.compile(r"(?<!\\)\|")
_ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!")


def workbook(
    text: str,
    *,
    names: Mapping[str, str] | None = None,
    saved_by: str | None = None,
    date_1904: bool = False,
) -> Workbook:
    """The workbook that ``text`` shows; ``names`` are its defined names."""
    sheets: dict[str, Sheet] = {}
    page = _Page(sheets)
    for line in text.splitlines():
        page.take(line.strip())
    return Workbook(tuple(sheets.values()), dict(names or {}), {}, saved_by, date_1904)


class _Page:
    """Walks down the lines and knows on which sheet and in which row the next one stands."""

    def __init__(self, sheets: dict[str, Sheet]) -> None:
        self.sheets = sheets
        self.sheet: Sheet | None = None
        self.row, self.column = 0, 1
        self.blanks = 0
        self.begun = False

    def take(self, line: str) -> None:
        heading = _HEADING.fullmatch(line)
        if heading:
            self._begin(heading[1])
        elif _RULE.fullmatch(line):
            self.blanks = 0
        elif line.startswith("|"):
            self._row(line)
        elif self.begun and not line:
            self.blanks += 1

    def _begin(self, heading: str) -> None:
        hidden = heading.endswith("{hidden}")
        name = heading.removesuffix("{hidden}").strip()
        start = _START.fullmatch(name)
        name, self.column, self.row = (
            (start[1], column_number(start[2]), int(start[3]) - 1) if start else (name, 1, 0)
        )
        self.sheet = self.sheets.setdefault(name, Sheet(name, hidden=hidden))
        self.blanks, self.begun = 0, False

    def _row(self, line: str) -> None:
        if self.sheet is None:
            self._begin("Mijlpalenplan")
        assert self.sheet is not None
        self.row += 1 + self.blanks
        self.blanks, self.begun = 0, True
        for offset, text in enumerate(_PIPE.split(line)[1:-1]):
            _put(self.sheet, self.row, self.column + offset, text)


def _put(sheet: Sheet, row: int, column: int, text: str) -> None:
    text, marks = _marks(text.strip())
    _surroundings(sheet, row, column, marks)
    value = _value(text, marks)
    if value is None and not {"fill", "formula"} & set(marks):
        return
    number_format = "d-m-yyyy" if "date" in marks else "General"
    sheet.cells[row, column] = Cell(
        sheet.name, row, column, value, marks.get("formula"), number_format, marks.get("fill")
    )


def _marks(text: str) -> tuple[str, dict[str, str]]:
    marks: dict[str, str] = {}
    while found := _MARK.search(text):
        name = f"hidden {found[2]}" if found[1] == "hidden" else found[1]
        marks[name] = found[2] or ""
        text = text[: found.start()]
    return text, marks


def _surroundings(sheet: Sheet, row: int, column: int, marks: Mapping[str, str]) -> None:
    if "note" in marks:
        sheet.notes[row, column] = marks["note"]
    if "merge" in marks:
        down, right = map(int, marks["merge"].split("x"))
        sheet.merges = (*sheet.merges, (row, column, row + down - 1, column + right - 1))
    if "hidden row" in marks:
        sheet.hidden_rows.add(row)
    if "hidden column" in marks:
        sheet.hidden_columns = (*sheet.hidden_columns, (column, column))


def _value(text: str, marks: Mapping[str, str]) -> Value:
    text = text.replace("<br>", "\n").replace("\\|", "|")
    if not text:
        return None
    if "date" in marks:
        return _date(text)
    if "number" in marks:
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() else number
    return CellError(text) if text in _ERRORS else text


def _date(text: str) -> datetime:
    parts = [int(part) for part in text.split("-")]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    return datetime(year, month, day)
