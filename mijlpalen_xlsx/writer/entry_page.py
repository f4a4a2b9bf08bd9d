"""What the entry sheets share: title, reference date, heads, what a cell asks for, and how they print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.format import Column
from mijlpalen_xlsx.look import DATE_FORMATS, Colour
from mijlpalen_xlsx.words import Words
from mijlpalen_xlsx.writer.book import Book, fit
from mijlpalen_xlsx.writer.layout import DATE_ROW, GROUP_ROW, HEAD_ROW, LEGEND_ROW, TITLE_ROW, a1

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = [
    "HEAD",
    "OWN_COLUMNS",
    "ask_reference_date",
    "date_asked",
    "fit_row",
    "groups",
    "head_height",
    "help_shown",
    "list_asked",
    "mark_asked",
    "no_triangles",
    "reference_date",
    "set_up",
    "title",
]

OWN_COLUMNS = Words("EIGEN KOLOMMEN", "OWN COLUMNS")
HEAD = {
    "bg_color": Colour.BAND, "bold": True, "font_color": Colour.NAVY, "font_size": 9, "text_wrap": True,
    "align": "center", "bottom": 2, "bottom_color": Colour.NAVY,
    "left": 1, "left_color": Colour.LINE, "right": 1, "right_color": Colour.LINE,
}  # fmt: skip
_LEAST_HEAD, _MOST_HEAD = 62, 150
_LINE, _HIGHEST = 13.2, 409
_NARROW = 1.1  # letters are narrower than the digits in which Excel counts the width of a column
_REGION_SHOWN = 120


def _lines(text: str, width: float) -> int:
    """How many lines a text takes when ``width`` characters of the usual size fit on one."""
    room = (width - 1) * _NARROW
    if len(text) <= room and "\n" not in text:
        return 1
    lines = 0
    for paragraph in text.split("\n"):
        at = 0.0
        lines += 1
        for word in paragraph.split(" "):
            if at and at + len(word) > room:
                lines += 1
                at = 0.0
            extra = int(len(word) // room)
            lines += extra
            at += len(word) - extra * room + 1
    return lines


def fit_row(
    sheet: Worksheet, row: int, texts: Iterable[tuple[object, float]], *, level: int = 0, least: float = 21
) -> None:
    """Make a row as high as its texts need, each given with the characters that fit on one of its lines.

    Excel fits the row again when somebody types in it; LibreOffice takes our height.
    """
    most = max((_lines(text, width) for text, width in texts if isinstance(text, str)), default=1)
    height = min(_HIGHEST, max(least, most * _LINE + 8))
    sheet.set_row(row, height, None, {"level": level})
    sheet.growing.add(row)


def title(book: Book, sheet: Worksheet, key: str, last_column: int) -> None:
    """The title across the sheet: its name and the region, which follows the settings."""
    look = book.format(bg_color=Colour.NAVY, font_color=Colour.WHITE, bold=True, font_size=16, indent=1)
    for column in range(last_column + 1):
        book.put(sheet, TITLE_ROW, column, None, look)
    name = book.layout.sheet_name(key)
    settings = book.layout.settings_grid
    region = book.layout.reference("settings", settings.general_row("region"), settings.value_column)
    formula = f'="{name}"&IF({region}="",""," · "&LEFT({region},{_REGION_SHOWN}))'
    known = fit(book.layout.plan.region or "")[:_REGION_SHOWN]
    book.formula(sheet, TITLE_ROW, 0, formula, f"{name} · {known}" if known else name, look)
    sheet.set_row(TITLE_ROW, 34)
    sheet.set_row(DATE_ROW, 19)
    sheet.set_row(LEGEND_ROW, 20)
    sheet.set_row(LEGEND_ROW + 1, 6)
    sheet.set_row(GROUP_ROW, 20)


def reference_date(book: Book, sheet: Worksheet, column: int) -> None:
    """The reference date in its row, taken from the settings; when it is not there, the cell asks for it."""
    scheme = book.layout.scheme
    label = book.say("Peildatum:")
    if scheme:
        label = f"{scheme.title.get(book.lang)}  ·  {label}"
    quiet = book.format(font_color=Colour.QUIET, align="right")
    book.put(sheet, DATE_ROW, column - 1, label, quiet)
    settings = book.layout.settings_grid
    cell = book.layout.reference("settings", settings.general_row("reference_date"), settings.value_column)
    ask = book.say("vul de peildatum in op het blad {sheet}", sheet=book.layout.sheet_name("settings"))
    look = book.format(bold=True, align="left", num_format=DATE_FORMATS[book.lang], font_color=Colour.NAVY)
    known = book.layout.plan.reference_date
    book.formula(sheet, DATE_ROW, column, f'=IF(ISNUMBER({cell}),{cell},"{ask}")', known or ask, look)


def ask_reference_date(book: Book, sheet: Worksheet, column: int) -> None:
    """The rule that makes the question for the reference date stand out."""
    cell = a1(DATE_ROW, column, "$")
    look = book.rule(font_color=Colour.RED, bold=True)
    sheet.conditional_format(
        DATE_ROW, column, DATE_ROW, column,
        {"type": "formula", "criteria": f"=NOT(ISNUMBER({cell}))", "format": look},
    )  # fmt: skip


def groups(book: Book, sheet: Worksheet, names: Sequence[str]) -> None:
    """The row of group heads, a name per column: each name once, at the first of its columns; no merges."""
    column = 0
    for name, members in groupby(names):
        for at, _ in enumerate(members):
            look: dict[str, Any] = {
                "bg_color": Colour.NAVY,
                "font_color": Colour.WHITE,
                "bold": True,
                "indent": 1,
            }
            if at == 0:
                look |= {"left": 1, "left_color": Colour.WHITE}
            book.put(sheet, GROUP_ROW, column, None if at else name, book.format(**look))
            column += 1


def head_height(names: Sequence[str]) -> float:
    """Height for a row of heads with these names standing upright, in points."""
    return min(_MOST_HEAD, max(_LEAST_HEAD, 5.4 * max((len(name) for name in names), default=0) + 8))


def _prompt(book: Book, column: Column) -> dict[str, Any]:
    """The words that Excel shows beside a cell that is chosen."""
    return {
        "input_title": column.header.get(book.lang)[:32],
        "input_message": column.help.get(book.lang)[:255],
    }


def date_asked(book: Book, column: Column) -> dict[str, Any]:
    """A date, or words after a warning."""
    from datetime import date

    return {
        "validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2099, 12, 31),
        "error_type": "warning", "error_title": book.say("Geen datum"),
        "error_message": book.say(
            "Vul een datum in, bijvoorbeeld 17-3-2027. Een periode in woorden mag ook: "
            "eind 2026, Q3 2026, schooljaar 2026-2027."
        ),
        **_prompt(book, column),
    }  # fmt: skip


def list_asked(book: Book, column: Column, name: str) -> dict[str, Any]:
    """A value from a named list, or another after a warning."""
    asked = {
        "validate": "list", "source": f"={name}", "error_type": "warning",
        "error_title": book.say("Staat niet in de lijst"),
        "error_message": book.say(
            "Dit staat niet in de lijst op het blad {sheet}. Toch gebruiken?",
            sheet=book.layout.sheet_name("settings"),
        ),
    }  # fmt: skip
    return asked if column.spread else asked | _prompt(book, column)


def help_shown(book: Book, column: Column) -> dict[str, Any]:
    """Anything is right; the cell only says what it is for."""
    return {"validate": "any", **_prompt(book, column)}


def mark_asked(book: Book) -> dict[str, Any]:
    """An x; anything else is fine too, after a word about it."""
    return {
        "validate": "list", "source": ["x"], "dropdown": False, "error_type": "information",
        "error_title": book.say("Geen x"),
        "error_message": book.say("Een x zegt: hier wordt aan gewerkt. Andere tekst mag ook."),
    }  # fmt: skip


def no_triangles(sheet: Worksheet, first_row: int, last_row: int, last_column: int) -> None:
    """No green triangles in Excel for numbers that are text on purpose and cells filled in over a formula."""
    cells = f"{a1(first_row, 0)}:{a1(last_row, last_column)}"
    kinds = ("number_stored_as_text", "two_digit_text_year", "formula_differs", "formula_range")
    sheet.ignore_errors(dict.fromkeys(kinds, cells))


def set_up(book: Book, sheet: Worksheet, key: str, last_row: int, last_column: int) -> None:
    """A3 landscape, one page wide, heads on every page, a footer that says what page of what this is."""
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(GROUP_ROW, HEAD_ROW)
    sheet.set_margins(left=0.35, right=0.35, top=0.45, bottom=0.55)
    sheet.center_horizontally()
    sheet.print_area(0, 0, last_row, last_column)
    sheet.set_zoom(85)
    region = fit(book.layout.plan.region or "").replace("\n", " ")[:60].replace("&", "&&")
    page = book.say("Pagina {page} van {pages}", page="&P", pages="&N")
    sheet.set_footer(f"&L&8{_spaced(region)}&C&8{book.layout.sheet_name(key)}&R&8{page}", {"margin": 0.3})


def _spaced(text: str) -> str:
    """Text after a font size in a footer: a digit at its start would become part of the size."""
    return f" {text}" if text[:1].isdigit() else text
