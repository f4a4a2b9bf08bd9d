"""The names that others may import: a short list, each really there, none loaded before it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import mijlpalen_xlsx

NAMES = [
    "Comparison",
    "FileReport", "Finding", "Limits", "Plan", "PlanDataError", "Report", "Scheme", "Severity", "Summary",
    "Unreadable", "__version__", "check", "compare", "load_scheme", "plan_from_data", "plan_to_data", "read",
    "summarise", "workbook_bytes", "write_workbook",
]  # fmt: skip


def test_the_list_is_this() -> None:
    assert sorted(mijlpalen_xlsx.__all__) == NAMES
    assert dir(mijlpalen_xlsx) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_there(name: str) -> None:
    assert getattr(mijlpalen_xlsx, name) is not None


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = mijlpalen_xlsx.nonsense


def test_importing_it_loads_nothing_else() -> None:
    code = "import sys; a = set(sys.modules); import mijlpalen_xlsx; print(*sorted(set(sys.modules) - a))"
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert set(loaded.split()) <= {"mijlpalen_xlsx", "__future__"}
