"""The look of all we make: colours and number formats. Blues are time; green, orange, red only judge."""

from __future__ import annotations

__all__ = ["BAR_SIGNS", "DATE_FORMATS", "FONT", "Colour"]

FONT = "Calibri"

BAR_SIGNS = ("◆", "★", "✕", "◇", "▸", "!")
"""What a period cell of ours shows: milestone, decision, cancelled, first plan, moved to later, late."""

# Locale first: the other order makes LibreOffice show ###. Dutch month names in any program's language.
DATE_FORMATS = {"nl": "[$-413]d mmm yyyy", "en": "[$-809]d mmm yyyy"}


class Colour:
    """Colours as RRGGBB. Text on any of the dark ones is white; contrast of text is at least 4.5."""

    INK = "1F2937"
    QUIET = "5B6675"
    WHITE = "FFFFFF"
    NAVY = "1B2F4B"
    BAND = "E6ECF4"
    PAPER = "F3F6FB"
    LINE = "C9D2DE"
    ENTRY = "FFFDF5"
    LINK = "1F4E86"

    SUMMARY_BAR = "3B4A60"
    PLANNED = "A9C4E4"
    ELAPSED = "3D74B4"
    DONE = "1F4E86"
    OVERRUN = "F2A541"
    NOW = "C62828"

    GREEN = "17763F"
    ORANGE = "F5A623"
    RED = "B3261E"
    GREY = "D9DFE7"

    PALE_BLUE = "D9E5F3"
    PALE_GREEN = "E6F5EC"
    PALE_ORANGE = "FDEBCB"
    PALE_RED = "F8D9D6"
    BROWN = "7A4A00"
