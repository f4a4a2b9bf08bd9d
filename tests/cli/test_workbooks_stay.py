"""No command writes over a workbook that somebody made, unless it is told to; over an input never."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, files


@pytest.fixture
def two(plan: Path) -> Path:
    """A folder with a plan, another workbook, and a folder with the same plan."""
    shutil.copy(plan, "ander.xlsx")
    shutil.copy(plan, "zonder-naam")
    Path("map").mkdir()
    shutil.copy(plan, "map/plan 02.xlsx")
    return plan.parent


NEVER = (
    ("summary", "plan.xlsx", "ander.xlsx", "-o", "ander.xlsx"),
    ("summary", "map", "-o", "map/plan 02.xlsx"),
    ("compare", "plan.xlsx", "ander.xlsx", "-o", "ander.xlsx"),
    ("compare", "plan.xlsx", "plan.xlsx", "-o", "ander.xlsx", "--format", "json"),
    ("check", "plan.xlsx", "-o", "ander.xlsx"),
    ("check", "plan.xlsx", "-o", "nieuw.ods"),
    ("check", "plan.xlsx", "--format", "json", "-o", "ander.xlsx"),
    ("export", "plan.xlsx", "-o", "ander.xlsx"),
)
ASKED = (
    ("summary", "plan.xlsx", "-o", "ander.xlsx"),
    ("compare", "plan.xlsx", "plan.xlsx", "-o", "ander.xlsx"),
    ("check", "plan.xlsx", "-o", "zonder-naam"),
)


@pytest.mark.parametrize("args", NEVER, ids=" ".join)
def test_never(run: Run, two: Path, args: tuple[str, ...]) -> None:
    before, below = files(two), files(two / "map")
    for more in ((), ("--force",)):
        ran = run(*args, *more)
        assert (ran.status, ran.out) == (2, "")
        assert any(said in ran.err for said in ("blijft zoals het is", "Kies een andere", "eindigen op"))
    assert (files(two), files(two / "map")) == (before, below)


@pytest.mark.parametrize("args", ASKED, ids=" ".join)
def test_only_when_asked(run: Run, two: Path, args: tuple[str, ...]) -> None:
    before = files(two)
    ran = run(*args)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("dit bestand bestaat al. Kies een andere naam, of vervang het met --force.\n")
    assert files(two) == before
    assert run(*args, "--force").status == 0
    assert [name for name, data in files(two).items() if data != before[name]] == [args[-1]]


@pytest.mark.parametrize(
    "args",
    [("summary", "map"), ("summary", "map", "uit.xlsx"), ("compare", "plan.xlsx", "map/plan 02.xlsx")],
    ids=" ".join,
)
def test_an_earlier_overview_is_replaced(run: Run, two: Path, args: tuple[str, ...]) -> None:
    assert run(args[0], "map/plan 02.xlsx", "plan.xlsx", "-o", "uit.xlsx").status == 0
    ran = run(*args, "-o", "uit.xlsx")
    assert (ran.status, ran.err) == (0, "Geschreven: uit.xlsx\n")


def test_versions_compared_are_no_plan(run: Run, two: Path) -> None:
    assert run("compare", "plan.xlsx", "ander.xlsx", "-o", "map/verschil.xlsx").status == 0
    ran = run("summary", "map")
    assert (ran.status, ran.err) == (0, "")
    assert "1 overzicht van dit programma overgeslagen" in ran.out
