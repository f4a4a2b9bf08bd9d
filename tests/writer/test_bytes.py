"""The same plan gives the same bytes; files are written whole; blank workbooks are kept for ever."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from xlsxwriter.worksheet import Worksheet as XlsxWriterSheet

from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.writer import workbook_bytes, write_workbook
from mijlpalen_xlsx.writer.blanks import blanks
from tests.writer.made import full_plan, random_plan

TEMPLATES = Path(__file__).parents[2] / "templates"
OTHER_PROCESS = """
import hashlib
from mijlpalen_xlsx.writer import workbook_bytes
from tests.writer.made import random_plan
print(hashlib.sha256(workbook_bytes(random_plan(3))).hexdigest())
"""


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook: how they are compressed may differ from machine to machine."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_twice_the_same() -> None:
    assert workbook_bytes(full_plan()) == workbook_bytes(full_plan())


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_in_another_process(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"}
    run = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS], check=True, capture_output=True, text=True, env=environment
    )
    assert run.stdout.strip() == hashlib.sha256(workbook_bytes(random_plan(3))).hexdigest()


def test_a_path_and_a_stream_get_the_same(tmp_path: Path) -> None:
    stream = BytesIO()
    write_workbook(full_plan(), stream)
    write_workbook(full_plan(), tmp_path / "plan.xlsx")
    assert (tmp_path / "plan.xlsx").read_bytes() == stream.getvalue() == workbook_bytes(full_plan())


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"old")
    write_workbook(full_plan(), target)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.xlsx"]
    assert target.read_bytes()[:2] == b"PK"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nergens"):
        write_workbook(full_plan(), tmp_path / "nergens" / "plan.xlsx")


def test_characters_that_no_workbook_can_hold_are_left_out() -> None:
    milestone = Milestone(number="1", title="a\x00b\x0b\ud800c\ufffe", party="\x01")
    plan = Plan(milestones=(milestone,))
    plan = replace(plan, general=replace(plan.general, region="Oost\x07"))
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(plan)), data_only=True)
    sheet = book["Mijlpalenplan"]
    assert sheet["C9"].value == "abc"
    assert sheet["A1"].value == "Mijlpalenplan · Oost"


def test_no_formula_uses_a_function_that_needs_a_prefix() -> None:
    """We skip XlsxWriter's search for new functions; here it may look."""
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(full_plan())))
    formulas = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.data_type == "f"}
    usual = XlsxWriterSheet()
    assert len(formulas) > 300
    for formula in formulas:
        assert usual._prepare_formula(formula, expand_future_functions=True) == formula.removeprefix("=")


def test_blank_workbooks_are_those_in_the_project() -> None:
    """When the format changes on purpose: a new version, and ``make templates``."""
    made = {name: parts(data) for name, data in blanks()}
    kept = {str(path.relative_to(TEMPLATES)): parts(path.read_bytes()) for path in TEMPLATES.rglob("*.xlsx")}
    assert len(made) == 8
    missing = made.keys() - kept.keys()
    assert not missing
    for name, wanted in made.items():
        changed = [part for part, data in wanted.items() if kept[name].get(part) != data]
        assert not changed, name
        assert wanted.keys() == kept[name].keys()
