"""``compare``: lays versions of a plan beside each other and says what moved, came, went and was done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Refused, Session, option

if TYPE_CHECKING:
    from mijlpalen_xlsx.comparison import Comparison

__all__ = ["command"]

HELP = (
    "Legt twee of meer versies van een plan naast elkaar: welke mijlpalen gereed kwamen, later of eerder "
    "worden verwacht, nieuw zijn of weg zijn, en wat er verder veranderde. De peildatums bepalen welke "
    "versie de oudste is. Vanaf drie versies staat erbij hoe elke verwachte datum verliep.\n\n"
    "De naam na -o bepaalt de soort: .txt, .json, .html of .xlsx, of .svg of .png voor het verloop als "
    "plaatje. De werkboeken zelf blijven zoals ze zijn."
)

EPILOG = """\b
mijlpalen-xlsx compare plan-maart.xlsx plan-oktober.xlsx
mijlpalen-xlsx compare plan-*.xlsx -o verschillen.html
mijlpalen-xlsx compare plan-*.xlsx -o verloop.svg"""

_KINDS = (".txt", ".json", ".html", ".xlsx", ".svg", ".png")


def _known_kind(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None or value == "-" or Path(value).suffix.lower() in _KINDS or not Path(value).suffix:
        return value
    run = ctx.find_object(Session) or Session()
    said = run.say("'{value}' moet eindigen op .txt, .json, .html, .xlsx, .svg of .png.", value=value)
    raise click.BadParameter(said, ctx, param)


@click.command("compare", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("files", cls=Argument, nargs=-1, required=True, metavar="OUD NIEUW [MEER]...")
@option(
    "--format",
    "kind",
    type=click.Choice(["text", "json", "html"]),
    help="Tekst voor mensen, JSON, of een webpagina.",
)
@option(
    "-o",
    "--output",
    metavar="BESTAND",
    callback=_known_kind,
    help="Schrijft de uitkomst in een bestand: .txt, .json, .html, .xlsx, .svg of .png.",
)
@options.scheme()
@options.force()
@options.lang()
@click.pass_obj
def command(
    run: Session,
    files: tuple[str, ...],
    kind: str | None,
    output: str | None,
    scheme: str | None,
    force: bool,
) -> None:
    """Compare the files and show or write what changed."""
    from mijlpalen_xlsx.cli.console import out, settle, tell
    from mijlpalen_xlsx.cli.inout import no_workbook, read_plan, settle_report, source_name, write_report
    from mijlpalen_xlsx.comparison import compare

    settle()
    if len(files) < 2:
        raise click.UsageError(run.say("Geef twee versies van een plan, of meer."))
    target = output if output not in (None, "-") else None
    if kind:
        no_workbook(click.get_current_context(), None, target)
    if target:
        settle_report(target, run, inputs=files, force=force)
    asked = options.the_scheme(scheme)
    plans = [read_plan(file, run, asked) for file in files]
    comparison = compare(plans, [source_name(file, run) for file in files])
    wanted = kind or _kind_of(target)
    if target is None and wanted == "text":
        from mijlpalen_xlsx.outputs.to_compare_text import compare_to_text

        out(compare_to_text(comparison, run.screen()))
        return
    write_report(target or "-", _data(comparison, wanted, run), run, inputs=files, force=force)
    if target:
        tell(run.say("Geschreven: {file}", file=target))


def _kind_of(target: str | None) -> str:
    suffix = Path(target or "").suffix.lower()
    return suffix[1:] if suffix in _KINDS[1:] else "text"


def _data(comparison: Comparison, kind: str, run: Session) -> bytes:
    """The contents of the file that was asked for."""
    if kind == "json":
        from mijlpalen_xlsx.outputs.to_compare_json import compare_to_json

        return compare_to_json(comparison, run.lang).encode("ascii")
    if kind == "html":
        from mijlpalen_xlsx.outputs.to_compare_html import compare_to_html

        return compare_to_html(comparison, run.lang).encode()
    if kind == "xlsx":
        from mijlpalen_xlsx.outputs.to_compare_xlsx import compare_to_xlsx

        return compare_to_xlsx(comparison, run.lang)
    if kind in ("svg", "png"):
        return _picture(comparison, kind, run)
    from mijlpalen_xlsx.cli.console import page
    from mijlpalen_xlsx.outputs.to_compare_text import compare_to_text

    return compare_to_text(comparison, page(run.lang)).encode("utf-8", "backslashreplace")


def _picture(comparison: Comparison, kind: str, run: Session) -> bytes:
    from mijlpalen_xlsx.outputs.compared import trend_picture
    from mijlpalen_xlsx.picture import CannotDraw, to_png

    svg = trend_picture(comparison, run.lang)
    if svg is None:
        raise Refused(run.say("Er is geen verloop te tekenen: tussen twee peildatums verschoof geen datum."))
    try:
        return to_png(svg) if kind == "png" else svg.encode()
    except CannotDraw as error:
        raise Refused(run.say(error.args[0])) from None
