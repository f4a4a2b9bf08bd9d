"""What is written can be read: JSON → workbook → JSON gives the same data, whoever saved it in between."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mijlpalen_xlsx.cells import Address, Cell
from mijlpalen_xlsx.plan import Plan, plan_from_data, plan_to_data
from mijlpalen_xlsx.reader import read, read_workbook
from mijlpalen_xlsx.reader.grid import Grid
from mijlpalen_xlsx.sheets import open_workbook
from mijlpalen_xlsx.writer import workbook_bytes
from tests.plans import comparable, enlarged, plans

Convert = Callable[[Sequence[bytes]], list[bytes]]


def resaved_by_openpyxl(data: bytes) -> bytes:
    """The same workbook after openpyxl loaded and saved it: no stored values of formulas, no x14 lists."""
    import openpyxl

    target = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def resaved_by_libreoffice(need_program: Callable[[str], str], tmp_path_factory: Any) -> Convert:
    """A function that lets LibreOffice open and save workbooks, all in one go."""
    soffice = need_program("soffice")
    home: Path = tmp_path_factory.mktemp("libreoffice")

    def convert(workbooks: Sequence[bytes]) -> list[bytes]:
        here: Path = tmp_path_factory.mktemp("workbooks")
        names = [f"plan{number}.xlsx" for number in range(len(workbooks))]
        for name, data in zip(names, workbooks, strict=True):
            (here / name).write_bytes(data)
        command = [soffice, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "xlsx"]
        command += ["--outdir", str(here / "saved"), *(str(here / name) for name in names)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return [(here / "saved" / name).read_bytes() for name in names]

    return convert


@settings(max_examples=40)
@given(plans())
def test_fresh(plan: Plan) -> None:
    same = plan_from_data(plan_to_data(plan))
    assert comparable(read(workbook_bytes(same))) == comparable(plan)


@settings(max_examples=15)
@given(plans(most=2))
def test_saved_by_openpyxl(plan: Plan) -> None:
    # openpyxl writes the text _x0041_ as it stands, and there it means the letter A.
    expected = json.loads(json.dumps(comparable(plan)).replace("_x0041_", "A"))
    back = json.loads(json.dumps(comparable(read(resaved_by_openpyxl(workbook_bytes(plan))))))
    assert back == expected


@settings(max_examples=1, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.lists(plans(), min_size=8, max_size=8))
def test_saved_by_libreoffice(resaved_by_libreoffice: Convert, made: list[Plan]) -> None:
    made = [enlarged(made[0], 400), *made[1:]]
    saved = resaved_by_libreoffice([workbook_bytes(plan) for plan in made])
    for plan, data in zip(made, saved, strict=True):
        assert comparable(read(data)) == comparable(plan)


@settings(max_examples=3, phases=[Phase.generate])
@given(plans())
def test_hundreds_of_milestones(plan: Plan) -> None:
    large = enlarged(plan, 400)
    assert comparable(read(workbook_bytes(large))) == comparable(large)


@settings(max_examples=15)
@given(plans())
def test_every_address_opens_to_what_was_read(plan: Plan) -> None:
    workbook = open_workbook(workbook_bytes(plan))
    grids = {sheet.name: Grid(sheet, workbook) for sheet in workbook.sheets}
    for record in read_workbook(workbook).records():
        shown = {key: _cell(grids, at) for key, at in record.cells.items()}
        assert all(cell.value is not None or cell.fill for cell in shown.values())
        kept = {**record.written, **{f"extra:{head}": text for head, text in record.extra.items()}}
        assert {key: shown[key].value for key in kept} == kept


def _cell(grids: dict[str, Grid], at: Address) -> Cell:
    cell = grids[at.sheet].cell(at.row, at.column)
    assert cell is not None, at
    return cell
