"""Facts: what one workbook adds to the tables, small enough to send around and to keep for next time."""

from __future__ import annotations

from datetime import date

from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.summary.lines import ActivityLine, Band, MilestoneLine, lines_of, party_names

__all__ = ["Facts", "Unread", "as_of", "facts_of"]


def as_of(plan: Plan, reference_date: date | None = None) -> date:
    """The day for which the status holds: the one given, else the plan's peildatum, else today."""
    return reference_date or plan.reference_date or date.today()


@dataclass(frozen=True)
class Facts:
    """One plan, as counted on ``day``. ``today`` tells that the day came from the clock, not from the plan.

    ``same`` is equal for two files with the same plan in them. ``changed`` is when the file was changed, in
    seconds. ``parties`` are the names of each party that the plan lists.
    """

    file: str
    day: date
    today: bool
    region: str | None
    reference_date: date | None
    plan_id: str | None
    bands: tuple[Band, ...]
    parties: tuple[tuple[str, ...], ...]
    milestones: tuple[MilestoneLine, ...]
    activities: tuple[ActivityLine, ...]
    same: str
    changed: float | None = None


@dataclass(frozen=True)
class Unread:
    """A file that is in no table: a finding says why, or the error of the system, or of this program itself.

    ``own`` is set for an overview that this program made: that is no plan, and no reason to worry.
    """

    file: str
    finding: Finding | None = None
    error: OSError | None = None
    problem: str | None = None
    own: bool = False


def facts_of(
    plan: Plan, file: str, day: date | None = None, changed: float | None = None, *, to_count: bool = False
) -> Facts:
    """What a plan adds to the tables; ``day`` goes before the peildatum of the plan.

    Facts of one plan that are only there ``to_count`` have no cells, and nothing to know the same plan by.
    """
    on = as_of(plan, day)
    milestones, activities = lines_of(plan, on, with_cells=not to_count)
    bands = {band.number: band.title for band in reversed(plan.subprojects)}
    return Facts(
        file=file,
        day=on,
        today=day is None and plan.reference_date is None,
        region=plan.region,
        reference_date=plan.reference_date,
        plan_id=plan.about.plan_id,
        bands=tuple(Band(n, bands[n]) for n in dict.fromkeys(band.number for band in plan.subprojects)),
        parties=tuple(party_names(plan)),
        milestones=milestones,
        activities=activities,
        same="" if to_count else _same(plan, milestones, activities),
        changed=changed,
    )


def _same(plan: Plan, milestones: tuple[MilestoneLine, ...], activities: tuple[ActivityLine, ...]) -> str:
    """A digest of what is counted of the plan, wherever in the workbook it stands."""
    import hashlib  # takes longer to load than a small plan to count, and one file alone needs no digest

    rows = [tuple(line)[:-1] for line in (*milestones, *activities)]
    written = repr((plan.region, plan.reference_date, plan.about.plan_id, rows))
    return hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
