"""Gatherer: takes what every file adds, keeps the newest version of each plan, and makes the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mijlpalen_xlsx.summary.counts import Period, Tally
from mijlpalen_xlsx.summary.facts import Facts, Unread
from mijlpalen_xlsx.summary.groups import Group, Key, group
from mijlpalen_xlsx.summary.lines import ActivityLine, MilestoneLine
from mijlpalen_xlsx.summary.tables import Double, Older, Row, Skipped, SourceLines, Summary
from mijlpalen_xlsx.summary.versions import PlanId, Versions
from mijlpalen_xlsx.words import normal

__all__ = ["Gatherer"]


_LIGHTS = ("red", "orange", "green")  # what needs attention first
_ORDERED: dict[str, Callable[[str | None], int | str]] = {
    "year": lambda year: year or "9999",  # what has none comes last
    "schoolyear": lambda year: year or "9999",
    "light": lambda light: _LIGHTS.index(light) if light else len(_LIGHTS),
}


class _Table:
    """A table in the making: a tally per key. Keys that differ in capitals or spaces are one key."""

    __slots__ = ("group", "keys", "tallies")

    def __init__(self, by: Group) -> None:
        self.group = by
        self.keys: dict[Key, Key] = {}
        self.tallies: dict[Key, Tally] = {}

    def tally(self, key: Key) -> Tally:
        same = tuple(normal(part) if part else None for part in key)
        if same not in self.tallies:
            self.keys[same], self.tallies[same] = key, Tally()
        return self.tallies[same]

    def add(self, other: _Table) -> None:
        for same, tally in other.tallies.items():
            self.tally(other.keys[same]).add(tally)

    def rows(self, period: Period | None) -> tuple[Row, ...]:
        """Rows in the order in which they came up, regions together; years and lights in their own order."""
        rows = [
            Row(dict(zip(self.group.fields, self.keys[same], strict=True)), tally.counts(period))
            for same, tally in self.tallies.items()
        ]
        places: dict[str | None, int] = {}
        for row in rows:
            places.setdefault(row.keys.get("region"), len(places))
        ordered = [field for field in self.group.fields if field in _ORDERED]
        return tuple(
            sorted(
                rows,
                key=lambda row: (
                    places[row.keys.get("region")],
                    [_ORDERED[field](row.keys[field]) for field in ordered],
                ),
            )
        )


class _Counted(NamedTuple):
    """What one plan adds, and the file it came from."""

    source: SourceLines
    tables: tuple[_Table, ...]
    total: Tally


class Gatherer:
    """Takes in files one after the other and holds per plan no more than its counts.

    ``by`` names the tables: ``subproject``, ``party+year`` …; see ``group``, which raises UnknownGroup.
    ``keep_lines`` keeps the rows too. Of versions of one plan only the newest counts, unless
    ``all_versions``; a plan that is there twice always counts once, unless ``doubles`` may count too.
    """

    def __init__(
        self,
        by: Sequence[str] = ("subproject",),
        *,
        period: Period | None = None,
        keep_lines: bool = False,
        all_versions: bool = False,
        doubles: bool = False,
    ) -> None:
        self.by = tuple(dict.fromkeys(by))
        self.groups = tuple(group(name) for name in self.by)
        self.period, self.keep_lines = period, keep_lines
        self.versions = Versions(all_versions=all_versions, doubles=doubles)
        self.counted: dict[PlanId, _Counted] = {}
        self.skipped: list[Skipped] = []
        self.own: list[str] = []

    def add(self, result: Facts | Unread) -> None:
        """Take in one file."""
        if isinstance(result, Unread):
            self._skip(result)
            return
        plan = self.versions.place(result)
        if plan is not None:
            self.counted.pop(plan, None)  # so that the newest stands where it was found, not the oldest
            self.counted[plan] = self._count(result)

    def _skip(self, unread: Unread) -> None:
        if unread.own:
            self.own.append(unread.file)
        else:
            self.skipped.append(Skipped(unread.file, unread.finding.code if unread.finding else None, unread))

    def _count(self, facts: Facts) -> _Counted:
        tables = tuple(_Table(by) for by in self.groups)
        total = Tally()
        for name, table in zip(self.by, tables, strict=True):
            for key in _empty_rows(name, facts):
                table.tally(key)
        for milestone in facts.milestones:
            for tally in _tallies(tables, milestone, total):
                tally.milestone(milestone, facts.day, self.period)
        for activity in facts.activities:
            for tally in _tallies(tables, activity, total):
                tally.activity(activity)
        lines = (facts.milestones, facts.activities) if self.keep_lines else ((), ())
        return _Counted(SourceLines(facts.file, facts.region, facts.day, *lines), tables, total)

    def summary(self) -> Summary:
        """The tables over all that was taken in."""
        tables = tuple(_Table(by) for by in self.groups)
        total = Tally()
        for counted in self.counted.values():
            total.add(counted.total)
            for table, other in zip(tables, counted.tables, strict=True):
                table.add(other)
        return Summary(
            workbooks=len(self.counted),
            tables={name: t.rows(self.period) for name, t in zip(self.by, tables, strict=True)},
            skipped=tuple(self.skipped),
            total=total.counts(self.period),
            period=self.period,
            doubles=tuple(Double(*double) for double in self.versions.doubles()),
            older=tuple(Older(*older) for older in self.versions.older()),
            own=tuple(self.own),
            sources=tuple(counted.source for counted in self.counted.values()),
        )


def _tallies(tables: Iterable[_Table], line: MilestoneLine | ActivityLine, total: Tally) -> Iterator[Tally]:
    yield total
    for table in tables:
        for key in table.group.keys(line):
            yield table.tally(key)


def _empty_rows(name: str, facts: Facts) -> Iterator[Key]:
    """A deelproject or a region without a single row is there all the same."""
    if name == "subproject":
        yield from ((facts.region, *band) for band in facts.bands)
    elif name == "region":
        yield (facts.region,)
