"""The samples: their workbooks are what their makers make, and their commands say what is written down."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.kinds import as_text, plain
from mijlpalen_xlsx.plan import plan_to_data
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.report import check
from mijlpalen_xlsx.rules import RULES
from mijlpalen_xlsx.sheets import open_workbook
from mijlpalen_xlsx.words import clean
from samples.make import made, saved_by_libreoffice
from samples.run import stories, written_down

SAMPLES = Path(__file__).parents[1] / "samples"
WORKBOOKS = sorted(SAMPLES.glob("*/plan.xlsx"))

# Rules of which the sample with mistakes has none, each with its reason. Those about whole files and about
# several versions find nothing in one plan.
NOT_PLANTED = {
    "M007": "needs a later version",
    "M008": "there is no older version yet",
    "M013": "openpyxl keeps lists and colours",
    "M109": "the answer would depend on today",
}

# Rules whose value is not the text of the cell: not to be repeated, what a colour was read as, a sheet name.
NOT_WRITTEN = ("M701", "M405", "M017")


def test_there_is_a_story_for_every_folder() -> None:
    folders = {path.name for path in SAMPLES.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {"2025-2028", "drie-versies", "fouten", "halverwege", "libreoffice", "niet-te-lezen"}
    assert {path.name for path in stories()} == folders
    assert all((SAMPLES / name / "README.md").exists() for name in folders)


@pytest.mark.parametrize("folder", stories(), ids=lambda folder: folder.name)
def test_commands_say_what_is_written_down(folder: Path) -> None:
    expected = {path.name: path.read_text("utf-8") for path in folder.glob("expected.*")}
    assert written_down(folder) == expected


@pytest.mark.parametrize(("path", "data"), made().items(), ids=lambda item: getattr(item, "name", ""))
def test_files_come_out_byte_for_byte(path: Path, data: bytes) -> None:
    assert path.read_bytes() == data


def test_halfway_and_far_years_have_no_mistakes() -> None:
    assert {f.severity.value for f in check(SAMPLES / "halverwege" / "plan.xlsx").files[0].findings} <= {
        "warning", "hint",
    }  # fmt: skip
    assert {f.severity.value for f in check(SAMPLES / "2025-2028" / "plan.xlsx").files[0].findings} <= {
        "hint"
    }


def test_one_mistake_of_each_kind() -> None:
    planted = {finding.code for finding in check(SAMPLES / "fouten" / "plan.xlsx").files[0].findings}
    assert {code for code, rule in RULES.items() if rule.find} - planted == NOT_PLANTED.keys()


def comparable(path: Path) -> dict[str, Any]:
    data = plan_to_data(read(path))
    del data["format"]["saved_by"]
    return data


def test_libreoffice_keeps_the_data_and_the_findings() -> None:
    ours, theirs = SAMPLES / "halverwege" / "plan.xlsx", SAMPLES / "libreoffice" / "plan.xlsx"
    assert open_workbook(theirs).saved_by == "LibreOffice"
    assert comparable(theirs) == comparable(ours)
    assert check(theirs).files[0].findings == check(ours).files[0].findings


def test_the_libreoffice_of_today_keeps_the_data_too(
    need_program: Callable[[str], str], tmp_path: Path
) -> None:
    need_program("soffice")
    saved = tmp_path / "plan.xlsx"
    saved.write_bytes(saved_by_libreoffice(SAMPLES / "halverwege" / "plan.xlsx"))
    assert comparable(saved) == comparable(SAMPLES / "halverwege" / "plan.xlsx")


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.parent.name)
def test_the_reported_text_stands_in_the_reported_cell(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    seen = 0
    for finding in check(path).files[0].findings:
        if finding.at is None or finding.value is None or finding.code in NOT_WRITTEN:
            continue
        assert _stands_in(book, finding.at, finding.value), (finding.code, finding.at, finding.value)
        seen += 1
    assert seen


def _stands_in(book: openpyxl.Workbook, at: Address, value: str) -> bool:
    held: Any = book[at.sheet].cell(at.row, at.column).value
    if isinstance(held, datetime) and value == f"{held.day}.{held.month}":
        return True  # a number that became a date, read as what was meant
    return held is not None and clean(value) in (clean(as_text(held) or ""), clean(plain(str(held)) or ""))


def test_expected_json_is_json() -> None:
    for path in SAMPLES.glob("*/expected.json"):
        kind = "compare" if path.parent.name == "drie-versies" else "report"
        assert json.loads(path.read_text("utf-8"))["schema"] == f"mijlpalen-xlsx/{kind}/1"
