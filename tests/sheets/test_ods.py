"""OpenDocument workbooks: read as what LibreOffice saves as .xlsx, and oddities of programs."""

from __future__ import annotations

from datetime import datetime

import pytest

from mijlpalen_xlsx.cells import Cell, CellError, Value
from mijlpalen_xlsx.sheets import Limits, Sheet, Unreadable, Workbook, open_workbook
from mijlpalen_xlsx.sheets.ods_formulas import as_excel, reference
from tests.sheets.made import package

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

STYLES = """<number:date-style style:name="N1"><number:day number:style="long"/><number:text>-</number:text>
<number:month number:textual="true"/><number:text> in </number:text><number:year number:style="long"/>
</number:date-style>
<style:default-style style:family="table-cell"/>
<style:style style:name="Geel" style:family="table-cell">
<style:table-cell-properties fo:background-color="#ffc000"/></style:style>
<style:style style:name="Groen" style:family="table-cell" style:parent-style-name="Geel"
 style:data-style-name="N1"><style:table-cell-properties fo:background-color="#92d050"/></style:style>
<style:style style:name="Erft" style:family="table-cell" style:parent-style-name="Groen"/>
<style:style style:name="Kaal" style:family="table-cell" style:parent-style-name="Geel">
<style:table-cell-properties fo:background-color="transparent"/></style:style>
<style:style style:name="Kring" style:family="table-cell" style:parent-style-name="Kring"/>
<style:style style:name="weg" style:family="table"><style:table-properties table:display="false"/>
</style:style>"""


def content(tables: str, after: str = "", root: str = "document-content", before: str = "") -> str:
    return (
        f"<office:{root} {DECLARED}>{before}<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}{after}</office:spreadsheet></office:body></office:{root}>"
    )


def ods(tables: str, after: str = "", **parts: str) -> bytes:
    return package({"mimetype": MIMETYPE, "content.xml": content(tables, after), **parts})


def table(rows: str, before: str = "", attributes: str = "") -> str:
    return f'<table:table table:name="Plan"{attributes}>{before}{rows}</table:table>'


def sheet_of(rows: str, before: str = "") -> Sheet:
    return open_workbook(ods(table(rows, before))).sheets[0]


def row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{cells}</table:table-row>"


def text(words: str, attributes: str = "") -> str:
    kind = ' office:value-type="string"'
    return f"<table:table-cell{kind}{attributes}><text:p>{words}</text:p></table:table-cell>"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('office:value-type="float" office:value="1.50"><text:p>1,5</text:p>', 1.5),
        ('office:value-type="percentage" office:value="0.25"><text:p>25%</text:p>', 0.25),
        ('office:value-type="currency" office:value="3"><text:p>€ 3</text:p>', 3),
        (
            'office:value-type="date" office:date-value="2026-05-01"><text:p>1 mei</text:p>',
            datetime(2026, 5, 1),
        ),
        (
            'office:value-type="date" office:date-value="2026-05-01T12:30:00.6"><text:p/>',
            datetime(2026, 5, 1, 12, 30, 1),
        ),
        ('office:value-type="time" office:time-value="PT12H00M00S"><text:p>12:00</text:p>', 0.5),
        ('office:value-type="time" office:time-value="P2DT06H"><text:p/>', 2.25),
        ('office:value-type="time" office:time-value="-PT06H"><text:p/>', -0.25),
        ('office:value-type="time" office:time-value="straks"><text:p/>', "straks"),
        ('office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p>', True),
        ('office:value-type="string"><text:p>een</text:p><text:p/><text:p>drie</text:p>', "een\n\ndrie"),
        ('office:value-type="string"><text:p>  een\n  twee<text:s text:c="2"/>x</text:p>', "een twee  x"),
        ('office:value-type="string"><text:p><text:s/>a<text:tab/>b<text:line-break/>c</text:p>', " a\tb\nc"),
        (
            'office:value-type="string"><text:p><text:span>ri</text:span>ch <text:a>x</text:a></text:p>',
            "rich x",
        ),
        ('office:value-type="string" office:string-value="heel"><text:p>half</text:p>', "heel"),
        ('office:value-type="string"><text:p><draw:frame><text:p>plaat</text:p></draw:frame>a</text:p>', "a"),
        ("><text:p>zonder soort</text:p>", "zonder soort"),
        ('calcext:value-type="error" office:value-type="string"><text:p>#VERW!</text:p>', CellError("#REF!")),
        (
            'table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DEEL/0!</text:p>',
            CellError("#DIV/0!"),
        ),
        (
            'table:formula="of:=x" office:value-type="float" office:value="0"><text:p>Err:508</text:p>',
            "#NAME?",
        ),
        ('table:formula="of:=&quot;&quot;"><text:p/>', ""),
        ('office:value-type="string"><text:p/>', None),
    ],
)
def test_kinds_of_values(cell: str, value: Value) -> None:
    found = sheet_of(row(f"<table:table-cell {cell}</table:table-cell>")).cells
    assert [c.value for c in found.values()] == ([] if value is None else [value])
    if isinstance(value, CellError):
        assert isinstance(found[1, 1].value, CellError)


