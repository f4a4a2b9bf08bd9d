"""The columns of a table that words alone do not settle: periods, report dates, parties, the person's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates.when import ONE_DAY
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Activity, Milestone, Record, TrendEntry
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.reader.headers import Match, declared, exact, is_group, match
from mijlpalen_xlsx.reader.spans import Span, spans
from mijlpalen_xlsx.reader.tables import PROGRESS_KEYS, Slot, Table
from mijlpalen_xlsx.reader.zones import BAND, Label, Zone, period_columns
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import normal

__all__ = ["Hints", "complete"]

_ABOVE = 6
_NUMBER_BEHIND = pattern(r"\s*\d+\s*$")
_NUMBERING = pattern(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_ALSO_KEYS = PROGRESS_KEYS | {"objective", "result", "who", "updated"}
_BAND_WORDS = {
    "deelproject", "deelprojecten", "project", "programmalijn", "actielijn", "onderdeel", "thema",
    "subproject",
}  # fmt: skip
_Find = Callable[[type[Record], str], Match | None]


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
    table.ours = hints.ours
    zone = Zone(table.grid, table.head)
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


def _add_periods(table: Table, zone: Zone) -> None:
    hidden = _hidden_days(table)
    found = hidden or spans(table.grid, list(zone.rows), period_columns(zone, table.slots))
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
    if not _are_periods([*found.values()]):
        return {}
    if len(found) == 1 and first_row not in table.grid.sheet.hidden_rows:
        return {}  # one column of days may well be that of somebody's dates
    table.head = range(table.head[0], last_row + 1)
    table.rows = range(last_row + 1, table.rows.stop)
    return found


def _days(table: Table, row: int) -> dict[int, date]:
    filled = table.grid.filled(row)
    return {column: value.date() for column, value in filled if isinstance(value, datetime)}


def _are_periods(found: Sequence[Span]) -> bool:
    """Whether these are months, quarters or years in order, and not the dates in two rows of data."""
    whole = all(span.first.day == 1 and (span.last + ONE_DAY).day == 1 for span in found)
    return whole and all(before.last < after.first for before, after in pairwise(found))


def _add_report_dates(table: Table, zone: Zone) -> None:
    column_of = declared(TrendEntry)["expected"]
    for column, labels in zone.labels.items():
        value = labels[0].value
        if column not in table.slots and isinstance(value, datetime):
            table.slots[column] = Slot("report", "expected", column_of, day=value.date())


def _add_other(table: Table, zone: Zone, column: int, labels: Sequence[Label], hints: Hints) -> None:
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
    if table.record is not Milestone or hints.ours:
        return None
    if normal(text) in _BAND_WORDS and all(slot.role != "band" for slot in table.slots.values()):
        return Slot("band", "subproject")
    if not hints.progress_here:
        return None
    meant = find(Activity, text)
    if meant and meant.key in _ALSO_KEYS and all(slot.key != meant.key for slot in table.slots.values()):
        return Slot("also", meant.key, declared(Activity)[meant.key])
    return None


def _near(table: Table, column: int, label: Label) -> Slot | None:
    """The column that a header nearly spells, unless the table has that column already."""
    near = match(table.record, label.text)
    if near is None or near.key in table.found() or declared(table.record)[near.key].spread:
        return None
    meant = declared(table.record)[near.key]
    if near.rank == 3:
        remark = _unknown(table, column, label)
        table.remarks.append(replace(remark, suggestion=meant.header.nl, values={"read_as": meant.header}))
    return Slot("value", near.key, meant)


def _unknown(table: Table, column: int, label: Label) -> Remark:
    return Remark("unknown-column", Address(table.sheet, label.row, column), label.text)


def _is_party(table: Table, zone: Zone, column: int, label: Label, hints: Hints) -> bool:
    cell = table.grid.sheet.cells.get((label.row, column))
    if normal(label.text) in hints.parties or column in hints.role_columns or (cell and cell.formula):
        return True
    group = zone.group(column)
    meant = match(Milestone, group) if group else None
    under_roles = meant is not None and meant.key == "responsibility"
    return under_roles and not (hints.role_columns or hints.parties)
