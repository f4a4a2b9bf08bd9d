"""What a worker does with uploads: check them, and make the page, the data or the marked workbook of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.web.jobs import Answer, Job, Upload

if TYPE_CHECKING:
    from mijlpalen_xlsx.report import FileReport, Report

__all__ = ["load", "work"]

_NEEDED = (
    "report",
    "outputs.to_csv",
    "outputs.to_html",
    "outputs.to_json",
    "outputs.to_marked",
    "picture",
    "web.blank",
    "web.result",
)


def load() -> None:
    """Import what the jobs need."""
    for name in _NEEDED:
        import_module(f"mijlpalen_xlsx.{name}")


def work(job: Job, begin: Callable[[int], None]) -> Answer:
    """Do the job; ``begin`` is told before each file, and with the number of files before the answer."""
    if job.action == "template":
        from mijlpalen_xlsx.web.blank import blank_workbook

        begin(0)
        return Answer(blank_workbook(job.options, job.lang))
    if job.action == "marked":
        return _marked(job, begin)
    report = _checked(job, begin)
    begin(len(job.files))
    return Answer(_OUTPUTS[job.action](report, job), _outcome(report))


def _checked(job: Job, begin: Callable[[int], None]) -> Report:
    from mijlpalen_xlsx.report import Report

    files = []
    for at, upload in enumerate(job.files):
        if at in job.over:
            files.append(_over_limit(upload))
        else:
            begin(at)
            files.append(_one(upload, job.options))
    return Report(tuple(files))


def _one(upload: Upload, options: dict[str, Any]) -> FileReport:
    """One file checked. Where the program itself fails on it, the report says so and where, no more."""
    from mijlpalen_xlsx.report import FileReport, check_file
    from mijlpalen_xlsx.schemes import scheme_named

    day, scheme = options.get("reference_date"), options.get("scheme")
    try:
        return check_file(
            upload.data,
            upload.name,
            reference_date=date.fromisoformat(day) if day else None,
            scheme=scheme_named(scheme) if scheme else None,
        )
    except MemoryError:
        raise
    except Exception as error:
        return FileReport(upload.name, None, error=error)


def _over_limit(upload: Upload) -> FileReport:
    from mijlpalen_xlsx.report import FileReport
    from mijlpalen_xlsx.rules import finding_of
    from mijlpalen_xlsx.sheets import Unreadable

    return FileReport(upload.name, None, (finding_of(Unreadable("M004", {})),))


def _outcome(report: Report) -> str:
    """What the log may know: that all could be read, or why not."""
    return ",".join(_refusal(file) for file in report.unreadable) or "done"


def _refusal(file: FileReport) -> str:
    if file.findings:
        return file.findings[0].code
    return type(file.error).__name__ if file.error else "blank"


def _page(report: Report, job: Job) -> bytes:
    from mijlpalen_xlsx.web.result import result

    return result(report, job).encode()


def _json(report: Report, job: Job) -> bytes:
    from mijlpalen_xlsx.outputs.to_json import report_to_json

    return report_to_json(report, job.lang).encode()


def _csv(report: Report, job: Job) -> bytes:
    from mijlpalen_xlsx.outputs.to_csv import report_to_csv

    return report_to_csv(report, job.lang).encode("utf-8", "backslashreplace")


def _html(report: Report, job: Job) -> bytes:
    from mijlpalen_xlsx.outputs.to_html import report_to_html

    return report_to_html(report, job.lang).encode()


_OUTPUTS: dict[str, Callable[[Report, Job], bytes]] = {
    "page": _page,
    "json": _json,
    "csv": _csv,
    "html": _html,
}


def _marked(job: Job, begin: Callable[[int], None]) -> Answer:
    """The marked copy of the one file; of a file that cannot be read or marked, why not."""
    from mijlpalen_xlsx.outputs.to_marked import marked_workbook
    from mijlpalen_xlsx.outputs.trouble import reason
    from mijlpalen_xlsx.report import FileReport
    from mijlpalen_xlsx.rules import finding_of
    from mijlpalen_xlsx.sheets import Unreadable

    file = _checked(job, begin).files[0]
    if not file.readable:
        return Answer(reason(file, job.lang).encode(), _refusal(file))
    begin(1)
    try:
        return Answer(marked_workbook(job.files[0].data, file.findings, job.lang))
    except Unreadable as error:
        refused = FileReport(file.file, None, (finding_of(error),))
        return Answer(reason(refused, job.lang).encode(), _refusal(refused))
