"""The brochure's two tables, made by five hands, become the same plan."""

from __future__ import annotations

import pytest

from mijlpalen_xlsx.format import Activity, Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read_workbook
from tests.reader.hands import HANDS, Goal, Step

YEARS = (2020, 2021, 2022, 2023)
GOALS = (
    Goal(1, "Techniek in het basisonderwijs (PO-VO)", "Eind 2023 volgt 70% technieklessen.", (
        Step("1.1", "In 2020 hebben 24 basisscholen getekend.", "feb. 2020", "31-12-2020",
             ((2020, 1), (2020, 2), (2020, 3), (2020, 4)), (("Programmaleider", "eindverantwoordelijk"),
             ("Koepel basisonderwijs P", "werft scholen")), "groen", "26 scholen.", "Slecht bereikbaar."),
        Step("1.2", "Een pakket van vier lessen is klaar.", "sept. 2020", "1 juni 2021",
             ((2020, 3), (2020, 4), (2021, 1), (2021, 2)), (("Deelprojectleider", "trekker"),), "groen",
             "Getest op drie scholen.", "", ("1.1",)),
        Step("1.3", "Besluit over het vervoer.", "Q2 2023", "1 nov. 2023", ((2023, 2), (2023, 3), (2023, 4)),
             (("Stuurgroep", "besluit"), ("Gemeente G", "denkt mee"), ("Programmaleider", "maakt voorstel")),
             "oranje", "Voorstel ligt klaar.", "Geen toezegging.", ("1.1", "1.2")),
    )),
    Goal(2, "Doorlopende leerlijn vmbo-mbo", "Op 1 augustus 2023 loopt er één leerroute.", (
        Step("2.1", "De overlap is beschreven.", "sept. 2020", "eind januari 2021",
             ((2020, 3), (2020, 4), (2021, 1)),
             (("Werkgroep", "schrijft"), ("Bedrijf Q", "controleert")), "rood", "Ligt stil.", "Ziekte."),
        Step("2.2", "De leerroute start met 30 leerlingen.", "1-8-2022", "1-8-2023",
             ((2022, 3), (2022, 4), (2023, 1), (2023, 2), (2023, 3)), (("Vmbo-school A", "uitvoering"),), "",
             "", "", ("2.1",)),
    )),
)  # fmt: skip
STEPS = [(goal, step) for goal in GOALS for step in goal.steps]
LIGHTS = {"groen": "green", "oranje": "orange", "rood": "red", "": None}


@pytest.fixture(params=HANDS)
def hand(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def plan_by(hand: str) -> Plan:
    return read_workbook(HANDS[hand](GOALS, YEARS))


def test_titles_numbers_and_deelprojecten(hand: str) -> None:
    plan = plan_by(hand)
    if hand == "picture_two":
        assert [(a.objective, a.result, a.description) for a in plan.activities] == [
            (goal.objective, goal.title, step.title) for goal, step in STEPS
        ]
        return
    assert [band.title for band in plan.subprojects] == [goal.title for goal in GOALS]
    titles = {band.number: band.title for band in plan.subprojects}
    assert [(titles[m.subproject or ""], m.title) for m in plan.milestones] == [
        (goal.title, step.title) for goal, step in STEPS
    ]
    if hand != "stacked":
        assert [m.number for m in plan.milestones] == [step.number for _, step in STEPS]


@pytest.mark.parametrize("hand", ["sheet_each", "flat"])
def test_dates_and_what_comes_first(hand: str) -> None:
    for (_, step), milestone in zip(STEPS, plan_by(hand).milestones, strict=True):
        assert milestone.start is not None
        assert milestone.due is not None
        assert (milestone.start.text, milestone.due.text) == (step.start, step.due)
        assert milestone.depends_on == step.after


def test_who_does_what(hand: str) -> None:
    plan = plan_by(hand)
    for (_, step), milestone in zip(STEPS, plan.milestones, strict=bool(plan.milestones)):
        assert _who(hand, milestone) == sorted(step.parties)


def _who(hand: str, milestone: Milestone) -> list[tuple[str, str]]:
    """Parties and their tasks, from whichever columns this hand used."""
    separator = {"sheet_each": "\n", "flat": "; "}.get(hand, "\0")
    lead = zip(
        (milestone.party or "").split(separator),
        (milestone.responsibility or "").split(separator),
        strict=True,
    )
    roles = ((role.party, role.role) for role in milestone.roles)
    return sorted(pair for pair in (*lead, *roles) if any(pair))


def test_how_long_it_takes(hand: str) -> None:
    plan = plan_by(hand)
    if hand == "picture_two":
        assert [a.years for a in plan.activities] == [step.years for _, step in STEPS]
    for (_, step), milestone in zip(STEPS, plan.milestones, strict=bool(plan.milestones)):
        if hand in ("stacked", "party_columns"):
            (mark,) = milestone.marks
            quarters = ((mark.first.year, mark.first.month), (mark.last.year, mark.last.month))
            (year, quarter), (last_year, last_quarter) = step.quarters[0], step.quarters[-1]
            whole = hand == "stacked"
            first, last = (1, 12) if whole else (3 * quarter - 2, 3 * last_quarter)
            assert quarters == ((year, first), (last_year, last))


@pytest.mark.parametrize("hand", ["picture_two", "sheet_each", "flat"])
def test_how_it_goes(hand: str) -> None:
    found = {activity.description: activity for activity in plan_by(hand).activities}
    for goal, step in STEPS:
        activity = found.get(step.title, Activity())
        assert activity.light == LIGHTS[step.light]
        assert (activity.explanation or "", activity.bottlenecks or "") == (
            step.explanation,
            step.bottlenecks,
        )
        if hand == "flat" and step.light:
            assert (activity.objective, activity.milestones) == (goal.objective, (step.number,))


def test_every_address_opens_to_what_was_read(hand: str) -> None:
    workbook = HANDS[hand](GOALS, YEARS)
    plan = read_workbook(workbook)
    for record in plan.records():
        for key, at in record.cells.items():
            sheet = workbook.sheet(at.sheet)
            assert sheet is not None
            cell = sheet.cells[at.row, at.column]
            value = getattr(record, key, None)
            assert cell.value is not None or cell.fill
            if isinstance(value, str) and isinstance(cell.value, str) and key not in ("light", "stage"):
                assert value in cell.value
