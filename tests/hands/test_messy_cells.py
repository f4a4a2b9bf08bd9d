"""Cells as people and programs leave them: words in many shapes, errors, formulas, unseen characters."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from mijlpalen_xlsx.format import Activity, Milestone
from mijlpalen_xlsx.vocabulary import Light, Stage
from tests.hands.made import Value, plan_of, remarks_of

PLAN = [
    "Nr",
    "Mijlpaal",
    "Start",
    "Gereed (gepland)",
    "Inzet (uren)",
    "Betrokken partij",
    "Verantwoordelijkheid",
]
GOING = ["Doelstelling", "Beschrijving", "Stoplicht", "Fase", "Toelichting"]


def milestone_of(*values: Value) -> Milestone:
    (milestone,) = plan_of(PLAN, [values]).milestones
    return milestone


def activity_of(light: Value, stage: Value = None, explanation: Value = None) -> Activity:
    (activity,) = plan_of(GOING, [["Doel", "Les", light, stage, explanation]]).activities
    return activity


@pytest.mark.parametrize(
    ("text", "light", "kept"),
    [
        ("Groen", Light.GREEN, False),
        (" groen. ", Light.GREEN, False),
        ("GROEN", Light.GREEN, False),
        ("gro\u00aden", Light.GREEN, False),
        ("Groen (bijna klaar)", Light.GREEN, True),
        ("Groen, bijna klaar", Light.GREEN, True),
        ("groen/oranje", Light.ORANGE, True),
        ("oranje → groen", Light.ORANGE, True),
        ("ligt op schema", Light.GREEN, True),
        ("knelpunten", Light.ORANGE, True),
        ("🟡", Light.ORANGE, True),
        ("loopt vast", Light.RED, True),
        ("paars", None, True),
    ],
)
def test_words_for_a_light(text: str, light: Light | None, kept: bool) -> None:
    activity = activity_of(text)
    assert activity.light == light
    assert activity.written.get("light") == (text if kept else None)


@pytest.mark.parametrize("text", ["afgerond", "Klaar!", "opgeleverd", "blauw", "✔"])
def test_a_stage_in_the_column_of_the_light_and_in_its_own(text: str) -> None:
    for activity in (activity_of(text), activity_of(None, text)):
        assert (activity.light, activity.stage) == (None, Stage.DONE)


@pytest.mark.parametrize(
    ("value", "hours"),
    [
        (40, 40.0),
        (12.5, 12.5),
        ("40", 40.0),
        ("1.234,5", 1234.5),
        ("2 dagdelen", 8.0),
        ("ca. 3 dagen", 24.0),
        ("40 uur per jaar", 40.0),
        ("veel", None),
    ],
)
def test_effort_in_dutch_numbers(value: Value, hours: float | None) -> None:
    milestone = milestone_of("1.1", "Les", None, "1-7-2022", value)
    assert milestone.effort == hours
    if isinstance(value, str) and value != "40":
        assert milestone.written["effort"] == value


@pytest.mark.parametrize(
    "text", ["vmbo A + B i.s.m. mbo X", "School A; School B", "School A\nSchool B", "School A / School B"]
)
def test_several_parties_in_one_cell_stay_as_written(text: str) -> None:
    milestone = milestone_of("1.1", "Les", None, "1-7-2022", None, text, "maakt de les")
    assert (milestone.party, milestone.responsibility) == (text, "maakt de les")


@pytest.mark.parametrize(
    ("value", "number"),
    [(1.1, "1.1"), (2, "2"), (3.0, "3"), ("1.10", "1.10"), (datetime(2026, 2, 1), "1.2"), ("1.1.", "1.1")],
)
def test_numbers_that_a_program_changed(value: Value, number: str) -> None:
    milestone = milestone_of(value, "Les", None, "1-7-2022")
    assert milestone.number == number
    became_a_date = [remark.suggestion for remark in milestone.remarks if remark.name == "number-became-date"]
    assert became_a_date == ([number] if isinstance(value, datetime) else [])


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"])
def test_errors_count_as_empty_and_are_said(text: str) -> None:
    def broken(sheet: Worksheet) -> None:
        sheet["D2"].value = text
        sheet["D2"].data_type = "e"

    plan = plan_of(PLAN, [["1.1", "Les", None, None]], broken)
    assert plan.milestones[0].due is None
    assert remarks_of(plan) == ["formula-error"]


@pytest.mark.parametrize("text", ["#VERW!", "#N/B", "#DEEL/0!", "#WAARDE!"])
def test_dutch_errors_as_text_are_no_dates(text: str) -> None:
    milestone = milestone_of("1.1", "Les", None, text)
    assert (milestone.due, milestone.written["due"]) == (None, text)


@pytest.mark.parametrize("formula", ["=B3&C3", '=CMD("calc")', "=1+1"])
def test_a_formula_that_nothing_worked_out(formula: str) -> None:
    milestone = milestone_of("1.1", "Les", None, formula)
    assert milestone.due is None
    assert [remark.name for remark in milestone.remarks] == ["formula-without-value"]


def test_a_formula_that_points_at_another_cell_is_followed() -> None:
    plan = plan_of(PLAN, [["1.1", "Les", None, "1-7-2022"], ["1.2", "Bus", "=D2", "31-12-2022"]])
    start = plan.milestones[1].start
    assert start is not None
    assert start.first == date(2022, 7, 1)


def test_invisible_characters_rich_text_and_apostrophes() -> None:
    rich = CellRichText("Les ", TextBlock(InlineFont(b=True), "klaar"), " in mei")
    first, second = plan_of(
        ["\ufeffNr\u00a0", "Mijl\u200bpaal", "Gereed\n(gepland):"],
        [["1.1", rich, "\u00a01\u00a0mei\u00a02022"], ["\u200b1.2", "'Bus", "'1-7-2022"]],
    ).milestones
    assert (first.title, second.title) == ("Les klaar in mei", "'Bus")
    assert [m.due.first for m in (first, second) if m.due] == [date(2022, 5, 1), date(2022, 7, 1)]


def test_a_merged_cell_over_three_rows_holds_for_all() -> None:
    rows = [["1.1", "A", None, "1-7-2022"], ["1.2", "B", None, None], ["1.3", "C", None, None]]
    plan = plan_of(PLAN, rows, lambda sheet: sheet.merge_cells("D2:D4"))
    assert [m.due and m.due.text for m in plan.milestones] == ["1-7-2022"] * 3
    assert {str(m.at("due")) for m in plan.milestones} == {"Sheet!D2"}


@pytest.mark.parametrize("text", ["Totaal", "Subtotaal deelproject 1", "* zie bijlage", "Bron: regioplan"])
def test_totals_and_notes_are_no_milestones(text: str) -> None:
    plan = plan_of(PLAN, [["1.1", "Les", None, "1-7-2022"], [None, text]])
    assert [milestone.title for milestone in plan.milestones] == ["Les"]
    assert remarks_of(plan) == ["stray-cell"]


def test_two_milestones_in_one_cell_stay_one() -> None:
    milestone = milestone_of("1.1", "1. Lessen klaar\n2. Bus besteld", None, "1-7-2022")
    assert milestone.title == "1. Lessen klaar\n2. Bus besteld"


def test_a_day_that_got_this_year_lies_outside_the_period() -> None:
    plan = plan_of([*PLAN, *range(2020, 2025)], [["1.1", "Les", None, datetime(2026, 9, 1)]])
    assert plan.milestones[0].due is not None
    assert plan.milestones[0].due.first == date(2026, 9, 1)
    assert plan.years == (2020, 2024)


HEAD_WORDS = {
    "Rollen en delijkheden": "responsibility", "Rol/verantw.": "responsibility", "Wie?": "party",
    "Trekker": "party", "Organisatie:": "party", "EINDDATUM": "due", "Eind datum": "due", "Deadline": "due",
    "Gereed\n(gepland)": "due", "Start\u00a0datum": "start", "Begin datum": "start",
    "Afhankelijk van nr": "depends_on",
    "Tijdsinvestering (uren)": "effort", "Verwacht gereed": "expected",
    "Werkelijk gereed": "actual",
    "Gerealiseerd op": "actual", "Verantwoordelijkhied": "responsibility", "Uitvoerder(s)": "party",
}  # fmt: skip


@pytest.mark.parametrize(("head", "key"), HEAD_WORDS.items())
def test_words_above_a_column(head: str, key: str) -> None:
    plan = plan_of(["Nr", "Mijlpaal", head, "Map"], [["1.1", "Les", "1", "blauw"]])
    assert str(plan.milestones[0].at(key)) == "Sheet!C2"
