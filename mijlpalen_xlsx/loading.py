"""The bytes of a workbook: in a file here, at an address elsewhere, or read from standard input already."""

from __future__ import annotations

import os

from mijlpalen_xlsx.many.listing import Source, is_url
from mijlpalen_xlsx.sheets import DEFAULT_LIMITS, Limits
from mijlpalen_xlsx.sheets.container import load as load_here

__all__ = ["OWN", "is_overview", "load"]

OWN = "mijlpalen-xlsx"
"""Property by which an overview of our own is known, so that it is not read as a plan."""
_MOST_BYTES = 100_000  # of the properties of an overview; ours has one


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


def is_overview(data: bytes) -> bool:
    """Whether these are the bytes of an overview that this program made: it says so in its properties.

    Its tables look like those of a plan, so it is asked before a plan is sought in it.
    """
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts, parts.open("docProps/custom.xml") as part:
            return f'name="{OWN}"'.encode() in part.read(_MOST_BYTES)
    except Exception:  # zipfile raises much over a broken file, and reading it will say what is wrong
        return False
