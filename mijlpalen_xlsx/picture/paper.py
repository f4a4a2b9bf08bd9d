"""How wide everything is: the paper, its columns, and what height every row takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mijlpalen_xlsx.picture.measure import lines, text_width
from mijlpalen_xlsx.picture.rows import Band, Row
from mijlpalen_xlsx.records import NamedTuple, dataclass

__all__ = ["MARGIN", "SIZE", "SMALL", "Columns", "Page", "Paper", "Tall", "columns_of", "paper_of", "tall"]

Page = Literal["long", "a3", "a4"]

MARGIN = 26.0
SIZE, SMALL = 12.0, 10.5
LINE = 15.5
BAND_HEIGHT, ROW_PADDING, LEAST_ROW = 27.0, 11.0, 27.0
MOST_LINES = 3
_PIXELS_PER_MM = 96 / 25.4
_LEAST_WIDTH, _LEAST_AXIS = 640.0, 420.0
_GAP = 10.0
_GUTTER = 9.0  # beside the axis, so that a sign at its edge touches no text
_MOST_DATE = 104.0


@dataclass(frozen=True)
class Paper:
    """A sheet of paper in pixels of 1/96 inch; ``height`` is None when it is as long as need be."""

    width: float
    height: float | None
    millimetres: tuple[int, int] | None = None


def paper_of(page: Page, width: float | None = None) -> Paper:
    """A3 or A4 landscape, or a long sheet ``width`` pixels wide (1400; at least 640)."""
    if page == "long":
        return Paper(max(_LEAST_WIDTH, width or 1400.0), None)
    size = (420, 297) if page == "a3" else (297, 210)
    return Paper(size[0] * _PIXELS_PER_MM, size[1] * _PIXELS_PER_MM, size)


class Columns(NamedTuple):
    """Left edge and width of every column; ``light`` and ``party`` are None when they are left out."""

    number: tuple[float, float]
    title: tuple[float, float]
    light: tuple[float, float] | None
    date: tuple[float, float]
    axis: tuple[float, float]
    party: tuple[float, float] | None
    right: float


def columns_of(bands: Sequence[Band], paper_width: float, heads: Sequence[str], party_head: str) -> Columns:
    """The columns for this paper: what the words need, the rest for the axis. ``heads`` go with the dates."""
    rows = [row for band in bands for row in band.rows]
    inner = paper_width - 2 * MARGIN
    numbers = [text_width(row.number, SIZE) for row in rows]
    numbers += [text_width(band.number, SIZE, bold=True) for band in bands]
    number = min(max([20.0, *numbers]) + _GAP + 4, inner * 0.09)
    words = [text_width(row.date_words, SMALL) for row in rows]
    words += [text_width(head, SMALL) for head in heads]
    date = min(max([64.0, *words]) + _GAP, _MOST_DATE)
    light = 24.0 if any(row.light for row in rows) else 0.0
    title = inner * 0.3
    party = _party_width(rows, party_head, inner - number - title - light - date - 2 * _GUTTER)
    axis = inner - number - title - light - date - party - 2 * _GUTTER
    edges = [MARGIN]
    for width in (number, title, light, date + _GUTTER, axis + _GUTTER, party):
        edges.append(edges[-1] + width)
    return Columns(
        number=(edges[0], number),
        title=(edges[1], title),
        light=(edges[2], light) if light else None,
        date=(edges[3], date),
        axis=(edges[4], axis),
        party=(edges[5], party) if party else None,
        right=edges[6],
    )


def _party_width(rows: Sequence[Row], head: str, left: float) -> float:
    """Room for the party, when there is one and the axis keeps enough."""
    longest = max((text_width(row.party, SMALL) for row in rows), default=0.0)
    wanted = max(min(longest + 2 * _GAP, 170.0), text_width(head, SMALL, bold=True) + _GAP)
    return wanted if longest and left - wanted >= _LEAST_AXIS else 0.0


class Tall(NamedTuple):
    """A row or band with its lines of text and the height it takes."""

    what: Row | Band
    title: list[str]
    date: list[str]
    party: list[str]
    height: float


def tall(what: Row | Band, columns: Columns) -> Tall:
    """How high a row or band is: as its longest text needs."""
    if isinstance(what, Band):
        room = columns.date[0] - columns.title[0] - _GAP
        title = lines(what.title, room, SIZE, MOST_LINES, bold=True)
        return Tall(what, title, [], [], BAND_HEIGHT + max(len(title) - 1, 0) * LINE)
    title = lines(what.title, columns.title[1] - _GAP, SIZE, MOST_LINES)
    party = lines(what.party, columns.party[1] - _GAP, SMALL, MOST_LINES) if columns.party else []
    date = lines(what.date_words, columns.date[1] - 8, SMALL, MOST_LINES)
    most = max(len(title), len(date), len(party), 1)
    return Tall(what, title, date, party, max(LEAST_ROW, most * LINE + ROW_PADDING))
