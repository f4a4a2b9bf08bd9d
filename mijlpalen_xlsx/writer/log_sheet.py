"""The sheet Logboek: what was true on which date, a line per change, lines are only added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mijlpalen_xlsx.format import LogEntry
from mijlpalen_xlsx.kinds import Date, Number
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.writer.book import Book, shown
from mijlpalen_xlsx.writer.entry_page import date_asked, help_shown, list_asked, no_triangles
from mijlpalen_xlsx.writer.other_grids import LogGrid, log_grid
from mijlpalen_xlsx.writer.sheet_page import footer, light_rules, name_range, places_of, title_bar

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["places", "write_log"]

_OWN_WIDTH = 18.0
_ROW_HEIGHT = 20
_LINE_HEIGHT = 13.5


def write_log(book: Book) -> None:
    """Write the sheet and the name mp_logboek: its heads and its lines, spare ones too."""
    sheet, grid = book.add_sheet("log"), log_grid(book.layout)
    _page(book, sheet, grid)
    title = book.say("{sheet}: wat veranderde wanneer?", sheet=book.layout.sheet_name("log"))
    title_bar(book, sheet, grid.last_column, title)
    note = book.say(
        "Zet elke verandering op een nieuwe regel en laat oude regels staan. "
        "Hieruit komt straks de tekst voor de voortgangsrapportage en het eindverslag."
    )
    book.put(sheet, 1, 0, note, book.format(italic=True, font_color=Colour.QUIET, indent=1))
    _heads(book, sheet, grid)
    _lines(book, sheet, grid)
    light = grid.columns["light"]
    light_rules(book, sheet, grid.first_row, grid.last_row, light, light)
    name_range(book, "mp_logboek", "log", grid.head_row, 0, grid.last_row, grid.last_column)


def _page(book: Book, sheet: Worksheet, grid: LogGrid) -> None:
    for at, column in enumerate(grid.declared):
        sheet.set_column(at, at, column.width)
    if grid.own_columns:
        sheet.set_column(len(grid.declared), grid.last_column, _OWN_WIDTH)
    sheet.set_row_pixels(2, 8)
    sheet.set_landscape()
    sheet.center_horizontally()
    sheet.set_margins(left=0.45, right=0.45, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, grid.last_row, grid.last_column)
    sheet.repeat_rows(grid.head_row)
    sheet.freeze_panes(grid.first_row, 0)
    sheet.set_tab_color(f"#{Colour.NAVY}")
    footer(book, sheet, "log")


def _heads(book: Book, sheet: Worksheet, grid: LogGrid) -> None:
    look = book.format(
        bold=True, font_color=Colour.WHITE, bg_color=Colour.NAVY, indent=1, text_wrap=True,
        border=1, border_color=Colour.LINE,
    )  # fmt: skip
    sheet.set_row(grid.head_row, 24)
    heads = [*(column.header.get(book.lang) for column in grid.declared), *grid.own_columns]
    for at, head in enumerate(heads):
        book.put(sheet, grid.head_row, at, head, look)


def _looks(book: Book, grid: LogGrid) -> list[Format]:
    """The format of every column, own columns included."""
    entry = {"bg_color": Colour.ENTRY, "border": 1, "border_color": Colour.LINE}
    text = book.format(text_wrap=True, indent=1, **entry)
    middle = book.format(align="center", **entry)
    number = book.format(align="center", num_format="@", **entry)
    by_kind = {Date: book.date_format(**entry), Number: number}
    looks = [middle if c.key == "light" else by_kind.get(type(c.kind), text) for c in grid.declared]
    return looks + [text] * len(grid.own_columns)


def _lines(book: Book, sheet: Worksheet, grid: LogGrid) -> None:
    looks, log = _looks(book, grid), book.layout.plan.log
    for at in range(grid.rows):
        row = grid.first_row + at
        entry = log[at] if at < len(log) else LogEntry()
        values = [*(shown(entry, c, book.lang) for c in grid.declared)]
        values += [entry.extra.get(head) for head in grid.own_columns]
        sheet.set_row(row, _height(values, grid))
        for column, (value, look) in enumerate(zip(values, looks, strict=True)):
            book.put(sheet, row, column, value, look)
    for declared in grid.declared:
        at = grid.columns[declared.key]
        asked = date_asked(book, declared) if isinstance(declared.kind, Date) else help_shown(book, declared)
        if declared.key == "light":
            asked = list_asked(book, declared, "mp_stoplicht")
        sheet.data_validation(grid.first_row, at, grid.last_row, at, asked)
    no_triangles(sheet, grid.first_row, grid.last_row, grid.last_column)


def _height(values: Sequence[object], grid: LogGrid) -> float:
    """A height that shows the longest text of the row; Excel does not work it out on opening."""
    widths = [c.width for c in grid.declared] + [_OWN_WIDTH] * len(grid.own_columns)
    lines = 1
    for value, width in zip(values, widths, strict=True):
        if isinstance(value, str):
            lines = max(lines, sum(1 + int(len(part) / (width - 1)) for part in value.split("\n")))
    return min(400.0, max(_ROW_HEIGHT, lines * _LINE_HEIGHT + 4))


def places(book: Book) -> dict[str, str]:
    """Entries for the hidden sheet: the head row and the columns of the log."""
    grid = log_grid(book.layout)
    return places_of("log", grid.head_row, grid.columns)
