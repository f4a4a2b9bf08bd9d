"""``export``: writes the data of a workbook for other programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Session, option

__all__ = ["command"]

HELP = (
    "Schrijft de gegevens van een werkboek als JSON, met per waarde de cel waar zij stond. Zonder -o gaat "
    "het naar de standaarduitvoer. 'template --from' maakt er weer een werkboek van."
)

EPILOG = "\b\nmijlpalen-xlsx export plan.xlsx -o plan.json"


def _known_kind(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None or value == "-" or Path(value).suffix.lower() == ".json" or Path(value).exists():
        return value
    run = ctx.find_object(Session) or Session()
    raise click.BadParameter(run.say("'{value}' moet eindigen op .json.", value=value), ctx, param)


@click.command("export", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("file", cls=Argument, metavar="BESTAND")
@option("-o", "--output", metavar="PLAN.json", callback=_known_kind, help="Schrijft in dit bestand.")
@options.reference_date()
@options.scheme()
@options.lang()
@options.force()
@click.pass_obj
def command(
    run: Session,
    file: str,
    output: str | None,
    reference_date: date | None,
    scheme: str | None,
    force: bool,
) -> None:
    """Write the plan as JSON."""
    from mijlpalen_xlsx.cli.console import settle, tell
    from mijlpalen_xlsx.cli.inout import read_plan, write
    from mijlpalen_xlsx.outputs.to_json import plan_to_json
    from mijlpalen_xlsx.schedule import assess
    from mijlpalen_xlsx.summary import as_of

    settle()
    plan = read_plan(file, run, options.the_scheme(scheme))
    text = plan_to_json(assess(plan, as_of(plan, reference_date)))
    target = output or "-"
    write(target, text.encode("ascii"), run, inputs=(file,), force=force)
    if target != "-":
        tell(run.say("Geschreven: {file}", file=target))
