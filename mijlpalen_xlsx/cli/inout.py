"""Reading a plan from what a person names, and writing a result where a person wants it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from mijlpalen_xlsx.cli.base import Refused, Session

if TYPE_CHECKING:
    from mijlpalen_xlsx.many import Source
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.schemes import Scheme
    from mijlpalen_xlsx.sheets import Workbook

__all__ = [
    "bytes_of",
    "is_overview",
    "no_workbook",
    "opened",
    "plan_of",
    "read_bytes",
    "read_plan",
    "report_file",
    "settle_report",
    "source_name",
    "source_of",
    "without_locks",
    "workbook_name",
    "write",
    "write_report",
]

_WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # a zip file, and what Excel wrote before 2007


def source_name(file: str, run: Session) -> str:
    """The name of an input in a message."""
    return run.say("(standaardinvoer)") if file == "-" else file


def without_locks(files: tuple[str, ...], run: Session) -> tuple[str, ...]:
    """The files without those that Excel keeps beside a workbook that is open; each is told.

    A pattern such as ``map/*.xlsx`` takes them along. When there is nothing else they stay, to be refused.
    """
    from mijlpalen_xlsx.cli.console import tell
    from mijlpalen_xlsx.outputs.trouble import named

    kept = tuple(file for file in files if not Path(file).name.startswith("~$"))
    if not kept:
        return files
    for file in files:
        if file not in kept:
            said = run.say("Overgeslagen: dit is geen plan, maar een hulpbestand van Excel.")
            tell(named(file, said))
    return kept


def source_of(file: str) -> Source:
    """What a person named; standard input is read for ``-``, no more than may be."""
    from mijlpalen_xlsx.many.listing import Source
    from mijlpalen_xlsx.sheets import DEFAULT_LIMITS

    return Source(file, sys.stdin.buffer.read(DEFAULT_LIMITS.file_bytes + 1) if file == "-" else None)


def read_bytes(file: str, run: Session) -> bytes:
    """What is in a file, at an address, or on standard input for ``-``. Refuses what cannot be read."""
    return bytes_of(source_of(file), run)


def bytes_of(source: Source, run: Session) -> bytes:
    """What is in a source; bounded. Refuses what cannot be read."""
    from mijlpalen_xlsx.loading import load
    from mijlpalen_xlsx.outputs.sentence import render
    from mijlpalen_xlsx.outputs.trouble import not_read
    from mijlpalen_xlsx.rules import finding_of
    from mijlpalen_xlsx.sheets import Unreadable

    try:
        return load(source)[0]
    except OSError as error:
        raise Refused(not_read(error, source.name, run.lang), source_name(source.name, run)) from None
    except Unreadable as error:
        raise Refused(render(finding_of(error), run.lang), source_name(source.name, run)) from None


def read_plan(file: str, run: Session, scheme: Scheme | None = None) -> Plan:
    """The plan in a workbook or in the JSON of one."""
    return plan_of(read_bytes(file, run), source_name(file, run), run, scheme)


def plan_of(data: bytes, name: str, run: Session, scheme: Scheme | None = None) -> Plan:
    """The plan in the bytes of a workbook, or in those of the JSON of one."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _plan_of_json(data, name, run)
    return opened(data, name, run, scheme)[1]


def opened(data: bytes, name: str, run: Session, scheme: Scheme | None = None) -> tuple[Workbook, Plan]:
    """The bytes of a workbook as a workbook, and the plan in it."""
    from mijlpalen_xlsx.outputs.sentence import render
    from mijlpalen_xlsx.reader import open_plan, read_workbook
    from mijlpalen_xlsx.rules import finding_of
    from mijlpalen_xlsx.sheets import Unreadable

    try:
        workbook = open_plan(data)
        return workbook, read_workbook(workbook, scheme=scheme)
    except Unreadable as error:
        raise Refused(render(finding_of(error), run.lang), name) from None


def _plan_of_json(data: bytes, name: str, run: Session) -> Plan:
    import json

    from mijlpalen_xlsx.plan import PlanDataError, plan_from_data

    try:
        return plan_from_data(json.loads(data.decode("utf-8-sig")))
    except PlanDataError as error:
        raise Refused(run.say(error.sentence, **error.values), name) from None
    except json.JSONDecodeError as error:
        sentence = "Dit is geen geldige JSON; het gaat mis in regel {line}, bij teken {column}."
        raise Refused(run.say(sentence, line=error.lineno, column=error.colno), name) from None
    except (UnicodeDecodeError, RecursionError):
        raise Refused(run.say("Dit is geen JSON van een plan."), name) from None


def write(target: str, data: bytes, run: Session, *, inputs: tuple[str, ...] = (), force: bool) -> None:
    """Write a result whole or not at all, never over an input; ``-`` is standard output."""
    from mijlpalen_xlsx.files import WouldChangeInput, guard, write_whole
    from mijlpalen_xlsx.outputs.trouble import not_written

    if target == "-":
        _to_standard_output(data, run)
        return
    try:
        guard(target, (file for file in inputs if file != "-"))
        write_whole(target, data, force=force)
    except (OSError, WouldChangeInput) as error:
        raise Refused(not_written(error, run.lang), target) from None


def write_report(
    target: str, data: bytes, run: Session, *, inputs: Iterable[str] = (), force: bool = False
) -> None:
    """Write a report, which may replace an older one. A workbook stays, unless it is an overview of ours."""
    given = tuple(inputs)
    settle_report(target, run, inputs=given, force=force)
    write(target, data, run, inputs=given, force=True)


@contextmanager
def report_file(
    target: str, run: Session, *, inputs: Iterable[str] = (), force: bool = False
) -> Iterator[BinaryIO]:
    """A file for a report that is written piece by piece, and takes its name when it is whole."""
    from mijlpalen_xlsx.files import whole
    from mijlpalen_xlsx.outputs.trouble import not_written

    settle_report(target, run, inputs=inputs, force=force)
    try:
        with whole(target, force=True) as file:
            yield file
    except OSError as error:
        raise Refused(not_written(error, run.lang), target) from None


def settle_report(target: str, run: Session, *, inputs: Iterable[str] = (), force: bool = False) -> None:
    """Refuse a place for a report where an input or somebody's workbook stands; before any work is done."""
    from mijlpalen_xlsx.files import WouldChangeInput, guard
    from mijlpalen_xlsx.outputs.trouble import not_written

    if target == "-":
        return
    try:
        guard(target, (file for file in inputs if file != "-"))
        if not force and _is_workbook(target) and not is_overview(target):
            raise FileExistsError(17, "File exists", target)
    except (OSError, WouldChangeInput) as error:
        raise Refused(not_written(error, run.lang), target) from None


def _is_workbook(target: str) -> bool:
    """Whether a file is there that is a workbook, by its name or by how it begins."""
    path = Path(os.path.realpath(target))
    if not path.is_file():
        return False
    if _called_workbook(path):
        return True
    with path.open("rb") as file:
        return file.read(4) in _WORKBOOK_STARTS


def _called_workbook(path: Path) -> bool:
    from mijlpalen_xlsx.many.listing import SUFFIXES

    return path.suffix.lower() in SUFFIXES


def is_overview(file: str) -> bool:
    """Whether the file is an overview that this program made: a summary, or versions compared."""
    from mijlpalen_xlsx.loading import OWN
    from mijlpalen_xlsx.sheets import Limits, Unreadable, open_workbook
    from mijlpalen_xlsx.sheets.container import load

    try:
        return OWN in open_workbook(load(file, Limits())).properties
    except (OSError, Unreadable):
        return False


def no_workbook(ctx: click.Context, param: click.Parameter | None, value: str | None) -> str | None:
    """Check that an output which is no workbook is not called one."""
    path = Path(value or "-")
    if value is None or path.is_dir() or not _called_workbook(path):  # a folder has its own sentence
        return value
    say = ctx.find_object(Session) or Session()
    raise click.BadParameter(
        say.say(
            "'{value}' is de naam van een werkboek, en dit wordt er geen. Kies een andere naam.", value=value
        ),
        ctx,
        param,
        param_hint=None if param else "-o",
    )


def _to_standard_output(data: bytes, run: Session) -> None:
    from mijlpalen_xlsx.cli.console import is_terminal, out_bytes

    if is_terminal(sys.stdout) and data.startswith(b"PK"):
        raise Refused(run.say("Een werkboek past niet op het scherm. Geef de naam van een bestand."))
    out_bytes(data)


def workbook_name(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Check that an output is called ``.xlsx``, as Excel will not open it otherwise."""
    path = Path(value)
    odd = path.exists() and not path.is_file()  # a folder has its own sentence; /dev/stdout is fine
    if value == "-" or path.suffix.lower() == ".xlsx" or odd:
        return value
    say = ctx.find_object(Session) or Session()
    raise click.BadParameter(
        say.say("'{value}' moet eindigen op .xlsx, anders opent Excel het niet.", value=value), ctx, param
    )
