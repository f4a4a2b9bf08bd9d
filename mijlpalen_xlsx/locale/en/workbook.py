"""English sentences of the workbook: titles, legends and explanations."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
