"""The rows of the sheets Logboek and Trend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import LogEntry, Record, TrendEntry
from mijlpalen_xlsx.kinds import Context
from mijlpalen_xlsx.reader.rows import RowRead, read_row, read_value
from mijlpalen_xlsx.reader.tables import Table

__all__ = ["read_log_table", "read_trend_table"]

_R = TypeVar("_R", bound=Record)


def read_log_table(table: Table, context: Context) -> list[LogEntry]:
    """Every line of the log that holds anything."""
    reads = (read_row(table, row, context) for row in table.lines())
    return [LogEntry(**read.values, **read.common(table)) for read in reads if read.filled() or read.extra]


def read_trend_table(table: Table, context: Context) -> list[TrendEntry]:
    """Every row of the trend with a number or an estimate, up to the chart below the table."""
    reads = (read_row(table, row, context) for row in table.lines())
    found: list[TrendEntry] = []
    for read in reads:
        expected = _estimates(table, read, context)
        if expected or read.filled() or read.extra:
            found.append(TrendEntry(**read.values, **read.common(table), expected=expected))
    return found


def _estimates(table: Table, read: RowRead, context: Context) -> tuple[tuple[date, When], ...]:
    """What was expected on each report date, each read as the column of its day."""
    found: list[tuple[date, When]] = []
    for column, cell in read.reports.items():
        slot = table.slots[column]
        if slot.column is None or slot.day is None:
            continue
        key = f"expected:{slot.day}"
        declared = replace(slot.column, key=key)
        read_value(read, declared, cell, table.grid.value(cell), context)
        when = read.values.pop(key, None)
        if when is not None:
            found.append((slot.day, when))
    return tuple(found)
