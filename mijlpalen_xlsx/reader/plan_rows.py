"""The rows of the plan: deelprojecten (bands), the milestones under them, their marks and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Any

from mijlpalen_xlsx.cells import Address, Cell, CellError
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Activity, Role, Subproject
from mijlpalen_xlsx.kinds import Context, as_text
from mijlpalen_xlsx.reader.marks import row_fill, runs, sign_of, template_fills
from mijlpalen_xlsx.reader.progress_rows import activity_of_milestone
from mijlpalen_xlsx.reader.rows import RowRead, aside_remark, is_aside, read_row
from mijlpalen_xlsx.reader.tables import Table
from mijlpalen_xlsx.reader.zones import BAND
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.vocabulary import ROLES, RowKind

__all__ = ["Found", "read_plan_table"]

_FILL_DOWN = ("objective", "result")
_BAND_KEYS = ("kind", "number", "title")
_TAKES_PART = "betrokken"
_OF_A_PARTY = ("party", "responsibility")
_EMPTY_KEYS = {"kind", "number"}
_NUMBERED = pattern(r"(?P<number>\d{1,3})\s*[.:)–-]?\s+(?P<title>\S.*)", re.DOTALL)
_DATE_KEYS = {"start", "due", "expected", "actual"}


@dataclass
class Found:
    """What was read from plan tables, bands and milestones (the fields of each) in the order of the rows."""

    bands: list[tuple[int, Subproject]] = field(default_factory=list)
    """Each with the number of milestones that came before it."""
    milestones: list[dict[str, Any]] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    """What the plan itself tells of progress, when no other sheet does."""
    remarks: list[Remark] = field(default_factory=list)


def read_plan_table(table: Table, context: Context, found: Found) -> None:
    """Read all rows of one table of milestones into ``found``."""
    rows = _PlanRows(table, context)
    if table.band:
        _add_band(found, rows.band_of_heading(*table.band))
    for read in rows.reads:
        if rows.is_band(read):
            _add_band(found, rows.band(read))
            rows.previous = None
        elif not _is_empty(read):
            rows.take(read, found)


def _add_band(found: Found, band: Subproject) -> None:
    found.bands.append((len(found.milestones), band))


def _is_empty(read: RowRead) -> bool:
    """Spare rows of a blank hold a kind and a number, and formulas that are none of our business."""
    if read.values.keys() - _EMPTY_KEYS or read.written.keys() - _EMPTY_KEYS or read.cancelled:
        return False
    return not (read.signs or read.extra or read.also or any(_text(cell) for _, cell in read.parties))


def _text(cell: Cell) -> str | None:
    return None if isinstance(cell.value, CellError) else as_text(cell.value)


def _is_aside(read: RowRead) -> bool:
    """A total or a note under the table, not a milestone; a row with its kind given is one."""
    if read.values.keys() & {"kind", *_DATE_KEYS} or read.signs or read.parties:
        return False
    return is_aside(read, ("number", "title"))


class _PlanRows:
    """The rows of one table, with what must be known of their neighbours to understand them."""

    def __init__(self, table: Table, context: Context) -> None:
        self.table = table
        self.context = context
        self.has_kinds = table.column("kind") is not None
        self.periods = table.periods()
        self.column_of = {span.first: column for column, span in self.periods.items()}
        self.reads = [read_row(table, row, context) for row in table.lines()]
        self.previous: dict[str, Any] | None = None
        self.band_title: str | None = None
        self.above: dict[str, Cell] = {}
        self._sign_all()
        self._bands = {id(read) for read, after in _with_next(self.reads) if self._is_band(read, after)}

    def _sign_all(self) -> None:
        """Work out what the period cells say, leaving out the colours that belong to the template."""
        fills = template_fills([read.periods for read in self.reads])
        for read in self.reads:
            own = row_fill(self.table.grid.rows[read.row], self.periods) if read.periods else frozenset()
            for column, cell in read.periods.items():
                plain = own | fills.get(column, frozenset())
                sign = sign_of(
                    cell, self.table.grid.value(cell), plain, self.context.lang, ours=self.table.ours
                )
                if sign:
                    read.signs[column] = sign

    def is_band(self, read: RowRead) -> bool:
        return id(read) in self._bands

    def _is_band(self, read: RowRead, after: RowRead | None) -> bool:
        kind = read.values.get("kind")
        if kind is not None:
            return kind is RowKind.SUBPROJECT
        if read.filled() & _DATE_KEYS or read.signs:
            return False
        text = read.values.get("title") or read.values.get("number") or ""
        named = BAND.fullmatch(text)
        alone = read.filled() <= {"title", "number"} and not read.parties
        if named and named["title"] and (named["mark"] or named["number"] or alone):
            return True
        return alone and after is not None and self._heads(read, after)

    def _heads(self, read: RowRead, after: RowRead) -> bool:
        """Whether a row with nothing but a title and a number stands above its milestones."""
        number, following = read.values.get("number"), after.values.get("number")
        if number:
            return "title" in read.values and "." not in number and str(following).startswith(f"{number}.")
        lone = "title" in read.values and not _is_aside(read)
        return lone and not self.has_kinds and bool(after.filled() - {"title", "kind"})

    def band(self, read: RowRead) -> Subproject:
        """The deelproject of a band row; ``DEELPROJECT 2: LOB`` is taken apart when no kind is given."""
        key = "title" if "title" in read.values else "number"
        text, at = read.values.get(key), read.cells.get(key)
        named = None if "kind" in read.values else BAND.fullmatch(text or "")
        remarks = tuple(remark for remark in read.remarks if remark.values.get("key") in _BAND_KEYS)
        if named is None or not named["title"] or at is None:
            typed = self._typed_on_band(read)
            sums = read.cells.keys() - typed.keys() - {*_BAND_KEYS}
            return Subproject(
                number=read.values.get("number"),
                title=read.values.get("title"),
                written={**typed, **{k: text for k, text in read.written.items() if k in _BAND_KEYS}},
                extra=read.extra,
                cells={k: at for k, at in read.cells.items() if k not in sums or k.startswith("extra:")},
                empty=read.common(self.table)["empty"],
                remarks=remarks,
            )
        number = named["number"] or (read.values.get("number") if key == "title" else None)
        return Subproject(number=number, title=named["title"], cells=_band_cells(number, at), remarks=remarks)

    def _typed_on_band(self, read: RowRead) -> dict[str, str]:
        """What a person typed over the sums of a band, or beside them: kept as text, never read."""
        cells = self.table.grid.sheet.cells
        typed = {
            key: cells[at.row, at.column]
            for key, at in read.cells.items()
            if key not in _BAND_KEYS and not key.startswith("extra:")
        }
        texts = {key: as_text(cell.value) for key, cell in typed.items() if cell.formula is None}
        return {key: text for key, text in texts.items() if text}

    def band_of_heading(self, row: int, column: int) -> Subproject:
        """The deelproject that stands among the headers, as in the brochure."""
        text = self.table.grid.label(row, column) or ""
        named = BAND.fullmatch(text)
        number, title = (named["number"], named["title"]) if named else (None, text)
        return Subproject(
            number=number, title=title, cells=_band_cells(number, Address(self.table.sheet, row, column))
        )

    def take(self, read: RowRead, found: Found) -> None:
        """One row that is not empty and no band: a milestone, more about the one above it, or a note."""
        if _is_aside(read):
            found.remarks.append(aside_remark(self.table, read))
        elif self.previous and self._continues(read, self.previous):
            _add_party(self.previous, read)
        else:
            self._new_band(read, found)
            self.previous = self._fields(read)
            found.milestones.append(self.previous)
            for key in _FILL_DOWN:
                self.above |= {key: read.also[key]} if key in read.also else {}
            read.also = {**self.above, **read.also}
            found.activities += activity_of_milestone(self.table, read, self.context)

    def _new_band(self, read: RowRead, found: Found) -> None:
        """A column with the name of the deelproject: another name begins another one."""
        title = read.band and _text(read.band)
        if read.band and title and title != self.band_title:
            self.band_title = title
            named = BAND.fullmatch(title) or _NUMBERED.fullmatch(title)
            number = named["number"] if named else None
            short = named["title"] if named and named["title"] and number else title
            _add_band(
                found, Subproject(number=number, title=short, cells=_band_cells(number, read.band.address))
            )

    def _continues(self, read: RowRead, previous: dict[str, Any]) -> bool:
        """Whether a row only names another party for the milestone above it."""
        if any(at.row == read.row for key, at in read.cells.items() if key not in _OF_A_PARTY):
            return False
        if all(at.row != read.row for at in read.cells.values()):
            return False
        title = read.cells.get("title")
        same = title is not None and title.row < read.row and title == previous["cells"].get("title")
        return same or not (title or self.has_kinds)

    def _fields(self, read: RowRead) -> dict[str, Any]:
        """The fields of a milestone, but for its deelproject."""
        marks = runs(read.signs, self.periods) if read.signs else ()
        for mark in marks:
            at = Address(self.table.sheet, read.row, self.column_of[mark.first])
            read.cells[f"marks:{mark.first}"] = at
        roles = tuple(_roles(read))
        own = {"marks": marks, "roles": roles, "cancelled": read.cancelled}
        return {**read.values, **read.common(self.table), **own}


def _with_next(reads: Sequence[RowRead]) -> Iterator[tuple[RowRead, RowRead | None]]:
    """Each row with the next one that is not empty."""
    after: RowRead | None = None
    for read in reversed(reads):
        yield read, after
        if not _is_empty(read):
            after = read


def _band_cells(number: str | None, at: Address) -> dict[str, Address]:
    return {"number": at, "title": at} if number else {"title": at}


@lru_cache(maxsize=256)
def _as_role(text: str) -> str:
    """V, E, R, I in capitals, other text as it is."""
    return text.upper() if len(text) == 1 and ROLES.read(text) else text


def _roles(read: RowRead) -> Iterator[Role]:
    """What stands in the columns of the parties."""
    for party, cell in read.parties:
        text = _text(cell)
        if text:
            read.cells.setdefault(f"roles:{party}", cell.address)
            yield Role(party, _as_role(text))
    for key, cell in read.pairs.items():
        name, _, number = key.partition(" ")
        task = read.pairs.get(f"responsibility {number}")
        other, text = _text(cell), _text(task) if task else None
        if name == "party" and other:
            read.cells[f"roles:{other}"] = cell.address
            yield Role(other, text or _TAKES_PART)


def _add_party(milestone: dict[str, Any], read: RowRead) -> None:
    """Give the milestone one more party, which stands on a row of its own below it."""
    party, task = read.values.get("party"), read.values.get("responsibility")
    if party and task:
        milestone["cells"][f"roles:{party}"] = read.cells["party"]
        milestone["roles"] += (Role(party, task),)
        return
    key = "party" if party else "responsibility"
    milestone[key] = "; ".join(filter(None, (milestone.get(key), party or task)))
