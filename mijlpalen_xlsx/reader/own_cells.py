"""What the reader of plans passes over in a workbook: our own formulas, and fills that mean nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import BinaryIO

from mijlpalen_xlsx.format import SHEETS
from mijlpalen_xlsx.reader.marks import is_colour
from mijlpalen_xlsx.reader.own import PASSED_OVER, sheets_pointed_at
from mijlpalen_xlsx.sheets import DEFAULT_LIMITS, Ignored, Limits, Workbook, open_workbook
from mijlpalen_xlsx.words import normal

__all__ = ["OWN_FORMULAS", "open_plan"]

_AT = r"\$[A-Z]{1,3}[0-9]{1,7}"
_IS_BAND = _AT + r'="[A-Z]"'
_NOT = r"(?:<>|&lt;&gt;)"

OWN_FORMULAS = "|".join(
    (
        rf'IF\({_AT}="","",IF\(AND\({_AT}',  # the sign in a Gantt cell
        rf"IF\(ISNUMBER\((?P<day>{_AT})\),(?P=day),",  # the day in a cell, or behind its words
        rf"IF\(ISNUMBER\({_AT}\),IF\(AND\({_AT}",  # the rank of a slip
        rf'IF\(OR\({_AT}="[^"]*",{_AT}="[^"]*",IF\({_AT}="[^"]*",2,',  # the rank of a light
        rf"IF\(OR\({_IS_BAND},COUNTA\(",  # the status
        rf'IF\(OR\({_IS_BAND},{_AT}="",{_AT}="✕"\),"",INT\(',  # the slip
        rf'IF\(OR\({_AT}="vervallen",{_AT}="cancelled"',  # the sign at the end of the bar
        rf'IF\({_IS_BAND},"",IF\({_AT}="✕",',  # the day of that sign
        rf'IF\(AND\({_AT}{_NOT}"[A-Z]",{_AT}="",{_AT}{_NOT}"✕",ISNUMBER\(',  # what is late, or over
    )
)
"""Our formulas in the rows of a plan and its progress, told by their columns with a ``$`` and rows without.
They are more than half of a workbook, and what they show follows from the cells that are read."""

_SHOWN = frozenset(normal(name) for sheet in SHEETS if sheet.key in PASSED_OVER for name in sheet.name)


def open_plan(source: str | os.PathLike[str] | bytes | BinaryIO, limits: Limits = DEFAULT_LIMITS) -> Workbook:
    """The workbook at ``source`` as the reader of plans wants it; see ``open_workbook``."""
    return open_workbook(source, limits, Ignored(OWN_FORMULAS, _means_nothing, _only_shows))


def _means_nothing(fill: str) -> bool:
    """White, grey and pale fills: a ground to write on, as in our own cells, and no mark or light."""
    return not is_colour(fill)


def _only_shows(name: str, names: Mapping[str, str]) -> bool:
    """Whether this is our guide or dashboard, in a workbook of ours, under the name that it was given.

    A sheet that one of our names points to has been renamed: people type in it.
    """
    pointed_at = {normal(sheet) for sheet in sheets_pointed_at(names)}
    return bool(pointed_at) and normal(name) in _SHOWN - pointed_at
