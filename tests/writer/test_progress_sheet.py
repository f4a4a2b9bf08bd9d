"""The sheet Voortgang as another program sees it: objectives written once, years, lights, stages."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from mijlpalen_xlsx.format import Activity
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.vocabulary import Light, Stage
from mijlpalen_xlsx.writer import workbook_bytes
from mijlpalen_xlsx.writer.layout import BLANK_ACTIVITIES, SPARE_ACTIVITIES
from tests.writer.made import full_plan, random_plan

HEADS = [
    "Nr", "Doelstelling", "Resultaten", "Beschrijving", 2025, 2026, 2027, 2028, "Stoplicht", "Fase",
    "Toelichting op de voortgang", "Knelpunten", "Maatregel / bijsturing", "Wie pakt op", "Mijlpaal nr",
    "Bijgewerkt", "Budget",
]  # fmt: skip


def sheet_of(plan: Plan) -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(workbook_bytes(plan))).worksheets[2]
    assert isinstance(sheet, Worksheet)
    return sheet


def column(sheet: Worksheet, head: str | int) -> list[object]:
    at = [cell.value for cell in sheet[6]].index(head) + 1
    return [sheet.cell(row, at).value for row in range(7, sheet.max_row + 1)]


def test_heads_and_groups() -> None:
    sheet = sheet_of(full_plan())
    assert [cell.value for cell in sheet[6]][: len(HEADS)] == HEADS
    assert [cell.value for cell in sheet[5] if cell.value] == [
        "DOELSTELLING → RESULTATEN → BESCHRIJVING", "PLANNING", "STATUS", "EIGEN KOLOMMEN",
    ]  # fmt: skip


def test_an_objective_stands_in_the_first_of_its_rows() -> None:
    sheet = sheet_of(full_plan())
    assert column(sheet, "Doelstelling")[:3] == ["Minder uitval", None, "Techlab"]
    assert column(sheet, "Resultaten")[:3] == ["Programma", None, None]


def test_no_line_runs_through_an_objective() -> None:
    sheet = sheet_of(full_plan())
    first, second, third = (sheet[f"B{row}"].border for row in (7, 8, 9))
    assert (first.bottom.style, second.top.style) == (None, None)
    assert third.top.style == "medium"


@pytest.mark.parametrize("seed", range(3))
def test_filling_down_gives_every_objective_back(seed: int) -> None:
    plan = random_plan(seed)
    filled: list[object] = []
    for text in column(sheet_of(plan), "Doelstelling")[: len(plan.activities)]:
        filled.append(text or filled[-1])
    assert filled == [activity.objective for activity in plan.activities]


def test_the_same_objective_again_is_written_again() -> None:
    activities = tuple(Activity(objective=name, description="x") for name in "ABA")
    assert column(sheet_of(Plan(activities=activities)), "Doelstelling")[:3] == ["A", "B", "A"]


def test_a_result_is_written_again_under_another_objective() -> None:
    activities = tuple(Activity(objective=name, result="R", description="x") for name in "AAB")
    assert column(sheet_of(Plan(activities=activities)), "Resultaten")[:3] == ["R", None, "R"]


def test_years_hold_an_x_or_the_text_of_a_person() -> None:
    sheet = sheet_of(full_plan())
    assert column(sheet, 2025)[:2] == ["x", None]
    assert column(sheet, 2027)[:2] == [None, "voorjaar"]


def test_a_year_outside_the_plan_gets_a_column() -> None:
    activities = (Activity(description="x", years=(2023,)),)
    assert column(sheet_of(Plan(years=(2025, 2026), activities=activities)), 2023)[0] == "x"


def test_words_stand_in_the_cells_and_signs_come_from_the_rules() -> None:
    sheet = sheet_of(full_plan())
    assert column(sheet, "Stoplicht")[:2] == ["Groen", "Rood"]
    assert column(sheet, "Fase")[:2] == ["Gereed", "Loopt"]
    signs = {
        rule.dxf.numFmt.formatCode
        for area in sheet.conditional_formatting
        for rule in area.rules
        if rule.dxf.numFmt
    }
    assert {'"● "@', '"▲ "@', '"■ "@', '"✔ "@', '"▶ "@', '"○ "@', '"↷ "@', '"✕ "@'} == signs


def test_what_a_person_wrote_comes_back() -> None:
    activity = Activity(description="x", light=Light.RED, stage=Stage.DONE, written={"light": "rood!"})
    sheet = sheet_of(Plan(activities=(activity,)))
    assert column(sheet, "Stoplicht")[0] == "rood!"
    assert column(sheet, "Fase")[0] == "Gereed"


def test_own_columns_come_back() -> None:
    assert column(sheet_of(full_plan()), "Budget")[:2] == [None, "€ 10"]


def test_there_is_room_for_more() -> None:
    assert sheet_of(Plan()).max_row == 6 + BLANK_ACTIVITIES
    assert sheet_of(full_plan()).max_row == 6 + 3 + SPARE_ACTIVITIES
