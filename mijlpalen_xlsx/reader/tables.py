"""Finding tables: header rows by their words, and what each column below them means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple

from mijlpalen_xlsx.cells import Address, Value
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Activity, Column, LogEntry, Milestone, Party, Record, TrendEntry
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.reader.grid import Grid
from mijlpalen_xlsx.reader.headers import Match, declared, exact, is_group, is_header, match, quick
from mijlpalen_xlsx.reader.spans import Span, is_periodish, spans
from mijlpalen_xlsx.words import normal

__all__ = ["BAND", "Hints", "Slot", "Table", "complete", "find_tables", "headers_seen"]

HEAD_ROWS = 20
"""So many rows of a sheet may stand above the first header row."""

_MOST_TABLES = 200
_LAST_ROW = 1_048_577
_SURE = 20
_ABOVE = 6
_NUMBER_BEHIND = re.compile(r"\s*\d+\s*$")
_NUMBERING = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")

BAND = re.compile(
    r"\s*(?:deel\s?project(?:en)?|sub\s?project|programmalijn|actielijn|werkpakket|onderdeel|programmaonderdeel)"
    r"\b\s*(?P<number>\d+(?:\.\d+)*|[A-Z]\b)?\s*(?P<mark>[:.–—-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PROGRESS_KEYS = {"light", "stage", "explanation", "bottlenecks", "measure"}
_ALSO_KEYS = _PROGRESS_KEYS | {"objective", "result", "who", "updated"}
_BAND_WORDS = {
    "deelproject", "deelprojecten", "project", "programmalijn", "actielijn", "onderdeel", "thema",
    "subproject",
}  # fmt: skip
_WHAT_KEYS = {"objective", "result", "description"}


_Find = Callable[[type[Record], str], Match | None]


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
    nameless: tuple[int, ...] = ()
    remarks: list[Remark] = field(default_factory=list)
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
        """Key and column of every column that people fill in with one value, those further left last."""
        if role not in self._entries:
            slots = reversed(self.slots.items())
            filled = [(s.key, c) for c, s in slots if s.role == role and not (s.column and s.column.computed)]
            self._entries[role] = tuple(filled)
        return self._entries[role]

    def place(self, row: int, column: int) -> Address:
        """The cell in which people type what must stand here: under a merged range its first one."""
        return Address(self.sheet, *self.grid.origin.get((row, column), (row, column)))

    def lines(self) -> list[int]:
        """The rows of data that hold anything."""
        return self.grid.between(self.rows.start, self.rows.stop)

    def periods(self) -> dict[int, Span]:
        """The period columns and their days, from left to right."""
        return {column: slot.span for column, slot in self.slots.items() if slot.span}


class _Label(NamedTuple):
    """One header cell as one of its columns sees it. ``wide``: it stands over more columns than this one."""

    text: str
    value: Value
    row: int
    wide: bool


class _Zone:
    """Neighbouring header rows: for each column its labels, the lowest one first."""

    def __init__(self, grid: Grid, rows: range) -> None:
        self.grid = grid
        self.rows = rows
        filled = sorted({column for row in rows for column in grid.rows.get(row, ())})
        self.labels = {column: labels for column in filled if (labels := list(self._labels(column)))}

    def _labels(self, column: int) -> Iterator[_Label]:
        seen: set[tuple[int, int]] = set()
        for row in reversed(self.rows):
            at = self.grid.origin.get((row, column), (row, column))
            text = self.grid.label(row, column) if at not in seen else None
            seen.add(at)
            if text:
                cell = self.grid.sheet.cells[at]
                wide = self.grid.origin.get((at[0], at[1] + 1)) == at
                yield _Label(text, self.grid.value(cell), at[0], wide)

    def band(self) -> tuple[int, int] | None:
        """The cell with ``DEELPROJECT: …``, which in the brochure stands among the headers."""
        for column, labels in self.labels.items():
            for label in labels:
                found = BAND.fullmatch(label.text)
                if found and found["title"] and not (is_group(label.text) or exact(Milestone, label.text)):
                    return self.grid.origin.get((label.row, column), (label.row, column))
        return None

    def group(self, column: int) -> str | None:
        """The text of the nearest group head at or left of a column, in the rows above the lowest one."""
        for row in reversed(self.rows[:-1]):
            left = [
                c for c, labels in self.labels.items() if c <= column and any(x.row == row for x in labels)
            ]
            if left:
                return next(x.text for x in self.labels[left[-1]] if x.row == row)
        return None


_RECORDS: tuple[type[Record], ...] = (Milestone, Activity, LogEntry, TrendEntry, Party)


class _Hits(NamedTuple):
    """How many cells of a row are header words, periods, days, deelproject headings; and filled at all."""

    words: int
    periods: int
    days: int
    bands: int
    total: int

    @property
    def heads(self) -> int:
        return self.words + self.periods + self.bands


def _hits(grid: Grid, row: int, *, loose: bool) -> _Hits:
    words = periods = days = bands = total = 0
    for column, value in grid.filled(row):
        if grid.origin.get((row, column), (row, column)) != (row, column):
            continue
        total += 1
        if grid.rows[row][column].formula:
            continue
        if isinstance(value, datetime):
            days += 1
        elif is_periodish(value):
            periods += 1
        elif isinstance(value, str) and (is_group(value) or is_header(value, loose)):
            words += 1
        elif isinstance(value, str):
            bands += BAND.match(value) is not None
    return _Hits(words, periods, days, bands, total)


def find_tables(grid: Grid, *, loose: bool = False) -> list[Table]:
    """The tables on one sheet, from top to bottom. ``loose`` also takes headers nearly spelled right."""
    found: list[Table] = []
    done = 0
    for row in grid.between(1, _LAST_ROW):
        if row <= done or not _may_be_header(grid, row, loose=loose):
            continue
        table = _table(grid, _zone(grid, row, done, loose=loose), loose=loose)
        if table and len(found) < _MOST_TABLES and (not found or 2 * table.score > found[0].score):
            found.append(
                table
            )  # a row of data may hold a few words that are headers too, but not most of them
            done = table.head[-1]
    last = max(grid.rows, default=0)
    for table, following in zip(found, [*found[1:], None], strict=False):
        table.rows = range(table.head[-1] + 1, (following.head[0] if following else last + 1))
    return found


def _may_be_header(grid: Grid, row: int, *, loose: bool) -> bool:
    if row <= HEAD_ROWS:
        hits = _hits(grid, row, loose=loose)
        return hits.heads > 1 and hits.words + hits.bands > 0
    texts = [cell.value for cell in grid.rows[row].values() if isinstance(cell.value, str)]
    return sum(quick(text) or text[:4].casefold() == "deel" for text in texts) > 1


def _zone(grid: Grid, row: int, done: int, *, loose: bool) -> _Zone:
    """The header rows around ``row``: neighbours with only heads; above the first table mostly heads."""
    first = last = row
    while first - 1 > done and row - first < 3:
        hits = _hits(grid, first - 1, loose=loose)
        if not hits.heads or (hits.heads < hits.total and (done or 2 * hits.heads < hits.total)):
            break
        first -= 1
    while last - row < 3:
        hits = _hits(grid, last + 1, loose=loose)
        heads = hits.words + hits.periods
        if not heads or (heads < hits.total and not _below_roles(grid, last, last + 1)):
            break
        last += 1
    return _Zone(grid, range(first, last + 1))


def _below_roles(grid: Grid, row: int, below: int) -> bool:
    """Whether the unknown words in the row below all stand under a wide head, such as that of the roles."""
    return all(
        is_periodish(value)
        or (isinstance(value, str) and exact(Milestone, value) is not None)
        or grid.origin.get((row, column), (0, 0))[0] == row
        for column, value in grid.filled(below)
    )


def _table(grid: Grid, zone: _Zone, *, loose: bool) -> Table | None:
    """The table under a header zone as the record that fits best, or None."""
    tables = [t for record in _RECORDS if (t := _as_record(grid, zone, record, loose=loose))]
    return max(tables, key=lambda table: table.score, default=None)


def _as_record(grid: Grid, zone: _Zone, record: type[Record], *, loose: bool) -> Table | None:
    matches = _matches(zone, record, loose=loose)
    periods = [] if record in (LogEntry, Party, TrendEntry) else _period_columns(zone, matches)
    band = zone.band() if record is Milestone else None
    keys = {found.key for found in matches.values()}
    if not _is_whole(record, keys, bool(periods), band is not None, zone):
        return None
    score = sum(4 - found.rank for found in matches.values()) + 2 * bool(periods) + 3 * (band is not None)
    score += _SURE * (record is TrendEntry)  # its head "as estimated on" stands nowhere else
    slots = {
        column: Slot("value", found.key, declared(record)[found.key]) for column, found in matches.items()
    }
    return Table(record, grid, zone.rows, range(0), slots, score, band)


def _is_whole(record: type[Record], keys: set[str], periods: bool, band: bool, zone: _Zone) -> bool:
    """Whether the columns found make sense together as a table of this record."""
    if record is Milestone:
        return ("title" in keys or band) and (len(keys - {"title", "marks"}) > 0 or periods)
    if record is Activity:
        named = "description" in keys or "title" not in {m.key for m in _matches(zone, Milestone).values()}
        return named and bool(keys & _WHAT_KEYS) and (bool(keys & _PROGRESS_KEYS) or periods)
    if record is LogEntry:
        return {"date", "explanation"} <= keys and len(keys) > 3
    if record is TrendEntry:
        heads = (label.text for labels in zone.labels.values() for label in labels)
        known = {found.key for text in heads if (found := exact(TrendEntry, text))}
        return {"number", "title", "expected"} <= known
    return {"name", "short"} <= keys


def _matches(zone: _Zone, record: type[Record], *, loose: bool = False) -> dict[int, Match]:
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


def _meaning(record: type[Record], labels: Sequence[_Label], *, loose: bool) -> Match | None:
    """What the lowest readable label of a column means; a wide head over other labels is only a group."""
    for depth, label in enumerate(labels):
        if depth and (label.wide or is_group(label.text)):
            continue
        meant = match(record, label.text) if loose else exact(record, label.text)
        if meant:
            return meant
    return None


def _period_columns(zone: _Zone, matches: Iterable[int]) -> list[int]:
    known = set(matches)
    return [
        column
        for column, labels in zone.labels.items()
        if column not in known and any(_is_period(label) for label in labels)
    ]


def _is_period(label: _Label) -> bool:
    return isinstance(label.value, datetime) or is_periodish(label.value)


def headers_seen(grid: Grid) -> list[str]:
    """The texts of the row, among the first, that holds most of them: what people would call headers."""
    best: list[str] = []
    for row in sorted(row for row in grid.rows if row <= HEAD_ROWS):
        texts = [text for column in grid.rows[row] if (text := grid.label(row, column))]
        if len(texts) > len(best):
            best = texts
    return best


class Hints(NamedTuple):
    """What helps to tell the columns of parties from a person's own ones, and whether progress is told here.

    ``parties``: names and short names, normalised; ``role_columns``: where our hidden sheet says they were;
    ``progress_here``: there is no other sheet with lights and explanations, so those in the plan count;
    ``ours``: the workbook is one that we wrote.
    """

    parties: frozenset[str] = frozenset()
    role_columns: range = range(0)
    progress_here: bool = False
    ours: bool = False


def complete(table: Table, hints: Hints) -> None:
    """Settle the columns that the words alone do not: periods, report dates, parties, the person's own."""
    zone = _Zone(table.grid, table.head)
    if table.record in (Milestone, Activity):
        _add_periods(table, zone)
    if table.record is TrendEntry:
        _add_report_dates(table, zone)
    for column, labels in zone.labels.items():
        if column not in table.slots and not _is_helper(table, column):
            _add_other(table, zone, column, labels, hints)
    _add_nameless_number(table)
    if table.record is Milestone and table.band is None and not hints.ours:
        table.band = _band_above(table)
    table.slots = dict(sorted(table.slots.items()))


