"""Rules about the progress sheet: the light and what goes with it, and whether it agrees with the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Activity, Milestone, sheet
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules.context import ENDS, Context, end_of, start_of
from mijlpalen_xlsx.rules.registry import Found, Rule, found, header, rule
from mijlpalen_xlsx.rules.rows import suggested_numbers
from mijlpalen_xlsx.schedule import status
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES, Light, Stage, Status
from mijlpalen_xlsx.words import Words, normal

SUBJECT = Words("Voortgang", "Progress")

_STALE_DAYS = 92
_CLOSED = (Stage.DONE, Stage.CANCELLED)
_OPEN = (Stage.NOT_STARTED, Stage.IN_PROGRESS, Stage.POSTPONED)


def _closed(activity: Activity, context: Context) -> bool:
    """Whether an activity is done or cancelled, or may be: without the column nobody knows."""
    return activity.stage in _CLOSED or context.gone(Activity, "stage")


def _light(activity: Activity) -> Words:
    return LIGHTS.term(activity.light).word if activity.light else Words("", "")


def _beside_light(code: str, name: str, severity: Severity, key: str, sentence: str, example: Words) -> Rule:
    """A rule for one cell that must be filled when the light is Oranje or Rood."""

    @rule(code, name, severity, sentence)
    def missing(plan: Plan, context: Context) -> Iterator[Found]:
        for activity in plan.activities:
            troubled = activity.light in (Light.ORANGE, Light.RED)
            closed = key == "measure" and _closed(activity, context)
            if troubled and not closed and context.empty(activity, key):
                light = header(Activity, "light")
                yield found(
                    activity,
                    key,
                    also=[activity.at("light")],
                    light=light,
                    colour=_light(activity),
                    example=example,
                )

    return missing


WITHOUT_EXPLANATION = _beside_light(
    "M401",
    "light-without-explanation",
    Severity.WARNING,
    "explanation",
    "het {light} is {colour}, maar bij {what} staat niets. "
    "Schrijf wat er tot nu toe gebeurd is, bijvoorbeeld '{example}'.",
    Words("27 van de 40 mentoren zijn getraind", "27 of the 40 mentors have been trained"),
)
WITHOUT_BOTTLENECK = _beside_light(
    "M402",
    "light-without-bottleneck",
    Severity.WARNING,
    "bottlenecks",
    "het {light} is {colour}, maar bij {what} staat niets. Schrijf wat er knelt, bijvoorbeeld '{example}'.",
    Words("de levertijd is 60 weken", "delivery takes 60 weeks"),
)
WITHOUT_MEASURE = _beside_light(
    "M403",
    "light-without-measure",
    Severity.HINT,
    "measure",
    "het {light} is {colour}, maar bij {what} staat niets. "
    "Schrijf wat u eraan gaat doen, bijvoorbeeld '{example}'.",
    Words("wij vragen een tweede leverancier", "we ask a second supplier"),
)


def _late(milestone: Milestone, context: Context) -> bool:
    return (
        context.still_open(milestone)
        and status(milestone, context.reference_date) is Status.LATE
        and not context.doubtful(milestone, "due")
    )


def _green_but_late(plan: Plan, context: Context) -> list[tuple[Activity, list[Milestone]]]:
    """Green lights with the late milestones behind them; each milestone once, at its first green light."""
    told: set[int] = set()
    pairs = []
    for activity in plan.activities:
        if activity.light is Light.GREEN and not _closed(activity, context):
            late = [m for m in context.milestones_of(activity) if _late(m, context) and id(m) not in told]
            if late:
                told.update(map(id, late))
                pairs.append((activity, late))
    return pairs


def _done_but_open(plan: Plan, context: Context) -> list[tuple[Milestone, Sequence[Activity]]]:
    """Open milestones of which every activity is Gereed."""
    pairs = []
    for milestone in plan.milestones:
        activities = context.activities_of.get(context.number(milestone), ())
        if activities and context.still_open(milestone) and all(a.stage is Stage.DONE for a in activities):
            pairs.append((milestone, activities))
    return pairs


def _open_but_done(context: Context) -> Iterator[tuple[Activity, tuple[Milestone, ...]]]:
    """Activities that still run while all their milestones are done."""
    for activity in context.plan.activities:
        milestones = context.milestones_of(activity) if activity.stage in _OPEN else ()
        if milestones and all(end_of(m, "actual") for m in milestones):
            yield activity, milestones


def told_with_progress(context: Context) -> frozenset[int]:
    """``id`` of the milestones of which M404 or M406 already tells that they are late or perhaps done."""
    told: set[int] = set()
    if "M404" in context.active:
        told.update(id(m) for _, late in context.once(_green_but_late) for m in late)
    if "M406" in context.active:
        told.update(id(m) for m, _ in context.once(_done_but_open))
    return frozenset(told)


@rule(
    "M404",
    "green-but-late",
    Severity.WARNING,
    "het {what} is {colour}, maar mijlpaal {numbers} had op {day} klaar moeten zijn. "
    "Kies {other}, of vul in het plan {actual} in.",
)
def green_but_late(plan: Plan, context: Context) -> Iterator[Found]:
    """Green outside, red inside. When this speaks, M205 and M206 say nothing of the same milestone."""
    for activity, late in context.once(_green_but_late):
        days = [day for m in late if (day := end_of(m, "due"))]
        yield found(
            activity,
            "light",
            also=[place for m in late for place in (m.at("due"), m.at("expected"))],
            colour=_light(activity),
            numbers=tuple(m.number for m in late),
            day=min(days),
            other=_or(Light.ORANGE, Light.RED),
            actual=header(Milestone, "actual"),
            example=LIGHTS.term(Light.ORANGE).word,
        )


def _or(*lights: Light) -> Words:
    words = [LIGHTS.term(light).word for light in lights]
    return Words(" of ".join(w.nl for w in words), " or ".join(w.en for w in words))


@rule(
    "M412",
    "red-without-new-date",
    Severity.HINT,
    "het {light} van activiteit {activity} is {colour}, maar bij {what} staat niets. "
    "Vul een nieuwe datum in als de geplande niet wordt gehaald, bijvoorbeeld {example}.",
)
def red_without_new_date(plan: Plan, context: Context) -> Iterator[Found]:
    """For an open milestone whose planned date is still to come; once it has passed, M205 speaks."""
    for milestone in plan.milestones:
        due = end_of(milestone, "due")
        if not due or due < context.reference_date or not context.still_open(milestone):
            continue
        activities = context.activities_of.get(context.number(milestone), ())
        stuck = [a for a in activities if a.light is Light.RED and not _closed(a, context)]
        if stuck and context.empty(milestone, "expected"):
            yield found(
                milestone,
                "expected",
                also=[a.at("light") for a in stuck],
                light=header(Activity, "light"),
                activity=stuck[0].number or stuck[0].description,
                colour=_light(stuck[0]),
                example=_some_months_after(due),
            )


def _some_months_after(due: date) -> date:
    """The first day of a month, three to four months later."""
    later = due + timedelta(days=110)
    return date(later.year, later.month, 1)


@rule(
    "M406",
    "done-mismatch",
    Severity.WARNING,
    "hier staat {stage}, maar mijlpaal {numbers} heeft nog geen datum bij {actual}. "
    "Vul die datum in, of kies een andere {what}.",
    open="hier staat {stage}, maar mijlpaal {numbers} is volgens het plan al klaar. "
    "Kies {done}, of haal de datum bij {actual} weg.",
)
def done_mismatch(plan: Plan, context: Context) -> Iterator[Found]:
    """A milestone counts as done when every activity of it is; an activity when all its milestones are."""
    actual = header(Milestone, "actual")
    for milestone, activities in context.once(_done_but_open):
        yield found(
            activities[0],
            "stage",
            also=[milestone.at("actual"), *(a.at("stage") for a in activities)],
            stage=STAGES.term(Stage.DONE).word,
            numbers=milestone.number,
            actual=actual,
        )
    for activity, milestones in _open_but_done(context):
        assert activity.stage
        yield found(
            activity,
            "stage",
            variant="open",
            also=[m.at("actual") for m in milestones],
            stage=STAGES.term(activity.stage).word,
            numbers=tuple(m.number for m in milestones),
            actual=actual,
            done=STAGES.term(Stage.DONE).word,
        )


@rule(
    "M407",
    "status-stale",
    Severity.HINT,
    "deze rij is voor het laatst bijgewerkt op {when}, dat is {days} dagen voor de peildatum. "
    "Kijk of alles nog klopt en vul dan een nieuwe datum in, bijvoorbeeld {example}.",
)
def status_stale(plan: Plan, context: Context) -> Iterator[Found]:
    """More than a quarter old, for what is not done or cancelled."""
    for activity in plan.activities:
        updated = activity.updated.as_due if activity.updated else None
        if updated is None or _closed(activity, context):
            continue
        age = context.reference_date - updated
        if age > timedelta(days=_STALE_DAYS):
            example = context.reference_date
            yield found(activity, "updated", when=activity.updated, days=age.days, example=example)


@rule(
    "M408",
    "running-without-light",
    Severity.WARNING,
    "deze activiteit loopt volgens de planning in {year}, maar bij {what} en {stage} staat niets. "
    "Kies een kleur, bijvoorbeeld {example}.",
)
def running_without_light(plan: Plan, context: Context) -> Iterator[Found]:
    """Not for an activity whose milestones are all closed, or all begin after the reference date."""
    if context.gone(Activity, "light", "stage", "milestones"):
        return
    for activity in plan.activities:
        silent = any(activity.has(key) or context.noted(activity, key) for key in ("light", "stage"))
        if not silent and activity.description and _running(activity, context):
            yield found(
                activity,
                "light",
                year=context.reference_date.year,
                stage=header(Activity, "stage"),
                example=LIGHTS.term(Light.GREEN).word,
            )


def _running(activity: Activity, context: Context) -> bool:
    milestones = context.milestones_of(activity)
    today = context.reference_date
    under_way = [m for m in milestones if context.still_open(m) and (start_of(m) or today) <= today]
    return today.year in activity.years and (not milestones or bool(under_way))


@rule(
    "M409",
    "unknown-milestone",
    Severity.ERROR,
    "het plan heeft geen mijlpaal met nummer {numbers}. "
    "Vul een nummer in dat in het plan staat, bijvoorbeeld {example}, of maak de cel leeg.",
    close="het plan heeft geen mijlpaal met nummer {numbers}. Bedoelde u {suggestion}, vul dat dan in.",
)
def unknown_milestone(plan: Plan, context: Context) -> Iterator[Found]:
    """Silent for a number that a row without number is about to get (M103)."""
    coming = {normal(number) for _, number in context.once(suggested_numbers)}
    lost = context.gone(Milestone, "number")
    numbers = [] if lost else [m.number for m in plan.milestones if m.number]
    for activity in plan.activities:
        unknown = [
            n for n in activity.milestones if normal(n) not in context.by_number and normal(n) not in coming
        ]
        if unknown and numbers:
            near = context.nearest_number(unknown[0])
            yield found(
                activity,
                "milestones",
                suggestion=near,
                variant="close" if near else "",
                numbers=tuple(unknown),
                example=numbers[0],
            )


@rule(
    "M410",
    "activity-after-milestone",
    Severity.WARNING,
    "deze activiteit staat gepland in {year}, maar mijlpaal {numbers} is dan al klaar ({day}). "
    "Haal het kruisje weg, of verbeter de datum van de mijlpaal.",
)
def activity_after_milestone(plan: Plan, context: Context) -> Iterator[Found]:
    """Counts the last of all its milestones, with the new date where there is one."""
    if context.gone(Milestone, *ENDS):
        return
    for activity in plan.activities:
        milestones = context.milestones_of(activity)
        days = [day for m in milestones if (day := _last_end(m))]
        if not days or len(days) < len(milestones):
            continue
        years = [year for year in activity.years if year > max(days).year]
        if years and all(_all_known(m, context) for m in milestones):
            yield found(
                activity,
                f"years:{years[0]}",
                also=[activity.at(f"years:{year}") for year in years],
                year=years[0],
                numbers=tuple(m.number for m in milestones),
                day=max(days),
            )


def _last_end(milestone: Milestone) -> date | None:
    """The last day of a milestone, None when it is unknown."""
    return max((day for key in ENDS if (day := end_of(milestone, key))), default=None)


def _all_known(milestone: Milestone, context: Context) -> bool:
    """Whether no end of a milestone is in doubt."""
    return not any(context.doubtful(milestone, key) or context.unread(milestone, key) for key in ENDS)


@rule(
    "M411",
    "milestone-without-activity",
    Severity.HINT,
    "bij mijlpaal {number} hoort geen enkele activiteit op blad {sheet}. "
    "Zet {number} daar bij {link}, of voeg een activiteit toe.",
)
def milestone_without_activity(plan: Plan, context: Context) -> Iterator[Found]:
    """Only in a plan that links activities to milestones, and for milestones that are still open."""
    if not any(activity.milestones for activity in plan.activities):
        return
    for milestone in plan.milestones:
        number = milestone.number
        wanted = milestone.title and context.still_open(milestone)
        if number and wanted and context.number(milestone) not in context.activities_of:
            yield found(
                milestone,
                "number",
                number=number,
                sheet=sheet("progress").name,
                link=header(Activity, "milestones"),
            )
