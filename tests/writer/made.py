"""Plans for the tests of the writer: one with a bit of everything, and random ones that are hard to write."""

from __future__ import annotations

import random
from datetime import date, timedelta

from mijlpalen_xlsx.dates import Precision, When
from mijlpalen_xlsx.format import (
    Activity,
    General,
    LogEntry,
    Mark,
    Milestone,
    Party,
    Role,
    Subproject,
    TrendEntry,
)
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.vocabulary import Light, RowKind, Stage
from mijlpalen_xlsx.words import Lang

__all__ = ["full_plan", "random_plan"]

_AWKWARD = (
    "eind 2026",
    'de "derde" week',
    "=1+1",
    "SORT(A1) en FILTER(B2)",
    "twee\nregels",
    "{~} & <b>",
    "é ë 你好 🙂",
    "heel lang " + "woord " * 60,
    "nog langer " + 'a("' * 400,
)


def _when(dice: random.Random) -> When | None:
    """Nothing, a day, a period in words, or words without a date."""
    sort = dice.randrange(6)
    day = date(2024, 6, 1) + timedelta(days=dice.randrange(1900))
    if sort == 0:
        return None
    if sort == 1:
        last = day + timedelta(days=dice.randrange(200))
        return When(day, last, Precision.PERIOD, dice.choice(_AWKWARD))
    if sort == 2 and dice.random() < 0.3:
        return When(None, None, Precision.NONE, "n.t.b.")
    return When.day(day)


def _milestone(dice: random.Random, number: int) -> Milestone:
    cancelled = dice.random() < 0.1
    words = {"actual": dice.choice(("geschrapt", 'gaat "niet" door'))} if dice.random() < 0.3 else {}
    return Milestone(
        kind=dice.choice((RowKind.MILESTONE, RowKind.MILESTONE, RowKind.DECISION)),
        number=f"{number // 10}.{number % 10}" if dice.random() < 0.9 else None,
        title=dice.choice(("Er is een plan", "=HYPERLINK(1)", "Techlab staat klaar\nen draait", None)),
        start=_when(dice),
        due=_when(dice),
        expected=_when(dice) if dice.random() < 0.4 else None,
        actual=_when(dice) if dice.random() < 0.4 and not cancelled else None,
        cancelled=cancelled,
        written=words if cancelled else {},
        depends_on=(f"{number // 10}.{number % 10 - 1}",) if number % 10 else (),
        effort=dice.choice((None, 8.0, 12.5)),
        party=dice.choice((None, "School A", "@SUM(A1)", "Nieuwe partij")),
        responsibility=dice.choice((None, "trekker")),
        roles=(Role("School A", "V"), Role("School A", "E"))[: dice.randrange(3)],
        marks=(Mark(date(2026, 1, 1), date(2026, 6, 30), dice.choice(("x", "fill"))),)[: dice.randrange(2)],
        subproject=dice.choice((None, "1", "2", "3", "onbekend")),
        extra={"Eigen kolom": "+31"} if dice.random() < 0.2 else {},
    )


def _activity(dice: random.Random, number: int) -> Activity:
    return Activity(
        number=str(number),
        objective=f"Doelstelling {number // 3}",
        result=f"Resultaat {number // 2}",
        description="Activiteit",
        years=(2026, 2027)[: dice.randrange(3)],
        light=dice.choice((None, *Light)),
        stage=dice.choice((None, *Stage)),
        bottlenecks=dice.choice((None, "Te weinig docenten", "=A1")),
        updated=_when(dice),
        written={"light": "rood, bijna klaar"} if dice.random() < 0.1 else {},
    )


