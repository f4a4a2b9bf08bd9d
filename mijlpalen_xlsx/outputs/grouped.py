"""Findings as people want to read them: by sheet, the heaviest first, the same mistake said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from mijlpalen_xlsx.cells import Address, column_letters
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.words import Lang

__all__ = ["Mistake", "by_sheet", "cell_ranges", "fold", "mistakes"]


class Mistake(NamedTuple):
    """The same mistake in one cell or many; its findings in the order of the sheet."""

    severity: Severity
    code: str
    text: str
    findings: tuple[Finding, ...]

    @property
    def places(self) -> list[Address]:
        return [finding.at for finding in self.findings if finding.at]

    @property
    def ranges(self) -> str:
        """Its cells as ranges; empty for a mistake without a cell."""
        return cell_ranges(self.places)

    @property
    def cells(self) -> int:
        """In how many cells it was found."""
        return len(set(self.places))


def by_sheet(findings: Iterable[Finding]) -> dict[str | None, list[Finding]]:
    """Findings per sheet, in the order in which the sheets come up; of the whole workbook (None) first."""
    found: dict[str | None, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.sheet, []).append(finding)
    return dict(sorted(found.items(), key=lambda item: item[0] is not None))


def mistakes(findings: Iterable[Finding], lang: Lang) -> list[Mistake]:
    """The findings of one sheet, the heaviest first, then in the order of the sheet; a sentence said once."""
    groups: dict[tuple[Severity, str, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: -f.severity.weight):  # stable: keeps the order of the cells
        said = finding.severity, finding.code, render(finding, lang)
        groups.setdefault(said, []).append(finding)
    return [Mistake(*said, tuple(group)) for said, group in groups.items()]


def fold(found: Iterable[Mistake], most: int) -> tuple[list[Mistake], dict[str, list[Mistake]]]:
    """What to write out, and by code the hints that come after the first ``most`` of their kind."""
    shown: list[Mistake] = []
    rest: dict[str, list[Mistake]] = {}
    times: Counter[str] = Counter()
    for mistake in found:
        times[mistake.code] += 1
        if mistake.severity is Severity.HINT and times[mistake.code] > most:
            rest.setdefault(mistake.code, []).append(mistake)
        else:
            shown.append(mistake)
    return shown, rest


def cell_ranges(places: Iterable[Address]) -> str:
    """Cells of one sheet as ranges down their columns: ``D5:D40, F7``; column AA comes after Z."""
    cells = sorted({(at.column, at.row) for at in places})
    ranges = []
    for (column, _), run in groupby(enumerate(cells), key=lambda item: (item[1][0], item[1][1] - item[0])):
        rows = [row for _, (_, row) in run]
        letters = column_letters(column)
        last = f":{letters}{rows[-1]}" if len(rows) > 1 else ""
        ranges.append(f"{letters}{rows[0]}{last}")
    return ", ".join(ranges)
