"""Versions of a plan beside each other: in which order, and what changed from each one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from mijlpalen_xlsx.comparison.change import (
    ActivityChange,
    Change,
    MilestoneChange,
    Translate,
    What,
    differing,
)
from mijlpalen_xlsx.comparison.match import Named, matched
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.format import Activity, General, Party, Record, Subproject
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.rules.versions import baseline_changed, objective_gone, objective_new
from mijlpalen_xlsx.schedule import assess
from mijlpalen_xlsx.words import normal

__all__ = ["Comparison", "ObjectiveChange", "Order", "Step", "Version", "compare"]

R = TypeVar("R", bound=Record)
_C = TypeVar("_C", bound=Change)  # type: ignore[type-arg]  # any change, of whatever record


@dataclass(frozen=True)
class Version:
    """One version of a plan: the file it came from, its place among what was given, its plan.

    The plan has its status worked out at its own peildatum, where it has one.
    """

    file: str
    given: int
    plan: Plan

    @property
    def day(self) -> date | None:
        """The peildatum."""
        return self.plan.reference_date


class Order(StrEnum):
    """Where the order of the versions comes from."""

    GIVEN = "given"
    """As given, which is also that of the reference dates."""
    REFERENCE_DATE = "reference_date"
    """Another than was given: that of the reference dates."""
    UNKNOWN = "unknown"
    """As given, because a version has no reference date."""


@dataclass(frozen=True)
class ObjectiveChange:
    """An objective that came, went or was worded anew, by the first activity under it in either version."""

    old: Activity | None
    new: Activity | None


@dataclass(frozen=True)
class Step:
    """From one version to the next: only what changed, in the order of the newer plan.

    ``milestone_pairs`` are all milestones that are in both, by their places; ``same`` is how many of those
    did not change. ``general`` are keys of the settings, ``years`` included.
    """

    old: Version
    new: Version
    milestones: tuple[MilestoneChange, ...]
    activities: tuple[ActivityChange, ...]
    subprojects: tuple[Change[Subproject], ...]
    parties: tuple[Change[Party], ...]
    objectives: tuple[ObjectiveChange, ...]
    general: tuple[str, ...]
    milestone_pairs: Mapping[int, int]
    same: int

    def of(self, *what: What) -> tuple[MilestoneChange, ...]:
        """The milestones of which this is what became of them."""
        return tuple(change for change in self.milestones if change.what in what)

    @property
    def strangers(self) -> bool:
        """Whether both have milestones and none of them is the same: hardly versions of one plan."""
        both = self.old.plan.milestones and self.new.plan.milestones
        return bool(both) and not self.milestone_pairs

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """M802, M803 and M804, at cells of the newer version."""
        return tuple(self._findings())

    def _findings(self) -> Iterator[Finding]:
        day, lang = self.old.day, self.new.plan.about.language
        for change in self.milestones:
            if change.baseline and change.old and change.old.due and change.new:
                yield baseline_changed(change.new, change.old.due, day, lang)
        place = next((at.sheet for a in self.new.plan.activities if (at := a.place("objective"))), None)
        for objective in self.objectives:
            if objective.new is None and objective.old:
                yield objective_gone(objective.old.objective or "", day, place)
            elif objective.old is None and objective.new:
                yield objective_new(objective.new, day, lang)


@dataclass(frozen=True)
class Comparison:
    """Two or more versions in order, and a step from each to the next."""

    versions: tuple[Version, ...]
    order: Order
    steps: tuple[Step, ...]


def compare(plans: Sequence[Plan], files: Sequence[str] = ()) -> Comparison:
    """Lay versions of one plan beside each other, the earliest first.

    Their reference dates decide what is earlier; when one has none the order is as given. ``files`` are their
    names for people. Raises ValueError for fewer than two plans.
    """
    if len(plans) < 2:
        raise ValueError("two versions or more are needed")
    names = [*files, *[""] * (len(plans) - len(files))]
    given = [_version(plan, name, at) for at, (plan, name) in enumerate(zip(plans, names, strict=True))]
    versions, order = _ordered(given)
    steps = tuple(step(old, new) for old, new in pairwise(versions))
    return Comparison(versions, order, steps)


def _version(plan: Plan, file: str, given: int) -> Version:
    day = plan.reference_date
    return Version(file, given, assess(plan, day) if day else plan)


def _ordered(given: list[Version]) -> tuple[tuple[Version, ...], Order]:
    if any(version.day is None for version in given):
        return tuple(given), Order.UNKNOWN
    by_day = tuple(sorted(given, key=lambda version: version.day or date.min))
    return by_day, Order.GIVEN if list(by_day) == given else Order.REFERENCE_DATE


def step(old: Version, new: Version) -> Step:
    """What changed from one version to the next."""
    before, after = old.plan, new.plan
    bands = _pairs(before.subprojects, after.subprojects, lambda band: Named(band.number, band.title))
    pairs = _pairs(before.milestones, after.milestones, lambda m: Named(m.number, m.title))
    activities = _pairs(before.activities, after.activities, _activity_name)
    parties = _pairs(before.parties, after.parties, lambda party: Named(party.short, party.name))
    moved = _numbers(before.milestones, after.milestones, pairs)
    band = _numbers(before.subprojects, after.subprojects, bands)
    of_milestone: Translate = {"depends_on": _each(moved), "subproject": _one(band)}
    changes = _changes(MilestoneChange, before.milestones, after.milestones, pairs, of_milestone)
    changed = tuple(change for change in changes if change.what is not What.SAME)
    return Step(
        old,
        new,
        milestones=changed,
        activities=_only_changed(
            _changes(
                ActivityChange, before.activities, after.activities, activities, {"milestones": _each(moved)}
            )
        ),
        subprojects=_only_changed(_changes(Change, before.subprojects, after.subprojects, bands)),
        parties=_only_changed(_changes(Change, before.parties, after.parties, parties)),
        objectives=tuple(_objectives(before.activities, after.activities)),
        general=_general(before, after),
        milestone_pairs=pairs,
        same=len(changes) - len(changed),
    )


def _activity_name(activity: Activity) -> Named:
    return Named(activity.number, activity.description or activity.result)


def _pairs(old: Sequence[R], new: Sequence[R], name: Callable[[R], Named]) -> dict[int, int]:
    return matched([name(record) for record in old], [name(record) for record in new])


def _numbers(old: Sequence[R], new: Sequence[R], pairs: Mapping[int, int]) -> dict[str, str]:
    """The number that a row has now by the number it had."""
    found: dict[str, str] = {}
    for at, other in pairs.items():
        before, after = getattr(old[at], "number", None), getattr(new[other], "number", None)
        if before and after:
            found.setdefault(normal(before), after)
    return found


def _one(numbers: Mapping[str, str]) -> Callable[[object], object]:
    return lambda number: numbers.get(normal(number), number) if isinstance(number, str) else number


def _each(numbers: Mapping[str, str]) -> Callable[[object], object]:
    one = _one(numbers)
    return lambda value: tuple(one(number) for number in value) if isinstance(value, tuple) else value


def _changes(
    kind: Callable[..., _C],
    old: Sequence[R],
    new: Sequence[R],
    pairs: Mapping[int, int],
    translate: Translate | None = None,
) -> tuple[_C, ...]:
    """Every row of both: those of the newer plan in its order, and what went behind the row before it."""
    back = {other: at for at, other in pairs.items()}
    went: dict[int, list[_C]] = {}
    behind = -1
    for at, record in enumerate(old):
        if at in pairs:
            behind = pairs[at]
        else:
            went.setdefault(behind, []).append(kind(record, None))
    found = went.get(-1, [])
    for other, record in enumerate(new):
        before = old[back[other]] if other in back else None
        keys = differing(before, record, translate) if before is not None else ()
        found += [kind(before, record, keys), *went.get(other, [])]
    return tuple(found)


def _only_changed(changes: Iterable[_C]) -> tuple[_C, ...]:
    return tuple(change for change in changes if change.what is not What.SAME)


def _objectives(old: Sequence[Activity], new: Sequence[Activity]) -> Iterator[ObjectiveChange]:
    """Objectives by their texts alone: a new text under an old number is a new objective."""
    before, after = _first_of_each(old), _first_of_each(new)
    names = ([Named(None, a.objective) for a in which] for which in (before, after))
    pairs = matched(*names)
    kept = set(pairs.values())
    for at, activity in enumerate(before):
        if at not in pairs:
            yield ObjectiveChange(activity, None)
        elif normal(activity.objective or "") != normal(after[pairs[at]].objective or ""):
            yield ObjectiveChange(activity, after[pairs[at]])
    yield from (ObjectiveChange(None, activity) for at, activity in enumerate(after) if at not in kept)


def _first_of_each(activities: Sequence[Activity]) -> list[Activity]:
    """The first activity of every objective."""
    found: dict[str, Activity] = {}
    for activity in activities:
        if activity.objective:
            found.setdefault(normal(activity.objective), activity)
    return list(found.values())


def _general(old: Plan, new: Plan) -> tuple[str, ...]:
    """Keys of the settings that differ; that the peildatum does is no change of the plan."""
    general: tuple[General, General] = (old.general, new.general)
    keys = differing(*general, without=("reference_date",))
    return (*keys, "years") if old.years != new.years else keys
