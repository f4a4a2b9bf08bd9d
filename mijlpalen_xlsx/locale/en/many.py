"""English sentences of runs over many files: options, progress, what is passed over."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "Leest met zoveel processen tegelijk. Anders naar het aantal bestanden en processors.": (
        "Reads with this many processes at once. Otherwise as the number of files and processors asks."
    ),
    "Bewaart in deze map wat van elk bestand is gelezen, en leest een bestand dat gelijk bleef niet "
    "opnieuw. Er komt in wat in de plannen staat, ook namen, en alleen u kunt erbij; "
    "de map mag altijd weg.": (
        "Keeps in this folder what was read of every file, and does not read a file again that stayed the "
        "same. What is in the plans goes into it, names too, and only you can enter it; "
        "the folder may always be deleted."
    ),
    "Bewaart in deze map wat van elk bestand is gelezen, en leest een bestand dat gelijk bleef niet "
    "opnieuw. Er komt in wat in de plannen staat, ook namen, en alleen u kunt erbij; "
    "de map mag altijd weg. Niet bij html, sarif en junit.": (
        "Keeps in this folder what was read of every file, and does not read a file again that stayed the "
        "same. What is in the plans goes into it, names too, and only you can enter it; "
        "the folder may always be deleted. Not with html, sarif and junit."
    ),
    "Leest op een draaiend Dask-cluster, zoals tcp://10.0.0.5:8786, "
    "dat de bestanden onder dezelfde naam ziet.": (
        "Reads on a running Dask cluster, such as tcp://10.0.0.5:8786, "
        "that sees the files under the same names."
    ),
    "Dit is een map, en er staat geen enkel werkboek (.xlsx) in.": (
        "This is a folder, and there is not a single workbook (.xlsx) in it."
    ),
    "Overgeslagen: dit is een overzicht van dit programma, geen plan.": (
        "Passed over: this is an overview made by this program, not a plan."
    ),
    "{done} van {total} bestanden": "{done} of {total} files",
    "nog {n} s": "{n} s left",
    "nog {n} min": "{n} min left",
    "nog {n} uur": "{n} h left",
    "Schrijft in dit bestand: .json, .ics, .xml, .mmd of .csv. Bij meer werkboeken een map.": (
        "Writes to this file: .json, .ics, .xml, .mmd or .csv. A folder for several workbooks."
    ),
    "Soort bestand. Anders volgt die uit de naam na -o.": (
        "Kind of file. Otherwise it follows from the name after -o."
    ),
    "Van meer werkboeken komt elk in een eigen bestand. Noem daarvoor een map, zoals uitvoer/.": (
        "Of several workbooks each comes in a file of its own. Name a folder for them, such as output/."
    ),
    "Geschreven: {n} bestanden in {folder}": "Written: {n} files in {folder}",
}
