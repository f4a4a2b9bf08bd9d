"""Colours as Excel, LibreOffice and Google Sheets offer them, and the marks people put in period cells."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader.marks import is_colour
from mijlpalen_xlsx.vocabulary import Light
from tests.hands.made import Value, plan_of, remarks_of

# Fills by the light they show: the standard and pale ones of each program's palette.
GREEN = """92D050 00B050 C6EFCE 70AD47 A9D08E E2EFDA 00A933 81D41A 069A2E 00FF00 6AA84F 93C47D B6D7A8 38761D
           34A853 00FF7F 008000 32CD32"""
ORANGE = """FFC000 FFFF00 ED7D31 FFEB9C FFE699 FFBF00 FF8000 FF972F FFFF6D FF9900 F1C232 FFD966 F6B26B E69138
            FBBC04 FFA500 BF9000 FFF2CC"""
RED = """FF0000 C00000 FFC7CE F00000 C9211E FF3838 FFA6A6 CC0000 E06666 EA9999 F4CCCC 990000 EA4335 DC143C
         FF4000"""
NONE = """FFFFFF F2F2F2 D9D9D9 BFBFBF 808080 000000 EEEEEE B2B2B2 CCCCCC 999999 4472C4 0070C0 00B0F0 DDEBF7
          2A6099 B4C7DC 0000FF 4A86E8 9FC5E8 9900FF 7030A0 E6E6FF"""
BY_LIGHT = {Light.GREEN: GREEN, Light.ORANGE: ORANGE, Light.RED: RED, None: NONE}
HEADS = ["Doelstelling", "Resultaat", "Beschrijving", "Stoplicht", "Toelichting"]


def light_of(fill: PatternFill, text: str | None = None) -> Plan:
    def paint(sheet: Worksheet) -> None:
        sheet["D2"].fill = fill

    return plan_of(
        HEADS, [["Doel", "Resultaat", "Les", text, "loopt"], [None, None, "Bus", None, None]], paint
    )


@pytest.mark.parametrize(
    ("colour", "light"), [(colour, light) for light, text in BY_LIGHT.items() for colour in text.split()]
)
def test_a_light_that_is_only_a_colour(colour: str, light: Light | None) -> None:
    plan = light_of(PatternFill("solid", fgColor="FF" + colour))
    assert [activity.light for activity in plan.activities] == [light, None]
    assert remarks_of(plan) == (["colour-only"] if light else [])


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        (Color(theme=6), Light.GREEN),
        (Color(theme=6, tint=0.5999), Light.GREEN),
        (Color(theme=5, tint=0.3999), Light.RED),
        (Color(theme=9, tint=-0.2499), Light.ORANGE),
        (Color(theme=0, tint=-0.2499), None),
        (Color(theme=4, tint=0.7999), None),
        (Color(indexed=3), Light.GREEN),
        (Color(indexed=10), Light.RED),
        (Color(indexed=51), Light.ORANGE),
        (Color(indexed=22), None),
    ],
)
def test_colours_of_the_theme_and_by_number(colour: Color, light: Light | None) -> None:
    assert light_of(PatternFill("solid", fgColor=colour)).activities[0].light == light


def test_the_word_counts_and_not_the_colour() -> None:
    plan = light_of(PatternFill("solid", fgColor="FFFF0000"), "Groen (bijna klaar)")
    assert plan.activities[0].light is Light.GREEN
    assert plan.activities[0].written["light"] == "Groen (bijna klaar)"


MARKS = ["x", "X", "✓", "✔", "●", "•", "1", "v", "×"]


@pytest.mark.parametrize("sign", MARKS)
def test_crosses_in_quarters_become_one_mark(sign: str) -> None:
    heads = ["Nr", "Mijlpaal", "2022 K3", "2022 K4", "2023 K1", "2023 K2"]
    (milestone,) = plan_of(heads, [["1.1", "Les", None, sign, sign, None]]).milestones
    assert [(m.first, m.last, m.by) for m in milestone.marks] == [(date(2022, 10, 1), date(2023, 3, 31), "x")]


def test_numbers_true_and_texts_in_years() -> None:
    heads: list[Value] = ["Nr", "Mijlpaal", 2022, 2023, 2024]
    rows: list[list[Value]] = [
        ["1.1", "A", 1, 1, None],
        ["1.2", "B", None, True, None],
        ["1.3", "C", "start", "loopt", 0],
    ]
    plan = plan_of(heads, rows)
    assert [[(m.first.year, m.last.year, m.by, m.text) for m in row.marks] for row in plan.milestones] == [
        [(2022, 2023, "x", None)],
        [(2023, 2023, "x", None)],
        [(2022, 2022, "text", "start"), (2023, 2023, "text", "loopt")],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "fill",
    [
        PatternFill("solid", fgColor="FF5B9BD5"),
        PatternFill("solid", fgColor=Color(theme=4, tint=0.5999)),
        PatternFill("lightUp", fgColor="FF5B9BD5"),
        PatternFill("darkGrid", fgColor="FF00B050", bgColor="FFFFFFFF"),
        PatternFill("gray125", fgColor="FF000000", bgColor="FFFFC000"),
    ],
)
def test_coloured_and_hatched_cells_are_marks(fill: PatternFill) -> None:
    def paint(sheet: Worksheet) -> None:
        sheet["D2"].fill = sheet["E2"].fill = fill

    plan = plan_of(["Nr", "Mijlpaal", 2022, 2023, 2024], [["1.1", "A"], ["1.2", "B"]], paint)
    first, second = plan.milestones
    assert [(m.first.year, m.last.year, m.by) for m in first.marks] == [(2023, 2024, "fill")]
    assert second.marks == ()


def test_a_coloured_row_and_grey_or_white_cells_are_no_marks() -> None:
    def paint(sheet: Worksheet) -> None:
        for cell in sheet[2]:
            cell.fill = PatternFill("solid", fgColor="FFDDEBF7")
        for place, colour in (("C3", "FFFFFFFF"), ("D3", "FFD9D9D9")):
            sheet[place].fill = PatternFill("solid", fgColor=colour)

    rows = [["1.1", "A", None, None, None], ["1.2", "B", None, None, None]]
    plan = plan_of(["Nr", "Mijlpaal", 2022, 2023, 2024], rows, paint)
    assert [milestone.marks for milestone in plan.milestones] == [(), ()]


@pytest.mark.parametrize("ground", [Colour.ENTRY, Colour.BAND, Colour.PAPER, Colour.WHITE])
def test_the_ground_of_our_own_cells_is_no_colour(ground: str) -> None:
    assert not is_colour(ground)
