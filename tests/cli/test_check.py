"""``check``: what it prints where, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import mijlpalen_xlsx
from mijlpalen_xlsx.outputs.lines import width


def report(run: Any, *args: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(run("check", *args, "--format", "json").out)
    return data


def test_text_has_findings_then_the_summary(run: Any, plan: Path) -> None:
    ran = run("check", "plan.xlsx")
    assert (ran.status, ran.err) == (0, "")
    for part in (
        "plan.xlsx\n",
        "\nMijlpalenplan\n",
        "Stand per deelproject op 1 oktober 2023",
        "keer let op",
    ):
        assert part in ran.out
    assert ran.out.index("Mijlpalenplan\n") < ran.out.index("Stand per deelproject")


def test_json_is_what_the_interface_says(run: Any, plan: Path) -> None:
    data = report(run, "plan.xlsx")
    assert list(data) == ["schema", "tool", "files", "unused_accepts", "summary"]
    assert data["schema"] == "mijlpalen-xlsx/report/1"
    file = data["files"][0]
    assert (file["file"], file["readable"], file["reference_date"]) == ("plan.xlsx", True, "2023-10-01")
    counted = {weight: sum(f["severity"] == weight for f in file["findings"]) for weight in file["counts"]}
    assert file["counts"] == counted
    assert len(file["plan"]["milestones"]) == 26
    assert [row["subproject"] for row in data["summary"]["tables"]["subproject"]] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("hint", 1), ("never", 0)])
def test_status_follows_fail_on(run: Any, plan: Path, fail_on: str, status: int) -> None:
    assert run("check", "plan.xlsx", "--fail-on", fail_on).status == status


def test_a_mistake_gives_status_one_unless_never(run: Any, plan: Path) -> None:
    assert run("check", "plan.xlsx", "--reference-date", "1-1-2020").status == 1  # done in the future
    assert run("check", "plan.xlsx", "--reference-date", "2020-01-01", "--fail-on", "never").status == 0


def test_the_date_may_be_written_as_people_write_it(run: Any, plan: Path) -> None:
    for text in ("1-10-2023", "2023-10-01", "1 oktober 2023"):
        assert (
            report(run, "plan.xlsx", "--reference-date", text)["files"][0]["reference_date"] == "2023-10-01"
        )
    wrong = run("check", "plan.xlsx", "--reference-date", "eind 2026")
    assert wrong.status == 2
    assert "'eind 2026' is geen dag. Schrijf bijvoorbeeld 1-10-2023." in wrong.err


def test_select_and_ignore(run: Any, plan: Path) -> None:
    def codes(*args: str) -> set[str]:
        return {finding["code"] for finding in report(run, "plan.xlsx", *args)["files"][0]["findings"]}

    every = codes()
    assert "M205" in every
    assert codes("--select", "M205") == {"M205"}
    assert codes("--select", "late-without-new-date,M305") == {"M205", "M305"}
    assert codes("--ignore", "M2", "--ignore", "m305") == {c for c in every if c[:2] != "M2"} - {"M305"}


def test_an_unknown_code_is_wrong_usage(run: Any, plan: Path) -> None:
    ran = run("check", "plan.xlsx", "--select", "late-without-new-dat")
    assert (ran.status, ran.out) == (2, "")
    assert "Bedoelde u 'M205'?" in ran.err


def test_many_files_are_all_done_and_one_bad_one_is_named(run: Any, plan: Path) -> None:
    Path("kapot.xlsx").write_text("geen werkboek", "utf-8")
    ran = run("check", "plan.xlsx", "kapot.xlsx", "weg.xlsx", "plan.xlsx")
    assert ran.status == 2
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["kapot.xlsx", "weg.xlsx"]
    assert ran.out.count("Stand per deelproject") == 2
    assert "Niet gelezen: kapot.xlsx, weg.xlsx." in ran.out


def test_unreadable_files_in_json(run: Any, plan: Path) -> None:
    Path("kapot.xlsx").write_text("geen werkboek", "utf-8")
    data = report(run, "kapot.xlsx", "weg.xlsx", "plan.xlsx")
    kapot, weg, _ = data["files"]
    assert [f["code"] for f in kapot["findings"]] == ["M001"]
    assert (kapot["readable"], kapot["plan"], weg["readable"], weg["findings"]) == (False, None, False, [])
    assert weg["reason"] == "Dit bestand is er niet."
    assert data["summary"]["workbooks"] == 1
    assert [(s["file"], s["code"]) for s in data["summary"]["skipped"]] == [
        ("kapot.xlsx", "M001"), ("weg.xlsx", None),
    ]  # fmt: skip


def test_a_blank_workbook_is_not_a_checked_plan(run: Any, tmp_path: Path) -> None:
    blank = tmp_path / "leeg.xlsx"
    run("template", blank)
    ran = run("check", blank)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"{blank}: er staan nog geen mijlpalen in. Vul ze in op blad Mijlpalenplan.\n"


def test_standard_input(run: Any, plan: Path, sample_bytes: bytes) -> None:
    ran = run("check", "-", stdin=sample_bytes)
    assert ran.status == 0
    assert ran.out.startswith("(standaardinvoer)\n")
    empty = run("check", "-")
    assert (empty.status, empty.out) == (2, "")
    assert empty.err.startswith("(standaardinvoer): ")


def test_output_in_a_file_is_replaced_without_force(run: Any, plan: Path) -> None:
    for _ in range(2):
        ran = run("check", "plan.xlsx", "-o", "uit.txt")
        assert (ran.status, ran.out) == (0, "")
    assert "Stand per deelproject" in Path("uit.txt").read_text("utf-8")
    run("check", "plan.xlsx", "-o", "uit.json")
    assert json.loads(Path("uit.json").read_text("ascii"))["schema"] == "mijlpalen-xlsx/report/1"


def test_output_is_never_an_input(run: Any, plan: Path, sample_bytes: bytes) -> None:
    Path("link.txt").symlink_to(plan)
    ran = run("check", "plan.xlsx", "-o", "link.txt", "--force")
    assert ran.status == 2
    assert "dit is het bestand dat gelezen wordt" in ran.err
    assert plan.read_bytes() == sample_bytes


def test_english(run: Any, plan: Path) -> None:
    ran = run("check", "plan.xlsx", "--lang", "en")
    assert "Status per subproject on 1 October 2023" in ran.out
    assert "Due (planned)" in ran.out
    assert "Stand per" not in ran.out


@pytest.mark.parametrize("columns", [32, 40, 57, 58, 60, 75, 76, 80, 100, 120, 200])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_never_wider_than_the_terminal(
    run: Any, plan: Path, monkeypatch: pytest.MonkeyPatch, columns: int, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("check", "plan.xlsx", "--lang", lang, "--select", "M").out.splitlines()
    assert [line for line in lines if width(line) > columns] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_hints_of_one_kind_are_all_written_out_when_asked_for(run: Any, plan: Path) -> None:
    short, long = run("check", "plan.xlsx").out, run("check", "plan.xlsx", "--select", "M210").out
    assert "lees ze met --select M210" in short
    assert "--select" not in long
    assert long.count("Wij lezen") > short.count("Wij lezen")


def test_an_error_in_the_program_names_the_place_and_the_rest_goes_on(
    run: Any, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = mijlpalen_xlsx.read
    first = plan.read_bytes()

    def fails(source: Any, **more: Any) -> Any:
        if source == first:
            raise ZeroDivisionError("Jan Jansen")
        return real(source, **more)

    monkeypatch.setattr("mijlpalen_xlsx.report.read", fails)
    Path("twee.xlsx").write_bytes(first + b" ")
    ran = run("check", "plan.xlsx", "twee.xlsx")
    assert ran.status == 2
    assert ran.err.startswith(
        "plan.xlsx: hier gaat iets mis in het programma zelf (ZeroDivisionError, report.py:"
    )
    assert "Jan Jansen" not in ran.err
    assert "Traceback" not in ran.err
    assert ran.out.count("Stand per deelproject") == 1
    files = json.loads(run("check", "plan.xlsx", "twee.xlsx", "--format", "json").out)["files"]
    assert [file["readable"] for file in files] == [False, True]
    assert "ZeroDivisionError" in files[0]["reason"]
    monkeypatch.setenv("MIJLPALEN_DEBUG", "1")
    assert "Traceback" in run("check", "plan.xlsx").err


def test_lock_files_of_excel_are_passed_over(run: Any, plan: Path) -> None:
    Path("~$plan.xlsx").write_bytes(b"\x05Iemand")
    for command in ("check", "summary"):
        ran = run(command, "plan.xlsx", "~$plan.xlsx")
        assert ran.status == 0
        assert ran.err == "~$plan.xlsx: overgeslagen: dit is geen plan, maar een hulpbestand van Excel.\n"
    assert run("check", "~$plan.xlsx").status == 2
