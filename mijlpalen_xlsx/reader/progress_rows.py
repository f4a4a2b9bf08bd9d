"""The rows of the progress sheet: activities with their years, light and stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mijlpalen_xlsx.cells import Address, Cell
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Activity
from mijlpalen_xlsx.kinds import Context
from mijlpalen_xlsx.reader.headers import declared
from mijlpalen_xlsx.reader.marks import light_of, sign_of, template_fills
from mijlpalen_xlsx.reader.rows import RowRead, aside_remark, is_aside, read_row, read_value, take_back
from mijlpalen_xlsx.reader.tables import Table
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES

__all__ = ["activity_of_milestone", "read_progress_table"]

_FILL_DOWN = tuple(key for key, column in declared(Activity).items() if column.fill_down)


def read_progress_table(table: Table, context: Context, remarks: list[Remark]) -> list[Activity]:
    """All activities of one table; what the reader noted about other rows goes to ``remarks``."""
    reads = [read_row(table, row, context) for row in table.lines()]
    fills = template_fills([read.periods for read in reads])
    for read in reads:
        _read_years(table, read, fills, context)
        _settle_light(table, read)
    reads = [read for read in reads if read.filled() - {"number"} or read.extra or read.values.get("years")]
    activities: list[Activity] = []
    above: dict[str, tuple[str, Address]] = {}
    for read, after in zip(reads, [*reads[1:], None], strict=False):
        if is_aside(read, ("number", "objective", "result", "description")):
            remarks.append(aside_remark(table, read))
            continue
        _fill_down(read, above)
        if not _is_heading(read, after):
            activities.append(_activity(table, read))
    return activities


def _activity(table: Table, read: RowRead, role: str = "value") -> Activity:
    return Activity(**read.values, **read.common(table, role))


def _fill_down(read: RowRead, above: dict[str, tuple[str, Address]]) -> None:
    """Take an objective or a result from the row above; a new objective begins without a result."""
    for depth, key in enumerate(_FILL_DOWN):
        value = read.values.get(key)
        if value is not None:
            if above.get(key, ("",))[0] != value:
                for deeper in _FILL_DOWN[depth + 1 :]:
                    above.pop(deeper, None)
            above[key] = (value, read.cells[key])
        elif key in above and key not in read.written:
            read.values[key], read.cells[key] = above[key]


def _is_heading(read: RowRead, after: RowRead | None) -> bool:
    """A row that holds nothing but an objective or result, which the rows below it take over."""
    own = {key for key, at in read.cells.items() if at.row == read.row}
    if after is None or not own <= {"number", *_FILL_DOWN} or read.extra:
        return False
    lowest = [key for key in _FILL_DOWN if key in own]
    return bool(lowest) and "description" in after.values and lowest[-1] not in after.filled()


def _read_years(table: Table, read: RowRead, fills: dict[int, frozenset[str]], context: Context) -> None:
    """The years in which an activity runs: any sign counts, and a text other than a cross is kept."""
    years: dict[int, str | None] = {}
    for column, span in table.periods().items():
        cell = read.periods.get(column)
        plain = fills.get(column, frozenset())
        sign = sign_of(cell, table.grid.value(cell), plain, context.lang) if cell else None
        if cell and sign:
            year = span.first.year
            years[year] = years.get(year) or sign.text
            read.cells.setdefault(f"years:{year}", cell.address)
    if years:
        read.values["years"] = tuple(sorted(years))
    texts = {year: text for year, text in sorted(years.items()) if text}
    if texts:
        read.values["year_texts"] = texts


def _settle_light(table: Table, read: RowRead) -> None:
    """A light that is only a colour, and a word of the stage in the column of the light."""
    text = read.written.get("light")
    if text and "light" not in read.values:
        stage = STAGES.read(text)
        if stage and read.values.get("stage") in (None, stage):
            read.values["stage"] = stage
            read.cells.setdefault("stage", read.cells["light"])
            take_back(read, "not-in-list", "light")
    column = table.column("light")
    cell = table.grid.line(read.row).get(column) if column else None
    if cell and column and "light" not in read.written:
        _light_from_fill(table, read, column, cell)


def _light_from_fill(table: Table, read: RowRead, column: int, cell: Cell) -> None:
    light = light_of(cell.fill)
    if light is None or "light" in read.values or _is_row_colour(table, read, column, cell):
        return
    read.values["light"] = light
    read.cells["light"] = cell.address
    if cell.row == read.row:
        facts = {"read": LIGHTS.term(light).word, "colour": cell.fill}
        read.remarks.append(Remark("colour-only", cell.address, None, facts))


def _is_row_colour(table: Table, read: RowRead, column: int, cell: Cell) -> bool:
    """Whether the cells beside the light have the same fill: then the row is coloured, not the light."""
    row = table.grid.rows[read.row]
    beside = [other for at in (column - 1, column + 1) if (other := row.get(at))]
    return bool(beside) and all(other.fill == cell.fill for other in beside)


def activity_of_milestone(table: Table, read: RowRead, context: Context) -> Iterator[Activity]:
    """What a plan table says itself of the progress of a milestone, as an activity that belongs to it."""
    if not table.entries("also"):
        return
    other = RowRead(read.row)
    for key, cell in read.also.items():
        read_value(other, declared(Activity)[key], cell, table.grid.value(cell), context)
    column = next((c for c, slot in table.slots.items() if slot.role == "also" and slot.key == "light"), None)
    light = table.grid.line(read.row).get(column) if column else None
    if light and column and "light" not in other.written:
        _light_from_fill(table, other, column, light)
    if not other.filled() - set(_FILL_DOWN):
        return
    activity = _activity(table, other, "also")
    number = read.values.get("number")
    yield replace(
        activity,
        description=read.values.get("title"),
        milestones=(number,) if number else (),
        cells={**other.cells, **_links(read)},
    )


def _links(read: RowRead) -> dict[str, Address]:
    keys = {"title": "description", "number": "milestones"}
    return {keys[key]: at for key, at in read.cells.items() if key in keys}
