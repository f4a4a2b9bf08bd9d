"""The example as five people would make it in their own program, who never saw our workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from tests.hands.example import PROJECTS, YEARS, Step

__all__ = ["HANDS"]

_COLOURS = {"groen": "FF00B050", "oranje": "FFFFC000", "rood": "FFFF0000"}  # Excel's standard colours
_GREY = "FFD9D9D9"
_Value = str | int | datetime | None


def _solid(colour: str | Color) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def _line(sheet: Worksheet, row: int, values: Iterable[_Value], column: int = 1) -> None:
    for at, value in enumerate(values, column):
        if value not in (None, ""):
            sheet.cell(row, at, value)


def _wide(sheet: Worksheet, row: int, column: int, width: int, value: _Value) -> None:
    sheet.cell(row, column, value).font = Font(bold=True)
    sheet.cell(row, column).fill = _solid(_GREY)
    sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + width - 1)


def _book() -> tuple[Workbook, Worksheet]:
    """A new workbook with its first sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def _saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _who(step: Step, between: str) -> tuple[str, str]:
    names, tasks = zip(*step.parties, strict=True)
    return between.join(names), between.join(tasks)


def picture_one() -> bytes:
    """Picture 1 as printed: a table per deelproject, years coloured from the theme, a column per party."""
    book, sheet = _book()
    row = 3
    sheet["A1"] = "Mijlpalenplan 2020-2024"
    for project in PROJECTS:
        names = list(dict.fromkeys(name for step in project.steps for name, _ in step.parties))
        _wide(sheet, row, 1, 1, f"DEELPROJECT: {project.title}")
        _wide(sheet, row, 2, len(YEARS), "Tijdsduur")
        _wide(sheet, row, 2 + len(YEARS), len(names), "Rollen en verantwoordelijkheden")
        _line(sheet, row + 1, ["Benoem de mijlpaal", *YEARS, *names])
        row += 2
        for step in project.steps:
            sheet.cell(row, 1, step.title)
            for year in step.years:
                sheet.cell(row, 2 + YEARS.index(year)).fill = _solid(Color(theme=4, tint=0.4))
            for name, task in step.parties:
                sheet.cell(row, 2 + len(YEARS) + names.index(name), task)
            row += 1
        row += 2
    return _saved(book)


def sheet_each() -> bytes:
    """A sheet per deelproject: dates as text, crosses in quarters, party and task as columns."""
    book, first = _book()
    book.remove(first)
    for project in PROJECTS:
        sheet = book.create_sheet(f"Deelproject {project.number}")
        sheet["A1"] = f"Deelproject {project.number}: {project.title}"
        sheet["A1"].font = Font(bold=True, size=14)
        _line(sheet, 4, ["Nr.", "Mijlpaal:", "Start", "Einde", "Na nr."])
        for at, year in enumerate(YEARS):
            _wide(sheet, 3, 6 + 4 * at, 4, year)
            _line(sheet, 4, ["K1", "K2", "K3", "K4"], 6 + 4 * at)
        last = 6 + 4 * len(YEARS)
        _line(sheet, 4, ["Betrokken partijen", "Rol / verantwoordelijkheid"], last)
        for row, step in enumerate(project.steps, 5):
            depends = ", ".join(step.depends_on)
            _line(sheet, row, [step.number, step.title, step.start_text, step.due_text, depends])
            for year, quarter in step.quarters:
                sheet.cell(row, 5 + 4 * YEARS.index(year) + quarter, "x")
            _line(sheet, row, _who(step, "\n"), last)
    return _saved(book)


def one_sheet() -> bytes:
    """Everything on one sheet, a head over each table, and heads with other words and typing errors."""
    book, sheet = _book()
    row = 2
    heads = ["Nummer", "Mijlpalen", "Begindatum", "Eindatum", "Wie?", "Rollen en delijkheden", "Stopplicht",
             "Toelichting voortgang", "Knelpunten / opmerkingen", "Afhankelijkheid"]  # fmt: skip
    for project in PROJECTS:
        _wide(sheet, row, 1, len(heads), f"Programmalijn {project.number} – {project.title}")
        _line(sheet, row + 1, heads)
        row += 2
        for step in project.steps:
            due = datetime.combine(step.due, time()) if step.due_text[0].isdigit() else step.due_text
            _line(sheet, row, [step.number, step.title, step.start_text, due, *_who(step, "; "), step.light,
                               step.explanation, step.bottlenecks, " en ".join(step.depends_on)])  # fmt: skip
            row += 1
        row += 1
    return _saved(book)


