"""The report as a page that stands alone: findings, how the plan stands, the picture, what the codes mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath, PureWindowsPath

from mijlpalen_xlsx.dates import written_out
from mijlpalen_xlsx.outputs.html.findings import (
    accepted_table,
    code_pages,
    counts,
    findings_tables,
)
from mijlpalen_xlsx.outputs.html.markup import Html, el, join, people
from mijlpalen_xlsx.outputs.html.page import table, whole_page
from mijlpalen_xlsx.outputs.html.standing import coming, standing
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.outputs.no_longer import no_longer
from mijlpalen_xlsx.outputs.redacted import redacted
from mijlpalen_xlsx.outputs.standing import rows_of
from mijlpalen_xlsx.outputs.trouble import reason
from mijlpalen_xlsx.picture import gantt_pages, gantt_svg
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.schemes import scheme_named
from mijlpalen_xlsx.words import Lang

__all__ = ["report_parts", "report_title", "report_to_html"]

PICTURE_WIDTH = 1080.0  # pixels; as wide as the page, so that its letters come out at their own size


def report_to_html(report: Report, lang: Lang = "nl") -> str:
    """A whole page in ``lang``. The same report gives the same page: no clock, nothing from this machine."""
    voice = Voice(lang)
    title = report_title(report, voice)
    heading = el("h1", people(title) if len(report.files) == 1 else title)
    start = el("header", el("p", voice.say("Controle"), class_="kind"), heading, counts(report.counts, voice))
    main = el("main", report_parts(report, voice))
    return whole_page(f"{voice.say('Controle')}: {title}", start, main, voice=voice)


def report_title(report: Report, voice: Voice) -> str:
    """The name of the one file, or how many there are."""
    names = _names(report, voice)
    return voice.many(len(names), "{n} werkboek", "{n} werkboeken") if len(names) != 1 else names[0]


def report_parts(report: Report, voice: Voice, level: int = 2) -> Html:
    """All that was found, for a page of ours or another; its highest headings are of this ``level``."""
    names = _names(report, voice)
    many = len(names) != 1
    files = enumerate(zip(report.files, names, strict=True))
    parts = [_file(file, name, at, voice, level, many=many) for at, (file, name) in files]
    codes = code_pages(
        (f.code for file in report.files for f in (*file.findings, *(a.finding for a in file.accepted))),
        level,
        voice,
    )
    return join(
        _overview(report, names, level, voice) if many else None, *parts, _unused(report, level, voice), codes
    )


def _names(report: Report, voice: Voice) -> list[str]:
    """The files by as little of their path as tells them apart: a folder often says who somebody is."""
    paths = [_parts_of(file.file) for file in report.files]
    most = max(map(len, paths), default=1)
    ends = (["/".join(path[-size:]) for path in paths] for size in range(1, most + 1))
    clear = next((names for names in ends if len(set(names)) == len(names)), None)
    names = clear or ["/".join(path[-1:]) for path in paths]
    return [voice.say("(standaardinvoer)") if name == "-" else redact(name) for name in names]


def _parts_of(file: str) -> tuple[str, ...]:
    path = PureWindowsPath(file) if "\\" in file else PurePath(file)
    return path.parts or (file,)


def _overview(report: Report, names: list[str], level: int, voice: Voice) -> Html:
    """All files with their counts, each leading to its own part."""
    words = voice.say("bestand"), voice.say("regio")
    heads = [el("th", word, scope="col") for word in words]
    heads.append(el("th", voice.say("bevindingen"), scope="col"))
    rows = [
        el(
            "tr",
            el("th", el("a", people(name), href=f"#bestand-{i + 1}"), scope="row"),
            el("td", people(redact(file.plan.region or "")) if file.plan else None),
            el("td", counts(file.counts, voice) if file.plan else voice.say("niet gelezen")),
        )
        for i, (file, name) in enumerate(zip(report.files, names, strict=True))
    ]
    title = voice.say("Alle bestanden")
    return el("section", el(f"h{level}", title), table(title, heads, rows, name="files"))


def _file(file: FileReport, name: str, at: int, voice: Voice, level: int, *, many: bool) -> Html:
    """One workbook; among many it has a heading of its own, and its parts go one level down."""
    head = el(f"h{level}", people(name)) if many else None
    if file.plan is None:
        why = el("p", reason(file, voice.lang), class_="unread")
        return el("article", head, why, id=f"bestand-{at + 1}")
    inside = _parts(file, redacted(file.plan), at, level + many, voice)
    counted = counts(file.counts, voice) if many else None
    return el("article", head, counted, _facts(file, file.plan, voice), *inside, id=f"bestand-{at + 1}")


def _parts(file: FileReport, plan: Plan, at: int, level: int, voice: Voice) -> Iterator[Html]:
    if file.findings:
        found = findings_tables(file.findings, level + 1, voice)
        yield el("section", el(f"h{level}", voice.say("Wat er opvalt")), found)
    if file.accepted:
        title = voice.say("Geaccepteerd")
        yield el("section", el(f"h{level}", title), accepted_table(file.accepted, title, voice))
    rows = rows_of(file)
    if rows and file.reference_date:
        day = written_out(file.reference_date, voice.lang)
        title = voice.say("Stand per deelproject op {day}", day=day)
        yield el("section", el(f"h{level}", title), standing(rows, title, voice))
    title = voice.say("Wat eraan komt")
    next_ones = coming(rows, title, voice)
    if next_ones:
        yield el("section", el(f"h{level}", title), next_ones)
    if plan.milestones:
        yield _picture(file, plan, at, el(f"h{level}", voice.say("Planning")), voice)


def _unused(report: Report, level: int, voice: Voice) -> Html | None:
    """What a file with own rules accepts, and none of these workbooks has any more."""
    items = [
        el("li", people(redact(no_longer(_parts_of(own.file)[-1], accept, voice.lang))))
        for own, accept in report.unused
    ]
    title = voice.say("Geaccepteerd, maar niet meer gevonden")
    return el("section", el(f"h{level}", title), el("ul", *items)) if items else None


def _facts(file: FileReport, plan: Plan, voice: Voice) -> Html:
    """What was read: whose plan, how much of it, for which day, and with which program it was saved."""
    known = scheme_named(plan.scheme) if plan.scheme else None
    read = {
        voice.say("Regio"): plan.region,
        voice.say("Regeling"): known.title.get(voice.lang) if known else plan.scheme,
        voice.say("Gelezen"): _size(plan, voice),
        voice.say("Peildatum"): written_out(file.reference_date, voice.lang) if file.reference_date else None,
        voice.say("Opgeslagen met"): plan.about.saved_by,
        voice.say("Eigen regels"): _parts_of(file.own.file)[-1] if file.own else None,
    }
    items = [
        el("div", el("dt", term), el("dd", people(redact(value)))) for term, value in read.items() if value
    ]
    return el("dl", *items, class_="facts")


def _size(plan: Plan, voice: Voice) -> str:
    """How many milestones in how many deelprojecten, and how many activities."""
    size = voice.many(len(plan.milestones), "{n} mijlpaal", "{n} mijlpalen")
    if plan.subprojects:
        within = voice.many(len(plan.subprojects), "{n} deelproject", "{n} deelprojecten")
        size = voice.say("{milestones} in {subprojects}", milestones=size, subprojects=within)
    if plan.activities:
        size += ", " + voice.many(len(plan.activities), "{n} activiteit", "{n} activiteiten")
    return size


def _picture(file: FileReport, plan: Plan, at: int, heading: Html, voice: Voice) -> Html:
    """The picture long on screen, and in sheets on paper: a browser would cut a long one anywhere."""
    day, lang = file.reference_date, voice.lang
    screen = gantt_svg(plan, day, lang=lang, width=PICTURE_WIDTH, prefix=f"plan-{at + 1}")
    sheets = gantt_pages(plan, day, lang=lang, page="a4", prefix=f"vel-{at + 1}")
    label = voice.say("De planning als tekening")
    shown = el("div", Html(screen), class_="scrolls picture", role="group", tabindex=0, aria_label=label)
    return join(
        el("section", heading, shown, class_="screen"),
        el("div", *map(Html, sheets), class_="paper"),
    )
