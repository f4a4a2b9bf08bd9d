"""The findings as JUnit XML, the form in which build servers count what failed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap
from xml.sax.saxutils import escape, quoteattr

from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.no_longer import no_longer
from mijlpalen_xlsx.outputs.sentence import placed, render
from mijlpalen_xlsx.outputs.trouble import reason
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.words import Lang

__all__ = ["report_to_junit"]

# Characters that XML 1.0 cannot hold, not even escaped.
_NOT_XML = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report_to_junit(report: Report, lang: Lang = "nl", *, fail_on: Severity | None = Severity.ERROR) -> str:
    """What ``check --format junit`` prints: a suite per file, a case per finding.

    A finding fails when it weighs as much as ``fail_on`` or more (None: never), so that a build server
    agrees with the exit status; a lighter one passes, with its text. A file without findings is one case
    that passes, a file that could not be read one with an error; what was accepted is skipped.
    What own rules accept without need stands at the end of the last suite.
    """
    unused = [no_longer(own.file, accept, lang) for own, accept in report.unused]
    last = len(report.files) - 1  # what is said of all files together has no place of its own
    suites = [
        _suite(file, lang, fail_on, unused if at == last else []) for at, file in enumerate(report.files)
    ]
    failed = sum(_fails(finding, fail_on) for file in report.files for finding in _said(file))
    head = _tag(
        "testsuites",
        name="mijlpalen-xlsx",
        tests=sum(map(_tests, report.files)),
        failures=failed,
        errors=len(report.unreadable),
        skipped=sum(len(file.accepted) for file in report.files),
    )
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<{head}>", *suites, "</testsuites>", ""])


def _said(file: FileReport) -> tuple[Finding, ...]:
    """What the file itself is blamed for; of one that could not be read, the reason stands apart."""
    return file.findings if file.readable else ()


def _tests(file: FileReport) -> int:
    return max(1, len(_said(file))) + len(file.accepted)


def _fails(finding: Finding, fail_on: Severity | None) -> bool:
    return fail_on is not None and finding.severity.weight >= fail_on.weight


def _suite(file: FileReport, lang: Lang, fail_on: Severity | None, notes: list[str]) -> str:
    said = _said(file)
    head = _tag(
        "testsuite",
        name=file.file,
        tests=_tests(file),
        failures=sum(_fails(finding, fail_on) for finding in said),
        errors=int(not file.readable),
        skipped=len(file.accepted),
    )
    said_last = [f"    <system-out>{_text(chr(10).join(notes))}</system-out>"] if notes else []
    return "\n".join([f"  <{head}>", *_cases(file, lang, fail_on), *said_last, "  </testsuite>"])


def _cases(file: FileReport, lang: Lang, fail_on: Severity | None) -> Iterator[str]:
    if not file.readable:
        why = reason(file, lang)
        yield _case(file, "", translate("lezen", lang), f"<{_tag('error', message=why)}/>")
        return
    if not file.findings:
        yield _case(file, "", translate("Geen fouten gevonden.", lang))
    for finding in file.findings:
        yield _found(file, finding, lang, failed=_fails(finding, fail_on))
    for each in file.accepted:
        yield _case(
            file, each.finding.sheet or "", _name(each.finding), f"<{_tag('skipped', message=each.reason)}/>"
        )


def _found(file: FileReport, finding: Finding, lang: Lang, *, failed: bool) -> str:
    name = _name(finding)
    message = placed(finding, lang)
    if failed:
        opened = _tag("failure", type=finding.code, message=render(finding, lang))
        return _case(file, finding.sheet or "", name, f"<{opened}>{_text(message)}</failure>")
    return _case(file, finding.sheet or "", name, f"<system-out>{_text(message)}</system-out>")


def _name(finding: Finding) -> str:
    return " ".join(filter(None, (finding.code, finding.name, finding.cell)))


def _case(file: FileReport, sheet: str, name: str, inside: str = "") -> str:
    head = _tag("testcase", classname=" ".join(filter(None, (file.file, sheet))), name=name)
    return f"    <{head}>{inside}</testcase>" if inside else f"    <{head}/>"


def _text(written: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", written))


def _tag(name: str, /, **attributes: str | int) -> str:
    def attribute(key: str, value: str | int) -> str:
        return f"{key}={quoteattr(_NOT_XML.sub(chr(0xFFFD), str(value)))}"

    return " ".join([name, *starmap(attribute, attributes.items())])
