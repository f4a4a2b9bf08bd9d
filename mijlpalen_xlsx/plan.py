"""Plan: one workbook as typed rows, and its JSON, to and fro."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import (
    VERSION,
    Activity,
    General,
    LogEntry,
    Mark,
    Milestone,
    Party,
    Record,
    Role,
    Subproject,
    TrendEntry,
    columns,
)
from mijlpalen_xlsx.kinds import Date, Day, Text
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.words import Lang, nearest, normal

if TYPE_CHECKING:
    import pandas

__all__ = ["About", "Plan", "PlanDataError", "plan_from_data", "plan_to_data"]

_R = TypeVar("_R", bound=Record)


class PlanDataError(ValueError):
    """JSON that is not a plan: a Dutch sentence and its facts (``where`` is ``milestones[3].due``)."""

    def __init__(self, where: str, sentence: str, **values: object) -> None:
        self.sentence, self.values = sentence, {"where": where or "{ }", **values}
        super().__init__(sentence.format(**self.values))


_WRONG = "Bij {where} in de JSON verwachten we {expected}."
_UNKNOWN = "Bij {where} in de JSON staat een sleutel die we niet kennen: {key}."
_UNKNOWN_NEAR = "Bij {where} in de JSON staat een sleutel die we niet kennen: {key}. Bedoelde u {near}?"
_ONE_PLAN = "In de JSON verwachten we één plan; er staan er {count} in."


@dataclass(frozen=True, kw_only=True)
class About:
    """What kind of workbook this is, or was: version, layout, language, how it was known, who saved it."""

    version: str = VERSION
    layout: str = "full"
    language: Lang = "nl"
    scale: Scale = Scale.QUARTER
    recognised_by: str | None = None
    saved_by: str | None = None
    plan_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One mijlpalenplan. ``years`` are the first and last year column; dates are plain days.

    ``remarks`` are what the reader noted about the workbook as a whole; those of a row are with the row.
    """

    about: About = field(default_factory=About)
    general: General = field(default_factory=General)
    years: tuple[int, int] | None = None
    report_dates: tuple[date, ...] = ()
    parties: tuple[Party, ...] = ()
    subprojects: tuple[Subproject, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    activities: tuple[Activity, ...] = ()
    log: tuple[LogEntry, ...] = ()
    trend: tuple[TrendEntry, ...] = ()
    remarks: tuple[Remark, ...] = field(default=(), compare=False)

    @property
    def region(self) -> str | None:
        return self.general.region

    @property
    def scheme(self) -> str | None:
        return self.general.scheme

    @property
    def reference_date(self) -> date | None:
        return self.general.reference_date

    def records(self) -> Iterator[Record]:
        """Every record of the plan in the order of the sheets."""
        yield self.general
        yield from self.parties
        yield from self.subprojects
        yield from self.milestones
        yield from self.activities
        yield from self.log
        yield from self.trend

    def milestones_of(self, subproject: str | None) -> tuple[Milestone, ...]:
        """The milestones under one subproject (by number), or those under none."""
        return tuple(m for m in self.milestones if m.subproject == subproject)

    def by_number(self) -> dict[str, Milestone]:
        """Milestones by normalised number; of a number that stands twice, the first."""
        found: dict[str, Milestone] = {}
        for milestone in self.milestones:
            if milestone.number:
                found.setdefault(normal(milestone.number), milestone)
        return found

    def to_frame(self, table: str = "milestones") -> pandas.DataFrame:
        """One table of the plan (``milestones``, ``activities``, ``log`` …) as a DataFrame, a row per record.

        Dates become two columns, ``due_first`` and ``due_last``; lists stay lists.
        """
        import pandas

        return pandas.DataFrame([_flat(record_to_data(record)) for record in getattr(self, table)])


def _flat(data: Mapping[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for key, value in data.items():
        if isinstance(value, dict) and "precision" in value:
            row[f"{key}_first"], row[f"{key}_last"] = value["first"], value["last"]
            row[f"{key}_text"] = value["text"]
        elif key not in ("cells", "written", "extra"):
            row[key] = value
    return row


_DAY = Day()
_WHEN = Date()
_TEXT = Text()


def _mark_to_data(mark: Mark) -> dict[str, Any]:
    data = {"first": mark.first.isoformat(), "last": mark.last.isoformat(), "by": mark.by}
    return {**data, "text": mark.text} if mark.text else data


_SPREAD_TO_DATA: dict[tuple[type[Record], str], Callable[[Any], Any]] = {
    (Milestone, "marks"): lambda marks: [_mark_to_data(m) for m in marks],
    (Milestone, "roles"): lambda roles: [{"party": r.party, "role": r.role} for r in roles],
    (Activity, "years"): list,
    (TrendEntry, "expected"): lambda pairs: [
        {"report_date": day.isoformat(), "expected": _WHEN.to_data(when)} for day, when in pairs
    ],
}


def record_to_data(record: Record) -> dict[str, Any]:
    """One record as JSON data: its columns, then what is not a column, then its cells."""
    declared = {c.key: c for c in columns(type(record))}
    data: dict[str, Any] = {}
    for f in dataclasses.fields(record):
        value = getattr(record, f.name)
        if f.name in _COMMON:
            continue
        spread = _SPREAD_TO_DATA.get((type(record), f.name))
        if spread:
            data[f.name] = spread(value)
        elif f.name in declared:
            data[f.name] = declared[f.name].kind.to_data(value)
        elif f.name == "year_texts":
            if value:
                data[f.name] = {str(year): text for year, text in value.items()}
        else:
            data[f.name] = value
    for key in ("written", "extra"):
        if getattr(record, key):
            data[key] = dict(getattr(record, key))
    data["cells"] = {key: str(address) for key, address in record.cells.items()}
    return data


_COMMON = ("written", "extra", "cells", "empty", "remarks")
_ROWS: tuple[tuple[str, type[Record]], ...] = (
    ("parties", Party),
    ("subprojects", Subproject),
    ("milestones", Milestone),
    ("activities", Activity),
    ("log", LogEntry),
    ("trend", TrendEntry),
)


def plan_to_data(plan: Plan) -> dict[str, Any]:
    """The plan as JSON data, in the shape of ``mijlpalen-xlsx schema``."""
    about = plan.about
    data: dict[str, Any] = {
        "format": {
            "version": about.version,
            "layout": about.layout,
            "language": about.language,
            "scale": about.scale.value,
            "recognised_by": about.recognised_by,
            "saved_by": about.saved_by,
            "plan_id": about.plan_id,
        },
        "scheme": plan.scheme,
        "region": plan.region,
        "lead_school": plan.general.lead_school,
        "reference_date": _DAY.to_data(plan.reference_date),
        "years": list(plan.years) if plan.years else None,
        "report_dates": [day.isoformat() for day in plan.report_dates],
    }
    if plan.general.written:
        data["written"] = dict(plan.general.written)
    for key, _ in _ROWS:
        data[key] = [record_to_data(record) for record in getattr(plan, key)]
    data["cells"] = {key: str(address) for key, address in plan.general.cells.items()}
    return data


def plan_from_data(data: Any) -> Plan:
    """The plan from JSON data: a plan, or a report of ``check`` with one plan in it. Raises PlanDataError."""
    data = _unwrap(data)
    general_keys = {c.key for c in columns(General)}
    allowed = {"format", "years", "report_dates", "written", "cells", *general_keys, *(k for k, _ in _ROWS)}
    _only(data, allowed, "")
    general = {key: data[key] for key in (*general_keys, "written") if data.get(key) is not None}
    return Plan(
        about=_about(_expect(data.get("format") or {}, dict, "format")),
        general=_record(General, general, ""),
        years=_years(data.get("years")),
        report_dates=tuple(
            _day(day, f"report_dates[{i}]") for i, day in enumerate(_list(data, "report_dates", ""))
        ),
        **{
            key: tuple(_record(record, row, f"{key}[{i}]") for i, row in enumerate(_list(data, key, "")))
            for key, record in _ROWS
        },  # type: ignore[arg-type]  # the table _ROWS pairs each key with its own record
    )


def _unwrap(data: Any) -> dict[str, Any]:
    data = _expect(data, dict, "")
    if str(data.get("schema", "")).startswith("mijlpalen-xlsx/report/"):
        plans: list[Any] = [
            f["plan"] for f in _list(data, "files", "") if isinstance(f, dict) and f.get("plan")
        ]
        if len(plans) != 1:
            raise PlanDataError("files", _ONE_PLAN, count=len(plans))
        data = _expect(plans[0], dict, "files[0].plan")
    found: dict[str, Any] = data
    return found


def _expect(value: Any, kind: type[dict[str, Any]] | type[list[Any]], where: str) -> Any:
    if not isinstance(value, kind):
        raise PlanDataError(where, _WRONG, expected={dict: "{…}", list: "[…]"}[kind])
    return value


def _list(data: Mapping[str, Any], key: str, where: str) -> list[Any]:
    value = data.get(key)
    found: list[Any] = [] if value is None else _expect(value, list, f"{where}.{key}".lstrip("."))
    return found


def _only(data: Mapping[str, Any], allowed: set[str], where: str) -> None:
    for key in data:
        if key not in allowed:
            near = nearest(str(key), allowed)
            raise PlanDataError(where, _UNKNOWN_NEAR if near else _UNKNOWN, key=key, near=near)


def _day(value: Any, where: str) -> date:
    try:
        day = _DAY.from_data(value)
    except (ValueError, TypeError):
        day = None
    if day is None:
        raise PlanDataError(where, _WRONG, expected="2025-12-31")
    return day


def _years(value: Any) -> tuple[int, int] | None:
    if value is None:
        return None
    fits = isinstance(value, list) and len(value) == 2 and all(type(year) is int for year in value)
    if not fits or not 1990 <= value[0] <= value[1] <= 2099 or value[1] - value[0] > 9:
        raise PlanDataError("years", _WRONG, expected="[2025, 2028]")
    return value[0], value[1]


def _about(data: dict[str, Any]) -> About:
    fields = {f.name for f in dataclasses.fields(About)}
    _only(data, fields, "format")
    given = {key: value for key, value in data.items() if value is not None}
    try:
        given["scale"] = Scale(given.get("scale", Scale.QUARTER))
    except ValueError:
        raise PlanDataError("format.scale", _WRONG, expected=" | ".join(Scale)) from None
    for key, choices in (("language", ("nl", "en")), ("layout", ("full", "simple"))):
        if given.get(key, choices[0]) not in choices:
            raise PlanDataError(f"format.{key}", _WRONG, expected=" | ".join(choices))
    return About(**given)


def _record(record: type[_R], data: Any, where: str) -> _R:
    data = _expect(data, dict, where)
    declared = {c.key: c for c in columns(record)}
    names = {f.name for f in dataclasses.fields(record)} - {"empty", "remarks"}
    _only(data, names, where)
    values: dict[str, Any] = {}
    for key, value in data.items():
        if value is None or key == "cells":
            continue
        place = f"{where}.{key}".lstrip(".")
        try:
            values[key] = _value(record, key, value, declared)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise PlanDataError(place, _WRONG, expected=str(error)) from None
    return record(**{k: v for k, v in values.items() if v is not None}, cells=_cells(data, where))


def _value(record: type[Record], key: str, value: Any, declared: Mapping[str, Any]) -> Any:
    spread = _SPREAD_FROM_DATA.get((record, key))
    if spread:
        return spread(value)
    if key in ("written", "extra"):
        return {str(k): _TEXT.from_data(v) or "" for k, v in _expect(value, dict, key).items()}
    if key == "year_texts":
        return {int(k): _TEXT.from_data(v) or "" for k, v in _expect(value, dict, key).items()}
    if key == "cancelled":
        return bool(value)
    if key == "slip_weeks":
        return int(value)
    kind = declared[key].kind if key in declared else _TEXT
    return kind.from_data(value)


def _mark(data: Any) -> Mark:
    first, last = _DAY.from_data(data["first"]), _DAY.from_data(data["last"])
    if first is None or last is None or last < first or data["by"] not in ("x", "text", "fill"):
        raise ValueError("first, last, by (x, text, fill)")
    return Mark(first, last, data["by"], _TEXT.from_data(data["text"]) if data.get("text") else None)


def _role(data: Any) -> Role:
    party, role = _TEXT.from_data(data["party"]), _TEXT.from_data(data["role"])
    if not party or not role:
        raise ValueError("party, role")
    return Role(party, role)


def _year(data: Any) -> int:
    if type(data) is not int or not 1990 <= data <= 2099:
        raise ValueError("jaar")
    return data


_SPREAD_FROM_DATA: dict[tuple[type[Record], str], Callable[[Any], Any]] = {
    (Milestone, "marks"): lambda data: tuple(_mark(item) for item in _expect(data, list, "marks")),
    (Milestone, "roles"): lambda data: tuple(_role(item) for item in _expect(data, list, "roles")),
    (Activity, "years"): lambda data: tuple(_year(item) for item in _expect(data, list, "years")),
    (TrendEntry, "expected"): lambda data: tuple(
        (_day(item["report_date"], "report_date"), _WHEN.from_data(item["expected"]))
        for item in _expect(data, list, "expected")
    ),
}


def _cells(data: Mapping[str, Any], where: str) -> dict[str, Address]:
    cells = _expect(data.get("cells") or {}, dict, f"{where}.cells")
    try:
        return {str(key): Address.parse(str(text)) for key, text in cells.items()}
    except ValueError as error:
        raise PlanDataError(f"{where}.cells".lstrip("."), _WRONG, expected=str(error)) from None
