"""From a plan to one SVG, or to a sheet of A3 or A4 for every part that fits on it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal

from mijlpalen_xlsx.dates import written_out
from mijlpalen_xlsx.format import Milestone, header
from mijlpalen_xlsx.format import sheet as sheet_of
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.picture.axis import Axis, years_of
from mijlpalen_xlsx.picture.bars import used_by
from mijlpalen_xlsx.picture.legend import legend_of
from mijlpalen_xlsx.picture.paper import MARGIN, Page, Paper, Tall, columns_of, paper_of, tall
from mijlpalen_xlsx.picture.rows import Band, bands_of, status_of
from mijlpalen_xlsx.picture.sheet import FOOT, Place, Sheet
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.vocabulary import STATUSES, Status
from mijlpalen_xlsx.words import Lang

__all__ = ["gantt_pages", "gantt_svg"]

_SHRINK = 1.06


def gantt_svg(
    plan: Plan,
    reference_date: date | None,
    *,
    lang: Lang | None = None,
    page: Page = "long",
    width: float | None = None,
    prefix: str = "gantt",
) -> str:
    """The whole plan as one SVG: as long as it needs, or on one sheet of A3 or A4, shrunk until it fits.

    Without a reference date nothing is late or elapsed. ``lang`` is that of the plan unless given; ``width``
    in pixels holds for a long picture. Ids begin with ``prefix``, so that several can stand on one page.
    The same plan gives the same text.
    """
    paper = paper_of(page, width)
    if paper.height is None:
        return _one(plan, reference_date, lang or plan.about.language, paper, prefix)
    factor = 1.0
    while True:
        larger = Paper(paper.width * factor, paper.height * factor, paper.millimetres)
        sheet, body = _laid_out(plan, reference_date, lang or plan.about.language, larger)
        if sum(item.height for item in body) <= _room(sheet):
            return sheet.drawn(body, Place(1, 1, prefix))
        factor *= _SHRINK


def gantt_pages(
    plan: Plan,
    reference_date: date | None,
    *,
    lang: Lang | None = None,
    page: Literal["a3", "a4"] = "a3",
    prefix: str = "gantt",
) -> list[str]:
    """The plan on sheets of A3 or A4 landscape, each an SVG with its own title, axis and legend.

    A deelproject that goes on over the edge gets its band again. Ids begin with ``prefix-1``, ``prefix-2`` …
    """
    sheet, body = _laid_out(plan, reference_date, lang or plan.about.language, paper_of(page))

    def again(band: Band) -> Tall:
        title = f"{band.title} {sheet.say('(vervolg)')}".strip()
        return tall(dataclasses.replace(band, title=title), sheet.columns)

    pages = list(_pages(body, _room(sheet), again))
    of = len(pages)
    return [sheet.drawn(rows, Place(at, of, f"{prefix}-{at}")) for at, rows in enumerate(pages, 1)]


def _one(plan: Plan, reference: date | None, lang: Lang, paper: Paper, prefix: str) -> str:
    sheet, body = _laid_out(plan, reference, lang, paper)
    return sheet.drawn(body, Place(1, 1, prefix))


def _room(sheet: Sheet) -> float:
    """Pixels for rows on a sheet of fixed height."""
    return (sheet.paper.height or 0.0) - sheet.body_top - sheet.legend.height - FOOT - MARGIN


def _laid_out(plan: Plan, reference: date | None, lang: Lang, paper: Paper) -> tuple[Sheet, list[Tall]]:
    """The sheet for this paper, and all bands and rows in their order with their heights."""
    bands = bands_of(plan, reference, lang)
    most = max((len(band.rows) for band in bands), default=0)
    longest = translate("{done} van {total} gereed", lang).format(done=most, total=most)
    columns = columns_of(
        bands, paper.width, [translate("Gereed op", lang), longest], header(Milestone, "party", lang)
    )
    years = years_of(plan.years, (day for band in bands for row in band.rows for day in row.days()))
    axis = Axis(columns.axis[0], columns.axis[1], years, plan.about.scale) if years else None
    used = set(_used(bands, axis))
    legend = legend_of(used, columns.right - MARGIN, lang, lambda nl: translate(nl, lang))
    region = plain(plan.region)
    heading = " · ".join(filter(None, (sheet_of("plan").name.get(lang), region)))
    summary = _summary(plan, reference, lang)
    description = _description(summary, bands, axis, lang)
    sheet = Sheet(paper, columns, axis, legend, heading, summary, description, reference, lang)
    body = [tall(what, columns) for band in bands for what in ([band] if band.named else []) + [*band.rows]]
    return sheet, body


def _used(bands: Sequence[Band], axis: Axis | None) -> Iterator[str]:
    rows = [row for band in bands for row in band.rows]
    yield from (f"light-{row.light}" for row in rows if row.light)
    if axis is None:
        return
    for row in rows:
        yield from used_by(row)
        if row.depends_on:
            yield "link"
    if rows and axis.scale is not Scale.SCHOOLYEAR:
        yield "schoolyear"


def _summary(plan: Plan, reference: date | None, lang: Lang) -> str:
    """How many milestones there are, and how they stand, in one sentence."""

    def say(nl: str, **values: object) -> str:
        return translate(nl, lang).format(**values)

    total, bands = len(plan.milestones), len(plan.subprojects)
    if not total:
        return say("Nog geen mijlpalen.")
    count = say("1 mijlpaal") if total == 1 else say("{count} mijlpalen", count=total)
    if bands:
        within = say("in 1 deelproject") if bands == 1 else say("in {count} deelprojecten", count=bands)
        count = f"{count} {within}"
    counted = Counter(status_of(milestone, reference) for milestone in plan.milestones)
    states = [
        f"{counted[Status(term.code)]} {term.word.get(lang).casefold()}"
        for term in STATUSES
        if counted[Status(term.code)]
    ]
    stand = ", ".join(states)
    if reference is None:
        return f"{count}: {stand}." if stand else f"{count}."
    return say(
        "{count}. Stand op {date}: {stand}.", count=count, date=written_out(reference, lang), stand=stand
    )


def _description(summary: str, bands: Sequence[Band], axis: Axis | None, lang: Lang) -> str:
    """What the picture tells, for people who do not see it: the counts, the years, each deelproject."""
    told = [summary]
    if axis:
        told.append(
            translate("De tijdbalk loopt van {first} tot en met {last}.", lang).format(
                first=written_out(axis.first, lang), last=written_out(axis.last, lang)
            )
        )
    for band in bands:
        if band.named and band.rows:
            name = " ".join(filter(None, (band.number, band.title)))
            done = sum(row.done for row in band.rows)
            sentence = translate("{name}: {done} van {total} gereed.", lang)
            told.append(sentence.format(name=name, done=done, total=band.standing))
    return " ".join(told)


def _pages(body: Sequence[Tall], room: float, again: Callable[[Band], Tall]) -> Iterator[list[Tall]]:
    """The rows in sheets: never a band alone at the foot, and a band again where its rows go on."""
    page: list[Tall] = []
    band: Band | None = None
    for at, item in enumerate(body):
        is_band = isinstance(item.what, Band)
        wanted = body[at : at + 2] if is_band else [item]
        if page and sum(part.height for part in (*page, *wanted)) > room:
            yield page
            page = [again(band)] if band and not is_band else []
        band = item.what if isinstance(item.what, Band) else band
        page.append(item)
    yield page
