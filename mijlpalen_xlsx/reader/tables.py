"""Finding tables on a sheet: which record a header zone fits, and where its rows end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from datetime import date
from typing import Any

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Activity, Column, LogEntry, Milestone, Party, Record, TrendEntry
from mijlpalen_xlsx.reader.grid import Grid
from mijlpalen_xlsx.reader.headers import Match, declared, exact, is_group, match
from mijlpalen_xlsx.reader.spans import Span
from mijlpalen_xlsx.reader.zones import Label, Zone, may_be_header, period_columns, zone_around
from mijlpalen_xlsx.records import NamedTuple, dataclass

__all__ = ["PROGRESS_KEYS", "Slot", "Table", "find_tables"]

_MOST_TABLES = 200
_LAST_ROW = 1_048_577
_SURE = 20
_ENOUGH_OF_OURS = 3
"""So many of our columns tell a table on our own sheet, whichever they are."""
PROGRESS_KEYS = frozenset({"light", "stage", "explanation", "bottlenecks", "measure"})
"""Columns that tell how an activity goes."""
_WHAT_KEYS = {"objective", "result", "description"}
_RECORDS: tuple[type[Record], ...] = (Milestone, Activity, LogEntry, TrendEntry, Party)


class Slot(NamedTuple):
    """What one column of a table is.

    ``role``: ``value`` (a column of the record), ``also`` (a column of Activity in a table of milestones),
    ``band`` (the deelproject of each row), ``period``, ``party`` (a column per party), ``report`` (a column
    per report date), ``pair`` (one more party, or its task), ``own`` (of the person), ``passed`` (known, and
    not read).
    """

    role: str
    key: str
    column: Column | None = None
    span: Span | None = None
    day: date | None = None


@dataclass
class Table:
    """A table found: its record, the rows of its header and of its data, and its columns by number."""

    record: type[Record]
    grid: Grid
    head: range
    rows: range
    slots: dict[int, Slot]
    score: int
    band: tuple[int, int] | None = None
    ours: bool = False
    """Whether it stands in a workbook that we wrote."""
    nameless: tuple[int, ...] = ()
    remarks: list[Remark] = field(default_factory=list)
    known: dict[Any, Any] = field(default_factory=dict)
    """What was read of values that stood in it before, see RowRead."""
    _entries: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)

    @property
    def sheet(self) -> str:
        return self.grid.name

    def found(self) -> set[str]:
        """Keys of the columns that were found."""
        return {slot.key for slot in self.slots.values() if slot.role == "value"}

    def column(self, key: str) -> int | None:
        """The column of a key, the leftmost one, or None."""
        return next((c for c, slot in self.slots.items() if slot.role == "value" and slot.key == key), None)

    def entries(self, role: str) -> tuple[tuple[str, int], ...]:
        """Key and column of every column that people fill in with one value, those further left last.

        With those of ``value`` go columns of the person's own, which rules of their own may ask for.
        """
        if role not in self._entries:
            slots = [*reversed(self.slots.items())]
            filled = [(s.key, c) for c, s in slots if s.role == role and not (s.column and s.column.computed)]
            own = [(f"extra:{s.key}", c) for c, s in slots if s.role == "own" and role == "value"]
            self._entries[role] = (*filled, *own)
        return self._entries[role]

    def place(self, row: int, column: int) -> Address:
        """The cell in which people type what must stand here: under a merged range its first one."""
        origin = self.grid.origin
        return Address(self.grid.name, *origin.get((row, column), (row, column)) if origin else (row, column))

    def lines(self) -> list[int]:
        """The rows of data that hold anything."""
        return self.grid.between(self.rows.start, self.rows.stop)

    def periods(self) -> dict[int, Span]:
        """The period columns and their days, from left to right."""
        return {column: slot.span for column, slot in self.slots.items() if slot.span}


def find_tables(grid: Grid, *, loose: bool = False, ours: type[Record] | None = None) -> list[Table]:
    """The tables on one sheet, from top to bottom. ``loose`` also takes headers nearly spelled right.

    ``ours``: what stands on this sheet of ours, and is known even without the columns that it needs.
    """
    found: list[Table] = []
    done = 0
    for row in grid.between(1, _LAST_ROW):
        if row <= done or not may_be_header(grid, row, loose=loose):
            continue
        table = _table(grid, zone_around(grid, row, done, loose=loose), loose=loose, ours=ours)
        if table and len(found) < _MOST_TABLES and (not found or 2 * table.score > found[0].score):
            found.append(
                table
            )  # a row of data may hold a few words that are headers too, but not most of them
            done = table.head[-1]
    last = max(grid.rows, default=0)
    for table, following in zip(found, [*found[1:], None], strict=False):
        table.rows = range(table.head[-1] + 1, (following.head[0] if following else last + 1))
    return found


def _table(grid: Grid, zone: Zone, *, loose: bool, ours: type[Record] | None) -> Table | None:
    """The table under a header zone as the record that fits best, or None."""
    tables = [t for record in _RECORDS if (t := _as_record(grid, zone, record, loose=loose))]
    if ours and all(table.record is not ours for table in tables):
        damaged = _as_record(grid, zone, ours, loose=loose, damaged=True)
        tables = [damaged] if damaged else tables
    return max(tables, key=lambda table: table.score, default=None)


def _as_record(
    grid: Grid, zone: Zone, record: type[Record], *, loose: bool, damaged: bool = False
) -> Table | None:
    matches = _matches(zone, record, loose=loose)
    periods = [] if record in (LogEntry, Party, TrendEntry) else period_columns(zone, matches)
    band = zone.band() if record is Milestone else None
    keys = {found.key for found in matches.values()}
    whole = _is_whole(record, keys, bool(periods), band is not None, zone)
    if not whole and not (damaged and len(keys) >= _ENOUGH_OF_OURS):
        return None
    score = sum(4 - found.rank for found in matches.values()) + 2 * bool(periods) + 3 * (band is not None)
    score += _SURE * (record is TrendEntry)  # its head "as estimated on" stands nowhere else
    slots = {
        column: Slot("value", found.key, declared(record)[found.key]) for column, found in matches.items()
    }
    return Table(record, grid, zone.rows, range(0), slots, score, band)


def _is_whole(record: type[Record], keys: set[str], periods: bool, band: bool, zone: Zone) -> bool:
    """Whether the columns found make sense together as a table of this record."""
    if record is Milestone:
        return ("title" in keys or band) and (len(keys - {"title", "marks"}) > 0 or periods)
    if record is Activity:
        named = "description" in keys or "title" not in {m.key for m in _matches(zone, Milestone).values()}
        return named and bool(keys & _WHAT_KEYS) and (bool(keys & PROGRESS_KEYS) or periods)
    if record is LogEntry:
        return {"date", "explanation"} <= keys and len(keys) > 3
    if record is TrendEntry:
        heads = (label.text for labels in zone.labels.values() for label in labels)
        known = {found.key for text in heads if (found := exact(TrendEntry, text))}
        return {"number", "title", "expected"} <= known
    return {"name", "short"} <= keys


def _matches(zone: Zone, record: type[Record], *, loose: bool = False) -> dict[int, Match]:
    """Column by column what its header means; of two columns that mean the same, the better one."""
    found: dict[int, Match] = {}
    taken: dict[str, int] = {}
    for column, labels in zone.labels.items():
        meant = _meaning(record, labels, loose=loose)
        if meant is None or declared(record)[meant.key].spread:
            continue
        other = taken.get(meant.key)
        if other is not None and found[other].rank <= meant.rank:
            continue
        if other is not None:
            del found[other]
        found[column], taken[meant.key] = meant, column
    return found


def _meaning(record: type[Record], labels: Sequence[Label], *, loose: bool) -> Match | None:
    """What the lowest readable label of a column means; a wide head over other labels is only a group."""
    for depth, label in enumerate(labels):
        if depth and (label.wide or is_group(label.text)):
            continue
        meant = match(record, label.text) if loose else exact(record, label.text)
        if meant:
            return meant
    return None
