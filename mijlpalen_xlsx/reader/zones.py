"""Header zones: neighbouring rows of heads, and what each column is called in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from mijlpalen_xlsx.cells import Value
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.reader.grid import Grid
from mijlpalen_xlsx.reader.headers import LONGEST_HEADER, exact, is_group, is_header, quick
from mijlpalen_xlsx.reader.spans import is_periodish
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern

__all__ = [
    "BAND",
    "HEAD_ROWS",
    "Label",
    "Zone",
    "headers_seen",
    "may_be_header",
    "period_columns",
    "zone_around",
]

HEAD_ROWS = 20
"""So many rows of a sheet may stand above the first header row."""

BAND = pattern(
    r"\s*(?:deel\s?project(?:en)?|sub\s?project|programmalijn|actielijn|werkpakket|onderdeel|programmaonderdeel)"
    r"\b\s*(?P<number>\d+(?:\.\d+)*|[A-Z]\b)?\s*(?P<mark>[:.–—-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)


class Label(NamedTuple):
    """One header cell as one of its columns sees it. ``wide``: it stands over more columns than this one."""

    text: str
    value: Value
    row: int
    wide: bool


class Zone:
    """Neighbouring header rows: for each column its labels, the lowest one first."""

    def __init__(self, grid: Grid, rows: range) -> None:
        self.grid = grid
        self.rows = rows
        filled = sorted({column for row in rows for column in grid.rows.get(row, ())})
        self.labels = {column: labels for column in filled if (labels := list(self._labels(column)))}

    def _labels(self, column: int) -> Iterator[Label]:
        seen: set[tuple[int, int]] = set()
        for row in reversed(self.rows):
            at = self.grid.origin.get((row, column), (row, column))
            text = self.grid.label(row, column) if at not in seen else None
            seen.add(at)
            if text:
                cell = self.grid.sheet.cells[at]
                wide = self.grid.origin.get((at[0], at[1] + 1)) == at
                yield Label(text, self.grid.value(cell), at[0], wide)

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


def may_be_header(grid: Grid, row: int, *, loose: bool) -> bool:
    if row <= HEAD_ROWS:
        hits = _hits(grid, row, loose=loose)
        return hits.heads > 1 and hits.words + hits.bands > 0
    texts = (cell.value for cell in grid.rows[row].values() if isinstance(cell.value, str))
    return sum(quick(text) for text in texts if len(text) <= LONGEST_HEADER) > 1


def zone_around(grid: Grid, row: int, done: int, *, loose: bool) -> Zone:
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
    return Zone(grid, range(first, last + 1))


def _below_roles(grid: Grid, row: int, below: int) -> bool:
    """Whether the unknown words in the row below all stand under a wide head, such as that of the roles."""
    return all(
        is_periodish(value)
        or (isinstance(value, str) and exact(Milestone, value) is not None)
        or grid.origin.get((row, column), (0, 0))[0] == row
        for column, value in grid.filled(below)
    )


def period_columns(zone: Zone, matches: Iterable[int]) -> list[int]:
    known = set(matches)
    return [
        column
        for column, labels in zone.labels.items()
        if column not in known and any(_is_period(label) for label in labels)
    ]


def _is_period(label: Label) -> bool:
    return isinstance(label.value, datetime) or is_periodish(label.value)


def headers_seen(grid: Grid) -> list[str]:
    """The texts of the row, among the first, that holds most of them: what people would call headers."""
    best: list[str] = []
    for row in sorted(row for row in grid.rows if row <= HEAD_ROWS):
        texts = [text for column in grid.rows[row] if (text := grid.label(row, column))]
        if len(texts) > len(best):
            best = texts
    return best
