"""English sentences of the workbook: titles, legends and explanations."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}

# The sheets Mijlpalenplan and Voortgang
SENTENCES |= {
    "Peildatum:": "Reference date:",
    "vul de peildatum in op het blad {sheet}": "fill in the reference date on the sheet {sheet}",
    "Vul datums in: de balken tekenen zichzelf. Een x of een kleur mag ook.": (
        "Fill in dates: the bars draw themselves. An x or a colour is fine too."
    ),
    "gepland": "planned",
    "tijd verstreken": "time passed",
    "gereed": "done",
    "▸ uitloop": "▸ slip",
    "! te laat": "! late",
    "vervallen": "cancelled",
    "◆ mijlpaal    ★ go/no-go    ◇ eerste planning    ✕ vervallen    ┊ peildatum": (
        "◆ milestone    ★ go/no-go    ◇ first planning    ✕ cancelled    ┊ reference date"
    ),
    "┆ nieuw schooljaar": "┆ new school year",
    "De partijen komen van het blad {sheet}.": "The parties come from the sheet {sheet}.",
    "eerste dag van de kolom": "first day of the column",
    "laatste dag van de kolom": "last day of the column",
    "{done} van {all} gereed": "{done} of {all} done",
    "Kies het stoplicht en de fase uit de lijst. Jaren: typ een x of kleur het vakje.": (
        "Choose the traffic light and the stage from the list. Years: type an x or colour the cell."
    ),
    "Geen datum": "Not a date",
    "Vul een datum in, bijvoorbeeld 17-3-2027. Een periode in woorden mag ook: "
    "eind 2026, Q3 2026, schooljaar 2026-2027.": (
        "Fill in a date, for example 17-3-2027. A period in words is fine too: "
        "end of 2026, Q3 2026, school year 2026-2027."
    ),
    "Staat niet in de lijst": "Not in the list",
    "Dit staat niet in de lijst op het blad {sheet}. Toch gebruiken?": (
        "This is not in the list on the sheet {sheet}. Use it anyway?"
    ),
    "Geen x": "Not an x",
    "Een x zegt: hier wordt aan gewerkt. Andere tekst mag ook.": (
        "An x says: work is done here. Other text is fine too."
    ),
    "Pagina {page} van {pages}": "Page {page} of {pages}",
}

# The sheets Uitleg, Dashboard, Trend, Logboek and Instellingen
SENTENCES |= {
    "Zo werkt dit werkboek": "How this workbook works",
    "Een mijlpalenplan in de opzet van het voorbeeldformat uit de brochure Plannen van activiteiten "
    "in een mijlpalenplan. Het is geen officieel formulier: kijk voor de eisen altijd bij uw "
    "subsidieverstrekker.": (
        "A milestone plan set up like the example format in the Dutch brochure Plannen van activiteiten "
        "in een mijlpalenplan. It is not an official form: always look up what your subsidy provider asks."
    ),
    "Stap voor stap": "Step by step",
    "Vul regio, regeling en peildatum in, en de partijen die meedoen met een korte naam. De "
    "keuzelijsten op de andere bladen komen hiervandaan.": (
        "Fill in region, scheme and reference date, and the parties that take part with a short name. The "
        "lists on the other sheets come from here."
    ),
    "Ga naar {sheet}": "Go to {sheet}",
    "Schrijf per deelproject op wat er klaar is als het klaar is, met begin en einde: de balken "
    "tekenen zichzelf. Kies wie trekt, en zet rechts bij elke partij V, E, R of I.": (
        "Write down for each subproject what is finished when it is finished, with start and end: the bars "
        "draw themselves. Choose who leads, and put V, E, R or I for each party on the right."
    ),
    "Zet onder elke doelstelling de resultaten en de activiteiten. Kies stoplicht en fase; schrijf "
    "bij Oranje en Rood ook op wat er knelt en wat u eraan doet.": (
        "Put the results and activities under each objective. Choose traffic light and stage; with Orange "
        "and Red also write what hinders and what you do about it."
    ),
    "Noteer bij elk rapportagemoment welke datum u dan verwacht, en schrijf in het logboek wat er "
    "veranderde. Dat is later de basis van uw voortgangsrapportage en eindverslag.": (
        "On each report date note the date you then expect, and write in the log what changed. Later that "
        "is the basis of your progress report and final report."
    ),
    "Bekijk of print de stand op één A4, voor stuurgroep of bestuur. Hier hoeft u niets in te vullen.": (
        "Look at or print how things stand on one A4, for steering group or board. Nothing to fill in here."
    ),
    "Tips": "Tips",
    "Begin bij het eind.": "Begin at the end.",
    "Bedenk eerst wat er aan het slot moet staan en reken terug: wat moet daarvoor af zijn, en wat "
    "daar weer voor?": (
        "First think what must be there at the end and work back: what must be finished before that, and "
        "what before that again?"
    ),
    "Maak het tastbaar.": "Make it tangible.",
    "Een goede mijlpaal kunt u laten zien: een getekende afspraak, een getest lespakket, een ingericht "
    "lokaal. Noem een aantal en een datum.": (
        "A good milestone is something to show: a signed agreement, tested lessons, a classroom that is "
        "fitted out. Name a number and a date."
    ),
    "Reken met de tijd die het werk kost.": "Count the time that the work takes.",
    "Past alles wat nodig is voor een mijlpaal wel vóór die datum? Zo niet, dan is het doel of de "
    "planning te krap.": (
        "Does all that a milestone needs fit before its date? If not, the goal or the planning is too tight."
    ),
    "Let op de volgorde.": "Mind the order.",
    "Vul in welke mijlpaal moet wachten op een andere. Dan ziet u meteen wat er verschuift als iets "
    "uitloopt.": (
        "Fill in which milestone must wait for another. Then you see at once what moves when something slips."
    ),
    "Plan beslismomenten.": "Plan moments to decide.",
    "Zet een G bij een mijlpaal waarop de stuurgroep besluit: doorgaan, bijsturen of stoppen.": (
        "Put a G at a milestone where the steering group decides: go on, correct or stop."
    ),
    "Laat de eerste datum staan.": "Leave the first date as it is.",
    "Loopt iets uit, vul dan de verwachte datum in. Kijk ook of het eindresultaat nog haalbaar is; zo "
    "niet, pas de datum aan of stel het doel bij.": (
        "When something slips, fill in the expected date. Also look whether the end result can still be "
        "reached; if not, change the date or the goal."
    ),
    "Praat over oranje en rood.": "Talk about orange and red.",
    "Een stoplicht is een begin van een gesprek met uw partners: wat houdt het tegen, en wie doet daar "
    "wat aan?": (
        "A traffic light begins a conversation with your partners: what holds it up, and who does something "
        "about it?"
    ),
    "Een voorbeeld, verzonnen": "An example, made up",
    "voorbeeld:": "example:",
    "Waar het om gaat": "What it is about",
    "Minder leerlingen haken in leerjaar 3 af: van 12 op de 100 in 2025 naar 8 op de 100 in 2028.": (
        "Fewer pupils drop out in year 3: from 12 in 100 in 2025 to 8 in 100 in 2028."
    ),
    "Deelproject 2": "Subproject 2",
    "Kennismaken met techniek in de onderbouw.": "Getting to know technology in the lower years.",
    "Wat is er klaar?": "What is finished?",
    "Nummer 2.1: een lespakket van zes lessen is op drie scholen uitgeprobeerd en vastgesteld.": (
        "Number 2.1: a set of six lessons has been tried out at three schools and approved."
    ),
    "Wanneer?": "When?",
    "Van 1 september 2025 tot en met eind juni 2026. In mei blijkt dat het oktober 2026 wordt: die "
    "datum komt bij verwacht, de eerste blijft staan.": (
        "From 1 September 2025 to the end of June 2026. In May it turns out to be October 2026: that date "
        "goes under expected, the first one stays."
    ),
    "Wie?": "Who?",
    "De werkgroep onderbouw trekt (V), de stuurgroep is eindverantwoordelijk (E), twee bedrijven "
    "denken mee (R), de andere scholen horen het (I).": (
        "The working group leads (V), the steering group answers for it (E), two companies are consulted "
        "(R), the other schools are told (I)."
    ),
    "Hoe gaat het?": "How is it going?",
    "Oranje, loopt. Wat knelt: twee docenten zijn uitgevallen. Maatregel: de mbo-school neemt twee "
    "lessen over, in september opnieuw proberen.": (
        "Orange, in progress. What hinders: two teachers are absent. What is done: the college takes over "
        "two lessons, another try in September."
    ),
    "Privacy en hulp": "Privacy and help",
    "Geen namen van leerlingen": "No names of pupils",
    "Noem rollen of organisaties, en aantallen in plaats van personen. Dit werkboek gaat rond "
    "bij veel partijen.": (
        "Name roles or organisations, and numbers instead of persons. Many parties get to see this workbook."
    ),
    "Komt u er niet uit?": "Stuck?",
    "Vraag uw regio-ondersteuner of de penvoerder mee te kijken.": (
        "Ask your regional adviser or the lead school to have a look with you."
    ),
    "Tekens en kleuren in het plan": "Signs and colours in the plan",
    "de tijd die voor het werk is bedoeld": "the time meant for the work",
    "het deel daarvan dat op de peildatum voorbij is": "the part of it that has passed at the reference date",
    "het resultaat is er": "the result is there",
    "uitloop": "slip",
    "wordt later verwacht dan gepland": "expected later than planned",
    "te laat": "late",
    "de laatst bekende datum is voorbij en het is niet klaar": (
        "the last known date has passed and it is not finished"
    ),
    "gaat niet door": "will not be done",
    "mijlpaal": "milestone",
    "staat in de periode waarin het klaar is of klaar moet zijn": (
        "stands in the period in which it is finished or should be"
    ),
    "go/no-go": "go/no-go",
    "een moment waarop u besluit of en hoe u verdergaat": "a moment to decide whether and how to go on",
    "eerste planning": "first planning",
    "hier stond de mijlpaal voordat hij verschoof": "where the milestone stood before it moved",
    "peildatum": "reference date",
    "streeplijn: de dag waarop de stand geldt": "dashed line: the day for which the status holds",
    "rollen": "roles",
    "V voert uit · E eindverantwoordelijk · R wordt geraadpleegd · I wordt geïnformeerd": (
        "V carries out · E answers for it · R is consulted · I is informed"
    ),
    "Stoplicht en fase, die u zelf kiest; en planstatus, die uit de datums volgt": (
        "Traffic light and stage, which you choose; and plan status, which follows from the dates"
    ),
    "fase": "stage",
    "planstatus": "plan status",
    "Datums in woorden mogen ook": "Dates in words are fine too",
    "wordt gelezen als {meaning}": "is read as {meaning}",
    "Bij het begin telt de eerste dag van zo'n periode, bij het einde de laatste. Een balk bij "
    "woorden die u zelf typt, verschijnt nadat het programma het werkboek heeft vernieuwd.": (
        "For a start the first day of such a period counts, for an end the last. A bar for words that you "
        "type yourself appears after the program has refreshed the workbook."
    ),
    "Peildatum: {day}": "Reference date: {day}",
    "▲ Vul de peildatum in op het blad {sheet}; tot dan is hier niet alles te zien.": (
        "▲ Fill in the reference date on the sheet {sheet}; until then not everything shows here."
    ),
    "Rekent zichzelf uit de bladen {plan} en {progress}; hier hoeft u niets in te vullen.": (
        "Works itself out from the sheets {plan} and {progress}; nothing to fill in here."
    ),
    "Mijlpalen": "Milestones",
    "◆ waarvan {dates} zonder datum, {cancelled} vervallen": (
        "◆ of which {dates} without a date, {cancelled} cancelled"
    ),
    "✔ {percent} van alle mijlpalen": "✔ {percent} of all milestones",
    "Mijlpalen per deelproject": "Milestones by subproject",
    "In beeld": "In a picture",
    "Deelproject": "Subproject",
    "Totaal": "Total",
    "Deelproject {number}": "Subproject {number}",
    "(zonder naam)": "(no name)",
    "(zonder deelproject)": "(no subproject)",
    "en nog {count} deelprojecten": "and {count} more subprojects",
    "Staafdiagram van de tabel links: per deelproject de mijlpalen naar planstatus.": (
        "Bar chart of the table on the left: the milestones of each subproject by plan status."
    ),
    "Activiteiten: stoplicht en fase (blad {sheet})": "Activities: traffic light and stage (sheet {sheet})",
    "Gepland en werkelijk gereed per jaar": "Planned and really done by year",
    "Aantal": "Number",
    "Aandeel": "Share",
    "Jaar": "Year",
    "Gepland": "Planned",
    "Gereed": "Done",
    "– geen stoplicht": "– no traffic light",
    "Activiteiten samen": "Activities in all",
    "– geen fase": "– no stage",
    "Kolomdiagram van de tabel links: mijlpalen per jaar, gepland en werkelijk gereed.": (
        "Column chart of the table on the left: milestones by year, planned and really done."
    ),
    "Per betrokken partij (als trekker)": "By party (as lead)",
    "Grootste uitloop van wat nog niet gereed is": "Largest slips of what is not done yet",
    "Partij": "Party",
    "Trekker": "Lead",
    "Weken": "Weeks",
    "andere partijen": "other parties",
    "nog geen trekker": "no lead yet",
    "Er is nu geen uitloop.": "Nothing slips now.",
    "Knelpunten nu: activiteiten op rood of oranje die nog niet gereed zijn ({count})": (
        "Bottlenecks now: activities on red or orange that are not done yet ({count})"
    ),
    "– nog niet ingevuld": "– not filled in yet",
    "– nog geen maatregel": "– no action yet",
    "Niets staat nu op rood of oranje.": "Nothing is on red or orange now.",
    "{sheet}: hoe verschuift de verwachte datum?": "{sheet}: how does the expected date move?",
    "Zet links het nummer van een mijlpaal, en onder elk rapportagemoment de gereed-datum die u dan "
    "verwacht. Vul elk moment een kolom bij; oude kolommen blijven staan.": (
        "Put the number of a milestone on the left, and under each report date the due date you then expect. "
        "Fill in one more column each time; old columns stay as they are."
    ),
    "In de grafiek: vlakke lijn = op schema · stijgende lijn = ▲ later · dalende lijn = ▼ eerder · "
    "raakt de lijn de schuine streep, dan is de mijlpaal bereikt.": (
        "In the chart: flat line = on schedule · rising line = ▲ later · falling line = ▼ earlier · "
        "where the line meets the diagonal, the milestone is reached."
    ),
    "dit nummer staat niet in het mijlpalenplan": "this number is not in the milestone plan",
    "Rapportagemoment": "Report date",
    "Typ hier de dag van het rapportagemoment, bijvoorbeeld 1-10-2026.": (
        "Type the day of the report here, for example 1-10-2026."
    ),
    "bereikt": "reached",
    "geschat op": "estimated on",
    "verwacht gereed": "expected",
    "Grafiek van de tabel hierboven: per mijlpaal een lijn van de verwachte gereed-datum tegen de dag "
    "van de schatting. De schuine streep is waar beide gelijk zijn: de mijlpaal is bereikt.": (
        "Chart of the table above: for each milestone a line of the expected date against the day of the "
        "estimate. The diagonal is where both are equal: the milestone is reached."
    ),
    "{sheet}: wat veranderde wanneer?": "{sheet}: what changed when?",
    "Zet elke verandering op een nieuwe regel en laat oude regels staan. "
    "Hieruit komt straks de tekst voor de voortgangsrapportage en het eindverslag.": (
        "Put every change on a new line and leave old lines as they are. "
        "The text of the progress report and the final report will come from here."
    ),
    "Vul de lichtgele vakjes in. De andere bladen halen hier hun keuzelijsten en namen vandaan.": (
        "Fill in the pale yellow cells. The other sheets take their lists and names from here."
    ),
    "Algemeen": "General",
    "▲ Vul de peildatum in: daarop rekenen planstatus, uitloop en dashboard.": (
        "▲ Fill in the reference date: plan status, slip and dashboard reckon from it."
    ),
    "Tip: typ =VANDAAG() bij de peildatum om elke dag opnieuw te rekenen.": (
        "Tip: type =TODAY() as the reference date to work everything out anew each day."
    ),
    "Is dit een datum?": "Is this a date?",
    "Typ een datum, bijvoorbeeld 1-10-2026.": "Type a date, for example 1-10-2026.",
    "Eigen rapportagemomenten": "Own report dates",
    "moment {number}": "date {number}",
    "De korte naam staat boven de kolom in het mijlpalenplan. "
    "Noem organisaties of rollen, geen leerlingen.": (
        "The short name stands above the column in the milestone plan. "
        "Name organisations or roles, no pupils."
    ),
    "Teken": "Sign",
    "Betekenis": "Meaning",
    "looptijd": "period",
    "▲ controleer dit: {source}": "▲ check this: {source}",
    "Over de regeling": "About the scheme",
    "Er is geen regeling gekozen, of het is er een waarvan hier geen gegevens zijn.": (
        "No scheme has been chosen, or it is one of which nothing is known here."
    ),
}
