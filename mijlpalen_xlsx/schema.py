"""The JSON Schema of the data, worked out from the definition of the format: plan, report and summary."""

from __future__ import annotations

import dataclasses
from typing import Any

from mijlpalen_xlsx.dates import Precision
from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import (
    LAYOUTS,
    Activity,
    General,
    LogEntry,
    Milestone,
    Party,
    Record,
    Subproject,
    TrendEntry,
    columns,
)
from mijlpalen_xlsx.kinds import Day
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.vocabulary import Light, Status

__all__ = ["PLAN", "REPORT", "SUMMARY", "schema_of"]

PLAN, REPORT, SUMMARY = "plan", "report", "summary"
DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
DAY = Day().schema()
ADDRESSES: Schema = {"type": "object", "additionalProperties": {"$ref": "#/$defs/address"}}
RECORDS: dict[str, type[Record]] = {
    "parties": Party,
    "subprojects": Subproject,
    "milestones": Milestone,
    "activities": Activity,
    "log": LogEntry,
    "trend": TrendEntry,
}


def _nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _object(properties: dict[str, Schema], *required: str, strict: bool = True) -> Schema:
    """An object of these properties. A strict one has no others, so that a slip of the pen is noticed."""
    schema: Schema = {"type": "object", "properties": properties}
    if required:
        schema["required"] = list(required)
    if strict:
        schema["additionalProperties"] = False
    return schema


def _whole(properties: dict[str, Schema]) -> Schema:
    """An object that always has all of these; a later version may add others."""
    return _object(properties, *properties, strict=False)


# Fields that are no column, or that stand in several columns at once.
SPREAD: dict[tuple[type[Record], str], Schema] = {
    (Subproject, "number"): _nullable(TEXT),
    (Subproject, "title"): _nullable(TEXT),
    (Milestone, "marks"): _list(
        _object(
            {"first": DAY, "last": DAY, "by": {"enum": ["x", "text", "fill"]}, "text": TEXT},
            "first", "last", "by",
        )
    ),
    (Milestone, "roles"): _list(_object({"party": TEXT, "role": TEXT}, "party", "role")),
    (Milestone, "subproject"): _nullable(TEXT),
    (Milestone, "cancelled"): {"type": "boolean"},
    (Activity, "years"): _list({"type": "integer"}),
    (Activity, "year_texts"): {"type": "object", "additionalProperties": TEXT},
    (TrendEntry, "expected"): _list(
        _object({"report_date": DAY, "expected": {"$ref": "#/$defs/when"}}, "report_date", "expected")
    ),
}  # fmt: skip


def _record(record: type[Record]) -> Schema:
    declared = {column.key: column for column in columns(record)}
    properties: dict[str, Schema] = {}
    for field in dataclasses.fields(record):
        spread = SPREAD.get((record, field.name))
        if spread:
            properties[field.name] = spread
        elif field.name in declared:
            column = declared[field.name]
            kind = column.kind.schema()
            properties[field.name] = {
                "title": column.header.en,
                "description": column.help.en,
                **(kind if kind.get("type") == "array" else _nullable(kind)),
            }
    texts = {"type": "object", "additionalProperties": TEXT}
    return _object({**properties, "written": texts, "extra": texts, "cells": ADDRESSES})


def _general() -> dict[str, Schema]:
    return {column.key: _nullable(column.kind.schema()) for column in columns(General)}


def _format() -> Schema:
    return _object(
        {
            "version": TEXT,
            "layout": {"enum": list(LAYOUTS)},
            "language": {"enum": ["nl", "en"]},
            "scale": {"enum": [scale.value for scale in Scale]},
            "recognised_by": _nullable(TEXT),
            "saved_by": _nullable(TEXT),
            "plan_id": _nullable(TEXT),
        }
    )


def _plan() -> Schema:
    year = {"type": "integer", "minimum": 1990, "maximum": 2099}
    return _object(
        {
            "format": _format(),
            **_general(),
            "years": _nullable({"type": "array", "items": year, "minItems": 2, "maxItems": 2}),
            "report_dates": _list(DAY),
            "written": {"type": "object", "additionalProperties": TEXT},
            **{key: _list(_record(record)) for key, record in RECORDS.items()},
            "cells": ADDRESSES,
        }
    )