def test_a_formula_that_was_never_worked_out() -> None:
    found = sheet_of(row('<table:table-cell table:formula="of:=[.B1]"/>')).cells
    assert found[1, 1] == Cell("Plan", 1, 1, None, "=B1")


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        ("of:=[.A1]", "=A1"),
        ('of:=IF([.$A1]="a;b";[$Blad.$A$1:.$B$2];{1;2|3})', '=IF($A1="a;b",Blad!$A$1:$B$2,{1,2;3})'),
        ("of:=[$'Mijn ''blad'.A1]", "='Mijn ''blad'!A1"),
        ("of:=['a]b'.A1]+[.#REF!]", "='a]b'!A1+#REF!"),
        ("oooc:=SUM([.A1:.B2])", "=SUM(A1:B2)"),
        ("msoxl:=SUM(A1;B2)", "=SUM(A1;B2)"),
        ("=1+1", "=1+1"),
    ],
)
def test_formulas_are_written_as_in_excel(formula: str, written: str) -> None:
    assert as_excel(formula) == written


def test_references_of_names() -> None:
    assert reference("$Blad.$A$1:.$B$2") == "Blad!$A$1:$B$2"
    assert reference("$'Blad 2'.$A$1") == "'Blad 2'!$A$1"
    assert reference("geen verwijzing") == "geen verwijzing"


def test_repeated_cells_and_rows_stand_everywhere() -> None:
    rows = row(text("a", ' table:number-columns-repeated="2"') + "<table:table-cell/>" + text("b"))
    rows += row("<table:table-cell/>", ' table:number-rows-repeated="3"')
    rows += row(text("c"), ' table:number-rows-repeated="2"')
    rows = f"<table:table-header-rows>{rows}</table:table-header-rows>"
    found = {place: cell.value for place, cell in sheet_of(rows).cells.items()}
    assert found == {(1, 1): "a", (1, 2): "a", (1, 4): "b", (5, 1): "c", (6, 1): "c"}


def test_fills_come_from_the_cell_the_row_or_the_column() -> None:
    columns = '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="Kring"/>'
    columns += '<table:table-column table:default-cell-style-name="Groen"/>'
    cells = text("a", ' table:style-name="Erft"') + text("b", ' table:style-name="Kaal"') + text("c")
    rows = row(cells) + row(text("d"), ' table:default-cell-style-name="Geel"') + row(text("e"))
    rows += row('<table:table-cell table:style-name="Geel" table:number-columns-repeated="2"/>')
    fills = {place: cell.fill for place, cell in sheet_of(rows, columns).cells.items()}
    assert fills == {
        (1, 1): "92D050", (1, 2): None, (1, 3): "92D050", (2, 1): "FFC000", (3, 1): None,
        (4, 1): "FFC000", (4, 2): "FFC000",
    }  # fmt: skip
    assert sheet_of(rows, columns).cells[1, 1].number_format == 'dd-mmm" in "yyyy'


