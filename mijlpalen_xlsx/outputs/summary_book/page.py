"""What the sheets of a summary share: the book, title bar, heads, looks of values, links, print set-up."""

from __future__ import annotations

import os
from collections.abc import Iterable
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.many.listing import is_url
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Status
from mijlpalen_xlsx.words import Lang
from mijlpalen_xlsx.writer.book import Book, fit
from mijlpalen_xlsx.writer.layout import Layout

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["LIGHT_LOOKS", "MOST_TEXT", "STATUS_LOOKS", "Overview"]

MOST_TEXT = 32_000  # a cell holds 32,767 characters
_MOST_LINK = 2_000  # Excel refuses a longer address
_A4 = 9
_HEAD = {"bold": True, "bg_color": Colour.BAND, "font_color": Colour.NAVY, "text_wrap": True,
         "bottom": 1, "bottom_color": Colour.LINE}  # fmt: skip
_BODY = {"bottom": 1, "bottom_color": Colour.LINE}
LIGHT_LOOKS: dict[str, dict[str, Any]] = {
    "green": {"bg_color": Colour.GREEN, "font_color": Colour.WHITE},
    "orange": {"bg_color": Colour.ORANGE, "font_color": Colour.INK},
    "red": {"bg_color": Colour.RED, "font_color": Colour.WHITE},
}
STATUS_LOOKS: dict[Status, dict[str, Any]] = {
    Status.DONE: {"bg_color": Colour.PALE_GREEN},
    Status.LATE: {"bg_color": Colour.PALE_RED, "bold": True},
    Status.SLIPPING: {"bg_color": Colour.PALE_ORANGE},
}
_IN_NAME = pattern(r"[\[\]:*?/\\']")


