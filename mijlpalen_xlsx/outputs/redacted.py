"""A plan without personal data in its texts, for outputs that show those texts."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from mijlpalen_xlsx.format import Record
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules import redact

__all__ = ["redacted"]

_R = TypeVar("_R", bound=Record)


def redacted(plan: Plan) -> Plan:
    """The plan with ``•••`` for every e-mail address, phone and citizen number in what people wrote."""
    return dataclasses.replace(
        plan,
        general=_record(plan.general),
        subprojects=tuple(map(_record, plan.subprojects)),
        milestones=tuple(map(_record, plan.milestones)),
        activities=tuple(map(_record, plan.activities)),
        parties=tuple(map(_record, plan.parties)),
        log=tuple(map(_record, plan.log)),
    )


def _record(record: _R) -> _R:
    """The same row with its texts redacted; the very same row when there was nothing to hide."""
    texts: dict[str, Any] = {
        field.name: redact(value)
        for field in dataclasses.fields(record)
        if type(value := getattr(record, field.name)) is str and redact(value) != value
    }
    return dataclasses.replace(record, **texts) if texts else record
