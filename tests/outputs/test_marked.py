"""The marked workbook: marks where they belong, gone when they should, and all the rest as it was."""

from __future__ import annotations

import io
import re
import subprocess
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.cells import Address, column_letters
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.outputs.marked.outline import Records, colour_of, number_in, side_markup, side_text
from mijlpalen_xlsx.outputs.marked.spans import content, parse, with_attribute
from mijlpalen_xlsx.outputs.to_marked import marked_workbook
from mijlpalen_xlsx.report import check
from mijlpalen_xlsx.sheets import Limits, Unreadable, open_workbook

ERROR, WARNING, HINT = Severity

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

X14 = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" '
    'priority="9" id="{11111111-2222-3333-4444-555555555555}"><xm:f>Lijsten!$A$1=1</xm:f><x14:dxf/>'
    "</x14:cfRule><xm:sqref>A1:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>"
    '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" '
    'allowBlank="1"><x14:formula1><xm:f>Lijsten!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref>'
    "</x14:dataValidation></x14:dataValidations></ext></extLst>"
)
THREADS = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="C4" dT="2023-03-01T10:00:00.00" personId="{0}" id="{1}"><text>Klopt dit?</text>'
    "</threadedComment></ThreadedComments>"
)


def finding(cell: str, severity: Severity = ERROR, sheet: str = "Plan", **more: Any) -> Finding:
    at = Address.parse(f"{sheet}!{cell}")
    sentence = more.pop("sentence", "start ligt na gereed. Kies een latere datum.")
    return Finding("M201", "due-before-start", severity, sentence, at=at, **more)


SOME = (finding("B3"), finding("C3", WARNING), finding("D8", HINT), finding("B3", HINT), finding("H40"))


# Workbooks


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def with_parts(data: bytes, changes: Mapping[str, Callable[[str], str]]) -> bytes:
    """The workbook with the text of some parts rewritten; a part that is not there starts empty."""
    parts: dict[str, str | bytes] = dict(parts_of(data))
    for name, change in changes.items():
        old = parts.get(name, b"")
        parts[name] = change(old if isinstance(old, str) else old.decode())
    return packed(parts)


