"""Prints the index of the rules for docs/rules.md, where scripts/docs.py puts it."""

from __future__ import annotations

import sys

from mijlpalen_xlsx.rules.index import index

sys.stdout.write(index("nl", "../mijlpalen_xlsx/rules/pages/nl"))
