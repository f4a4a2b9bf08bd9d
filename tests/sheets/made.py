"""Small workbook files for the tests of the reader, made part by part, each odd in its own way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from mijlpalen_xlsx.cells import Value
from mijlpalen_xlsx.sheets import Workbook

__all__ = [
    "MAIN",
    "RELATIONS",
    "a_workbook",
    "package",
    "patched",
    "relation",
    "relations",
    "sheet_xml",
    "values",
]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

TOP_RELATIONS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="{PACKAGE}">
<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""

BOOK_RELATIONS = f"""<Relationships xmlns="{PACKAGE}">
<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{RELATIONS}/styles" Target="styles.xml"/>
<Relationship Id="rId3" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="rId4" Type="{RELATIONS}/theme" Target="theme/theme1.xml"/></Relationships>"""

BOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">
<sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>"""

STRINGS = f'<sst xmlns="{MAIN}"><si><t>een</t></si><si><t>twee</t></si></sst>'

STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="1">
<numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FF92D050"/></patternFill></fill></fills>
<cellXfs><xf numFmtId="0" fillId="0"/><xf numFmtId="164" fillId="0"/><xf numFmtId="0" fillId="2"/></cellXfs>
</styleSheet>"""

ROWS = """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
<row r="3"><c r="A3" s="1"><v>46000</v></c><c r="B3" s="2"/><c r="C3"><v>1.5</v></c></row>"""


def relation(kind: str, target: str, identity: str = "a", more: str = "") -> str:
    """One relation, from a part to another, of the kind that the standard calls so."""
    return f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"{more}/>'


def relations(*items: str, also: str = "") -> str:
    """A part of these relations after those of the part ``also``."""
    start = also.removesuffix("</Relationships>") or f'<Relationships xmlns="{PACKAGE}">'
    return start + "".join(items) + "</Relationships>"


def sheet_xml(rows: str = ROWS, after: str = "") -> str:
    """A worksheet part with these rows."""
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def package(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def a_workbook(
    changes: Mapping[str, str | bytes | None] | None = None, rows: str = ROWS, after: str = ""
) -> bytes:
    """The bytes of a small workbook; ``changes`` gives parts another content, None takes one away."""
    parts: dict[str, str | bytes | None] = {
        "_rels/.rels": TOP_RELATIONS,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": BOOK_RELATIONS,
        "xl/worksheets/sheet1.xml": sheet_xml(rows, after),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": STRINGS,
    }
    parts |= changes or {}
    return package({name: content for name, content in parts.items() if content is not None})


def patched(data: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    """The zip file ``data`` with every name and part as ``change`` gives it back."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return package(dict(change(entry.filename, file.read(entry)) for entry in file.infolist()))


def values(book: Workbook, sheet: int = 0) -> dict[tuple[int, int], Value]:
    """The values of one sheet by row and column."""
    return {place: cell.value for place, cell in book.sheets[sheet].cells.items()}
