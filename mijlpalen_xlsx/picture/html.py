"""A page of HTML that stands alone: the picture on screen, sheets on paper, the milestones as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Literal

from mijlpalen_xlsx.format import Milestone, header
from mijlpalen_xlsx.format import sheet as sheet_of
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.picture.draw import gantt_pages, gantt_svg
from mijlpalen_xlsx.picture.rows import days_in_words, status_of
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.vocabulary import STATUSES
from mijlpalen_xlsx.words import Lang

__all__ = ["gantt_html"]

_DAYS = ("start", "due", "expected", "actual")
# A browser cuts a picture that is longer than the paper, or shrinks it: paper gets its own sheets.
_STYLE = """
body { margin: 0; color: #1f2937;
  font-family: 'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif; }
.screen svg { display: block; width: 100%; height: auto; min-width: 60rem; }
.screen { overflow-x: auto; }
.paper { display: none; }
details { margin: 0 1.6rem 2rem; }
summary { cursor: pointer; }
table { border-collapse: collapse; margin-top: .8rem; font-size: .85rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #c9d2de; }
thead th { background: #1b2f4b; color: #fff; }
td.day { white-space: nowrap; }
@page { size: PAPER landscape; margin: 0; }
@media print {
  .screen, details { display: none; }
  .paper { display: block; }
  .paper svg { display: block; break-after: page; break-inside: avoid; }
  .paper svg:last-child { break-after: auto; }
}
"""


def gantt_html(
    plan: Plan,
    reference_date: date | None,
    *,
    lang: Lang | None = None,
    paper: Literal["a3", "a4"] = "a3",
    width: float | None = None,
) -> str:
    """A whole page: the long picture on screen, sheets of ``paper`` when printed, a table to read aloud."""
    lang = lang or plan.about.language
    name = " · ".join(filter(None, (sheet_of("plan").name.get(lang), plain(plan.region))))
    screen = gantt_svg(plan, reference_date, lang=lang, width=width)
    sheets = "\n".join(gantt_pages(plan, reference_date, lang=lang, page=paper, prefix="paper"))
    style = _STYLE.replace("PAPER", paper.upper())
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(name)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f'<div class="screen">{screen}</div>\n<div class="paper">{sheets}</div>\n'
        f"{_table(plan, reference_date, lang)}</main>\n</body>\n</html>\n"
    )


def _table(plan: Plan, reference: date | None, lang: Lang) -> str:
    if not plan.milestones:
        return ""
    keys = ("number", "title", *_DAYS, "status", "party")
    heads = "".join(f'<th scope="col">{escape(header(Milestone, key, lang))}</th>' for key in keys)
    rows = "\n".join(f"<tr>{''.join(_cells(m, reference, lang))}</tr>" for m in plan.milestones)
    name = escape(translate("De mijlpalen als tabel", lang))
    return (
        f"<details>\n<summary>{name}</summary>\n<table>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</details>\n"
    )


def _cells(milestone: Milestone, reference: date | None, lang: Lang) -> Iterator[str]:
    state = status_of(milestone, reference)
    yield f"<td>{escape(plain(milestone.number))}</td>"
    yield f'<th scope="row" dir="auto">{escape(plain(milestone.title))}</th>'
    for key in _DAYS:
        when = getattr(milestone, key)
        yield f'<td class="day">{escape(days_in_words(when, lang)) if when else ""}</td>'
    yield f"<td>{escape(STATUSES.show(state, lang)) if state else ''}</td>"
    yield f'<td dir="auto">{escape(plain(milestone.party))}</td>'
