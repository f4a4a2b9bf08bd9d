"""The command report: what it writes, of which files, and what it refuses."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from mijlpalen_xlsx.plan import plan_to_data
from tests.cli.conftest import Run, files
from tests.narrative.plans import earlier
from tests.narrative.plans import plan as small


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``nieuw.json`` and ``oud.json`` in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name, made in (("nieuw", small()), ("oud", earlier())):
        (tmp_path / f"{name}.json").write_text(json.dumps(plan_to_data(made)), "utf-8")
    return tmp_path


def test_the_name_decides_the_kind(run: Run, versions: Path) -> None:
    for kind, start in ((".docx", b"PK"), (".html", b"<!doctype html>"), (".md", b"# Voortgangs")):
        ran = run("report", "nieuw.json", "-o", f"verslag{kind}", "--previous", "oud.json")
        assert (ran.status, ran.out) == (0, "")
        assert ran.err == f"Geschreven: verslag{kind}\n"
        assert (versions / f"verslag{kind}").read_bytes().startswith(start)


def test_markdown_goes_to_standard_output(run: Run, versions: Path) -> None:
    ran = run("report", "nieuw.json", "--period", "1-10-2026..28-2-2027", "--title", "Eindverslag")
    assert ran.out.startswith("# Eindverslag – De Zandhoek\n")
    assert "1 oktober 2026 tot en met 28 februari 2027" in ran.out
    assert "--previous" in ran.err
    assert files(versions).keys() == {"nieuw.json", "oud.json"}


@pytest.mark.parametrize("period", ["Q4 2026", "oktober 2026 t/m december 2026", "2026-10-01..2026-12-31"])
def test_a_period_as_people_write_it(run: Run, versions: Path, period: str) -> None:
    assert "1 oktober 2026 tot en met 31 december 2026" in run("report", "nieuw.json", "--period", period).out


@pytest.mark.parametrize("period", ["ooit", "1-3-2027..1-1-2026", "..", "1-1-2026..n.t.b."])
def test_what_is_no_period_is_refused(run: Run, versions: Path, period: str) -> None:
    ran = run("report", "nieuw.json", "--period", period)
    assert ran.status == 2
    assert "is geen periode" in ran.err


def test_nothing_is_replaced_and_no_input_written(run: Run, versions: Path) -> None:
    (versions / "verslag.md").write_text("van mij", "utf-8")
    before = files(versions)
    assert run("report", "nieuw.json", "-o", "verslag.md").status == 2
    assert run("report", "nieuw.json", "-o", "verslag.gif").status == 2
    assert files(versions) == before
    assert run("report", "nieuw.json", "-o", "verslag.md", "--force").status == 0


def test_versions_the_wrong_way_round(run: Run, versions: Path) -> None:
    ran = run("report", "oud.json", "--previous", "nieuw.json")
    assert ran.status == 2
    assert "Wissel de twee om" in ran.err


def test_one_file_that_cannot_be_read_does_not_stop_the_others(run: Run, versions: Path) -> None:
    ran = run("report", "nieuw.json", "weg.json")
    assert ran.status == 2
    assert ran.out.startswith("# Voortgangsrapportage")
    assert "weg.json" in ran.err
    assert run("report", "weg.json").out == ""


def test_a_template_that_is_none(run: Run, versions: Path) -> None:
    ran = run("report", "nieuw.json", "-o", "verslag.docx", "--template", "oud.json")
    assert ran.status == 2
    assert "geen Word-document" in ran.err
    assert run("report", "nieuw.json", "--template", "oud.json").status == 2


def test_without_the_libraries(run: Run, versions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ran = run("report", "nieuw.json", "-o", "verslag.docx")
    assert ran.status == 0
    assert "geen plaatje" in ran.err
    monkeypatch.setitem(sys.modules, "docx", None)
    ran = run("report", "nieuw.json", "-o", "nog.docx")
    assert ran.status == 2
    assert "mijlpalen-xlsx[docx,plots]" in ran.err
