"""Rules about the order of milestones: what comes after what, circles, and delays that pass on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.rules.context import ENDS, Context, end_of, start_of
from mijlpalen_xlsx.rules.registry import Found, found, header, rule
from mijlpalen_xlsx.rules.rows import suggested_numbers
from mijlpalen_xlsx.schedule import finish
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
        after = zip(milestone.depends_on, context.before(milestone), strict=False)
        unknown = tuple(n for n, key in after if key not in context.by_number and key not in coming)
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
    return first is not milestone and not _comes_after(first, context.number(milestone), context)


def _comes_after(milestone: Milestone, wanted: str, context: Context) -> bool:
    """Whether a milestone comes after the one with this number, at once or in the end."""
    depths = context.once(_depths)
    least = depths.get(wanted, 0)  # what has no more before it than that cannot come after it
    seen: set[str] = set()
    waiting = [*context.before(milestone)]
    while waiting:
        number = waiting.pop()
        if number == wanted:
            return True
        if number not in seen and depths.get(number, least + 1) > least:
            seen.add(number)
            before = context.by_number.get(number)
            waiting += context.before(before) if before else ()
    return False


def _depths(plan: Plan, context: Context) -> dict[str, int]:
    """How many milestones come one after the other up to each number; empty when there is a circle."""
    after: dict[str, list[str]] = {}
    waits_for: dict[str, int] = {}
    for number, milestone in context.by_number.items():
        before = [n for n in context.before(milestone) if n in context.by_number]
        waits_for[number] = len(before)
        for n in before:
            after.setdefault(n, []).append(number)
    ready = [number for number, count in waits_for.items() if not count]
    depths = dict.fromkeys(ready, 1)
    for number in ready:  # grows while it is walked
        for following in after.get(number, ()):
            depths[following] = max(depths.get(following, 0), depths[number] + 1)
            waits_for[following] -= 1
            if not waits_for[following]:
                ready.append(following)
    return depths if len(ready) == len(waits_for) else {}


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
        if not milestone.depends_on or milestone.cancelled or context.number(milestone) in context.in_circle:
            continue
        for number in context.before(milestone):
            before = context.by_number.get(number)
            if before and not before.cancelled and number not in context.in_circle:
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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pushed:
    """How far a milestone is pushed: ``days`` later than it is now expected, and the new ``end``.

    ``source`` is the milestone that is delayed, ``by`` the push of the one in between, if there is one.
    """

    milestone: Milestone
    days: int
    end: date
    source: Milestone
    by: Pushed | None

    @property
    def chain(self) -> tuple[Milestone, ...]:
        """The milestones from the source to this one."""
        back, push = [self.milestone], self.by
        while push:
            back.append(push.milestone)
            push = push.by
        return (self.source, *reversed(back))


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
    source = moved.source if moved else before
    return Pushed(milestone, (would_end - end).days, would_end, source, moved)


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
    passed_on = _passed_on(late.values())
    own = {key: (finish(p.milestone) or last) for key, p in late.items()}
    return {key: p for key, p in late.items() if key not in passed_on and own[key] <= last}


def _passed_on(pushes: Iterable[Pushed]) -> set[int]:
    """``id`` of the milestones that push another one of these."""
    found: set[int] = set()
    for push in pushes:
        by = push.by
        while by and id(by.milestone) not in found:  # what is before a known one is known
            found.add(id(by.milestone))
            by = by.by
    return found


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
            source, milestone = pushed.source, pushed.milestone
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
        yield found(
            pushed.milestone,
            "expected",
            also=[m.place("expected", "due") for m in pushed.chain],
            number=pushed.source.number,
            day=pushed.end,
            last_day=context.scheme.last,
            chain=" → ".join(m.number or "" for m in pushed.chain),
        )
