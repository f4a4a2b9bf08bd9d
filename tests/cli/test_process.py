"""The program as a process of its own: terminals, pipes, old consoles, and what it loads."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

SLOW = {"babel", "jinja2", "numpy", "openpyxl", "pandas", "xlsxwriter", "lxml", "unittest", "email", "http"}
PROGRAM = [sys.executable, "-m", "mijlpalen_xlsx"]


def environ(**more: str) -> dict[str, str]:
    dropped = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LANG", "LC_ALL", "PYTHONIOENCODING", "PYTHONUTF8")
    return {**{k: v for k, v in os.environ.items() if k not in dropped}, "MIJLPALEN_LANG": "nl", **more}


def on_a_terminal(*args: str, **more: str) -> str:
    """What a command shows on a terminal of 70 columns."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *args], stdout=theirs, stderr=theirs, env=environ(TERM="xterm", COLUMNS="70", **more)
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            shown += piece
        process.wait()
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_colours_only_on_a_terminal(plan: Path) -> None:
    shown = on_a_terminal("check", str(plan))
    assert "\x1b[" in shown
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b" not in bare
    piped = subprocess.run(
        [*PROGRAM, "check", str(plan)], capture_output=True, text=True, env=environ(COLUMNS="70"), check=True
    ).stdout
    assert bare == piped
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        assert on_a_terminal("check", str(plan), **{name: value}) == piped if name == "NO_COLOR" else True


def test_a_workbook_does_not_go_to_a_terminal() -> None:
    assert "Een werkboek past niet op het scherm." in on_a_terminal("template", "-")


@pytest.mark.parametrize("form", ["json", "csv", "text"])
def test_a_pipe_that_closes_is_no_error(plan: Path, form: str) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "check", *[str(plan)] * 30, "--format", form],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ(),
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "latin-1"])
def test_an_old_console_gets_all_of_it(plan: Path, encoding: str) -> None:
    done = subprocess.run(
        [*PROGRAM, "check", str(plan)],
        capture_output=True,
        env=environ(PYTHONIOENCODING=encoding),
        check=True,
    )
    text = done.stdout.decode(encoding)
    assert "Stand per deelproject op 1 oktober 2023" in text
    assert "\\u25b2" not in text
    assert done.stderr == b""


def test_output_that_cannot_be_written_is_told(plan: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "check", str(plan)], stdout=full, stderr=subprocess.PIPE, env=environ()
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"(standaarduitvoer): de schijf is vol.")
    assert done.stderr.count(b"\n") == 1


def loaded(*args: str) -> set[str]:
    """The modules that a command loads."""
    code = (
        "import sys\nfrom mijlpalen_xlsx.cli import main\nstatus = main(sys.argv[1:])\n"
        "print(*sys.modules, file=sys.stderr)\nsys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, env=environ())
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["check", "--help"], ["template", "--help"]])
def test_help_loads_only_what_it_needs(args: list[str]) -> None:
    names = loaded(*args)
    assert names & SLOW == set()
    ours = {name for name in names if name.startswith("mijlpalen_xlsx.")}
    assert not [name for name in ours if name.split(".")[1] not in ("cli", "i18n", "words")]


def test_check_and_explain_load_nothing_slow(plan: Path) -> None:
    for args in (["check", str(plan)], ["explain", "M201"], ["format"], ["schema"], ["export", str(plan)]):
        assert loaded(*args) & SLOW <= {"email"} - {"email"}, args
    assert loaded("template", str(plan.with_name("nieuw.xlsx"))) & SLOW == {"xlsxwriter"}


@pytest.mark.parametrize("args", [("check",), ("check", "--format", "csv"), ("export",), ("summary",)])
def test_a_closed_standard_output_is_said(plan: Path, args: tuple[str, ...]) -> None:
    command = [*PROGRAM, *args, str(plan)]
    closed = ["sh", "-c", '"$@" >&-', "sh", *command]
    done = subprocess.run(closed, stderr=subprocess.PIPE, text=True, env=environ(), check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("(standaarduitvoer): het bestand kan niet worden geschreven")


def test_a_closed_standard_output_that_nothing_goes_to(plan: Path) -> None:
    closed = [
        "sh",
        "-c",
        '"$@" >&-',
        "sh",
        *PROGRAM,
        "check",
        str(plan),
        "-o",
        str(plan.with_name("uit.txt")),
    ]
    done = subprocess.run(closed, stderr=subprocess.PIPE, text=True, env=environ(), check=False)
    assert (done.returncode, done.stderr) == (0, "")
