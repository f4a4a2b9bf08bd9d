"""The sheet Voortgang: objectives, results and activities, and how they go (picture 2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.format import Activity
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES, Light, Stage
from mijlpalen_xlsx.writer import entry_page as page
from mijlpalen_xlsx.writer.book import Book, shown
from mijlpalen_xlsx.writer.layout import DATE_ROW, HEAD_ROW, LEGEND_ROW, area
from mijlpalen_xlsx.writer.ranks import progress_rank, progress_rank_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format

__all__ = ["write_progress"]

_STALE_DAYS = 92
_OWN_WIDTH = 20
_ROOM = {"objective": 0.92}  # bold letters are wider
_LIGHTS = {
    Light.GREEN: (Colour.GREEN, Colour.WHITE),
    Light.ORANGE: (Colour.ORANGE, Colour.INK),
    Light.RED: (Colour.RED, Colour.WHITE),
}
_STAGES = {
    Stage.DONE: (Colour.DONE, Colour.WHITE),
    Stage.IN_PROGRESS: (Colour.PALE_BLUE, Colour.DONE),
    Stage.NOT_STARTED: (Colour.WHITE, Colour.QUIET),
    Stage.POSTPONED: (Colour.PALE_ORANGE, Colour.BROWN),
    Stage.CANCELLED: (Colour.GREY, Colour.INK),
}
_CENTRED = ("number", "years", "light", "stage", "milestones")
_REFERENCE = f"${column_letters(4)}${DATE_ROW + 1}"


def write_progress(book: Book) -> None:
    """Write the sheet: heads, rows, then the rules and lists that lie over them."""
    _ProgressSheet(book).write()


def _runs_on(before: Activity | None, after: Activity | None) -> frozenset[str]:
    """Which of objective and result of one activity also hold for the next."""
    if before is None or after is None or not after.objective or after.objective != before.objective:
        return frozenset()
    same_result = after.result and after.result == before.result
    return frozenset(("objective", "result") if same_result else ("objective",))


class _ProgressSheet:
    def __init__(self, book: Book) -> None:
        self.book, self.layout = book, book.layout
        self.grid, self.lang = self.layout.progress_grid, book.lang
        self.sheet = book.add_sheet("progress")
        self.by_key = {column.key: column for column in self.grid.declared}
        self.letters = {key: f"${column_letters(at + 1)}" for key, at in self.grid.columns.items()}
        self.hidden_look = book.format(font_color=Colour.QUIET, font_size=8)

    def write(self) -> None:
        self._set_columns()
        page.title(self.book, self.sheet, "progress", self.grid.last_column)
        page.reference_date(self.book, self.sheet, self.grid.columns["description"])
        self._write_legend()
        self._write_heads()
        self._write_activities()
        self._add_rules()
        self._add_lists()
        self._name_parts()
        self._set_page()

    @cache  # noqa: B019 - lives as long as this sheet is written
    def _look(self, key: str, begins: bool = False, edges: str = "tb") -> Format:
        """The look of a cell: whether its row ``begins`` an objective; ``edges`` are t for top, b for bottom.

        An objective that runs on over the next rows has no lines between them, so that it looks merged.
        """
        look: dict[str, Any] = {"border": 1, "border_color": Colour.LINE, "text_wrap": True}
        look |= {"bg_color": Colour.ENTRY, "align": "left", "valign": "top", "indent": 1}
        if key in (*_CENTRED, "updated"):
            look |= {"align": "center", "valign": "vcenter", "indent": 0}
        if key in ("number", "milestones"):
            look["num_format"] = "@"
        if key == "objective":
            look |= {"bold": True, "font_color": Colour.NAVY}
        look |= {side: 0 for side in ("top", "bottom") if side[0] not in edges}
        if begins:
            look |= {"top": 2, "top_color": Colour.NAVY}
        return self.book.date_format(**look) if key == "updated" else self.book.format(**look)

    def _set_columns(self) -> None:
        for column in self.grid.declared:
            first = self.grid.columns[column.key]
            last = self.grid.last_year if column.key == "years" else first
            self.sheet.set_column(first, last, column.width)
        if self.grid.own_columns:
            self.sheet.set_column(
                self.grid.last_column - len(self.grid.own_columns) + 1, self.grid.last_column, 20
            )
        self.sheet.set_column(self.grid.last_column + 1, self.grid.last_column + 1, 2)
        self.sheet.set_column(self.grid.rank, self.grid.rank, 10, None, {"hidden": True})

    def _write_legend(self) -> None:
        quiet = self.book.format(font_size=9, italic=True, font_color=Colour.QUIET)
        tip = self.book.say(
            "Kies het stoplicht en de fase uit de lijst. Jaren: typ een x of kleur het vakje."
        )
        self.book.put(self.sheet, LEGEND_ROW, 0, tip, quiet)
        for key, code in (("explanation", "green"), ("bottlenecks", "orange"), ("measure", "red")):
            term = LIGHTS.term(code)
            fill, ink = _LIGHTS[Light(code)]
            look = self.book.format(bg_color=fill, font_color=ink, align="center", font_size=9)
            text = f"{term.sign} {term.word.get(self.lang)}: {term.meaning.get(self.lang)}"
            self.book.put(self.sheet, LEGEND_ROW, self.grid.columns[key], text, look)

    def _heads(self) -> Iterator[tuple[int, object, str]]:
        """Column, head and group of every column that people see."""
        for column in self.grid.declared:
            at, group = self.grid.columns[column.key], column.group.get(self.lang)
            if column.key == "years":
                for offset, year in enumerate(self.grid.years):
                    yield at + offset, year, group
            else:
                yield at, column.header.get(self.lang), group
        own = page.OWN_COLUMNS.get(self.lang)
        for at, head in enumerate(self.grid.own_columns, self.grid.columns["updated"] + 1):
            yield at, head, own

    def _write_heads(self) -> None:
        heads = tuple(self._heads())
        page.groups(self.book, self.sheet, [group for _, _, group in heads])
        self.sheet.set_row(HEAD_ROW, 34)
        centred = {self.grid.columns[key] for key in (*_CENTRED, "updated")}
        for at, head, _ in heads:
            year = self.grid.first_year <= at <= self.grid.last_year
            look = page.HEAD if year or at in centred else page.HEAD | {"align": "left", "indent": 1}
            self.book.put(self.sheet, HEAD_ROW, at, head, self.book.format(**look))

    def _write_activities(self) -> None:
        """The activities and the spare rows; what runs on from the row above is not written again."""
        activities = self.layout.plan.activities
        runs_on = [_runs_on(before, after) for before, after in pairwise((None, *activities, None))]
        for index, activity in enumerate(activities):
            self._write_activity(self.grid.first_row + index, activity, runs_on[index], runs_on[index + 1])
        for row in range(self.grid.first_row + len(activities), self.grid.last_row + 1):
            self._write_activity(row, Activity(), frozenset(), frozenset())

    def _write_activity(
        self, row: int, activity: Activity, from_above: frozenset[str], to_below: frozenset[str]
    ) -> None:
        begins = bool(activity.objective) and "objective" not in from_above and row > self.grid.first_row
        texts: dict[str, object] = {
            column.key: None if column.key in from_above else shown(activity, column, self.lang)
            for column in self.grid.declared
            if not column.spread
        }
        for key, text in texts.items():
            edges = ("" if key in from_above else "t") + ("" if key in to_below else "b")
            self.book.put(self.sheet, row, self.grid.columns[key], text, self._look(key, begins, edges))
        self._write_years(row, activity, self._look("years", begins))
        for at, head in enumerate(self.grid.own_columns, self.grid.columns["updated"] + 1):
            self.book.put(self.sheet, row, at, activity.extra.get(head), self._look("who", begins))
        self._write_rank(row, *(str(texts[key] or "") for key in ("light", "stage")))
        widths = [(text, self.by_key[key].width * _ROOM.get(key, 1.0)) for key, text in texts.items()]
        own = [(text, _OWN_WIDTH) for text in activity.extra.values()]
        page.fit_row(self.sheet, row, [*widths, *own])

    def _write_rank(self, row: int, light: str, stage: str) -> None:
        formula, value = (
            progress_rank_formula(self.grid, row, self.lang),
            progress_rank(light, stage, row, self.lang),
        )
        self.book.formula(self.sheet, row, self.grid.rank, formula, value, self.hidden_look)

    def _write_years(self, row: int, activity: Activity, look: Format) -> None:
        for at, year in enumerate(self.grid.years, self.grid.first_year):
            text = activity.year_texts.get(year) or ("x" if year in activity.years else None)
            self.book.put(self.sheet, row, at, text, look)

    def _rule(self, first_column: int, last_column: int, criteria: str, **look: Any) -> None:
        self.sheet.conditional_format(
            self.grid.first_row, first_column, self.grid.last_row, last_column,
            {"type": "formula", "criteria": criteria, "format": self.book.rule(**look)},
        )  # fmt: skip

    def _add_rules(self) -> None:
        """Words get their sign and colour; what is missing beside Oranje or Rood turns pale orange."""
        row = self.grid.first_row + 1
        cell = {key: f"{letters}{row}" for key, letters in self.letters.items()}
        for key, vocabulary, looks in (("light", LIGHTS, _LIGHTS), ("stage", STAGES, _STAGES)):
            at = self.grid.columns[key]
            for code, (fill, ink) in looks.items():
                term = vocabulary.term(code)
                self._rule(
                    at, at, f'={cell[key]}="{term.word.get(self.lang)}"',
                    bg_color=fill, font_color=ink, bold=True, num_format=f'"{term.sign} "@',
                )  # fmt: skip
        worry = " ".join(f'{cell["light"]}="{LIGHTS.show(c, self.lang)}",' for c in ("orange", "red"))
        for key in ("bottlenecks", "measure"):
            at = self.grid.columns[key]
            self._rule(at, at, f'=AND({cell[key]}="",OR({worry[:-1]}))', bg_color=Colour.PALE_ORANGE)
        updated = self.grid.columns["updated"]
        over = "".join(
            f'{cell["stage"]}<>"{STAGES.show(stage, self.lang)}",' for stage in ("done", "cancelled")
        )
        self._rule(
            updated, updated,
            f"=AND(ISNUMBER({cell['updated']}),{over}{_REFERENCE}-{cell['updated']}>{_STALE_DAYS})",
            bg_color=Colour.PALE_ORANGE, font_color=Colour.BROWN,
        )  # fmt: skip
        years = column_letters(self.grid.first_year + 1)
        self._rule(
            self.grid.first_year, self.grid.last_year, f'={years}{row}<>""',
            bg_color=Colour.PLANNED, font_color=Colour.NAVY,
        )  # fmt: skip
        self.sheet.conditional_format(
            HEAD_ROW, self.grid.first_year, HEAD_ROW, self.grid.last_year,
            {"type": "formula", "criteria": f"=YEAR(N({_REFERENCE}))={years}${HEAD_ROW + 1}",
             "format": self.book.rule(bg_color=Colour.NOW, font_color=Colour.WHITE, bold=True)},
        )  # fmt: skip
        page.ask_reference_date(self.book, self.sheet, self.grid.columns["description"])

    def _add_lists(self) -> None:
        at = self.grid.columns
        asked = [
            (at["light"], at["light"], page.list_asked(self.book, self.by_key["light"], "mp_stoplicht")),
            (at["stage"], at["stage"], page.list_asked(self.book, self.by_key["stage"], "mp_fasen")),
            (at["updated"], at["updated"], page.date_asked(self.book, self.by_key["updated"])),
            (at["milestones"], at["milestones"], page.help_shown(self.book, self.by_key["milestones"])),
            (self.grid.first_year, self.grid.last_year, page.mark_asked(self.book)),
        ]
        for first, last, options in asked:
            self.sheet.data_validation(self.grid.first_row, first, self.grid.last_row, last, options)

    def _name_parts(self) -> None:
        grid, sheet = self.grid, self.layout.quoted("progress")
        rows = area(grid.first_row, 0, grid.last_row, grid.last_column)
        self.book.file.define_name("mp_voortgang", f"={sheet}!{rows}")
        head = area(HEAD_ROW, 0, HEAD_ROW, grid.last_column)
        self.book.file.define_name("mp_voortgang_kop", f"={sheet}!{head}")

    def _set_page(self) -> None:
        self.sheet.freeze_panes(self.grid.first_row, self.grid.first_year)
        page.no_triangles(self.sheet, self.grid.first_row, self.grid.last_row, self.grid.last_column)
        page.set_up(self.book, self.sheet, "progress", self.grid.last_row, self.grid.last_column)
