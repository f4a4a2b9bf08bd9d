"""What the reader passes over is ours, is all of ours, and is passed over however the file was cut up."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings

from mijlpalen_xlsx.cells import Cell
from mijlpalen_xlsx.plan import Plan, plan_to_data
from mijlpalen_xlsx.reader import open_plan, read, read_workbook
from mijlpalen_xlsx.reader.own_cells import OWN_FORMULAS
from mijlpalen_xlsx.sheets import Limits, Unreadable, container, open_workbook, worksheet
from mijlpalen_xlsx.sheets.container import Part
from mijlpalen_xlsx.writer import workbook_bytes
from tests.plans import plans
from tests.tables import workbook

ROOT = Path(__file__).parents[2]
WORKBOOKS = [
    *sorted((ROOT / "templates/1.0").glob("*.xlsx")),
    *(ROOT / f"samples/{name}/plan.xlsx" for name in ("halverwege", "fouten", "2025-2028")),
]
SHEETS = ("Mijlpalenplan", "Milestone plan", "Voortgang", "Progress")


def plan_cells(path: Path) -> Iterator[Cell]:
    """The cells with a formula in the rows of milestones."""
    for sheet in open_workbook(path).sheets:
        if sheet.name in SHEETS:
            bands = {
                row for (row, column), cell in sheet.cells.items() if column == 1 and cell.value in ("D", "S")
            }
            for (row, _), cell in sheet.cells.items():
                if row > 9 and row not in bands and cell.formula:
                    yield cell


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_all_of_our_formulas_in_the_rows_of_a_plan_are_known(path: Path) -> None:
    formulas = [cell.formula or "" for cell in plan_cells(path)]
    assert len(formulas) > 100
    typed = ["=B4&B5"] if path.parent.name == "fouten" else []
    assert [formula for formula in formulas if not re.match(f"=(?:{OWN_FORMULAS})", formula)] == typed


@pytest.mark.parametrize(
    "formula",
    [
        "=D10+30",
        '=IF(D10="","",D10+30)',
        '=IF($D10="","",$D10+30)',
        "=IF(ISNUMBER(D10),D10,E10)",
        "=IF(ISNUMBER($D10),$E10,1)",
        "=IF(AND(A1,B1),1,2)",
        "=TODAY()",
        "=Instellingen!$C$7",
        '=IF($G10="vervallen","ja","nee")',
        "=VLOOKUP($B10,Voortgang!$A:$F,3,FALSE)",
    ],
)
def test_a_formula_of_a_person_is_read(formula: str) -> None:
    assert re.match(f"=(?:{OWN_FORMULAS})", formula) is None


def forms_of(data: bytes) -> Iterator[bytes]:
    """The same workbook, its sheets with a comment in front, so that nothing is left out before parsing."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(<row |<c )", rb"<!-- -->\1", part)
            new.writestr(name, part)
    yield target.getvalue()


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_left_out_before_parsing_is_left_out_after_it_too(path: Path) -> None:
    data = path.read_bytes()
    for other in forms_of(data):
        assert open_plan(other) == open_plan(data)


@settings(max_examples=15)
@given(plans())
def test_a_plan_is_the_same_with_and_without_what_is_passed_over(plan: Plan) -> None:
    data = workbook_bytes(plan)
    assert plan_to_data(read_workbook(open_workbook(data))) == plan_to_data(read(data))


@pytest.mark.parametrize("size", [61, 997, 65_536])
def test_pieces_may_be_cut_anywhere(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    data = (ROOT / "samples/halverwege/plan.xlsx").read_bytes()
    whole = open_plan(data)

    def cut(part: Part) -> Iterator[bytes]:
        joined = b"".join(part)
        return (joined[at : at + size] for at in range(0, len(joined), size))

    monkeypatch.setattr(worksheet, "fast_forward", cut)
    assert open_plan(data) == whole


def test_what_is_passed_over_does_not_count_as_parsed() -> None:
    data = (ROOT / "samples/halverwege/plan.xlsx").read_bytes()
    largest = max(entry.file_size for entry in zipfile.ZipFile(io.BytesIO(data)).infolist())
    limits = Limits(part_bytes=largest // 2)
    assert open_plan(data, limits) == open_plan(data)
    with pytest.raises(Unreadable, match="M004"):
        open_workbook(data, limits)


def test_a_party_with_two_roles_has_two_columns() -> None:
    plan = read_workbook(
        workbook("""
        | Nr  | Mijlpaal     | Gereed (gepland) | ROLLEN EN VERANTWOORDELIJKHEDEN {merge 1x3} | | |
        | Nr  | Mijlpaal     | Gereed (gepland) | School | Techlab | Techlab |
        |-----|--------------|------------------|--------|---------|---------|
        | 1.1 | Lessen klaar | eind 2022        |        | E       | I       |
        | 1.2 | Besluit      | eind 2023        | E      | I       |         |
    """)
    )
    first, second = plan.milestones
    assert [(role.party, role.role) for role in first.roles] == [("Techlab", "E"), ("Techlab", "I")]
    assert [(role.party, role.role) for role in second.roles] == [("School", "E"), ("Techlab", "I")]
    assert first.cells["roles:Techlab"].cell == "E3"


def test_guide_and_dashboard_are_not_read_unless_they_were_given_to_the_plan() -> None:
    data = (ROOT / "samples/halverwege/plan.xlsx").read_bytes()
    kept = {sheet.name for sheet in open_plan(data).sheets if sheet.cells}
    assert kept == {sheet.name for sheet in open_workbook(data).sheets} - {"Uitleg", "Dashboard"}
    book = openpyxl.load_workbook(io.BytesIO(data))
    del book["Dashboard"]
    book["Mijlpalenplan"].title = "Dashboard"
    for name in book.defined_names.values():
        name.attr_text = name.attr_text.replace("Mijlpalenplan!", "Dashboard!")
    target = io.BytesIO()
    book.save(target)
    assert len(read(target.getvalue()).milestones) == len(read(data).milestones)


@pytest.mark.parametrize("size", [1, 11, 12, 13, 64, 997])
def test_a_sheet_without_its_rows_is_the_same_however_it_is_cut(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    data = (ROOT / "samples/halverwege/plan.xlsx").read_bytes()
    whole = open_plan(data)
    dashboard = whole.sheet("Dashboard")
    assert dashboard is not None
    assert dashboard.conditional_formats
    assert not dashboard.cells
    monkeypatch.setattr(container, "PIECE", size)
    assert open_plan(data).sheet("Dashboard") == dashboard
