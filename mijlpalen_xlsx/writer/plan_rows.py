"""The rows of the sheet Mijlpalenplan: deelprojecten with what they add up to, milestones, spare rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.format import Column, Mark, Milestone, Subproject
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.periods import Period, Scale
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.vocabulary import ROW_KINDS, STATUSES, RowKind, Status
from mijlpalen_xlsx.writer import entry_page as page
from mijlpalen_xlsx.writer import formulas
from mijlpalen_xlsx.writer.book import Book, shown
from mijlpalen_xlsx.writer.formulas import Days, PlanFormulas
from mijlpalen_xlsx.writer.layout import Block
from mijlpalen_xlsx.writer.ranks import plan_rank, plan_rank_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["DATES", "OWN_WIDTH", "PlanRows"]

OWN_WIDTH = 20
DATES = ("start", "due", "expected", "actual")


class _Row(NamedTuple):
    """What a band needs to know of a row under it."""

    days: Days
    status: str
    slip: int | None
    titled: bool


class PlanRows:
    """Writes the rows of one plan sheet, block after block."""

    def __init__(self, book: Book, sheet: Worksheet, made: PlanFormulas) -> None:
        self.book, self.sheet, self.formulas, self.lang = book, sheet, made, book.lang
        self.layout, self.plan, self.grid = book.layout, book.layout.plan, book.layout.plan_grid
        self.by_key = {column.key: column for column in self.grid.declared}
        self.words = {kind: ROW_KINDS.show(kind, self.lang) for kind in RowKind}
        self.looks = {column.key: self._look(column) for column in self.grid.declared}
        self.bands = {column.key: self._look(column, band=True) for column in self.grid.declared}
        self.cells = [self._cell_look(period) for period in self.grid.periods]
        self.helper_look = book.format(font_color=Colour.QUIET, font_size=8)

    def _look(self, column: Column, band: bool = False) -> Format:
        """The look of the cells of one column, in an ordinary row or in the row of a deelproject."""
        key = column.key
        look: dict[str, Any] = {"border": 1, "border_color": Colour.LINE, "text_wrap": True}
        if not column.computed:
            look["bg_color"] = Colour.ENTRY
        if key not in ("title", "party", "responsibility"):
            look["align"] = "center"
        else:
            look["indent"] = 1
        if key in ("number", "depends_on"):
            look["num_format"] = "@"
        if key == "slip_weeks":
            look["num_format"] = "0;;"
        if key == "kind":
            look |= {"font_size": 8, "font_color": Colour.QUIET}
        if key in ("party", "responsibility", "roles", "status"):
            look["font_size"] = 9
        if band:
            look |= {
                "bg_color": Colour.BAND,
                "bold": True,
                "font_color": Colour.NAVY,
                "top_color": Colour.NAVY,
            }
            if key == "title":
                look |= {"font_size": 11}
        return self.book.date_format(**look) if key in DATES else self.book.format(**look)

    def _cell_look(self, period: Period, **more: Any) -> Format:
        """The look of one Gantt column: a line where a year begins, a thin one where a school year does."""
        look: dict[str, Any] = {"border": 1, "border_color": Colour.LINE, "align": "center", **more}
        if period.first.month == 1 or self.plan.about.scale is Scale.SCHOOLYEAR:
            look |= {"left_color": Colour.NAVY}
        elif period.first.month <= 8 <= period.last.month:
            look |= {"left": 4, "left_color": Colour.QUIET}
        return self.book.format(**look)

    def write_block(self, block: Block) -> None:
        """A deelproject with its milestones and spare rows, or milestones under none."""
        rows = [
            self._write_milestone(row, milestone)
            for row, milestone in enumerate(block.milestones, block.first_row)
        ]
        for row in range(block.first_row + len(block.milestones), block.last_row + 1):
            self._write_spare(row)
        if block.subproject is not None and block.band_row is not None:
            self._write_band(block, block.subproject, block.band_row, rows)

    def _kind_word(self, milestone: Milestone) -> str:
        """What stands in Soort; never the D of a deelproject, for then the row would be no milestone."""
        written = milestone.written.get("kind")
        if written and written.casefold() != self.words[RowKind.SUBPROJECT].casefold():
            return written
        decision = milestone.kind is RowKind.DECISION
        return self.words[RowKind.DECISION if decision else RowKind.MILESTONE]

    def _write_milestone(self, row: int, milestone: Milestone) -> _Row:
        kind = self._kind_word(milestone)
        held = formulas.as_held(milestone)
        days = formulas.days_of(held, kind.casefold() == self.words[RowKind.DECISION].casefold())
        texts: dict[str, object] = {"kind": kind}
        for column in self.grid.declared:
            if column.spread or column.computed:
                continue
            text = texts.setdefault(column.key, self._text(milestone, column))
            self.book.put(self.sheet, row, self.grid.columns[column.key], text, self.looks[column.key])
        status, slip = self.formulas.status(held), self.formulas.slip(held)
        self._write_computed(row, status, slip)
        self._write_rank(row, plan_rank(formulas.word_status(status, self.lang), slip, row))
        self._write_helpers(row, texts, days, milestone)
        self._write_cells(row, self.formulas.signs(days), milestone.marks)
        self._write_roles(row, milestone)
        self._write_own(row, milestone, self.looks["party"])
        self._fit(
            row,
            {**texts, "roles": max((role.role for role in milestone.roles), key=len, default="")},
            milestone.extra.values(),
        )
        return _Row(days, status, slip, bool(milestone.title))

    def _fit(self, row: int, texts: Mapping[str, object], own: Iterable[str] = (), level: int = 1) -> None:
        widths = [(text, self.by_key[key].width) for key, text in texts.items()]
        page.fit_row(self.sheet, row, [*widths, *((text, OWN_WIDTH) for text in own)], level=level)

    def _text(self, milestone: Milestone, column: Column) -> object:
        text = shown(milestone, column, self.lang)
        if column.key == "actual" and milestone.cancelled and not text:
            return STATUSES.show(Status.CANCELLED, self.lang).casefold()
        return text

    def _write_computed(self, row: int, status: str, slip: int | None) -> None:
        number = str(row + 1)
        for key, template, value in (
            ("status", self.formulas.status_template, status),
            ("slip_weeks", self.formulas.slip_template, slip),
        ):
            column = self.grid.columns[key]
            self.book.formula(self.sheet, row, column, template.replace("~", number), value, self.looks[key])

    def _write_rank(self, row: int, value: float | str) -> None:
        rank = plan_rank_formula(self.grid, row, self.lang)
        self.book.formula(self.sheet, row, self.grid.helper("rank"), rank, value, self.helper_look)

    def _write_helpers(
        self, row: int, texts: dict[str, object], days: Days, milestone: Milestone | None
    ) -> None:
        """The hidden cells of one row; see ``formulas``."""
        number = str(row + 1)
        made = self.formulas
        cancelled = texts.get("actual") if milestone and milestone.cancelled else None
        hidden = [
            (key, formulas.day_formula(f"{made.column[key]}{number}", texts.get(key), day), day)
            for key, day in zip(DATES, days[:4], strict=True)
        ]
        sign = made.sign_formula(cancelled if isinstance(cancelled, str) else None).replace("~", number)
        self._hide(row, "sign", sign, days.sign)
        hidden += [
            ("finish", made.finish_template.replace("~", number), days.finish),
            ("late", made.late_template.replace("~", number), days.late(made.reference)),
            ("over", made.over_template.replace("~", number), days.over),
        ]
        for key, formula, day in hidden:
            self._hide(row, key, formula, day)

    def _hide(self, row: int, key: str, formula: str, value: object) -> None:
        self.book.formula(self.sheet, row, self.grid.helper(key), formula, value, self.helper_look)

    def _write_cells(self, row: int, signs: list[str], marks: tuple[Mark, ...]) -> None:
        """The Gantt cells: the formula of the sign, or what a person put there by hand."""
        number = str(row + 1)
        texts, filled = self._by_hand(marks)
        first = self.grid.first_period
        for at, template in enumerate(self.formulas.cell_templates):
            look = self.cells[at]
            if at in filled:
                look = self._cell_look(self.grid.periods[at], bg_color=Colour.PLANNED)
            if at in texts:
                self.book.put(self.sheet, row, first + at, texts[at], look)
            else:
                formula = template.replace("~", number)
                self.book.formula(self.sheet, row, first + at, formula, signs[at], look)

    def _by_hand(self, marks: tuple[Mark, ...]) -> tuple[dict[int, str], set[int]]:
        """Of each Gantt column that a mark touches: its text, and whether it is filled."""
        texts: dict[int, str] = {}
        filled: set[int] = set()
        for mark in marks:
            touched = [at for at, p in enumerate(self.grid.periods) if p.overlaps(mark.first, mark.last)]
            if mark.by == "fill":
                filled.update(touched)
            text = "x" if mark.by == "x" else mark.text
            if text:
                texts |= dict.fromkeys(touched, text)
        return texts, filled

    def _write_roles(self, row: int, milestone: Milestone) -> None:
        free = list(range(self.grid.first_role, self.grid.last_role + 1))
        for role in milestone.roles:
            head = self.layout.party_head(role.party)
            column = next(c for c in free if self.grid.parties[c - self.grid.first_role] == head)
            free.remove(column)
            self.book.put(self.sheet, row, column, role.role, self.looks["roles"])
        for column in free:
            self.book.put(self.sheet, row, column, None, self.looks["roles"])

    def _write_own(self, row: int, record: Milestone | Subproject, look: Format) -> None:
        for column, head in enumerate(self.grid.own_columns, self.grid.last_role + 1):
            self.book.put(self.sheet, row, column, record.extra.get(head), look)

    def _write_spare(self, row: int) -> None:
        """An empty row, ready to be filled in."""
        page.fit_row(self.sheet, row, (), level=1)
        for column in self.grid.declared:
            if not column.spread and not column.computed:
                text = self.words[RowKind.MILESTONE] if column.key == "kind" else None
                self.book.put(self.sheet, row, self.grid.columns[column.key], text, self.looks[column.key])
        self._write_computed(row, "", None)
        self._write_rank(row, "")
        self._write_helpers(row, {}, Days(), None)
        self._write_cells(row, [""] * len(self.grid.periods), ())
        for at in range(self.grid.first_role, self.grid.last_role + 1):
            self.book.put(self.sheet, row, at, None, self.looks["roles"])
        for at in range(self.grid.last_role + 1, self.grid.last_column + 1):
            self.book.put(self.sheet, row, at, None, self.looks["party"])

    # The row of a deelproject

    def _write_band(self, block: Block, band: Subproject, row: int, rows: list[_Row]) -> None:
        texts = {key: text for key, text in band.written.items() if key in self.by_key}
        texts["kind"] = self.words[RowKind.SUBPROJECT]
        texts |= {key: text for key in ("number", "title") if (text := getattr(band, key))}
        sums = self._band_sums(block, rows)
        for column in self.grid.declared:
            at, look = self.grid.columns[column.key], self.bands[column.key]
            if column.spread:
                continue
            if column.key in sums and not texts.get(column.key):
                self.book.formula(self.sheet, row, at, *sums[column.key], look)
            else:
                self.book.put(self.sheet, row, at, texts.get(column.key), look)
        days = {key: sums[key][1] for key in ("start", "due", "expected") if not texts.get(key)}
        self._write_helpers(row, {}, Days(**days, band=True), None)
        self._write_rank(row, "")
        for at, period in enumerate(self.grid.periods, self.grid.first_period):
            self.book.put(self.sheet, row, at, None, self._cell_look(period, top_color=Colour.NAVY))
        for at in range(self.grid.first_role, self.grid.last_role + 1):
            self.book.put(self.sheet, row, at, None, self.bands["roles"])
        self._write_own(row, band, self.bands["party"])
        self._fit(row, texts, band.extra.values(), level=0)

    def _band_sums(self, block: Block, rows: list[_Row]) -> dict[str, tuple[str, Any]]:
        """Formula and value of what a band works out from the rows under it."""
        first, last = block.first_row + 1, block.last_row + 1
        hidden = {
            key: f"{letters}{first}:{letters}{last}"
            for key, letters in ((k, f"${column_letters(self.grid.helper(k) + 1)}") for k in DATES)
        }
        status, slip, title = (
            f"{self.formulas.column[key]}{first}:{self.formulas.column[key]}{last}"
            for key in ("status", "slip_weeks", "title")
        )
        days = [row.days for row in rows]
        starts = [d.start for d in days if d.start]
        dues = [d.due for d in days if d.due]
        expected = [d.expected for d in days if d.expected]
        slips = [row.slip for row in rows if row.slip is not None]
        done, cancelled = (STATUSES.show(code, self.lang) for code in (Status.DONE, Status.CANCELLED))
        text, value = self._done_text(status, title, rows, done, cancelled)
        later = f"MAX({hidden['due']},{hidden['expected']})"
        return {
            "start": (
                f'=IF(COUNT({hidden["start"]})=0,"",MIN({hidden["start"]}))',
                min(starts, default=None),
            ),
            "due": (f'=IF(COUNT({hidden["due"]})=0,"",MAX({hidden["due"]}))', max(dues, default=None)),
            "expected": (
                f'=IF(COUNT({hidden["expected"]})=0,"",{later})',
                max(dues + expected) if expected else None,
            ),
            "status": (text, value),
            "slip_weeks": (f'=IF(COUNT({slip})=0,"",MAX({slip}))', max(slips, default=None)),
        }

    def _done_text(
        self, status: str, title: str, rows: list[_Row], done: str, cancelled: str
    ) -> tuple[str, str]:
        """``2 van 5 gereed``; what is cancelled does not count."""
        before, after = self.book.say("{done} van {all} gereed", done="~", all="~").split("~")[1:]
        all_of = f'COUNTA({title})-COUNTIF({status},"{cancelled}")'
        formula = f'=IF(COUNTA({title})=0,"",COUNTIF({status},"{done}")&"{before}"&{all_of}&"{after}")'
        titled = sum(row.titled for row in rows)
        if not titled:
            return formula, ""
        finished = sum(row.status == done for row in rows)
        left = titled - sum(row.status == cancelled for row in rows)
        return formula, f"{finished}{before}{left}{after}"
