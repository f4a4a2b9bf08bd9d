"""Fills worked out to the colour that people see, and number formats that make a number a date."""

from __future__ import annotations

from datetime import datetime

import pytest

from mijlpalen_xlsx.sheets import open_workbook
from mijlpalen_xlsx.sheets.styles import is_date_format, tinted
from mijlpalen_xlsx.sheets.values import from_serial
from tests.sheets.made import BOOK, STYLES, a_workbook

SOLID = '<patternFill patternType="solid"><fgColor rgb="FF92D050"/></patternFill>'

THEME = """<a:theme xmlns:a="x" name="Eigen"><a:themeElements><a:clrScheme name="x">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>
<a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2>
</a:clrScheme></a:themeElements></a:theme>"""


def fill_of(fill: str, extra: str = "", theme: str = THEME) -> str | None:
    styles = STYLES.replace(SOLID, fill).replace("</styleSheet>", extra + "</styleSheet>")
    cell = (
        open_workbook(a_workbook({"xl/styles.xml": styles, "xl/theme/theme1.xml": theme}))
        .sheets[0]
        .cells.get((3, 2))
    )
    return cell.fill if cell else None


def solid(colour: str) -> str:
    return f'<patternFill patternType="solid"><fgColor {colour}/><bgColor indexed="64"/></patternFill>'


@pytest.mark.parametrize(
    ("colour", "seen"),
    [
        ('rgb="FF92D050"', "92D050"),
        ('rgb="0092d050"', "92D050"),
        ('rgb="92D050"', "92D050"),
        ('rgb="FFFFFFFF"', None),  # white marks nothing
        ('theme="0"', None),
        ('theme="1"', "000000"),
        ('theme="2"', "EEECE1"),
        ('theme="3"', "1F497D"),
        ('theme="4"', "4F81BD"),
        ('theme="5"', "C0504D"),
        ('theme="6"', "A5A5A5"),  # not in this theme: Office's own
        # as Excel paints them: "40 % lighter", "25 % darker", "15 % darker"
        ('theme="4" tint="0.39997558519241921"', "95B3D7"),
        ('theme="4" tint="-0.249977111117893"', "366092"),
        ('theme="5" tint="0.59999389629810485"', "E6B8B7"),
        ('theme="0" tint="-0.14999847407452621"', "D9D9D9"),
        ('theme="1" tint="0.499984740745262"', "808080"),
        ('indexed="10"', "FF0000"),
        ('indexed="50"', "99CC00"),
        ('indexed="64"', "000000"),
        ('indexed="9"', None),
    ],
)
def test_colours(colour: str, seen: str | None) -> None:
    assert nearly(fill_of(solid(colour)), seen)


def nearly(found: str | None, seen: str | None) -> bool:
    """Equal but for one step in a tint: Excel counts lightness in whole steps and we do not."""
    if found is None or seen is None:
        return found is seen
    return all(abs(int(found[at : at + 2], 16) - int(seen[at : at + 2], 16)) <= 1 for at in (0, 2, 4))


def test_a_palette_of_the_file_itself() -> None:
    own = '<colors><indexedColors><rgbColor rgb="00112233"/><rgbColor rgb="x"/></indexedColors></colors>'
    assert fill_of(solid('indexed="0"'), own) == "112233"
    assert fill_of(solid('indexed="1"'), own) is None
    assert fill_of(solid('indexed="2"'), own) == "FF0000"


@pytest.mark.parametrize(
    ("fill", "seen"),
    [
        ("", None),
        ("<patternFill/>", None),
        ('<patternFill patternType="none"><fgColor rgb="FFFF0000"/></patternFill>', None),
        ('<patternFill patternType="gray125"/>', None),
        ('<patternFill patternType="solid"/>', None),
        ('<patternFill patternType="solid"><bgColor rgb="FFFF0000"/></patternFill>', "FF0000"),
        ('<patternFill patternType="darkGray"><fgColor rgb="FFFF0000"/></patternFill>', "FF4040"),
        ('<patternFill patternType="lightGray"><fgColor rgb="FFFF0000"/><bgColor rgb="FF0000FF"/>'
         "</patternFill>", "4000BF"),
        ('<patternFill patternType="darkUp"><bgColor rgb="FFFFFF00"/></patternFill>', "808000"),
        ('<gradientFill><stop><color rgb="FFFF0000"/></stop><stop><color rgb="FF0000FF"/></stop>'
         "</gradientFill>", "800080"),
        ("<gradientFill/>", None),
        ('<patternFill patternType="wat"><fgColor rgb="FFFF0000"/></patternFill>', "FF8080"),
    ],
)  # fmt: skip
def test_patterns_and_gradients(fill: str, seen: str | None) -> None:
    assert fill_of(fill) == seen


