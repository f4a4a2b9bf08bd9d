"""The plan as a Gantt diagram for Mermaid, which GitHub, GitLab and many wikis draw."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mijlpalen_xlsx.format import General, Milestone, header
from mijlpalen_xlsx.format import sheet as sheet_of
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.exported import Exported, bands, hidden, left_out, without_date
from mijlpalen_xlsx.outputs.redacted import redacted
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.schedule import finish
from mijlpalen_xlsx.schedule import status as status_on
from mijlpalen_xlsx.vocabulary import RowKind, Status
from mijlpalen_xlsx.words import Lang

__all__ = ["plan_to_mermaid"]

_TAGS = {
    Status.DONE: "done",
    Status.CANCELLED: "done",
    Status.LATE: "crit",
    Status.SLIPPING: "crit",
    Status.ON_SCHEDULE: "active",
}
# Marks of Mermaid's own language as its numbers for them; it reads those everywhere.
_MARKS = {ord(mark): f"#{ord(mark)};" for mark in "#;:<>$"}


def plan_to_mermaid(plan: Plan, day: date, lang: Lang | None = None) -> Exported:
    """The diagram, with the reference date as a milestone of its own; what is left out stands in comments."""
    lang = lang or plan.about.language
    shown = redacted(plan)
    notes = (
        *without_date(shown, lang),
        *left_out(shown, lang, activities=True, order=True, parties=True),
        translate("Niet in het bestand: wie, en de eerste planning van wat verschoof.", lang),
        *hidden(plan, shown, lang),
    )
    title = " · ".join(filter(None, (sheet_of("plan").name.get(lang), plain(shown.region))))
    lines = [f"%% {note}" for note in notes]
    lines += ["gantt", f"    title {_text(title)}", "    dateFormat YYYY-MM-DD", "    axisFormat %m-%Y"]
    lines += ["    inclusiveEndDates", "    todayMarker off"]
    lines.append(f"    section {header(General, 'reference_date', lang)}")
    lines.append(f"    {header(General, 'reference_date', lang)} :milestone, day, {day.isoformat()}, 0d")
    lines += _sections(shown, day, lang)
    return Exported("\n".join(lines) + "\n", notes)


def _sections(plan: Plan, day: date, lang: Lang) -> Iterator[str]:
    at = 0
    for band, milestones in bands(plan):
        named = " ".join(filter(None, (plain(band.number), plain(band.title)))) if band else ""
        yield f"    section {_text(named) or translate('zonder deelproject', lang)}"
        for milestone in milestones:
            at += 1
            end = finish(milestone)
            if end is not None:
                yield _line(milestone, end, at, day, lang)


def _line(milestone: Milestone, end: date, at: int, day: date, lang: Lang) -> str:
    """One bar, or a sign for what has no start."""
    start = milestone.start.as_start if milestone.start else None
    found = status_on(milestone, day)
    words = [plain(milestone.number), plain(milestone.title)]
    if milestone.cancelled:
        words.append(f"({translate('vervallen', lang)})")
    name = _text(" ".join(filter(None, words))) or "?"
    sign = start is None or start >= end
    tags = [_TAGS.get(found, ""), "milestone" if sign else ""]
    star = "★ " if milestone.kind is RowKind.DECISION else "◆ "
    when = [end.isoformat(), "0d"] if sign or start is None else [start.isoformat(), end.isoformat()]
    return f"    {star}{name} :{', '.join([*filter(None, tags), f'm{at}', *when])}"


def _text(written: str) -> str:
    """Text in which nothing is Mermaid's language."""
    return written.translate(_MARKS)
