"""The report in words as a page that stands alone; its picture gets sheets of its own on paper."""

from __future__ import annotations

from collections.abc import Sequence

from mijlpalen_xlsx.narrative import Block, Narrative, Paragraph, Part, Table, Told
from mijlpalen_xlsx.outputs.html.markup import Html, el, join, people
from mijlpalen_xlsx.outputs.html.page import table, whole_page
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.outputs.redacted import redacted
from mijlpalen_xlsx.picture import gantt_pages, gantt_svg

__all__ = ["narrative_to_html"]

_PICTURE_WIDTH = 1080.0  # pixels; as wide as the page


def narrative_to_html(narratives: Sequence[Narrative]) -> str:
    """One page with the report of every plan. A cell of a table says on hover from which cells it comes."""
    voice = Voice(narratives[0].lang)
    many = len(narratives) > 1
    title = voice.say("Voortgangsrapportage") if many else narratives[0].title
    heading = el("header", el("h1", title if many else people(title)))
    articles = [_narrative(told, at, 2 if many else 1, voice) for at, told in enumerate(narratives, 1)]
    return whole_page(title, heading, el("main", *articles), voice=voice)


def _narrative(told: Narrative, at: int, level: int, voice: Voice) -> Html:
    head = el(f"h{level}", people(told.title)) if level > 1 else None
    terms = [el("div", el("dt", term), el("dd", people(value.text))) for term, value in told.facts]
    parts = [_part(part, level + 1, voice) for part in told.parts]
    return el("article", head, el("dl", *terms, class_="facts"), *parts, _picture(told, at, level + 1))


def _part(part: Part, level: int, voice: Voice) -> Html:
    blocks = [_block(block, part, level, voice) for block in part.blocks]
    return el("section", el(f"h{level}", part.title), *blocks)


def _block(block: Block, part: Part, level: int, voice: Voice) -> Html:
    match block:
        case Part():
            return _part(block, level + 1, voice)
        case Paragraph():
            return el("p", people(block.told.text), title=_cells(block.told))
        case Table():
            seen = el(f"h{level + 1}", block.caption) if block.caption != part.title else None
            return join(seen, _table(block))


def _table(told: Table) -> Html:
    heads = [el("th", head, scope="col") for head in told.heads]
    rows = [
        el("tr", *(_cell(cell, named=at == told.named) for at, cell in enumerate(row))) for row in told.rows
    ]
    return table(told.caption, heads, rows, name="told")


def _cell(told: Told, *, named: bool) -> Html:
    lines = [people(line) for line in told.text.split("\n")]
    inside = join(*(part for line in lines for part in (line, el("br"))))[: -len(el("br"))]
    return el("th" if named else "td", Html(inside), scope="row" if named else None, title=_cells(told))


_MOST_CELLS = 8


def _cells(told: Told) -> str | None:
    """The cells behind a text; of a long row only the first ones."""
    names = list(dict.fromkeys(map(str, told.at)))
    more = " …" if len(names) > _MOST_CELLS else ""
    return "; ".join(names[:_MOST_CELLS]) + more if names else None


def _picture(told: Narrative, at: int, level: int) -> Html | None:
    if not told.plan.milestones:
        return None
    plan = redacted(told.plan)
    screen = gantt_svg(plan, told.day, lang=told.lang, width=_PICTURE_WIDTH, prefix=f"plan-{at}")
    sheets = gantt_pages(plan, told.day, lang=told.lang, page="a4", prefix=f"vel-{at}")
    shown = el(
        "div", Html(screen), class_="scrolls picture", role="group", tabindex=0, aria_label=told.picture_title
    )
    return join(
        el("section", el(f"h{level}", told.picture_title), shown, class_="screen"),
        el("div", *map(Html, sheets), class_="paper"),
    )
