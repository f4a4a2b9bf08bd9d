"""A workbook file as sparse sheets of cells: the only package that knows how .xlsx and .ods are stored."""

from __future__ import annotations

import gc
import os
from typing import BinaryIO

from .container import Container, load
from .detect import is_flat_ods, is_ods
from .model import Ignored, Limits, Sheet, Unreadable, Workbook
from .xlsx import read_workbook

__all__ = ["Ignored", "Limits", "Sheet", "Unreadable", "Workbook", "open_workbook"]

DEFAULT_LIMITS = Limits()
NOTHING = Ignored()


def open_workbook(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    limits: Limits = DEFAULT_LIMITS,
    ignored: Ignored = NOTHING,
) -> Workbook:
    """Read the workbook at a path, or in bytes, or from an open binary file; nothing outside it is opened.

    Raises Unreadable for what is no workbook, locked, damaged, too large or too old. A path that cannot be
    opened raises OSError as the system says it.
    """
    data = load(source, limits)
    collecting = gc.isenabled()
    gc.disable()  # thousands of cells and no cycles among them: looking for some takes a sixth of the time
    try:
        return _read(data, limits, ignored)
    finally:
        if collecting:
            gc.enable()


def _read(data: bytes, limits: Limits, ignored: Ignored) -> Workbook:
    """The workbook in these bytes. What reads OpenDocument is loaded only when a file is that."""
    if is_flat_ods(data):
        from .ods import read_flat

        return read_flat(data, limits, ignored)
    container = Container(data, limits)
    if is_ods(container.names(), container.mimetype):
        from .ods import read_ods

        return read_ods(container, ignored)
    return read_workbook(container, ignored)
