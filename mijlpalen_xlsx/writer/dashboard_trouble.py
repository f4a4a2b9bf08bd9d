"""The blocks of the dashboard with the parties that lead, the largest slips and the bottlenecks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mijlpalen_xlsx.format import Milestone, header
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.vocabulary import Status
from mijlpalen_xlsx.writer.dashboard_figures import PLAN_STATUSES, one_line, short
from mijlpalen_xlsx.writer.dashboard_page import (
    BOTTLENECK_ROWS,
    FIRST,
    LAST,
    LEFT,
    OTHER,
    PARTY,
    RANK,
    RIGHT,
    RIGHT_END,
    ROW,
    SLIP_ROWS,
    TALL_HEAD,
    DashboardPage,
    whole,
)
from mijlpalen_xlsx.writer.layout import a1
from mijlpalen_xlsx.writer.sheet_page import Answer, light_rules, quoted, span

if TYPE_CHECKING:
    pass

__all__ = ["write_bottlenecks", "write_parties_and_slips"]

_PARTY_ROWS = 6


def write_parties_and_slips(page: DashboardPage) -> None:
    page.titles(
        page.say("Per betrokken partij (als trekker)"),
        page.say("Grootste uitloop van wat nog niet gereed is"),
    )
    heads = [(page.say("Partij"), LEFT, LEFT + 2), (page.say("Totaal"), LEFT + 3, LEFT + 3)]
    heads += [(page.signed(status), at, at) for at, status in enumerate(PLAN_STATUSES, LEFT + 4)]
    number, title = (header(Milestone, key, page.book.lang) for key in ("number", "title"))
    heads += [(number, RIGHT, RIGHT), (title, RIGHT + 1, RIGHT + 5)]
    heads += [(page.say("Trekker"), RIGHT + 6, RIGHT + 7), (page.say("Weken"), RIGHT + 8, RIGHT + 8)]
    page.heads(heads, TALL_HEAD)
    for row in range(page.row, page.row + SLIP_ROWS):
        page.sheet.set_row(row, ROW)
    _party_list(page)
    sums = _parties(page, page.row)
    _other_parties(page, page.row + _PARTY_ROWS, sums)
    for place in range(SLIP_ROWS):
        _slip(page, page.row + place, place)
    _mark_trouble(page, page.row)
    page.row += SLIP_ROWS
    page.gap()


def _mark_trouble(page: DashboardPage, first: int) -> None:
    """A pale colour behind the parties whose milestones slip or are late."""
    looks = (
        {"bg_color": Colour.PALE_ORANGE, "bold": True},
        {"bg_color": Colour.PALE_RED, "font_color": Colour.RED, "bold": True},
    )
    for column, look in enumerate(looks, LEFT + 4 + PLAN_STATUSES.index(Status.SLIPPING)):
        rule = {
            "type": "formula",
            "criteria": f"=N({a1(first, column)})>0",
            "format": page.book.rule(**look),
        }
        page.sheet.conditional_format(first, column, first + SLIP_ROWS - 1, column, rule)


def _party_list(page: DashboardPage) -> None:
    """In hidden columns: every line of the list of parties, with how much it leads."""
    for index in range(len(page.figures.parties)):
        name, other = page.figures.party_name(index)
        cells = (a1(index, PARTY, "$"), a1(index, OTHER, "$"))
        page.put(index, PARTY, name, page.hidden_look)
        page.put(index, OTHER, other, page.hidden_look)
        page.put(index, RANK, page.figures.party_rank(index, *cells), page.hidden_look)


def _parties(page: DashboardPage, first: int) -> list[int]:
    """The parties that lead most; answers the sum of every column."""
    last = len(page.figures.parties) - 1
    ranks = f"{a1(0, RANK, '$')}:{a1(last, RANK, '$')}"
    sums = [0] * (1 + len(PLAN_STATUSES))
    for place in range(_PARTY_ROWS):
        row = first + place
        index = page.figures.leading_party(place)
        spot = Answer(
            f'=IF(COUNT({ranks})<{place + 1},"",MATCH(LARGE({ranks},{place + 1}),{ranks},0))',
            "" if index is None else index + 1,
        )
        page.put(row, FIRST, spot, page.hidden_look)
        at = a1(row, FIRST, "$")
        name, other = (f"INDEX({a1(0, c, '$')}:{a1(last, c, '$')},{at})" for c in (PARTY, OTHER))
        text = "" if index is None else page.figures.parties[index][0]
        shown = Answer(f'=IF({at}="","",{one_line(name, 44)})', short(text, 44))
        span(page.book, page.sheet, row, LEFT, LEFT + 2, shown, page.text_look)
        answers = [page.figures.party_milestones(index, at, name, other)]
        answers += [page.figures.party_status(index, at, name, other, s) for s in PLAN_STATUSES]
        for offset, given in enumerate(answers):
            sums[offset] += whole(given)
            page.put(row, LEFT + 3 + offset, given, page.count_look if offset else page.total_look)
    return sums


def _other_parties(page: DashboardPage, row: int, sums: list[int]) -> None:
    for offset, words in enumerate(("andere partijen", "nog geen trekker")):
        span(page.book, page.sheet, row + offset, LEFT, LEFT + 2, page.say(words), page.rest_look)
    for offset, (status, known) in enumerate(zip((None, *PLAN_STATUSES), sums, strict=True)):
        column = LEFT + 3 + offset
        above = f"{a1(row - _PARTY_ROWS, column, '$')}:{a1(row - 1, column, '$')}"
        look = page.count_look if offset else page.total_look
        page.put(row, column, page.figures.other_parties(above, known, status), look)
        page.put(row + 1, column, page.figures.no_party(status), look)


def _slip(page: DashboardPage, row: int, place: int) -> None:
    spot = page.figures.slip_at(place)
    page.put(row, LAST, spot, page.hidden_look)
    at = a1(row, LAST, "$")

    def text(key: str, limit: int, nothing: str = "") -> Answer:
        return page.figures.plan_text(at, spot.value, key, limit, nothing)

    nothing = "" if place else page.say("Er is nu geen uitloop.")
    page.put(row, RIGHT, text("number", 12), page.middle_look)
    span(page.book, page.sheet, row, RIGHT + 1, RIGHT + 5, text("title", 72, nothing), page.text_look)
    span(page.book, page.sheet, row, RIGHT + 6, RIGHT + 7, text("party", 28), page.text_look)
    page.put(row, RIGHT + 8, page.figures.slip_weeks(at, spot.value), page.weeks_look)


def write_bottlenecks(page: DashboardPage) -> None:
    """Activities that are red or orange now and not done, red first."""
    count = page.figures.bottlenecks()
    before, after = page.say(
        "Knelpunten nu: activiteiten op rood of oranje die nog niet gereed zijn ({count})", count="\0"
    ).split("\0")
    formula = f"={quoted(before)}&{count.formula[1:]}&{quoted(after)}"
    page.titles(Answer(formula, f"{before}{count.value}{after}"))
    columns: list[tuple[str, int, int, int, str]] = [
        ("light", LEFT, LEFT + 1, 30, ""),
        ("description", LEFT + 2, LEFT + 6, 130, ""),
        ("bottlenecks", LEFT + 7, RIGHT + 2, 150, page.say("– nog niet ingevuld")),
        ("measure", RIGHT + 3, RIGHT + 6, 130, page.say("– nog geen maatregel")),
        ("who", RIGHT + 7, RIGHT_END, 50, "–"),
    ]
    page.heads([(page.head(key), first, last) for key, first, last, _, _ in columns])
    top = page.row
    for place in range(BOTTLENECK_ROWS):
        page.sheet.set_row(page.row, 27)
        spot = page.figures.bottleneck_at(place)
        page.put(page.row, FIRST, spot, page.hidden_look)
        at = a1(page.row, FIRST, "$")
        for key, first, last, limit, missing in columns:
            first_text = place == 0 and key == "description"
            nothing = page.say("Niets staat nu op rood of oranje.") if first_text else ""
            given = page.figures.progress_text(at, spot.value, key, limit, missing, nothing)
            span(page.book, page.sheet, page.row, first, last, given, page.wrapped_look)
        page.row += 1
    light_rules(page.book, page.sheet, top, page.row - 1, LEFT, LEFT + 1)
