"""What the sheets beside the plan share on the page: title bar, headings, lights, print set-up and footer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.dates import Precision, When, show
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.vocabulary import LIGHTS, Light
from mijlpalen_xlsx.words import Lang, clean
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.layout import a1, area

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = [
    "LIGHT_LOOKS",
    "Answer",
    "answer",
    "footer",
    "light_rules",
    "links_to",
    "name_range",
    "places_of",
    "quoted",
    "section",
    "span",
    "title_bar",
    "when_value",
]

_UNFIT = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FOOTER_ROOM, _TITLE_ROOM = 80, 120
_A4 = 9

LIGHT_LOOKS = {
    Light.GREEN: {"bg_color": Colour.GREEN, "font_color": Colour.WHITE},
    Light.ORANGE: {"bg_color": Colour.ORANGE, "font_color": Colour.INK},
    Light.RED: {"bg_color": Colour.RED, "font_color": Colour.WHITE},
}


class Answer(NamedTuple):
    """A formula and the value it has now."""

    formula: str
    value: str | float | date


def quoted(text: str) -> str:
    """One of our own sentences as a formula holds it: at most 255 characters."""
    return '"' + text.replace('"', '""') + '"'


def when_value(when: When, lang: Lang) -> str | date:
    """A day as a real date, a period as its words."""
    if when.text:
        return when.text
    return when.first if when.first and when.precision is Precision.DAY else show(when, lang)


def answer(book: Book, sheet: Worksheet, row: int, column: int, given: Answer, look: Format) -> None:
    """Write a formula with its value. What XML cannot hold is left out: it would make the file unreadable."""
    value = _UNFIT.sub("", given.value) if isinstance(given.value, str) else given.value
    book.formula(sheet, row, column, given.formula, value, look)


def span(
    book: Book, sheet: Worksheet, row: int, first: int, last: int, what: Answer | str, look: Format
) -> None:
    """One content over several cells of a row; for sheets on which nobody fills anything in."""
    if last > first:
        sheet.merge_range(row, first, row, last, "", look)
    if isinstance(what, Answer):
        answer(book, sheet, row, first, what, look)
    else:
        book.put(sheet, row, first, what, look)


def title_bar(book: Book, sheet: Worksheet, last_column: int, title: str) -> None:
    """The dark bar on top: a title of our own, and the region as it stands in the settings."""
    look = book.format(bg_color=Colour.NAVY, font_color=Colour.WHITE, bold=True, font_size=15, indent=1)
    region = (book.layout.plan.region or "")[:_TITLE_ROOM]
    formula = f'={quoted(title)}&IF(mp_regio="","","  ·  "&LEFT(mp_regio,{_TITLE_ROOM}))'
    sheet.set_row(0, 30)
    for column in range(last_column + 1):
        sheet.write_blank(0, column, None, look)
    answer(book, sheet, 0, 0, Answer(formula, f"{title}  ·  {region}" if region else title), look)


def section(book: Book, sheet: Worksheet, row: int, first: int, last: int, what: Answer | str) -> None:
    """A heading with a dark line under it, over the columns of its block."""
    look = book.format(bold=True, font_size=12, font_color=Colour.NAVY, bottom=2, bottom_color=Colour.NAVY)
    span(book, sheet, row, first, last, what, look)


def footer(book: Book, sheet: Worksheet, key: str) -> None:
    """Region, name of the sheet and page, on paper of A4 size."""
    region = clean(book.layout.plan.region or "")
    if len(region) > _FOOTER_ROOM:
        region = region[: _FOOTER_ROOM - 1] + "…"
    left, middle = (text.replace("&", "&&") for text in (region, book.layout.sheet_name(key)))
    page = book.say("Pagina {page} van {pages}", page="&P", pages="&N")
    sheet.set_paper(_A4)
    sheet.set_footer(f"&L&8{_apart(left)}&C&8{_apart(middle)}&R&8{page}", {"margin": 0.3})


def _apart(text: str) -> str:
    """A space before a digit, that would otherwise belong to the font size."""
    return f" {text}" if text[:1].isdigit() else text


def name_range(
    book: Book, name: str, key: str, first_row: int, first_column: int, last_row: int, last_column: int
) -> None:
    """A name of the workbook for a range of one of its sheets."""
    cells = area(first_row, first_column, last_row, last_column)
    if (first_row, first_column) == (last_row, last_column):
        cells = a1(first_row, first_column, "$")
    book.file.define_name(name, f"={book.layout.quoted(key)}!{cells}")


def places_of(key: str, head_row: int, columns: dict[str, int]) -> dict[str, str]:
    """Entries for the hidden sheet: the head row, from 1, and the letters of every column."""
    letters = {f"column.{key}.{column}": column_letters(at + 1) for column, at in columns.items()}
    return {f"header.{key}": str(head_row + 1), **letters}


def links_to(book: Book, key: str) -> str:
    """The address of the first cell of a sheet, for a link within the workbook."""
    return f"internal:{book.layout.quoted(key)}!A1"


def light_rules(
    book: Book, sheet: Worksheet, first_row: int, last_row: int, first_column: int, last_column: int
) -> None:
    """Sign and colour for cells with a traffic light in the first of the columns; the cell keeps its word."""
    cell = a1(first_row, first_column, "c")
    for code, look in LIGHT_LOOKS.items():
        term = LIGHTS.term(code)
        rule = {
            "type": "formula",
            "criteria": f'={cell}="{term.word.get(book.lang)}"',
            "format": book.rule(bold=True, num_format=f'"{term.sign} "@', **look),
        }
        sheet.conditional_format(first_row, first_column, last_row, last_column, rule)
