"""Sheets copied within a workbook: what only repeats another sheet is not read, what is new is."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.format import Activity, LogEntry, Milestone, TrendEntry
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read, read_workbook
from mijlpalen_xlsx.rules import check_plan
from mijlpalen_xlsx.vocabulary import Light
from mijlpalen_xlsx.writer import workbook_bytes
from tests.tables import workbook

HEAD = "| Nr | Mijlpaal | Start | Gereed (gepland) |\n"
ROWS = tuple(f"| 1.{n} | Mijlpaal nummer {n} is klaar | 1-1-2024 | 1-7-2024 |" for n in range(1, 11))
DAY = When.day(date(2022, 7, 1))


def plan_of(*sheets: tuple[str, tuple[str, ...]]) -> Plan:
    return read_workbook(
        workbook("\n".join(f"### {name}\n{HEAD}" + "\n".join(rows) for name, rows in sheets))
    )


def copies(plan: Plan) -> list[tuple[Address | None, dict[str, object]]]:
    return [(r.at, dict(r.values)) for r in plan.remarks if r.name == "sheet-copied"]


@pytest.mark.parametrize(
    "name",
    [
        "Plan (2)", "Plan(3)", "plan (2)", "Plan_2", "Plan_12", "Kopie van Plan", "Copy of Plan",
        "kopie van plan", "Kopie van Plan 2", "Copy of Plan (2)", "Plan kopie", "Plan - kopie",
        "Plan (kopie)", "Plan copy 2",
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [True, False])
def test_a_copy_is_not_read_and_that_is_said(name: str, first: bool) -> None:
    sheets = [("Plan", ROWS), (name, ROWS)]
    plan = plan_of(*(sheets if first else reversed(sheets)))
    assert [m.number for m in plan.milestones] == [f"1.{n}" for n in range(1, 11)]
    assert {m.cells["title"].sheet for m in plan.milestones} == {"Plan"}
    assert copies(plan) == [(Address(name, 1, 1), {"original": "Plan", "changed": 0, "rows": 10})]


@pytest.mark.parametrize(
    "name", ["Plan 2", "Plan 2024", "Plan B", "Plannen", "Oud plan", "(2)", "Kopie", "_2"]
)
def test_another_name_is_no_copy(name: str) -> None:
    plan = plan_of(("Plan", ROWS), (name, ROWS))
    assert len(plan.milestones) == 20
    assert copies(plan) == []


def test_a_copy_with_other_rows_is_read() -> None:
    other = tuple(row.replace("Mijlpaal nummer", "Deel twee, resultaat") for row in ROWS)
    plan = plan_of(("Plan", ROWS), ("Plan (2)", (*ROWS[:2], *other[2:])))
    assert len(plan.milestones) == 20
    assert copies(plan) == []


def test_the_same_texts_with_other_numbers_are_another_deelproject() -> None:
    other = tuple(row.replace("| 1.", "| 2.") for row in ROWS)
    assert len(plan_of(("Plan", ROWS), ("Plan (2)", other)).milestones) == 20


def test_the_same_rows_under_another_deelproject_are_read() -> None:
    def under(title: str) -> str:
        return f"| | DEELPROJECT: {title} | | |\n|  |  |  |  |\n"

    text = "".join(
        f"### {name}\n{under(title)}{HEAD}" + "\n".join(ROWS) + "\n"
        for name, title in (("Plan", "LOB"), ("Plan (2)", "Techlab"))
    )
    plan = read_workbook(workbook(text))
    assert [s.title for s in plan.subprojects] == ["LOB", "Techlab"]
    assert len(plan.milestones) == 20


def test_how_many_rows_differ_is_counted() -> None:
    changed = (ROWS[0].replace("1-7-2024", "1-9-2024"), ROWS[1].replace("nummer 2", "twee"), *ROWS[2:])
    plan = plan_of(("Plan", ROWS), ("Plan (2)", changed))
    assert copies(plan) == [(Address("Plan (2)", 1, 1), {"original": "Plan", "changed": 2, "rows": 10})]
    due = plan.milestones[0].due
    assert due is not None
    assert due.last == date(2024, 7, 1)


def test_a_mark_more_in_the_gantt_differs() -> None:
    head = "| Nr | Mijlpaal | Gereed (gepland) | 2024-K1 | 2024-K2 |\n"
    rows = ("| 1.1 | Het techlab is open | 1-7-2024 | x | |", "| 1.2 | De gids is af | 1-7-2024 | x | |")
    other = (rows[0], "| 1.2 | De gids is af | 1-7-2024 | x | {fill F5A623} |")
    text = f"### Plan\n{head}" + "\n".join(rows) + f"\n### Plan (2)\n{head}" + "\n".join(other)
    [(_, facts)] = copies(read_workbook(workbook(text)))
    assert facts["changed"] == 1


def test_an_added_column_of_formulas_is_no_difference() -> None:
    text = f"### Plan\n{HEAD}" + "\n".join(ROWS)
    text += f"\n### Plan (2)\n| Rij {HEAD}" + "\n".join(
        f"| {n} {{number}} {{formula =ROW()}} {row}" for n, row in enumerate(ROWS)
    )
    [(_, facts)] = copies(read_workbook(workbook(text)))
    assert facts["changed"] == 0


def test_without_the_original_the_copy_is_read() -> None:
    plan = plan_of(("Plan (2)", ROWS))
    assert len(plan.milestones) == 10
    assert copies(plan) == []


def test_of_two_copies_without_the_original_the_first_is_read() -> None:
    plan = plan_of(("Plan (3)", ROWS), ("Kopie van Plan", ROWS), ("Plan (2)", ROWS))
    assert {m.cells["title"].sheet for m in plan.milestones} == {"Plan (3)"}
    assert [facts["original"] for _, facts in copies(plan)] == ["Plan (3)", "Plan (3)"]


def test_a_copy_of_a_copy_names_the_sheet_that_is_read() -> None:
    plan = plan_of(("Kopie van Kopie van Plan", ROWS), ("Kopie van Plan", ROWS), ("Plan", ROWS))
    assert len(plan.milestones) == 10
    assert [facts["original"] for _, facts in copies(plan)] == ["Plan", "Plan"]


def test_a_copy_of_a_copy_that_became_another_plan_is_one_of_that_plan() -> None:
    other = tuple(row.replace("| 1.", "| 2.").replace("nummer", "van LOB") for row in ROWS)
    plan = plan_of(("Plan", ROWS), ("Plan (2)", other), ("Plan (2) (2)", other))
    assert len(plan.milestones) == 20
    assert [facts["original"] for _, facts in copies(plan)] == ["Plan (2)"]


def test_a_long_name_is_cut_before_its_number() -> None:
    long = "Mijlpalenplan van De Waterlande"
    assert len(long) == 31
    plan = plan_of((long, ROWS), (long[:27] + " (2)", ROWS))
    assert len(plan.milestones) == 10


def test_an_empty_copy_is_no_news() -> None:
    plan = plan_of(("Plan", ROWS), ("Plan (2)", ("| 1.1 | | | |", "| 1.2 | | | |")))
    assert copies(plan) == []


PLAN = Plan(
    years=(2021, 2024),
    milestones=(
        Milestone(number="1.1", title="De lessen zijn af", due=DAY),
        Milestone(number="1.2", title="Het techlab is open", due=DAY),
    ),
    activities=(
        Activity(number="1", objective="Doel", result="Lab", description="Bouwen", light=Light.RED),
        Activity(number="2", objective="Doel", result="Lab", description="Inrichten", light=Light.GREEN),
    ),
    log=(LogEntry(date=DAY, number="1.1", explanation="Gehaald"),),
    trend=(TrendEntry(number="1.1", expected=((date(2021, 11, 1), DAY),)),),
)


def copied(*names: str) -> bytes:
    """Our workbook in which these sheets were copied, with the names that Excel gives."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(PLAN)))
    for name in names:
        book.copy_worksheet(book[name]).title = f"{name} (2)"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_every_sheet_of_ours_may_be_copied() -> None:
    whole = read(copied())
    book = openpyxl.load_workbook(io.BytesIO(copied()))
    names = [name for name in book.sheetnames if book[name].sheet_state == "visible"]
    plan = read(copied(*names))
    for key in ("subprojects", "milestones", "activities", "log", "trend", "parties", "report_dates"):
        assert getattr(plan, key) == getattr(whole, key), key
    told = [at.sheet for at, facts in copies(plan) if at and facts["changed"] == 0]
    assert sorted(told) == ["Logboek (2)", "Mijlpalenplan (2)", "Trend (2)", "Voortgang (2)"]


def test_lights_count_once() -> None:
    findings: tuple[Finding, ...] = check_plan(read(copied("Voortgang")), reference_date=date(2022, 3, 1))
    assert [f.at for f in findings if f.code == "M018"] == [Address("Voortgang (2)", 5, 1)]
    assert not [f for f in findings if f.at and f.at.sheet == "Voortgang (2)" and f.code != "M018"]
