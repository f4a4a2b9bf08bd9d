"""Files and folders that a person names, as a list of workbooks in an order that stays the same."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern

__all__ = ["SUFFIXES", "Source", "find", "is_url"]

# What people call a plan. The old and foreign kinds are taken along so that they are named as not read.
SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".fods")
_DIGITS = pattern(r"(\d+)")


class Source(NamedTuple):
    """A file by its name, or what was read from standard input under the name ``-``."""

    name: str
    data: bytes | None = None


def is_url(name: str) -> bool:
    """Whether the name is an address such as ``s3://bucket/plan.xlsx``; ``C:\\plan.xlsx`` is not."""
    scheme, colon, _ = name.partition("://")
    return bool(colon) and len(scheme) > 1 and scheme.replace("+", "").replace("-", "").isalnum()


def find(paths: Iterable[str], *, leave_out: Iterable[str] = (), repeats: bool = False) -> list[Source]:
    """The files named, and the workbooks in the folders named and in the folders below those.

    In a folder the lock files of Excel (``~$``) and whatever is hidden (``.``) are left out; links to
    folders are not followed. A file that is reached twice counts once, but with ``repeats`` as often as it
    is named; one in ``leave_out`` does not count.
    """
    seen = {_real(name) for name in leave_out}
    found = []
    for path in paths:
        for name in _below(path):
            real = _real(name)
            if real not in seen or (repeats and name == path):
                seen.add(real)
                found.append(Source(name))
    return found


def _real(name: str) -> str:
    return name if is_url(name) else os.path.realpath(name)


def _below(path: str) -> Iterable[str]:
    """The workbooks in a folder in natural order: plan2 before plan10. A file is itself."""
    if is_url(path):
        from mijlpalen_xlsx.many.remote import files_below

        names = files_below(path)
        return [path] if names is None else sorted(filter(_is_workbook, names), key=_natural)
    if os.path.isdir(path):  # noqa: PTH112 - names stay as they were given, which Path would tidy
        return sorted(_walk(path), key=_natural)
    return [path]


def _walk(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if _is_workbook(name):
                yield os.path.join(here, name)  # noqa: PTH118 - likewise


def _is_workbook(name: str) -> bool:
    base = name.replace("\\", "/").rpartition("/")[2]
    return base.lower().endswith(SUFFIXES) and not base.startswith(("~$", "."))


def _natural(name: str) -> tuple[str, str]:
    """Numbers in a name count as numbers: each stands with its length before it.

    One string per name, as there may be many; what ends comes before what goes on.
    """
    parts = _DIGITS.split(name.casefold())  # numbers at every odd place
    parts[1::2] = [f"{len(digits):06}{digits}" for digits in (part.lstrip("0") for part in parts[1::2])]
    return "\0".join(parts), name
