"""The brochure's two tables as five people would make them who never saw our workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mijlpalen_xlsx.cells import Cell, Value
from mijlpalen_xlsx.sheets import Sheet, Workbook

__all__ = ["HANDS", "Goal", "Step"]

GREEN, ORANGE, RED, BLUE = "92D050", "FFC000", "FF0000", "9DC3E6"
LIGHTS = {"groen": GREEN, "oranje": ORANGE, "rood": RED}


@dataclass(frozen=True)
class Step:
    """One milestone: dates as people write them, the years and quarters it takes, who does what."""

    number: str
    title: str
    start: str
    due: str
    quarters: tuple[tuple[int, int], ...]
    parties: tuple[tuple[str, str], ...]
    light: str = ""
    explanation: str = ""
    bottlenecks: str = ""
    after: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(year for year, _ in self.quarters))


@dataclass(frozen=True)
class Goal:
    """One deelproject with its objective and its milestones."""

    number: int
    title: str
    objective: str
    steps: tuple[Step, ...]


@dataclass
class Canvas:
    """A sheet being made: put a row, colour a cell, merge."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def put(self, row: int, column: int, value: Value, fill: str | None = None) -> None:
        if (value is not None and value != "") or fill:
            self.cells[row, column] = Cell(self.name, row, column, value or None, None, "General", fill)

    def line(self, row: int, values: Iterable[Value], column: int = 1, fill: str | None = None) -> None:
        for offset, value in enumerate(values):
            self.put(row, column + offset, value, fill)

    def wide(self, row: int, column: int, width: int, value: Value, fill: str | None = None) -> None:
        self.put(row, column, value, fill)
        self.merges.append((row, column, row, column + width - 1))

    def tall(self, row: int, column: int, height: int, value: Value) -> None:
        self.put(row, column, value)
        if height > 1:
            self.merges.append((row, column, row + height - 1, column))

    def sheet(self) -> Sheet:
        return Sheet(self.name, cells=dict(sorted(self.cells.items())), merges=tuple(self.merges))


def _book(*canvases: Canvas) -> Workbook:
    return Workbook(tuple(canvas.sheet() for canvas in canvases), {}, {})


def stacked(goals: Sequence[Goal], years: Sequence[int]) -> Workbook:
    """Picture 1 as printed: tables under one another, coloured years, a row for every party."""
    canvas, row = Canvas("Blad1"), 3
    canvas.put(1, 1, "Mijlpalenplan STO-regio De Waterlanden")
    for goal in goals:
        party = 2 + len(years)
        canvas.put(row, 1, f"DEELPROJECT: {goal.title}", "D9D9D9")
        canvas.wide(row, 2, len(years), "Tijdsduur", "D9D9D9")
        canvas.wide(row, party, 2, "Rollen en verantwoordelijkheden", "D9D9D9")
        canvas.line(row + 1, ["Mijlpaal", *years, "Naam betrokken partij", "Verantwoordelijkheid"])
        row += 2
        for step in goal.steps:
            canvas.tall(row, 1, len(step.parties), step.title)
            for year in step.years:
                canvas.put(row, 2 + years.index(year), None, BLUE)
            for name, task in step.parties:
                canvas.line(row, [name, task], party)
                row += 1
        row += 1
    canvas.put(row + 1, 1, "* kleuren zijn een indicatie")
    return _book(canvas)


def sheet_each(goals: Sequence[Goal], years: Sequence[int]) -> Workbook:
    """A sheet per deelproject with dates in words and the progress in the same table; one is a copy."""
    canvases = []
    for goal in goals:
        copy = "Kopie van " if goal.number == 2 else ""
        canvas = Canvas(f"{copy}Deelproject {goal.number}")
        canvas.put(1, 1, f"Deelproject {goal.number}: {goal.title}")
        heads = (
            "Nr.|Mijlpaal:|Begin|Eind|Wie?|Rol|Stoplicht|Toelichting voortgang|Knelpunten / opmerkingen|Na nr"
        )
        canvas.line(3, heads.split("|"))
        for row, step in enumerate(goal.steps, 4):
            who, what = zip(*step.parties, strict=True)
            texts = (step.light.capitalize(), step.explanation, step.bottlenecks, ", ".join(step.after))
            canvas.line(
                row, [step.number, step.title, step.start, step.due, "\n".join(who), "\n".join(what), *texts]
            )
        canvases.append(canvas)
    return _book(*canvases)


