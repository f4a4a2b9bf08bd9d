"""The sheet Dashboard: the plan on one A4, all of it formulas; nobody fills anything in here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.dates import written_out
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.vocabulary import STATUSES, Status
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.dashboard_bands import write_bands
from mijlpalen_xlsx.writer.dashboard_figures import PLAN_STATUSES
from mijlpalen_xlsx.writer.dashboard_page import (
    LEFT,
    LEFT_END,
    RANK,
    RIGHT,
    RIGHT_END,
    STATUS_LOOKS,
    WIDTH,
    DashboardPage,
    percent,
)
from mijlpalen_xlsx.writer.dashboard_progress import write_lights_and_years
from mijlpalen_xlsx.writer.dashboard_trouble import write_bottlenecks, write_parties_and_slips
from mijlpalen_xlsx.writer.sheet_page import Answer, footer, quoted, span, title_bar

if TYPE_CHECKING:
    pass

__all__ = ["places", "write_dashboard"]

_GAP, _MARGIN = 2.7, 1.7


def write_dashboard(book: Book) -> None:
    """Write the sheet, protected without a password: its cells are all formulas."""
    page = DashboardPage(book, book.add_sheet("dashboard"))
    _set_up(page)
    title_bar(book, page.sheet, RIGHT_END, book.layout.sheet_name("dashboard"))
    _subtitle(page)
    _tiles(page)
    write_bands(page)
    write_lights_and_years(page)
    write_parties_and_slips(page)
    write_bottlenecks(page)
    page.sheet.print_area(0, 0, page.row - 1, RIGHT_END)
    # Charts may still be selected, so that people can copy them into a report.
    page.sheet.protect("", {"objects": True})


def places(book: Book) -> dict[str, str]:
    """Entries for the hidden sheet: none, nothing is read from here."""
    return {}


def _set_up(page: DashboardPage) -> None:
    sheet = page.sheet
    sheet.set_column(0, 0, _MARGIN)
    sheet.set_column(LEFT, LEFT_END, WIDTH)
    sheet.set_column(LEFT_END + 1, LEFT_END + 1, _GAP)
    sheet.set_column(RIGHT, RIGHT_END, WIDTH)
    sheet.set_column(RIGHT_END + 1, RANK, None, None, {"hidden": True})
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.5)
    sheet.fit_to_pages(1, 1)
    sheet.center_horizontally()
    sheet.set_zoom(85)
    sheet.set_tab_color(f"#{Colour.GREEN}")
    footer(page.book, sheet, "dashboard")


def _subtitle(page: DashboardPage) -> None:
    """The reference date, or the question for it; on the right what this sheet is made from."""
    book, row = page.book, 1
    paper = {"bg_color": Colour.PAPER}
    for column in range(RIGHT_END + 1):
        page.sheet.write_blank(row, column, None, book.format(**paper))
    look = book.format(font_color=Colour.NAVY, bold=True, **paper)
    span(book, page.sheet, row, LEFT, LEFT_END, _reference_date(page), look)
    ask = book.rule(font_color=Colour.BROWN, bg_color=Colour.PALE_ORANGE)
    rule = {"type": "formula", "criteria": "=NOT(ISNUMBER(mp_peildatum))", "format": ask}
    page.sheet.conditional_format(row, LEFT, row, LEFT_END, rule)
    plan, progress = (book.layout.sheet_name(key) for key in ("plan", "progress"))
    note = page.say(
        "Rekent zichzelf uit de bladen {plan} en {progress}; hier hoeft u niets in te vullen.",
        plan=plan,
        progress=progress,
    )
    quiet = book.format(font_color=Colour.QUIET, italic=True, font_size=9, align="right", **paper)
    span(book, page.sheet, row, RIGHT, RIGHT_END, note, quiet)
    page.sheet.set_row(row, 17)
    page.row = 2
    page.gap()


def _reference_date(page: DashboardPage) -> Answer:
    """The day in words, the same in every program and language, or the question for it."""
    names = [written_out(date(2000, month, 1), page.book.lang).split()[1] for month in range(1, 13)]
    months = ",".join(quoted(name) for name in names)
    day = f'DAY(mp_peildatum)&" "&CHOOSE(MONTH(mp_peildatum),{months})&" "&YEAR(mp_peildatum)'
    sheet = page.book.layout.sheet_name("settings")
    known = page.say("Peildatum: {day}", day="")
    asked = page.say(
        "▲ Vul de peildatum in op het blad {sheet}; tot dan is hier niet alles te zien.", sheet=sheet
    )
    formula = f"=IF(ISNUMBER(mp_peildatum),{quoted(known)}&{day},{quoted(asked)})"
    now = page.book.layout.plan.reference_date
    return Answer(formula, known + written_out(now, page.book.lang) if now else asked)


class _Tile(NamedTuple):
    """One of the six numbers on top: its name, the number, what stands under it, its two colours."""

    name: str
    number: Answer
    below: Answer | str
    fill: str
    ink: str


def _tiles(page: DashboardPage) -> None:
    for at, tile in enumerate(_all_tiles(page)):
        first = (LEFT if at < 3 else RIGHT) + 3 * (at % 3)
        _write_tile(page, first, tile)
    for offset, height in enumerate((19, 36, 19)):
        page.sheet.set_row(page.row + offset, height)
    page.row += 3
    page.gap()


def _all_tiles(page: DashboardPage) -> list[_Tile]:
    total, done = page.figures.milestones(), page.figures.with_status(Status.DONE)
    share = _share_done(page, total, done)
    tiles = [
        _Tile(page.say("Mijlpalen"), total, _not_counted(page), Colour.NAVY, Colour.WHITE),
        _Tile(page.word(Status.DONE), done, share, *STATUS_LOOKS[Status.DONE]),
    ]
    for status in PLAN_STATUSES[1:]:
        term = STATUSES.term(status)
        below = f"{term.sign} {term.meaning.get(page.book.lang)}"
        number = page.figures.with_status(status)
        tiles.append(_Tile(page.word(status), number, below, *STATUS_LOOKS[status]))
    return tiles


def _write_tile(page: DashboardPage, first: int, tile: _Tile) -> None:
    look = {
        "bg_color": tile.fill, "font_color": tile.ink, "align": "center",
        "left": 2, "right": 2, "left_color": Colour.WHITE, "right_color": Colour.WHITE,
    }  # fmt: skip
    big = {"bold": True, "font_size": 26}
    sizes: tuple[dict[str, Any], ...] = ({"bold": True, "font_size": 11}, big, {"font_size": 9})
    for row, (what, size) in enumerate(zip(tile[:3], sizes, strict=True), page.row):
        span(page.book, page.sheet, row, first, first + 2, what, page.book.format(**look, **size))


def _not_counted(page: DashboardPage) -> Answer:
    """What is in the total and in no other tile."""
    no_date, cancelled = (page.figures.with_status(s) for s in (Status.NO_DATE, Status.CANCELLED))
    before, between, after = page.say(
        "◆ waarvan {dates} zonder datum, {cancelled} vervallen", dates="\0", cancelled="\0"
    ).split("\0")
    parts = (quoted(before), no_date.formula[1:], quoted(between), cancelled.formula[1:], quoted(after))
    formula = "=" + "&".join(parts)
    return Answer(formula, f"{before}{no_date.value}{between}{cancelled.value}{after}")


def _share_done(page: DashboardPage, total: Answer, done: Answer) -> Answer:
    words = page.say("✔ {percent} van alle mijlpalen", percent="\0").split("\0")
    share = f"ROUND(100*{done.formula[1:]}/MAX(1,{total.formula[1:]}),0)"
    formula = f'={quoted(words[0])}&{share}&"%"&{quoted(words[1])}'
    return Answer(formula, f"{words[0]}{percent(done, total)}%{words[1]}")
