"""The sheet Mijlpalenplan: deelprojecten and their milestones, the Gantt picture, roles (picture 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.format import Column, Mark, Milestone, Subproject
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.periods import Period, Scale
from mijlpalen_xlsx.vocabulary import ROLES, ROW_KINDS, STATUSES, RowKind, Status
from mijlpalen_xlsx.words import Words
from mijlpalen_xlsx.writer import entry_page as page
from mijlpalen_xlsx.writer import formulas
from mijlpalen_xlsx.writer.book import Book, shown
from mijlpalen_xlsx.writer.formulas import Days, PlanFormulas
from mijlpalen_xlsx.writer.layout import (
    DATE_ROW,
    GROUP_ROW,
    HEAD_ROW,
    LEGEND_ROW,
    PERIOD_FIRST_ROW,
    PERIOD_LAST_ROW,
    Block,
    a1,
    area,
)
from mijlpalen_xlsx.writer.ranks import plan_rank, plan_rank_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format

__all__ = ["write_plan"]

_WIDTHS = {Scale.MONTH: 3.6, Scale.QUARTER: 4.4, Scale.YEAR: 9.0, Scale.SCHOOLYEAR: 10.5}
_OWN_WIDTH = 20
_DATES = ("start", "due", "expected", "actual")
_SIGNS = {Status.DONE: (Colour.PALE_BLUE, Colour.DONE), Status.ON_SCHEDULE: (Colour.PALE_GREEN, Colour.GREEN),
          Status.SLIPPING: (Colour.PALE_ORANGE, Colour.BROWN), Status.LATE: (Colour.PALE_RED, Colour.RED),
          Status.NOT_STARTED: (Colour.WHITE, Colour.QUIET), Status.CANCELLED: (Colour.GREY, Colour.INK),
          Status.NO_DATE: (Colour.WHITE, Colour.QUIET)}  # fmt: skip


def write_plan(book: Book) -> None:
    """Write the sheet: heads, rows, then the rules and lists that lie over them."""
    _PlanSheet(book).write()


class _Row(NamedTuple):
    """What a band needs to know of a row under it."""

    days: Days
    status: str
    slip: int | None
    titled: bool


class _PlanSheet:
    def __init__(self, book: Book) -> None:
        self.book, self.layout = book, book.layout
        self.plan, self.grid, self.lang = self.layout.plan, self.layout.plan_grid, book.lang
        self.sheet = book.add_sheet("plan")
        self.formulas = PlanFormulas(self.grid, self.lang, self.plan.reference_date)
        self.by_key = {column.key: column for column in self.grid.declared}
        self.words = {kind: ROW_KINDS.show(kind, self.lang) for kind in RowKind}
        self.looks = {column.key: self._look(column) for column in self.grid.declared}
        self.bands = {column.key: self._look(column, band=True) for column in self.grid.declared}
        self.cells = [self._cell_look(period) for period in self.grid.periods]
        self.helper_look = book.format(font_color=Colour.QUIET, font_size=8)

    def write(self) -> None:
        self._set_columns()
        page.title(self.book, self.sheet, "plan", self.grid.last_column)
        self._write_date_line()
        self._write_legend()
        self._write_heads()
        self._write_periods()
        for block in self.grid.blocks:
            self._write_block(block)
        self._add_rules()
        self._add_lists()
        self._name_parts()
        self._set_page()

    # Columns and looks

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
        return self.book.date_format(**look) if key in _DATES else self.book.format(**look)

    def _cell_look(self, period: Period, **more: Any) -> Format:
        """The look of one Gantt column: a line where a year begins, a thin one where a school year does."""
        look: dict[str, Any] = {"border": 1, "border_color": Colour.LINE, "align": "center", **more}
        if period.first.month == 1 or self.plan.about.scale is Scale.SCHOOLYEAR:
            look |= {"left_color": Colour.NAVY}
        elif period.first.month <= 8 <= period.last.month:
            look |= {"left": 4, "left_color": Colour.QUIET}
        return self.book.format(**look)

    def _set_columns(self) -> None:
        for column in self.grid.declared:
            first = self.grid.columns[column.key]
            last = {"marks": self.grid.last_period, "roles": self.grid.last_role}.get(column.key, first)
            width = _WIDTHS[self.plan.about.scale] if column.key == "marks" else column.width
            self.sheet.set_column(first, last, width)
        if self.grid.own_columns:
            self.sheet.set_column(self.grid.last_role + 1, self.grid.last_column, _OWN_WIDTH)
        first_helper = self.grid.helper("start")
        self.sheet.set_column(self.grid.last_column + 1, first_helper - 1, 2)
        self.sheet.set_column(first_helper, self.grid.helper("over"), 10, None, {"hidden": True})

    # Above the rows

    def _write_date_line(self) -> None:
        page.reference_date(self.book, self.sheet, self.grid.columns["start"])
        row = self.book.format(font_size=9, font_color=Colour.QUIET, align="right")
        roles = "    ".join(f"{term.sign} {term.meaning.get(self.lang)}" for term in ROLES)
        self.book.put(self.sheet, DATE_ROW, self.grid.last_column, roles, row)
        look = self.book.format(font_size=8, font_color=Colour.QUIET, num_format="0")
        column = self.grid.columns["start"]
        reference = self.plan.reference_date
        self.book.formula(
            self.sheet, PERIOD_FIRST_ROW, column, f"=N({self.grid.reference})", reference or 0, look
        )

    def _write_legend(self) -> None:
        quiet = self.book.format(font_size=9, italic=True, font_color=Colour.QUIET)
        tip = self.book.say("Vul datums in: de balken tekenen zichzelf. Een x of een kleur mag ook.")
        self.book.put(self.sheet, LEGEND_ROW, 0, tip, quiet)
        bars = (
            ("start", "gepland", Colour.PLANNED, Colour.NAVY),
            ("due", "tijd verstreken", Colour.ELAPSED, Colour.WHITE),
            ("expected", "gereed", Colour.DONE, Colour.WHITE),
            ("actual", "▸ uitloop", Colour.OVERRUN, Colour.INK),
            ("depends_on", "! te laat", Colour.RED, Colour.WHITE),
            ("effort", "vervallen", Colour.GREY, Colour.INK),
        )
        for key, word, fill, ink in bars:
            look = self.book.format(bg_color=fill, font_color=ink, align="center", font_size=8)
            self.book.put(self.sheet, LEGEND_ROW, self.grid.columns[key], self.book.say(word), look)
        signs = self.book.say("◆ mijlpaal    ★ go/no-go    ◇ eerste planning    ✕ vervallen    ┊ peildatum")
        if self.plan.about.scale in (Scale.MONTH, Scale.QUARTER):
            signs += "    " + self.book.say("┆ nieuw schooljaar")
        self.book.put(self.sheet, LEGEND_ROW, self.grid.first_period, signs, self.book.format(font_size=9))

    def _heads(self) -> Iterator[tuple[int, str, Words]]:
        """Column, head and group of every column that people see."""
        for column in self.grid.declared:
            at = self.grid.columns[column.key]
            if column.key == "marks":
                for offset, period in enumerate(self.grid.periods):
                    yield at + offset, period.label.get(self.lang), period.group
            elif column.key == "roles":
                for offset, head in enumerate(self.grid.parties):
                    yield at + offset, head, column.group
            else:
                yield at, column.header.get(self.lang), column.group
        own = page.OWN_COLUMNS.get(self.lang)
        for offset, head in enumerate(self.grid.own_columns, self.grid.last_role + 1):
            yield offset, head, Words(own, own)

    def _write_heads(self) -> None:
        heads = tuple(self._heads())
        page.groups(self.book, self.sheet, [group.get(self.lang) for _, _, group in heads])
        self.sheet.set_row(HEAD_ROW, page.head_height(self.grid.parties))
        for column, head, _ in heads:
            if self.grid.first_role <= column <= self.grid.last_role:
                self._write_party_head(column, head)
            else:
                self.book.put(self.sheet, HEAD_ROW, column, head, self._head_look(column))

    def _head_look(self, column: int) -> Format:
        look = dict(page.HEAD)
        if column == self.grid.columns["kind"]:
            look |= {"rotation": 90, "valign": "bottom"}
        elif self.grid.first_period <= column <= self.grid.last_period:
            look |= {"valign": "bottom", "bold": False, "font_size": 8}
            if self.grid.periods[column - self.grid.first_period].first.month == 1:
                look |= {"left": 1, "left_color": Colour.NAVY}
        elif column in (self.grid.columns[key] for key in ("title", "party", "responsibility")):
            look |= {"align": "left", "indent": 1}
        return self.book.format(**look)

    def _write_party_head(self, column: int, head: str) -> None:
        """The short name from the settings, so that a change there shows here; else the name in the rows."""
        look = self.book.format(**page.HEAD | {"rotation": 90, "valign": "bottom"})
        line = self.grid.party_rows[column - self.grid.first_role]
        if line is None:
            self.book.put(self.sheet, HEAD_ROW, column, head, look)
            return
        settings = self.layout.settings_grid
        short, name = (
            self.layout.reference("settings", settings.first_row + line, at)
            for at in (settings.short_column, settings.party_column)
        )
        self.book.formula(self.sheet, HEAD_ROW, column, f'=IF({short}<>"",{short},{name}&"")', head, look)

    def _write_periods(self) -> None:
        """The first and last day of every Gantt column, in two hidden rows: the rules and formulas use them."""
        look = self.book.date_format(font_size=8, font_color=Colour.QUIET)
        note = self.book.format(font_size=8, font_color=Colour.QUIET)
        title = self.grid.columns["title"]
        self.book.put(self.sheet, PERIOD_FIRST_ROW, title, self.book.say("eerste dag van de kolom"), note)
        self.book.put(self.sheet, PERIOD_LAST_ROW, title, self.book.say("laatste dag van de kolom"), note)
        for column, period in enumerate(self.grid.periods, self.grid.first_period):
            self.book.put(self.sheet, PERIOD_FIRST_ROW, column, period.first, look)
            self.book.put(self.sheet, PERIOD_LAST_ROW, column, period.last, look)
        self.sheet.set_row(PERIOD_FIRST_ROW, None, None, {"hidden": True})
        self.sheet.set_row(PERIOD_LAST_ROW, None, None, {"hidden": True})

    # Rows

    def _write_block(self, block: Block) -> None:
        rows = [
            self._write_milestone(row, formulas.as_held(milestone))
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
        days = formulas.days_of(milestone, kind.casefold() == self.words[RowKind.DECISION].casefold())
        texts: dict[str, object] = {"kind": kind}
        for column in self.grid.declared:
            if column.spread or column.computed:
                continue
            text = texts.setdefault(column.key, self._text(milestone, column))
            self.book.put(self.sheet, row, self.grid.columns[column.key], text, self.looks[column.key])
        status, slip = self.formulas.status(milestone), self.formulas.slip(milestone)
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
        page.fit_row(self.sheet, row, [*widths, *((text, _OWN_WIDTH) for text in own)], level=level)

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
            for key, day in zip(_DATES, days[:4], strict=True)
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
        for column in range(self.grid.first_role, self.grid.last_role + 1):
            self.book.put(self.sheet, row, column, None, self.looks["roles"])
        for column in range(self.grid.last_role + 1, self.grid.last_column + 1):
            self.book.put(self.sheet, row, column, None, self.looks["party"])

    # The row of a deelproject

    def _write_band(self, block: Block, band: Subproject, row: int, rows: list[_Row]) -> None:
        texts = {
            **band.written,
            "kind": self.words[RowKind.SUBPROJECT],
            "number": band.number,
            "title": band.title,
        }
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
        self._write_helpers(row, {}, Days(**days), None)
        self._write_rank(row, "")
        for column, look in enumerate(self.cells, self.grid.first_period):
            self.book.put(self.sheet, row, column, None, look)
        for column in range(self.grid.first_role, self.grid.last_role + 1):
            self.book.put(self.sheet, row, column, None, self.bands["roles"])
        self._write_own(row, band, self.bands["party"])
        self._fit(row, {**texts, "title": f"{band.title or ''} "}, band.extra.values(), level=0)

    def _band_sums(self, block: Block, rows: list[_Row]) -> dict[str, tuple[str, Any]]:
        """Formula and value of what a band works out from the rows under it."""
        first, last = block.first_row + 1, block.last_row + 1
        hidden = {
            key: f"{letters}{first}:{letters}{last}"
            for key, letters in ((k, f"${column_letters(self.grid.helper(k) + 1)}") for k in _DATES)
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

    # What lies over the rows

    def _rule(self, first_column: int, last_column: int, criteria: str, **look: Any) -> None:
        self.sheet.conditional_format(
            self.grid.first_row, first_column, self.grid.last_row, last_column,
            {"type": "formula", "criteria": criteria, "format": self.book.rule(**look)},
        )  # fmt: skip

    def _add_rules(self) -> None:
        """Strongest first: LibreOffice paints only the first rule that is true; the reference date comes last."""
        row = str(self.grid.first_row + 1)
        made = self.formulas
        own = {key: cell.replace("~", row) for key, cell in made.hidden.items()}
        column = {key: f"{letters}{row}" for key, letters in made.column.items()}
        band = made.band.replace("~", row)
        first_cell = column_letters(self.grid.first_period + 1)
        first, last = f"{first_cell}${PERIOD_FIRST_ROW + 1}", f"{first_cell}${PERIOD_LAST_ROW + 1}"
        self._add_bar_rules(own, band, first, last)
        self._rule(
            0, self.grid.last_column, f"={band}", bg_color=Colour.BAND, font_color=Colour.NAVY, bold=True
        )
        shown_cell = f"{first_cell}{row}"
        signs = formulas.quoted(formulas.SIGNS)
        self._grid_rule(
            f"=AND({shown_cell}<>,ISERROR(FIND({{shown_cell}},{{signs}})))",
            bg_color=Colour.PLANNED,
            font_color=Colour.NAVY,
        )
        self._add_status_rules(column)
        self._add_date_rules(own, column)
        self._add_role_rules(row)
        now = f"AND({made.now}>={first},{made.now}<={last})"
        self.sheet.conditional_format(
            HEAD_ROW, self.grid.first_period, HEAD_ROW, self.grid.last_period,
            {"type": "formula", "criteria": f"={now}",
             "format": self.book.rule(bg_color=Colour.NOW, font_color=Colour.WHITE, bold=True)},
        )  # fmt: skip
        page.ask_reference_date(self.book, self.sheet, self.grid.columns["start"])
        self._grid_rule(f"={now}", left=3, left_color=Colour.NOW)

    def _grid_rule(self, criteria: str, **look: Any) -> None:
        self._rule(self.grid.first_period, self.grid.last_period, criteria, **look)

    def _add_bar_rules(self, own: dict[str, str], band: str, first: str, last: str) -> None:
        """The bars, from the days of the row against the first and last day of the column."""
        start, due, actual, late, over = (own[key] for key in ("start", "due", "actual", "late", "over"))
        begins = f'IF({start}="",{due},{start})<={last}'
        cancelled = f'{own["sign"]}="{formulas.CANCELLED}"'
        planned = f"ISNUMBER({due}),{begins},{due}>={first}"
        white: dict[str, Any] = {"font_color": Colour.WHITE}
        self._grid_rule(
            f"=AND({band},ISNUMBER({start}),{begins},MAX({due},{own['expected']})>={first})",
            bg_color=Colour.SUMMARY_BAR, **white,
        )  # fmt: skip
        self._grid_rule(f"=AND({cancelled},{planned})", bg_color=Colour.GREY, font_color=Colour.INK)
        self._grid_rule(
            f'=AND(ISNUMBER({actual}),IF({start}="",{actual},{start})<={last},{actual}>={first})',
            bg_color=Colour.DONE, **white,
        )  # fmt: skip
        self._grid_rule(
            f"=AND(ISNUMBER({late}),{last}>={due},{first}<={late},OR({first}>{due},{last}>={late}),"
            f"OR({first}>N({own['expected']}),{last}>={late}))",
            bg_color=Colour.RED, bold=True, **white,
        )  # fmt: skip
        self._grid_rule(
            f"=AND(ISNUMBER({over}),{first}>{due},{first}<={over})",
            bg_color=Colour.OVERRUN, font_color=Colour.INK,
        )  # fmt: skip
        self._grid_rule(f"=AND({planned},{last}<{self.formulas.now})", bg_color=Colour.ELAPSED, **white)
        self._grid_rule(f"=AND({planned})", bg_color=Colour.PLANNED, font_color=Colour.NAVY)

    def _add_status_rules(self, column: dict[str, str]) -> None:
        at = self.grid.columns["status"]
        for code, (fill, ink) in _SIGNS.items():
            term = STATUSES.term(code)
            self._rule(
                at, at, f'={column["status"]}="{term.word.get(self.lang)}"',
                bg_color=fill, font_color=ink, bold=True, num_format=f'"{term.sign} "@',
            )  # fmt: skip

    def _add_date_rules(self, own: dict[str, str], column: dict[str, str]) -> None:
        """Red: before its start. Orange: a new date is missing, or it starts before what it comes after."""
        for key in ("due", "expected", "actual"):
            at = self.grid.columns[key]
            self._rule(
                at, at, f"=AND(ISNUMBER({own['start']}),ISNUMBER({own[key]}),{own[key]}<{own['start']})",
                bg_color=Colour.PALE_RED, font_color=Colour.RED,
            )  # fmt: skip
        expected, after = self.grid.columns["expected"], self.grid.columns["depends_on"]
        orange: dict[str, Any] = {"bg_color": Colour.PALE_ORANGE, "font_color": Colour.BROWN}
        self._rule(expected, expected, f"=ISNUMBER({own['late']})", **orange)
        found = f"MATCH({column['depends_on']},{self.grid.range_of('number')},0)"
        finish, actual = (f"INDEX({self.grid.range_of(key)},{found})" for key in ("_finish", "_actual"))
        self._rule(
            after, after,
            f'=AND({column["depends_on"]}<>"",{own["actual"]}="",ISNUMBER({found}),ISNUMBER({own["start"]}),'
            f'{actual}="",N({finish})>N({own["start"]}))',
            num_format='"⚠ "@', **orange,
        )  # fmt: skip

    def _add_role_rules(self, row: str) -> None:
        cell = f"{column_letters(self.grid.first_role + 1)}{row}"
        looks = {
            "E": {"bg_color": Colour.NAVY, "font_color": Colour.WHITE, "bold": True},
            "V": {"bg_color": Colour.ELAPSED, "font_color": Colour.WHITE, "bold": True},
            "R": {"bg_color": Colour.BAND, "font_color": Colour.NAVY},
            "I": {"bg_color": Colour.WHITE, "font_color": Colour.QUIET},
        }
        for letter, look in looks.items():
            self._rule(self.grid.first_role, self.grid.last_role, f'={cell}="{letter}"', **look)

    def _list(self, first_column: int, last_column: int, options: dict[str, Any]) -> None:
        self.sheet.data_validation(
            self.grid.first_row, first_column, self.grid.last_row, last_column, options
        )

    def _add_lists(self) -> None:
        """Lists and dates warn, and never stop a person: periods in words and new parties are welcome."""
        at = self.grid.columns
        for key in _DATES:
            self._list(at[key], at[key], page.date_asked(self.book, self.by_key[key]))
        self._list(at["kind"], at["kind"], page.list_asked(self.book, self.by_key["kind"], "mp_soorten"))
        self._list(at["party"], at["party"], page.list_asked(self.book, self.by_key["party"], "mp_partijen"))
        roles = page.list_asked(self.book, self.by_key["roles"], "mp_rollen")
        self._list(self.grid.first_role, self.grid.last_role, roles)
        self._list(at["depends_on"], at["depends_on"], page.help_shown(self.book, self.by_key["depends_on"]))
        self._list(at["effort"], at["effort"], page.help_shown(self.book, self.by_key["effort"]))
        self._list(self.grid.first_period, self.grid.last_period, page.mark_asked(self.book))

    # Names and page

    def _name_parts(self) -> None:
        grid, sheet = self.grid, self.layout.quoted("plan")
        parts = {
            "mp_mijlpalen": area(grid.first_row, 0, grid.last_row, grid.last_column),
            "mp_mijlpalen_kop": area(HEAD_ROW, 0, HEAD_ROW, grid.last_column),
            "mp_perioden": area(PERIOD_FIRST_ROW, grid.first_period, PERIOD_LAST_ROW, grid.last_period),
        }
        for name, cells in parts.items():
            self.book.file.define_name(name, f"={sheet}!{cells}")

    def _set_page(self) -> None:
        first = self.grid.first_row
        self.sheet.freeze_panes(first, self.grid.columns["start"])
        self.sheet.outline_settings(True, False, False, False)
        page.no_triangles(self.sheet, first, self.grid.last_row, self.grid.last_column)
        page.set_up(self.book, self.sheet, "plan", self.grid.last_row, self.grid.last_column)
