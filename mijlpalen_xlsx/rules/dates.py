"""Rules about dates that do not fit each other, the years of the plan, the subsidy or the day of today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mijlpalen_xlsx.dates import Precision, When
from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.periods import Period
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules.context import DATES, ENDS, Context, before_start, end_of, start_of
from mijlpalen_xlsx.rules.progress import told_with_progress
from mijlpalen_xlsx.rules.registry import Found, found, header, rule
from mijlpalen_xlsx.schedule import status
from mijlpalen_xlsx.vocabulary import Status
from mijlpalen_xlsx.words import Words

SUBJECT = Words("Datums", "Dates")

_LATEST = date(2099, 12, 31)


@rule(
    "M109",
    "reference-date-missing",
    Severity.WARNING,
    "de {what} is niet ingevuld, daarom rekenen wij met vandaag ({today}). "
    "Vul de dag in waarop de stand geldt, bijvoorbeeld {example}.",
)
def reference_date_missing(plan: Plan, context: Context) -> Iterator[Found]:
    """Silent for a plan without rows, and when something stands there that cannot be read."""
    something = plan.general.has("reference_date") or context.noted(plan.general, "reference_date")
    if context.today_used and not something and (plan.milestones or plan.activities):
        today = context.reference_date
        yield found(plan.general, "reference_date", today=today, example=today)


@rule(
    "M201",
    "due-before-start",
    Severity.ERROR,
    "{what} ({end}) ligt vóór {start_header} ({start}). "
    "Vul bij {what} een datum in op of na {first_day}, bijvoorbeeld {example}, of verbeter {start_header}.",
)
def due_before_start(plan: Plan, context: Context) -> Iterator[Found]:
    """One finding per row, at the first end that lies before the start: the start may be the wrong one."""
    for milestone, early in context.before_start:
        first_day = start_of(milestone)
        if first_day:
            yield found(
                milestone,
                early[0],
                also=[milestone.at("start"), *(milestone.at(key) for key in early)],
                end=getattr(milestone, early[0]),
                start=milestone.start,
                start_header=header(Milestone, "start"),
                first_day=first_day,
                example=min(first_day + timedelta(days=90), _LATEST),
            )


def _dates_to_judge(plan: Plan, context: Context) -> list[tuple[Milestone, str, When]]:
    """Dates outside the subsidy or the years, without those of which another rule says so already."""
    dates = []
    for milestone, key, when in context.outside:
        early = before_start(milestone)
        silent = key in early or (key == "start" and bool(early))
        if not silent and not (key == "actual" and _done_in_future(milestone, context)):
            dates.append((milestone, key, when))
    return dates


@rule(
    "M202",
    "outside-years",
    Severity.WARNING,
    "{what} ({when}) valt buiten de jaren van dit plan ({first_year} tot en met {last_year}). "
    "Vul een datum in die jaren in, bijvoorbeeld {example}, of maak een plan met meer jaren.",
)
def outside_years(plan: Plan, context: Context) -> Iterator[Found]:
    """Silent where M203 says that the date lies outside the subsidy period."""
    if plan.years is None:
        return
    for milestone, key, when in context.once(_dates_to_judge):
        told = context.outside_scheme(when) and "M203" in context.active
        if context.outside_years(when) and not told:
            yield found(
                milestone,
                key,
                when=when,
                first_year=plan.years[0],
                last_year=plan.years[1],
                example=_nearest_year(when, context.gantt[0].first, context.gantt[-1].last),
            )


def _nearest_year(when: When, first: date, last: date) -> date:
    """The same day in the nearest year that fits: most of these are a mistyped year."""
    day = when.as_due or first
    year = min(max(day.year, first.year), last.year)
    return min(max(date(year, day.month, min(day.day, 28)), first), last)


@rule(
    "M203",
    "outside-scheme",
    Severity.WARNING,
    "{what} ({when}) valt buiten de subsidieperiode van {scheme} ({first_day} tot en met {last_day}). "
    "Vul een datum in die periode in, bijvoorbeeld {example}.",
)
def outside_scheme(plan: Plan, context: Context) -> Iterator[Found]:
    """Dates of which no day lies in the subsidy period."""
    scheme = context.scheme
    if scheme is None:
        return
    for milestone, key, when in context.once(_dates_to_judge):
        if context.outside_scheme(when):
            yield found(
                milestone,
                key,
                when=when,
                scheme=scheme.title,
                first_day=scheme.first,
                last_day=scheme.last,
                example=_nearest_year(when, scheme.first, scheme.last),
            )


def _done_in_future(milestone: Milestone, context: Context) -> bool:
    """A period counts from its first day: what was done in ``oktober 2023`` may be done on 2 October."""
    first = milestone.actual.as_start if milestone.actual else None
    return first is not None and first > context.reference_date


@rule(
    "M204",
    "done-in-future",
    Severity.ERROR,
    "{what} ({when}) ligt na de peildatum ({reference_date}), dus het kan nog niet klaar zijn. "
    "Vul hier de dag in waarop het klaar was, bijvoorbeeld {example}, of zet de datum bij {expected}.",
)
def done_in_future(plan: Plan, context: Context) -> Iterator[Found]:
    """Silent where the actual date already lies before the start."""
    for milestone in plan.milestones:
        if _done_in_future(milestone, context) and "actual" not in before_start(milestone):
            yield found(
                milestone,
                "actual",
                when=milestone.actual,
                reference_date=context.reference_date,
                expected=header(Milestone, "expected"),
                example=context.reference_date,
            )


def _not_finished(plan: Plan, context: Context) -> list[Milestone]:
    """Open milestones of which the progress sheet does not already tell that they are late."""
    told = told_with_progress(context)
    return [m for m in plan.milestones if context.still_open(m) and id(m) not in told]


def _later(milestone: Milestone, context: Context) -> date:
    """A date still to come: the first day of a quarter, and never before the start."""
    day = context.reference_date + timedelta(days=92)
    quarter = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return max(quarter, start_of(milestone) or quarter)


@rule(
    "M205",
    "late-without-new-date",
    Severity.WARNING,
    "{due} was {when} en deze mijlpaal is nog niet klaar. "
    "Vul hier een nieuwe datum in, bijvoorbeeld {example}, of vul {actual} in.",
)
def late_without_new_date(plan: Plan, context: Context) -> Iterator[Found]:
    """At the empty cell for the new date. Silent where M404 or M406 tells the same and more."""
    if context.gone(Milestone, "expected"):
        return
    for milestone in context.once(_not_finished):
        late = status(milestone, context.reference_date) is Status.LATE
        answered = milestone.has("expected") or context.noted(milestone, "expected")
        if late and not answered and not context.doubtful(milestone, "due"):
            yield found(
                milestone,
                "expected",
                also=[milestone.at("due")],
                due=header(Milestone, "due"),
                actual=header(Milestone, "actual"),
                when=milestone.due,
                example=_later(milestone, context),
            )


@rule(
    "M206",
    "expected-date-passed",
    Severity.WARNING,
    "{what} ({when}) is ook voorbij en deze mijlpaal is nog niet klaar. "
    "Vul hier een nieuwe datum in, bijvoorbeeld {example}, of vul {actual} in.",
)
def expected_date_passed(plan: Plan, context: Context) -> Iterator[Found]:
    """Silent where M404 or M406 tells the same and more, and where the date does not fit at all."""
    for milestone in context.once(_not_finished):
        expected = end_of(milestone, "expected")
        if expected and expected < context.reference_date and not context.doubtful(milestone, "expected"):
            yield found(
                milestone,
                "expected",
                when=milestone.expected,
                actual=header(Milestone, "actual"),
                example=_later(milestone, context),
            )


@rule(
    "M207",
    "marks-disagree",
    Severity.WARNING,
    "de balk die met de hand is getekend ({marked}) past niet bij de datums ({dates}), "
    "en wij rekenen met de datums. "
    "Verplaats de kruisjes of de kleur, of verbeter de datums.",
)
def marks_disagree(plan: Plan, context: Context) -> Iterator[Found]:
    """A bar of crosses or colours that begins before the start, ends after the end, or ends too soon."""
    for milestone in plan.milestones:
        if not milestone.marks or any(context.doubtful(milestone, key) for key in DATES):
            continue
        ends = _ends(milestone)
        if not ends:
            continue
        bar = When(
            min(mark.first for mark in milestone.marks),
            max(mark.last for mark in milestone.marks),
            Precision.PERIOD,
        )
        dates = When(start_of(milestone), max(last for _, last in ends), Precision.PERIOD)
        if not _fits(bar, dates, min(first for first, _ in ends), context.gantt):
            yield found(
                milestone,
                next((key for key in milestone.cells if key.startswith("marks:")), "marks"),
                also=[milestone.at("start"), milestone.at("due")],
                marked=bar,
                dates=dates,
            )


def _ends(milestone: Milestone) -> list[tuple[date, date]]:
    """First and last day of each end that is known."""
    whens: list[When | None] = [getattr(milestone, key) for key in ENDS]
    return [(w.as_start, w.as_due) for w in whens if w and w.as_start and w.as_due]


def _fits(bar: When, dates: When, first_end: date, gantt: tuple[Period, ...]) -> bool:
    """Whether the bar stays in the columns of the dates, and reaches the column of the first end."""
    assert bar.first
    assert bar.last
    assert dates.last
    begin, end = _column(dates.first, gantt), _column(dates.last, gantt)
    reached = _column(first_end, gantt)
    return (
        (begin is None or bar.first >= begin.first)
        and (end is None or bar.last <= end.last)
        and (reached is None or bar.last >= reached.first)
    )


def _column(day: date | None, gantt: tuple[Period, ...]) -> Period | None:
    return next((period for period in gantt if day and period.first <= day <= period.last), None)
