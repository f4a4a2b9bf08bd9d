"""The report in words: its order, its sentences and tables, and where every number in it comes from."""

from __future__ import annotations

import random
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mijlpalen_xlsx.dates import written_out
from mijlpalen_xlsx.narrative import Narrative, NotEarlier, Paragraph, Part, Table, Told, narrative
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.summary import Period
from mijlpalen_xlsx.words import clean
from tests.narrative.plans import LOG, SECRET, earlier, plan

SAMPLE = Path(__file__).parents[2] / "samples" / "halverwege" / "plan.xlsx"
MONTHS = "jan feb m(?:aa)?rt apr mei jun jul aug sep okt nov dec"
WINTER = Period(date(2026, 10, 1), date(2027, 2, 28))


def table(told: Narrative, caption: str) -> list[list[str]]:
    found = [t for t in told.tables() if t.caption == caption]
    assert len(found) == 1, [t.caption for t in told.tables()]
    return [[cell.text for cell in row] for row in found[0].rows]


def numbers(told: Narrative, caption: str) -> list[str]:
    return [row[0] for row in table(told, caption)]


def sentences(told: Narrative, title: str) -> list[str]:
    part = next(part for part in told.parts if part.title == title)
    return [block.told.text for block in part.blocks if isinstance(block, Paragraph)]


def test_the_order_is_that_of_a_report() -> None:
    told = narrative(plan(), previous=earlier(), period=WINTER)
    assert [part.title for part in told.parts] == [
        "Stand", "Behaald in deze periode", "Komt eraan", "Gepland tegenover gerealiseerd",
        "Uitloop en gevolgen", "Knelpunten en maatregelen", "Besluiten", "Veranderd sinds de vorige versie",
    ]  # fmt: skip
    assert [term for term, _ in told.facts] == ["Periode", "Peildatum", "Penvoerder"]


def test_how_it_stands_is_one_sentence() -> None:
    assert sentences(narrative(plan()), "Stand") == [
        "Op 1 maart 2027 zijn 2 van de 7 mijlpalen gereed; 1 is te laat, 1 is vervallen, 3 liggen op schema "
        "en 1 heeft geen datum; van de activiteiten met een stoplicht staan er 1 op groen en 1 op rood."
    ]


def test_reached_only_in_the_period() -> None:
    assert numbers(narrative(plan(), period=WINTER), "Mijlpalen die gereed zijn") == ["1.1"]
    assert numbers(narrative(plan()), "Mijlpalen die gereed zijn") == ["1.8", "1.1"]


def test_coming_names_a_year_and_counts_the_rest() -> None:
    told = narrative(plan())
    assert numbers(told, "Mijlpalen tot een jaar vooruit") == ["1.4", "1.2", "1.3"]
    assert sentences(told, "Komt eraan") == [
        "Daarna volgt nog 1 mijlpaal, de laatste op 31 december 2028.",
        "1 mijlpaal heeft nog geen datum: 1.6.",
    ]


def test_planned_beside_realised_with_what_people_wrote() -> None:
    rows = {row[0]: row[2:] for row in table(narrative(plan()), "Gepland tegenover gerealiseerd")}
    assert rows == {
        "1.1": ["1 oktober 2026", "20 december 2026", "11 weken (80 dagen) later", "De ruimte is gekeurd."],
        "1.2": [
            "1 december 2026", "nog niet; verwacht: 1 mei 2027", "22 weken (151 dagen) later verwacht",
            "De leverancier levert niet op tijd.",
        ],
        "1.7": ["1 februari 2027", "", "vervallen", "niet ingevuld"],
        "1.8": ["1 februari 2026", "28 januari 2026", "4 dagen eerder", ""],
    }  # fmt: skip


def test_a_bottleneck_of_the_version_before_is_a_reason_too() -> None:
    rows = table(narrative(plan(), previous=earlier()), "Gepland tegenover gerealiseerd")
    assert rows[0][-1] == "De vergunning kwam later."


def test_a_delay_and_what_it_does() -> None:
    told = narrative(plan())
    assert numbers(told, "Mijlpalen die uitlopen") == ["1.2"]
    # 1.3 starts the day after 1.2 was planned; that day becomes 1 May, 150 days later, so does its end
    assert table(told, "Gevolgen voor latere mijlpalen") == [
        ["1.3", "Het beheerplan is klaar", "1.2", "1 juni 2027", "29 oktober 2027",
         "21 weken (150 dagen) later"],
    ]  # fmt: skip


def test_bottlenecks_worst_first_and_what_is_missing() -> None:
    assert table(narrative(plan()), "Knelpunten en maatregelen") == [
        ["Machines plaatsen", "■ Rood", "De leverancier levert niet op tijd", "niet ingevuld"]
    ]


def test_decisions_with_the_log() -> None:
    told = narrative(plan(log=LOG))
    assert table(told, "Go/no-go-besluiten") == [
        ["1.4", "Besluit over het vervoer", "1 april 2027", "nog niet", "Op schema",
         "De stuurgroep wil eerst cijfers."],
    ]  # fmt: skip


