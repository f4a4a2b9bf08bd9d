"""One table of an OpenDocument workbook: cells and rows that stand once and count many times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mijlpalen_xlsx.cells import Cell, CellError, Value
from mijlpalen_xlsx.regex import pattern

from .model import Sheet, damaged
from .ods_formulas import as_excel
from .ods_styles import OdsStyles
from .values import iso_date, number
from .worksheet import LAST_COLUMN, LAST_ROW, Derived

__all__ = ["Table"]

Attributes = dict[str, str]

#: A place of a row before it is known which rows it stands in: column, value, formula, number format, fill.
Place = tuple[int, Value, str | None, str, str | None]

#: Colours of empty cells are kept so far right of the last column with a value, and so far down in a row
#: that is repeated: programs colour to the edge of the sheet.
COLOURED_BESIDE = 60
COLOURED_BELOW = 100

#: And so many in a sheet.
MOST_COLOURED = 200_000

#: Empty rows that are hidden are noted so far.
HIDDEN_BELOW = 10_000

DURATION = pattern(r"(-)?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?", re.ASCII)

ERROR = pattern(r"#[A-ZÄÖÜ0-9/]+[!?]|#N/[A-Z]{1,2}|(?:Err|Fout):\d{3}")

#: Errors as LibreOffice shows them in Dutch, and its numbers for those that Excel has a name for.
ERRORS = {
    "#VERW!": "#REF!", "#NAAM?": "#NAME?", "#WAARDE!": "#VALUE!", "#DEEL/0!": "#DIV/0!",
    "#N/B": "#N/A", "#GETAL!": "#NUM!", "#LEEG!": "#NULL!",
    "Err:502": "#VALUE!", "Err:503": "#NUM!", "Err:504": "#REF!", "Err:508": "#NAME?",
    "Err:519": "#VALUE!", "Err:524": "#REF!", "Err:525": "#NAME?", "Err:532": "#DIV/0!",
}  # fmt: skip


class Table:
    """A sheet while it is parsed; ``lines`` are the paragraphs of the open cell, or of its note."""

    def __init__(self, name: str, styles: OdsStyles, is_derived: Derived, *, hidden: bool) -> None:
        self.sheet = Sheet(name, hidden=hidden)
        self.styles = styles
        self.is_derived = is_derived
        self.lines: list[str] = []
        self._defaults: list[tuple[int, str]] = []  # last column and style of each stretch of columns
        self._merges: list[tuple[int, int, int, int]] = []
        self._hidden_columns: list[tuple[int, int]] = []
        self._validations: set[str] = set()
        self._used: set[str] = set()  # styles of cells
        self._row = self._column = self._columns = self._widest = self._coloured = 0
        self._row_attributes: Attributes = {}
        self._places: list[Place] = []
        self._cell: Attributes = {}
        self._before_note: list[str] = []

    def finished(self) -> Sheet:
        """The sheet, once it is parsed."""
        self.sheet.merges = tuple(self._merges)
        self.sheet.hidden_columns = tuple(self._hidden_columns)
        self.sheet.validations = len(self._validations)
        if not self.sheet.conditional_formats:  # programs without LibreOffice's extension hang them on styles
            self.sheet.conditional_formats = sum(self.styles.look(name).maps for name in self._used)
        return self.sheet

    def rule(self, attributes: Attributes) -> None:
        self.sheet.conditional_formats += 1

    def column(self, attributes: Attributes) -> None:
        first = self._columns + 1
        self._columns = min(self._columns + _times(attributes, "columns"), LAST_COLUMN)
        self._defaults.append((self._columns, attributes.get("table:default-cell-style-name", "")))
        if _is_hidden(attributes) and first <= self._columns:
            self._hidden_columns.append((first, self._columns))

    def start_row(self, attributes: Attributes) -> None:
        self._row_attributes = attributes
        self._places.clear()
        self._column = 0

    def row_size(self) -> tuple[int, int, int]:
        """How often the open row will be written, the cells in it, and the length of their texts."""
        times = _times(self._row_attributes, "rows")
        if not any(value is not None or formula for _, value, formula, _, _ in self._places):
            times = min(times, COLOURED_BELOW)
        text = sum(len(value) for _, value, _, _, _ in self._places if isinstance(value, str))
        return times, len(self._places), text

    def end_row(self, times: int) -> None:
        """Write the open row ``times`` times, and go on below all its repetitions."""
        first, repeated = self._row + 1, _times(self._row_attributes, "rows")
        self._row += repeated
        if self._places and first + times - 1 > LAST_ROW:
            raise damaged("reference", "content.xml")
        for row in range(first, first + times if self._places else first):
            self._write(row)
        if _is_hidden(self._row_attributes):
            self.sheet.hidden_rows.update(
                range(first, min(first + min(repeated, HIDDEN_BELOW), LAST_ROW + 1))
            )

    def _write(self, row: int) -> None:
        name, cells = self.sheet.name, self.sheet.cells
        for column, value, formula, number_format, fill in self._places:
            cells[row, column] = Cell(name, row, column, value, formula, number_format, fill)

    # Cells

    def start_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        self.lines = []

    def end_cell(self) -> int:
        """Keep the open cell with its repetitions; gives the number of merged ranges that begin in it."""
        cell = self._cell
        times = _times(cell, "columns")
        first, last = self._column + 1, self._column + times
        self._column = last
        given = cell.get("table:formula")
        formula = None if given is None else as_excel(given)
        value = self._value(cell, formula)
        if "table:content-validation-name" in cell:
            self._validations.add(cell["table:content-validation-name"])
        if value is None and formula is None:
            self._colour(first, min(last, self._widest + COLOURED_BESIDE))
        else:
            self._fill(first, last, value, formula)
        return self._merge(first, cell)

    def _fill(self, first: int, last: int, value: Value, formula: str | None) -> None:
        if last > LAST_COLUMN:
            raise damaged("reference", "content.xml")
        self._widest = max(self._widest, last)
        derived = formula and not isinstance(value, CellError) and self.is_derived(formula)
        for start, end, name in self._stretches(first, last):
            self._used.add(name)
            look = self.styles.look(name)
            if derived and look.fill is None:
                continue
            self._places += [
                (column, value, formula, look.number_format, look.fill) for column in range(start, end + 1)
            ]

    def _colour(self, first: int, last: int) -> None:
        for start, end, name in self._stretches(first, last):
            self._used.add(name)
            look = self.styles.look(name)
            if look.fill is not None and self._coloured < MOST_COLOURED:
                self._coloured += end - start + 1
                self._places += [
                    (column, None, None, look.number_format, look.fill) for column in range(start, end + 1)
                ]

    def _stretches(self, first: int, last: int) -> Iterator[tuple[int, int, str]]:
        """The columns from first to last by style: the cell's own, that of the row, else of each column."""
        name = self._cell.get("table:style-name") or self._row_attributes.get("table:default-cell-style-name")
        if name is not None:
            if first <= last:
                yield first, last, name
            return
        for end, default in self._defaults:
            if first <= min(end, last):
                yield first, min(end, last), default
                first = end + 1
        if first <= last:
            yield first, last, ""

    def _merge(self, column: int, cell: Attributes) -> int:
        columns, rows = (
            _count(cell, "table:number-columns-spanned"),
            _count(cell, "table:number-rows-spanned"),
        )
        if columns * rows == 1:
            return 0
        row = self._row + 1
        self._merges.append(
            (row, column, min(row + rows - 1, LAST_ROW), min(column + columns - 1, LAST_COLUMN))
        )
        return 1

    def _value(self, cell: Attributes, formula: str | None) -> Value:
        kind = cell.get("office:value-type", "")
        if cell.get("calcext:value-type") == "error" or (formula and self._shows_error()):
            return _error(" ".join(self.lines))
        if kind in ("float", "percentage", "currency"):
            return number(cell.get("office:value", ""))
        if kind == "date":
            return iso_date(cell.get("office:date-value", ""))
        if kind == "time":
            return _days(cell.get("office:time-value", ""))
        if kind == "boolean":
            return cell.get("office:boolean-value") == "true"
        text = cell.get("office:string-value")
        if text is None:
            text = "\n".join(self.lines)
        calculated = formula is not None and (kind == "string" or self.lines)  # to an empty text
        return text if text or calculated else None

    def _shows_error(self) -> bool:
        """Whether the open cell shows an error; older programs store 0 or an empty text beside it."""
        return len(self.lines) == 1 and ERROR.fullmatch(self.lines[0]) is not None

    # Notes

    def start_note(self, attributes: Attributes) -> None:
        self._before_note, self.lines = self.lines, []

    def end_note(self) -> int:
        """Keep the note of the open cell; gives the length of its text."""
        text = "\n".join(self.lines)
        self.lines = self._before_note
        self.sheet.notes[self._row + 1, self._column + 1] = text
        return len(text)


def _count(attributes: Attributes, name: str) -> int:
    """The number in an attribute, 1 where it says nothing; more than any sheet holds is as much as that."""
    text = attributes.get(name, "1")
    return min(max(int(text), 1), LAST_ROW) if text.isdecimal() and len(text) < 10 else 1


def _times(attributes: Attributes, what: str) -> int:
    return _count(attributes, f"table:number-{what}-repeated")


def _is_hidden(attributes: Attributes) -> bool:
    return attributes.get("table:visibility") in ("collapse", "filter")


def _error(shown: str) -> CellError:
    shown = shown.strip().replace("Fout:", "Err:")
    return CellError(ERRORS.get(shown, shown) or "#VALUE!")


def _days(text: str) -> Value:
    """A duration such as ``PT12H30M00S`` in days, as .xlsx has it; other text as it stands."""
    match = DURATION.fullmatch(text)
    if match is None:
        return text or None
    days, hours, minutes = (int((part or "0")[:9]) for part in match.group(2, 3, 4))
    seconds = number(match[5] or "0")
    if isinstance(seconds, str) or seconds is None:
        return text
    total = days + (hours * 3600 + minutes * 60 + seconds) / 86400
    total = -total if match[1] else total
    return int(total) if total == int(total) else total
