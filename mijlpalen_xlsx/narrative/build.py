"""From a plan to its report in words, in the order in which a voortgangsrapportage asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.comparison import Step, compare, sections
from mijlpalen_xlsx.format import General, LogEntry
from mijlpalen_xlsx.narrative import milestones as about
from mijlpalen_xlsx.narrative.activities import bottlenecks, progress
from mijlpalen_xlsx.narrative.parts import Block, Narrative, Paragraph, Part, Told
from mijlpalen_xlsx.narrative.teller import Teller
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.schedule import assess
from mijlpalen_xlsx.schemes import scheme_named
from mijlpalen_xlsx.summary import ORDER, Period, as_of
from mijlpalen_xlsx.vocabulary import Light, Status
from mijlpalen_xlsx.words import Lang

__all__ = ["NotEarlier", "narrative"]

_STATUS = {
    Status.LATE: ("{n} is te laat", "{n} zijn te laat"),
    Status.SLIPPING: ("{n} loopt uit", "{n} lopen uit"),
    Status.ON_SCHEDULE: ("{n} ligt op schema", "{n} liggen op schema"),
    Status.NOT_STARTED: ("{n} is nog niet gestart", "{n} zijn nog niet gestart"),
    Status.NO_DATE: ("{n} heeft geen datum", "{n} hebben geen datum"),
    Status.CANCELLED: ("{n} is vervallen", "{n} zijn vervallen"),
}
_LIGHT = {Light.GREEN: "{n} op groen", Light.ORANGE: "{n} op oranje", Light.RED: "{n} op rood"}


class NotEarlier(ValueError):
    """The version given as the earlier one has a later reference date: both dates, the plan's first."""


def narrative(
    plan: Plan,
    *,
    period: Period | None = None,
    reference_date: date | None = None,
    previous: Plan | None = None,
    lang: Lang | None = None,
    title: str | None = None,
) -> Narrative:
    """The report of a plan: only what people wrote in it and what follows from its dates.

    Without a period everything up to the reference date counts. Raises NotEarlier.
    """
    day = as_of(plan, reference_date)
    step = _step(previous, plan) if previous else None
    t = Teller(assess(plan, day), day, lang or plan.about.language, period, step)
    named = plain(title) or t.say("Voortgangsrapportage")
    region = redact(plain(plan.region))
    return Narrative(
        title=" – ".join(filter(None, (named, region))),
        lang=t.lang,
        plan=t.plan,
        day=day,
        period=period,
        facts=tuple(_facts(t)),
        parts=tuple(_parts(t)),
        picture_title=t.say("De planning in beeld"),
        picture_alt=_alt(t),
    )


def _step(previous: Plan, plan: Plan) -> Step:
    found = compare([previous, plan])
    if found.versions[-1].given != 1:
        raise NotEarlier(plan.reference_date, previous.reference_date)
    return found.steps[0]


def _facts(t: Teller) -> Iterator[tuple[str, Told]]:
    general = t.plan.general
    known = scheme_named(general.scheme) if general.scheme else None
    if t.period:
        first, last = t.date(t.period.first), t.date(t.period.last)
        yield t.say("Periode"), Told(t.say("{first} tot en met {last}", first=first, last=last))
    at = general.at("reference_date")
    of_plan = at and t.day == general.reference_date
    yield t.head(General, "reference_date"), Told(t.date(t.day), (at,) if at and of_plan else ())
    for key in ("lead_school", "scheme"):
        told = t.cell(general, key)
        if key == "scheme" and known:
            told = Told(known.title.get(t.lang), told.at)
        if told.text:
            yield t.head(General, key), told


def _parts(t: Teller) -> Iterator[Part]:
    in_period = t.say("Behaald in deze periode")
    until = t.say("Behaald tot en met {day}", day=t.date(t.until))
    blocks = (
        (t.say("Stand"), standing(t)),
        (in_period if t.period else until, _both(about.reached(t), progress(t))),
        (t.say("Komt eraan"), about.coming(t)),
        (t.say("Gepland tegenover gerealiseerd"), about.compared(t)),
        (t.say("Uitloop en gevolgen"), about.delays(t)),
        (t.say("Knelpunten en maatregelen"), bottlenecks(t)),
        (t.say("Besluiten"), about.decisions(t)),
        (t.say("Veranderd sinds de vorige versie"), changes(t)),
    )
    for title, found in blocks:
        part = Part(title, tuple(found))
        if part.blocks:
            yield part