@cache
def excel() -> bytes:
    """What Excel writes: lists, rules, a table, a chart, a picture, notes, a conversation, x14, calcChain."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        plan, lists = book.add_worksheet("Plan"), book.add_worksheet("Lijsten")
        _fill(book, plan, lists)
    calc = f'{HEAD}<calcChain xmlns="{MAIN}"><c r="E2" i="1"/></calcChain>'
    return with_parts(
        out.getvalue(),
        {
            "xl/worksheets/sheet1.xml": lambda text: text.replace("</worksheet>", X14 + "</worksheet>"),
            "xl/comments1.xml": _with_thread,
            "xl/threadedComments/threadedComment1.xml": lambda _: HEAD + THREADS,
            "xl/calcChain.xml": lambda _: calc,
            "customXml/item1.xml": lambda _: "<eigen>blijft</eigen>",
            "xl/worksheets/_rels/sheet1.xml.rels": lambda text: _related(
                text, "threadedComment", "../threadedComments/threadedComment1.xml"
            ),
            "xl/_rels/workbook.xml.rels": lambda text: _related(text, "calcChain", "calcChain.xml"),
        },
    )


def _fill(book: Any, plan: Any, lists: Any) -> None:
    grid = book.add_format({"border": 1, "border_color": "#C9D2DE", "bg_color": "#FFFDF5"})
    day = book.add_format({"num_format": "d mmm yyyy", "bottom": 4, "locked": False})
    plan.write_row(0, 0, ["Nr", "Mijlpaal", "Start", "Gereed", "Som"])
    for row in range(1, 9):
        plan.write_row(row, 0, [row, f"Mijlpaal {row} <&> “é”", 44000 + row], grid)
        plan.write_number(row, 3, 44100 + row, day)
    plan.write_formula("E2", "=SUM(A2:A9)", None, 36)
    plan.merge_range("B11:D12", "Samengevoegd", grid)
    plan.write_comment("C3", "Van een collega: klopt dit?")
    plan.write_comment("C4", "[Threaded comment]")
    plan.data_validation("A2:A9", {"validate": "integer", "criteria": ">", "value": 0})
    plan.conditional_format("A2:A9", {"type": "cell", "criteria": ">", "value": 5, "format": grid})
    plan.add_table("G1:H4", {"name": "mijn_tabel"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Plan!$A$2:$A$9"})
    plan.insert_chart("J2", chart)
    plan.insert_image("J20", "punt.png", {"image_data": io.BytesIO(PNG)})
    plan.set_column("B:B", 40)
    plan.freeze_panes(1, 2)
    plan.set_landscape()
    plan.repeat_rows(0)
    plan.set_row(39, 15, book.add_format({"bold": True}))
    plan.set_row(49, 15, grid)
    lists.write_column(0, 0, ["Groen", "Oranje", "Rood"])
    book.define_name("kleuren", "=Lijsten!$A$1:$A$3")


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301"
    "0100c9fe92ef0000000049454e44ae426082"
)


def _with_thread(text: str) -> str:
    """The second note becomes the stand-in that Excel writes for a conversation."""
    author = "<author></author><author>tc={00000000-0000-0000-0000-000000000001}</author>"
    return text.replace("<author></author>", author).replace('ref="C4" authorId="0"', 'ref="C4" authorId="1"')


def _related(text: str, kind: str, target: str) -> str:
    new = f'<Relationship Id="rId99" Type="{RELATIONS}/{kind}" Target="{target}"/>'
    return text.replace("</Relationships>", new + "</Relationships>")


def bare(
    sheet: str, *, prefix: str = "", strict: bool = False, styles: str | None = None, **more: str
) -> bytes:
    """A workbook of the fewest parts, with ``sheet`` as the inside of its only worksheet (called Plan).

    ``prefix`` is put before every element; ``more`` are parts by name without folder and extension.
    """
    main, relations = (STRICT, STRICT_RELATIONS) if strict else (MAIN, RELATIONS)

    def part(root: str, inside: str) -> str:
        space = f'xmlns:{prefix[:-1]}="{main}"' if prefix else f'xmlns="{main}"'
        text = f'<{root} {space} xmlns:r="{relations}">{inside}</{root}>'
        return HEAD + re.sub(r"<(/?)(?=\w)", rf"<\1{prefix}", text)

    def rels(*targets: tuple[str, str]) -> str:
        lines = "".join(
            f'<Relationship Id="rId{n}" Type="{relations}/{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(targets, 1)
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'

    sheets = '<sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": rels(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": part("workbook", sheets),
        "xl/_rels/workbook.xml.rels": rels(
            ("worksheet", "worksheets/sheet1.xml"),
            *([("styles", "styles.xml")] if styles is not None else []),
        ),
        "xl/worksheets/sheet1.xml": part("worksheet", sheet),
    }
    if styles is not None:
        parts["xl/styles.xml"] = part("styleSheet", styles)
    if "comments" in more:
        parts["xl/comments1.xml"] = part("comments", more["comments"])
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = rels(("comments", "../comments1.xml"))
    return packed(parts)


STYLES = (
    '<fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="2"><border/><border><left style="hair"><color theme="0" tint="-0.25"/></left><right/>'
    '<top/><bottom style="double"><color auto="1"/></bottom><diagonal/></border></borders>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="1" applyNumberFormat="1"/></cellXfs>'
)
CELLS = '<sheetData><row r="3"><c r="B3" s="1"><v>44000</v></c><c r="C3"><v>7</v></c></row></sheetData>'
TEXT_CELLS = "<sheetData><row><c t='inlineStr'><is><t>een</t></is></c><c><v>2</v></c></row><row/></sheetData>"

DIALECTS: dict[str, Callable[[], bytes]] = {
    "excel": excel,
    "strict": lambda: bare(CELLS, strict=True, styles=STYLES),
    "prefixed": lambda: bare(CELLS, prefix="x:", styles=STYLES),
    "no styles": lambda: bare(TEXT_CELLS),
    "few styles": lambda: bare(
        CELLS.replace(' s="1"', ""),
        styles='<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
    ),
    "empty": lambda: bare("<sheetData/>", styles=STYLES),
    "google": lambda: bare(
        CELLS,
        styles=STYLES,
        comments='<authors><author/></authors><commentList><comment ref="B3" authorId="0"><text>'
        "<t>Van een collega</t></text></comment></commentList>",
    ),
}


@pytest.fixture(params=DIALECTS, scope="module")
def dialect(request: pytest.FixtureRequest) -> bytes:
    """A workbook as one of the programs, or nobody but the standard, writes it."""
    return DIALECTS[request.param]()


# What a workbook holds


def values(data: bytes) -> dict[str, object]:
    """Every cell with its value, formula, number format and fill, without our own sheet."""
    sheets = [sheet for sheet in open_workbook(data).sheets if not sheet.name.startswith(("Bevind", "Find"))]
    return {str(cell.address): cell for sheet in sheets for cell in sheet.cells.values()}


INVENTORY = (
    "dataValidation", "cfRule", "x14:dataValidation", "x14:cfRule", "definedName", "tablePart", "c:ser",
    "xdr:pic", "col", "pane", "pageSetup", "mergeCell", "f", "hyperlink",
)  # fmt: skip


def inventory(data: bytes) -> dict[str, int]:
    """How many there are of what people put in a workbook, our own sheet and its names left out."""
    parts = parts_of(data)
    ours = next((s.part for s in _sheets_of(data) if s.name.startswith(("Bevind", "Find"))), "")
    text = b"".join(part for name, part in parts.items() if name != ours and name.endswith(".xml")).decode()
    text = re.sub(r"<definedName [^>]*>'(Bevindingen|Findings)[^<]*</definedName>", "", text)
    return {name: len(re.findall(rf"<{name}[\s>/]", text)) for name in INVENTORY}


class _SheetOf:
    def __init__(self, name: str, part: str) -> None:
        self.name, self.part = name, part


def _sheets_of(data: bytes) -> Iterator[_SheetOf]:
    parts = parts_of(data)
    rels = ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {rel.get("Id"): str(rel.get("Target")) for rel in rels}
    for node in ElementTree.fromstring(parts["xl/workbook.xml"]).iter():
        if node.tag.endswith("}sheet"):
            identity = next(value for key, value in node.attrib.items() if key.endswith("}id"))
            target = targets[identity]
            yield _SheetOf(str(node.get("name")), target[1:] if target[0] == "/" else f"xl/{target}")


def opened(data: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of the x14 parts that it drops
        return openpyxl.load_workbook(io.BytesIO(data))


def looks(data: bytes) -> dict[str, tuple[object, ...]]:
    """Each cell's value and its look but for the border, as openpyxl sees them."""
    sheets = [sheet for sheet in opened(data) if not sheet.title.startswith(("Bevind", "Find"))]
    return {
        f"{sheet.title}!{cell.coordinate}": (cell.value, cell.number_format, *_look(cell))
        for sheet in sheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _look(cell: Any) -> tuple[object, ...]:
    font, fill, align = cell.font, cell.fill, cell.alignment
    colour = fill.fgColor.value if fill.fill_type else None
    return font.name, font.sz, font.b, fill.fill_type, colour, align.wrap_text, cell.protection.locked


def borders(data: bytes, sheet: str = "Plan") -> dict[str, dict[str, str]]:
    """The drawn sides of each cell with their styles and colours; an automatic colour is none."""
    parts = parts_of(data)
    part = next(s.part for s in _sheets_of(data) if s.name == sheet)
    drawn = _borders_by_style(parts)
    return {cell: drawn[style] for cell, style in _styles_in(parts[part]) if drawn[style]}


def _styles_in(sheet: bytes) -> Iterator[tuple[str, int]]:
    """Each cell of a sheet part and the number of its style; rows and cells may be without a reference."""
    row = 0
    for node in ElementTree.fromstring(sheet).iterfind("{*}sheetData/{*}row"):
        row, column = int(node.get("r", row + 1)), 0
        for cell in node:
            given = cell.get("r")
            column = Address.parse(f"x!{given}").column if given else column + 1
            yield f"{column_letters(column)}{row}", int(cell.get("s", "0"))


def _borders_by_style(parts: Mapping[str, bytes]) -> list[dict[str, str]]:
    name = next((name for name in parts if "styles" in name), None)
    lists = (
        {node.tag.rpartition("}")[2]: node for node in ElementTree.fromstring(parts[name])} if name else {}
    )
    shown = [
        {side.tag.rpartition("}")[2]: _shown(side) for side in border if side.get("style", "none") != "none"}
        for border in lists.get("borders", ())
    ]
    return [shown[int(xf.get("borderId", "0"))] for xf in lists.get("cellXfs", ())] or [{}]


def _shown(side: ElementTree.Element) -> str:
    colours = [f"{key} {value}" for colour in side for key, value in colour.items() if key != "auto"]
    return " ".join([str(side.get("style")), *colours])


def outlined(data: bytes) -> dict[str, set[str]]:
    """Cells with our outline, and the sides that have it."""
    found = {
        cell: {side for side, look in sides.items() if look.startswith("thick rgb")}
        for cell, sides in borders(data).items()
    }
    return {cell: sides for cell, sides in found.items() if sides}


def notes(data: bytes) -> dict[tuple[int, int], str]:
    sheet = open_workbook(data).sheet("Plan")
    assert sheet is not None
    return sheet.notes


def sound(data: bytes) -> None:
    """Every part is well-formed and declared, every reference leads somewhere, every number exists."""
    parts = parts_of(data)
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    overrides = [str(node.get("PartName"))[1:] for node in types if node.tag.endswith("Override")]
    assert len(overrides) == len(set(overrides))
    assert set(overrides) <= set(parts)
    extensions = {node.get("Extension") for node in types if node.tag.endswith("Default")}
    assert all(name in overrides or name.rpartition(".")[2] in extensions for name in parts if name[0] != "[")
    for name, part in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            ElementTree.fromstring(part)
        if name.endswith(".rels"):
            _sound_relations(name, part, parts)
    _sound_styles(parts)


def _sound_relations(name: str, part: bytes, parts: Mapping[str, bytes]) -> None:
    folder = Path(name).parent.parent
    nodes = list(ElementTree.fromstring(part))
    assert len({node.get("Id") for node in nodes}) == len(nodes)
    for node in nodes:
        target = str(node.get("Target"))
        path = target[1:] if target[0] == "/" else str(Path("/", folder, target).resolve())[1:]
        assert node.get("TargetMode") == "External" or path in parts, (name, target)


def _sound_styles(parts: Mapping[str, bytes]) -> None:
    name = next(name for name in parts if "styles" in name and name.endswith(".xml"))
    lists = {node.tag.rpartition("}")[2]: node for node in ElementTree.fromstring(parts[name])}
    for kind in ("fonts", "fills", "borders", "cellXfs"):
        assert int(str(lists[kind].get("count"))) == len(lists[kind])
    for xf in lists["cellXfs"]:
        for kind in ("font", "fill", "border"):
            assert int(xf.get(f"{kind}Id", "0")) < len(lists[f"{kind}s"])
    used = {
        int(number)
        for sheet, part in parts.items() if "worksheets/sheet" in sheet
        for number in re.findall(rb'<(?:\w+:)?c [^>]*?\bs="(\d+)"', part)
    }  # fmt: skip
    assert max(used, default=0) < len(lists["cellXfs"])


# Marks


def test_marks_are_where_the_findings_are(dialect: bytes) -> None:
    marked = marked_workbook(dialect, SOME, "nl")
    sound(marked)
    every = {"left", "right", "top", "bottom"}
    assert outlined(marked) == {"B3": every, "C3": every, "D8": every, "H40": every}
    assert {(3, 2), (3, 3), (8, 4), (40, 8)} <= notes(marked).keys()


def test_all_else_stays(dialect: bytes) -> None:
    marked = marked_workbook(dialect, SOME, "nl")
    assert values(marked) == values(dialect)
    assert looks(marked) == looks(dialect)
    assert inventory(marked) == inventory(dialect)


def test_marking_again_changes_nothing(dialect: bytes) -> None:
    marked = marked_workbook(dialect, SOME, "nl")
    assert marked_workbook(marked, SOME, "nl") == marked


def test_mended_mistakes_lose_their_marks(dialect: bytes) -> None:
    marked = marked_workbook(marked_workbook(dialect, SOME, "nl"), SOME[:1], "nl")
    sound(marked)
    assert outlined(marked) == {"B3": {"left", "right", "top", "bottom"}}
    assert marked_workbook(marked, SOME, "nl") == marked_workbook(
        marked_workbook(dialect, SOME, "nl"), SOME, "nl"
    )


def test_without_findings_all_is_as_before(dialect: bytes) -> None:
    clean = marked_workbook(marked_workbook(dialect, SOME, "nl"), (), "nl")
    sound(clean)
    assert (values(clean), looks(clean), borders(clean)) == (
        values(dialect),
        looks(dialect),
        borders(dialect),
    )
    assert notes(clean) == notes(dialect)


def test_other_parts_are_copied_as_they_lie() -> None:
    marked = marked_workbook(excel(), SOME, "nl")
    before, after = parts_of(excel()), parts_of(marked)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
    }  # fmt: skip
    assert set(after) - set(before) == {"xl/worksheets/sheet3.xml"}
    assert list(after)[: len(before)] == list(before)


