"""Two hundred workbooks of eighty regions: the tables equal what is counted in the JSON behind them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mijlpalen_xlsx.many import Cache, find, processes
from mijlpalen_xlsx.outputs.to_summary_json import summary_to_data, summary_to_json
from mijlpalen_xlsx.outputs.to_summary_xlsx import summary_to_xlsx
from mijlpalen_xlsx.summary import Gatherer, Summary, gather
from mijlpalen_xlsx.summary.reading import FactsReader, made_with
from tests.summary.country import LIGHTS, STATUSES, Country, count, due_year, parties

REGIONS, WITH_OLDER = 80, 57
TABLES = ("subproject", "objective", "year", "party", "party+year", "light", "region")
NUMBERS = ("milestones", *STATUSES, "activities", *LIGHTS, "no_light")


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Country:
    return Country(tmp_path_factory.mktemp("land"), REGIONS, WITH_OLDER)


@pytest.fixture(scope="module")
def summary(country: Country) -> Summary:
    return summed(country)


def summed(country: Country, workers: Any = None, cache: Any = None) -> Summary:
    return gather(
        find([str(country.home)]), FactsReader(cache=cache), Gatherer(TABLES, keep_lines=True), workers
    )


def test_every_file_counts_or_is_named(country: Country, summary: Summary) -> None:
    assert country.files == 200
    assert summary.workbooks == REGIONS
    assert Counter(s.code for s in summary.skipped) == {"M003": 3, "M005": 1}
    assert len(summary.older) == 2 * WITH_OLDER
    assert {Path(o.newer).name for o in summary.older} == {"plan versie 3.xlsx"}
    assert {Path(d.file).name for d in summary.doubles} == {"zz kopie 1.xlsx", "zz kopie 2.xlsx"}
    assert {d.finding.code for d in summary.doubles} == {"M801"}
    left_out = [s.file for s in summary.skipped]
    left_out += [o.file for o in summary.older] + [d.file for d in summary.doubles]
    named = left_out + [s.file for s in summary.sources]
    assert len(named) == len(set(named)) == country.files


@pytest.mark.parametrize("table", TABLES)
def test_numbers_equal_those_in_the_json(country: Country, summary: Summary, table: str) -> None:
    def keys(plan: Any, milestone: Any, row: Any) -> list[Any]:
        band = milestone["subproject"] if milestone else None
        titles = {b["number"]: b["title"] for b in plan["subprojects"]}
        naming = [a for a in plan["activities"] if milestone and milestone["number"] in a["milestones"]]
        lights = [a["light"] for a in naming if a["light"]]
        own = row if "objective" in row else None
        year = due_year(milestone) if milestone else str(max(row["years"]))
        of: dict[str, list[Any]] = {
            "region": [(plan["region"],)],
            "subproject": [(plan["region"], band, titles.get(band))],
            "objective": [
                (plan["region"], own["objective"] if own else next((a["objective"] for a in naming), None))
            ],
            "year": [(year,)],
            "party": [(plan["region"], party) for party in parties(milestone)],
            "light": [(own["light"] if own else max(lights, key=LIGHTS.index, default=None),)],
        }
        of["party+year"] = [(*party, *of["year"][0]) for party in of["party"]]
        return of[table]

    expected = count(country.newest, keys)
    rows = {tuple(row.keys.values()): row.to_data() for row in summary.tables[table]}
    assert rows.keys() == expected.keys()
    for key, counts in expected.items():
        assert {n: rows[key][n] for n in NUMBERS} == {n: counts[n] for n in NUMBERS}, key
        assert (rows[key]["effort"] or 0) == counts["effort"], key


def test_twenty_numbers_lead_back_to_cells(country: Country, summary: Summary) -> None:
    detail = summary_to_data(summary, detail=True)["detail"]
    late = [row for row in detail if row["row"] == "milestone" and row["status"] == "late"][:20]
    assert len(late) == 20
    import openpyxl

    for row in late:
        book = openpyxl.load_workbook(row["file"])
        sheet, _, cell = row["cells"]["title"].rpartition("!")
        assert book[sheet.strip("'")][cell].value == row["title"]
        book.close()


def test_any_way_of_reading_gives_the_same(country: Country, summary: Summary, tmp_path: Path) -> None:
    wanted = summary_to_json(summary, detail=True)
    cache = Cache(str(tmp_path), made_with("1", None, None))
    cache.prepare()
    assert summary_to_json(summed(country, processes(2), cache), detail=True) == wanted
    assert summary_to_json(summed(country, None, cache), detail=True) == wanted  # all from what was kept
    assert json.loads(wanted)["workbooks"] == REGIONS


def test_the_workbook_is_the_same_byte_for_byte(summary: Summary) -> None:
    assert summary_to_xlsx(summary) == summary_to_xlsx(summary)
