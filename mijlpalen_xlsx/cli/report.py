"""``report``: writes the report in words of plans over a period."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, ParamType, Refused, Session, option, session

if TYPE_CHECKING:
    from mijlpalen_xlsx.narrative import Narrative
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.summary import Period

__all__ = ["command"]

UNREADABLE = 2
HELP = """Schrijft de tekst voor een voortgangsrapportage of eindverslag: stand, behaald, wat eraan komt,
gepland tegenover gerealiseerd, uitloop, knelpunten, besluiten, en wat er veranderde. Alleen wat in het
werkboek staat en wat daaruit volgt. De naam na -o bepaalt de soort: .docx, .html of .md. Zonder -o gaat
de tekst als Markdown naar de standaarduitvoer."""

EPILOG = """\b
mijlpalen-xlsx report plan.xlsx -o verslag.docx --period 1-7-2026..1-3-2027
mijlpalen-xlsx report plan.xlsx -o verslag.docx --previous plan-oud.xlsx
mijlpalen-xlsx report plan.xlsx -o verslag.docx --template huisstijl.docx"""

_KINDS = (".docx", ".html", ".md")


class _Period(ParamType):
    """A stretch of days: 1-7-2026..1-3-2027, or as people write it: schooljaar 2026-2027."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        from mijlpalen_xlsx.dates import parse
        from mijlpalen_xlsx.summary import Period

        if isinstance(value, Period):
            return value
        first, dots, last = str(value).partition("..")
        whens = [parse(text.strip()).when for text in ((first, last) if dots else (first,))]
        start, end = whens[0], whens[-1]
        if start is None or end is None or not start.first or not end.last or end.last < start.first:
            self.fail(
                session(ctx).say("'{value}' is geen periode. Schrijf bijvoorbeeld 1-7-2026..1-3-2027.",
                                 value=value),
                param, ctx,
            )  # fmt: skip
        return Period(start.first, end.last)


@click.command("report", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("files", cls=Argument, nargs=-1, required=True, metavar="BESTAND...")
@option(
    "-o",
    "--output",
    metavar="VERSLAG",
    callback=options.ends_in(*_KINDS),
    help="Schrijft in dit bestand: .docx, .html of .md.",
)
@option(
    "--period",
    type=_Period(),
    metavar="VAN..TOT",
    help="Periode van het verslag, bijvoorbeeld 1-7-2026..1-3-2027. Anders alles tot de peildatum.",
)
@option("--previous", metavar="OUD", help="Eerdere versie van het plan, voor wat er sindsdien veranderde.")
@option(
    "--template", metavar="STIJL.docx", help="Uw eigen Word-document; het verslag krijgt de stijlen ervan."
)
@option("--title", metavar="TEKST", help="Titel; anders Voortgangsrapportage.")
@options.reference_date()
@options.scheme()
@options.lang()
@options.force()
@click.pass_obj
def command(
    run: Session,
    files: tuple[str, ...],
    output: str | None,
    period: Period | None,
    previous: str | None,
    template: str | None,
    title: str | None,
    reference_date: date | None,
    scheme: str | None,
    force: bool,
) -> int:
    """Write the report; a file that cannot be read is named, and the others are still told of."""
    from mijlpalen_xlsx.cli.console import settle, tell
    from mijlpalen_xlsx.cli.inout import read_plan, write
    from mijlpalen_xlsx.narrative import narrative

    settle()
    if previous and len(files) > 1:
        raise Refused(run.say("Met --previous kan er maar één werkboek tegelijk."))
    plans, status = _plans(files, scheme, run)
    before = read_plan(previous, run, options.the_scheme(scheme)) if previous else None
    said = {"period": period, "reference_date": reference_date, "previous": before, "title": title}
    told = [_told(narrative, plan, run, said) for plan in plans]
    target = output or "-"
    data = _document(told, Path(target).suffix.lower(), template, run)
    inputs = tuple(name for name in (*files, previous, template) if name)
    write(target, data, run, inputs=inputs, force=force)
    if target != "-":
        tell(run.say("Geschreven: {file}", file=target))
    if previous is None and not any(plan.log for plan in plans):
        tell(run.say("Wat er veranderde staat er niet in: geef de vorige versie met --previous."))
    return status


def _plans(files: tuple[str, ...], scheme: str | None, run: Session) -> tuple[list[Plan], int]:
    """Every plan that can be read, and the exit status. Refuses when there is none."""
    from mijlpalen_xlsx.cli.console import tell
    from mijlpalen_xlsx.cli.inout import read_plan

    plans, refused = [], None
    for file in files:
        try:
            plans.append(read_plan(file, run, options.the_scheme(scheme)))
        except Refused as error:
            if len(files) > 1:
                tell(error.message)
            refused = error
    if refused and not plans:
        raise refused
    return plans, UNREADABLE if refused else 0


def _told(narrative: Any, plan: Plan, run: Session, said: dict[str, Any]) -> Narrative:
    from mijlpalen_xlsx.narrative import Narrative, NotEarlier

    try:
        made = narrative(plan, lang=run.lang if run.asked else plan.about.language, **said)
    except NotEarlier:
        raise Refused(
            run.say("De peildatum van de vorige versie ligt na die van dit plan. Wissel de twee om.")
        ) from None
    assert isinstance(made, Narrative)
    return made


def _document(told: list[Narrative], kind: str, template: str | None, run: Session) -> bytes:
    if kind == ".docx":
        return _docx(told, template, run)
    if template:
        raise Refused(run.say("Een sjabloon is alleen voor .docx."))
    if kind == ".html":
        from mijlpalen_xlsx.outputs.to_report_html import narrative_to_html

        return narrative_to_html(told).encode()
    from mijlpalen_xlsx.outputs.to_md import narrative_to_md

    return narrative_to_md(told).encode()


def _docx(told: list[Narrative], template: str | None, run: Session) -> bytes:
    from mijlpalen_xlsx.cli.inout import read_bytes
    from mijlpalen_xlsx.outputs.to_docx import CannotWriteDocx, Report, narrative_to_docx

    styles = read_bytes(template, run) if template else None
    try:
        return narrative_to_docx([Report(each, _pictures(each, run)) for each in told], styles)
    except CannotWriteDocx as error:
        raise Refused(run.say(error.args[0])) from None


def _pictures(told: Narrative, run: Session) -> list[bytes]:
    """The plan on sheets of A4; without them the report is still worth having, and it is said."""
    from mijlpalen_xlsx.cli.console import tell
    from mijlpalen_xlsx.outputs.redacted import redacted
    from mijlpalen_xlsx.picture import CannotDraw, gantt_pages, to_png

    if not told.plan.milestones:
        return []
    try:
        drawn = gantt_pages(redacted(told.plan), told.day, lang=told.lang, page="a4")
        return [to_png(sheet) for sheet in drawn]
    except CannotDraw as error:
        tell(run.say("Het verslag heeft geen plaatje. {why}", why=run.say(error.args[0])))
        return []
