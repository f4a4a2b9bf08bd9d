"""One far coloured cell, and a million formatted empty rows: the same findings, in little time and memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.bases import bases

ROOT = Path(__file__).parents[2]
MIB = 1024 * 1024
PLAN = "xl/worksheets/sheet2.xml"
FLOOR_TIMES = 3

#: Checks a workbook, prints its findings, the time that took beside the floor, and the most memory.
CHECK = """
import json, sys, time, zipfile
from xml.parsers import expat
from mijlpalen_xlsx.report import check
check(sys.argv[2])
took, floor = [], []
for _ in range(2):
    start = time.process_time()
    report = check(sys.argv[1])
    took.append(time.process_time() - start)
    start = time.process_time()
    with zipfile.ZipFile(sys.argv[1]) as file:
        for name in file.namelist():
            parser = expat.ParserCreate()
            with file.open(name) as part:
                while piece := part.read(65536):
                    parser.Parse(piece, False)
    floor.append(time.process_time() - start)
with open("/proc/self/status") as status:
    memory = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
found = [(finding.code, str(finding.at)) for finding in report.files[0].findings]
print(json.dumps({"found": found, "took": min(took), "floor": min(floor), "memory": memory}))
"""


def with_rows(path: Path, rows: Iterable[bytes]) -> Path:
    """Our workbook with rows below the plan, written one by one: all of them would not fit in a text."""
    with (
        zipfile.ZipFile(io.BytesIO(bases()["simple"])) as before,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for entry in before.infolist():
            start, end, rest = before.read(entry).partition(b"</sheetData>")
            with after.open(entry.filename, "w") as part:
                part.write(start)
                for row in rows if entry.filename == PLAN else ():
                    part.write(row)
                part.write(end + rest)
    return path


def far_cell() -> Iterator[bytes]:
    yield b'<row r="1048576"><c r="XFD1048576" s="5"/></row>'


def formatted_rows() -> Iterator[bytes]:
    for row in range(2_000, 1_002_000):
        cells = b"".join(b'<c r="%s%d" s="5"/>' % (letter, row) for letter in (b"A", b"B", b"C", b"D"))
        yield b'<row r="%d" spans="1:4" ht="15">%s</row>' % (row, cells)


def checked(path: Path, base: Path) -> dict[str, Any]:
    command = [sys.executable, "-c", CHECK, str(path), str(base)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("rows", "smallest", "largest"), [(far_cell, 0, 40_000), (formatted_rows, 8 * MIB, 20 * MIB)]
)
def test_the_same_findings_in_little_memory(rows: Any, smallest: int, largest: int, tmp_path: Path) -> None:
    base = tmp_path / "base.xlsx"
    base.write_bytes(bases()["simple"])
    path = with_rows(tmp_path / "odd.xlsx", rows())
    assert smallest < path.stat().st_size < largest
    odd, plain = checked(path, base), checked(base, base)
    assert odd["found"] == plain["found"] != []
    assert odd["memory"] < 64 * MIB
    # A small plan costs more than its XML: rules and findings. That much is allowed beside the floor.
    assert odd["took"] < FLOOR_TIMES * odd["floor"] + 2 * plain["took"]
