"""Which milestone belongs to which deelproject, and a number for each deelproject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from mijlpalen_xlsx.format import Milestone, Subproject
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.words import normal

__all__ = ["settle"]


class _Block(NamedTuple):
    """A band, the place of its first milestone, and how many it has."""

    band: Subproject
    start: int
    size: int


def settle(
    bands: Sequence[tuple[int, Subproject]], milestones: Sequence[Mapping[str, Any]]
) -> tuple[tuple[Subproject, ...], tuple[Milestone, ...]]:
    """Bands (with the number of milestones before each) and milestones (given as the fields of each).

    A milestone is tied to a band by the band's number, and built only now that its band is known.

    By place under the band; but when a band has no rows under it while numbers (2.3 belongs to 2) name it,
    the rows were sorted apart and the numbers decide for all. A nameless band without rows is a spare one.
    """
    blocks = [
        block._replace(band=_without_sums(block.band, milestones[block.start : block.start + block.size]))
        for block in _blocks(bands, len(milestones))
        if block.band.title or block.size
    ]
    numbered = _numbered(blocks, milestones)
    owners: list[str | None] = [None] * len(milestones)
    for block, band in zip(blocks, numbered, strict=True):
        owners[block.start : block.start + block.size] = [band.number] * block.size
    numbers = {normal(band.number): band.number for band in numbered if band.number}
    named = [_owner(milestone.get("number"), numbers) for milestone in milestones]
    empty = {band.number for band, block in zip(numbered, blocks, strict=True) if not block.size}
    if empty & set(named) - {None}:
        owners = [by_number or by_place for by_number, by_place in zip(named, owners, strict=True)]
    tied = [Milestone(**m, subproject=owner) for m, owner in zip(milestones, owners, strict=True)]
    return tuple(numbered), tuple(tied)


def _blocks(bands: Sequence[tuple[int, Subproject]], count: int) -> list[_Block]:
    starts = [start for start, _ in bands]
    ends = [*starts[1:], count]
    return [_Block(band, start, end - start) for (start, band), end in zip(bands, ends, strict=False)]


def _without_sums(band: Subproject, milestones: Sequence[Mapping[str, Any]]) -> Subproject:
    """The band without days over its sums that are those sums: of a formula only the value was kept."""
    repeated = {key for key, day in _sums(milestones).items() if band.written.get(key) == _as_typed(day)}
    if not repeated:
        return band
    written = {key: text for key, text in band.written.items() if key not in repeated}
    cells = {key: at for key, at in band.cells.items() if key not in repeated}
    return replace(band, written=written, cells=cells)


def _sums(milestones: Sequence[Mapping[str, Any]]) -> dict[str, date]:
    """What a band works out from its rows: the first start, the last planned and the last expected day."""
    starts, dues, expected = (
        [day for m in milestones if (when := m.get(key)) and (day := getattr(when, end))]
        for key, end in (("start", "as_start"), ("due", "as_due"), ("expected", "as_due"))
    )
    sums = {"start": min(starts, default=None), "due": max(dues, default=None)}
    sums["expected"] = max(dues + expected) if expected else None
    return {key: day for key, day in sums.items() if day}


def _as_typed(day: date) -> str | None:
    return as_text(datetime.combine(day, time()))


def _numbered(blocks: Sequence[_Block], milestones: Sequence[Mapping[str, Any]]) -> list[Subproject]:
    """The bands; one without a number gets that of its milestones (2 for 2.1), else the next free one."""
    taken = {block.band.number for block in blocks}
    bands: list[Subproject] = []
    for band, start, size in blocks:
        if band.number is None:
            first = milestones[start].get("number") if size else None
            wanted = first.partition(".")[0] if first and "." in first else None
            number = wanted if wanted and wanted not in taken else _next_free(taken)
            taken.add(number)
            bands.append(replace(band, number=number))
        else:
            bands.append(band)
    return bands


def _next_free(taken: set[str | None]) -> str:
    return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)


def _owner(number: str | None, bands: dict[str, str]) -> str | None:
    """The band whose number the number of a milestone begins with, the longest one first."""
    parts = normal(number or "").split(".")
    for length in range(len(parts) - 1, 0, -1):
        found = bands.get(".".join(parts[:length]))
        if found:
            return found
    return None
