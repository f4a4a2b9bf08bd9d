"""The result under the forms: what was found, a choice of what to show of it, and files to take along."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import PurePath

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.outputs.html.findings import counts
from mijlpalen_xlsx.outputs.html.markup import Html, el, people, text
from mijlpalen_xlsx.outputs.html.standing import standing
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.outputs.to_csv import report_to_csv
from mijlpalen_xlsx.outputs.to_html import report_parts, report_title, report_to_html
from mijlpalen_xlsx.outputs.to_json import report_to_json
from mijlpalen_xlsx.outputs.to_marked import marked_workbook
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.sheets import Unreadable
from mijlpalen_xlsx.web.jobs import Job

__all__ = ["result"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_ALONG = 12 * 1024 * 1024  # bytes of files within the page
_LEVEL = 3  # of the headings of the report, under the one of the result


def result(report: Report, job: Job) -> Html:
    """The section of the page that holds the result."""
    voice = Voice(job.lang)
    title = report_title(report, voice)
    head = el("h2", voice.say("Uitkomst"), ": ", people(title), id="outcome")
    counted = counts(report.counts, voice) if len(report.unreadable) < len(report.files) else None
    return el(
        "section",
        el("p", _spoken(report, voice), role="status", class_="unseen", id="said"),
        head,
        counted,
        _along(report, job, voice),
        _filter(report, voice),
        _together(report, voice),
        report_parts(report, voice, _LEVEL),
        id="result",
        tabindex=-1,
        aria_labelledby="outcome",
    )


def _spoken(report: Report, voice: Voice) -> str:
    """The result in one sentence, for those who hear it."""
    if len(report.unreadable) == len(report.files):
        return voice.say("Controle klaar. Er kon niets worden gelezen.")
    found = report.counts
    return voice.say(
        "Controle klaar. Fouten: {errors}, let op: {warnings}, tips: {hints}.",
        errors=found[Severity.ERROR],
        warnings=found[Severity.WARNING],
        hints=found[Severity.HINT],
    )


def _filter(report: Report, voice: Voice) -> Html | None:
    """How much to show; the style sheet does it, so that it works without scripts."""
    lightest = min(
        (f.severity.weight for file in report.files for f in file.findings if file.plan), default=3
    )
    if lightest == Severity.ERROR.weight:
        return None
    words = [
        ("all", voice.say("alles")),
        ("warning", voice.say("fouten en let op")),
        ("error", voice.say("alleen fouten")),
    ]
    choices = [
        el(
            "label",
            el("input", type="radio", name="show", id=f"show-{key}", checked="" if key == "all" else None),
            " ",
            word,
        )
        for key, word in words
        if not (key == "warning" and lightest == Severity.WARNING.weight)
    ]
    return el("fieldset", el("legend", voice.say("Laat zien")), *choices, class_="show")


def _together(report: Report, voice: Voice) -> Html | None:
    """All plans in one table, when there are several."""
    rows = report.summary.tables["subproject"]
    if report.summary.workbooks < 2 or not rows:
        return None
    title = voice.say("Alle plannen samen")
    return el("section", el("h3", title), standing(rows, title, voice))


# Files to take along. They are in the page itself, as nothing is kept on the server.


def _along(report: Report, job: Job, voice: Voice) -> Html | None:
    if len(report.unreadable) == len(report.files):
        return None
    left, links = _MOST_ALONG, []
    for name, kind, label, data in _files(report, job, voice):
        left -= len(data)
        if left < 0:
            links.append(el("li", voice.say("{what}: te groot om hier mee te geven", what=label)))
        else:
            links.append(el("li", _link(name, kind, label, data)))
    return el("ul", *links, class_="along", role="list", aria_label=voice.say("Meenemen"))


def _files(report: Report, job: Job, voice: Voice) -> Iterator[tuple[str, str, str, bytes]]:
    """Name, kind, label and data of each file."""
    many = len(report.files) > 1
    for file, upload in zip(report.files, job.files, strict=True):
        data = _marked(file, upload.data, voice)
        if data:
            label = voice.say("Gemarkeerd werkboek")
            name = redact(file.file)
            stem = PurePath(name).stem
            yield f"{stem}-gemarkeerd.xlsx", XLSX, f"{label}: {name}" if many else label, data
    yield "controle.html", "text/html", voice.say("Verslag (HTML)"), report_to_html(report, job.lang).encode()
    csv = report_to_csv(report, job.lang).encode("utf-8", "backslashreplace")
    yield "controle.csv", "text/csv", voice.say("Bevindingen (CSV)"), csv
    yield (
        "controle.json",
        "application/json",
        voice.say("Gegevens (JSON)"),
        report_to_json(report, job.lang).encode(),
    )


def _marked(file: FileReport, data: bytes, voice: Voice) -> bytes | None:
    """The workbook with its marks; None for one that we can read but not mark."""
    if not file.plan:
        return None
    try:
        return marked_workbook(data, file.findings, voice.lang)
    except Unreadable:
        return None


def _link(name: str, kind: str, label: str, data: bytes) -> Html:
    # Not through el: a few megabytes of letters and digits need no look at every one.
    address = f"data:{kind};base64,{b64encode(data).decode()}"
    return Html(f'<a class="button second" download="{text(name)}" href="{address}">{text(label)}</a>')
