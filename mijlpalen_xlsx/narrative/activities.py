"""The parts of a report about activities: what was written about progress, bottlenecks and measures."""

from __future__ import annotations

from collections.abc import Iterator

from mijlpalen_xlsx.format import Activity
from mijlpalen_xlsx.narrative.parts import Block, Told
from mijlpalen_xlsx.narrative.teller import Teller
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES, Light

__all__ = ["bottlenecks", "light_of", "progress"]

_WORST = (Light.RED, Light.ORANGE, Light.GREEN, None)


def light_of(t: Teller, activity: Activity) -> Told:
    """``▲ Oranje``, or what was written instead."""
    term = LIGHTS.term(activity.light) if activity.light else None
    text = f"{term.sign} {term.word.get(t.lang)}" if term else t.cell(activity, "light").text
    at = activity.at("light")
    return Told(text, (at,) if at and text else ())


def _standing(t: Teller, activity: Activity) -> Told:
    """Light and stage."""
    light, stage = light_of(t, activity), activity.at("stage")
    words = [light.text, STAGES.show(activity.stage, t.lang).lower() if activity.stage else ""]
    return Told(", ".join(filter(None, words)), (*light.at, *((stage,) if stage else ())))


def progress(t: Teller) -> Iterator[Block]:
    """What people wrote about progress, unless the row was last updated before the period."""
    told = [a for a in t.plan.activities if t.cell(a, "explanation").text and not _before(t, a)]
    if told:
        heads = [t.head(Activity, key) for key in ("objective", "description")]
        heads += [t.say("Stand"), t.say("Toelichting")]
        rows = [
            (t.cell(a, "objective"), t.cell(a, "description"), _standing(t, a), t.cell(a, "explanation"))
            for a in told
        ]
        yield t.table(t.say("Voortgang van de activiteiten"), heads, (27, 25, 15, 33), rows)


def _before(t: Teller, activity: Activity) -> bool:
    updated = activity.updated.as_due if activity.updated else None
    return bool(t.period and updated and updated < t.period.first)


def bottlenecks(t: Teller) -> Iterator[Block]:
    """Activities with a bottleneck, or with a light that is not green; the worst first."""
    asked = [
        a for a in t.plan.activities
        if t.cell(a, "bottlenecks").text or a.light in (Light.ORANGE, Light.RED)
    ]  # fmt: skip
    if not asked:
        yield t.paragraph("Er zijn geen knelpunten opgeschreven.")
        return
    keys = ("bottlenecks", "measure", "who")
    heads = [t.head(Activity, key) for key in ("description", "light", *keys)]
    with_who = any(a.who for a in asked)
    rows = [
        (t.cell(a, "description"), light_of(t, a), *(_or_missing(t, a, key) for key in keys[: 2 + with_who]))
        for a in sorted(asked, key=lambda a: _WORST.index(a.light))
    ]
    widths = (22, 11, 27, 27, 13)[: 4 + with_who]
    yield t.table(t.say("Knelpunten en maatregelen"), heads[: 4 + with_who], widths, rows, named=0)


def _or_missing(t: Teller, activity: Activity, key: str) -> Told:
    told = t.cell(activity, key)
    return told if told.text or key == "who" else Told(t.say("niet ingevuld"))
