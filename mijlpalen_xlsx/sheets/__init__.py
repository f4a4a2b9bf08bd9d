"""A workbook file as sparse sheets of cells: the only package that knows how .xlsx and .ods are stored."""

from __future__ import annotations

import gc
import os
from typing import BinaryIO

from .container import Container, load
from .detect import is_flat_ods, is_ods
from .model import Limits, Sheet, Unreadable, Workbook
from .xlsx import read_workbook

__all__ = ["Limits", "Sheet", "Unreadable", "Workbook", "open_workbook"]

DEFAULT_LIMITS = Limits()


def open_workbook(
    source: str | os.PathLike[str] | bytes | BinaryIO, limits: Limits = DEFAULT_LIMITS, *, derived: str = ""
) -> Workbook:
    """Read the workbook at a path, or in bytes, or from an open binary file; nothing outside it is opened.

    ``derived`` is a regular expression for how formulas begin (without their ``=``; no groups in it) that say
    nothing new to the caller: cells with those are left out, unless they have a fill or show an error. In XML
    ``<`` and ``>`` stand as ``&lt;`` and ``&gt;``; an expression that allows for both spares most of the work.

    Raises Unreadable for what is no workbook, locked, damaged, too large or too old. A path that cannot be
    opened raises OSError as the system says it.
    """
    data = load(source, limits)
    collecting = gc.isenabled()
    gc.disable()  # thousands of cells and no cycles among them: looking for some takes a sixth of the time
    try:
        return _read(data, limits, derived)
    finally:
        if collecting:
            gc.enable()


def _read(data: bytes, limits: Limits, derived: str) -> Workbook:
    """The workbook in these bytes. What reads OpenDocument is loaded only when a file is that."""
    if is_flat_ods(data):
        from .ods import read_flat

        return read_flat(data, limits, derived)
    container = Container(data, limits)
    if is_ods(container.names(), container.mimetype):
        from .ods import read_ods

        return read_ods(container, derived)
    return read_workbook(container, derived)
