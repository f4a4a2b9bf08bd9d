"""Versions of a plan beside each other as a workbook: an overview, all changes with filters, the trend."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.comparison import (
    Change,
    Comparison,
    MilestoneChange,
    Step,
    Trend,
    counts,
    sections,
    trend_of,
)
from mijlpalen_xlsx.comparison.told import label, text_of
from mijlpalen_xlsx.comparison.told import text as shown_text
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.loading import OWN
from mijlpalen_xlsx.look import DATE_FORMATS, FONT, Colour
from mijlpalen_xlsx.outputs.compared import heading, moment, notes, step_title, trend_sentence
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.words import Lang
from mijlpalen_xlsx.writer.book import fit, serial

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["compare_to_xlsx"]

_CREATED = datetime(2025, 1, 1)  # a fixed moment: the same versions give the same bytes
_HIGHEST = 400.0
_LINE = 13.5
_ONE_PAGE = 30
_MOST_LINES = 12


def compare_to_xlsx(comparison: Comparison, lang: Lang = "nl") -> bytes:
    """The workbook as bytes. The same versions give the same bytes."""
    target = io.BytesIO()
    book = _Book(target, lang)
    _overview(book, comparison)
    _changes(book, comparison)
    _trend(book, trend_of(comparison))
    book.close(heading(comparison, lang))
    return target.getvalue()


class _Book:
    """The workbook while it is written."""

    def __init__(self, target: io.BytesIO, lang: Lang) -> None:
        import xlsxwriter

        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.lang = lang
        self.file: Any = xlsxwriter.Workbook(target, options)
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def say(self, nl: str, **values: object) -> str:
        return translate(nl, self.lang).format(**values)

    def look(self, **wanted: Any) -> Format:
        """The format with this look; asking twice gives the same one."""
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            base = {"font_name": FONT, "font_size": 10, "valign": "top", "font_color": Colour.INK, **wanted}
            self._formats[key] = self.file.add_format(
                {name: f"#{v}" if name.endswith("color") else v for name, v in base.items()}
            )
        return self._formats[key]

    def sheet(self, name: str, widths: Sequence[float]) -> Worksheet:
        """A sheet without grid lines that prints on the width of a landscape page."""
        sheet = self.file.add_worksheet(name)
        sheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.45, right=0.45, top=0.5, bottom=0.6)
        sheet.set_footer(f"&L&9{fit(name)}&R&9&P / &N")
        return sheet

    def title(self, sheet: Worksheet, words: str, last: int) -> None:
        bar = self.look(
            bold=True, font_size=16, valign="vcenter", font_color=Colour.WHITE, bg_color=Colour.NAVY, indent=1
        )
        for column in range(last + 1):
            sheet.write_blank(0, column, None, bar)
        sheet.write_string(0, 0, fit(words), bar)
        sheet.set_row(0, 28)

    def put(self, sheet: Worksheet, row: int, column: int, value: object, **wanted: Any) -> None:
        """A value as what it is: a text as text, a day as a date, a number as a number."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.look(**wanted))
        elif isinstance(value, date):
            look = self.look(num_format=DATE_FORMATS[self.lang], align="center", **wanted)
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), look)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.look(align="center", **wanted))
        else:
            sheet.write_string(row, column, fit(str(value)), self.look(**wanted))

    def heads(self, sheet: Worksheet, row: int, heads: Iterable[object]) -> None:
        for column, head in enumerate(heads):
            self.put(
                sheet, row, column, head, bold=True, text_wrap=True, font_color=Colour.WHITE,
                bg_color=Colour.NAVY, border=1, border_color=Colour.LINE,
            )  # fmt: skip

    def close(self, title: str) -> None:
        self.file.set_properties({"title": fit(title), "created": _CREATED, "author": "", "comments": ""})
        self.file.set_custom_property(OWN, "compare")
        self.file.close()


# Overview


def _overview(book: _Book, comparison: Comparison) -> None:
    steps = comparison.steps
    widths = (34.0, *[22.0] * max(len(steps), 2), 60.0)
    sheet = book.sheet(book.say("Overzicht"), widths)
    book.title(sheet, heading(comparison, book.lang), len(widths) - 1)
    row = 2
    for version in comparison.versions:
        book.put(sheet, row, 0, version.day or book.say("geen peildatum"), bold=True)
        book.put(sheet, row, 1, version.file)
        row += 1
    for note in notes(comparison, book.lang):
        book.put(sheet, row, 0, f"▲ {note}", font_color=Colour.BROWN, bold=True)
        row += 1
    row = _counts(book, sheet, row + 1, steps)
    _findings(book, sheet, row + 2, steps, len(widths) - 1)


