"""The command gantt: what it writes, where, and what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mijlpalen_xlsx.cli import main
from mijlpalen_xlsx.plan import plan_to_data
from tests.picture.plans import large, region


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan_to_data(region())), "utf-8")
    return path


def test_the_name_decides_the_kind(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    starts = {".svg": b"<svg", ".png": b"\x89PNG", ".html": b"<!doctype html>"}
    for kind, start in starts.items():
        target = plan.with_suffix(kind)
        assert main(["gantt", str(plan), "-o", str(target), "--width", "700", "--lang", "nl"]) == 0
        assert target.read_bytes().startswith(start)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("Geschreven: ") == 3


def test_more_sheets_are_numbered(plan: Path) -> None:
    plan.write_text(json.dumps(plan_to_data(large(100))), "utf-8")
    assert main(["gantt", str(plan), "-o", str(plan.with_name("x.svg")), "--page", "a3"]) == 0
    names = sorted(path.name for path in plan.parent.glob("x*.svg"))
    assert names == [f"x-{at}.svg" for at in range(1, len(names) + 1)]
    assert len(names) > 2


def test_standard_output_gets_the_svg(plan: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mijlpalen_xlsx",
        "--lang",
        "en",
        "gantt",
        str(plan),
        "--reference-date",
        "1-3-2022",
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("<svg")
    assert "reference date 1 Mar 2022" in done.stdout
    assert done.stderr == ""


def test_sheets_do_not_go_to_standard_output(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gantt", str(plan), "--page", "a4", "--lang", "nl"]) == 2
    assert "bladen" in capsys.readouterr().err


def test_another_kind_is_refused(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gantt", str(plan), "-o", "plan.gif", "--lang", "nl"]) == 2
    assert ".svg, .png of .html" in capsys.readouterr().err


def test_nothing_is_replaced_without_force(plan: Path) -> None:
    target = plan.with_suffix(".svg")
    target.write_text("mine", "utf-8")
    assert main(["gantt", str(plan), "-o", str(target)]) == 2
    assert target.read_text("utf-8") == "mine"
    assert main(["gantt", str(plan), "-o", str(target), "--force"]) == 0
    assert target.read_text("utf-8").startswith("<svg")


def test_without_the_library_the_extra_is_named(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert main(["gantt", str(plan), "-o", str(plan.with_suffix(".png")), "--lang", "nl"]) == 2
    assert "mijlpalen-xlsx[plots]" in capsys.readouterr().err
    assert not plan.with_suffix(".png").exists()
