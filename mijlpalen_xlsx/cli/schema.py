"""``schema``: prints the JSON Schema of the data."""

from __future__ import annotations

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command

__all__ = ["command"]

HELP = (
    "Toont het JSON Schema van een plan ('export', 'template --from'), van het rapport van "
    "'check --format json' of van de samenvatting daarin."
)


@click.command("schema", cls=Command, help=HELP)
@click.argument(
    "what",
    cls=Argument,
    type=click.Choice(["plan", "report", "summary"]),
    default="plan",
    metavar="[plan|report|summary]",
)
@options.lang()
def command(what: str) -> None:
    """Print the schema."""
    from mijlpalen_xlsx.cli.console import out, settle
    from mijlpalen_xlsx.outputs.to_json import dump
    from mijlpalen_xlsx.schema import schema_of

    settle()
    out(dump(schema_of(what)))
