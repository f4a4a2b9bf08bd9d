"""What ``check`` gives: the report in the form that was asked for, and the workbook with marks in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli.base import Refused, Session

if TYPE_CHECKING:
    from mijlpalen_xlsx.findings import Severity
    from mijlpalen_xlsx.report import FileReport, Report

__all__ = ["FORMS", "form_of", "settle_marked", "show", "write_marked"]

FORMS = ("text", "json", "csv", "html", "sarif", "junit", "github")

_BY_SUFFIX = {
    ".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".sarif": "sarif", ".xml": "junit",
}  # fmt: skip


def form_of(output: str | None) -> str:
    """The form that the name of an output asks for; text for any other name."""
    if output and output.lower().endswith(".sarif.json"):
        return "sarif"
    return _BY_SUFFIX.get(Path(output or "").suffix.lower(), "text")


def show(
    report: Report,
    form: str,
    output: str | None,
    files: tuple[str, ...],
    run: Session,
    *,
    every: bool,
    force: bool,
    fail_on: Severity | None,
) -> None:
    """The report on standard output, or in a file that is written whole and may replace an older one."""
    from mijlpalen_xlsx.cli.console import out, out_bytes
    from mijlpalen_xlsx.cli.inout import write_report

    to_file = output not in (None, "-")
    text = _text(report, run, to_file, every) if form == "text" else _data(report, form, run, fail_on)
    data = text.encode("utf-8", "backslashreplace")
    if output and to_file:
        write_report(output, data, run, inputs=files, force=force)
    elif form in ("text", "json"):
        out(text)
    else:
        out_bytes(data)  # as it is: an old console would change its line ends and lose its characters


def _text(report: Report, run: Session, to_file: bool, every: bool) -> str:
    from mijlpalen_xlsx.cli.console import page
    from mijlpalen_xlsx.outputs.to_text import report_to_text

    return report_to_text(report, page(run.lang) if to_file else run.screen(), every=every)


def _data(report: Report, form: str, run: Session, fail_on: Severity | None) -> str:
    """The report in a form that a program reads, or a browser; each is loaded only when it is wanted."""
    match form:
        case "csv":
            from mijlpalen_xlsx.outputs.to_csv import report_to_csv

            return report_to_csv(report, run.lang)
        case "html":
            from mijlpalen_xlsx.outputs.to_html import report_to_html

            return report_to_html(report, run.lang)
        case "sarif":
            from mijlpalen_xlsx.outputs.to_sarif import report_to_sarif

            return report_to_sarif(report, run.lang)
        case "junit":
            from mijlpalen_xlsx.outputs.to_junit import report_to_junit

            return report_to_junit(report, run.lang, fail_on=fail_on)
        case "github":
            from mijlpalen_xlsx.outputs.to_github import report_to_github

            return report_to_github(report, run.lang)
    from mijlpalen_xlsx.outputs.to_json import report_to_json

    return report_to_json(report, run.lang)


def settle_marked(marked: str, files: tuple[str, ...], run: Session) -> None:
    """Check what ``--marked`` asks: one workbook in, one out, with macros or without as it came."""
    hint = "--marked"
    if len(files) > 1:
        sentence = "Met --marked kan er maar één werkboek tegelijk zijn."
        raise click.BadParameter(run.say(sentence), param_hint=hint)
    suffix = ".xlsm" if files[0].lower().endswith(".xlsm") else ".xlsx"
    if marked != "-" and Path(marked).suffix.lower() != suffix:
        sentence = "'{value}' moet eindigen op {suffix}, anders opent Excel het niet."
        raise click.BadParameter(run.say(sentence, value=marked, suffix=suffix), param_hint=hint)


def write_marked(source: bytes, checked: FileReport, target: str, run: Session, *, force: bool) -> None:
    """A copy of the workbook with its findings marked. Refuses one whose parts cannot be told for sure."""
    from mijlpalen_xlsx.cli.console import tell
    from mijlpalen_xlsx.cli.inout import source_name, write
    from mijlpalen_xlsx.outputs.sentence import render
    from mijlpalen_xlsx.outputs.to_marked import marked_workbook
    from mijlpalen_xlsx.rules import finding_of
    from mijlpalen_xlsx.sheets import Unreadable

    try:
        data = marked_workbook(source, checked.findings, run.lang)
    except Unreadable as error:
        raise Refused(render(finding_of(error), run.lang), source_name(checked.file, run)) from None
    write(target, data, run, inputs=(checked.file,), force=force)
    if target != "-":
        tell(run.say("Geschreven: {file}", file=target))
