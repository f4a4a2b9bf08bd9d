"""THE definition of the workbook: its records, their columns, its sheets and their words, its versions."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cache
from typing import Any

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.kinds import Choice, Date, Day, Effort, Kind, Number, NumberList, Text, party_names
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.vocabulary import LIGHTS, ROW_KINDS, STAGES, STATUSES, Light, RowKind, Stage, Status
from mijlpalen_xlsx.words import Lang, Words

__all__ = [
    "FORMAT_NAME",
    "HIDDEN_SHEET",
    "LAYOUTS",
    "SHEETS",
    "VERSION",
    "Activity",
    "Column",
    "General",
    "LogEntry",
    "Mark",
    "Milestone",
    "Party",
    "Record",
    "Role",
    "Sheet",
    "Subproject",
    "TrendEntry",
    "column",
    "columns",
    "sheet",
]

FORMAT_NAME = "mijlpalen-xlsx"
VERSION = "1.0"
HIDDEN_SHEET = "_mijlpalen"


@dataclass(frozen=True)
class Column:
    """One column of a sheet, or one line of the settings: all that anybody may ask of it.

    ``spread`` is set for a column that stands several times, once per period, year or party; ``computed``
    for one that the workbook works out itself. ``width`` is in characters. ``since`` and ``until`` are
    versions of the format.
    """

    key: str
    header: Words
    kind: Kind
    help: Words
    group: Words
    required: bool = False
    synonyms: tuple[str, ...] = ()
    width: float = 12.0
    spread: bool = False
    computed: bool = False
    fill_down: bool = False
    since: str = "1.0"
    until: str | None = None

    def words(self) -> tuple[str, ...]:
        """Every header under which the reader accepts this column."""
        return (*self.header, *self.synonyms)


def column(
    nl: str,
    en: str,
    kind: Kind,
    *,
    help: tuple[str, str],
    group: Words | None = None,
    default: Any = None,
    **more: Any,
) -> Any:
    """Declare a field of a record as a column of the workbook."""
    declared = Column("", Words(nl, en), kind, Words(*help), group or Words("", ""), **more)
    return field(default=default, metadata={"column": declared})


@dataclass(frozen=True, kw_only=True)
class Record:
    """One row as read. ``cells`` names the cell of every value, written down when it was read; ``empty``
    the cells of columns in which nothing stood, so that a finding can point at what must be filled in.

    ``written`` keeps, by column key, the text that stood in a cell when it was not simply the value's own
    text (``5 dagdelen`` for 20 hours, ``paars`` for no light at all), so that nothing a person wrote is lost.
    ``extra`` holds what stood in columns of the person's own, by header. ``remarks`` are for the rules.
    """

    written: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, Address] = field(default_factory=dict, compare=False)
    empty: Mapping[str, Address] = field(default_factory=dict, compare=False, repr=False)
    remarks: tuple[Remark, ...] = field(default=(), compare=False)

    def at(self, key: str) -> Address | None:
        """The cell a value was read from, or None when it was not read from a workbook."""
        return self.cells.get(key)

    def place(self, *keys: str) -> Address | None:
        """The first filled cell among ``keys``, else the first empty one, else the first cell of the row."""
        found = (cells[key] for cells in (self.cells, self.empty) for key in keys if key in cells)
        return next(found, None) or min(self.cells.values(), default=None)

    def has(self, key: str) -> bool:
        """Whether something stood in the cell, readable or not."""
        return getattr(self, key, None) not in (None, ()) or key in self.written


_COLUMNS: dict[type[Any], tuple[Column, ...]] = {}


def columns(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a record in the order of the sheet, each with the key of its field."""
    if record not in _COLUMNS:
        _COLUMNS[record] = tuple(
            dataclasses.replace(f.metadata["column"], key=f.name)
            for f in dataclasses.fields(record)
            if "column" in f.metadata
        )
    return _COLUMNS[record]


@dataclass(frozen=True)
class Mark:
    """A doorlooptijd given by hand: a run of Gantt cells with an ``x``, a text or a fill (``by``)."""

    first: date
    last: date
    by: str
    text: str | None = None


class Role(NamedTuple):
    """What one party does for a milestone: V, E, R, I or free text."""

    party: str
    role: str


_WHAT = Words("DEELPROJECT · mijlpaal", "SUBPROJECT · milestone")
_PLANNING = Words("PLANNING", "PLANNING")
_ROLES = Words("ROLLEN EN VERANTWOORDELIJKHEDEN", "ROLES AND RESPONSIBILITIES")
_OBJECTIVE = Words("DOELSTELLING → RESULTATEN → BESCHRIJVING", "OBJECTIVE → RESULTS → DESCRIPTION")
_STATUS = Words("STATUS", "STATUS")

