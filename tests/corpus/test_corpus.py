"""Every file of the corpus gives what is expected of it, cheaply, and each address opens to what was read."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mijlpalen_xlsx.words import clean
from tests.corpus import damage, large, people, programs, variants
from tests.corpus.bases import bases
from tests.corpus.cases import Case, same

ROOT = Path(__file__).parents[2]
MIB = 1024 * 1024
MOST_CPU, MOST_MEMORY = 2, 200 * MIB
GROUPS = (damage, variants, programs, people, large)


def read_all(cases: list[Case], folder: Path) -> dict[str, dict[str, Any]]:
    """What came out of each case, read in a process of its own with little memory to ask for."""
    for case in cases:
        (folder / f"{case.name}.xlsx").write_bytes(case.data)
    command = [sys.executable, "-m", "tests.corpus.read_each", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return {found["name"]: found for found in map(json.loads, done.stdout.splitlines())}


def rows_only(data: dict[str, Any]) -> dict[str, list[str]]:
    return {key: sorted(map(str, data[key])) for key in ("milestones", "activities")}


def differences(case: Case, found: dict[str, Any], base: dict[str, Any]) -> Iterator[str]:
    if case.code or "code" in found:
        if found.get("code") != case.code:
            yield f"{case.name}: {found.get('code', 'read')}, expected {case.code or case.base}"
        return
    one, other = found["data"], base["data"]
    if (rows_only(one) != rows_only(other)) if case.loose else (one != other):
        yield f"{case.name}: other data than {case.base}"
    expected = (set(base["remarks"]) | case.new) - case.gone
    if set(found["remarks"]) != expected:
        yield f"{case.name}: remarks {found['remarks']}, expected {sorted(expected)}"


def opened(data: bytes) -> Any:
    """The workbook by openpyxl; None for what it refuses, and for .ods."""
    import io

    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it loses is its own affair
        try:
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        except Exception:  # it fails in many ways on what other programs open
            return None


def shown(value: object) -> str:
    if isinstance(value, datetime):
        return str(value.date())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))


def untrue(case: Case, found: dict[str, Any], book: Any) -> Iterator[str]:
    """The addresses at which another program shows something else than was read."""
    for sheet, row, column, text in found.get("cells", ()):
        if sheet not in book.sheetnames:
            continue  # openpyxl opens the strict variant, and finds no sheets in it
        value = book[sheet].cell(row, column).value
        if value is not None and shown(value) != clean(text):
            yield f"{case.name}: {sheet} {row},{column} holds {value!r}, read as {text!r}"


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__.rpartition(".")[2])
def test_all_as_expected(group: ModuleType, tmp_path: Path) -> None:
    cases = list(group.cases())
    given = [same(f"base-{name}", data, name) for name, data in bases().items()]
    found = read_all([*cases, *given], tmp_path)
    wrong = [
        text
        for case in cases
        for text in differences(case, found[case.name], found.get(f"base-{case.base}", {}))
    ]
    assert wrong == []
    costly = {n: (f["cpu"], f["memory"]) for n, f in found.items() if too_much(f)}
    assert costly == {}
    books = ((case, opened(case.data)) for case in cases if not case.code)
    assert [text for case, book in books if book for text in untrue(case, found[case.name], book)] == []


def too_much(found: dict[str, Any]) -> bool:
    return bool(found["cpu"] > MOST_CPU or found["memory"] > MOST_MEMORY)


def test_the_size_and_names_of_the_corpus() -> None:
    names = [case.name for group in GROUPS for case in group.cases()]
    assert len(set(names)) == len(names) >= 150


#: What openpyxl opens and we do not, and why that is better. Large files are left out: it has no limits.
REFUSED_ON_PURPOSE = {
    "bzip2": "Excel refuses it too", "lzma": "Excel refuses it too",
    "sheet-twice": "programs differ in which of the two they show",
    "no-sheet-part": "it leaves the sheet out in silence", "another-root": "it reads an empty sheet",
    "no-plan": "a workbook, and no plan in it",
    "a-row-beyond-the-last": "no program can show it",
    "doctype-in-sheet": "no program writes one", "entities-in-strings": "no program writes one",
}  # fmt: skip


def test_openpyxl_opens_nothing_that_we_should_read() -> None:
    """So it is no fallback; see docs/adr/0001."""
    refused = [case for group in (damage, variants, programs, people) for case in group.cases() if case.code]
    assert {case.name for case in refused if opened(case.data)} == set(REFUSED_ON_PURPOSE)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda case: case._replace(code="M003"), "read"),
        (lambda case: case._replace(base="full"), "other data"),
        (lambda case: case._replace(new=frozenset({"iets"})), "remarks"),
    ],
)
def test_a_difference_is_seen(change: Callable[[Case], Case], says: str, tmp_path: Path) -> None:
    case = same("one", bases()["hand"], "hand")
    others = [same(name, data, name) for name, data in bases().items()]
    found = read_all([case, *others], tmp_path)
    assert list(differences(case, found["one"], found["hand"])) == []
    wrong = change(case)
    assert any(says in text for text in differences(wrong, found["one"], found[wrong.base]))
    book = opened(case.data)
    book["Planning"]["B4"] = "iets anders"
    assert list(untrue(case, found["one"], book))
