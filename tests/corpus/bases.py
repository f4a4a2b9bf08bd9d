"""The workbooks of which the corpus is made: ours in two layouts, one by hand, and one as OpenDocument."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from mijlpalen_xlsx.writer import workbook_bytes
from tests.sheets.test_ods import ods, row, table, text
from tests.writer.made import full_plan

__all__ = ["bases", "by_hand", "hand_sheet", "saved"]

HEAD = ["Nr.", "Mijlpaal", "Start", "Gereed (gepland)", "Gereed (verwacht)", "Trekker", "Opmerking"]
ROWS: list[list[Any]] = [
    ["1.1", "Er is een plan", datetime(2026, 1, 12), datetime(2026, 3, 1), None, "School A", "zie verslag"],
    [
        "1.2",
        "Techlab is open & draait",
        datetime(2026, 2, 1),
        datetime(2026, 9, 1),
        "eind 2026",
        "ROC B",
        None,
    ],
    ["1.3", "Docenten zijn geschoold", None, "Q3 2027", None, "ROC B", "twee\nregels"],
    ["2.1", "Leerlijn is getoetst", datetime(2027, 1, 4), datetime(2027, 7, 1), None, "School A", None],
    ["2.2", "Bedrijven doen mee – ook kleine", datetime(2027, 3, 1), "n.t.b.", None, "Bedrijf Q", None],
]


def hand_sheet(book: Any) -> Any:
    """The sheet by hand, in a workbook of openpyxl."""
    sheet = book.active
    sheet.title = "Planning"
    sheet["A1"] = "Plan van de regio"
    for column, word in enumerate(HEAD, 1):
        sheet.cell(3, column, word)
    for number, values in enumerate(ROWS, 4):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, datetime):
                cell.number_format = "dd-mm-yyyy"
    return sheet


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_hand(change: Callable[[Any], object] = lambda sheet: None) -> bytes:
    """The workbook by hand, after ``change`` was made to its sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    change(hand_sheet(book))
    return saved(book)


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, datetime):
        day = f'office:value-type="date" office:date-value="{value:%Y-%m-%d}"'
        return f"<table:table-cell {day}><text:p>{value:%d-%m-%Y}</text:p></table:table-cell>"
    return text(str(value).replace("&", "&amp;").replace("\n", "</text:p><text:p>"))


@cache
def bases() -> dict[str, bytes]:
    """All bases by name."""
    lines: list[list[Any]] = [["Plan van de regio"], [], HEAD, *ROWS]
    rows = "".join(row("".join(map(_ods_cell, line)) or "<table:table-cell/>") for line in lines)
    return {
        "full": workbook_bytes(full_plan()),
        "simple": workbook_bytes(full_plan(layout="simple")),
        "hand": by_hand(),
        "ods": ods(table(rows).replace("Plan", "Planning", 1)),
    }