def _add_nameless_number(table: Table) -> None:
    """A column of numbers without a head, left of the table: merged ones count objectives, others rows."""
    column = min(table.slots) - 1
    cells = [cell for row in table.lines() if (cell := table.grid.rows[row].get(column))]
    texts = [text for cell in cells if (text := as_text(cell.value))]
    if len(texts) < 2 or table.column("number") or not all(_NUMBERING.fullmatch(text) for text in texts):
        return
    merged = any((cell.row + 1, column) in table.grid.origin for cell in cells)
    key = "objective_number" if merged else "number"
    table.slots[column] = Slot("passed" if merged else "value", key, declared(table.record).get(key))


def _band_above(table: Table) -> tuple[int, int] | None:
    """``Deelproject 2: LOB`` in the few rows above the header."""
    for row in range(table.head[0] - 1, max(0, table.head[0] - _ABOVE), -1):
        for column, value in table.grid.filled(row):
            found = BAND.fullmatch(value) if isinstance(value, str) else None
            if found and found["title"] and (found["mark"] or found["number"]):
                return row, column
    return None


def _is_helper(table: Table, column: int) -> bool:
    """Whether a column is hidden and holds formulas only: ours, for the bars and the dashboard."""
    if not table.grid.hidden(column):
        return False
    cells = (cell for row in table.lines() if (cell := table.grid.rows[row].get(column)))
    return all(cell.formula or cell.value is None for cell in cells)


