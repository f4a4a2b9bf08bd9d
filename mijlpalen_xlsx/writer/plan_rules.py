"""What lies over the rows of the sheet Mijlpalenplan: the rules that colour and the lists that help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.vocabulary import STATUSES, Status
from mijlpalen_xlsx.writer import entry_page as page
from mijlpalen_xlsx.writer import formulas
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.formulas import PlanFormulas
from mijlpalen_xlsx.writer.layout import HEAD_ROW, PERIOD_FIRST_ROW, PERIOD_LAST_ROW
from mijlpalen_xlsx.writer.plan_rows import DATES

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["PlanRules"]

_STATUS_LOOKS = {
    Status.DONE: (Colour.PALE_BLUE, Colour.DONE),
    Status.ON_SCHEDULE: (Colour.PALE_GREEN, Colour.GREEN),
    Status.SLIPPING: (Colour.PALE_ORANGE, Colour.BROWN),
    Status.LATE: (Colour.PALE_RED, Colour.RED),
    Status.NOT_STARTED: (Colour.WHITE, Colour.QUIET),
    Status.CANCELLED: (Colour.GREY, Colour.INK),
    Status.NO_DATE: (Colour.WHITE, Colour.QUIET),
}


class PlanRules:
    """Adds the conditional formats and validations of one plan sheet."""

    def __init__(self, book: Book, sheet: Worksheet, made: PlanFormulas) -> None:
        self.book, self.sheet, self.formulas, self.lang = book, sheet, made, book.lang
        self.grid = book.layout.plan_grid
        self.by_key = {column.key: column for column in self.grid.declared}

    def _rule(self, first_column: int, last_column: int, criteria: str, **look: Any) -> None:
        self.sheet.conditional_format(
            self.grid.first_row, first_column, self.grid.last_row, last_column,
            {"type": "formula", "criteria": criteria, "format": self.book.rule(**look)},
        )  # fmt: skip

    def add_rules(self) -> None:
        """Strongest first: LibreOffice paints only the first rule that is true; the reference date last."""
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
            f'=AND({shown_cell}<>"",ISERROR(FIND({shown_cell},{signs})))',
            bg_color=Colour.PLANNED, font_color=Colour.NAVY,
        )  # fmt: skip
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
        planned = f'ISNUMBER({due}),{actual}="",{begins},{due}>={first}'
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
        for code, (fill, ink) in _STATUS_LOOKS.items():
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
        looks: dict[str, dict[str, Any]] = {
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

    def add_lists(self) -> None:
        """Lists and dates warn, and never stop a person: periods in words and new parties are welcome."""
        at = self.grid.columns
        for key in DATES:
            self._list(at[key], at[key], page.date_asked(self.book, self.by_key[key]))
        self._list(at["kind"], at["kind"], page.list_asked(self.book, self.by_key["kind"], "mp_soorten"))
        self._list(at["party"], at["party"], page.list_asked(self.book, self.by_key["party"], "mp_partijen"))
        roles = page.list_asked(self.book, self.by_key["roles"], "mp_rollen")
        self._list(self.grid.first_role, self.grid.last_role, roles)
        self._list(at["depends_on"], at["depends_on"], page.help_shown(self.book, self.by_key["depends_on"]))
        self._list(at["effort"], at["effort"], page.help_shown(self.book, self.by_key["effort"]))
        self._list(self.grid.first_period, self.grid.last_period, page.mark_asked(self.book))
