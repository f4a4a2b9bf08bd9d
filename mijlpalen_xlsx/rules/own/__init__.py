"""Own rules and accepted findings: a TOML file that a person keeps beside the workbooks."""

from __future__ import annotations

from mijlpalen_xlsx.rules.own.mistakes import Mistake, OwnRulesError
from mijlpalen_xlsx.rules.own.model import Accept, Accepted, OwnRules
from mijlpalen_xlsx.rules.own.read import MOST_BYTES, read_rules
from mijlpalen_xlsx.rules.own.where import NAME, rules_file

__all__ = [
    "MOST_BYTES",
    "NAME",
    "Accept",
    "Accepted",
    "Mistake",
    "OwnRules",
    "OwnRulesError",
    "read_rules",
    "rules_file",
]
