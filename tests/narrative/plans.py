"""A small plan with everything a report speaks of, and the version before it."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from mijlpalen_xlsx.dates import When, parse
from mijlpalen_xlsx.format import Activity, General, LogEntry, Milestone, Subproject
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.vocabulary import Light, RowKind, Stage

__all__ = ["LOG", "SECRET", "earlier", "plan"]

DAY = date(2027, 3, 1)


def when(text: str) -> When | None:
    return parse(text).when if text else None


def milestone(number: str, title: str, days: str, after: str = "", **more: Any) -> Milestone:
    """``days`` are start, planned, expected and actual, with ``|`` between them."""
    start, due, expected, actual = (when(part.strip()) for part in (days + "|||").split("|")[:4])
    return Milestone(
        number=number, title=title, subproject="1", start=start, due=due, expected=expected, actual=actual,
        depends_on=(after,) if after else (), **more,
    )  # fmt: skip


def plan(**changed: Any) -> Plan:
    """At 1 March 2027: done late, late, pushed by that, far away, without a date, a decision, cancelled."""
    rows = (
        milestone("1.1", "De ruimte is verbouwd", "1-5-2026|1-10-2026||20-12-2026"),
        milestone("1.2", "De machines staan er", "5-10-2026|1-12-2026|1-5-2027", "1.1", party="Techlab"),
        milestone("1.3", "Het beheerplan is klaar", "2-12-2026|1-6-2027", "1.2"),
        milestone("1.4", "Besluit over het vervoer", "|1-4-2027", kind=RowKind.DECISION),
        milestone("1.5", "Alle scholen doen mee", "|eind 2028"),
        milestone("1.6", "Een open avond", ""),
        milestone("1.7", "De wedstrijd", "|1-2-2027", cancelled=True),
        milestone("1.8", "Vroeg klaar", "|1-2-2026||28-1-2026"),
    )
    works = (
        Activity(
            number="1", objective="Eén techlab", description="Verbouwen", milestones=("1.1",),
            light=Light.GREEN, stage=Stage.DONE, explanation="De ruimte is gekeurd.",
        ),
        Activity(
            number="2", objective="Eén techlab", description="Machines plaatsen", milestones=("1.2",),
            light=Light.RED, stage=Stage.IN_PROGRESS, explanation="De lasrobot komt later.",
            bottlenecks="De leverancier levert niet op tijd", updated=when("1-2-2027"),
        ),
    )  # fmt: skip
    made = Plan(
        general=General(region="De Zandhoek", lead_school="Vmbo-school A", reference_date=DAY),
        years=(2025, 2028),
        subprojects=(Subproject(number="1", title="Techlab"),),
        milestones=rows,
        activities=works,
    )
    return dataclasses.replace(made, **changed)


def earlier() -> Plan:
    """Five months before: the room is not done, with a bottleneck that is gone now."""
    now = plan()
    rows = (
        dataclasses.replace(now.milestones[0], actual=None, expected=when("15-12-2026")),
        *now.milestones[1:],
    )
    work = dataclasses.replace(now.activities[0], bottlenecks="De vergunning kwam later.", stage=None)
    return dataclasses.replace(
        now,
        general=General(region="De Zandhoek", reference_date=date(2026, 10, 1)),
        milestones=rows,
        activities=(work, *now.activities[1:]),
    )


LOG = (
    LogEntry(date=when("1-2-2027"), number="1.4", explanation="De stuurgroep wil eerst cijfers."),
    LogEntry(date=when("1-1-2026"), number="1.8", explanation="Lang geleden."),
)
SECRET = LogEntry(date=when("1-2-2027"), number="1.4", explanation="Bel jan@school.nl")
