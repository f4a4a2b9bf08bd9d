"""The workbooks that the benchmark reads, made by the package's own writer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

MADE = Path(__file__).parent / "made"
PROGRAM = Path(sys.executable).with_name("mijlpalen-xlsx")
FIRST_YEAR = 2025
YEARS = 4
SUBPROJECTS = 10
REGION = "Voorbeeldregio"


def day(offset: int) -> dict[str, str]:
    """A date that lies ``offset`` days into the first year, as plans in JSON have it."""
    at = date(FIRST_YEAR, 1, 1) + timedelta(days=offset % (YEARS * 365))
    return {"first": at.isoformat(), "last": at.isoformat(), "precision": "day", "text": f"{at:%d-%m-%Y}"}


def milestone(index: int) -> dict[str, object]:
    """The milestone at ``index`` from 0: of each ten some are done, some slip, some are still to come."""
    subproject, rank = index % SUBPROJECTS + 1, index // SUBPROJECTS + 1
    done, slips = index % 10 < 3, index % 10 == 7
    return {
        "kind": "decision" if index % 12 == 11 else "milestone",
        "number": f"{subproject}.{rank}",
        "title": f"Mijlpaal {rank} van deelproject {subproject}: wat er dan klaar is",
        "subproject": str(subproject),
        "start": day(rank * 17),
        "due": day(rank * 17 + 60),
        "expected": day(rank * 17 + 95) if slips else None,
        "actual": day(rank * 17 + 58) if done else None,
        "cancelled": False,
        "depends_on": [f"{subproject}.{rank - 1}"] if rank > 1 else [],
        "effort": 40.0,
        "party": f"Partij {index % 5 + 1}",
        "responsibility": "Zorgt dat het af komt",
        "roles": [{"party": f"Partij {index % 5 + 1}", "role": "V"}],
    }


def plan(rows: int) -> dict[str, object]:
    """A plan of ``rows`` milestones over ten subprojects, in the shape that ``template --from`` takes."""
    subprojects = [{"number": str(n), "title": f"Deelproject {n}"} for n in range(1, SUBPROJECTS + 1)]
    parties = [{"name": f"Partij {n}", "short": f"P{n}"} for n in range(1, 6)]
    return {
        "format": {"version": "1.0", "layout": "full", "language": "nl"},
        "scheme": "sto-2025-2028",
        "region": REGION,
        "reference_date": f"{FIRST_YEAR + 1}-03-01",
        "years": [FIRST_YEAR, FIRST_YEAR + YEARS - 1],
        "parties": parties,
        "subprojects": subprojects,
        "milestones": [milestone(index) for index in range(rows)],
        "activities": [],
        "log": [],
    }


def mistaken(rows: int) -> dict[str, object]:
    """A plan with four mistakes in every milestone: no title, due before its start, and two unknown words."""
    found = plan(rows)
    found["milestones"] = [
        {
            **milestone(index),
            "title": None,
            "start": day(index % 700 + 100),
            "due": day(index % 700),
            "expected": None,
            "actual": None,
            "depends_on": [f"99.{index}"],
            "party": f"Onbekend {index}",
            "roles": [],
        }
        for index in range(rows)
    ]
    return found


def workbook(rows: int) -> Path:
    """The workbook of ``rows`` milestones."""
    return _made(f"plan-{rows}", plan(rows))


def mistaken_workbook(rows: int) -> Path:
    """The workbook of ``rows`` milestones with four mistakes each."""
    return _made(f"fouten-{rows}", mistaken(rows))


def _made(name: str, data: dict[str, object]) -> Path:
    """The workbook of a plan; always made anew, for the writer may have changed."""
    MADE.mkdir(exist_ok=True)
    source, target = MADE / f"{name}.json", MADE / f"{name}.xlsx"
    source.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    subprocess.run([PROGRAM, "template", "--from", source, target, "--force"], check=True)
    return target


def far_cell() -> Path:
    """A small plan with one coloured cell in the last corner of its sheet."""
    return _with_rows("far-cell.xlsx", [b'<row r="1048576"><c r="XFD1048576" s="5"/></row>'])


def formatted_rows() -> Path:
    """A small plan above a million rows that are formatted and empty: some 10 MB."""
    return _with_rows("formatted-rows.xlsx", map(_formatted, range(2_000, 1_002_000)))


def _formatted(row: int) -> bytes:
    cells = b"".join(b'<c r="%s%d" s="5"/>' % (letter, row) for letter in (b"A", b"B", b"C", b"D"))
    return b'<row r="%d" spans="1:4" ht="15">%s</row>' % (row, cells)


def _with_rows(name: str, rows: Iterable[bytes]) -> Path:
    """The workbook of ten milestones with rows after the last one of its plan sheet."""
    target = MADE / name
    with zipfile.ZipFile(workbook(10)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            start, end, rest = before.read(entry).partition(b"</sheetData>")
            with after.open(entry.filename, "w") as part:
                part.write(start)
                for row in rows if entry.filename == "xl/worksheets/sheet2.xml" else ():
                    part.write(row)
                part.write(end + rest)
    return target


def calls_of(rows: int) -> Path:
    """The calls to XlsxWriter that make the workbook of ``rows`` milestones."""
    target = MADE / f"calls-{rows}.pickle"
    note = [sys.executable, str(Path(__file__).with_name("replay.py")), "note"]
    workbook(rows)
    subprocess.run([*note, str(MADE / f"plan-{rows}.json"), str(target)], check=True)
    return target


def folder(count: int, rows: int) -> Path:
    """A folder with ``count`` workbooks of ``rows`` milestones, each of a region of its own."""
    target = MADE / f"folder-{count}-of-{rows}"
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    with zipfile.ZipFile(workbook(rows)) as book:
        parts = [(entry.filename, book.read(entry)) for entry in book.infolist()]
    for number in range(count):
        _of_region(target / f"plan-{number:04}.xlsx", parts, b"Regio %04d" % number)
    return target


def _of_region(target: Path, parts: list[tuple[str, bytes]], region: bytes) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, content in parts:
            book.writestr(name, content.replace(REGION.encode(), region))