def random_plan(
    seed: int,
    *,
    rows: int = 60,
    reference_date: date | None = date(2026, 9, 1),
    lang: Lang = "nl",
    scale: Scale = Scale.QUARTER,
    layout: str = "full",
) -> Plan:
    """A plan of random rows; the same seed gives the same plan."""
    dice = random.Random(seed)
    return Plan(
        about=About(language=lang, scale=scale, layout=layout),
        general=General(region='Regio "Oost" & West', scheme="sto-2025-2028", reference_date=reference_date),
        parties=(Party(name="School A", short="A"), Party(name="ROC B")),
        subprojects=(
            Subproject(number="1", title="Leerlijn"),
            Subproject(number="2"),
            Subproject(number="3"),
        ),
        milestones=tuple(_milestone(dice, number) for number in range(10, 10 + rows)),
        activities=tuple(_activity(dice, number) for number in range(rows // 4)),
        log=tuple(
            LogEntry(date=_when(dice), number=str(n), light=dice.choice((None, *Light))) for n in range(5)
        ),
        trend=(
            TrendEntry(number="1.0", expected=((date(2026, 3, 1), When.day(date(2027, 1, 1))),)),
            TrendEntry(number="1.1", expected=((date(2026, 3, 1), When.day(date(2026, 12, 1))),)),
        ),
    )


def _period(first: date, last: date, text: str) -> When:
    return When(first, last, Precision.PERIOD, text)


def full_plan(lang: Lang = "nl", scale: Scale = Scale.QUARTER, layout: str = "full") -> Plan:
    """A small plan in which every kind of row and value stands once."""
    words = _period(date(2026, 10, 1), date(2026, 12, 31), "eind 2026")
    milestones = (
        Milestone(
            number="1.1",
            title="Nulmeting is besproken",
            subproject="1",
            start=When.day(date(2025, 1, 13)),
            due=When.day(date(2025, 6, 30)),
            actual=When.day(date(2025, 7, 9)),
            effort=40.0,
            party="School A",
            responsibility="trekker",
            roles=(Role("School A", "V"), Role("Bedrijf Q", "leest mee")),
        ),
        Milestone(
            kind=RowKind.DECISION,
            number="1.2",
            title="Besluit over uitrol",
            subproject="1",
            start=When.day(date(2025, 9, 1)),
            due=When.day(date(2026, 3, 1)),
            expected=words,
            depends_on=("1.1",),
            effort=20.0,
            written={"effort": "5 dagdelen"},
        ),
        Milestone(
            number="2.1",
            title="Techniekdag",
            subproject="2",
            marks=(
                Mark(date(2026, 4, 1), date(2026, 9, 30), "x"),
                Mark(date(2027, 4, 1), date(2027, 6, 30), "text", "week 20"),
                Mark(date(2028, 4, 1), date(2028, 6, 30), "fill"),
            ),
            extra={"Kosten": "1000"},
        ),
        Milestone(
            number="2.2",
            title="Vervoer geregeld",
            subproject="2",
            due=When.day(date(2026, 2, 1)),
            cancelled=True,
        ),
    )
    activities = (
        Activity(
            number="1",
            objective="Minder uitval",
            result="Programma",
            description="Meten",
            years=(2025,),
            light=Light.GREEN,
            stage=Stage.DONE,
            milestones=("1.1",),
            updated=When.day(date(2025, 7, 9)),
        ),
        Activity(
            number="2",
            objective="Minder uitval",
            result="Programma",
            description="Invoeren",
            years=(2026, 2027),
            year_texts={2027: "voorjaar"},
            light=Light.RED,
            stage=Stage.IN_PROGRESS,
            explanation="Loopt vast",
            bottlenecks="Geen lokaal",
            extra={"Budget": "€ 10"},
        ),
        Activity(number="3", objective="Techlab", description="Inrichten"),
    )
    return Plan(
        about=About(language=lang, scale=scale, layout=layout),
        general=General(region="Regio Voorbeeld", scheme="sto-2025-2028", reference_date=date(2026, 4, 15)),
        years=(2025, 2028),
        parties=(Party(name="Vmbo-school A", short="School A"), Party(name="ROC B")),
        subprojects=(Subproject(number="1", title="LOB"), Subproject(number="2", title="Techlab")),
        milestones=milestones,
        activities=activities,
    )