def picture_two() -> bytes:
    """Picture 2 with a light that is only a colour, beside a plan with other words in its head."""
    book, sheet = _book()
    row = 3
    sheet.title = "Monitoring"
    light = 4 + len(YEARS)
    _wide(sheet, 1, 4, len(YEARS), "PLANNING")
    _wide(sheet, 1, light, 3, "STATUS")
    _line(sheet, 2, ["Doelstelling", "Resultaat", "Activiteit", *YEARS, "Stoplicht", "Toelichting",
                     "Ervaren knelpunten"])  # fmt: skip
    for project in PROJECTS:
        for column, text in ((1, project.objective), (2, project.title)):
            sheet.cell(row, column, text)
            last = row + len(project.steps) - 1
            sheet.merge_cells(start_row=row, end_row=last, start_column=column, end_column=column)
        for step in project.steps:
            sheet.cell(row, 3, step.title)
            for year in step.years:
                sheet.cell(row, 4 + YEARS.index(year), "X")
            if step.light:
                sheet.cell(row, light).fill = _solid(_COLOURS[step.light])
            _line(sheet, row, [step.explanation, step.bottlenecks], light + 1)
            row += 1
    plan = book.create_sheet("Planning")
    _line(
        plan, 1, ["Programmalijn", "#", "Tussenresultaat", "Van", "Tot", "Uitvoerder", "Taak", "Voorganger"]
    )
    row = 2
    for project in PROJECTS:
        for step in project.steps:
            _line(plan, row, [f"{project.number}. {project.title}", step.number, step.title, step.start_text,
                              step.due_text, *_who(step, " / "), "; ".join(step.depends_on)])  # fmt: skip
            row += 1
    return _saved(book)


_STAGES = {"gereed": "afgerond", "loopt": "onderhanden", "niet gestart": "nog niet opgestart"}
_LIGHTS = {"groen": "ligt op schema", "oranje": "vraagt aandacht", "rood": "stagneert", "": None}


def letter_head() -> bytes:
    """A head in row 7 and 8 below a letter head, columns in another order, English words, notes below."""
    book, sheet = _book()
    _line(sheet, 1, ["Sterk Techniekonderwijs"])
    _line(sheet, 2, ["Regio:", None, "De Waterlanden"])
    _line(sheet, 3, ["Overzicht voor de stuurgroep van oktober"])
    _line(sheet, 7, [None, None, None, "Status", None, None, None, "Planning", None, None, "Rollen"])
    heads = ["Deelproject", "No.", "Milestone", "RAG", "Fase", "Explanation", "Knelpunt", "Due date",
             "Start date", "Depends on", "Partij 1", "Taak 1", "Partij 2", "Taak 2", "Partij 3", "Taak 3",
             "Map"]  # fmt: skip
    _line(sheet, 8, heads)
    row = 9
    for project in PROJECTS:
        for step in project.steps:
            parties = [text for party in step.parties for text in party]
            _line(sheet, row, [project.title, step.number, step.title, _LIGHTS[step.light],
                               _STAGES[step.stage], step.explanation, step.bottlenecks, step.due_text,
                               step.start_text, "; ".join(step.depends_on), *parties])  # fmt: skip
            sheet.cell(row, 17, f"M:\\STO\\{step.number}")
            row += 1
    _line(sheet, row, ["Totaal", row - 9])
    _line(sheet, row + 2, ["* stand van 1 oktober 2023"])
    _line(sheet, row + 3, ["Bron: voortgangsgesprekken"])
    sheet.column_dimensions["Q"].hidden = True
    sheet.column_dimensions["G"].hidden = True
    return _saved(book)


HANDS: Mapping[str, Callable[[], bytes]] = {
    "picture_one": picture_one,
    "sheet_each": sheet_each,
    "one_sheet": one_sheet,
    "picture_two": picture_two,
    "letter_head": letter_head,
}
