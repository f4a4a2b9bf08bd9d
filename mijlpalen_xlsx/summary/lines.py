"""The rows that are counted: a milestone or an activity with all it is grouped by, and its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.format import Activity, Milestone, Record
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.schedule import slip_weeks, status
from mijlpalen_xlsx.vocabulary import Light, Stage, Status
from mijlpalen_xlsx.words import clean, normal

__all__ = ["ActivityLine", "Band", "MilestoneLine", "lines_of", "party_names"]

_WORST = (Light.RED, Light.ORANGE, Light.GREEN)
_MILESTONE_CELLS = ("title", "start", "due", "expected", "actual", "effort", "party")
_ACTIVITY_CELLS = ("description", "light", "stage", "bottlenecks", "measure", "who")


class Band(NamedTuple):
    """A deelproject as its plan names it."""

    number: str | None
    title: str | None


class MilestoneLine(NamedTuple):
    """A milestone as it is counted; dates are the days that count. ``cells`` names the cell of each value.

    ``light`` is the worst one and ``objective`` the first one of the activities that name this milestone.
    """

    region: str | None
    band: Band
    kind: str
    number: str | None
    title: str | None
    start: date | None
    due: date | None
    expected: date | None
    actual: date | None
    status: Status
    slip_weeks: int | None
    effort: float | None
    light: Light | None
    objective: str | None
    parties: tuple[str, ...]
    cells: Mapping[str, str]

    @property
    def end(self) -> date | None:
        """The best known last day."""
        return self.actual or self.expected or self.due


class ActivityLine(NamedTuple):
    """An activity as it is counted. Deelproject, parties and ``due`` are those of the first milestone that it
    names; without one, ``due`` is the end of the last year it is planned in.
    """

    region: str | None
    band: Band
    number: str | None
    description: str | None
    light: Light | None
    stage: Stage | None
    objective: str | None
    bottlenecks: str | None
    measure: str | None
    who: str | None
    milestones: tuple[str, ...]
    due: date | None
    parties: tuple[str, ...]
    cells: Mapping[str, str]


def lines_of(plan: Plan, day: date) -> tuple[tuple[MilestoneLine, ...], tuple[ActivityLine, ...]]:
    """The milestones and activities of a plan, in its order, with the status they have on ``day``."""
    named = _naming(plan)
    bands = {band.number: band.title for band in reversed(plan.subprojects)}
    canonical = _canonical(plan)
    milestones = {
        id(m): _milestone(m, plan.region, bands, named.get(id(m), []), canonical, day)
        for m in plan.milestones
    }
    by_number = plan.by_number()
    activities = []
    for activity in plan.activities:
        first = next((m for n in activity.milestones if (m := by_number.get(normal(n)))), None)
        activities.append(_activity(activity, plan.region, milestones[id(first)] if first else None))
    return tuple(milestones[id(m)] for m in plan.milestones), tuple(activities)


def _naming(plan: Plan) -> dict[int, list[Activity]]:
    """The activities that name a milestone, by the identity of that milestone."""
    by_number = plan.by_number()
    found: dict[int, list[Activity]] = {}
    for activity in plan.activities:
        for number in activity.milestones:
            milestone = by_number.get(normal(number))
            if milestone:
                found.setdefault(id(milestone), []).append(activity)
    return found


def _milestone(
    milestone: Milestone,
    region: str | None,
    bands: Mapping[str | None, str | None],
    named_by: list[Activity],
    canonical: Mapping[str, str],
    day: date,
) -> MilestoneLine:
    m, lights = milestone, {activity.light for activity in named_by}
    known = m.subproject in bands
    return MilestoneLine(
        region=region,
        band=Band(m.subproject, bands[m.subproject]) if known else Band(None, None),
        kind=m.kind.value,
        number=m.number,
        title=m.title,
        start=m.start.as_start if m.start else None,
        due=m.due.as_due if m.due else None,
        expected=m.expected.as_due if m.expected else None,
        actual=m.actual.as_due if m.actual else None,
        status=status(m, day),
        slip_weeks=slip_weeks(m, day),
        effort=m.effort,
        light=next((light for light in _WORST if light in lights), None),
        objective=next((a.objective for a in named_by if a.objective), None),
        parties=_parties(m, canonical),
        cells=_cells(m, _MILESTONE_CELLS),
    )


def _activity(activity: Activity, region: str | None, first: MilestoneLine | None) -> ActivityLine:
    return ActivityLine(
        region=region,
        band=first.band if first else Band(None, None),
        number=activity.number,
        description=activity.description,
        light=activity.light,
        stage=activity.stage,
        objective=activity.objective,
        bottlenecks=activity.bottlenecks,
        measure=activity.measure,
        who=activity.who,
        milestones=activity.milestones,
        due=first.due if first else date(max(activity.years), 12, 31) if activity.years else None,
        parties=first.parties if first else (),
        cells=_cells(activity, _ACTIVITY_CELLS),
    )


def _cells(record: Record, keys: Iterable[str]) -> dict[str, str]:
    """Where the values stand; of a row without any of these, its first cell as that of the first key."""
    found = {key: str(record.cells[key]) for key in keys if key in record.cells and record.has(key)}
    place: Address | None = None if found else record.place()
    return {next(iter(keys)): str(place)} if place else found


def party_names(plan: Plan) -> Iterator[tuple[str, ...]]:
    """The names of each party that the plan lists: the short one, which is used in tables, and the whole."""
    for party in plan.parties:
        names = tuple(clean(name) for name in (party.short, party.name) if name and clean(name))
        if names:
            yield names


def _canonical(plan: Plan) -> dict[str, str]:
    """The name in tables of every listed name of a party."""
    return {normal(name): names[0] for names in party_names(plan) for name in names}


def _parties(milestone: Milestone, canonical: Mapping[str, str]) -> tuple[str, ...]:
    """Who leads it; where nobody is named, the parties with a V for it, else those with an E."""
    named: list[str] = []
    if milestone.party:
        whole = canonical.get(normal(milestone.party))  # a listed name may have ``en`` in it
        named = [whole] if whole else list(milestone.parties)
    for letter in ("V", "E"):
        named = named or [r.party for r in milestone.roles if r.role.strip().upper() == letter]
    return tuple(dict.fromkeys(canonical.get(normal(name), name) for name in named))
