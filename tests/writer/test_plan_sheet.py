"""The sheet Mijlpalenplan as another program sees it: heads, rows, marks, roles, rules, lists, print."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from mijlpalen_xlsx.dates import Precision, When
from mijlpalen_xlsx.format import Mark, Milestone, Party, Role, Subproject
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.writer import workbook_bytes
from mijlpalen_xlsx.writer.layout import Layout
from tests.writer.made import full_plan, random_plan

SOLID = "solid"


def book_of(plan: Plan) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(workbook_bytes(plan)))


def sheet_of(plan: Plan) -> Worksheet:
    sheet = book_of(plan)[Layout(plan, None).sheet_name("plan")]
    assert isinstance(sheet, Worksheet)
    return sheet


def texts(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def row_of(sheet: Worksheet, number: str) -> int:
    return next(row for row in range(9, sheet.max_row + 1) if sheet.cell(row, 2).value == number)


def column_of(sheet: Worksheet, head: str) -> int:
    return texts(sheet, 6).index(head) + 1


def test_heads_in_dutch() -> None:
    sheet = sheet_of(full_plan())
    assert texts(sheet, 6)[:11] == [
        "Soort", "Nr", "Mijlpaal", "Start", "Gereed (gepland)", "Gereed (verwacht)", "Gereed (werkelijk)",
        "Pas na nr", "Inzet (uren)", "Planstatus", "Uitloop (weken)",
    ]  # fmt: skip
    assert texts(sheet, 6)[11:15] == ["K1", "K2", "K3", "K4"]
    assert [text for text in texts(sheet, 5) if text] == [
        "DEELPROJECT · mijlpaal", "PLANNING", "2025", "2026", "2027", "2028",
        "ROLLEN EN VERANTWOORDELIJKHEDEN", "EIGEN KOLOMMEN",
    ]  # fmt: skip


def test_heads_in_english() -> None:
    sheet = sheet_of(full_plan("en"))
    assert texts(sheet, 6)[:3] == ["Kind", "No.", "Milestone"]
    assert [text for text in texts(sheet, 5) if text][-1] == "OWN COLUMNS"


@pytest.mark.parametrize(
    ("scale", "count", "first"),
    [
        (Scale.MONTH, 48, "jan"),
        (Scale.QUARTER, 16, "K1"),
        (Scale.YEAR, 4, "2025"),
        (Scale.SCHOOLYEAR, 5, "2024-2025"),
    ],
)
def test_a_column_per_period_with_its_days(scale: Scale, count: int, first: str) -> None:
    sheet = sheet_of(full_plan(scale=scale))
    start = column_of(sheet, first)
    assert column_of(sheet, "Betrokken partij") - start == count
    assert sheet.row_dimensions[7].hidden
    assert sheet.row_dimensions[8].hidden
    days = [cell.value for row in (7, 8) for cell in sheet[row][start - 1 : start - 1 + count]]
    assert all(isinstance(day, datetime) for day in days)
    assert isinstance(days[0], datetime)
    assert days[0] <= datetime(2025, 1, 1)


def test_values_stand_as_what_they_are() -> None:
    sheet = sheet_of(full_plan())
    row = row_of(sheet, "1.2")
    assert texts(sheet, row)[:3] == ["G", "1.2", "Besluit over uitrol"]
    assert sheet.cell(row, 4).value == datetime(2025, 9, 1)
    assert sheet.cell(row, 4).number_format == "[$-413]d mmm yyyy"
    assert sheet.cell(row, 6).value == "eind 2026"
    assert sheet.cell(row, 2).number_format == "@"
    assert sheet.cell(row, column_of(sheet, "Inzet (uren)")).value == "5 dagdelen"
    assert sheet.cell(row_of(sheet, "2.2"), 7).value == "vervallen"
    assert sheet.cell(row_of(sheet, "2.1"), column_of(sheet, "Kosten")).value == "1000"


def test_a_period_without_words_gets_its_usual_words() -> None:
    quarter = When(date(2026, 7, 1), date(2026, 9, 30), Precision.QUARTER)
    sheet = sheet_of(Plan(milestones=(Milestone(number="1", title="x", due=quarter),)))
    assert sheet.cell(row_of(sheet, "1"), 5).value == "3e kwartaal 2026"


def test_a_day_before_1900_is_text() -> None:
    sheet = sheet_of(Plan(milestones=(Milestone(number="1", title="x", due=When.day(date(1850, 5, 1))),)))
    assert sheet.cell(row_of(sheet, "1"), 5).value == "1850-05-01"


def grid_cells(sheet: Worksheet, number: str) -> dict[str, tuple[object, str | None]]:
    """Value and direct fill of the Gantt cells that have either, by the first day of their column."""
    row = row_of(sheet, number)
    found: dict[str, tuple[object, str | None]] = {}
    for column in range(column_of(sheet, "Uitloop (weken)") + 1, column_of(sheet, "Betrokken partij")):
        cell, day = sheet.cell(row, column), sheet.cell(7, column).value
        fill = cell.fill.fgColor.rgb[2:] if cell.fill.fill_type == SOLID else None
        value = None if cell.data_type == "f" else cell.value
        if value or fill:
            assert isinstance(day, datetime)
            found[f"{day:%Y-%m}"] = (value, fill)
    return found


def test_marks_by_hand_stand_in_their_columns() -> None:
    assert grid_cells(sheet_of(full_plan()), "2.1") == {
        "2026-04": ("x", None),
        "2026-07": ("x", None),
        "2027-04": ("week 20", None),
        "2028-04": (None, Colour.PLANNED),
    }


def test_marks_go_to_the_columns_of_another_scale() -> None:
    assert grid_cells(sheet_of(full_plan(scale=Scale.YEAR)), "2.1") == {
        "2026-01": ("x", None),
        "2027-01": ("week 20", None),
        "2028-01": (None, Colour.PLANNED),
    }


def test_a_filled_cell_keeps_its_formula() -> None:
    sheet = sheet_of(full_plan())
    row = row_of(sheet, "2.1")
    filled = [c for c in sheet[row] if c.fill.fill_type == SOLID and c.fill.fgColor.rgb[2:] == Colour.PLANNED]
    assert [cell.data_type for cell in filled] == ["f"]


def test_only_marks_give_a_direct_fill_in_the_picture() -> None:
    sheet = sheet_of(random_plan(7))
    plan = random_plan(7)
    marked = {m.number for m in plan.milestones if any(mark.by == "fill" for mark in m.marks)}
    assert marked
    for milestone in plan.milestones:
        if milestone.number and milestone.number not in marked:
            assert all(fill is None for _, fill in grid_cells(sheet, milestone.number).values())


def test_roles_stand_under_the_short_name() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(full_plan())), data_only=True)
    sheet = book["Mijlpalenplan"]
    assert isinstance(sheet, Worksheet)
    row = row_of(sheet, "1.1")
    assert sheet.cell(row, column_of(sheet, "School A")).value == "V"
    assert sheet.cell(row, column_of(sheet, "Bedrijf Q")).value == "leest mee"
    assert "ROC B" in texts(sheet, 6)


def test_two_roles_of_one_party_take_two_columns() -> None:
    roles = (Role("Vmbo-school A", "V"), Role("school a", "E"))
    parties = (Party(name="Vmbo-school A", short="School A"),)
    plan = Plan(parties=parties, milestones=(Milestone(number="1", title="x", roles=roles),))
    assert Layout(plan, None).role_parties == ("School A", "School A")
    sheet = sheet_of(plan)
    assert [text for text in texts(sheet, row_of(sheet, "1")) if text in ("V", "E")] == ["V", "E"]


def test_an_unknown_deelproject_gets_a_band() -> None:
    milestones = (
        Milestone(number="9.1", title="Onder niets", subproject=None),
        Milestone(number="7.1", title="Onder zeven", subproject="7"),
        Milestone(number="1.1", title="Onder een", subproject="1"),
    )
    plan = Plan(subprojects=(Subproject(number="1", title="Een"),), milestones=milestones)
    sheet = sheet_of(plan)
    rows = [tuple(texts(sheet, row)[:3]) for row in range(9, sheet.max_row + 1)]
    assert rows == [
        ("M", "9.1", "Onder niets"), ("M", None, None),
        ("D", "1", "Een"), ("M", "1.1", "Onder een"), ("M", None, None),
        ("D", "7", None), ("M", "7.1", "Onder zeven"), ("M", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_no_milestone_is_lost(seed: int) -> None:
    plan = random_plan(seed, rows=90)
    sheet = sheet_of(plan)
    numbers = [sheet.cell(row, 2).value for row in range(9, sheet.max_row + 1)]
    assert sorted(m.number for m in plan.milestones if m.number) == sorted(
        str(number) for number in numbers if number and "." in str(number)
    )


def test_text_of_people_is_never_a_formula_or_a_link() -> None:
    texts_of_people = ("=1+1", "+31 6", "@SUM(A1)", "https://voorbeeld.nl", "mailto:iemand", "{=A1}")
    milestones = tuple(
        Milestone(
            number=text,
            title=text,
            party=text,
            due=When(None, None, Precision.NONE, text),
            written={"effort": text},
            roles=(Role("School A", text),),
            marks=(Mark(date(2026, 1, 1), date(2026, 1, 31), "text", text),),
            extra={text: text},
        )
        for text in texts_of_people
    )
    sheet = sheet_of(Plan(years=(2025, 2028), milestones=milestones))
    for text in texts_of_people:
        cells = [cell for cell in sheet[row_of(sheet, text)] if cell.value == text]
        assert len(cells) == 8, text
        assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)
        assert text in texts(sheet, 6)


def test_a_blank_workbook_has_blocks_to_fill_in() -> None:
    sheet = sheet_of(Plan())
    kinds = [sheet.cell(row, 1).value for row in range(9, sheet.max_row + 1)]
    assert kinds == (["D"] + ["M"] * 6) * 4


@pytest.fixture(scope="module", params=["nl", "en"])
def entry_sheets(request: pytest.FixtureRequest) -> list[Worksheet]:
    book = book_of(full_plan(request.param))
    plan, progress = book.worksheets[1], book.worksheets[2]
    assert isinstance(plan, Worksheet)
    assert isinstance(progress, Worksheet)
    return [plan, progress]


def test_nothing_is_merged(entry_sheets: list[Worksheet]) -> None:
    for sheet in entry_sheets:
        assert not sheet.merged_cells.ranges
        assert not sheet.protection.sheet


def rules_of(sheet: Worksheet) -> Iterator[tuple[str, Any]]:
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            yield str(area.sqref), rule


def test_rules_survive_other_programs(entry_sheets: list[Worksheet]) -> None:
    """Formulas only, same sheet only, one range each, none that stops the next."""
    for sheet in entry_sheets:
        rules = list(rules_of(sheet))
        assert len(rules) > 8
        for area, rule in rules:
            assert rule.type == "expression"
            assert not rule.stopIfTrue
            assert " " not in area
            outside_quotes = re.sub(r'"[^"]*"', "", rule.formula[0])
            assert "!" not in outside_quotes
            assert "mp_" not in outside_quotes


def test_the_reference_date_line_comes_last(entry_sheets: list[Worksheet]) -> None:
    plan = entry_sheets[0]
    grid_rules = [(rule.priority, rule) for _, rule in rules_of(plan)]
    last = max(grid_rules, key=lambda pair: pair[0])[1]
    assert last.dxf.border.left.style == "dashed"
    assert last.dxf.fill is None


def test_lists_warn_and_never_stop(entry_sheets: list[Worksheet]) -> None:
    for sheet in entry_sheets:
        checks = sheet.data_validations.dataValidation
        assert {check.errorStyle for check in checks if check.type} <= {"warning", "information"}
        assert all(len(check.error or "") <= 255 for check in checks)
        assert [check for check in checks if check.type == "date"]


def test_lists_take_names_that_the_workbook_has() -> None:
    book = book_of(full_plan())
    asked = {
        check.formula1
        for sheet in book.worksheets[1:3]
        for check in sheet.data_validations.dataValidation
        if check.type == "list" and not check.formula1.startswith('"')
    }
    assert asked == {"mp_soorten", "mp_partijen", "mp_rollen", "mp_stoplicht", "mp_fasen"}
    assert asked <= set(book.defined_names)


def test_names_cover_the_rows() -> None:
    plan = full_plan()
    book, grid = book_of(plan), Layout(plan, None).plan_grid
    assert book.defined_names["mp_mijlpalen"].attr_text == (f"Mijlpalenplan!$A$9:$AG${grid.last_row + 1}")
    assert book.defined_names["mp_perioden"].attr_text == "Mijlpalenplan!$L$7:$AA$8"


def test_the_hidden_sheet_says_where_things_stand() -> None:
    sheet = book_of(full_plan())["_mijlpalen"]
    facts = {row[0].value: row[1].value for row in sheet.iter_rows(max_col=2)}
    assert sheet.sheet_state == "hidden"
    assert facts["format"] == "mijlpalen-xlsx"
    assert facts["sheet.plan"] == "Mijlpalenplan"
    assert facts["header.plan"] == 6
    assert facts["column.plan.title"] == "C"
    assert (facts["column.plan.marks"], facts["column.plan.marks.last"]) == ("L", "AA")
    assert (facts["first_year"], facts["last_year"]) == (2025, 2028)


def test_it_prints_on_a3_one_page_wide_with_its_heads(entry_sheets: list[Worksheet]) -> None:
    for sheet in entry_sheets:
        assert sheet.page_setup.paperSize in (8, "8")
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$5:$6"
        footer: Any = sheet.oddFooter
        assert "&P" in footer.right.text


def test_heads_stay_in_sight(entry_sheets: list[Worksheet]) -> None:
    assert [sheet.freeze_panes for sheet in entry_sheets] == ["D9", "E7"]


def test_an_ampersand_in_the_region_is_printed() -> None:
    plan = full_plan()
    plan = replace(plan, general=replace(plan.general, region="1 & 2"))
    part = zipfile.ZipFile(BytesIO(workbook_bytes(plan))).read("xl/worksheets/sheet2.xml").decode()
    assert "&amp;L&amp;8 1 &amp;&amp; 2&amp;C" in part


def test_rows_grow_when_people_type() -> None:
    """A row with ``customHeight`` keeps its height, and would hide what is typed later."""
    part = zipfile.ZipFile(BytesIO(workbook_bytes(full_plan()))).read("xl/worksheets/sheet2.xml").decode()
    rows = re.findall(r'<row r="(\d+)"[^>]*>', part)
    fixed = re.findall(r'<row r="(\d+)"[^>]*customHeight', part)
    high = re.findall(r'<row r="(\d+)"[^>]* ht="', part)
    assert {int(row) for row in rows if int(row) >= 9} <= {int(row) for row in high}
    assert max(map(int, fixed)) == 6


def test_columns_have_no_outline_and_rows_have() -> None:
    sheet = sheet_of(full_plan())
    assert not any(dimension.outlineLevel for dimension in sheet.column_dimensions.values())
    assert sheet.row_dimensions[9].outlineLevel == 0
    assert sheet.row_dimensions[10].outlineLevel == 1


def test_years_follow_the_dates_without_a_scheme() -> None:
    milestones = (Milestone(number="1", title="x", due=When.day(date(2031, 5, 1))),)
    assert Layout(Plan(milestones=milestones), None).years == (2031, 2031)
    assert Layout(Plan(about=About(), years=(2027, 2029)), None).years == (2027, 2029)


def test_marks_outside_the_years_get_columns() -> None:
    outside = (Mark(date(2024, 1, 1), date(2024, 3, 31), "x"),)
    plan = Plan(years=(2025, 2026), milestones=(Milestone(number="1", title="x", marks=outside),))
    assert Layout(plan, None).years == (2024, 2026)
    assert grid_cells(sheet_of(plan), "1") == {"2024-01": ("x", None)}


def test_a_school_year_that_begins_before_the_years_needs_no_more_columns() -> None:
    autumn = (Mark(date(2024, 8, 1), date(2025, 7, 31), "x"),)
    about = About(scale=Scale.SCHOOLYEAR)
    plan = Plan(about=about, years=(2025, 2026), milestones=(Milestone(title="x", marks=autumn),))
    assert Layout(plan, None).years == (2025, 2026)
