"""The way in: the list of commands, the language, and what happens when something goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from mijlpalen_xlsx import __version__
from mijlpalen_xlsx.cli.base import PROGRAM, Command, Session, columns, option, session
from mijlpalen_xlsx.cli.base import language as language_of
from mijlpalen_xlsx.cli.click_words import speaking

__all__ = ["COMMANDS", "main"]

USAGE, INTERRUPTED = 2, 130
MOST_COLUMNS = 100

# Name -> what it does. The module of the same name holds it in ``command``, and is loaded when it is called.
COMMANDS = {
    "template": "schrijft een leeg werkboek",
    "check": "controleert werkboeken, cel voor cel, en vat ze samen",
    "summary": "vat werkboeken en mappen samen in tabellen",
    "refresh": "zet een werkboek over in een nieuw",
    "compare": "legt versies van een plan naast elkaar",
    "report": "schrijft de tekst voor een voortgangsrapportage",
    "gantt": "tekent een plan als SVG, PNG of HTML",
    "export": "schrijft een plan als JSON, agenda, MS Project, Mermaid of CSV",
    "serve": "zet een pagina klaar om zonder terminal te downloaden en te controleren",
    "explain": "legt een code uit, zoals M201",
    "format": "toont de bladen en kolommen van het werkboek",
    "schema": "toont het JSON Schema van de gegevens",
}

HELP = "Mijlpalenplannen in Excel: het werkboek maken, het ingevuld teruglezen en het per cel controleren."
EPILOG = """\b
Een leeg werkboek maken:    mijlpalen-xlsx template
Het ingevuld controleren:   mijlpalen-xlsx check mijlpalenplan.xlsx
Hulp bij een commando:      mijlpalen-xlsx check --help"""


class _Commands(Command, click.Group):
    """The group of all commands; none is loaded before it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        found = import_module(f"mijlpalen_xlsx.cli.{name}").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from mijlpalen_xlsx.words import nearest

        near, say = nearest(name, COMMANDS), session(ctx).say
        said = (
            say("Het commando '{name}' bestaat niet. Bedoelde u '{near}'?", name=name, near=near)
            if near
            else say("Het commando '{name}' bestaat niet.", name=name)
        )
        raise click.UsageError(said, ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = session(ctx).say
        with formatter.section(say("Commando's")):
            formatter.write_dl([(name, say(what)) for name, what in COMMANDS.items()])


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"{PROGRAM} {__version__}")
        ctx.exit()


@click.command(
    PROGRAM,
    cls=_Commands,
    help=HELP,
    epilog=EPILOG,
    subcommand_metavar="COMMANDO [ARGUMENTEN]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    expose_value=False,
    help="Taal van hulp en berichten.",
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Toont de versie.",
)
def commands() -> None:
    """The group itself does nothing; its help is above."""


def main(args: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status: 0, 1 or 2 as the documentation says."""
    given = list(sys.argv[1:] if args is None else args)
    run = language_of(given, os.environ)
    with speaking(run.lang):
        try:
            status = commands.main(
                given,
                PROGRAM,
                standalone_mode=False,
                obj=run,
                terminal_width=min(columns(), MOST_COLUMNS) - 2,
            )
            if sys.stdout is not None:  # closed before we began
                sys.stdout.flush()
            return status if isinstance(status, int) else 0
        except click.ClickException as error:
            return _show(error)
        except (click.Abort, KeyboardInterrupt):
            click.echo(run.say("Afgebroken."), err=True)
            return INTERRUPTED
        except BrokenPipeError:
            from mijlpalen_xlsx.cli.console import hang_up

            hang_up()
            return 0
        except Exception as error:
            return _unexpected(error, run)


def _show(error: click.ClickException) -> int:
    """What click has to say about wrong usage, or we about a file, made harmless."""
    import io

    from mijlpalen_xlsx.cli.base import Refused
    from mijlpalen_xlsx.cli.console import settle, tell

    settle()
    if isinstance(error, Refused):
        tell(error.message)
        return USAGE
    said = io.StringIO()
    error.show(said)
    for line in said.getvalue().splitlines():
        tell(line)
    return USAGE


def _unexpected(error: Exception, run: Session) -> int:
    from mijlpalen_xlsx.cli.console import settle, tell
    from mijlpalen_xlsx.cli.mishap import show_traceback
    from mijlpalen_xlsx.outputs.trouble import mishap, named, not_written

    settle()
    show_traceback(error)
    if isinstance(error, OSError):  # all other files were dealt with where they were read or written
        tell(named(run.say("(standaarduitvoer)"), not_written(error, run.lang)))
    else:
        tell(mishap(error, run.lang))
    return USAGE
