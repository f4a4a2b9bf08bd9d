"""The plan as MS Project XML (MSPDI): a task per milestone, its baseline, and what comes after what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from mijlpalen_xlsx.format import Milestone, Subproject, header
from mijlpalen_xlsx.format import sheet as sheet_of
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.exported import Exported, bands, left_out, without_date
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.schedule import circles, finish
from mijlpalen_xlsx.schedule import status as status_on
from mijlpalen_xlsx.vocabulary import STATUSES, RowKind
from mijlpalen_xlsx.words import Lang, normal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["plan_to_mspdi"]

_SPACE = "http://schemas.microsoft.com/project"
_MORNING, _EVENING = "08:00:00", "16:00:00"
_HOURS = 8
_FINISH_TO_START = 1


@dataclass(frozen=True)
class _Task:
    """A row of the project: a deelproject (``milestone`` is None) or a milestone with its days."""

    uid: int
    level: int
    outline: str
    name: str
    first: date
    last: date
    band: Subproject | None = None
    milestone: Milestone | None = None
    baseline_first: date | None = None


@dataclass(frozen=True)
class _Links:
    """Tasks by the normalised number of their milestone, and the numbers that wait for each other."""

    uids: Mapping[str, int]
    in_circle: frozenset[str]

    def has(self, milestone: Milestone, number: str) -> bool:
        """Whether this link can be told: MS Project refuses tasks that wait for each other."""
        around = {normal(number), normal(milestone.number or "")} <= self.in_circle
        return normal(number) in self.uids and not around


def plan_to_mspdi(plan: Plan, day: date, lang: Lang | None = None) -> Exported:
    """The plan for MS Project and what else reads its XML; ``day`` becomes the status date.

    Tasks are scheduled by hand, in a calendar in which every day is a working day of eight hours, so that
    no program moves a date. A milestone without a start lasts no time. The baseline is what was planned.
    """
    from xml.etree import ElementTree

    lang = lang or plan.about.language
    tasks = list(_tasks(plan, lang))
    links = _Links(
        {normal(t.milestone.number): t.uid for t in reversed(tasks) if t.milestone and t.milestone.number},
        frozenset(normal(number) for circle in circles(plan.milestones) for number in circle),
    )
    notes = (
        *without_date(plan, lang),
        *left_out(plan, lang, activities=True, order=False, parties=True),
        *_loose_links(plan, links, lang),
    )
    root = ElementTree.Element("Project", xmlns=_SPACE)
    named = " · ".join(filter(None, (sheet_of("plan").name.get(lang), plain(plan.region))))
    _fill(root, Name=named, Title=named, Subject=" ".join(notes) or None)
    starts, ends = [t.first for t in tasks] or [day], [t.last for t in tasks] or [day]
    _fill(root, ScheduleFromStart=1, StartDate=_morning(min(starts)), FinishDate=_evening(max(ends)))
    _fill(root, CalendarUID=1, DefaultStartTime=_MORNING, DefaultFinishTime=_EVENING)
    _fill(root, MinutesPerDay=_HOURS * 60, MinutesPerWeek=_HOURS * 60 * 7, DaysPerMonth=30)
    _fill(root, StatusDate=_evening(day), CurrentDate=_morning(day), NewTasksAreManual=1)
    root.append(_calendars())
    listed = ElementTree.SubElement(root, "Tasks")
    for task in tasks:
        listed.append(_element(task, day, links, lang))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, "unicode")
    return Exported(f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}\n', notes)


def _tasks(plan: Plan, lang: Lang) -> Iterator[_Task]:
    uid = outline = 0
    for band, milestones in bands(plan):
        dated = [(m, end) for m in milestones if (end := finish(m))]
        if not dated:
            continue
        spans = [(_first(m, end), end) for m, end in dated]
        outline += 1
        at = uid = uid + 1
        children: list[_Task] = []
        for row, ((milestone, end), (first, _)) in enumerate(zip(dated, spans, strict=True), 1):
            uid += 1
            children.append(_task(uid, f"{outline}.{row}", milestone, first, end, band, lang))
        name = " ".join(filter(None, (plain(band.number), plain(band.title)))) if band else ""
        name = name or translate("zonder deelproject", lang)
        yield _Task(at, 1, str(outline), name, min(s for s, _ in spans), max(e for _, e in spans), band)
        yield from children


def _task(
    uid: int, outline: str, milestone: Milestone, first: date, end: date, band: Subproject | None, lang: Lang
) -> _Task:
    name = " ".join(filter(None, (plain(milestone.number), plain(milestone.title))))
    due = milestone.due.as_due if milestone.due else None
    return _Task(uid, 2, outline, name, first, end, band, milestone, _first(milestone, due) if due else None)


def _first(milestone: Milestone, end: date) -> date:
    """The start, or the end itself when there is none before it."""
    start = milestone.start.as_start if milestone.start else None
    return min(start or end, end)


def _moment(milestone: Milestone) -> bool:
    """Whether the milestone takes no time: it has no start of its own."""
    return milestone.start is None or milestone.start.as_start is None


def _element(task: _Task, day: date, links: _Links, lang: Lang) -> Element:
    """One task, its elements in the order in which MS Project wants them."""
    from xml.etree.ElementTree import Element

    element, milestone = Element("Task"), task.milestone
    moment = milestone is not None and _moment(milestone)
    start = _evening(task.first) if moment else _morning(task.first)
    span = _duration(task.first, task.last, moment)
    _fill(element, UID=task.uid, ID=task.uid, Name=task.name)
    _fill(element, Active=int(not (milestone and milestone.cancelled)), Manual=1, Type=1, IsNull=0)
    _fill(element, Contact=plain(milestone.party) or None if milestone else None)
    _fill(element, WBS=task.outline, OutlineNumber=task.outline, OutlineLevel=task.level, Priority=500)
    _fill(element, Start=start, Finish=_evening(task.last), Duration=span)
    _fill(element, ManualStart=start, ManualFinish=_evening(task.last), ManualDuration=span, DurationFormat=7)
    decision = milestone is not None and milestone.kind is RowKind.DECISION
    _fill(element, Milestone=int(moment or decision), Summary=int(milestone is None))
    if milestone is not None:
        _fill_milestone(element, task, milestone, start, day, links, lang)
    return element


def _fill_milestone(
    element: Element, task: _Task, milestone: Milestone, start: str, day: date, links: _Links,
    lang: Lang,
) -> None:  # fmt: skip
    actual = milestone.actual.as_due if milestone.actual else None
    due = milestone.due.as_due if milestone.due else None
    _fill(element, PercentComplete=100 if actual else 0)
    if actual:
        _fill(element, ActualStart=start, ActualFinish=_evening(actual))
        _fill(element, ActualDuration=_duration(task.first, actual, _moment(milestone)))
    _fill(element, Deadline=_evening(due) if due else None, Notes="\n".join(_notes(milestone, day, lang)))
    for number in milestone.depends_on:
        if links.has(milestone, number):
            _fill(
                _sub(element, "PredecessorLink"), PredecessorUID=links.uids[normal(number)],
                Type=_FINISH_TO_START, CrossProject=0, LinkLag=0, LagFormat=7,
            )  # fmt: skip
    if due and task.baseline_first:
        moment = _moment(milestone)
        baseline_start = _evening(task.baseline_first) if moment else _morning(task.baseline_first)
        _fill(
            _sub(element, "Baseline"), Number=0, Start=baseline_start, Finish=_evening(due),
            Duration=_duration(task.baseline_first, due, moment), DurationFormat=7,
        )  # fmt: skip


def _notes(milestone: Milestone, day: date, lang: Lang) -> Iterator[str]:
    """What has no place of its own in a task."""
    yield f"{header(Milestone, 'status', lang)}: {STATUSES.show(status_on(milestone, day), lang)}"
    for key in ("start", "due", "expected", "actual"):
        when = getattr(milestone, key)
        if when and when.text:
            yield f"{header(Milestone, key, lang)}: {plain(when.text)}"
    if milestone.effort is not None:
        yield f"{header(Milestone, 'effort', lang)}: {milestone.effort:g}"
    if milestone.responsibility:
        yield f"{header(Milestone, 'responsibility', lang)}: {plain(milestone.responsibility)}"


def _loose_links(plan: Plan, links: _Links, lang: Lang) -> list[str]:
    """The sentence about numbers under ``Pas na nr`` that lead to no task, or around in a circle."""
    loose = [n for m in plan.milestones for n in m.depends_on if finish(m) and not links.has(m, n)]
    if not loose:
        return []
    said = translate("Niet in het bestand: verwijzingen naar {numbers} onder 'Pas na nr'.", lang)
    return [said.format(numbers=", ".join(map(plain, dict.fromkeys(loose))))]


def _duration(first: date, last: date, moment: bool) -> str:
    """Working hours from the morning of the first day to the evening of the last."""
    hours = 0 if moment else ((last - first).days + 1) * _HOURS
    return f"PT{hours}H0M0S"


def _morning(day: date) -> str:
    return f"{day.isoformat()}T{_MORNING}"


def _evening(day: date) -> str:
    return f"{day.isoformat()}T{_EVENING}"


def _calendars() -> Element:
    """One calendar: every day of the week from 8 to 4."""
    from xml.etree.ElementTree import Element

    calendars = Element("Calendars")
    calendar = _sub(calendars, "Calendar")
    _fill(calendar, UID=1, Name="7 x 8", IsBaseCalendar=1)
    days = _sub(calendar, "WeekDays")
    for number in range(1, 8):
        day = _sub(days, "WeekDay")
        _fill(day, DayType=number, DayWorking=1)
        _fill(_sub(_sub(day, "WorkingTimes"), "WorkingTime"), FromTime=_MORNING, ToTime=_EVENING)
    return calendars


def _sub(parent: Element, name: str) -> Element:
    from xml.etree.ElementTree import SubElement

    return SubElement(parent, name)


def _fill(element: Element, **values: str | int | None) -> None:
    """Child elements with text, in this order; None is left out."""
    for name, value in values.items():
        if value is not None:
            _sub(element, name).text = str(value)