def _add_periods(table: Table, zone: _Zone) -> None:
    hidden = _hidden_days(table)
    found = hidden or spans(table.grid, list(zone.rows), _period_columns(zone, table.slots))
    key = "marks" if table.record is Milestone else "years"
    column_of = declared(table.record)[key]
    for column, span in found.items():
        table.slots[column] = Slot("period", key, column_of, span)


def _hidden_days(table: Table) -> dict[int, Span]:
    """The days in the two rows under our own headers: the first and last day of every period column."""
    first_row, last_row = table.head[-1] + 1, table.head[-1] + 2
    firsts, lasts = _days(table, first_row), _days(table, last_row)
    found = {
        column: Span(firsts[column], lasts[column])
        for column in firsts
        if column in lasts and firsts[column] <= lasts[column]
    }
    if not found or len(found) != len(firsts) or found.keys() & table.slots.keys():
        return {}
    table.head = range(table.head[0], last_row + 1)
    table.rows = range(last_row + 1, table.rows.stop)
    return found


def _days(table: Table, row: int) -> dict[int, date]:
    filled = table.grid.filled(row)
    return {column: value.date() for column, value in filled if isinstance(value, datetime)}


def _add_report_dates(table: Table, zone: _Zone) -> None:
    column_of = declared(TrendEntry)["expected"]
    for column, labels in zone.labels.items():
        value = labels[0].value
        if column not in table.slots and isinstance(value, datetime):
            table.slots[column] = Slot("report", "expected", column_of, day=value.date())


