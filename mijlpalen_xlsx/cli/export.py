"""``export``: writes the data of a workbook for other programs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Session, option

if TYPE_CHECKING:
    from mijlpalen_xlsx.outputs.exported import Exported
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.words import Lang

__all__ = ["command"]

HELP = """Schrijft de gegevens van een werkboek voor andere programma's. De naam na -o bepaalt de soort:
.json met alles en van elke waarde de cel, .ics voor een agenda, .xml voor MS Project, .mmd voor een
tekening met Mermaid, .csv voor één lange tabel. Zonder -o gaat de JSON naar de standaarduitvoer.
'template --from' maakt van de JSON weer een werkboek. Wat er niet in past, wordt genoemd."""

EPILOG = """\b
mijlpalen-xlsx export plan.xlsx -o plan.json
mijlpalen-xlsx export plan.xlsx -o mijlpalen.ics"""

_KINDS = (".json", ".ics", ".xml", ".mmd", ".csv")


@click.command("export", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("file", cls=Argument, metavar="BESTAND")
@option(
    "-o",
    "--output",
    metavar="UITVOER",
    callback=options.ends_in(*_KINDS, odd=True),
    help="Schrijft in dit bestand: .json, .ics, .xml, .mmd of .csv.",
)
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
    """Write the plan in the form that the name of the output asks for."""
    from mijlpalen_xlsx.cli.console import settle, tell
    from mijlpalen_xlsx.cli.inout import read_plan, write
    from mijlpalen_xlsx.summary import as_of

    settle()
    plan = read_plan(file, run, options.the_scheme(scheme))
    lang = run.lang if run.asked else plan.about.language
    target = output or "-"
    made = _exported(plan, as_of(plan, reference_date), Path(target).suffix.lower(), lang)
    write(target, made.text.encode(), run, inputs=(file,), force=force)
    for sentence in made.left_out:
        tell(sentence)
    if target != "-":
        tell(run.say("Geschreven: {file}", file=target))


def _exported(plan: Plan, day: date, kind: str, lang: Lang) -> Exported:
    """The file and what is not in it. The JSON has everything."""
    match kind:
        case ".ics":
            from mijlpalen_xlsx.outputs.to_ics import plan_to_ics

            return plan_to_ics(plan, day, datetime.now(UTC).replace(tzinfo=None), lang)
        case ".xml":
            from mijlpalen_xlsx.outputs.to_mspdi import plan_to_mspdi

            return plan_to_mspdi(plan, day, lang)
        case ".mmd":
            from mijlpalen_xlsx.outputs.to_mermaid import plan_to_mermaid

            return plan_to_mermaid(plan, day, lang)
        case ".csv":
            from mijlpalen_xlsx.outputs.to_long_csv import plan_to_long_csv

            return plan_to_long_csv(plan, day, lang)
    from mijlpalen_xlsx.outputs.exported import Exported
    from mijlpalen_xlsx.outputs.to_json import plan_to_json
    from mijlpalen_xlsx.schedule import assess

    return Exported(plan_to_json(assess(plan, day)), ())
