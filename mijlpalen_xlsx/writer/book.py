"""The workbook being written: XlsxWriter with our formats, texts as text, formulas with their values."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from mijlpalen_xlsx.dates import When, show
from mijlpalen_xlsx.format import Column, Record
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.look import DATE_FORMATS, FONT, Colour
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import Lang
from mijlpalen_xlsx.writer.layout import Layout

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["Book", "fit", "serial", "shown"]

_CREATED = datetime(2025, 1, 1)  # a fixed moment: the same plan gives the same bytes
_UNFIT = pattern("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)  # before this day spreadsheet programs disagree about what day it is


def serial(day: date) -> int:
    """The number of a day in a workbook: 1 March 2023 is 44986."""
    return (day - _DAY_ZERO).days


def fit(text: str) -> str:
    """Text without what a workbook cannot hold; only data that no reader made can have such characters."""
    if text.isprintable():
        return text
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def shown(record: Record, column: Column, lang: Lang) -> str | float | date | None:
    """What stands in the cell of a column: what the person wrote when we kept that, else the value's own."""
    written = record.written.get(column.key)
    value = getattr(record, column.key, None)
    if written or value is None or value == ():
        return written
    if isinstance(value, When) and not value.text and column.kind.show(value, lang) == "":
        return show(value, lang)
    text: str | float | date = column.kind.show(value, lang)
    return text


@cache
def growing_sheet() -> type[Worksheet]:
    """The class of our sheets: XlsxWriter's, with rows that keep growing when people type in them.

    A row height that XlsxWriter writes is fixed; without ``customHeight`` Excel sees it as fitted by itself.
    XlsxWriter also looks for thirty new functions in each formula; we use none of those, and looking takes
    more time than all the rest. A test keeps watch over both.
    """
    from xlsxwriter.worksheet import Worksheet

    class GrowingSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
        growing: set[int]

        def __init__(self) -> None:
            super().__init__()
            self.growing = set()

        def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
            if tag == "row" and attributes[0][1] - 1 in self.growing:
                attributes = [pair for pair in attributes if pair[0] != "customHeight"]
            super()._xml_start_tag_unencoded(tag, attributes)

        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
            return formula.removeprefix("=")

    return GrowingSheet


class Book:
    """One workbook while it is written. Sheets ask it for formats, and write through it."""

    def __init__(self, target: BinaryIO, layout: Layout) -> None:
        import xlsxwriter

        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.layout = layout
        self.lang = layout.lang
        self.file: Workbook = xlsxwriter.Workbook(target, options)
        self.sheets: dict[str, Worksheet] = {}
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def say(self, nl: str, **values: object) -> str:
        """A sentence in the language of the workbook."""
        return translate(nl, self.lang).format(**values)

    def format(self, **look: Any) -> Format:
        """The format with this look; asking twice gives the same one. Colours are RRGGBB."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            wanted = {
                "font_name": FONT,
                "font_size": 10,
                "valign": "vcenter",
                "font_color": Colour.INK,
                **look,
            }
            self._formats[key] = self.file.add_format(
                {name: f"#{v}" if name.endswith("color") else v for name, v in wanted.items()}
            )
        return self._formats[key]

    def rule(self, **look: Any) -> Format:
        """A format for a conditional format: only what it names."""
        key = (("rule", True), *sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.file.add_format(
                {name: f"#{v}" if name.endswith("color") else v for name, v in look.items()}
            )
        return self._formats[key]

    def date_format(self, **look: Any) -> Format:
        """The format of a day: ``1 mrt 2023``."""
        return self.format(**{"num_format": DATE_FORMATS[self.lang], "align": "center", **look})

    def add_sheet(self, key: str) -> Worksheet:
        """A new sheet with its name from the format, grid lines off."""
        sheet = self.sheets[key] = self.file.add_worksheet(self.layout.sheet_name(key), growing_sheet())
        sheet.hide_gridlines(2)
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: object, look: Format) -> None:
        """Write a value as what it is: a text as text (never a formula or a link), a day as a date."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, column, fit(value), look)
        elif isinstance(value, date) and value >= _FIRST_DAY:
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), look)
        elif isinstance(value, date):
            sheet.write_string(row, column, value.isoformat(), look)
        elif isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(f"a cell cannot hold {value!r}")
        else:
            sheet.write_number(row, column, value, look)

    def formula(
        self, sheet: Worksheet, row: int, column: int, formula: str, value: object, look: Format
    ) -> None:
        """Write a formula with its right value, so that previews and Protected View show it."""
        if isinstance(value, date):
            value = serial(value)
        elif isinstance(value, str):
            value = fit(value)
        sheet.write_formula(row, column, fit(formula), look, "" if value is None else value)

    def close(self, title: str, subject: str) -> None:
        """Set the properties and finish the file."""
        self.file.set_properties(
            {"title": title, "subject": subject, "created": _CREATED, "comments": "", "author": ""}
        )
        self.file.set_size(2400, 1400)
        self.file.close()
