"""What a command may not load: each of these takes longer than the rest of a small command together."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "samples" / "halverwege" / "plan.xlsx"

OTHERS = {
    "babel", "dask", "distributed", "docx", "flask", "fsspec", "icalendar", "jinja2", "jsonschema", "lxml",
    "markdown_it", "networkx", "numpy", "openpyxl", "pandas", "pyarrow", "resvg_py", "waitress", "werkzeug",
}  # fmt: skip
"""Packages of the extras, of the tests, and what others in this field load for everything they do."""

SLOW = {
    "argparse", "asyncio", "concurrent.futures", "configparser", "csv", "ctypes", "doctest", "email", "http",
    "logging", "multiprocessing", "optparse", "pickle", "pkgutil", "pydoc", "selectors", "socket", "sqlite3",
    "ssl", "subprocess", "unittest", "xml.dom", "xml.etree", "xml.sax",
}  # fmt: skip
"""Of Python's own library, what is loaded for one rare branch or by mistake."""

CELLS = {"zipfile", "zlib", "pyexpat", "xml", "mijlpalen_xlsx.sheets", "mijlpalen_xlsx.reader"}
"""What opens a workbook."""
WRITING = {"xlsxwriter", "decimal", "fractions", "random", "tempfile", "mijlpalen_xlsx.writer"}
"""What makes one."""
JUDGING = {"mijlpalen_xlsx.rules.check", "mijlpalen_xlsx.report", "mijlpalen_xlsx.schedule"}
"""What says how a plan stands; `explain` needs the list of rules, and `template` the words of a status."""
ELSEWHERE = {"mijlpalen_xlsx.comparison", "mijlpalen_xlsx.picture"}
MANY = ELSEWHERE | {"mijlpalen_xlsx.many", "mijlpalen_xlsx.summary"}
"""What has to do with more plans than one, or with drawing them."""
DATA = {
    "dataclasses", "hashlib", "ipaddress", "json", "pathlib", "tomllib", "unicodedata", "urllib",
    "mijlpalen_xlsx.dates", "mijlpalen_xlsx.format",
}  # fmt: skip
"""What the definition of the format brings along; help needs none of it."""

NEVER = OTHERS | SLOW
NOT_FOR = {
    "--help": NEVER | CELLS | WRITING | JUDGING | MANY | DATA,
    "--version": NEVER | CELLS | WRITING | JUDGING | MANY | DATA,
    "check --help": NEVER | CELLS | WRITING | JUDGING | MANY,
    "explain": NEVER | CELLS | WRITING | MANY | {"json", "hashlib"},
    "explain M201": NEVER | CELLS | WRITING | MANY | {"json", "hashlib"},
    "format": NEVER | CELLS | WRITING | JUDGING | MANY | {"json", "hashlib"},
    "template blank.xlsx": NEVER | MANY | {"pyexpat", "mijlpalen_xlsx.reader", "mijlpalen_xlsx.rules"},
    "check plan.xlsx": NEVER | WRITING | ELSEWHERE | {"hashlib", "json"},
    "summary plan.xlsx": NEVER | WRITING | ELSEWHERE,
}

RUN = """
import sys
from mijlpalen_xlsx.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize("command", NOT_FOR)
def test_command_loads_only_what_it_needs(command: str, tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *command.split()],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = set(done.stderr.split())
    assert "mijlpalen_xlsx.cli" in loaded, done.stderr
    assert done.returncode in (0, 1)
    assert sorted(loaded & NOT_FOR[command]) == []
