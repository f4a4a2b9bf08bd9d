"""``explain``: shows the page of a rule, or the list of all rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Refused, Session

if TYPE_CHECKING:
    from mijlpalen_xlsx.rules import UnknownCode

__all__ = ["command", "no_such_code"]

HELP = (
    "Legt uit wat een code betekent: wat er gevonden is, waarom dat ertoe doet en wat er wel kan staan. "
    "Zonder CODE een lijst van alle codes."
)
EPILOG = "\b\nmijlpalen-xlsx explain M201"


def no_such_code(error: UnknownCode, run: Session) -> str:
    """The sentence for a code that does not exist."""
    if error.suggestion:
        return run.say(
            "De code '{code}' bestaat niet. Bedoelde u '{near}'?", code=error.code, near=error.suggestion
        )
    return run.say("De code '{code}' bestaat niet.", code=error.code)


@click.command("explain", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("code", cls=Argument, required=False, metavar="[CODE]")
@options.lang()
@click.pass_obj
def command(run: Session, code: str | None) -> None:
    """Print the page, or the list."""
    from mijlpalen_xlsx.cli.console import is_terminal, out, settle
    from mijlpalen_xlsx.outputs.to_pages import page_to_text, rules_to_text
    from mijlpalen_xlsx.rules import UnknownCode, page

    settle()
    if code is None:
        out(rules_to_text(run.screen()))
        return
    try:
        markdown = page(code, run.lang)
    except UnknownCode as error:
        raise Refused(no_such_code(error, run)) from None
    out(page_to_text(markdown, run.screen()) if is_terminal(sys.stdout) else markdown)
