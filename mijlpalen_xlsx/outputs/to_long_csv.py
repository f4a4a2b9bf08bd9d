"""The plan as one long table: a row per milestone and per activity, each with its region and deelproject."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import Activity, General, Milestone, Record, header
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.exported import Exported
from mijlpalen_xlsx.outputs.to_csv import Value, csv_text
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.schedule import assess
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES, STATUSES, RowKind
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["plan_to_long_csv"]

_DATES = ("start", "due", "expected", "actual")
_PLAIN = ("party", "responsibility")
_ACTIVITY = ("objective", "result", "light", "stage", "explanation", "bottlenecks", "measure", "who")


def plan_to_long_csv(plan: Plan, day: date, lang: Lang | None = None) -> Exported:
    """The table for Dutch Excel, statuses worked out on ``day``.

    Of every date: what was written, its first and its last day. The last columns name the cell of the row's
    text. The columns are the same for every plan, so that tables can be put under each other.
    """
    lang = lang or plan.about.language
    assessed = assess(plan, day)
    rows = [*_milestones(assessed, day, lang), *_activities(assessed, day, lang)]
    return Exported(csv_text(_heads(lang), rows), tuple(_left_out(plan, lang)))


def _left_out(plan: Plan, lang: Lang) -> Iterator[str]:
    if plan.log or plan.trend:
        yield translate("Niet in het bestand: Logboek en Trend.", lang)
    if any(m.marks for m in plan.milestones):
        yield translate("Niet in het bestand: balken die met de hand zijn gezet.", lang)
    if any(record.extra for record in plan.records()):
        yield translate("Niet in het bestand: uw eigen kolommen.", lang)


def _heads(lang: Lang) -> list[str]:
    def say(nl: str) -> str:
        return translate(nl, lang)

    heads = [header(General, key, lang) for key in ("region", "scheme", "reference_date")]
    heads += [say("Deelproject nr"), say("Deelproject")]
    heads += [header(Milestone, "kind", lang), header(Milestone, "number", lang), say("Tekst")]
    for key in _DATES:
        name = header(Milestone, key, lang)
        heads += [name, f"{name}: {say('eerste dag')}", f"{name}: {say('laatste dag')}"]
    heads += [header(Milestone, key, lang) for key in ("status", "slip_weeks", "depends_on", "effort")]
    heads += [header(Milestone, key, lang) for key in _PLAIN]
    heads += [header(Milestone, "roles", lang)]
    heads += [header(Activity, key, lang) for key in (*_ACTIVITY, "milestones", "years", "updated")]
    return [*heads, say("blad"), say("cel")]


def _start(plan: Plan, day: date, subproject: str | None) -> list[Value]:
    titles = {band.number: band.title for band in reversed(plan.subprojects)}
    return [plan.region, plan.scheme, day, subproject, titles.get(subproject)]


def _milestones(plan: Plan, day: date, lang: Lang) -> Iterator[list[Value]]:
    for m in plan.milestones:
        kind = "go/no-go" if m.kind is RowKind.DECISION else translate("mijlpaal", lang)
        row: list[Value] = [*_start(plan, day, m.subproject), kind, m.number, m.title]
        for key in _DATES:
            row += _date(m, key, lang)
        row += [STATUSES.show(m.status, lang) if m.status else None, m.slip_weeks, "; ".join(m.depends_on)]
        row += [m.effort, *(getattr(m, key) for key in _PLAIN)]
        row.append("; ".join(f"{role.party}: {role.role}" for role in m.roles))
        yield [*row, *[None] * (len(_ACTIVITY) + 3), *_place(m, "title")]


def _date(milestone: Milestone, key: str, lang: Lang) -> list[Value]:
    """What was written, the first and the last day; ``vervallen`` where that stood for a day."""
    if key == "actual" and milestone.cancelled:
        return [translate("vervallen", lang), None, None]
    when: When | None = getattr(milestone, key)
    if when is None:
        return [milestone.written.get(key), None, None]
    return [when.text or when.first, when.first, when.last]


def _activities(plan: Plan, day: date, lang: Lang) -> Iterator[list[Value]]:
    known = plan.by_number()
    for a in plan.activities:
        first = next((known[n] for n in map(normal, a.milestones) if n in known), None)
        start = _start(plan, day, first.subproject if first else None)
        row: list[Value] = [*start, translate("activiteit", lang), a.number, a.description]
        row += [None] * (3 * len(_DATES) + 4 + len(_PLAIN) + 1)
        row += [_of_activity(a, key, lang) for key in _ACTIVITY]
        updated = (a.updated.first or a.updated.last) if a.updated else None
        yield [
            *row,
            "; ".join(a.milestones),
            ", ".join(map(str, a.years)),
            updated,
            *_place(a, "description"),
        ]


def _of_activity(activity: Activity, key: str, lang: Lang) -> Value:
    value = getattr(activity, key)
    if value is not None and key in ("light", "stage"):
        return (LIGHTS if key == "light" else STAGES).show(value, lang)
    return value if isinstance(value, str) else activity.written.get(key)


def _place(record: Record, key: str) -> list[Value]:
    at = record.place(key)
    return [at.sheet, at.cell] if at else [None, None]
