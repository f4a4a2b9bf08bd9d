"""The bytes of a workbook: in a file here, at an address elsewhere, or read from standard input already."""

from __future__ import annotations

import os

from mijlpalen_xlsx.many.listing import Source, is_url
from mijlpalen_xlsx.sheets import DEFAULT_LIMITS, Limits
from mijlpalen_xlsx.sheets.container import load as load_here

__all__ = ["load"]


def load(source: Source, limits: Limits = DEFAULT_LIMITS) -> tuple[bytes, float | None]:
    """The contents, and when they were changed in seconds, when that is known.

    Raises Unreadable over a device or a file too large, OSError as the system or the service says.
    """
    if source.data is not None:
        return load_here(source.data, limits), None
    if is_url(source.name):
        from mijlpalen_xlsx.many.remote import fetch

        data, changed = fetch(source.name, limits.file_bytes)
        return load_here(data, limits), changed
    data = load_here(source.name, limits)
    return data, os.stat(source.name).st_mtime  # noqa: PTH116 - pathlib costs more to import than it gives
