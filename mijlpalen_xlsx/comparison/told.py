"""What changed, in short phrases by subject: for the log, and for every output that people read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.comparison.change import Change, MilestoneChange, What
from mijlpalen_xlsx.comparison.versions import Step
from mijlpalen_xlsx.dates import When, range_text, short
from mijlpalen_xlsx.format import Activity, General, Mark, Milestone, Record, Role
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.rules.registry import header, text_at
from mijlpalen_xlsx.schedule import finish
from mijlpalen_xlsx.words import Lang, Words, clean

__all__ = ["Line", "Section", "amount", "column_of", "counts", "label", "said", "sections", "text", "text_of"]

DAYS_AS_WEEKS = 14
"""From this number of days on a shift is told in weeks."""


class Line(NamedTuple):
    """One row that changed: its number and text now, what to say of it, and its cell in the newer version."""

    number: str | None
    title: str
    said: tuple[str, ...]
    at: Address | None = None


class Section(NamedTuple):
    """Rows of which much the same is to be said; ``what`` is its code, ``title`` is for people."""

    what: str
    title: str
    lines: tuple[Line, ...]


_TITLES: tuple[tuple[What, Words], ...] = (
    (What.DONE, Words("Gereed gekomen", "Finished")),
    (What.LATER, Words("Later", "Later")),
    (What.EARLIER, Words("Eerder", "Earlier")),
    (What.LATE, Words("Te laat geworden", "Became late")),
    (What.CAME, Words("Nieuw", "New")),
    (What.CANCELLED, Words("Vervallen", "Cancelled")),
    (What.WENT, Words("Niet meer in het plan", "No longer in the plan")),
    (What.REOPENED, Words("Weer open", "Open again")),
    (What.CHANGED, Words("Anders beschreven", "Described differently")),
)
_JUDGED = Words("Stoplicht en fase van activiteiten", "Traffic light and stage of activities")
_ACTIVITIES = Words("Activiteiten, verder", "Activities, other changes")
_OBJECTIVES = Words("Doelstellingen", "Objectives")
_FRAME = Words("Deelprojecten, partijen en instellingen", "Subprojects, parties and settings")
_SUBPROJECT = Words("Deelproject", "Subproject")
_PARTY = Words("Partij", "Party")
_YEARS = Words("Jaren", "Years")
_EMPTY = Words("leeg", "empty")

Say = Callable[..., str]


def _say(lang: Lang, nl: str, **values: object) -> str:
    return translate(nl, lang).format(**values)


def label(what: What, lang: Lang) -> str:
    """What became of a milestone, as a heading."""
    return dict(_TITLES)[what].get(lang)


def counts(step: Step) -> Mapping[What, int]:
    """Milestones by what became of them, in the order of the sections; those that did not change last."""
    return {**{what: len(step.of(what)) for what, _ in _TITLES}, What.SAME: step.same}


def sections(step: Step, lang: Lang, longest: int | None = None) -> list[Section]:
    """Everything that changed, by subject; sections without lines are left out.

    Values of people in a phrase are cut after ``longest`` characters.
    """
    tell = partial(_lines, lang=lang, longest=longest)
    found = [Section(what, title.get(lang), tell(step.of(what))) for what, title in _TITLES]
    judged = [change for change in step.activities if change.what is What.JUDGED]
    others = [change for change in step.activities if change.what is not What.JUDGED]
    objectives, frame = tuple(_objectives(step, lang)), tuple(_frame(step, lang, longest))
    found += [
        Section("activity_judged", _JUDGED.get(lang), tell(judged)),
        Section("activity_changed", _ACTIVITIES.get(lang), tell(others)),
        Section("objective", _OBJECTIVES.get(lang), objectives),
        Section("frame", _FRAME.get(lang), frame),
    ]
    return [section for section in found if section.lines]


def _lines(changes: Collection[Change[Any]], *, lang: Lang, longest: int | None) -> tuple[Line, ...]:
    return tuple(_line(change, lang, longest) for change in changes)


def _line(change: Change[Any], lang: Lang, longest: int | None) -> Line:
    record = change.record
    title = record.description if isinstance(record, Activity) else getattr(record, "title", None)
    place = record.place("title", "description") if change.new else None
    return Line(record.number, text(title), said(change, lang, longest=longest), place)


def _objectives(step: Step, lang: Lang) -> Iterator[Line]:
    for change in step.objectives:
        before = text(change.old.objective) if change.old else ""
        if change.new is None:
            yield Line(None, before, (_say(lang, "staat niet meer in het plan"),))
        elif change.old is None:
            yield Line(None, text(change.new.objective), (_say(lang, "nieuw"),), change.new.at("objective"))
        else:
            told = _say(lang, "tekst was: {before}", before=before)
            yield Line(None, text(change.new.objective), (told,), change.new.at("objective"))


def _frame(step: Step, lang: Lang, longest: int | None) -> Iterator[Line]:
    """What is around the rows: bands, parties, settings."""
    for band in step.subprojects:
        title = f"{_SUBPROJECT.get(lang)}: {text(band.record.title)}"
        place = band.record.place("title") if band.new else None
        yield Line(band.record.number, title, said(band, lang, longest=longest), place)
    for party in step.parties:
        title = f"{_PARTY.get(lang)}: {text(party.record.name or party.record.short)}"
        place = party.record.place("name") if party.new else None
        yield Line(None, title, said(party, lang, longest=longest), place)
    old, new = step.old.plan, step.new.plan
    for key in step.general:
        if key == "years":
            pair = ["-".join(map(str, plan.years or ())) or _EMPTY.get(lang) for plan in (old, new)]
            yield Line(None, _YEARS.get(lang), (f"{pair[0]} → {pair[1]}",))
        else:
            told = _values(old.general, new.general, key, lang, longest)
            yield Line(None, _header(General, key, lang), (told,), new.general.at(key))


# One change


def said(
    change: Change[Any], lang: Lang, *, without: Collection[str] = (), longest: int | None = None
) -> tuple[str, ...]:
    """The phrases for one row, the main one first. Keys in ``without`` are left out."""
    if isinstance(change, MilestoneChange):
        told, told_of = _happened(change, partial(_say, lang), lang)
    else:
        told, told_of = _came_or_went(change, partial(_say, lang)), ()
    left = (key for key in change.keys if key not in told_of and key not in without and key != "updated")
    old, new = change.old, change.new
    rest = [_differs(old, new, key, lang, longest) for key in left] if old and new else []
    return (*([told] if told else []), *rest)


def _came_or_went(change: Change[Any], say: Say) -> str | None:
    if change.old is None:
        return say("nieuw")
    return say("staat niet meer in het plan") if change.new is None else None


def _happened(change: MilestoneChange, say: Say, lang: Lang) -> tuple[str | None, tuple[str, ...]]:
    """What became of a milestone, and the keys that this tells of."""
    old, new, what = change.old, change.new, change.what
    if old is None or new is None:
        return _new(change.record, say, lang) if old is None else _gone(change.record, say, lang), ()
    match what:
        case What.DONE:
            return _done(new, say, lang), ("actual", "expected")
        case What.CANCELLED:
            return _cancelled(new, say, lang), ("cancelled", "actual")
        case What.REOPENED:
            return _reopened(old, say, lang), ("cancelled", "actual")
        case What.LATER | What.EARLIER:
            return _moved(old, new, say, lang)
        case What.LATE:
            return say("te laat geworden: gepland was {due}", due=_when(new.due, lang)), ()
    return None, ()


def _new(new: Milestone, say: Say, lang: Lang) -> str:
    if new.due is None:
        return say("nieuw, nog zonder geplande datum")
    return say("nieuw, gepland: {due}", due=_when(new.due, lang))


def _gone(old: Milestone, say: Say, lang: Lang) -> str:
    if old.due is None:
        return say("staat niet meer in het plan")
    return say("staat niet meer in het plan; was gepland: {due}", due=_when(old.due, lang))


def _cancelled(new: Milestone, say: Say, lang: Lang) -> str:
    if new.due is None:
        return say("vervallen")
    return say("vervallen; was gepland: {due}", due=_when(new.due, lang))


def _reopened(old: Milestone, say: Say, lang: Lang) -> str:
    if old.cancelled:
        return say("weer open: was vervallen")
    return say("weer open: was gereed op {day}", day=_when(old.actual, lang))


def _done(new: Milestone, say: Say, lang: Lang) -> str:
    day, due = _when(new.actual, lang), new.due.as_due if new.due else None
    end = new.actual.as_due if new.actual else None
    if due is None or end is None:
        return say("gereed op {day}", day=day)
    days = (end - due).days
    if not days:
        return say("gereed op {day}, zoals gepland", day=day)
    late = "gereed op {day}, {amount} later dan gepland"
    early = "gereed op {day}, {amount} eerder dan gepland"
    return say(late if days > 0 else early, day=day, amount=amount(days, lang))


def _moved(old: Milestone, new: Milestone, say: Say, lang: Lang) -> tuple[str, tuple[str, ...]]:
    before, after = finish(old) or date.min, finish(new) or date.min
    days = (after - before).days
    values = {"amount": amount(days, lang), "before": short(before, lang), "after": short(after, lang)}
    if not any((old.expected, new.expected, old.actual, new.actual)):
        later = "geplande datum {amount} later: van {before} naar {after}"
        earlier = "geplande datum {amount} eerder: van {before} naar {after}"
        return say(later if days > 0 else earlier, **values), ("due",)
    later, earlier = "{amount} later: van {before} naar {after}", "{amount} eerder: van {before} naar {after}"
    return say(later if days > 0 else earlier, **values), ("actual" if new.actual else "expected",)


def amount(days: int, lang: Lang) -> str:
    """How far something moved: ``5 dagen``, ``13 weken (92 dagen)``."""
    days = abs(days)
    if days == 1:
        return translate("1 dag", lang)
    if days < DAYS_AS_WEEKS:
        return _say(lang, "{n} dagen", n=days)
    return _say(lang, "{weeks} weken ({n} dagen)", weeks=(days + 3) // 7, n=days)


def _differs(old: Record, new: Record, key: str, lang: Lang, longest: int | None) -> str:
    if key == "number":
        return _say(lang, "nummer was {before}", before=text_of(old, key, lang, longest))
    if key in ("title", "description"):
        return _say(lang, "tekst was: {before}", before=text_of(old, key, lang, longest))
    return f"{_header(type(new), key, lang)}: {_values(old, new, key, lang, longest)}"


def _values(old: Record, new: Record, key: str, lang: Lang, longest: int | None) -> str:
    """Both values; only the new one where there was none."""
    before, after = text_of(old, key, lang, longest), text_of(new, key, lang, longest)
    return after if before == _EMPTY.get(lang) else f"{before} → {after}"


def column_of(record: Record, key: str, lang: Lang) -> str:
    """The column of a value that differs, as people know it."""
    return _header(type(record), key, lang)


def _header(record: type[Record], key: str, lang: Lang) -> str:
    if key.startswith("extra:"):
        return key.removeprefix("extra:")
    if key == "subproject":
        return _SUBPROJECT.get(lang)
    return header(record, {"cancelled": "actual", "year_texts": "years"}.get(key, key)).get(lang)


def text_of(record: Record, key: str, lang: Lang, longest: int | None = None) -> str:
    """A value of a row as people read it; ``leeg`` for none."""
    shown = text(_text(record, key, lang)) or _EMPTY.get(lang)
    return shown if longest is None or len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def text(written: str | None) -> str:
    """What a person wrote, on one line, without an address or number of a person."""
    return redact(clean(written or ""))


def _text(record: Record, key: str, lang: Lang) -> str | None:
    value = getattr(record, key, None)
    if key.startswith("extra:") or key in record.written:
        return text_at(record, key, lang)
    if isinstance(value, When):
        return _when(value, lang)
    if key == "cancelled":
        return translate("vervallen", lang) if value else None
    if isinstance(value, Mapping):
        return ", ".join(f"{year}: {said}" for year, said in value.items())
    if isinstance(value, tuple):
        return _listed(value, lang)
    if isinstance(value, str) and key == "subproject":
        return value
    return text_at(record, key, lang)


def _listed(values: tuple[object, ...], lang: Lang) -> str:
    return ", ".join(_item(value, lang) for value in values)


def _item(value: object, lang: Lang) -> str:
    match value:
        case Role():
            return f"{value.party}: {value.role}"
        case Mark():
            return f"{value.text or 'x'}: {short(value.first, lang)} – {short(value.last, lang)}"
    return str(value)


def _when(when: When | None, lang: Lang) -> str:
    """A day in short, a period as it was written."""
    if when is None:
        return ""
    if when.first and when.first == when.last:
        return short(when.first, lang)
    return when.text or range_text(when, lang)
