"""The versions that a page shows beside each other, and what comparing them finds."""

from __future__ import annotations

import dataclasses
import re

from mijlpalen_xlsx.comparison import compare
from mijlpalen_xlsx.dates import parse
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read_workbook
from tests.rules.page_text import Page, page_of
from tests.tables import workbook

__all__ = ["found_between", "mended", "versions"]

_VERSION = re.compile(r"^De versie van (.+):$", re.MULTILINE)
_SHOWN = "Dan meldt `compare`:"


def _version(shown: Page, table: str, day: str) -> Plan:
    sheet = "Voortgang" if "Doelstelling" in table else "Mijlpalenplan"
    plan = read_workbook(workbook(f"### {sheet}\n\n{table}"), scheme=shown.scheme)
    reference = parse(day).when
    general = dataclasses.replace(plan.general, reference_date=reference.first if reference else None)
    return dataclasses.replace(plan, general=general)


def versions(code: str) -> list[Plan]:
    """The plans of the example on a page, each with its day."""
    shown = page_of(code, "nl")
    _, *parts = _VERSION.split(shown.section(2).partition(_SHOWN)[0])
    return [_version(shown, table, day) for day, table in zip(parts[::2], parts[1::2], strict=True)]


def mended(code: str) -> Plan:
    """The later version as the page would rather have it."""
    shown = page_of(code, "nl")
    tables = shown.section(3)
    return _version(shown, tables[tables.index("|") :], "1 oktober 2023")


def found_between(code: str) -> tuple[Finding, ...]:
    """What the page says that is found."""
    return compare(versions(code)).steps[0].findings
