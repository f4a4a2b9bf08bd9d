"""Own rules and accepted findings: a TOML file that a person keeps beside the workbooks.

What reads such a file stands in ``read``, loaded only where there is a file to read.
"""

from __future__ import annotations

from mijlpalen_xlsx.rules.own.mistakes import Mistake, OwnRulesError
from mijlpalen_xlsx.rules.own.model import Accept, Accepted, OwnRules
from mijlpalen_xlsx.rules.own.where import NAME, rules_file

__all__ = [
    "NAME",
    "Accept",
    "Accepted",
    "Mistake",
    "OwnRules",
    "OwnRulesError",
    "rules_file",
]
