"""A sheet per table of the summary, with filters, and where its figures stand for the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.outputs.overview import Figure, field_head, figures, key_text, table_title
from mijlpalen_xlsx.outputs.summary_book.page import LIGHT_LOOKS, STATUS_LOOKS, Overview
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.summary import Row, Summary
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light, Status

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["Placed", "write_table"]

HEAD = 3
_WIDTHS = {"subproject": 6, "title": 46, "objective": 60, "region": 24, "party": 30}
_SIGNS = {**{term.code: term.sign for term in STATUSES}, **{term.code: term.sign for term in LIGHTS}}


class Placed(NamedTuple):
    """Where a table stands: its sheet, its first and last row, and the column of each key and figure."""

    sheet: Worksheet
    first: int
    last: int
    columns: dict[str, int]


def write_table(overview: Overview, summary: Summary, name: str, rows: tuple[Row, ...]) -> Placed:
    """One table on a sheet of its own, the total of all rows below it."""
    lang = overview.lang
    title = table_title(name, lang)
    sheet = overview.sheet(title, Colour.PLANNED)
    fields = list(rows[0].keys) if rows else []
    shown = _worth_showing(figures(summary, lang), rows)
    heads = [field_head(field, lang) for field in fields] + [_head(figure) for figure in shown]
    overview.title(sheet, title, _note(overview, summary, rows), max(len(heads) - 1, 1))
    overview.heads(sheet, HEAD, heads, len(fields))
    for column, field in enumerate(fields):
        sheet.set_column(column, column, _WIDTHS.get(field, 14))
    sheet.set_column(len(fields), len(heads), 10.5)
    for at, row in enumerate(rows, HEAD + 1):
        _write_row(overview, sheet, at, row, fields, shown)
    last = HEAD + len(rows)
    overview.filters(sheet, HEAD, last, len(heads) - 1)
    _write_total(overview, summary, sheet, last + 1, len(fields), shown)
    sheet.print_area(0, 0, last + 1, max(len(heads) - 1, 1))
    places = {key: i for i, key in enumerate([*fields, *(figure.code for figure in shown)])}
    return Placed(sheet, HEAD + 1, last, places)


def _head(figure: Figure) -> str:
    sign = _SIGNS.get(figure.code)
    return f"{sign} {figure.head}" if sign else figure.head


def _worth_showing(every: list[Figure], rows: tuple[Row, ...]) -> list[Figure]:
    """Hours and slip only when there are any; the rest always, so that sheets look alike."""
    return [
        f for f in every if f.code not in ("effort", "slip_weeks_max") or any(f.of(r.counts) for r in rows)
    ]


def _note(overview: Overview, summary: Summary, rows: tuple[Row, ...]) -> str:
    total = summary.total
    if total and sum(row.counts.milestones for row in rows) > total.milestones:
        return overview.say(
            "Een mijlpaal van meer partijen staat bij elk van hen; in het totaal telt hij één keer."
        )
    return overview.say("Aantallen zijn mijlpalen, bij de stoplichten activiteiten.")


def _write_row(
    overview: Overview, sheet: Worksheet, at: int, row: Row, fields: list[str], shown: list[Figure]
) -> None:
    for column, field in enumerate(fields):
        value = row.keys[field]
        if field == "light":
            overview.put(sheet, at, column, *overview.light(value))
            continue
        number = int(value) if field == "year" and value else None
        text = redact(key_text(field, value, overview.lang))
        overview.put(sheet, at, column, number or text, overview.body(align="left", text_wrap=True))
    overview.grow(sheet, at, ((row.keys[field], _WIDTHS.get(field, 14)) for field in fields))
    for column, figure in enumerate(shown, len(fields)):
        value_of = figure.of(row.counts)
        overview.put(sheet, at, column, value_of, _look(overview, figure, value_of))


def _look(overview: Overview, figure: Figure, value: float | None) -> Format:
    """Numbers; a light or a status that needs attention stands out where there is any."""
    look: dict[str, Any] = {"align": "right", "num_format": "#,##0;-#,##0;·"}
    if figure.code == "effort":
        look["num_format"] = "#,##0.##;-#,##0.##;·" if value and value % 1 else "#,##0;-#,##0;·"
    if value and figure.code in set(Light):
        look |= LIGHT_LOOKS[figure.code] if figure.code != "green" else {"bg_color": Colour.PALE_GREEN}
    elif value and figure.code in (Status.LATE, Status.SLIPPING):
        look |= STATUS_LOOKS[Status(figure.code)]
    elif not value:
        look["font_color"] = Colour.QUIET
    return overview.body(**look)


def _write_total(
    overview: Overview, summary: Summary, sheet: Worksheet, at: int, first: int, shown: list[Figure]
) -> None:
    total = summary.total
    if total is None:
        return
    look = {"bold": True, "top": 2, "top_color": Colour.NAVY, "bottom": 0}
    for column in range(first):
        text = overview.say("samen") if column == 0 else None
        overview.put(sheet, at, column, text, overview.body(**look))
    for column, figure in enumerate(shown, first):
        overview.put(
            sheet,
            at,
            column,
            figure.of(total),
            overview.body(**look, num_format="#,##0;-#,##0;·", align="right"),
        )
