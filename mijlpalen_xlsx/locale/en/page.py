"""English sentences of the page of HTML, and of what other programs read."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the page
    "Alle bestanden": "All files",
    "Bevindingen: {sheet}": "Findings: {sheet}",
    "Controle": "Check",
    "De planning als tekening": "The planning as a picture",
    "Gelezen": "Read",
    "Gemaakt met mijlpalen-xlsx {version}.": "Made with mijlpalen-xlsx {version}.",
    "Nog {n} tip van deze soort": "{n} more hint of this kind",
    "Nog {n} tips van deze soort": "{n} more hints of this kind",
    "Opgeslagen met": "Saved with",
    "Peildatum": "Reference date",
    "Planning": "Planning",
    "Regeling": "Scheme",
    "Regio": "Region",
    "Wat de codes betekenen": "What the codes mean",
    "Wat er opvalt": "What was found",
    "hele blad": "whole sheet",
    "niet gelezen": "not read",
    "{n} activiteit": "{n} activity",
    "{n} activiteiten": "{n} activities",
    "{n} cellen": "{n} cells",
    "{n} werkboek": "{n} workbook",
    "{n} werkboeken": "{n} workbooks",
    # heads of columns
    "bestand": "file",
    "bevindingen": "findings",
    "cel": "cell",
    "code": "code",
    "datum": "date",
    "gewicht": "weight",
    "mijlpaal": "milestone",
    "nummer": "number",
    "regio": "region",
    "stand": "status",
    "wat er aan de hand is": "what is going on",
}
