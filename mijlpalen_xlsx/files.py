"""Writing a file whole or not at all, and never over something that was only to be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["WouldChangeInput", "guard", "whole", "write_whole"]


class WouldChangeInput(ValueError):
    """The output is one of the inputs; ``args[0]`` is its name."""


def guard(target: str | os.PathLike[str], inputs: Iterable[str | os.PathLike[str]]) -> None:
    """Raise WouldChangeInput when ``target`` is the same file as one of ``inputs``, by whatever name."""
    for source in inputs:
        try:
            same = Path(target).samefile(source)
        except OSError:  # one of them does not exist: then they differ
            continue
        if same:
            raise WouldChangeInput(os.fspath(target))


def write_whole(target: str | os.PathLike[str], data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``target`` whole or not at all; as ``whole``."""
    with whole(target, force=force) as file:
        file.write(data)


@contextmanager
def whole(target: str | os.PathLike[str], *, force: bool = False) -> Iterator[BinaryIO]:
    """A file to write to that becomes ``target`` when all went well: beside it first, then a rename.

    Raises FileExistsError when ``target`` exists and ``force`` is not given, IsADirectoryError, and any
    OSError of the system; then, and when the writing fails, nothing is left behind and what was there is
    unchanged.
    """
    path = Path(os.path.realpath(target))  # a link keeps being a link: its file is replaced
    mode = _mode(path)
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(21, "Is a directory", os.fspath(target))
    if mode is not None and not stat.S_ISREG(mode):  # /dev/null, a pipe: nothing to replace
        with path.open("wb") as file:
            yield file
        return
    if mode is not None and not force:
        raise FileExistsError(17, "File exists", os.fspath(target))
    beside = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.tmp")
    try:
        with _opened(beside, mode) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _place(beside, path, force)
    finally:
        beside.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _opened(path: Path, mode: int | None) -> BinaryIO:
    """A new file with the rights of the one whose place it will take."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = os.fdopen(os.open(path, flags, 0o666), "wb")  # 0o666: the person's umask decides
    if mode is not None:
        path.chmod(stat.S_IMODE(mode))
    return file


def _place(beside: Path, path: Path, force: bool) -> None:
    """Give the finished file its name. Without ``force`` a file that just appeared there is left alone."""
    if force:
        beside.replace(path)
        return
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as that of a USB stick
        if path.exists():
            raise FileExistsError(17, "File exists", os.fspath(path)) from None
        beside.rename(path)
