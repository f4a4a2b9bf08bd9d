"""``gantt``: draws the picture of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Refused, Session, option

if TYPE_CHECKING:
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.words import Lang

__all__ = ["command"]

HELP = """Tekent een plan: per mijlpaal een balk, met de afhankelijkheden, het stoplicht en de peildatum. De
naam na -o bepaalt de soort: .svg, .png of .html. Zonder -o gaat de SVG naar de standaarduitvoer.
Met --page a3 of a4 komt een groot plan op meer bladen: plan-1.svg, plan-2.svg. Een .html toont het
hele plan en drukt af op bladen."""

EPILOG = """\b
mijlpalen-xlsx gantt plan.xlsx -o plan.html
mijlpalen-xlsx gantt plan.xlsx -o plan.png --page a3"""

_KINDS = (".svg", ".png", ".html")
_Page = Literal["long", "a3", "a4"]


@click.command("gantt", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("file", cls=Argument, metavar="BESTAND")
@option(
    "-o",
    "--output",
    metavar="PLAATJE",
    callback=options.ends_in(*_KINDS),
    help="Schrijft in dit bestand: .svg, .png of .html.",
)
@option(
    "--page",
    type=click.Choice(["long", "a3", "a4"]),
    default="long",
    show_default=True,
    help="Eén lang plaatje, of liggende bladen van A3 of A4.",
)
@option(
    "--width",
    type=click.IntRange(640, 10_000),
    metavar="PIXELS",
    help="Breedte van een lang plaatje; anders 1400.",
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
    page: _Page,
    width: int | None,
    reference_date: date | None,
    scheme: str | None,
    force: bool,
) -> None:
    """Draw the plan."""
    from mijlpalen_xlsx.cli.console import settle, tell
    from mijlpalen_xlsx.cli.inout import read_plan, write
    from mijlpalen_xlsx.summary import as_of

    settle()
    plan = read_plan(file, run, options.the_scheme(scheme))
    lang = run.lang if run.asked else plan.about.language
    target = output or "-"
    pictures = list(_pictures(plan, as_of(plan, reference_date), lang, page, width, Path(target).suffix, run))
    if target == "-" and len(pictures) > 1:
        raise Refused(
            run.say("Dit zijn {count} bladen. Geef met -o de naam van een bestand.", count=len(pictures))
        )
    for name, data in zip(_names(target, len(pictures)), pictures, strict=True):
        write(name, data, run, inputs=(file,), force=force)
        if target != "-":
            tell(run.say("Geschreven: {file}", file=name))


def _pictures(
    plan: Plan, day: date, lang: Lang, page: _Page, width: int | None, kind: str, run: Session
) -> Iterator[bytes]:
    """The contents of every file to write."""
    from mijlpalen_xlsx.picture import CannotDraw, gantt_html, gantt_pages, gantt_svg, to_png

    if kind.lower() == ".html":
        paper: Literal["a3", "a4"] = "a4" if page == "a4" else "a3"
        yield gantt_html(plan, day, lang=lang, paper=paper, width=width).encode()
        return
    if page == "long":
        drawn = [gantt_svg(plan, day, lang=lang, width=width)]
    else:
        drawn = gantt_pages(plan, day, lang=lang, page=page)
    for svg in drawn:
        try:
            yield to_png(svg) if kind.lower() == ".png" else svg.encode()
        except CannotDraw as error:
            raise Refused(run.say(error.args[0])) from None


def _names(target: str, count: int) -> Iterator[str]:
    """``plan.svg``, or ``plan-1.svg``, ``plan-2.svg`` and so on when there are more."""
    path = Path(target)
    for at in range(1, count + 1):
        yield target if count == 1 else str(path.with_name(f"{path.stem}-{at}{path.suffix}"))
