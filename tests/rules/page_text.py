"""A page of a rule taken apart: its headings, its example as a workbook, and the findings it promises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mijlpalen_xlsx.dates import parse
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read_workbook
from mijlpalen_xlsx.rules import check_plan
from mijlpalen_xlsx.rules.explain import source
from mijlpalen_xlsx.schemes import Scheme, scheme_named
from mijlpalen_xlsx.words import Lang
from tests.tables import workbook

HEADINGS: dict[str, tuple[str, str, str, str]] = {
    "nl": ("Wat vindt deze regel", "Waarom", "Voorbeeld", "Schrijf liever"),
    "en": ("What it finds", "Why it matters", "Example", "Write instead"),
}
SHOWN: dict[str, str] = {"nl": "Dan meldt `check`:", "en": "Then `check` says:"}
TODAY = date(2023, 10, 1)
"""The day on which the examples are checked when they say nothing of it."""

_FACT = re.compile(r"^(Peildatum|Reference date|Vandaag|Today|Regeling|Scheme): (.+)$", re.MULTILINE)
_PROMISE = re.compile(r"^- (?:`([^`]+)` )?(M\d{3}): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page: ``sections`` by heading; ``facts`` are the reference date, scheme or today that it names."""

    code: str
    lang: Lang
    title: str
    sections: dict[str, str]

    @property
    def facts(self) -> dict[str, str]:
        kinds = {"Reference date": "Peildatum", "Today": "Vandaag", "Scheme": "Regeling"}
        return {kinds.get(k, k): v.strip() for k, v in _FACT.findall(self.section(2))}

    def section(self, number: int) -> str:
        return self.sections[HEADINGS[self.lang][number]]

    @property
    def example(self) -> str:
        """The tables of the example."""
        return self.section(2).partition(SHOWN[self.lang])[0]

    @property
    def has_tables(self) -> bool:
        return "|" in self.example

    @property
    def promised(self) -> list[tuple[str, str, str]]:
        """Cell (empty when the finding has none), code and sentence of each finding that the page shows."""
        return [(cell or "", code, said) for cell, code, said in _PROMISE.findall(self.section(2))]

    def check(self, tables: str) -> tuple[Finding, ...]:
        """The findings of tables, checked under the facts of the page."""
        return check_plan(
            self.plan(tables), reference_date=self.reference_date, today=TODAY, scheme=self.scheme
        )

    def plan(self, tables: str) -> Plan:
        return read_workbook(workbook(tables), scheme=self.scheme)

    @property
    def reference_date(self) -> date | None:
        if "Vandaag" in self.facts:
            return None
        found = parse(self.facts.get("Peildatum", "")).when
        return found.first if found else TODAY

    @property
    def scheme(self) -> Scheme | None:
        return scheme_named(self.facts.get("Regeling", ""))


def page_of(code: str, lang: Lang) -> Page:
    """The page of a rule in one language."""
    title, _, rest = source(code, lang).partition("\n")
    parts = re.split(r"^## (.+)$", rest, flags=re.MULTILINE)
    return Page(code, lang, title.removeprefix("# "), dict(zip(parts[1::2], parts[2::2], strict=True)))


def told(finding: Finding, lang: Lang, home: str | None) -> tuple[str, str, str]:
    """Cell, code and sentence as a page shows them; a cell that is not on the first sheet names its sheet."""
    cell = "" if finding.at is None else finding.at.cell if finding.at.sheet == home else str(finding.at)
    return cell, finding.code, render(finding, lang)
