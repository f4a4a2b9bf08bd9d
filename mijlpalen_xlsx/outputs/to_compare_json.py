"""Versions of a plan beside each other as JSON: both values of all that differs at every step, the trend."""

from __future__ import annotations

from typing import Any

from mijlpalen_xlsx import __version__
from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.comparison import (
    Change,
    Comparison,
    MilestoneChange,
    Step,
    Trend,
    Version,
    counts,
    trend_of,
)
from mijlpalen_xlsx.comparison.told import said
from mijlpalen_xlsx.format import Activity, Record
from mijlpalen_xlsx.outputs.to_json import dump, finding_to_data
from mijlpalen_xlsx.plan import plan_to_data, record_to_data
from mijlpalen_xlsx.words import Lang

__all__ = ["compare_to_data", "compare_to_json"]

SCHEMA = "mijlpalen-xlsx/compare/1"


def compare_to_json(comparison: Comparison, lang: Lang = "nl") -> str:
    """What ``compare --format json`` prints."""
    return dump(compare_to_data(comparison, lang))


def compare_to_data(comparison: Comparison, lang: Lang = "nl") -> dict[str, Any]:
    """The comparison as data; sentences in ``lang``. ``given`` counts from 1."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "mijlpalen-xlsx", "version": __version__},
        "versions": [_version(version) for version in comparison.versions],
        "order": comparison.order.value,
        "steps": [_step(step, lang) for step in comparison.steps],
        "trend": _trend(trend_of(comparison)),
    }


def _version(version: Version) -> dict[str, Any]:
    plan = version.plan
    return {
        "file": version.file,
        "given": version.given + 1,
        "reference_date": version.day.isoformat() if version.day else None,
        "region": plan.region,
        "milestones": len(plan.milestones),
        "activities": len(plan.activities),
    }


def _step(step: Step, lang: Lang) -> dict[str, Any]:
    return {
        "from": step.old.file,
        "to": step.new.file,
        "counts": {what.value: n for what, n in counts(step).items()},
        "milestones": [_milestone(change, lang) for change in step.milestones],
        "activities": [_change(change, lang) for change in step.activities],
        "objectives": [
            {"before": _objective(change.old), "after": _objective(change.new)} for change in step.objectives
        ],
        "subprojects": [_change(change, lang) for change in step.subprojects],
        "parties": [_change(change, lang) for change in step.parties],
        "settings": _settings(step),
        "findings": [finding_to_data(finding, lang) for finding in step.findings],
    }


def _change(change: Change[Any], lang: Lang) -> dict[str, Any]:
    """One row: what became of it, the sentences, and the values that differ before and after."""
    old = record_to_data(change.old) if change.old else None
    new = record_to_data(change.new) if change.new else None
    return {
        "what": change.what.value,
        "number": getattr(change.record, "number", None),
        "title": _title(change.record),
        "said": list(said(change, lang)),
        "differs": {key: {"before": _value(old, key), "after": _value(new, key)} for key in change.keys},
        "cells": {"before": _place(change.old), "after": _place(change.new)},
    }


def _milestone(change: MilestoneChange, lang: Lang) -> dict[str, Any]:
    before, after = change.ends
    return {
        **_change(change, lang),
        "status": {
            "before": change.old.status if change.old else None,
            "after": change.new.status if change.new else None,
        },
        "end": {
            "before": before.isoformat() if before else None,
            "after": after.isoformat() if after else None,
        },
        "days": change.days,
        "baseline_changed": change.baseline,
    }


def _title(record: Record) -> str | None:
    for key in ("title", "description", "name", "short"):
        if found := getattr(record, key, None):
            return str(found)
    return None


def _value(data: dict[str, Any] | None, key: str) -> Any:
    """A value from the data of a record; a cell that could not be read gives what was written in it."""
    base, _, head = key.partition(":")
    if data is None:
        return None
    if head:
        return data.get(base, {}).get(head)
    value = data.get(base)
    return data.get("written", {}).get(base) if value is None else value


def _place(record: Record | None) -> str | None:
    place: Address | None = record.place("title", "description", "name") if record else None
    return str(place) if place else None


def _objective(activity: Activity | None) -> dict[str, Any] | None:
    if activity is None:
        return None
    place = activity.at("objective")
    return {"objective": activity.objective, "cell": str(place) if place else None}


def _settings(step: Step) -> dict[str, Any]:
    old, new = plan_to_data(step.old.plan), plan_to_data(step.new.plan)
    return {
        key: {"before": _value(old, key), "after": _value(new, key)}
        for key in step.general
        if not key.startswith("extra:")
    }


def _trend(trend: Trend) -> dict[str, Any]:
    """Per milestone a date per version, in the order of the versions; null where it has none or is absent."""
    return {
        "report_dates": [version.day.isoformat() if version.day else None for version in trend.versions],
        "milestones": [
            {
                "number": line.latest.number,
                "title": line.latest.title,
                "expected": [
                    {
                        "date": estimate.day.isoformat() if estimate.day else None,
                        "done": estimate.done,
                        "cancelled": estimate.cancelled,
                    }
                    if estimate
                    else None
                    for estimate in line.estimates
                ],
                "days": line.days,
            }
            for line in trend.lines
        ],
    }
