"""What an own rule may ask of a field. No patterns, so that no file can make a check slow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import Record
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.own.fields import Field, Sort
from mijlpalen_xlsx.words import clean, normal

__all__ = ["ASKED", "REFERENCE_DATE", "Condition", "folded"]

REFERENCE_DATE = "peildatum"
"""Stands for the reference date of the workbook where a date is asked for."""

ASKED: Mapping[Sort, tuple[str, ...]] = {
    "text": ("empty", "is", "not", "one_of", "contains", "not_contains", "starts_with"),
    "choice": ("empty", "is", "not", "one_of"),
    "date": ("empty", "before", "after"),
    "number": ("empty", "at_least", "at_most"),
    "numbers": ("empty", "contains", "not_contains"),
    "years": ("empty", "contains", "not_contains"),
    "yes_no": ("is",),
    "spread": ("empty",),
}
"""What may be asked of each sort of field."""


@dataclass(frozen=True)
class Condition:
    """What is asked of one field, as pairs of a question and what it asks for.

    An empty field, or one that nobody can read, only answers ``empty``.
    """

    field: Field
    asks: tuple[tuple[str, Any], ...]

    def holds(self, record: Record, context: Context) -> bool:
        """Whether every answer is yes."""
        filled = self.field.filled(record)
        value = self.field.value(record, context) if filled else None
        return all(
            filled is not wanted
            if asked == "empty"
            else value is not None and _HOLDS[asked](value, wanted, context)
            for asked, wanted in self.asks
        )

    def can_be_judged(self, record: Record, context: Context) -> bool:
        """Not when the column is gone, or nobody can read what stands there: that is told already."""
        key = self.field.place(record)
        if self.field.filled(record):
            return self.asks[0][0] == "empty" or self.field.value(record, context) is not None
        return context.there(record, key)


def folded(value: object) -> str:
    """Text as it is compared: without regard to capitals and odd spaces."""
    return clean(str(value)).casefold()


def _is(value: Any, wanted: Any, context: Context) -> bool:
    return value is wanted if isinstance(wanted, bool) else folded(value) == folded(wanted)


def _contains(value: Any, wanted: Any, context: Context) -> bool:
    if isinstance(value, tuple):
        return normal(str(wanted)) in {normal(str(item)) for item in value}
    return folded(wanted) in folded(value)


def _day(wanted: date | str, context: Context) -> date:
    return wanted if isinstance(wanted, date) else context.reference_date


def _before(value: When, wanted: date | str, context: Context) -> bool:
    """Whether a period ends before a day."""
    return value.as_due is not None and value.as_due < _day(wanted, context)


def _after(value: When, wanted: date | str, context: Context) -> bool:
    """Whether a period begins after a day."""
    return value.as_start is not None and value.as_start > _day(wanted, context)


_HOLDS: Mapping[str, Callable[[Any, Any, Context], bool]] = {
    "is": _is,
    "not": lambda value, wanted, context: not _is(value, wanted, context),
    "one_of": lambda value, wanted, context: folded(value) in map(folded, wanted),
    "contains": _contains,
    "not_contains": lambda value, wanted, context: not _contains(value, wanted, context),
    "starts_with": lambda value, wanted, context: folded(value).startswith(folded(wanted)),
    "before": _before,
    "after": _after,
    "at_least": lambda value, wanted, context: value >= wanted,
    "at_most": lambda value, wanted, context: value <= wanted,
}
