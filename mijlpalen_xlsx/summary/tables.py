"""Summary: the tables over a number of workbooks, and what is not in them and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from operator import eq
from typing import TYPE_CHECKING, Any, overload

from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.summary.counts import Counts, Period
from mijlpalen_xlsx.summary.facts import Unread
from mijlpalen_xlsx.summary.lines import ActivityLine, MilestoneLine

if TYPE_CHECKING:
    import pandas

__all__ = ["SCHEMA", "Double", "Older", "Row", "Skipped", "SourceLines", "Sources", "Summary"]

SCHEMA = "mijlpalen-xlsx/summary/1"


@dataclass(frozen=True)
class Row:
    """One line of a table: what it is about (``region``, ``subproject``, ``title``) and its counts."""

    keys: Mapping[str, str | None]
    counts: Counts

    def to_data(self) -> dict[str, Any]:
        return {**self.keys, **self.counts.to_data()}


@dataclass(frozen=True)
class Skipped:
    """A file that is not in the tables, and the code of the finding that says why; ``unread`` knows more."""

    file: str
    code: str | None
    unread: Unread | None = None

    def to_data(self) -> dict[str, Any]:
        return {"file": self.file, "code": self.code}


class Double(NamedTuple):
    """A file with the same plan in it as ``other``, which counts."""

    file: str
    other: str
    finding: Finding


class Older(NamedTuple):
    """A file with an earlier version of the plan in ``newer``, which counts."""

    file: str
    newer: str


class SourceLines(NamedTuple):
    """A file that counts, with its rows as far as they were kept."""

    file: str
    region: str | None
    day: date
    milestones: tuple[MilestoneLine, ...]
    activities: tuple[ActivityLine, ...]


class Sources(Sequence[SourceLines]):
    """The files that count, in order. Their rows may be many: go over them, and keep what you need."""

    def __init__(self, kept: Sequence[SourceLines] = (), places: Sequence[int] | None = None) -> None:
        self._kept = kept
        self._places = range(len(kept)) if places is None else places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> SourceLines: ...
    @overload
    def __getitem__(self, at: slice) -> Sources: ...
    def __getitem__(self, at: int | slice) -> SourceLines | Sources:
        if isinstance(at, slice):
            return Sources(self._kept, self._places[at])
        return self._kept[self._places[at]]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sources):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # as what it holds may be long


@dataclass(frozen=True)
class Summary:
    """The tables over a number of workbooks, by the name of what they are grouped by.

    ``total`` counts every row once, where a table may count it under two parties. ``sources`` are the files
    that count; their rows are kept only when asked for. ``own`` are overviews of this program itself.
    """

    workbooks: int
    tables: Mapping[str, tuple[Row, ...]]
    skipped: tuple[Skipped, ...] = ()
    total: Counts | None = None
    period: Period | None = None
    doubles: tuple[Double, ...] = ()
    older: tuple[Older, ...] = ()
    own: tuple[str, ...] = ()
    sources: Sequence[SourceLines] = field(default=(), repr=False)

    def to_data(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "workbooks": self.workbooks,
            "skipped": [s.to_data() for s in self.skipped],
            "tables": {name: [row.to_data() for row in rows] for name, rows in self.tables.items()},
        }

    def to_frame(self, table: str | None = None) -> pandas.DataFrame:
        """One table (the first when none is named) as a DataFrame, a row per group. Raises KeyError."""
        from mijlpalen_xlsx.summary.frames import frame

        return frame(self, table)

    def to_lines(self) -> pandas.DataFrame:
        """Every row that was counted as a DataFrame, with its file; empty when the rows were not kept."""
        from mijlpalen_xlsx.summary.frames import lines_frame

        return lines_frame(self)
