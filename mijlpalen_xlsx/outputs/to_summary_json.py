"""The summary as JSON: its tables, what is left out and why, and with the rows behind every number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from mijlpalen_xlsx.outputs.overview import skipped_reason
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.outputs.to_json import dump
from mijlpalen_xlsx.summary import ActivityLine, MilestoneLine, Summary
from mijlpalen_xlsx.words import Lang

__all__ = ["summary_to_data", "summary_to_json"]


def summary_to_json(summary: Summary, lang: Lang = "nl", *, detail: bool = False) -> str:
    """What ``summary --format json`` prints; reasons in ``lang``."""
    return dump(summary_to_data(summary, lang, detail=detail))


def summary_to_data(summary: Summary, lang: Lang = "nl", *, detail: bool = False) -> dict[str, Any]:
    """The summary as data. With ``detail`` the rows behind the numbers, each with its file and cells."""
    data = summary.to_data()
    for entry, skipped in zip(data["skipped"], summary.skipped, strict=True):
        entry["reason"] = skipped_reason(skipped, lang)
    data["doubles"] = [
        {"file": d.file, "other": d.other, "code": d.finding.code, "reason": render(d.finding, lang)}
        for d in summary.doubles
    ]
    data["older"] = [older._asdict() for older in summary.older]
    if summary.period:
        first, last = summary.period
        data["period"] = {"first": first.isoformat(), "last": last.isoformat()}
    if detail:
        data["detail"] = list(_detail(summary))
    return data


def _detail(summary: Summary) -> Iterator[dict[str, Any]]:
    for source in summary.sources:
        about = {"file": source.file, "reference_date": source.day.isoformat()}
        for milestone in source.milestones:
            yield {**about, "row": "milestone", **_plain(milestone)}
        for activity in source.activities:
            yield {**about, "row": "activity", **_plain(activity)}


def _plain(line: MilestoneLine | ActivityLine) -> dict[str, Any]:
    """The fields of a row, its deelproject as in the tables, its cells last."""
    found: dict[str, Any] = {}
    for key, value in line._asdict().items():
        if key == "band":
            found["subproject"], found["subproject_title"] = value
        elif isinstance(value, date):
            found[key] = value.isoformat()
        elif isinstance(value, tuple):
            found[key] = list(value)
        else:
            found[key] = value
    return found
