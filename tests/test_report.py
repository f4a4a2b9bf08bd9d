"""One or many sources checked: what is in a report, and that one bad file does not stop the rest."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.plan import plan_from_data
from mijlpalen_xlsx.report import FileReport, Report, check, check_file
from mijlpalen_xlsx.vocabulary import Status
from mijlpalen_xlsx.writer import workbook_bytes


def made(due: str = "2022-12-31", **more: object) -> bytes:
    when = {"first": due, "last": due, "precision": "day", "text": None}
    milestone = {
        "number": "1.1",
        "title": "Het techlab is open voor 40 leerlingen",
        "due": when,
        "subproject": "1",
    }
    data = {
        "region": "Voorbeeld", "scheme": "sto-2020-2024",
        "reference_date": "2023-03-01", "years": [2020, 2024],
        "subprojects": [{"number": "1", "title": "Techlab"}], "milestones": [{**milestone, **more}],
    }  # fmt: skip
    return workbook_bytes(plan_from_data(data))


def test_a_source_may_be_a_path_bytes_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(made())
    for source, name in ((path, str(path)), (str(path), str(path)), (made(), "-"), (io.BytesIO(made()), "-")):
        report = check(source)
        assert [(f.file, f.readable) for f in report.files] == [(name, True)]
    assert check_file(made(), "upload.xlsx").file == "upload.xlsx"


def test_status_is_worked_out_at_the_reference_date() -> None:
    late = check(made()).files[0]
    assert late.plan is not None
    assert (late.reference_date, late.plan.milestones[0].status) == (date(2023, 3, 1), Status.LATE)
    early = check(made(), reference_date=date(2022, 1, 1)).files[0]
    assert early.plan is not None
    assert (early.reference_date, early.plan.milestones[0].status) == (date(2022, 1, 1), Status.ON_SCHEDULE)


def test_without_a_reference_date_today_counts() -> None:
    milestone = {"title": "Het techlab is open", "due": None}
    data = {"milestones": [milestone], "subprojects": [{"number": "1", "title": "Techlab"}]}
    file = check(workbook_bytes(plan_from_data(data))).files[0]
    assert file.reference_date == date.today()
    assert "M109" in [finding.code for finding in file.findings]


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    report = check([b"text", made(), tmp_path / "gone.xlsx", tmp_path, made()])
    assert [file.readable for file in report.files] == [False, True, False, False, True]
    assert [finding.code for finding in report.files[0].findings] == ["M001"]
    assert isinstance(report.files[2].error, FileNotFoundError)
    assert isinstance(report.files[3].error, IsADirectoryError)
    assert [file.file for file in report.unreadable] == ["-", str(tmp_path / "gone.xlsx"), str(tmp_path)]
    assert (report.summary.workbooks, len(report.summary.skipped)) == (2, 3)


def test_a_workbook_in_which_nothing_was_filled_in() -> None:
    blank = check(workbook_bytes(plan_from_data({"subprojects": [{"number": "1", "title": "Techlab"}]})))
    assert [(file.readable, file.blank) for file in blank.files] == [(False, "Mijlpalenplan")]
    assert (blank.summary.workbooks, blank.summary.skipped[0].code) == (0, None)


def test_counts_and_weight() -> None:
    file = check(made()).files[0]
    assert file.counts == {s: sum(f.severity is s for f in file.findings) for s in Severity}
    assert file.counts[Severity.WARNING] > 0 == file.counts[Severity.ERROR]
    report = Report((file, file))
    assert report.counts[Severity.WARNING] == 2 * file.counts[Severity.WARNING]
    assert (report.has(Severity.HINT), report.has(Severity.WARNING), report.has(Severity.ERROR)) == (
        True,
        True,
        False,
    )
    assert not Report((FileReport("leeg.xlsx", None),)).has(Severity.HINT)


@pytest.mark.parametrize(("select", "ignore"), [(("M205",), ()), ((), ("M1", "M3", "M4", "M5", "M6"))])
def test_only_what_is_asked_for(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    codes = {finding.code for finding in check(made(), select=select, ignore=ignore).files[0].findings}
    assert "M205" in codes
    assert all(code.startswith("M2") for code in codes)


def test_summary_is_that_of_the_plans() -> None:
    report = check([made(), made("2024-01-01")])
    rows = report.summary.tables["subproject"]
    assert [row.counts.by_status[Status.LATE] for row in rows] == [1, 0]
    assert [row.keys["region"] for row in rows] == ["Voorbeeld", "Voorbeeld"]
