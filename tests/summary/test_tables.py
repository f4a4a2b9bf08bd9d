"""What counts where: versions, doubles, periods, groups, and the tables as DataFrames."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from mijlpalen_xlsx.plan import Plan, plan_from_data
from mijlpalen_xlsx.summary import (
    Facts,
    Gatherer,
    InPeriod,
    Period,
    Summary,
    UnknownGroup,
    Unread,
    facts_of,
    group,
    summarise,
)
from mijlpalen_xlsx.summary.reading import facts_from_json, facts_to_json
from tests.summary.country import make_plan


def day(text: str) -> dict[str, Any]:
    return {"first": text, "last": text, "precision": "day", "text": None}


def plan(region: str | None = "Oost", peil: str | None = "2023-01-01", *titles: str, **more: Any) -> Plan:
    bands = [{"number": str(n), "title": title} for n, title in enumerate(titles or ("Techlab",), 1)]
    row = {"number": "1.1", "title": "Klaar", "subproject": "1", "due": day("2023-03-01"), **more}
    return plan_from_data(
        {"region": region, "reference_date": peil, "subprojects": bands, "milestones": [row]}
    )


def gathered(*files: Facts | Unread, **options: Any) -> Summary:
    gatherer = Gatherer(**options)
    for file in files:
        gatherer.add(file)
    return gatherer.summary()


def facts(name: str, of: Plan, changed: float = 0.0) -> Facts:
    return facts_of(of, name, None, changed)


# Versions


def test_the_newest_reference_date_counts_whatever_the_order() -> None:
    new, old = facts("new", plan(peil="2023-06-01")), facts("old", plan(peil="2023-01-01"))
    for order in ((new, old), (old, new)):
        summary = gathered(*order)
        assert [s.file for s in summary.sources] == ["new"]
        assert [tuple(o) for o in summary.older] == [("old", "new")]


def test_without_reference_dates_the_age_of_the_file_decides() -> None:
    one, two = plan(peil=None, title="Klaar"), plan(peil=None, title="Bijna klaar")
    summary = gathered(facts("b", one, 200.0), facts("a", two, 100.0))
    assert [s.file for s in summary.sources] == ["b"]


def test_all_versions_count_when_asked() -> None:
    summary = gathered(facts("a", plan()), facts("b", plan(peil="2024-01-01")), all_versions=True)
    assert (summary.workbooks, summary.older) == (2, ())


def test_three_versions_all_point_at_the_newest() -> None:
    files = [facts(f"{n}", plan(peil=f"2023-0{n}-01")) for n in (1, 3, 2)]
    assert sorted(tuple(o) for o in gathered(*files).older) == [("1", "3"), ("2", "3")]


def test_a_deelproject_more_is_still_the_same_plan() -> None:
    one, two = plan("Oost", "2023-01-01", "A", "B"), plan("Oost", "2023-06-01", "A", "B", "C")
    assert gathered(facts("1", one), facts("2", two)).workbooks == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (plan("Oost", "2023-01-01", "A", "B"), plan("Oost", "2023-06-01", "C", "D")),  # of one region, apart
        (plan("Oost", "2023-01-01", "A"), plan("West", "2023-06-01", "A")),
        (plan(None, "2023-01-01", "A"), plan(None, "2023-06-01", "A")),  # too little to be sure
    ],
)
def test_different_plans_both_count(one: Plan, two: Plan) -> None:
    summary = gathered(facts("1", one), facts("2", two))
    assert (summary.workbooks, summary.older) == (2, ())


def test_without_a_region_all_deelprojecten_must_agree() -> None:
    one, two = plan(None, "2023-01-01", "A", "B"), plan(None, "2023-06-01", "A", "B")
    assert gathered(facts("1", one), facts("2", two)).workbooks == 1


def test_a_plan_number_goes_before_titles() -> None:
    def numbered(number: str, title: str, peil: str) -> Plan:
        made = plan("Oost", peil, title)
        return dataclasses.replace(made, about=dataclasses.replace(made.about, plan_id=number))

    same = gathered(
        facts("1", numbered("x", "A", "2023-01-01")), facts("2", numbered("x", "B", "2023-02-01"))
    )
    other = gathered(
        facts("1", numbered("x", "A", "2023-01-01")), facts("2", numbered("y", "A", "2023-02-01"))
    )
    assert (same.workbooks, other.workbooks) == (1, 2)


# Doubles


def test_the_same_plan_twice_counts_once_and_is_said() -> None:
    summary = gathered(facts("a", plan()), facts("b", plan()), all_versions=True)
    assert summary.workbooks == 1
    double = summary.doubles[0]
    assert (double.file, double.other, double.finding.code) == ("b", "a", "M801")


def test_two_empty_plans_are_not_the_same_plan() -> None:
    assert gathered(facts("a", Plan()), facts("b", Plan())).doubles == ()


# Unread


def test_what_was_not_read_is_there_with_its_reason() -> None:
    summary = gathered(
        Unread("x", error=FileNotFoundError()), Unread("y", own=True), Unread("z", problem="?")
    )
    assert [(s.file, s.code) for s in summary.skipped] == [("x", None), ("z", None)]
    assert (summary.own, summary.workbooks) == (("y",), 0)


# Periods


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, InPeriod(due=1, late=1)),
        ({"actual": day("2023-04-01")}, InPeriod(due=1, done=1)),
        ({"actual": day("2023-08-01")}, InPeriod(due=1, late=1)),
        ({"cancelled": True}, InPeriod(due=1, cancelled=1)),
        ({"due": day("2022-12-01"), "actual": day("2023-06-30")}, InPeriod(done=1)),
        ({"due": day("2023-07-01")}, InPeriod()),
        ({"due": None}, InPeriod()),
    ],
)
def test_what_was_due_done_late_and_cancelled(more: dict[str, Any], expected: InPeriod) -> None:
    made = plan("Oost", "2023-09-01", **more)
    period = Period(date(2023, 1, 1), date(2023, 6, 30))
    assert summarise([made], period=period).tables["subproject"][0].counts.period == expected


def test_what_is_not_due_yet_at_the_reference_date_is_not_late() -> None:
    made = plan("Oost", "2023-02-01")
    counts = summarise([made], period=Period(date(2023, 1, 1), date(2023, 6, 30))).total
    assert counts is not None
    assert counts.period == InPeriod(due=1)


def test_what_comes_next_comes_after_the_period() -> None:
    made = plan("Oost", "2022-01-01")
    for last, coming in ((date(2023, 2, 28), 1), (date(2023, 3, 1), 0)):
        total = summarise([made], period=Period(date(2022, 1, 1), last)).total
        assert total is not None
        assert len(total.next) == coming


# Groups


@pytest.mark.parametrize(
    ("due", "year", "schoolyear"),
    [
        ("2023-07-31", "2023", "2022-2023"),
        ("2023-08-01", "2023", "2023-2024"),
        ("2024-01-01", "2024", "2023-2024"),
    ],
)
def test_years_and_school_years(due: str, year: str, schoolyear: str) -> None:
    tables = summarise([plan(due=day(due))], by=("year", "schoolyear")).tables
    assert [row.keys for row in tables["year"]] == [{"year": year}]
    assert [row.keys for row in tables["schoolyear"]] == [{"schoolyear": schoolyear}]


def test_a_milestone_of_two_parties_counts_with_both_and_once_in_all() -> None:
    summary = summarise([plan(party="School A en mbo X", effort=8.0)], by=("party",))
    assert [(row.keys["party"], row.counts.effort) for row in summary.tables["party"]] == [
        ("School A", 8.0),
        ("mbo X", 8.0),
    ]
    assert summary.total is not None
    assert (summary.total.milestones, summary.total.effort) == (1, 8.0)


def test_without_a_party_the_roles_tell() -> None:
    roles = [{"party": "A", "role": "I"}, {"party": "B", "role": "E"}, {"party": "C", "role": "V"}]
    table = summarise([plan(roles=roles)], by=("party",)).tables["party"]
    assert [row.keys["party"] for row in table] == ["C"]


def test_capitals_and_spaces_make_no_other_group() -> None:
    table = summarise([plan("Oost"), plan("OOST "), plan("West")], by=("region",)).tables["region"]
    assert [(row.keys["region"], row.counts.milestones) for row in table] == [("Oost", 2), ("West", 1)]


def test_lights_and_years_stand_in_their_own_order() -> None:
    plans = [plan_from_data(make_plan(f"R{n}", 1, n)) for n in range(6)]
    tables = summarise(plans, by=("light", "year")).tables
    assert [row.keys["light"] for row in tables["light"]] == ["red", "orange", "green", None]
    years = [row.keys["year"] or "z" for row in tables["year"]]
    assert years == sorted(years)


def test_a_crossing_has_each_column_once() -> None:
    assert group("party+region+year").fields == ("region", "party", "year")


@pytest.mark.parametrize("name", ["", "color", "party+", "party,year"])
def test_an_unknown_table(name: str) -> None:
    with pytest.raises(UnknownGroup):
        group(name)


# DataFrames, and facts on their way


def test_frames_hold_the_numbers_of_the_tables() -> None:
    plans = [plan_from_data(make_plan(f"R{n}", 2, n)) for n in range(5)]
    summary = summarise(plans, by=("region", "year"), period=Period(date(2022, 1, 1), date(2022, 12, 31)))
    frame = summary.to_frame()
    assert list(frame["region"]) == [f"R{n}" for n in range(5)]
    assert frame["milestones"].sum() == sum(len(p.milestones) for p in plans)
    total = summary.total
    assert total is not None
    assert total.period is not None
    assert summary.to_frame("year")["period_due"].sum() == total.period.due
    lines = summary.to_lines()
    assert len(lines) == sum(len(p.milestones) + len(p.activities) for p in plans)
    with pytest.raises(KeyError):
        summary.to_frame("party")


@pytest.mark.parametrize("version", range(3))
def test_facts_come_back_from_json(version: int) -> None:
    made = facts("f", plan_from_data(make_plan("Oost", version, 7)), 12.5)
    assert facts_from_json(facts_to_json(made), "f", 12.5) == made


@pytest.mark.parametrize("kept", [b"", b"{}", b"[1]", b'{"day": 3}', b"\xff", b"null"])
def test_what_cannot_be_understood_is_not_taken(kept: bytes) -> None:
    assert facts_from_json(kept, "f", None) is None
