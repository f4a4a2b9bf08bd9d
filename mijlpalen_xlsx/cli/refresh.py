"""``refresh``: writes a fresh workbook of the newest format with the data of an old one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Session
from mijlpalen_xlsx.cli.inout import workbook_name

if TYPE_CHECKING:
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.sheets import Workbook

__all__ = ["command"]

HELP = (
    "Zet de gegevens van het werkboek OUD over in een nieuw werkboek NIEUW, in de nieuwste vorm en met de "
    "balken opnieuw getekend. OUD blijft zoals het is. Wat niet mee kan, zoals eigen bladen, wordt genoemd."
)

EPILOG = """\b
mijlpalen-xlsx refresh plan.xlsx plan-nieuw.xlsx
mijlpalen-xlsx refresh plan.xlsx plan-per-maand.xlsx --scale month"""


@click.command("refresh", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("old", cls=Argument, metavar="OUD")
@click.argument("new", cls=Argument, metavar="NIEUW", callback=workbook_name)
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
    write(new, workbook_bytes(fresh, used), run, inputs=(old,), force=force)
    if new != "-":
        tell(run.say("Geschreven: {file}", file=new))
    for line in _stays_behind(workbook, fresh, run):
        tell(line)


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
