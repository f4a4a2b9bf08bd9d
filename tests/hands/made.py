"""A workbook with one table, made with openpyxl and read by us, for tests of what stands in single cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read

__all__ = ["Value", "plan_of", "remarks_of"]

Value = str | int | float | bool | datetime | CellRichText | None
Edit = Callable[[Worksheet], object]


def plan_of(heads: Sequence[Value], rows: Iterable[Sequence[Value]], *edits: Edit) -> Plan:
    """The plan in a saved workbook with this table, after each edit of its sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for line in (heads, *rows):
        sheet.append(list(line))
    for edit in edits:
        edit(sheet)
    target = BytesIO()
    book.save(target)
    return read(target.getvalue())


def remarks_of(plan: Plan) -> list[str]:
    """Names of all remarks, those about the whole workbook first."""
    records = [remark.name for record in plan.records() for remark in record.remarks]
    return [*(remark.name for remark in plan.remarks), *records]