def test_sheet_comes_back_byte_for_byte() -> None:
    existing = (finding("B3"), finding("C3", WARNING))  # cells that are there: none is made
    clean = marked_workbook(marked_workbook(excel(), existing, "nl"), (), "nl")
    name = "xl/worksheets/sheet1.xml"
    assert parts_of(clean)[name] == parts_of(excel())[name]


def test_packed_bytes_are_kept() -> None:
    """A part that is not touched is not even packed anew: here it was packed in a way that we would not."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, part in parts_of(excel()).items():
            file.writestr(name, part)
    marked = marked_workbook(out.getvalue(), SOME, "nl")
    with zipfile.ZipFile(io.BytesIO(marked)) as file:
        assert file.getinfo("xl/theme/theme1.xml").compress_type == zipfile.ZIP_STORED
        assert file.getinfo("xl/styles.xml").compress_type == zipfile.ZIP_DEFLATED


def test_zip_written_as_a_stream() -> None:
    """Programs that write without seeking put the sizes behind the data; we put them before it."""

    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.pieces: list[bytes] = []

        def writable(self) -> bool:
            return True

        def write(self, piece: Any) -> int:
            self.pieces.append(bytes(piece))
            return len(piece)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts_of(excel()).items():
            file.writestr(name, part)
    sound(marked_workbook(b"".join(stream.pieces), SOME, "nl"))


def test_colour_is_that_of_the_heaviest_finding() -> None:
    cells = ("A2", ERROR), ("A3", WARNING), ("A4", HINT)
    marked = marked_workbook(excel(), [*(finding(c, s) for c, s in cells), finding("A3", HINT)], "nl")
    drawn = borders(marked)
    for cell, severity in cells:
        red, green, blue = bytes.fromhex(colour_of(severity, 1))
        assert drawn[cell]["left"] == f"thick rgb FF{red:02X}{green:02X}{blue:02X}"
    reds = bytes.fromhex(colour_of(ERROR, 1)), bytes.fromhex(colour_of(WARNING, 1))
    assert reds[0][0] > 180 > reds[0][1] + reds[0][2]
    assert reds[1][0] > reds[1][1] > reds[1][2]


def test_merged_cells_get_one_outline() -> None:
    marked = marked_workbook(excel(), [finding("C12")], "nl")
    assert outlined(marked) == {
        "B11": {"left", "top"}, "C11": {"top"}, "D11": {"top", "right"},
        "B12": {"left", "bottom"}, "C12": {"bottom"}, "D12": {"right", "bottom"},
    }  # fmt: skip
    assert (11, 2) in notes(marked)
    assert borders(marked_workbook(marked, (), "nl")) == borders(excel())


def test_new_cells_take_the_style_of_their_row_or_column() -> None:
    marked = opened(marked_workbook(excel(), [finding("H40")], "nl"))["Plan"]
    assert marked["H40"].font.b
    columns = '<cols><col min="5" max="6" width="9" style="1"/></cols>'
    data = bare(columns + CELLS, styles=STYLES)
    assert opened(marked_workbook(data, [finding("F9")], "nl"))["Plan"]["F9"].number_format == "mm-dd-yy"


def test_no_cell_is_coloured_that_was_not_there() -> None:
    """A coloured row colours cells that are not there; as cells of their own they would count as data."""
    marked = marked_workbook(excel(), [finding("H50")], "nl")
    assert values(marked) == values(excel())
    assert (50, 8) in notes(marked)


@given(
    there=st.dictionaries(st.integers(1, 9), st.sets(st.integers(1, 9)), max_size=5),
    wanted=st.sets(st.tuples(st.integers(1, 10), st.integers(1, 10)), max_size=6),
    numbered=st.booleans(),
)
def test_new_rows_and_cells_come_in_order(
    there: dict[int, set[int]], wanted: set[tuple[int, int]], numbered: bool
) -> None:
    def reference(row: int, column: int) -> str:
        return f' r="{column_letters(column)}{row}"' if numbered or column - 1 not in there[row] else ""

    rows = "".join(
        f'<row r="{row}" spans="1:3">'
        + "".join(f"<c{reference(row, c)}><v>{row * c}</v></c>" for c in sorted(there[row]))
        + "</row>"
        for row in sorted(there)
    )
    data = bare(f"<sheetData>{rows}</sheetData>", styles=STYLES)
    marks = [finding(f"{column_letters(column)}{row}") for row, column in sorted(wanted)]
    marked = marked_workbook(data, marks, "nl")
    assert values(marked) == values(data)
    assert set(outlined(marked)) == {mark.cell for mark in marks}
    sheet = ElementTree.fromstring(parts_of(marked)["xl/worksheets/sheet1.xml"])
    numbers = [int(str(row.get("r"))) for row in sheet.iter(f"{{{MAIN}}}row")]
    assert numbers == sorted(set(numbers)) == sorted({*there, *(row for row, _ in wanted)})
    cells = [Address.parse(f"x!{cell}")[1:] for cell, _ in _styles_in(ElementTree.tostring(sheet))]
    assert cells == sorted(set(cells))


def test_rows_out_of_order_are_not_doubled() -> None:
    rows = (
        '<row r="9"><c r="C9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>'
    )
    data = bare(f"<sheetData>{rows}</sheetData>", styles=STYLES)
    marked = marked_workbook(data, [finding("A3"), finding("A9"), finding("B9")], "nl")
    sheet = parts_of(marked)["xl/worksheets/sheet1.xml"]
    assert (sheet.count(b'<row r="3"'), sheet.count(b'r="A9"'), sheet.count(b'r="A3"')) == (1, 1, 1)
    assert set(outlined(marked)) == {"A3", "A9", "B9"}


@pytest.mark.parametrize("mark", ["B3", "E5", "B20000", "D20001", "XFD1048576"])
def test_sheet_formatted_down_to_the_bottom(mark: str) -> None:
    """Rows below the last mark are not looked into, and come out as they were."""
    blank = "".join(f'<row r="{n}" ht="15"><c r="B{n}" s="1"/></row>' for n in range(6, 20_001))
    data = bare(CELLS.replace("</sheetData>", blank + "</sheetData><mergeCells/>"), styles=STYLES)
    marked = marked_workbook(data, [finding("B3"), finding(mark)], "nl")
    sound(marked)
    assert set(outlined(marked)) == {"B3", mark}
    rows = re.findall(rb'<row r="(\d+)"', parts_of(marked)["xl/worksheets/sheet1.xml"])
    assert list(map(int, rows)) == sorted({3, *range(6, 20_001), Address.parse(f"x!{mark}").row})
    again = marked_workbook(marked, [finding("B3")], "nl")
    assert set(outlined(again)) == {"B3"}
    assert b"<mergeCells/>" in parts_of(again)["xl/worksheets/sheet1.xml"]


def test_long_sheet_out_of_order() -> None:
    numbers = [*range(9, 20_000), 5]
    rows = "".join(f'<row r="{n}" ht="15"><c r="B{n}"><v>{n}</v></c></row>' for n in numbers)
    marked = marked_workbook(bare(f"<sheetData>{rows}</sheetData>", styles=STYLES), [finding("B5")], "nl")
    assert parts_of(marked)["xl/worksheets/sheet1.xml"].count(b'<row r="5"') == 1
    assert set(outlined(marked)) == {"B5"}


def test_wide_encoding() -> None:
    wide = with_parts(bare(CELLS, styles=STYLES), {})
    parts = parts_of(wide)
    for name in ("xl/worksheets/sheet1.xml", "xl/styles.xml"):
        text = parts[name].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
        parts[name] = text.encode("utf-16")
    marked = marked_workbook(packed(parts), SOME, "nl")
    sound(marked)
    assert values(marked) == values(packed(parts))


# Notes


def test_note_says_all_of_its_cell_the_heaviest_first() -> None:
    marked = marked_workbook(excel(), [finding("B3", HINT, sentence="kort."), finding("B3")], "nl")
    lines = notes(marked)[3, 2].splitlines()
    assert lines[0] == "mijlpalen-xlsx"
    assert lines[1] == "Fout (M201): Start ligt na gereed. Kies een latere datum."
    assert lines[3] == "Tip (M201): Kort."


def test_note_of_a_person_stays() -> None:
    own = "Van een collega: klopt dit?"
    marked = marked_workbook(excel(), SOME, "nl")
    text = notes(marked)[3, 3]
    assert text.startswith(own + "\n\n")
    assert "Let op (M201): Start ligt na gereed." in text
    assert notes(marked_workbook(marked, SOME, "nl"))[3, 3] == text
    assert notes(marked_workbook(marked, (), "nl"))[3, 3] == own


def test_what_a_person_typed_in_our_note_stays() -> None:
    marked = marked_workbook(excel(), [finding("B3"), finding("C3")], "nl")
    typed = with_parts(
        marked,
        {
            "xl/comments1.xml": lambda text: text.replace(
                "</t></r></text>", "\nIs zo afgesproken.</t></r></text>"
            )
        },
    )
    assert "Is zo afgesproken." in notes(typed)[3, 2]
    clean = notes(marked_workbook(typed, (), "nl"))
    assert clean[3, 2].strip() == "Is zo afgesproken."
    assert clean[3, 3].split() == ["Van", "een", "collega:", "klopt", "dit?", "Is", "zo", "afgesproken."]


def test_conversation_is_not_touched() -> None:
    marked = marked_workbook(excel(), [finding("C4")], "nl")
    assert notes(marked)[4, 3] == "[Threaded comment]"
    assert set(outlined(marked)) == {"C4"}


def boxes(data: bytes) -> list[tuple[int, int]]:
    """The cells whose notes have a box."""
    drawings = [part for name, part in parts_of(data).items() if name.endswith(".vml")]
    return [
        (int(row) + 1, int(column) + 1)
        for drawing in drawings
        for row, column in re.findall(rb"<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)<", drawing)
    ]


def test_every_note_has_one_box(dialect: bytes) -> None:
    marked = marked_workbook(dialect, SOME, "nl")
    assert sorted(boxes(marked)) == sorted(notes(marked))
    fewer = marked_workbook(marked, SOME[:1], "nl")
    assert sorted(boxes(fewer)) == sorted(notes(fewer))


def test_boxes_have_their_own_numbers() -> None:
    drawings = parts_of(marked_workbook(excel(), SOME, "nl"))["xl/drawings/vmlDrawing1.vml"]
    numbers = re.findall(rb'id="(_x0000_s\d+)"', drawings)
    assert len(numbers) == len(set(numbers)) == 6 - 1


def test_drawing_that_is_no_sound_xml() -> None:
    """Excel leaves the ``<br>`` of a button's text open."""
    name = "xl/drawings/vmlDrawing1.vml"
    button = '<v:shape id="_x0000_s1099"><v:textbox><div>Knop<br></div></v:textbox></v:shape></xml>'
    data = with_parts(excel(), {name: lambda text: text.replace("</xml>", button)})
    marked = marked_workbook(data, SOME, "nl")
    drawing = parts_of(marked)[name]
    assert b"Knop<br>" in drawing
    assert b'id="_x0000_s1100"' in drawing
    assert parts_of(marked_workbook(marked, (), "nl"))[name] == parts_of(data)[name]


