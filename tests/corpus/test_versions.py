"""Workbooks of other versions: every blank one reads clean; a newer one is read as far as known."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from mijlpalen_xlsx.format import VERSION
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.report import check
from mijlpalen_xlsx.rules import check_plan
from tests.corpus.bases import bases, saved
from tests.plans import comparable

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*/*.xlsx")), ids=lambda file: file.name)
def test_blank_workbooks_of_every_version_read_clean(file: Path) -> None:
    plan = read(file)
    version, (scheme, language, layout, _) = file.parent.name, file.name.split(".")
    assert (plan.about.version, plan.about.language, plan.about.layout) == (version, language, layout)
    assert plan.scheme == scheme
    assert plan.about.recognised_by == "hidden-sheet"
    assert [plan.milestones, plan.activities, plan.log] == [(), (), ()]
    known = {"older-format"} if version != VERSION else set()
    assert {remark.name for remark in plan.remarks} == known
    assert [finding for finding in check_plan(plan) if finding.severity == "error"] == []


def with_version(version: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(bases()["full"]))
    sheet = book["_mijlpalen"]
    cell = next(row[1] for row in sheet.iter_rows() if row[0].value == "version")
    cell.value = version
    book["Mijlpalenplan"]["BZ6"] = "Kolom van later"
    return saved(book)


@pytest.mark.parametrize("version", ["1.1", "2.0", "10.3"])
def test_a_newer_version_is_read_as_far_as_known(version: str) -> None:
    plan, base = read(with_version(version)), read(bases()["full"])
    data, expected = (json.loads(json.dumps(comparable(each), default=str)) for each in (plan, base))
    assert data["format"].pop("version") == version
    assert expected["format"].pop("version") == VERSION
    assert data == expected
    newer = [finding for finding in check_plan(plan) if finding.code == "M007"]
    assert [finding.values["version"] for finding in newer] == [version]


def test_an_ods_is_checked_like_any_workbook() -> None:
    ods, hand = (check(bases()[name]).files[0] for name in ("ods", "hand"))
    assert [(f.code, str(f.at)) for f in ods.findings] == [(f.code, str(f.at)) for f in hand.findings] != []
