"""openpyxl as the judge: what we read from workbooks of any content equals what it reads.

Where the two differ on purpose, ``as_we_read`` says so with the reason, and nothing else may differ.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.numbers import is_date_format as shows_moment
from openpyxl.workbook.defined_name import DefinedName

from mijlpalen_xlsx.cells import Cell
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.sheets import Sheet, open_workbook
from mijlpalen_xlsx.sheets.styles import is_date_format
from mijlpalen_xlsx.writer import workbook_bytes
from tests.writer.made import full_plan, random_plan

FORMATS = ["General", "0", "0.00", "@", "dd-mm-yyyy", "d mmm yyyy", "yyyy", "mmm-yy", 'd "dag" mmmm', "h:mm"]
FORMATS += [
    "[$-413]d mmmm yyyy;@",
    "[h]:mm",
    "#,##0.00_ ;[Red]-#,##0.00 ",
    "0%",
    '"dag" 0',
    "m/d/yy h:mm",
    "mm:ss",
]

# XML cannot hold the other control characters; a carriage return has its own test
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufffe\uffff"), min_size=1, max_size=40
)
TEXTS = TEXTS.filter(
    lambda text: all(sign >= " " or sign in "\t\n" for sign in text) and not text.startswith("=")
)
NUMBERS = st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12, allow_nan=False).filter(
    lambda n: abs(n) > 1e-6 or n == 0
)
MOMENTS = st.datetimes(datetime(1904, 1, 2), datetime(2200, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)
VALUES = TEXTS | NUMBERS | MOMENTS | st.booleans() | st.sampled_from(["#REF!", "#N/A", "#DIV/0!"]) | st.none()
FILLS = st.none() | st.from_regex(r"[0-9A-F]{6}", fullmatch=True)
PLACES = st.tuples(st.integers(1, 60), st.integers(1, 60))


def test_hypothesis_made_workbooks() -> None:
    @settings(max_examples=60, phases=[Phase.generate])
    @given(
        st.dictionaries(PLACES, st.tuples(VALUES, st.sampled_from(FORMATS), FILLS), max_size=25),
        st.booleans(),
    )
    def check(content: dict[tuple[int, int], tuple[Any, str, str | None]], date_1904: bool) -> None:
        book = openpyxl.Workbook()
        if date_1904:
            book.epoch = datetime(1904, 1, 1)
        sheet = book.worksheets[0]
        for (row, column), (value, number_format, fill) in content.items():
            if is_number(value) and shows_moment(number_format):
                # openpyxl makes an error of what it cannot show, and rounds twice: no half seconds
                value = round(1 + abs(value) % 70_000, 4)
            cell = sheet.cell(row, column, value)
            if not isinstance(value, datetime):
                cell.number_format = number_format
            if fill is not None:
                cell.fill = PatternFill("solid", fgColor=fill)
        assert_equal(saved(book))

    check()


# openpyxl says that it loses the newer half of a data bar, which we only count
@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_workbook_of_xlsxwriter() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    plan, chart, hidden = (
        book.add_worksheet("Plan & é"),
        book.add_chartsheet("Grafiek"),
        book.add_worksheet("_x"),
    )
    hidden.hide()
    hidden.write("A1", "lijst")
    bars = book.add_chart({"type": "bar"})
    bars.add_series({"values": "=_x!$A$1"})
    chart.set_chart(bars)
    for row, number_format in enumerate(FORMATS):
        style = book.add_format({"num_format": number_format, "bg_color": "#92D050", "border": 1})
        for column, value in enumerate((46000, 46000.75, 0.5, -3, 59, 61, "tekst", True)):
            plan.write(row, column, value, style)
        plan.write_blank(row, 9, None, style)
    plan.write_rich_string("B30", "gewoon ", book.add_format({"bold": True}), "vet", " weer\ngewoon")
    plan.write_formula("A30", "=1+1", None, 2)
    plan.write_formula("A31", '=IF(1,"","")', None, "")
    plan.write_dynamic_array_formula("C31:C33", "=SORT(A1:A3)", None, 1)
    plan.merge_range("D40:F42", "samen", book.add_format({"bg_color": "#FFC000"}))
    plan.write_comment("A1", "let op\ntweede regel", {"author": "iemand"})
    plan.data_validation("A1:A9", {"validate": "list", "source": ["a", "b"]})
    plan.conditional_format("A1:A9", {"type": "data_bar", "data_bar_2010": True})
    plan.conditional_format("A1:A9", {"type": "cell", "criteria": ">", "value": 3})
    plan.set_row(5, None, None, {"hidden": True})
    plan.set_column("C:E", None, None, {"hidden": True})
    book.define_name("mp_naam", "='Plan & é'!$A$1:$B$2")
    book.define_name("_x!lokaal", "=_x!$A$1")
    book.set_properties({"title": "Titel", "author": "Naam"})
    book.set_custom_property("mp_versie", "1.0")
    book.close()

    ours = assert_equal(out.getvalue())
    assert [sheet.name for sheet in ours] == ["Plan & é", "_x"]
    assert [sheet.hidden for sheet in ours] == [False, True]
    assert (ours[0].validations, ours[0].conditional_formats) == (1, 2)
    assert ours[0].hidden_rows == {6}
    assert ours[0].hidden_columns == ((3, 5),)
    read = open_workbook(out.getvalue())
    assert read.names == {"mp_naam": "'Plan & é'!$A$1:$B$2"}
    told = {name: read.properties[name] for name in ("mp_versie", "title", "creator")}
    assert told == {"mp_versie": "1.0", "title": "Titel", "creator": "Naam"}
    assert read.saved_by == "XlsxWriter"
    assert read.sheet("PLAN & É") is read.sheets[0]
    assert read.sheet("Grafiek") is None


def test_a_workbook_of_openpyxl() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["B2"] = "=SUM(A1:A3)"
    sheet["B3"].comment = Comment("een opmerking", "iemand")
    sheet["B4"] = "\u00a0 spaties \u200b "
    sheet.merge_cells("A5:C5")
    book.defined_names["mp_x"] = DefinedName("mp_x", attr_text="Sheet!$A$1")
    ours = assert_equal(saved(book))[0]
    assert ours.cells[2, 2] == Cell("Sheet", 2, 2, None, "=SUM(A1:A3)")
    assert open_workbook(saved(book)).saved_by == "openpyxl"


ROOT = Path(__file__).parents[2]
FILLED = sorted([*ROOT.glob("templates/*/*.nl.*.xlsx"), *ROOT.glob("samples/*/plan.xlsx")])


@pytest.mark.parametrize("file", FILLED, ids=lambda file: str(file.relative_to(ROOT)))
def test_our_own_workbooks(file: Path) -> None:
    assert_equal(file.read_bytes())


@pytest.mark.parametrize("scale", list(Scale))
def test_a_plan_of_ours_in_every_scale(scale: Scale) -> None:
    assert_equal(workbook_bytes(full_plan("nl", scale)))


def test_hundreds_of_rows_of_ours() -> None:
    assert_equal(workbook_bytes(random_plan(9, rows=300)))


def assert_equal(data: bytes) -> tuple[Sheet, ...]:
    """Hold what we read of ``data`` against openpyxl; gives our sheets."""
    ours = open_workbook(data)
    stored = openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=False)
    written = openpyxl.load_workbook(io.BytesIO(data))
    assert [sheet.name for sheet in ours.sheets] == [sheet.title for sheet in stored.worksheets]
    assert ours.names == {name: defined.attr_text for name, defined in stored.defined_names.items()}
    for sheet, cells, formulas in zip(ours.sheets, stored.worksheets, written.worksheets, strict=True):
        assert compared(sheet) == theirs(sheet.name, cells, formulas)
        assert list(sheet.cells) == sorted(sheet.cells)
        assert sorted(sheet.merges) == sorted(
            (m.min_row, m.min_col, m.max_row, m.max_col) for m in cells.merged_cells
        )
        noted = {(c.row, c.column): c.comment.text for row in cells.iter_rows() for c in row if c.comment}
        assert sheet.notes == noted
        assert sheet.hidden == (cells.sheet_state != "visible")
    return ours.sheets


def compared(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    """Our cells but for what openpyxl leaves out: the fills inside merged cells, under their first cell."""
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    return {place: same_number(cell) for place, cell in sheet.cells.items() if place not in covered}


def same_number(cell: Cell) -> Cell:
    """A time of day to the hundredth of a second: openpyxl makes it a time and loses the rest."""
    if isinstance(cell.value, float) and shows_moment(cell.number_format):
        return cell._replace(value=round(cell.value, 7))
    return cell


def theirs(name: str, cells: Any, formulas: Any) -> dict[tuple[int, int], Cell]:
    read = {}
    for row in cells.iter_rows():
        for cell in row:
            formula = getattr(formulas.cell(cell.row, cell.column), "value", None)
            formula = getattr(formula, "text", formula)  # of an array formula
            is_formula = formulas.cell(cell.row, cell.column).data_type == "f"
            expected = as_we_read(name, cell, formula if is_formula else None)
            if expected.value is not None or expected.formula is not None or expected.fill is not None:
                read[cell.row, cell.column] = same_number(expected)
    return read


def as_we_read(name: str, cell: Any, formula: str | None) -> Cell:
    value, number_format = cell.value, cell.number_format
    if isinstance(value, time | timedelta) or (
        isinstance(value, datetime) and not is_date_format(number_format)
    ):
        value = as_number(value, cell)  # a time of day is no date: the reader of plans wants the number
    if isinstance(value, datetime) and value.year < 1900:
        value = as_number(value, cell)  # no program shows a moment below zero
    if isinstance(value, datetime):
        value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)  # we read whole seconds
    elif isinstance(value, date):
        value = datetime.combine(value, time())
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if value is None and formula is not None and cell.data_type in ("s", "str"):
        value = ""  # a formula that gave an empty text was calculated
    return Cell(name, cell.row, cell.column, value, formula, number_format, fill_of(cell))


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def as_number(value: time | timedelta | datetime, cell: Any) -> int | float:
    from openpyxl.utils.datetime import to_excel

    number: float = to_excel(value, cell.parent.parent.epoch)  # type: ignore[no-untyped-call]
    return int(number) if float(number).is_integer() else float(number)


def fill_of(cell: Any) -> str | None:
    """The colour of a solid fill; openpyxl leaves mixing and themes to others, they have their own tests."""
    if cell.fill.fill_type is None:
        return None
    colour = cell.fill.fgColor.rgb[2:]
    return None if colour == "FFFFFF" else colour


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