def party_columns(goals: Sequence[Goal], years: Sequence[int]) -> Workbook:
    """Quarters with crosses under merged years, and a column per party with its task in the cell."""
    canvas, row = Canvas("Planning 2020"), 5
    names = list(dict.fromkeys(name for goal in goals for step in goal.steps for name, _ in step.parties))
    canvas.put(2, 2, "PLANNING EN ROLLEN")
    canvas.line(4, ["Nr", "Benoem de mijlpaal"], 2)
    for at, year in enumerate(years):
        canvas.wide(3, 4 + 4 * at, 4, year)
        canvas.line(4, ["K1", "K2", "K3", "K4"], 4 + 4 * at)
    first = 4 + 4 * len(years)
    canvas.wide(3, first, len(names), "Rollen en delijkheden")
    canvas.line(4, names, first)
    for goal in goals:
        canvas.put(row, 3, f"Programmalijn {goal.number} - {goal.title}")
        for step in goal.steps:
            row += 1
            canvas.line(row, [step.number, step.title], 2)
            for year, quarter in step.quarters:
                canvas.put(row, 4 + 4 * years.index(year) + quarter - 1, "x")
            for name, task in step.parties:
                canvas.put(row, first + names.index(name), task)
        row += 1
    canvas.line(row + 2, ["Totaal", str(sum(len(goal.steps) for goal in goals))], 2)
    return _book(canvas)


def picture_two(goals: Sequence[Goal], years: Sequence[int]) -> Workbook:
    """Picture 2: objectives and results merged, years with a cross, and a light that is only a colour."""
    canvas, row = Canvas("Monitoring"), 3
    light = 5 + len(years)
    canvas.wide(1, 5, len(years), "PLANNING")
    canvas.wide(1, light, 3, "STATUS")
    canvas.line(2, ["", "Doelstelling", "Resultaat", "Activiteit", *years])
    canvas.line(2, ["Stoplicht", "Toelichting op voortgang", "Ervaren knelpunten"], light)
    for goal in goals:
        canvas.tall(row, 1, len(goal.steps), f"{goal.number}.")
        canvas.tall(row, 2, len(goal.steps), goal.objective)
        canvas.tall(row, 3, len(goal.steps), goal.title)
        for step in goal.steps:
            canvas.put(row, 4, step.title)
            for year in step.years:
                canvas.put(row, 5 + years.index(year), "X")
            canvas.put(row, light, None, LIGHTS.get(step.light))
            canvas.line(row, [step.explanation, step.bottlenecks], light + 1)
            row += 1
    return _book(canvas)


def flat(goals: Sequence[Goal], years: Sequence[int]) -> Workbook:
    """One list with the deelproject in the first column, misspelled heads, lights in words."""
    canvas, row = Canvas("Overzicht"), 7
    canvas.line(1, ["Regio:", "De Waterlanden"])
    canvas.line(2, ["Peildatum", "1-10-2023"])
    heads = "Deelproject|Doelstelling|Nr|Mijlpalen|Startdatum|Eindatum|Trekker|Verantwoordelijkheden|Status"
    canvas.line(6, [*heads.split("|"), "Toelichtng", "Knelpunt", "Afhankelijk van"])
    for goal in goals:
        for at, step in enumerate(goal.steps):
            lead = [f"{goal.number}. {goal.title}", goal.objective] if at == 0 else [None, None]
            who, what = ("; ".join(texts) for texts in zip(*step.parties, strict=True))
            canvas.line(
                row,
                [*lead, step.number, step.title, step.start, step.due, who, what, step.light,
                 step.explanation, step.bottlenecks, " en ".join(step.after)],
            )  # fmt: skip
            row += 1
    return _book(canvas)


HANDS: Mapping[str, Callable[[Sequence[Goal], Sequence[int]], Workbook]] = {
    "stacked": stacked,
    "sheet_each": sheet_each,
    "party_columns": party_columns,
    "picture_two": picture_two,
    "flat": flat,
}
