"""The findings as CSV for Dutch Excel, a line per finding; nothing in it can start a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.outputs.trouble import reason
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.words import Lang

__all__ = ["Value", "csv_text", "report_to_csv"]

Value = str | int | float | date | None

# What makes a program take text for a formula; the wide forms do so in Excel set to Japanese.
_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def report_to_csv(report: Report, lang: Lang = "nl") -> str:
    """What ``check --format csv`` prints. A file that could not be read has one line that says why."""

    def say(nl: str) -> str:
        return translate(nl, lang)

    heads = [
        say("bestand"), say("blad"), say("cel"), say("rij"), say("kolom"), say("gewicht"), say("code"),
        say("melding"), say("gelezen waarde"), say("voorstel"), say("peildatum"),
        say("geaccepteerd"),
    ]  # fmt: skip
    return csv_text(heads, (row for file in report.files for row in _rows(file, lang)))


def _rows(file: FileReport, lang: Lang) -> Iterator[list[Value]]:
    words = {
        Severity.ERROR: translate("fout", lang),
        Severity.WARNING: translate("let op", lang),
        Severity.HINT: translate("tip", lang),
    }
    every = [*((found, None) for found in file.findings), *((a.finding, a.reason) for a in file.accepted)]
    for found, accepted in every:
        row, column = (found.at.row, found.at.column) if found.at else (None, None)
        yield [
            file.file, found.sheet, found.cell, row, column, words[found.severity], found.code,
            render(found, lang), found.value, found.suggestion, file.reference_date,
            accepted,
        ]  # fmt: skip
    if file.error:
        why = reason(file, lang)
        yield [file.file, None, None, None, None, words[Severity.ERROR], None, why, None, None, None, None]


def csv_text(heads: Iterable[str], rows: Iterable[Iterable[Value]]) -> str:
    """Any table as Dutch Excel opens it at a double click: BOM, semicolons, decimal comma, dd-mm-jjjj."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([_text(head) for head in heads])
    writer.writerows([_shown(value) for value in row] for row in rows)
    return "\ufeff" + written.getvalue()


def _shown(value: Value) -> str | int:
    match value:
        case None:
            return ""
        case str():
            return _text(value)
        case int():
            return value
        case float():
            return repr(value).removesuffix(".0").replace(".", ",")
        case date():
            return f"{value:%d-%m-}{value.year:04}"


def _text(written: str) -> str:
    """Text on one line; an apostrophe before what a program could take for a formula."""
    line = plain(written)
    return f"'{line}" if line.lstrip("'\" ").startswith(_STARTS) else line
