"""A plan as JSON, to and fro, and what is said of JSON that is no plan."""

from __future__ import annotations

import copy
import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates import Precision, When
from mijlpalen_xlsx.format import Activity, General, Mark, Milestone, Party, Role, Subproject, TrendEntry
from mijlpalen_xlsx.periods import Scale, periods, school_year
from mijlpalen_xlsx.plan import About, Plan, PlanDataError, plan_from_data, plan_to_data
from mijlpalen_xlsx.vocabulary import Light, RowKind, Stage

PLAN = Plan(
    about=About(scale=Scale.MONTH, language="en"),
    general=General(region="Waterlanden", scheme="sto-2020-2024", reference_date=date(2023, 3, 1)),
    years=(2021, 2024),
    report_dates=(date(2023, 10, 1),),
    parties=(Party(name="Vmbo-school A (penvoerder)", short="School A"),),
    subprojects=(Subproject(number="1", title="Techlab"),),
    milestones=(
        Milestone(
            number="1.1",
            title="=1+1\nTweede regel",
            kind=RowKind.DECISION,
            due=When(date(2026, 10, 1), date(2026, 12, 31), Precision.QUARTER, "eind 2026"),
            depends_on=("1.0",),
            effort=20.0,
            written={"effort": "5 dagdelen"},
            marks=(Mark(date(2022, 4, 1), date(2022, 6, 30), "x"),),
            roles=(Role("School A", "V"),),
            extra={"Budget": "1000"},
            subproject="1",
            cells={"title": Address("Plan 2", 10, 3)},
        ),
    ),
    activities=(
        Activity(
            objective="Uitval", light=Light.RED, stage=Stage.DONE, years=(2021,), year_texts={2021: "Q3"}
        ),
    ),
    trend=(TrendEntry(number="1.1", expected=((date(2023, 3, 1), When.day(date(2026, 1, 1))),)),),
)  # fmt: skip


def test_a_plan_survives_json() -> None:
    again = plan_from_data(json.loads(json.dumps(plan_to_data(PLAN))))
    assert again == PLAN
    assert again.milestones[0].cells == PLAN.milestones[0].cells


def test_the_one_plan_of_a_report_is_taken() -> None:
    report = {"schema": "mijlpalen-xlsx/report/1", "files": [{"plan": plan_to_data(PLAN)}]}
    assert plan_from_data(report) == PLAN


def broken(path: str, value: object) -> Any:
    data: Any = json.loads(json.dumps(plan_to_data(PLAN)))
    at = data
    *way, last = [int(p) if p.isdigit() else p for p in path.split(".")]
    for step in way:
        at = at[step]
    at[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("milestones.0.due", "2026", "milestones[0].due"), ("milestones.0.titel", "x", "milestones[0]"),
        ("milestones", {}, "milestones"), ("years", [2024, 2020], "years"),
        ("format.scale", "week", "format.scale"),
        ("activities.0.light", "paars", "activities[0].light"), ("milestones.0.marks.0.by", "y", "marks"),
        ("milestones.0.effort", -1, "milestones[0].effort"), ("reference_date", 3, "reference_date"),
        ("milestones.0.title", "x" * 32768, "milestones[0].title"), ("parties.0", "A", "parties[0]"),
        ("milestones.0.cells", {"title": "C"}, "milestones[0].cells"),
    ],
)  # fmt: skip
def test_wrong_json_is_pointed_at(path: str, value: object, where: str) -> None:
    with pytest.raises(PlanDataError) as caught:
        plan_from_data(broken(path, value))
    assert where in str(caught.value)


@pytest.mark.parametrize("data", [None, [], "x", 3, {"onzin": 1}])
def test_what_is_no_plan_is_refused(data: object) -> None:
    with pytest.raises(PlanDataError):
        plan_from_data(copy.deepcopy(data))


@pytest.mark.parametrize("scale", list(Scale))
def test_periods_follow_each_other_without_gaps(scale: Scale) -> None:
    found = periods((2021, 2024), scale)
    assert found[0].first <= date(2021, 1, 1)
    assert found[-1].last >= date(2024, 12, 31)
    assert all((b.first - a.last).days == 1 for a, b in pairwise(found))


def test_school_years_begin_in_august() -> None:
    assert (school_year(date(2022, 7, 31)), school_year(date(2022, 8, 1))) == (2021, 2022)


def test_frames_have_a_row_per_milestone() -> None:
    frame = PLAN.to_frame()
    assert list(frame["number"]) == ["1.1"]
    assert list(frame["due_last"]) == ["2026-12-31"]
