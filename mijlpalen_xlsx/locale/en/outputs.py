"""English sentences of reports: headings, counts and summaries."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "eigen regels uit {file}": "own rules from {file}",
    "Geaccepteerd": "Accepted",
    "Geaccepteerd, maar niet meer gevonden": "Accepted, but no longer found",
    "{n} geaccepteerd": "{n} accepted",
    "{file}, regel {line}: {code} in cel {cell} komt niet meer voor. Haal die regel weg.": (
        "{file}, line {line}: {code} in cell {cell} is not found any more. Remove that line."
    ),
    # findings
    "(standaardinvoer)": "(standard input)",
    "Geen fouten gevonden.": "No mistakes found.",
    "Hier geldt zoiets ook; lees ze met {option}.": "Much the same holds here; read them with {option}.",
    "Het hele werkboek": "The whole workbook",
    "Meer uitleg bij een code: {command}": "More about a code: {command}",
    "Niet gelezen: {names}.": "Not read: {names}.",
    "fout": "error",
    "let op": "warning",
    "tip": "hint",
    "{n} bestand gecontroleerd.": "{n} file checked.",
    "{n} bestanden gecontroleerd.": "{n} files checked.",
    "{n} fout": "{n} error",
    "{n} fouten": "{n} errors",
    "{n} keer let op": "{n} × warning",
    "{n} tip": "{n} hint",
    "{n} tips": "{n} hints",
    "{ranges}, {n} cellen": "{ranges}, {n} cells",
    "Blad": "Sheet",
    "Cel": "Cell",
    "en": "and",
    # how the plan stands
    "Stand per deelproject op {day}": "Status per subproject on {day}",
    "Wat eraan komt": "What comes next",
    "deelproject": "subproject",
    "samen": "together",
    "zonder deelproject": "without a subproject",
    "{milestones} in {subprojects}": "{milestones} in {subprojects}",
    "{n} deelproject": "{n} subproject",
    "{n} deelprojecten": "{n} subprojects",
    "{n} mijlpaal": "{n} milestone",
    "{n} mijlpalen": "{n} milestones",
    # the format
    "Vaste woorden": "Fixed words",
    "betekenis": "meaning",
    "kolom": "column",
    "meer kolommen": "several columns",
    "ook goed": "also good",
    "rekent zichzelf uit": "works itself out",
    "sleutel": "key",
    "soort": "kind",
    "teken": "sign",
    "wat staat er": "what it holds",
    "woord": "word",
    "{kind}, verplicht": "{kind}, required",
    # files that cannot be read or written
    "De map voor dit bestand bestaat niet.": "The folder for this file does not exist.",
    "De schijf is vol. Er is niets geschreven.": "The disk is full. Nothing was written.",
    "Dit bestand bestaat al. Kies een andere naam, of vervang het met --force.": (
        "This file exists already. Choose another name, or replace it with --force."
    ),
    "Dit bestand is er niet.": "This file does not exist.",
    "Dit bestand is er niet. Bedoelde u {near}?": "This file does not exist. Did you mean {near}?",
    "Dit bestand kan hier niet worden geschreven. Staat het nog open in Excel, "
    "of mag u niet schrijven in deze map?": (
        "This file cannot be written here. Is it still open in Excel, or may you not write in this folder?"
    ),
    "Dit is een map. Geef de naam van een bestand.": "This is a folder. Give the name of a file.",
    "Dit is een map. Geef de naam van een werkboek in die map.": (
        "This is a folder. Give the name of a workbook in it."
    ),
    "Dit is het bestand dat gelezen wordt, en dat blijft zoals het is. Kies een andere naam.": (
        "This is the file that is read, and it is never changed. Choose another name."
    ),
    "Er staan nog geen mijlpalen in. Vul ze in op blad {sheet}.": (
        "There are no milestones in it yet. Fill them in on the sheet {sheet}."
    ),
    "Het bestand kan niet worden gelezen ({why}).": "The file cannot be read ({why}).",
    "Het bestand kan niet worden geschreven ({why}). Er is niets geschreven.": (
        "The file cannot be written ({why}). Nothing was written."
    ),
    "Hier gaat iets mis in het programma zelf ({what}). Wilt u dat melden? Noem wat tussen haakjes staat "
    "en de versie, {version}; stuur geen werkboek met namen van mensen mee.": (
        "Something goes wrong in the program itself ({what}). Would you report that? Name what stands "
        "between the brackets and the version, {version}; do not send a workbook with names of people."
    ),
    "U mag dit bestand niet lezen. Vraag de eigenaar om leesrechten.": (
        "You may not read this file. Ask its owner for permission."
    ),
}
