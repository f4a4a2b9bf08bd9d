"""The settings: general lines by their labels, own report dates, and the table of parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date, datetime
from typing import Any

from mijlpalen_xlsx.cells import Address, Cell
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import General, Party
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.kinds import Context, as_text
from mijlpalen_xlsx.reader.grid import Grid
from mijlpalen_xlsx.reader.headers import declared, exact
from mijlpalen_xlsx.reader.own import Own
from mijlpalen_xlsx.reader.rows import RowRead, read_row, read_value
from mijlpalen_xlsx.reader.tables import Slot, Table, find_tables
from mijlpalen_xlsx.reader.zones import HEAD_ROWS
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import normal

__all__ = ["Settings", "read_settings"]

_REACH = 3
"""So many columns right of its label a value may stand: one more or two when somebody put in a column."""

_OWN_DATES = "Eigen rapportagemomenten"
_SENTENCES = pattern(r".{20,}[.!?]\s+[A-Z].*[.!?]", re.DOTALL)
_LABELLED = pattern(r"\s*([^:]{3,30}):\s*(\S.*)", re.DOTALL)


@dataclass
class Settings:
    """What the settings say, as far as they were found."""

    general: RowRead = field(default_factory=lambda: RowRead(0))
    report_dates: list[date] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)

    def party_words(self) -> frozenset[str]:
        """Names and short names, normalised."""
        return frozenset(normal(text) for p in self.parties for text in (p.name, p.short) if text)


def read_settings(grids: Iterable[Grid], own: Own, context: Context) -> Settings:
    """The settings sheet of ours; in other files the labels at the top of any sheet."""
    keys = own.sheet_keys()
    every = list(grids)
    ours = [grid for grid in every if keys.get(normal(grid.name)) == "settings"]
    settings = Settings()
    for grid in ours:
        _read_sheet(settings, grid, own, context)
    if not ours:
        for grid in every:
            _read_labels(settings, grid, [row for row in sorted(grid.rows) if row <= HEAD_ROWS], context)
    return settings


def _read_sheet(settings: Settings, grid: Grid, own: Own, context: Context) -> None:
    tables = [table for table in find_tables(grid) if table.record is Party]
    for table in tables[:1]:
        settings.parties += _parties(table, own, context)
    lines = _read_labels(settings, grid, sorted(grid.rows), context, ours=True)
    if lines:
        _read_own_lines(settings, grid, *lines[-1])
    _read_own_dates(settings, grid, context)


def _read_labels(
    settings: Settings, grid: Grid, rows: Iterable[int], context: Context, *, ours: bool = False
) -> list[tuple[int, int]]:
    """Read every general setting by its label; answers row and column of each label found.

    ``ours``: on our own sheet what stands beside a label is its value, also a region by the name of a label.
    """
    found: list[tuple[int, int]] = []
    for row in rows:
        for column, cell in grid.rows[row].items():
            text = cell.value if isinstance(cell.value, str) and cell.formula is None else None
            meant = exact(General, text) if text else None
            if ours and cell.address in settings.general.cells.values():
                continue
            if meant and meant.key not in settings.general.cells:
                found.append((row, column))
                _read_line(settings.general, grid, cell, meant.key, context, ours=ours)
            elif text and ":" in text:
                _read_labelled(settings.general, grid, cell, text, context)
    return found


def _read_line(general: RowRead, grid: Grid, label: Cell, key: str, context: Context, *, ours: bool) -> None:
    cell = _beside(grid, label, ours=ours)
    if cell is None:
        place = _empty_beside(grid, label)
        general.empty |= {key: place} if place else {}
        return
    general.row = cell.row
    if key == "reference_date" and cell.formula and _is_today(cell.formula):
        general.cells[key] = cell.address
        general.remarks.append(Remark("reference-date-missing", cell.address, cell.formula, {"today": True}))
        return
    read_value(general, declared(General)[key], cell, grid.value(cell), context)


def _is_today(formula: str) -> bool:
    return re.search(r"\b(?:TODAY|VANDAAG|NOW|NU)\(\)", formula, re.IGNORECASE) is not None


def _read_labelled(general: RowRead, grid: Grid, cell: Cell, text: str, context: Context) -> None:
    """``Regio: De Waterlanden`` in one cell."""
    parts = _LABELLED.fullmatch(text)
    meant = exact(General, parts[1]) if parts else None
    if parts and meant and meant.key not in general.cells:
        general.row = cell.row
        read_value(general, declared(General)[meant.key], cell, parts[2], context)


def _beside(grid: Grid, label: Cell, *, ours: bool = False) -> Cell | None:
    """The next filled cell right of a label, unless that is a label or the head of a table itself."""
    for column in range(label.column + 1, label.column + _REACH + 1):
        cell = grid.cell(label.row, column)
        if cell is None or cell.address == label.address or (cell.value is None and cell.formula is None):
            continue
        value = ours and column == label.column + 1
        taken = not value and isinstance(cell.value, str) and exact(General, cell.value)
        return None if taken or _under_party_head(grid, cell) else cell
    return None


def _empty_beside(grid: Grid, label: Cell) -> Address | None:
    """The cell in which a value must be typed, when the one directly right of a label is free."""
    column = label.column + 1
    while grid.origin.get((label.row, column)) == (label.row, label.column):
        column += 1
    cell = grid.cell(label.row, column)
    free = cell is None or (cell.value is None and cell.formula is None)
    return Address(grid.name, label.row, column) if free else None


def _under_party_head(grid: Grid, cell: Cell) -> bool:
    """Whether a cell stands in the table of parties: then the setting beside it is empty."""
    above = (grid.label(row, cell.column) for row in grid.rows if row <= cell.row)
    return any(text and (found := exact(Party, text)) and found.rank == 0 for text in above)


def _read_own_lines(settings: Settings, grid: Grid, last_row: int, column: int) -> None:
    """Lines that the person put under the general ones: a label, and a value beside it."""
    row = last_row + 1
    while row in grid.rows and (label := grid.rows[row].get(column)) and label.formula is None:
        text, cell = as_text(label.value), _beside(grid, label)
        value = as_text(grid.value(cell)) if cell else None
        if not text or row - last_row > 50:
            return
        if cell and value:
            settings.general.extra[text] = value
            settings.general.cells[f"extra:{text}"] = cell.address
        row += 1


def _read_own_dates(settings: Settings, grid: Grid, context: Context) -> None:
    head = _titled(grid, _OWN_DATES) or _titled(grid, translate(_OWN_DATES, "en"))
    row = head.row + 1 if head else 0
    while head and (label := grid.rows.get(row, {}).get(head.column)) and label.value is not None:
        cell = _beside(grid, label)
        value = grid.value(cell) if cell else None
        if isinstance(value, datetime):
            settings.report_dates.append(value.date())
        row += 1


def _titled(grid: Grid, words: str) -> Cell | None:
    """The first cell with these words."""
    wanted = normal(words)
    cells = grid.sheet.cells.values()
    return next((c for c in cells if isinstance(c.value, str) and normal(c.value) == wanted), None)


def _parties(table: Table, own: Own, context: Context) -> Iterator[Party]:
    """The parties with a name or a short name: as far as our name reaches, else up to the note below them."""
    area = own.areas.get("mp_partijen")
    known = area is not None and area[0] == table.sheet
    last = area[3] if area and known else table.rows.stop
    _add_own_columns(table)
    for row in table.lines():
        if row > last:
            return
        read = read_row(table, row, context)
        if not known and _SENTENCES.fullmatch(str(read.values.get("name", ""))):
            return
        if read.filled() or read.extra:
            values: dict[str, Any] = read.values
            yield Party(**values, **read.common(table))


def _add_own_columns(table: Table) -> None:
    """The person's own columns: those that stand directly right of the two of ours."""
    column, row = max(table.slots) + 1, table.head[-1]
    while (label := table.grid.label(row, column)) and column not in table.slots:
        table.slots[column] = Slot("own", label)
        column += 1
