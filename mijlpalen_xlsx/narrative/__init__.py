"""The report in words of one plan over a period, as data: titles, sentences and tables."""

from __future__ import annotations

from mijlpalen_xlsx.narrative.build import NotEarlier, narrative
from mijlpalen_xlsx.narrative.parts import Block, Narrative, Paragraph, Part, Table, Told

__all__ = ["Block", "Narrative", "NotEarlier", "Paragraph", "Part", "Table", "Told", "narrative"]
