"""What the reader notes about tables as a whole: columns lost, sheets renamed, cells hidden or merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from mijlpalen_xlsx.cells import Address, Cell
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import SHEETS, Milestone, Record, columns
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.reader.headers import declared
from mijlpalen_xlsx.reader.own import Own
from mijlpalen_xlsx.reader.tables import Slot, Table
from mijlpalen_xlsx.words import Words, normal

__all__ = ["remarks_about"]

_MOST_STRAYS = 50
_TELLING = {"number", "title", "description", "date", "explanation", "due"}
"""Columns by whose heads people know a table."""


def remarks_about(tables: Sequence[Table], own: Own, sheets: Iterable[str]) -> Iterator[Remark]:
    """All remarks about the workbook, whose sheets have these names, table by table."""
    for remark in (own.version_remark(), own.lost_remark()):
        if remark:
            yield remark
    yield from _without_table(tables, own, sheets)
    for table in tables:
        yield from table.remarks
        if own.is_ours:
            yield from _renamed(table, own)
            yield from _missing(table)
        elif table.record is Milestone and not (table.found() & {"due", "expected"} or table.periods()):
            yield _missed(table, "due")
        yield from _hidden(table)
        yield from _merged(table)
        yield from _strays(table)


def _without_table(tables: Iterable[Table], own: Own, sheets: Iterable[str]) -> Iterator[Remark]:
    """Sheets of ours of which nothing could be read: gone, or without the heads of the table."""
    read = {table.record for table in tables}
    keys = own.sheet_keys()
    standing = {key: name for name in sheets if (key := keys.get(normal(name)))}
    for sheet in own.noted_sheets():
        if sheet.record and sheet.record not in read:
            here = standing.get(sheet.key)
            heads = tuple(column.header for column in columns(sheet.record) if column.key in _TELLING)
            noted = own.noted_name(sheet.key)
            name = here or (Words(noted, noted) if noted else sheet.name)
            lost = "heads" if here else "sheet"
            facts = {"sheet": name, "lost": lost, "columns": heads, "spare": sheet.full_only}
            yield Remark("column-missing", None, None, facts)


def _key_of(record: type[Record]) -> str:
    """The sheet of a record; the parties stand on that of the general settings."""
    return next((sheet.key for sheet in SHEETS if sheet.record is record), "settings")


def _renamed(table: Table, own: Own) -> Iterator[Remark]:
    """A table of ours on a sheet that had another name when it was written."""
    noted = own.noted_name(_key_of(table.record))
    if noted and table.grid.workbook.sheet(noted) is None:
        at = Address(table.sheet, table.head[0], min(table.slots))
        yield Remark("sheet-renamed", at, table.sheet, {"sheet": table.sheet, "expected": noted})


def _missing(table: Table) -> Iterator[Remark]:
    """Columns of the format that the table has lost; those that only formulas fill are not missed."""
    present = {slot.key for slot in table.slots.values()}
    for column in columns(table.record):
        if column.key in present or column.computed or column.spread or column.until:
            continue
        yield _missed(table, column.key)


def _missed(table: Table, key: str) -> Remark:
    facts = {"key": key, "column": declared(table.record)[key].header, "sheet": table.sheet}
    return Remark("column-missing", _corner(table), None, facts)


def _corner(table: Table) -> Address:
    return Address(table.sheet, table.head[-1], min(table.slots))


def _data(table: Table, rows: Iterable[int], columns: Collection[int]) -> Iterator[Cell]:
    """The cells in these rows and in these of the columns that we read, with a value of the person."""
    read = {
        column
        for column, slot in table.slots.items()
        if column in columns and not (slot.column and slot.column.computed)
    }
    for row in rows:
        line = table.grid.rows[row]
        for column in sorted(read & line.keys()):
            cell = line[column]
            if cell.value is not None and cell.formula is None:
                yield cell


def _hidden(table: Table) -> Iterator[Remark]:
    """Rows and columns that hold data and do not show: they are read all the same."""
    sheet = table.grid.sheet
    if not (sheet.hidden or sheet.hidden_rows or sheet.hidden_columns):
        return
    lines = table.lines()
    first = next(_data(table, lines, table.slots), None) if sheet.hidden else None
    if first:
        yield Remark("hidden-data", first.address, None, {"sheet": table.sheet, "what": "sheet", "count": 1})
        return
    hidden = {column for column in table.slots if table.grid.hidden(column)}
    rows = _data(table, [row for row in lines if row in sheet.hidden_rows], table.slots)
    below = _data(table, lines, hidden) if hidden else ()
    for what, found in (("rows", _firsts(rows, 1)), ("columns", _firsts(below, 2))):
        if found:
            at, facts = found[min(found)], {"sheet": table.sheet, "what": what, "count": len(found)}
            yield Remark("hidden-data", at, None, facts)


def _firsts(cells: Iterable[Cell], part: int) -> dict[int, Address]:
    """The first of the cells in each row (``part`` 1 of an address) or in each column (``part`` 2)."""
    found: dict[int, Address] = {}
    for cell in cells:
        at = cell.address
        found.setdefault((at.row, at.column)[part - 1], at)
    return found


def _merged(table: Table) -> Iterator[Remark]:
    """Merged cells over several rows of data: the value is taken for each of them."""
    for first_row, first, last_row, last in table.grid.sheet.merges:
        slot = table.slots.get(first)
        if slot and first_row in table.rows and last_row > first_row and _is_noted(slot):
            cell = table.grid.sheet.cells.get((first_row, first))
            text = as_text(cell.value) if cell else None
            facts = {"rows": last_row - first_row + 1, "columns": last - first + 1}
            yield Remark("merged-entry-cells", Address(table.sheet, first_row, first), text, facts)


def _is_noted(slot: Slot) -> bool:
    """Merging is how the brochure itself groups rows under an objective or milestone: the rest is noted."""
    groups = slot.key in ("title", "number") or (slot.column is not None and slot.column.fill_down)
    return slot.role in ("value", "also", "own") and not groups


def _strays(table: Table) -> Iterator[Remark]:
    """Values beside the table: in its rows, in a column without a head."""
    found = 0
    for row in table.lines():
        for column, cell in table.grid.rows[row].items():
            text = as_text(cell.value) if cell.formula is None and column not in table.slots else None
            if text and found < _MOST_STRAYS and not _is_helper(table, column):
                found += 1
                yield Remark("stray-cell", cell.address, text)


def _is_helper(table: Table, column: int) -> bool:
    """Whether our formulas work things out in this hidden column, also when only their values are left."""
    return table.ours and table.grid.hidden(column)
