"""Read, check and sum up one or many workbooks: the Report that the commands and the web page show."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import BinaryIO

from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.format import sheet
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.rules import RULES, check_plan, finding_of, selected
from mijlpalen_xlsx.rules.own import Accept, Accepted, OwnRules
from mijlpalen_xlsx.schedule import assess
from mijlpalen_xlsx.schemes import Scheme
from mijlpalen_xlsx.sheets import Limits, Unreadable
from mijlpalen_xlsx.summary import Counting, Row, Skipped, Summary, as_of, facts_of

__all__ = ["FileReport", "Report", "Source", "check", "check_file"]

Source = str | os.PathLike[str] | bytes | BinaryIO


@dataclass(frozen=True)
class FileReport:
    """One workbook checked. ``plan`` has its status worked out at ``reference_date``.

    A file that could not be read has no plan: one finding says why, or ``error`` when the system refused it
    or the program failed on it, or ``blank`` names the sheet on which nothing was filled in yet.
    ``own`` is the file with own rules that held for it, ``accepted`` what may stay according to that file,
    ``unused`` what it accepts and this workbook does not have.
    """

    file: str
    plan: Plan | None
    findings: tuple[Finding, ...] = ()
    reference_date: date | None = None
    error: Exception | None = None
    blank: str | None = None
    own: OwnRules | None = None
    accepted: tuple[Accepted, ...] = ()
    unused: tuple[Accept, ...] = ()

    @property
    def readable(self) -> bool:
        return self.plan is not None

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """Findings of each severity, 0 included."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """How its plan stands: a row per deelproject, none without a plan."""
        if self.plan is None:
            return ()
        facts = facts_of(self.plan, self.file, self.reference_date, to_count=True)
        return Counting(("subproject",)).rows(facts)


@dataclass(frozen=True)
class Report:
    """Workbooks checked, in the order in which they were given."""

    files: tuple[FileReport, ...]

    @property
    def unreadable(self) -> tuple[FileReport, ...]:
        return tuple(file for file in self.files if not file.readable)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """Findings of each severity in all files together, 0 included."""
        return {severity: sum(file.counts[severity] for file in self.files) for severity in Severity}

    @property
    def unused(self) -> tuple[tuple[OwnRules, Accept], ...]:
        """What a file with own rules accepts, and none of the workbooks has for which that file held."""
        found: dict[tuple[str, Accept], tuple[OwnRules, Accept]] = {}
        used: set[tuple[str, Accept]] = set()
        for file in self.files:
            if file.own and file.readable:  # by name: what other processes read comes back as a copy
                name = file.own.file
                found.update({(name, accept): (file.own, accept) for accept in file.unused})
                used |= {(name, a) for a in file.own.accepts if a not in file.unused}
        return tuple(pair for key, pair in found.items() if key not in used)

    @cached_property
    def summary(self) -> Summary:
        """All plans that could be read, in numbers; without the reasons for those that could not."""
        rows = tuple(row for file in self.files for row in file.rows)
        skipped = tuple(
            Skipped(file.file, file.findings[0].code if file.findings else None) for file in self.unreadable
        )
        return Summary(len(self.files) - len(self.unreadable), {"subproject": rows}, skipped)

    def has(self, severity: Severity) -> bool:
        """Whether a finding in a readable file weighs as much as ``severity``, or more."""
        return any(f.severity.weight >= severity.weight for file in self.files for f in file.findings)


def check(
    sources: Source | Iterable[Source],
    *,
    reference_date: date | None = None,
    scheme: Scheme | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    limits: Limits | None = None,
    own: OwnRules | None = None,
) -> Report:
    """Check one source or many: paths, bytes or binary files; one that cannot be read does not stop the rest.

    ``select`` and ``ignore`` are codes of rules, or the start of one (``M4``). ``own`` are rules and accepted
    findings of a person's own, as ``rules.own.read.read_rules`` reads them. Raises nothing about a file.
    """
    many = (
        [sources] if isinstance(sources, str | bytes | os.PathLike) or hasattr(sources, "read") else sources
    )
    return Report(
        tuple(
            check_file(
                source,  # type: ignore[arg-type]  # a file object is a Source, whatever hasattr makes of it
                reference_date=reference_date,
                scheme=scheme,
                select=select,
                ignore=ignore,
                limits=limits,
                own=own,
            )
            for source in many
        )
    )


def check_file(
    source: Source,
    name: str | None = None,
    *,
    reference_date: date | None = None,
    scheme: Scheme | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    limits: Limits | None = None,
    own: OwnRules | None = None,
) -> FileReport:
    """Check one source; ``name`` is what the report calls it."""
    file = name or _name(source)
    try:
        plan = read(source, limits=limits, scheme=scheme)
    except Unreadable as unreadable:
        return FileReport(file, None, (finding_of(unreadable),))
    except OSError as error:
        return FileReport(file, None, error=error)
    if not plan.milestones and not plan.activities:
        return FileReport(file, None, blank=sheet("plan").name.get(plan.about.language))
    own = own or OwnRules("")
    rules, ignore = {**RULES, **own.rules}, (*ignore, *own.ignore)
    findings = check_plan(
        plan, reference_date=reference_date, scheme=scheme, select=select, ignore=ignore, rules=rules
    )
    day = as_of(plan, reference_date)
    standing, accepted, unused = own.sift(findings, selected(select, ignore, rules))
    return FileReport(
        file,
        assess(plan, day),
        standing,
        day,
        own=own if own.file else None,
        accepted=accepted,
        unused=unused,
    )


def _name(source: Source) -> str:
    """The name by which a person knows the source."""
    return os.fspath(source) if isinstance(source, str | os.PathLike) else "-"
