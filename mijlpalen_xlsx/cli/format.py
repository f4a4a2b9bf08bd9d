"""``format``: shows the sheets and columns of the workbook."""

from __future__ import annotations

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Command, Session, option

__all__ = ["command"]

HELP = (
    "Toont de bladen en kolommen van het werkboek: wat er in een cel mag staan, en welke woorden er mogen "
    "worden gebruikt."
)


@click.command("format", cls=Command, help=HELP)
@option(
    "--format",
    "kind",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Als tekst, JSON of Markdown.",
)
@options.lang()
@click.pass_obj
def command(run: Session, kind: str) -> None:
    """Print the format."""
    from mijlpalen_xlsx.cli.console import out, settle
    from mijlpalen_xlsx.outputs import to_format

    settle()
    if kind == "text":
        out(to_format.format_to_text(run.screen()))
    elif kind == "markdown":
        out(to_format.format_to_markdown(run.lang))
    else:
        from mijlpalen_xlsx.outputs.to_json import dump

        out(dump(to_format.format_to_data()))
