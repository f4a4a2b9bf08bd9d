"""The block of the dashboard with the deelprojecten: the table, and its bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.look import FONT, Colour
from mijlpalen_xlsx.vocabulary import STATUSES, Status
from mijlpalen_xlsx.writer.dashboard_figures import PLAN_STATUSES, one_line, short
from mijlpalen_xlsx.writer.dashboard_page import (
    BOTTLENECK_ROWS,
    FIRST,
    HEAD,
    LABEL,
    LAST,
    LEFT,
    NAME,
    RIGHT,
    RIGHT_END,
    ROW,
    SECTION,
    SLIP_ROWS,
    STATUS_LOOKS,
    TALL_HEAD,
    DashboardPage,
)
from mijlpalen_xlsx.writer.layout import a1
from mijlpalen_xlsx.writer.sheet_page import Answer, quoted, span

if TYPE_CHECKING:
    from xlsxwriter.format import Format

__all__ = ["write_bands"]

_MOST_BANDS, _LEAST_BANDS = 15, 3
_NAME_ROOM, _LABEL_ROOM = 84, 40
_LEAST_ROW = 14.5
_ROOM = 800  # points of height that an A4 landscape has for this width


def write_bands(page: DashboardPage) -> None:
    """The table of deelprojecten, from which the stacked bars beside it are drawn."""
    page.titles(page.say("Mijlpalen per deelproject"), page.say("In beeld"))
    top = page.row
    heads = [(page.say("Deelproject"), LEFT, LEFT + 2), (page.say("Totaal"), LEFT + 3, LEFT + 3)]
    heads += [(page.signed(status), at, at) for at, status in enumerate(PLAN_STATUSES, LEFT + 4)]
    page.heads(heads, TALL_HEAD)
    lines = _band_lines(page)
    height = max(_LEAST_ROW, min(30.0, (_ROOM - _other_heights(page)) / lines))
    first = page.row
    in_use = len(page.figures.band_rows) > _shown_bands(page)
    heights = [height] * (lines - 1) + [height if in_use else _LEAST_ROW]
    for row, one in enumerate(heights, first):
        page.sheet.set_row(row, one)
    _band_rows(page, first, lines, height)
    page.row += lines
    _band_chart(page, top, first, lines, TALL_HEAD + sum(heights))
    page.gap()


def _has_loose(page: DashboardPage) -> bool:
    return page.figures.loose_start("A1").value == 1


def _shown_bands(page: DashboardPage) -> int:
    return min(_MOST_BANDS, max(_LEAST_BANDS, len(page.figures.band_rows)))


def _band_lines(page: DashboardPage) -> int:
    return _has_loose(page) + _shown_bands(page) + 1


def _other_heights(page: DashboardPage) -> float:
    """Height of all that stands beside the rows of the deelprojecten, in points."""
    tables = page.year_lines() * ROW + SLIP_ROWS * ROW + BOTTLENECK_ROWS * 27
    return 30 + 17 + 74 + 5 * 8 + 4 * SECTION + 2 * TALL_HEAD + 2 * HEAD + tables


def _band_rows(page: DashboardPage, first: int, lines: int, height: float) -> None:
    loose, bands = int(_has_loose(page)), _shown_bands(page)
    first_band = a1(first + loose, FIRST, "$")
    spots: list[tuple[Answer, Answer, Answer]] = []
    for index in range(bands + 1):
        row = first + loose + index
        at = a1(row, FIRST, "$")
        previous = a1(row - 1, FIRST, "$") if index else None
        following = a1(row + 1, FIRST, "$") if index < bands else None
        name = page.figures.band_name(index, at) if index < bands else page.figures.rest_name(bands, at)
        spots.append(
            (page.figures.band_at(index, previous), page.figures.band_end(index, at, following), name)
        )
    if loose:
        at = a1(first, FIRST, "$")
        words = page.say("(zonder deelproject)")
        name = Answer(f'=IF({at}="","",{quoted(words)})', words)
        spots.insert(0, (page.figures.loose_start(first_band), page.figures.loose_end(at, first_band), name))
    room = _NAME_ROOM if height >= 24 else _NAME_ROOM // 2
    for row, (start, end, name) in enumerate(spots, first):
        _band_row(
            page,
            row,
            start,
            end,
            name,
            room,
            page.rest_look if row == first + lines - 1 else page.wrapped_look,
        )


def _band_row(
    page: DashboardPage, row: int, start: Answer, end: Answer, name: Answer, room: int, look: Format
) -> None:
    for column, given in ((FIRST, start), (LAST, end), (NAME, name)):
        page.put(row, column, given, page.hidden_look)
    full, text = a1(row, NAME, "$"), str(name.value)
    page.put(
        row, LABEL, Answer(f"={one_line(full, _LABEL_ROOM)}", short(text, _LABEL_ROOM)), page.hidden_look
    )
    shown = Answer(f"={one_line(full, room)}", short(text, room))
    span(page.book, page.sheet, row, LEFT, LEFT + 2, shown, look)
    cells = (a1(row, FIRST, "$"), a1(row, LAST, "$"))
    rows = (start.value, end.value)
    page.put(row, LEFT + 3, page.figures.milestones_between(*cells, rows), page.total_look)
    for column, status in enumerate(PLAN_STATUSES, LEFT + 4):
        page.put(row, column, page.figures.status_between(*cells, rows, status), page.count_look)


def _band_chart(page: DashboardPage, top: int, first: int, lines: int, height: float) -> None:
    chart: Any = page.book.file.add_chart({"type": "bar", "subtype": "stacked"})
    name, last = page.book.layout.sheet_name("dashboard"), first + lines - 1
    crowded = lines > 9
    for column, status in enumerate(PLAN_STATUSES, LEFT + 4):
        fill, ink = STATUS_LOOKS[status]
        sign = STATUSES.term(status).sign  # says without colour what the piece of the bar is
        series: dict[str, Any] = {
            "name": [name, top, column],
            "categories": [name, first, LABEL, last, LABEL],
            "values": [name, first, column, last, column],
            "gap": 12 if crowded else 35,
            "fill": {"color": f"#{fill}"},
            "border": {"color": f"#{Colour.WHITE}", "width": 0.75},
            "data_labels": {
                "value": True, "num_format": f'"{sign} "0;;', "position": "center",
                "font": {"name": FONT, "size": 8 if crowded else 9, "bold": True, "color": f"#{ink}"},
            },
        }  # fmt: skip
        if status is Status.SLIPPING:  # a paler colour than its neighbours: stripes make it a body
            series["pattern"] = {
                "pattern": "wide_upward_diagonal",
                "fg_color": "#E08E0B",
                "bg_color": f"#{fill}",
            }
        chart.add_series(series)
    chart.set_y_axis(
        {"reverse": True, "num_font": {"name": FONT, "size": 8 if crowded else 9}, "line": {"none": True},
         "major_tick_mark": "none"}
    )  # fmt: skip
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    alt = page.say("Staafdiagram van de tabel links: per deelproject de mijlpalen naar planstatus.")
    page.place(chart, top, RIGHT, RIGHT_END, height, alt, legend="bottom")
