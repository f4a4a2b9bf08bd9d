"""Small plans as other people would make them: each becomes the plan that a person sees in it."""

from __future__ import annotations

import pytest

from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read_workbook
from tests.tables import workbook

SENT = {
    "the number in the title's own column": """
        | Nr.| Mijlpaal | Gereed |
        | 1  | LOB      |        |
        | 1.1| Les      | eind 2022 |
        | 1.2| Bus      | 2023 {number} |
    """,
    "bands with a word and a colon": """
        | Mijlpaal              | Einde     |
        | Deelproject 1: LOB    |           |
        | Les                   | eind 2022 |
        | Bus                   | 2023 {number} |
    """,
    "bands in a column, once": """
        | Deelproject | Mijlpaal | Einde     |
        | 1. LOB      | Les      | eind 2022 |
        |             | Bus      | 2023 {number} |
    """,
    "bands in a column, again in each row": """
        | Programmalijn | Mijlpaal | Einde     |
        | LOB           | Les      | eind 2022 |
        | LOB           | Bus      | 2023 {number} |
    """,
    "a band merged over the table": """
        | Nr | Mijlpaal | Einde |
        | Actielijn 1 - LOB {merge 1x3} | | |
        | 1.1 | Les | eind 2022 |
        | 1.2 | Bus | 2023 {number} |
    """,
    "the deelproject above the head": """
        | Deelproject 1 - LOB | | |
        | | | |
        | Nr | Mijlpaal | Einde |
        | 1.1 | Les | eind 2022 |
        | 1.2 | Bus | 2023 {number} |
    """,
    "a letter head and far from the corner": """
        ### Blad1!D9
        | Sterk Techniekonderwijs | | |
        | Stand van zaken | | |
        | | | |
        | Nr | Naam mijlpaal: | Opleverdatum |
        | 1 | LOB | |
        | 1.1 | Les | eind 2022 |
        | 1.2 | Bus | 2023 {number} |
    """,
    "heads in two lines": """
        | | WAT | PLANNING {merge 1x2} | |
        | Nr | Mijlpaal | Start | Gereed |
        | 1 | LOB | | |
        | 1.1 | Les | | eind 2022 |
        | 1.2 | Bus | | 2023 {number} |
    """,
    "columns in another order, with one of their own between": """
        | Einde | Map | Mijlpaal | Nr |
        | | | LOB | 1 |
        | eind 2022 | A | Les | 1.1 |
        | 2023 {number} | B | Bus | 1.2 |
    """,
    "in English": """
        | No. | Milestone | Due date |
        | 1 | LOB | |
        | 1.1 | Les | eind 2022 |
        | 1.2 | Bus | 2023 {number} |
    """,
    "half English": """
        | No | Mijlpaal | Deadline | Who |
        | 1 | LOB | | |
        | 1.1 | Les | eind 2022 | School A |
        | 1.2 | Bus | 2023 {number} | School B |
    """,
    "typing errors in every head": """
        | Numer | Mijlpaaal | Gereet (gepland) |
        | 1 | LOB | |
        | 1.1 | Les | eind 2022 |
        | 1.2 | Bus | 2023 {number} |
    """,
    "capitals, colons and odd spaces": """
        | NR.: |  MIJL­PAAL : | GEREED<br>(GEPLAND) |
        | 1 | LOB | |
        | 1.1 | Les | eind 2022 |
        | 1.2 | Bus | 2023 {number} |
    """,
    "blank rows between and a total below": """
        | Nr | Mijlpaal | Einde |
        | 1 | LOB | |

        | 1.1 | Les | eind 2022 |


        | 1.2 | Bus | 2023 {number} |
        | Totaal | 2 {number} | |
    """,
    "notes below": """
        | Nr | Mijlpaal | Einde |
        | 1 | LOB | |
        | 1.1 | Les | eind 2022 |
        | 1.2 | Bus | 2023 {number} |
        | | | |
        | * onder voorbehoud | | |
        | Bron: regioplan | | |
    """,
    "two tables, a head for each": """
        | Nr | Mijlpaal | Einde |
        | 1 | LOB | |
        | 1.1 | Les | eind 2022 |
        | | | |
        | Nr | Mijlpaal | Einde |
        | 1.2 | Bus | 2023 {number} |
    """,
    "a table on each of two sheets": """
        ### Jaar 1
        | Deelproject 1: LOB | | |
        | Nr | Mijlpaal | Einde |
        | 1.1 | Les | eind 2022 |
        ### Begroting
        | Post | Bedrag |
        | Bus | 100 {number} |
        ### Jaar 2
        | Nr | Mijlpaal | Einde |
        | 1.2 | Bus | 2023 {number} |
    """,
    "real dates under a misspelled head": """
        | Nr | Mijlpaal | Gepplant |
        | 1 | LOB | |
        | 1.1 | Les | 31-12-2022 {date} |
        | 1.2 | Bus | 31-12-2023 {date} |
    """,
    "a row for every party": """
        | Nr | Mijlpaal | Einde | Partij | Rol |
        | 1 | LOB | | | |
        | 1.1 | Les | eind 2022 | School A | maakt |
        | | | | School B | test |
        | 1.2 | Bus | 2023 {number} | School C | koopt |
    """,
    "numbers as numbers and bands in capitals": """
        | Nr | Mijlpaal | Einde |
        | DEELPROJECT 1: LOB | | |
        | 1.1 {number} | Les | eind 2022 |
        | 1.2 {number} | Bus | 2023 {number} |
    """,
    "a hidden column and a hidden row": """
        | Nr | Mijlpaal | Einde {hidden column} |
        | 1 | LOB | |
        | 1.1 | Les | eind 2022 |
        | 1.2 {hidden row} | Bus | 2023 {number} |
    """,
    "progress in the same table": """
        | Nr | Mijlpaal | Einde | Stand | Bijzonderheden |
        | 1 | LOB | | | |
        | 1.1 | Les | eind 2022 | groen | |
        | 1.2 | Bus | 2023 {number} | rood | te duur |
    """,
}  # fmt: skip


def plan_of(text: str) -> Plan:
    return read_workbook(workbook(text))


@pytest.mark.parametrize("text", SENT.values(), ids=SENT)
def test_the_plan_that_a_person_sees(text: str) -> None:
    plan = plan_of(text)
    titles = {band.number: band.title for band in plan.subprojects}
    seen = [(titles.get(m.subproject), m.title, m.due and m.due.as_due) for m in plan.milestones]
    assert [(band, title, str(due)) for band, title, due in seen] == [
        ("LOB", "Les", "2022-12-31"),
        ("LOB", "Bus", "2023-12-31"),
    ]


def test_what_was_read_of_a_misspelled_head_is_said() -> None:
    plan = plan_of("""
        | Nr  | Mijlpaal | Gereet (gepland) | Kleur map |
        | 1.1 | Les      | eind 2022        | blauw     |
    """)
    said = {remark.value: remark for remark in plan.remarks}
    assert said["Gereet (gepland)"].suggestion == "Gereed (gepland)"
    assert said["Gereet (gepland)"].values["read_as"] == ("Gereed (gepland)", "Due (planned)")
    assert (said["Kleur map"].suggestion, dict(said["Kleur map"].values)) == (None, {})
    assert plan.milestones[0].extra == {"Kleur map": "blauw"}
