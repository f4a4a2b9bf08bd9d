"""English sentences of the summary: its command, its outputs, the words in its tables."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "'{value}' is geen periode. Schrijf bijvoorbeeld 1-7-2021..31-7-2023, of 2023.": (
        "'{value}' is no period. Write for instance 1-7-2021..31-7-2023, or 2023."
    ),
    "'{value}' is geen tabel. Kies uit {choices}, of kruis er twee met een +: party+year.": (
        "'{value}' is no table. Choose from {choices}, or cross two with a +: party+year."
    ),
    "ADRES": "ADDRESS",
    "Aantallen zijn mijlpalen, bij de stoplichten activiteiten.": (
        "Numbers are milestones; under the traffic lights, activities."
    ),
    "Activiteiten met een oranje of rood stoplicht, rood eerst.": (
        "Activities with an orange or red traffic light, red first."
    ),
    "Alle bestanden, ook die niet meetellen en waarom.": "All files, also those that do not count and why.",
    "Alle regels": "All rows",
    "Alle versies van een plan tellen mee, niet alleen de nieuwste.": (
        "All versions of a plan count, not only the newest."
    ),
    "Anderen kunnen in deze map, en er komt in wat in de plannen staat. Kies een andere map.": (
        "Others can enter this folder, and it will hold what is in the plans. Choose another folder."
    ),
    "BESTAND|MAP...": "FILE|FOLDER...",
    "Bronnen": "Sources",
    "Een mijlpaal van meer partijen staat bij elk van hen; in het totaal telt hij één keer.": (
        "A milestone of several parties stands with each of them; in the total it counts once."
    ),
    "Een oudere versie van hetzelfde plan; nieuwer is {file}.": (
        "An older version of the same plan; {file} is newer."
    ),
    "Een overzicht dat dit programma zelf maakte.": "An overview made by this program itself.",
    "Elke mijlpaal en activiteit, met de cel waar zij staat.": (
        "Every milestone and activity, with the cell in which it stands."
    ),
    "Geen enkel stoplicht staat op oranje of rood.": "No traffic light is orange or red.",
    "Gepland en gereed per jaar": "Planned and done per year",
    "Hier gaat iets mis in het programma zelf ({what}). De andere bestanden zijn wel gelezen.": (
        "Something goes wrong in the program itself ({what}). The other files were read."
    ),
    "Hier staat al iets anders dan een map van een eerdere samenvatting. Kies een andere naam.": (
        "Something else than the folder of an earlier summary stands here. Choose another name."
    ),
    "Hier staat geen enkel werkboek (.xlsx).": "There is not a single workbook (.xlsx) here.",
    "Hiervoor is nog nodig: {what}": "This still needs: {what}",
    "Knelpunten nu": "Bottlenecks now",
    "Lezen": "Reading",
    "MAP": "FOLDER",
    "Mijlpalen gepland en gereed per jaar": "Milestones planned and done per year",
    "N": "N",
    "Ook alle regels achter de getallen, met bestand, blad en cel.": (
        "Also all rows behind the numbers, with file, sheet and cell."
    ),
    "Op dit adres antwoordt geen Dask-cluster. Klopt het adres, en draait de scheduler?": (
        "No Dask cluster answers at this address. Is the address right, and is the scheduler running?"
    ),
    "Overzicht": "Overview",
    "Overzicht van mijlpalenplannen": "Overview of milestone plans",
    "Partijen worden Partij 1, Partij 2 …; geen gegevens van mensen.": (
        "Parties become Party 1, Party 2 …; no data of persons."
    ),
    "Partijen worden Partij 1, Partij 2 …; e-mailadressen, telefoonnummers en BSN's gaan weg.": (
        "Parties become Party 1, Party 2 …; e-mail addresses, phone numbers and citizen numbers go."
    ),
    "Per {what}": "By {what}",
    "Periode: {first} tot en met {last}.": "Period: {first} to {last}.",
    "Stand op {day}.": "As it stands on {day}.",
    "Stand van elk plan op zijn eigen peildatum: {first} tot en met {last}.": (
        "Every plan as it stands on its own reference date: {first} to {last}."
    ),
    "Stoplichten": "Traffic lights",
    "Stoplichten per deelproject": "Traffic lights by subproject",
    "Stoplichten per regio": "Traffic lights by region",
    "TABELLEN": "TABLES",
    "Tabellen per subproject, objective, year, schoolyear, party, light of region; meer met komma's.": (
        "Tables by subproject, objective, year, schoolyear, party, light or region; more with commas."
    ),
    "Tekst voor mensen, CSV voor Excel, JSON of een webpagina.": (
        "Text for people, CSV for Excel, JSON or a web page."
    ),
    "Telt niet mee": "Does not count",
    "VAN..TOT": "FROM..TO",
    "Vat een of meer werkboeken samen in tabellen: hoeveel mijlpalen gereed of te laat zijn, de stoplichten, "
    "de inzet en wat eraan komt. Van een map tellen alle werkboeken mee, ook die in de mappen daarin. Wat "
    "niet te lezen is, wordt genoemd. Van meer versies van een plan telt de nieuwste.\n\n"
    "De naam na -o bepaalt de soort: .xlsx (met grafieken), .html, .csv, .json, .txt of .parquet (een map "
    "per regio, met alle regels).": (
        "Sums up one or more workbooks in tables: how many milestones are done or late, the traffic lights, "
        "the effort and what comes next. Of a folder all workbooks count, also those in folders below it. "
        "What cannot be read is named. Of several versions of a plan the newest counts.\n\n"
        "The name after -o decides the kind: .xlsx (with charts), .html, .csv, .json, .txt or .parquet (a "
        "folder per region, with all rows)."
    ),
    "Wat in deze periode gepland, gereed, niet gehaald of vervallen was, en wat erna komt.": (
        "What was planned, done, missed or cancelled in this period, and what comes after it."
    ),
    "activiteit": "activity",
    "activiteiten": "activities",
    "bron": "source",
    "doelstelling": "objective",
    "gehaald": "met",
    "gepland in de periode": "planned in the period",
    "gereed in de periode": "done in the period",
    "inzet (uren)": "effort (hours)",
    "ja": "yes",
    "knelpunten": "bottlenecks",
    "later verwacht": "expected later",
    "loopt uit": "slipping",
    "maatregel": "corrective action",
    "meeste uitloop (weken)": "largest slip (weeks)",
    "mijlpalen": "milestones",
    "nee": "no",
    "niet": "not",
    "niet gehaald in de periode": "missed in the period",
    "nr deelproject": "subproject no.",
    "omschrijving": "description",
    "pagina {page} van {pages}": "page {page} of {pages}",
    "partij": "party",
    "plandatum voorbij": "planned date has passed",
    "rood stoplicht": "red light",
    "soort rij": "kind of row",
    "stoplicht": "traffic light",
    "tabel": "table",
    "telt mee": "counts",
    "toelichting": "explanation",
    "uitloop (weken)": "slip (weeks)",
    "uren": "hours",
    "van {n}": "of {n}",
    "van {n} activiteiten": "of {n} activities",
    "vat werkboeken en mappen samen in tabellen": "sums up workbooks and folders in tables",
    "vervallen in de periode": "cancelled in the period",
    "verwacht": "expected",
    "waarvan gereed": "of which done",
    "werkboeken": "workbooks",
    "werkelijk": "actual",
    "wie pakt op": "who acts",
    "zonder datum": "without a date",
    "zonder doelstelling": "without an objective",
    "zonder partij": "without a party",
    "zonder regio": "without a region",
    "zonder stoplicht": "without a light",
    "{file}: hetzelfde plan als {other}": "{file}: the same plan as {other}",
    "{file}: nieuwer is {other}": "{file}: {other} is newer",
    "{n} bestand met een plan dat er al is, telt één keer mee": (
        "{n} file with a plan that is there already, counts once"
    ),
    "{n} bestand niet gelezen": "{n} file not read",
    "{n} bestanden met een plan dat er al is, tellen één keer mee": (
        "{n} files with a plan that is there already, count once"
    ),
    "{n} bestanden niet gelezen": "{n} files not read",
    "{n} niet gelezen": "{n} not read",
    "{n} oudere versie telt niet mee": "{n} older version does not count",
    "{n} oudere versies tellen niet mee": "{n} older versions do not count",
    "{n} overzicht van dit programma overgeslagen": "{n} overview of this program passed over",
    "{n} overzichten van dit programma overgeslagen": "{n} overviews of this program passed over",
    "{n} vervallen": "{n} cancelled",
    "{n} werkboek samengevat": "{n} workbook summed up",
    "{n} werkboeken samengevat": "{n} workbooks summed up",
    "… en nog {n}; alle staan in de JSON.": "… and {n} more; all are in the JSON.",
}