def _both(first: Iterator[Block], second: Iterator[Block]) -> Iterator[Block]:
    yield from first
    yield from second


# How it stands


def standing(t: Teller) -> Iterator[Block]:
    """The plan in one sentence."""
    counted = _by_status(t)
    every, done = len(t.plan.milestones), len(counted[Status.DONE])
    if not every:
        yield t.paragraph("Er staan geen mijlpalen in het plan.")
        return
    said = _start(t, done, every - len(counted[Status.CANCELLED]) or every)
    rest = [
        t.many(len(counted[status]), *_STATUS[status])
        for status in (Status.LATE, Status.SLIPPING, *ORDER)
        if status in _STATUS and counted[status]
    ]
    rest = list(dict.fromkeys(rest))
    parts = [said, t.listed(rest), _lights(t)]
    at = tuple(place for places in counted.values() for place in places if place)
    lit = tuple(place for a in t.plan.activities if (place := a.at("light")))
    yield Paragraph(Told("; ".join(filter(None, parts)) + ".", (*at, *lit)))


def _start(t: Teller, done: int, total: int) -> str:
    day = t.date(t.day)
    if done == 1:
        return t.say("Op {day} is 1 van de {total} mijlpalen gereed", day=day, total=total)
    if not done:
        return t.say("Op {day} is van de {total} mijlpalen nog niets gereed", day=day, total=total)
    return t.say("Op {day} zijn {done} van de {total} mijlpalen gereed", day=day, done=done, total=total)


def _by_status(t: Teller) -> Mapping[Status, list[Address | None]]:
    found: dict[Status, list[Address | None]] = {status: [] for status in Status}
    for milestone in t.plan.milestones:
        if milestone.status:
            found[milestone.status].append(milestone.place("title"))
    return found


def _lights(t: Teller) -> str:
    count = {light: sum(a.light is light for a in t.plan.activities) for light in Light}
    lit = sum(count.values())
    words = [t.say(_LIGHT[light], n=n) for light, n in count.items() if n]
    if not lit:
        return ""
    one = "van de activiteiten met een stoplicht staat er {lights}"
    return t.say(one if lit == 1 else "van de activiteiten met een stoplicht staan er {lights}",
                 lights=t.listed(words))  # fmt: skip


def _alt(t: Teller) -> str:
    """What the picture shows, for who cannot see it: the table of every milestone says the rest."""
    days = [day for m in t.plan.milestones for w in (m.start, m.due, m.expected, m.actual) if w
            for day in (w.first, w.last) if day]  # fmt: skip
    if not days:
        return t.say("Tekening van het plan.")
    return t.say(
        "Tekening van het plan: een balk voor elk van de {n} mijlpalen, van {first} tot en met {last}, "
        "met een streep op de peildatum {day}.",
        n=len(t.plan.milestones), first=t.date(min(days)), last=t.date(max(days)), day=t.date(t.day),
    )  # fmt: skip


# What changed


def changes(t: Teller) -> Iterator[Block]:
    """What is otherwise than in the earlier version; without one, what the log says of the period."""
    if t.step is None:
        yield from _log(t)
        return
    heads = (t.say("Nr"), t.say("Wat"), t.say("Verandering"))
    before = t.step.old.day
    if before:
        yield t.paragraph("De vorige versie heeft peildatum {day}.", day=t.date(before))
    found = sections(t.step, t.lang)
    for section in found:
        rows = [
            (
                Told(redact(plain(line.number))),
                Told(redact(plain(line.title)), (line.at,) if line.at else ()),
                Told("\n".join(redact(plain(said)) for said in line.said)),
            )
            for line in section.lines
        ]
        yield Part(section.title, (t.table(section.title, heads, (8, 46, 46), rows),))
    if not found:
        yield t.paragraph("Er is niets veranderd.")


def _log(t: Teller) -> Iterator[Block]:
    entries = [e for e in t.plan.log if e.date and t.within(e.date.as_due)]
    if entries:
        keys = ("date", "number", "explanation", "bottlenecks", "measure")
        heads = [t.head(LogEntry, key) for key in keys]
        rows = [[t.cell(entry, key) for key in keys] for entry in _by_date(entries)]
        yield t.table(t.say("Opgeschreven in het logboek"), heads, (14, 7, 35, 22, 22), rows, named=0)


def _by_date(entries: list[LogEntry]) -> list[LogEntry]:
    return sorted(entries, key=lambda e: (e.date.as_due if e.date else None) or date.max)
