"""Where everything stands in the workbook that we write: rows and columns, worked out once from the plan.

Rows and columns count from 0 here, as XlsxWriter counts; ``a1`` gives the text for formulas.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.format import Activity, Column, Milestone, Party, Subproject, columns, sheet
from mijlpalen_xlsx.periods import Period, periods
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.schemes import Scheme
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["Block", "Layout", "PlanGrid", "ProgressGrid", "SettingsGrid", "a1", "area"]

TITLE_ROW, DATE_ROW, LEGEND_ROW, GROUP_ROW, HEAD_ROW = 0, 1, 2, 4, 5
PERIOD_FIRST_ROW, PERIOD_LAST_ROW = 6, 7
BLANK_BLOCKS, BLANK_ROWS, BLANK_PARTIES = 4, 6, 6
BLANK_ACTIVITIES, SPARE_ACTIVITIES = 24, 8
SETTINGS_FIRST_ROW, LEAST_PARTIES, SPARE_PARTIES = 4, 10, 4
SPARE_ROWS = 3
MOST_YEARS = 10
HELPERS = ("start", "due", "expected", "actual", "rank", "sign", "finish", "late", "over")
"""Hidden columns right of the plan: the days behind words such as 'eind 2026', the order of slips, and what
the Gantt cells need to know of their row; ``formulas.py`` says what each holds."""


def a1(row: int, column: int, fixed: str = "") -> str:
    """``C9``; with ``fixed`` "$" ``$C$9``, "c" ``$C9``, "r" ``C$9``."""
    before = "$" if fixed in ("$", "c") else ""
    between = "$" if fixed in ("$", "r") else ""
    return f"{before}{column_letters(column + 1)}{between}{row + 1}"


def area(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """``$C$9:$D$20``."""
    return f"{a1(first_row, first_column, '$')}:{a1(last_row, last_column, '$')}"


@dataclass(frozen=True)
class Block:
    """One deelproject on the plan sheet: its band row (None for milestones under no band) and its rows."""

    subproject: Subproject | None
    milestones: tuple[Milestone, ...]
    band_row: int | None
    first_row: int
    last_row: int


@dataclass(frozen=True)
class PlanGrid:
    """The sheet Mijlpalenplan: column index by key, the period columns, the party columns, the blocks.

    ``party_rows`` gives for every party column which line of the settings its head comes from, from 0.
    """

    columns: dict[str, int]
    declared: tuple[Column, ...]
    periods: tuple[Period, ...]
    parties: tuple[str, ...]
    party_rows: tuple[int | None, ...]
    blocks: tuple[Block, ...]
    own_columns: tuple[str, ...]

    first_row = PERIOD_LAST_ROW + 1
    reference = a1(DATE_ROW, 3, "$")
    """The cell on this sheet that shows the reference date, or asks for it."""
    reference_day = a1(PERIOD_FIRST_ROW, 3, "$")
    """A hidden cell on this sheet: the reference date as a number, 0 when there is none."""

    @property
    def last_row(self) -> int:
        return self.blocks[-1].last_row

    @property
    def first_period(self) -> int:
        return self.columns["marks"]

    @property
    def last_period(self) -> int:
        return self.columns["marks"] + len(self.periods) - 1

    @property
    def first_role(self) -> int:
        return self.columns["roles"]

    @property
    def last_role(self) -> int:
        return self.columns["roles"] + len(self.parties) - 1

    @property
    def last_column(self) -> int:
        """The last column that people see."""
        return self.last_role + len(self.own_columns)

    def helper(self, key: str) -> int:
        """Column index of a hidden helper column."""
        return self.last_column + 2 + HELPERS.index(key)

    def range_of(self, key: str) -> str:
        """All data rows of a column, for formulas on the same sheet: ``$C$9:$C$40``."""
        column = self.helper(key[1:]) if key.startswith("_") else self.columns[key]
        return area(self.first_row, column, self.last_row, column)


@dataclass(frozen=True)
class ProgressGrid:
    """The sheet Voortgang: column index by key, the year columns, the number of data rows."""

    columns: dict[str, int]
    declared: tuple[Column, ...]
    years: tuple[int, ...]
    rows: int
    own_columns: tuple[str, ...]

    first_row = HEAD_ROW + 1

    @property
    def last_row(self) -> int:
        return self.first_row + self.rows - 1

    @property
    def first_year(self) -> int:
        return self.columns["years"]

    @property
    def last_year(self) -> int:
        return self.columns["years"] + len(self.years) - 1

    @property
    def last_column(self) -> int:
        return self.columns["updated"] + len(self.own_columns)

    @property
    def rank(self) -> int:
        """Hidden column: the order of the bottlenecks, red first."""
        return self.last_column + 2

    def range_of(self, key: str) -> str:
        """All data rows of a column, for formulas: ``$C$7:$C$40``."""
        column = self.rank if key == "_rank" else self.columns[key]
        return area(self.first_row, column, self.last_row, column)


@dataclass(frozen=True)
class SettingsGrid:
    """The sheet Instellingen: labels in column B, values in C; parties in E and F; lists from H on."""

    party_rows: int

    first_row = SETTINGS_FIRST_ROW
    label_column, value_column, party_column, short_column, list_column = 1, 2, 4, 5, 7

    def general_row(self, key: str) -> int:
        """Row of one general setting."""
        from mijlpalen_xlsx.format import General

        return self.first_row + [c.key for c in columns(General)].index(key)

    @property
    def last_party_row(self) -> int:
        return self.first_row + self.party_rows - 1


@dataclass(frozen=True)
class Layout:
    """Everything the sheets need to know of each other. ``lang`` is the language of the workbook."""

    plan: Plan
    scheme: Scheme | None

    @property
    def lang(self) -> Lang:
        return self.plan.about.language

    @cached_property
    def years(self) -> tuple[int, int]:
        """First and last year column: those of the plan or its scheme, and more for marks outside them."""
        first, last = usual = self._usual_years
        cut = periods(usual, self.plan.about.scale)
        for milestone in self.plan.milestones:
            for mark in milestone.marks:
                if not any(period.overlaps(mark.first, mark.last) for period in cut):
                    first, last = min(first, mark.first.year), max(last, mark.last.year)
        return (first, last) if last - first < MOST_YEARS else usual

    @property
    def _usual_years(self) -> tuple[int, int]:
        """The plan's own years, else the scheme's, else four years from its dates."""
        if self.plan.years:
            return self.plan.years
        if self.scheme:
            return self.scheme.years
        days = [w.as_due for m in self.plan.milestones for w in (m.start, m.due) if w and w.as_due]
        first = min((day.year for day in days), default=2025)
        return first, min(max((day.year for day in days), default=first + 3), first + MOST_YEARS - 1)

    def sheet_name(self, key: str) -> str:
        return sheet(key).name.get(self.lang)

    def reference(self, key: str, row: int, column: int) -> str:
        """A fixed reference to a cell of a sheet, for formulas: ``Instellingen!$C$8``."""
        return f"{self.quoted(key)}!{a1(row, column, '$')}"

    def quoted(self, key: str) -> str:
        """The name of a sheet as a formula wants it."""
        name = self.sheet_name(key)
        return name if name.isalnum() else f"'{name}'"

    @cached_property
    def _party_heads(self) -> dict[str, str]:
        """What stands above the column of a party, by each of its names; listed parties first."""
        heads: dict[str, str] = {}
        for party in self.plan.parties:
            if head := party.short or party.name:
                heads.setdefault(_same(head), head)
        for party in self.plan.parties:
            if party.name:
                heads.setdefault(_same(party.name), party.short or party.name)
        for milestone in self.plan.milestones:
            for role in milestone.roles:
                heads.setdefault(_same(role.party), role.party)
        return heads

    def party_head(self, party: str) -> str:
        """What stands above the column of this party: its short name when it is listed with one."""
        return self._party_heads.get(_same(party), party)

    @cached_property
    def role_parties(self) -> tuple[str, ...]:
        """Short names above the role columns: the listed parties, then any that only the rows name.

        A name stands twice when a milestone gives the party two roles, so that both can be written.
        """
        listed = (party.short or party.name for party in self.plan.parties)
        most = {self.party_head(name): 1 for name in listed if name}
        for milestone in self.plan.milestones:
            for head, times in Counter(self.party_head(role.party) for role in milestone.roles).items():
                most[head] = max(times, most.get(head, 0))
        return tuple(head for head, times in most.items() for _ in range(times))

    @cached_property
    def plan_grid(self) -> PlanGrid:
        cut = periods(self.years, self.plan.about.scale)
        parties = self.role_parties
        if not parties or not self.plan.milestones:
            parties += ("",) * (BLANK_PARTIES - len(parties))
        return PlanGrid(
            columns=_indexes(columns(Milestone), {"marks": len(cut), "roles": len(parties)}),
            declared=columns(Milestone),
            periods=cut,
            parties=parties,
            party_rows=_party_rows(parties, self.plan.parties),
            blocks=_blocks(self.plan),
            own_columns=_own_columns(*self.plan.milestones, *self.plan.subprojects),
        )

    @cached_property
    def progress_grid(self) -> ProgressGrid:
        first, last = self.years
        marked = [year for a in self.plan.activities for year in (*a.years, *a.year_texts)]
        years = tuple(range(min([first, *marked]), max([last, *marked]) + 1))
        count = len(self.plan.activities)
        return ProgressGrid(
            columns=_indexes(columns(Activity), {"years": len(years)}),
            declared=columns(Activity),
            years=years,
            rows=count + SPARE_ACTIVITIES if count else BLANK_ACTIVITIES,
            own_columns=_own_columns(*self.plan.activities),
        )

    @cached_property
    def settings_grid(self) -> SettingsGrid:
        return SettingsGrid(max(LEAST_PARTIES, len(self.plan.parties) + SPARE_PARTIES))


def _indexes(declared: tuple[Column, ...], spread: dict[str, int]) -> dict[str, int]:
    indexes, at = {}, 0
    for column in declared:
        indexes[column.key] = at
        at += spread.get(column.key, 1)
    return indexes


def _own_columns(*records: Milestone | Subproject | Activity | Party) -> tuple[str, ...]:
    return tuple(dict.fromkeys(header for record in records for header in record.extra))


def _same(name: str) -> str:
    """The form in which two names are the same; a name of marks only, such as "?", stays itself."""
    return normal(name) or name


def _party_rows(heads: tuple[str, ...], parties: tuple[Party, ...]) -> tuple[int | None, ...]:
    """For each head the line of the settings it comes from; empty heads take the next empty lines."""
    lines = {party.short or party.name: line for line, party in reversed(tuple(enumerate(parties)))}
    empty = iter(range(len(parties), len(parties) + len(heads)))
    return tuple(lines.get(head) if head else next(empty) for head in heads)


def _blocks(plan: Plan) -> tuple[Block, ...]:
    """Loose milestones first, then a block per deelproject, each with spare rows at its end.

    A deelproject that only its milestones name gets a band too, so that nothing is lost. An empty plan gets
    empty blocks, so that a blank workbook shows where everything goes.
    """
    named = dict.fromkeys(m.subproject for m in plan.milestones)
    known = {band.number for band in plan.subprojects}
    bands = [*plan.subprojects]
    bands += [Subproject(number=name) for name in named if name is not None and name not in known]
    loose = () if None in known else plan.milestones_of(None)
    if not bands and not loose:
        bands = [Subproject(number=str(number)) for number in range(1, BLANK_BLOCKS + 1)]
    blocks: list[Block] = []
    row = PERIOD_LAST_ROW + 1
    if loose:
        blocks.append(Block(None, loose, None, row, row + len(loose)))
        row = blocks[-1].last_row + 1
    seen: set[str | None] = set()
    for band in bands:
        milestones = plan.milestones_of(band.number) if band.number not in seen else ()
        seen.add(band.number)
        spare = 1 if milestones else SPARE_ROWS if plan.milestones else BLANK_ROWS
        last = row + len(milestones) + spare
        blocks.append(Block(band, milestones, row, row + 1, last))
        row = last + 1
    return tuple(blocks)
