"""Versions of a plan beside each other as a page that stands alone: the steps, the trend and its picture."""

from __future__ import annotations

from collections.abc import Iterator

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.comparison import Comparison, Section, Step, Trend, TrendLine, sections, trend_of
from mijlpalen_xlsx.comparison.told import text
from mijlpalen_xlsx.outputs.compared import (
    TREND_FROM,
    arrow,
    cell,
    counted,
    heading,
    moment,
    notes,
    step_title,
    trend_picture,
    trend_sentence,
)
from mijlpalen_xlsx.outputs.html.findings import code_pages, findings_tables
from mijlpalen_xlsx.outputs.html.markup import Html, el, join, people
from mijlpalen_xlsx.outputs.html.page import table, whole_page
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.words import Lang

__all__ = ["compare_to_html"]


def compare_to_html(comparison: Comparison, lang: Lang = "nl") -> str:
    """A whole page in ``lang``. The same versions give the same page."""
    voice = Voice(lang)
    title = heading(comparison, lang)
    start = el(
        "header",
        el("p", voice.say("Versies van een plan"), class_="kind"),
        el("h1", people(title)),
        _versions(comparison, voice),
        *(el("p", people(note), class_="unread") for note in notes(comparison, lang)),
    )
    steps = [_step(step, voice) for step in comparison.steps]
    trend = _trend(comparison, voice) if len(comparison.versions) >= TREND_FROM else None
    codes = code_pages((f.code for step in comparison.steps for f in step.findings), 2, voice)
    return whole_page(title, start, el("main", trend, *steps, codes), voice=voice)


def _versions(comparison: Comparison, voice: Voice) -> Html:
    items = []
    for version in comparison.versions:
        day = moment(version, voice.lang)
        file = version.file.replace("\\", "/").rpartition("/")[2] if version.day else ""
        items.append(el("div", el("dt", people(file) if file else None), el("dd", people(day))))
    return el("dl", *items, class_="facts")


def _step(step: Step, voice: Voice) -> Html:
    found = counted(step, voice.lang)
    parts = [el("h2", people(step_title(step, voice.lang)))]
    if found:
        pills = (el("li", said, class_="hint") for _, said in found)
        parts.append(el("ul", *pills, class_="counts", role="list"))
    if step.findings:
        parts += [el("h3", voice.say("Let op")), findings_tables(step.findings, 4, voice)]
    told = sections(step, voice.lang)
    parts += [_section(section, voice) for section in told]
    if not told:
        parts.append(el("p", voice.say("Er is niets veranderd.")))
    return el("section", *parts)


def _section(section: Section, voice: Voice) -> Html:
    words = (voice.say("nr"), voice.say("regel"), voice.say("wat er veranderde"), voice.say("cel"))
    heads = [el("th", word, scope="col") for word in words]
    rows = [
        el(
            "tr",
            el("td", people(line.number or "")),
            el("th", people(line.title), scope="row"),
            el("td", join(*_phrases(line.said))),
            el("td", _cell_of(line.at), class_="code"),
        )
        for line in section.lines
    ]
    return join(el("h3", section.title), table(section.title, heads, rows, name="changes"))


def _phrases(phrases: tuple[str, ...]) -> Iterator[Html]:
    for at, said in enumerate(phrases):
        if at:
            yield el("br")
        yield people(said)


def _cell_of(at: Address | None) -> Html:
    return people(str(at)) if at else Html("")


def _trend(comparison: Comparison, voice: Voice) -> Html:
    trend, name = trend_of(comparison), voice.say("Verloop van de verwachte datum")
    picture = trend_picture(comparison, voice.lang)
    drawn = _picture(picture, name) if picture else None
    told = trend_sentence(trend, voice.lang)
    after = el("p", told) if told else None
    shown = _trend_table(trend, name, voice) if trend.moved else None
    return el("section", el("h2", name), drawn, shown, after)


def _picture(svg: str, name: str) -> Html:
    """The picture, scrolling by itself where the screen is too narrow for it."""
    return el("div", Html(svg), class_="scrolls picture", role="group", tabindex=0, aria_label=name)


def _trend_table(trend: Trend, name: str, voice: Voice) -> Html:
    days = [moment(version, voice.lang, brief=True) for version in trend.versions]
    heads = [el("th", word, scope="col") for word in (voice.say("nr"), voice.say("mijlpaal"))]
    heads += [el("th", people(voice.say("op {day}", day=day)), scope="col") for day in days]
    rows = [el("tr", *_line(line, voice)) for line in trend.moved]
    return table(name, heads, rows, name="trend")


def _line(line: TrendLine, voice: Voice) -> Iterator[Html]:
    yield el("td", people(line.latest.number or ""))
    yield el("th", people(text(line.latest.title)), scope="row")
    for at, estimate in enumerate(line.estimates):
        yield el("td", f"{arrow(line, at)} {cell(estimate, voice.lang)}".strip())
