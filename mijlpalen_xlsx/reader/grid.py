"""Grid: one sheet by rows, with merged cells and references of formulas followed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from mijlpalen_xlsx.cells import Cell, CellError, Value, column_number
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.sheets import Sheet, Workbook
from mijlpalen_xlsx.words import clean

__all__ = ["Grid", "Row", "follow"]

Row = dict[int, Cell]
"""The cells of one row by column, from left to right."""

_MOST_COVERED = 100_000  # places under merged ranges that we look through; a range may cover the whole sheet
_BESIDE = 100  # columns that a range may reach beyond the last filled cell of its row
_DEEPEST = 5
_LONGEST_FORMULA = 300
_REFERENCE = pattern(r"(?:(?:'((?:[^']|'')+)'|([\w.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})", re.IGNORECASE)
_PLACE = r"(?:(?:'(?:[^']|'')+'|[\w.]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}"
_ONLY_POINTS = pattern(rf'=\+?(?:{_PLACE}|IF\((?:{_PLACE}|""|<>|[=,;&\s])+\))(?:&"")?', re.IGNORECASE)


def follow(cell: Cell, workbook: Workbook, depth: int = 0) -> Value:
    """The value of a cell. A formula without a stored one is worked out when it only points at other cells.

    ``=Instellingen!$F$5`` and ``=IF(F5<>"",F5,E5&"")`` are such formulas: the first filled cell counts.
    """
    if cell.value is not None or cell.formula is None or depth > _DEEPEST:
        return cell.value
    if len(cell.formula) > _LONGEST_FORMULA or not _ONLY_POINTS.fullmatch(cell.formula):
        return None
    for quoted, bare, letters, row in _REFERENCE.findall(cell.formula):
        sheet = workbook.sheet((quoted or bare or cell.sheet).replace("''", "'"))
        target = sheet.cells.get((int(row), _number(letters))) if sheet else None
        value = follow(target, workbook, depth + 1) if target else None
        if value not in (None, ""):
            return value
    return ""


def _number(letters: str) -> int:
    try:
        return column_number(letters)
    except ValueError:
        return 0


class Grid:
    """One sheet. ``rows`` has only the rows and cells that hold a value, a formula or a colour."""

    def __init__(self, sheet: Sheet, workbook: Workbook) -> None:
        self.sheet = sheet
        self.name = sheet.name
        self.workbook = workbook
        self.rows: dict[int, Row] = {}
        current, line = 0, Row()
        for (row, column), cell in sheet.cells.items():
            if row != current:  # cells lie row by row, so that a look in the dict per row is enough
                current, line = row, self.rows.setdefault(row, {})
            line[column] = cell
        self._order = sorted(self.rows)
        self.origin: dict[tuple[int, int], tuple[int, int]] = {}
        self._covered: dict[int, Row] = {}
        self._room = _MOST_COVERED
        for merge in sheet.merges:
            if self._room >= 0:
                self._cover(*merge)

    def _cover(self, first_row: int, first: int, last_row: int, last: int) -> None:
        """Note for each place under a merged range, as far as its row holds anything, which cell it shows."""
        cell = self.sheet.cells.get((first_row, first))
        for row in self.between(first_row, last_row + 1):
            places = range(first, min(last, max(self.rows[row]) + _BESIDE) + 1)
            self._room -= len(places)
            if self._room < 0:
                return
            self.origin.update(((row, column), (first_row, first)) for column in places)
            if cell:
                self._covered.setdefault(row, {}).update(dict.fromkeys(places, cell))

    def between(self, first: int, stop: int) -> list[int]:
        """The rows that hold anything, from ``first`` up to and not including ``stop``."""
        return self._order[bisect_left(self._order, first) : bisect_left(self._order, stop)]

    def line(self, row: int) -> Row:
        """The cells that a person sees in a row that holds anything, merged ranges shown in each place."""
        covered = self._covered.get(row)
        return {**self.rows[row], **covered} if covered else self.rows[row]

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that a person sees here: under a merged range the one that holds its value."""
        at = self.origin.get((row, column), (row, column))
        return self.sheet.cells.get(at)

    def value(self, cell: Cell) -> Value:
        """The value of a cell, references followed; the empty text of a formula is no value."""
        value = cell.value
        if value is None and cell.formula is not None:
            value = follow(cell, self.workbook)
        return None if value == "" else value

    def label(self, row: int, column: int) -> str | None:
        """Text of a cell that may be a header, on one line; None for an empty or broken cell."""
        cell = self.cell(row, column)
        value = self.value(cell) if cell else None
        if value is None or isinstance(value, CellError):
            return None
        return clean(as_text(value) or "") or None

    def hidden(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.sheet.hidden_columns)

    def filled(self, row: int) -> Iterator[tuple[int, Value]]:
        """The columns of a row that hold a value, with that value."""
        for column, cell in self.rows.get(row, {}).items():
            value = self.value(cell)
            if value is not None:
                yield column, value
