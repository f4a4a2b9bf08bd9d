"""English sentences of findings."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # The words around a finding
    "Cel": "Cell",
    "Blad": "Sheet",
    "en": "and",
    # Files
    "dit is geen Excel-werkboek maar {looks_like}. Kies het Excel-bestand (.xlsx) waarin het plan staat.": (
        "this is not an Excel workbook but {looks_like}. Choose the Excel file (.xlsx) that holds the plan."
    ),
    "dit is geen Excel-werkboek maar {looks_like}. "
    "Open het in Excel of LibreOffice en sla het op als Excel-bestand (.xlsx).": (
        "this is not an Excel workbook but {looks_like}. "
        "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)."
    ),
    "dit bestand is leeg. Kies het Excel-bestand (.xlsx) waarin het plan staat.": (
        "this file is empty. Choose the Excel file (.xlsx) that holds the plan."
    ),
    "dit is geen Excel-werkboek maar {looks_like}. "
    "Pak het eerst uit en kies het Excel-bestand (.xlsx) dat erin zit.": (
        "this is not an Excel workbook but {looks_like}. "
        "Unpack it first and choose the Excel file (.xlsx) that is in it."
    ),
    "dit bestand is geen Excel-werkboek. Kies het Excel-bestand (.xlsx) waarin het plan staat.": (
        "this file is not an Excel workbook. Choose the Excel file (.xlsx) that holds the plan."
    ),
    "dit bestand is beveiligd met een wachtwoord. "
    "Open het in Excel, haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en sla het op.": (
        "this file is protected with a password. "
        "Open it in Excel, remove the password (File, Info, Protect Workbook) and save it."
    ),
    "dit bestand is beschadigd, daarom kunnen wij het niet lezen. "
    "Open het in Excel of LibreOffice, laat het herstellen en sla het op onder een nieuwe naam.": (
        "this file is damaged, so we cannot read it. "
        "Open it in Excel or LibreOffice, let it be repaired and save it under a new name."
    ),
    "dit bestand is te groot om te lezen: {limit} is meer dan {allowed}. "
    "Haal bladen, plaatjes en lege opgemaakte rijen weg die niet bij het plan horen, en sla het op.": (
        "this file is too large to read: {limit} is more than {allowed}. "
        "Remove sheets, pictures and empty formatted rows that are not part of the plan, and save it."
    ),
    "dit bestand is zo gemaakt dat lezen te veel geheugen of tijd kost. "
    "Kopieer de bladen van het plan naar een nieuw werkboek en sla dat op.": (
        "this file is made in such a way that reading it takes too much memory or time. "
        "Copy the sheets of the plan into a new workbook and save that."
    ),
    "dit is een werkboek van Excel 97-2003 (.xls). "
    "Open het bestand in Excel en sla het op als Excel-bestand (.xlsx).": (
        "this is a workbook of Excel 97-2003 (.xls). "
        "Open the file in Excel and save it as an Excel workbook (.xlsx)."
    ),
    "in dit werkboek vinden wij geen mijlpalenplan. "
    "Zet boven de tabel kopjes zoals {title}, {due} en {description}, "
    "of begin met een leeg plan van `mijlpalen-xlsx template`.": (
        "we find no milestone plan in this workbook. "
        "Put headers such as {title}, {due} and {description} above the table, "
        "or begin with a blank plan of `mijlpalen-xlsx template`."
    ),
    "in dit werkboek vinden wij geen mijlpalenplan; op blad '{sheet}' lezen wij alleen {headers}. "
    "Zet boven de tabel kopjes zoals {title}, {due} en {description}.": (
        "we find no milestone plan in this workbook; on sheet '{sheet}' we only read {headers}. "
        "Put headers such as {title}, {due} and {description} above the table."
    ),
    # The workbook
    "dit werkboek heeft versie {version} en dit programma kent versie {known}, "
    "dus misschien missen wij iets. "
    "Gebruik een nieuwere versie van het programma.": (
        "this workbook has version {version} and this program knows version {known}, "
        "so we may miss something. Use a newer version of the program."
    ),
    "dit werkboek heeft versie {version} en is helemaal gelezen. "
    "Met `mijlpalen-xlsx refresh` zet u alles over in een nieuw werkboek van versie {known}.": (
        "this workbook has version {version} and was read completely. "
        "With `mijlpalen-xlsx refresh` you move everything into a new workbook of version {known}."
    ),
    "hier staat de foutmelding {value} van een formule, daarom slaan wij deze cel over. "
    "Typ de waarde zelf in de cel of herstel de formule.": (
        "here stands the error {value} of a formula, so we skip this cell. "
        "Type the value itself into the cell or repair the formula."
    ),
    "deze formule is nog nooit uitgerekend, daarom zien wij hier niets. "
    "Open het bestand in Excel of LibreOffice en sla het één keer op.": (
        "this formula has never been worked out, so we see nothing here. "
        "Open the file in Excel or LibreOffice and save it once."
    ),
    "de kolom '{value}' kennen wij niet. Wij bewaren wat erin staat, maar doen er verder niets mee.": (
        "we do not know the column '{value}'; we keep what is in it and do nothing else with it."
    ),
    "de kolom '{value}' kennen wij niet. Bedoelde u '{suggestion}', typ dat dan als kopje.": (
        "we do not know the column '{value}'. If you meant '{suggestion}', type that as the header."
    ),
    "de kolom '{column}' is er niet, daarom lezen wij daar niets van. "
    "Voeg een kolom toe met het kopje '{column}'.": (
        "the column '{column}' is not there, so we read nothing of it. "
        "Add a column with the header '{column}'."
    ),
    "op dit blad vinden wij de kopjes van de tabel niet, daarom lezen wij er niets van. "
    "Zet boven de tabel kopjes zoals {columns}.": (
        "we do not find the headers of the table on this sheet, so we read nothing of it. "
        "Put headers such as {columns} above the table."
    ),
    "het blad '{sheet}' is er niet, en wat daarop stond, lezen wij dus niet. "
    "Haal het blad terug uit een eerdere versie van het bestand.": (
        "the sheet '{sheet}' is not there, so we do not read what was on it. "
        "Get the sheet back from an earlier version of the file."
    ),
    "het programma waarmee dit bestand is opgeslagen, "
    "heeft {lists} keuzelijsten en {colours} kleurregels weggelaten. "
    "Met `mijlpalen-xlsx refresh` krijgt u ze terug in een nieuw werkboek.": (
        "the program that saved this file has left out {lists} drop-down lists and {colours} colour rules. "
        "With `mijlpalen-xlsx refresh` you get them back in a new workbook."
    ),
    "dit blad is verborgen en er staan gegevens in, die wij meelezen. "
    "Maak het blad zichtbaar, of haal de gegevens weg als ze niet bij het plan horen.": (
        "this sheet is hidden and holds data, which we read too. "
        "Make the sheet visible, or remove the data when it is not part of the plan."
    ),
    "vanaf hier zijn rijen met gegevens verborgen ({count}), en wij lezen die mee. "
    "Maak ze zichtbaar, of haal ze weg als ze niet bij het plan horen.": (
        "from here rows with data are hidden ({count}), and we read them too. "
        "Make them visible, or remove them when they are not part of the plan."
    ),
    "vanaf hier zijn kolommen met gegevens verborgen ({count}), en wij lezen die mee. "
    "Maak ze zichtbaar, of haal ze weg als ze niet bij het plan horen.": (
        "from here columns with data are hidden ({count}), and we read them too. "
        "Make them visible, or remove them when they are not part of the plan."
    ),
    "deze cel hoort bij geen enkele rij van de tabel, en wij doen er niets mee. "
    "Haal weg wat hier staat, of zet het in de tabel.": (
        "this cell belongs to no row of the table, and we do nothing with it. "
        "Remove what is here, or put it into the table."
    ),
    "hier zijn cellen van {rows} rijen samengevoegd, en wij lezen ze alsof in elke rij hetzelfde staat. "
    "Splits de cellen en vul elke rij apart in.": (
        "cells of {rows} rows are merged here, and we read them as if each row said the same. "
        "Split the cells and fill in each row by itself."
    ),
    "dit blad heet bij ons '{expected}', en wij lezen het zo. U hoeft niets te doen.": (
        "we call this sheet '{expected}', and read it as such. There is nothing you need to do."
    ),
    "dit blad is een kopie van '{original}', en wij lezen alleen '{original}'. "
    "Haal de kopie weg, of geef dit blad een andere naam als het toch mee moet tellen.": (
        "this sheet is a copy of '{original}', and we only read '{original}'. "
        "Remove the copy, or give this sheet another name if it has to count as well."
    ),
    "dit blad is een kopie van '{original}' met iets anders in {changed} van de {rows} rijen, en wij "
    "lezen alleen '{original}'. "
    "Neem over wat hier nieuw is en haal de kopie weg, of haal '{original}' weg als de kopie de goede is.": (
        "this sheet is a copy of '{original}' with something else in {changed} of its {rows} rows, and we "
        "only read '{original}'. Carry over what is new here and remove the copy, "
        "or remove '{original}' if the copy is the right one."
    ),
    "'{column}' rekent het werkboek zelf uit, daarom lezen wij niet wat hier getypt is. "
    "Vul '{actual}' of '{expected}' in, en kopieer de formule van een andere rij hierheen.": (
        "the workbook works out '{column}' itself, so we do not read what was typed here. "
        "Fill in '{actual}' or '{expected}', and copy the formula of another row to this cell."
    ),
    "de controle {code} ging zelf mis ({problem}), de andere controles zijn wel gedaan. "
    "Meld dit bij de makers van het programma.": (
        "the check {code} went wrong itself ({problem}); the other checks were done. "
        "Please tell the makers of the program."
    ),
    # Rows
    "deze rij is ingevuld, maar bij {what} staat niets. "
    "Schrijf hier wat er klaar is, bijvoorbeeld '{example}', of maak de rij leeg.": (
        "this row is filled in, but {what} is empty. "
        "Write what is finished, for example '{example}', or clear the row."
    ),
    "bij {what} staat nog niets, maar de kruisjes of kleuren in deze rij lopen tot en met {example}. "
    "Vul die dag ook hier in.": (
        "{what} is still empty, but the crosses or colours in this row run up to and including {example}. "
        "Fill in that day here too."
    ),
    "bij {what} staat nog niets. Vul een datum of periode in, bijvoorbeeld {example}.": (
        "{what} is still empty. Fill in a date or period, for example {example}."
    ),
    "bij {what} staat nog niets; voor een mijlpaal na {until} mag dat. "
    "Weet u al een periode, vul die dan in, bijvoorbeeld {example}.": (
        "{what} is still empty; that is allowed for a milestone after {until}. "
        "If you already know a period, fill it in, for example {example}."
    ),
    "deze mijlpaal heeft nog geen {what}, zodat u er niet naar kunt verwijzen. "
    "Vul bijvoorbeeld {suggestion} in.": (
        "this milestone has no {what} yet, so you cannot refer to it. Fill in {suggestion}, for example."
    ),
    "{what} {value} staat ook in {first}, zodat niet duidelijk is welke u bedoelt. "
    "Geef deze rij een eigen nummer, bijvoorbeeld {suggestion}.": (
        "{what} {value} stands in {first} too, so it is not clear which one you mean. "
        "Give this row a number of its own, for example {suggestion}."
    ),
    "hier staan {count} mijlpalen in één cel, en wij lezen ze als één. Geef elke mijlpaal een eigen rij.": (
        "there are {count} milestones in one cell here, and we read them as one. "
        "Give each milestone a row of its own."
    ),
    # What is in a cell
    "'{value}' staat niet in de lijst van {what}. Kies {choices}.": (
        "'{value}' is not in the list of {what}. Choose {choices}."
    ),
    "'{value}' staat niet in de lijst van {what}. Bedoelde u '{suggestion}', kies dan dat woord.": (
        "'{value}' is not in the list of {what}. If you meant '{suggestion}', choose that word."
    ),
    "'{value}' kunnen wij niet als datum lezen: {why}. "
    "Schrijf een datum of periode, bijvoorbeeld {example}, 1-10-2023, oktober 2023 of eind 2023.": (
        "we cannot read '{value}' as a date: {why}. "
        "Write a date or period, for example {example}, 1-10-2023, October 2023 or end of 2023."
    ),
    "'{value}' kunnen wij niet als dag lezen: {why}. Schrijf één dag, bijvoorbeeld {example} of 1-10-2023.": (
        "we cannot read '{value}' as a day: {why}. Write one day, for example {example} or 1-10-2023."
    ),
    "'{value}' kunnen wij niet als datum lezen: {why}. Bedoelde u {suggestion}, schrijf dat dan zo.": (
        "we cannot read '{value}' as a date: {why}. If you meant {suggestion}, please write it like that."
    ),
    "'{value}' kunnen wij niet als aantal uren lezen. "
    "Schrijf bijvoorbeeld {example}, 40 uur of 5 dagdelen.": (
        "we cannot read '{value}' as a number of hours. "
        "Write for example {example}, 40 hours or 5 dagdelen (half days)."
    ),
    "hier staat de datum {day}, want Excel maakt van een nummer met een punt soms een datum; "
    "wij lezen {suggestion}. "
    "Maak van de cel een tekstcel en typ {suggestion} opnieuw.": (
        "here stands the date {day}, because Excel sometimes makes a date of a number with a point; "
        "we read {suggestion}. Make it a text cell and type {suggestion} again."
    ),
    "de {what} is niet ingevuld, daarom rekenen wij met vandaag ({today}). "
    "Vul de dag in waarop de stand geldt, bijvoorbeeld {example}.": (
        "{what} is not filled in, so we take today ({today}). "
        "Fill in the day for which the status holds, for example {example}."
    ),
    "wij lezen '{value}' als {read}. "
    "Kies {read} uit de lijst en zet de rest van de tekst bij de toelichting.": (
        "we read '{value}' as {read}. "
        "Choose {read} from the list and put the rest of the text with the explanation."
    ),
    # Dates
    "{what} ({end}) ligt vóór {start_header} ({start}). "
    "Vul bij {what} een datum in op of na {first_day}, bijvoorbeeld {example}, of verbeter {start_header}.": (
        "{what} ({end}) lies before {start_header} ({start}). "
        "Fill in a date on or after {first_day} at {what}, for example {example}, or correct {start_header}."
    ),
    "{what} ({when}) valt buiten de jaren van dit plan ({first_year} tot en met {last_year}). "
    "Vul een datum in die jaren in, bijvoorbeeld {example}, of maak een plan met meer jaren.": (
        "{what} ({when}) lies outside the years of this plan ({first_year} to {last_year}). "
        "Fill in a date in those years, for example {example}, or make a plan with more years."
    ),
    "{what} ({when}) valt buiten de subsidieperiode van {scheme} ({first_day} tot en met {last_day}). "
    "Vul een datum in die periode in, bijvoorbeeld {example}.": (
        "{what} ({when}) lies outside the subsidy period of {scheme} ({first_day} to {last_day}). "
        "Fill in a date in that period, for example {example}."
    ),
    "{what} ({when}) ligt na de peildatum ({reference_date}), dus het kan nog niet klaar zijn. "
    "Vul hier de dag in waarop het klaar was, bijvoorbeeld {example}, of zet de datum bij {expected}.": (
        "{what} ({when}) lies after the reference date ({reference_date}), so it cannot be finished yet. "
        "Fill in the day on which it was finished, for example {example}, or put the date at {expected}."
    ),
    "{due} was {when} en deze mijlpaal is nog niet klaar. "
    "Vul hier een nieuwe datum in, bijvoorbeeld {example}, of vul {actual} in.": (
        "{due} was {when} and this milestone is not finished yet. "
        "Fill in a new date here, for example {example}, or fill in {actual}."
    ),
    "{what} ({when}) is ook voorbij en deze mijlpaal is nog niet klaar. "
    "Vul hier een nieuwe datum in, bijvoorbeeld {example}, of vul {actual} in.": (
        "{what} ({when}) has passed too and this milestone is not finished yet. "
        "Fill in a new date here, for example {example}, or fill in {actual}."
    ),
    "de balk die met de hand is getekend ({marked}) past niet bij de datums ({dates}), "
    "en wij rekenen met de datums. "
    "Verplaats de kruisjes of de kleur, of verbeter de datums.": (
        "the bar drawn by hand ({marked}) does not fit the dates ({dates}), and we go by the dates. "
        "Move the crosses or the colour, or correct the dates."
    ),
    "wij lezen '{value}' als {read}, maar het kan ook {other} zijn. "
    "Schrijf precies wat u bedoelt, bijvoorbeeld {example}.": (
        "we read '{value}' as {read}, but it may also be {other}. "
        "Write exactly what you mean, for example {example}."
    ),
    "hier staan twee datums of meer, en wij lezen '{value}' als {read}. "
    "Laat er één staan, bijvoorbeeld {example}.": (
        "there are two dates or more here, and we read '{value}' as {read}. Keep one, for example {example}."
    ),
    "'{value}' is geen datum, en deze mijlpaal valt in de periode tot en met {until}. "
    "Vul een datum of periode in, bijvoorbeeld {example}.": (
        "'{value}' is no date, and this milestone lies in the period to {until}. "
        "Fill in a date or period, for example {example}."
    ),
    "wij lezen '{value}' als {read}. Bedoelt u iets anders, vul dan een datum in, bijvoorbeeld {example}.": (
        "we read '{value}' as {read}. If you mean something else, fill in a date, for example {example}."
    ),
    # Order
    "het plan heeft geen mijlpaal met nummer {numbers}. "
    "Vul een nummer in dat in het plan staat, bijvoorbeeld {example}, of maak de cel leeg.": (
        "the plan has no milestone with number {numbers}. "
        "Fill in a number that is in the plan, for example {example}, or clear the cell."
    ),
    "het plan heeft geen mijlpaal met nummer {numbers}. Bedoelde u {suggestion}, vul dat dan in.": (
        "the plan has no milestone with number {numbers}. If you meant {suggestion}, fill that in."
    ),
    "het plan heeft geen mijlpaal met nummer {numbers}. "
    "Maak de cel leeg, of voeg een rij toe met dat nummer.": (
        "the plan has no milestone with number {numbers}. Clear the cell, or add a row with that number."
    ),
    "deze mijlpalen wachten op elkaar: {circle}. Haal bij een ervan het nummer onder {what} weg.": (
        "these milestones wait for each other: {circle}. Remove the number under {what} from one of them."
    ),
    "deze mijlpaal wacht op zichzelf. Haal {value} hier weg.": (
        "this milestone waits for itself. Remove {value} here."
    ),
    "{what} ({start}) ligt vóór het einde van mijlpaal {number} ({day}), en die moet eerst klaar zijn. "
    "Begin op of na die dag, bijvoorbeeld op {example}, of verander {after}.": (
        "{what} ({start}) lies before the end of milestone {number} ({day}), which must be finished first. "
        "Begin on or after that day, for example on {example}, or change {after}."
    ),
    "deze mijlpaal is klaar ({done}), maar mijlpaal {number} moest eerst en is nog niet klaar. "
    "Vul bij {number} {what} in, of haal {number} weg bij {after}.": (
        "this milestone is finished ({done}), but milestone {number} had to be first and is not finished. "
        "Fill in {what} of {number}, or remove {number} from {after}."
    ),
    "deze mijlpaal was klaar op {done}, eerder dan mijlpaal {number} ({other}), en die moest eerst. "
    "Verbeter een van de datums, of haal {number} weg bij {after}.": (
        "this milestone was finished on {done}, before milestone {number} ({other}), which had to be first. "
        "Correct one of the dates, or remove {number} from {after}."
    ),
    "mijlpaal {number} komt later, en daardoor schuift deze mijlpaal {weeks} weken op. "
    "Vul hier een nieuwe datum in, bijvoorbeeld {example}, of verander {after}.": (
        "milestone {number} comes later, and that moves this milestone by {weeks} weeks. "
        "Fill in a new date here, for example {example}, or change {after}."
    ),
    "mijlpaal {number} komt later, en daardoor schuift deze mijlpaal een week op. "
    "Vul hier een nieuwe datum in, bijvoorbeeld {example}, of verander {after}.": (
        "milestone {number} comes later, and that moves this milestone by a week. "
        "Fill in a new date here, for example {example}, or change {after}."
    ),
    "door de vertraging van {number} is deze mijlpaal pas klaar op {day}, "
    "na het einde van de subsidie ({last_day}). "
    "Kijk of het sneller kan ({chain}), of bespreek een ander einde met uw regio-ondersteuner.": (
        "because {number} is late, this milestone is only finished on {day}, "
        "after the end of the subsidy ({last_day}). "
        "See whether it can go faster ({chain}), or discuss another end with your regional supporter."
    ),
    # Progress
    "het {light} is {colour}, maar bij {what} staat niets. "
    "Schrijf wat er tot nu toe gebeurd is, bijvoorbeeld '{example}'.": (
        "the {light} is {colour}, but {what} is empty. "
        "Write what has happened so far, for example '{example}'."
    ),
    "het {light} is {colour}, maar bij {what} staat niets. Schrijf wat er knelt, bijvoorbeeld '{example}'.": (
        "the {light} is {colour}, but {what} is empty. Write what hinders, for example '{example}'."
    ),
    "het {light} is {colour}, maar bij {what} staat niets. "
    "Schrijf wat u eraan gaat doen, bijvoorbeeld '{example}'.": (
        "the {light} is {colour}, but {what} is empty. "
        "Write what you are going to do about it, for example '{example}'."
    ),
    "het {what} is {colour}, maar mijlpaal {numbers} had op {day} klaar moeten zijn. "
    "Kies {other}, of vul in het plan {actual} in.": (
        "the {what} is {colour}, but milestone {numbers} had to be finished on {day}. "
        "Choose {other}, or fill in {actual} in the plan."
    ),
    "het {light} van activiteit {activity} is {colour}, maar bij {what} staat niets. "
    "Vul een nieuwe datum in als de geplande niet wordt gehaald, bijvoorbeeld {example}.": (
        "the {light} of activity {activity} is {colour}, but {what} is empty. "
        "Fill in a new date when the planned one is not held, for example {example}."
    ),
    "deze cel heeft alleen een kleur, en wij lezen die als {read}. "
    "Kies ook het woord {read}, want niet iedereen ziet kleuren.": (
        "this cell has only a colour, and we read it as {read}. "
        "Choose the word {read} too, as not everybody sees colours."
    ),
    "hier staat {stage}, maar mijlpaal {numbers} heeft nog geen datum bij {actual}. "
    "Vul die datum in, of kies een andere {what}.": (
        "here stands {stage}, but milestone {numbers} has no date at {actual} yet. "
        "Fill in that date, or choose another {what}."
    ),
    "hier staat {stage}, maar mijlpaal {numbers} is volgens het plan al klaar. "
    "Kies {done}, of haal de datum bij {actual} weg.": (
        "here stands {stage}, but according to the plan milestone {numbers} is already finished. "
        "Choose {done}, or remove the date at {actual}."
    ),
    "deze rij is voor het laatst bijgewerkt op {when}, dat is {days} dagen voor de peildatum. "
    "Kijk of alles nog klopt en vul dan een nieuwe datum in, bijvoorbeeld {example}.": (
        "this row was last updated on {when}, which is {days} days before the reference date. "
        "See whether all is still right and then fill in a new date, for example {example}."
    ),
    "deze activiteit loopt volgens de planning in {year}, maar bij {what} en {stage} staat niets. "
    "Kies een kleur, bijvoorbeeld {example}.": (
        "this activity is planned to run in {year}, but {what} and {stage} are empty. "
        "Choose a colour, for example {example}."
    ),
    "deze activiteit staat gepland in {year}, maar mijlpaal {numbers} is dan al klaar ({day}). "
    "Haal het kruisje weg, of verbeter de datum van de mijlpaal.": (
        "this activity is planned in {year}, but milestone {numbers} is finished by then ({day}). "
        "Remove the cross, or correct the date of the milestone."
    ),
    "bij mijlpaal {number} hoort geen enkele activiteit op blad {sheet}. "
    "Zet {number} daar bij {link}, of voeg een activiteit toe.": (
        "no activity on sheet {sheet} belongs to milestone {number}. "
        "Put {number} at {link} there, or add an activity."
    ),
    # Parties and roles
    "bij {what} staat niets, zodat niemand weet wie dit trekt. "
    "Vul een organisatie of rol in, bijvoorbeeld {example}.": (
        "{what} is empty, so nobody knows who leads this. "
        "Fill in an organisation or a role, for example {example}."
    ),
    "bij {what} staat niet wat {party} doet. Schrijf dat kort op, bijvoorbeeld '{example}'.": (
        "{what} does not say what {party} does. Write it down briefly, for example '{example}'."
    ),
    "'{party}' staat niet in de lijst met partijen op blad {sheet}. "
    "Zet de partij in die lijst, of schrijf de naam zoals hij daar staat.": (
        "'{party}' is not in the list of parties on sheet {sheet}. "
        "Put the party in that list, or write the name as it stands there."
    ),
    "'{party}' staat niet in de lijst met partijen op blad {sheet}. "
    "Bedoelde u '{suggestion}', schrijf het dan zo.": (
        "'{party}' is not in the list of parties on sheet {sheet}. "
        "If you meant '{suggestion}', write it that way."
    ),
    "geen enkele partij is hier {meaning} ({letter}). Zet bij één partij een {letter}.": (
        "no party {meaning} here ({letter}). Put an {letter} with one party."
    ),
    "hier zijn {count} partijen {meaning} ({letter}): {parties}. Laat de {letter} bij één partij staan.": (
        "for {count} parties it says here: {meaning} ({letter}), namely {parties}. "
        "Leave the {letter} with one party."
    ),
    # SMART
    "in deze tekst zien wij geen tastbaar resultaat. "
    "Schrijf wat er dan is of af is, bijvoorbeeld '{example}'.": (
        "we see no tangible result in this text. "
        "Write what there will be or what will be finished, for example '{example}'."
    ),
    "deze tekst zegt wat u wilt, maar nog niet wat er dan is. "
    "Schrijf wat er af is of hoeveel het wordt, bijvoorbeeld '{example}'.": (
        "this text says what you want, but not yet what there will be. "
        "Write what is finished or how much it will be, for example '{example}'."
    ),
    "uit deze tekst blijkt niet wanneer het genoeg is. "
    "Noem een aantal of iets wat u kunt laten zien, bijvoorbeeld '{example}'.": (
        "this text does not tell when it is enough. "
        "Name a number, or something you can show, for example '{example}'."
    ),
    # Privacy
    "hier lijkt {kind} te staan. Noem liever de organisatie of de rol, bijvoorbeeld '{example}'.": (
        "this looks like {kind}. Name the organisation or the role instead, for example '{example}'."
    ),
    # Versions of a plan
    "dit is hetzelfde plan als {other} en telt daarom één keer mee. Haal een van de twee bestanden weg.": (
        "this is the same plan as {other} and therefore counts once. Remove one of the two files."
    ),
    "de doelstelling '{objective}' stond nog in de versie van {day} en staat er nu niet meer. "
    "Overleg met uw regio-ondersteuner.": (
        "the objective '{objective}' still stood in the version of {day} and is no longer there. "
        "Consult your regional supporter."
    ),
    "de doelstelling '{objective}' stond nog in de vorige versie en staat er nu niet meer. "
    "Overleg met uw regio-ondersteuner.": (
        "the objective '{objective}' still stood in the previous version and is no longer there. "
        "Consult your regional supporter."
    ),
    "de doelstelling '{objective}' stond nog niet in de versie van {day}. "
    "Overleg met uw regio-ondersteuner.": (
        "the objective '{objective}' did not stand in the version of {day}. Consult your regional supporter."
    ),
    "de doelstelling '{objective}' stond nog niet in de vorige versie. Overleg met uw regio-ondersteuner.": (
        "the objective '{objective}' did not stand in the previous version. Consult your regional supporter."
    ),
    "bij {what} staat {now}, in de versie van {day} was dat {before}. "
    "Zet de eerste datum terug en schrijf de nieuwe bij {expected}.": (
        "{what} says {now}, in the version of {day} it was {before}. "
        "Put the first date back and write the new one under {expected}."
    ),
    "bij {what} staat {now}, in de vorige versie was dat {before}. "
    "Zet de eerste datum terug en schrijf de nieuwe bij {expected}.": (
        "{what} says {now}, in the previous version it was {before}. "
        "Put the first date back and write the new one under {expected}."
    ),
    "bij {what} staat geen datum meer, in de versie van {day} was dat {before}. "
    "Zet die datum terug; een nieuwe hoort bij {expected}.": (
        "{what} no longer says a date, in the version of {day} it was {before}. "
        "Put that date back; a new one belongs under {expected}."
    ),
    "bij {what} staat geen datum meer, in de vorige versie was dat {before}. "
    "Zet die datum terug; een nieuwe hoort bij {expected}.": (
        "{what} no longer says a date, in the previous version it was {before}. "
        "Put that date back; a new one belongs under {expected}."
    ),
}
