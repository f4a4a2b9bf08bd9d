"""The hidden sheet _mijlpalen: what the workbook is and where its parts stand, for the reader."""

from __future__ import annotations

from collections.abc import Iterator

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.format import FORMAT_NAME, HIDDEN_SHEET, SHEETS, VERSION
from mijlpalen_xlsx.writer import log_sheet, settings_sheet, trend_sheet
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.layout import HEAD_ROW, Layout, PlanGrid, ProgressGrid

__all__ = ["write_hidden"]


def write_hidden(book: Book) -> None:
    """Write the sheet: keys in column A, values in column B."""
    sheet = book.file.add_worksheet(HIDDEN_SHEET)
    look = book.format()
    facts = [*_facts(book.layout), *_other_facts(book), *_helps(book)]
    for row, (key, value) in enumerate(facts):
        book.put(sheet, row, 0, key, look)
        book.put(sheet, row, 1, value, look)
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 30)
    sheet.hide()


def _facts(layout: Layout) -> Iterator[tuple[str, object]]:
    about = layout.plan.about
    yield "format", FORMAT_NAME
    yield "version", VERSION
    yield "language", about.language
    yield "layout", about.layout
    yield "scale", about.scale.value
    yield "scheme", layout.plan.scheme
    yield "plan_id", about.plan_id
    yield "first_year", layout.years[0]
    yield "last_year", layout.years[1]
    for sheet in SHEETS:
        if about.layout == "full" or not sheet.full_only:
            yield f"sheet.{sheet.key}", layout.sheet_name(sheet.key)
    yield from _plan_facts(layout.plan_grid)
    yield from _progress_facts(layout.progress_grid)


def _other_facts(book: Book) -> Iterator[tuple[str, object]]:
    for key, places in (("settings", settings_sheet), ("trend", trend_sheet), ("log", log_sheet)):
        if key in book.sheets:
            yield from places.places(book).items()


def _helps(book: Book) -> Iterator[tuple[str, object]]:
    """How many lists and rules of colour each sheet was given: other programs leave them out."""
    for key, sheet in book.sheets.items():
        yield f"lists.{key}", len(sheet.validations)
        yield f"colours.{key}", sum(len(rules) for rules in sheet.cond_formats.values())


def _plan_facts(grid: PlanGrid) -> Iterator[tuple[str, object]]:
    yield "header.plan", HEAD_ROW + 1
    yield from _columns("plan", grid.columns)
    yield "column.plan.marks.last", column_letters(grid.last_period + 1)
    yield "column.plan.roles.last", column_letters(grid.last_role + 1)


def _progress_facts(grid: ProgressGrid) -> Iterator[tuple[str, object]]:
    yield "header.progress", HEAD_ROW + 1
    yield from _columns("progress", grid.columns)
    yield "column.progress.years.last", column_letters(grid.last_year + 1)


def _columns(sheet: str, columns: dict[str, int]) -> Iterator[tuple[str, object]]:
    for key, at in columns.items():
        yield f"column.{sheet}.{key}", column_letters(at + 1)
