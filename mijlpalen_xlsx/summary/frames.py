"""The tables as DataFrames of pandas, made from the counts; pandas itself counts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.summary.lines import ActivityLine, MilestoneLine
from mijlpalen_xlsx.summary.tables import SourceLines, Summary

if TYPE_CHECKING:
    import pandas

__all__ = ["LINE_COLUMNS", "frame", "line_rows", "lines_frame", "source_rows"]

LINE_COLUMNS = (
    "region", "file", "reference_date", "row", "subproject", "subproject_title", "objective", "kind",
    "number", "title", "start", "due", "expected", "actual", "status", "slip_weeks", "effort", "light",
    "stage", "party", "bottlenecks", "measure", "who", "cell",
)  # fmt: skip
"""Columns of the long table: ``row`` is milestone or activity, ``cell`` the address of its title."""


def frame(summary: Summary, table: str | None = None) -> pandas.DataFrame:
    """One table, a row per group; a period adds ``period_due`` and so on. Raises KeyError."""
    import pandas

    name = table if table is not None else next(iter(summary.tables), "")
    return pandas.DataFrame([_flat(row.to_data()) for row in summary.tables[name]])


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    data = dict(data)
    data.pop("next")
    for key, number in data.pop("period", {}).items():
        data[f"period_{key}"] = number
    return data


def line_rows(summary: Summary) -> Iterator[dict[str, Any]]:
    """Every row that was counted, in the order of the files, as ``LINE_COLUMNS``."""
    for source in summary.sources:
        yield from source_rows(source)


def source_rows(source: SourceLines) -> Iterator[dict[str, Any]]:
    """The rows of one file."""
    about = {"file": source.file, "reference_date": source.day}
    for milestone in source.milestones:
        yield {**about, **_of_milestone(milestone)}
    for activity in source.activities:
        yield {**about, **_of_activity(activity)}


def _of_milestone(line: MilestoneLine) -> dict[str, Any]:
    return {
        "region": line.region, "row": "milestone", "subproject": line.band.number,
        "subproject_title": line.band.title, "objective": line.objective, "kind": line.kind,
        "number": line.number, "title": line.title, "start": line.start, "due": line.due,
        "expected": line.expected, "actual": line.actual, "status": line.status.value,
        "slip_weeks": line.slip_weeks, "effort": line.effort, "light": line.light and line.light.value,
        "stage": None, "party": "; ".join(line.parties) or None, "bottlenecks": None, "measure": None,
        "who": None, "cell": next(iter(line.cells.values()), None),
    }  # fmt: skip


def _of_activity(line: ActivityLine) -> dict[str, Any]:
    return {
        "region": line.region, "row": "activity", "subproject": line.band.number,
        "subproject_title": line.band.title, "objective": line.objective, "kind": None,
        "number": line.number, "title": line.description, "start": None, "due": line.due, "expected": None,
        "actual": None, "status": None, "slip_weeks": None, "effort": None,
        "light": line.light and line.light.value, "stage": line.stage and line.stage.value,
        "party": "; ".join(line.parties) or None, "bottlenecks": line.bottlenecks,
        "measure": line.measure, "who": line.who, "cell": next(iter(line.cells.values()), None),
    }  # fmt: skip


def lines_frame(summary: Summary) -> pandas.DataFrame:
    """Every row that was counted, with its file and cell; dates are days."""
    import pandas

    return pandas.DataFrame(list(line_rows(summary)), columns=list(LINE_COLUMNS))