_PARTY_WORDS = (
    "betrokken partijen", "partij", "partijen", "naam betrokken partij", "naam van betrokken partij",
    "trekker", "wie", "wie?", "organisatie", "teamlid", "uitvoerder", "betrokkenen", "lead", "partner",
    "betrokken partij (trekker)", "naam", "who",
)  # fmt: skip
_TITLE_WORDS = (
    "benoem de mijlpaal", "mijlpalen", "naam mijlpaal", "omschrijving mijlpaal", "tussenresultaat",
    "mijlpaal: wat is klaar als dit klaar is? (tastbaar, smart)", "milestones", "deelproject / mijlpaal",
    "mijlpaal (tastbaar resultaat)", "wat is klaar",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Subproject(Record):
    """A band row of the plan: a deelproject. It stands in the columns of ``Milestone``."""

    number: str | None = None
    title: str | None = None


@dataclass(frozen=True, kw_only=True)
class Milestone(Record):
    """One row of the plan: what is finished when this is finished, by when, after what, by whom."""

    kind: RowKind = column(
        "Soort", "Kind", Choice(of=ROW_KINDS), group=_WHAT, default=RowKind.MILESTONE, width=4.6,
        help=("D deelproject (kopregel), M mijlpaal, G go/no-go-besluit",
              "D subproject (heading row), M milestone, G go/no-go decision"),
        synonyms=("type", "soort regel"),
    )  # fmt: skip
    number: str | None = column(
        "Nr", "No.", Number(), group=_WHAT, width=6,
        help=("nummer van de mijlpaal, bijvoorbeeld 1.2", "number of the milestone, such as 1.2"),
        synonyms=("nummer", "#", "id", "mijlpaalnr", "mijlpaal nr", "mijlpaalnummer", "number", "no", "code",
                  "volgnr", "volgnummer"),
    )  # fmt: skip
    title: str | None = column(
        "Mijlpaal", "Milestone", Text(), group=_WHAT, required=True, width=46,
        help=("wat is klaar als dit klaar is? Zo tastbaar als het kan",
              "what is finished when this is finished? As tangible as can be"),
        synonyms=_TITLE_WORDS,
    )  # fmt: skip
    start: When | None = column(
        "Start", "Start", Date(), group=_PLANNING, width=12,
        help=("begin van het werk: datum of periode", "when the work begins: date or period"),
        synonyms=("begin", "startdatum", "begindatum", "van", "start datum", "start date", "from"),
    )  # fmt: skip
    due: When | None = column(
        "Gereed (gepland)", "Due (planned)", Date(), group=_PLANNING, required=True, width=12,
        help=("de eerste afgesproken datum of periode; niet meer wijzigen",
              "the first agreed date or period; do not change it later"),
        synonyms=("gereed", "einde", "eind", "einddatum", "gepland", "gereed gepland", "opleverdatum", "tot",
                  "geplande einddatum", "geplande datum", "deadline", "klaar", "planning gereed",
                  "eind datum", "due", "end", "end date", "due date", "finish"),
    )  # fmt: skip
    expected: When | None = column(
        "Gereed (verwacht)", "Due (expected)", Date(), group=_PLANNING, width=12,
        help=("alleen invullen als de geplande datum niet meer wordt gehaald",
              "fill in only when the planned date is no longer held"),
        synonyms=("verwacht", "gereed verwacht", "verwachte einddatum", "nieuwe datum", "prognose",
                  "verwachte opleverdatum", "verwachte datum", "bijgestelde datum", "expected", "forecast"),
    )  # fmt: skip
    actual: When | None = column(
        "Gereed (werkelijk)", "Done (actual)", Date(), group=_PLANNING, width=12,
        help=("de dag waarop het klaar was, of het woord vervallen",
              "the day it was finished, or the word cancelled"),
        synonyms=("werkelijk", "gereed werkelijk", "werkelijke datum", "werkelijke einddatum", "gerealiseerd",
                  "realisatie", "gereed op", "opgeleverd op", "actual", "done", "done on", "completed"),
    )  # fmt: skip
    depends_on: tuple[str, ...] = column(
        "Pas na nr", "After no.", NumberList(), group=_PLANNING, default=(), width=8,
        help=("nummers van de mijlpalen die eerst klaar moeten zijn: 1.1; 1.2",
              "numbers of the milestones that must be finished first: 1.1; 1.2"),
        synonyms=("na", "pas na", "afhankelijk van", "afhankelijkheid", "na nr", "voorganger", "voorgangers",
                  "depends on", "after", "predecessor", "predecessors"),
    )  # fmt: skip
    effort: float | None = column(
        "Inzet (uren)", "Effort (hours)", Effort(), group=_PLANNING, width=8,
        help=("tijdsinvestering: 40, 40 uur of 5 dagdelen (van 4 uur)",
              "time invested: 40, 40 hours or 5 dagdelen (half days of 4 hours)"),
        synonyms=("inzet", "uren", "tijdsinvestering", "inzet uren", "tijdsinvestering (uren)", "effort",
                  "hours"),
    )  # fmt: skip
    status: Status | None = column(
        "Planstatus", "Plan status", Choice(of=STATUSES), group=_PLANNING, computed=True, width=16,
        help=("rekent zichzelf uit op de peildatum", "works itself out at the reference date"),
    )  # fmt: skip
    slip_weeks: int | None = column(
        "Uitloop (weken)", "Slip (weeks)", Effort(), group=_PLANNING, computed=True, width=8.5,
        help=("weken tussen gepland en verwacht of werkelijk", "weeks from planned to expected or actual"),
        synonyms=("uitloop", "slip"),
    )  # fmt: skip
    marks: tuple[Mark, ...] = column(
        "Tijdsduur", "Duration", Text(), group=_PLANNING, default=(), spread=True, width=4.4,
        help=("de balken tekenen zichzelf uit de datums; een x of een kleur mag ook",
              "the bars draw themselves from the dates; an x or a colour is fine too"),
        synonyms=("doorlooptijd", "planning", "looptijd"),
    )  # fmt: skip
    party: str | None = column(
        "Betrokken partij", "Party", Text(), group=_ROLES, width=24,
        help=("wie trekt dit: organisatie of rol, uit de lijst of vrij",
              "who leads: organisation or role, from the list or free"),
        synonyms=_PARTY_WORDS,
    )  # fmt: skip
    responsibility: str | None = column(
        "Verantwoordelijkheid", "Responsibility", Text(), group=_ROLES, width=28,
        help=("wat doet deze partij", "what this party does"),
        synonyms=("verantwoordelijkheden", "rol", "rol/verantw", "rol / verantwoordelijkheid", "taak",
                  "rollen en verantwoordelijkheden", "rollen en delijkheden", "rol en verantwoordelijkheid",
                  "role", "roles and responsibilities"),
    )  # fmt: skip
    roles: tuple[Role, ...] = column(
        "Partijen", "Parties", Text(), group=_ROLES, default=(), spread=True, width=5.2,
        help=("per partij: V voert uit, E eindverantwoordelijk, R raadplegen, I informeren; tekst mag ook",
              "per party: V carries out, E answers for it, R is consulted, I is informed; text is fine too"),
    )  # fmt: skip
    subproject: str | None = None
    cancelled: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """The names in ``party``, one by one: ``vmbo A + B i.s.m. mbo X`` names three."""
        return tuple(party_names(self.party)) if self.party else ()


@dataclass(frozen=True, kw_only=True)
class Activity(Record):
    """One row of the progress sheet: an activity under a result under an objective, and how it goes."""

    number: str | None = column(
        "Nr", "No.", Number(), group=_OBJECTIVE, width=5.5,
        help=("nummer van de activiteit", "number of the activity"),
        synonyms=("nummer", "#", "id", "number", "no", "volgnr"),
    )  # fmt: skip
    objective: str | None = column(
        "Doelstelling", "Objective", Text(), group=_OBJECTIVE, width=26, fill_down=True,
        help=("één keer, bij de eerste regel; geldt ook voor de regels eronder",
              "once, in the first row; it holds for the rows below too"),
        synonyms=("doelstellingen", "doel", "doelen", "ambitie", "objectives", "goal"),
    )  # fmt: skip
    result: str | None = column(
        "Resultaten", "Results", Text(), group=_OBJECTIVE, width=24, fill_down=True,
        help=("wat er dan is; ook voor de regels eronder", "what there will be; for the rows below too"),
        synonyms=("resultaat", "opbrengst", "opbrengsten", "beoogde resultaten", "beoogde opbrengsten",
                  "eindresultaat", "result"),
    )  # fmt: skip
    description: str | None = column(
        "Beschrijving", "Description", Text(), group=_OBJECTIVE, required=True, width=30,
        help=("de activiteit", "the activity"),
        synonyms=("activiteit", "activiteiten", "actie", "acties", "beschrijving (activiteit)",
                  "omschrijving", "deelactiviteit", "activity", "action"),
    )  # fmt: skip
    years: tuple[int, ...] = column(
        "Planning", "Planning", Text(), group=_PLANNING, default=(), spread=True, width=6,
        help=("zet een x in de jaren waarin het loopt, of kleur het vakje",
              "put an x in the years in which it runs, or colour the cell"),
        synonyms=("tijdsduur", "doorlooptijd"),
    )  # fmt: skip
    light: Light | None = column(
        "Stoplicht", "Traffic light", Choice(of=LIGHTS), group=_STATUS, width=14,
        help=("Groen: volgens schema; Oranje: (kleine) obstakels; Rood: loopt vast",
              "Green: on schedule; Orange: (small) obstacles; Red: stuck"),
        synonyms=("status", "kleur", "stand", "light", "rag", "voortgang stoplicht", "traffic light"),
    )  # fmt: skip
    stage: Stage | None = column(
        "Fase", "Stage", Choice(of=STAGES), group=_STATUS, width=15,
        help=("Nog niet gestart, Loopt, Gereed, Uitgesteld of Vervallen",
              "Not started, In progress, Done, Postponed or Cancelled"),
        synonyms=("stand van zaken", "stage", "phase"),
    )  # fmt: skip
    explanation: str | None = column(
        "Toelichting op de voortgang", "Explanation of progress", Text(), group=_STATUS, width=32,
        help=("wat er gebeurd is sinds de vorige keer", "what has happened since last time"),
        synonyms=("toelichting", "voortgang", "toelichting voortgang", "stand van zaken toelichting",
                  "opmerking", "opmerkingen", "explanation", "progress", "remarks"),
    )  # fmt: skip
    bottlenecks: str | None = column(
        "Knelpunten", "Bottlenecks", Text(), group=_STATUS, width=28,
        help=("wat er knelt; nodig bij Oranje en Rood", "what hinders; needed with Orange and Red"),
        synonyms=("knelpunt", "ervaren knelpunten", "knelpunten / opmerkingen", "obstakels", "belemmeringen",
                  "risico's", "bottleneck", "issues"),
    )  # fmt: skip
    measure: str | None = column(
        "Maatregel / bijsturing", "Corrective action", Text(), group=_STATUS, width=28,
        help=("wat er aan gedaan wordt", "what is done about it"),
        synonyms=("maatregel", "maatregelen", "bijsturing", "te nemen maatregelen", "actie bij knelpunt",
                  "measure", "measures"),
    )  # fmt: skip
    who: str | None = column(
        "Wie pakt op", "Who acts", Text(), group=_STATUS, width=18,
        help=("organisatie of rol die dit oppakt", "organisation or role that acts"),
        synonyms=("wie", "actiehouder", "wie pakt het op", "trekker", "verantwoordelijke", "who"),
    )  # fmt: skip
    milestones: tuple[str, ...] = column(
        "Mijlpaal nr", "Milestone no.", NumberList(), group=_STATUS, default=(), width=10,
        help=("nummers van de mijlpalen waar dit bij hoort", "numbers of the milestones this belongs to"),
        synonyms=("mijlpaal", "mijlpalen", "mijlpaalnr", "bij mijlpaal", "milestone", "milestones"),
    )  # fmt: skip
    updated: When | None = column(
        "Bijgewerkt", "Updated", Date(), group=_STATUS, width=12,
        help=("datum waarop deze regel het laatst is bijgewerkt", "date on which this row was last updated"),
        synonyms=("bijgewerkt op", "datum", "laatst bijgewerkt", "peildatum", "updated on"),
    )  # fmt: skip
    year_texts: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LogEntry(Record):
    """One line of the log: what was true of a milestone or activity on a date. Lines are only added."""

    date: When | None = column(
        "Datum", "Date", Date(), width=13,
        help=("dag van deze regel", "day of this line"),
    )  # fmt: skip
    number: str | None = column(
        "Nr", "No.", Number(), width=8,
        help=("nummer van de mijlpaal of activiteit", "number of the milestone or activity"),
        synonyms=("nummer", "mijlpaal nr", "number"),
    )  # fmt: skip
    light: Light | None = column(
        "Stoplicht", "Traffic light", Choice(of=LIGHTS), width=14,
        help=("Groen, Oranje of Rood", "Green, Orange or Red"),
        synonyms=("status", "light"),
    )  # fmt: skip
    expected: When | None = column(
        "Verwacht gereed", "Expected", Date(), width=16,
        help=("de datum die toen werd verwacht", "the date that was expected then"),
        synonyms=("gereed (verwacht)", "verwacht"),
    )  # fmt: skip
    explanation: str | None = column(
        "Toelichting", "Explanation", Text(), width=44,
        help=("wat er veranderde, of het besluit", "what changed, or the decision"),
        synonyms=("toelichting / besluit", "opmerking", "explanation / decision"),
    )  # fmt: skip
    bottlenecks: str | None = column(
        "Knelpunt", "Bottleneck", Text(), width=32,
        help=("wat er toen knelde", "what hindered then"),
        synonyms=("knelpunten", "bottlenecks"),
    )  # fmt: skip
    measure: str | None = column(
        "Maatregel", "Corrective action", Text(), width=32,
        help=("wat er aan gedaan werd", "what was done about it"),
        synonyms=("maatregelen", "maatregel / bijsturing"),
    )  # fmt: skip
    by: str | None = column(
        "Door", "By", Text(), width=20,
        help=("organisatie of rol die dit schreef", "organisation or role that wrote this"),
        synonyms=("ingevuld door", "wie"),
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class TrendEntry(Record):
    """What was expected of a milestone on each report date, as (report date, expected) pairs."""

    number: str | None = column(
        "Nr", "No.", Number(), width=8,
        help=("nummer van de mijlpaal", "number of the milestone"),
        synonyms=("nummer", "number"),
    )  # fmt: skip
    title: str | None = column(
        "Mijlpaal", "Milestone", Text(), computed=True, width=46,
        help=("haalt zichzelf uit het mijlpalenplan", "fetches itself from the milestone plan"),
    )  # fmt: skip
    expected: tuple[tuple[date, When], ...] = column(
        "Verwacht gereed, zoals geschat op …", "Expected, as estimated on …", Date(), default=(), spread=True,
        width=13, help=("per rapportagemoment de datum die toen werd verwacht",
                        "per report date the date that was expected then"),
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Party(Record):
    """A party that takes part, and the short name that stands above its column."""

    name: str | None = column(
        "Betrokken partijen", "Parties", Text(), required=True, width=34,
        help=("naam van de organisatie of rol", "name of the organisation or role"),
        synonyms=("partij", "partijen", "betrokken partij", "naam"),
    )  # fmt: skip
    short: str | None = column(
        "Korte naam", "Short name", Text(), width=16,
        help=("staat boven de kolom in het mijlpalenplan", "stands above the column in the milestone plan"),
        synonyms=("afkorting", "kort"),
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class General(Record):
    """The general settings of a plan, one per line of the settings sheet."""

    region: str | None = column(
        "Regio", "Region", Text(), help=("naam van de techniekregio", "name of the region"),
        synonyms=("techniekregio", "naam regio"),
    )  # fmt: skip
    lead_school: str | None = column(
        "Penvoerder", "Lead school", Text(),
        help=("school die penvoerder is", "school that leads the region"),
    )  # fmt: skip
    scheme: str | None = column(
        "Regeling", "Scheme", Text(), help=("subsidieregeling waar dit plan bij hoort",
                                            "subsidy scheme this plan belongs to"),
        synonyms=("subsidieregeling",),
    )  # fmt: skip
    reference_date: date | None = column(
        "Peildatum", "Reference date", Day(),
        help=("dag waarop de stand geldt; typ =VANDAAG() om elke dag opnieuw te rekenen",
              "day for which the status holds; type =TODAY() to work it out anew each day"),
        synonyms=("stand per", "datum stand"),
    )  # fmt: skip


class Sheet(NamedTuple):
    """One sheet of the workbook; ``record`` is None for sheets without data of their own."""

    key: str
    name: Words
    record: type[Record] | None = None
    full_only: bool = False
    synonyms: tuple[str, ...] = ()


SHEETS = (
    Sheet("guide", Words("Uitleg", "Guide")),
    Sheet("plan", Words("Mijlpalenplan", "Milestone plan"), Milestone, synonyms=("mijlpalen", "planning")),
    Sheet("progress", Words("Voortgang", "Progress"), Activity, synonyms=("monitoring", "status")),
    Sheet("dashboard", Words("Dashboard", "Dashboard"), full_only=True),
    Sheet("trend", Words("Trend", "Trend"), TrendEntry, full_only=True),
    Sheet("log", Words("Logboek", "Log"), LogEntry, full_only=True),
    Sheet("settings", Words("Instellingen", "Settings"), General),
)
LAYOUTS = ("full", "simple")


@cache
def sheet(key: str) -> Sheet:
    """The sheet with this key. Raises KeyError."""
    return {s.key: s for s in SHEETS}[key]


def header(record: type[Record], key: str, lang: Lang) -> str:
    """The header of one column in one language."""
    return {c.key: c.header for c in columns(record)}[key].get(lang)
