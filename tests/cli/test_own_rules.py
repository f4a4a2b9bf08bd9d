"""Own rules at the command line: the file that holds, what is accepted, and mistakes in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"

RULES = """
[[rule]]
code = "U001"
on = "milestone"
require = { party = { contains = "nergens" } }
severity = "error"
nl = "kies een partij"
en = "choose a party"
"""
ACCEPT = """
[[accept]]
code = "U001"
cell = "{cell}"
reason = "mag van de stuurgroep"
"""


@pytest.fixture
def plan(tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook in a folder of its own, for a person without settings."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "plan.xlsx").write_bytes(sample_bytes)
    return folder / "plan.xlsx"


def own_cells(text: str) -> list[str]:
    (file,) = json.loads(text)["files"]
    return [f["cell"] for f in file["findings"] if f["code"] == "U001" and f["accepted"] is None]


def test_the_file_beside_the_workbook_holds_and_is_named(run: Run, plan: Path, tmp_path: Path) -> None:
    assert "eigen regels" not in run("check", plan).out
    (plan.parent / "mijlpalen.toml").write_text(RULES)
    ran = run("check", plan)
    assert ran.status == 1
    assert "eigen regels uit" in ran.out
    assert "mijlpalen.toml" in "".join(ran.out.split())  # a long name may be broken
    assert "Kies een partij U001" in ran.out
    other = tmp_path / "andere.toml"
    other.write_text('ignore = ["M"]')
    ran = run("check", plan, "--rules", other)
    assert ran.status == 0
    assert "Geen fouten gevonden" in ran.out
    assert "andere.toml" in "".join(ran.out.split())


def test_a_persons_own_file_holds_last(run: Run, plan: Path, tmp_path: Path) -> None:
    personal = tmp_path / "config" / "mijlpalen-xlsx" / "mijlpalen.toml"
    personal.parent.mkdir(parents=True)
    personal.write_text(RULES)
    assert own_cells(run("check", plan, "--format", "json").out)
    (plan.parent / "mijlpalen.toml").write_text("")
    assert not own_cells(run("check", plan, "--format", "json").out)


def test_what_is_accepted_is_counted_apart(run: Run, plan: Path) -> None:
    rules = plan.parent / "mijlpalen.toml"
    rules.write_text(RULES)
    before = json.loads(run("check", plan, "--format", "json").out)["files"][0]
    cell = next(f["cell"] for f in before["findings"] if f["code"] == "U001")
    rules.write_text(RULES + ACCEPT.format(cell=cell))
    data = json.loads(run("check", plan, "--format", "json").out)
    after = data["files"][0]
    assert after["rules"] == str(rules)
    assert after["counts"] == {**before["counts"], "error": before["counts"]["error"] - 1, "accepted": 1}
    assert len(after["findings"]) == len(before["findings"])
    assert [f["accepted"] for f in after["findings"] if f["cell"] == cell and f["code"] == "U001"] == [
        "mag van de stuurgroep"
    ]
    assert data["unused_accepts"] == []
    text = run("check", plan).out
    assert f"!{cell}  U001 mag van de stuurgroep" in text
    assert "1 geaccepteerd" in text


def test_when_everything_is_accepted_the_outcome_is_good(run: Run, plan: Path) -> None:
    rules = plan.parent / "mijlpalen.toml"
    rules.write_text(RULES)
    cells = own_cells(run("check", plan, "--format", "json").out)
    rules.write_text('ignore = ["M"]' + RULES + "".join(ACCEPT.format(cell=cell) for cell in cells))
    ran = run("check", plan)
    assert ran.status == 0
    assert f"Geen fouten gevonden. {len(cells)} geaccepteerd." in ran.out


def test_what_is_accepted_without_need_is_said(run: Run, plan: Path) -> None:
    rules = plan.parent / "mijlpalen.toml"
    rules.write_text(ACCEPT.format(cell="A1").replace("U001", "M201"))
    ran = run("check", plan)
    assert "regel 2: M201 in cel A1 komt niet meer voor. Haal die regel weg." in " ".join(ran.out.split())
    data = json.loads(run("check", plan, "--format", "json").out)
    assert [(u["line"], u["code"], u["cell"]) for u in data["unused_accepts"]] == [(2, "M201", "A1")]
    assert "komt niet meer voor" not in run("check", plan, "--select", "M1").out


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("kind", "times"), [("html", 1), ("sarif", 1), ("junit", 1), ("github", 1), ("csv", 0)]
)
def test_every_form_says_once_what_is_accepted_without_need(
    run: Run, plan: Path, kind: str, times: int, jobs: str
) -> None:
    rules = plan.parent / "mijlpalen.toml"
    rules.write_text(RULES)
    cell = own_cells(run("check", plan, "--format", "json").out)[0]
    never = ACCEPT.format(cell="A1").replace("U001", "M201")
    rules.write_text(RULES + ACCEPT.format(cell=cell) + never)
    other = plan.parent / "ander.xlsx"  # does not have what is accepted in the plan
    other.write_bytes((SAMPLES / "2025-2028" / "plan.xlsx").read_bytes())
    assert cell not in own_cells(run("check", other, "--format", "json").out)
    for names in ((plan, other), (other, plan)):
        said = run("check", *names, "--format", kind, "--jobs", jobs).data.decode()
        assert said.count("komt niet meer voor") == times


def test_accepted_in_one_of_two_workbooks_is_used(run: Run, plan: Path) -> None:
    rules = plan.parent / "mijlpalen.toml"
    rules.write_text(RULES)
    cell = own_cells(run("check", plan, "--format", "json").out)[0]
    rules.write_text(RULES + ACCEPT.format(cell=cell))
    run("template", plan.parent / "ander.xlsx")
    text = run("check", plan, plan.parent / "ander.xlsx").out
    assert "komt niet meer voor" not in text


def test_mistakes_in_the_file_come_before_any_check(run: Run, plan: Path) -> None:
    rules = plan.parent / "mijlpalen.toml"
    rules.write_text(RULES.replace("party =", "partyy =").replace('"error"', '"eror"'))
    ran = run("check", plan)
    assert ran.status == 2
    assert ran.out == ""
    assert "mijlpalen.toml, regel 5: een mijlpaal heeft geen kolom 'partyy'. Bedoelde u party?" in ran.err
    assert "mijlpalen.toml, regel 6: 'eror' kennen wij hier niet. Bedoelde u error?" in ran.err
    ran = run("check", plan, "--lang", "en")
    assert "mijlpalen.toml, line 5: a milestone has no column 'partyy'. Did you mean party?" in ran.err


def test_a_file_that_is_not_there_is_refused(run: Run, plan: Path) -> None:
    ran = run("check", plan, "--rules", plan.parent / "regels.toml")
    assert ran.status == 2
    assert "regels.toml" in ran.err
    assert "is er niet" in ran.err


def test_own_codes_can_be_selected(run: Run, plan: Path) -> None:
    (plan.parent / "mijlpalen.toml").write_text(RULES)
    ran = run("check", plan, "--select", "u001", "--format", "json")
    assert {f["code"] for f in json.loads(ran.out)["files"][0]["findings"]} == {"U001"}
    assert not own_cells(run("check", plan, "--ignore", "U", "--format", "json").out)


@pytest.mark.parametrize("form", ["csv", "html", "sarif", "junit", "github"])
def test_every_output_takes_own_codes(run: Run, plan: Path, form: str) -> None:
    (plan.parent / "mijlpalen.toml").write_text(RULES)
    ran = run("check", plan, "--format", form)
    assert ran.status == 1
    assert "U001" in ran.out
    assert "ies een partij" in ran.out
