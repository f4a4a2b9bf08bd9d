"""Rules about files that could not be read as a plan at all: the reader refused them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.format import Activity, Milestone
from mijlpalen_xlsx.rules.registry import Found, Rule, finding, header
from mijlpalen_xlsx.words import Words

if TYPE_CHECKING:
    from mijlpalen_xlsx.sheets import Unreadable

SUBJECT = Words("Bestanden", "Files")

NOT_A_WORKBOOK = Rule(
    "M001",
    "not-a-workbook",
    Severity.ERROR,
    "dit is geen Excel-werkboek maar {looks_like}. Kies het Excel-bestand (.xlsx) waarin het plan staat.",
    {
        "table": "dit is geen Excel-werkboek maar {looks_like}. "
        "Open het in Excel of LibreOffice en sla het op als Excel-bestand (.xlsx).",
        "empty": "dit bestand is leeg. Kies het Excel-bestand (.xlsx) waarin het plan staat.",
        "packed": "dit is geen Excel-werkboek maar {looks_like}. "
        "Pak het eerst uit en kies het Excel-bestand (.xlsx) dat erin zit.",
        "unknown": "dit bestand is geen Excel-werkboek. "
        "Kies het Excel-bestand (.xlsx) waarin het plan staat.",
    },
)

PASSWORD = Rule(
    "M002",
    "password-protected-file",
    Severity.ERROR,
    "dit bestand is beveiligd met een wachtwoord. "
    "Open het in Excel, haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en sla het op.",
)

DAMAGED = Rule(
    "M003",
    "damaged-file",
    Severity.ERROR,
    "dit bestand is beschadigd, daarom kunnen wij het niet lezen. "
    "Open het in Excel of LibreOffice, laat het herstellen en sla het op onder een nieuwe naam.",
)

OVER_LIMIT = Rule(
    "M004",
    "over-limit",
    Severity.ERROR,
    "dit bestand is te groot om te lezen: {limit} is meer dan {allowed}. "
    "Haal bladen, plaatjes en lege opgemaakte rijen weg die niet bij het plan horen, en sla het op.",
    {
        "odd": "dit bestand is zo gemaakt dat lezen te veel geheugen of tijd kost. "
        "Kopieer de bladen van het plan naar een nieuw werkboek en sla dat op."
    },
)

OLD_XLS = Rule(
    "M005",
    "old-xls",
    Severity.ERROR,
    "dit is een werkboek van Excel 97-2003 (.xls). "
    "Open het bestand in Excel en sla het op als Excel-bestand (.xlsx).",
)

NO_PLAN = Rule(
    "M006",
    "no-plan-found",
    Severity.ERROR,
    "in dit werkboek vinden wij geen mijlpalenplan. "
    "Zet boven de tabel kopjes zoals {title}, {due} en {description}, "
    "of begin met een leeg plan van `mijlpalen-xlsx template`.",
    {
        "near": "in dit werkboek vinden wij geen mijlpalenplan; "
        "op blad '{sheet}' lezen wij alleen {headers}. "
        "Zet boven de tabel kopjes zoals {title}, {due} en {description}.",
    },
)

_LOOKS_LIKE: Mapping[str, tuple[str, Words]] = {
    "csv": ("table", Words("een CSV-bestand", "a CSV file")),
    "html": ("table", Words("een webpagina", "a web page")),
    "ods": ("table", Words("een OpenDocument-werkblad (.ods)", "an OpenDocument spreadsheet (.ods)")),
    "xlsb": ("table", Words("een binair Excel-werkboek (.xlsb)", "a binary Excel workbook (.xlsb)")),
    "xml": ("table", Words("een Excel-werkboek in XML", "an Excel workbook in XML")),
    "numbers": ("table", Words("een werkblad van Numbers", "a Numbers spreadsheet")),
    "text": ("", Words("gewone tekst", "plain text")),
    "pdf": ("", Words("een PDF", "a PDF")),
    "image": ("", Words("een afbeelding", "a picture")),
    "word": ("", Words("een tekstdocument", "a text document")),
    "powerpoint": ("", Words("een presentatie", "a presentation")),
    "zip": ("packed", Words("een ingepakt bestand (zip)", "a packed file (zip)")),
    "empty": ("empty", Words("", "")),
}
_UNKNOWN = ("unknown", Words("", ""))

_MIB = 1024 * 1024
_LIMITS: Mapping[str, Words] = {
    "file_bytes": Words("het bestand", "the file"),
    "part_bytes": Words("één blad", "one sheet"),
    "total_bytes": Words("de inhoud, uitgepakt,", "the contents, unpacked,"),
    "sheets": Words("het aantal bladen", "the number of sheets"),
    "cells": Words("het aantal gevulde cellen", "the number of filled cells"),
    "text": Words("het aantal tekens", "the number of characters"),
}

_BY_CODE = {r.code: r for r in (NOT_A_WORKBOOK, PASSWORD, DAMAGED, OVER_LIMIT, OLD_XLS, NO_PLAN)}


def finding_of(unreadable: Unreadable) -> Finding:
    """The finding of a file that the reader refused, without a cell; outputs put its name before it."""
    rule = _BY_CODE.get(unreadable.code, DAMAGED)
    variant, values = "", dict(unreadable.values)
    if rule is NOT_A_WORKBOOK:
        variant, values["looks_like"] = _LOOKS_LIKE.get(str(values.get("looks_like")), _UNKNOWN)
    elif rule is OVER_LIMIT:
        variant, values = _limit(str(values.get("limit")), values.get("allowed"))
    elif rule is NO_PLAN:
        variant, values = _nearest_sheet(values)
    return finding(rule, Found(None, None, values=values, variant=variant), "nl")


def _limit(name: str, allowed: object) -> tuple[str, dict[str, object]]:
    """Limits that a person can do something about are named; those against odd files are not."""
    known = _LIMITS.get(name)
    if known is None or not isinstance(allowed, int):
        return "odd", {}
    in_bytes = name.endswith("bytes")
    return "", {"limit": known, "allowed": f"{allowed // _MIB} MB" if in_bytes else allowed}


def _nearest_sheet(values: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    wanted: dict[str, object] = {
        "title": header(Milestone, "title"),
        "due": header(Milestone, "due"),
        "description": header(Activity, "description"),
    }
    sheet, headers = values.get("nearest"), values.get("headers")
    if not sheet or not isinstance(headers, (list, tuple)) or not headers:
        return "", wanted
    return "near", {**wanted, "sheet": str(sheet), "headers": tuple(f"'{h}'" for h in headers[:6])}
