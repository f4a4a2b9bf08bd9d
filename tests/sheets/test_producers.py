"""Oddities of programs that write workbooks: what a person's program opens, we read."""

from __future__ import annotations

import codecs
import re
from datetime import datetime

import pytest

from mijlpalen_xlsx.cells import CellError, Value
from mijlpalen_xlsx.sheets import Workbook, open_workbook
from tests.sheets.made import (
    BOOK,
    BOOK_RELATIONS,
    MAIN,
    RELATIONS,
    STRINGS,
    STYLES,
    TOP_RELATIONS,
    a_workbook,
    package,
    patched,
    relation,
    relations,
    sheet_xml,
    values,
)

EXPECTED = {
    (1, 1): "een", (1, 2): "twee", (3, 1): datetime(2025, 12, 9), (3, 2): None, (3, 3): 1.5,
}  # fmt: skip


def as_expected(book: Workbook) -> bool:
    return values(book) == EXPECTED and book.sheets[0].cells[3, 2].fill == "92D050"


def prefixed(xml: bytes) -> bytes:
    """The same part with a prefix at each tag, as some libraries write it."""
    xml = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", xml)
    return xml.replace(b"xmlns=", b"xmlns:x=")


def strict(xml: bytes) -> bytes:
    """The same part by the strict variant of the standard."""
    xml = xml.replace(RELATIONS.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    return xml.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")


def utf16(xml: bytes) -> bytes:
    text = re.sub(r"^<\?xml.*?\?>\s*", "", xml.decode())
    return codecs.BOM_UTF16_LE + f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16-le")


def indented(xml: bytes) -> bytes:
    return re.sub(rb">\s*<(?!/v|/t)", b">\n   <", xml)


@pytest.mark.parametrize("change", [prefixed, strict, utf16, indented, lambda xml: codecs.BOM_UTF8 + xml])
def test_xml_written_otherwise(change) -> None:  # type: ignore[no-untyped-def]
    assert as_expected(open_workbook(patched(a_workbook(), lambda name, xml: (name, change(xml)))))


@pytest.mark.parametrize(
    "change",
    [
        lambda name: name.replace("/", "\\"),
        str.upper,
        lambda name: "/" + name,
        lambda name: name.replace("sharedStrings", "SharedStrings"),
    ],
)
def test_names_of_parts_written_otherwise(change) -> None:  # type: ignore[no-untyped-def]
    assert as_expected(open_workbook(patched(a_workbook(), lambda name, xml: (change(name), xml))))


def test_absolute_targets_and_another_folder() -> None:
    book = package(
        {
            "_rels/.rels": TOP_RELATIONS.replace("xl/workbook.xml", "/inhoud/boek.xml"),
            "inhoud/boek.xml": BOOK,
            "inhoud/_rels/boek.xml.rels": BOOK_RELATIONS.replace("worksheets/sheet1.xml", "/bladen/een.xml")
            .replace("styles.xml", "../opmaak.xml")
            .replace("sharedStrings.xml", "./teksten.xml"),
            "bladen/een.xml": sheet_xml(),
            "opmaak.xml": STYLES,
            "inhoud/teksten.xml": STRINGS,
        }
    )
    assert as_expected(open_workbook(book))


@pytest.mark.parametrize(
    "missing",
    [["_rels/.rels"], ["xl/_rels/workbook.xml.rels"], ["_rels/.rels", "xl/_rels/workbook.xml.rels"]],
)
def test_missing_relations(missing: list[str]) -> None:
    assert as_expected(open_workbook(a_workbook(dict.fromkeys(missing))))


def test_targets_outside_the_file_are_left_alone() -> None:
    outside = relation("styles", "file:///etc/passwd", "b", ' TargetMode="External"')
    outside = relations(outside, relation("theme", "../../../etc/passwd"), also=BOOK_RELATIONS)
    assert "etc/passwd" in outside
    assert as_expected(open_workbook(a_workbook({"xl/_rels/workbook.xml.rels": outside})))


def test_cells_and_rows_without_references() -> None:
    rows = """<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row/>
    <row><c s="1"><v>46000</v></c><c s="2"/><c><v>1.5</v></c></row>"""
    assert as_expected(open_workbook(a_workbook(rows=rows)))


def test_counts_are_not_doubled_by_counting_cells() -> None:
    """A sheet is read again when a cell has no reference; what stood before it counts once."""
    before = '<mergeCell ref="A1:B1"/><dataValidation/><cfRule/>'
    sheet = sheet_xml("<row><c><v>1</v></c></row>").replace("<sheetData>", before + "<sheetData>")
    read = open_workbook(a_workbook({"xl/worksheets/sheet1.xml": sheet})).sheets[0]
    assert (read.merges, read.validations, read.conditional_formats) == (((1, 1, 1, 2),), 1, 1)


def test_some_cells_without_references() -> None:
    rows = '<row r="2"><c r="B2" s="1"/><c t="s"><v>0</v></c><c r="F2"><v>1</v></c><c><v>2</v></c></row>'
    rows += "<row><c><v>3</v></c></row>"
    assert values(open_workbook(a_workbook(rows=rows))) == {(2, 3): "een", (2, 6): 1, (2, 7): 2, (3, 1): 3}


def test_a_wrong_dimension_and_rows_out_of_order() -> None:
    rows = (
        '<row r="9"><c r="C9"><v>3</v></c><c r="A9"><v>2</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>'
    )
    sheet = sheet_xml(rows).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    book = open_workbook(a_workbook({"xl/worksheets/sheet1.xml": sheet}))
    assert list(values(book).items()) == [((2, 2), 1), ((9, 1), 2), ((9, 3), 3)]


def test_a_cell_that_names_another_row_is_where_it_says() -> None:
    rows = '<row r="5"><c r="A15"><v>1</v></c><c r="B6"><v>2</v></c><c r="C5"><v>3</v></c></row>'
    assert values(open_workbook(a_workbook(rows=rows))) == {(5, 3): 3, (6, 2): 2, (15, 1): 1}


def test_missing_styles_strings_theme_and_properties() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>een</t></is></c><c r="B1" s="0"><v>2</v></c></row>'
    book = open_workbook(a_workbook({"xl/styles.xml": None, "xl/sharedStrings.xml": None}, rows))
    assert values(book) == {(1, 1): "een", (1, 2): 2}
    assert book.saved_by is None
    assert book.properties == {}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (
            't="inlineStr"><is><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch </t></r></is>',
            "rich ",
        ),
        ('t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh><phoneticPr fontId="1"/></is>', "a"),
        ('t="str"><f>A2</f><v> tekst\n</v>\n', " tekst\n"),
        ('t="str"><v></v>', None),
        ('t="s"><v> 1 </v>', "twee"),
        ('t="s"><v/>', None),
        ('t="b"><v>1</v>', True),
        ('t="b"><v>0</v>', False),
        ('t="e"><v>#REF!</v>', CellError("#REF!")),
        ('t="d"><v>2026-05-01T12:30:00.6</v>', datetime(2026, 5, 1, 12, 30, 1)),
        ('t="d" s="1"><v>2026-05-01</v>', datetime(2026, 5, 1)),
        ('t="d"><v>mei</v>', "mei"),
        ('t="n"><v>1E3</v>', 1000),
        ("><v>1.0</v>", 1),
        ("><v>-0.25</v>", -0.25),
        ("><v>12,5</v>", "12,5"),
        ("><v>NaN</v>", "NaN"),
        ("><v>1_0</v>", "1_0"),
        ("><v>123456789012345678</v>", 123456789012345678.0),
        ("><v></v>", None),
        ('s="1"><v>drie</v>', "drie"),
        ('t="str"><v>a_x000D_b_x005F_x000D_</v>', "a\rb_x000D_"),
        ('t="str"><v>_xD83D__xDE00_ _xD83D_</v>', "😀 \ufffd"),
        ('t="str"><v><![CDATA[<c r="A1" s="1"/>]]></v>', '<c r="A1" s="1"/>'),
    ],
)
def test_kinds_of_values(cell: str, value: Value) -> None:
    found = values(open_workbook(a_workbook(rows=f'<row r="1"><c r="A1" {cell}</c></row>')))
    assert found == ({} if value is None else {(1, 1): value})
    assert type(found.get((1, 1))) is type(value)


