"""``check`` over many files and folders: order, processes, a cache, addresses, and one that goes wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

import mijlpalen_xlsx
from mijlpalen_xlsx.outputs import checked as at_work
from tests.cli.conftest import Run

FORMS = ("text", "json", "csv", "github", "html", "sarif", "junit")
MANY = 16  # with the other two more than one chunk
OWN = """
[[accept]]
code = "M205"
cell = "E5"
reason = "afgesproken"

[[accept]]
code = "M201"
cell = "Z99"
reason = "komt nergens voor"
"""


@pytest.fixture
def plans(run: Run, plan: Path) -> Path:
    """A folder of plans and some that are none; two of them are deep, and hold to rules of their own."""
    folder = plan.parent / "plannen"
    (folder / "diep").mkdir(parents=True)
    for n in range(MANY):
        (folder / f"plan {n}.xlsx").write_bytes(plan.read_bytes())
    for n in range(2):
        (folder / "diep" / f"plan {n}.xlsx").write_bytes(plan.read_bytes())
    (folder / "diep" / "mijlpalen.toml").write_text(OWN, "utf-8")
    (folder / "kapot.xlsx").write_bytes(plan.read_bytes()[:4000])
    (folder / "~$plan 1.xlsx").write_bytes(b"lock")
    assert run("summary", plan, "-o", folder / "overzicht.xlsx").status == 0
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_any_way_of_reading_gives_the_same(run: Run, plans: Path, form: str) -> None:
    wanted = run("check", "plannen", "--format", form, "--jobs", "1")
    assert wanted.status == 2
    for more in (("--jobs", "2"), ("--cache", "c"), ("--cache", "c"), ("--cache", "c", "--jobs", "2")):
        assert run("check", "plannen", "--format", form, *more) == wanted
    run("check", "plannen", "--format", form, "-o", "uit.txt", "--jobs", "2", "--cache", "c")
    if form != "text":  # which is no wider than a page in a file, and has all hints
        assert Path("uit.txt").read_bytes() == wanted.data


def test_one_by_one_is_all_at_once(run: Run, plans: Path) -> None:
    """The parts are put together as the whole report would be."""
    names = [f"plannen/plan {n}.xlsx" for n in range(3)] + ["plannen/kapot.xlsx"]
    report = mijlpalen_xlsx.check(names)
    from mijlpalen_xlsx.outputs.screen import Screen
    from mijlpalen_xlsx.outputs.to_csv import report_to_csv
    from mijlpalen_xlsx.outputs.to_json import report_to_json
    from mijlpalen_xlsx.outputs.to_text import report_to_text

    assert run("check", *names).out == report_to_text(report, Screen())
    assert run("check", *names, "--format", "json").out == report_to_json(report)
    assert run("check", *names, "--format", "csv").data == report_to_csv(report).encode()
    broken = mijlpalen_xlsx.check([names[-1]])
    assert run("check", names[-1], "--format", "json").out == report_to_json(broken)


def test_a_folder_in_natural_order_without_what_is_no_plan(run: Run, plans: Path) -> None:
    ran = run("check", "plannen", "--format", "json")
    files = [file["file"] for file in json.loads(ran.out)["files"]]
    deep = ["plannen/diep/plan 0.xlsx", "plannen/diep/plan 1.xlsx", "plannen/kapot.xlsx"]
    assert files == [*deep, *(f"plannen/plan {n}.xlsx" for n in range(MANY))]
    broken, passed = ran.err.splitlines()
    assert broken.startswith("plannen/kapot.xlsx: dit bestand is beschadigd")
    assert (
        passed == "plannen/overzicht.xlsx: overgeslagen: dit is een overzicht van dit programma, geen plan."
    )


def test_an_overview_that_was_named_is_not_passed_over_in_silence(run: Run, plans: Path) -> None:
    ran = run("check", "plannen/overzicht.xlsx", "--format", "json")
    assert [file["file"] for file in json.loads(ran.out)["files"]] == ["plannen/overzicht.xlsx"]


def test_own_rules_hold_for_their_own_folder(run: Run, plans: Path) -> None:
    for more in (("--jobs", "1"), ("--jobs", "2")):
        data = json.loads(run("check", "plannen", "--format", "json", *more).out)
        assert [file["rules"] for file in data["files"][:3]] == ["plannen/diep/mijlpalen.toml"] * 2 + [None]
        assert [(a["code"], a["cell"]) for a in data["unused_accepts"]] == [("M205", "E5"), ("M201", "Z99")]
        assert data["summary"]["workbooks"] == MANY + 2
        assert len(data["summary"]["tables"]["subproject"]) == 4 * (MANY + 2)


def test_a_folder_and_a_file_in_it(run: Run, plans: Path) -> None:
    data = json.loads(run("check", "plannen/diep", "plannen/diep/plan 1.xlsx", "--format", "json").out)
    assert [file["file"][-11:] for file in data["files"]] == ["plan 0.xlsx", "plan 1.xlsx", "plan 1.xlsx"]


def test_an_empty_folder(run: Run, plan: Path) -> None:
    Path("leeg").mkdir()
    ran = run("check", "leeg")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "leeg: dit is een map, en er staat geen enkel werkboek (.xlsx) in.\n"


def test_the_status_is_that_of_all_files(run: Run, plans: Path) -> None:
    (plans / "kapot.xlsx").unlink()
    assert run("check", "plannen").status == 0
    assert run("check", "plannen", "--fail-on", "warning").status == 1
    assert run("check", "plannen", "--fail-on", "warning", "--cache", "c").status == 1
    assert run("check", "plannen", "--fail-on", "warning", "--cache", "c").status == 1


def test_an_unchanged_file_is_not_read_again(run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (plans / "kapot.xlsx").unlink()
    wanted = run("check", "plannen", "--cache", "c", "--jobs", "1")
    read: list[str] = []

    def noting(source: Any, name: str, **more: Any) -> Any:
        read.append(name)
        return mijlpalen_xlsx.report.check_file(source, name, **more)

    monkeypatch.setattr(at_work, "check_file", noting)
    again = ("check", "plannen", "--cache", "c", "--jobs", "1")
    assert run(*again) == wanted
    assert read == []
    (plans / "plan 5.xlsx").write_bytes((plans / "plan 5.xlsx").read_bytes() + b" ")
    assert run(*again).out == wanted.out
    assert read == ["plannen/plan 5.xlsx"]
    for option in ("--reference-date 1-1-2024", "--select M2", "--scheme sto-2025-2028", "--lang en"):
        more = option.split()
        read.clear()
        assert run(*again, *more).out == run("check", "plannen", "--jobs", "1", *more).out
        assert len(read) == 2 * (MANY + 2), more
    read.clear()
    (plans / "diep" / "mijlpalen.toml").write_text(OWN.replace("afgesproken", "mag zo"), "utf-8")
    assert "mag zo" in run(*again, "--format", "csv").out or read
    read.clear()
    run(*again)
    assert read == ["plannen/diep/plan 0.xlsx", "plannen/diep/plan 1.xlsx"]


def test_without_a_peildatum_what_was_kept_holds_for_one_day(
    run: Run, plan: Path, sample_data: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from mijlpalen_xlsx.plan import plan_from_data
    from mijlpalen_xlsx.writer import workbook_bytes

    plan.write_bytes(workbook_bytes(plan_from_data({**sample_data, "reference_date": None})))
    first = run("check", "plan.xlsx", "--cache", "c").out

    class Later(date):
        @classmethod
        def today(cls) -> Later:
            return cls(2031, 5, 6)

    for name in ("outputs.checked", "summary.facts", "rules.check"):
        monkeypatch.setattr(f"mijlpalen_xlsx.{name}.date", Later)
    later = run("check", "plan.xlsx", "--cache", "c").out
    assert "6 mei 2031" in later
    assert "6 mei 2031" not in first


def test_a_cache_that_was_damaged_is_not_believed(run: Run, plans: Path) -> None:
    wanted = run("check", "plannen", "--cache", "c")
    for number, path in enumerate(path for path in sorted(Path("c").rglob("*")) if path.is_file()):
        kept = path.read_bytes()
        path.write_bytes((b"", kept[:-9], kept.replace(b"0", b"1"), b"\x80\x04]", b"[]")[number % 5])
    assert run("check", "plannen", "--cache", "c") == wanted


@pytest.fixture
def elsewhere(plan: Path) -> Iterator[str]:
    files = fsspec.filesystem("memory")
    files.pipe({f"/landelijk/{name}/plan.xlsx": plan.read_bytes() for name in "ab"})
    yield "memory://landelijk"
    files.rm("/landelijk", recursive=True)


def test_addresses(run: Run, plan: Path, elsewhere: str) -> None:
    data = json.loads(run("check", elsewhere, plan.as_uri(), "--format", "json").out)
    names = [file["file"] for file in data["files"]]
    assert names == ["memory:///landelijk/a/plan.xlsx", "memory:///landelijk/b/plan.xlsx", plan.as_uri()]
    assert all(file["findings"] == data["files"][0]["findings"] for file in data["files"])
    assert run("check", elsewhere, "--cache", "c").out == run("check", elsewhere, "--cache", "c").out
    assert run("export", elsewhere, "-o", "uit", "--format", "ics").status == 0
    written = sorted(path.as_posix() for path in Path("uit").rglob("*.ics"))
    assert written == ["uit/a/plan.ics", "uit/b/plan.ics"]


@pytest.mark.parametrize("command", ["check", "summary", "export"])
def test_an_address_whose_package_is_missing(run: Run, plan: Path, command: str) -> None:
    ran = run(command, "s3://emmer/plan.xlsx")
    assert ran.status == 2
    said = "s3://emmer/plan.xlsx: hiervoor is nog nodig: pip install 'mijlpalen-xlsx[remote]' s3fs"
    assert said in " ".join((ran.out + ran.err).split())
