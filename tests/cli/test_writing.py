"""``template``, ``refresh`` and ``export``: what they write, and what they leave alone."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from mijlpalen_xlsx import read
from mijlpalen_xlsx.plan import plan_from_data, plan_to_data


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def comparable(data: dict[str, Any]) -> dict[str, Any]:
    """A plan without what says where and how it was kept."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if k not in ("cells", "status", "slip_weeks")}
        return [plain(item) for item in value] if isinstance(value, list) else value

    kept: dict[str, Any] = plain(data)
    del kept["format"]
    return kept


def test_template_without_a_name(run: Any, empty: Path) -> None:
    ran = run("template")
    assert (ran.status, ran.out, ran.err) == (0, "", "Geschreven: mijlpalenplan.xlsx\n")
    plan = read(empty / "mijlpalenplan.xlsx")
    assert (plan.scheme, plan.about.language, plan.about.layout) == ("sto-2025-2028", "nl", "full")


def test_the_same_call_gives_the_same_bytes(run: Any, empty: Path) -> None:
    assert run("template", "-").data == run("template", "-").data
    assert run("template", "-").data.startswith(b"PK")


def test_template_takes_every_option(run: Any, empty: Path) -> None:
    ran = run(
        "template", "plan.xlsx", "--scheme", "sto-2020-2024", "--years", "2021-2024", "--scale", "month",
        "--layout", "simple", "--region", "Voorbeeld", "--subproject", "Techlab", "--subproject", "LOB",
        "--party", "Vmbo-school A = School A", "--party", "Mbo X", "--lang", "en",
    )  # fmt: skip
    assert (ran.status, ran.err) == (0, "Written: plan.xlsx\n")
    plan = read(empty / "plan.xlsx")
    assert (plan.scheme, plan.region, plan.years) == ("sto-2020-2024", "Voorbeeld", (2021, 2024))
    assert (plan.about.scale, plan.about.layout, plan.about.language) == ("month", "simple", "en")
    assert [(s.number, s.title) for s in plan.subprojects] == [("1", "Techlab"), ("2", "LOB")]
    assert [(p.name, p.short) for p in plan.parties] == [("Vmbo-school A", "School A"), ("Mbo X", None)]
    assert "Milestone plan" in openpyxl.load_workbook("plan.xlsx").sheetnames


def test_an_own_scheme(run: Any, empty: Path) -> None:
    Path("eigen.toml").write_text(
        'name = "eigen"\ntitle = "Eigen regeling"\nfirst = 2026-01-01\nlast = 2027-12-31\n', "utf-8"
    )
    assert run("template", "plan.xlsx", "--scheme", "eigen.toml").status == 0
    assert read("plan.xlsx").scheme == "eigen"
    wrong = run("template", "nog.xlsx", "--scheme", "sto-2030")
    assert (wrong.status, len(files(empty))) == (2, 2)
    assert "De regeling 'sto-2030' kennen we niet." in wrong.err
    assert run("template", "nog.xlsx", "--scheme", "weg.toml").err == "weg.toml: dit bestand is er niet.\n"


@pytest.mark.parametrize("years", ["2028-2025", "2025-2036", "ooit", "25-28", "2025-2026-2027"])
def test_years_that_cannot_be(run: Any, empty: Path, years: str) -> None:
    ran = run("template", "--years", years)
    assert (ran.status, files(empty)) == (2, {})
    assert "zijn geen jaren. Schrijf een tot tien jaren, bijvoorbeeld 2025-2028." in ran.err


def test_from_json_and_back(run: Any, empty: Path, sample_data: dict[str, Any]) -> None:
    Path("plan.json").write_text(json.dumps(sample_data), "utf-8")
    assert run("template", "plan.xlsx", "--from", "plan.json").status == 0
    exported = json.loads(run("export", "plan.xlsx").out)
    assert comparable(exported) == comparable(plan_to_data(plan_from_data(sample_data)))
    checked = json.loads(run("check", "plan.xlsx", "--format", "json").out)
    assert checked["files"][0]["plan"] == exported


def test_from_a_workbook_or_the_report_of_one(run: Any, plan: Path) -> None:
    run("check", "plan.xlsx", "--format", "json", "-o", "rapport.json")
    for source in ("plan.xlsx", "rapport.json"):
        ran = run("template", "twee.xlsx", "--from", source, "--region", "Elders", "--force")
        assert ran.status == 0, ran.err
        again = read("twee.xlsx")
        assert (again.region, len(again.milestones)) == ("Elders", 26)


