"""The outputs of a summary, read back by other programs: the same numbers, nothing missing or harmful."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from mijlpalen_xlsx.many import Source, find
from mijlpalen_xlsx.outputs import to_summary_parquet
from mijlpalen_xlsx.outputs.lines import width
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.to_summary_csv import summary_to_csv
from mijlpalen_xlsx.outputs.to_summary_html import summary_to_html
from mijlpalen_xlsx.outputs.to_summary_json import summary_to_json
from mijlpalen_xlsx.outputs.to_summary_parquet import NotOurs, write_parquet
from mijlpalen_xlsx.outputs.to_summary_text import summary_to_text
from mijlpalen_xlsx.outputs.to_summary_xlsx import TABLES, summary_to_xlsx
from mijlpalen_xlsx.plan import plan_from_data
from mijlpalen_xlsx.schema import SUMMARY, schema_of
from mijlpalen_xlsx.summary import ORDER, Gatherer, Summary, Unread, facts_of, gather
from mijlpalen_xlsx.summary.reading import FactsReader
from mijlpalen_xlsx.vocabulary import Light
from tests.summary.country import Country, make_plan

BY = (*TABLES, "objective", "party+year", "light")


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Country:
    return Country(tmp_path_factory.mktemp("landje"), 4, 1)


@pytest.fixture(scope="module")
def summary(country: Country) -> Summary:
    return gather(find([str(country.home)]), FactsReader(), Gatherer(BY, keep_lines=True))


def total(summary: Summary) -> Any:
    assert summary.total is not None
    return summary.total


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_text_fits_the_screen(summary: Summary, columns: int) -> None:
    for lang in ("nl", "en"):
        text = summary_to_text(summary, Screen(lang, columns), detail=True)
        assert [line for line in text.splitlines() if width(line) > columns] == []


def test_text_names_all_that_is_left_out(summary: Summary) -> None:
    text = " ".join(summary_to_text(summary, Screen("nl", 4000)).split())
    for name in ("kapot 0.xlsx", "kapot 2.xlsx", "oud.xls", "zz kopie 1.xlsx", "plan versie 1.xlsx"):
        assert name in text
    assert "verborgen" not in text
    assert "~$" not in text


def test_json_has_all_and_every_number_can_be_traced(summary: Summary) -> None:
    data = json.loads(summary_to_json(summary, detail=True))
    assert list(data) == ["schema", "workbooks", "skipped", "tables", "doubles", "older", "detail"]
    late = [row for row in data["detail"] if row.get("status") == "late"]
    assert len(late) == sum(row["late"] for row in data["tables"]["region"])
    assert all(row["file"] and row["cells"] for row in data["detail"])


def test_json_of_a_summary_fits_its_schema(summary: Summary) -> None:
    validator = jsonschema.Draft202012Validator(schema_of(SUMMARY))
    for detail in (False, True):
        validator.validate(json.loads(summary_to_json(summary, detail=detail)))


def test_csv_for_dutch_excel(summary: Summary) -> None:
    text = summary_to_csv(summary)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    for table in ("Per regio", "Per jaar"):
        assert sum(int(r["mijlpalen"]) for r in rows if r["tabel"] == table) == total(summary).milestones


def test_csv_with_every_row_is_harmless() -> None:
    data = make_plan("=cmd|' /C calc'!A0", 0, 1)
    data["milestones"][0]["title"] = "@SUM(1)\r\n+1"
    gatherer = Gatherer(keep_lines=True)
    gatherer.add(facts_of(plan_from_data(data), "f.xlsx"))
    rows = list(csv.reader(io.StringIO(summary_to_csv(gatherer.summary(), detail=True)[1:]), delimiter=";"))
    assert len(rows) == 1 + len(data["milestones"]) + len(data["activities"])
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_parquet_is_read_back_by_pandas(summary: Summary, tmp_path: Path) -> None:
    import pandas

    target = tmp_path / "land.parquet"
    for _ in range(2):  # the second time it takes the place of the first
        write_parquet(summary, str(target))
    assert sorted(path.name for path in target.iterdir()) == [f"region=Regio%200{n}" for n in range(1, 5)]
    frame = pandas.read_parquet(target)
    assert len(frame) == len(summary.to_lines())
    late = frame[frame["status"] == "late"].groupby("region", observed=True).size()
    expected = {r.keys["region"]: r.to_data()["late"] for r in summary.tables["region"]}
    assert {region: late.get(region, 0) for region in expected} == expected
    assert [path.name for path in tmp_path.iterdir()] == ["land.parquet"]


def test_parquet_is_read_back_by_duckdb_with_the_same_numbers(
    summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import duckdb

    monkeypatch.setattr(to_summary_parquet, "_AT_ONCE", 5)  # so that a region comes in several pieces
    write_parquet(summary, str(tmp_path / "land.parquet"))
    source = f"read_parquet('{tmp_path}/land.parquet/*/*.parquet', hive_partitioning = true)"
    statuses = ", ".join(f"count(*) filter (status = '{status}')" for status in ORDER)
    lights = ", ".join(f"count(*) filter (\"row\" = 'activity' and light = '{light}')" for light in Light)
    with duckdb.connect() as base:
        found = base.execute(
            f"select region, count(*) filter (\"row\" = 'milestone'), {statuses}, max(slip_weeks), "
            f"sum(effort), count(*) filter (\"row\" = 'activity'), {lights} "
            f"from {source} group by region order by region"
        ).fetchall()
        due = base.execute(f"select min(due), max(due), count(distinct file) from {source}").fetchone()
    told = json.loads(summary_to_json(summary))["tables"]["region"]
    columns = ["region", "milestones", *ORDER, "slip_weeks_max", "effort", "activities", *Light]
    assert found == sorted(tuple(row[column] for column in columns) for row in told)
    days = summary.to_lines()["due"].dropna()
    assert due == (days.min(), days.max(), summary.workbooks)


def test_parquet_of_regions_with_odd_names_or_none(tmp_path: Path) -> None:
    import duckdb
    import pandas

    names = ["Noord/Oost", "100% Zuid=West", "’s-Hertogenbosch", "..", None]
    gatherer = Gatherer(keep_lines=True, doubles=True)
    for n, name in enumerate(names):
        data = {**make_plan("Regio", 0, n), "region": name}
        gatherer.add(facts_of(plan_from_data(data), f"{n}.xlsx"))
    summary = gatherer.summary()
    write_parquet(summary, str(tmp_path / "land.parquet"))
    expected = [(f"{n}.xlsx", name or "zonder regio") for n, name in enumerate(names)]
    frame = pandas.read_parquet(tmp_path / "land.parquet").astype({"region": str})
    assert sorted({*zip(frame["file"], frame["region"], strict=True)}) == expected
    source = f"read_parquet('{tmp_path}/land.parquet/*/*.parquet', hive_partitioning = true)"
    with duckdb.connect() as base:
        found = base.execute(f"select distinct file, region from {source} order by file").fetchall()
    assert found == expected


def test_parquet_never_replaces_what_is_not_ours(summary: Summary, tmp_path: Path) -> None:
    (tmp_path / "map.parquet").mkdir()
    (tmp_path / "map.parquet" / "mijn.docx").touch()
    with pytest.raises(NotOurs):
        write_parquet(summary, str(tmp_path / "map.parquet"))
    assert (tmp_path / "map.parquet" / "mijn.docx").exists()


@pytest.fixture(scope="module")
def book(summary: Summary, country: Country) -> openpyxl.Workbook:
    return openpyxl.load_workbook(
        io.BytesIO(summary_to_xlsx(summary, "nl", str(country.home / "overzicht.xlsx")))
    )


def test_the_workbook_has_a_sheet_per_table_and_the_rest(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [
        "Overzicht", "Per deelproject", "Per regio", "Per jaar", "Per doelstelling", "Per partij en jaar",
        "Per stoplicht", "Knelpunten nu", "Alle regels", "Bronnen",
    ]  # fmt: skip
    assert len(book["Overzicht"]._charts) == 2  # type: ignore[attr-defined]  # openpyxl has no other way


def rows_of(book: openpyxl.Workbook, sheet: str) -> list[dict[str, Any]]:
    heads, *rows = list(book[sheet].iter_rows(min_row=4, values_only=True))
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def test_the_workbook_has_the_numbers_of_the_tables(book: openpyxl.Workbook, summary: Summary) -> None:
    rows = rows_of(book, "Per regio")
    for row, wanted in zip(rows, summary.tables["region"], strict=False):
        data = wanted.to_data()
        assert (row["Regio"], row["Mijlpalen"], row["■ te laat"], row["■ rood"]) == (
            data["region"], data["milestones"], data["late"], data["red"],
        )  # fmt: skip
    assert rows[-1]["Regio"] == "samen"
    assert rows[-1]["Mijlpalen"] == total(summary).milestones


def test_bottlenecks_are_red_first_and_all_there(book: openpyxl.Workbook, summary: Summary) -> None:
    lights = [row["Stoplicht"] for row in rows_of(book, "Knelpunten nu")]
    wanted = total(summary).by_light
    assert lights == ["■ Rood"] * wanted["red"] + ["▲ Oranje"] * wanted["orange"]


def test_every_row_and_every_file_is_in_it(
    book: openpyxl.Workbook, summary: Summary, country: Country
) -> None:
    assert len(rows_of(book, "Alle regels")) == len(summary.to_lines())
    assert book["Alle regels"].auto_filter.ref
    assert len(rows_of(book, "Bronnen")) == country.files


def test_links_lead_to_the_file_from_where_the_workbook_stands(
    book: openpyxl.Workbook, country: Country
) -> None:
    links = [cell.hyperlink for row in book["Bronnen"].iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == country.files
    for link in links:
        assert link.target
        assert (country.home / link.target.replace("%20", " ").replace("\\", "/")).is_file()


def test_an_overview_of_our_own_is_not_read_as_a_plan(summary: Summary) -> None:
    result = FactsReader()(Source("overzicht.xlsx", summary_to_xlsx(summary)))
    assert isinstance(result, Unread)
    assert result.own


@pytest.mark.parametrize("regions", [0, 1])
def test_a_workbook_of_nothing_can_be_made(regions: int) -> None:
    gatherer = Gatherer(BY, keep_lines=True)
    for n in range(regions):
        gatherer.add(facts_of(plan_from_data({"region": f"R{n}"}), "f.xlsx"))
    openpyxl.load_workbook(io.BytesIO(summary_to_xlsx(gatherer.summary()))).close()


def test_the_page_stands_alone_and_hides_nothing(summary: Summary) -> None:
    page = summary_to_html(summary, "nl", detail=True)
    assert '<html lang="nl"' in page
    assert "<script" not in page
    assert "http" not in page
    for name in ("kapot 0.xlsx", "oud.xls", "zz kopie 2.xlsx", "Mijlpaal 1.1 is klaar"):
        assert name in page


def test_markup_in_a_plan_stays_text() -> None:
    data = make_plan("<script>alert(1)</script>", 0, 3)
    gatherer = Gatherer(BY, keep_lines=True)
    gatherer.add(facts_of(plan_from_data(data), "<b>.xlsx"))
    page = summary_to_html(gatherer.summary(), "en", detail=True)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
