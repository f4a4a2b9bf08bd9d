"""The sheet Dashboard: the plan on one A4, all of it formulas; nobody fills anything in here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.dates import written_out
from mijlpalen_xlsx.format import Activity, Milestone, header
from mijlpalen_xlsx.look import FONT, Colour
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES, STATUSES, Light, Status
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.dashboard_figures import PLAN_STATUSES, Figures, one_line, short
from mijlpalen_xlsx.writer.layout import a1
from mijlpalen_xlsx.writer.sheet_page import (
    LIGHT_LOOKS,
    Answer,
    answer,
    footer,
    light_rules,
    quoted,
    section,
    span,
    title_bar,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["places", "write_dashboard"]

# Two halves of nine columns with a gap between them, and hidden columns for what the formulas look up.
_LEFT, _LEFT_END, _RIGHT, _RIGHT_END = 1, 9, 11, 19
_WIDTH, _GAP, _MARGIN = 11.7, 2.7, 1.7
_FIRST, _LAST, _NAME, _LABEL = 21, 22, 23, 24
_PARTY, _OTHER, _RANK = 26, 27, 28
_MOST_BANDS, _LEAST_BANDS = 15, 3
_PARTY_ROWS, _SLIP_ROWS, _BOTTLENECK_ROWS = 6, 8, 4
_NAME_ROOM, _LABEL_ROOM = 84, 40
_LEAST_ROW = 14.5
_ROOM = 800  # points of height that an A4 landscape has for this width
_ROW, _HEAD, _TALL_HEAD, _SECTION = 16.0, 16.0, 26.0, 20.0

_STATUS_LOOKS = {
    Status.DONE: (Colour.DONE, Colour.WHITE),
    Status.ON_SCHEDULE: (Colour.GREEN, Colour.WHITE),
    Status.SLIPPING: (Colour.ORANGE, Colour.INK),
    Status.LATE: (Colour.RED, Colour.WHITE),
    Status.NOT_STARTED: (Colour.GREY, Colour.INK),
}


def write_dashboard(book: Book) -> None:
    """Write the sheet, protected without a password: its cells are all formulas."""
    sheet = book.add_sheet("dashboard")
    _Dashboard(book, sheet).write()


def places(book: Book) -> dict[str, str]:
    """Entries for the hidden sheet: none, nothing is read from here."""
    return {}


class _Dashboard:
    """Writes the blocks of the sheet one under another; ``row`` is the next free one."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.book, self.sheet, self.figures = book, sheet, Figures(book)
        self.row = 0
        line = {"border": 1, "border_color": Colour.LINE}
        head = {"bold": True, "font_size": 9, "font_color": Colour.NAVY, "bg_color": Colour.BAND, **line}
        self.head = book.format(**head, indent=1, text_wrap=True)
        self.head_middle = book.format(**head, align="center", text_wrap=True)
        self.text = book.format(font_size=9, indent=1, **line)
        self.wrapped = book.format(font_size=9, indent=1, text_wrap=True, **line)
        self.count = book.format(font_size=9.5, align="center", num_format="0;;–", **line)
        self.total = book.format(font_size=9.5, align="center", num_format="0;;–", bold=True, **line)
        self.rest = book.format(font_size=9, indent=1, italic=True, font_color=Colour.QUIET, **line)
        self.middle = book.format(font_size=9, align="center", **line)
        self.weeks = book.format(font_size=9.5, align="center", bold=True, font_color=Colour.RED, **line)
        self.hidden = book.format(font_color=Colour.QUIET)

    def say(self, nl: str, **values: object) -> str:
        return self.book.say(nl, **values)

    def _head(self, key: str) -> str:
        """The header of a column of the progress sheet."""
        return header(Activity, key, self.book.lang)

    def write(self) -> None:
        self._set_up()
        title_bar(self.book, self.sheet, _RIGHT_END, self.book.layout.sheet_name("dashboard"))
        self._subtitle()
        self._tiles()
        self._bands()
        self._lights_and_years()
        self._parties_and_slips()
        self._bottlenecks()
        self.sheet.print_area(0, 0, self.row - 1, _RIGHT_END)
        self.sheet.protect("", {"objects": True, "select_locked_cells": True, "select_unlocked_cells": True})

    def _set_up(self) -> None:
        sheet = self.sheet
        sheet.set_column(0, 0, _MARGIN)
        sheet.set_column(_LEFT, _LEFT_END, _WIDTH)
        sheet.set_column(_LEFT_END + 1, _LEFT_END + 1, _GAP)
        sheet.set_column(_RIGHT, _RIGHT_END, _WIDTH)
        sheet.set_column(_RIGHT_END + 1, _RANK, None, None, {"hidden": True})
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.5)
        sheet.fit_to_pages(1, 1)
        sheet.center_horizontally()
        sheet.set_zoom(85)
        sheet.set_tab_color(f"#{Colour.GREEN}")
        footer(self.book, sheet, "dashboard")

    def put(self, row: int, column: int, given: Answer, look: Format) -> None:
        answer(self.book, self.sheet, row, column, given, look)

    def _gap(self, height: float = 8) -> None:
        self.sheet.set_row(self.row, height)
        self.row += 1

    def _titles(self, left: Answer | str, right: Answer | str = "") -> None:
        """The headings above the two halves, or one over the whole width."""
        self.sheet.set_row(self.row, _SECTION)
        section(self.book, self.sheet, self.row, _LEFT, _LEFT_END if right else _RIGHT_END, left)
        if right:
            section(self.book, self.sheet, self.row, _RIGHT, _RIGHT_END, right)
        self.row += 1

    def _subtitle(self) -> None:
        """The reference date, or the question for it; on the right what this sheet is made from."""
        book, row = self.book, 1
        paper = {"bg_color": Colour.PAPER}
        for column in range(_RIGHT_END + 1):
            self.sheet.write_blank(row, column, None, book.format(**paper))
        look = book.format(font_color=Colour.NAVY, bold=True, **paper)
        span(book, self.sheet, row, _LEFT, _LEFT_END, self._reference_date(), look)
        ask = book.rule(font_color=Colour.BROWN, bg_color=Colour.PALE_ORANGE)
        rule = {"type": "formula", "criteria": "=NOT(ISNUMBER(mp_peildatum))", "format": ask}
        self.sheet.conditional_format(row, _LEFT, row, _LEFT_END, rule)
        plan, progress = (book.layout.sheet_name(key) for key in ("plan", "progress"))
        note = self.say(
            "Rekent zichzelf uit de bladen {plan} en {progress}; hier hoeft u niets in te vullen.",
            plan=plan,
            progress=progress,
        )
        quiet = book.format(font_color=Colour.QUIET, italic=True, font_size=9, align="right", **paper)
        span(book, self.sheet, row, _RIGHT, _RIGHT_END, note, quiet)
        self.sheet.set_row(row, 17)
        self.row = 2
        self._gap()

    def _reference_date(self) -> Answer:
        """The day in words, the same in every program and language, or the question for it."""
        names = [written_out(date(2000, month, 1), self.book.lang).split()[1] for month in range(1, 13)]
        months = ",".join(quoted(name) for name in names)
        day = f'DAY(mp_peildatum)&" "&CHOOSE(MONTH(mp_peildatum),{months})&" "&YEAR(mp_peildatum)'
        sheet = self.book.layout.sheet_name("settings")
        known = self.say("Peildatum: {day}", day="")
        asked = self.say(
            "▲ Vul de peildatum in op het blad {sheet}; tot dan is hier niet alles te zien.", sheet=sheet
        )
        formula = f"=IF(ISNUMBER(mp_peildatum),{quoted(known)}&{day},{quoted(asked)})"
        now = self.book.layout.plan.reference_date
        return Answer(formula, known + written_out(now, self.book.lang) if now else asked)

    # The six numbers

    def _tiles(self) -> None:
        total = self.figures.milestones()
        done = self.figures.with_status(Status.DONE)
        tiles = [(self.say("Mijlpalen"), total, self._not_counted(), (Colour.NAVY, Colour.WHITE))]
        tiles.append(
            (self._word(Status.DONE), done, self._share_done(total, done), _STATUS_LOOKS[Status.DONE])
        )
        for status in PLAN_STATUSES[1:]:
            term = STATUSES.term(status)
            below = f"{term.sign} {term.meaning.get(self.book.lang)}"
            tiles.append((self._word(status), self.figures.with_status(status), below, _STATUS_LOOKS[status]))
        for at, (name, number, below, (fill, ink)) in enumerate(tiles):
            first = (_LEFT if at < 3 else _RIGHT) + 3 * (at % 3)
            self._tile(first, name, number, below, fill, ink)
        for offset, height in enumerate((19, 36, 19)):
            self.sheet.set_row(self.row + offset, height)
        self.row += 3
        self._gap()

    def _word(self, status: Status) -> str:
        return STATUSES.show(status, self.book.lang)

    def _tile(self, first: int, name: str, number: Answer, below: Answer | str, fill: str, ink: str) -> None:
        look = {
            "bg_color": fill, "font_color": ink, "align": "center",
            "left": 2, "right": 2, "left_color": Colour.WHITE, "right_color": Colour.WHITE,
        }  # fmt: skip
        sizes: tuple[dict[str, Any], ...] = (
            {"bold": True, "font_size": 11},
            {"bold": True, "font_size": 26},
            {"font_size": 9},
        )
        for offset, (what, size) in enumerate(zip((name, number, below), sizes, strict=True)):
            span(
                self.book,
                self.sheet,
                self.row + offset,
                first,
                first + 2,
                what,
                self.book.format(**look, **size),
            )

    def _not_counted(self) -> Answer:
        """What is in the total and in no other tile."""
        no_date, cancelled = (self.figures.with_status(s) for s in (Status.NO_DATE, Status.CANCELLED))
        before, between, after = self.say(
            "◆ waarvan {dates} zonder datum, {cancelled} vervallen", dates="\0", cancelled="\0"
        ).split("\0")
        parts = (quoted(before), no_date.formula[1:], quoted(between), cancelled.formula[1:], quoted(after))
        formula = "=" + "&".join(parts)
        return Answer(formula, f"{before}{no_date.value}{between}{cancelled.value}{after}")

    def _share_done(self, total: Answer, done: Answer) -> Answer:
        words = self.say("✔ {percent} van alle mijlpalen", percent="\0").split("\0")
        share = f"ROUND(100*{done.formula[1:]}/MAX(1,{total.formula[1:]}),0)"
        formula = f'={quoted(words[0])}&{share}&"%"&{quoted(words[1])}'
        return Answer(formula, f"{words[0]}{_percent(done, total)}%{words[1]}")

    # Deelprojecten

    def _bands(self) -> None:
        """The table of deelprojecten, from which the stacked bars beside it are drawn."""
        self._titles(self.say("Mijlpalen per deelproject"), self.say("In beeld"))
        top = self.row
        heads = [(self.say("Deelproject"), _LEFT, _LEFT + 2), (self.say("Totaal"), _LEFT + 3, _LEFT + 3)]
        heads += [(self._word(status), at, at) for at, status in enumerate(PLAN_STATUSES, _LEFT + 4)]
        self._heads(heads, _TALL_HEAD)
        lines = self._band_lines()
        height = max(_LEAST_ROW, min(30.0, (_ROOM - self._other_heights()) / lines))
        first = self.row
        in_use = len(self.figures.band_rows) > self._shown_bands()
        heights = [height] * (lines - 1) + [height if in_use else _LEAST_ROW]
        for row, one in enumerate(heights, first):
            self.sheet.set_row(row, one)
        self._band_rows(first, lines, height)
        self.row += lines
        self._band_chart(top, first, lines, _TALL_HEAD + sum(heights))
        self._gap()

    def _has_loose(self) -> bool:
        return self.figures.loose_start("A1").value == 1

    def _shown_bands(self) -> int:
        return min(_MOST_BANDS, max(_LEAST_BANDS, len(self.figures.band_rows)))

    def _band_lines(self) -> int:
        return self._has_loose() + self._shown_bands() + 1

    def _year_lines(self) -> int:
        first, last = self.book.layout.years
        return max(len(STAGES.terms) + 1, last - first + 1)

    def _other_heights(self) -> float:
        """Height of all that stands beside the rows of the deelprojecten, in points."""
        tables = self._year_lines() * _ROW + _SLIP_ROWS * _ROW + _BOTTLENECK_ROWS * 27
        return 30 + 17 + 74 + 5 * 8 + 4 * _SECTION + 2 * _TALL_HEAD + 2 * _HEAD + tables

    def _heads(self, heads: list[tuple[str, int, int]], height: float = _HEAD) -> None:
        self.sheet.set_row(self.row, height)
        self._heads_at(self.row, heads)
        self.row += 1

    def _heads_at(self, row: int, heads: list[tuple[str, int, int]]) -> None:
        for text, first, last in heads:
            look = self.head if last > first else self.head_middle
            span(self.book, self.sheet, row, first, last, text, look)

    def _band_rows(self, first: int, lines: int, height: float) -> None:
        loose, bands = int(self._has_loose()), self._shown_bands()
        first_band = a1(first + loose, _FIRST, "$")
        spots: list[tuple[Answer, Answer, Answer]] = []
        for index in range(bands + 1):
            row = first + loose + index
            at = a1(row, _FIRST, "$")
            previous = a1(row - 1, _FIRST, "$") if index else None
            following = a1(row + 1, _FIRST, "$") if index < bands else None
            name = self.figures.band_name(index, at) if index < bands else self.figures.rest_name(bands, at)
            spots.append(
                (self.figures.band_at(index, previous), self.figures.band_end(index, at, following), name)
            )
        if loose:
            at = a1(first, _FIRST, "$")
            words = self.say("(zonder deelproject)")
            name = Answer(f'=IF({at}="","",{quoted(words)})', words)
            spots.insert(
                0, (self.figures.loose_start(first_band), self.figures.loose_end(at, first_band), name)
            )
        room = _NAME_ROOM if height >= 24 else _NAME_ROOM // 2
        for row, (start, end, name) in enumerate(spots, first):
            self._band_row(
                row, start, end, name, room, self.rest if row == first + lines - 1 else self.wrapped
            )

    def _band_row(self, row: int, start: Answer, end: Answer, name: Answer, room: int, look: Format) -> None:
        for column, given in ((_FIRST, start), (_LAST, end), (_NAME, name)):
            self.put(row, column, given, self.hidden)
        full, text = a1(row, _NAME, "$"), str(name.value)
        self.put(
            row, _LABEL, Answer(f"={one_line(full, _LABEL_ROOM)}", short(text, _LABEL_ROOM)), self.hidden
        )
        shown = Answer(f"={one_line(full, room)}", short(text, room))
        span(self.book, self.sheet, row, _LEFT, _LEFT + 2, shown, look)
        cells = (a1(row, _FIRST, "$"), a1(row, _LAST, "$"))
        rows = (start.value, end.value)
        self.put(row, _LEFT + 3, self.figures.milestones_between(*cells, rows), self.total)
        for column, status in enumerate(PLAN_STATUSES, _LEFT + 4):
            self.put(row, column, self.figures.status_between(*cells, rows, status), self.count)

    def _band_chart(self, top: int, first: int, lines: int, height: float) -> None:
        chart: Any = self.book.file.add_chart({"type": "bar", "subtype": "stacked"})
        name, last = self.book.layout.sheet_name("dashboard"), first + lines - 1
        for column, status in enumerate(PLAN_STATUSES, _LEFT + 4):
            fill, ink = _STATUS_LOOKS[status]
            series: dict[str, Any] = {
                "name": [name, top, column],
                "categories": [name, first, _LABEL, last, _LABEL],
                "values": [name, first, column, last, column],
                "gap": 35,
                "fill": {"color": f"#{fill}"},
                "border": {"color": f"#{Colour.WHITE}", "width": 0.75},
                "data_labels": {
                    "value": True, "num_format": "0;;", "position": "center",
                    "font": {"name": FONT, "size": 9, "bold": True, "color": f"#{ink}"},
                },
            }  # fmt: skip
            if status is Status.SLIPPING:  # a second sign beside the colour, for print in grey
                series["pattern"] = {
                    "pattern": "wide_upward_diagonal",
                    "fg_color": "#E08E0B",
                    "bg_color": f"#{fill}",
                }
            chart.add_series(series)
        chart.set_y_axis(
            {"reverse": True, "num_font": {"name": FONT, "size": 9}, "line": {"none": True},
             "major_tick_mark": "none"}
        )  # fmt: skip
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        alt = self.say("Staafdiagram van de tabel links: per deelproject de mijlpalen naar planstatus.")
        self._place(chart, top, _RIGHT, _RIGHT_END, height, alt, legend="bottom")

    def _place(
        self, chart: Any, row: int, first: int, last: int, height: float, alt: str, legend: str
    ) -> None:
        """Put a chart over the columns from ``first`` to ``last``; ``height`` in points."""
        chart.set_title({"none": True})
        chart.set_legend({"position": legend, "font": {"name": FONT, "size": 9}})
        chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
        chart.show_hidden_data()
        width = (last - first + 1) * round(_WIDTH * 7 + 5)
        chart.set_size({"width": width - 4, "height": round(height * 4 / 3) - 4})
        options = {"description": alt, "object_position": 1, "x_offset": 2, "y_offset": 2}
        self.sheet.insert_chart(row, first, chart, options)

    # Lights and stages of the activities; milestones per year

    def _lights_and_years(self) -> None:
        progress = self.book.layout.sheet_name("progress")
        self._titles(
            self.say("Activiteiten: stoplicht en fase (blad {sheet})", sheet=progress),
            self.say("Gepland en werkelijk gereed per jaar"),
        )
        lines, top = self._year_lines(), self.row
        count = self.say("Aantal")
        self._heads_at(top, [
            (self._head("light"), _LEFT, _LEFT + 1), (count, _LEFT + 2, _LEFT + 2),
            (self.say("Aandeel"), _LEFT + 3, _LEFT + 4), (self._head("stage"), _LEFT + 5, _LEFT + 7),
            (count, _LEFT + 8, _LEFT + 8), (self.say("Jaar"), _RIGHT, _RIGHT),
            (self.say("Gepland"), _RIGHT + 1, _RIGHT + 1), (self.say("Gereed"), _RIGHT + 2, _RIGHT + 2),
        ])  # fmt: skip
        for row in range(top, top + lines + 1):
            self.sheet.set_row(row, _ROW)
        self._lights(top + 1)
        self._stages(top + 1)
        self._years(top + 1)
        self.row += lines + 1
        self._gap()

    def _lights(self, first: int) -> None:
        words = [(f"{term.sign} {term.word.get(self.book.lang)}", term.code) for term in LIGHTS]
        none, total = first + len(words), first + len(words) + 1
        all_cell, all_of_them = a1(total, _LEFT + 2, "$"), self.figures.activities_in_all()
        counts = [self.figures.activities_with("light", code) for _, code in words]
        for row, ((word, code), count) in enumerate(zip(words, counts, strict=True), first):
            look = self.book.format(bold=True, indent=1, **LIGHT_LOOKS[Light(code)])
            span(self.book, self.sheet, row, _LEFT, _LEFT + 1, word, look)
            self._share(row, count, all_cell, all_of_them)
        span(self.book, self.sheet, none, _LEFT, _LEFT + 1, self.say("– geen stoplicht"), self.text)
        self._share(
            none,
            self._remainder(first, none, _LEFT + 2, all_cell, all_of_them, counts),
            all_cell,
            all_of_them,
        )
        span(self.book, self.sheet, total, _LEFT, _LEFT + 1, self.say("Activiteiten samen"), self.rest)
        self.put(total, _LEFT + 2, all_of_them, self.total)

    def _remainder(
        self, first: int, row: int, column: int, all_cell: str, all_of_them: Answer, counts: list[Answer]
    ) -> Answer:
        """The activities that are in none of the rows above."""
        above = f"{a1(first, column, '$')}:{a1(row - 1, column, '$')}"
        rest = _whole(all_of_them) - sum(_whole(count) for count in counts)
        return Answer(f"=MAX(0,{all_cell}-SUM({above}))", max(0, rest))

    def _share(self, row: int, count: Answer, all_cell: str, all_of_them: Answer) -> None:
        """The count, its share in words and as a bar of blocks: it prints everywhere alike."""
        self.put(row, _LEFT + 2, count, self.count)
        cell = a1(row, _LEFT + 2, "$")
        share = f"ROUND(100*{cell}/MAX(1,{all_cell}),0)"
        blocks = f'REPT("█",ROUND(10*{cell}/MAX(1,{all_cell}),0))'
        percent = _percent(count, all_of_them)
        bar = "█" * min(10, _rounded(10 * _whole(count), max(1, _whole(all_of_them))))
        formula = f'=IF({cell}=0,"",{share}&"% "&LEFT({blocks},10))'
        look = self.book.format(
            font_size=8, indent=1, font_color=Colour.ELAPSED, border=1, border_color=Colour.LINE
        )
        value = f"{percent}% {bar}" if count.value else ""
        span(self.book, self.sheet, row, _LEFT + 3, _LEFT + 4, Answer(formula, value), look)

    def _stages(self, first: int) -> None:
        counts = [self.figures.activities_with("stage", term.code) for term in STAGES]
        for row, (term, count) in enumerate(zip(STAGES, counts, strict=True), first):
            word = f"{term.sign} {term.word.get(self.book.lang)}"
            span(self.book, self.sheet, row, _LEFT + 5, _LEFT + 7, word, self.text)
            self.put(row, _LEFT + 8, count, self.count)
        row = first + len(counts)
        span(self.book, self.sheet, row, _LEFT + 5, _LEFT + 7, self.say("– geen fase"), self.text)
        all_cell = a1(first + len(LIGHTS.terms) + 1, _LEFT + 2, "$")
        rest = self._remainder(first, row, _LEFT + 8, all_cell, self.figures.activities_in_all(), counts)
        self.put(row, _LEFT + 8, rest, self.count)

    def _years(self, first: int) -> None:
        begin, end = self.book.layout.years
        plain = self.book.format(font_size=9.5, align="center", border=1, border_color=Colour.LINE)
        for row, year in enumerate(range(begin, end + 1), first):
            self.sheet.write_number(row, _RIGHT, year, plain)
            cell = a1(row, _RIGHT, "$")
            self.put(row, _RIGHT + 1, self.figures.in_year(cell, year, "due"), self.count)
            self.put(row, _RIGHT + 2, self.figures.in_year(cell, year, "actual"), self.count)
        self._year_chart(first, first + end - begin)

    def _year_chart(self, first: int, last: int) -> None:
        chart: Any = self.book.file.add_chart({"type": "column"})
        name = self.book.layout.sheet_name("dashboard")
        for column, colour in ((_RIGHT + 1, Colour.PLANNED), (_RIGHT + 2, Colour.DONE)):
            chart.add_series({
                "name": [name, first - 1, column],
                "categories": [name, first, _RIGHT, last, _RIGHT],
                "values": [name, first, column, last, column],
                "fill": {"color": f"#{colour}"},
                "border": {"none": True},
                "gap": 60,
                "data_labels": {"value": True, "num_format": "0;;", "font": {"name": FONT, "size": 9}},
            })  # fmt: skip
        font = {"num_font": {"name": FONT, "size": 9}, "line": {"color": f"#{Colour.LINE}"}}
        chart.set_x_axis({**font, "major_tick_mark": "none"})
        chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        alt = self.say("Kolomdiagram van de tabel links: mijlpalen per jaar, gepland en werkelijk gereed.")
        height = (self._year_lines() + 1) * _ROW
        self._place(chart, first - 1, _RIGHT + 3, _RIGHT_END, height, alt, legend="right")

    # Parties; largest slips

    def _parties_and_slips(self) -> None:
        self._titles(
            self.say("Per betrokken partij (als trekker)"),
            self.say("Grootste uitloop van wat nog niet gereed is"),
        )
        heads = [(self.say("Partij"), _LEFT, _LEFT + 2), (self.say("Totaal"), _LEFT + 3, _LEFT + 3)]
        heads += [(self._word(status), at, at) for at, status in enumerate(PLAN_STATUSES, _LEFT + 4)]
        heads += [
            (header(Milestone, "number", self.book.lang), _RIGHT, _RIGHT), (header(Milestone, "title", self.book.lang), _RIGHT + 1, _RIGHT + 5),
            (self.say("Trekker"), _RIGHT + 6, _RIGHT + 7), (self.say("Weken"), _RIGHT + 8, _RIGHT + 8),
        ]  # fmt: skip
        self._heads(heads, _TALL_HEAD)
        for row in range(self.row, self.row + _SLIP_ROWS):
            self.sheet.set_row(row, _ROW)
        self._party_list()
        sums = self._parties(self.row)
        self._other_parties(self.row + _PARTY_ROWS, sums)
        for place in range(_SLIP_ROWS):
            self._slip(self.row + place, place)
        late = {
            "type": "formula",
            "format": self.book.rule(bg_color=Colour.PALE_RED, font_color=Colour.RED, bold=True),
        }
        slipping = {"type": "formula", "format": self.book.rule(bg_color=Colour.PALE_ORANGE, bold=True)}
        for offset, rule in ((6, slipping), (7, late)):
            cell = a1(self.row, _LEFT + offset)
            rule["criteria"] = f"=N({cell})>0"
            self.sheet.conditional_format(
                self.row, _LEFT + offset, self.row + _SLIP_ROWS - 1, _LEFT + offset, rule
            )
        self.row += _SLIP_ROWS
        self._gap()

    def _party_list(self) -> None:
        """In hidden columns: every line of the list of parties, with how much it leads."""
        for index in range(len(self.figures.parties)):
            name, other = self.figures.party_name(index)
            cells = (a1(index, _PARTY, "$"), a1(index, _OTHER, "$"))
            self.put(index, _PARTY, name, self.hidden)
            self.put(index, _OTHER, other, self.hidden)
            self.put(index, _RANK, self.figures.party_rank(index, *cells), self.hidden)

    def _parties(self, first: int) -> list[int]:
        """The parties that lead most; answers the sum of every column."""
        last = len(self.figures.parties) - 1
        ranks = f"{a1(0, _RANK, '$')}:{a1(last, _RANK, '$')}"
        sums = [0] * (1 + len(PLAN_STATUSES))
        for place in range(_PARTY_ROWS):
            row = first + place
            index = self.figures.leading_party(place)
            spot = Answer(
                f'=IF(COUNT({ranks})<{place + 1},"",MATCH(LARGE({ranks},{place + 1}),{ranks},0))',
                "" if index is None else index + 1,
            )
            self.put(row, _FIRST, spot, self.hidden)
            at = a1(row, _FIRST, "$")
            name, other = (f"INDEX({a1(0, c, '$')}:{a1(last, c, '$')},{at})" for c in (_PARTY, _OTHER))
            text = "" if index is None else self.figures.parties[index][0]
            shown = Answer(f'=IF({at}="","",{one_line(name, 44)})', short(text, 44))
            span(self.book, self.sheet, row, _LEFT, _LEFT + 2, shown, self.text)
            answers = [self.figures.party_milestones(index, at, name, other)]
            answers += [self.figures.party_status(index, at, name, other, s) for s in PLAN_STATUSES]
            for offset, given in enumerate(answers):
                sums[offset] += _whole(given)
                self.put(row, _LEFT + 3 + offset, given, self.count if offset else self.total)
        return sums

    def _other_parties(self, row: int, sums: list[int]) -> None:
        for offset, words in enumerate(("andere partijen", "nog geen trekker")):
            span(self.book, self.sheet, row + offset, _LEFT, _LEFT + 2, self.say(words), self.rest)
        for offset, (status, known) in enumerate(zip((None, *PLAN_STATUSES), sums, strict=True)):
            column = _LEFT + 3 + offset
            above = f"{a1(row - _PARTY_ROWS, column, '$')}:{a1(row - 1, column, '$')}"
            look = self.count if offset else self.total
            self.put(row, column, self.figures.other_parties(above, known, status), look)
            self.put(row + 1, column, self.figures.no_party(status), look)

    def _slip(self, row: int, place: int) -> None:
        spot = self.figures.slip_at(place)
        self.put(row, _LAST, spot, self.hidden)
        at = a1(row, _LAST, "$")

        def text(key: str, limit: int, nothing: str = "") -> Answer:
            return self.figures.plan_text(at, spot.value, key, limit, nothing)

        nothing = "" if place else self.say("Er is nu geen uitloop.")
        self.put(row, _RIGHT, text("number", 12), self.middle)
        span(self.book, self.sheet, row, _RIGHT + 1, _RIGHT + 5, text("title", 72, nothing), self.text)
        span(self.book, self.sheet, row, _RIGHT + 6, _RIGHT + 7, text("party", 28), self.text)
        self.put(row, _RIGHT + 8, self.figures.slip_weeks(at, spot.value), self.weeks)

    # Bottlenecks

    def _bottlenecks(self) -> None:
        """Activities that are red or orange now and not done, red first."""
        count = self.figures.bottlenecks()
        before, after = self.say(
            "Knelpunten nu: activiteiten op rood of oranje die nog niet gereed zijn ({count})", count="\0"
        ).split("\0")
        formula = f"={quoted(before)}&{count.formula[1:]}&{quoted(after)}"
        self._titles(Answer(formula, f"{before}{count.value}{after}"))
        columns: list[tuple[str, int, int, int, str]] = [
            ("light", _LEFT, _LEFT + 1, 30, ""),
            ("description", _LEFT + 2, _LEFT + 6, 130, ""),
            ("bottlenecks", _LEFT + 7, _RIGHT + 2, 150, self.say("– nog niet ingevuld")),
            ("measure", _RIGHT + 3, _RIGHT + 6, 130, self.say("– nog geen maatregel")),
            ("who", _RIGHT + 7, _RIGHT_END, 50, "–"),
        ]
        self._heads([(self._head(key), first, last) for key, first, last, _, _ in columns])
        top = self.row
        for place in range(_BOTTLENECK_ROWS):
            self.sheet.set_row(self.row, 27)
            spot = self.figures.bottleneck_at(place)
            self.put(self.row, _FIRST, spot, self.hidden)
            at = a1(self.row, _FIRST, "$")
            for key, first, last, limit, missing in columns:
                first_text = place == 0 and key == "description"
                nothing = self.say("Niets staat nu op rood of oranje.") if first_text else ""
                given = self.figures.progress_text(at, spot.value, key, limit, missing, nothing)
                span(self.book, self.sheet, self.row, first, last, given, self.wrapped)
            self.row += 1
        light_rules(self.book, self.sheet, top, self.row - 1, _LEFT, _LEFT + 1)


def _whole(given: Answer) -> int:
    """The value of a count; an empty cell counts for nothing."""
    return given.value if isinstance(given.value, int) else 0


def _rounded(part: int, whole: int) -> int:
    """Rounded as a spreadsheet does: a half goes up."""
    return (2 * part + whole) // (2 * whole)


def _percent(part: Answer, whole: Answer) -> int:
    return _rounded(100 * _whole(part), max(1, _whole(whole)))
