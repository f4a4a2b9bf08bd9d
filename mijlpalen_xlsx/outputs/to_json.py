"""The report and the plan as JSON: only ASCII, no NaN, so that any program and any console can take it."""

from __future__ import annotations

import json
from typing import Any

from mijlpalen_xlsx import __version__
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.outputs.sentence import placed
from mijlpalen_xlsx.outputs.trouble import reason
from mijlpalen_xlsx.plan import Plan, plan_to_data
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.words import Lang

__all__ = ["dump", "finding_to_data", "plan_to_json", "report_to_data", "report_to_json"]

SCHEMA = "mijlpalen-xlsx/report/1"


def dump(data: Any) -> str:
    """Data as JSON text, two spaces in."""
    return json.dumps(data, indent=2, allow_nan=False) + "\n"


def plan_to_json(plan: Plan) -> str:
    """What ``export -o plan.json`` writes and ``template --from`` takes."""
    return dump(plan_to_data(plan))


def report_to_json(report: Report, lang: Lang = "nl") -> str:
    """What ``check --format json`` prints."""
    return dump(report_to_data(report, lang))


def report_to_data(report: Report, lang: Lang = "nl") -> dict[str, Any]:
    """The report as data; messages in ``lang``."""
    files = [_file_to_data(file, lang) for file in report.files]
    summary = report.summary.to_data()
    reasons = [file["reason"] for file in files if not file["readable"]]
    summary["skipped"] = [
        {**skipped, "reason": reason} for skipped, reason in zip(summary["skipped"], reasons, strict=True)
    ]
    return {
        "schema": SCHEMA,
        "tool": {"name": "mijlpalen-xlsx", "version": __version__},
        "files": files,
        "unused_accepts": [
            {"rules": own.file, "line": a.line, "code": a.code, "sheet": a.sheet, "cell": a.cell}
            for own, a in report.unused
        ],
        "summary": summary,
    }


def _file_to_data(file: FileReport, lang: Lang) -> dict[str, Any]:
    return {
        "file": file.file,
        "readable": file.readable,
        "reason": None if file.readable else reason(file, lang),
        "reference_date": file.reference_date.isoformat() if file.reference_date else None,
        "plan": plan_to_data(file.plan) if file.plan else None,
        "rules": file.own.file if file.own else None,
        "findings": [
            *(finding_to_data(finding, lang) for finding in file.findings),
            *(finding_to_data(each.finding, lang, each.reason) for each in file.accepted),
        ],
        "counts": {
            **{severity.value: number for severity, number in file.counts.items()},
            "accepted": len(file.accepted),
        },
    }


def finding_to_data(finding: Finding, lang: Lang = "nl", accepted: str | None = None) -> dict[str, Any]:
    """One finding as data; ``also`` are whole addresses, as they may lie on another sheet.

    ``accepted`` is why it may stay. It then does not count among the errors, warnings or hints.
    """
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": placed(finding, lang),
        "sheet": finding.sheet,
        "cell": finding.cell,
        "also": [str(address) for address in finding.also],
        "value": finding.value,
        "suggestion": finding.suggestion,
        "accepted": accepted,
    }
