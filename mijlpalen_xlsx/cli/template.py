"""``template``: writes a blank workbook, or one that is filled in already."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Session, option
from mijlpalen_xlsx.cli.inout import workbook_name

if TYPE_CHECKING:
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.schemes import Scheme

__all__ = ["command"]

HELP = (
    "Schrijft een leeg werkboek voor een mijlpalenplan; zonder naam heet het mijlpalenplan.xlsx.\n\n"
    "Met --from is het al ingevuld: met de gegevens van een werkboek, of van een JSON-bestand dat 'export' "
    "schreef."
)

EPILOG = """\b
mijlpalen-xlsx template
mijlpalen-xlsx template plan.xlsx --scheme sto-2025-2028 --region "Techniekregio Voorbeeld"
mijlpalen-xlsx template plan.xlsx --subproject Techlab --subproject LOB --party "Vmbo-school A=School A\""""


@click.command("template", cls=Command, help=HELP, epilog=EPILOG)
@click.argument(
    "out", cls=Argument, default="mijlpalenplan.xlsx", metavar="[WERKBOEK]", callback=workbook_name
)
@option("--from", "source", metavar="PLAN.json|WERKBOEK", help="Vult het werkboek met deze gegevens.")
@options.scheme()
@option("--years", type=options.YEARS, metavar="JAREN", help="Jaren in de planning, bijvoorbeeld 2025-2028.")
@options.scale()
@options.layout()
@option("--region", metavar="TEKST", help="Naam van de techniekregio.")
@option("--subproject", multiple=True, metavar="TEKST", help="Een deelproject; mag vaker.")
@option(
    "--party",
    multiple=True,
    metavar="TEKST",
    help="Een betrokken partij, met een korte naam na een =-teken; mag vaker.",
)
@options.lang("Taal van het werkboek, en van berichten.")
@options.force()
@click.pass_obj
def command(
    run: Session,
    out: str,
    source: str | None,
    scheme: str | None,
    years: tuple[int, int] | None,
    scale: str | None,
    layout: str | None,
    region: str | None,
    subproject: tuple[str, ...],
    party: tuple[str, ...],
    force: bool,
) -> None:
    """Write the workbook."""
    from mijlpalen_xlsx.cli.console import settle, tell
    from mijlpalen_xlsx.cli.inout import read_plan, write
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.writer import workbook_bytes

    settle()
    asked = options.the_scheme(scheme)
    plan = read_plan(source, run, asked) if source else Plan()
    used = asked or _scheme_of(plan, blank=source is None)
    plan = _about(plan, run, scale, layout, years)
    plan = _general(plan, used, region)
    plan = _with_subprojects(_with_parties(plan, party), subproject)
    write(out, workbook_bytes(plan, used), run, inputs=(source,) if source else (), force=force)
    if out != "-":
        tell(run.say("Geschreven: {file}", file=out))


def _scheme_of(plan: Plan, *, blank: bool) -> Scheme | None:
    """The scheme that the plan names; for a blank workbook the newest one."""
    from mijlpalen_xlsx.schemes import known_schemes, scheme_named

    if plan.scheme:
        return scheme_named(plan.scheme)
    return scheme_named(known_schemes()[-1]) if blank else None


def _about(
    plan: Plan, run: Session, scale: str | None, layout: str | None, years: tuple[int, int] | None
) -> Plan:
    from mijlpalen_xlsx.cli.reshape import reshape

    plan = reshape(plan, lang=run.lang if run.asked else None, scale=scale, layout=layout)
    return dataclasses.replace(plan, years=years or plan.years)


def _general(plan: Plan, scheme: Scheme | None, region: str | None) -> Plan:
    general = dataclasses.replace(
        plan.general,
        scheme=scheme.name if scheme else plan.general.scheme,
        region=region or plan.general.region,
    )
    return dataclasses.replace(plan, general=general)


def _with_parties(plan: Plan, names: tuple[str, ...]) -> Plan:
    from mijlpalen_xlsx.format import Party

    split = (name.partition("=") for name in names)
    added = tuple(Party(name=name.strip(), short=short.strip() or None) for name, _, short in split)
    return dataclasses.replace(plan, parties=plan.parties + added)


def _with_subprojects(plan: Plan, titles: tuple[str, ...]) -> Plan:
    """Deelprojecten with the numbers that come after those the plan has."""
    from mijlpalen_xlsx.format import Subproject

    first = len(plan.subprojects) + 1
    added = tuple(Subproject(number=str(n), title=title) for n, title in enumerate(titles, first))
    return dataclasses.replace(plan, subprojects=plan.subprojects + added)
