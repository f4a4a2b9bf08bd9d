"""What all commands share: a session with its language, and click's classes that speak that language."""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:  # help is printed often; what only a type checker needs would cost a tenth of it
    from typing import Protocol, TypeVar

    from mijlpalen_xlsx.outputs.screen import Screen
    from mijlpalen_xlsx.words import Lang

    ParamType = click.ParamType[Any]
    _F = TypeVar("_F", bound=Callable[..., Any])

    class Decorator(Protocol):
        """Gives back what it decorates."""

        def __call__(self, command: _F, /) -> _F: ...
else:
    ParamType = click.ParamType  # click knows what it is a type of only since 8.4
    Decorator = Callable

__all__ = [
    "PROGRAM",
    "Argument",
    "Command",
    "Decorator",
    "Option",
    "ParamType",
    "Refused",
    "Session",
    "columns",
    "language",
    "option",
    "session",
]

PROGRAM = "mijlpalen-xlsx"
NO_TERMINAL = 80


class Session:
    """One run: the language in which it speaks, and whether somebody asked for that language by name."""

    __slots__ = ("asked", "lang")

    def __init__(self, lang: Lang = "nl", asked: bool = False) -> None:
        self.lang, self.asked = lang, asked

    def say(self, nl: str, **values: object) -> str:
        """A sentence in the language of this run."""
        if self.lang == "nl":
            return nl.format(**values)
        from mijlpalen_xlsx.i18n import translate

        return translate(nl, self.lang).format(**values)

    def screen(self) -> Screen:
        """The terminal that standard output goes to, or the page that a pipe makes of it."""
        from mijlpalen_xlsx.cli.console import screen

        return screen(self.lang)


def columns() -> int:
    """Width of the terminal: as COLUMNS says, else as it is itself, 80 when there is none."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    try:  # shutil has this too, and takes longer to load than help takes to print
        return os.get_terminal_size(sys.stdout.fileno()).columns or NO_TERMINAL
    except (OSError, ValueError, AttributeError):
        return NO_TERMINAL


def session(ctx: click.Context | None = None) -> Session:
    """The session of the command that is running."""
    found = (ctx or click.get_current_context()).find_object(Session)
    return found or Session()


def language(args: Sequence[str], environ: Mapping[str, str]) -> Session:
    """The language asked for: ``--lang``, then ``MIJLPALEN_LANG``, then the locale; Dutch otherwise.

    It is needed before click looks at the arguments, as click itself has things to say in that language.
    """
    for i, arg in enumerate(args):
        if arg == "--":
            break
        value = arg.removeprefix("--lang=") if arg.startswith("--lang=") else None
        if arg == "--lang" and i + 1 < len(args):
            value = args[i + 1]
        if value in ("nl", "en"):
            return Session("en" if value == "en" else "nl", asked=True)
    wanted = environ.get("MIJLPALEN_LANG", "").strip().lower()
    if wanted[:2] in ("nl", "en"):
        return Session("en" if wanted.startswith("en") else "nl", asked=True)
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return Session("en" if locale.lower().startswith("en") else "nl")


class Refused(click.ClickException):
    """What cannot be done, in one plain sentence, with the name of the file before it when there is one."""

    exit_code = 2

    def __init__(self, sentence: str, file: str | None = None) -> None:
        from mijlpalen_xlsx.outputs.trouble import named

        super().__init__(named(file, sentence) if file else sentence)


class Option(click.Option):
    """An option whose help and metavar are Dutch sentences, shown in the language of the session."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        spoken = copy.copy(self)
        spoken.help = session(ctx).say(self.help) if self.help else None
        return click.Option.get_help_record(spoken, ctx)

    def make_metavar(self, ctx: click.Context) -> str:
        return session(ctx).say(self.metavar) if self.metavar else super().make_metavar(ctx)


class Argument(click.Argument):
    """An argument with a Dutch metavar, shown in the language of the session."""

    def make_metavar(self, ctx: click.Context) -> str:
        return session(ctx).say(self.metavar) if self.metavar else super().make_metavar(ctx)

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """The argument as it stands in the line of usage, in an error about it."""
        return f"'{self.make_metavar(ctx)}'" if ctx else str(self.name)


class Command(click.Command):
    """A command whose help is Dutch in the code and shown in the language of the session."""

    def __init__(self, *args: Any, **more: Any) -> None:
        more.setdefault("options_metavar", "[OPTIES]")
        super().__init__(*args, **more)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [session(ctx).say(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = session(ctx).say("Toont deze hulp.")
        return option

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write(self.help, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write(self.epilog, ctx, formatter)


def _write(nl: str | None, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    if nl:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(session(ctx).say(nl))


def option(*names: str, **more: Any) -> Decorator:
    """An option of ours; as ``click.option``."""
    return click.option(*names, cls=Option, **more)
