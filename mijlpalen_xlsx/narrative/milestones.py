"""The parts of a report about milestones: reached, to come, planned beside realised, delays, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from mijlpalen_xlsx.comparison.told import amount
from mijlpalen_xlsx.format import Activity, LogEntry, Milestone
from mijlpalen_xlsx.narrative.parts import Block, Paragraph, Told
from mijlpalen_xlsx.narrative.teller import CLOSED, NOTHING, Teller, together
from mijlpalen_xlsx.rules.context import Context, end_of
from mijlpalen_xlsx.rules.order import Pushed, knock_on
from mijlpalen_xlsx.schedule import finish
from mijlpalen_xlsx.schemes import scheme_named
from mijlpalen_xlsx.vocabulary import RowKind, Status
from mijlpalen_xlsx.words import normal

__all__ = ["coming", "compared", "decisions", "delays", "reached"]

AHEAD = timedelta(days=365)
"""How far ahead milestones are named one by one."""

_LATE = (Status.LATE, Status.SLIPPING)


def reached(t: Teller) -> Iterator[Block]:
    """What was finished in the period."""
    done = [m for m in t.plan.milestones if m.status is Status.DONE and t.within(end_of(m, "actual"))]
    if not done:
        yield t.paragraph("Er is in deze periode geen mijlpaal gereedgekomen.")
        return
    rows = [(*t.name(m), t.cell(m, "actual"), t.between(m)) for m in t.by_day(done)]
    heads = (*_named(t), t.say("Gereed op"), t.say("Tegenover de planning"))
    yield t.table(t.say("Mijlpalen die gereed zijn"), heads, (8, 52, 20, 20), rows)


def _named(t: Teller) -> tuple[str, str]:
    return t.head(Milestone, "number"), t.head(Milestone, "title")


def coming(t: Teller) -> Iterator[Block]:
    """What is still open: the year ahead by name, with what should have been done already; then how many."""
    still_open = t.by_day(m for m in t.plan.milestones if m.status not in CLOSED)
    dated = [(m, day) for m in still_open if (day := finish(m))]
    near = [m for m, day in dated if day <= t.until + AHEAD]
    far, undated = dated[len(near) :], still_open[len(dated) :]
    if near:
        rows = [(*t.name(m), t.ends(m, "expected", "due"), t.status(m), t.cell(m, "party")) for m in near]
        last = t.head(Milestone, "status"), t.head(Milestone, "party")
        heads = (*_named(t), t.say("Gereed (verwacht of gepland)"), *last)
        yield t.table(t.say("Mijlpalen tot een jaar vooruit"), heads, (7, 40, 18, 13, 22), rows)
    if far:
        at = tuple(place for m, _ in far if (place := m.place("expected", "due")))
        said = t.many(len(far), "Daarna volgt nog {n} mijlpaal", "Daarna volgen nog {n} mijlpalen")
        last_day = t.say("{said}, de laatste op {day}.", said=said, day=t.date(far[-1][1]))
        yield Paragraph(Told(last_day, at))
    if undated:
        at = tuple(place for m in undated if (place := m.place("due")))
        said = t.many(
            len(undated), "{n} mijlpaal heeft nog geen datum", "{n} mijlpalen hebben nog geen datum"
        )
        names = t.listed([t.cell(m, "number").text or t.cell(m, "title").text for m in undated])
        yield Paragraph(Told(f"{said}: {names}.", at))
    if not still_open:
        yield t.paragraph("Er staat geen mijlpaal meer open.")


def compared(t: Teller) -> Iterator[Block]:
    """Planned beside realised, for what was due or done in the period, with the reason of a difference."""
    asked = [m for m in t.plan.milestones if t.within(end_of(m, "due")) or t.within(end_of(m, "actual"))]
    if not asked:
        yield t.paragraph("Er was in deze periode geen mijlpaal gepland.")
        return
    heads = (
        *_named(t),
        t.say("Gepland"),
        t.say("Gerealiseerd"),
        t.say("Verschil"),
        t.say("Knelpunt of toelichting"),
    )
    rows = [(*t.name(m), t.cell(m, "due"), _realised(t, m), t.between(m), _reason(t, m)) for m in asked]
    yield t.table(t.say("Gepland tegenover gerealiseerd"), heads, (7, 31, 14, 15, 14, 19), rows)


def _realised(t: Teller, milestone: Milestone) -> Told:
    if milestone.status is Status.DONE:
        return t.cell(milestone, "actual")
    if milestone.cancelled:
        return NOTHING
    expected = t.cell(milestone, "expected")
    if expected.text:
        return Told(t.say("nog niet; verwacht: {day}", day=expected.text), expected.at)
    return Told(t.say("nog niet"))


def _reason(t: Teller, milestone: Milestone) -> Told:
    """What people wrote about a difference: bottlenecks before explanations; that nobody did is said too."""
    due, actual = end_of(milestone, "due"), end_of(milestone, "actual")
    if due is None or (actual == due and not milestone.cancelled):
        return NOTHING
    own, earlier = t.activities_of(milestone), t.earlier_activities_of(milestone)
    log = _log_of(t, milestone, own)
    hindered = together(
        [
            *(_without_place(t, a) for a in earlier),
            *(t.cell(entry, "bottlenecks") for entry in log),
            *(t.cell(a, "bottlenecks") for a in own),
        ]
    )
    if hindered.text:
        return hindered
    explained = together(t.cell(a, "explanation") for a in own)
    of_itself = (e for e in log if normal(e.number or "") == normal(milestone.number or ""))
    written = explained if explained.text else together(t.cell(e, "explanation") for e in of_itself)
    early = actual is not None and actual < due
    return written if written.text or early else Told(t.say("niet ingevuld"))


def _without_place(t: Teller, activity: Activity) -> Told:
    """A bottleneck of the earlier version, which stands in another workbook."""
    return Told(t.cell(activity, "bottlenecks").text)


def _log_of(t: Teller, milestone: Milestone, activities: Sequence[Activity]) -> list[LogEntry]:
    """Lines of the log about a milestone or the activities under it."""
    all_numbers = (milestone.number, *(activity.number for activity in activities))
    numbers = {normal(number) for number in all_numbers if number}
    return [entry for entry in t.plan.log if normal(entry.number or "") in numbers]


def delays(t: Teller) -> Iterator[Block]:
    """Open milestones that are late, and what that does to the ones after them."""
    late = [m for m in t.plan.milestones if m.status in _LATE]
    if late:
        heads = (*_named(t), t.say("Gepland"), t.say("Nu verwacht"), t.say("Uitloop"))
        rows = [(*t.name(m), t.cell(m, "due"), _expected(t, m), t.between(m)) for m in late]
        yield t.table(t.say("Mijlpalen die uitlopen"), heads, (8, 42, 17, 17, 16), rows)
    else:
        yield t.paragraph("Er loopt geen open mijlpaal uit.")
    pushed = list(knock_on(t.plan, _context(t)).values())
    if pushed:
        yield t.paragraph(
            "Met de volgorde en de duur die in het plan staan, schuiven deze latere mijlpalen op:"
        )
        then = (t.say("Door"), t.say("Staat nu op"), t.say("Wordt dan"), t.say("Verschil"))
        moved = [_pushed_row(t, p) for p in pushed]
        caption = t.say("Gevolgen voor latere mijlpalen")
        yield t.table(caption, (*_named(t), *then), (8, 34, 9, 17, 17, 15), moved)
    elif late:
        yield t.paragraph("Uit de volgorde in het plan volgt voor latere mijlpalen geen andere datum.")


def _expected(t: Teller, milestone: Milestone) -> Told:
    told = t.cell(milestone, "expected")
    return told if told.text else Told(t.say("niet ingevuld"))


def _pushed_row(t: Teller, pushed: Pushed) -> tuple[Told, ...]:
    milestone, source = pushed.milestone, pushed.source
    steps = tuple(place for m in pushed.chain for key in ("start", "due", "expected") if (place := m.at(key)))
    return (
        *t.name(milestone),
        t.cell(source, "number"),
        t.ends(milestone, "expected", "due"),
        Told(t.date(pushed.end), steps),
        Told(t.say("{amount} later", amount=amount(pushed.days, t.lang)), steps),
    )


def _context(t: Teller) -> Context:
    scheme = scheme_named(t.plan.scheme) if t.plan.scheme else None
    return Context(t.plan, t.day, today_used=False, scheme=scheme, near_until=t.day, active=frozenset())


def decisions(t: Teller) -> Iterator[Block]:
    """Go/no-go decisions that were or should have been taken in the period, or are still to come."""
    asked = [
        m for m in t.plan.milestones
        if m.kind is RowKind.DECISION and (m.status not in CLOSED or t.within(finish(m)))
    ]  # fmt: skip
    if not asked:
        yield t.paragraph("Er staan voor deze periode geen go/no-go-besluiten in het plan.")
        return
    heads = (
        t.head(Milestone, "number"), t.say("Besluit"), t.say("Gepland"), t.say("Genomen op"),
        t.head(Milestone, "status"), t.say("Opgeschreven in het logboek"),
    )  # fmt: skip
    rows = [(*t.name(m), t.cell(m, "due"), _taken(t, m), t.status(m), _logged(t, m)) for m in t.by_day(asked)]
    yield t.table(t.say("Go/no-go-besluiten"), heads, (7, 35, 15, 15, 12, 16), rows)


def _taken(t: Teller, milestone: Milestone) -> Told:
    return t.cell(milestone, "actual") if milestone.status is Status.DONE else _realised(t, milestone)


def _logged(t: Teller, milestone: Milestone) -> Told:
    return together(t.cell(entry, "explanation") for entry in _log_of(t, milestone, ()))
