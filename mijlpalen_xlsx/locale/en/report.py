"""English sentences of the report in words and of the exports: parts, tables, what was left out."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "'{value}' is geen periode. Schrijf bijvoorbeeld 1-7-2026..1-3-2027.": (
        "'{value}' is not a period. Write for instance 1-7-2026..1-3-2027."
    ),
    "Behaald in deze periode": "Reached in this period",
    "Behaald tot en met {day}": "Reached up to and including {day}",
    "Besluit": "Decision",
    "Besluiten": "Decisions",
    "Bladzijde": "Page",
    "Daarna volgen nog {n} mijlpalen": "After that come {n} more milestones",
    "Daarna volgt nog {n} mijlpaal": "After that comes {n} more milestone",
    "De peildatum van de vorige versie ligt na die van dit plan. Wissel de twee om.": (
        "The reference date of the previous version is after that of this plan. Swap the two."
    ),
    "De planning in beeld": "The planning as a picture",
    "De vorige versie heeft peildatum {day}.": "The previous version has reference date {day}.",
    "Deelproject nr": "Subproject no.",
    "Door": "Because of",
    "E-mailadressen, telefoon- en burgerservicenummers zijn vervangen door •••.": (
        "E-mail addresses, phone numbers and citizen service numbers were replaced by •••."
    ),
    "Een sjabloon is alleen voor .docx.": "A template is for .docx only.",
    "Eerdere versie van het plan, voor wat er sindsdien veranderde.": (
        "Earlier version of the plan, for what has changed since."
    ),
    "eerste dag": "first day",
    "Elke mijlpaal staat op de dag van gereed; de start staat in de tekst erbij.": (
        "Each milestone stands on the day it is due or done; its start is in its text."
    ),
    "Er is in deze periode geen mijlpaal gereedgekomen.": ("No milestone was finished in this period."),
    "Er loopt geen open mijlpaal uit.": "No open milestone is late or slipping.",
    "Er staan geen mijlpalen in het plan.": "There are no milestones in the plan.",
    "Er staan voor deze periode geen go/no-go-besluiten in het plan.": (
        "The plan has no go/no-go decisions for this period."
    ),
    "Er staat geen mijlpaal meer open.": "No milestone is left open.",
    "Er was in deze periode geen mijlpaal gepland.": ("No milestone was planned in this period."),
    "Er zijn geen knelpunten opgeschreven.": "No bottlenecks were written down.",
    "Genomen op": "Taken on",
    "Gepland tegenover gerealiseerd": "Planned beside realised",
    "Gerealiseerd": "Realised",
    "Gereed (verwacht of gepland)": "Due (expected or planned)",
    "Gevolgen voor latere mijlpalen": "Effects on later milestones",
    "Go/no-go-besluiten": "Go/no-go decisions",
    "Het sjabloon is geen Word-document (.docx). Bewaar het in Word als .docx en probeer het opnieuw.": (
        "The template is not a Word document (.docx). Save it as .docx in Word and try again."
    ),
    "Het verslag heeft geen plaatje. {why}": "The report has no picture. {why}",
    "Knelpunt of toelichting": "Bottleneck or explanation",
    "Knelpunten en maatregelen": "Bottlenecks and measures",
    "Komt eraan": "What comes next",
    "laatste dag": "last day",
    "Met --previous kan er maar één werkboek tegelijk.": (
        "With --previous there can be only one workbook at a time."
    ),
    "Met de volgorde en de duur die in het plan staan, schuiven deze latere mijlpalen op:": (
        "With the order and the durations in the plan, these later milestones move along:"
    ),
    "Mijlpalen die gereed zijn": "Milestones that are done",
    "Mijlpalen die uitlopen": "Milestones that are late or slipping",
    "Mijlpalen tot een jaar vooruit": "Milestones up to a year ahead",
    "Niet in het bestand: balken die met de hand zijn gezet.": (
        "Not in the file: bars that were set by hand."
    ),
    "Niet in het bestand: de rol van elke partij per mijlpaal.": (
        "Not in the file: the role of each party per milestone."
    ),
    "Niet in het bestand: doelstellingen, activiteiten en hun voortgang.": (
        "Not in the file: objectives, activities and their progress."
    ),
    "Niet in het bestand: Logboek en Trend.": "Not in the file: Log and Trend.",
    "Niet in het bestand: uw eigen kolommen.": "Not in the file: your own columns.",
    "Niet in het bestand: verwijzingen naar {numbers} onder 'Pas na nr'.": (
        "Not in the file: references to {numbers} under 'After no.'."
    ),
    "Niet in het bestand: welke mijlpaal na welke komt.": (
        "Not in the file: which milestone comes after which."
    ),
    "Niet in het bestand: wie, en de eerste planning van wat verschoof.": (
        "Not in the file: who, and the first planning of what moved."
    ),
    "niet ingevuld": "not filled in",
    "nog niet": "not yet",
    "nog niet; verwacht: {day}": "not yet; expected: {day}",
    "Nu verwacht": "Expected now",
    "op de peildatum {amount} te laat": "{amount} late at the reference date",
    "Op {day} is 1 van de {total} mijlpalen gereed": ("On {day}, 1 of the {total} milestones is done"),
    "Op {day} is van de {total} mijlpalen nog niets gereed": (
        "On {day}, none of the {total} milestones is done"
    ),
    "Op {day} zijn {done} van de {total} mijlpalen gereed": (
        "On {day}, {done} of the {total} milestones are done"
    ),
    "Opgeschreven in het logboek": "Written in the log",
    "Periode": "Period",
    "Periode van het verslag, bijvoorbeeld 1-7-2026..1-3-2027. Anders alles tot de peildatum.": (
        "Period of the report, for instance 1-7-2026..1-3-2027. Otherwise everything up to "
        "the reference date."
    ),
    "Schrijft de gegevens van een werkboek voor andere programma's. De naam na -o bepaalt "
    "de soort:\n.json met alles en van elke waarde de cel, .ics voor een agenda, .xml voor "
    "MS Project, .mmd voor een\ntekening met Mermaid, .csv voor één lange tabel. Zonder -o "
    "gaat de JSON naar de standaarduitvoer.\n'template --from' maakt van de JSON weer een "
    "werkboek. Wat er niet in past, wordt genoemd.\n\n"
    "Van meer werkboeken, of van een map met alle mappen daarin, komt elk in een eigen bestand:\n"
    "dan is wat na -o staat een map, en kiest --format de soort.": (
        "Writes the data of a workbook for other programs. The name after -o decides the "
        "kind:\n.json with everything and the cell of every value, .ics for a calendar, .xml "
        "for MS Project, .mmd for a\ndrawing by Mermaid, .csv for one long table. Without -o "
        "the JSON goes to standard output.\n'template --from' makes a workbook of the JSON "
        "again. What does not fit is named.\n\n"
        "Of several workbooks, or of a folder with all folders in it, each comes in a file of its own:\n"
        "then what comes after -o is a folder, and --format chooses the kind."
    ),
    "schrijft de tekst voor een voortgangsrapportage": ("writes the text for a progress report"),
    "Schrijft de tekst voor een voortgangsrapportage of eindverslag: stand, behaald, wat "
    "eraan komt,\ngepland tegenover gerealiseerd, uitloop, knelpunten, besluiten, en wat "
    "er veranderde. Alleen wat in het\nwerkboek staat en wat daaruit volgt. De naam na -o "
    "bepaalt de soort: .docx, .html of .md. Zonder -o gaat\nde tekst als Markdown naar de "
    "standaarduitvoer.": (
        "Writes the text for a progress report or final report: how it stands, what was "
        "reached, what comes next,\nplanned beside realised, slip, bottlenecks, decisions, and "
        "what changed. Only what is in the workbook and\nwhat follows from it. The name after "
        "-o decides the kind: .docx, .html or .md. Without -o the text goes to\nstandard "
        "output as Markdown."
    ),
    "schrijft een plan als JSON, agenda, MS Project, Mermaid of CSV": (
        "writes a plan as JSON, calendar, MS Project, Mermaid or CSV"
    ),
    "Schrijft in dit bestand: .docx, .html of .md.": ("Writes to this file: .docx, .html or .md."),
    "Schrijft in dit bestand: .json, .ics, .xml, .mmd of .csv.": (
        "Writes to this file: .json, .ics, .xml, .mmd or .csv."
    ),
    "Staat nu op": "Is now at",
    "Stand": "Status",
    "STIJL.docx": "STYLE.docx",
    "Tegenover de planning": "Against the planning",
    "Tekening van het plan.": "Drawing of the plan.",
    "Tekening van het plan: een balk voor elk van de {n} mijlpalen, van {first} tot en "
    "met {last}, met een streep op de peildatum {day}.": (
        "Drawing of the plan: a bar for each of the {n} milestones, from {first} to {last}, "
        "with a line at the reference date {day}."
    ),
    "Tekst": "Text",
    "Titel; anders Voortgangsrapportage.": "Title; otherwise Progress report.",
    "Toelichting": "Explanation",
    "Uit de volgorde in het plan volgt voor latere mijlpalen geen andere datum.": (
        "From the order in the plan follows no other date for later milestones."
    ),
    "Uitloop": "Slip",
    "Uitloop en gevolgen": "Slip and its effects",
    "UITVOER": "OUTPUT",
    "Uw eigen Word-document; het verslag krijgt de stijlen ervan.": (
        "Your own Word document; the report takes its styles."
    ),
    "van": "of",
    "van de activiteiten met een stoplicht staan er {lights}": (
        "of the activities with a traffic light, {lights}"
    ),
    "van de activiteiten met een stoplicht staat er {lights}": (
        "of the activities with a traffic light, {lights}"
    ),
    "VAN..TOT": "FROM..TO",
    "Veranderd sinds de vorige versie": "Changed since the previous version",
    "Verandering": "Change",
    "Verschil": "Difference",
    "VERSLAG": "REPORT",
    "Voor .docx is een extra pakket nodig. Installeer het met: pip install 'mijlpalen-xlsx[docx,plots]'": (
        "For .docx an extra package is needed. Install it with: pip install 'mijlpalen-xlsx[docx,plots]'"
    ),
    "Voortgang van de activiteiten": "Progress of the activities",
    "Voortgangsrapportage": "Progress report",
    "Wat er veranderde staat er niet in: geef de vorige versie met --previous.": (
        "What changed is not in it: give the previous version with --previous."
    ),
    "Wordt dan": "Becomes",
    "zoals gepland": "as planned",
    "Zonder datum, en daarom niet in het bestand: {names}.": (
        "Without a date, and therefore not in the file: {names}."
    ),
    "{alt} Blad {at} van {of}.": "{alt} Sheet {at} of {of}.",
    "{amount} eerder": "{amount} earlier",
    "{amount} eerder verwacht": "expected {amount} earlier",
    "{amount} later": "{amount} later",
    "{amount} later verwacht": "expected {amount} later",
    "{first} en {last}": "{first} and {last}",
    "{first} tot en met {last}": "{first} to {last}",
    "{n} hebben geen datum": "{n} have no date",
    "{n} heeft geen datum": "{n} has no date",
    "{n} is nog niet gestart": "{n} has not started",
    "{n} is te laat": "{n} is late",
    "{n} is vervallen": "{n} is cancelled",
    "{n} liggen op schema": "{n} are on schedule",
    "{n} ligt op schema": "{n} is on schedule",
    "{n} loopt uit": "{n} is slipping",
    "{n} lopen uit": "{n} are slipping",
    "{n} mijlpaal heeft nog geen datum": "{n} milestone has no date yet",
    "{n} mijlpalen hebben nog geen datum": "{n} milestones have no date yet",
    "{n} op groen": "{n} at green",
    "{n} op oranje": "{n} at orange",
    "{n} op rood": "{n} at red",
    "{n} zijn nog niet gestart": "{n} have not started",
    "{n} zijn te laat": "{n} are late",
    "{n} zijn vervallen": "{n} are cancelled",
    "{said}, de laatste op {day}.": "{said}, the last one on {day}.",
}
