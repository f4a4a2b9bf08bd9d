"""Where everything stands in the workbook that we write: rows and columns, worked out once from the plan.

Rows and columns count from 0 here, as XlsxWriter counts; ``a1`` gives the text for formulas.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.format import Activity, Column, Milestone, Party, Subproject, columns, sheet
from mijlpalen_xlsx.periods import Period, periods
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.schemes import Scheme
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["Block", "Layout", "PlanGrid", "ProgressGrid", "SettingsGrid", "a1", "area"]

TITLE_ROW, DATE_ROW, LEGEND_ROW, GROUP_ROW, HEAD_ROW = 0, 1, 2, 4, 5
PERIOD_FIRST_ROW, PERIOD_LAST_ROW = 6, 7
BLANK_BLOCKS, BLANK_ROWS, BLANK_PARTIES = 4, 6, 6
BLANK_ACTIVITIES, SPARE_ACTIVITIES = 24, 8
SETTINGS_FIRST_ROW, LEAST_PARTIES, SPARE_PARTIES = 4, 10, 4
HELPERS = ("start", "due", "expected", "actual", "rank")
"""Hidden columns right of the plan: the days behind words such as 'eind 2026', and the order of slips."""


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
    """The sheet Mijlpalenplan: column index by key, the period columns, the party columns, the blocks."""

    columns: dict[str, int]
    declared: tuple[Column, ...]
    periods: tuple[Period, ...]
    parties: tuple[str, ...]
    blocks: tuple[Block, ...]
    own_columns: tuple[str, ...]

    first_row = PERIOD_LAST_ROW + 1

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
        """First and last year column: the plan's own, else the scheme's, else four years from its dates."""
        if self.plan.years:
            return self.plan.years
        if self.scheme:
            return self.scheme.years
        days = [w.as_due for m in self.plan.milestones for w in (m.start, m.due) if w and w.as_due]
        first = min((day.year for day in days), default=2025)
        return first, min(max((day.year for day in days), default=first + 3), first + 9)

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
    def role_parties(self) -> tuple[str, ...]:
        """Short names above the role columns: the listed parties, then any that only the rows name."""
        names = [p.short or p.name or "" for p in self.plan.parties]
        names += [role.party for m in self.plan.milestones for role in m.roles]
        known = {normal(name): name for name in reversed(names) if name}
        return tuple(dict.fromkeys(known[normal(name)] for name in names if name))

    @cached_property
    def plan_grid(self) -> PlanGrid:
        years = periods(self.years, self.plan.about.scale)
        parties = self.role_parties or ("",) * BLANK_PARTIES
        return PlanGrid(
            columns=_indexes(columns(Milestone), {"marks": len(years), "roles": len(parties)}),
            declared=columns(Milestone),
            periods=years,
            parties=parties,
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


def _blocks(plan: Plan) -> tuple[Block, ...]:
    """Loose milestones first, then a block per deelproject, each with spare rows at its end.

    An empty plan gets empty blocks, so that a blank workbook shows where everything goes.
    """
    bands = list(plan.subprojects)
    known = {band.number for band in plan.subprojects}
    loose = tuple(m for m in plan.milestones if m.subproject not in known)
    if not plan.subprojects and not loose:
        bands = [Subproject(number=str(n)) for n in range(1, BLANK_BLOCKS + 1)]
    spare = 1 if plan.milestones else BLANK_ROWS
    blocks: list[Block] = []
    row = PERIOD_LAST_ROW + 1
    if loose:
        blocks.append(Block(None, loose, None, row, row + len(loose) + spare - 1))
        row = blocks[-1].last_row + 1
    seen: set[str | None] = set()
    for band in bands:
        milestones = plan.milestones_of(band.number) if band.number not in seen else ()
        seen.add(band.number)
        rows = len(milestones) + spare
        blocks.append(Block(band, milestones, row, row + 1, row + rows))
        row += rows + 1
    return tuple(blocks)
