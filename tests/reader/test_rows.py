"""What stands in the rows of our own format, as people fill them in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mijlpalen_xlsx.dates import Precision
from mijlpalen_xlsx.format import General, Mark, Milestone, Role
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read, read_workbook
from mijlpalen_xlsx.vocabulary import Light, RowKind, Stage
from mijlpalen_xlsx.writer import workbook_bytes
from tests.tables import workbook


def plan_of(text: str) -> Plan:
    return read_workbook(workbook(text))


def names_of(plan: Plan) -> list[str]:
    """Names of all remarks, those about the whole workbook first."""
    records = [remark for record in plan.records() for remark in record.remarks]
    return [remark.name for remark in (*plan.remarks, *records)]


def only(plan: Plan) -> Milestone:
    (milestone,) = plan.milestones
    return milestone


def test_bands_milestones_and_a_blank_row_in_the_middle() -> None:
    plan = plan_of("""
        | Soort | Nr  | Mijlpaal      | Start           | Gereed (gepland) | Pas na nr |
        |-------|-----|---------------|-----------------|------------------|-----------|
        | D     | 1   | LOB-programma |                 |                  |           |
        | M     | 1.1 | Lessen klaar  | 1-9-2021 {date} | eind 2022        |           |
        |       |     |               |                 |                  |           |
        | G     | 1.2 | Besluit       |                 | 2023 {number}    | 1.1; 3    |
        | M     |     |               |                 |                  |           |
        | D     | 2   |               |                 |                  |           |
    """)
    assert [(band.number, band.title) for band in plan.subprojects] == [("1", "LOB-programma")]
    first, second = plan.milestones
    assert (first.kind, second.kind) == (RowKind.MILESTONE, RowKind.DECISION)
    assert {m.subproject for m in plan.milestones} == {"1"}
    assert first.due is not None
    assert (first.due.last, first.due.text) == (date(2022, 12, 31), "eind 2022")
    assert second.due is not None
    assert second.due.precision is Precision.YEAR
    assert second.depends_on == ("1.1", "3")
    assert {key: at.cell for key, at in second.cells.items()} == {
        "kind": "A5", "number": "B5", "title": "C5", "due": "E5", "depends_on": "F5",
    }  # fmt: skip


def test_columns_inserted_swapped_and_in_english() -> None:
    plan = plan_of("""
        ### Anything!C4
        | Due (planned)   | Budget | No. | Milestone | Party    |
        | 1-7-2022 {date} | call them       | 1.1 | Ready     | School A |
    """)
    milestone = only(plan)
    assert (milestone.number, milestone.title, milestone.party) == ("1.1", "Ready", "School A")
    assert milestone.extra == {"Budget": "call them"}
    assert str(milestone.cells["extra:Budget"]) == "Anything!D5"
    assert plan.about.language == "en"
    assert (plan.about.recognised_by, names_of(plan)) == ("headers", ["unknown-column"])


def test_rows_sorted_apart_are_put_together_by_their_numbers() -> None:
    plan = plan_of("""
        | Soort | Nr  | Mijlpaal | Gereed (gepland) |
        | D     | 1   | Een      |                  |
        | D     | 2   | Twee     |                  |
        | M     | 1.1 | a        | 2022             |
        | M     | 2.1 | b        | 2022             |
        | M     | 1.2 | c        | 2022             |
    """)
    assert [(m.number, m.subproject) for m in plan.milestones] == [("1.1", "1"), ("2.1", "2"), ("1.2", "1")]


def test_by_place_when_every_band_has_rows() -> None:
    plan = plan_of("""
        | Soort | Nr  | Mijlpaal | Gereed (gepland) |
        | D     | 1   | Een      |                  |
        | M     | 2.9 | a        | 2022             |
        | D     | 2   | Twee     |                  |
        | M     | 2.1 | b        | 2022             |
    """)
    assert [m.subproject for m in plan.milestones] == ["1", "2"]


def test_what_cannot_be_read_is_kept_and_said_once() -> None:
    plan = plan_of("""
        | Soort | Nr  | Mijlpaal | Start     | Gereed (gepland)          | Gereed (verwacht) | Inzet (uren) |
        | X     | 1.1 | a        | 31-2-2022 | {formula =B9+1}           | #REF!             | veel         |
        | M     | 1.2 | b        | 2022      | 1-7-2022 {date} {formula =D3} | n.v.t.        | 5 dagdelen   |
    """)
    first, second = plan.milestones
    assert dict(first.written) == {
        "kind": "X", "start": "31-2-2022", "due": "=B9+1", "expected": "#REF!", "effort": "veel",
    }  # fmt: skip
    assert [remark.name for remark in first.remarks] == [
        "not-in-list", "unreadable-date", "formula-without-value", "formula-error", "unreadable-effort",
    ]  # fmt: skip
    assert second.due is not None
    assert second.due.first == date(2022, 7, 1)
    assert (second.effort, dict(second.written)) == (20.0, {"effort": "5 dagdelen", "expected": "n.v.t."})


def test_cancelled_wherever_it_stands() -> None:
    plan = plan_of("""
        | Soort | Nr  | Mijlpaal | Gereed (gepland) | Gereed (werkelijk) |
        | M     | 1.1 | a        | 1-7-2022 {date}  | Vervallen          |
        | M     | 1.2 | b        | gaat niet door   |                    |
        | M     | 1.3 | c        | 1-7-2022 {date}  | geschrapt          |
    """)
    assert [(m.cancelled, m.actual, dict(m.written)) for m in plan.milestones] == [
        (True, None, {}),
        (True, None, {"due": "gaat niet door"}),
        (True, None, {"actual": "geschrapt"}),
    ]
    assert names_of(plan) == []


def test_numbers_that_became_dates() -> None:
    milestone = only(plan_of("| Nr | Mijlpaal | Pas na nr |\n| 2026-02-01 {date} | a | 1-1-2026 {date} |"))
    assert (milestone.number, milestone.depends_on) == ("1.2", ("1.1",))
    assert [remark.name for remark in milestone.remarks] == ["number-became-date"] * 2
    assert milestone.written == {}


def test_marks_of_crosses_texts_and_colours() -> None:
    milestone, plain = plan_of("""
        |    |          | 2022 |    |    |    | 2023 |              |               |               |
        | Nr | Mijlpaal | K1   | K2 | K3 | K4 | K1   | K2           | K3            | K4            |
        | 1  | a        | x    | X  | ✓  |    | Q    | {fill 9DC3E6}| {fill 9DC3E6} | {fill FFFFFF} |
        | 2  | b        | ◆ {formula =A1} | ▸ | 0 | {fill FFFDF5} | {fill D9D9D9} |  |  |       |
    """).milestones
    assert milestone.marks == (
        Mark(date(2022, 1, 1), date(2022, 9, 30), "x"),
        Mark(date(2023, 1, 1), date(2023, 3, 31), "text", "Q"),
        Mark(date(2023, 4, 1), date(2023, 9, 30), "fill"),
    )
    assert milestone.at("marks:2023-04-01") == milestone.cells["title"]._replace(column=8)
    assert plain.marks == ()


def test_colours_of_the_template_are_no_marks() -> None:
    plan = plan_of("""
        | Nr              | Mijlpaal        | 2022          | 2023          | 2024          |
        | 1 {fill BDD7EE} | a {fill BDD7EE} | {fill BDD7EE} | {fill FCE4D6} | {fill BDD7EE} |
        | 2               | b               | {fill FFC000} | {fill FCE4D6} |               |
        | 3 {fill BDD7EE} | c {fill BDD7EE} | {fill BDD7EE} | {fill FCE4D6} | {fill BDD7EE} |
        |                 |                 |               | {fill FCE4D6} |               |
    """)
    assert [[m.first.year for m in milestone.marks] for milestone in plan.milestones] == [[], [2022], []]


def test_hidden_days_win_from_words() -> None:
    milestone = only(plan_of("""
        | Nr | Mijlpaal    | Periode 1       | Periode 2       |
        |    | eerste dag  | 1-1-2022 {date} | 1-5-2022 {date} |
        |    | laatste dag | 30-4-2022 {date} | 31-8-2022 {date} |
        | 1  | a           | x               | x               |
    """))  # fmt: skip
    assert milestone.marks == (Mark(date(2022, 1, 1), date(2022, 8, 31), "x"),)


def test_party_columns_by_the_references_in_their_heads() -> None:
    first = 'IF(Instellingen!$B$2<>"",Instellingen!$B$2,Instellingen!$A$2&"")'
    second = 'IF(Instellingen!$B$3="","",Instellingen!$B$3)'
    text = """
        ### Mijlpalenplan
        | Nr | Mijlpaal | Betrokken partij | Verantwoordelijkheid | {formula =FIRST} | {formula =SECOND} |
        | 1  | a        | School A         | trekt                | v                | betaalt mee       |

        ### Instellingen
        | Betrokken partijen | Korte naam |
        | School A           |            |
        | Gemeente Waterveld | Gemeente   |
    """
    milestone = only(plan_of(text.replace("FIRST", first).replace("SECOND", second)))
    assert milestone.roles == (Role("School A", "V"), Role("Gemeente", "betaalt mee"))
    assert str(milestone.at("roles:Gemeente")) == "Mijlpalenplan!F2"


def test_activities_fill_down_also_from_merged_cells() -> None:
    plan = plan_of("""
        | Nr | Doelstelling  | Resultaten | Beschrijving | 2022 | 2023          | Stoplicht     | Fase  |
        | 1  | Minder uitval | Programma  | schrijven    | x    |               | Groen, bijna  | Loopt |
        | 2  |               |            | invoeren     |      | {fill 92D050} | {fill FFC000} |       |
        | 3  | Meer {merge 2x1} | Lab     | bouwen       | half | x             | gereed        |       |
        | 4  |               |            | openen       |      |               | paars         |       |
    """)
    one, two, three, four = plan.activities
    assert (two.objective, two.result, two.cells["objective"].cell) == ("Minder uitval", "Programma", "B2")
    assert (four.objective, four.result) == ("Meer", "Lab")
    assert (one.years, two.years, three.years) == ((2022,), (2023,), (2022, 2023))
    assert three.year_texts == {2022: "half"}
    assert [a.light for a in plan.activities] == [Light.GREEN, Light.ORANGE, None, None]
    assert [a.stage for a in plan.activities] == [Stage.IN_PROGRESS, None, Stage.DONE, None]
    assert three.written == {"light": "gereed"}
    assert names_of(plan) == ["words-beside-choice", "colour-only", "not-in-list"]


def test_settings_by_their_labels() -> None:
    plan = plan_of("""
        | Nr | Mijlpaal | Gereed (gepland) |
        | 1  | a        | doorlopend       |

        ### Instellingen!B3
        | Algemeen   |  |                        |  | Betrokken partijen | Korte naam | Adres |
        | Regio      |  | De Waterlanden         |  | School A           | A          | hier  |
        | Penvoerder |  |                        |  | School B           |            |       |
        | Regeling   |  | sto-2020-2024          |  |                    |            |       |
        | Peildatum  |  | 45000 {formula =TODAY()} | | School C           | C          |       |
        | Kamer      |  | 12                     |  |                    |            |       |
    """)
    assert (plan.region, plan.general.lead_school, plan.scheme) == ("De Waterlanden", None, "sto-2020-2024")
    assert plan.reference_date is None
    assert plan.general.extra == {"Kamer": "12"}
    assert [(p.name, p.short) for p in plan.parties] == [
        ("School A", "A"),
        ("School B", None),
        ("School C", "C"),
    ]
    assert plan.parties[0].extra == {"Adres": "hier"}
    assert [r.name for r in plan.general.remarks] == ["reference-date-missing"]
    due = only(plan).due
    assert due is not None
    assert (due.first, due.last) == (date(2020, 1, 1), date(2024, 12, 31))


def test_more_parties_in_more_columns() -> None:
    milestone = only(plan_of("""
        | Mijlpaal | Gereed | Partij 1 | Verantwoordelijkheid | Partij 2 | Rol     | Kosten | Kosten |
        | a        | 2022   | School A | trekt                | Bedrijf  | levert  | 5      | 6      |
    """))  # fmt: skip
    assert (milestone.party, milestone.responsibility) == ("School A", "trekt")
    assert milestone.roles == (Role("Bedrijf", "levert"),)
    assert milestone.extra == {"Kosten": "5", "Kosten (2)": "6"}


def test_bands_without_a_column_for_the_kind() -> None:
    plan = plan_of("""
        | Nr  | Mijlpaal                  | Gereed |
        | 1   | Techniek in het basisonderwijs |   |
        | 1.1 | Afspraak                  | 2021   |
        |     | Deelproject 2: LOB        |        |
        | 2.1 | Leerlijn                  | 2022   |
        |     | Docenten                  |        |
        | 3.1 | Scholing                  | 2023   |
        |     | Totaal                    | 3      |
        |     | * onder voorbehoud        |        |
    """)
    assert [(band.number, band.title) for band in plan.subprojects] == [
        ("1", "Techniek in het basisonderwijs"), ("2", "LOB"), ("3", "Docenten"),
    ]  # fmt: skip
    assert [(m.number, m.subproject) for m in plan.milestones] == [("1.1", "1"), ("2.1", "2"), ("3.1", "3")]
    assert [remark.value for remark in plan.remarks] == ["Totaal", "* onder voorbehoud"]


def test_values_beside_the_table_are_said() -> None:
    plan = plan_of("""
        | Nr | Mijlpaal | Gereed |  |  |  |
        | 1  | a        | 2022   |  |  | nabellen |
    """)
    assert [(remark.name, remark.value, str(remark.at)) for remark in plan.remarks] == [
        ("stray-cell", "nabellen", "Mijlpalenplan!F2")
    ]


def test_typed_over_the_sums_of_a_band_is_kept() -> None:
    plan = plan_of("""
        | Soort | Nr  | Mijlpaal | Start                | Gereed (gepland) | Betrokken partij |
        | D     | 1   | LOB      | 44000 {number} {formula =MIN(D3)} | 31-12-2023 {date} | School A |
        | M     | 1.1 | a        |                      | 2022             |                  |
    """)
    (band,) = plan.subprojects
    assert band.written == {"due": "31 dec 2023", "party": "School A"}


def test_dates_under_a_head_that_nobody_knows_are_no_hidden_days() -> None:
    plan = plan_of("""
        | Nr  | Mijlpaal | Einde     | Besproken         | 2020 {number} |
        | 1.1 | Les      | eind 2022 | 1-2-2022 {date}   | x             |
        | 1.2 | Bus      | 2023      | 31-12-2022 {date} |               |
    """)
    assert [milestone.title for milestone in plan.milestones] == ["Les", "Bus"]
    assert plan.milestones[0].extra == {"Besproken": "1 feb 2022"}


@pytest.mark.parametrize("region", ["Regeling", "--scheme", "Penvoerder", "Peildatum"])
def test_a_region_by_the_name_of_a_label(region: str) -> None:
    plan = replace(Plan(), general=General(region=region, scheme="sto-2025-2028"))
    again = read(workbook_bytes(plan)).general
    assert (again.region, again.scheme) == (region, "sto-2025-2028")
