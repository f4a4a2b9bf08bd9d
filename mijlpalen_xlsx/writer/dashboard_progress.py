"""The blocks of the dashboard with lights and stages of activities, and milestones per year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.look import FONT, Colour
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES, Light
from mijlpalen_xlsx.writer.dashboard_page import (
    LEFT,
    RIGHT,
    RIGHT_END,
    ROW,
    DashboardPage,
    percent,
    rounded,
    whole,
)
from mijlpalen_xlsx.writer.layout import a1
from mijlpalen_xlsx.writer.sheet_page import LIGHT_LOOKS, Answer, span

if TYPE_CHECKING:
    pass

__all__ = ["write_lights_and_years"]


def write_lights_and_years(page: DashboardPage) -> None:
    progress = page.book.layout.sheet_name("progress")
    page.titles(
        page.say("Activiteiten: stoplicht en fase (blad {sheet})", sheet=progress),
        page.say("Gepland en werkelijk gereed per jaar"),
    )
    lines, top = page.year_lines(), page.row
    count = page.say("Aantal")
    page.heads_at(top, [
        (page.head("light"), LEFT, LEFT + 1), (count, LEFT + 2, LEFT + 2),
        (page.say("Aandeel"), LEFT + 3, LEFT + 4), (page.head("stage"), LEFT + 5, LEFT + 7),
        (count, LEFT + 8, LEFT + 8), (page.say("Jaar"), RIGHT, RIGHT),
        (page.say("Gepland"), RIGHT + 1, RIGHT + 1), (page.say("Gereed"), RIGHT + 2, RIGHT + 2),
    ])  # fmt: skip
    for row in range(top, top + lines + 1):
        page.sheet.set_row(row, ROW)
    _lights(page, top + 1)
    _stages(page, top + 1)
    _years(page, top + 1)
    page.row += lines + 1
    page.gap()


def _lights(page: DashboardPage, first: int) -> None:
    words = [(f"{term.sign} {term.word.get(page.book.lang)}", term.code) for term in LIGHTS]
    none, total = first + len(words), first + len(words) + 1
    all_cell, all_of_them = a1(total, LEFT + 2, "$"), page.figures.activities_in_all()
    counts = [page.figures.activities_with("light", code) for _, code in words]
    for row, ((word, code), count) in enumerate(zip(words, counts, strict=True), first):
        look = page.book.format(bold=True, indent=1, **LIGHT_LOOKS[Light(code)])
        span(page.book, page.sheet, row, LEFT, LEFT + 1, word, look)
        _share(page, row, count, all_cell, all_of_them)
    span(page.book, page.sheet, none, LEFT, LEFT + 1, page.say("– geen stoplicht"), page.text_look)
    _share(
        page,
        none,
        _remainder(page, first, none, LEFT + 2, all_cell, all_of_them, counts),
        all_cell,
        all_of_them,
    )
    span(page.book, page.sheet, total, LEFT, LEFT + 1, page.say("Activiteiten samen"), page.rest_look)
    page.put(total, LEFT + 2, all_of_them, page.total_look)


def _remainder(
    page: DashboardPage,
    first: int,
    row: int,
    column: int,
    all_cell: str,
    all_of_them: Answer,
    counts: list[Answer],
) -> Answer:
    """The activities that are in none of the rows above."""
    above = f"{a1(first, column, '$')}:{a1(row - 1, column, '$')}"
    rest = whole(all_of_them) - sum(whole(count) for count in counts)
    return Answer(f"=MAX(0,{all_cell}-SUM({above}))", max(0, rest))


def _share(page: DashboardPage, row: int, count: Answer, all_cell: str, all_of_them: Answer) -> None:
    """The count, its share in words and as a bar of blocks: it prints everywhere alike."""
    page.put(row, LEFT + 2, count, page.count_look)
    cell = a1(row, LEFT + 2, "$")
    share = f"ROUND(100*{cell}/MAX(1,{all_cell}),0)"
    blocks = f'REPT("█",ROUND(10*{cell}/MAX(1,{all_cell}),0))'
    part = percent(count, all_of_them)
    bar = "█" * min(10, rounded(10 * whole(count), max(1, whole(all_of_them))))
    formula = f'=IF({cell}=0,"",{share}&"% "&LEFT({blocks},10))'
    look = page.book.format(
        font_size=8, indent=1, font_color=Colour.ELAPSED, border=1, border_color=Colour.LINE
    )
    value = f"{part}% {bar}" if count.value else ""
    span(page.book, page.sheet, row, LEFT + 3, LEFT + 4, Answer(formula, value), look)


def _stages(page: DashboardPage, first: int) -> None:
    counts = [page.figures.activities_with("stage", term.code) for term in STAGES]
    for row, (term, count) in enumerate(zip(STAGES, counts, strict=True), first):
        word = f"{term.sign} {term.word.get(page.book.lang)}"
        span(page.book, page.sheet, row, LEFT + 5, LEFT + 7, word, page.text_look)
        page.put(row, LEFT + 8, count, page.count_look)
    row = first + len(counts)
    span(page.book, page.sheet, row, LEFT + 5, LEFT + 7, page.say("– geen fase"), page.text_look)
    all_cell = a1(first + len(LIGHTS.terms) + 1, LEFT + 2, "$")
    rest = _remainder(page, first, row, LEFT + 8, all_cell, page.figures.activities_in_all(), counts)
    page.put(row, LEFT + 8, rest, page.count_look)


def _years(page: DashboardPage, first: int) -> None:
    begin, end = page.book.layout.years
    plain = page.book.format(font_size=9.5, align="center", border=1, border_color=Colour.LINE)
    for row, year in enumerate(range(begin, end + 1), first):
        page.sheet.write_number(row, RIGHT, year, plain)
        cell = a1(row, RIGHT, "$")
        page.put(row, RIGHT + 1, page.figures.in_year(cell, year, "due"), page.count_look)
        page.put(row, RIGHT + 2, page.figures.in_year(cell, year, "actual"), page.count_look)
    _year_chart(page, first, first + end - begin)


def _year_chart(page: DashboardPage, first: int, last: int) -> None:
    chart: Any = page.book.file.add_chart({"type": "column"})
    name = page.book.layout.sheet_name("dashboard")
    for column, colour in ((RIGHT + 1, Colour.PLANNED), (RIGHT + 2, Colour.DONE)):
        chart.add_series({
            "name": [name, first - 1, column],
            "categories": [name, first, RIGHT, last, RIGHT],
            "values": [name, first, column, last, column],
            "fill": {"color": f"#{colour}"},
            "border": {"none": True},
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0;;", "font": {"name": FONT, "size": 9}},
        })  # fmt: skip
    font = {"num_font": {"name": FONT, "size": 9}, "line": {"color": f"#{Colour.LINE}"}}
    chart.set_x_axis({**font, "major_tick_mark": "none"})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_plotarea({"layout": {"x": 0.02, "y": 0.14, "width": 0.8, "height": 0.68}})
    alt = page.say("Kolomdiagram van de tabel links: mijlpalen per jaar, gepland en werkelijk gereed.")
    height = (page.year_lines() + 1) * ROW
    page.place(chart, first - 1, RIGHT + 3, RIGHT_END, height, alt, legend="right")
