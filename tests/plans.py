"""Plans made up by hypothesis: everything a plan can hold, in the one form in which a workbook gives it back.

A plan as data can say things that a workbook says in another way: milestones out of the order of their
bands, an objective that is empty below one that is not, two runs of crosses that touch. Those are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from mijlpalen_xlsx.cells import Cell
from mijlpalen_xlsx.dates import When
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
from mijlpalen_xlsx.kinds import Context, Date, plain
from mijlpalen_xlsx.periods import Scale, periods
from mijlpalen_xlsx.plan import About, Plan, plan_to_data
from mijlpalen_xlsx.schemes import scheme_named
from mijlpalen_xlsx.vocabulary import Light, RowKind, Stage

__all__ = ["comparable", "enlarged", "plans"]

Draw = Callable[[st.SearchStrategy[Any]], Any]

PHRASES = (
    "eind 2026", "medio 2022", "schooljaar 2021-2022", "Q3 2023", "2024", "sept. 2021 - juni 2022",
    "doorlopend", "1-7-2022", "uiterlijk 1 oktober 2023", "voor 2023", "n.t.b.", "z.s.m.", "week 36 2021",
    "najaar 2023", "2021-2022",
)  # fmt: skip
UNREADABLE = ("ergens in de lente", "31-2-2023", "13-13-2022", "na de meivakantie", "3 maanden")
ODD_TEXTS = (
    "=1+1", "+31 is een getal", "-5", "@naam", "'tekst", "x" * 3000, "regel 1\nregel 2\n\n\tregel 4",
    "_x0041_", "e\u0301\u00e9 \U0001f7e2 \u0639\u0631\u0628\u064a", "100", "1-2-2023", "WAAR",
    "<b>&amp;</b>", '"', "a  b", "#REF!", "Totaal in 2024: 30 leerlingen", "Gereed", "Mijlpaal", "https://example.org",
)  # fmt: skip

texts = st.one_of(
    st.sampled_from(ODD_TEXTS),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=40),
).map(plain).filter(bool)  # fmt: skip
words = st.from_regex(r"[A-Z][a-zé]{3,9} [0-9]{2}", fullmatch=True)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def comparable(plan: Plan) -> dict[str, Any]:
    """The plan as data, without what depends on the file: cells, how it was recognised, who saved it."""
    data = plan_to_data(plan)
    for key in ("recognised_by", "saved_by", "plan_id"):
        del data["format"][key]
    rows = [
        row for value in data.values() if isinstance(value, list) for row in value if isinstance(row, dict)
    ]
    for row in (data, *rows):
        row.pop("cells", None)
    return data


def enlarged(plan: Plan, count: int) -> Plan:
    """The plan with about ``count`` milestones: its own ones again and again, under the same bands."""
    times = count // (len(plan.milestones) or count) or 1
    owners = dict.fromkeys(milestone.subproject for milestone in plan.milestones)
    rows = [m for owner in owners for _ in range(times) for m in plan.milestones_of(owner)]
    return replace(plan, milestones=tuple(rows))


class _Maker:
    """Makes the records of one plan."""

    def __init__(self, draw: Draw, most: int) -> None:
        self.draw, self.most = draw, most
        first = draw(st.integers(2015, 2035))
        self.years = (first, first + draw(st.integers(0, 9)))
        self.scale = draw(st.sampled_from(Scale))
        self.scheme = draw(st.sampled_from((None, "sto-2020-2024", "sto-2025-2028", "eigen regeling")))
        known = scheme_named(self.scheme or "")
        self.period = (
            (known.first, known.last) if known else (date(self.years[0], 1, 1), date(self.years[1], 12, 31))
        )
        self.shorts = draw(st.lists(words, max_size=5, unique_by=str.casefold))
        self.own_columns = draw(st.lists(words.map("Eigen {}".format), max_size=2, unique=True))

    def one(self, strategy: st.SearchStrategy[Any]) -> Any:
        return self.draw(strategy)

    def maybe(self, strategy: st.SearchStrategy[Any]) -> Any:
        return self.draw(_maybe(strategy))

    def some_of(self, *choices: str) -> tuple[str, ...]:
        return tuple(self.one(st.lists(st.sampled_from(choices), max_size=3, unique=True)))

    def when(self, written: dict[str, str], key: str) -> When | None:
        """A day, a phrase as the reader reads it, nothing, or something unreadable kept in ``written``."""
        which = self.one(st.integers(0, 9))
        if which < 5:
            return When.day(self.one(days))
        if which < 8:
            text = self.one(st.sampled_from(PHRASES))
            value: When = Date().read(Cell("", 1, 1, text), Context(period=self.period)).value
            return value
        if which == 8:
            written[key] = self.one(st.sampled_from(UNREADABLE))
        return None

    def choice(self, written: dict[str, str], key: str, options: dict[str | None, Any]) -> Any:
        """One of ``options``: by the text in the cell (kept), or one of the plain values under None."""
        if self.one(st.booleans()):
            return self.maybe(st.sampled_from(options[None]))
        text = self.one(st.sampled_from([key for key in options if key]))
        written[key] = text
        return options[text]

    def extra(self) -> dict[str, str]:
        found = {head: self.maybe(texts) for head in self.own_columns}
        return {head: text for head, text in found.items() if text}

    def plan(self) -> Plan:
        bands = [self.band(number) for number in range(1, self.one(st.integers(0, 5)) + 1)]
        milestones = [m for number in range(len(bands) + 1) for m in self.milestones(number)]
        owners = {m.subproject for m in milestones}
        return Plan(
            about=About(language=self.one(st.sampled_from(("nl", "en"))), scale=self.scale, layout="full"),
            general=General(
                region=self.maybe(texts),
                lead_school=self.maybe(texts),
                scheme=self.scheme,
                reference_date=self.maybe(days),
            ),
            years=self.years,
            report_dates=tuple(self.one(st.lists(days, max_size=4))),
            parties=tuple(Party(name=f"Naam van {short}", short=short) for short in self.shorts),
            subprojects=tuple(b for b in bands if b.title or b.number in owners),
            milestones=tuple(milestones),
            activities=tuple(self.activities()),
            log=tuple(self.log_entry(at) for at in range(self.one(st.integers(0, 3)))),
            trend=tuple(self.trend_entry(at) for at in range(self.one(st.integers(0, 3)))),
        )

    def band(self, number: int) -> Subproject:
        return Subproject(number=str(number), title=self.maybe(texts), extra=self.extra())

    def milestones(self, band: int) -> list[Milestone]:
        count = self.one(st.integers(0, self.most))
        return [self.milestone(band, at) for at in range(1, count + 1)]

    def milestone(self, band: int, at: int) -> Milestone:
        written: dict[str, str] = {}
        cancelled = self.one(st.integers(0, 9)) == 0
        if cancelled and self.one(st.booleans()):
            written["actual"] = "geschrapt"
        milestone = RowKind.MILESTONE
        kinds = {None: (milestone, RowKind.DECISION), "mijlpaal": milestone, "Q": milestone}
        efforts = {None: (40.0, 0.25, 0.0, 1234.5), "5 dagdelen": 20.0, "veel": None}
        return Milestone(
            kind=self.choice(written, "kind", kinds) or milestone,
            number=self.maybe(st.just(f"{band}.{at}")),
            title=self.one(texts),
            start=self.when(written, "start"),
            due=self.when(written, "due"),
            expected=self.when(written, "expected"),
            actual=None if cancelled else self.when(written, "actual"),
            depends_on=tuple(
                self.one(st.lists(st.sampled_from(("1.1", "2.3", "10", "3.10")), max_size=3, unique=True))
            ),
            effort=self.choice(written, "effort", efforts),
            marks=self.marks(),
            party=self.maybe(texts),
            responsibility=self.maybe(texts),
            roles=self.roles(),
            subproject=str(band) if band else None,
            cancelled=cancelled,
            written=written,
            extra=self.extra(),
        )

    def marks(self) -> tuple[Mark, ...]:
        """Signs in some period columns; equal neighbours are one mark."""
        columns = periods(self.years, self.scale)
        signs = (("x", None), ("fill", None), ("text", "Q"), ("text", "40 uur"))
        at = self.one(st.dictionaries(st.integers(0, len(columns) - 1), st.sampled_from(signs), max_size=5))
        found: list[Mark] = []
        for index in sorted(at):
            by, text = at[index]
            first, last = columns[index].first, columns[index].last
            if at.get(index - 1) == (by, text):
                first = found.pop().first
            found.append(Mark(first, last, by, text))
        return tuple(found)

    def roles(self) -> tuple[Role, ...]:
        what = st.sampled_from(("V", "E", "R", "I", "betaalt mee", "V/E"))
        chosen = {short: self.maybe(what) for short in self.shorts}
        return tuple(Role(short, role) for short, role in chosen.items() if role)

    def activities(self) -> list[Activity]:
        return [
            self.activity(objective, result)
            for objective in self.one(st.lists(texts, max_size=2))
            for result in self.one(st.lists(texts, min_size=1, max_size=2))
            for _ in range(self.one(st.integers(1, 3)))
        ]

    def activity(self, objective: str, result: str) -> Activity:
        written: dict[str, str] = {}
        lights = {None: tuple(Light), "Groen, bijna klaar": Light.GREEN, "paars": None}
        stages = {None: tuple(Stage), "afgerond": Stage.DONE, "weet niet": None}
        years = self.one(st.lists(st.integers(*self.years), max_size=4, unique=True))
        said = self.one(st.dictionaries(st.sampled_from(years), st.just("Q3"), max_size=2)) if years else {}
        return Activity(
            number=self.maybe(st.sampled_from(("1", "2.1", "7a"))),
            objective=objective,
            result=result,
            description=self.one(texts),
            years=tuple(sorted(years)),
            year_texts=dict(sorted(said.items())),
            light=self.choice(written, "light", lights),
            stage=self.choice(written, "stage", stages),
            explanation=self.maybe(texts),
            bottlenecks=self.maybe(texts),
            measure=self.maybe(texts),
            who=self.maybe(texts),
            milestones=self.some_of("1.1", "2.3"),
            updated=self.when(written, "updated"),
            written=written,
            extra=self.extra(),
        )

    def log_entry(self, at: int) -> LogEntry:
        written: dict[str, str] = {}
        return LogEntry(
            date=self.when(written, "date"),
            number=f"1.{at}",
            light=self.maybe(st.sampled_from(Light)),
            expected=self.when(written, "expected"),
            explanation=self.maybe(texts),
            bottlenecks=self.maybe(texts),
            measure=self.maybe(texts),
            by=self.maybe(texts),
            written=written,
            extra=self.extra(),
        )

    def trend_entry(self, at: int) -> TrendEntry:
        expected = []
        for day in sorted(self.one(st.sets(days, max_size=3))):
            written: dict[str, str] = {}
            when = self.when(written, "")
            if when:
                expected.append((day, when))
        return TrendEntry(number=f"2.{at}", expected=tuple(expected), extra=self.extra())


@st.composite
def plans(draw: Draw, most: int = 6) -> Plan:
    """Plans with at most ``most`` milestones under each of at most five bands, and above the first."""
    return _Maker(draw, most).plan()