class Overview:
    """The workbook of a summary while it is written. ``target`` is where it will stand, for its links."""

    def __init__(self, lang: Lang, target: str | None) -> None:
        self.bytes = BytesIO()
        # The layout is that of a plan without anything in it: only its language counts here.
        self.book = Book(self.bytes, Layout(Plan(about=About(language=lang)), None))
        self.lang, self.say, self.put = lang, self.book.say, self.book.put
        self.folder = os.path.dirname(os.path.abspath(target)) if target else None  # noqa: PTH100, PTH120
        self._names: set[str] = set()

    def sheet(self, title: str, colour: str = Colour.NAVY) -> Worksheet:
        """A new sheet, landscape A4, as wide as one page, with page numbers below."""
        sheet = self.book.file.add_worksheet(self._name(title))
        sheet.hide_gridlines(2)
        sheet.set_tab_color(f"#{colour}")
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        sheet.set_footer(f"&L&8&A&C&8{self.say('pagina {page} van {pages}', page='&P', pages='&N')}")
        return sheet

    def _name(self, title: str) -> str:
        """At most 31 characters, without what Excel refuses, and each name once."""
        plain = _IN_NAME.sub(" ", title)[:31]
        name, number = plain, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{plain[:27]} {number}"
        self._names.add(name.casefold())
        return name

    def title(self, sheet: Worksheet, text: str, below: str, last: int) -> None:
        """The dark bar with the title, and a quiet line below it."""
        bar = self.book.format(
            bg_color=Colour.NAVY, font_color=Colour.WHITE, bold=True, font_size=15, indent=1
        )
        quiet = self.book.format(font_color=Colour.QUIET, indent=1, text_wrap=True)
        sheet.set_row(0, 30)
        sheet.merge_range(0, 0, 0, last, "", bar)
        self.put(sheet, 0, 0, text, bar)
        sheet.set_row(1, 20)
        sheet.merge_range(1, 0, 1, last, "", quiet)
        self.put(sheet, 1, 0, below, quiet)

    def section(self, sheet: Worksheet, row: int, text: str, last: int) -> None:
        """A heading within a sheet."""
        look = self.book.format(
            bold=True, font_size=12, font_color=Colour.NAVY, bottom=2, bottom_color=Colour.NAVY
        )
        sheet.set_row(row, 22)
        for column in range(last + 1):
            self.put(sheet, row, column, text if column == 0 else None, look)

    def heads(self, sheet: Worksheet, row: int, heads: list[str], numbers_from: int = 99) -> None:
        """The head of a table; heads from ``numbers_from`` on stand above numbers."""
        sheet.set_row(row, 44)
        for column, head in enumerate(heads):
            align = "right" if column >= numbers_from else "left"
            self.put(sheet, row, column, head[:1].upper() + head[1:], self.book.format(**_HEAD, align=align))

    def body(self, **look: Any) -> Format:
        """The look of a cell in a table."""
        return self.book.format(**{**_BODY, **look})

    def grow(self, sheet: Worksheet, row: int, texts: Iterable[tuple[str | None, float]]) -> None:
        """Make a row as high as its texts need in columns so many characters wide; not every program does."""
        lines = max((_lines(text, width) for text, width in texts if text), default=1)
        if lines > 1:
            sheet.set_row(row, min(400, 3 + 13 * lines))

    def day(self) -> Format:
        return self.book.date_format(**_BODY)

    def light(self, code: str | None) -> tuple[str | None, Format]:
        """The sign and word of a light, and its look."""
        if code is None:
            return None, self.body()
        term = LIGHTS.term(code)
        return f"{term.sign} {term.word.get(self.lang)}", self.body(**LIGHT_LOOKS[code], align="center")

    def status(self, code: str | None) -> tuple[str | None, Format]:
        """The sign and word of a status, and its look."""
        if code is None:
            return None, self.body()
        term = STATUSES.term(code)
        return f"{term.sign} {term.word.get(self.lang)}", self.body(**STATUS_LOOKS.get(Status(code), {}))

    def link(self, sheet: Worksheet, row: int, column: int, file: str, cell: str | None, text: str) -> None:
        """A link to a file, or to a cell in it; plain text where it cannot be linked to."""
        look = self.body(font_color=Colour.LINK, underline=1)
        address = self._address(file)
        # A cell on a sheet with a # in its name cannot be linked to; the file itself can.
        if address and cell and "#" not in cell and not is_url(file):
            address += f"#{cell}"
        if address is None or len(address) > _MOST_LINK:
            self.put(sheet, row, column, text, self.body())
            return
        sheet.write_url(row, column, address, look, fit(text)[:MOST_TEXT])

    def _address(self, file: str) -> str | None:
        """The file as seen from the folder of this workbook, so that both can move together."""
        if is_url(file):
            return file if file.startswith(("https://", "http://")) else None
        if self.folder is None or file == "-" or "\x00" in file:
            return None
        try:
            relative = os.path.relpath(os.path.abspath(file), self.folder)  # noqa: PTH100
        except ValueError:  # another drive of Windows
            relative = os.path.abspath(file)  # noqa: PTH100
        if fit(relative) != relative:  # a name that no workbook can hold, such as one in another encoding
            return None
        return "external:" + relative.replace(os.sep, "/").replace("%", "%25").replace("#", "%23")

    def filters(self, sheet: Worksheet, row: int, last_row: int, last_column: int) -> None:
        """Filters on the head, which stays in sight and comes back on every page."""
        sheet.autofilter(row, 0, max(row + 1, last_row), last_column)
        sheet.freeze_panes(row + 1, 0)
        sheet.repeat_rows(row)
        sheet.print_area(0, 0, max(row + 1, last_row), last_column)

    def close(self, title: str) -> bytes:
        """The finished workbook."""
        self.book.close(title, "")
        return self.bytes.getvalue()


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in text.split("\n"))


def area(sheet: Worksheet, column: int, first: int, last: int) -> str:
    """Rows of one column as a chart wants them."""
    letters = column_letters(column + 1)
    name = sheet.get_name().replace("'", "''")
    return f"='{name}'!${letters}${first + 1}:${letters}${last + 1}"
