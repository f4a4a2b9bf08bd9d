"""What a workbook holds beside the plan, and a freshly written one would not have."""

from __future__ import annotations

from mijlpalen_xlsx.format import HIDDEN_SHEET
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader.own import about_itself
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.sheets import Sheet, Workbook
from mijlpalen_xlsx.words import normal

__all__ = ["LeftBehind", "left_behind"]


class LeftBehind(NamedTuple):
    """``sheets``: the person's own sheets that hold anything; ``notes``: the number of notes on cells."""

    sheets: tuple[str, ...]
    notes: int

    def __bool__(self) -> bool:
        return bool(self.sheets or self.notes)


def left_behind(workbook: Workbook, plan: Plan) -> LeftBehind:
    """What is not in ``plan``, which was read from ``workbook``. Charts are not looked at."""
    ours = {*about_itself(workbook).sheet_keys(), normal(HIDDEN_SHEET)}
    read_from = {address.sheet for record in plan.records() for address in record.cells.values()}
    sheets = tuple(
        sheet.name
        for sheet in workbook.sheets
        if normal(sheet.name) not in ours and sheet.name not in read_from and _holds_anything(sheet)
    )
    return LeftBehind(sheets, sum(len(sheet.notes) for sheet in workbook.sheets))


def _holds_anything(sheet: Sheet) -> bool:
    return any(cell.value is not None or cell.formula for cell in sheet.cells.values())
