"""What reading makes is freed as soon as nobody needs it: no object of it refers to itself by a detour."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from mijlpalen_xlsx.reader import open_plan, read_workbook
from mijlpalen_xlsx.rules import check_plan

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("name", ["halverwege/plan.xlsx", "fouten/plan.xlsx", "libreoffice/plan.xlsx"])
def test_nothing_is_left_for_the_collector(name: str) -> None:
    def work() -> None:
        check_plan(read_workbook(open_plan(SAMPLES / name)))

    work()  # what is made once, such as tables of words, stays
    gc.collect()
    gc.disable()
    try:
        work()
        assert gc.collect() == 0
    finally:
        gc.enable()
