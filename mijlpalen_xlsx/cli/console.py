"""The terminal: what goes to standard output and standard error, and what it may look like there."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import NoReturn, TextIO

import click

from mijlpalen_xlsx.cli.base import columns
from mijlpalen_xlsx.outputs.lines import safe
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.words import Lang

__all__ = ["hang_up", "is_terminal", "out", "out_bytes", "page", "screen", "settle", "tell"]


def settle() -> None:
    """Make sure that no character can stop us: an old console gets its number instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def screen(lang: Lang) -> Screen:
    """The terminal behind standard output; plain and 80 columns wide when there is none."""
    return Screen(
        lang, columns(), colour=_colours(), encoding=getattr(sys.stdout, "encoding", None) or "utf-8"
    )


def page(lang: Lang) -> Screen:
    """A text file: plain, 80 columns, any character."""
    return Screen(lang)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person reads along; a stream that was closed before we began is None."""
    return stream is not None and stream.isatty()


def _must_be_open() -> None:
    """What nobody can receive is not lost in silence."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _colours() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(sys.stdout) or bool(os.environ.get("FORCE_COLOR"))


def out(text: str) -> None:
    """Text on standard output as it is; who made it has made it harmless. OSError when that is closed."""
    _must_be_open()
    try:
        click.echo(text, nl=False, color=_colours())
    except BrokenPipeError:
        _stop()


def out_bytes(data: bytes) -> None:
    """A file on standard output. OSError when that is closed."""
    _must_be_open()
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _stop()


def _stop() -> NoReturn:
    """End without an error where nobody listens any more; click would make it one."""
    hang_up()
    raise click.exceptions.Exit(0)


def hang_up() -> None:
    """Whoever read our output has gone, as after ``| head``; nothing more can be said there."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(text: str) -> None:
    """A line on standard error, made harmless."""
    click.echo(safe(text), err=True, color=False)