def test_without_an_earlier_version_the_log_of_the_period_tells() -> None:
    told = narrative(plan(log=LOG), period=WINTER)
    assert [part.title for part in told.parts][-1] == "Veranderd sinds de vorige versie"
    assert [row[1] for row in table(told, "Opgeschreven in het logboek")] == ["1.4"]


def test_without_either_that_part_is_left_out() -> None:
    assert [part.title for part in narrative(plan()).parts][-1] == "Besluiten"


def test_what_changed() -> None:
    told = narrative(plan(), previous=earlier())
    part = told.parts[-1]
    titles = [block.title for block in part.blocks if isinstance(block, Part)]
    assert titles == [
        "Gereed gekomen",
        "Te laat geworden",
        "Stoplicht en fase van activiteiten",
        "Deelprojecten, partijen en instellingen",
    ]
    assert numbers(told, "Gereed gekomen") == ["1.1"]


def test_progress_of_before_the_period_is_left_out() -> None:
    late = Period(date(2027, 2, 2), date(2027, 3, 1))
    rows = table(narrative(plan(), period=late), "Voortgang van de activiteiten")
    assert [row[1] for row in rows] == ["Verbouwen"]


def test_an_earlier_version_must_be_earlier() -> None:
    with pytest.raises(NotEarlier):
        narrative(earlier(), previous=plan())


def test_personal_data_is_not_repeated() -> None:
    told = narrative(plan(log=(SECRET,)))
    assert "jan@" not in texts_of(told)
    assert "•••" in texts_of(told)


def test_an_empty_plan_has_a_report() -> None:
    told = narrative(plan(milestones=(), activities=()))
    assert sentences(told, "Stand") == ["Er staan geen mijlpalen in het plan."]
    assert not list(told.tables())


def test_english_has_no_dutch_left() -> None:
    told = narrative(plan(), previous=earlier(), lang="en")
    assert told.parts[0].title == "Status"
    people = {m.title for m in plan().milestones} | {"De vergunning kwam later."}
    words = {word for text in walked(told) if text.text not in people for word in text.text.split()}
    assert not words & {"gereed", "mijlpalen", "gepland", "later verwacht", "zijn", "nog", "tot", "en"}


def walked(told: Narrative) -> list[Told]:
    found = [value for _, value in told.facts]
    parts = list(told.parts)
    while parts:
        for block in parts.pop(0).blocks:
            match block:
                case Part():
                    parts.append(block)
                case Paragraph():
                    found.append(block.told)
                case Table():
                    found += [cell for row in block.rows for cell in row]
    return found


def texts_of(told: Narrative) -> str:
    return "\n".join(text.text for text in walked(told))


# Every number in the report can be found in the workbook


def day_of(value: Any) -> date | None:
    """The day in a cell: a real one, or one written as 1-12-2023; read here without our own parser."""
    if isinstance(value, datetime):
        return value.date()
    words = str(value).strip().lower()
    for number, month in enumerate(MONTHS.split(), 1):
        words = re.sub(rf" {month}[a-z]*\.? ", f"-{number}-", words)
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", words)
    return date(int(found[3]), int(found[2]), int(found[1])) if found else None


def as_people_read(value: Any) -> str:
    day = day_of(value)
    return written_out(day) if day else clean(str(value))


def test_twenty_numbers_stand_in_the_workbook() -> None:
    book = openpyxl.load_workbook(SAMPLE)
    told = walked(narrative(read(SAMPLE)))
    one_cell = [t for t in told if len(t.at) == 1 and re.search(r"\d", t.text)]
    for text in random.Random(20).sample(one_cell, 20):
        at = text.at[0]
        written = as_people_read(book[at.sheet].cell(at.row, at.column).value)
        assert written in text.text, (text, written)


def test_every_difference_follows_from_its_two_cells() -> None:
    book = openpyxl.load_workbook(SAMPLE)
    pairs = 0
    for text in walked(narrative(read(SAMPLE))):
        if len(text.at) != 2 or not (found := re.search(r"(\d+) dag", text.text)):
            continue
        first, last = (day_of(book[at.sheet].cell(at.row, at.column).value) for at in text.at)
        if first and last:
            assert abs((last - first).days) == int(found[1]), text
            pairs += 1
    assert pairs >= 3


def test_the_counts_are_those_of_the_rows() -> None:
    book, told = openpyxl.load_workbook(SAMPLE), narrative(read(SAMPLE))
    stand = walked(told)[len(told.facts)]
    cells = [book[at.sheet].cell(at.row, at.column).value for at in stand.at]
    lights = [cell for cell in cells if cell in ("Groen", "Oranje", "Rood")]
    start, statuses, lit = ([int(n) for n in re.findall(r"\d+", part)] for part in stand.text.split(";"))
    done, total = start[-2:]
    assert total == len(cells) - len(lights)
    assert done + sum(statuses) == total
    assert sum(lit) == len(lights)
