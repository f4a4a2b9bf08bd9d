"""The sheet Mijlpalenplan: deelprojecten and their milestones, the Gantt picture, roles (picture 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.vocabulary import ROLES
from mijlpalen_xlsx.words import Words
from mijlpalen_xlsx.writer import entry_page as page
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.formulas import PlanFormulas
from mijlpalen_xlsx.writer.layout import (
    DATE_ROW,
    HEAD_ROW,
    LEGEND_ROW,
    PERIOD_FIRST_ROW,
    PERIOD_LAST_ROW,
    area,
)
from mijlpalen_xlsx.writer.plan_rows import OWN_WIDTH, PlanRows
from mijlpalen_xlsx.writer.plan_rules import PlanRules

if TYPE_CHECKING:
    from xlsxwriter.format import Format

__all__ = ["write_plan"]

_WIDTHS = {Scale.MONTH: 2.9, Scale.QUARTER: 4.4, Scale.YEAR: 9.0, Scale.SCHOOLYEAR: 10.5}


def write_plan(book: Book) -> None:
    """Write the sheet: heads, rows, then the rules and lists that lie over them."""
    _PlanSheet(book).write()


class _PlanSheet:
    def __init__(self, book: Book) -> None:
        self.book, self.layout = book, book.layout
        self.plan, self.grid, self.lang = self.layout.plan, self.layout.plan_grid, book.lang
        self.sheet = book.add_sheet("plan")
        self.formulas = PlanFormulas(self.grid, self.lang, self.plan.reference_date)

    def write(self) -> None:
        self._set_columns()
        page.title(self.book, self.sheet, "plan", self.grid.last_column)
        self._write_date_line()
        self._write_legend()
        self._write_heads()
        self._write_periods()
        rows = PlanRows(self.book, self.sheet, self.formulas)
        for block in self.grid.blocks:
            rows.write_block(block)
        rules = PlanRules(self.book, self.sheet, self.formulas)
        rules.add_rules()
        rules.add_lists()
        self._name_parts()
        self._set_page()

    def _set_columns(self) -> None:
        for column in self.grid.declared:
            first = self.grid.columns[column.key]
            last = {"marks": self.grid.last_period, "roles": self.grid.last_role}.get(column.key, first)
            width = _WIDTHS[self.plan.about.scale] if column.key == "marks" else column.width
            self.sheet.set_column(first, last, width)
        if self.grid.own_columns:
            self.sheet.set_column(self.grid.last_role + 1, self.grid.last_column, OWN_WIDTH)
        first_helper = self.grid.helper("start")
        self.sheet.set_column(self.grid.last_column + 1, first_helper - 1, 2)
        self.sheet.set_column(first_helper, self.grid.helper("over"), 10, None, {"hidden": True})

    # Above the rows

    def _write_date_line(self) -> None:
        page.reference_date(self.book, self.sheet, self.grid.columns["start"])
        row = self.book.format(font_size=9, font_color=Colour.QUIET, align="right")
        roles = "    ".join(f"{term.sign} {term.meaning.get(self.lang)}" for term in ROLES)
        self.book.put(self.sheet, DATE_ROW, self.grid.last_column, roles, row)
        source = self.book.say(
            "De partijen komen van het blad {sheet}.", sheet=self.layout.sheet_name("settings")
        )
        self.book.put(self.sheet, LEGEND_ROW, self.grid.last_column, source, row)
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
            if self.plan.about.scale is Scale.MONTH:
                look |= {"rotation": 90, "align": "center"}
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
        """The first and last day of every Gantt column, in two hidden rows: rules and formulas use them."""
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
