"""The command export: the name decides the kind, and what does not fit is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

STARTS = {
    ".json": b"{",
    ".ics": b"BEGIN:VCALENDAR\r\n",
    ".xml": b"<?xml",
    ".mmd": b"%% ",
    ".csv": b"\xef\xbb\xbfRegio;",
}


@pytest.mark.parametrize("kind", STARTS)
def test_every_kind(run: Run, plan: Path, kind: str) -> None:
    ran = run("export", plan, "-o", f"uit{kind}")
    assert (ran.status, ran.out) == (0, "")
    assert plan.with_name(f"uit{kind}").read_bytes().startswith(STARTS[kind])
    lines = ran.err.splitlines()
    assert lines[-1] == f"Geschreven: uit{kind}"
    assert ("Niet in het bestand: Logboek en Trend." in lines) == (kind != ".json")


def test_json_goes_to_standard_output(run: Run, plan: Path) -> None:
    ran = run("export", plan)
    assert json.loads(ran.out)["region"]
    assert ran.err == ""


def test_another_kind_is_refused(run: Run, plan: Path) -> None:
    ran = run("export", plan, "-o", "uit.pdf")
    assert ran.status == 2
    assert ".json, .ics, .xml, .mmd of .csv" in ran.err


def test_nothing_is_replaced_without_force(run: Run, plan: Path) -> None:
    target = plan.with_name("uit.ics")
    target.write_text("van mij", "utf-8")
    assert run("export", plan, "-o", "uit.ics").status == 2
    assert target.read_text("utf-8") == "van mij"
