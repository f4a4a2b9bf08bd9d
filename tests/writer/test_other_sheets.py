"""The sheets beside the plan: right numbers, right places, on their pages, and readable in both languages."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.dates import When, parse
from mijlpalen_xlsx.format import (
    Activity,
    General,
    LogEntry,
    Milestone,
    Party,
    Subproject,
    TrendEntry,
    columns,
)
from mijlpalen_xlsx.i18n import catalogue
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.schedule import slip_weeks, status
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light, RowKind, Stage, Status
from mijlpalen_xlsx.words import Lang, normal
from mijlpalen_xlsx.writer import book as book_module
from mijlpalen_xlsx.writer import workbook_bytes
from mijlpalen_xlsx.writer.guide_sheet import DATE_PHRASES
from mijlpalen_xlsx.writer.ranks import plan_rank, progress_rank
from tests.writer.made import full_plan, random_plan

TODAY = date(2026, 9, 1)
OTHERS = {
    "nl": ("Uitleg", "Dashboard", "Trend", "Logboek", "Instellingen"),
    "en": ("Guide", "Dashboard", "Trend", "Log", "Settings"),
}


def halfway(bands: int = 4, lang: Lang = "nl", layout: str = "full") -> Plan:
    """A plan of several deelprojecten of which some milestones are done, late, slipping or still to come."""
    milestones = tuple(
        Milestone(
            kind=RowKind.DECISION if at % 5 == 4 else RowKind.MILESTONE,
            number=f"{band}.{at}",
            title=f"Resultaat {band}.{at} is vastgesteld",
            start=When.day(date(2025, 1, 1) + timedelta(days=97 * at)),
            due=When.day(date(2026, 1, 1) + timedelta(days=83 * at)) if at < 6 else None,
            expected=When.day(date(2026, 11, 1) + timedelta(days=40 * band)) if at == 3 else None,
            actual=When.day(date(2026, 2, 1)) if at == 0 else None,
            party=("School A", "roc", "*", None)[(at + band) % 4],
            cancelled=at == 6,
            subproject=str(band),
        )
        for band in range(1, bands + 1)
        for at in range(7)
    )
    lights = (Light.GREEN, Light.ORANGE, Light.RED, None)
    activities = tuple(
        Activity(
            number=str(at),
            description=f"Activiteit {at}",
            light=lights[at % 4],
            stage=(Stage.IN_PROGRESS, Stage.DONE)[at % 3 == 0],
            bottlenecks="Er is geen lokaal" if at % 2 else None,
        )
        for at in range(20)
    )
    return Plan(
        about=About(language=lang, layout=layout),
        general=General(region="Regio & Co", scheme="sto-2025-2028", reference_date=TODAY),
        report_dates=(date(2026, 3, 1),),
        parties=(Party(name="School A"), Party(name="Het ROC", short="ROC"), Party(name="*")),
        subprojects=tuple(Subproject(number=str(n), title=f"Deelproject {n}") for n in range(1, bands + 1)),
        milestones=milestones,
        activities=activities,
        trend=(
            TrendEntry(number="1.3", expected=_moves((2026, 3), (2026, 9), (2027, 1))),
            TrendEntry(number="1.3?", expected=_moves((2026, 4), (2026, 2))),
        ),
        log=(LogEntry(date=When.day(TODAY), number="=1", light=Light.RED, explanation="=twee\nregels"),),
    )


def _moves(*months: tuple[int, int]) -> tuple[tuple[date, When], ...]:
    return tuple(
        (date(2026, 3 * at + 1, 1), When.day(date(year, month, 1))) for at, (year, month) in enumerate(months)
    )


@cache
def stored(plan_name: str) -> Any:
    """The workbook of a plan below, with the values that we stored."""
    return openpyxl.load_workbook(BytesIO(workbook_bytes(PLANS[plan_name])), data_only=True)


@cache
def formulas(plan_name: str) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook_bytes(PLANS[plan_name])))


PLANS = {
    "halfway": halfway(),
    "english": halfway(lang="en"),
    "many": halfway(bands=19),
    "sixteen": halfway(bands=16),
    "loose": dataclasses.replace(
        halfway(), milestones=(Milestone(number="0.1", title="Los"), *halfway().milestones)
    ),
    "only loose": Plan(milestones=(Milestone(title="Los"), Milestone(title="Ook los"))),
    "no date": dataclasses.replace(halfway(), general=General()),
    "sixty parties": dataclasses.replace(
        halfway(), parties=tuple(Party(name=f"Partij {n}", short=f"P{n}") for n in range(60))
    ),
    "random": random_plan(11),
    "full": full_plan(),
    "blank": Plan(general=General(scheme="sto-2025-2028")),
    "simple": halfway(layout="simple"),
}


def cells_of(sheet: Any) -> dict[str, Any]:
    filled = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return {cell.coordinate: cell.value for cell in filled}


def beside(sheet: Any, text: str, offset: int, row_from: int = 1) -> Any:
    """The value ``offset`` columns right of the first cell that holds a text, from a row on."""
    for row in sheet.iter_rows(min_row=row_from):
        for cell in row:
            if cell.value == text:
                return sheet.cell(cell.row, cell.column + offset).value
    raise AssertionError(f"{text!r} does not stand on {sheet.title}")


def row_with(sheet: Any, text: str) -> int:
    return next(at for at, row in enumerate(sheet.iter_rows(values_only=True), 1) if text in row)


# The dashboard


def counted(plan: Plan) -> Counter[Status]:
    assert plan.reference_date
    return Counter(status(milestone, plan.reference_date) for milestone in plan.milestones)


@pytest.mark.parametrize("name", ["halfway", "english", "many", "loose", "random", "full"])
def test_tiles_count_the_milestones(name: str) -> None:
    plan, sheet = PLANS[name], stored(name)["Dashboard"]
    by_status, lang = counted(plan), plan.about.language
    tiles = [sheet.cell(5, column).value for column in (2, 5, 8, 12, 15, 18)]
    shown = (Status.DONE, Status.ON_SCHEDULE, Status.SLIPPING, Status.LATE, Status.NOT_STARTED)
    assert tiles == [len(plan.milestones), *(by_status[one] for one in shown)]
    names = [sheet.cell(4, column).value for column in (5, 8, 12, 15, 18)]
    assert names == [STATUSES.show(one, lang) for one in shown]


@pytest.mark.parametrize("name", ["halfway", "many", "sixteen", "loose", "random"])
def test_the_table_of_deelprojecten_has_every_milestone_once(name: str) -> None:
    plan, sheet = PLANS[name], stored(name)["Dashboard"]
    first, after = row_with(sheet, "Deelproject") + 1, row_with(sheet, "In beeld") + 30
    rows = [row for row in range(first, after) if isinstance(sheet.cell(row, 22).value, int)]
    rows = [row for row in rows if row < row_with(sheet, "Aantal")]
    assert sum(sheet.cell(row, 5).value for row in rows) == len(plan.milestones)
    for column, one in enumerate((Status.DONE, Status.ON_SCHEDULE, Status.SLIPPING, Status.LATE), 6):
        assert sum(sheet.cell(row, column).value for row in rows) == counted(plan)[one]


@pytest.mark.parametrize(
    ("name", "last"), [("many", "en nog 4 deelprojecten"), ("sixteen", "16: Deelproject 16")]
)
def test_more_deelprojecten_than_fit_are_one_line(name: str, last: str) -> None:
    sheet = stored(name)["Dashboard"]
    first = row_with(sheet, "Deelproject") + 1
    assert [sheet.cell(first + at, 2).value for at in (0, 14, 15)] == [
        "1: Deelproject 1", "15: Deelproject 15", last,
    ]  # fmt: skip


def test_lights_stages_and_the_rest_make_all_activities() -> None:
    plan, sheet = PLANS["halfway"], stored("halfway")["Dashboard"]
    top = row_with(sheet, "Stoplicht")
    numbers = [sheet.cell(top + at, 4).value for at in range(1, 6)]
    lights = Counter(activity.light for activity in plan.activities)
    wanted = [lights[one] for one in (Light.GREEN, Light.ORANGE, Light.RED, None)]
    assert numbers == [*wanted, len(plan.activities)]
    assert [sheet.cell(top + at, 10).value for at in range(1, 7)] == [0, 13, 7, 0, 0, 0]
    assert sheet.cell(top + 1, 5).value == "25% ███"


def test_years_count_what_was_planned_and_what_was_done() -> None:
    plan, sheet = PLANS["halfway"], stored("halfway")["Dashboard"]
    top = row_with(sheet, "Jaar")
    for row, year in enumerate(range(2025, 2029), top + 1):
        due = [m for m in plan.milestones if m.due and m.due.last and m.due.last.year == year]
        done = [m for m in plan.milestones if m.actual and m.actual.last and m.actual.last.year == year]
        assert [sheet.cell(row, column).value for column in (12, 13, 14)] == [year, len(due), len(done)]


def test_parties_lead_by_either_name_whatever_its_signs() -> None:
    """``*`` is a name like any other, and roc is the ROC; what fits nobody is counted apart."""
    plan, sheet = PLANS["halfway"], stored("halfway")["Dashboard"]
    top = row_with(sheet, "Partij")
    found = {sheet.cell(row, 2).value: sheet.cell(row, 5).value for row in range(top + 1, top + 9)}
    leads = Counter(milestone.party for milestone in plan.milestones)
    assert found["School A"] == leads["School A"]
    assert found["Het ROC"] == leads["roc"]
    assert found["*"] == leads["*"]
    assert found["nog geen trekker"] == leads[None]
    assert found["andere partijen"] == 0


def test_parties_that_do_not_stand_in_the_list_are_counted_too() -> None:
    plan, sheet = PLANS["sixty parties"], stored("sixty parties")["Dashboard"]
    assert beside(sheet, "andere partijen", 3) == sum(m.party is not None for m in plan.milestones)


def test_largest_slips_come_first_and_only_of_what_is_open() -> None:
    plan, sheet = PLANS["halfway"], stored("halfway")["Dashboard"]
    still_open = [m for m in plan.milestones if not m.actual and not m.cancelled]
    weeks = sorted((slip_weeks(m, TODAY) or 0 for m in still_open), reverse=True)
    top = row_with(sheet, "Weken")
    shown = [sheet.cell(row, 20).value for row in range(top + 1, top + 9)]
    assert shown == weeks[:8]
    numbers = [sheet.cell(row, 12).value for row in range(top + 1, top + 9)]
    by_number = {m.number: slip_weeks(m, TODAY) for m in plan.milestones}
    assert [by_number[number] for number in numbers] == shown


def test_bottlenecks_are_red_first_and_say_what_is_missing() -> None:
    plan, sheet = PLANS["halfway"], stored("halfway")["Dashboard"]
    busy = [a for a in plan.activities if a.stage is not Stage.DONE and a.light in (Light.RED, Light.ORANGE)]
    title = next(v for v in cells_of(sheet).values() if str(v).startswith("Knelpunten nu"))
    assert title.endswith(f"({len(busy)})")
    top = row_with(sheet, title) + 1
    rows = range(top + 1, top + 5)
    lights = [sheet.cell(row, 2).value for row in rows]
    reds = sum(a.light is Light.RED for a in busy)
    assert lights == (["Rood"] * reds + ["Oranje"] * len(busy))[:4]
    assert {sheet.cell(row, 16).value for row in rows} <= {None, "– nog geen maatregel"}
    assert any("nog geen maatregel" in str(v) for v in cells_of(sheet).values())


def test_dashboard_is_protected_without_a_password_and_one_page() -> None:
    sheet = formulas("many")["Dashboard"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert {sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight} <= {None, 1}  # nothing said is 1
    assert sheet.page_setup.orientation == "landscape"
    assert len(sheet._charts) == 2


@pytest.mark.parametrize("name", ["no date", "blank", "only loose"])
def test_without_a_reference_date_the_sheets_ask_for_it(name: str) -> None:
    book = stored(name)
    assert str(book["Dashboard"]["B2"].value).startswith("▲ Vul de peildatum in")
    assert any("▲ Vul de peildatum in" in str(v) for v in cells_of(book["Instellingen"]).values())


# Formulas, names and rules


NEW_FUNCTIONS = re.compile(r"\b(FILTER|XLOOKUP|LET|AGGREGATE|TODAY|NOW|OFFSET|INDIRECT|SORT|UNIQUE|TEXT)\(")


@pytest.mark.parametrize("name", ["halfway", "english", "many", "random"])
def test_only_functions_that_old_programs_know(name: str) -> None:
    book = formulas(name)
    for title in OTHERS[PLANS[name].about.language]:
        for cell, value in cells_of(book[title]).items():
            if isinstance(value, str) and value.startswith("="):
                assert not NEW_FUNCTIONS.search(re.sub(r'"[^"]*"', '""', value)), (title, cell)
                assert len(value) < 8000


@pytest.mark.parametrize("name", ["halfway", "english", "blank"])
def test_rules_are_formulas_within_their_sheet(name: str) -> None:
    book = formulas(name)
    for title in OTHERS[PLANS[name].about.language]:
        for rules in book[title].conditional_formatting:
            for rule in rules.rules:
                assert rule.type == "expression"
                assert not rule.stopIfTrue
                assert not any("!" in formula for formula in rule.formula)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_names_point_at_what_they_name(lang: Lang) -> None:
    name = "halfway" if lang == "nl" else "english"
    book, names = stored(name), formulas(name).defined_names

    def values(key: str) -> list[Any]:
        title, cells = next(iter(names[key].destinations))
        block = book[title][cells]
        return [cell.value for row in block for cell in row] if isinstance(block, tuple) else [block.value]

    assert values("mp_regio") == ["Regio & Co"]
    assert values("mp_regeling") == ["sto-2025-2028"]
    assert values("mp_peildatum")[0].date() == TODAY
    assert values("mp_partijen")[:4] == ["School A", "Het ROC", "*", None]
    assert values("mp_stoplicht") == [term.word.get(lang) for term in LIGHTS]
    assert values("mp_rollen") == ["V", "E", "R", "I"]
    assert values("mp_soorten") == ["D", "M", "G"]
    assert len(values("mp_fasen")) == len(Stage)
    assert values("mp_trend")[0] == next(c.header.get(lang) for c in columns(TrendEntry))
    assert values("mp_logboek")[0] == next(c.header.get(lang) for c in columns(LogEntry))


def test_simple_layout_has_no_names_of_sheets_that_are_not_there() -> None:
    names = set(formulas("simple").defined_names)
    assert "mp_peildatum" in names
    assert not {"mp_trend", "mp_logboek"} & names


# What people wrote comes back


@pytest.mark.parametrize("name", ["halfway", "english", "many", "sixty parties"])
def test_settings_trend_and_log_are_read_back(name: str) -> None:
    plan, found = PLANS[name], read(workbook_bytes(PLANS[name]))
    for part in ("general", "report_dates", "parties", "trend", "log"):
        assert getattr(found, part) == getattr(plan, part), part
    assert found.remarks == ()


def test_texts_of_people_stay_texts() -> None:
    sheet = formulas("halfway")["Logboek"]
    texts = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert {cell.value for cell in texts if cell.data_type == "s"} == {"=1", "=twee\nregels"}
    assert [cell.coordinate for cell in texts if cell.data_type == "f"] == ["A1"]


def test_trend_finds_titles_and_says_when_there_is_none() -> None:
    sheet = stored("halfway")["Trend"]
    titles = [sheet.cell(row, 3).value for row in (7, 8, 9)]
    assert titles == ["Resultaat 1.3 is vastgesteld", "dit nummer staat niet in het mijlpalenplan", None]


def test_trend_keeps_two_estimates_for_one_day() -> None:
    twice = (date(2026, 3, 1), When.day(TODAY)), (date(2026, 3, 1), When.day(date(2027, 1, 1)))
    plan = Plan(trend=(TrendEntry(number="1", expected=twice),))
    assert read(workbook_bytes(plan)).trend == plan.trend


# Pages, pictures and languages


@pytest.mark.parametrize("name", ["halfway", "english", "blank"])
def test_pages_are_a4_with_a_footer_that_counts(name: str) -> None:
    book, lang = formulas(name), PLANS[name].about.language
    for title in OTHERS[lang]:
        sheet = book[title]
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_area
        assert "&P" in sheet.oddFooter.right.text
        assert sheet.oddFooter.center.text.endswith(title)
        guide = title == OTHERS[lang][0]
        assert sheet.page_setup.orientation == ("portrait" if guide else "landscape")
        assert guide or sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("name", ["halfway", "blank"])
def test_charts_have_words_for_who_cannot_see_them(name: str) -> None:
    import zipfile

    with zipfile.ZipFile(BytesIO(workbook_bytes(PLANS[name]))) as file:
        drawings = [file.read(part).decode() for part in file.namelist() if "drawings/drawing" in part]
    described = [found for text in drawings for found in re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', text)]
    assert len(described) == 3
    assert all(len(words) > 40 for words in described)


def test_english_leaves_no_sentence_in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def listen(nl: str, lang: Lang) -> str:
        said.append(nl)
        return nl

    monkeypatch.setattr(book_module, "translate", listen)
    for plan in (halfway(lang="en", layout="full"), Plan(about=About(language="en"))):
        workbook_bytes(plan)
    assert len(said) > 100
    assert {sentence for sentence in said if sentence not in catalogue()} == set()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_guide_promises_only_dates_that_are_read(lang: Lang) -> None:
    for phrase in DATE_PHRASES:
        assert parse(phrase.get(lang)).when is not None, phrase


@pytest.mark.parametrize("name", ["halfway", "english"])
def test_guide_has_no_heads_of_a_plan(name: str) -> None:
    """A reader that only knows headers must not take the example for a plan."""
    sheet = formulas(name)[OTHERS[PLANS[name].about.language][0]]
    heads = {normal(word) for record in (Milestone, Activity) for c in columns(record) for word in c.words()}
    for row in sheet.iter_rows():
        words = [normal(cell.value) for cell in row if isinstance(cell.value, str)]
        assert sum(word in heads for word in words) < 2, words


def test_guide_leads_to_every_sheet_it_names() -> None:
    for name in ("halfway", "simple"):
        book = formulas(name)
        links = [cell.hyperlink for row in book["Uitleg"].iter_rows() for cell in row if cell.hyperlink]
        targets = {link.location.split("!")[0].strip("'") for link in links}
        assert len(targets) == (5 if name == "halfway" else 3)
        assert targets <= set(book.sheetnames)


# Ranks


@given(st.lists(st.tuples(st.sampled_from(Status), st.integers(0, 300)), max_size=50))
def test_plan_ranks_are_unique_and_in_order_of_slip(rows: list[tuple[Status, int]]) -> None:
    ranks = [plan_rank(one, slip, row) for row, (one, slip) in enumerate(rows, 8)]
    numbers = [rank for rank in ranks if isinstance(rank, float)]
    assert len(set(numbers)) == len(numbers)
    order = sorted(range(len(rows)), key=lambda at: -ranks[at] if isinstance(ranks[at], float) else 0.0)  # type: ignore[operator]  # only floats
    slips = [rows[at][1] for at in order if isinstance(ranks[at], float)]
    assert slips == sorted(slips, reverse=True)
    assert len(slips) == sum(slip > 0 and one not in (Status.DONE, Status.CANCELLED) for one, slip in rows)


def test_progress_ranks_take_any_case_and_leave_out_what_is_over() -> None:
    assert progress_rank("ROOD", "", 6, "nl") > progress_rank("oranje", "Loopt", 7, "nl")  # type: ignore[operator]  # both are numbers
    assert progress_rank("Rood", "Gereed", 6, "nl") == ""
    assert progress_rank("Groen", "", 6, "nl") == ""
    assert progress_rank("rood, bijna klaar", "", 6, "nl") == ""
    assert progress_rank("Red", "", 6, "en") == 2 - 7 / 10_000_000


# In LibreOffice


ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""


@pytest.fixture(scope="module")
def convert(
    need_program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[dict[str, bytes], str], dict[str, Path]]:
    """A function that has LibreOffice work workbooks out anew and save them as .xlsx or .pdf."""
    program, folder = need_program("soffice"), tmp_path_factory.mktemp("others")
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(ALWAYS, encoding="utf-8")

    def run(files: dict[str, bytes], kind: str) -> dict[str, Path]:
        for name, data in files.items():
            (folder / f"{name}.xlsx").write_bytes(data)
        subprocess.run(
            [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
             kind, "--outdir", str(folder / "out"), *(str(folder / f"{name}.xlsx") for name in files)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        return {name: folder / "out" / f"{name}.{kind}" for name in files}

    return run


def test_every_number_is_what_libreoffice_finds(
    convert: Callable[[dict[str, bytes], str], dict[str, Path]],
) -> None:
    names = [name for name in PLANS if name not in ("random", "full", "blank")]  # those have their own test
    found = convert({name: workbook_bytes(PLANS[name]) for name in names}, "xlsx")
    for name in names:
        theirs = openpyxl.load_workbook(found[name], data_only=True)
        for title in OTHERS[PLANS[name].about.language]:
            if title not in theirs:
                continue
            made = formulas(name)[title]
            for cell, formula in cells_of(made).items():
                if made[cell].data_type == "f":
                    ours, value = stored(name)[title][cell].value, theirs[title][cell].value
                    assert (value or "") == pytest.approx(ours or ""), (name, cell, formula)


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The workbook after a person changed something on the sheet of the plan."""
    book, target = openpyxl.load_workbook(BytesIO(data)), BytesIO()
    change(book["Mijlpalenplan"])
    book.save(target)
    return target.getvalue()


