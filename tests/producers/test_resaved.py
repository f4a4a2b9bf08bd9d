"""Our workbooks saved by other programs: the same data, and what the program left out is said."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.plan import Plan, plan_from_data, plan_to_data
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.rules import check_plan
from mijlpalen_xlsx.sheets import open_workbook
from mijlpalen_xlsx.writer import workbook_bytes
from tests.plans import comparable
from tests.sheets.test_ods import same
from tests.writer.made import full_plan, random_plan

HERE = Path(__file__).parent
NeedProgram = Callable[[str], str]
Resave = Callable[[Sequence[Path], Path], None]


def plans() -> list[Plan]:
    """As they come out of a workbook of ours, so that what comes back can be equal."""
    made = [
        full_plan("nl"),
        full_plan("en", Scale.MONTH, "simple"),
        full_plan("nl", Scale.SCHOOLYEAR),
        random_plan(3, rows=60),
    ]
    return [read(workbook_bytes(plan_from_data(plan_to_data(plan)))) for plan in made]


def by_npm(need_program: NeedProgram, program: str, files: Sequence[Path], folder: Path) -> None:
    node = need_program("node")
    if not (HERE / "node_modules").exists():
        need_program(f"node_modules of {HERE.name}")
    pairs = [str(path) for file in files for path in (file, folder / file.name)]
    subprocess.run([node, str(HERE / "resave.mjs"), program, *pairs], check=True, timeout=120)


def by_libreoffice(need_program: NeedProgram, kind: str, files: Sequence[Path], folder: Path) -> None:
    home = folder.parent / "home"
    command = [need_program("soffice"), f"-env:UserInstallation=file://{home}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def by_openpyxl(files: Sequence[Path], folder: Path) -> None:
    import openpyxl

    for file in files:
        openpyxl.load_workbook(file).save(folder / file.name)


@pytest.fixture(scope="module")
def written(tmp_path_factory: Any) -> list[Path]:
    """The plans as workbooks of ours."""
    folder: Path = tmp_path_factory.mktemp("written")
    files = [folder / f"plan{number}.xlsx" for number in range(len(plans()))]
    for file, plan in zip(files, plans(), strict=True):
        file.write_bytes(workbook_bytes(plan))
    return files


@pytest.fixture
def resaved(
    request: pytest.FixtureRequest, need_program: NeedProgram, written: list[Path], tmp_path: Path
) -> list[Path]:
    """The workbooks as the program of the test's parameter saved them, in the same order."""
    program = request.param
    folder = tmp_path / "saved"
    folder.mkdir()
    ways: dict[str, Resave] = {
        "openpyxl": by_openpyxl,
        "libreoffice": partial(by_libreoffice, need_program, "xlsx"),
        "ods": partial(by_libreoffice, need_program, "ods"),
        "sheetjs": partial(by_npm, need_program, "sheetjs"),
        "exceljs": partial(by_npm, need_program, "exceljs"),
    }
    ways[program](written, folder)
    return sorted(folder.iterdir())


PROGRAMS = {
    "openpyxl": "openpyxl", "libreoffice": "LibreOffice", "ods": "LibreOffice", "exceljs": "ExcelJS",
    "sheetjs": "SheetJS",
}  # fmt: skip


@pytest.mark.parametrize("resaved", ["openpyxl", "libreoffice", "ods", "exceljs"], indirect=True)
def test_the_same_data(resaved: list[Path], written: list[Path], request: pytest.FixtureRequest) -> None:
    program = request.node.callspec.params["resaved"]
    for file, ours in zip(resaved, written, strict=True):
        plan = read(file)
        assert comparable(plan) == comparable(read(ours))
        assert plan.about.saved_by == PROGRAMS[program]
        assert plan.about.recognised_by == "hidden-sheet"
        assert "M013" not in [finding.code for finding in check_plan(plan)]


@pytest.mark.parametrize("resaved", ["sheetjs"], indirect=True)
def test_sheetjs_leaves_out_lists_rules_and_colours(resaved: list[Path], written: list[Path]) -> None:
    for file, ours in zip(resaved, written, strict=True):
        plan, before = read(file), open_workbook(ours.read_bytes())
        assert comparable(without_fills(plan)) == comparable(without_fills(read(ours)))
        assert plan.about.saved_by == "SheetJS"
        lost = [finding for finding in check_plan(plan) if finding.code == "M013"]
        assert [dict(finding.values) for finding in lost] == [
            {
                "lists": sum(sheet.validations for sheet in before.sheets),
                "colours": sum(sheet.conditional_formats for sheet in before.sheets),
            }
        ]


def without_fills(plan: Plan) -> Plan:
    """The plan without marks that are only a colour."""
    milestones = (
        replace(milestone, marks=tuple(mark for mark in milestone.marks if mark.by != "fill"))
        for milestone in plan.milestones
    )
    return replace(plan, milestones=tuple(milestones))


def test_ods_has_the_cells_of_xlsx(need_program: NeedProgram, written: list[Path], tmp_path: Path) -> None:
    """Values, formulas, fills, merged and hidden cells: what LibreOffice saves in either way is the same."""
    for kind in ("xlsx", "ods"):
        by_libreoffice(need_program, kind, written[:1], tmp_path)
    name = written[0].stem
    same(open_workbook(tmp_path / f"{name}.xlsx"), open_workbook(tmp_path / f"{name}.ods"))


def test_flat_ods(need_program: NeedProgram, written: list[Path], tmp_path: Path) -> None:
    by_libreoffice(need_program, "fods", written[:1], tmp_path)
    assert comparable(read(tmp_path / f"{written[0].stem}.fods")) == comparable(read(written[0]))


def test_the_text_of_a_lost_list_counts_by_sheet() -> None:
    """A sheet that a person deleted took its lists along; no program left those out."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(full_plan())))
    del book["Logboek"]
    target = io.BytesIO()
    book.save(target)
    assert "M013" not in [finding.code for finding in check_plan(read(target.getvalue()))]
