"""Runs the commands of a sample and writes down what they print, as the expected files hold it.

``cmd.txt`` has a command per line, run in the folder itself. ``expected.txt`` has each command with what it
prints and its exit status; what a command prints as JSON is in ``expected.json`` instead.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from mijlpalen_xlsx.cli import main

__all__ = ["stories", "written_down"]

HERE = Path(__file__).resolve().parent
ENVIRON = {"MIJLPALEN_LANG": "nl", "COLUMNS": "80", "NO_COLOR": "1"}
VERSION = re.compile(r'("name": "mijlpalen-xlsx",\s+"version": )"[^"]+"')


def stories() -> list[Path]:
    """The folders of the samples."""
    return sorted(path.parent for path in HERE.glob("*/cmd.txt"))


def written_down(folder: Path) -> dict[str, str]:
    """The expected files of one sample with what they should hold today."""
    files: dict[str, str] = {}
    told = []
    for line in (folder / "cmd.txt").read_text("utf-8").splitlines():
        status, out, err = _ran(shlex.split(line)[1:], folder)
        if "--format json" in line:
            files["expected.json"] = VERSION.sub(r'\1"…"', out)
            out = "(expected.json)\n"
        told.append(f"$ {line}\n{out}{err}[{status}]\n")
    return {**files, "expected.txt": "\n".join(told)}


def _ran(args: list[str], folder: Path) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command run in ``folder``."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with mock.patch.dict(os.environ, ENVIRON), contextlib.chdir(folder), _streams(out, err):
        status = main(args)
    return status, _text(out), _text(err)


@contextlib.contextmanager
def _streams(out: io.TextIOWrapper, err: io.TextIOWrapper) -> Iterator[None]:
    with mock.patch.object(sys, "stdout", out), mock.patch.object(sys, "stderr", err):
        yield


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
