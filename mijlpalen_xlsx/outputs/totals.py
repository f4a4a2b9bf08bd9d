"""Totals: what is said of all checked files together, from the little that is kept of each."""

from __future__ import annotations

from collections.abc import Mapping

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.outputs.trouble import reason
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.rules.own import Accept, OwnRules
from mijlpalen_xlsx.words import Lang

__all__ = ["Outcome", "Totals", "outcome_of"]


class Outcome(NamedTuple):
    """How the check of one file came out. Nothing but text and numbers, so that it can be kept as JSON.

    ``found`` are the numbers of findings in the order of Severity. ``heaviest`` is the code of the heaviest
    finding that has a page, and ``weight`` its weight. ``rules`` names the file with own rules that held;
    ``unused`` are the places in what that file accepts of what this workbook does not have. Of a file that
    could not be read, ``why`` says so, and ``code`` is that of the finding if there is one.
    """

    file: str
    found: tuple[int, ...]
    accepted: int = 0
    heaviest: str | None = None
    weight: int = 0
    rules: str | None = None
    unused: tuple[int, ...] = ()
    why: str | None = None
    code: str | None = None

    @property
    def readable(self) -> bool:
        return self.why is None


def outcome_of(file: FileReport, lang: Lang) -> Outcome:
    """How the check of this file came out, in ``lang`` where it must be said."""
    ours = [finding for finding in file.findings if finding.code.startswith("M")]
    heaviest = max(ours, key=lambda finding: finding.severity.weight) if ours else None
    accepts = file.own.accepts if file.own else ()
    return Outcome(
        file.file,
        tuple(file.counts.values()),
        len(file.accepted),
        heaviest.code if heaviest else None,
        heaviest.severity.weight if heaviest else 0,
        file.own.file if file.own else None,
        tuple(at for at, accept in enumerate(accepts) if accept in file.unused),
        None if file.readable else reason(file, lang),
        None if file.readable or not file.findings else file.findings[0].code,
    )


class Totals:
    """The outcomes of any number of files added up. ``rules`` are the files with own rules by their names.

    ``heaviest`` is the code of the first of the heaviest findings.
    """

    def __init__(self, rules: Mapping[str, OwnRules]) -> None:
        self.rules = rules
        self.files = self.accepted = 0
        self.unreadable: list[Outcome] = []
        self.counts = dict.fromkeys(Severity, 0)
        self.heaviest: str | None = None
        self._weight = 0
        self._unused: dict[tuple[str, Accept], None] = {}
        self._used: set[tuple[str, Accept]] = set()

    @classmethod
    def of(cls, report: Report, lang: Lang) -> Totals:
        """The totals of a report."""
        totals = cls({file.own.file: file.own for file in report.files if file.own})
        for file in report.files:
            totals.add(outcome_of(file, lang))
        return totals

    def add(self, outcome: Outcome) -> None:
        """Take in one more file, in the order in which files are shown."""
        self.files += 1
        if not outcome.readable:
            self.unreadable.append(outcome)
        for severity, number in zip(Severity, outcome.found, strict=True):
            self.counts[severity] += number
        self.accepted += outcome.accepted
        if outcome.weight > self._weight:  # of equal ones the first
            self.heaviest, self._weight = outcome.heaviest, outcome.weight
        if outcome.rules and outcome.readable:
            self._accepts(outcome, outcome.rules)

    def _accepts(self, outcome: Outcome, rules: str) -> None:
        for at, accept in enumerate(self.rules[rules].accepts):
            if at in outcome.unused:
                self._unused[rules, accept] = None
            else:
                self._used.add((rules, accept))

    @property
    def unused(self) -> list[tuple[OwnRules, Accept]]:
        """What a file with own rules accepts, and none of the workbooks has for which that file held."""
        return [(self.rules[rules], a) for rules, a in self._unused if (rules, a) not in self._used]

    def has(self, severity: Severity) -> bool:
        """Whether anything was found that weighs as much as ``severity``, or more."""
        return any(number for each, number in self.counts.items() if each.weight >= severity.weight)