def test_colours_to_the_edge_of_the_sheet_cost_nothing() -> None:
    wide = '<table:table-cell table:style-name="Geel" table:number-columns-repeated="16384"/>'
    rows = row(text("kop")) + row(wide) + row(wide, ' table:number-rows-repeated="1048573"') + row(text("z"))
    found = sheet_of(rows).cells
    assert len(found) < 7_000
    assert found[1_048_576, 1].value == "z"
    assert found[2, 60].fill == found[50, 60].fill == "FFC000"


def test_merged_hidden_noted() -> None:
    before = '<table:table-column/><table:table-column table:visibility="collapse"'
    before += ' table:number-columns-repeated="2"/>'
    note = "<office:annotation><dc:creator>Iemand</dc:creator><text:p>let</text:p><text:p>op</text:p>"
    span = ' table:number-columns-spanned="2" table:number-rows-spanned="3"'
    cell = f'<table:table-cell office:value-type="string"{span}>{note}</office:annotation><text:p>a</text:p>'
    rows = row(f"{cell}</table:table-cell><table:covered-table-cell/>")
    rows += row(text("weg"), ' table:visibility="filter" table:number-rows-repeated="2"')
    tables = table(rows, before) + table("", "", ' table:style-name="weg"').replace("Plan", "_x")
    plan, other = open_workbook(ods(tables)).sheets
    assert plan.merges == ((1, 1, 3, 2),)
    assert (plan.hidden_columns, plan.hidden_rows) == (((2, 3),), {2, 3})
    assert (plan.notes, plan.cells[1, 1].value) == ({(1, 1): "let\nop"}, "a")
    assert (plan.hidden, other.hidden) == (False, True)


def test_tables_that_are_no_sheet() -> None:
    inner = table(row(text("binnen")))
    tracked = f"<table:tracked-changes>{inner}</table:tracked-changes>"
    cell = f'<table:table-cell office:value-type="string">{inner}<text:p>a</text:p></table:table-cell>'
    book = open_workbook(ods(tracked + table(f"<office:forms>{inner}</office:forms>" + row(cell))))
    assert [[cell.value for cell in sheet.cells.values()] for sheet in book.sheets] == [["a"]]


def test_names_properties_and_program() -> None:
    name = '<table:named-range table:name="{}" table:cell-range-address="$Plan.$A$1:.$B$2"/>'
    local = f"<table:named-expressions>{name.format('lokaal')}</table:named-expressions>"
    after = f'<table:named-expressions>{name.format("mp_mijlpalen")}<table:named-expression table:name="twee"'
    after += ' table:expression="of:=1+1"/></table:named-expressions>'
    meta = "<meta:generator>LibreOffice/24.2$Linux</meta:generator><dc:title>Titel</dc:title>"
    meta += '<meta:user-defined meta:name="eigen">ja</meta:user-defined>'
    meta = f"<office:document-meta {DECLARED}><office:meta>{meta}</office:meta></office:document-meta>"
    book = open_workbook(ods(table(local), after, **{"meta.xml": meta}))
    assert book.names == {"mp_mijlpalen": "Plan!$A$1:$B$2", "twee": "1+1"}
    assert book.properties == {"title": "Titel", "eigen": "ja"}
    assert book.saved_by == "LibreOffice"


def test_rules_are_counted_per_sheet() -> None:
    cells = "".join(text("a", f' table:content-validation-name="val{n}"') for n in (1, 2, 1))
    rules = "<calcext:conditional-formats><calcext:conditional-format><calcext:condition/><calcext:data-bar/>"
    rules += "</calcext:conditional-format></calcext:conditional-formats>"
    sheet = sheet_of(row(cells) + rules)
    assert (sheet.validations, sheet.conditional_formats) == (2, 2)


def test_other_prefixes() -> None:
    xml = content(table(row(text("a", ' table:style-name="Erft"'))))
    for prefix in SPACES:
        xml = xml.replace(f"<{prefix}:", f"<x{prefix}:").replace(f"</{prefix}:", f"</x{prefix}:")
        xml = xml.replace(f" {prefix}:", f" x{prefix}:").replace(f"xmlns:{prefix}=", f"xmlns:x{prefix}=")
    book = open_workbook(package({"mimetype": MIMETYPE, "content.xml": xml}))
    assert book.sheets[0].cells[1, 1] == Cell("Plan", 1, 1, "a", None, 'dd-mmm" in "yyyy', "92D050")


