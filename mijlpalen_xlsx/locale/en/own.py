"""English sentences about a file with own rules."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "regel {line}: {what}": "line {line}: {what}",
    "hier klopt de schrijfwijze niet. Kijk of er een aanhalingsteken, haakje of = ontbreekt.": (
        "this is not written as it should be. See whether a quote, a bracket or an = is missing."
    ),
    "dit is geen gewone tekst. Sla het bestand op als UTF-8.": (
        "this is not plain text. Save the file as UTF-8."
    ),
    "dit bestand is te groot voor eigen regels. Verdeel de regels, of haal weg wat u niet gebruikt.": (
        "this file is too large for rules of your own. Split the rules, or remove what you do not use."
    ),
    "'{key}' kennen wij hier niet. Kies uit {choices}.": (
        "we do not know '{key}' here. Choose from {choices}."
    ),
    "'{key}' kennen wij hier niet. Bedoelde u {near}?": ("we do not know '{key}' here. Did you mean {near}?"),
    "{on} heeft geen kolom '{key}'. Kies een kolom die `mijlpalen-xlsx format` noemt.": (
        "{on} has no column '{key}'. Choose a column that `mijlpalen-xlsx format` names."
    ),
    "{on} heeft geen kolom '{key}'. Bedoelde u {near}?": ("{on} has no column '{key}'. Did you mean {near}?"),
    "hier ontbreekt '{key}'. Schrijf bijvoorbeeld {example}.": (
        "'{key}' is missing here. Write {example}, for example."
    ),
    "bij '{key}' kan dit niet staan. Schrijf bijvoorbeeld {example}.": (
        "this cannot stand at '{key}'. Write {example}, for example."
    ),
    "de code {code} is al gebruikt. Geef elke regel een eigen code, zoals {example}.": (
        "the code {code} is taken. Give each rule a code of its own, such as {example}."
    ),
    "deze regel vraagt nog niets. Zet erbij welke kolom gevuld moet zijn, zoals {example}.": (
        "this rule does not ask anything yet. Add which column must be filled in, such as {example}."
    ),
    "'{asked}' kan niet bij de kolom {column}. Kies uit {choices}.": (
        "'{asked}' cannot go with the column {column}. Choose from {choices}."
    ),
    "'{asked}' kan niet bij de kolom {column}. Bedoelde u {near}?": (
        "'{asked}' cannot go with the column {column}. Did you mean {near}?"
    ),
    "'{value}' staat niet in de lijst van de kolom {column}. Kies uit {choices}.": (
        "'{value}' is not in the list of the column {column}. Choose from {choices}."
    ),
    "'{value}' staat niet in de lijst van de kolom {column}. Bedoelde u {near}?": (
        "'{value}' is not in the list of the column {column}. Did you mean {near}?"
    ),
    "wat tussen {{ }} staat kennen wij niet. U kunt {choices} gebruiken.": (
        "we do not know what stands between {{ }}. You can use {choices}."
    ),
    "de code {code} kennen wij niet. Kijk met `mijlpalen-xlsx explain` welke codes er zijn.": (
        "we do not know the code {code}. See with `mijlpalen-xlsx explain` which codes there are."
    ),
    "de code {code} kennen wij niet. Bedoelde u {near}?": (
        "we do not know the code {code}. Did you mean {near}?"
    ),
}
