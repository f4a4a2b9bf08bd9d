"""The plans of the benchmark are what it says they are: what it measures means little when they are not."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mijlpalen_xlsx import Plan, check, plan_from_data, read, workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(__file__).parent.parent
BENCH = TOP / "bench"
ROWS = 500
NAMES = ("plans", "notes", "odd", "brochure")


@pytest.fixture(scope="module")
def bench() -> Iterator[dict[str, Any]]:
    """The modules that make the inputs; they stand in a folder of scripts, not in a package."""
    import importlib

    sys.path.insert(0, str(BENCH))
    try:
        yield {name: importlib.import_module(name) for name in NAMES}
    finally:
        sys.path.remove(str(BENCH))
        for name in NAMES:
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def workbook(bench: dict[str, Any]) -> bytes:
    plain = zipfile.ZipFile(io.BytesIO(workbook_bytes(plan_from_data(bench["plans"].plan(ROWS)))))
    noted = io.BytesIO()
    with zipfile.ZipFile(noted, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in bench["notes"].with_notes({n: plain.read(n) for n in plain.namelist()}).items():
            book.writestr(name, part)
    return noted.getvalue()


@pytest.fixture(scope="module")
def plan(workbook: bytes) -> Plan:
    return read(workbook)


def test_one_row_in_twenty_has_something_to_say(workbook: bytes) -> None:
    findings = check(workbook).files[0].findings
    rows = {finding.at[:2] for finding in findings if finding.at}
    assert 0.03 < len(rows) / ROWS < 0.07
    assert len({finding.code for finding in findings}) > 6


def test_some_dates_are_in_words_and_most_are_dates(plan: Plan) -> None:
    words = [m for m in plan.milestones if m.due and m.due.text]
    assert 0.03 < len(words) / ROWS < 0.10


def test_openpyxl_finds_the_notes_and_the_coloured_cells(workbook: bytes, bench: dict[str, Any]) -> None:
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(workbook))["Mijlpalenplan"]
    notes = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
    assert 0.06 < len(notes) / ROWS < 0.10
    rows = bench["plans"].plan(ROWS)["milestones"]
    coloured = sum(len(row["marks"]) for row in rows)
    assert 0.015 < coloured / (ROWS * 16) < 0.025


def test_another_number_is_another_plan(bench: dict[str, Any]) -> None:
    one, other = (bench["plans"].plan(40, number)["milestones"] for number in (1, 2))
    assert {row["title"] for row in one} & {row["title"] for row in other} <= {None}


@pytest.mark.parametrize("name", ["far cell", "formatted columns", "20,000 formats", "5,000 conditions",
                                  "20,000 lost names", "far value in AS", "far value in XFD"])  # fmt: skip
def test_odd_file_reads_as_the_plan_that_it_was(name: str, bench: dict[str, Any], tmp_path: Path) -> None:
    before, after = tmp_path / "plan.xlsx", tmp_path / "odd.xlsx"
    before.write_bytes(workbook_bytes(plan_from_data(bench["plans"].plan(60))))
    bench["odd"].write_odd(name, before, after)
    assert zipfile.ZipFile(before).read(bench["odd"].ODD[name][0]) != zipfile.ZipFile(after).read(
        bench["odd"].ODD[name][0]
    )
    assert read(before).milestones == read(after).milestones


def test_brochure_is_read_as_ten_tables_of_a_plan_that_is_not_ours(
    bench: dict[str, Any], tmp_path: Path
) -> None:
    bench["brochure"].write_brochure(tmp_path / "brochure.xlsx")
    assert len(read(tmp_path / "brochure.xlsx").milestones) == 600


def test_page_about_scale_has_every_measured_part() -> None:
    page = (TOP / "docs" / "scale.md").read_text("utf-8")
    for part in ("file", "country", "gatherer", "steps", "missed"):
        assert page.count(f"<!-- measured: {part} -->") == 1
    assert page.count("<!-- end -->") == 5