def test_dashboard_follows_rows_that_people_add_and_take_away(
    convert: Callable[[dict[str, bytes], str], dict[str, Path]],
) -> None:
    """A spare row made into a fifth deelproject, and a deelproject whose head was cleared."""
    data = workbook_bytes(PLANS["halfway"])
    heads = [row for row in range(9, 60) if formulas("halfway")["Mijlpalenplan"].cell(row, 1).value == "D"]

    def add(sheet: Any) -> None:
        spare = max(row for row in range(9, 60) if sheet.cell(row, 1).value == "M")
        sheet.cell(spare, 1).value, sheet.cell(spare, 2).value, sheet.cell(spare, 3).value = "D", "5", "Nieuw"

    def clear(sheet: Any) -> None:
        for column in range(1, 4):
            sheet.cell(heads[1], column).value = None

    files = convert({"added": changed(data, add), "cleared": changed(data, clear)}, "xlsx")
    added = openpyxl.load_workbook(files["added"], data_only=True)["Dashboard"]
    first = row_with(added, "Deelproject") + 1
    assert added.cell(first + 4, 2).value == "5: Nieuw"
    assert [added.cell(first + at, 5).value for at in range(5)] == [7, 7, 7, 7, 0]
    cleared = openpyxl.load_workbook(files["cleared"], data_only=True)["Dashboard"]
    assert [cleared.cell(first + at, 5).value or 0 for at in range(4)] == [14, 7, 7, 0]
    assert cleared["B5"].value == 28


def test_dashboard_trend_and_settings_take_one_page_each(
    convert: Callable[[dict[str, bytes], str], dict[str, Path]], need_program: Callable[[str], str]
) -> None:
    text_of = need_program("pdftotext")
    files = convert({"many": workbook_bytes(PLANS["many"]), "blank": workbook_bytes(PLANS["blank"])}, "pdf")
    for name, path in files.items():
        run = subprocess.run([text_of, "-layout", path, "-"], check=True, capture_output=True, text=True)
        footers = Counter(re.findall(r"(\S+) +Pagina \d+ van \d+", run.stdout))
        assert [footers[sheet] for sheet in OTHERS["nl"]] == [2, 1, 1, 1, 1], name
