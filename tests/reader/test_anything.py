"""Whatever stands in a workbook: a plan, or the word that there is none, in time that grows with it."""

from __future__ import annotations

import sys
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.cells import Cell, CellError
from mijlpalen_xlsx.format import SHEETS, columns
from mijlpalen_xlsx.plan import Plan, plan_from_data, plan_to_data
from mijlpalen_xlsx.reader import left_behind, read_workbook
from mijlpalen_xlsx.reader.grid import Grid
from mijlpalen_xlsx.sheets import Sheet, Unreadable, Workbook

HEADS = [
    word for sheet in SHEETS if sheet.record for column in columns(sheet.record) for word in column.words()
]
values = st.one_of(
    st.sampled_from(
        [*HEADS, "DEELPROJECT: LOB", "Deelproject 2", "Planning", "Status", "K1", "jan", "x", "Q3"]
    ),
    st.sampled_from(
        ["1.1", "1", "Groen", "gereed", "eind 2026", "vervallen", "Totaal", "* noot", "", " ", "◆"]
    ),
    st.text(max_size=12),
    st.integers(2019, 2024),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.just(datetime(2022, 3, 1)),
    st.sampled_from([CellError("#REF!"), None]),
)
formulas = st.sampled_from(
    [None, None, None, None, "=A1", "=Blad2!$B$2", "=TODAY()", '=IF(B2<>"",B2,A1&"")', "=XFE9"]
)
fills = st.sampled_from([None, None, None, "FFC000", "FFFFFF", "92D050", "000000"])
places = st.tuples(st.integers(1, 9), st.integers(1, 9))
names = ("Mijlpalenplan", "Blad2", "Instellingen", "Trend", "_mijlpalen")


@st.composite
def sheets(draw: st.DrawFn, name: str) -> Sheet:
    found = draw(st.dictionaries(places, st.tuples(values, formulas, fills), max_size=45))
    merges = draw(st.lists(st.tuples(places, places), max_size=3))
    return Sheet(
        name,
        hidden=draw(st.booleans()),
        cells={
            (row, column): Cell(name, row, column, value, formula, "General", fill)
            for (row, column), (value, formula, fill) in sorted(found.items(), key=lambda item: item[0])
        },
        merges=tuple((r, c, r + dr, c + dc) for (r, c), (dr, dc) in merges),
        hidden_rows=draw(st.sets(st.integers(1, 9), max_size=2)),
        hidden_columns=draw(st.sampled_from([(), ((2, 3),)])),
    )  # fmt: skip


workbooks = st.tuples(*(sheets(name) for name in names)).map(
    lambda made: Workbook(made, {"mp_mijlpalen": "Blad2!$A$1:$C$9", "mp_partijen": "Weg!$A$1"}, {})
)


@given(workbooks)
def test_a_plan_or_no_plan(workbook: Workbook) -> None:
    try:
        plan = read_workbook(workbook)
    except Unreadable:
        return
    left_behind(workbook, plan)
    grids = {sheet.name: Grid(sheet, workbook) for sheet in workbook.sheets}
    for record in plan.records():
        assert all(grids[at.sheet].cell(at.row, at.column) for at in record.cells.values())
    again = plan_from_data(plan_to_data(plan))
    assert plan_to_data(again) == plan_to_data(plan)


def _rows(count: int) -> Workbook:
    heads = ("Nr", "Mijlpaal", "Start", "Gereed (gepland)", "Betrokken partij", "2021", "2022")
    lines = [
        heads,
        *((f"1.{n}", f"Mijlpaal {n}", "2021", "eind 2022", "School A", "x", "x") for n in range(count)),
    ]
    cells = {
        (row, column): Cell("Plan", row, column, text)
        for row, line in enumerate(lines, 1)
        for column, text in enumerate(line, 1)
    }
    return Workbook((Sheet("Plan", cells=cells),), {}, {})


def _calls(workbook: Workbook) -> int:
    """Calls of Python functions in one reading: time as a number that a busy machine does not change."""
    count = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    read_workbook(workbook)
    sys.setprofile(tick)
    try:
        read_workbook(workbook)
    finally:
        sys.setprofile(None)
    return count


def test_work_grows_with_the_rows() -> None:
    few, many = _calls(_rows(200)), _calls(_rows(2000))
    assert many < 11 * few


def test_a_merged_range_over_the_whole_sheet_costs_nothing() -> None:
    workbook = _rows(50)
    (sheet,) = workbook.sheets
    sheet.merges = ((1, 30, 1_048_576, 16_384), (20, 1, 1_048_576, 16_384)) * 200
    sheet.cells[1_048_576, 16_384] = Cell("Plan", 1_048_576, 16_384, "ver weg")
    plan: Plan = read_workbook(workbook)
    assert len(plan.milestones) >= 18
    assert _calls(workbook) < 20 * _calls(_rows(50))
