"""English sentences of the commands: help, questions and answers."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "REGELS.toml": "RULES.toml",
    "GETAL": "NUMBER",
    "Eigen regels en geaccepteerde bevindingen. Anders geldt mijlpalen.toml naast het werkboek.": (
        "Rules of your own and accepted findings. Otherwise mijlpalen.toml beside the workbook holds."
    ),
    # the commands in one line
    "schrijft een leeg werkboek": "writes a blank workbook",
    "controleert werkboeken, cel voor cel, en vat ze samen": "checks workbooks cell by cell and sums them up",
    "zet een werkboek over in een nieuw": "carries a workbook over into a fresh one",
    "legt een code uit, zoals M201": "explains a code, such as M201",
    "toont de bladen en kolommen van het werkboek": "shows the sheets and columns of the workbook",
    "toont het JSON Schema van de gegevens": "shows the JSON Schema of the data",
    # help
    "Mijlpalenplannen in Excel: het werkboek maken, het ingevuld teruglezen en het per cel controleren.": (
        "Milestone plans in Excel: make the workbook, read it back when filled in, and check it cell by cell."
    ),
    "\b\n"
    "Een leeg werkboek maken:    mijlpalen-xlsx template\n"
    "Het ingevuld controleren:   mijlpalen-xlsx check mijlpalenplan.xlsx\n"
    "Hulp bij een commando:      mijlpalen-xlsx check --help": (
        "\b\n"
        "Make a blank workbook:      mijlpalen-xlsx template\n"
        "Check it when filled in:    mijlpalen-xlsx check mijlpalenplan.xlsx\n"
        "Help with a command:        mijlpalen-xlsx check --help"
    ),
    "Leest werkboeken, zegt per cel wat er niet klopt en wat er wel kan staan, en vat daarna per deelproject "
    "samen hoe het plan ervoor staat. Het werkboek zelf blijft zoals het is. Van een map komen alle "
    "werkboeken aan de beurt, ook die in de mappen daarin.\n\n"
    "Met - als BESTAND komt het werkboek van de standaardinvoer. De uitkomst is 0 als er niets is gevonden, "
    "1 als er iets is gevonden dat zo zwaar weegt als --fail-on zegt, "
    "en 2 als een bestand niet te lezen was.": (
        "Reads workbooks, says cell by cell what is wrong and what to write instead, then sums up per "
        "subproject how the plan stands. The workbook itself is never changed. Of a folder all workbooks are "
        "checked, those in folders below it too.\n\n"
        "With - as FILE the workbook comes from standard input. The exit status is 0 when nothing was found, "
        "1 when something was found that weighs as much as --fail-on says, "
        "and 2 when a file could not be read."
    ),
    "Schrijft een leeg werkboek voor een mijlpalenplan; zonder naam heet het mijlpalenplan.xlsx.\n\n"
    "Met --from is het al ingevuld: met de gegevens van een werkboek, of van een JSON-bestand dat 'export' "
    "schreef.": (
        "Writes a blank workbook for a milestone plan; without a name it is called mijlpalenplan.xlsx.\n\n"
        "With --from it is filled in already: with the data of a workbook, "
        "or of a JSON file that 'export' wrote."
    ),
    "Zet de gegevens van het werkboek OUD over in een nieuw werkboek NIEUW, in de nieuwste vorm en met de "
    "balken opnieuw getekend. OUD blijft zoals het is. "
    "Wat niet mee kan, zoals eigen bladen, wordt genoemd.": (
        "Carries the data of the workbook OLD over into a new workbook NEW, in the newest format and with "
        "its bars drawn anew. OLD is never changed. "
        "What cannot go along, such as sheets of your own, is named."
    ),
    "Legt uit wat een code betekent: wat er gevonden is, waarom dat ertoe doet en wat er wel kan staan. "
    "Zonder CODE een lijst van alle codes.": (
        "Explains what a code means: what was found, why it matters and what to write instead. "
        "Without CODE a list of all codes."
    ),
    "Toont de bladen en kolommen van het werkboek: wat er in een cel mag staan, en welke woorden er mogen "
    "worden gebruikt.": (
        "Shows the sheets and columns of the workbook: what a cell may hold, and which words may be used."
    ),
    "Toont het JSON Schema van een plan ('export', 'template --from'), van het rapport van "
    "'check --format json' of van de samenvatting daarin.": (
        "Shows the JSON Schema of a plan ('export', 'template --from'), of the report of "
        "'check --format json' or of the summary in it."
    ),
    "Commando's": "Commands",
    # what stands for a value
    "BESTAND": "FILE",
    "BESTAND...": "FILE...",
    "COMMANDO [ARGUMENTEN]...": "COMMAND [ARGS]...",
    "DATUM": "DATE",
    "JAREN": "YEARS",
    "NAAM|BESTAND.toml": "NAME|FILE.toml",
    "NIEUW": "NEW",
    "OUD": "OLD",
    "PLAN.json|WERKBOEK": "PLAN.json|WORKBOOK",
    "TEKST": "TEXT",
    "[OPTIES]": "[OPTIONS]",
    "[WERKBOEK]": "[WORKBOOK]",
    # options
    "Alle bladen, of zonder Dashboard, Trend en Logboek.": "All sheets, or without Dashboard, Trend and Log.",
    "Alleen deze codes, zoals M201,M4.": "Only these codes, such as M201,M4.",
    "Als tekst, JSON of Markdown.": "As text, JSON or Markdown.",
    "Een betrokken partij, met een korte naam na een =-teken; mag vaker.": (
        "A party, with a short name after an = sign; may be repeated."
    ),
    "Een deelproject; mag vaker.": "A subproject; may be repeated.",
    "Jaren in de planning, bijvoorbeeld 2025-2028.": "Years in the planning, such as 2025-2028.",
    "Naam van de techniekregio.": "Name of the region.",
    "Peildatum, bijvoorbeeld 1-10-2023. Anders geldt die van het werkboek, of vandaag.": (
        "Reference date, such as 1-10-2023. Otherwise that of the workbook counts, or today."
    ),
    "Schrijft de uitkomst in een bestand.": "Writes the result to a file.",
    "Subsidieregeling: sto-2020-2024, sto-2025-2028 of een eigen bestand.": (
        "Subsidy scheme: sto-2020-2024, sto-2025-2028 or a file of your own."
    ),
    "Taal van het nieuwe werkboek, en van berichten.": "Language of the new workbook, and of messages.",
    "Taal van het werkboek, en van berichten.": "Language of the workbook, and of messages.",
    "Taal van hulp en berichten.": "Language of help and messages.",
    "Vorm van de uitkomst; zonder deze keuze volgt zij uit de naam bij -o, en is zij anders tekst.": (
        "Form of the result; without this choice it follows from the name at -o, and otherwise is text."
    ),
    "Schrijft een kopie van het werkboek met elke bevinding bij haar cel.": (
        "Writes a copy of the workbook with every finding at its cell."
    ),
    "UIT.xlsx": "OUT.xlsx",
    "Met --marked kan er maar één werkboek tegelijk zijn.": "With --marked there can be only one workbook.",
    "'{value}' moet eindigen op {most} of {last}.": "'{value}' must end in {most} or {last}.",
    "'{value}' moet eindigen op {suffix}, anders opent Excel het niet.": (
        "'{value}' must end in {suffix}, or Excel will not open it."
    ),
    "Tijd per kolom in de planning: kwartaal, maand, jaar of schooljaar.": (
        "Time per column of the planning: quarter, month, year or school year."
    ),
    "Toont de versie.": "Shows the version.",
    "Toont deze hulp.": "Shows this help.",
    "Vanaf welk gewicht de uitkomst 1 is: fout, let op, tip of nooit.": (
        "From which weight on the exit status is 1: error, warning, hint or never."
    ),
    "Vervangt een bestand dat al bestaat.": "Replaces a file that exists.",
    "Vult het werkboek met deze gegevens.": "Fills the workbook with these data.",
    "Zonder deze codes.": "Without these codes.",
    # answers
    "'{value}' is geen dag. Schrijf bijvoorbeeld 1-10-2023.": (
        "'{value}' is not a day. Write for instance 1-10-2023."
    ),
    "'{value}' moet eindigen op .xlsx, anders opent Excel het niet.": (
        "'{value}' must end in .xlsx, or Excel will not open it."
    ),
    "'{value}' zijn geen jaren. Schrijf een tot tien jaren, bijvoorbeeld 2025-2028.": (
        "'{value}' is not a range of years. Write one to ten years, such as 2025-2028."
    ),
    "'{value}' is de naam van een werkboek, en dit wordt er geen. Kies een andere naam.": (
        "'{value}' is the name of a workbook, and this will not be one. Choose another name."
    ),
    "Overgeslagen: dit is geen plan, maar een hulpbestand van Excel.": (
        "Skipped: this is no plan, but a helper file of Excel."
    ),
    "(standaarduitvoer)": "(standard output)",
    "Afgebroken.": "Interrupted.",
    "De code '{code}' bestaat niet.": "There is no code '{code}'.",
    "De code '{code}' bestaat niet. Bedoelde u '{near}'?": (
        "There is no code '{code}'. Did you mean '{near}'?"
    ),
    "Dit is geen JSON van een plan.": "This is not the JSON of a plan.",
    "Dit is geen geldige JSON; het gaat mis in regel {line}, bij teken {column}.": (
        "This is not valid JSON; it goes wrong in line {line}, at character {column}."
    ),
    "Een werkboek past niet op het scherm. Geef de naam van een bestand.": (
        "A workbook does not fit on the screen. Give the name of a file."
    ),
    "Geschreven: {file}": "Written: {file}",
    "Het commando '{name}' bestaat niet.": "There is no command '{name}'.",
    "Het commando '{name}' bestaat niet. Bedoelde u '{near}'?": (
        "There is no command '{name}'. Did you mean '{near}'?"
    ),
    "Niet overgezet, want geen blad van het plan: {sheets}.": (
        "Not carried over, as it is no sheet of the plan: {sheets}."
    ),
    "Niet overgezet, want de vorm 'simple' heeft geen Trend en Logboek.": (
        "Not carried over, as the layout 'simple' has no Trend and Log."
    ),
    "Niet overgezet: 1 notitie bij een cel.": "Not carried over: 1 note on a cell.",
    "Niet overgezet: {n} notities bij cellen.": "Not carried over: {n} notes on cells.",
}
