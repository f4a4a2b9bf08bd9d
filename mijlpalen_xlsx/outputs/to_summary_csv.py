"""The summary as CSV for Dutch Excel: a line per group, or with detail a line per row that was counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.overview import field_head, figures, key_text, table_title
from mijlpalen_xlsx.outputs.to_csv import Value, csv_text
from mijlpalen_xlsx.summary import Summary
from mijlpalen_xlsx.summary.frames import LINE_COLUMNS, line_rows
from mijlpalen_xlsx.vocabulary import LIGHTS, ROW_KINDS, STAGES, STATUSES, RowKind
from mijlpalen_xlsx.words import Lang

__all__ = ["LINE_HEADS", "shown", "summary_to_csv"]

LINE_HEADS = {
    "region": "regio", "file": "bestand", "reference_date": "peildatum", "row": "soort rij",
    "subproject": "nr deelproject", "subproject_title": "deelproject", "objective": "doelstelling",
    "kind": "soort", "number": "nr", "title": "omschrijving", "start": "start", "due": "gepland",
    "expected": "verwacht", "actual": "werkelijk", "status": "planstatus", "slip_weeks": "uitloop (weken)",
    "effort": "inzet (uren)", "light": "stoplicht", "stage": "fase", "party": "partij",
    "bottlenecks": "knelpunten", "measure": "maatregel", "who": "wie pakt op", "cell": "cel",
}  # fmt: skip
_LISTS = {"status": STATUSES, "light": LIGHTS, "stage": STAGES}


def summary_to_csv(summary: Summary, lang: Lang = "nl", *, detail: bool = False) -> str:
    """What ``summary --format csv`` prints. More tables stand below each other, named in the first column."""
    if detail:
        heads = [translate(LINE_HEADS[column], lang) for column in LINE_COLUMNS]
        rows = ([shown(column, row[column], lang) for column in LINE_COLUMNS] for row in line_rows(summary))
        return csv_text(heads, rows)
    fields = list(dict.fromkeys(f for rows in summary.tables.values() for row in rows for f in row.keys))
    named = len(summary.tables) > 1
    heads = [translate("tabel", lang)] if named else []
    heads += [field_head(field, lang) for field in fields]
    heads += [figure.head for figure in figures(summary, lang)]
    return csv_text(heads, _groups(summary, fields, lang, named=named))


def _groups(summary: Summary, fields: list[str], lang: Lang, *, named: bool) -> Iterator[list[Value]]:
    for name, rows in summary.tables.items():
        for row in rows:
            keys = [key_text(f, row.keys[f], lang) if f in row.keys else None for f in fields]
            counted = [figure.of(row.counts) for figure in figures(summary, lang)]
            yield [*([table_title(name, lang)] if named else []), *keys, *counted]


def shown(column: str, value: Any, lang: Lang) -> str | int | float | date | None:
    """One value of the long table in words."""
    if value is None:
        return None
    if column in _LISTS:
        return _LISTS[column].show(value, lang)
    if column == "row":
        return translate("mijlpaal" if value == "milestone" else "activiteit", lang)
    if column == "kind":
        return ROW_KINDS.term(RowKind(value)).meaning.get(lang)
    found: str | int | float | date = value
    return found