CHILDREN = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges "
    "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr "
    "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter "
    "rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing "
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst"
)


@pytest.mark.parametrize(
    "inside",
    [
        "<sheetData/>",
        CELLS + '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
        CELLS + "<headerFooter/><legacyDrawingHF/><tableParts/><extLst><ext><c/></ext></extLst>",
        "<sheetPr/><cols><col min='1' max='1'/></cols>" + CELLS + "<drawing/><extLst/>",
    ],
)
def test_elements_stand_in_the_order_of_the_schema(inside: str) -> None:
    marked = marked_workbook(bare(inside, styles=STYLES), SOME, "nl")
    for name, part in parts_of(marked).items():
        if "worksheets/sheet" in name and name.endswith(".xml"):
            found = [node.tag.rpartition("}")[2] for node in ElementTree.fromstring(part)]
            assert found == sorted(found, key=CHILDREN.split().index)
    assert b"legacyDrawing " in parts_of(marked)["xl/worksheets/sheet1.xml"]


def test_strict_files_stay_strict() -> None:
    marked = parts_of(marked_workbook(bare(CELLS, strict=True, styles=STYLES), SOME, "nl"))
    assert not any(MAIN.encode() in part or RELATIONS.encode() in part for part in marked.values())


# The sheet of findings


