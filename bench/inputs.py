"""The workbooks that the benchmark reads: made once, and again when what makes them changes."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from brochure import write_brochure
from notes import with_notes
from odd import ODD, write_odd
from plans import mistaken, plan

__all__ = [
    "MADE", "PROGRAM", "brochure", "calls_of", "folder", "forget_older", "lean_program", "mistaken_workbook",
    "odd_file", "plan_data", "small_folder", "workbook",
]  # fmt: skip

HERE = Path(__file__).parent
MADE = HERE / "made"
PROGRAM = Path(sys.executable).with_name("mijlpalen-xlsx")
MAKERS = ("inputs.py", "plans.py", "notes.py", "odd.py", "brochure.py", "replay.py")
ORIGINALS = 20
"""Workbooks of which those in a folder of small ones are copies with other words."""
REGION, PLACE = "Regio 00000", "Plaatsnaam"
"""Words of the originals that every copy has its own for."""


@cache
def _place() -> Path:
    """Where files of these makers lie. What the package's writer makes stands for the writer."""
    makers = hashlib.sha256(_bytes(plan(12)))
    for name in MAKERS:
        makers.update((HERE / name).read_bytes())
    place = MADE / f"inputs-{makers.hexdigest()[:12]}"
    place.mkdir(parents=True, exist_ok=True)
    return place


def forget_older() -> None:
    """Remove the files of makers that have changed since."""
    for place in MADE.glob("inputs-*"):
        if place != _place():
            shutil.rmtree(place)


def _made(name: str, make: Callable[[Path], None]) -> Path:
    """The file or folder of that name; what is half made has another name, so it is never taken for whole."""
    target = _place() / name
    if not target.exists():
        half = target.with_name(f"half-{name}")
        if half.is_dir():
            shutil.rmtree(half)
        print(f"making {name}", file=sys.stderr)
        make(half)
        half.rename(target)
    return target


def _bytes(data: dict[str, object]) -> bytes:
    from mijlpalen_xlsx import plan_from_data, workbook_bytes

    return workbook_bytes(plan_from_data(data))


def _parts(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as book:
        return {name: book.read(name) for name in book.namelist()}


def _pack(parts: dict[str, bytes], target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in parts.items():
            book.writestr(name, part)


def _noted(data: dict[str, object], target: Path) -> None:
    _pack(with_notes(_parts(_bytes(data))), target)


def workbook(rows: int) -> Path:
    """A plausible plan of ``rows`` milestones with styles, cells coloured by hand and notes."""
    return _made(f"plan-{rows}.xlsx", lambda target: _noted(plan(rows), target))


def mistaken_workbook(rows: int) -> Path:
    """The workbook of ``rows`` milestones with four mistakes each."""
    return _made(f"fouten-{rows}.xlsx", lambda target: _noted(mistaken(rows), target))


def plan_data(rows: int) -> Path:
    """The plan of ``rows`` milestones as JSON."""
    return _made(f"plan-{rows}.json", lambda target: _written(target, json.dumps(plan(rows))))


def _written(target: Path, text: str) -> None:
    target.write_text(text, encoding="utf-8")


def brochure() -> Path:
    """Ten sheets of tables as the brochure has them, without anything of our format."""
    return _made("brochure.xlsx", write_brochure)


def odd_file(name: str) -> Path:
    """One of the legal and hostile files, by its name in ``ODD``."""
    assert name in ODD
    return _made(f"{name}.xlsx", lambda target: write_odd(name, workbook(60), target))


def calls_of(rows: int) -> Path:
    """The calls to XlsxWriter that make the workbook of ``rows`` milestones."""
    note = [sys.executable, str(HERE / "replay.py"), "note", str(plan_data(rows))]
    return _made(f"calls-{rows}.pickle", lambda target: _ran([*note, str(target)]))


def _ran(words: list[str]) -> None:
    subprocess.run(words, check=True)


def folder(count: int) -> Path:
    """``count`` workbooks of 45 to 75 milestones, each with its own region, words and dates."""
    return _made(f"folder-{count}", lambda target: _fill(target, count))


def _fill(target: Path, count: int) -> None:
    target.mkdir()
    with ProcessPoolExecutor(2) as workers:
        list(workers.map(_one_of_many, [target] * count, range(count), chunksize=8))


def _one_of_many(target: Path, number: int) -> None:
    rows = 45 + number * 7 % 31
    _noted(plan(rows, number + 1, f"Regio {number:05}"), target / f"plan-{number:05}.xlsx")


def small_folder(count: int, rows: int) -> Path:
    """``count`` workbooks of ``rows`` milestones, each with its own region and places.

    Copies of a few originals, with words replaced: what grows with the number of files shows all the same.
    """
    return _made(f"small-{count}-of-{rows}", lambda target: _fill_small(target, count, rows))


def _fill_small(target: Path, count: int, rows: int) -> None:
    target.mkdir()
    originals = [_original(number, rows) for number in range(min(ORIGINALS, count))]
    for number in range(count):
        own = {name: _renamed(part, number) for name, part in originals[number % ORIGINALS].items()}
        _pack(own, target / f"plan-{number:05}.xlsx")


def _original(number: int, rows: int) -> dict[str, bytes]:
    data = plan(rows, number + 1, REGION, place=PLACE)
    return with_notes(_parts(_bytes(data)))


def _renamed(part: bytes, number: int) -> bytes:
    region = REGION.replace("00000", f"{number:05}")
    return part.replace(REGION.encode(), region.encode()).replace(
        PLACE.encode(), b"%s%05d" % (b"Dorp", number)
    )


def lean_program() -> Path:
    """The program in an environment with what it needs and openpyxl, and so without numpy and lxml.

    ``python`` lies beside it. Packages are links to those of this environment: the same files are read.
    """
    return _made("lean", _lean) / "bin" / PROGRAM.name


def _lean(target: Path) -> None:
    _ran([sys.executable, "-m", "venv", "--without-pip", str(target)])
    here = Path(sysconfig.get_path("purelib"))
    there = next(target.glob("lib/python*/site-packages"))
    for name in ("click", "xlsxwriter", "openpyxl", "et_xmlfile"):
        (there / name).symlink_to(here / name)
    (there / "mijlpalen_xlsx").symlink_to(HERE.parent / "mijlpalen_xlsx")
    final = target.with_name("lean")  # its name when it is whole
    script = target / "bin" / PROGRAM.name
    script.write_text(f"#!{final}/bin/python\n" + PROGRAM.read_text("utf-8").partition("\n")[2], "utf-8")
    script.chmod(0o755)
