"""Files that are large, or say so: what is empty costs nothing, what is hostile is refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from tests.corpus.bases import bases, by_hand
from tests.corpus.cases import Case, changed, only, parts_of, refused, same
from tests.sheets.made import package
from tests.sheets.test_ods import row, text

__all__ = ["cases"]

SHEETS = "worksheets/sheet"


def _after_rows(data: bytes, rows: str) -> bytes:
    return only(data, SHEETS, lambda xml: xml.replace(b"</sheetData>", rows.encode() + b"</sheetData>"))


def _ods_with(rows: str) -> bytes:
    end = b"</table:table>"
    return only(bases()["ods"], "content.xml", lambda xml: xml.replace(end, rows.encode() + end))


def _repeated(times: int) -> str:
    return f' table:number-rows-repeated="{times}"'


def cases() -> Iterator[Case]:
    hand = bases()["hand"]
    yield same(
        "far-cell-coloured", _after_rows(hand, '<row r="1048576"><c r="XFD1048576" s="0"/></row>'), "hand"
    )
    formatted = "".join(f'<row r="{at}" ht="15"><c r="A{at}" s="1"/></row>' for at in range(20, 200_000))
    yield same("formatted-to-the-bottom", _after_rows(hand, formatted), "hand")
    wide = "".join(f'<c r="{letter}{other}9" s="1"/>' for letter in "ABCDEFGH" for other in "ABCDEFGHIJ")
    yield same("formatted-to-the-right", _after_rows(hand, f'<row r="9">{wide}</row>'), "hand")
    yield same("hidden-to-the-right", by_hand(_hide_right), "hand")
    far = row('<table:table-cell table:number-columns-repeated="16000"/>', _repeated(1_000_000))
    yield same("ods-to-the-bottom", _ods_with(far), "ods")
    yield from _hostile(hand)


def _hide_right(sheet: Any) -> None:
    from openpyxl.worksheet.dimensions import ColumnDimension

    sheet.column_dimensions["H"] = ColumnDimension(sheet, "H", min=8, max=16_384, hidden=True)


def _hostile(hand: bytes) -> Iterator[Case]:
    parts = parts_of(hand)
    yield refused("too-many-entries", package({**parts, **{f"x{n}": b"" for n in range(5_001)}}), "M004")
    sheets = b"".join(b'<sheet name="%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(1, 300))
    many = only(hand, "xl/workbook.xml", lambda xml: re.sub(rb"<sheet [^>]*/>", sheets, xml))
    yield refused("too-many-sheets", many, "M004")
    yield refused(
        "too-deep", _after_rows(hand, "<row>" + "<a>" * 50_000 + "</a>" * 50_000 + "</row>"), "M004"
    )
    merges = b"<mergeCells>" + b'<mergeCell ref="A1:B2"/>' * 100_001 + b"</mergeCells>"
    merged = only(hand, SHEETS, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merges))
    yield refused("too-many-merges", merged, "M004")
    long_text = f'<c r="A9" t="inlineStr"><is><t>{"x" * 5_000_000}</t></is></c>'
    yield refused("too-long-a-text", _after_rows(hand, f'<row r="9">{long_text}</row>'), "M004")
    simple = bases()["simple"]
    long_string = only(
        simple, "sharedStrings", lambda xml: re.sub(rb"<t>", b"<t>" + b"x" * 32_000, xml, count=1)
    )
    often = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(900, 1600))
    yield refused("one-text-often", _after_rows(long_string, often), "M004")
    bomb = _after_rows(hand, "<row>" + " " * 30_000_000 + "</row>")
    yield refused("bomb", bomb, "M004")
    ods = _ods_with(row(text("x"), _repeated(1_048_000)))
    yield refused("ods-a-value-a-million-times", ods, "M004")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        file.writestr("xl/media/film.mp4", bytes(21 * 1024 * 1024))
    yield refused("too-large-a-file", out.getvalue(), "M004")
    yield same("large-part-nobody-needs", changed(hand, **{"xl/media/x.bin": bytes(9_000_000)}), "hand")
