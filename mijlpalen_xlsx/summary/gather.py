"""Gatherer: takes what every file adds, keeps the newest version of each plan, and makes the tables."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.summary.counts import Period, Tally
from mijlpalen_xlsx.summary.facts import Facts, Unread
from mijlpalen_xlsx.summary.groups import Group, Key, group
from mijlpalen_xlsx.summary.lines import ActivityLine, MilestoneLine
from mijlpalen_xlsx.summary.tables import Double, Older, Row, Skipped, SourceLines, Sources, Summary
from mijlpalen_xlsx.summary.versions import Identity, Versions, identity
from mijlpalen_xlsx.words import normal

if TYPE_CHECKING:
    from mijlpalen_xlsx.many import Shelf

__all__ = ["Counted", "Counting", "Gatherer"]


_LIGHTS = ("red", "orange", "green")  # what needs attention first
_ORDERED: dict[str, Callable[[str | None], int | str]] = {
    "year": lambda year: year or "9999",  # what has none comes last
    "schoolyear": lambda year: year or "9999",
    "light": lambda light: _LIGHTS.index(light) if light else len(_LIGHTS),
}


class _Table:
    """A table in the making: a tally per key. Keys that differ in capitals or spaces are one key."""

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows: dict[Key, tuple[Key, Tally]] = {}

    def tally(self, key: Key) -> Tally:
        same = tuple(normal(part) if part else None for part in key)
        if same not in self.rows:
            self.rows[same] = key, Tally()
        return self.rows[same][1]

    def add(self, other: _Table) -> None:
        for same, (key, tally) in other.rows.items():
            if same not in self.rows:
                self.rows[same] = key, Tally()
            self.rows[same][1].add(tally)

    def ordered(self, by: Group, period: Period | None) -> tuple[Row, ...]:
        """Rows in the order in which they came up, regions together; years and lights in their own order."""
        rows = [
            Row(dict(zip(by.fields, key, strict=True)), tally.counts(period))
            for key, tally in self.rows.values()
        ]
        places: dict[str | None, int] = {}
        for row in rows:
            places.setdefault(row.keys.get("region"), len(places))
        ordered = [field for field in by.fields if field in _ORDERED]
        return tuple(
            sorted(
                rows,
                key=lambda row: (
                    places[row.keys.get("region")],
                    [_ORDERED[field](row.keys[field]) for field in ordered],
                ),
            )
        )


class Counted(NamedTuple):
    """One plan, counted where it was read: all that is sent around of it, and its rows if they are kept."""

    identity: Identity
    source: SourceLines
    counts: _Counts


class _Counts(NamedTuple):
    """What one plan adds to each table, and in all."""

    tables: tuple[_Table, ...]
    total: Tally


class Counting(NamedTuple):
    """How plans are counted: the tables, the period, and whether rows are kept. Can be sent to a worker."""

    by: tuple[str, ...]
    period: Period | None = None
    keep_lines: bool = False

    def of(self, facts: Facts) -> Counted:
        """What the plan with these facts adds to the tables, and all else that is asked of it later."""
        lines = (facts.milestones, facts.activities) if self.keep_lines else ((), ())
        source = SourceLines(facts.file, facts.region, facts.day, *lines)
        return Counted(identity(facts), source, self._counts(facts))

    def rows(self, facts: Facts) -> tuple[Row, ...]:
        """The first table over this one plan."""
        return self._counts(facts).tables[0].ordered(group(self.by[0]), self.period)

    def _counts(self, facts: Facts) -> _Counts:
        groups = [group(name) for name in self.by]
        tables = tuple(_Table() for _ in groups)
        total = Tally()
        for name, table in zip(self.by, tables, strict=True):
            for key in _empty_rows(name, facts):
                table.tally(key)
        for milestone in facts.milestones:
            for tally in _tallies(groups, tables, milestone, total):
                tally.milestone(milestone, facts.day, self.period)
        for activity in facts.activities:
            for tally in _tallies(groups, tables, activity, total):
                tally.activity(activity)
        return _Counts(tables, total)


class Gatherer:
    """Takes in files one after the other; of each plan memory holds its identity, a shelf the rest.

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
        from mijlpalen_xlsx.many import Shelf  # with all that many files need; one alone is only counted

        self.counting = Counting(tuple(dict.fromkeys(by)), period, keep_lines)
        self.groups = tuple(group(name) for name in self.counting.by)
        self.versions = Versions(all_versions=all_versions, doubles=doubles)
        self.places = array("Q")  # of every plan: where it stands on both shelves
        self.sources: Shelf[SourceLines] = Shelf()
        self.counts: Shelf[_Counts] = Shelf()
        self.skipped: list[Skipped] = []
        self.own: list[str] = []

    def add(self, result: Facts | Counted | Unread) -> None:
        """Take in one file."""
        if isinstance(result, Unread):
            self._skip(result)
            return
        counted = self.counting.of(result) if isinstance(result, Facts) else result
        plan = self.versions.place(counted.identity)
        if plan is not None:
            self.places[plan : plan + 1] = array("Q", [len(self.sources)])  # a new plan, or a newer version
            self.sources.append(counted.source)
            self.counts.append(counted.counts)

    def _skip(self, unread: Unread) -> None:
        if unread.own:
            self.own.append(unread.file)
        else:
            self.skipped.append(Skipped(unread.file, unread.finding.code if unread.finding else None, unread))

    def summary(self) -> Summary:
        """The tables over all that was taken in."""
        period, by = self.counting.period, self.counting.by
        tables = tuple(_Table() for _ in by)
        total = Tally()
        places = array("Q", sorted(self.places))  # where the newest was found, not the oldest
        for counts in (self.counts[place] for place in places):
            total.add(counts.total)
            for table, other in zip(tables, counts.tables, strict=True):
                table.add(other)
        return Summary(
            workbooks=len(places),
            tables={
                name: table.ordered(of, period)
                for name, of, table in zip(by, self.groups, tables, strict=True)
            },
            skipped=tuple(self.skipped),
            total=total.counts(period),
            period=period,
            doubles=tuple(Double(*double) for double in self.versions.doubles()),
            older=tuple(Older(*older) for older in self.versions.older()),
            own=tuple(self.own),
            sources=Sources(self.sources, places),
        )


def _tallies(
    groups: Iterable[Group], tables: Iterable[_Table], line: MilestoneLine | ActivityLine, total: Tally
) -> Iterator[Tally]:
    yield total
    for by, table in zip(groups, tables, strict=True):
        for key in by.keys(line):
            yield table.tally(key)


def _empty_rows(name: str, facts: Facts) -> Iterator[Key]:
    """A deelproject or a region without a single row is there all the same."""
    if name == "subproject":
        yield from ((facts.region, *band) for band in facts.bands)
    elif name == "region":
        yield (facts.region,)
