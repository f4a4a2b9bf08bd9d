"""The programs that write workbooks, by what they call themselves in their files."""

from __future__ import annotations

__all__ = ["program"]

PROGRAMS = (
    ("openpyxl", "openpyxl"),
    ("libreoffice", "LibreOffice"),
    ("openoffice", "OpenOffice"),
    ("onlyoffice", "ONLYOFFICE"),
    ("sheetjs", "SheetJS"),
    ("wps", "WPS"),
    ("numbers", "Numbers"),
    ("google", "Google Sheets"),
    ("poi", "Apache POI"),
    ("excel", "Excel"),
)


def program(says: str) -> str | None:
    """The name that people know; what the file says when we do not know it, None when it says nothing."""
    for word, name in PROGRAMS:
        if word in says.lower():
            return name
    return says or None
