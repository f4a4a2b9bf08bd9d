"""A plan with the differences with earlier versions added to its Logboek, and its Trend filled in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import date

from mijlpalen_xlsx.comparison.change import ActivityChange, MilestoneChange
from mijlpalen_xlsx.comparison.told import said, text
from mijlpalen_xlsx.comparison.trend import TrendLine, trend_of
from mijlpalen_xlsx.comparison.versions import Comparison, Step, compare
from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import LogEntry, TrendEntry
from mijlpalen_xlsx.kinds import CELL_LIMIT
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["Logged", "later", "logged"]

LONGEST = 200
"""Characters of an old or new text in a line of the log; the versions themselves have the rest."""

_IN_COLUMNS = ("explanation", "bottlenecks", "measure")
"""Keys of an activity whose new value goes into the log as it is."""


class Logged(NamedTuple):
    """The plan with its log and trend filled, and how many lines and estimates were added.

    ``comparison`` is what the lines came from: its order and its versions without a reference date.
    """

    plan: Plan
    lines: int
    estimates: int
    comparison: Comparison


def logged(plan: Plan, earlier: Sequence[Plan], *, today: date, files: Sequence[str] = ()) -> Logged:
    """Add to the log of ``plan`` what changed through the ``earlier`` versions up to itself.

    What stands in the log or the trend already stays as it is and is not added twice. A line has the
    reference date of the later version, or ``today`` when that has none. ``files`` name all versions, the
    plan itself last. Raises ValueError without an earlier version, or when one is of a later date.
    """
    if any(later(version, plan) for version in earlier):
        raise ValueError("an earlier version has a later reference date")
    lang = plan.about.language
    comparison = compare([*earlier, plan], files)
    fresh = [entry for step in comparison.steps for entry in _entries(step, lang, today)]
    known = {_same(entry) for entry in plan.log}
    added = tuple(entry for entry in fresh if _same(entry) not in known)
    trend, estimates = _trend(comparison, plan)
    filled = dataclasses.replace(plan, log=(*plan.log, *added), trend=trend)
    return Logged(filled, len(added), estimates, comparison)


def later(version: Plan, plan: Plan) -> bool:
    """Whether a version has a later reference date than the plan; not when one of them has none."""
    day, other = version.reference_date, plan.reference_date
    return day is not None and other is not None and day > other


def _same(entry: LogEntry) -> tuple[date | None, str, str]:
    """What makes two lines of the log the same line."""
    day = entry.date.first if entry.date else None
    return day, normal(entry.number or ""), normal(entry.explanation or "")


def _entries(step: Step, lang: Lang, today: date) -> Iterator[LogEntry]:
    day = When.day(step.new.day or today)
    for milestone in step.milestones:
        yield _of_milestone(milestone, day, lang)
    for activity in step.activities:
        yield _of_activity(activity, day, lang)


def _of_milestone(change: MilestoneChange, day: When, lang: Lang) -> LogEntry:
    record = change.record
    awaited = change.new and not record.actual and not record.cancelled
    return LogEntry(
        date=day,
        number=record.number,
        expected=(record.expected or record.due) if awaited else None,
        explanation=_sentence(record.title if not record.number or not change.new else None, change, lang),
    )


def _of_activity(change: ActivityChange, day: When, lang: Lang) -> LogEntry:
    record = change.record
    new = change.new
    named = record.description if not record.number or not new else None
    told = _sentence(named, change, lang)
    if new and "explanation" in change.keys and new.explanation:
        told = f"{told} {new.explanation}".strip()
    return LogEntry(
        date=day,
        number=record.number,
        light=record.light if new else None,
        explanation=told[:CELL_LIMIT] or None,
        bottlenecks=new.bottlenecks if new else None,
        measure=new.measure if new else None,
    )


def _sentence(title: str | None, change: MilestoneChange | ActivityChange, lang: Lang) -> str:
    """``Vervallen; nummer was 1.2.``; with the text before it for a row that has no number to know it by."""
    left_out = _IN_COLUMNS if isinstance(change, ActivityChange) else ()
    told = "; ".join(said(change, lang, without=left_out, longest=LONGEST))
    words = ": ".join(filter(None, (text(title)[:LONGEST].rstrip("."), told)))
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""


def _trend(comparison: Comparison, plan: Plan) -> tuple[tuple[TrendEntry, ...], int]:
    """The rows of Trend with what every version expected on its day, and how many estimates are new.

    Rows that are there get what is missing; a milestone without a row gets one when its date ever moved.
    """
    lines = {normal(line.latest.number): line for line in trend_of(comparison).lines if line.latest.number}
    days = [version.day for version in comparison.versions]
    rows = [_filled(entry, lines.get(normal(entry.number or "")), days) for entry in plan.trend]
    present = {normal(entry.number or "") for entry in plan.trend}
    for number, line in lines.items():
        if number not in present and line.moved:
            rows.append(_filled(TrendEntry(number=line.latest.number), line, days))
    before = sum(len(entry.expected) for entry in plan.trend)
    return tuple(rows), sum(len(row.expected) for row in rows) - before


def _filled(entry: TrendEntry, line: TrendLine | None, days: Sequence[date | None]) -> TrendEntry:
    if line is None:
        return entry
    known = {day for day, _ in entry.expected}
    known |= {day for day in days if day and f"expected:{day}" in entry.written}
    more = {
        day: When.day(estimate.day)  # a day, however it was written: the chart of Trend needs days
        for day, estimate in zip(days, line.estimates, strict=True)
        if day and day not in known and estimate and estimate.day and not estimate.cancelled
    }
    expected = sorted((*entry.expected, *more.items()), key=lambda pair: pair[0])
    return dataclasses.replace(entry, expected=tuple(expected)) if more else entry
