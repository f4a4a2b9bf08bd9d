"""Our own workbook after people and programs had it: what still tells it is ours, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mijlpalen_xlsx.cells import Cell
from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import (
    HIDDEN_SHEET,
    Activity,
    General,
    LogEntry,
    Milestone,
    Party,
    Role,
    Subproject,
    TrendEntry,
)
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.reader import left_behind, read, read_workbook
from mijlpalen_xlsx.sheets import Sheet, Unreadable, Workbook, open_workbook
from mijlpalen_xlsx.vocabulary import Light
from mijlpalen_xlsx.writer import workbook_bytes
from tests.plans import comparable
from tests.tables import workbook

DAY = When.day(date(2022, 7, 1))
PLAN = Plan(
    years=(2021, 2024),
    general=General(region="De Waterlanden", reference_date=date(2023, 3, 1)),
    parties=(Party(name="Vmbo-school A", short="School A"), Party(name="Gemeente")),
    subprojects=(Subproject(number="1", title="LOB"), Subproject(number="2", title="Lab")),
    milestones=(
        Milestone(number="1.1", title="Af", due=DAY, subproject="1", roles=(Role("School A", "V"),)),
        Milestone(number="1.2", title="Ook af", due=DAY, subproject="1", roles=(Role("Gemeente", "E"),)),
        Milestone(number="2.1", title="Open", due=DAY, subproject="2", extra={"Kosten": "12"}),
    ),
    activities=(
        Activity(objective="Doel", result="Lab", description="Bouwen", years=(2022,), light=Light.RED),
    ),
    log=(LogEntry(date=DAY, number="1.1", explanation="Gehaald"),),
    trend=(TrendEntry(number="1.1", expected=((date(2021, 11, 1), DAY),)),),
)


@pytest.fixture
def book() -> Workbook:
    return open_workbook(workbook_bytes(PLAN))


def without(book: Workbook, *names: str) -> Workbook:
    return replace(book, sheets=tuple(sheet for sheet in book.sheets if sheet.name not in names))


def moved(sheet: Sheet, place: Callable[[int, int], tuple[int, int]]) -> Sheet:
    """The sheet with every cell at another place; hidden rows and columns go along."""
    cells = {}
    for (row, column), cell in sheet.cells.items():
        to_row, to_column = place(row, column)
        cells[to_row, to_column] = cell._replace(row=to_row, column=to_column)
    return replace(
        sheet,
        cells=dict(sorted(cells.items())),
        merges=(),
        hidden_rows={place(row, 1)[0] for row in sheet.hidden_rows},
        hidden_columns=tuple((place(1, first)[1], place(1, last)[1]) for first, last in sheet.hidden_columns),
    )


def change(book: Workbook, name: str, to: Callable[[Sheet], Sheet]) -> Workbook:
    return replace(book, sheets=tuple(to(sheet) if sheet.name == name else sheet for sheet in book.sheets))


def renamed(book: Workbook, name: str, new: str) -> Workbook:
    """As a program renames a sheet: the defined names follow, formulas are left to what they were."""

    def rename(sheet: Sheet) -> Sheet:
        cells = {at: cell._replace(sheet=new) for at, cell in sheet.cells.items()}
        return replace(sheet, name=new, cells=cells)

    names = {key: text.replace(f"{name}!", f"'{new}'!") for key, text in book.names.items()}
    return replace(change(book, name, rename), names=names)


def names_of(plan: Plan) -> list[str]:
    records = [remark for record in plan.records() for remark in record.remarks]
    return [remark.name for remark in (*plan.remarks, *records)]


def test_known_by_the_hidden_sheet_the_names_or_the_headers(book: Workbook) -> None:
    nothing = replace(without(book, HIDDEN_SHEET), names={})
    for each, by in ((book, "hidden-sheet"), (without(book, HIDDEN_SHEET), "names"), (nothing, "headers")):
        plan = read_workbook(each)
        assert plan.about.recognised_by == by
        assert comparable(plan) == comparable(PLAN)
    assert "unknown-column" in names_of(read_workbook(book))  # Kosten, of the person's own


def test_renamed_sheets(book: Workbook) -> None:
    for name, new in (("Mijlpalenplan", "Plan 2023"), ("Instellingen", "Basis"), ("Dashboard", "Overzicht")):
        book = renamed(book, name, new)
    plan = read_workbook(book)
    assert comparable(plan) == comparable(PLAN)
    assert [r.values["expected"] for r in plan.remarks if r.name == "sheet-renamed"] == ["Mijlpalenplan"]
    assert str(plan.milestones[0].at("title")) == "'Plan 2023'!C10"


@pytest.mark.parametrize("name", ["Mijlpalenplan", "Voortgang", "Trend", "Logboek"])
def test_rows_and_columns_inserted(book: Workbook, name: str) -> None:
    shifted = change(book, name, lambda sheet: moved(sheet, lambda r, c: (r + 2, c + 1 + (c > 3))))
    assert comparable(read_workbook(shifted)) == comparable(PLAN)


def test_columns_swapped(book: Workbook) -> None:
    swap = {3: 5, 5: 3}
    swapped = change(book, "Mijlpalenplan", lambda s: moved(s, lambda r, c: (r, swap.get(c, c))))
    plan = read_workbook(swapped)
    assert comparable(plan) == comparable(PLAN)
    assert str(plan.milestones[0].at("title")) == "Mijlpalenplan!E10"


def test_a_blank_row_in_the_middle(book: Workbook) -> None:
    apart = change(book, "Mijlpalenplan", lambda s: moved(s, lambda r, c: (r + (r > 10), c)))
    assert comparable(read_workbook(apart)) == comparable(PLAN)


def test_a_column_is_gone(book: Workbook) -> None:
    def drop(sheet: Sheet) -> Sheet:
        return replace(sheet, cells={at: cell for at, cell in sheet.cells.items() if at[1] != 6})

    (remark,) = (
        r for r in read_workbook(change(book, "Mijlpalenplan", drop)).remarks if r.name == "column-missing"
    )
    assert remark.values["key"] == "expected"


def test_another_version(book: Workbook) -> None:
    for version, name in (("9.1", "newer-format"), ("0.9", "older-format"), ("1", None)):

        def set_version(sheet: Sheet, version: str = version) -> Sheet:
            row = next(cell.row for cell in sheet.cells.values() if cell.value == "version")
            cell = Cell(sheet.name, row, 2, version)
            return replace(sheet, cells={**sheet.cells, (row, 2): cell})

        names = names_of(read_workbook(change(book, HIDDEN_SHEET, set_version)))
        assert [n for n in names if n.endswith("-format")] == ([name] if name else [])


def test_hidden_rows_and_sheets_are_read_and_said(book: Workbook) -> None:
    hidden = change(book, "Mijlpalenplan", lambda s: replace(s, hidden_rows={*s.hidden_rows, 10, 11, 12}))
    hidden = change(hidden, "Voortgang", lambda s: replace(s, hidden=True))
    plan = read_workbook(hidden)
    assert comparable(plan) == comparable(PLAN)
    facts = [(r.values["what"], r.values["count"]) for r in plan.remarks if r.name == "hidden-data"]
    assert facts == [("rows", 3), ("sheet", 1)]


def test_a_copy_of_the_plan_counts_when_its_name_says_so(book: Workbook) -> None:
    (plan,) = (sheet for sheet in book.sheets if sheet.name == "Mijlpalenplan")
    for name, times in (("Mijlpalenplan (2)", 1), ("Mijlpalenplan zuid", 2)):
        copy = replace(plan, name=name, cells={at: c._replace(sheet=name) for at, c in plan.cells.items()})
        both = read_workbook(replace(book, sheets=(*book.sheets, copy)))
        assert len(both.milestones) == times * len(PLAN.milestones)
        assert "sheet-renamed" not in names_of(both)


def test_what_a_fresh_workbook_would_lose(book: Workbook) -> None:
    assert not left_behind(book, read_workbook(book))
    own = Sheet("Begroting", cells={(1, 1): Cell("Begroting", 1, 1, 5)})
    empty = Sheet("Blad1")
    noted = change(book, "Mijlpalenplan", lambda s: replace(s, notes={(9, 3): "let op"}))
    more = replace(noted, sheets=(*noted.sheets, own, empty))
    assert left_behind(more, read_workbook(more)) == (("Begroting",), 1)


def test_no_plan_says_what_was_found() -> None:
    with pytest.raises(Unreadable) as caught:
        read_workbook(
            workbook("""
            ### Begroting
            | Post | Bedrag | Knelpunten |
            | huur | 12     |            |

            ### Adressen
            | Naam | Plaats |
        """)
        )
    assert caught.value.code == "M006"
    assert caught.value.values == {
        "sheets": ("Begroting", "Adressen"),
        "headers": ("Post", "Bedrag", "Knelpunten"),
        "nearest": "Begroting",
    }


def test_an_empty_workbook() -> None:
    with pytest.raises(Unreadable) as caught:
        read_workbook(Workbook((Sheet("Blad1"),), {}, {}))
    assert caught.value.values["headers"] == ()


def test_lists_and_colours_lost_by_another_program(book: Workbook) -> None:
    def strip(sheet: Sheet) -> Sheet:
        return replace(sheet, validations=0)

    assert "lost-by-other-program" not in names_of(read_workbook(book))
    (remark,) = (
        r
        for r in read_workbook(change(book, "Voortgang", strip)).remarks
        if r.name == "lost-by-other-program"
    )
    assert remark.values["lists"] == book.sheets[2].validations > 0
    assert remark.values["colours"] == 0


@pytest.mark.parametrize("scale", Scale)
def test_a_plan_for_one_year_has_its_periods(scale: Scale) -> None:
    blank = read(workbook_bytes(Plan(about=About(scale=scale), years=(2025, 2025))))
    assert (blank.years, blank.about.scale) == ((2025, 2025), scale) or scale is Scale.SCHOOLYEAR
    assert blank.milestones == ()