def findings_sheet(data: bytes, name: str = "Bevindingen") -> Any:
    return opened(data)[name]


def test_sheet_of_findings() -> None:
    more = Finding("M012", "column-missing", WARNING, "op dit blad ontbreekt een kolom.", in_sheet="Plan")
    elsewhere = finding("A1", sheet="Weg", suggestion="Plan")
    sheet = findings_sheet(marked_workbook(excel(), [*SOME[:2], more, elsewhere], "nl"))
    assert sheet["A1"].value == "Bevindingen van mijlpalen-xlsx"
    assert sheet["A2"].value == "2 fouten · 2 keer let op"
    rows = [[cell.value for cell in row[:6]] for row in sheet.iter_rows(min_row=4)]
    assert rows == [
        ["Ernst", "Code", "Blad", "Cel", "Bevinding", "Voorstel"],
        ["Fout", "M201", "Plan", "B3", "Start ligt na gereed. Kies een latere datum.", None],
        ["Let op", "M201", "Plan", "C3", "Start ligt na gereed. Kies een latere datum.", None],
        ["Let op", "M012", "Plan", None, "Op dit blad ontbreekt een kolom.", None],
        ["Fout", "M201", "Weg", "A1", "Start ligt na gereed. Kies een latere datum.", "Plan"],
    ]
    links = [sheet.cell(row, 4).hyperlink for row in range(5, 9)]
    assert [link and link.location for link in links] == [
        "'Plan'!B3", "'Plan'!C3", None, None,
    ]  # fmt: skip
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation) == (
        "A5",
        "$4:$4",
        "landscape",
    )
    assert sheet.column_dimensions["H"].hidden


