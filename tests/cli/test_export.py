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


@pytest.fixture
def plans(run: Run, plan: Path) -> Path:
    """A folder with plans in two folders below it, a broken file, and an overview of our own."""
    folder = plan.parent / "plannen"
    for name in ("Noord/plan.xlsx", "Zuid/plan.xlsx", "Zuid/PLAN.xlsm", "plan2.xlsx"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(plan.read_bytes())
    (folder / "kapot.xlsx").write_bytes(plan.read_bytes()[:4000])
    assert run("summary", plan, "-o", folder / "overzicht.xlsx").status == 0
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_folder_comes_out_as_a_folder(run: Run, plans: Path) -> None:
    ran = run("export", "plannen", "-o", "agenda", "--format", "ics")
    assert (ran.status, ran.out) == (2, "")
    written = tree(Path("agenda"))
    assert list(written) == ["Noord/plan.ics", "Zuid/PLAN.ics", "Zuid/plan.xlsx.ics", "plan2.ics"]
    assert all(text.startswith(b"BEGIN:VCALENDAR\r\n") for text in written.values())
    broken, passed, *left = ran.err.splitlines()[:-1]
    assert broken.startswith("plannen/kapot.xlsx: dit bestand is beschadigd")
    assert (
        passed == "plannen/overzicht.xlsx: overgeslagen: dit is een overzicht van dit programma, geen plan."
    )
    assert left
    assert all(line.endswith(" (4×)") for line in left)
    assert ran.err.splitlines()[-1] == "Geschreven: 4 bestanden in agenda"


def test_processes_and_the_cache_make_no_difference(run: Run, plans: Path) -> None:
    said = {
        run("export", "plannen", "-o", f"uit {n}/", "--format", kind, *more).err.replace(f"uit {n}/", "uit")
        for kind in ("json", "csv")
        for n, more in enumerate(((), ("--jobs", "2"), ("--cache", "c"), ("--cache", "c", "--jobs", "2")))
    }
    assert tree(Path("uit 0")) == tree(Path("uit 1")) == tree(Path("uit 2")) == tree(Path("uit 3"))
    assert len(tree(Path("uit 0"))) == 8
    assert len(said) == 2  # the kinds differ in what they have no room for


def test_one_plan_of_a_folder_is_that_plan(run: Run, plan: Path, plans: Path) -> None:
    run("export", plans, "-o", "uit")
    assert Path("uit/plan2.json").read_text("utf-8") == run("export", plan).out


def test_a_calendar_from_the_cache_is_the_calendar_of_then(run: Run, plan: Path) -> None:
    first = run("export", plan, "--format", "ics", "--cache", "c").out
    assert run("export", plan, "--format", "ics", "--cache", "c").out == first
    assert run("export", plan, "--format", "mmd", "--cache", "c").out.startswith("%% ")


def test_nothing_is_replaced_and_nothing_is_begun(run: Run, plans: Path) -> None:
    Path("uit").mkdir()
    Path("uit/plan2.json").write_text("van mij", "utf-8")
    ran = run("export", "plannen", "-o", "uit")
    assert ran.status == 2
    assert (
        ran.err
        == "uit/plan2.json: dit bestand bestaat al. Kies een andere naam, of vervang het met --force.\n"
    )
    assert list(tree(Path("uit"))) == ["plan2.json"]
    assert run("export", "plannen", "-o", "uit", "--force").status == 2  # one file is broken
    assert len(tree(Path("uit"))) == 4


def test_an_input_is_never_an_output(run: Run, plan: Path) -> None:
    run("export", plan, "-o", "plan.json")
    before = Path("plan.json").read_bytes()
    ran = run("export", "plan.json", plan, "-o", ".", "--force")
    assert ran.status == 2
    assert "dit is het bestand dat gelezen wordt" in ran.err
    assert Path("plan.json").read_bytes() == before


@pytest.mark.parametrize("output", [(), ("-o", "-"), ("-o", "uit.json"), ("-o", "plan.xlsx")])
def test_many_plans_do_not_go_into_one_file(run: Run, plans: Path, output: tuple[str, ...]) -> None:
    ran = run("export", "plannen", *output)
    assert (ran.status, ran.out) == (2, "")
    assert "Noem daarvoor een map" in " ".join(ran.err.split())


def test_the_format_goes_before_the_name(run: Run, plan: Path) -> None:
    assert run("export", plan, "-o", "uit.txt", "--format", "mmd").status == 0
    assert Path("uit.txt").read_bytes().startswith(b"%% ")
    assert run("export", plan, "--format", "csv").data.startswith(b"\xef\xbb\xbfRegio;")
