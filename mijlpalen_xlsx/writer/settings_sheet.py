"""The sheet Instellingen: general settings, report dates, parties, the lists, and what the scheme says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mijlpalen_xlsx.dates import range_text
from mijlpalen_xlsx.dates.when import Precision, When
from mijlpalen_xlsx.format import Activity, General, Milestone, Party, Record, columns
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.vocabulary import LIGHTS, ROLES, ROW_KINDS, STAGES, STATUSES, Vocabulary
from mijlpalen_xlsx.words import Words
from mijlpalen_xlsx.writer.book import Book, shown
from mijlpalen_xlsx.writer.layout import a1
from mijlpalen_xlsx.writer.other_grids import FrontGrid, front_grid
from mijlpalen_xlsx.writer.sheet_page import (
    Answer,
    answer,
    footer,
    name_range,
    places_of,
    quoted,
    title_bar,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["places", "write_settings"]

_HEAD_ROW = 3
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True)
class _List:
    """One of the lists: its head, its values, and the name by which validations ask for it."""

    head: Words
    of: Vocabulary
    name: str | None = None


def _head_of(record: type[Record], key: str) -> Words:
    """The header of a column that takes its words from a list."""
    return next(column.header for column in columns(record) if column.key == key)


_LISTS = (
    _List(_head_of(Activity, "light"), LIGHTS, "mp_stoplicht"),
    _List(_head_of(Activity, "stage"), STAGES, "mp_fasen"),
    _List(Words("Rol", "Role"), ROLES, "mp_rollen"),
    _List(_head_of(Milestone, "kind"), ROW_KINDS, "mp_soorten"),
    _List(_head_of(Milestone, "status"), STATUSES),
)


class _Looks:
    """The formats of this sheet."""

    def __init__(self, book: Book) -> None:
        line = {"border": 1, "border_color": Colour.LINE}
        self.head = book.format(
            bold=True,
            font_color=Colour.NAVY,
            bg_color=Colour.BAND,
            bottom=2,
            bottom_color=Colour.NAVY,
            indent=1,
        )
        self.label = book.format(bg_color=Colour.PAPER, indent=1, **line)
        self.entry = book.format(bg_color=Colour.ENTRY, indent=1, text_wrap=True, **line)
        self.day = book.date_format(bg_color=Colour.ENTRY, **{**line, "align": "left", "indent": 1})
        self.text = book.format(indent=1, **line)
        self.word = book.format(bold=True, indent=1, **line)
        self.sign = book.format(align="center", **line)
        self.quiet = book.format(italic=True, font_size=9, font_color=Colour.QUIET, text_wrap=True)
        self.fact = book.format(indent=1, top=1, top_color=Colour.LINE, shrink=True)
        self.fact_day = book.date_format(align="left", indent=1, top=1, top_color=Colour.LINE)
        self.source = book.format(
            font_size=8, font_color=Colour.QUIET, indent=1, text_wrap=True, valign="top"
        )


def write_settings(book: Book) -> None:
    """Write the sheet and its names: mp_regio, mp_regeling, mp_peildatum, mp_partijen and the lists."""
    sheet, grid, looks = book.add_sheet("settings"), front_grid(book.layout), _Looks(book)
    last_column = grid.list_column + 2
    _page(book, sheet, grid, last_column)
    title_bar(book, sheet, last_column, book.layout.sheet_name("settings"))
    note = book.say(
        "Vul de lichtgele vakjes in. De andere bladen halen hier hun keuzelijsten en namen vandaan."
    )
    book.put(sheet, 1, 1, note, book.format(italic=True, font_color=Colour.QUIET))
    _general(book, sheet, grid, looks)
    _own_dates(book, sheet, grid, looks)
    _parties(book, sheet, grid, looks)
    _lists(book, sheet, grid, looks)
    _scheme(book, sheet, grid, looks)


def _page(book: Book, sheet: Worksheet, grid: FrontGrid, last_column: int) -> None:
    widths = [1.7, 21, 38, 2.2, 36, 17, *[18.0] * len(grid.party_columns), 2.2, 20, 7, 36]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_default_row(17)
    sheet.set_row_pixels(2, 8)
    sheet.set_landscape()
    sheet.set_margins(left=0.45, right=0.45, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    lists = _HEAD_ROW + sum(len(each.of.terms) + 2 for each in _LISTS) - 2
    last_row = max(grid.scheme_row + _scheme_rows(book), grid.last_party_row + 2, lists)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.center_horizontally()
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    sheet.set_tab_color(f"#{Colour.QUIET}")
    footer(book, sheet, "settings")


def _head(book: Book, sheet: Worksheet, row: int, first: int, texts: tuple[str, ...], look: Format) -> None:
    for column, text in enumerate(texts, first):
        book.put(sheet, row, column, text, look)


def _general(book: Book, sheet: Worksheet, grid: FrontGrid, looks: _Looks) -> None:
    base, general = book.layout.settings_grid, book.layout.plan.general
    _head(book, sheet, _HEAD_ROW, base.label_column, (book.say("Algemeen"), ""), looks.head)
    for row, column in enumerate(columns(General), grid.first_row):
        look = looks.day if column.key == "reference_date" else looks.entry
        book.put(sheet, row, base.label_column, column.header.get(book.lang), looks.label)
        book.put(sheet, row, base.value_column, shown(general, column, book.lang), look)
    after = grid.first_row + len(columns(General))
    for row, (label, text) in enumerate(general.extra.items(), after):
        book.put(sheet, row, base.label_column, label, looks.label)
        book.put(sheet, row, base.value_column, text, looks.entry)
    for key, name in (("region", "regio"), ("scheme", "regeling"), ("reference_date", "peildatum")):
        row = base.general_row(key)
        name_range(book, f"mp_{name}", "settings", row, base.value_column, row, base.value_column)
    _reference_date(book, sheet, grid, looks)


def _reference_date(book: Book, sheet: Worksheet, grid: FrontGrid, looks: _Looks) -> None:
    """Ask for the reference date while there is none: a pale orange cell and a line of text."""
    base = book.layout.settings_grid
    row, column = base.general_row("reference_date"), base.value_column
    cell = a1(row, column, "$")
    asks = book.rule(bg_color=Colour.PALE_ORANGE)
    sheet.conditional_format(
        row, column, row, column, {"type": "formula", "criteria": f'={cell}=""', "format": asks}
    )
    prompt = book.say("▲ Vul de peildatum in: daarop rekenen planstatus, uitloop en dashboard.")
    tip = book.say("Tip: typ =VANDAAG() bij de peildatum om elke dag opnieuw te rekenen.")
    hint = grid.last_general_row + 1
    sheet.merge_range(hint, base.label_column, hint + 1, column, "", looks.quiet)
    empty = shown(book.layout.plan.general, columns(General)[-1], book.lang) is None
    formula = f'=IF({cell}="",{quoted(prompt)},{quoted(tip)})'
    answer(book, sheet, hint, base.label_column, Answer(formula, prompt if empty else tip), looks.quiet)
    _day_validation(book, sheet, row, column, row, column)


def _day_validation(
    book: Book, sheet: Worksheet, row: int, column: int, last_row: int, last_column: int
) -> None:
    sheet.data_validation(
        row, column, last_row, last_column,
        {
            "validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY,
            "error_type": "warning", "error_title": book.say("Is dit een datum?"),
            "error_message": book.say("Typ een datum, bijvoorbeeld 1-10-2026."),
        },
    )  # fmt: skip


def _own_dates(book: Book, sheet: Worksheet, grid: FrontGrid, looks: _Looks) -> None:
    base, days = book.layout.settings_grid, book.layout.plan.report_dates
    head = (book.say("Eigen rapportagemomenten"), "")
    _head(book, sheet, grid.dates_head_row, base.label_column, head, looks.head)
    first = grid.dates_head_row + 1
    for at in range(grid.own_dates):
        label = book.say("moment {number}", number=at + 1)
        book.put(sheet, first + at, base.label_column, label, looks.label)
        book.put(sheet, first + at, base.value_column, days[at] if at < len(days) else None, looks.day)
    _day_validation(book, sheet, first, base.value_column, grid.last_date_row, base.value_column)


def _parties(book: Book, sheet: Worksheet, grid: FrontGrid, looks: _Looks) -> None:
    base, parties = book.layout.settings_grid, book.layout.plan.parties
    heads = (*(column.header.get(book.lang) for column in columns(Party)), *grid.party_columns)
    _head(book, sheet, _HEAD_ROW, base.party_column, heads, looks.head)
    for at in range(base.party_rows):
        party = parties[at] if at < len(parties) else Party()
        values = [*(shown(party, c, book.lang) for c in columns(Party))]
        values += [party.extra.get(head) for head in grid.party_columns]
        for column, value in enumerate(values, base.party_column):
            book.put(sheet, grid.first_row + at, column, value, looks.entry)
    name_range(
        book,
        "mp_partijen",
        "settings",
        grid.first_row,
        base.party_column,
        grid.last_party_row,
        base.party_column,
    )
    row, column = grid.last_party_row + 1, base.party_column
    tip = book.say(
        "De korte naam staat boven de kolom in het mijlpalenplan. "
        "Noem organisaties of rollen, geen leerlingen."
    )
    sheet.merge_range(row, column, row + 1, column + 1, "", looks.quiet)
    book.put(sheet, row, column, tip, looks.quiet)


def _lists(book: Book, sheet: Worksheet, grid: FrontGrid, looks: _Looks) -> None:
    row, column = _HEAD_ROW, grid.list_column
    for each in _LISTS:
        signs = "" if each.of is ROLES else book.say("Teken")
        heads = (each.head.get(book.lang), signs, book.say("Betekenis"))
        _head(book, sheet, row, column, heads, looks.head)
        for at, term in enumerate(each.of, row + 1):
            sign = "" if each.of is ROLES else term.sign  # there the letter itself is the sign
            book.put(sheet, at, column, term.word.get(book.lang), looks.word)
            book.put(sheet, at, column + 1, sign, looks.sign)
            book.put(sheet, at, column + 2, term.meaning.get(book.lang), looks.text)
        last = row + len(each.of.terms)
        if each.name:
            name_range(book, each.name, "settings", row + 1, column, last, column)
        row = last + 2


def _scheme_rows(book: Book) -> int:
    """Rows under the heading of the block about the scheme."""
    scheme = book.layout.scheme
    return 2 if scheme is None else 1 + len(scheme.sub_periods) + 3 * len(scheme.report_dates)


def _period(first: date, last: date, book: Book) -> str:
    return range_text(When(first, last, Precision.PERIOD), book.lang)


def _scheme(book: Book, sheet: Worksheet, grid: FrontGrid, looks: _Looks) -> None:
    """What the scheme says, for reading: its period, sub-periods and report dates with their sources."""
    scheme, row, column = book.layout.scheme, grid.scheme_row, book.layout.settings_grid.label_column
    if scheme is None:
        _head(book, sheet, row, column, (book.say("Over de regeling"), ""), looks.head)
        nothing = book.say("Er is geen regeling gekozen, of het is er een waarvan hier geen gegevens zijn.")
        sheet.merge_range(row + 1, column, row + 2, column + 1, "", looks.quiet)
        book.put(sheet, row + 1, column, nothing, looks.quiet)
        return
    _head(book, sheet, row, column, (scheme.title.get(book.lang), ""), looks.head)
    facts = [(book.say("looptijd"), _period(scheme.first, scheme.last, book))]
    facts += [(part.name.get(book.lang), _period(part.first, part.last, book)) for part in scheme.sub_periods]
    for at, fact in enumerate(facts, row + 1):
        for offset, text in enumerate(fact):
            book.put(sheet, at, column + offset, text, looks.fact)
    for index, moment in enumerate(scheme.report_dates):
        at = row + 1 + len(facts) + 3 * index
        book.put(sheet, at, column, moment.day, looks.fact_day)
        book.put(sheet, at, column + 1, moment.name.get(book.lang), looks.fact)
        source = moment.source.removeprefix("https://")
        if moment.check:
            source = book.say("▲ controleer dit: {source}", source=source)
        sheet.merge_range(at + 1, column, at + 2, column + 1, "", looks.source)
        book.put(sheet, at + 1, column, source, looks.source)


def places(book: Book) -> dict[str, str]:
    """Where the reader finds what people fill in here: entries for the hidden sheet."""
    base, grid = book.layout.settings_grid, front_grid(book.layout)
    parties = {column.key: at for at, column in enumerate(columns(Party), base.party_column)}
    found = places_of("settings", _HEAD_ROW, {**parties, "report_dates": base.value_column})
    return found | {"header.settings.report_dates": str(grid.dates_head_row + 1)}