def test_sheet_of_findings_in_english() -> None:
    sheet = findings_sheet(marked_workbook(excel(), SOME[:1], "en"), "Findings")
    assert sheet["A1"].value == "Findings of mijlpalen-xlsx"
    assert [cell.value for cell in sheet[4]][:4] == ["Severity", "Code", "Sheet", "Cell"]


def test_without_findings_the_sheet_says_so() -> None:
    assert findings_sheet(marked_workbook(excel(), (), "nl"))["A2"].value == "Geen bevindingen."


def test_sheet_of_a_person_keeps_its_name() -> None:
    data = with_parts(excel(), {"xl/workbook.xml": lambda text: text.replace("Lijsten", "bevindingen")})
    marked = marked_workbook(marked_workbook(data, SOME, "nl"), SOME, "nl")
    assert opened(marked).sheetnames == ["Plan", "bevindingen", "Bevindingen 2"]


def test_our_sheet_is_known_by_another_name() -> None:
    marked = marked_workbook(excel(), SOME, "nl")
    renamed = with_parts(
        marked, {"xl/workbook.xml": lambda text: text.replace("Bevindingen", "Wat nog moet")}
    )
    assert opened(marked_workbook(renamed, (), "en")).sheetnames == ["Plan", "Lijsten", "Wat nog moet"]


