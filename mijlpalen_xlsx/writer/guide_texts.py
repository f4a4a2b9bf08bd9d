"""The sentences of the sheet Uitleg. The tips are those of the brochure, in our own words."""

from __future__ import annotations

__all__ = ["EXAMPLE", "SIGNS", "STEPS", "TIPS"]

STEPS = (
    (
        "settings",
        "Vul regio, regeling en peildatum in, en de partijen die meedoen met een korte naam. De "
        "keuzelijsten op de andere bladen komen hiervandaan.",
    ),
    (
        "plan",
        "Schrijf per deelproject op wat er klaar is als het klaar is, met begin en einde: de balken "
        "tekenen zichzelf. Kies wie trekt, en zet rechts bij elke partij V, E, R of I.",
    ),
    (
        "progress",
        "Zet onder elke doelstelling de resultaten en de activiteiten. Kies stoplicht en fase; schrijf "
        "bij Oranje en Rood ook op wat er knelt en wat u eraan doet.",
    ),
    (
        "trend",
        "Noteer bij elk rapportagemoment welke datum u dan verwacht, en schrijf in het logboek wat er "
        "veranderde. Dat is later de basis van uw voortgangsrapportage en eindverslag.",
    ),
    (
        "dashboard",
        "Bekijk of print de stand op één A4, voor stuurgroep of bestuur. Hier hoeft u niets in te vullen.",
    ),
)
"""Key of a sheet, and what to do there."""

SIGNS = (
    ("◆", "mijlpaal", "staat in de periode waarin het klaar is of klaar moet zijn"),
    ("★", "go/no-go", "een moment waarop u besluit of en hoe u verdergaat"),
    ("◇", "eerste planning", "hier stond de mijlpaal voordat hij verschoof"),
    ("┊", "peildatum", "streeplijn: de dag waarop de stand geldt"),
    (
        "VERI",
        "rollen",
        "V voert uit · E eindverantwoordelijk · R wordt geraadpleegd · I wordt geïnformeerd",
    ),
)
"""Sign, its name, what it says."""

TIPS = (
    (
        "Begin bij het eind.",
        "Bedenk eerst wat er aan het slot moet staan en reken terug: wat moet daarvoor af zijn, en wat "
        "daar weer voor?",
    ),
    (
        "Maak het tastbaar.",
        "Een goede mijlpaal kunt u laten zien: een getekende afspraak, een getest lespakket, een "
        "ingericht lokaal. Noem een aantal en een datum.",
    ),
    (
        "Reken met de tijd die het werk kost.",
        "Past alles wat nodig is voor een mijlpaal wel vóór die datum? Zo niet, dan is het doel of de "
        "planning te krap.",
    ),
    (
        "Let op de volgorde.",
        "Vul in welke mijlpaal moet wachten op een andere. Dan ziet u meteen wat er verschuift als iets "
        "uitloopt.",
    ),
    (
        "Plan beslismomenten.",
        "Zet een G bij een mijlpaal waarop de stuurgroep besluit: doorgaan, bijsturen of stoppen.",
    ),
    (
        "Laat de eerste datum staan.",
        "Loopt iets uit, vul dan de verwachte datum in. Kijk ook of het eindresultaat nog haalbaar is; zo"
        " niet, pas de datum aan of stel het doel bij.",
    ),
    (
        "Praat over oranje en rood.",
        "Een stoplicht is een begin van een gesprek met uw partners: wat houdt het tegen, en wie doet "
        "daar wat aan?",
    ),
)
"""A tip in short, and why."""

EXAMPLE = (
    (
        "Waar het om gaat",
        "Minder leerlingen haken in leerjaar 3 af: van 12 op de 100 in 2025 naar 8 op de 100 in 2028.",
    ),
    ("Deelproject 2", "Kennismaken met techniek in de onderbouw."),
    (
        "Wat is er klaar?",
        "Nummer 2.1: een lespakket van zes lessen is op drie scholen uitgeprobeerd en vastgesteld.",
    ),
    (
        "Wanneer?",
        "Van 1 september 2025 tot en met eind juni 2026. In mei blijkt dat het oktober 2026 wordt: die "
        "datum komt bij verwacht, de eerste blijft staan.",
    ),
    (
        "Wie?",
        "De werkgroep onderbouw trekt (V), de stuurgroep is eindverantwoordelijk (E), twee bedrijven "
        "denken mee (R), de andere scholen horen het (I).",
    ),
    (
        "Hoe gaat het?",
        "Oranje, loopt. Wat knelt: twee docenten zijn uitgevallen. Maatregel: de mbo-school neemt twee "
        "lessen over, in september opnieuw proberen.",
    ),
)
"""A question, and the answer for one invented milestone; no heads of the real sheets among them."""
