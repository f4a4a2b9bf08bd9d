"""Sheets that were copied within the workbook: their rows stand on another sheet too, and count once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mijlpalen_xlsx.cells import Address, Cell
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Activity, LogEntry, Milestone, Record, TrendEntry
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.reader.tables import Slot, Table
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import clean, normal

__all__ = ["without_copies"]

_BEHIND = pattern(
    r"(.+?)(?:\s*\(\d{1,3}\)|_\d{1,3}|[\s_-]+\(?(?:kopie|copy)\)?(?:\s*\(?\d{1,3}\)?)?)", re.IGNORECASE
)
"""``Voortgang (2)`` of Excel, ``Voortgang_2`` of LibreOffice, ``Voortgang - kopie`` of people."""
_BEFORE = pattern(r"(?:kopie|copy)(?:\s+(?:van|of))?\s+(.+)", re.IGNORECASE)
"""``Kopie van Voortgang`` of Google."""
_COUNTED = pattern(r"(.+?)\s+\d{1,3}")
"""``Kopie van Voortgang 2``, the second one."""
_LONGEST_NAME = 31
"""Characters in the name of a sheet; of a longer one the programs cut the end of what was copied."""
_FAR_TOO_LONG = 2 * _LONGEST_NAME
_NEARLY_ALL = 0.8
_ABOUT: dict[type[Record], tuple[str, ...]] = {
    Milestone: ("title",),
    Activity: ("description", "result", "objective"),
    LogEntry: ("explanation",),
    TrendEntry: ("number",),
}
"""Columns that tell what a row is about; the first that the table has."""


_Home = tuple[str, type[Record]]
"""A sheet, and what stands in its tables."""


class _Line(NamedTuple):
    """One row: what it is about, its number, and all that people filled in, with the column of each."""

    text: str
    number: str
    filled: frozenset[tuple[object, ...]]


def without_copies(tables: Sequence[Table]) -> tuple[list[Table], list[Remark]]:
    """The tables that are to be read, and what to say of those that only repeat one on another sheet.

    A copy is known by the name that programs give it, and by its rows: a sheet that was copied to write
    something else on it is read.
    """
    homes: dict[_Home, list[Table]] = {}
    for table in tables:
        homes.setdefault((table.sheet, table.record), []).append(table)
    if len(homes) == len({record for _, record in homes}):
        return list(tables), []
    originals = _originals(list(dict.fromkeys(sheet for sheet, _ in homes)))
    instead: dict[_Home, _Home] = {}
    """What is read instead of a copy."""
    remarks: dict[int, Remark] = {}
    for home in sorted(homes, key=lambda home: len(home[0])):  # what was copied before its copies
        sheet, record = home
        original = (originals.get(sheet, ""), record)
        original = instead.get(original, original)
        found = _remarks(homes[home], homes.get(original, []))
        if found:
            remarks |= found
            instead[home] = original
    kept = [table for table in tables if id(table) not in remarks]
    return kept, [remarks[id(table)] for table in tables if id(table) in remarks]


def _originals(names: Sequence[str]) -> dict[str, str]:
    """The sheet of which each sheet with the name of a copy may be one; when it is gone, its first copy."""
    found: dict[str, str] = {}
    firsts: dict[str, str] = {}
    for name in names:
        stems = [normal(stem) for stem in _stems(name)]
        others = [other for stem in stems for other in names if other != name and _is(other, stem, name)]
        others += [firsts[stem] for stem in stems if stem in firsts]
        if others:
            found[name] = others[0]
        for stem in stems:
            firsts.setdefault(stem, name)
    return found


def _stems(name: str) -> Iterator[str]:
    """What a sheet of this name may be a copy of, copies of copies last; nothing when it is no such name."""
    if len(name) > _FAR_TOO_LONG:
        return
    behind, before = _BEHIND.fullmatch(name), _BEFORE.fullmatch(name)
    counted = _COUNTED.fullmatch(before[1]) if before else None
    for match in filter(None, (behind, before, counted)):
        yield match[1]
        yield from _stems(match[1])


def _is(other: str, stem: str, name: str) -> bool:
    cut = len(name) >= _LONGEST_NAME and len(stem) > _LONGEST_NAME // 2
    return normal(other) == stem or (cut and normal(other).startswith(stem))


def _remarks(tables: Sequence[Table], others: Sequence[Table]) -> dict[int, Remark]:
    """What to say of tables of one sheet, by their id, when nearly all rows stand in the others too."""
    if not others:
        return {}
    theirs = [line for other in others for line in _lines(other)]
    headings = {_heading(other) for other in others}
    there = {line.filled for line in theirs}
    numbers: dict[str, set[str]] = {}
    for line in theirs:
        numbers.setdefault(line.text, set()).add(line.number)
    found: dict[int, Remark] = {}
    for table in tables:
        mine = _lines(table)
        known = sum(_stands_in(line, numbers) for line in mine)
        if _heading(table) in headings and mine and known >= _NEARLY_ALL * len(mine):
            changed = sum(line.filled not in there for line in mine)
            facts = {"original": others[0].sheet, "changed": changed, "rows": len(mine)}
            at = Address(table.sheet, table.head[0], min(table.slots))
            found[id(table)] = Remark("sheet-copied", at, None, facts)
    return found


def _heading(table: Table) -> str:
    """The deelproject that stands above the table, as the same rows may be planned for another one."""
    return normal(table.grid.label(*table.band) or "") if table.band else ""


def _stands_in(line: _Line, numbers: dict[str, set[str]]) -> bool:
    """Whether the other sheet has the row too: the same text, and no other number."""
    found = numbers.get(line.text, set())
    return line.number in found or "" in found or (not line.number and bool(found))


def _lines(table: Table) -> list[_Line]:
    """The rows with a text that tells what they are about; spare ones have none."""
    about = next((column for key in _ABOUT.get(table.record, ()) if (column := table.column(key))), None)
    number = table.column("number")
    found: list[_Line] = []
    for row in table.lines() if about else ():
        line = table.grid.rows[row]
        text = _text(table, line.get(about or 0))
        if text:
            found.append(_Line(text, _text(table, line.get(number or 0)), _filled(table, line)))
    return found


def _text(table: Table, cell: Cell | None) -> str:
    return normal(as_text(table.grid.value(cell)) or "") if cell else ""


def _filled(table: Table, line: dict[int, Cell]) -> frozenset[tuple[object, ...]]:
    """What stands in a row, wherever its columns stand; what formulas show follows from the rest."""
    return frozenset(
        (
            slot.role,
            slot.key,
            slot.span,
            clean(cell.value) if isinstance(cell.value, str) else cell.value,
            cell.fill,
        )
        for column, cell in line.items()
        if cell.formula is None and (slot := table.slots.get(column)) and not _is_computed(slot)
    )


def _is_computed(slot: Slot) -> bool:
    return slot.column is not None and slot.column.computed
