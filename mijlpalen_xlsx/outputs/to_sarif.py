"""The findings as SARIF 2.1.0, the form in which code hosts and editors take what a checker found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from mijlpalen_xlsx import __version__
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.outputs.explained import explained
from mijlpalen_xlsx.outputs.no_longer import no_longer
from mijlpalen_xlsx.outputs.sentence import placed
from mijlpalen_xlsx.outputs.to_json import dump
from mijlpalen_xlsx.outputs.trouble import named, reason
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.rules import RULES
from mijlpalen_xlsx.rules.own import Accept, Accepted, OwnRules
from mijlpalen_xlsx.words import Lang

__all__ = ["report_to_sarif", "sarif_data"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
NAME = "mijlpalen-xlsx"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def report_to_sarif(report: Report, lang: Lang = "nl") -> str:
    """What ``check --format sarif`` prints."""
    return dump(sarif_data(report, lang))


def sarif_data(report: Report, lang: Lang = "nl") -> dict[str, Any]:
    """One run with all files. The rules speak ``lang``; their other language goes along as a translation.

    SARIF knows lines and columns of text: those of a cell are its row and its column. The cell itself is
    the logical location, by the name that Excel gives it.
    """
    findings = [(file, finding) for file in report.files for finding in file.findings]
    accepted = [(file, each) for file in report.files for each in file.accepted]
    every = [*findings, *((file, each.finding) for file, each in accepted)]
    codes = sorted({*RULES, *(finding.code for _, finding in every)})
    index = {code: i for i, code in enumerate(codes)}
    other: Lang = "en" if lang == "nl" else "nl"
    run = {
        "tool": {"driver": {**_component(codes, every, lang), "version": __version__}},
        "language": lang,
        "translations": [
            {
                **_component(codes, every, other),
                "associatedComponent": {"name": NAME},
                "translationMetadata": {"name": f"{NAME} {other}"},
                "contents": ["localizedData"],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _file(file)} for file in report.files],
        "invocations": [_invocation(report, lang)],
        "results": [_result(file, finding, index[finding.code], lang) for file, finding in findings]
        + [
            {**_result(file, a.finding, index[a.finding.code], lang), "suppressions": [_suppression(a)]}
            for file, a in accepted
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _component(
    codes: Iterable[str], findings: Iterable[tuple[FileReport, Finding]], lang: Lang
) -> dict[str, Any]:
    """The rules in one language; both lists have the same order, by which a translation finds its rule."""
    seen = {finding.code: finding for _, finding in findings}
    return {"name": NAME, "language": lang, "rules": [_rule(code, seen.get(code), lang) for code in codes]}


def _rule(code: str, finding: Finding | None, lang: Lang) -> dict[str, Any]:
    """One rule with its page as help. A person's own rule has no page: only its name is known."""
    known, rule = explained(code, lang), RULES.get(code)
    if known is None or rule is None:
        own = finding.name if finding else code
        return {"id": code, "name": own, "shortDescription": {"text": own}}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": f"{known.finds} {known.why}"},
        "help": {"text": f"{known.title}\n\n{known.finds}\n\n{known.why}", "markdown": known.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(report: Report, lang: Lang) -> dict[str, Any]:
    """Whether all files were read, and of each that was not, why; what has a code is a result as well.

    What own rules accept without need is a matter of settings, and makes nothing fail.
    """
    notifications = [
        {
            "level": "error",
            "message": {"text": named(file.file, reason(file, lang))},
            "locations": [{"physicalLocation": {"artifactLocation": _file(file)}}],
        }
        for file in report.unreadable
    ]
    found: dict[str, Any] = {
        "executionSuccessful": not notifications,
        "toolExecutionNotifications": notifications,
    }
    if report.unused:
        found["toolConfigurationNotifications"] = [_unused(own, a, lang) for own, a in report.unused]
    return found


def _unused(own: OwnRules, accept: Accept, lang: Lang) -> dict[str, Any]:
    """A line of a file with own rules that can go."""
    place = {"artifactLocation": _uri(own.file), "region": {"startLine": accept.line}}
    return {
        "level": "note",
        "message": {"text": no_longer(own.file, accept, lang)},
        "associatedRule": {"id": accept.code},
        "locations": [{"physicalLocation": place}],
    }


def _result(file: FileReport, finding: Finding, index: int, lang: Lang) -> dict[str, Any]:
    place = f"{finding.sheet or ''}!{finding.cell}" if finding.cell else finding.sheet or ""
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": placed(finding, lang)},
        "locations": [_location(file, finding)],
        "partialFingerprints": {"place/v1": f"{finding.code} {place}"},
    }


def _suppression(accepted: Accepted) -> dict[str, str]:
    """Accepted in a file beside the workbook, with the reason that somebody gave."""
    return {"kind": "external", "status": "accepted", "justification": accepted.reason}


def _location(file: FileReport, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _file(file)}
    found: dict[str, Any] = {"physicalLocation": physical}
    if finding.at:
        physical["region"] = {"startLine": finding.at.row, "startColumn": finding.at.column}
        cell = {"name": finding.at.cell, "fullyQualifiedName": str(finding.at), "kind": "cell"}
        found["logicalLocations"] = [cell]
    elif finding.sheet:
        found["logicalLocations"] = [
            {"name": finding.sheet, "fullyQualifiedName": finding.sheet, "kind": "sheet"}
        ]
    return found


def _file(file: FileReport) -> dict[str, Any]:
    return _uri(file.file)


def _uri(file: str) -> dict[str, Any]:
    """The file as a relative or file URI: a path in Windows has other slashes, and a drive before them."""
    path = file.replace("\\", "/")
    written = quote(path, safe="/~!$&'()*+,;=@", errors="surrogatepass")
    if path[1:3] == ":/":
        return {"uri": f"file:///{path[0]}:{written[4:]}"}
    return {"uri": f"file://{written}" if path.startswith("/") else written}
