"""compare and refresh --log as commands: kinds of output, order, what they refuse."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from samples.three_versions import three_versions
from tests.cli.conftest import Run, files


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of three versions in the current folder, the earliest first."""
    monkeypatch.chdir(tmp_path)
    made = three_versions()
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return list(made)


def test_text_of_two_versions(run: Run, versions: list[str]) -> None:
    ran = run("compare", *versions[:2])
    assert (ran.status, ran.err) == (0, "")
    assert "Van 1 maart 2026 naar 1 oktober 2026" in ran.out
    assert "Verloop" not in ran.out


def test_order_given_does_not_matter_but_is_told(run: Run, versions: list[str]) -> None:
    straight, turned = run("compare", *versions), run("compare", *reversed(versions))
    assert "niet die van de opgegeven bestanden" in turned.out
    said = [line for line in turned.out.splitlines() if not line.startswith("▲ De volgorde")]
    assert said == straight.out.splitlines()


def test_english(run: Run, versions: list[str]) -> None:
    assert "From 1 March 2026 to 1 October 2026" in run("compare", *versions, "--lang", "en").out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("uit.txt", b"De Zandhoek"),
        ("uit.json", b"{"),
        ("uit.html", b"<!doctype html>"),
        ("uit.xlsx", b"PK"),
        ("uit.svg", b"<svg"),
        ("uit.png", b"\x89PNG"),
    ],
)
def test_name_decides_the_kind_and_inputs_stay(
    run: Run, versions: list[str], tmp_path: Path, name: str, start: bytes
) -> None:
    before = files(tmp_path)
    ran = run("compare", *versions, "-o", name)
    assert (ran.status, ran.out) == (0, "")
    assert f"Geschreven: {name}" in ran.err
    after = files(tmp_path)
    assert after.pop(name).startswith(start)
    assert after == before


def test_json_on_standard_output(run: Run, versions: list[str]) -> None:
    assert len(json.loads(run("compare", *versions, "--format", "json").out)["steps"]) == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["2026-03.xlsx"], "Geef twee versies"),
        (["2026-03.xlsx", "weg.xlsx"], "weg.xlsx: dit bestand is er niet"),
        (["2026-03.xlsx", "2026-10.xlsx", "-o", "uit.pdf"], "moet eindigen op"),
        (["2026-03.xlsx", "2026-10.xlsx", "-o", "2026-03.xlsx"], "blijft zoals het is"),
        (["2026-03.xlsx", "2026-03.xlsx", "-o", "uit.svg"], "geen verloop te tekenen"),
    ],
)
def test_refusals(run: Run, versions: list[str], args: list[str], said: str) -> None:
    ran = run("compare", *args)
    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""


def test_refresh_fills_the_log_and_the_trend_once(run: Run, versions: list[str], tmp_path: Path) -> None:
    first, second, third = versions
    ran = run("refresh", third, "nieuw.xlsx", "--log", second, "--log", first)
    assert ran.status == 0
    assert "regels in het Logboek" in ran.err
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "nieuw.xlsx").read_bytes()))
    said = [row[4] for row in book["Logboek"].iter_rows(min_row=5, values_only=True) if row[4]]
    assert "13 weken (89 dagen) later: van 1 feb 2027 naar 1 mei 2027." in said
    again = run("refresh", "nieuw.xlsx", "nog-eens.xlsx", "--log", first, "--log", second)
    assert "Toegevoegd: 0 regels in het Logboek en 0 datums in Trend." in again.err


def test_refresh_refuses_a_log_that_makes_no_sense(run: Run, versions: list[str], tmp_path: Path) -> None:
    first, second, third = versions
    late = run("refresh", first, "nieuw.xlsx", "--log", third)
    assert late.status == 2
    assert "latere peildatum" in late.err
    simple = run("refresh", third, "nieuw.xlsx", "--log", second, "--layout", "simple")
    assert simple.status == 2
    assert "geen Trend en Logboek" in simple.err
    assert not (tmp_path / "nieuw.xlsx").exists()
