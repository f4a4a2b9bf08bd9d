"""The first sheet: how it stands in a few figures, two charts, what comes next, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.dates import written_out
from mijlpalen_xlsx.look import FONT, Colour
from mijlpalen_xlsx.outputs.summary_book.page import Overview, area
from mijlpalen_xlsx.outputs.summary_book.tables import Placed
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.summary import Counts, Next, Row, Summary
from mijlpalen_xlsx.vocabulary import LIGHTS, Light, Status

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

__all__ = ["chart_lights", "chart_years", "write_front"]

LAST = 11
_TILES = 6
MOST_COMING = 12
ONE_PAGE = 60  # rows that are still legible on one page
_ROW = 20  # pixels of a row of 15 points
_LIGHT_FILLS = {Light.GREEN: Colour.GREEN, Light.ORANGE: Colour.ORANGE, Light.RED: Colour.RED}


def write_front(overview: Overview, summary: Summary, sheet: Worksheet, placed: dict[str, Placed]) -> None:
    """Fill the sheet, which was made first so that it stands first; ``placed`` are the tables."""
    overview.title(sheet, overview.say("Overzicht van mijlpalenplannen"), _below(overview, summary), LAST)
    sheet.set_column(0, LAST, 12.5)
    _tiles(overview, summary, sheet)
    row = _charts(overview, sheet, 7, placed)
    row = _coming(overview, summary, sheet, row)
    sheet.print_area(0, 0, row, LAST)
    if row <= ONE_PAGE:
        sheet.fit_to_pages(1, 1)


def _below(overview: Overview, summary: Summary) -> str:
    days = sorted({source.day for source in summary.sources})
    parts = []
    if days and days[0] == days[-1]:
        parts.append(overview.say("Stand op {day}.", day=written_out(days[0], overview.lang)))
    elif days:
        first, last = (written_out(day, overview.lang) for day in (days[0], days[-1]))
        sentence = "Stand van elk plan op zijn eigen peildatum: {first} tot en met {last}."
        parts.append(overview.say(sentence, first=first, last=last))
    if summary.period:
        first, last = (written_out(day, overview.lang) for day in summary.period)
        parts.append(overview.say("Periode: {first} tot en met {last}.", first=first, last=last))
    return " ".join(parts)


def _tiles(overview: Overview, summary: Summary, sheet: Worksheet) -> None:
    """Six figures in boxes, with words below them."""
    total = summary.total
    if total is None:
        return
    sheet.set_row(2, 8)
    sheet.set_row(3, 34)
    sheet.set_row(4, 18)
    sheet.set_row(5, 18)
    for at, (number, word, more, colour) in enumerate(_figures(overview, summary, total)):
        first, last = 2 * at, 2 * at + 1
        box: dict[str, Any] = {"bg_color": colour, "align": "center"}
        for row, text, look in (
            (3, number, {"bold": True, "font_size": 20}),
            (4, word, {"bold": True}),
            (5, more, {"font_color": Colour.QUIET if colour == Colour.PAPER else Colour.INK, "font_size": 9}),
        ):
            format_ = overview.book.format(**box, **look, right=5, right_color=Colour.WHITE)
            sheet.merge_range(row, first, row, last, "", format_)
            overview.put(sheet, row, first, text, format_)


def _figures(overview: Overview, summary: Summary, total: Counts) -> Iterator[tuple[int, str, str, str]]:
    say = overview.say
    done, late = total.by_status[Status.DONE], total.by_status[Status.LATE]
    slipping, red = total.by_status[Status.SLIPPING], total.by_light[Light.RED]
    left_out = len(summary.skipped)
    yield (
        summary.workbooks,
        say("werkboeken"),
        say("{n} niet gelezen", n=left_out),
        (Colour.PALE_ORANGE if left_out else Colour.PAPER),
    )
    yield (
        total.milestones,
        say("mijlpalen"),
        say("{n} vervallen", n=total.by_status[Status.CANCELLED]),
        Colour.PAPER,
    )
    yield done, f"✔ {say('gereed')}", say("van {n}", n=total.standing), Colour.PALE_GREEN
    yield (
        slipping,
        f"▲ {say('loopt uit')}",
        say("later verwacht"),
        (Colour.PALE_ORANGE if slipping else Colour.PAPER),
    )
    yield late, f"■ {say('te laat')}", say("plandatum voorbij"), Colour.PALE_RED if late else Colour.PAPER
    yield (
        red,
        f"■ {say('rood stoplicht')}",
        say("van {n} activiteiten", n=total.activities),
        (Colour.PALE_RED if red else Colour.PAPER),
    )


def _charts(overview: Overview, sheet: Worksheet, row: int, placed: dict[str, Placed]) -> int:
    """The charts beside each other; the row below them."""
    lights = chart_lights(overview, placed)
    years = chart_years(overview, placed)
    if lights is None and years is None:
        return row
    high = 320
    if lights:
        chart, bars = lights
        high = max(high, min(3000, 90 + 26 * bars))
        chart.set_size({"width": 640, "height": high})
        sheet.insert_chart(row, 0, chart, {"x_offset": 4, "description": overview.say("Stoplichten")})
    if years:
        years.set_size({"width": 446, "height": 320})
        sheet.insert_chart(
            row, 7, years, {"x_offset": 8, "description": overview.say("Gepland en gereed per jaar")}
        )
    return row + high // _ROW + 2


def chart_lights(overview: Overview, placed: dict[str, Placed]) -> tuple[Chart, int] | None:
    """The lights stacked per deelproject; per region when there are more than fit on a page."""
    name = "subproject" if "subproject" in placed and _size(placed["subproject"]) <= 24 else "region"
    if name not in placed or not _size(placed[name]):
        return None
    table = placed[name]
    chart = overview.book.file.add_chart({"type": "bar", "subtype": "stacked"})
    labels = table.columns["title" if name == "subproject" else "region"]
    for light in Light:
        term, column = LIGHTS.term(light), table.columns[light.value]
        chart.add_series(
            {
                "name": f"{term.sign} {term.word.get(overview.lang)}",
                "categories": area(table.sheet, labels, table.first, table.last),
                "values": area(table.sheet, column, table.first, table.last),
                "fill": {"color": f"#{_LIGHT_FILLS[light]}"},
                "border": {"color": f"#{Colour.WHITE}"},
                "gap": 45,
                "data_labels": {"value": True, "num_format": "0;;;", "font": _font(_ink(light), bold=True)},
            }
        )
    title = "Stoplichten per deelproject" if name == "subproject" else "Stoplichten per regio"
    _dress(chart, overview.say(title))
    chart.set_y_axis({"reverse": True, "num_font": _font(Colour.INK), "line": {"none": True}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    return chart, _size(table)


def chart_years(overview: Overview, placed: dict[str, Placed]) -> Chart | None:
    """What was planned per year beside what of that is done."""
    table = placed.get("year")
    if table is None or not _size(table):
        return None
    chart = overview.book.file.add_chart({"type": "column"})
    for code, name, colour in (
        ("milestones", overview.say("gepland"), Colour.PLANNED),
        ("done", overview.say("waarvan gereed"), Colour.DONE),
    ):
        chart.add_series(
            {
                "name": name,
                "categories": area(table.sheet, table.columns["year"], table.first, table.last),
                "values": area(table.sheet, table.columns[code], table.first, table.last),
                "fill": {"color": f"#{colour}"},
                "gap": 60,
                "overlap": -5,
                "data_labels": {"value": True, "num_format": "0;;;", "font": _font(Colour.INK)},
            }
        )
    _dress(chart, overview.say("Mijlpalen gepland en gereed per jaar"))
    chart.set_x_axis({"num_font": _font(Colour.INK), "line": {"color": f"#{Colour.LINE}"}})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    return chart


def _size(table: Placed) -> int:
    return table.last - table.first + 1


def _ink(light: Light) -> str:
    return Colour.INK if light is Light.ORANGE else Colour.WHITE


def _font(colour: str, *, bold: bool = False, size: int = 9) -> dict[str, object]:
    return {"name": FONT, "size": size, "color": f"#{colour}", "bold": bold}


def _dress(chart: Chart, title: str) -> None:
    chart.set_title({"name": title, "name_font": _font(Colour.NAVY, bold=True, size=12), "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font(Colour.INK)})
    chart.set_chartarea({"border": {"color": f"#{Colour.LINE}"}})


def _coming(overview: Overview, summary: Summary, sheet: Worksheet, row: int) -> int:
    """The first milestones to come, by date; the row below them."""
    coming = _next(summary)
    if not coming:
        return row
    overview.section(sheet, row, overview.say("Wat eraan komt"), LAST)
    for at, (following, about) in enumerate(coming, row + 1):
        overview.put(sheet, at, 0, following.date, overview.day())
        text, look = overview.status(following.status.value)
        sheet.merge_range(at, 1, at, 2, "", look)
        overview.put(sheet, at, 1, text, look)
        region = redact(about.keys.get("region") or "")
        sheet.merge_range(at, 3, at, 4, "", overview.body())
        overview.put(sheet, at, 3, region, overview.body())
        sheet.merge_range(at, 5, at, LAST, "", overview.body())
        said = " ".join(filter(None, (following.number, following.title)))
        overview.put(sheet, at, 5, redact(said), overview.body())
    return row + len(coming) + 1


def _next(summary: Summary) -> list[tuple[Next, Row]]:
    rows = summary.tables.get("subproject", ())
    coming = [(following, row) for row in rows for following in row.counts.next]
    return sorted(coming, key=lambda pair: pair[0].date)[:MOST_COMING]
