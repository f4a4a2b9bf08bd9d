"""Reading a plan from a workbook: finds the tables, returns a Plan with the address of every value."""

from __future__ import annotations

import os
from typing import BinaryIO

from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader.book import read_workbook
from mijlpalen_xlsx.reader.left_behind import LeftBehind, left_behind
from mijlpalen_xlsx.reader.own_cells import open_plan
from mijlpalen_xlsx.schemes import Scheme
from mijlpalen_xlsx.sheets import Limits

__all__ = ["LeftBehind", "left_behind", "open_plan", "read", "read_workbook"]


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    limits: Limits | None = None,
    scheme: Scheme | None = None,
) -> Plan:
    """The plan in a workbook at a path, in bytes, or in an open binary file.

    ``scheme`` decides what ``doorlopend`` and the like mean; without it, the scheme that the workbook names.
    Raises Unreadable (M001 to M005 for the file, M006 when it holds no plan) and OSError.
    """
    return read_workbook(open_plan(source, limits or Limits()), scheme=scheme)
