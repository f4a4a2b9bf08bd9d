"""Values typed over the formulas of our own workbook: told, but for columns in which no formula is left."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import General, Milestone, Subproject
from mijlpalen_xlsx.outputs.grouped import mistakes
from mijlpalen_xlsx.plan import Plan, plan_to_data
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.report import check
from mijlpalen_xlsx.rules import check_plan
from mijlpalen_xlsx.writer import workbook_bytes
from samples.make import saved_by_libreoffice

DAY = date(2023, 3, 1)
PLAN = Plan(
    years=(2021, 2024),
    general=General(reference_date=DAY),
    subprojects=(Subproject(number="1", title="LOB"),),
    milestones=tuple(
        Milestone(number=f"1.{n}", title=f"Les {n} is af", due=When.day(date(2023, n, 1)), subproject="1")
        for n in range(1, 7)
    ),
)
TYPED = ("status", "slip_weeks")


def edited(edit: Callable[[Worksheet, dict[str, int]], None], plan: Plan = PLAN) -> bytes:
    """Our workbook after ``edit``, which gets the sheet and the columns by key."""
    data = workbook_bytes(plan)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Mijlpalenplan"]
    heads = {str(c.value): c.column for row in sheet.iter_rows(max_row=12) for c in row if c.value}
    edit(
        sheet,
        {"status": heads["Planstatus"], "slip_weeks": heads["Uitloop (weken)"], "title": heads["Mijlpaal"]},
    )
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def rows_of(sheet: Worksheet, columns: dict[str, int]) -> list[int]:
    texts = {row: str(sheet.cell(row, columns["title"]).value) for row in range(8, sheet.max_row + 1)}
    return [row for row, text in texts.items() if text.startswith("Les ")]


def said(data: bytes, day: date | None = None) -> list[tuple[str | None, str | None]]:
    return [(f.cell, f.value) for f in check_plan(read(data), reference_date=day) if f.code == "M019"]


@pytest.mark.parametrize(
    ("key", "value"), [("status", "Gereed"), ("slip_weeks", 3), ("slip_weeks", "drie weken")]
)
def test_what_is_typed_over_a_formula_is_told_at_the_cell(key: str, value: str | int) -> None:
    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(rows_of(sheet, columns)[4], columns[key]).value = value

    [(cell, text)] = said(edited(edit))
    assert cell is not None
    assert cell.startswith({"status": "J", "slip_weeks": "K"}[key])
    assert text == str(value)


def test_many_cells_are_one_line() -> None:
    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        for row in rows_of(sheet, columns)[:5]:
            sheet.cell(row, columns["status"]).value = "Gereed"

    findings = check(edited(edit)).files[0].findings
    [line] = mistakes([f for f in findings if f.code == "M019"], "nl")
    assert line.cells == 5


def test_it_changes_nothing_of_what_is_read() -> None:
    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(rows_of(sheet, columns)[0], columns["status"]).value = "Gereed"
        sheet.cell(rows_of(sheet, columns)[0] - 1, columns["status"]).value = "op schema"

    kept = plan_to_data(read(edited(edit)))
    before = plan_to_data(read(edited(lambda sheet, columns: None)))
    assert kept["milestones"] == before["milestones"]
    assert said(edited(edit)) == [("J10", "Gereed")]  # the sums of a band are not worked out per row


def test_what_we_work_out_too_may_stand_there() -> None:
    """The first two are late at the reference date, the others on schedule; both words of the list count."""

    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        rows = rows_of(sheet, columns)
        sheet.cell(rows[0], columns["status"]).value = "Te laat"
        sheet.cell(rows[1], columns["status"]).value = "late"
        sheet.cell(rows[4], columns["slip_weeks"]).value = 0

    assert said(edited(edit)) == []
    assert said(edited(edit), date(2023, 12, 1)) == []  # another day than the workbook has


@pytest.mark.parametrize("plan", [PLAN, Plan(years=PLAN.years, milestones=PLAN.milestones)])
def test_a_column_of_values_only_is_passed_over(plan: Plan) -> None:
    """As a program leaves it that keeps values only, some days ago."""

    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        for row in rows_of(sheet, columns):
            sheet.cell(row, columns["status"]).value = "Nog niet gestart" if plan is PLAN else None
            sheet.cell(row, columns["slip_weeks"]).value = 7

    assert said(edited(edit, plan)) == []


def test_in_another_workbook_it_is_no_formula_of_ours(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Planning", 0)
    sheet.append(["Nr", "Mijlpaal", "Gereed (gepland)", "Planstatus"])
    sheet.append(["1", "Het techlab is open", "1-7-2023", "Gereed"])
    sheet.append(["2", "De gids is af", "1-7-2023", None])
    book.save(tmp_path / "plan.xlsx")
    assert said((tmp_path / "plan.xlsx").read_bytes(), DAY) == []


def test_another_program_writes_our_formulas_its_own_way(
    need_program: Callable[[str], str], tmp_path: Path
) -> None:
    need_program("soffice")
    path = tmp_path / "plan.xlsx"
    path.write_bytes(edited(lambda s, c: setattr(s.cell(rows_of(s, c)[4], c["status"]), "value", "Gereed")))
    assert said(saved_by_libreoffice(path)) == [("J14", "Gereed")]
