"""What a file with own rules says: rules, accepted findings and codes that are not asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.rules.registry import Rule
from mijlpalen_xlsx.words import normal

__all__ = ["Accept", "Accepted", "OwnRules", "Sifted"]


class Accept(NamedTuple):
    """A finding that may stay: its code and cell, on any sheet when none is named, and why."""

    code: str
    cell: str
    sheet: str | None
    reason: str
    line: int

    def fits(self, finding: Finding) -> bool:
        """Whether this is the finding that is meant."""
        same = finding.code == self.code and finding.cell == self.cell
        return same and (self.sheet is None or normal(finding.sheet or "") == normal(self.sheet))


class Accepted(NamedTuple):
    """A finding that may stay, and why."""

    finding: Finding
    reason: str


class Sifted(NamedTuple):
    """Findings taken apart: those that stand, those that may stay, and what was accepted without need."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    unused: tuple[Accept, ...]


@dataclass(frozen=True)
class OwnRules:
    """One file with own rules, read. ``file`` is its name for people."""

    file: str
    rules: Mapping[str, Rule] = field(default_factory=dict)
    accepts: tuple[Accept, ...] = ()
    ignore: tuple[str, ...] = ()

    def sift(self, findings: Iterable[Finding], active: frozenset[str]) -> Sifted:
        """Take out what is accepted. ``active`` are the codes that were asked for."""
        standing: list[Finding] = []
        accepted: list[Accepted] = []
        used: set[Accept] = set()
        for finding in findings:
            accept = next((a for a in self.accepts if a.fits(finding)), None)
            if accept:
                used.add(accept)
                accepted.append(Accepted(finding, accept.reason))
            else:
                standing.append(finding)
        unused = tuple(a for a in self.accepts if a.code in active and a not in used)
        return Sifted(tuple(standing), tuple(accepted), unused)