def test_our_sheet_is_known_without_its_name_in_the_workbook() -> None:
    marked = marked_workbook(excel(), SOME, "nl")
    nameless = with_parts(
        marked, {"xl/workbook.xml": lambda text: re.sub("<definedName[^>]*mp_bev.*?</definedName>", "", text)}
    )
    clean = marked_workbook(nameless, (), "nl")
    assert opened(clean).sheetnames == ["Plan", "Lijsten", "Bevindingen"]
    assert borders(clean) == borders(excel())


def test_marks_go_even_when_our_sheet_was_thrown_away() -> None:
    marked = marked_workbook(excel(), SOME, "nl")

    def without(text: str) -> str:
        text = re.sub('<sheet name="Bevindingen"[^>]*>', "", text)
        return re.sub("<definedName[^>]*>'Bevindingen'.*?</definedName>", "", text)

    clean = marked_workbook(with_parts(marked, {"xl/workbook.xml": without}), (), "nl")
    assert not outlined(clean)
    assert notes(clean) == notes(excel())


@pytest.mark.parametrize(
    "text", ["<b>&\"'</b>", "=1+1", "a\x00\x1b\x08b", "\u202eom", "_x0041_", "é€😀", "x" * 40_000]
)
def test_any_text_is_only_text(text: str) -> None:
    mark = finding("B3", sentence=text.replace("{", "").replace("}", ""), suggestion=text)
    marked = marked_workbook(excel(), [mark], "nl")
    sound(marked)
    cell = findings_sheet(marked)["F5"]
    assert cell.data_type == "s"
    said = open_workbook(marked).sheets[-1].cells[5, 6].value
    assert isinstance(said, str)
    assert len(said) <= 32_767
    plain = re.sub("[\x00\x08\x1b\u202e]", "", text)
    assert said == (plain if len(plain) < 32_768 else plain[:32_766] + "…")
    assert len(notes(marked)[3, 2]) <= 32_767


# Refusals


def test_libreoffice_s_own_files_are_refused() -> None:
    ods = packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
    with pytest.raises(Unreadable) as refused:
        marked_workbook(ods, SOME, "nl")
    assert (refused.value.code, refused.value.values) == ("M001", {"looks_like": "ods"})


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"Nr;Mijlpaal\n1;LOB\n"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        marked_workbook(data, SOME, "nl")


def test_limits_are_kept() -> None:
    with pytest.raises(Unreadable) as refused:
        marked_workbook(excel(), SOME, "nl", limits=Limits(nodes=50))
    assert refused.value.values["limit"] == "nodes"


def test_doctype_is_refused() -> None:
    data = with_parts(
        excel(), {"xl/styles.xml": lambda text: text.replace("<styleSheet", "<!DOCTYPE x><styleSheet")}
    )
    with pytest.raises(Unreadable):
        marked_workbook(data, SOME, "nl")


def test_workbook_without_its_references_is_refused() -> None:
    """The reader guesses which part is which sheet; a sheet written on a guess could take another's place."""
    data = with_parts(excel(), {"xl/_rels/workbook.xml.rels": lambda text: text.replace('"rId1"', '"rId77"')})
    with pytest.raises(Unreadable) as refused:
        marked_workbook(data, SOME, "nl")
    assert refused.value.values["why"] == "missing-part"


def test_styles_that_nothing_refers_to_are_used_as_the_reader_does() -> None:
    def loose(text: str) -> str:
        return re.sub('<Relationship [^>]*styles.xml"/>', "", text)

    data = with_parts(excel(), {"xl/_rels/workbook.xml.rels": loose})
    marked = marked_workbook(data, SOME, "nl")
    sound(marked)
    assert values(marked) == values(excel())


# Small pieces


@pytest.mark.parametrize("number", [0, 1, 15, 16, 255, 4095])
@pytest.mark.parametrize("severity", Severity)
def test_colour_tells_its_number(severity: Severity, number: int) -> None:
    markup = side_markup("left", f"thick rgb=FF{colour_of(severity, number)}")
    assert number_in(parse(markup.encode(), "", Limits())) == number


@pytest.mark.parametrize(
    "colour",
    ["C00000", "FF0000", "FFC000", "ED7D31", "0070C0", "4472C4", "FF9900", "3C78D8", "B3261E", "1F4E86"],
)
def test_colours_of_people_are_not_ours(colour: str) -> None:
    markup = side_markup("left", f"thick rgb=FF{colour}")
    assert number_in(parse(markup.encode(), "", Limits())) is None


