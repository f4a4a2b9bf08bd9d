"""Files that are legal and hostile: a plan of 60 milestones with more than anybody needs in its parts."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from notes import PLAN_SHEET

__all__ = ["ODD", "write_odd"]

LAST = 1_048_576
BELOW = 400
"""A row below the plan and all its notes."""
STYLES, BOOK = "xl/styles.xml", "xl/workbook.xml"
WIDE = [chr(65 + at) for at in range(26)] + [f"A{chr(65 + at)}" for at in range(19)]

Pieces = Iterable[bytes]


def _at_end(part: bytes, mark: bytes, added: Pieces) -> Iterator[bytes]:
    """A part with pieces put in before ``mark``; they may be more than memory holds."""
    start, end, rest = part.rpartition(mark)
    yield start
    yield from added
    yield end + rest


def _rows(added: Pieces) -> Callable[[bytes], Iterator[bytes]]:
    return lambda part: _at_end(part, b"</sheetData>", added)


def _far(cell: bytes) -> list[bytes]:
    return [b'<row r="%d">%s</row>' % (LAST, cell)]


def _styled(letters: Iterable[str]) -> Iterator[bytes]:
    """Rows down to the last one in which every cell has a look and no value; a thousand in each piece."""
    names = [letter.encode() for letter in letters]
    for first in range(BELOW, LAST + 1, 1_000):
        rows = range(first, min(first + 1_000, LAST + 1))
        yield b"".join(
            b'<row r="%d" ht="15">%s</row>'
            % (row, b"".join(b'<c r="%s%d" s="5"/>' % (n, row) for n in names))
            for row in rows
        )


def _columns(part: bytes) -> Iterator[bytes]:
    return _at_end(part, b"</cols>", [b'<col min="45" max="16384" width="9" style="5" customWidth="1"/>'])


def _more_styles(part: bytes) -> Iterator[bytes]:
    """20,000 cell formats, 4,000 named styles and 4,000 formats for conditions."""
    for mark, added in (
        (b"</cellXfs>", b"".join(b'<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0"/>' % (n % 20)
                                 for n in range(20_000))),
        (b"</cellStyles>", b"".join(b'<cellStyle name="Stijl %d" xfId="0"/>' % n for n in range(4_000))),
        (b"</dxfs>", b"<dxf><font><b/></font></dxf>" * 4_000),
    ):  # fmt: skip
        part = part.replace(mark, added + mark)
    yield re.sub(rb'(<(?:cellXfs|cellStyles|dxfs)) count="[0-9]+"', rb"\1", part)


def _conditions(part: bytes) -> Iterator[bytes]:
    """5,000 blocks of conditional formatting and 2,000 validations."""
    rule = b'<cfRule type="expression" dxfId="0" priority="%d"><formula>$A$%d=1</formula></cfRule>'
    blocks = b"".join(
        b'<conditionalFormatting sqref="B%d:H%d">%s</conditionalFormatting>' % (n, n, rule % (n + 100, n))
        for n in range(BELOW, BELOW + 5_000)
    )
    lists = b"".join(
        b'<dataValidation type="list" allowBlank="1" sqref="B%d"><formula1>"a,b"</formula1></dataValidation>'
        % n
        for n in range(BELOW, BELOW + 2_000)
    )
    part = part.replace(b"</sheetData>", b"</sheetData>" + blocks)
    yield re.sub(
        rb'<dataValidations count="[0-9]+"', b"<dataValidations",
        part.replace(b"</dataValidations>", lists + b"</dataValidations>"),
    )  # fmt: skip


def _names(part: bytes) -> Iterator[bytes]:
    names = (b'<definedName name="weg_%d">#REF!</definedName>' % n for n in range(20_000))
    return _at_end(part, b"</definedNames>", names)


ODD: dict[str, tuple[str, Callable[[bytes], Iterator[bytes]]]] = {
    "far cell": (PLAN_SHEET, _rows(_far(b'<c r="XFD%d" s="5"/>' % LAST))),
    "far value in AS": (PLAN_SHEET, _rows(_far(b'<c r="AS%d"><v>1</v></c>' % LAST))),
    "far value in XFD": (PLAN_SHEET, _rows(_far(b'<c r="XFD%d"><v>1</v></c>' % LAST))),
    "formatted columns": (PLAN_SHEET, _columns),
    "a million empty rows": (PLAN_SHEET, lambda part: _at_end(part, b"</sheetData>", _styled(()))),
    "a million rows of 4": (PLAN_SHEET, lambda part: _at_end(part, b"</sheetData>", _styled(WIDE[:4]))),
    "a million rows of 45": (PLAN_SHEET, lambda part: _at_end(part, b"</sheetData>", _styled(WIDE))),
    "20,000 formats": (STYLES, _more_styles),
    "5,000 conditions": (PLAN_SHEET, _conditions),
    "20,000 lost names": (BOOK, _names),
}
"""Each odd file: the part that is changed, and how."""


def write_odd(name: str, source: Path, target: Path) -> None:
    """The odd file of that name, made from the workbook ``source``; its pieces pass one at a time."""
    changed, change = ODD[name]
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            part = before.read(entry)
            with after.open(entry.filename, "w", force_zip64=True) as written:
                for piece in change(part) if entry.filename == changed else (part,):
                    written.write(piece)
