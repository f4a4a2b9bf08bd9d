"""One plan at three moments, as the person who keeps it would have saved it each time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mijlpalen_xlsx.dates import Precision, When, parse
from mijlpalen_xlsx.format import Activity, General, Milestone, Party, Role, Subproject
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.vocabulary import Light, RowKind, Stage
from mijlpalen_xlsx.writer import workbook_bytes

__all__ = ["three_versions"]

DAYS = (date(2026, 3, 1), date(2026, 10, 1), date(2027, 3, 1))
"""The reference dates of the versions; the lists below have a value for each."""


class Row(NamedTuple):
    """A milestone through the versions. An empty number: it is not in that version; an empty text: as before.

    ``ends`` are what stands under expected, or under actual after an ``=``.
    """

    numbers: tuple[str, str, str]
    title: str
    start: str
    due: str
    party: str
    ends: tuple[str, str, str] = ("", "", "")
    after: str = ""
    decision: bool = False
    later_title: str = ""
    later_due: str = ""


SCHOOL, LAB, LEADER, COLLEGE = "Vmbo-school A", "Techlabcoördinator", "Programmaleider", "Mbo-instelling X"
PARTIES = {SCHOOL: "School A", LAB: "Techlab", LEADER: "Leider", COLLEGE: "Mbo X", "Stuurgroep": "Stuurgroep"}
BANDS = {"1": "Techniek in de basisschool", "2": "Regionaal techlab"}
ROWS = (
    Row(("1.1",) * 3, "Op 1 februari 2026 hebben 18 basisscholen een afspraak getekend.", "sept. 2025",
        "1-2-2026", LEADER, ("=28-1-2026", "=28-1-2026", "=28-1-2026")),
    Row(("1.2",) * 3, "Op 1 juli 2026 zijn vier technieklessen getest op drie basisscholen.", "1-2-2026",
        "1-7-2026", SCHOOL, ("", "=10-7-2026", "=10-7-2026"), "1.1"),
    Row(("", "1.3", "1.3"), "Op 1 december 2026 zijn 24 leerkrachten geschoold in de technieklessen.",
        "1-9-2026", "1-12-2026", COLLEGE, ("", "", "=27-11-2026"), "1.2"),
    Row(("1.3", "1.4", "1.4"),
        "In schooljaar 2026-2027 volgen 600 leerlingen van groep 7 en 8 een techniekles.",
        "1-9-2026", "eind schooljaar 2026-2027", SCHOOL, after="1.2",
        later_title="In schooljaar 2026-2027 volgen 500 leerlingen van groep 7 en 8 een techniekles."),
    Row(("1.4", "1.5", "1.5"), "Op 1 mei 2027 besluit de stuurgroep of het vervoer naar de lessen doorgaat.",
        "1-3-2027", "1-5-2027", "Stuurgroep", decision=True, later_due="1-7-2027"),
    Row(("1.5", "1.6", ""), "Op 1 september 2027 doen zes scholen mee aan de techniekwedstrijd.", "1-4-2027",
        "1-9-2027", SCHOOL),
    Row(("2.1",) * 3, "Op 1 april 2026 keurt de stuurgroep het programma van eisen goed.", "1-1-2026",
        "1-4-2026", "Stuurgroep", ("", "=1-4-2026", "=1-4-2026"), decision=True),
    Row(("2.2",) * 3, "Op 1 oktober 2026 is de ruimte voor het techlab verbouwd en gekeurd.", "1-5-2026",
        "1-10-2026", SCHOOL, ("", "15-12-2026", "=20-12-2026"), "2.1"),
    Row(("2.3",) * 3, "Op 1 december 2026 staan vier 3D-printers en een lasrobot in het techlab.",
        "5-10-2026", "1-12-2026", LAB, ("", "1-2-2027", "1-5-2027"), "2.2"),
    Row(("2.4",) * 3, "Week 5 van 2027: het techlab opent met een rooster voor vier scholen.",
        "2-12-2026", "week 5 2027", LAB, ("", "maart 2027", "september 2027"), "2.3"),
    Row(("2.5",) * 3, "Op 1 juni 2027 is een beheerplan klaar met kosten, personeel en onderhoud.",
        "1-1-2027", "1-6-2027", LEADER, ("", "", "15-4-2027"), "2.3"),
    Row(("2.6",) * 3, "In het vierde kwartaal van 2027 is een open avond gehouden voor 40 bedrijven.",
        "Q3 2027", "Q4 2027", LAB, ("", "", "vervallen"), "2.4"),
)  # fmt: skip


class Work(NamedTuple):
    """An activity through the versions: light, stage, explanation, bottleneck and measure in each."""

    number: str
    objective: str
    result: str
    description: str
    milestone: str
    stands: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


GONE = ("", "")
LESSONS = "Eind 2028 volgt 70% van de leerlingen in groep 7 en 8 technieklessen."
ONE_LAB = "Vanaf schooljaar 2027-2028 gebruiken vier scholen samen één techlab."
PRACTICE = "Eind 2028 kennen 60 docenten de praktijk van een technisch bedrijf."
ADULTS = "Eind 2028 zijn 80 volwassenen uit de regio omgeschoold in het techlab."
WORKS = (
    Work("1", LESSONS, "Vier technieklessen", "Technieklessen maken en testen", "1.2", (
        ("green", "in_progress", "De eerste twee lessen zijn klaar."),
        ("green", "done", "Alle vier de lessen zijn getest."),
        ("green", "done", "Alle vier de lessen zijn getest."))),
    Work("2", LESSONS, "600 leerlingen per jaar", "Technieklessen geven", "1.4", (
        ("green", "not_started", ""),
        ("green", "in_progress", "De lessen zijn begonnen op 12 scholen."),
        ("orange", "in_progress", "Er doen 15 van de 18 scholen mee.",
         "Drie scholen hebben geen leerkracht vrij.", "Mbo-studenten geven de lessen mee."))),
    Work("3", ONE_LAB, "Een ruimte die gekeurd is", "Ruimte verbouwen en keuren", "2.2", (
        ("green", "not_started", ""),
        ("orange", "in_progress", "De bouw begon zes weken later.", "De vergunning kwam later dan gepland.",
         "De aannemer werkt met twee ploegen."),
        ("green", "done", "De ruimte is gekeurd."))),
    Work("4", ONE_LAB, "Machines die draaien", "Machines aanbesteden en plaatsen", "2.3", (
        ("green", "in_progress", "De aanbesteding is gestart."),
        ("orange", "in_progress", "De machines zijn besteld.", "De levertijd is 20 weken.",
         "Er zijn twee printers geleend."),
        ("red", "in_progress", "De lasrobot komt niet voor mei.",
         "De leverancier levert de lasrobot niet op tijd.",
         "De stuurgroep kiest in april een andere leverancier."))),
    Work("5", PRACTICE, "60 docenten op stage", "Stages voor docenten", "", (
        ("green", "not_started", ""), ("green", "not_started", ""), GONE)),
    Work("6", ADULTS, "80 deelnemers", "Avondcursus lassen en meten", "", (
        GONE, GONE, ("green", "not_started", ""))),
)  # fmt: skip


def three_versions() -> dict[str, bytes]:
    """The workbooks by the name of their file."""
    return {f"{day:%Y-%m}.xlsx": workbook_bytes(_plan(at, day)) for at, day in enumerate(DAYS)}


def _plan(at: int, day: date) -> Plan:
    return Plan(
        general=General(region="De Zandhoek", lead_school=SCHOOL, scheme="sto-2025-2028", reference_date=day),
        years=(2025, 2028),
        parties=tuple(Party(name=name, short=short) for name, short in PARTIES.items()),
        subprojects=tuple(Subproject(number=number, title=title) for number, title in BANDS.items()),
        milestones=tuple(_milestones(at)),
        activities=tuple(_activities(at, day)),
    )


def _milestones(at: int) -> Iterator[Milestone]:
    for row in ROWS:
        number, end, last = row.numbers[at], row.ends[at], at == len(DAYS) - 1
        if not number:
            continue
        done = end.startswith("=")
        yield Milestone(
            kind=RowKind.DECISION if row.decision else RowKind.MILESTONE,
            number=number,
            title=row.later_title if last and row.later_title else row.title,
            start=_when(row.start),
            due=_when(row.later_due if last and row.later_due else row.due),
            expected=None if done or end == "vervallen" else _when(end),
            actual=_when(end[1:]) if done else None,
            cancelled=end == "vervallen",
            depends_on=(row.after,) if row.after else (),
            party=row.party,
            roles=(Role(PARTIES[row.party], "E"), Role(PARTIES[LAB], "I")),
            subproject=number.partition(".")[0],
        )


def _activities(at: int, day: date) -> Iterator[Activity]:
    for work in WORKS:
        light, stage, *said = work.stands[at]
        if not stage:
            continue
        said += [""] * (3 - len(said))
        milestone = "1.3" if at == 0 and work.milestone == "1.4" else work.milestone
        yield Activity(
            number=work.number,
            objective=work.objective,
            result=work.result,
            description=work.description,
            years=(2026,) if work.number in "13" else (2026, 2027),
            light=Light(light),
            stage=Stage(stage),
            explanation=said[0] or None,
            bottlenecks=said[1] or None,
            measure=said[2] or None,
            milestones=(milestone,) if milestone else (),
            updated=When.day(day),
        )


def _when(text: str) -> When | None:
    """A day as a real date, a period in its words."""
    when = parse(text).when if text else None
    return when._replace(text=None) if when and when.precision is Precision.DAY else when
