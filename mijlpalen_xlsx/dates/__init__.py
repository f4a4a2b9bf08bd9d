"""When something starts or is due, and the words that people write for it."""

from __future__ import annotations

from mijlpalen_xlsx.dates.grammar import parse
from mijlpalen_xlsx.dates.show import range_text, short, show, written_out
from mijlpalen_xlsx.dates.when import Note, Parsed, Precision, When, from_serial, months, school_year

__all__ = [
    "Note",
    "Parsed",
    "Precision",
    "When",
    "from_serial",
    "months",
    "parse",
    "range_text",
    "school_year",
    "short",
    "show",
    "written_out",
]
