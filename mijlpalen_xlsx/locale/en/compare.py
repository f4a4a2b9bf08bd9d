"""English sentences of versions beside each other: what changed, the log, the trend and its picture."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "1 dag": "1 day",
    "geplande datum {amount} eerder: van {before} naar {after}": (
        "planned date {amount} earlier: from {before} to {after}"
    ),
    "geplande datum {amount} later: van {before} naar {after}": (
        "planned date {amount} later: from {before} to {after}"
    ),
    "gereed op {day}": "done on {day}",
    "gereed op {day}, zoals gepland": "done on {day}, as planned",
    "gereed op {day}, {amount} eerder dan gepland": "done on {day}, {amount} earlier than planned",
    "gereed op {day}, {amount} later dan gepland": "done on {day}, {amount} later than planned",
    "nieuw": "new",
    "nieuw, gepland: {due}": "new, planned: {due}",
    "nieuw, nog zonder geplande datum": "new, without a planned date yet",
    "nummer was {before}": "number was {before}",
    "staat niet meer in het plan": "no longer in the plan",
    "te laat geworden: gepland was {due}": "became late: planned for {due}",
    "tekst was: {before}": "text was: {before}",
    "weer open: was gereed op {day}": "open again: was done on {day}",
    "weer open: was vervallen": "open again: was cancelled",
    "{amount} eerder: van {before} naar {after}": "{amount} earlier: from {before} to {after}",
    "{amount} later: van {before} naar {after}": "{amount} later: from {before} to {after}",
    "{n} dagen": "{n} days",
    "{weeks} weken ({n} dagen)": "{weeks} weeks ({n} days)",
    # Commands
    "'{value}' moet eindigen op .txt, .json, .html, .xlsx, .svg of .png.": (
        "'{value}' must end in .txt, .json, .html, .xlsx, .svg or .png."
    ),
    "1 datum": "1 date",
    "1 regel": "1 line",
    "De vorm 'simple' heeft geen Trend en Logboek. Kies --layout full, of laat --log weg.": (
        "The layout 'simple' has no Trend and Log. Choose --layout full, or leave out --log."
    ),
    "Deze versie heeft een latere peildatum dan {file}. Geef bij --log een eerdere versie.": (
        "This version has a later reference date than {file}. Give an earlier version with --log."
    ),
    "EERDER": "EARLIER",
    "Voegt aan Logboek en Trend toe wat sinds deze eerdere versie veranderde; mag vaker.": (
        "Adds to Log and Trend what changed since this earlier version; may be given more often."
    ),
    "Er is geen verloop te tekenen: tussen twee peildatums verschoof geen datum.": (
        "There is no trend to draw: no date moved between two reference dates."
    ),
    "Geef twee versies van een plan, of meer.": "Give two versions of a plan, or more.",
    "Legt twee of meer versies van een plan naast elkaar: welke mijlpalen gereed kwamen, later of eerder "
    "worden verwacht, nieuw zijn of weg zijn, en wat er verder veranderde. De peildatums bepalen welke "
    "versie de oudste is. Vanaf drie versies staat erbij hoe elke verwachte datum verliep.\n\n"
    "De naam na -o bepaalt de soort: .txt, .json, .html of .xlsx, of .svg of .png voor het verloop als "
    "plaatje. De werkboeken zelf blijven zoals ze zijn.": (
        "Lays two or more versions of a plan beside each other: which milestones were finished, are expected "
        "later or earlier, are new or gone, and what else changed. The reference dates decide which version "
        "is the oldest. From three versions on it also shows how every expected date moved.\n\n"
        "The name after -o decides the kind: .txt, .json, .html or .xlsx, or .svg or .png for the trend as a "
        "picture. The workbooks themselves stay as they are."
    ),
    "OUD NIEUW [MEER]...": "OLD NEW [MORE]...",
    "Schrijft de uitkomst in een bestand: .txt, .json, .html, .xlsx, .svg of .png.": (
        "Writes the result to a file: .txt, .json, .html, .xlsx, .svg or .png."
    ),
    "Tekst voor mensen, JSON, of een webpagina.": "Text for people, JSON, or a web page.",
    "Toegevoegd: {lines} in het Logboek en {estimates} in Trend.": (
        "Added: {lines} to the Log and {estimates} to Trend."
    ),
    "legt versies van een plan naast elkaar": "lays versions of a plan beside each other",
    "{n} datums": "{n} dates",
    "{n} regels": "{n} lines",
    # Outputs
    "Dagen": "Days",
    "Dagen verschoven": "Days moved",
    "De volgorde is die van de opgegeven bestanden, want {file} heeft geen peildatum.": (
        "The order is that of the files as given, because {file} has no reference date."
    ),
    "De volgorde is die van de peildatums, niet die van de opgegeven bestanden.": (
        "The order is that of the reference dates, not that of the files as given."
    ),
    "Er is niets veranderd.": "Nothing changed.",
    "Geen enkele datum verschoof.": "No date moved.",
    "Geen enkele mijlpaal staat in beide versies: {old} en {new}. Zijn dit wel versies van één plan?": (
        "No milestone is in both versions: {old} and {new}. Are these versions of one plan?"
    ),
    "Grafiek van de tabel hierboven: per mijlpaal die verschoof een lijn van de verwachte datum tegen de dag "
    "van de schatting.": (
        "Chart of the table above: for every milestone that moved a line of the expected date against the "
        "day of the estimate."
    ),
    "Is nu": "Is now",
    "Kolom": "Column",
    "Let op": "Please note",
    "Mijlpaal": "Milestone",
    "Naar": "To",
    "Nr": "No.",
    "Overzicht": "Overview",
    "Regel": "Row",
    "Trend": "Trend",
    "Van": "From",
    "Van 1 mijlpaal bleef de datum gelijk.": "The date of 1 milestone stayed the same.",
    "Van {n} mijlpalen bleef de datum gelijk.": "The dates of {n} milestones stayed the same.",
    "Van {old} naar {new}": "From {old} to {new}",
    "Verloop van de verwachte datum": "How the expected date moved",
    "Versies van een plan": "Versions of a plan",
    "Was": "Was",
    "Wat": "What",
    "Wijzigingen": "Changes",
    "Wijzigingen: een regel per waarde die anders werd": "Changes: a row for every value that changed",
    "geen datum": "no date",
    "geen peildatum": "no reference date",
    "niet veranderd": "unchanged",
    "nr": "no.",
    "op {day}": "on {day}",
    "regel": "row",
    "staat niet meer in het plan; was gepland: {due}": "no longer in the plan; was planned: {due}",
    "versie {n}": "version {n}",
    "vervallen; was gepland: {due}": "cancelled; was planned: {due}",
    "wat er veranderde": "what changed",
    "{n} versies naast elkaar": "{n} versions beside each other",
    "{old} en {new} hebben dezelfde peildatum, {day}.": (
        "{old} and {new} have the same reference date, {day}."
    ),
    # The picture of the trend
    "Getekend zijn de {drawn} mijlpalen die het meest verschoven, van {of}.": (
        "Drawn are the {drawn} milestones that moved most, out of {of}."
    ),
    "Vlak: op schema. Stijgend: later verwacht. Dalend: eerder verwacht. ✓: gereed. Bij de stippellijn is de "
    "verwachte dag de dag van de rapportage zelf.": (
        "Flat: on schedule. Rising: expected later. Falling: expected earlier. ✓: done. On the dashed line "
        "the expected day is the day of the report itself."
    ),
    "dag van de rapportage": "day of the report",
    "{name}: op {first} verwacht op {before}, op {last} op {after}.": (
        "{name}: on {first} expected on {before}, on {last} on {after}."
    ),
}
