"""English sentences of the web page and of the command that serves it."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the page
    "Mijlpalenplan in Excel": "Milestone plan in Excel",
    "Mijlpalenplan: leeg werkboek en controle": "Milestone plan: blank workbook and check",
    "Download een leeg werkboek, vul het in en laat het controleren. U ziet per cel wat er niet klopt "
    "en wat u in plaats daarvan kunt invullen.": (
        "Download a blank workbook, fill it in and have it checked. You see cell by cell what is not "
        "right and what you can write instead."
    ),
    "Fout: {title}": "Error: {title}",
    "Er klopt iets niet": "Something is not right",
    "Naar de inhoud": "Skip to the contents",
    "Pagina": "Page",
    "Terug naar het begin": "Back to the start",
    "Uw werkboek wordt niet bewaard en niet gewijzigd.": "Your workbook is not kept and not changed.",
    "Werkboeken worden op deze server gecontroleerd en zijn na het antwoord weg. In het logboek staat "
    "er niets uit.": (
        "Workbooks are checked on this server and gone after the answer. Nothing from them is in the log."
    ),
    "De opzet volgt de brochure over het mijlpalenplan; het is geen officieel formulier.": (
        "The layout follows the brochure on the milestone plan; it is not an official form."
    ),
    # a blank workbook
    "Download een leeg werkboek": "Download a blank workbook",
    "Download leeg werkboek": "Download blank workbook",
    "Techniekregio": "Technology region",
    "Deelprojecten": "Subprojects",
    "Eén per regel; later kan ook.": "One per line; later is fine too.",
    "Meer keuzes": "More choices",
    "Partijen": "Parties",
    "Eén per regel; een korte naam mag achter een =-teken.": (
        "One per line; a short name may follow an = sign."
    ),
    "Jaren": "Years",
    "Bijvoorbeeld 2025-2028. Leeg: de jaren van de regeling.": (
        "For example 2025-2028. Empty: those of the scheme."
    ),
    "Tijd per kolom": "Time per column",
    "kwartaal": "quarter",
    "maand": "month",
    "jaar": "year",
    "schooljaar": "school year",
    "Bladen": "Sheets",
    "alle bladen": "all sheets",
    "zonder Dashboard, Trend en Logboek": "without Dashboard, Trend and Log",
    # a check
    "Controleer een werkboek": "Check a workbook",
    "Controleer": "Check",
    "Ingevulde werkboeken": "Workbooks filled in",
    "Sleep ze hierheen of kies ze: .xlsx of .ods, hoogstens {files} tegelijk en samen {most} MB.": (
        "Drop them here or choose them: .xlsx or .ods, at most {files} at once and {most} MB together."
    ),
    "Gekozen": "Chosen",
    "Leeg: de peildatum van het werkboek, of vandaag.": (
        "Empty: the reference date of the workbook, or today."
    ),
    "Voortgang": "Progress",
    "Stop": "Stop",
    "Versturen…": "Sending…",
    "Controleren…": "Checking…",
    "Gestopt. Er is niets bewaard.": "Stopped. Nothing was kept.",
    "Er kwam geen antwoord. Probeer het zo weer.": "No answer came. Please try again in a moment.",
    # the result
    "Uitkomst": "Result",
    "Controle klaar. Er kon niets worden gelezen.": "Check done. Nothing could be read.",
    "Controle klaar. Fouten: {errors}, let op: {warnings}, tips: {hints}.": (
        "Check done. Errors: {errors}, warnings: {warnings}, hints: {hints}."
    ),
    "Laat zien": "Show",
    "alles": "all",
    "fouten en let op": "errors and warnings",
    "alleen fouten": "errors only",
    "Alle plannen samen": "All plans together",
    "Meenemen": "Take along",
    "Gemarkeerd werkboek": "Marked workbook",
    "Verslag (HTML)": "Report (HTML)",
    "Bevindingen (CSV)": "Findings (CSV)",
    "Gegevens (JSON)": "Data (JSON)",
    "{what}: te groot om hier mee te geven": "{what}: too large to hand over here",
    # what is wrong
    "'{name}' kennen we hier niet.": "'{name}' is not known here.",
    "Kies een van deze: {choices}.": "Choose one of these: {choices}.",
    "Schrijf een tot tien jaren, bijvoorbeeld 2025-2028.": "Write one to ten years, for example 2025-2028.",
    "Een naam heeft hoogstens {most} tekens.": "A name has at most {most} characters.",
    "Dit zijn er {n}; er passen er {most} in.": "These are {n}; {most} fit in.",
    "Schrijf een dag, bijvoorbeeld 1-10-2026.": "Write a day, for example 1-10-2026.",
    "Schrijf een dag, bijvoorbeeld 2026-10-01.": "Write a day, for example 2026-10-01.",
    "Stuur werkboeken als bestand, in het veld 'file'.": "Send workbooks as files, in the field 'file'.",
    "Kies eerst een werkboek.": "First choose a workbook.",
    "Dit zijn {n} bestanden; stuur er hoogstens {most} tegelijk.": (
        "These are {n} files; send at most {most} at once."
    ),
    "Stuur hoogstens {most} bestanden tegelijk.": "Send at most {most} files at once.",
    "Deze server kent deze naam niet.": "This server does not know this name.",
    "Verstuur een werkboek vanaf de pagina zelf.": "Send a workbook from the page itself.",
    "Het is nu te druk. Probeer het zo weer.": "It is too busy now. Please try again in a moment.",
    "Dit kost te veel geheugen of tijd. Stuur minder bestanden tegelijk, of een kleiner werkboek.": (
        "This takes too much memory or time. Send fewer files at once, or a smaller workbook."
    ),
    "Deze code bestaat niet.": "This code does not exist.",
    "Deze code bestaat niet. Bedoelde u {near}?": "This code does not exist. Did you mean {near}?",
    "Deze pagina bestaat niet.": "This page does not exist.",
    "Dit kan hier niet.": "This cannot be done here.",
    "Dit is te groot; alles samen mag hoogstens {most} MB zijn.": (
        "This is too large; all together may be at most {most} MB."
    ),
    "Hier gaat iets mis in het programma zelf. Er is niets bewaard.": (
        "Something goes wrong in the program itself. Nothing was kept."
    ),
    "Deze vraag is niet te begrijpen.": "This request cannot be understood.",
    # the command
    "zet een pagina klaar om zonder terminal te downloaden en te controleren": (
        "serves a page to download and check without a terminal"
    ),
    "Zet de pagina klaar waarop mensen een leeg werkboek downloaden en een ingevuld werkboek laten "
    "controleren, zonder terminal. Alleen deze computer kan erbij, tenzij u met --host een ander adres "
    "geeft.\n\nEr wordt niets bewaard. De pagina stopt met Ctrl-C.": (
        "Serves the page on which people download a blank workbook and have one checked, without a "
        "terminal. Only this computer can reach it, unless you give another address with --host.\n\n"
        "Nothing is kept. Ctrl-C stops the page."
    ),
    "ADRES": "ADDRESS",
    "NAAM": "NAME",
    "MB": "MB",
    "Het adres waarop de pagina luistert.": "The address on which the page listens.",
    "De poort; 0 kiest er een.": "The port; 0 picks one.",
    "Hoeveel controles tegelijk lopen, elk in een eigen proces. Anders zoveel als er processors zijn.": (
        "How many checks run at once, each in a process of its own. Otherwise as many as there are "
        "processors."
    ),
    "Een naam waaronder mensen de pagina bereiken, als er een proxy voor staat; mag vaker.": (
        "A name by which people reach the page, when a proxy stands before it; may be given more often."
    ),
    "Hoeveel er in een keer gestuurd mag worden.": "How much may be sent at once.",
    "De pagina staat op {url}": "The page is at {url}",
    "Hier kan de pagina niet luisteren: de poort is bezet of niet toegestaan. Kies een andere met --port.": (
        "The page cannot listen here: the port is taken or not allowed. Choose another one with --port."
    ),
    "Hiervoor is meer nodig: {command}": "This needs more: {command}",
}
