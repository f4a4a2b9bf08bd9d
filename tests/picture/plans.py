"""Plans to draw: a region as people write it, large ones, odd ones."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from mijlpalen_xlsx.dates import When, parse
from mijlpalen_xlsx.format import Activity, General, Mark, Milestone, Subproject
from mijlpalen_xlsx.plan import Plan, plan_from_data
from mijlpalen_xlsx.vocabulary import Light, RowKind

REFERENCE = date(2023, 10, 1)


def region() -> Plan:
    """Four invented deelprojecten with dates as people write them."""
    return plan_from_data(json.loads((Path(__file__).parent / "region.json").read_text("utf-8")))


def when(written: str) -> When:
    read = parse(written).when
    assert read is not None, written
    return read


def milestone(number: str, **given: object) -> Milestone:
    """A milestone whose days are written as text."""
    days = ("start", "due", "expected", "actual")
    read = {key: when(str(value)) if key in days else value for key, value in given.items()}
    return Milestone(**{"number": number, "title": f"Mijlpaal {number}", **read})  # type: ignore[arg-type]


def plan_of(*milestones: Milestone, years: tuple[int, int] | None = (2022, 2024)) -> Plan:
    return Plan(milestones=milestones, years=years, general=General(region="Proefregio"))


def large(count: int = 200, years: int = 4) -> Plan:
    """``count`` milestones with all there can be: long titles, slips, lights, marks, dependencies."""
    first = date(2021, 1, 4)
    bands = max(1, count // 20)
    span = years * 365 - 200
    milestones, activities = [], []
    for at in range(count):
        band, row = at * bands // count + 1, at % 20 + 1
        start = first + timedelta(days=at * 37 % span)
        due = start + timedelta(days=20 + at * 53 % 180)
        number = f"{band}.{at + 1}"
        milestones.append(
            Milestone(
                kind=RowKind.DECISION if at % 7 == 6 else RowKind.MILESTONE,
                number=number,
                title=f"Mijlpaal {at + 1}: "
                + "de scholen en bedrijven hebben het samen vastgesteld " * (1 + at % 5),
                subproject=str(band),
                start=When.day(start) if at % 9 else None,
                due=When.day(due) if at % 11 else None,
                expected=When.day(due + timedelta(days=90)) if at % 5 == 1 else None,
                actual=When.day(due + timedelta(days=at % 40)) if at % 3 == 0 else None,
                cancelled=at % 31 == 30,
                depends_on=(f"{band}.{at}",) if row > 1 else (),
                party=f"Vmbo-school {chr(65 + at % 26)} en alle bedrijven in de kring",
                marks=(Mark(start, due, "x"),) if at % 13 == 0 else (),
            )
        )
        activities.append(Activity(description="a", light=list(Light)[at % 3], milestones=(number,)))
    subprojects = tuple(
        Subproject(number=str(band), title=f"Deelproject {band}: " + "techniek " * (band * 3))
        for band in range(1, bands + 1)
    )
    return Plan(
        years=(2021, 2020 + years),
        general=General(region="Proefregio", reference_date=REFERENCE),
        subprojects=subprojects,
        milestones=tuple(milestones),
        activities=tuple(activities),
    )
