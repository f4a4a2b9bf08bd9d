"""Plans in numbers: what is counted, under which deelproject, at which date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mijlpalen_xlsx.plan import Plan, plan_from_data
from mijlpalen_xlsx.summary import as_of, combine, summarise
from mijlpalen_xlsx.vocabulary import Light, Status

DAY = "2023-10-01"
DATES = ("start", "expected", "actual")


def day(text: str) -> dict[str, Any]:
    return {"first": text, "last": text, "precision": "day", "text": None}


def milestone(number: str, subproject: str | None, due: str | None, **more: Any) -> dict[str, Any]:
    dates: dict[str, Any] = {key: day(more.pop(key)) for key in DATES if key in more}
    return {
        "number": number, "title": f"Mijlpaal {number}", "subproject": subproject,
        "due": day(due) if due else None, **dates, **more,
    }  # fmt: skip


@pytest.fixture
def plan() -> Plan:
    return plan_from_data(
        {
            "region": "Voorbeeld",
            "reference_date": DAY,
            "subprojects": [{"number": "1", "title": "Techlab"}, {"number": "2", "title": "LOB"}],
            "milestones": [
                milestone("1.1", "1", "2022-12-31", actual="2023-02-15", effort=40.0),
                milestone("1.2", "1", "2023-06-30"),
                milestone("1.3", "1", "2023-12-31", expected="2024-03-01", effort=2.5),
                milestone("1.4", "1", "2024-06-30", start="2023-11-01"),
                milestone("1.5", "1", "2023-11-15"),
                milestone("1.6", "1", None),
                milestone("1.7", "1", "2022-01-01", cancelled=True),
                milestone("2.1", "2", "2023-10-01"),
                milestone("3.1", None, "2024-01-31"),
            ],
            "activities": [
                {"number": "1", "description": "a", "light": "green", "milestones": ["1.1", "2.1"]},
                {"number": "2", "description": "b", "light": "red", "milestones": ["9.9", "1.2"]},
                {"number": "3", "description": "c", "milestones": ["2.1"]},
                {"number": "4", "description": "d", "light": "orange"},
            ],
        }
    )


def rows(plan: Plan, **more: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = summarise([plan], **more).to_data()["tables"]["subproject"]
    return found


def test_every_status_is_counted_once(plan: Plan) -> None:
    first = rows(plan)[0]
    expected = dict.fromkeys(
        ("done", "cancelled", "late", "slipping", "on_schedule", "not_started", "no_date"), 1
    )
    assert {key: first[key] for key in expected} == expected
    assert first["milestones"] == 7


def test_keys_are_those_of_the_interface(plan: Plan) -> None:
    assert list(rows(plan)[0]) == [
        "region", "subproject", "title", "milestones", "done", "cancelled", "late", "slipping", "on_schedule",
        "not_started", "no_date", "slip_weeks_max", "effort", "activities", "green", "orange", "red",
        "no_light", "next",
    ]  # fmt: skip


def test_effort_and_slip(plan: Plan) -> None:
    first, second, loose = rows(plan)
    assert (first["effort"], second["effort"]) == (42.5, None)
    assert first["slip_weeks_max"] == 13  # 30 June to 1 October
    assert loose["slip_weeks_max"] == 0


def test_activities_go_with_the_first_milestone_that_the_plan_has(plan: Plan) -> None:
    lights = [(r["activities"], r["green"], r["orange"], r["red"], r["no_light"]) for r in rows(plan)]
    assert lights == [(2, 1, 0, 1, 0), (1, 0, 0, 0, 1), (1, 0, 1, 0, 0)]


def test_what_stands_under_no_subproject_has_a_row_of_its_own(plan: Plan) -> None:
    loose = rows(plan)[-1]
    assert (loose["subproject"], loose["title"], loose["milestones"]) == (None, None, 1)


def test_next_dates_are_open_and_not_past(plan: Plan) -> None:
    first, second, _ = rows(plan)
    assert [(n["date"], n["number"]) for n in first["next"]] == [
        ("2023-11-15", "1.5"), ("2024-03-01", "1.3"), ("2024-06-30", "1.4"),
    ]  # fmt: skip
    assert second["next"][0] == {
        "date": DAY, "number": "2.1", "title": "Mijlpaal 2.1", "status": "on_schedule",
    }  # fmt: skip


def test_the_date_given_goes_before_that_of_the_plan(plan: Plan) -> None:
    assert as_of(plan) == date(2023, 10, 1)
    assert as_of(plan, date(2022, 1, 1)) == date(2022, 1, 1)
    assert as_of(Plan()) == date.today()
    early = rows(plan, reference_date=date(2022, 1, 1))[0]
    assert (early["done"], early["late"]) == (1, 0)


def test_combined_counts_are_sums(plan: Plan) -> None:
    table = summarise([plan, plan]).tables["subproject"]
    total = combine(row.counts for row in table)
    assert total.milestones == 2 * len(plan.milestones)
    assert total.by_status[Status.LATE] == 2
    assert total.by_light[Light.RED] == 2
    assert total.no_light == 2
    assert (total.effort, total.slip_weeks_max) == (85.0, 13)
    assert [n.number for n in total.next] == ["2.1", "2.1", "1.5"]


def test_a_plan_without_rows_has_no_rows() -> None:
    summary = summarise([Plan()])
    assert (summary.workbooks, summary.tables["subproject"]) == (1, ())
    assert combine([]).to_data()["next"] == []
