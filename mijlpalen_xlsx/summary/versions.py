"""Which files hold the same plan, and which one of several versions of a plan is the newest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.summary.facts import Facts
from mijlpalen_xlsx.words import normal

__all__ = ["PlanId", "Versions"]

PlanId = int
LEAST_UNNAMED = 2  # deelprojecten that plans without a region must share: one 'Techlab' says too little


class _Known(NamedTuple):
    """A plan that was seen: what tells it from others, and the newest file so far."""

    id: PlanId
    marks: frozenset[str]
    age: tuple[date, float]
    file: str


class Versions:
    """Tells for every file whether it counts, and remembers why not. Small: no rows are kept.

    Two files are versions of one plan when they have the same plan number and region; else when they
    are of one region and more than half of the deelprojecten (without these: of the milestones) of the
    smaller one have the same titles. Without a region all deelprojecten must be the same, at least two.
    """

    def __init__(self, *, all_versions: bool, doubles: bool) -> None:
        self.all_versions, self.count_doubles = all_versions, doubles
        self._plans: dict[str, list[_Known]] = {}
        self._seen: dict[str, str] = {}
        self._next = 0
        self._doubles: list[tuple[str, str]] = []
        self._older: list[tuple[str, PlanId]] = []
        self._files: dict[PlanId, str] = {}

    def place(self, facts: Facts) -> PlanId | None:
        """The number of the plan when this file counts (then it replaces an earlier one), or None."""
        if not self.count_doubles and (facts.milestones or facts.activities):
            first = self._seen.setdefault(facts.same, facts.file)
            if first != facts.file:
                self._doubles.append((facts.file, first))
                return None
        return self._new(facts) if self.all_versions or self.count_doubles else self._newest(facts)

    def doubles(self) -> Iterator[tuple[str, str, Finding]]:
        """Files that are left out because another one holds the same plan: file, the other, the finding."""
        from mijlpalen_xlsx.rules.versions import same_plan

        findings = {other: same_plan(other) for other in {other for _, other in self._doubles}}
        for file, other in self._doubles:
            yield file, other, findings[other]

    def older(self) -> Iterator[tuple[str, str]]:
        """Files that are left out because there is a newer version: file, the newest."""
        for file, plan in self._older:
            yield file, self._files[plan]

    def _new(self, facts: Facts) -> PlanId:
        self._next += 1
        self._files[self._next] = facts.file
        return self._next

    def _newest(self, facts: Facts) -> PlanId | None:
        home, marks = _home(facts), _marks(facts)
        known = self._plans.setdefault(home, [])
        age = (facts.reference_date or date.min, facts.changed or 0.0)
        place = next((i for i, k in enumerate(known) if _alike(k.marks, marks, home)), None)
        if place is None:
            plan = self._new(facts)
            known.append(_Known(plan, marks, age, facts.file))
            return plan
        before = known[place]
        if age < before.age:
            self._older.append((facts.file, before.id))
            return None
        self._older.append((before.file, before.id))
        known[place] = _Known(before.id, marks, age, facts.file)
        self._files[before.id] = facts.file
        return before.id


def _home(facts: Facts) -> str:
    """Where to look for other versions: the plan number, else the region; both start with a sign."""
    region = normal(facts.region) if facts.region else ""
    if facts.plan_id:
        return f"#{facts.plan_id}/{region}"
    return f"@{region}" if region else ""


def _marks(facts: Facts) -> frozenset[str]:
    titles = [band.title for band in facts.bands if band.title]
    titles = titles or [m.title for m in facts.milestones if m.title]
    return frozenset(normal(title) for title in titles)


def _alike(one: frozenset[str], other: frozenset[str], home: str) -> bool:
    if home.startswith("#"):
        return True
    if not home:
        return one == other and len(one) >= LEAST_UNNAMED
    return 2 * len(one & other) > min(len(one), len(other)) or (not one and not other)