def test_formulas() -> None:
    rows = """<row r="1"><c r="A1"><f>B1+1</f><v>3</v></c>
    <c r="B1"><f t="shared" ref="B1:B3" si="0">C1</f><v>4</v></c></row>
    <row r="2"><c r="A2" t="str"><f>"a"</f><v></v></c><c r="B2"><f t="shared" si="0"/><v>5</v></c></row>
    <row r="3"><c r="A3"><f>NU()</f></c><c r="B3"><f t="shared" si="9"/></c></row>"""
    rules = "<conditionalFormatting><cfRule><formula>A1=1</formula></cfRule></conditionalFormatting>"
    cells = open_workbook(a_workbook(rows=rows, after=rules)).sheets[0].cells
    assert {(c.row, c.column): (c.value, c.formula) for c in cells.values()} == {
        (1, 1): (3, "=B1+1"), (1, 2): (4, "=C1"), (2, 1): ("", '="a"'), (2, 2): (5, "=C1"),
        (3, 1): (None, "=NU()"), (3, 2): (None, "=…"),
    }  # fmt: skip


def test_the_text_of_rules_is_no_part_of_the_last_cell() -> None:
    rules = "<dataValidations><dataValidation><formula1>7</formula1></dataValidation></dataValidations>"
    assert values(open_workbook(a_workbook(rows='<row r="1"><c r="A1"><v>4</v></c></row>', after=rules))) == {
        (1, 1): 4
    }


