"""The findings as commands that GitHub shows beside the files of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.explained import explained
from mijlpalen_xlsx.outputs.grouped import Mistake, by_sheet, mistakes
from mijlpalen_xlsx.outputs.no_longer import no_longer
from mijlpalen_xlsx.outputs.trouble import reason
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.rules.own import Accept, OwnRules
from mijlpalen_xlsx.words import Lang

__all__ = ["file_to_github", "report_to_github", "unused_to_github"]

_CONTROL = pattern("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # line ends are written as %0A
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def report_to_github(report: Report, lang: Lang = "nl") -> str:
    """What ``check --format github`` prints: a line per mistake, as GitHub shows only ten of a weight."""
    files = "".join(file_to_github(file, lang) for file in report.files)
    return files + unused_to_github(report.unused, lang)


def file_to_github(file: FileReport, lang: Lang) -> str:
    """The lines of one workbook."""
    return "".join(f"{line}\n" for line in _lines(file, lang))


def unused_to_github(unused: Iterable[tuple[OwnRules, Accept]], lang: Lang) -> str:
    """A notice beside each line of a file with own rules that can go."""
    lines = (
        _command(
            "notice", no_longer(own.file, accept, lang), file=own.file, line=accept.line, title=accept.code
        )
        for own, accept in unused
    )
    return "".join(f"{line}\n" for line in lines)


def _lines(file: FileReport, lang: Lang) -> Iterator[str]:
    if not file.readable:
        code = file.findings[0].code if file.findings else None
        yield _command("error", reason(file, lang), file=file.file, title=code)
        return
    for sheet, findings in by_sheet(file.findings).items():
        for mistake in mistakes(findings, lang):
            yield _mistake(file, sheet, mistake, lang)


def _mistake(file: FileReport, sheet: str | None, mistake: Mistake, lang: Lang) -> str:
    """One command; its line is the row of the first cell, its text names them all."""
    at = mistake.places[0] if mistake.places else None
    known = explained(mistake.code, lang)
    place = " ".join(filter(None, (sheet, mistake.ranges)))
    if mistake.cells > 1:
        place = translate("{ranges}, {n} cellen", lang).format(ranges=place, n=mistake.cells)
    return _command(
        _LEVELS[mistake.severity],
        f"{place}: {mistake.text}" if place else mistake.text,
        file=file.file,
        line=at.row if at else None,
        col=at.column if at else None,
        title=f"{mistake.code} {known.title}" if known else mistake.code,
    )


def _command(level: str, message: str, **properties: str | int | None) -> str:
    """``::error file=plan.xlsx,line=12::…`` with everything escaped that could end it early."""
    given = ",".join(
        f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None
    )
    return f"::{level} {given}::{_data(plain(message))}"


def _data(written: str) -> str:
    return written.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(written: str) -> str:
    return _data(_CONTROL.sub(" ", written)).replace(":", "%3A").replace(",", "%2C")
