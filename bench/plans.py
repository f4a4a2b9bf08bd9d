"""Plausible plans as data: what a programme manager might have written, the same for the same number.

Most milestones are in order, and about one in twenty has something to say: findings are what people look
for in a plan, not what it is made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

__all__ = ["FIRST_YEAR", "SUBPROJECTS", "YEARS", "mistaken", "plan"]

FIRST_YEAR, YEARS, SUBPROJECTS = 2025, 4, 10
REFERENCE = date(FIRST_YEAR + 1, 3, 1)
TOGETHER = 6
"""Milestones to which one activity of the sheet Voortgang belongs."""

PARTIES = ("Programmaleider", "Vmbo-school A", "Vmbo-school B", "Mbo-instelling X", "Bedrijvenkring T")
SHORT = ("Progr.leider", "School A", "School B", "Mbo X", "Bedrijven T")
THEMES = (
    "installatietechniek", "robotica", "zorgtechniek", "duurzame energie", "houtbewerking", "elektrotechniek",
    "metaalbewerking", "waterbouw", "mobiliteit", "procestechniek", "groene techniek", "digitale techniek",
)  # fmt: skip
TITLES = (
    "{count} basisscholen in {place} hebben een afspraak getekend om mee te doen aan lessen {theme}",
    "Er zijn {count} lessen {theme} klaar en getest op drie scholen in {place}",
    "{count} docenten uit {place} hebben de scholing {theme} afgerond",
    "{count} leerlingen uit {place} hebben een stage van twee weken gelopen in de {theme}",
    "Het lokaal voor {theme} in {place} is ingericht met {count} werkplekken",
    "{count} bedrijven rond {place} hebben de overeenkomst over {theme} ondertekend",
    "Het verslag over {theme} met de uitkomsten van {count} leerlingen uit {place} is vastgesteld",
)
DECISION = "De stuurgroep heeft besloten of {theme} in {place} met {count} leerlingen doorgaat"
DUTIES = ("eindverantwoordelijk", "trekker", "organiseert de uitvoering", "levert docenten en lokalen")
STARTS = ("Ooster", "Wester", "Noorder", "Zuider", "Linde", "Berken", "Elzen", "Wilgen", "Hazel", "Beuken")
ENDS = ("dam", "veen", "hoek", "broek", "wijk", "dorp", "hoven", "mond", "kamp", "rode")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

Row = dict[str, object]


def _on(day: date, text: str | None = None) -> Row:
    """A day; a date cell in the workbook, unless somebody typed it as text."""
    return {"first": day.isoformat(), "last": day.isoformat(), "precision": "day", "text": text}


def _in_words(day: date) -> Row:
    return _on(day, f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def _quarters(first: date, last: date) -> Iterator[Row]:
    """The Gantt cells from ``first`` to ``last`` as somebody who colours them by hand."""
    for year in range(first.year, last.year + 1):
        for month in (1, 4, 7, 10):
            begin = date(year, month, 1)
            end = (begin + timedelta(days=95)).replace(day=1) - timedelta(days=1)
            if begin <= last and end >= first:
                yield {"first": begin.isoformat(), "last": end.isoformat(), "by": "fill"}


class _Writer:
    """One who writes a plan: chance, but the same each time."""

    def __init__(self, number: int, place: str | None) -> None:
        self.chance = Random(number)
        names = [self.chance.choice(STARTS) + self.chance.choice(ENDS) for _ in range(6)]
        self.places = [place] if place else names

    def text(self, pattern: str) -> str:
        chance = self.chance
        return pattern.format(
            count=chance.randint(4, 240), place=chance.choice(self.places), theme=chance.choice(THEMES)
        )

    def subproject(self, number: int, count: int) -> Iterator[Row]:
        """Milestones in the order in which they start; some wait for one that is done well before."""
        ready: list[tuple[date, str]] = []
        for rank in range(count):
            start = date(FIRST_YEAR, 1, 6) + timedelta(days=rank * 1_300 // count + self.chance.randrange(20))
            due = start + timedelta(days=self.chance.randint(25, 100))
            name = f"{number}.{rank + 1}"
            row = self.milestone(name, str(number), start, due)
            before = next((ended for ended in reversed(ready) if ended[0] < start - timedelta(days=21)), None)
            row["depends_on"] = [before[1]] if before and self.chance.random() < 0.3 else []
            ready.append((due, name))
            yield row

    def milestone(self, name: str, subproject: str, start: date, due: date) -> Row:
        """A milestone in order."""
        chance = self.chance
        lead, helper = chance.sample(range(len(PARTIES)), 2)
        decides, slips = chance.random() < 0.08, due > REFERENCE > start and chance.random() < 0.2
        done = due - timedelta(days=chance.randrange(10))
        date_of = _in_words if chance.random() < 0.06 else _on
        return {
            "kind": "decision" if decides else "milestone",
            "number": name,
            "title": self.text(DECISION if decides else chance.choice(TITLES)),
            "subproject": subproject,
            "start": date_of(start),
            "due": date_of(due),
            "expected": _on(due + timedelta(days=14)) if slips else None,
            "actual": _on(done) if due < REFERENCE else None,
            "effort": 8.0 * chance.randint(1, 20),
            "party": PARTIES[lead],
            "responsibility": chance.choice(DUTIES),
            "roles": [{"party": SHORT[lead], "role": "E"}, {"party": SHORT[helper], "role": "V"}],
            "marks": list(_quarters(start, due)) if chance.random() < 0.21 else [],
        }

    def spoilt(self, index: int, row: Row) -> Row:
        """A row as it is, or one in sixteen with a mistake of people; not each of them is one in that row."""
        return {**row, **MISTAKES[index // 16 % len(MISTAKES)]} if index % 16 == 11 else row

    def activity(self, milestones: list[Row]) -> Row:
        """What the sheet Voortgang says of some milestones of one subproject."""
        done = all(row["actual"] for row in milestones)
        begun = any(str(row["start"]) < str(_on(REFERENCE)) for row in milestones)
        stage = "done" if done else "in_progress" if begun else "not_started"
        years = {int(str(_when(row)["first"])[:4]) for row in milestones}
        return {
            "number": milestones[0]["number"],
            "objective": f"Meer leerlingen kiezen voor techniek in {self.places[0]}",
            "result": self.text("{count} leerlingen uit {place} volgen {theme}"),
            "description": self.text("Lessen {theme} voorbereiden en geven op {count} scholen in {place}"),
            "years": sorted(years),
            "light": "green",
            "stage": stage,
            "explanation": "Verloopt volgens plan",
            "milestones": [row["number"] for row in milestones],
            "updated": _on(REFERENCE - timedelta(days=12)),
        }


def _when(row: Row) -> Row:
    due = row["due"]
    assert isinstance(due, dict)
    return due


MISTAKES: tuple[Row, ...] = (
    {"party": None},
    {"title": None},
    {"depends_on": ["99.1"]},
    {"party": "Gemeente G"},
    {"roles": [{"party": short, "role": "E"} for short in SHORT[:2]]},
    {"title": "Werken aan betere lessen"},
    {"due": None, "actual": None, "expected": None, "marks": []},
    {"actual": _on(REFERENCE + timedelta(days=30))},
    {"effort": None, "written": {"effort": "veel"}},
)


def plan(rows: int, number: int = 0, region: str = "Voorbeeldregio", *, place: str | None = None) -> Row:
    """A plan of ``rows`` milestones over ten subprojects, in the shape that ``template --from`` takes.

    Another ``number`` gives other words, dates and parties in the lead; ``place`` is the only place then.
    """
    writer = _Writer(number, place)
    share, more = divmod(rows, SUBPROJECTS)
    blocks = [list(writer.subproject(n + 1, share + (n < more))) for n in range(SUBPROJECTS)]
    in_order = [row for block in blocks for row in block]
    activities = [
        writer.activity(block[at : at + TOGETHER])
        for block in blocks
        for at in range(0, len(block), TOGETHER)
    ]
    return {
        "format": {"version": "1.0", "layout": "full", "language": "nl"},
        "scheme": "sto-2025-2028",
        "region": region,
        "reference_date": REFERENCE.isoformat(),
        "years": [FIRST_YEAR, FIRST_YEAR + YEARS - 1],
        "parties": [{"name": name, "short": short} for name, short in zip(PARTIES, SHORT, strict=True)],
        "subprojects": [
            {"number": str(n), "title": f"Deelproject {n}: {writer.text('{theme} in {place}')}"}
            for n in range(1, SUBPROJECTS + 1)
        ],
        "milestones": [writer.spoilt(index, row) for index, row in enumerate(in_order)],
        "activities": activities,
        "log": [],
    }


def mistaken(rows: int) -> Row:
    """A plan with four mistakes in every milestone: no title, due before its start, and two unknown words."""
    found = plan(rows)
    kept = found["milestones"]
    assert isinstance(kept, list)
    found["activities"] = []
    found["milestones"] = [
        {
            **row,
            "title": None,
            "start": _on(date(FIRST_YEAR, 4, 11) + timedelta(days=index % 700)),
            "due": _on(date(FIRST_YEAR, 1, 1) + timedelta(days=index % 700)),
            "expected": None,
            "actual": None,
            "depends_on": [f"99.{index}"],
            "party": f"Onbekend {index}",
            "roles": [],
            "marks": [],
        }
        for index, row in enumerate(kept)
    ]
    return found
