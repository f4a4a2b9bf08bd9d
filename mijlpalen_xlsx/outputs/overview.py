"""What all outputs of a summary say: names of tables and columns, figures, and why a file is left out."""

from __future__ import annotations

from collections.abc import Callable

from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.outputs.trouble import not_read
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.summary import ORDER, Counts, Row, Skipped, Summary
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light, Status
from mijlpalen_xlsx.words import Lang

__all__ = ["Figure", "field_head", "figures", "key_text", "label", "skipped_reason", "table_title"]

_GROUPS = {
    "subproject": "deelproject",
    "objective": "doelstelling",
    "year": "jaar",
    "schoolyear": "schooljaar",
    "party": "partij",
    "light": "stoplicht",
    "region": "regio",
}
_FIELDS = {**_GROUPS, "subproject": "nr", "title": "deelproject"}
_NOTHING = {
    "subproject": "",
    "title": "zonder deelproject",
    "objective": "zonder doelstelling",
    "year": "zonder datum",
    "schoolyear": "zonder datum",
    "party": "zonder partij",
    "light": "zonder stoplicht",
    "region": "zonder regio",
}


def table_title(name: str, lang: Lang) -> str:
    """``Per deelproject``, ``Per partij en jaar``."""
    words = [translate(_GROUPS[part], lang) for part in name.split("+")]
    return translate("Per {what}", lang).format(what=f" {translate('en', lang)} ".join(words))


def field_head(field: str, lang: Lang) -> str:
    """The head of a key column."""
    return translate(_FIELDS[field], lang)


def key_text(field: str, value: str | None, lang: Lang) -> str:
    """What stands in a key column; of a light its word, of nothing what there is none of."""
    if value is None:
        return translate(_NOTHING[field], lang) if _NOTHING[field] else ""
    return LIGHTS.show(value, lang) if field == "light" else value


class Figure(NamedTuple):
    """A column of figures: its code as in the JSON, its head, and its value of a row."""

    code: str
    head: str
    of: Callable[[Counts], int | float | None]


def figures(summary: Summary, lang: Lang) -> list[Figure]:
    """The columns of figures in the order of the JSON; those of the period only when there is one."""
    found = [Figure("milestones", translate("mijlpalen", lang), lambda c: c.milestones)]
    found += [_status(status, lang) for status in ORDER]
    found += [
        Figure("slip_weeks_max", translate("meeste uitloop (weken)", lang), lambda c: c.slip_weeks_max),
        Figure("effort", translate("inzet (uren)", lang), lambda c: c.effort),
        Figure("activities", translate("activiteiten", lang), lambda c: c.activities),
    ]
    found += [_light(light, lang) for light in Light]
    found.append(Figure("no_light", translate("zonder stoplicht", lang), lambda c: c.no_light))
    return found + (in_period(lang) if summary.period else [])


def in_period(lang: Lang) -> list[Figure]:
    """The columns of a period."""
    heads = {
        "due": "gepland in de periode",
        "done": "gereed in de periode",
        "late": "niet gehaald in de periode",
        "cancelled": "vervallen in de periode",
    }
    return [_of_period(key, translate(head, lang)) for key, head in heads.items()]


def _of_period(key: str, head: str) -> Figure:
    return Figure(f"period_{key}", head, lambda c: getattr(c.period, key, None))


def label(row: Row, lang: Lang, *, with_region: bool = True) -> str:
    """What a row is about in one line: ``1 Techlab``, ``School A, 2025``."""
    parts = [
        key_text(field, value, lang)
        for field, value in row.keys.items()
        if field not in ("subproject", "title") and (with_region or field != "region")
    ]
    if "subproject" in row.keys:
        number = key_text("subproject", row.keys["subproject"], lang)
        title = key_text("title", row.keys["title"], lang) if row.keys["title"] or not number else ""
        parts.insert(1 if with_region else 0, f"{number} {title}".strip())
    return ", ".join(parts)


def _status(status: Status, lang: Lang) -> Figure:
    return Figure(status.value, STATUSES.show(status, lang).lower(), lambda c: c.by_status[status])


def _light(light: Light, lang: Lang) -> Figure:
    return Figure(light.value, LIGHTS.show(light, lang).lower(), lambda c: c.by_light[light])


def skipped_reason(skipped: Skipped, lang: Lang) -> str:
    """Why a file is in no table, in one sentence without its name."""
    unread = skipped.unread
    if unread and unread.finding:
        return render(unread.finding, lang)
    if unread and unread.error:
        return not_read(unread.error, skipped.file, lang)
    sentence = "Hier gaat iets mis in het programma zelf ({what}). De andere bestanden zijn wel gelezen."
    return translate(sentence, lang).format(what=(unread and unread.problem) or "?")
