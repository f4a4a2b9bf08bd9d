"""What other programs take: SARIF by its schema, JUnit as XML, commands of GitHub, CSV for Dutch Excel."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.outputs.to_csv import csv_text, report_to_csv
from mijlpalen_xlsx.outputs.to_github import report_to_github
from mijlpalen_xlsx.outputs.to_junit import report_to_junit
from mijlpalen_xlsx.outputs.to_sarif import report_to_sarif, sarif_data
from mijlpalen_xlsx.report import Report
from mijlpalen_xlsx.rules import RULES
from mijlpalen_xlsx.sheets import open_workbook
from mijlpalen_xlsx.words import Lang
from tests.outputs.reports import (
    finding,
    mistakes,
    of_samples,
    report_of,
    three_hundred,
    with_accepted,
    with_unused,
)

REPORTS: dict[str, Callable[[], Report]] = {
    "mistakes": lambda: report_of(*mistakes()),
    "own rule": lambda: report_of(finding(code="U001")),
    "sample": lambda: of_samples("fouten/plan.xlsx"),
    "nothing": report_of,
    "accepted": with_accepted,
    "accepted without need": with_unused,
    "unreadable": lambda: of_samples("niet-te-lezen/tekst.xlsx", "er/is geen.xlsx", "2025-2028/plan.xlsx"),
    "odd names": lambda: report_of(*mistakes(), name="C:\\plannen\\é %41#1?.xlsx"),
}
ANY = st.text(st.characters(codec=None), max_size=60)


def saying(words: str, sheet: str = "Plan") -> Finding:
    return finding(
        "D5", "wij lezen {it}. Schrijf iets anders.", sheet=sheet, values={"it": words}, value=words
    )


# Accepted, and found no more

NO_LONGER = "regels/mijlpalen.toml, regel 7: M201 in cel F12 komt niet meer voor. Haal die regel weg."


def test_sarif_notifies_of_what_need_not_be_accepted() -> None:
    [invocation] = sarif_data(with_unused())["runs"][0]["invocations"]
    [note] = invocation["toolConfigurationNotifications"]
    assert (note["level"], note["message"]["text"]) == ("note", NO_LONGER)
    place = note["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]) == ("regels/mijlpalen.toml", {"startLine": 7})
    assert invocation["executionSuccessful"]
    assert "toolConfigurationNotifications" not in sarif_data(with_accepted())["runs"][0]["invocations"][0]


def test_junit_says_what_need_not_be_accepted_after_the_last_case() -> None:
    first, last = ElementTree.fromstring(report_to_junit(with_unused()))
    assert [each.tag for each in first] == ["testcase"] * 2
    assert [(each.tag, each.text) for each in last][-1] == ("system-out", NO_LONGER)


def test_github_shows_what_need_not_be_accepted_at_its_line() -> None:
    *_, last = report_to_github(with_unused()).splitlines()
    assert last == f"::notice file=regels/mijlpalen.toml,line=7,title=M201::{NO_LONGER}"
    assert report_to_github(with_unused(), "en").count("is not found any more") == 1


def test_csv_has_rows_for_findings_only() -> None:
    assert "F12" not in report_to_csv(with_unused())


# SARIF


@pytest.fixture(scope="module")
def schema(need_package: Callable[[str], Path]) -> dict[str, Any]:
    file = need_package("@microsoft/jest-sarif") / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", REPORTS)
def test_sarif_is_as_its_schema_says(name: str, lang: Lang, schema: dict[str, Any]) -> None:
    data = json.loads(report_to_sarif(REPORTS[name](), lang))
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(data)] == []


def test_the_schema_would_find_something(schema: dict[str, Any]) -> None:
    data = sarif_data(report_of(*mistakes()))
    data["runs"][0]["results"][0]["level"] = "fout"
    assert list(jsonschema.Draft7Validator(schema).iter_errors(data))


def test_sarif_has_every_rule_with_its_page_in_both_languages() -> None:
    run = sarif_data(report_of(*mistakes()), "nl")["runs"][0]
    driver, translation = run["tool"]["driver"], run["translations"][0]
    assert [rule["id"] for rule in driver["rules"]] == sorted(RULES)
    assert [rule["id"] for rule in translation["rules"]] == sorted(RULES)
    assert (driver["language"], translation["language"]) == ("nl", "en")
    helps = {rule["id"]: rule["help"]["markdown"] for rule in driver["rules"]}
    assert helps["M201"].startswith("# M201 Gereed ligt vóór de start")
    assert "## Why it matters" in translation["rules"][0]["help"]["markdown"]


def test_sarif_names_cell_rule_and_weight() -> None:
    run = sarif_data(report_of(*mistakes()))["runs"][0]
    result = run["results"][1]
    place = result["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "plan.xlsx"
    assert place["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 4}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "Mijlpalenplan!D5"
    assert {r["level"] for r in run["results"]} == {"error", "warning", "note"}
    assert all(run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("plan 1.xlsx", "plan%201.xlsx"),
        ("a/ü#1.xlsx", "a/%C3%BC%231.xlsx"),
        ("/srv/plan.xlsx", "file:///srv/plan.xlsx"),
        ("C:\\plannen\\a.xlsx", "file:///C:/plannen/a.xlsx"),
        ("map\\a.xlsx", "map/a.xlsx"),
    ],
)
def test_files_in_sarif_are_uris(file: str, uri: str) -> None:
    run = sarif_data(report_of(name=file))["runs"][0]
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_sarif_says_what_could_not_be_read() -> None:
    run = sarif_data(REPORTS["unreadable"]())["runs"][0]
    call = run["invocations"][0]
    assert not call["executionSuccessful"]
    assert len(call["toolExecutionNotifications"]) == 2
    assert [result["ruleId"] for result in run["results"]][:1] == ["M001"]


def test_what_was_accepted_is_said_and_weighs_nothing() -> None:
    report, reason = with_accepted(), "Afgesproken in de stuurgroep <van mei>."
    results = sarif_data(report)["runs"][0]["results"]
    kept = {"kind": "external", "status": "accepted", "justification": reason}
    assert [result.get("suppressions") for result in results] == [None, [kept]]
    root = ElementTree.fromstring(report_to_junit(report))
    assert (root.attrib["tests"], root.attrib["failures"], root.attrib["skipped"]) == ("2", "1", "1")
    assert [node.attrib["message"] for node in root.iter("skipped")] == [reason]
    assert [row[-1] for row in rows_of(report_to_csv(report))] == ["geaccepteerd", "", reason]
    assert len(report_to_github(report).splitlines()) == 1


# JUnit


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("fail_on", [*Severity, None])
def test_junit_counts_what_it_holds(name: str, fail_on: Severity | None) -> None:
    report = REPORTS[name]()
    root = ElementTree.fromstring(report_to_junit(report, fail_on=fail_on))
    assert root.tag == "testsuites"
    for node in (root, *root.findall("testsuite")):
        assert int(node.attrib["tests"]) == len(list(node.iter("testcase"))) > 0
        assert int(node.attrib["failures"]) == len(list(node.iter("failure")))
        assert int(node.attrib["errors"]) == len(list(node.iter("error")))
    assert len(root.findall("testsuite")) == len(report.files)
    weights = [finding.severity.weight for file in report.files if file.readable for finding in file.findings]
    assert len(list(root.iter("failure"))) == sum(
        fail_on is not None and w >= fail_on.weight for w in weights
    )
    assert len(list(root.iter("error"))) == len(report.unreadable)


@given(ANY, ANY)
def test_junit_is_xml_whatever_people_wrote(words: str, name: str) -> None:
    root = ElementTree.fromstring(report_to_junit(report_of(saying(words), name=name)).encode())
    assert [node.tag for node in root.iter()] == ["testsuites", "testsuite", "testcase", "failure"]


# GitHub


def test_github_has_a_line_per_mistake() -> None:
    lines = report_to_github(report_of(*mistakes())).splitlines()
    assert lines[0].startswith("::warning file=plan.xlsx,title=M007 ")
    assert lines[0].endswith("::Dit werkboek heeft geen regio. Vul haar in.")
    assert lines[1].startswith("::error file=plan.xlsx,line=5,col=4,title=M101 ")
    assert lines[1].endswith("::Mijlpalenplan D5: Zo kan het niet. Schrijf het anders.")
    assert "::Mijlpalenplan Z5:Z29, AA5:AA29, 50 cellen: Zo kan het niet" in lines[2]
    assert sum(line.startswith("::notice ") for line in lines) == 7
    assert len(report_to_github(three_hundred()).splitlines()) == 1


@given(ANY, ANY)
def test_a_text_cannot_start_a_command_or_change_a_property(words: str, name: str) -> None:
    lines = report_to_github(report_of(saying(words), name=name)).split("\n")
    assert len(lines) == 2
    command = re.fullmatch(r"::error file=([^,:\r]*),line=5,col=4,title=[^,:\r]*::([^\r]*)", lines[0])
    assert command
    decoded = command[1].replace("%2C", ",").replace("%3A", ":").replace("%0D", "\r").replace("%0A", "\n")
    harmless = "".join(c if c in "\r\n" or unicodedata.category(c) != "Cc" else " " for c in name)
    assert decoded.replace("%25", "%") == harmless


def test_github_gets_no_control_character_in_a_file_name() -> None:
    shown = report_to_github(report_of(saying("fout"), name="\x1b[31mplan\x07\x9b.xlsx"))
    assert shown.startswith("::error file= [31mplan  .xlsx,line=5,")


# CSV


def rows_of(written: str) -> list[list[str]]:
    assert written.startswith("\ufeff")
    return list(csv.reader(io.StringIO(written[1:], newline=""), delimiter=";"))


def test_csv_has_every_finding() -> None:
    rows = rows_of(report_to_csv(report_of(*mistakes())))
    assert rows[0] == [
        "bestand", "blad", "cel", "rij", "kolom", "gewicht", "code", "melding", "gelezen waarde", "voorstel",
        "peildatum", "geaccepteerd",
    ]  # fmt: skip
    said = "Zo kan het niet. Schrijf het anders."
    assert rows[2] == [
        "plan.xlsx",
        "Mijlpalenplan",
        "D5",
        "5",
        "4",
        "fout",
        "M101",
        said,
        "",
        "",
        "01-10-2023",
        "",
    ]
    assert len(rows) == 1 + len(mistakes())
    assert len(rows_of(report_to_csv(three_hundred()))) == 301
    english = rows_of(report_to_csv(report_of(*mistakes()), "en"))
    assert (english[0][0], english[2][5]) == ("file", "error")


def test_csv_says_why_a_file_could_not_be_read() -> None:
    rows = rows_of(report_to_csv(REPORTS["unreadable"]()))
    assert [row[6] for row in rows[1:3]] == ["M001", ""]
    assert rows[2][7] == "Dit bestand is er niet."


def test_csv_is_dutch() -> None:
    written = csv_text(["a", "b"], [[1234.5, date(2023, 2, 1)], [-3, None], [2.0, 'zegt; "ja"']])
    assert written == '\ufeffa;b\r\n1234,5;01-02-2023\r\n-3;\r\n2;"zegt; ""ja"""\r\n'


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+31 6",
        "-2",
        "@naam",
        "\t=1",
        "\r=1",
        "\n@x",
        " =1",
        "'=1",
        '"=1"',
        "\u200b=1",
        "\uff1d1",
        "\x00=1",
    ],
)
def test_no_text_is_a_formula(words: str) -> None:
    shown = rows_of(csv_text(["kop"], [[words]]))[1][0]
    assert shown.startswith("'")


@given(ANY)
def test_csv_keeps_its_shape_whatever_people_wrote(words: str) -> None:
    rows = rows_of(report_to_csv(report_of(saying(words), name=words)))
    assert [len(row) for row in rows] == [12, 12]
    assert all(cell[:1] not in ("=", "+", "-", "@", "\t", "\r") for row in rows for cell in row)


def test_libreoffice_reads_no_formula_in_csv(need_program: Callable[[str], str], tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        csv_text(["=1+1"], [["=2+3"], ["\t=4+5"], ["@SUM(1)"], ["-6+7"], [1.5]]), "utf-8", newline=""
    )
    office = [
        need_program("soffice"),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
    ]
    as_dutch = "--infilter=CSV:59,34,76,1,,1043,false,true,false"
    command = [*office, as_dutch, "--convert-to", "xlsx", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    cells = open_workbook(tmp_path / "a.xlsx").sheets[0].cells
    assert [cell.formula for cell in cells.values()] == [None] * 6
    assert cells[6, 1].value == 1.5
