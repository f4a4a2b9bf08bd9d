"""Which files hold the same plan, and which one of several versions of a plan is the newest."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date

from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.many import Shelf
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.summary.facts import Facts
from mijlpalen_xlsx.words import normal

__all__ = ["Identity", "PlanId", "Versions", "identity"]

PlanId = int
LEAST_UNNAMED = 2  # deelprojecten that plans without a region must share: one 'Techlab' says too little


_MARK = 8  # bytes of the digest of a title


class Identity(NamedTuple):
    """What tells the plan in a file from others: a few hundred bytes, as there is one of every file.

    ``same`` is equal for files with the same rows in them, None for a file without rows. ``home`` is where
    to look for other versions: a plan number, or a region, or nothing. ``marks`` are digests of titles.
    """

    file: str
    same: bytes | None
    home: str
    marks: bytes
    age: tuple[date, float]


def identity(facts: Facts) -> Identity:
    """The identity of the plan whose facts these are."""
    same = bytes.fromhex(facts.same) if facts.milestones or facts.activities else None
    titles = [band.title for band in facts.bands if band.title]
    titles = titles or [m.title for m in facts.milestones if m.title]
    age = facts.reference_date or date.min, facts.changed or 0.0
    return Identity(facts.file, same, _home(facts), _marks(titles), age)


def _home(facts: Facts) -> str:
    """Both kinds start with a sign; the region belongs to a number, which two regions may both have given."""
    region = normal(facts.region) if facts.region else ""
    if facts.plan_id:
        return f"#{facts.plan_id}/{region}"
    return f"@{region}" if region else ""


def _marks(titles: Iterable[str]) -> bytes:
    import hashlib  # takes longer to load than a small plan to count

    words = {normal(title).encode("utf-8", "surrogatepass") for title in titles}
    return b"".join(sorted(hashlib.blake2b(word, digest_size=_MARK).digest() for word in words))


class Versions:
    """Tells for every file whether it counts, and remembers why not. What tells plans apart is shelved.

    Two files are versions of one plan when they have the same plan number and region; else when they
    are of one region and more than half of the deelprojecten (without these: of the milestones) of the
    smaller one have the same titles. Without a region all deelprojecten must be the same, at least two.
    """

    def __init__(self, *, all_versions: bool, doubles: bool) -> None:
        self.all_versions, self.count_doubles = all_versions, doubles
        self._files: Shelf[Identity] = Shelf()
        self._newest_of = array("Q")  # of every plan: which of the files
        self._plans: dict[str | bytes, tuple[PlanId, ...]] = {}
        self._seen: dict[bytes, int] = {}  # which of the files
        self._doubles: list[tuple[str, int]] = []
        self._older: list[tuple[str, PlanId]] = []

    def place(self, plan: Identity) -> PlanId | None:
        """The number of the plan when this file counts (then it replaces an earlier one), or None."""
        if self.count_doubles:
            return self._new(plan)
        if plan.same:
            first = self._seen.setdefault(plan.same, len(self._files))
            if first != len(self._files):
                self._doubles.append((plan.file, first))
                return None
        return self._new(plan) if self.all_versions else self._newest(plan)

    def doubles(self) -> Iterator[tuple[str, str, Finding]]:
        """Files that are left out because another one holds the same plan: file, the other, the finding."""
        from mijlpalen_xlsx.rules.versions import same_plan

        names = {first: self._files[first].file for first in {first for _, first in self._doubles}}
        findings = {first: same_plan(name) for first, name in names.items()}
        for file, first in self._doubles:
            yield file, names[first], findings[first]

    def older(self) -> Iterator[tuple[str, str]]:
        """Files that are left out because there is a newer version: file, the newest."""
        for file, plan in self._older:
            yield file, self._last(plan).file

    def _last(self, plan: PlanId) -> Identity:
        """The newest file of a plan so far."""
        return self._files[self._newest_of[plan]]

    def _new(self, plan: Identity) -> PlanId:
        self._newest_of.append(len(self._files))
        self._files.append(plan)
        return len(self._newest_of) - 1

    def _newest(self, plan: Identity) -> PlanId | None:
        if not plan.home and len(plan.marks) < LEAST_UNNAMED * _MARK:
            return self._new(plan)
        # Without a region the titles must all be the same: then they are the place to look.
        place = plan.home or plan.marks
        known = self._plans.get(place, ())
        for number in known:
            before = self._last(number)
            if _alike(before, plan):
                return self._version(number, before, plan)
        self._plans[place] = (*known, self._new(plan))
        return self._plans[place][-1]

    def _version(self, number: PlanId, before: Identity, plan: Identity) -> PlanId | None:
        """Another version of a plan that is known: the newer one counts, of equal ones the later found."""
        at = len(self._files)
        self._files.append(plan)  # an older one too: a copy of it may come yet
        if plan.age < before.age:
            self._older.append((plan.file, number))
            return None
        self._older.append((before.file, number))
        self._newest_of[number] = at
        return number


def _alike(one: Identity, other: Identity) -> bool:
    """Whether these are versions of one plan; both have been found in the same place."""
    if not one.home or one.home.startswith("#"):
        return True
    mine, theirs = _apart(one.marks), _apart(other.marks)
    return 2 * len(mine & theirs) > min(len(mine), len(theirs)) or not (mine or theirs)


def _apart(marks: bytes) -> set[bytes]:
    return {marks[at : at + _MARK] for at in range(0, len(marks), _MARK)}