def _add_other(table: Table, zone: _Zone, column: int, labels: Sequence[_Label], hints: Hints) -> None:
    """A column that no word explains: one of a party, a near miss, or the person's own."""
    label = labels[0]
    if (is_group(label.text) and label.row != zone.rows[-1]) or (label.wide and len(labels) == 1):
        return
    if table.record is Milestone and _is_party(table, zone, column, label, hints):
        table.slots[column] = Slot("party", label.text)
        return
    slot = (
        _related(table, label.text, hints, exact)
        or _near(table, column, label)
        or _related(table, label.text, hints, match)
    )
    if slot is None and table.record is Milestone and not hints.ours:
        slot = _another_party(table, label.text)
    if slot is None:
        slot = Slot("own", _unused(table, label.text))
        table.remarks.append(_unknown(table, column, label))
    table.slots[column] = slot


def _another_party(table: Table, text: str) -> Slot | None:
    """A second pair of columns ``Partij 2``, ``Verantwoordelijkheid 2``, or the same heads again."""
    meant = exact(Milestone, _NUMBER_BEHIND.sub("", text))
    if meant is None or meant.key not in ("party", "responsibility"):
        return None
    if meant.key not in table.found():
        return Slot("value", meant.key, declared(Milestone)[meant.key])
    taken = sum(slot.role == "pair" and slot.key.startswith(meant.key) for slot in table.slots.values())
    return Slot("pair", f"{meant.key} {taken}")


def _unused(table: Table, head: str) -> str:
    """The head of a column of the person's own, with a number when another one has it too."""
    heads = {slot.key for slot in table.slots.values() if slot.role == "own"}
    numbered = (f"{head} ({number})" for number in range(2, len(heads) + 3))
    return head if head not in heads else next(text for text in numbered if text not in heads)


def _related(table: Table, text: str, hints: Hints, find: _Find) -> Slot | None:
    """A column that belongs to the deelproject or the activity of the milestone in the same row."""
    if table.record is not Milestone or not hints.progress_here:
        return None
    if normal(text) in _BAND_WORDS:
        return Slot("band", "subproject")
    meant = find(Activity, text)
    if meant and meant.key in _ALSO_KEYS and all(slot.key != meant.key for slot in table.slots.values()):
        return Slot("also", meant.key, declared(Activity)[meant.key])
    return None


def _near(table: Table, column: int, label: _Label) -> Slot | None:
    """The column that a header nearly spells, unless the table has that column already."""
    near = match(table.record, label.text)
    if near is None or near.key in table.found() or declared(table.record)[near.key].spread:
        return None
    meant = declared(table.record)[near.key]
    if near.rank == 3:
        remark = _unknown(table, column, label)
        table.remarks.append(replace(remark, suggestion=meant.header.nl, values={"read_as": meant.header}))
    return Slot("value", near.key, meant)


def _unknown(table: Table, column: int, label: _Label) -> Remark:
    return Remark("unknown-column", Address(table.sheet, label.row, column), label.text)


def _is_party(table: Table, zone: _Zone, column: int, label: _Label, hints: Hints) -> bool:
    cell = table.grid.sheet.cells.get((label.row, column))
    if normal(label.text) in hints.parties or column in hints.role_columns or (cell and cell.formula):
        return True
    group = zone.group(column)
    meant = match(Milestone, group) if group else None
    under_roles = meant is not None and meant.key == "responsibility"
    return under_roles and not (hints.role_columns or hints.parties)
