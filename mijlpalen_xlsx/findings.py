"""Remark: what the reader noted; Finding: what a rule found. Small values; sentences are made at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.records import dataclass

__all__ = ["Finding", "Remark", "Severity"]


class Severity(StrEnum):
    """How much a finding weighs; the order of the members is the order of weight, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for a hint."""
        return _WEIGHT[self]


_WEIGHT = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.HINT: 1}


@dataclass(frozen=True, slots=True)
class Remark:
    """What the reader noted while it read on: the name of a rule, the place, and the facts.

    ``name`` is the name of the rule that will speak of it (``unreadable-date``); ``value`` is the text as
    written; ``values`` fill the rule's sentence; ``also`` are other cells that belong to it.
    """

    name: str
    at: Address | None = None
    value: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    suggestion: str | None = None
    also: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake or piece of advice at one place.

    ``sentence`` is the Dutch source with ``{placeholders}``; ``values`` fill it (dates, periods, words and
    addresses stay typed until an output writes them in the reader's language). ``at`` is None for a
    finding about a whole file or sheet; ``sheet`` then may still name the sheet.
    """

    code: str
    name: str
    severity: Severity
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)
    at: Address | None = None
    also: tuple[Address, ...] = ()
    value: str | None = None
    suggestion: str | None = None
    in_sheet: str | None = None

    @property
    def sheet(self) -> str | None:
        """Name of the sheet, when the finding has one."""
        return self.at.sheet if self.at else self.in_sheet

    @property
    def cell(self) -> str | None:
        """``F12``, or None for a finding without a cell."""
        return self.at.cell if self.at else None