def test_tints_stay_within_the_colours_there_are() -> None:
    assert tinted("92D050", 5.0) == "FFFFFF"
    assert tinted("92D050", -5.0) == "000000"
    assert tinted("808080", 0.0) == "808080"


@pytest.mark.parametrize(
    "code",
    [
        "dd-mm-yyyy",
        "d mmm",
        "mmm-yy",
        "yyyy",
        "mmmm",
        "[$-413]d mmmm yyyy;@",
        'd "uur"',
        "m/d/yy h:mm",
        "[Red]dd-mm",
        "YYYY",
    ],
)
def test_date_formats(code: str) -> None:
    assert is_date_format(code)


@pytest.mark.parametrize(
    "code",
    ["General", "0", "@", "#,##0.00", '"dag" 0', r"0\d", "h:mm", "[h]:mm", "mm:ss", "[mm]:ss", "h:mm AM/PM",
     "[Red]0", "0.00E+00", '0" maanden"', "_d0", "*d0", '0;"dd"', '"open', "[$€-413] #,##0"],
)  # fmt: skip
def test_formats_that_are_no_date(code: str) -> None:
    assert not is_date_format(code)


@pytest.mark.parametrize(
    ("serial", "moment"),
    [
        (1, datetime(1900, 1, 1)),
        (59, datetime(1900, 2, 28)),
        (61, datetime(1900, 3, 1)),
        (46000, datetime(2025, 12, 9)),
        (46000.5, datetime(2025, 12, 9, 12)),
        (45999.9999999, datetime(2025, 12, 9)),
        (45000.3333333, datetime(2023, 3, 15, 8)),
        (2958465, datetime(9999, 12, 31)),
        (2958465.9999999, 2958465.9999999),
        (0, 0),
        (0.5, 0.5),
        (-1, -1),
        (2958466, 2958466),
    ],
)
def test_serial_numbers(serial: float, moment: datetime | float) -> None:
    assert from_serial(serial) == moment


@pytest.mark.parametrize(
    ("serial", "moment"),
    [
        (1, datetime(1904, 1, 2)),
        (44538, datetime(2025, 12, 9)),
        (2957003, datetime(9999, 12, 31)),
        (2957004, 2957004),
    ],
)
def test_serial_numbers_of_1904(serial: float, moment: datetime | float) -> None:
    assert from_serial(serial, date_1904=True) == moment


def test_a_workbook_of_1904() -> None:
    book = BOOK.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    read = open_workbook(a_workbook({"xl/workbook.xml": book}))
    assert read.date_1904
    assert read.sheets[0].cells[3, 1].value == datetime(2029, 12, 10)


def test_number_formats_are_handed_out() -> None:
    cells = open_workbook(a_workbook()).sheets[0].cells
    assert [cells[place].number_format for place in ((1, 1), (3, 1))] == ["General", "dd\\-mm\\-yyyy"]


def test_styles_with_odd_numbers() -> None:
    rows = '<c r="A1" s="02"/><c r="B1" s=" 1 "><v>46000</v></c><c r="C1" s="x" t="str"><v>a</v></c>'
    rows = f'<row r="1">{rows}</row>'
    cells = open_workbook(a_workbook(rows=rows)).sheets[0].cells
    assert cells[1, 2].value == datetime(2025, 12, 9)
    assert cells[1, 3].value == "a"


def test_very_many_styles() -> None:
    formats = "".join(f'<xf numFmtId="0" fillId="{number % 3}"/>' for number in range(5000))
    styles = STYLES[: STYLES.index("<cellXfs>")] + f"<cellXfs>{formats}</cellXfs></styleSheet>"
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="{row}"/></row>' for row in range(1, 4999))
    cells = open_workbook(a_workbook({"xl/styles.xml": styles}, rows)).sheets[0].cells
    assert [row for row, _ in cells] == list(range(2, 4999, 3))
