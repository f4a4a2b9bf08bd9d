"""What the blocks of the dashboard share: its columns, formats, headings, charts and rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.format import Activity, header
from mijlpalen_xlsx.look import FONT, Colour
from mijlpalen_xlsx.vocabulary import STAGES, STATUSES, Status
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.dashboard_figures import Figures
from mijlpalen_xlsx.writer.sheet_page import Answer, answer, section, span

__all__ = ["DashboardPage", "percent", "rounded", "whole"]

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Two halves of nine columns with a gap between them, and hidden columns for what the formulas look up.
LEFT, LEFT_END, RIGHT, RIGHT_END = 1, 9, 11, 19
WIDTH = 11.7
FIRST, LAST, NAME, LABEL = 21, 22, 23, 24
PARTY, OTHER, RANK = 26, 27, 28
ROW, HEAD, TALL_HEAD, SECTION = 16.0, 16.0, 26.0, 20.0  # heights in points
SLIP_ROWS, BOTTLENECK_ROWS = 8, 4

STATUS_LOOKS = {
    Status.DONE: (Colour.DONE, Colour.WHITE),
    Status.ON_SCHEDULE: (Colour.GREEN, Colour.WHITE),
    Status.SLIPPING: (Colour.ORANGE, Colour.INK),
    Status.LATE: (Colour.RED, Colour.WHITE),
    Status.NOT_STARTED: (Colour.GREY, Colour.INK),
}


class DashboardPage:
    """The sheet while it is written; ``row`` is the next free one."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.book, self.sheet, self.figures = book, sheet, Figures(book)
        self.row = 0
        line = {"border": 1, "border_color": Colour.LINE}
        head = {"bold": True, "font_size": 9, "font_color": Colour.NAVY, "bg_color": Colour.BAND, **line}
        self.head_look = book.format(**head, indent=1, text_wrap=True)
        self.head_middle_look = book.format(**head, align="center", text_wrap=True)
        self.text_look = book.format(font_size=9, indent=1, **line)
        self.wrapped_look = book.format(font_size=9, indent=1, text_wrap=True, **line)
        self.count_look = book.format(font_size=9.5, align="center", num_format="0;;–", **line)
        self.total_look = book.format(font_size=9.5, align="center", num_format="0;;–", bold=True, **line)
        self.rest_look = book.format(font_size=9, indent=1, italic=True, font_color=Colour.QUIET, **line)
        self.middle_look = book.format(font_size=9, align="center", **line)
        self.weeks_look = book.format(font_size=9.5, align="center", bold=True, font_color=Colour.RED, **line)
        self.hidden_look = book.format(font_color=Colour.QUIET)

    def say(self, nl: str, **values: object) -> str:
        return self.book.say(nl, **values)

    def head(self, key: str) -> str:
        """The header of a column of the progress sheet."""
        return header(Activity, key, self.book.lang)

    def put(self, row: int, column: int, given: Answer, look: Format) -> None:
        answer(self.book, self.sheet, row, column, given, look)

    def gap(self, height: float = 8) -> None:
        self.sheet.set_row(self.row, height)
        self.row += 1

    def titles(self, left: Answer | str, right: Answer | str = "") -> None:
        """The headings above the two halves, or one over the whole width."""
        self.sheet.set_row(self.row, SECTION)
        section(self.book, self.sheet, self.row, LEFT, LEFT_END if right else RIGHT_END, left)
        if right:
            section(self.book, self.sheet, self.row, RIGHT, RIGHT_END, right)
        self.row += 1

    def word(self, status: Status) -> str:
        return STATUSES.show(status, self.book.lang)

    def signed(self, status: Status) -> str:
        """The word of a status with its sign."""
        return f"{STATUSES.term(status).sign} {self.word(status)}"

    def heads(self, heads: list[tuple[str, int, int]], height: float = HEAD) -> None:
        self.sheet.set_row(self.row, height)
        self.heads_at(self.row, heads)
        self.row += 1

    def heads_at(self, row: int, heads: list[tuple[str, int, int]]) -> None:
        for text, first, last in heads:
            look = self.head_look if last > first else self.head_middle_look
            span(self.book, self.sheet, row, first, last, text, look)

    def place(
        self, chart: Any, row: int, first: int, last: int, height: float, alt: str, legend: str
    ) -> None:
        """Put a chart over the columns from ``first`` to ``last``; ``height`` in points."""
        chart.set_title({"none": True})
        chart.set_legend({"position": legend, "font": {"name": FONT, "size": 9}})
        chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
        chart.show_hidden_data()
        width = (last - first + 1) * round(WIDTH * 7 + 5)
        chart.set_size({"width": width - 4, "height": round(height * 4 / 3) - 4})
        options = {"description": alt, "object_position": 1, "x_offset": 2, "y_offset": 2}
        self.sheet.insert_chart(row, first, chart, options)

    def year_lines(self) -> int:
        first, last = self.book.layout.years
        return max(len(STAGES.terms) + 1, last - first + 1)


def whole(given: Answer) -> int:
    """The value of a count; an empty cell counts for nothing."""
    return given.value if isinstance(given.value, int) else 0


def rounded(part: int, total: int) -> int:
    """A quotient rounded as a spreadsheet does: a half goes up."""
    return (2 * part + total) // (2 * total)


def percent(part: Answer, total: Answer) -> int:
    """What part of the total it is; of nothing it is 0."""
    return rounded(100 * whole(part), max(1, whole(total)))
