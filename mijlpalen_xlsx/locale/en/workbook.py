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
