"""The sheet Trend: what was expected of a milestone on each report date, and the chart of how that moved."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.format import TrendEntry, columns
from mijlpalen_xlsx.look import DATE_FORMATS, FONT, Colour
from mijlpalen_xlsx.writer.book import Book, serial, shown
from mijlpalen_xlsx.writer.dashboard_figures import Figures, same
from mijlpalen_xlsx.writer.entry_page import date_asked
from mijlpalen_xlsx.writer.layout import a1
from mijlpalen_xlsx.writer.other_grids import TrendGrid, trend_grid
from mijlpalen_xlsx.writer.sheet_page import (
    Answer,
    answer,
    footer,
    name_range,
    places_of,
    quoted,
    title_bar,
    when_value,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["places", "write_trend"]

_MARKERS = (
    "circle",
    "square",
    "diamond",
    "triangle",
    "long_dash",
    "x",
    "plus",
    "star",
    "short_dash",
    "circle",
)
_LINES = (
    "1F4E86", "B45309", "17763F", "7A3E9D", "4B5563", "B3261E", "0E7490", "9D174D", "5B6675", "3D74B4",
)  # fmt: skip
_MOST_LINES = 12
_CHART_HEIGHT = 430
_DIAGONAL = 2  # columns right of the last one, hidden
_WIDTHS = (1.7, 8.0, 52.0)
_DATE_WIDTH = 12.5
_ROW_HEIGHT = 16.5
_ROWS_ON_ONE_PAGE = 24


def write_trend(book: Book) -> None:
    """Write the sheet and the name mp_trend: its heads and its rows, spare ones too."""
    sheet, grid = book.add_sheet("trend"), trend_grid(book.layout)
    _page(book, sheet, grid)
    title = book.say("{sheet}: hoe verschuift de verwachte datum?", sheet=book.layout.sheet_name("trend"))
    title_bar(book, sheet, grid.last_column, title)
    _explanation(book, sheet)
    _heads(book, sheet, grid)
    _rows(book, sheet, grid)
    _validations(book, sheet, grid)
    _moves(book, sheet, grid)
    _chart(book, sheet, grid)
    name_range(book, "mp_trend", "trend", grid.head_row, grid.number_column, grid.last_row, grid.last_column)


def _page(book: Book, sheet: Worksheet, grid: TrendGrid) -> None:
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(grid.first_date, grid.last_column, _DATE_WIDTH)
    hidden = grid.last_column + _DIAGONAL
    sheet.set_column(hidden, hidden + 1, None, None, {"hidden": True})
    sheet.set_landscape()
    sheet.center_horizontally()
    sheet.set_margins(left=0.45, right=0.45, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 1 if grid.rows <= _ROWS_ON_ONE_PAGE else 0)
    chart_rows = _CHART_HEIGHT // 20 + 1
    sheet.print_area(0, 0, grid.chart_row + chart_rows, grid.last_column)
    sheet.freeze_panes(grid.first_row, grid.first_date)
    sheet.set_tab_color(f"#{Colour.NAVY}")
    footer(book, sheet, "trend")


def _explanation(book: Book, sheet: Worksheet) -> None:
    look = book.format(italic=True, font_color=Colour.QUIET)
    lines = (
        "Zet links het nummer van een mijlpaal, en onder elk rapportagemoment de gereed-datum die u dan "
        "verwacht. Vul elk moment een kolom bij; oude kolommen blijven staan.",
        "In de grafiek: vlakke lijn = op schema · stijgende lijn = ▲ later · dalende lijn = ▼ eerder · "
        "raakt de lijn de schuine streep, dan is de mijlpaal bereikt.",
    )
    for row, line in enumerate(lines, 1):
        book.put(sheet, row, 1, book.say(line), look)
    sheet.set_row(len(lines) + 1, 6)


def _heads(book: Book, sheet: Worksheet, grid: TrendGrid) -> None:
    number, title, expected = columns(TrendEntry)
    dark = book.format(bold=True, font_color=Colour.WHITE, bg_color=Colour.NAVY, indent=1)
    light = {
        "bold": True, "font_color": Colour.NAVY, "bg_color": Colour.BAND, "align": "center",
        "border": 1, "border_color": Colour.LINE,
    }  # fmt: skip
    for column in range(grid.number_column, grid.last_column + 1):
        sheet.write_blank(grid.group_row, column, None, dark)
    book.put(sheet, grid.group_row, grid.first_date, expected.header.get(book.lang), dark)
    book.put(sheet, grid.head_row, grid.number_column, number.header.get(book.lang), book.format(**light))
    book.put(sheet, grid.head_row, grid.title_column, title.header.get(book.lang), book.format(**light))
    for column, day in enumerate(grid.dates, grid.first_date):
        fill = Colour.BAND if day else Colour.ENTRY
        look = book.format(**{**light, "bg_color": fill}, num_format=DATE_FORMATS[book.lang])
        book.put(sheet, grid.head_row, column, day, look)
    for column, head in enumerate(grid.own_columns, grid.last_date + 1):
        book.put(sheet, grid.head_row, column, head, book.format(**light))


def _spread(entry: TrendEntry, grid: TrendGrid, book: Book) -> list[str | date | None]:
    """What stands under each report date; two estimates for one date take its two columns."""
    waiting = [(day, when_value(when, book.lang)) for day, when in entry.expected]
    written = {key: text for key, text in entry.written.items() if key.startswith("expected:")}
    values: list[str | date | None] = []
    for day in grid.dates:
        found = next((pair for pair in waiting if pair[0] == day), None)
        if found:
            waiting.remove(found)
        values.append(written.pop(f"expected:{day}", found[1] if found else None) if day else None)
    return values


def _rows(book: Book, sheet: Worksheet, grid: TrendGrid) -> None:
    line = {"border": 1, "border_color": Colour.LINE}
    number_look = book.format(bg_color=Colour.ENTRY, num_format="@", align="center", **line)
    title_look = book.format(indent=1, text_wrap=True, **line)
    day_look = book.date_format(bg_color=Colour.ENTRY, **line)
    own_look = book.format(bg_color=Colour.ENTRY, indent=1, text_wrap=True, **line)
    figures, trend = Figures(book), book.layout.plan.trend
    for at in range(grid.rows):
        row = grid.first_row + at
        entry = trend[at] if at < len(trend) else TrendEntry()
        number = shown(entry, columns(TrendEntry)[0], book.lang)
        book.put(sheet, row, grid.number_column, number, number_look)
        title = _title(figures, row, grid, number if isinstance(number, str) else "")
        answer(book, sheet, row, grid.title_column, title, title_look)
        sheet.set_row(row, _ROW_HEIGHT * (2 if len(str(title.value)) > _WIDTHS[2] else 1))
        for column, value in enumerate(_spread(entry, grid, book), grid.first_date):
            book.put(sheet, row, column, value, day_look)
        for column, head in enumerate(grid.own_columns, grid.last_date + 1):
            book.put(sheet, row, column, entry.extra.get(head), own_look)


def _validations(book: Book, sheet: Worksheet, grid: TrendGrid) -> None:
    """Dates, or words after a warning; the empty heads say what belongs there."""
    expected = columns(TrendEntry)[2]
    asked = date_asked(book, expected)
    sheet.data_validation(grid.first_row, grid.first_date, grid.last_row, grid.last_date, asked)
    head = {
        **asked,
        "input_title": book.say("Rapportagemoment"),
        "input_message": book.say("Typ hier de dag van het rapportagemoment, bijvoorbeeld 1-10-2026."),
    }
    sheet.data_validation(grid.head_row, grid.first_date, grid.head_row, grid.last_date, head)


def _title(figures: Figures, row: int, grid: TrendGrid, number: str) -> Answer:
    """The title of the milestone with this number, from the plan."""
    cell = a1(row, grid.number_column, "c")
    exact = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({cell},"~","~~"),"*","~*"),"?","~?")'
    unknown = figures.book.say("dit nummer staat niet in het mijlpalenplan")
    found = f'INDEX({figures.plan("title")},MATCH({exact},{figures.plan("number")},0))&""'
    formula = f'=IF({cell}="","",IFERROR({found},{quoted(unknown)}))'
    if not number:
        return Answer(formula, "")
    titles = (
        plan_row.title for plan_row in figures.rows if plan_row.number and same(plan_row.number, number)
    )
    return Answer(formula, next(titles, unknown))


def _moves(book: Book, sheet: Worksheet, grid: TrendGrid) -> None:
    """▲ when the date moved back since the estimate before it, ▼ when it came forward."""
    first = grid.first_date + 1
    here, before = a1(grid.first_row, first), a1(grid.first_row, first - 1)
    both = f"ISNUMBER({here}),ISNUMBER({before})"
    looks = (
        (">", "▲", {"bg_color": Colour.PALE_ORANGE, "font_color": Colour.BROWN, "bold": True}),
        ("<", "▼", {"bg_color": Colour.PALE_GREEN, "font_color": Colour.GREEN, "bold": True}),
    )
    for sign, arrow, look in looks:
        locale, _, plain = DATE_FORMATS[book.lang].partition("]")
        rule = {
            "type": "formula",
            "criteria": f"=AND({both},{here}{sign}{before})",
            "format": book.rule(num_format=f'{locale}]"{arrow} "{plain}', **look),
        }
        sheet.conditional_format(grid.first_row, first, grid.last_row, grid.last_date, rule)


def _axis(book: Book, grid: TrendGrid) -> tuple[float, float]:
    """First and last day number of both axes: from the first known day to the end of the plan, or later.

    The quarter days make steps of 365.25 land on 1 January of every year, leap years too.
    """
    days = [day for day in grid.dates if day]
    for entry in book.layout.plan.trend:
        days += [when.as_due for _, when in entry.expected if when.as_due]
    first, last = book.layout.years
    years = [day.year for day in days]
    return _new_year(min(years, default=first)), _new_year(max([last, *years]) + 1)


def _new_year(year: int) -> float:
    return serial(date(year, 1, 1)) + (0.75, 0.0, 0.25, 0.5)[year % 4]


def _chart(book: Book, sheet: Worksheet, grid: TrendGrid) -> None:
    chart: Any = book.file.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    trend = book.layout.plan.trend
    low, high = _axis(book, grid)
    places = _label_places(book, grid, (high - low) / 20)
    for at in range(min(grid.rows, _MOST_LINES)):
        entry = trend[at] if at < len(trend) else TrendEntry()
        chart.add_series(_line(book, grid, at, entry, places[at]))
    chart.add_series(_diagonal(book, sheet, grid, low, high))
    _axes(book, chart, low, high)
    width = sum(_pixels(w) for w in _WIDTHS[1:]) + _pixels(_DATE_WIDTH) * (
        grid.last_column - grid.title_column
    )
    chart.set_size({"width": min(width, 1500), "height": _CHART_HEIGHT})
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    filled = min(len(trend), _MOST_LINES)
    unused = list(range(filled, min(grid.rows, _MOST_LINES)))
    legend = {"position": "right", "font": {"name": FONT, "size": 9}, "delete_series": unused}
    chart.set_legend(legend if filled else {"none": True})
    chart.show_hidden_data()
    chart.show_blanks_as("gap")
    alt = book.say(
        "Grafiek van de tabel hierboven: per mijlpaal een lijn van de verwachte gereed-datum tegen de dag "
        "van de schatting. De schuine streep is waar beide gelijk zijn: de mijlpaal is bereikt."
    )
    sheet.insert_chart(grid.chart_row, 1, chart, {"description": alt, "object_position": 1})


def _pixels(width: float) -> int:
    return round(width * 7 + 5)


def _label_places(book: Book, grid: TrendGrid, near: float) -> list[str]:
    """On which side of its last point the number of each line stands, so that numbers do not overlap.

    Of points on one report date less than ``near`` days apart the highest has it above, the lowest below.
    """
    trend = book.layout.plan.trend
    places = ["right"] * max(grid.rows, len(trend))
    ends: list[tuple[int, int, int]] = []
    for at, entry in enumerate(trend):
        values = [_number(value) for value in _spread(entry, grid, book)]
        known = [(index, value) for index, value in enumerate(values) if value is not None]
        if known:
            ends.append((known[-1][0], -known[-1][1], at))
    for cluster in _clusters(sorted(ends), near):
        sides = ("right",) if len(cluster) == 1 else ("above", *["right", "left"] * len(cluster))
        for at, side in zip(cluster, sides, strict=False):
            places[at] = side
        if len(cluster) > 1:
            places[cluster[-1]] = "below"
    return places


def _clusters(ends: list[tuple[int, int, int]], near: float) -> list[list[int]]:
    """Rows whose last points lie close together, from high to low."""
    clusters: list[list[int]] = []
    for before, end in pairwise([(-1, 0, -1), *ends]):
        if clusters and before[0] == end[0] and end[1] - before[1] < near:
            clusters[-1].append(end[2])
        else:
            clusters.append([end[2]])
    return clusters


def _line(book: Book, grid: TrendGrid, at: int, entry: TrendEntry, place: str) -> dict[str, Any]:
    """One milestone; its number stands at its last known point, in a new row at its first."""
    sheet, row = book.layout.sheet_name("trend"), grid.first_row + at
    colour = f"#{_LINES[at % len(_LINES)]}"
    values = [_number(value) for value in _spread(entry, grid, book)]
    known = [index for index, value in enumerate(values) if value is not None]
    labelled = known[-1] if known else 0
    custom = [{"delete": True} if index != labelled else {} for index in range(len(values))]
    return {
        "name": [sheet, row, grid.number_column],
        "categories": [sheet, grid.head_row, grid.first_date, grid.head_row, grid.last_date],
        "values": [sheet, row, grid.first_date, row, grid.last_date],
        "categories_data": [serial(day) if day else None for day in grid.dates],
        "values_data": values,
        "line": {"color": colour, "width": 2},
        "marker": {
            "type": _MARKERS[at % len(_MARKERS)], "size": 7,
            "border": {"color": colour}, "fill": {"color": colour},
        },
        "data_labels": {
            "series_name": True, "value": False, "position": place, "custom": custom,
            "font": {"name": FONT, "size": 9, "bold": True, "color": colour},
        },
    }  # fmt: skip


def _number(value: str | date | None) -> int | None:
    return serial(value) if isinstance(value, date) else None


def _diagonal(book: Book, sheet: Worksheet, grid: TrendGrid, low: float, high: float) -> dict[str, Any]:
    """Where the day of the estimate is the day that was expected: the milestone is reached."""
    name, column = book.layout.sheet_name("trend"), grid.last_column + _DIAGONAL
    for row, day in enumerate((low, high), grid.first_row):
        for axis in (column, column + 1):  # as a formula: a bare number would look like something filled in
            answer(book, sheet, row, axis, Answer(f"={day}", day), book.format())
    last = grid.first_row + 1
    return {
        "name": book.say("bereikt"),
        "categories": [name, grid.first_row, column, last, column],
        "values": [name, grid.first_row, column + 1, last, column + 1],
        "line": {"color": f"#{Colour.QUIET}", "width": 1.5, "dash_type": "dash"},
        "marker": {"type": "none"},
        "data_labels": {
            "series_name": True, "value": False, "position": "left", "custom": [{"delete": True}, {}],
            "font": {"name": FONT, "size": 9, "italic": True, "color": f"#{Colour.QUIET}"},
        },
    }  # fmt: skip


def _axes(book: Book, chart: Any, low: float, high: float) -> None:
    locale = DATE_FORMATS[book.lang].partition("]")[0]
    font = {"name": FONT, "size": 9, "color": f"#{Colour.INK}"}
    axis = {
        "min": low, "max": high, "major_unit": 365.25, "minor_unit": 365.25 / 4,
        "num_format": f"{locale}]mmm yyyy", "num_font": font,
        "name_font": {"name": FONT, "size": 9, "bold": True, "color": f"#{Colour.QUIET}"},
        "line": {"color": f"#{Colour.QUIET}"},
        "major_gridlines": {"visible": True, "line": {"color": f"#{Colour.LINE}", "width": 0.75}},
        "minor_tick_mark": "outside",
    }  # fmt: skip
    chart.set_x_axis({**axis, "name": book.say("geschat op")})
    chart.set_y_axis({**axis, "name": book.say("verwacht gereed")})


def places(book: Book) -> dict[str, str]:
    """Entries for the hidden sheet: the head row and the columns of the trend, the first one of the dates."""
    grid = trend_grid(book.layout)
    ends = {
        "number": grid.number_column, "title": grid.title_column,
        "expected": grid.first_date, "expected.last": grid.last_date,
    }  # fmt: skip
    return places_of("trend", grid.head_row, ends)