def _when() -> Schema:
    properties = {
        "first": _nullable(DAY),
        "last": _nullable(DAY),
        "precision": {"enum": [precision.value for precision in Precision]},
        "text": _nullable(TEXT),
    }
    return _nullable({**_object(properties), "description": "a day or a period; text is what was written"})


def _finding() -> Schema:
    return _whole(
        {
            "code": {"type": "string", "pattern": "^[MU][0-9]{3}$"},
            "name": TEXT,
            "severity": {"enum": [severity.value for severity in Severity]},
            "message": TEXT,
            "sheet": _nullable(TEXT),
            "cell": _nullable({"type": "string", "pattern": "^[A-Z]{1,3}[1-9][0-9]*$"}),
            "also": _list({"$ref": "#/$defs/address"}),
            "value": _nullable(TEXT),
            "suggestion": _nullable(TEXT),
            "accepted": _nullable(TEXT),
        }
    )


def _row() -> Schema:
    coming = _whole(
        {"date": DAY, "number": _nullable(TEXT), "title": _nullable(TEXT), "status": {"enum": list(Status)}}
    )
    counts = {
        "milestones": COUNT,
        **{status.value: COUNT for status in Status},
        "slip_weeks_max": _nullable(COUNT),
        "effort": _nullable({"type": "number", "minimum": 0}),
        "activities": COUNT,
        **{light.value: COUNT for light in Light},
        "no_light": COUNT,
        "next": _list(coming),
    }
    # What a row is about depends on the table; a crossing has the keys of both.
    keys = ("region", "subproject", "title", "objective", "year", "schoolyear", "party", "light")
    period = _whole(dict.fromkeys(("due", "done", "late", "cancelled"), COUNT))
    described = {**{key: _nullable(TEXT) for key in keys}, **counts, "period": period}
    return _object(described, *counts, strict=False)


def _summary() -> Schema:
    return _whole(
        {
            "schema": {"const": "mijlpalen-xlsx/summary/1"},
            "workbooks": COUNT,
            "skipped": _list(_whole({"file": TEXT, "code": _nullable(TEXT), "reason": TEXT})),
            "tables": {"type": "object", "additionalProperties": _list(_row())},
        }
    )


def _report() -> Schema:
    file = _whole(
        {
            "file": TEXT,
            "readable": {"type": "boolean"},
            "reason": _nullable(TEXT),
            "reference_date": _nullable(DAY),
            "plan": _nullable({"$ref": "#/$defs/plan"}),
            "rules": _nullable(TEXT),
            "findings": _list({"$ref": "#/$defs/finding"}),
            "counts": _whole({**{severity.value: COUNT for severity in Severity}, "accepted": COUNT}),
        }
    )
    unused = _whole({"rules": TEXT, "line": COUNT, "code": TEXT, "sheet": _nullable(TEXT), "cell": TEXT})
    return _whole(
        {
            "schema": {"const": "mijlpalen-xlsx/report/1"},
            "tool": _whole({"name": {"const": "mijlpalen-xlsx"}, "version": TEXT}),
            "files": _list(file),
            "unused_accepts": _list(unused),
            "summary": {"$ref": "#/$defs/summary"},
        }
    )


def schema_of(what: str = PLAN) -> Schema:
    """The schema of a ``plan``, the ``report`` of check, or a ``summary``. Raises ValueError for another."""
    if what not in (PLAN, REPORT, SUMMARY):
        raise ValueError(f"no schema of {what!r}")
    definitions = {
        "address": {"type": "string", "description": "Mijlpalenplan!F12"},
        "when": _when(),
        "plan": _plan(),
        "finding": _finding(),
        "summary": _summary(),
        "report": _report(),
    }
    return {
        "$schema": DRAFT,
        "title": f"mijlpalen-xlsx {what}",
        "$ref": f"#/$defs/{what}",
        "$defs": definitions,
    }
