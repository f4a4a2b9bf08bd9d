"""What compare shows: text at every width, JSON, a page and a workbook; nothing hostile gets through."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import Browser

from mijlpalen_xlsx.comparison import Comparison, compare
from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import General, Milestone
from mijlpalen_xlsx.outputs.compared import trend_picture
from mijlpalen_xlsx.outputs.lines import width
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.to_compare_html import compare_to_html
from mijlpalen_xlsx.outputs.to_compare_json import compare_to_data, compare_to_json
from mijlpalen_xlsx.outputs.to_compare_text import compare_to_text
from mijlpalen_xlsx.outputs.to_compare_xlsx import compare_to_xlsx
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.words import Lang
from samples.three_versions import three_versions
from tests.browser import fits, violations

LANGUAGES: tuple[Lang, ...] = ("nl", "en")
HOSTILE = '=HYPERLINK("x")\x1b[31m<script>alert(1)</script> \u202e & bel j.voorbeeld@example.org'


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    versions = three_versions()
    return compare([read(data) for data in versions.values()], list(versions))


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    def version(month: int, title: str) -> Plan:
        day = When.day(date(2027, month, 1))
        general = General(reference_date=date(2026, month, 1), region=HOSTILE)
        return Plan(general=general, milestones=(Milestone(number="1.1", title=title, due=day),))

    return compare([version(1, HOSTILE), version(2, f"{HOSTILE} b"), version(3, HOSTILE)], [HOSTILE] * 3)


@pytest.mark.parametrize("columns", [24, 40, 60, 80, 120, 400])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_of_text_is_wider_than_the_screen(comparison: Comparison, columns: int, lang: Lang) -> None:
    shown = compare_to_text(comparison, Screen(lang, columns))
    assert all(width(line) <= max(columns, 24) for line in shown.splitlines())
    assert "None" not in shown
    assert "{" not in shown


def test_text_says_what_happened(comparison: Comparison) -> None:
    shown = compare_to_text(comparison, Screen("nl", 120))
    for said in (
        "gereed op 10 jul 2026, 9 dagen later dan gepland",
        "13 weken (89 dagen) later: van 1 feb 2027 naar 1 mei 2027",
        "7 weken (47 dagen) eerder: van 1 jun 2027 naar 15 apr 2027",
        "nummer was 1.3",
        "nieuw, gepland: 1 dec 2026",
        "vervallen; was gepland: Q4 2027",
        "staat niet meer in het plan; was gepland: 1 sep 2027",
        "Stoplicht: Oranje → Rood",
        "Overleg met uw regio-ondersteuner. M802",
        "Overleg met uw regio-ondersteuner. M803",
        "Van 5 mijlpalen bleef de datum gelijk.",
    ):
        assert said in shown, said


def test_colours_do_not_change_the_text(comparison: Comparison) -> None:
    import re

    plain = compare_to_text(comparison, Screen("nl", 80))
    assert re.sub(r"\x1b\[[0-9;]*m", "", compare_to_text(comparison, Screen("nl", 80, colour=True))) == plain


def test_two_equal_versions_say_so_and_show_no_trend() -> None:
    plan = Plan(milestones=(Milestone(number="1.1", title="Het techlab is open"),))
    shown = compare_to_text(compare([plan, plan], ["a.xlsx", "b.xlsx"]), Screen())
    assert "Er is niets veranderd." in shown
    assert "want a.xlsx heeft geen" in shown
    assert "Verloop" not in shown


def test_json_has_both_values_and_the_trend(comparison: Comparison) -> None:
    data: dict[str, Any] = json.loads(compare_to_json(comparison))
    assert data == compare_to_data(comparison)
    assert data["schema"] == "mijlpalen-xlsx/compare/1"
    late = next(m for m in data["steps"][1]["milestones"] if m["number"] == "2.3")
    assert (late["what"], late["days"], late["baseline_changed"]) == ("later", 89, False)
    assert late["differs"]["expected"]["before"]["first"] == "2027-02-01"
    assert late["differs"]["expected"]["after"]["first"] == "2027-05-01"
    assert data["trend"]["report_dates"] == ["2026-03-01", "2026-10-01", "2027-03-01"]
    opened = next(m for m in data["trend"]["milestones"] if m["number"] == "2.4")
    assert [e["date"] for e in opened["expected"]] == ["2027-02-07", "2027-03-31", "2027-09-30"]
    assert opened["days"] == 235
    codes = [[finding["code"] for finding in step["findings"]] for step in data["steps"]]
    assert codes == [[], ["M804", "M802", "M803"]]


def test_cells_in_json_hold_the_text_of_the_row(comparison: Comparison) -> None:
    files = three_versions()
    for step in compare_to_data(comparison)["steps"]:
        for side, file in (("before", step["from"]), ("after", step["to"])):
            book = openpyxl.load_workbook(io.BytesIO(files[file]))
            for change in step["milestones"]:
                if change["cells"][side]:
                    sheet, _, cell = change["cells"][side].partition("!")
                    held = str(book[sheet][cell].value)
                    assert held == change["title"] or change["differs"]["title"][side] == held


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_holds_every_phrase_and_is_the_same_each_time(comparison: Comparison, lang: Lang) -> None:
    page = compare_to_html(comparison, lang)
    assert page == compare_to_html(comparison, lang)
    assert f'<html lang="{lang}">' in page
    assert page.count("<svg") == 1
    assert page.count("<h1") == 1
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_the_page_fits(
    comparison: Comparison, scheme: Any, browser: Browser, need_package: Callable[[str], Path]
) -> None:
    for columns in (390, 1200):
        shown = browser.new_page(color_scheme=scheme, viewport={"width": columns, "height": 800})
        shown.set_content(compare_to_html(comparison))
        assert fits(shown)
        assert violations(shown, need_package("axe-core")) == []
        shown.close()


def test_workbook_has_a_row_per_value_and_real_dates(comparison: Comparison) -> None:
    data = compare_to_xlsx(comparison)
    assert data == compare_to_xlsx(comparison)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Overzicht", "Wijzigingen", "Trend"]
    rows = list(book["Wijzigingen"].iter_rows(min_row=4, values_only=True))
    moved = next(row for row in rows if row[3] == "2.3" and row[8] == 89)
    assert moved[5:8] == ("Gereed (verwacht)", "1 feb 2027", "1 mei 2027")
    assert moved[9:] == (13, "Mijlpalenplan!F19")
    trend = {row[0]: row[2:6] for row in book["Trend"].iter_rows(min_row=4, values_only=True)}
    assert trend["2.4"] == (datetime(2027, 2, 7), datetime(2027, 3, 31), datetime(2027, 9, 30), 235)


def test_nothing_hostile_gets_through(hostile: Comparison) -> None:
    shown, page = compare_to_text(hostile, Screen()), compare_to_html(hostile)
    assert "\x1b" not in shown + page
    assert "\u202e" not in shown + page
    assert "<script" not in page
    book = openpyxl.load_workbook(io.BytesIO(compare_to_xlsx(hostile)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if cell.hyperlink]
    for whole in (shown, page, str([cell.value for cell in cells])):
        assert "1.1" in whole


def test_personal_data_in_a_title_is_not_repeated(hostile: Comparison) -> None:
    named = dataclasses.replace(hostile, versions=hostile.versions)
    picture = trend_picture(named, "nl") or ""
    assert "example.org" not in picture
    assert "<script" not in picture
    ElementTree.fromstring(picture)
