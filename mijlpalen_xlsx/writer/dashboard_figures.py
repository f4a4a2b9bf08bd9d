"""The numbers of the dashboard, each as a formula and as the value it has for this plan.

The formulas find the deelprojecten, parties and worst rows themselves, so that rows may be added, sorted or
deleted in the plan without a number going wrong. People's own words are compared, never counted by COUNTIF,
which would take ``*``, ``>`` and ``=`` in a name for an instruction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from mijlpalen_xlsx.format import Activity, Milestone, Record, columns
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.vocabulary import LIGHTS, ROW_KINDS, STAGES, STATUSES, RowKind, Status, Vocabulary
from mijlpalen_xlsx.writer.book import Book, shown
from mijlpalen_xlsx.writer.formulas import PlanFormulas, as_held, days_of, word_status
from mijlpalen_xlsx.writer.layout import area
from mijlpalen_xlsx.writer.ranks import plan_rank, progress_rank
from mijlpalen_xlsx.writer.sheet_page import Answer, quoted

__all__ = ["PLAN_STATUSES", "Figures", "PlanRow", "ProgressRow", "one_line", "same", "short"]

PLAN_STATUSES = (Status.DONE, Status.ON_SCHEDULE, Status.SLIPPING, Status.LATE, Status.NOT_STARTED)
"""The statuses that have a column of their own on the dashboard."""


@dataclass(frozen=True)
class PlanRow:
    """A row of the plan as the formulas see it; ``band`` for the head row of a deelproject."""

    number: str = ""
    title: str = ""
    band: bool = False
    status: str = ""
    slip: int | None = None
    due: date | None = None
    actual: date | None = None
    party: str = ""
    rank: float | str = ""

    @property
    def counts(self) -> bool:
        """Whether this is a milestone, and not an empty row or the head of a deelproject."""
        return not self.band and bool(self.number or self.title or self.status)


@dataclass(frozen=True)
class ProgressRow:
    """A row of the progress sheet as the formulas see it."""

    texts: dict[str, str]
    rank: float | str

    def is_in(self, key: str, word: str) -> bool:
        return same(self.texts[key], word)


def same(a: str, b: str) -> bool:
    """Whether Excel takes two texts for the same: capitals do not count."""
    return a.lower() == b.lower()


def short(text: str, limit: int) -> str:
    """The text on one line of at most ``limit`` characters."""
    line = text.replace("\n", " ")
    return line[: limit - 1] + "…" if len(line) > limit else line


def one_line(expression: str, limit: int) -> str:
    """The formula, without ``=``, of what ``short`` does; ``expression`` gives a text."""
    line = f'SUBSTITUTE({expression},CHAR(10)," ")'
    return f'IF(LEN({expression})>{limit},LEFT({line},{limit - 1})&"…",{line})'


class Figures:
    """Asks the sheets Mijlpalenplan, Voortgang and Instellingen; cells given to it are on the dashboard."""

    def __init__(self, book: Book) -> None:
        self.book, self.layout = book, book.layout
        self.lang = book.lang
        self.rows = self._plan_rows()
        self.activities = self._progress_rows()

    def plan(self, key: str) -> str:
        """All data rows of a column of the plan; ``_due`` for a hidden column."""
        return f"{self.layout.quoted('plan')}!{self.layout.plan_grid.range_of(key)}"

    def progress(self, key: str) -> str:
        """All data rows of a column of the progress sheet."""
        return f"{self.layout.quoted('progress')}!{self.layout.progress_grid.range_of(key)}"

    def settings(self, column: int) -> str:
        """All lines of a column of the list of parties."""
        grid = self.layout.settings_grid
        return f"{self.layout.quoted('settings')}!{area(grid.first_row, column, grid.last_party_row, column)}"

    # What stands in the rows

    def _plan_rows(self) -> list[PlanRow]:
        grid = self.layout.plan_grid
        formulas = PlanFormulas(grid, self.lang, self.layout.plan.reference_date)
        rows = [PlanRow() for _ in range(grid.first_row, grid.last_row + 1)]
        for block in grid.blocks:
            if block.band_row is not None and block.subproject is not None:
                band = block.subproject
                at = block.band_row - grid.first_row
                rows[at] = PlanRow(band.number or "", band.title or "", band=True)
            for row, milestone in enumerate(block.milestones, block.first_row):
                rows[row - grid.first_row] = self._plan_row(as_held(milestone), row, formulas)
        return rows

    def _plan_row(self, milestone: Milestone, row: int, formulas: PlanFormulas) -> PlanRow:
        text = self._texts(milestone)
        days = days_of(milestone, decision=False)
        status, slip = formulas.status(milestone), formulas.slip(milestone)
        return PlanRow(
            number=text("number"),
            title=text("title"),
            status=status,
            slip=slip,
            due=days.due,
            actual=days.actual,
            party=text("party"),
            rank=plan_rank(word_status(status, self.lang), slip, row),
        )

    def _progress_rows(self) -> list[ProgressRow]:
        rows = []
        keys = ("light", "stage", "description", "bottlenecks", "measure", "who")
        for row, activity in enumerate(self.layout.plan.activities, self.layout.progress_grid.first_row):
            text = self._texts(activity)
            texts = {key: text(key) for key in keys}
            rows.append(ProgressRow(texts, progress_rank(texts["light"], texts["stage"], row, self.lang)))
        return rows

    def _texts(self, record: Milestone | Activity) -> Callable[[str], str]:
        declared = {column.key: column for column in columns(type(record))}

        def text(key: str) -> str:
            value = shown(record, declared[key], self.lang)
            return value if isinstance(value, str) else ""

        return text

    # Milestones

    @cached_property
    def _band(self) -> str:
        return ROW_KINDS.show(RowKind.SUBPROJECT, self.lang)

    def _is_milestone(self) -> str:
        """An array of ones and zeros over the rows of the plan."""
        return self._are_milestones(self.plan)

    def _are_milestones(self, cells: Callable[[str], str]) -> str:
        """The same for the cells that ``cells`` gives for a column: a number, a title or a status says so."""
        words = ",".join(f'"{term.word.get(self.lang)}"' for term in STATUSES)
        status = f"ISNUMBER(MATCH({cells('status')},{{{words}}},0))"
        filled = f"""({cells("number")}<>"")+({cells("title")}<>"")+{status}>0"""
        return f'({filled})*({cells("kind")}<>"{self._band}")'

    def milestones(self) -> Answer:
        return Answer(f"=SUMPRODUCT({self._is_milestone()})", sum(row.counts for row in self.rows))

    def with_status(self, status: Status) -> Answer:
        word = STATUSES.show(status, self.lang)
        value = sum(row.status == word for row in self.rows)
        return Answer(f'=COUNTIF({self.plan("status")},"{word}")', value)

    def in_year(self, year_cell: str, year: int, key: str) -> Answer:
        """Milestones whose ``due`` or ``actual`` day lies in the year."""
        cells = self.plan(f"_{key}")
        first, last = f'">="&DATE({year_cell},1,1)', f'"<="&DATE({year_cell},12,31)'
        formula = f'=COUNTIFS({self.plan("kind")},"<>{self._band}",{cells},{first},{cells},{last})'
        days = (getattr(row, key) for row in self.rows if not row.band)
        return Answer(formula, sum(day is not None and day.year == year for day in days))

    # Deelprojecten: from which row of the plan to which, counted from 1

    @cached_property
    def band_rows(self) -> list[int]:
        return [at for at, row in enumerate(self.rows, 1) if row.band]

    def band_at(self, index: int, previous: str | None) -> Answer:
        """Row of the next head of a deelproject after the one in the cell ``previous``."""
        kinds = self.plan("kind")
        value: int | str = self.band_rows[index] if index < len(self.band_rows) else ""
        if previous is None:
            return Answer(f'=IFERROR(MATCH("{self._band}",{kinds},0),"")', value)
        rest = f"INDEX({kinds},{previous}+1):INDEX({kinds},ROWS({kinds}))"
        return Answer(f'=IFERROR({previous}+MATCH("{self._band}",{rest},0),"")', value)

    def band_end(self, index: int, at: str, following: str | None) -> Answer:
        """Last row under the head in the cell ``at``; without ``following`` all the rest of the plan."""
        rows = f"ROWS({self.plan('kind')})"
        last = rows if following is None else f'IF({following}="",{rows},{following}-1)'
        value: int | str = ""
        if index < len(self.band_rows):
            last_one = following is None or index + 1 == len(self.band_rows)
            value = len(self.rows) if last_one else self.band_rows[index + 1] - 1
        return Answer(f'=IF({at}="","",{last})', value)

    def band_name(self, index: int, at: str) -> Answer:
        number, title = (f'INDEX({self.plan(key)},{at})&""' for key in ("number", "title"))
        loose, nameless = self.book.say("Deelproject {number}", number=""), self.book.say("(zonder naam)")
        without = f'IF({number}="",{quoted(nameless)},{quoted(loose)}&{number})'
        formula = f'=IF({at}="","",IF({title}="",{without},IF({number}="","",{number}&": ")&{title}))'
        if index >= len(self.band_rows):
            return Answer(formula, "")
        row = self.rows[self.band_rows[index] - 1]
        if not row.title:
            return Answer(formula, loose + row.number if row.number else nameless)
        return Answer(formula, f"{row.number}: {row.title}" if row.number else row.title)

    def rest_name(self, shown_rows: int, at: str) -> Answer:
        """The line under the deelprojecten that fit: the one left over, or how many there are."""
        count = f'COUNTIF({self.plan("kind")},"{self._band}")'
        name = self.band_name(shown_rows, at)
        more = self.book.say("en nog {count} deelprojecten", count="\0").split("\0")
        others = f"{quoted(more[0])}&({count}-{shown_rows})&{quoted(more[1])}"
        formula = f'=IF({at}="","",IF({count}={shown_rows + 1},{name.formula[1:]},{others}))'
        left = len(self.band_rows) - shown_rows
        return Answer(formula, f"{more[0]}{left}{more[1]}" if left > 1 else name.value)

    def loose_start(self, first_band: str) -> Answer:
        """1 when milestones stand above the first deelproject, else nothing."""
        loose = not self.band_rows or self.band_rows[0] > 1
        return Answer(f'=IF({first_band}=1,"",1)', 1 if loose else "")

    def loose_end(self, at: str, first_band: str) -> Answer:
        rows = f"ROWS({self.plan('kind')})"
        formula = f'=IF({at}="","",IF({first_band}="",{rows},{first_band}-1))'
        if self.band_rows[:1] == [1]:
            return Answer(formula, "")
        return Answer(formula, self.band_rows[0] - 1 if self.band_rows else len(self.rows))

    def milestones_between(self, first: str, last: str, rows: tuple[object, object]) -> Answer:
        """Milestones from one row to another; ``rows`` are the values of the two cells."""

        def part(key: str) -> str:
            return f"INDEX({self.plan(key)},{first}):INDEX({self.plan(key)},{last})"

        counted = f"SUMPRODUCT({self._are_milestones(part)})"
        return self._between(f'=IF({first}="","",{counted})', rows, lambda row: row.counts)

    def status_between(self, first: str, last: str, rows: tuple[object, object], status: Status) -> Answer:
        word = STATUSES.show(status, self.lang)
        cells = self.plan("status")
        formula = f'=IF({first}="","",COUNTIF(INDEX({cells},{first}):INDEX({cells},{last}),"{word}"))'
        return self._between(formula, rows, lambda row: row.status == word)

    def _between(
        self, formula: str, rows: tuple[object, object], wanted: Callable[[PlanRow], bool]
    ) -> Answer:
        first, last = rows
        if not isinstance(first, int) or not isinstance(last, int):
            return Answer(formula, "")
        return Answer(formula, sum(wanted(row) for row in self.rows[first - 1 : last]))

    # Parties that lead

    @cached_property
    def parties(self) -> list[tuple[str, str]]:
        """Name and other name of every line of the list of parties, empty lines too."""
        names = [(_text(p, "name"), _text(p, "short")) for p in self.layout.plan.parties]
        names += [("", "")] * (self.layout.settings_grid.party_rows - len(names))
        return [(name or other, other or name) for name, other in names]

    def party_name(self, index: int) -> tuple[Answer, Answer]:
        """The name of a line of the list, and the other one it goes by; each stands in for the other."""
        grid = self.layout.settings_grid
        name, other = (
            f'IFERROR(INDEX({self.settings(column)},{index + 1})&"","")'
            for column in (grid.party_column, grid.short_column)
        )
        pair = (f'=IF({name}="",{other},{name})', f'=IF({other}="",{name},{other})')
        return Answer(pair[0], self.parties[index][0]), Answer(pair[1], self.parties[index][1])

    def _leads(self, name: str, other: str) -> str:
        """An array of true and false over the rows of the plan."""
        return f"(({self.plan('party')}={name})+({self.plan('party')}={other})>0)"

    def leads(self, row: PlanRow, index: int) -> bool:
        return any(same(row.party, name) for name in self.parties[index] if name)

    def party_rank(self, index: int, name: str, other: str) -> Answer:
        """How many milestones a party leads, made unique by its line in the list."""
        counted = f"SUMPRODUCT({self._leads(name, other)}*{self._is_milestone()})"
        formula = f'=IF({name}="","",{counted}-{index + 1}/1000)'
        if not self.parties[index][0]:
            return Answer(formula, "")
        count = sum(row.counts and self.leads(row, index) for row in self.rows)
        return Answer(formula, count - (index + 1) / 1000)

    def leading_party(self, place: int) -> int | None:
        """Line of the list, from 0, of the party that leads most but ``place``."""
        ranks = [self.party_rank(index, "", "").value for index in range(len(self.parties))]
        ranked = sorted((rank for rank in ranks if not isinstance(rank, (str, date))), reverse=True)
        return ranks.index(ranked[place]) if place < len(ranked) else None

    def party_milestones(self, index: int | None, at: str, name: str, other: str) -> Answer:
        counted = f"SUMPRODUCT({self._leads(name, other)}*{self._is_milestone()})"
        return self._of_party(index, at, counted, lambda row: row.counts)

    def party_status(self, index: int | None, at: str, name: str, other: str, status: Status) -> Answer:
        word = STATUSES.show(status, self.lang)
        counted = f'SUMPRODUCT({self._leads(name, other)}*({self.plan("status")}="{word}"))'
        return self._of_party(index, at, counted, lambda row: row.status == word)

    def _of_party(
        self, index: int | None, at: str, counted: str, wanted: Callable[[PlanRow], bool]
    ) -> Answer:
        formula = f'=IF({at}="","",{counted})'
        if index is None:
            return Answer(formula, "")
        return Answer(formula, sum(wanted(row) and self.leads(row, index) for row in self.rows))

    def other_parties(self, above: str, shown_sum: int, status: Status | None) -> Answer:
        """What parties lead that do not stand in the cells ``above``."""
        which, wanted = self._milestone_or(status)
        formula = f'=MAX(0,SUMPRODUCT(({self.plan("party")}<>"")*{which})-SUM({above}))'
        total = sum(wanted(row) and row.party != "" for row in self.rows)
        return Answer(formula, max(0, total - shown_sum))

    def no_party(self, status: Status | None) -> Answer:
        which, wanted = self._milestone_or(status)
        formula = f'=SUMPRODUCT(({self.plan("party")}="")*{which})'
        return Answer(formula, sum(wanted(row) and row.party == "" for row in self.rows))

    def _milestone_or(self, status: Status | None) -> tuple[str, Callable[[PlanRow], bool]]:
        if status is None:
            return self._is_milestone(), lambda row: row.counts
        word = STATUSES.show(status, self.lang)
        return f'({self.plan("status")}="{word}")', lambda row: row.status == word

    # The worst rows

    def slip_at(self, place: int) -> Answer:
        """Row of the plan with the largest slip but ``place``, from 0."""
        return _largest(self.plan("_rank"), [row.rank for row in self.rows], place)

    def bottleneck_at(self, place: int) -> Answer:
        """Row of the progress sheet that is red or orange, red first."""
        return _largest(self.progress("_rank"), [row.rank for row in self.activities], place)

    def plan_text(self, at: str, row: object, key: str, limit: int, nothing: str = "") -> Answer:
        """A text of the row of the plan whose number stands in ``at``, cut to ``limit``, or ``nothing``."""
        value = getattr(self.rows[row - 1], key) if isinstance(row, int) else nothing
        cell = f'INDEX({self.plan(key)},{at})&""'
        return Answer(f'=IF({at}="",{quoted(nothing)},{one_line(cell, limit)})', short(value, limit))

    def slip_weeks(self, at: str, row: object) -> Answer:
        slip = self.rows[row - 1].slip if isinstance(row, int) else None
        return Answer(f'=IF({at}="","",INDEX({self.plan("slip_weeks")},{at}))', "" if slip is None else slip)

    def progress_text(
        self, at: str, row: object, key: str, limit: int, missing: str = "", nothing: str = ""
    ) -> Answer:
        """A text of a row of the progress sheet, ``missing`` when that row has none, or ``nothing``."""
        cell = f'INDEX({self.progress(key)},{at})&""'
        text = f'IF({cell}="",{quoted(missing)},{one_line(cell, limit)})'
        formula = f'=IF({at}="",{quoted(nothing)},{text})'
        if not isinstance(row, int):
            return Answer(formula, nothing)
        return Answer(formula, short(self.activities[row - 1].texts[key], limit) or missing)

    def bottlenecks(self) -> Answer:
        """How many rows are red or orange."""
        count = sum(row.rank != "" for row in self.activities)
        return Answer(f"=COUNT({self.progress('_rank')})", count)

    # Activities

    def activities_in_all(self) -> Answer:
        cells = self.progress("description")
        value = sum(row.texts["description"] != "" for row in self.activities)
        return Answer(f'=SUMPRODUCT(--({cells}<>""))', value)

    def activities_with(self, key: str, code: str) -> Answer:
        vocabulary: Vocabulary = {"light": LIGHTS, "stage": STAGES}[key]
        word = vocabulary.show(code, self.lang)
        value = sum(row.is_in(key, word) for row in self.activities)
        return Answer(f'=COUNTIF({self.progress(key)},"{word}")', value)


def _text(record: Record, key: str) -> str:
    text = record.written.get(key) or getattr(record, key)
    return text or ""


def _largest(cells: str, values: Sequence[float | str], place: int) -> Answer:
    """Where the largest number but ``place`` stands among the cells, from 1."""
    formula = f'=IF(COUNT({cells})<{place + 1},"",MATCH(LARGE({cells},{place + 1}),{cells},0))'
    ranked = sorted((value for value in values if not isinstance(value, str)), reverse=True)
    return Answer(formula, values.index(ranked[place]) + 1 if place < len(ranked) else "")
