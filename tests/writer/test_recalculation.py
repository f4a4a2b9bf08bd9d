"""LibreOffice works out every formula anew, and finds the values that we stored with them."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from mijlpalen_xlsx import schedule
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.schemes import scheme_named
from mijlpalen_xlsx.vocabulary import STATUSES, Status
from mijlpalen_xlsx.writer import workbook_bytes
from mijlpalen_xlsx.writer.layout import Layout
from tests.writer.made import full_plan, random_plan

WRONG = "12345.5"
# LibreOffice shows stored values unless its settings say otherwise; 0 is "always recalculate".
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""

PLANS = {
    "quarter": random_plan(1, rows=240),
    "month": random_plan(2, scale=Scale.MONTH, layout="simple"),
    "year-en": random_plan(3, scale=Scale.YEAR, lang="en"),
    "schoolyear": random_plan(4, scale=Scale.SCHOOLYEAR, layout="simple"),
    "no-date": random_plan(5, reference_date=None),
    "no-date-en": random_plan(6, reference_date=None, lang="en", layout="simple"),
    "full": full_plan(),
    "blank": Plan(),
    "blank-en": Plan(about=About(language="en")),
}

Key = tuple[str, str]
Values = dict[Key, object]


class Both(NamedTuple):
    """The formulas of a workbook with the values we stored and those LibreOffice worked out."""

    plan: Plan
    stored: Values
    found: Values


def spoiled(data: bytes) -> bytes:
    """The same workbook with a wrong value behind every formula: an old value cannot pass for a new one."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>" + WRONG.encode() + rb"</v>", part)
            copy.writestr(name, part)
    return target.getvalue()


def formulas_of(data: bytes) -> set[Key]:
    book = openpyxl.load_workbook(BytesIO(data))
    return {
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def values_of(source: BytesIO | Path, keys: set[Key]) -> Values:
    book = openpyxl.load_workbook(source, data_only=True)
    return {(sheet, cell): plain(book[sheet][cell].value) for sheet, cell in keys}


def plain(value: object) -> object:
    """A day as its number: LibreOffice gives a date format to a cell that had none."""
    return (value - datetime(1899, 12, 30)).days if isinstance(value, datetime) else value


@pytest.fixture(scope="module")
def recalculated(
    need_program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Both]:
    """All plans, written, spoiled and worked out anew in one go: starting LibreOffice is what takes time."""
    program = need_program("soffice")
    folder = tmp_path_factory.mktemp("recalculated")
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(ALWAYS, encoding="utf-8")
    written = {name: workbook_bytes(plan) for name, plan in PLANS.items()}
    for name, data in written.items():
        (folder / f"{name}.xlsx").write_bytes(spoiled(data))
    subprocess.run(
        [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
         "xlsx", "--outdir", str(folder / "out"), *(str(folder / f"{name}.xlsx") for name in written)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    both = {}
    for name, data in written.items():
        keys = formulas_of(data)
        found = values_of(folder / "out" / f"{name}.xlsx", keys)
        both[name] = Both(PLANS[name], values_of(BytesIO(data), keys), found)
    return both


def same(stored: object, found: object) -> bool:
    """Whether two values are one: nothing and the empty text are, and so are numbers but for rounding."""
    if isinstance(stored, (int, float)) and isinstance(found, (int, float)):
        return abs(stored - found) < 1e-9
    return (stored or "") == (found or "") if isinstance(stored, str) or stored is None else stored == found


@pytest.mark.parametrize("name", PLANS)
def test_every_stored_value_is_right(recalculated: dict[str, Both], name: str) -> None:
    _, stored, found = recalculated[name]
    assert len(stored) > 200
    different = {key: (stored[key], found[key]) for key in stored if not same(stored[key], found[key])}
    assert not different
    assert float(WRONG) not in found.values()


@pytest.mark.parametrize("name", PLANS)
def test_no_formula_gives_an_error(recalculated: dict[str, Both], name: str) -> None:
    errors = {
        key: value
        for key, value in recalculated[name].found.items()
        if isinstance(value, str) and value.startswith(("#", "Err:"))
    }
    assert not errors


def rows_of(plan: Plan) -> Iterator[tuple[int, Milestone]]:
    """Row from 1 and milestone, in the order of the sheet."""
    for block in Layout(plan, scheme_named(plan.scheme or "")).plan_grid.blocks:
        yield from enumerate(block.milestones, block.first_row + 1)


def is_empty(milestone: Milestone) -> bool:
    """Whether the row has nothing that the workbook counts: such a row has no status in it."""
    values = [getattr(milestone, key) for key in ("number", "title", "start", "due", "expected", "actual")]
    others = [milestone.party, milestone.responsibility, milestone.effort, milestone.cancelled]
    return not any((*values, *others, milestone.roles, milestone.depends_on, milestone.extra))


@pytest.mark.parametrize("name", ["quarter", "month", "year-en", "schoolyear", "full"])
def test_status_and_slip_are_those_of_the_schedule(recalculated: dict[str, Both], name: str) -> None:
    plan, _, found = recalculated[name]
    assert plan.reference_date is not None
    layout = Layout(plan, None)
    sheet = layout.sheet_name("plan")
    seen = set()
    for row, milestone in rows_of(plan):
        assert not is_empty(milestone)
        status = schedule.status(milestone, plan.reference_date)
        assert found[sheet, f"J{row}"] == STATUSES.show(status, layout.lang)
        assert found[sheet, f"K{row}"] == schedule.slip_weeks(milestone, plan.reference_date)
        seen.add(status)
    assert name == "full" or seen == set(Status)


@pytest.mark.parametrize("name", ["no-date", "no-date-en"])
def test_without_reference_date_only_what_needs_none_is_said(
    recalculated: dict[str, Both], name: str
) -> None:
    plan, _, found = recalculated[name]
    sheet = Layout(plan, None).sheet_name("plan")
    timeless = (Status.DONE, Status.CANCELLED, Status.SLIPPING, Status.NO_DATE)
    allowed = {STATUSES.show(status, plan.about.language) for status in timeless}
    shown = {found[sheet, f"J{row}"] for row, _ in rows_of(plan)}
    assert shown == allowed | {None}
    assert str(found[sheet, "D2"]).startswith(("vul de peildatum in", "fill in the reference date"))


def test_days_behind_words_are_found(recalculated: dict[str, Both]) -> None:
    """``eind 2026`` stands as text in the cell, and its day in the hidden column."""
    plan, _, found = recalculated["full"]
    row = next(row for row, milestone in rows_of(plan) if milestone.number == "1.2")
    values = {value for (sheet, cell), value in found.items() if cell.endswith(str(row))}
    serial = (date(2026, 12, 31) - date(1899, 12, 30)).days
    assert serial in values
