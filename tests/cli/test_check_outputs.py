"""``check`` in every form, and the marked copy: what goes where, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mijlpalen_xlsx.sheets import open_workbook

STARTS = {
    "csv": "\ufeffbestand;blad;cel",
    "html": '<!doctype html>\n<html lang="nl">',
    "sarif": '{\n  "$schema"',
    "junit": '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites',
    "github": "::warning file=plan.xlsx,",
    "json": '{\n  "schema"',
}
NAMES = {
    "uit.csv": "csv", "uit.HTML": "html", "uit.htm": "html", "uit.sarif": "sarif", "uit.sarif.json": "sarif",
    "uit.xml": "junit", "uit.json": "json",
}  # fmt: skip


@pytest.mark.parametrize("form", STARTS)
def test_every_form_on_standard_output(run: Any, plan: Path, form: str) -> None:
    ran = run("check", "plan.xlsx", "--format", form)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(STARTS[form])


@pytest.mark.parametrize(("name", "form"), NAMES.items())
def test_the_name_of_the_output_says_its_form(run: Any, plan: Path, name: str, form: str) -> None:
    ran = run("check", "plan.xlsx", "-o", name)
    assert (ran.status, ran.out) == (0, "")
    assert Path(name).read_bytes().decode("utf-8").startswith(STARTS[form])


def test_format_goes_before_the_name(run: Any, plan: Path) -> None:
    run("check", "plan.xlsx", "-o", "uit.txt", "--format", "html")
    assert Path("uit.txt").read_text("utf-8").startswith("<!doctype html>")


def test_lines_of_csv_end_as_excel_wants_them(run: Any, plan: Path) -> None:
    data = run("check", "plan.xlsx", "--format", "csv").data
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")


def test_junit_agrees_with_the_exit_status(run: Any, plan: Path) -> None:
    for weight, status in (("error", 0), ("warning", 1), ("never", 0)):
        ran = run("check", "plan.xlsx", "--format", "junit", "--fail-on", weight)
        assert ran.status == status
        assert ("<failure " in ran.out) == bool(status)


def test_forms_speak_english(run: Any, plan: Path) -> None:
    assert 'lang="en"' in run("check", "plan.xlsx", "--format", "html", "--lang", "en").out
    assert run("check", "plan.xlsx", "--format", "csv", "--lang", "en").out.startswith(
        "\ufefffile;sheet;cell"
    )


def test_marked_writes_a_copy_and_leaves_the_workbook(run: Any, plan: Path) -> None:
    before = plan.read_bytes()
    ran = run("check", "plan.xlsx", "--marked", "met.xlsx")
    assert (ran.status, ran.err) == (0, "Geschreven: met.xlsx\n")
    assert "Mijlpalenplan\n" in ran.out
    assert plan.read_bytes() == before
    names = [sheet.name for sheet in open_workbook(Path("met.xlsx")).sheets]
    assert "Bevindingen" in names
    again = [
        json.loads(run("check", name, "--format", "json").out)["files"][0]
        for name in ("plan.xlsx", "met.xlsx")
    ]
    assert again[0]["findings"] == again[1]["findings"]


def test_marked_replaces_only_with_force_and_never_the_input(run: Any, plan: Path) -> None:
    assert run("check", "plan.xlsx", "--marked", "met.xlsx").status == 0
    refused = run("check", "plan.xlsx", "--marked", "met.xlsx")
    assert refused.status == 2
    assert "met.xlsx" in refused.err
    assert run("check", "plan.xlsx", "--marked", "met.xlsx", "--force").status == 0
    before = plan.read_bytes()
    assert run("check", "plan.xlsx", "--marked", "plan.xlsx", "--force").status == 2
    assert plan.read_bytes() == before


def test_marked_through_pipes(run: Any, plan: Path) -> None:
    ran = run("check", "-", "--marked", "-", stdin=plan.read_bytes())
    assert ran.status == 0
    assert "Bevindingen" in [sheet.name for sheet in open_workbook(ran.data).sheets]


def test_marked_takes_one_workbook_by_the_right_name(run: Any, plan: Path) -> None:
    two = run("check", "plan.xlsx", "plan.xlsx", "--marked", "met.xlsx")
    assert two.status == 2
    assert "maar één werkboek" in two.err
    odd = run("check", "--marked", "met.ods", "plan.xlsx")
    assert odd.status == 2
    assert "'met.ods' moet eindigen op .xlsx" in odd.err
    assert not Path("met.xlsx").exists()


def test_nothing_is_marked_in_what_nobody_can_read(run: Any, plan: Path) -> None:
    Path("tekst.xlsx").write_text("geen werkboek")
    ran = run("check", "tekst.xlsx", "--marked", "met.xlsx")
    assert ran.status == 2
    assert not Path("met.xlsx").exists()
    assert run("check", "weg.xlsx", "--marked", "met.xlsx").status == 2
