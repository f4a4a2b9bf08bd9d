"""The example made by five hands becomes the same plan: field by field, with the few that are not."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from mijlpalen_xlsx.format import Activity, Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read, read_workbook
from mijlpalen_xlsx.sheets import open_workbook
from tests.hands.example import PROJECTS, Project, Step
from tests.hands.makers import HANDS

HELD = {
    "picture_one": {"project", "parties", "years"},
    "sheet_each": {"project", "number", "start", "due", "depends_on", "parties", "quarters", "years"},
    "one_sheet": {"project", "number", "start", "due", "depends_on", "parties", "light", "explanation",
                  "bottlenecks"},
    "picture_two": {"project", "number", "start", "due", "depends_on", "parties", "years", "objective",
                    "light", "explanation", "bottlenecks"},
    "letter_head": {"project", "number", "start", "due", "depends_on", "parties", "light", "stage",
                    "explanation", "bottlenecks"},
}  # fmt: skip
"""What each hand wrote down of every milestone, besides its title."""
BETWEEN = {"sheet_each": "\n", "one_sheet": "; ", "picture_two": " / "}
"""What stands between parties in one cell, which stays one text, as the person wrote it."""
LIGHTS = {"groen": "green", "oranje": "orange", "rood": "red", "": None}
STAGES = {"gereed": "done", "loopt": "in_progress", "niet gestart": "not_started"}
UNEQUAL = {hand: {"4.7 start", "4.7 due"} for hand in ("one_sheet", "letter_head")}
"""Fields that differ: ``doorlopend`` has no days where nothing in the workbook says from when to when."""

Fields = dict[str, object]


def meant(project: Project, step: Step) -> Fields:
    """What the person meant, by field."""
    return {
        "project": project.title,
        "number": step.number,
        "start": step.start,
        "due": step.due,
        "depends_on": step.depends_on,
        "parties": sorted(step.parties),
        "quarters": step.quarters,
        "years": step.years,
        "objective": project.objective,
        "light": LIGHTS[step.light],
        "stage": STAGES[step.stage],
        "explanation": step.explanation or None,
        "bottlenecks": step.bottlenecks or None,
    }


@cache
def plan_by(hand: str) -> Plan:
    return read(HANDS[hand]())


def found(hand: str) -> dict[str, Fields]:
    """What was read, by title and field; a title that was read twice is read wrongly."""
    plan = plan_by(hand)
    titles = {band.number: band.title for band in plan.subprojects}
    told = {activity.description or "": activity for activity in plan.activities}
    read_of = {m.title or "": _fields(hand, m, told.get(m.title or "")) for m in plan.milestones}
    for milestone in plan.milestones:
        read_of[milestone.title or ""]["project"] = titles.get(milestone.subproject)
    assert len(read_of) == len(plan.milestones)
    return read_of


def _fields(hand: str, milestone: Milestone, activity: Activity | None) -> Fields:
    quarters = [at for mark in milestone.marks for at in _quarters(mark.first, mark.last)]
    told = activity or Activity()
    return {
        "number": milestone.number,
        "start": milestone.start.as_start if milestone.start else None,
        "due": milestone.due.as_due if milestone.due else None,
        "depends_on": milestone.depends_on,
        "parties": _parties(milestone, BETWEEN.get(hand, "\0")),
        "quarters": quarters,
        "years": told.years or tuple(dict.fromkeys(year for year, _ in quarters)),
        "objective": told.objective,
        "light": told.light,
        "stage": told.stage,
        "explanation": told.explanation,
        "bottlenecks": told.bottlenecks,
    }


def _quarters(first: date, last: date) -> list[tuple[int, int]]:
    numbers = range(first.year * 4 + (first.month - 1) // 3, last.year * 4 + (last.month - 1) // 3 + 1)
    return [(number // 4, number % 4 + 1) for number in numbers]


def _parties(milestone: Milestone, between: str) -> list[tuple[str, str]]:
    names = (milestone.party or "").split(between)
    tasks = (milestone.responsibility or "").split(between)
    pairs = [*zip(names, tasks, strict=False), *((role.party, role.role) for role in milestone.roles)]
    return sorted(pair for pair in pairs if any(pair))


def unequal(hand: str) -> dict[str, tuple[object, object]]:
    """The fields that differ: what was meant and what was read."""
    read_of = found(hand)
    return {
        f"{step.number} {field}": (value, read_of.get(step.title, {}).get(field))
        for project in PROJECTS
        for step in project.steps
        for field, value in meant(project, step).items()
        if field in HELD[hand] and read_of.get(step.title, {}).get(field) != value
    }


@pytest.mark.parametrize("hand", HANDS)
def test_every_field_of_every_milestone(hand: str) -> None:
    differ = unequal(hand)
    assert differ.keys() == UNEQUAL.get(hand, set()), differ
    assert set(found(hand)) == {step.title for project in PROJECTS for step in project.steps}


def test_at_least_98_percent_of_all_fields_are_equal() -> None:
    steps = sum(len(project.steps) for project in PROJECTS)
    fields = sum(steps * (1 + len(HELD[hand])) for hand in HANDS)
    differ = sum(len(unequal(hand)) for hand in HANDS)
    assert differ <= 0.02 * fields


@pytest.mark.parametrize("hand", HANDS)
def test_every_address_opens_to_what_was_read(hand: str) -> None:
    workbook = open_workbook(HANDS[hand]())
    for record in read_workbook(workbook).records():
        for key, at in record.cells.items():
            sheet = workbook.sheet(at.sheet)
            assert sheet is not None
            cell = sheet.cells[at.row, at.column]
            value = getattr(record, key, None)
            assert cell.value is not None or cell.fill
            if isinstance(value, str) and isinstance(cell.value, str) and key not in ("light", "stage"):
                assert value in cell.value
