"""Our own workbook after somebody took out, copied or pasted over part of it: nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import HIDDEN_SHEET
from mijlpalen_xlsx.outputs.sentence import placed
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.reader import read_workbook
from mijlpalen_xlsx.rules import check_plan
from mijlpalen_xlsx.sheets import Workbook, open_workbook
from mijlpalen_xlsx.vocabulary import RowKind
from mijlpalen_xlsx.writer import workbook_bytes
from tests.plans import comparable
from tests.reader.test_workbooks import PLAN
from tests.tables import workbook


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


def missed(plan: Plan) -> list[tuple[object, object]]:
    """What M012 says: the severity, and the place or the sentence."""
    told = [found for found in check_plan(plan) if found.code == "M012"]
    return [(found.severity.value, placed(found, "nl")) for found in told]


def test_without_its_titles_a_plan_is_still_read() -> None:
    plan = read_workbook(edited(lambda book: book["Mijlpalenplan"].delete_cols(3)))
    assert [(m.number, m.title, m.due, m.subproject) for m in plan.milestones] == [
        (m.number, None, m.due, m.subproject) for m in PLAN.milestones
    ]
    ((severity, text),) = missed(plan)
    assert severity == "error"
    assert "de kolom 'Mijlpaal' is er niet" in str(text)


PARTS = {"Mijlpalenplan": "milestones", "Voortgang": "activities", "Trend": "trend", "Logboek": "log"}


def behead(book: Any, name: str) -> None:
    """Empty the row with the heads."""
    for row in book[name].iter_rows(max_row=10):
        if any(cell.value == "Nr" for cell in row):
            for cell in row:
                cell.value = None


@pytest.mark.parametrize("name", PARTS)
def test_a_sheet_without_heads_is_an_error(name: str) -> None:
    plan = read_workbook(edited(lambda book: behead(book, name)))
    assert not getattr(plan, PARTS[name])
    ((severity, text),) = missed(plan)
    assert severity == "error"
    assert str(text).startswith(f"Blad {name}: op dit blad vinden wij de kopjes")
    assert "Nr" in str(text)


@pytest.mark.parametrize("hidden", [True, False])
@pytest.mark.parametrize("name", PARTS)
def test_a_sheet_that_is_gone_is_said(name: str, hidden: bool) -> None:
    """Whether the hidden sheet tells of it, or only the names that point nowhere.

    Trend and Logboek may have been taken out on purpose: the simple layout has neither.
    """

    def edit(book: Any) -> None:
        book.remove(book[name])
        if not hidden:
            book.remove(book[HIDDEN_SHEET])

    plan = read_workbook(edited(edit))
    assert not getattr(plan, PARTS[name])
    ((severity, text),) = missed(plan)
    assert severity == ("warning" if name in ("Trend", "Logboek") else "error")
    assert str(text).startswith(f"Het blad '{name}' is er niet")


def test_the_simple_layout_misses_no_sheets() -> None:
    simple = replace(PLAN, about=About(layout="simple"), log=(), trend=())
    assert missed(read_workbook(open_workbook(workbook_bytes(simple)))) == []
    assert missed(read_workbook(open_workbook(workbook_bytes(Plan())))) == []


def values_only(data: bytes) -> bytes:
    """The workbook with the values of its formulas pasted over them."""
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


LATER = When.day(date(2022, 9, 1))
SHOWN = replace(  # every sign in the bars, and bands over rows with all kinds of days
    PLAN,
    milestones=(
        replace(PLAN.milestones[0], start=When.day(date(2021, 2, 1)), expected=LATER),
        replace(PLAN.milestones[1], cancelled=True),
        replace(PLAN.milestones[2], kind=RowKind.DECISION),
    ),
)


@pytest.mark.parametrize("plan", [PLAN, SHOWN], ids=["plan", "shown"])
def test_values_pasted_over_all_formulas_read_the_same(plan: Plan) -> None:
    whole = read_workbook(open_workbook(workbook_bytes(plan)))
    pasted = read_workbook(open_workbook(values_only(workbook_bytes(plan))))
    assert comparable(pasted) == comparable(whole)
    assert pasted.remarks == whole.remarks
    fresh = read_workbook(open_workbook(workbook_bytes(pasted)))
    assert comparable(fresh) == comparable(plan)


def test_what_a_person_typed_over_a_sum_is_kept() -> None:
    def edit(book: Any) -> None:
        sheet = book["Mijlpalenplan"]
        (band,) = (row for row in sheet.iter_rows() if row[2].value == "LOB")
        band[4].value = datetime(2022, 8, 15)

    assert [band.written for band in read_workbook(edited(edit)).subprojects] == [{"due": "15 aug 2022"}, {}]


def test_the_sign_of_cancelled_is_a_cross_in_a_plan_of_ones_own() -> None:
    rows = "| Mijlpaal | Gereed | 2021 | 2022 |\n|---|---|---|---|\n| Techlab open | 1-7-2022 |  | ✕ |"
    (milestone,) = read_workbook(workbook(rows)).milestones
    assert [(mark.first.year, mark.by) for mark in milestone.marks] == [(2022, "x")]
