"""A plan with one mistake of each kind: first those that data can hold, then those that only a cell can."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import PatternFill
from openpyxl.workbook.workbook import Workbook

from mijlpalen_xlsx.dates import parse
from mijlpalen_xlsx.format import Activity, Milestone, columns
from mijlpalen_xlsx.kinds import Date
from mijlpalen_xlsx.plan import Plan, plan_from_data
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.words import normal
from mijlpalen_xlsx.writer import workbook_bytes

__all__ = ["workbook_with_mistakes"]

Data = dict[str, Any]

DAYS = ("start", "due", "expected", "actual", "updated")


def _when(text: str) -> Data | None:
    """A date as a person types it: ``1-7-2026`` becomes a real date, words stay words."""
    when = parse(text).when
    if when is None:
        return {"first": None, "last": None, "precision": "none", "text": text}
    typed = text[0].isdigit() and text.count("-") == 2
    data: Data | None = Date().to_data(when._replace(text=None if typed else text))
    return data


def _row(fields: Data) -> Data:
    return {
        key: _when(value) if key in DAYS and isinstance(value, str) else value
        for key, value in fields.items()
    }


def _milestone(number: str | None, title: str | None, **fields: Any) -> Data:
    """A milestone without a mistake, but for what ``fields`` say."""
    usual = {
        "start": "1-9-2026", "due": "1-12-2026", "party": "Vmbo-school A", "responsibility": "voert uit",
        "roles": [{"party": "School A", "role": "E"}], "subproject": "1",
    }  # fmt: skip
    return _row({"number": number, "title": title, **usual, **fields})


def _activity(number: int, description: str, **fields: Any) -> Data:
    usual = {
        "years": [2026], "light": "green", "stage": "in_progress", "explanation": "Loopt volgens plan.",
        "who": "Vmbo-school A", "updated": "20-2-2026",
    }  # fmt: skip
    return _row({"number": str(number), "description": description, **usual, **fields})


MILESTONES = [
    _milestone(
        "1.1", "Het techlab is open voor 400 leerlingen",
        start="1-2-2025", due="1-9-2025", actual="1-9-2025"
    ),
    _milestone("1.2", None),  # M101
    _milestone("1.3", "Het rooster voor vier scholen is klaar", due=None),  # M102
    _milestone(None, "Twaalf docenten hebben de cursus afgerond"),  # M103
    _milestone("1.5", "Drie bedrijven hebben een contract getekend"),
    _milestone("1.5", "Vier machines zijn geplaatst"),  # M104
    _milestone("1.6", "Het lesmateriaal voor leerjaar 2 is klaar", due="als het af is"),  # M106
    _milestone("1.7", "Het programma van eisen is goedgekeurd", written={"effort": "heel veel"}),  # M107
    _milestone("1.8", "De ruimte op school A is verbouwd"),  # M108: see below
    _milestone("1.9", "1. Het contract is getekend\n2. Het rooster is klaar"),  # M110
    _milestone("1.10", "De 3D-printers staan klaar in het lokaal", start="1-10-2026", due="1-7-2026"),  # M201
    _milestone(
        "1.11", "Het beheerplan voor drie jaar is vastgesteld",
        start="1-1-2028", due="1-3-2028"
    ),  # M202
    _milestone("1.12", "Het eindrapport met 20 bladzijden is af", start="1-1-2029", due="1-6-2029"),  # M203
    _milestone(
        "1.13", "De opdracht voor leerjaar 3 is getest",
        start="1-1-2026", due="1-5-2026", actual="1-4-2026"
    ),
    _milestone("1.14", "De website met 40 lessen is online", start="1-9-2025", due="1-1-2026"),
    _milestone(
        "1.15", "De folder voor 900 ouders is gedrukt", start="1-6-2025", due="1-10-2025", expected="1-2-2026"
    ),  # M206
    _milestone(
        "1.16", "Het draaiboek voor de open dag is af",
        marks=[{"first": "2025-01-01", "last": "2025-06-30", "by": "x"}],
    ),  # M207
    _milestone("1.17", "De toets voor leerjaar 4 is klaar", start="1-3-2026", due="05/06/2026"),  # M208
    _milestone("1.18", "De afspraken met het mbo zijn getekend", start="1-1-2026", due="n.t.b."),  # M209
    _milestone("1.19", "Het jaarverslag van 2026 is af", start="1-1-2026", due="medio 2026"),  # M210
    _milestone("1.20", "De vacature voor het techlab is vervuld", start="1-9-2025", due="1-2-2026"),  # M205
    _milestone("2.1", "Tien stageplaatsen zijn geregeld", depends_on=["9.9"]),  # M301
    _milestone("2.2", "De stagegids is geschreven", depends_on=["2.3"]),  # M302
    _milestone("2.3", "De stagegids is getest op twee scholen", depends_on=["2.2"]),
    _milestone("2.4", "De mentoren zijn getraind in twee dagdelen"),
    _milestone(
        "2.5", "Alle 30 mentoren gebruiken het dossier",
        start="1-10-2026", depends_on=["2.4"]
    ),  # M303
    _milestone(
        "2.6", "De evaluatie met 100 leerlingen is af", start="1-9-2025", due="1-2-2026", actual="1-2-2026",
        depends_on=["2.4"],
    ),  # M304
    _milestone("2.7", "De aanbesteding is gegund", start="1-9-2025", due="1-4-2026", expected="1-10-2026"),
    _milestone(
        "2.8", "De machines van de aanbesteding staan er",
        start="2-4-2026", due="1-8-2026", depends_on=["2.7"]
    ),
    _milestone("2.9", "De vergunning is verleend", start="1-1-2026", due="1-6-2026", expected="1-8-2027"),
    _milestone(
        "2.10", "Het gebouw is opgeleverd",
        start="2-6-2026", due="1-12-2027", depends_on=["2.9"]
    ),  # M306
    _milestone(
        "3.1", "De begroting voor 2027 is vastgesteld", party=None, responsibility=None, roles=[]
    ),  # M501
    _milestone(
        "3.2", "De begroting voor 2028 is vastgesteld",
        start="1-1-2027", due="1-12-2027", responsibility=None, roles=[]
    ),  # M502
    _milestone("3.3", "Het overleg met twee gemeenten is vastgelegd", party="Vmbo-schol A"),  # M503
    _milestone(
        "3.4", "Het verslag over 2026 is ingediend",
        roles=[{"party": "School A", "role": "V"}]
    ),  # M504
    _milestone("3.5", "Samenwerking"),  # M601
    _milestone("3.6", "Wij streven naar meer leerlingen in de techniek"),  # M602
    _milestone("3.7", "De samenwerking met het mbo is gestart"),  # M603
    _milestone(
        "3.8", "Het contract met de leverancier is getekend",
        responsibility="bel 06-12345678"
    ),  # M701
]  # fmt: skip

ACTIVITIES = [
    _activity(1, "Techlab inrichten", milestones=["1.1"], stage="done", years=[2025], updated="1-9-2025"),
    _activity(2, "Rooster maken", milestones=["1.3"], light=None, written={"light": "paars"}),  # M105
    _activity(3, "Docenten scholen", milestones=["1.5"], written={"light": "Groen, bijna klaar"}),  # M111
    _activity(4, "Contracten sluiten", milestones=["1.6"], light="orange", explanation=None,
              bottlenecks="Geen tijd", measure="Later beginnen"),  # M401
    _activity(5, "Materiaal maken", milestones=["1.7"], light="red", measure="Later beginnen"),  # M402
    _activity(6, "Ruimte verbouwen", milestones=["1.9"], light="orange", bottlenecks="Vergunning"),  # M403
    _activity(7, "Website maken", milestones=["1.14"]),  # M404
    _activity(8, "Folder maken", milestones=["1.10"], light=None),  # M405: see below
    _activity(9, "Draaiboek schrijven", milestones=["1.16"], stage="done"),  # M406
    _activity(10, "Toets maken", milestones=["1.17"], updated="1-10-2025"),  # M407
    _activity(11, "Verslag schrijven", milestones=["1.19"], light=None, stage=None),  # M408
    _activity(12, "Stages regelen", milestones=["8.8"]),  # M409
    _activity(13, "Mentoren trainen", milestones=["2.4"], years=[2026, 2027]),  # M410
    _activity(14, "Gids schrijven", milestones=["2.2"], who="Vmbo-school A"),
]  # fmt: skip

PLAN = {
    "scheme": "sto-2025-2028", "region": "De Heuvels", "lead_school": "Vmbo-school A",
    "reference_date": "2026-03-01", "years": [2025, 2027],
    "parties": [
        {"name": "Vmbo-school A", "short": "School A"}, {"name": "Vmbo-school B", "short": "School B"},
    ],
    "subprojects": [
        {"number": "1", "title": "Techlab"}, {"number": "2", "title": "Stage en LOB"},
        {"number": "3", "title": "Organisatie"},
    ],
    "milestones": [{**m, "subproject": (m["number"] or "1")[0]} for m in MILESTONES],
    "activities": ACTIVITIES,
    "log": [{"date": _when("20-2-2026"), "number": "1.14", "explanation": "De bouwer is ziek."}],
}  # fmt: skip


class _Sheets:
    """The written workbook as openpyxl has it, with the places that our reader found."""

    def __init__(self, data: bytes) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(data))
        self.plan: Plan = read(data)

    def column(self, record: type[Milestone] | type[Activity], key: str) -> int:
        """The column of a key, from the header row."""
        rows: Any = self.plan.milestones if record is Milestone else self.plan.activities
        sheet = self.book[rows[0].cells["number"].sheet]
        header = next(c.header.nl for c in columns(record) if c.key == key)
        for row in sheet.iter_rows(min_row=1, max_row=12):
            for cell in row:
                if normal(str(cell.value or "")) == normal(header):
                    return int(cell.column or 0)
        raise KeyError(key)

    def milestone(self, number: str, key: str) -> Cell:
        found = next(m for m in self.plan.milestones if m.number == number).cells["number"]
        return self._cell(found.sheet, found.row, self.column(Milestone, key))

    def activity(self, number: str, key: str) -> Cell:
        found = next(a for a in self.plan.activities if a.number == number).cells["number"]
        return self._cell(found.sheet, found.row, self.column(Activity, key))

    def _cell(self, sheet: str, row: int, column: int) -> Cell:
        cell = self.book[sheet].cell(row, column)
        assert isinstance(cell, Cell)
        return cell


def _number_as_date(sheets: _Sheets) -> None:  # M108
    cell = sheets.milestone("1.8", "number")
    cell.value, cell.number_format = datetime(2026, 8, 1), "d-mmm"


def _formulas(sheets: _Sheets) -> None:  # M009 and M010
    sheets.milestone("2.7", "responsibility").value = "#REF!"
    sheets.milestone("2.7", "responsibility").data_type = "e"
    sheets.milestone("2.8", "responsibility").value = "=B4&B5"


def _colour_only(sheets: _Sheets) -> None:  # M405
    sheets.activity("8", "light").fill = PatternFill("solid", fgColor="F5A623")


def _own_column(sheets: _Sheets) -> None:  # M011 and M012
    wanted = sheets.activity("1", "who")
    sheet = sheets.book["Voortgang"]
    for row in range(1, wanted.row):
        if sheet.cell(row, wanted.column).value == "Wie pakt op":
            sheet.cell(row, wanted.column).value = "Mappenkleur"


def _hidden_merged_stray(sheets: _Sheets) -> None:  # M014, M016 and M015
    plan = sheets.book["Mijlpalenplan"]
    plan.row_dimensions[sheets.milestone("3.2", "title").row].hidden = True
    first = sheets.milestone("2.4", "responsibility")
    plan.merge_cells(
        start_row=first.row, end_row=first.row + 1, start_column=first.column, end_column=first.column
    )
    sheets.book["Voortgang"]["W60"] = "vergeten"


def _renamed(sheets: _Sheets) -> None:  # M017
    sheets.book["Logboek"].title = "Verslagen"


def _copied(sheets: _Sheets) -> None:  # M018
    sheets.book.copy_worksheet(sheets.book["Voortgang"]).title = "Voortgang (2)"


def _typed_over(sheets: _Sheets) -> None:  # M019
    sheets.milestone("1.7", "status").value = "Gereed"
    sheets.milestone("1.9", "slip_weeks").value = 3


EDITS: tuple[Callable[[_Sheets], None], ...] = (
    _number_as_date, _formulas, _colour_only, _own_column, _hidden_merged_stray, _renamed,
    _copied, _typed_over,
)  # fmt: skip


def workbook_with_mistakes() -> bytes:
    """The workbook as openpyxl saves it after the mistakes that only cells can hold were made."""
    sheets = _Sheets(workbook_bytes(plan_from_data(PLAN)))
    for edit in EDITS:
        edit(sheets)
    saved = io.BytesIO()
    sheets.book.save(saved)
    return saved.getvalue()
