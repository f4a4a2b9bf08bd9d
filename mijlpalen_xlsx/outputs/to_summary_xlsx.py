"""The summary as a workbook: overview with charts, a sheet per table, what hinders, every row, the files."""

from __future__ import annotations

from mijlpalen_xlsx.loading import OWN
from mijlpalen_xlsx.outputs.summary_book.front import write_front
from mijlpalen_xlsx.outputs.summary_book.page import Overview
from mijlpalen_xlsx.outputs.summary_book.rows import write_bottlenecks, write_rows, write_sources
from mijlpalen_xlsx.outputs.summary_book.tables import write_table
from mijlpalen_xlsx.summary import Summary
from mijlpalen_xlsx.words import Lang

__all__ = ["TABLES", "summary_to_xlsx"]

TABLES = ("subproject", "region", "year")
"""Tables that the charts are made of; others may be there as well."""


def summary_to_xlsx(summary: Summary, lang: Lang = "nl", target: str | None = None) -> bytes:
    """The workbook; the same summary gives the same bytes. Links are made as seen from ``target``.

    The summary must hold the tables ``TABLES``, and its rows must have been kept.
    """
    overview = Overview(lang, target)
    front = overview.sheet(overview.say("Overzicht"))
    placed = {
        name: write_table(overview, summary, name, rows) for name, rows in summary.tables.items() if rows
    }
    write_front(overview, summary, front, placed)
    write_bottlenecks(overview, summary)
    write_rows(overview, summary)
    write_sources(overview, summary)
    front.activate()
    overview.book.file.set_custom_property(OWN, "summary")
    return overview.close(overview.say("Overzicht van mijlpalenplannen"))
