"""The rules: each finds one kind of mistake, and has a page that explains it and tests it."""

from __future__ import annotations

from mijlpalen_xlsx.rules.check import RULES, SUBJECTS, check_plan, selected
from mijlpalen_xlsx.rules.explain import UnknownCode, codes, page
from mijlpalen_xlsx.rules.files import finding_of
from mijlpalen_xlsx.rules.privacy_patterns import personal, redact
from mijlpalen_xlsx.rules.registry import Rule

__all__ = [
    "RULES",
    "SUBJECTS",
    "Rule",
    "UnknownCode",
    "check_plan",
    "codes",
    "finding_of",
    "page",
    "personal",
    "redact",
    "selected",
]
