"""The milestone trend: per milestone the date that was expected in every version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from mijlpalen_xlsx.comparison.versions import Comparison, Version
from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.schedule import finish

__all__ = ["Estimate", "Trend", "TrendLine", "estimate", "trend_of"]


class Estimate(NamedTuple):
    """What one version says of the end of a milestone; ``when`` is None where it says nothing."""

    when: When | None
    done: bool = False
    cancelled: bool = False

    @property
    def day(self) -> date | None:
        return self.when.as_due if self.when else None


@dataclass(frozen=True)
class TrendLine:
    """One milestone through all versions: None in a version that does not have it."""

    milestones: tuple[Milestone | None, ...]

    @property
    def latest(self) -> Milestone:
        """The milestone as the last version that has it says."""
        return next(m for m in reversed(self.milestones) if m)

    @cached_property
    def estimates(self) -> tuple[Estimate | None, ...]:
        return tuple(estimate(m) if m else None for m in self.milestones)

    @property
    def days(self) -> int | None:
        """Days from the first date to the last that were expected; None with fewer than two."""
        known = [e.day for e in self.estimates if e and e.day and not e.cancelled]
        return (known[-1] - known[0]).days if len(known) > 1 else None

    @property
    def moved(self) -> bool:
        """Whether any version says another date than another."""
        return len({e.day for e in self.estimates if e and e.day}) > 1


@dataclass(frozen=True)
class Trend:
    """The lines of all milestones in the order of the last plan, then of those that went before it."""

    versions: tuple[Version, ...]
    lines: tuple[TrendLine, ...]

    @property
    def moved(self) -> tuple[TrendLine, ...]:
        return tuple(line for line in self.lines if line.moved)


def estimate(milestone: Milestone) -> Estimate:
    """What a milestone says of its end: the actual date, else the expected one, else the planned one."""
    end = finish(milestone)
    whens = (milestone.actual, milestone.expected, milestone.due)
    when = next((w for w in whens if w and w.as_due == end), None) if end else None
    return Estimate(when, done=bool(milestone.actual), cancelled=milestone.cancelled)


def trend_of(comparison: Comparison) -> Trend:
    """The trend over all versions that were compared."""
    return Trend(comparison.versions, tuple(map(TrendLine, _chains(comparison))))


def _chains(comparison: Comparison) -> Iterator[tuple[Milestone | None, ...]]:
    """Every milestone as it stands in each version, followed from the last one back to where it came."""
    count = len(comparison.versions)
    seen: list[set[int]] = [set() for _ in range(count)]
    back = [{new: old for old, new in step.milestone_pairs.items()} for step in comparison.steps]
    for last in range(count - 1, -1, -1):
        for place in range(len(comparison.versions[last].plan.milestones)):
            if place in seen[last]:
                continue
            found: list[Milestone | None] = [None] * count
            at: int | None = place
            version = last
            while at is not None:
                seen[version].add(at)
                found[version] = comparison.versions[version].plan.milestones[at]
                at = back[version - 1].get(at) if version else None
                version -= 1
            yield tuple(found)