def test_macros_charts_and_hidden_sheets() -> None:
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{number}" {state} r:id="{identity}"/>'
        for number, (name, state, identity) in enumerate(
            [("Plan", "", "rId1"), ("Grafiek", "", "rId7"), ("_x", 'state="veryHidden"', "rId8")], 1
        )
    )
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets></workbook>'
    extra = f"""<Relationship Id="rId7" Type="{RELATIONS}/chartsheet" Target="chartsheets/sheet1.xml"/>
    <Relationship Id="rId8" Type="{RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"""
    read = open_workbook(
        a_workbook(
            {
                "xl/workbook.xml": book,
                "xl/_rels/workbook.xml.rels": BOOK_RELATIONS.replace("</Relationships>", extra),
                "xl/chartsheets/sheet1.xml": "<chartsheet/>",
                "xl/worksheets/sheet2.xml": sheet_xml(""),
                "xl/vbaProject.bin": b"\xcc" * 100,
            }
        )
    )
    assert [(sheet.name, sheet.hidden) for sheet in read.sheets] == [("Plan", False), ("_x", True)]


def test_names_of_one_sheet_are_not_names_of_the_workbook() -> None:
    names = (
        '<definedName name="mp_a" hidden="1">Plan!$A$1</definedName><definedName name="b" localSheetId="0"/>'
    )
    names = f"<definedNames>{names}</definedNames>"
    assert open_workbook(
        a_workbook({"xl/workbook.xml": BOOK.replace("</workbook>", names + "</workbook>")})
    ).names == {"mp_a": "Plan!$A$1"}


def test_newer_rules_are_counted_with_the_older() -> None:
    after = """<conditionalFormatting><cfRule type="dataBar"><extLst><ext>
    <x14:id xmlns:x14="x">{1}</x14:id></ext></extLst></cfRule><cfRule type="cellIs"/></conditionalFormatting>
    <dataValidations><dataValidation/></dataValidations>
    <extLst xmlns:x14="x"><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule id="{1}"/>
    <x14:cfRule/></x14:conditionalFormatting></x14:conditionalFormattings></ext>
    <ext><x14:dataValidations><x14:dataValidation/></x14:dataValidations></ext></extLst>"""
    sheet = open_workbook(a_workbook(after=after)).sheets[0]
    assert (sheet.conditional_formats, sheet.validations) == (3, 2)


@pytest.mark.parametrize(
    ("application", "version", "saved_by"),
    [
        ("Microsoft Excel", "16.0300", "Excel"),
        ("Microsoft Macintosh Excel", "16.0300", "Excel"),
        ("Microsoft Excel", "3.1", "openpyxl"),
        ("LibreOffice/24.2.7.2$Linux_X86_64 LibreOffice_project/420", "15.0000", "LibreOffice"),
        ("SheetJS", "", "SheetJS"),
        ("WPS Spreadsheets", "", "WPS"),
        ("Apache POI", "", "Apache POI"),
        ("Anders", "", "Anders"),
    ],
)
def test_the_program_that_saved_it(application: str, version: str, saved_by: str) -> None:
    app = (
        f"<Properties><Application>{application}</Application><AppVersion>{version}</AppVersion></Properties>"
    )
    top = relations(relation("extended-properties", "docProps/app.xml"), also=TOP_RELATIONS)
    assert open_workbook(a_workbook({"_rels/.rels": top, "docProps/app.xml": app})).saved_by == saved_by


def test_google_sheets_is_known_by_its_theme() -> None:
    assert (
        open_workbook(a_workbook({"xl/theme/theme1.xml": '<theme name="Sheets"/>'})).saved_by
        == "Google Sheets"
    )


@pytest.mark.parametrize(
    "broken", ["<theme", "", "<theme><clrScheme><accent1><srgbClr val='x'/></accent1></clrScheme></theme>"]
)
def test_a_broken_theme_is_no_reason_to_refuse(broken: str) -> None:
    styles = STYLES.replace('rgb="FF92D050"', 'theme="4"')
    book = open_workbook(a_workbook({"xl/theme/theme1.xml": broken, "xl/styles.xml": styles}))
    assert book.sheets[0].cells[3, 2].fill == "4472C4"


@pytest.mark.parametrize(
    "colour", ['rgb="rood"', 'theme="99"', 'indexed="-1"', 'theme="x"', 'rgb="FF00FF00" tint="veel"', ""]
)
def test_a_broken_colour_is_no_colour(colour: str) -> None:
    styles = STYLES.replace('rgb="FF92D050"', colour)
    assert (3, 2) not in open_workbook(a_workbook({"xl/styles.xml": styles})).sheets[0].cells


def test_broken_decoration_around_the_cells() -> None:
    after = '<mergeCell ref="A1:"/><mergeCell/><mergeCell ref="ZZZZ1:A2"/><mergeCell ref="B2:C3"/>'
    after += '<pageMargins left="veel"/><conditionalFormatting sqref="?"/><cfRule type="niets"/>'
    sheet = open_workbook(a_workbook(after=after)).sheets[0]
    assert sheet.merges == ((2, 2, 3, 3),)
