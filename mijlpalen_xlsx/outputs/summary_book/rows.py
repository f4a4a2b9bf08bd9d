"""Sheets of rows: what hinders now, every row of every plan with filters, and the files behind it all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.outputs.overview import skipped_reason
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.outputs.summary_book.page import MOST_TEXT, Overview
from mijlpalen_xlsx.outputs.to_summary_csv import LINE_HEADS, shown
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.summary import ActivityLine, SourceLines, Summary
from mijlpalen_xlsx.summary.frames import line_rows
from mijlpalen_xlsx.vocabulary import Light

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["write_bottlenecks", "write_rows", "write_sources"]

HEAD = 3
MOST_LINKS = 60_000  # Excel keeps 65,530 links on a sheet
_ROWS = {
    "region": 18, "subproject": 6, "subproject_title": 28, "row": 10, "kind": 12, "number": 6, "title": 46,
    "start": 12, "due": 12, "expected": 12, "actual": 12, "status": 17, "slip_weeks": 8, "effort": 8,
    "light": 12, "stage": 14, "party": 22, "objective": 34, "reference_date": 12, "cell": 22, "file": 26,
}  # fmt: skip
_BOTTLENECK = (12, 18, 26, 6, 36, 40, 36, 20, 11, 24)
_DAYS = ("start", "due", "expected", "actual", "reference_date")


def write_rows(overview: Overview, summary: Summary) -> None:
    """All plans in one long table with filters."""
    title = overview.say("Alle regels")
    sheet = overview.sheet(title, Colour.PLANNED)
    columns = list(_ROWS)
    overview.title(sheet, title, overview.say("Elke mijlpaal en activiteit, met de cel waar zij staat."), 8)
    overview.heads(sheet, HEAD, [overview.say(LINE_HEADS[column]) for column in columns])
    for column, width in enumerate(_ROWS.values()):
        sheet.set_column(column, column, width)
    at = HEAD
    for at, row in enumerate(line_rows(summary), HEAD + 1):
        for column, key in enumerate(columns):
            _write(overview, sheet, at, column, key, row)
    overview.filters(sheet, HEAD, at, len(columns) - 1)


def _write(overview: Overview, sheet: Worksheet, at: int, column: int, key: str, row: dict[str, Any]) -> None:
    value = row[key]
    if key == "status":
        overview.put(sheet, at, column, *overview.status(value))
    elif key == "light":
        overview.put(sheet, at, column, *overview.light(value))
    elif key in _DAYS:
        overview.put(sheet, at, column, value, overview.day())
    elif key == "cell" and value and at < MOST_LINKS:
        overview.link(sheet, at, column, row["file"], value, value)
    else:
        text = shown(key, value, overview.lang)
        safe = redact(text)[:MOST_TEXT] if isinstance(text, str) else text
        overview.put(sheet, at, column, safe, overview.body())


def write_bottlenecks(overview: Overview, summary: Summary) -> None:
    """Activities with an orange or red light, red first; what hinders, what is done, who acts."""
    title = overview.say("Knelpunten nu")
    sheet = overview.sheet(title, Colour.RED)
    heads = ["stoplicht", "regio", "deelproject", "nr", "activiteit", "knelpunten", "maatregel",
             "wie pakt op", "mijlpalen", "bron"]  # fmt: skip
    found = _bottlenecks(summary)
    words = overview.say("Activiteiten met een oranje of rood stoplicht, rood eerst.")
    overview.title(sheet, title, words, len(heads) - 1)
    overview.heads(sheet, HEAD, [overview.say(head) for head in heads])
    for column, width in enumerate(_BOTTLENECK):
        sheet.set_column(column, column, width)
    for at, (source, line) in enumerate(found, HEAD + 1):
        _bottleneck(overview, sheet, at, source, line)
    if not found:
        overview.put(
            sheet, HEAD + 1, 0, overview.say("Geen enkel stoplicht staat op oranje of rood."), overview.body()
        )
    overview.filters(sheet, HEAD, HEAD + max(1, len(found)), len(heads) - 1)


def _bottlenecks(summary: Summary) -> list[tuple[SourceLines, ActivityLine]]:
    found = [
        (source, line)
        for source in summary.sources
        for line in source.activities
        if line.light in (Light.RED, Light.ORANGE)
    ]
    return sorted(found, key=lambda pair: pair[1].light is not Light.RED)  # stable: further as in the plans


def _bottleneck(
    overview: Overview, sheet: Worksheet, at: int, source: SourceLines, line: ActivityLine
) -> None:
    overview.put(sheet, at, 0, *overview.light(line.light.value if line.light else None))
    band = " ".join(filter(None, line.band))
    texts = (
        line.region, band, line.number, line.description, line.bottlenecks, line.measure, line.who,
        ", ".join(line.milestones),
    )  # fmt: skip
    for column, text in enumerate(texts, 1):
        safe = redact(text)[:MOST_TEXT] if text else None
        overview.put(sheet, at, column, safe, overview.body(text_wrap=True, valign="top"))
    overview.grow(sheet, at, zip(texts, _BOTTLENECK[1:], strict=False))
    cell = line.cells.get("light") or next(iter(line.cells.values()), None)
    overview.link(sheet, at, 9, source.file, cell, cell or source.file)


def write_sources(overview: Overview, summary: Summary) -> None:
    """Every file: that it counts, or why it does not."""
    title = overview.say("Bronnen")
    sheet = overview.sheet(title, Colour.GREY)
    heads = ["bestand", "telt mee", "regio", "peildatum", "mijlpalen", "activiteiten", "toelichting"]
    overview.title(sheet, title, overview.say("Alle bestanden, ook die niet meetellen en waarom."), 6)
    overview.heads(sheet, HEAD, [overview.say(head) for head in heads])
    for column, width in enumerate((46, 12, 24, 13, 11, 12, 70)):
        sheet.set_column(column, column, width)
    left_out = _left_out(overview, summary)
    for at, source in enumerate(summary.sources, HEAD + 1):
        overview.link(sheet, at, 0, source.file, None, source.file)
        overview.put(sheet, at, 1, f"✔ {overview.say('ja')}", overview.body())
        overview.put(sheet, at, 2, source.region and redact(source.region), overview.body())
        overview.put(sheet, at, 3, source.day, overview.day())
        overview.put(sheet, at, 4, len(source.milestones), overview.body(align="right"))
        overview.put(sheet, at, 5, len(source.activities), overview.body(align="right"))
        overview.put(sheet, at, 6, None, overview.body())
    for at, (file, why) in enumerate(left_out, HEAD + 1 + len(summary.sources)):
        overview.link(sheet, at, 0, file, None, file)
        no = overview.body(bg_color=Colour.PALE_ORANGE)
        overview.put(sheet, at, 1, f"✕ {overview.say('nee')}", no)
        for column in range(2, 6):
            overview.put(sheet, at, column, None, overview.body())
        overview.put(sheet, at, 6, why, overview.body(text_wrap=True))
        overview.grow(sheet, at, [(why, 70)])
    files = len(summary.sources) + len(left_out)
    overview.filters(sheet, HEAD, HEAD + files, len(heads) - 1)


def _left_out(overview: Overview, summary: Summary) -> list[tuple[str, str]]:
    found = [(s.file, skipped_reason(s, overview.lang)) for s in summary.skipped]
    found += [(d.file, render(d.finding, overview.lang)) for d in summary.doubles]
    newer = "Een oudere versie van hetzelfde plan; nieuwer is {file}."
    found += [(o.file, overview.say(newer, file=o.newer)) for o in summary.older]
    own = overview.say("Een overzicht dat dit programma zelf maakte.")
    return found + [(file, own) for file in summary.own]
