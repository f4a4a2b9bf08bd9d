"""``check``: reads workbooks, says what is wrong cell by cell, and how the plans stand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, ParamType, Session, option, session
from mijlpalen_xlsx.cli.check_outputs import FORMS, form_of, settle_marked, show, write_marked
from mijlpalen_xlsx.cli.inout import no_workbook

if TYPE_CHECKING:
    from mijlpalen_xlsx.report import FileReport

__all__ = ["command"]

CLEAN, FOUND, NOT_READ = 0, 1, 2
MANY = 8  # from this number of files on, a bar shows how far we are

HELP = (
    "Leest werkboeken, zegt per cel wat er niet klopt en wat er wel kan staan, en vat daarna per deelproject "
    "samen hoe het plan ervoor staat. Het werkboek zelf blijft zoals het is.\n\n"
    "Met - als BESTAND komt het werkboek van de standaardinvoer. De uitkomst is 0 als er niets is gevonden, "
    "1 als er iets is gevonden dat zo zwaar weegt als --fail-on zegt, en 2 als een bestand niet te lezen was."
)

EPILOG = """\b
mijlpalen-xlsx check plan.xlsx
mijlpalen-xlsx check plan.xlsx --reference-date 1-10-2023
mijlpalen-xlsx check *.xlsx -o rapport.html
mijlpalen-xlsx check plan.xlsx --marked plan-met-opmerkingen.xlsx"""


class Codes(ParamType):
    """Codes of rules, separated by commas: M201,M4 or their names. The value is a tuple of whole codes."""

    name = "codes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        words = str(value).replace(",", " ").split()
        return tuple(code for word in words for code in self._codes(word, param, ctx))

    def _codes(self, word: str, param: click.Parameter | None, ctx: click.Context | None) -> list[str]:
        """The codes that begin with ``word``, or the one that is called so."""
        from mijlpalen_xlsx.cli.explain import no_such_code
        from mijlpalen_xlsx.rules import RULES, UnknownCode
        from mijlpalen_xlsx.rules.explain import code_of

        if word[:1].upper() == "U" and (not word[1:] or word[1:].isdecimal()):
            return [word.upper()]  # an own rule; which there are depends on the workbook
        begun = [code for code in RULES if code.startswith(word.upper())]
        try:
            return begun or [code_of(word)]
        except UnknownCode as error:
            self.fail(no_such_code(error, session(ctx)), param, ctx)


@click.command("check", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("files", cls=Argument, nargs=-1, required=True, metavar="BESTAND...")
@option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="Vorm van de uitkomst; zonder deze keuze volgt zij uit de naam bij -o, en is zij anders tekst.",
)
@option(
    "-o", "--output", metavar="BESTAND", callback=no_workbook, help="Schrijft de uitkomst in een bestand."
)
@option(
    "--marked",
    metavar="UIT.xlsx",
    help="Schrijft een kopie van het werkboek met elke bevinding bij haar cel.",
)
@options.force()
@option(
    "--fail-on",
    type=click.Choice(["error", "warning", "hint", "never"]),
    default="error",
    show_default=True,
    help="Vanaf welk gewicht de uitkomst 1 is: fout, let op, tip of nooit.",
)
@options.reference_date()
@option("--select", type=Codes(), multiple=True, metavar="CODES", help="Alleen deze codes, zoals M201,M4.")
@option("--ignore", type=Codes(), multiple=True, metavar="CODES", help="Zonder deze codes.")
@options.scheme()
@option(
    "--rules",
    metavar="REGELS.toml",
    help="Eigen regels en geaccepteerde bevindingen. Anders geldt mijlpalen.toml naast het werkboek.",
)
@options.lang()
@click.pass_obj
def command(
    run: Session,
    files: tuple[str, ...],
    form: str | None,
    output: str | None,
    marked: str | None,
    force: bool,
    fail_on: str,
    reference_date: date | None,
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    scheme: str | None,
    rules: str | None,
) -> int:
    """Check the files, show the report, and tell what could not be read; the result is the exit status."""
    from mijlpalen_xlsx.cli.console import settle
    from mijlpalen_xlsx.cli.inout import read_bytes, without_locks
    from mijlpalen_xlsx.cli.own_rules import RulesFiles
    from mijlpalen_xlsx.findings import Severity
    from mijlpalen_xlsx.report import Report

    settle()
    asked = {
        "reference_date": reference_date,
        "scheme": options.the_scheme(scheme),
        "select": tuple(code for codes in select for code in codes),
        "ignore": tuple(code for codes in ignore for code in codes),
    }
    files = without_locks(files, run)
    own = RulesFiles(rules, files, run)
    if marked:
        settle_marked(marked, files, run)
    source = read_bytes(files[0], run) if marked else None
    checked = (_check(file, {**asked, "own": own.of(file)}, run, source) for file in _with_bar(files))
    report = Report(tuple(checked))
    weight = None if fail_on == "never" else Severity(fail_on)
    if marked and source is not None and report.files[0].readable:
        write_marked(source, report.files[0], marked, run, force=force)
    if not (marked == "-" and output is None):
        every = bool(asked["select"] or output)
        show(report, form or form_of(output), output, files, run, every=every, force=force, fail_on=weight)
    if report.unreadable:
        return NOT_READ
    return FOUND if weight and report.has(weight) else CLEAN


def _check(file: str, asked: dict[str, Any], run: Session, source: bytes | None) -> FileReport:
    """One file checked, its trouble told at once. When the program itself fails on it the rest goes on.

    ``source`` is what is in the file, where somebody has read it already.
    """
    from mijlpalen_xlsx.cli.console import tell
    from mijlpalen_xlsx.cli.inout import source_name
    from mijlpalen_xlsx.cli.mishap import show_traceback
    from mijlpalen_xlsx.outputs.trouble import named, reason
    from mijlpalen_xlsx.report import FileReport, check_file

    try:
        checked = check_file(source or (sys.stdin.buffer if file == "-" else file), file, **asked)
    except Exception as error:
        show_traceback(error)
        checked = FileReport(file, None, error=error)
    if not checked.readable:
        why = reason(checked, run.lang)
        if isinstance(checked.error, IsADirectoryError):
            why += " " + run.say("Een hele map kan met het commando summary.")
        tell(named(source_name(file, run), why))
    return checked


def _with_bar(files: tuple[str, ...]) -> Iterator[str]:
    """The files one by one; a person who waits for many sees how far it is."""
    from mijlpalen_xlsx.cli.console import is_terminal

    if len(files) < MANY or not is_terminal(sys.stderr):
        yield from files
        return
    with click.progressbar(files, file=sys.stderr) as bar:
        yield from bar
