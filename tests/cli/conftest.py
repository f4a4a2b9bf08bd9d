"""A way to run commands in this process, and a filled workbook to run them on."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

from mijlpalen_xlsx.cli import main
from mijlpalen_xlsx.plan import plan_from_data
from mijlpalen_xlsx.writer import workbook_bytes

SAMPLE = Path(__file__).parents[2] / "samples" / "halverwege" / "plan.json"


class Ran(NamedTuple):
    """How a command ended, and what it said where."""

    status: int
    out: str
    err: str
    data: bytes


class Run(Protocol):
    def __call__(self, *args: str | Path, stdin: bytes = b"") -> Ran: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command in Dutch, 80 columns wide, without a terminal."""
    monkeypatch.setenv("MIJLPALEN_LANG", "nl")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "MIJLPALEN_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def ran(*args: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return Ran(status, out.decode("utf-8", "replace"), err.decode("utf-8"), out)

    return ran


@pytest.fixture(scope="session")
def sample_data() -> dict[str, Any]:
    """The plan of the sample as JSON data."""
    data: dict[str, Any] = json.loads(SAMPLE.read_text("utf-8"))
    return data


@pytest.fixture(scope="session")
def sample_bytes(sample_data: dict[str, Any]) -> bytes:
    return workbook_bytes(plan_from_data(sample_data))


@pytest.fixture
def plan(tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as a workbook in the current folder, which is a fresh one."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.xlsx"
    path.write_bytes(sample_bytes)
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
