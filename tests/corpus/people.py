"""What people do to their workbook, done with openpyxl, which leaves the rest as it is."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

from tests.corpus.bases import bases, by_hand, hand_sheet, saved
from tests.corpus.cases import Case, same

__all__ = ["cases"]

Edit = Callable[[Any], object]


def cases() -> Iterator[Case]:
    for name, edit in MOVES.items():
        yield same(name, by_hand(edit), "hand", loose=name in SORTED)
    for name, (edit, new) in NOTED.items():
        yield same(name, by_hand(edit), "hand", *new, loose=True)
    yield from _sheets_around()
    yield from _in_ours()


def _moved(sheet: Any, rows: int, columns: int) -> None:
    sheet.move_range("A1:G8", rows=rows, cols=columns)


def _swapped(sheet: Any) -> None:
    """The column of dates in front."""
    for row in range(3, 9):
        values = [sheet.cell(row, column) for column in (1, 2, 3, 4, 5, 6, 7)]
        kept = [(cell.value, cell.number_format) for cell in values]
        for cell, (value, number_format) in zip(values, kept[3:] + kept[:3], strict=True):
            cell.value, cell.number_format = value, number_format


def _sorted_down(sheet: Any) -> None:
    rows = [[(cell.value, cell.number_format) for cell in row] for row in sheet["A4:G8"]]
    for row, kept in zip(sheet["A4:G8"], reversed(rows), strict=True):
        for cell, (value, number_format) in zip(row, kept, strict=True):
            cell.value, cell.number_format = value, number_format


def _each(sheet: Any, area: str, change: Callable[[Any], Any]) -> None:
    for row in sheet[area]:
        for cell in row:
            if cell.value is not None:
                cell.value = change(cell.value)


def _spread(sheet: Any) -> None:
    """An empty row between all rows."""
    for row in range(8, 3, -1):
        sheet.insert_rows(row)


def _as_text(sheet: Any) -> None:
    for cell in sheet["B"]:
        cell.number_format = "@"


def _rows_hidden(sheet: Any) -> None:
    for row in (5, 6):
        sheet.row_dimensions[row].hidden = True


def _header(change: Callable[[str], str]) -> Edit:
    return lambda sheet: _each(sheet, "A3:G3", change)


MOVES: dict[str, Edit] = {
    "nothing": lambda sheet: None,
    "rows-above": lambda sheet: _moved(sheet, 6, 0),
    "columns-before": lambda sheet: _moved(sheet, 0, 3),
    "far-to-the-right": lambda sheet: _moved(sheet, 0, 24),
    "far-down": lambda sheet: _moved(sheet, 10, 0),
    "columns-swapped": _swapped,
    "rows-sorted": _sorted_down,
    "empty-rows-between": _spread,
    "header-in-capitals": _header(str.upper),
    "header-with-colons": _header(lambda word: word + ":"),
    "header-with-line-break": _header(lambda word: word.replace(" ", "\n")),
    "header-with-nbsp": _header(lambda word: "\u00a0" + word.replace(" ", "\u00a0") + " "),
    "texts-with-spaces": lambda sheet: _each(
        sheet, "A4:B8", lambda text: f"  {text} " if isinstance(text, str) else text
    ),
    "header-with-zero-width": _header(lambda word: f"\u200b{word}\ufeff"),
    "numbers-as-numbers": lambda sheet: _each(sheet, "A4:A8", float),
    "title-merged": lambda sheet: sheet.merge_cells("A1:G1"),
    "header-merged-down": lambda sheet: [sheet.merge_cells(f"{letter}2:{letter}2") for letter in "AB"],
    "frozen": lambda sheet: setattr(sheet, "freeze_panes", "C4"),
    "filtered": lambda sheet: setattr(sheet.auto_filter, "ref", "A3:G8"),
    "sheet-renamed": lambda sheet: setattr(sheet, "title", "Planning 2026 (nieuw)"),
    "copied-sheet-name": lambda sheet: setattr(sheet, "title", "Kopie van Planning"),
    "grouped-rows": lambda sheet: sheet.row_dimensions.group(4, 8, outline_level=1),
    "wide-columns": lambda sheet: setattr(sheet.column_dimensions["B"], "width", 90),
    "number-format-text": _as_text,
}  # fmt: skip
SORTED = {"rows-sorted", "columns-swapped", "numbers-as-numbers", "empty-rows-between"}

NOTED: dict[str, tuple[Edit, tuple[str, ...]]] = {
    "rows-hidden": (
        _rows_hidden,
        ("hidden-data",),
    ),
    "column-hidden": (lambda sheet: setattr(sheet.column_dimensions["G"], "hidden", True), ("hidden-data",)),
}


def _with(change: Callable[[Any], object]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    hand_sheet(book)
    change(book)
    return saved(book)


def _sheets_around() -> Iterator[Case]:
    yield same(
        "empty-sheets-around", _with(lambda b: (b.create_sheet("Blad1", 0), b.create_sheet("Blad3"))), "hand"
    )

    def letter(book: Any) -> None:
        sheet = book.create_sheet("Voorblad", 0)
        sheet["B2"], sheet["B4"] = "Sterk techniekonderwijs", "Dit plan hoort bij de aanvraag."

    yield same("a-cover-sheet", _with(letter), "hand")

    def budget(book: Any) -> None:
        sheet = book.create_sheet("Begroting")
        for line in (["Post", "2026", "2027"], ["Docenten", 1000, 2000], ["Totaal", "=B2", "=C2"]):
            sheet.append(line)

    yield same("a-budget-beside-it", _with(budget), "hand")


def _in_ours() -> Iterator[Case]:
    import openpyxl

    def ours(name: str, change: Callable[[Any], object], *new: str, loose: bool = False) -> Case:
        book = openpyxl.load_workbook(io.BytesIO(bases()["full"]))
        change(book)
        return same(name, saved(book), "full", *new, loose=loose)

    def rename(book: Any) -> None:
        book["Mijlpalenplan"].title = "Ons plan"

    def nameless(book: Any) -> None:
        for name in list(book.defined_names):
            del book.defined_names[name]

    def without(name: str) -> Callable[[Any], object]:
        return lambda book: book.remove(book[name])

    yield ours("our-dashboard-deleted", without("Dashboard"))
    yield ours("our-guide-deleted", without("Uitleg"))
    yield ours("our-plan-renamed", rename, "sheet-renamed")
    yield ours("our-names-gone", nameless)
    yield ours("our-sheets-turned", lambda book: book.move_sheet("Mijlpalenplan", 5))
    yield ours(
        "our-plan-last-row-high", lambda book: setattr(book["Mijlpalenplan"].row_dimensions[9], "height", 99)
    )