@pytest.mark.parametrize(
    "text", ["", "thin rgb=FFC9D2DE", "hair theme=0 tint=-0.249977111117893", "double auto=1"]
)
def test_side_of_a_border_comes_back(text: str) -> None:
    assert side_text(parse(side_markup("top", text or "none").encode(), "", Limits())) == text


def test_records_come_back_from_any_part() -> None:
    first = Records()
    numbers = [first.number(f"thin rgb=FF00000{n}|||") for n in range(3)]
    again = Records(b"<t>" + "</t><t>".join(first.lines()).encode() + b"</t>")
    assert [again.number(f"thin rgb=FF00000{n}|||") for n in range(3)] == numbers == [1, 2, 3]


def test_attribute_is_set_in_place() -> None:
    tag = b"<c r='A1' s=\"4\" t='a>b'/>"
    assert with_attribute(tag, "s", "5") == b"<c r='A1' s=\"5\" t='a>b'/>"
    assert with_attribute(tag, "s", None) == b"<c r='A1' t='a>b'/>"
    assert with_attribute(b"<c >", "s", "5") == b'<c s="5">'


@given(st.text())
def test_content_is_always_sound(text: str) -> None:
    assert len(ElementTree.fromstring(f"<t>{content(text)}</t>").text or "") <= 32_767


# Checked again, and other programs


PLAN: list[list[str | None]] = [
    ["Nr", "Mijlpaal", "Start", "Gereed (gepland)", "Gereed (verwacht)"],
    ["1", "Deelproject 1: LOB", None, None, None],
    ["1.1", "Lessen zijn af", "1 mei 2022", "31 januari 2022", None],
    ["1.1", "Docenten zijn geschoold", "na de zomer", "q5 2023", None],
    ["1.3", None, "1-1-2023", "1-3-2023", None],
]


@cache
def plan() -> bytes:
    """A plan with mistakes, as somebody types one."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Mijlpalenplan")
        grid = book.add_format({"border": 1})
        for row, texts in enumerate(PLAN):
            sheet.write_row(row, 0, [text or "" for text in texts], grid)
    return out.getvalue()


def said(data: bytes) -> list[tuple[str, Address | None, str | None, str | None]]:
    return [(f.code, f.at, f.value, f.suggestion) for f in check(data).files[0].findings]


def test_checked_again_gives_the_same_findings() -> None:
    findings = check(plan()).files[0].findings
    assert len(findings) > 3
    marked = marked_workbook(plan(), findings, "nl")
    assert said(marked) == said(plan())


def test_many_findings_are_the_same_again() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Mijlpalenplan")
        sheet.write_row(0, 0, [text or "" for text in PLAN[0]])
        for row in range(1, 301):
            sheet.write_row(row, 0, [f"1.{row}", f"Les {row} is af", "3 mei 2023", "1 mei 2022"])
    findings = check(out.getvalue()).files[0].findings
    assert len(findings) >= 300
    marked = marked_workbook(out.getvalue(), findings, "en")
    assert said(marked) == said(out.getvalue())


@pytest.fixture(scope="module")
def resaved(need_program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Workbooks as LibreOffice saves them again."""
    folder = tmp_path_factory.mktemp("office")
    given = {"plain": excel(), "marked": marked_workbook(excel(), SOME, "nl"), "plan": _marked_plan()}
    for name, data in given.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [need_program("soffice"), profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved"]
    subprocess.run(
        [*command, *(f"{name}.xlsx" for name in given)],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {name: (folder / "saved" / f"{name}.xlsx").read_bytes() for name in given}


def _marked_plan() -> bytes:
    return marked_workbook(plan(), check(plan()).files[0].findings, "nl")


def test_libreoffice_shows_the_marks_and_the_same_values(resaved: dict[str, bytes]) -> None:
    marked, plain = resaved["marked"], resaved["plain"]
    shown = {place: cell.value for place, cell in open_cells(marked).items()}  # fmt: skip
    assert shown == {place: cell.value for place, cell in open_cells(plain).items()}
    assert set(outlined(marked)) >= {"B3", "C3", "D8", "H40"}
    assert "Fout (M201): Start ligt na gereed." in notes(marked)[3, 2]
    assert notes(marked)[3, 3].startswith("Van een collega: klopt dit?")
    assert opened(marked).sheetnames[-1] == "Bevindingen"


def open_cells(data: bytes) -> dict[tuple[int, int], Any]:
    sheet = open_workbook(data).sheet("Plan")
    assert sheet is not None
    return {place: cell for place, cell in sheet.cells.items() if cell.value is not None}


def test_marks_go_after_libreoffice_saved_them(resaved: dict[str, bytes]) -> None:
    clean = marked_workbook(resaved["marked"], (), "nl")
    sound(clean)
    assert borders(clean) == borders(resaved["plain"])
    assert notes(clean) == notes(resaved["plain"])
    assert opened(clean).sheetnames == ["Plan", "Lijsten", "Bevindingen"]


def test_saved_by_libreoffice_it_is_still_the_same_plan(resaved: dict[str, bytes]) -> None:
    codes = [(code, at) for code, at, *_ in said(plan())]
    assert [(code, at) for code, at, *_ in said(resaved["plan"])] == codes
