"""The rows that are counted: a milestone or an activity with all it is grouped by, and its cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.format import Activity, Milestone, Record
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import NamedTuple
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


_NO_BAND = Band(None, None)
_NO_CELLS: Mapping[str, str] = {}


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


def lines_of(
    plan: Plan, day: date, *, with_cells: bool = True
) -> tuple[tuple[MilestoneLine, ...], tuple[ActivityLine, ...]]:
    """The milestones and activities of a plan, in its order, with the status they have on ``day``.

    Without cells the lines are quicker made, for who only counts them.
    """
    by_number = plan.by_number()
    named = [(a, [m for n in a.milestones if (m := by_number.get(normal(n)))]) for a in plan.activities]
    naming: dict[int, list[Activity]] = {}
    for activity, found in named:
        for m in found:
            naming.setdefault(id(m), []).append(activity)
    lines = _Lines(plan, day, with_cells)
    milestones = {id(m): lines.milestone(m, naming.get(id(m), ())) for m in plan.milestones}
    activities = (lines.activity(a, milestones[id(found[0])] if found else None) for a, found in named)
    return tuple(milestones[id(m)] for m in plan.milestones), tuple(activities)


class _Lines:
    """Makes the lines of one plan."""

    def __init__(self, plan: Plan, day: date, with_cells: bool) -> None:
        self.region, self.day, self.with_cells = plan.region, day, with_cells
        self.bands = {band.number: Band(band.number, band.title) for band in reversed(plan.subprojects)}
        self.canonical = _canonical(plan)
        self.parties: dict[str, tuple[str, ...]] = {}

    def milestone(self, m: Milestone, named_by: Collection[Activity]) -> MilestoneLine:
        lights = {activity.light for activity in named_by}
        return MilestoneLine(
            region=self.region,
            band=self.bands.get(m.subproject, _NO_BAND),
            kind=m.kind.value,
            number=m.number,
            title=m.title,
            start=m.start.as_start if m.start else None,
            due=m.due.as_due if m.due else None,
            expected=m.expected.as_due if m.expected else None,
            actual=m.actual.as_due if m.actual else None,
            status=status(m, self.day),
            slip_weeks=slip_weeks(m, self.day),
            effort=m.effort,
            light=next((light for light in _WORST if light in lights), None) if lights else None,
            objective=next((a.objective for a in named_by if a.objective), None),
            parties=self._parties(m),
            cells=_cells(m, _MILESTONE_CELLS) if self.with_cells else _NO_CELLS,
        )

    def activity(self, activity: Activity, first: MilestoneLine | None) -> ActivityLine:
        return ActivityLine(
            region=self.region,
            band=first.band if first else _NO_BAND,
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
            cells=_cells(activity, _ACTIVITY_CELLS) if self.with_cells else _NO_CELLS,
        )

    def _parties(self, milestone: Milestone) -> tuple[str, ...]:
        """Who leads it; where nobody is named, the parties with a V for it, else those with an E."""
        if not milestone.party:
            return self._of_roles(milestone)
        if milestone.party not in self.parties:
            whole = self.canonical.get(normal(milestone.party))  # a listed name may have ``en`` in it
            self.parties[milestone.party] = self._named([whole] if whole else milestone.parties)
        return self.parties[milestone.party] or self._of_roles(milestone)

    def _of_roles(self, milestone: Milestone) -> tuple[str, ...]:
        for letter in ("V", "E"):
            named = [r.party for r in milestone.roles if r.role.strip().upper() == letter]
            if named:
                return self._named(named)
        return ()

    def _named(self, names: Iterable[str]) -> tuple[str, ...]:
        """Each party once, by the name that tables have for it."""
        return tuple(dict.fromkeys(self.canonical.get(normal(name), name) for name in names))


def _cells(record: Record, keys: Iterable[str]) -> dict[str, str]:
    """Where the values stand; of a row without any of these, its first cell as that of the first key."""
    cells = record.cells
    found = {key: str(cells[key]) for key in keys if key in cells and record.has(key)}
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
