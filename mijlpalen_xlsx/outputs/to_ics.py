"""The milestones as a calendar (RFC 5545): an all-day event each, that a later import updates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from mijlpalen_xlsx import __version__
from mijlpalen_xlsx.dates import Precision, When, show, written_out
from mijlpalen_xlsx.format import Milestone, header
from mijlpalen_xlsx.format import sheet as sheet_of
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.exported import Exported, hidden, left_out, plan_name, unique_names, without_date
from mijlpalen_xlsx.outputs.redacted import redacted
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.schedule import finish
from mijlpalen_xlsx.schedule import status as status_on
from mijlpalen_xlsx.vocabulary import STATUSES, RowKind
from mijlpalen_xlsx.words import Lang

__all__ = ["plan_to_ics"]

_WIDTH = 75  # octets of a line, its end left out
_EPOCH = datetime(2020, 1, 1)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_DAYS = ("start", "due", "expected", "actual")


def plan_to_ics(plan: Plan, day: date, stamp: datetime, lang: Lang | None = None) -> Exported:
    """The calendar, statuses worked out on ``day``; ``stamp`` (UTC) is when it is made.

    Every event stands on the best known last day. Its UID is made of the plan and the number of the
    milestone, and SEQUENCE counts minutes, so that importing a later export moves what is there.
    """
    lang = lang or plan.about.language
    shown = redacted(plan)
    notes = (
        *without_date(shown, lang),
        *_no_bars(shown, lang),
        *left_out(shown, lang, activities=True, order=False, parties=True),
        *hidden(plan, shown, lang),
    )
    name = " · ".join(filter(None, (sheet_of("plan").name.get(lang), plain(shown.region))))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//mijlpalen-xlsx//{__version__}//{lang.upper()}"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    if notes:
        told = _text(" ".join(notes))
        lines += [f"DESCRIPTION:{told}", f"X-WR-CALDESC:{told}"]
    for milestone, unique in zip(shown.milestones, unique_names(shown.milestones), strict=True):
        lines += _event(shown, milestone, f"{plan_name(plan)}-{unique}@mijlpalen-xlsx", day, stamp, lang)
    lines.append("END:VCALENDAR")
    return Exported("".join(f"{_folded(line)}\r\n" for line in lines), notes)


def _no_bars(plan: Plan, lang: Lang) -> list[str]:
    if not any(m.start or m.marks for m in plan.milestones):
        return []
    return [translate("Elke mijlpaal staat op de dag van gereed; de start staat in de tekst erbij.", lang)]


def _event(
    plan: Plan, milestone: Milestone, unique: str, day: date, stamp: datetime, lang: Lang
) -> Iterator[str]:
    end = finish(milestone)
    if end is None:
        return
    band = next((b for b in plan.subprojects if b.number == milestone.subproject), None)
    sign = "★ " if milestone.kind is RowKind.DECISION else ""
    named = sign + " ".join(filter(None, (plain(milestone.number), plain(milestone.title))))
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(unique)}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{max(0, int((stamp - _EPOCH).total_seconds() // 60))}"
    yield f"DTSTART;VALUE=DATE:{end:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{end + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(named)}"
    yield f"DESCRIPTION:{_text(chr(10).join(_told(milestone, day, lang)))}"
    if band and band.title:
        yield f"CATEGORIES:{_text(plain(band.title))}"
    yield f"STATUS:{'CANCELLED' if milestone.cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _told(milestone: Milestone, day: date, lang: Lang) -> Iterator[str]:
    """All that is known of the milestone, a line each."""
    for key in _DAYS:
        when: When | None = getattr(milestone, key)
        if when and not (key == "actual" and milestone.cancelled):
            yield f"{header(Milestone, key, lang)}: {_when(when, lang)}"
    yield f"{header(Milestone, 'status', lang)}: {STATUSES.show(status_on(milestone, day), lang)}"
    if milestone.depends_on:
        yield f"{header(Milestone, 'depends_on', lang)}: {'; '.join(map(plain, milestone.depends_on))}"
    for key in ("party", "responsibility"):
        if text := plain(getattr(milestone, key)):
            yield f"{header(Milestone, key, lang)}: {text}"


def _when(when: When, lang: Lang) -> str:
    if when.precision is Precision.DAY and when.first:
        return written_out(when.first, lang)
    return plain(when.text) or show(when, lang)


def _text(written: str) -> str:
    return written.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Lines of at most 75 octets; a character of more octets is never cut."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _WIDTH:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces)