def test_in_one_piece() -> None:
    meta = "<office:meta><meta:generator>LibreOffice/7.4</meta:generator></office:meta>"
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n' + content(table(row(text("a"))), "", "document", meta)
    flat = xml.replace("<office:document ", f'<office:document office:mimetype="{MIMETYPE}" ').encode()
    book = open_workbook(flat)
    assert (book.sheets[0].cells[1, 1].value, book.saved_by) == ("a", "LibreOffice")


def refusal(data: bytes, limits: Limits | None = None) -> tuple[str, dict[str, object]]:
    with pytest.raises(Unreadable) as caught:
        open_workbook(data, limits or Limits())
    return caught.value.code, caught.value.values


def test_refusals() -> None:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    assert refusal(ods("", **{"META-INF/manifest.xml": manifest}))[0] == "M002"
    assert refusal(package({"mimetype": MIMETYPE, "encrypted-package": "x"}))[0] == "M002"
    assert refusal(package({"mimetype": MIMETYPE})) == (
        "M003",
        {"why": "missing-part", "part": "content.xml"},
    )
    assert refusal(ods("")) == ("M003", {"why": "no-sheets"})
    assert refusal(package({"mimetype": MIMETYPE, "content.xml": "<a>"}))[1]["why"] == "xml"
    bad = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + content(table(""))
    assert refusal(package({"mimetype": MIMETYPE, "content.xml": bad}))[1]["why"] == "doctype"
    odt = content("").replace("office:spreadsheet", "office:text")
    assert refusal(package({"content.xml": odt})) == ("M001", {"looks_like": "zip"})
    assert (
        refusal(package({"mimetype": MIMETYPE[:-11] + "text", "content.xml": odt}))[1]["looks_like"] == "word"
    )


@pytest.mark.parametrize(
    ("rows", "limit"),
    [
        (row(text("a"), ' table:number-rows-repeated="1048576"'), "cells"),
        (
            row(text("a", ' table:number-columns-repeated="16384"'), ' table:number-rows-repeated="99"'),
            "cells",
        ),
        (row(text("a" * 30_000), ' table:number-rows-repeated="900"'), "text"),
        (row(text('<text:s text:c="32000"/>' * 900)), "text"),
        (row("<table:table-cell>" * 99), "depth"),
        (row(text("a", ' b="' + "x" * 5_000_000 + '"')), "item_text"),
        (row('<table:table-cell table:number-rows-spanned="2"/>' * 100_001), "merges"),
    ],
)
def test_limits(rows: str, limit: str) -> None:
    if limit == "depth":
        rows = row("<a>" * 40_000 + "</a>" * 40_000)
    assert refusal(ods(table(rows)))[1]["limit"] == limit


def test_a_cell_beyond_the_sheet() -> None:
    rows = row("", ' table:number-rows-repeated="1048576"') + row(text("a"))
    assert refusal(ods(table(rows)))[1]["why"] == "reference"
    cells = '<table:table-cell table:number-columns-repeated="16384"/>' + text("a")
    assert refusal(ods(table(row(cells))))[1]["why"] == "reference"


def same(ours: Workbook, theirs: Workbook) -> None:
    for one, other in zip(ours.sheets, theirs.sheets, strict=True):
        assert one.cells.keys() == other.cells.keys()
        for place, cell in one.cells.items():
            assert (cell.value, cell.formula, cell.fill) == (
                other.cells[place].value, other.cells[place].formula, other.cells[place].fill,
            )  # fmt: skip
        assert sorted(one.merges) == sorted(other.merges)
        assert (one.name, one.hidden, one.hidden_rows, one.hidden_columns, one.notes) == (
            other.name, other.hidden, other.hidden_rows, other.hidden_columns, other.notes,
        )  # fmt: skip
        assert (one.validations, one.conditional_formats) == (other.validations, other.conditional_formats)
