"""English sentences of reports: headings, counts and summaries."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
