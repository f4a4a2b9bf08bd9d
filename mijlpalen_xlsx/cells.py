"""Address and Cell: where something was written, and what stood there."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from mijlpalen_xlsx.records import NamedTuple

__all__ = ["Address", "Cell", "CellError", "Value", "column_letters", "column_number"]


class CellError(str):
    """An error value of a spreadsheet program, by its English name: ``#REF!``, ``#N/A`` …"""

    __slots__ = ()


Value = str | int | float | bool | datetime | CellError | None


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Letters of a column counted from 1: 1 is A, 27 is AA, 16384 is XFD."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Number of a column from its letters: A is 1, AA is 27. Raises ValueError for anything else."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(f"not a column: {letters!r}")
        number = number * 26 + ord(letter) - 64
    if not 0 < number <= 16384:
        raise ValueError(f"not a column: {letters!r}")
    return number


@lru_cache(maxsize=256)
def _quoted(sheet: str) -> str:
    """The name of a sheet as it stands before a cell."""
    plain = sheet.replace("_", "a").isalnum() and not sheet[0].isdigit()
    return sheet if plain else "'" + sheet.replace("'", "''") + "'"


class Address(NamedTuple):
    """A place in a workbook; row and column count from 1. Written down once, when a cell is read."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        """The place within its sheet, as people write it: ``F12``."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """The whole place as Excel writes it: ``Mijlpalenplan!F12``, ``'Plan 2'!F12``."""
        return f"{_quoted(self.sheet)}!{column_letters(self.column)}{self.row}"

    @classmethod
    def parse(cls, text: str) -> Address:
        """The address that ``str`` wrote. Raises ValueError when it is not one."""
        sheet, bang, cell = text.rpartition("!")
        letters = cell.rstrip("0123456789")
        if not bang or not cell[len(letters) :]:
            raise ValueError(f"not an address: {text!r}")
        if sheet.startswith("'"):
            sheet = sheet[1:-1].replace("''", "'")
        return cls(sheet, int(cell[len(letters) :]), column_number(letters))


class Cell(NamedTuple):
    """One filled or coloured cell as it lies in the file.

    ``value`` is the typed value (for a formula: the value the program stored with it, or None).
    ``formula`` is its text with the leading ``=``, or None. ``number_format`` is Excel's format code.
    ``fill`` is the colour of a direct fill as ``RRGGBB``, theme and tint worked out, or None.
    """

    sheet: str
    row: int
    column: int
    value: Value = None
    formula: str | None = None
    number_format: str = "General"
    fill: str | None = None

    @property
    def address(self) -> Address:
        return tuple.__new__(
            Address, self[:3]
        )  # asked of every cell with a value; the usual way takes twice as long
