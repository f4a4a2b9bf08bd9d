"""``refresh``: writes a fresh workbook of the newest format with the data of an old one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Refused, Session, option
from mijlpalen_xlsx.cli.inout import workbook_name

if TYPE_CHECKING:
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.schemes import Scheme
    from mijlpalen_xlsx.sheets import Workbook

__all__ = ["command"]

HELP = (
    "Zet de gegevens van het werkboek OUD over in een nieuw werkboek NIEUW, in de nieuwste vorm en met de "
    "balken opnieuw getekend. OUD blijft zoals het is. Wat niet mee kan, zoals eigen bladen, wordt genoemd."
)

EPILOG = """\b
mijlpalen-xlsx refresh plan.xlsx plan-nieuw.xlsx
mijlpalen-xlsx refresh plan.xlsx plan-per-maand.xlsx --scale month
mijlpalen-xlsx refresh plan.xlsx plan-nieuw.xlsx --log plan-maart.xlsx"""


@click.command("refresh", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("old", cls=Argument, metavar="OUD")
@click.argument("new", cls=Argument, metavar="NIEUW", callback=workbook_name)
@option(
    "--log",
    "earlier",
    multiple=True,
    metavar="EERDER",
    help="Voegt aan Logboek en Trend toe wat sinds deze eerdere versie veranderde; mag vaker.",
)
@option(
    "--without-names",
    is_flag=True,
    help="Partijen worden Partij 1, Partij 2 …; e-mailadressen, telefoonnummers en BSN's gaan weg.",
)
@options.scheme()
@options.scale()
@options.layout()
@options.lang("Taal van het nieuwe werkboek, en van berichten.")
@options.force()
@click.pass_obj
def command(
    run: Session,
    old: str,
    new: str,
    earlier: tuple[str, ...],
    without_names: bool,
    scheme: str | None,
    scale: str | None,
    layout: str | None,
    force: bool,
) -> None:
    """Write the fresh workbook and say what stays behind."""
    from mijlpalen_xlsx.cli.console import settle, tell
    from mijlpalen_xlsx.cli.inout import opened, read_bytes, source_name, write
    from mijlpalen_xlsx.cli.reshape import reshape
    from mijlpalen_xlsx.schemes import scheme_named
    from mijlpalen_xlsx.writer import workbook_bytes

    settle()
    asked = options.the_scheme(scheme)
    data = read_bytes(old, run)
    workbook, plan = opened(data, source_name(old, run), run, asked)
    used = asked or (scheme_named(plan.scheme) if plan.scheme else None)
    fresh = reshape(plan, lang=run.lang if run.asked else None, scale=scale, layout=layout)
    fresh, told = _with_log(fresh, earlier, asked, old, run) if earlier else (fresh, [])
    if without_names:
        from mijlpalen_xlsx.nameless import without_names as nameless

        fresh = nameless(fresh)
    write(new, workbook_bytes(fresh, used), run, inputs=(old, *earlier), force=force)
    for line in ([run.say("Geschreven: {file}", file=new)] if new != "-" else []) + told:
        tell(line)
    for line in _stays_behind(workbook, fresh, run):
        tell(line)


def _with_log(
    plan: Plan, earlier: tuple[str, ...], scheme: Scheme | None, old: str, run: Session
) -> tuple[Plan, list[str]]:
    """The plan with its log and trend filled, and what to say of that."""
    from mijlpalen_xlsx.cli.inout import read_plan, source_name
    from mijlpalen_xlsx.comparison.log import later, logged
    from mijlpalen_xlsx.outputs.compared import notes

    if plan.about.layout == "simple":
        sentence = "De vorm 'simple' heeft geen Trend en Logboek. Kies --layout full, of laat --log weg."
        raise Refused(run.say(sentence))
    before = [read_plan(file, run, scheme) for file in earlier]
    for file, version in zip(earlier, before, strict=True):
        if later(version, plan):
            sentence = "Deze versie heeft een latere peildatum dan {file}. Geef bij --log een eerdere versie."
            raise Refused(run.say(sentence, file=source_name(old, run)), file)
    names = [source_name(file, run) for file in (*earlier, old)]
    filled = logged(plan, before, today=date.today(), files=names)
    added = run.say(
        "Toegevoegd: {lines} in het Logboek en {estimates} in Trend.",
        lines=_many(filled.lines, "1 regel", "{n} regels", run),
        estimates=_many(filled.estimates, "1 datum", "{n} datums", run),
    )
    return filled.plan, [added, *notes(filled.comparison, run.lang)]


def _many(n: int, one: str, more: str, run: Session) -> str:
    return run.say(one) if n == 1 else run.say(more, n=n)


def _stays_behind(workbook: Workbook, plan: Plan, run: Session) -> Iterator[str]:
    """What a fresh workbook has no place for, a sentence each."""
    from mijlpalen_xlsx.reader import left_behind

    left = left_behind(workbook, plan)
    if left.sheets:
        yield run.say("Niet overgezet, want geen blad van het plan: {sheets}.", sheets=", ".join(left.sheets))
    if plan.about.layout == "simple" and (plan.log or plan.trend):
        yield run.say("Niet overgezet, want de vorm 'simple' heeft geen Trend en Logboek.")
    if left.notes == 1:
        yield run.say("Niet overgezet: 1 notitie bij een cel.")
    elif left.notes:
        yield run.say("Niet overgezet: {n} notities bij cellen.", n=left.notes)
