"""What ``check`` gives: the report in the form that was asked for, and the workbook with marks in it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli.base import Refused, Session

if TYPE_CHECKING:
    from mijlpalen_xlsx.cli.progress import Progress
    from mijlpalen_xlsx.findings import Severity
    from mijlpalen_xlsx.outputs.checked import Checked
    from mijlpalen_xlsx.outputs.in_parts import Form
    from mijlpalen_xlsx.outputs.totals import Totals
    from mijlpalen_xlsx.report import FileReport, Report

__all__ = ["FORMS", "form_in_parts", "form_of", "settle_marked", "show", "write_marked"]

FORMS = ("text", "json", "csv", "html", "sarif", "junit", "github")

_BY_SUFFIX = {
    ".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".sarif": "sarif", ".xml": "junit",
}  # fmt: skip


def form_of(output: str | None) -> str:
    """The form that the name of an output asks for; text for any other name."""
    if output and output.lower().endswith(".sarif.json"):
        return "sarif"
    return _BY_SUFFIX.get(Path(output or "").suffix.lower(), "text")


def form_in_parts(kind: str, run: Session, *, to_file: bool, every: bool) -> Form | None:
    """The form as it is written file by file; None for one that needs all files at once."""
    from mijlpalen_xlsx.outputs.in_parts import CsvForm, GithubForm, JsonForm, TextForm

    match kind:
        case "text":
            from mijlpalen_xlsx.cli.console import page

            return TextForm(page(run.lang) if to_file else run.screen(), every)
        case "json":
            return JsonForm(run.lang)
        case "csv":
            return CsvForm(run.lang)
        case "github":
            return GithubForm(run.lang)
    return None


def show(
    files: Iterable[Checked],
    totals: Totals,
    kind: str,
    form: Form | None,
    output: str | None,
    names: Iterable[str],
    run: Session,
    *,
    progress: Progress,
    force: bool,
    fail_on: Severity | None,
) -> None:
    """The report on standard output, or in a file that is written whole and may replace an older one.

    Files are shown as they come in, where the form allows that, and added up in ``totals``.
    """
    from mijlpalen_xlsx.outputs.checked import pieces

    with _receiver(kind, output, names, run, progress, force=force) as put:
        if form is not None:
            for piece in pieces(form, files, totals):
                put(piece)
        else:
            put(_whole(_report(files, totals), kind, run, fail_on))


@contextmanager
def _receiver(
    kind: str, output: str | None, names: Iterable[str], run: Session, progress: Progress, *, force: bool
) -> Iterator[Callable[[str], object]]:
    """What takes the text of the report, and puts it where a person wants it."""
    from mijlpalen_xlsx.cli.console import is_terminal, out, out_bytes
    from mijlpalen_xlsx.cli.inout import report_file

    if output is not None and output != "-":
        with report_file(output, run, inputs=names, force=force) as file:
            yield lambda text: file.write(_bytes(text))
    elif kind not in ("text", "json"):
        # As it is: an old console would change its line ends and lose its characters.
        yield lambda text: out_bytes(_bytes(text))
    else:

        def shown(text: str) -> None:
            if is_terminal(sys.stdout):
                progress.clear()
            out(text)

        yield shown


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _report(files: Iterable[Checked], totals: Totals) -> Report:
    """All files together, for a form that needs them so."""
    from mijlpalen_xlsx.report import Report

    reports = []
    for checked in files:
        totals.add(checked.outcome)
        if checked.report is not None:
            reports.append(checked.report)
    return Report(tuple(reports))


def _whole(report: Report, kind: str, run: Session, fail_on: Severity | None) -> str:
    """The report in a form of which the start tells of all files; each is loaded only when it is wanted."""
    match kind:
        case "sarif":
            from mijlpalen_xlsx.outputs.to_sarif import report_to_sarif

            return report_to_sarif(report, run.lang)
        case "junit":
            from mijlpalen_xlsx.outputs.to_junit import report_to_junit

            return report_to_junit(report, run.lang, fail_on=fail_on)
    from mijlpalen_xlsx.outputs.to_html import report_to_html

    return report_to_html(report, run.lang)


def settle_marked(marked: str, files: Sequence[str], run: Session) -> None:
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
