"""Our own workbook after somebody took out, copied or pasted over part of it: nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl

from mijlpalen_xlsx.reader import read_workbook
from mijlpalen_xlsx.sheets import Workbook, open_workbook
from mijlpalen_xlsx.writer import workbook_bytes
from tests.plans import comparable
from tests.reader.test_workbooks import PLAN


def edited(edit: Callable[[Any], object]) -> Workbook:
    """The workbook of the plan as openpyxl saves it after ``edit``."""
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(PLAN)))
    edit(book)
    saved = BytesIO()
    book.save(saved)
    return open_workbook(saved.getvalue())


def test_a_copy_of_the_settings_is_no_plan() -> None:
    plan = read_workbook(edited(lambda book: book.copy_worksheet(book["Instellingen"])))
    assert comparable(plan) == comparable(PLAN)
    assert not [remark for remark in plan.remarks if remark.at and "Copy" in remark.at.sheet]
