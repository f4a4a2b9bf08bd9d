"""Reading one row of a table: values with their cells, what was written, and remarks."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from mijlpalen_xlsx.cells import Address, Cell, CellError, Value
from mijlpalen_xlsx.dates import Note
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Column, Milestone
from mijlpalen_xlsx.kinds import Choice, Context, Day, Kind, Reading, Text, as_text
from mijlpalen_xlsx.reader.marks import Sign
from mijlpalen_xlsx.reader.tables import Slot, Table
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.vocabulary import STAGES, Stage
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["RowRead", "aside_remark", "is_aside", "read_row", "read_value", "take_back"]

_TOTAL = pattern(r"(?:sub)?tota(?:al|len|l)\b.{0,20}", re.IGNORECASE)
_NOTE = pattern(r"(?:\*|nb\b|n\.b\.|opmerking|let op|bron\b|legenda|toelichting\s*:|note\b)", re.IGNORECASE)


_OF_THE_BLOCK = ("number", "kind")
"""Merged over several rows, these name the whole block, not each of its rows."""


class Said(NamedTuple):
    """What a cell says: its reading, its text, and that text again when the reading does not say it all."""

    reading: Reading
    text: str | None = None
    written: str | None = None
    cancels: bool = False
    """Whether it is a word such as ``vervallen`` where a date is asked for."""


class RowRead:
    """One row while it is read. ``known``, which the rows of a table share, is what cells with the same value
    said in the same column."""

    def __init__(self, row: int, known: dict[tuple[str, type, Value], Said] | None = None) -> None:
        self.row = row
        self.known = {} if known is None else known
        self.values: dict[str, Any] = {}
        """The fields of the record that were filled in."""
        self.written: dict[str, str] = {}
        self.extra: dict[str, str] = {}
        self.cells: dict[str, Address] = {}
        self.empty: dict[str, Address] = {}
        self.remarks: list[Remark] = []
        self.cancelled = False
        self.also: dict[str, Cell] = {}
        """Cells of columns that belong to the activity of this milestone."""
        self.parties: list[tuple[str, Cell]] = []
        """What stands in the columns of the parties; a party may have two columns, for two roles."""
        self.pairs: dict[str, Cell] = {}
        """Cells with one more party, or its task, by ``party 0``, ``responsibility 0`` and so on."""
        self.band: Cell | None = None
        """The cell that names the deelproject of this row."""
        self.periods: dict[int, Cell] = {}
        self.signs: dict[int, Sign] = {}
        """What the period cells say, by column."""
        self.reports: dict[int, Cell] = {}

    def common(self, table: Table | None = None, role: str = "value") -> dict[str, Any]:
        """What every record has; with its table also the cells of the columns that were left empty."""
        if table:
            cells, empty = self.cells, self.empty
            for key, column in table.entries(role):
                if key not in cells:
                    empty[key] = table.place(self.row, column)
        return {
            "written": self.written,
            "extra": self.extra,
            "cells": self.cells,
            "empty": self.empty,
            "remarks": tuple(self.remarks),
        }

    def filled(self) -> set[str]:
        """The keys in which something stood."""
        return self.values.keys() | self.written.keys()


def read_row(table: Table, row: int, context: Context) -> RowRead:
    """Everything that stands in one row of a table."""
    read = RowRead(row, table.known)
    slots, cancels = table.slots, table.record is Milestone
    for column, cell in table.grid.line(row).items():
        slot = slots.get(column)
        if slot is None:
            continue
        role, key, declared, _, _ = slot
        if role == "period":
            if cell.formula is None or cell.fill is not None:  # else it shows a sign
                read.periods[column] = cell
        elif cell.column != column:
            continue  # under a range merged to the right: it belongs to the column in which it begins
        elif role == "value" and declared:
            if declared.computed:
                _typed_over(read, declared, cell, table)
            elif cell.row == row or key not in _OF_THE_BLOCK:
                value = cell.value
                if value is None or value == "":
                    value = table.grid.value(cell)
                if value is not None or cell.formula is not None:
                    read_value(read, declared, cell, value, context, cancels)
        elif role == "party":
            read.parties.append((key, cell))
        else:
            _sort_away(read, slot, column, cell)
    return read


def _sort_away(read: RowRead, slot: Slot, column: int, cell: Cell) -> None:
    """Cells that stand for more than themselves are kept until the row is whole."""
    if slot.role == "report":
        read.reports[column] = cell
    elif slot.role == "passed":
        return
    elif slot.role == "pair":
        read.pairs[slot.key] = cell
    elif slot.role == "band":
        read.band = cell
    elif slot.role == "also":
        read.also[slot.key] = cell
    else:
        _own(read, slot.key, cell)


def _own(read: RowRead, header: str, cell: Cell) -> None:
    text = as_text(cell.value)
    if text and not isinstance(cell.value, CellError):
        read.extra[header] = text
        read.cells[f"extra:{header}"] = cell.address


def _typed_over(read: RowRead, column: Column, cell: Cell, table: Table) -> None:
    """A value where our own workbook has a formula: it is not read, and a rule may say so."""
    typed = cell.formula is None and cell.row == read.row and not isinstance(cell.value, CellError)
    text = as_text(cell.value) if typed and table.ours and table.record is Milestone else None
    if text:
        facts = {"key": column.key, "column": column.header}
        read.remarks.append(Remark("computed-typed-over", cell.address, text, facts))


def read_value(
    read: RowRead, column: Column, cell: Cell, value: Value, context: Context, cancels: bool = False
) -> None:
    """Read one cell as what its column asks for into ``read``; what cannot be read is kept as written.

    ``cancels``: the word ``vervallen`` instead of a date says that the milestone is cancelled.
    """
    key = column.key
    said = read.known.get((key, type(value), value))
    if said is None:
        said = _said(column, cell, value, context)
        if value is not None:
            read.known[key, type(value), value] = said
    reading, text, written, cancelling = said
    if text is None:
        return
    read.cells[key] = cell.address
    if cancelling and cancels:
        _cancel(read, key, text, context.lang)
        return
    if reading.value is not None:
        read.values[key] = reading.value
    if written:
        read.written[key] = written
    if reading.remark and cell.row == read.row:
        facts = {"key": key, "column": column.header, **reading.values}
        read.remarks.append(Remark(reading.remark, cell.address, text, facts, reading.suggestion))


def _said(column: Column, cell: Cell, value: Value, context: Context) -> Said:
    text = as_text(value, context.lang)
    if type(column.kind) is Text and type(value) is str:  # half of what is read, and it says just that
        return Said(Reading(text), text)
    if value is None and cell.formula:
        text = cell.formula
        reading = Reading(None, "formula-without-value", {"formula": cell.formula})
    elif isinstance(value, CellError):
        reading = Reading(None, "formula-error", {"error": str(value)})
    elif text is None:
        return Said(Reading())
    else:
        reading = column.kind.read(cell if value is cell.value else cell._replace(value=value), context)
    shown = _is_shown(column.kind, reading, value, text, context.lang)
    return Said(reading, text, None if shown else text, reading.values.get("note") is Note.CANCELLED)


def _cancel(read: RowRead, key: str, text: str, lang: Lang) -> None:
    """The word ``vervallen`` in a date column of a milestone; our own word needs no keeping."""
    read.cancelled = True
    if key != "actual" or normal(text) != normal(STAGES.show(Stage.CANCELLED, lang)):
        read.written[key] = text


def _is_shown(kind: Kind, reading: Reading, value: Value, text: str | None, lang: Lang) -> bool:
    """Whether what the writer would put in the cell says the same as what stood there."""
    if reading.value is None:
        return False
    if isinstance(kind, Day) or isinstance(value, (datetime, float, int)):
        return True
    shown = kind.show(reading.value, lang)
    if isinstance(shown, str):
        return normal(shown) == normal(text or "") if isinstance(kind, Choice) else shown == text
    return isinstance(shown, (int, float)) and as_text(float(shown), lang) == text


def is_aside(read: RowRead, keys: tuple[str, ...]) -> bool:
    """Whether a row is a total, or a note that stands alone: by the first text in one of ``keys``."""
    texts = [str(read.values[key]) for key in keys if key in read.values]
    own = [key for key, at in read.cells.items() if at.row == read.row]
    if not texts or len(own) > 2:
        return False
    return _TOTAL.fullmatch(texts[0]) is not None or (len(own) == 1 and _NOTE.match(texts[0]) is not None)


def aside_remark(table: Table, read: RowRead) -> Remark:
    """What to say of such a row: it was not read."""
    first, *others = sorted(at for at in read.cells.values() if at.row == read.row)
    cell = table.grid.sheet.cells[first.row, first.column]
    return Remark("stray-cell", first, as_text(cell.value), also=tuple(others))


def take_back(read: RowRead, name: str, key: str) -> None:
    """Take back a remark about a column, when another reading of the row explains it."""
    read.remarks = [
        remark for remark in read.remarks if remark.name != name or remark.values.get("key") != key
    ]
