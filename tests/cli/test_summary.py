"""The command summary: kinds of output, exit status, what it refuses, what it leaves behind."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run, files

BASE = [sys.executable, "-m", "mijlpalen_xlsx", "summary"]


def test_a_plan_in_numbers(run: Run, plan: Path) -> None:
    ran = run("summary", "plan.xlsx")
    assert (ran.status, ran.err) == (0, "")
    assert "1 werkboek samengevat" in ran.out
    assert "Stand op 1 oktober 2023." in ran.out
    assert "4 Regionaal techlab" in ran.out


def test_a_folder_with_something_broken_still_sums_up(run: Run, plan: Path) -> None:
    Path("kapot.xlsx").write_bytes(plan.read_bytes()[:5000])
    ran = run("summary", ".", "--format", "json")
    assert ran.status == 2
    data = json.loads(ran.out)
    assert data["workbooks"] == 1
    assert [(s["file"], s["code"]) for s in data["skipped"]] == [("./kapot.xlsx", "M003")]
    assert data["skipped"][0]["reason"]
    assert "kapot.xlsx: dit bestand is beschadigd" in ran.err


@pytest.mark.parametrize("kind", ["xlsx", "html", "csv", "json", "txt"])
def test_the_name_decides_the_kind(run: Run, plan: Path, kind: str) -> None:
    before = plan.read_bytes()
    ran = run("summary", "plan.xlsx", "-o", f"uit.{kind}", "--by", "subproject,party+year,light")
    assert (ran.status, ran.out, ran.err) == (0, "", f"Geschreven: uit.{kind}\n")
    starts = {"xlsx": b"PK", "html": b"<!doctype", "csv": b"\xef\xbb\xbf", "json": b"{", "txt": b"1 werkboek"}
    assert Path(f"uit.{kind}").read_bytes().startswith(starts[kind])
    assert set(files(plan.parent)) == {"plan.xlsx", f"uit.{kind}"}
    assert plan.read_bytes() == before


def test_its_own_overview_is_passed_over(run: Run, plan: Path) -> None:
    for _ in range(2):
        assert run("summary", ".", "-o", "overzicht.xlsx").status == 0
    ran = run("summary", ".")
    assert ran.status == 0
    assert "1 overzicht van dit programma overgeslagen" in ran.out


def test_parquet(run: Run, plan: Path) -> None:
    assert run("summary", ".", "-o", "uit.parquet").status == 0
    assert len(list(Path("uit.parquet").glob("region=*/part-0.parquet"))) == 1


def test_from_standard_input(run: Run, plan: Path) -> None:
    ran = run("summary", "-", "--format", "json", stdin=plan.read_bytes())
    assert (ran.status, json.loads(ran.out)["workbooks"]) == (0, 1)


def test_a_period(run: Run, plan: Path) -> None:
    data = json.loads(run("summary", "plan.xlsx", "--period", "1-1-2022..31-12-2022", "--format", "json").out)
    words = json.loads(run("summary", "plan.xlsx", "--period", "2022", "--format", "json").out)
    assert data == words
    assert data["period"] == {"first": "2022-01-01", "last": "2022-12-31"}
    assert sum(row["period"]["due"] for row in data["tables"]["subproject"]) > 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--by", "kleur"), "'kleur' is geen tabel."),
        (("--period", "volgende week"), "is geen periode."),
        (("--period", "2024..2022"), "is geen periode."),
        (("-o", "uit.docx"), "moet eindigen op .xlsx"),
        (("--jobs", "0"), "--jobs"),
        (("--dask", "tcp://127.0.0.1:1"), "antwoordt geen Dask-cluster"),
    ],
)
def test_what_cannot_be(
    run: Run, plan: Path, args: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    ran = run("summary", "plan.xlsx", *args)
    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    ran = run("summary", tmp_path)
    assert ran.status == 2
    assert "geen enkel werkboek" in ran.err


def test_the_output_is_no_input(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    ran = run("summary", "plan.xlsx", "-o", "plan.xlsx")
    assert ran.status == 2
    assert plan.read_bytes() == before


def test_a_cache_that_others_can_enter(run: Run, plan: Path) -> None:
    Path("c/mijlpalen-xlsx").mkdir(parents=True, mode=0o755)
    ran = run("summary", "plan.xlsx", "--cache", "c")
    assert ran.status == 2
    assert "anderen kunnen in deze map" in ran.err


def test_a_cache_gives_the_same_and_a_changed_file_is_read(run: Run, plan: Path) -> None:
    first = run("summary", "plan.xlsx", "--cache", "c").out
    assert run("summary", "plan.xlsx", "--cache", "c").out == first
    assert run("refresh", "plan.xlsx", "nieuw.xlsx").status == 0
    plan.write_bytes(plan.read_bytes()[:3000])
    assert run("summary", "plan.xlsx", "--cache", "c").status == 2


def test_without_names(run: Run, plan: Path) -> None:
    out = run("summary", "plan.xlsx", "--without-names", "--by", "party", "--format", "json", "--detail").out
    assert "Partij 1" in out
    assert "School A" not in out
    assert run("refresh", "plan.xlsx", "nieuw.xlsx", "--without-names").status == 0
    assert "School A" not in run("export", "nieuw.xlsx").out


def test_a_bar_on_a_terminal_only(plan: Path) -> None:
    for n in range(200):
        Path(f"plan{n}.xlsx").write_bytes(plan.read_bytes())
    for command in ("summary", "check"):
        given = [*BASE[:-1], command, ".", "--format", "json", "--jobs", "1"]
        ours, theirs = pty.openpty()
        done = subprocess.Popen(given, stdout=subprocess.PIPE, stderr=theirs)
        out, _ = done.communicate(timeout=60)
        os.close(theirs)
        shown = _read(ours)
        assert re.search(rb"\r(Lezen|Reading)  \[#*-*\]  \d+ (van|of) 201 (bestanden|files)  ", shown)
        assert re.search(rb"\r +\r$", shown)  # nothing of it stays
        assert json.loads(out)
        piped = subprocess.run(given, capture_output=True, check=True, timeout=60)
        assert (piped.stdout, piped.stderr) == (out, b"")


def _read(terminal: int) -> bytes:
    """All that was written on a terminal whose other side has gone."""
    shown = b""
    while select.select([terminal], [], [], 0.2)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(terminal)
    return shown


def test_ctrl_c_leaves_nothing_half_written(plan: Path) -> None:
    for n in range(300):
        Path(f"plan{n}.xlsx").write_bytes(plan.read_bytes())
    for kind in ("xlsx", "parquet"):
        running = subprocess.Popen(
            [*BASE, ".", "-o", f"uit.{kind}", "--jobs", "2", "--all-versions"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        time.sleep(1.2)
        os.killpg(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=30)
        assert running.returncode == 130
        assert err.decode().strip() in ("Afgebroken.", "Aborted.")
    assert [name for name in files(plan.parent) if not name.startswith("plan")] == []
    assert [path for path in plan.parent.iterdir() if path.is_dir()] == []


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="such names exist on Linux only")
def test_a_file_name_in_another_encoding(run: Run, plan: Path) -> None:
    plan.rename(os.fsdecode(b"b\xff.xlsx"))
    ran = run("summary", os.fsdecode(b"b\xff.xlsx"), "-o", "uit.xlsx")
    assert (ran.status, ran.err) == (0, "Geschreven: uit.xlsx\n")
    sources = openpyxl.load_workbook("uit.xlsx")["Bronnen"]
    assert sources["A5"].value == "b.xlsx"
    assert sources["A5"].hyperlink is None
