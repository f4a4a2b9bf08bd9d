"""Notes on cells of the plan sheet, as people add them in Excel; XlsxWriter's file has none of its own."""

from __future__ import annotations

import re
from random import Random

__all__ = ["PLAN_SHEET", "with_notes"]

PLAN_SHEET = "xl/worksheets/sheet2.xml"
SHARE = 0.08
TITLED = re.compile(rb'<c r="C([0-9]+)" s="[0-9]+" t="s">')
FIRST_ROW = 9
COLUMNS = "CEFB"
SAID = (
    "Afgestemd met de deelprojectleider; de datum hangt af van de verbouwing.",
    "Graag nog een keer nalopen voor de rapportage.",
    "Zie het verslag van de stuurgroep.",
    "Docenten zijn ingeroosterd, lokaal nog niet.",
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/comments" Target="../comments1.xml"/></Relationships>'
)
_TYPES = (
    b'<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
    b'<Override PartName="/xl/comments1.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>'
)
_BOXES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
    'o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>'
)


def with_notes(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a workbook of ours with a note on a cell in one of twelve rows of its plan."""
    chance = Random(len(parts[PLAN_SHEET]))
    rows = [int(row) for row in TITLED.findall(parts[PLAN_SHEET]) if int(row) >= FIRST_ROW]
    places = [(chance.choice(COLUMNS), row) for row in rows if chance.random() < SHARE]
    notes = "".join(_note(f"{column}{row}", chance.choice(SAID)) for column, row in places)
    boxes = "".join(_box(number, *place) for number, place in enumerate(places, 1025))
    drawn = f'<legacyDrawing xmlns:r="{_OFFICE}" r:id="rId1"/></worksheet>'.encode()
    return {
        **parts,
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(b"</Types>", _TYPES + b"</Types>"),
        PLAN_SHEET: parts[PLAN_SHEET].replace(b"</worksheet>", drawn),
        "xl/worksheets/_rels/sheet2.xml.rels": _RELATIONS.encode(),
        "xl/comments1.xml": (
            '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>'
            f"<author>Programmaleider</author></authors><commentList>{notes}</commentList></comments>"
        ).encode(),
        "xl/drawings/vmlDrawing1.vml": f"{_BOXES}{boxes}</xml>".encode(),
    }


def _note(cell: str, said: str) -> str:
    font = '<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/>'
    return (
        f'<comment ref="{cell}" authorId="0"><text><r><rPr><b/>{font}</rPr><t>Programmaleider:</t></r>'
        f'<r><rPr>{font}</rPr><t xml:space="preserve">\n{said}</t></r></text></comment>'
    )


def _box(number: int, column: str, row: int) -> str:
    at = ord(column) - ord("A")
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{at + 1}, 15, {row}, 10, {at + 3}, 15, {row + 4}, 4</x:Anchor>"
        "<x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{at}</x:Column></x:ClientData></v:shape>"
    )
