"""Rules about the order of milestones: what comes after what, circles, and delays that pass on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules.context import ENDS, Context, end_of, start_of
from mijlpalen_xlsx.rules.registry import Found, found, header, rule
from mijlpalen_xlsx.rules.rows import suggested_numbers
from mijlpalen_xlsx.schedule import finish, predecessors
from mijlpalen_xlsx.words import Words, normal

SUBJECT = Words("Volgorde", "Order")

_DAY = timedelta(days=1)


@rule(
    "M301",
    "unknown-predecessor",
    Severity.ERROR,
    "het plan heeft geen mijlpaal met nummer {numbers}. "
    "Vul een nummer in dat in het plan staat, bijvoorbeeld {example}, of maak de cel leeg.",
    close="het plan heeft geen mijlpaal met nummer {numbers}. Bedoelde u {suggestion}, vul dat dan in.",
    last="het plan heeft geen mijlpaal met nummer {numbers}. "
    "Maak de cel leeg, of voeg een rij toe met dat nummer.",
)
def unknown_predecessor(plan: Plan, context: Context) -> Iterator[Found]:
    """Silent for a number that a row without number is about to get (M103)."""
    if context.gone(Milestone, "number"):
        return
    coming = {normal(number) for _, number in context.once(suggested_numbers)}
    above: list[Milestone] = []
    for milestone in plan.milestones:
        after = [n for n in milestone.depends_on if normal(n) not in context.by_number]
        unknown = tuple(n for n in after if normal(n) not in coming)
        if unknown:
            near, example = _meant(unknown[0], milestone, context), _nearby(milestone, above, context)
            yield found(
                milestone,
                "depends_on",
                suggestion=near,
                variant="close" if near else "" if example else "last",
                numbers=unknown,
                example=example,
            )
        above.append(milestone)


def _meant(number: str, milestone: Milestone, context: Context) -> str | None:
    """The number that was probably meant, unless the milestones would then wait for each other."""
    near = context.nearest_number(number)
    return near if near and _may_come_first(context.by_number[normal(near)], milestone, context) else None


_ROWS_ABOVE = 5


def _nearby(milestone: Milestone, above: list[Milestone], context: Context) -> str | None:
    """The number of a row just above that may come first."""
    rows = (m for m in above[: -_ROWS_ABOVE - 1 : -1] if m.number)
    return next((m.number for m in rows if _may_come_first(m, milestone, context)), None)


def _may_come_first(first: Milestone, milestone: Milestone, context: Context) -> bool:
    return first is not milestone and normal(milestone.number or "") not in _all_before(first, context)


def _all_before(milestone: Milestone, context: Context) -> set[str]:
    """Normalised numbers of all milestones that this one comes after, near and far."""
    seen: set[str] = set()
    waiting = [normal(number) for number in milestone.depends_on]
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            before = context.by_number.get(number)
            waiting += [normal(n) for n in before.depends_on] if before else []
    return seen


@rule(
    "M302",
    "circular-order",
    Severity.ERROR,
    "deze mijlpalen wachten op elkaar: {circle}. Haal bij een ervan het nummer onder {what} weg.",
    own="deze mijlpaal wacht op zichzelf. Haal {value} hier weg.",
)
def circular_order(plan: Plan, context: Context) -> Iterator[Found]:
    """The whole circle, told once, at its first milestone in the plan."""
    for circle in context.circles:
        rows = [context.by_number[normal(number)] for number in circle]
        if len(rows) == 1:
            yield found(rows[0], "depends_on", variant="own")
        else:
            yield found(
                rows[0],
                "depends_on",
                also=[row.at("depends_on") for row in rows],
                circle=" → ".join((*circle, circle[0])),
            )


def _links(plan: Plan, context: Context) -> list[tuple[Milestone, Milestone]]:
    """Each pair (milestone, predecessor) of which something can be said: no circles, nothing cancelled."""
    links = []
    for milestone in plan.milestones:
        if milestone.cancelled or normal(milestone.number or "") in context.in_circle:
            continue
        for before in predecessors(milestone, context.by_number):
            if not before.cancelled and normal(before.number or "") not in context.in_circle:
                links.append((milestone, before))
    return links


@rule(
    "M303",
    "starts-before-predecessor",
    Severity.WARNING,
    "{what} ({start}) ligt vóór het einde van mijlpaal {number} ({day}), en die moet eerst klaar zijn. "
    "Begin op of na die dag, bijvoorbeeld op {example}, of verander {after}.",
)
def starts_before_predecessor(plan: Plan, context: Context) -> Iterator[Found]:
    """For what is still to be done, judged on the agreed dates; a start in words counts to its last day."""
    told: set[int] = set()
    for milestone, before in context.once(_links):
        due = end_of(before, "due")
        latest_start = milestone.start.as_due if milestone.start else None
        if not (due and latest_start and latest_start < due) or id(milestone) in told:
            continue
        if _can_still_change(milestone, before, context):
            told.add(id(milestone))
            yield found(
                milestone,
                "start",
                also=[before.at("due"), milestone.at("depends_on")],
                start=milestone.start,
                number=before.number,
                day=due,
                example=due + _DAY,
                after=header(Milestone, "depends_on"),
            )


def _can_still_change(milestone: Milestone, before: Milestone, context: Context) -> bool:
    doubtful = context.doubtful(milestone, "start") or context.doubtful(before, "due")
    return context.still_open(milestone) and context.still_open(before) and not doubtful


@rule(
    "M304",
    "done-before-predecessor",
    Severity.WARNING,
    "deze mijlpaal is klaar ({done}), maar mijlpaal {number} moest eerst en is nog niet klaar. "
    "Vul bij {number} {what} in, of haal {number} weg bij {after}.",
    order="deze mijlpaal was klaar op {done}, eerder dan mijlpaal {number} ({other}), en die moest eerst. "
    "Verbeter een van de datums, of haal {number} weg bij {after}.",
)
def done_before_predecessor(plan: Plan, context: Context) -> Iterator[Found]:
    """Each milestone once, with the first predecessor that came too late."""
    told: set[int] = set()
    for milestone, before in context.once(_links):
        done, other = end_of(milestone, "actual"), before.actual.as_start if before.actual else None
        doubtful = context.doubtful(milestone, "actual") or context.doubtful(before, "actual")
        if done is None or doubtful or id(milestone) in told or done > context.reference_date:
            continue
        still_open = context.still_open(before)
        if still_open or (other and done < other <= context.reference_date):
            told.add(id(milestone))
            yield found(
                milestone,
                "actual",
                variant="" if still_open else "order",
                also=[before.at("actual"), milestone.at("depends_on")],
                done=milestone.actual,
                number=before.number,
                other=before.actual,
                after=header(Milestone, "depends_on"),
            )


class Pushed(NamedTuple):
    """How far a milestone is pushed: ``days`` later than it is now expected, and the new ``end``.

    ``chain`` runs from the milestone that is delayed to this one.
    """

    days: int
    end: date
    chain: tuple[Milestone, ...]


def knock_on(plan: Plan, context: Context) -> dict[int, Pushed]:
    """What delays do to the milestones after them, by ``id`` of the milestone; only those that are pushed.

    A milestone that starts after its predecessor's planned end keeps its own length and moves along. Each
    milestone is looked at once, after all its predecessors (circles are left out).
    """
    before: dict[int, list[Milestone]] = {}
    for milestone, predecessor in context.once(_links):
        before.setdefault(id(milestone), []).append(predecessor)
    pushed: dict[int, Pushed] = {}
    for milestone in _in_order(plan, before):
        for predecessor in before.get(id(milestone), ()):
            found = _push(milestone, predecessor, pushed.get(id(predecessor)), context)
            known = pushed.get(id(milestone))
            if found and (known is None or found.days > known.days):
                pushed[id(milestone)] = found
    return pushed


def _in_order(plan: Plan, before: dict[int, list[Milestone]]) -> list[Milestone]:
    """Milestones, each after its predecessors; a walk with a stack of its own, as chains may be long."""
    ordered: dict[int, Milestone] = {}
    for first in plan.milestones:
        stack = [first]
        while stack:
            milestone = stack[-1]
            waiting = [m for m in before.get(id(milestone), ()) if id(m) not in ordered]
            if waiting:
                stack += waiting
            else:
                ordered[id(stack.pop())] = milestone
    return list(ordered.values())


def _push(milestone: Milestone, before: Milestone, moved: Pushed | None, context: Context) -> Pushed | None:
    """What one predecessor does to a milestone. None when it does nothing, or when nothing can be said."""
    start, end, agreed = start_of(milestone), finish(milestone), end_of(before, "due")
    new_end = moved.end if moved else finish(before)
    if not (start and end and agreed and new_end and context.still_open(milestone)):
        return None
    if start < agreed or new_end <= agreed or new_end <= start or not _sure(milestone, before, context):
        return None
    due = end_of(milestone, "due") or end
    would_end = due + (new_end - start)
    if would_end <= end:  # the person has already moved the expected date far enough
        return None
    chain = moved.chain if moved else (before,)
    return Pushed((would_end - end).days, would_end, (*chain, milestone))


def _sure(milestone: Milestone, before: Milestone, context: Context) -> bool:
    return not any(context.doubtful(m, key) for m in (milestone, before) for key in ("start", *ENDS))


def _weeks(days: int) -> int:
    """Whole weeks, upwards: three days later is still later."""
    return -(-days // 7)


def _at_risk(plan: Plan, context: Context) -> dict[int, Pushed]:
    """Pushed ends of chains that come after the subsidy, where the plan itself does not say so yet."""
    if context.scheme is None:
        return {}
    last = context.scheme.last
    late = {key: p for key, p in context.once(knock_on).items() if p.end > last}
    passed_on = {id(m) for p in late.values() for m in p.chain[:-1]}
    own = {key: (finish(p.chain[-1]) or last) for key, p in late.items()}
    return {key: p for key, p in late.items() if key not in passed_on and own[key] <= last}


@rule(
    "M305",
    "delay-passes-on",
    Severity.WARNING,
    "mijlpaal {number} komt later, en daardoor schuift deze mijlpaal {weeks} weken op. "
    "Vul hier een nieuwe datum in, bijvoorbeeld {example}, of verander {after}.",
    one="mijlpaal {number} komt later, en daardoor schuift deze mijlpaal een week op. "
    "Vul hier een nieuwe datum in, bijvoorbeeld {example}, of verander {after}.",
)
def delay_passes_on(plan: Plan, context: Context) -> Iterator[Found]:
    """Also through a chain. Silent for the end of a chain of which M306 says that it comes too late."""
    told = context.once(_at_risk) if "M306" in context.active else {}
    silent = context.gone(Milestone, "expected")
    for key, pushed in context.once(knock_on).items():
        if key not in told and not silent:
            source, milestone = pushed.chain[0], pushed.chain[-1]
            weeks = _weeks(pushed.days)
            yield found(
                milestone,
                "expected",
                also=[source.place("expected", "due"), milestone.at("depends_on")],
                variant="one" if weeks == 1 else "",
                number=source.number,
                weeks=weeks,
                after=header(Milestone, "depends_on"),
                example=pushed.end,
            )


@rule(
    "M306",
    "end-result-at-risk",
    Severity.WARNING,
    "door de vertraging van {number} is deze mijlpaal pas klaar op {day}, "
    "na het einde van de subsidie ({last_day}). "
    "Kijk of het sneller kan ({chain}), of bespreek een ander einde met uw regio-ondersteuner.",
)
def end_result_at_risk(plan: Plan, context: Context) -> Iterator[Found]:
    """At the last milestone of the chain, once."""
    for pushed in context.once(_at_risk).values():
        assert context.scheme
        source, milestone = pushed.chain[0], pushed.chain[-1]
        yield found(
            milestone,
            "expected",
            also=[m.place("expected", "due") for m in pushed.chain],
            number=source.number,
            day=pushed.end,
            last_day=context.scheme.last,
            chain=" → ".join(m.number or "" for m in pushed.chain),
        )
