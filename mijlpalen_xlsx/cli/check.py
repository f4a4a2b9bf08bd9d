"""``check``: reads workbooks, says what is wrong cell by cell, and how the plans stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, ParamType, Session, option, session
from mijlpalen_xlsx.cli.check_outputs import (
    FORMS,
    form_in_parts,
    form_of,
    settle_marked,
    show,
    write_marked,
)
from mijlpalen_xlsx.cli.inout import no_workbook

if TYPE_CHECKING:
    from mijlpalen_xlsx.cli.progress import Progress
    from mijlpalen_xlsx.outputs.checked import Asked, Checked, Checker, Job

__all__ = ["command"]

CLEAN, FOUND, NOT_READ = 0, 1, 2

HELP = (
    "Leest werkboeken, zegt per cel wat er niet klopt en wat er wel kan staan, en vat daarna per deelproject "
    "samen hoe het plan ervoor staat. Het werkboek zelf blijft zoals het is. Van een map komen alle "
    "werkboeken aan de beurt, ook die in de mappen daarin.\n\n"
    "Met - als BESTAND komt het werkboek van de standaardinvoer. De uitkomst is 0 als er niets is gevonden, "
    "1 als er iets is gevonden dat zo zwaar weegt als --fail-on zegt, en 2 als een bestand niet te lezen was."
)

EPILOG = """\b
mijlpalen-xlsx check plan.xlsx
mijlpalen-xlsx check plan.xlsx --reference-date 1-10-2023
mijlpalen-xlsx check plannen/ -o bevindingen.csv
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
@click.argument("paths", cls=Argument, nargs=-1, required=True, metavar="BESTAND|MAP...")
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
@options.jobs()
@options.cache("Niet bij html, sarif en junit.")
@options.dask()
@options.lang()
@click.pass_obj
def command(
    run: Session,
    paths: tuple[str, ...],
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
    jobs: int | None,
    cache: str | None,
    dask: str | None,
) -> int:
    """Check the files, show the report, and tell what could not be read; the result is the exit status."""
    from mijlpalen_xlsx.cli.console import settle
    from mijlpalen_xlsx.cli.many import sources_of, workers_for
    from mijlpalen_xlsx.cli.own_rules import RulesFiles
    from mijlpalen_xlsx.cli.progress import Progress
    from mijlpalen_xlsx.findings import Severity
    from mijlpalen_xlsx.many.pool import each
    from mijlpalen_xlsx.outputs.checked import Asked, Job
    from mijlpalen_xlsx.outputs.totals import Totals

    settle()
    asked = Asked(
        reference_date,
        options.the_scheme(scheme),
        tuple(code for codes in select for code in codes),
        tuple(code for codes in ignore for code in codes),
    )
    sources = sources_of(paths, run, repeats=True)
    names = [source.name for source in sources]
    own = RulesFiles(rules, names, run)
    if marked:
        settle_marked(marked, names, run)
    kind = form or form_of(output)
    checker = _checker(asked, kind, output, cache, run)
    found = set(names).difference(paths)
    todo = (Job(source, own.text_of(source.name), source.name in found) for source in sources)
    totals, weight = Totals(own.by_file()), None if fail_on == "never" else Severity(fail_on)
    progress = Progress(len(sources), run, beside=kind == "text" or output is not None)
    with workers_for(jobs, dask, len(sources), run) as workers:
        checked = (
            _marked(next(todo), checker, marked, run, force=force)
            if marked
            else each(todo, checker, checker.lost, workers)
        )
        files = _told(checked, progress, run)
        if marked == "-" and output is None:
            for file in files:
                totals.add(file.outcome)
        else:
            show(
                files, totals, kind, checker.form, output, names, run,
                progress=progress, force=force, fail_on=weight,
            )  # fmt: skip
    if totals.unreadable:
        return NOT_READ
    return FOUND if weight and totals.has(weight) else CLEAN


def _checker(asked: Asked, kind: str, output: str | None, cache: str | None, run: Session) -> Checker:
    """What is done with every file, and where it is kept."""
    from mijlpalen_xlsx import __version__
    from mijlpalen_xlsx.cli.many import cache_for
    from mijlpalen_xlsx.outputs.checked import Checker, made_with

    every = bool(asked.select or output)
    form = form_in_parts(kind, run, to_file=output not in (None, "-"), every=every)
    key = made_with(__version__, form, asked, run.lang)
    return Checker(asked, form, run.lang, cache_for(cache, key, run))


def _marked(job: Job, checker: Checker, target: str, run: Session, *, force: bool) -> Iterator[Checked]:
    """The one file, checked, and its marked copy written."""
    from mijlpalen_xlsx.cli.inout import bytes_of

    source = job.source._replace(data=bytes_of(job.source, run))
    report = checker.report(job._replace(source=source))
    if report.readable and source.data is not None:
        write_marked(source.data, report, target, run, force=force)
    yield checker.written(report)


def _told(files: Iterable[Checked], progress: Progress, run: Session) -> Iterator[Checked]:
    """The files that count, one by one; the trouble of a file is told at once."""
    from mijlpalen_xlsx.cli.console import tell
    from mijlpalen_xlsx.cli.inout import source_name
    from mijlpalen_xlsx.cli.mishap import show_trace
    from mijlpalen_xlsx.outputs.trouble import named

    for checked in files:
        why = checked.outcome.why
        if checked.own:
            why = run.say("Overgeslagen: dit is een overzicht van dit programma, geen plan.")
        if why:
            progress.clear()
            show_trace(checked.trace)
            tell(named(source_name(checked.outcome.file, run), why))
        if not checked.own:
            yield checked
        progress.step()
    progress.clear()