def test_from_standard_input(run: Any, empty: Path, sample_data: dict[str, Any]) -> None:
    assert run("template", "plan.xlsx", "--from", "-", stdin=json.dumps(sample_data).encode()).status == 0
    assert len(read("plan.xlsx").milestones) == 26


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"milestones": 3}', "milestones"),
        ('{"mijlpalen": []}', "mijlpalen"),
        ('{"milestones": [', "dit is geen geldige JSON; het gaat mis in regel 1, bij teken 17."),
        ("[1]", "JSON"),
        ("{" * 100_000, "JSON"),
    ],
)
def test_json_that_is_no_plan(run: Any, empty: Path, text: str, said: str) -> None:
    Path("plan.json").write_text(text, "utf-8")
    ran = run("template", "plan.xlsx", "--from", "plan.json")
    assert (ran.status, ran.out, list(files(empty))) == (2, "", ["plan.json"])
    assert ran.err.startswith("plan.json: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "args",
    [
        ("template", "uit.xlsx"),
        ("refresh", "plan.xlsx", "uit.xlsx"),
        ("export", "plan.xlsx", "-o", "uit.json"),
    ],
)
def test_an_existing_file_is_only_replaced_with_force(run: Any, plan: Path, args: tuple[str, ...]) -> None:
    Path(args[-1]).write_bytes(b"van mij")
    before = files(plan.parent)
    ran = run(*args)
    assert (ran.status, files(plan.parent)) == (2, before)
    assert (
        ran.err == f"{args[-1]}: dit bestand bestaat al. Kies een andere naam, of vervang het met --force.\n"
    )
    assert run(*args, "--force").status == 0
    assert Path(args[-1]).read_bytes() != b"van mij"


@pytest.mark.parametrize(
    "args", [("refresh", "plan.xlsx", "./plan.xlsx"), ("template", "plan.xlsx", "--from", "plan.xlsx")]
)
def test_an_input_is_never_changed(run: Any, plan: Path, args: tuple[str, ...]) -> None:
    before = files(plan.parent)
    ran = run(*args, "--force")
    assert (ran.status, files(plan.parent)) == (2, before)
    assert "dit is het bestand dat gelezen wordt" in ran.err


def test_a_name_that_excel_will_not_open(run: Any, empty: Path) -> None:
    for name in ("plan", "plan.xls", "plan.json"):
        ran = run("template", name)
        assert (ran.status, files(empty)) == (2, {})
        assert f"'{name}' moet eindigen op .xlsx" in ran.err


def test_refresh_keeps_the_data_and_takes_new_looks(run: Any, plan: Path) -> None:
    assert run("refresh", "plan.xlsx", "nieuw.xlsx", "--scale", "year", "--lang", "en").status == 0
    old, new = read("plan.xlsx"), read("nieuw.xlsx")
    assert (new.about.language, new.about.scale) == ("en", "year")
    assert [m.title for m in new.milestones] == [m.title for m in old.milestones]
    assert [m.due for m in new.milestones] == [m.due for m in old.milestones]
    assert [a.light for a in new.activities] == [a.light for a in old.activities]


def test_refresh_says_what_stays_behind(run: Any, plan: Path) -> None:
    book = openpyxl.load_workbook(plan)
    book.create_sheet("Begroting")["A1"] = "€"
    book["Mijlpalenplan"]["C12"].comment = Comment("let op", "")
    book.save("eigen.xlsx")
    assert run("refresh", "eigen.xlsx", "nieuw.xlsx", "--layout", "simple").err.splitlines() == [
        "Geschreven: nieuw.xlsx",
        "Niet overgezet, want geen blad van het plan: Begroting.",
        "Niet overgezet, want de vorm 'simple' heeft geen Trend en Logboek.",
        "Niet overgezet: 1 notitie bij een cel.",
    ]


def test_export_to_standard_output_and_to_a_file(run: Any, plan: Path) -> None:
    printed = run("export", "plan.xlsx")
    assert (printed.status, printed.err) == (0, "")
    assert run("export", "plan.xlsx", "-o", "plan.json").status == 0
    assert json.loads(Path("plan.json").read_text("ascii")) == json.loads(printed.out)
    late = json.loads(run("export", "plan.xlsx", "--reference-date", "1-1-2025").out)
    assert sum(m["status"] == "late" for m in late["milestones"]) == 9


def test_a_write_that_fails_leaves_nothing(run: Any, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    for args in (("template", "uit.xlsx"), ("check", "plan.xlsx", "-o", "uit.txt")):
        ran = run(*args)
        assert (ran.status, list(files(plan.parent))) == (2, ["plan.xlsx"])
        assert ran.err == f"{args[-1]}: de schijf is vol. Er is niets geschreven.\n"


def test_a_workbook_is_read_from_standard_output(run: Any, plan: Path) -> None:
    written = run("refresh", "plan.xlsx", "-")
    assert (written.status, written.err) == (0, "")
    assert len(read(io.BytesIO(written.data)).milestones) == 26
