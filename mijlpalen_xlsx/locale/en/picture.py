"""English sentences of the picture and of the command that draws it."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "Breedte van een lang plaatje; anders 1400.": "Width of a long picture; 1400 otherwise.",
    "Dit zijn {count} bladen. Geef met -o de naam van een bestand.": (
        "These are {count} sheets. Give the name of a file with -o."
    ),
    "Eén lang plaatje, of liggende bladen van A3 of A4.": (
        "One long picture, or landscape sheets of A3 or A4."
    ),
    "PIXELS": "PIXELS",
    "PLAATJE": "PICTURE",
    "Schrijft in dit bestand: .svg, .png of .html.": "Writes to this file: .svg, .png or .html.",
    "tekent een plan als SVG, PNG of HTML": "draws a plan as SVG, PNG or HTML",
    """Tekent een plan: per mijlpaal een balk, met de afhankelijkheden, het stoplicht en de peildatum. De
naam na -o bepaalt de soort: .svg, .png of .html. Zonder -o gaat de SVG naar de standaarduitvoer.
Met --page a3 of a4 komt een groot plan op meer bladen: plan-1.svg, plan-2.svg. Een .html toont het
hele plan en drukt af op bladen.""": (
        "Draws a plan: a bar for every milestone, with dependencies, traffic light and reference date. The "
        "name after -o decides the kind: .svg, .png or .html. Without -o the SVG goes to standard output. "
        "With --page a3 or a4 a large plan takes more sheets: plan-1.svg, plan-2.svg. An .html shows the "
        "whole plan and prints on sheets."
    ),
    "(vervolg)": "(continued)",
    "1 mijlpaal": "1 milestone",
    "De mijlpalen als tabel": "The milestones as a table",
    "De tijdbalk loopt van {first} tot en met {last}.": "The timeline runs from {first} to {last}.",
    "Er is geen lettertype gevonden om de tekst mee te tekenen. Installeer bijvoorbeeld fonts-dejavu.": (
        "No font was found to draw the text with. Install fonts-dejavu, for example."
    ),
    "Er staan nog geen mijlpalen in dit plan.": "There are no milestones in this plan yet.",
    "Gereed op": "Done on",
    "Nog geen mijlpalen.": "No milestones yet.",
    "Voor PNG is een extra pakket nodig. Installeer het met: pip install 'mijlpalen-xlsx[plots]'": (
        "PNG needs an extra package. Install it with: pip install 'mijlpalen-xlsx[plots]'"
    ),
    "blad {number} van {of}": "sheet {number} of {of}",
    "go/no-go-besluit": "go/no-go decision",
    "in 1 deelproject": "in 1 subproject",
    "in {count} deelprojecten": "in {count} subprojects",
    "met de hand gezet": "set by hand",
    "nog geen datums": "no dates yet",
    "nieuw schooljaar": "new school year",
    "pas na": "only after",
    "peildatum {date}": "reference date {date}",
    "periode in woorden": "period in words",
    "start, nog geen einddatum": "start, no end date yet",
    "te laat, geen nieuwe datum": "late, no new date",
    "verwachte uitloop": "expected overrun",
    "{count} mijlpalen": "{count} milestones",
    "{count}. Stand op {date}: {stand}.": "{count}. Status on {date}: {stand}.",
    "{done} van {total} gereed": "{done} of {total} done",
    "{name}: {done} van {total} gereed.": "{name}: {done} of {total} done.",
}