def _counts(book: _Book, sheet: Worksheet, row: int, steps: Sequence[Step]) -> int:
    """How many milestones became what, a column per step; the row after it."""
    book.heads(sheet, row, [book.say("Mijlpalen"), *(step_title(step, book.lang) for step in steps)])
    sheet.set_row(row, 2 * _LINE + 4)
    line = {"border": 1, "border_color": Colour.LINE}
    for what in counts(steps[0]):
        found = [counts(step)[what] for step in steps]
        if not any(found):
            continue
        row += 1
        word = book.say("niet veranderd").capitalize() if what == "same" else label(what, book.lang)
        book.put(sheet, row, 0, word, **line)
        for column, n in enumerate(found, 1):
            book.put(sheet, row, column, n, **line)
    return row


def _findings(book: _Book, sheet: Worksheet, row: int, steps: Sequence[Step], last: int) -> None:
    """What to look at, a line each over the whole width."""
    found = [(step, finding) for step in steps for finding in step.findings]
    if not found:
        return
    book.put(sheet, row, 0, book.say("Let op"), bold=True, font_size=12)
    look = book.look(text_wrap=True, bg_color=Colour.PALE_ORANGE, border=1, border_color=Colour.LINE)
    for step, finding in found:
        row += 1
        place = f"{step.new.file} {finding.at}: " if finding.at else f"{step.new.file}: "
        said = f"▲ {place}{render(finding, book.lang)} ({finding.code})"
        sheet.merge_range(row, 0, row, last, fit(said), look)
        sheet.set_row(row, (1 + len(said) // 130) * _LINE + 4)


# Changes

_WIDTHS = (13.0, 13.0, 33.0, 8.0, 48.0, 24.0, 30.0, 30.0, 9.0, 9.0, 20.0)


def _changes(book: _Book, comparison: Comparison) -> None:
    """A row for every value that differs, with both values, to filter and to sort."""
    sheet = book.sheet(book.say("Wijzigingen"), _WIDTHS)
    book.title(sheet, book.say("Wijzigingen: een regel per waarde die anders werd"), len(_WIDTHS) - 1)
    heads = [
        book.say("Van"), book.say("Naar"), book.say("Wat"), book.say("Nr"), book.say("Regel"),
        book.say("Kolom"), book.say("Was"), book.say("Is nu"), book.say("Dagen"), book.say("Weken"),
        book.say("Cel"),
    ]  # fmt: skip
    book.heads(sheet, 2, heads)
    row = 2
    for step in comparison.steps:
        for line in _step_rows(step, book.lang):
            row += 1
            days = (_day(step, old=True, lang=book.lang), _day(step, old=False, lang=book.lang))
            values = [*days, *line]
            for column, value in enumerate(values):
                book.put(sheet, row, column, value, border=1, border_color=Colour.LINE, text_wrap=True)
            sheet.set_row(row, _height(values))
    sheet.autofilter(2, 0, max(row, 3), len(_WIDTHS) - 1)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)


def _day(step: Step, *, old: bool, lang: Lang) -> date | str:
    version = step.old if old else step.new
    return version.day or moment(version, lang)


def _height(values: Sequence[object]) -> float:
    """A height that shows the longest text of the row; Excel does not work it out on opening."""
    pairs = zip(values, _WIDTHS, strict=True)
    lines = max(_lines(value, width) for value, width in pairs)
    return min(_HIGHEST, lines * _LINE + 4)


def _lines(value: object, width: float) -> int:
    """Lines that a text takes in a column of ``width`` characters; letters are narrower than figures."""
    return 1 + int(len(value) / (width * 1.1)) if isinstance(value, str) else 1


def _step_rows(step: Step, lang: Lang) -> Iterator[list[object]]:
    """What happened, number, row, column, both values, days, weeks, cell."""
    titles = {section.what: section.title for section in sections(step, lang)}
    for change in step.milestones:
        yield from _rows(change, label(change.what, lang), lang)
    for activity in step.activities:
        which = "activity_judged" if activity.what == "judged" else "activity_changed"
        yield from _rows(activity, titles[which], lang)
    for section in sections(step, lang):
        if section.what in ("objective", "frame"):
            for line in section.lines:
                place = str(line.at) if line.at else None
                told = "; ".join(line.said)
                yield [section.title, line.number, line.title, None, None, told, None, None, place]


def _rows(change: Change[Any], what: str, lang: Lang) -> Iterator[list[object]]:
    """A row per value that differs; the first has the shift. One row for what came, went or became late."""
    from mijlpalen_xlsx.comparison.told import column_of, said

    record = change.record
    title = shown_text(getattr(record, "title", None) or getattr(record, "description", None))
    days = change.days if isinstance(change, MilestoneChange) else None
    shift = [days or None, _weeks(days) if days else None]
    old, new = change.old, change.new
    if old is None or new is None or not change.keys:
        told, place = "; ".join(said(change, lang)), record.place("title", "description") if new else None
        yield [what, record.number, title, None, None, told, *shift, str(place) if place else None]
        return
    for key in (key for key in change.keys if key != "updated"):
        place = new.place(key, "title", "description")
        pair = [text_of(old, key, lang), text_of(new, key, lang)]
        yield [
            what, record.number, title, column_of(new, key, lang), *pair, *shift,
            str(place) if place else None,
        ]  # fmt: skip
        shift = [None, None]


def _weeks(days: int) -> int:
    weeks = (abs(days) + 3) // 7
    return weeks if days > 0 else -weeks


# Trend


def _trend(book: _Book, trend: Trend) -> None:
    """Every milestone with the date that each version expected, and a chart of those that moved."""
    name, count = book.say("Trend"), len(trend.versions)
    sheet = book.sheet(name, (8.0, 60.0, *[14.0] * count, 11.0))
    book.title(sheet, book.say("Verloop van de verwachte datum"), count + 2)
    told = trend_sentence(trend, book.lang)
    if told:
        book.put(sheet, 1, 0, told, italic=True, font_color=Colour.QUIET)
    if len(trend.lines) <= _ONE_PAGE:
        sheet.fit_to_pages(1, 1)  # the chart stays with its table
    heads: list[object] = [book.say("Nr"), book.say("Mijlpaal")]
    heads += [version.day or moment(version, book.lang) for version in trend.versions]
    book.heads(sheet, 2, [*heads, book.say("Dagen verschoven")])
    sheet.set_row(2, 2 * _LINE + 4)
    lines = [*trend.moved, *(line for line in trend.lines if not line.moved)]
    for row, line in enumerate(lines, 3):
        _trend_row(book, sheet, row, line)
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    days = [version.day for version in trend.versions]
    known = [day for day in days if day]
    if trend.moved and len(known) == count and len(set(known)) > 1:
        _chart(book, sheet, name, trend, 3 + len(lines) + 1)


def _trend_row(book: _Book, sheet: Worksheet, row: int, line: Any) -> None:
    from mijlpalen_xlsx.outputs.compared import arrow

    plain = {"border": 1, "border_color": Colour.LINE}
    fills = {"▲": {"bg_color": Colour.PALE_ORANGE}, "▼": {"bg_color": Colour.PALE_GREEN}, "": {}}
    book.put(sheet, row, 0, line.latest.number, align="center", **plain)
    title = shown_text(line.latest.title)
    book.put(sheet, row, 1, title, text_wrap=True, **plain)
    for at, estimate in enumerate(line.estimates):
        day = estimate.day if estimate and not estimate.cancelled else None
        value: object = day or (book.say("vervallen") if estimate and estimate.cancelled else None)
        done = {"bold": True} if estimate and estimate.done else {}
        book.put(sheet, row, 2 + at, value, **plain, **fills[arrow(line, at) if day else ""], **done)
    book.put(sheet, row, 2 + len(line.estimates), line.days or None, **plain)
    sheet.set_row(row, _lines(title, 60) * _LINE + 4)


def _chart(book: _Book, sheet: Worksheet, name: str, trend: Trend, row: int) -> None:
    """A line per milestone that moved; flat is on schedule, rising is later."""
    chart: Any = book.file.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    quoted, count = f"'{name}'", len(trend.versions)
    ends = [e.day for line in trend.moved for e in line.estimates if e and e.day]
    low, high = min(ends).replace(day=1), max(ends) + timedelta(days=31)
    for at in range(min(len(trend.moved), _MOST_LINES)):
        chart.add_series({
            "name": [name, 3 + at, 0],
            "categories": f"={quoted}!{_cells(2, count)}",
            "values": f"={quoted}!{_cells(3 + at, count)}",
            "line": {"width": 2}, "marker": {"type": "automatic", "size": 7},
        })  # fmt: skip
    font = {"name": FONT, "size": 9}
    locale = DATE_FORMATS[book.lang].partition("]")[0]
    axis = {"num_format": f"{locale}]mmm yyyy", "num_font": font, "name_font": {**font, "bold": True}}
    chart.set_x_axis({**axis, "name": book.say("geschat op")})
    bounds = {"min": serial(low), "max": serial(high)}
    chart.set_y_axis({**axis, **bounds, "name": book.say("verwacht gereed")})
    chart.set_title({"none": True})
    chart.set_legend({"position": "right", "font": font})
    chart.set_size({"width": 900, "height": 380})
    alt = book.say(
        "Grafiek van de tabel hierboven: per mijlpaal die verschoof een lijn van de verwachte datum "
        "tegen de dag van de schatting."
    )
    sheet.insert_chart(row, 0, chart, {"description": alt, "object_position": 1})


def _cells(row: int, count: int) -> str:
    from mijlpalen_xlsx.writer.layout import area

    return area(row, 2, row, 1 + count)
