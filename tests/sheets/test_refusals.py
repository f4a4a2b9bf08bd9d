"""Each way in which a file cannot be read, with the code and the facts that are handed out."""

from __future__ import annotations

import io
import os
import pickle
import struct
import zipfile
from pathlib import Path

import pytest

from mijlpalen_xlsx.sheets import Limits, Unreadable, open_workbook
from tests.sheets.made import (
    BOOK,
    BOOK_RELATIONS,
    MAIN,
    STRINGS,
    STYLES,
    a_workbook,
    package,
    relation,
    relations,
    sheet_xml,
)


def refusal(data: bytes, limits: Limits | None = None) -> tuple[str, dict[str, object]]:
    with pytest.raises(Unreadable) as caught:
        open_workbook(data, limits or Limits())
    return caught.value.code, caught.value.values


def compound(*streams: str) -> bytes:
    """An OLE container with these streams in its directory."""
    entries = b""
    for name in streams:
        text = name.encode("utf-16-le") + b"\0\0"
        entries += text.ljust(64, b"\0") + struct.pack("<HB", len(text), 2) + bytes(61)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entries.ljust(1024, b"\0")


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (b"", "empty"),
        (b"  \r\n", "empty"),
        (b"Nr;Mijlpaal;Gereed\r\n1;Start;1-1-2026\r\n", "csv"),
        ("Nr\tMijlpaal\n1\tStart é\n".encode("utf-16"), "csv"),
        (b"nr,naam\n1,a\n", "csv"),
        (b"BMC;naam\n1;a\n", "csv"),
        (b"BM\x36\x0c\0\0\0\0\0\0\x36\0\0\0", "image"),
        (b"Beste allen,\nhierbij het plan.\n", "text"),
        (b"<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>", "html"),
        (b"\xef\xbb\xbf  <table><tr><td>1</td></tr></table>", "html"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "xml"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "image"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "image"),
        (b"{\\rtf1 hallo}", "word"),
        (compound("WordDocument"), "word"),
        (compound("Iets"), "unknown"),
        (bytes(range(256)) * 4, "unknown"),
        (package({"word/document.xml": "<x/>"}), "word"),
        (package({"ppt/presentation.xml": "<x/>"}), "powerpoint"),
        (
            package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
            "ods",
        ),
        (package({"xl/workbook.bin": b"\0"}), "xlsb"),
        (package({"Index/Document.iwa": b"\0"}), "numbers"),
        (package({"foto.jpg": b"\0"}), "zip"),
        (package({}), "zip"),
    ],
)
def test_not_a_workbook(data: bytes, looks_like: str) -> None:
    assert refusal(data) == ("M001", {"looks_like": looks_like})


def test_a_device_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp.xlsx"
    os.mkfifo(pipe)
    with pytest.raises(Unreadable) as caught:
        open_workbook(pipe)
    assert (caught.value.code, caught.value.values) == ("M001", {"looks_like": "device"})


def test_the_system_says_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_workbook(tmp_path / "weg.xlsx")
    with pytest.raises(IsADirectoryError):
        open_workbook(str(tmp_path))


def test_from_a_path_from_bytes_and_from_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "plan met 'spaties'.xlsx"
    path.write_bytes(a_workbook())
    books = [open_workbook(path), open_workbook(str(path)), open_workbook(a_workbook())]
    books.append(open_workbook(io.BytesIO(a_workbook())))
    assert all(book.sheets == books[0].sheets for book in books)


def test_password() -> None:
    assert refusal(compound("EncryptionInfo", "EncryptedPackage")) == ("M002", {})
    locked = bytearray(a_workbook())
    at = locked.find(b"PK\x01\x02")
    while at >= 0:  # the flag that says so, in the directory
        locked[at + 8] |= 1
        at = locked.find(b"PK\x01\x02", at + 4)
    assert refusal(bytes(locked)) == ("M002", {})


def test_old_xls() -> None:
    assert refusal(compound("Workbook")) == ("M005", {})
    assert refusal(compound("Book")) == ("M005", {})
    assert refusal(b"\x09\x08\x10\x00" + bytes(100)) == ("M005", {})


def test_an_old_workbook_that_speaks_of_encryption_is_an_old_workbook() -> None:
    assert refusal(compound("Workbook") + b"xx" + "EncryptionInfo\0".encode("utf-16-le")) == ("M005", {})


def changed(name: str, content: str | bytes | None) -> bytes:
    return a_workbook({name: content})


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (a_workbook()[:400], "truncated"),
        (changed("xl/workbook.xml", None), "no-workbook"),
        (changed("xl/workbook.xml", "<andersom/>"), "no-workbook"),
        (changed("xl/workbook.xml", f'<workbook xmlns="{MAIN}"/>'), "no-sheets"),
        (changed("xl/workbook.xml", BOOK[:-20]), "xml"),
        (changed("xl/worksheets/sheet1.xml", None), "missing-part"),
        (changed("xl/worksheets/sheet1.xml", sheet_xml()[:-30]), "xml"),
        (changed("xl/worksheets/sheet1.xml", ""), "xml"),
        (changed("xl/worksheets/sheet1.xml", "<html/>"), "no-worksheet"),
        (changed("xl/worksheets/sheet1.xml", "<!DOCTYPE worksheet><worksheet/>"), "doctype"),
        (changed("xl/theme/theme1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><theme/>'), "doctype"),
        (changed("xl/worksheets/sheet1.xml", '<?xml version="1.0" encoding="klingon"?><worksheet/>'), "xml"),
        (changed("xl/sharedStrings.xml", None), "strings"),
        (changed("xl/sharedStrings.xml", STRINGS[:-9]), "xml"),
        (changed("xl/styles.xml", None), "styles"),
        (changed("xl/styles.xml", STYLES[:-9]), "xml"),
        (a_workbook(rows='<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), "strings"),
        (a_workbook(rows='<row r="1"><c r="A1" t="s"><v>x</v></c></row>'), "strings"),
        (a_workbook(rows='<row r="1"><c r="A1" s="77"><v>46000</v></c></row>'), "styles"),
        (a_workbook(rows='<row r="1"><c r="XFE1"><v>1</v></c></row>'), "reference"),
        (a_workbook(rows='<row r="1"><c r="1A"><v>1</v></c></row>'), "reference"),
        (a_workbook(rows='<row r="1048577"/>'), "reference"),
        (a_workbook(rows='<row r="nul"/>'), "reference"),
    ],
)
def test_damaged(data: bytes, why: str) -> None:
    code, facts = refusal(data)
    assert (code, facts["why"]) == ("M003", why)


def test_a_date_is_never_a_bare_number_because_styles_are_gone() -> None:
    """Text with a style that is not there is read all the same: nothing about it is lost."""
    rows = '<row r="1"><c r="A1" s="4" t="inlineStr"><is><t>een</t></is></c></row>'
    assert open_workbook(a_workbook({"xl/styles.xml": None}, rows)).sheets[0].cells[1, 1].value == "een"


def test_a_wrong_checksum() -> None:
    data = bytearray(package(dict(PARTS.items()), zipfile.ZIP_STORED))
    at = data.find(b"<v>0</v>")
    data[at + 3 : at + 4] = b"1"
    assert refusal(bytes(data)) == ("M003", {"why": "checksum", "part": "xl/worksheets/sheet1.xml"})


PARTS = {
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": BOOK_RELATIONS,
    "xl/worksheets/sheet1.xml": sheet_xml(),
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": STRINGS,
}


def test_a_part_that_is_there_twice() -> None:
    assert refusal(package(PARTS | {"XL/Worksheets/Sheet1.xml": "<x/>"}))[1]["why"] == "duplicate-part"


def test_odd_compression_matters_only_for_what_is_needed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in PARTS.items():
            file.writestr(name, content)
        file.writestr("foto.bin", b"x" * 100, zipfile.ZIP_LZMA)
    assert len(open_workbook(out.getvalue()).sheets) == 1
    odd = package(PARTS, zipfile.ZIP_BZIP2)
    assert refusal(odd)[1]["why"] == "compression"


ONE_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
CELLS = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 40))
NAMES = "<definedNames>" + "<definedName name='a'>1</definedName>" * 9 + "</definedNames>"
SHEETS = BOOK.replace("</sheets>", '<sheet name="B" r:id="rId1"/></sheets>')


@pytest.mark.parametrize(
    ("limits", "limit", "data"),
    [
        (Limits(file_bytes=500), "file_bytes", a_workbook()),
        (Limits(part_bytes=1000), "part_bytes", a_workbook(rows=ONE_CELL.format("x" * 70_000))),
        (Limits(total_bytes=2000), "total_bytes", a_workbook(rows=ONE_CELL.format("x" * 1000))),
        (Limits(ratio_from=1000, ratio=20), "ratio", a_workbook(rows=ONE_CELL.format("x" * 30_000))),
        (Limits(entries=5), "entries", a_workbook()),
        (Limits(sheets=1), "sheets", a_workbook({"xl/workbook.xml": SHEETS})),
        (Limits(cells=30), "cells", a_workbook(rows=CELLS)),
        (Limits(text=100), "text", a_workbook(rows=CELLS)),
        (Limits(text=100), "text", a_workbook(rows=ONE_CELL.format("x" * 101))),
        (Limits(strings=1), "strings", a_workbook()),
        (Limits(item_text=100_000), "item_text", a_workbook(rows=ONE_CELL.format("x" * 200_000))),
        (Limits(item_text=100_000), "item_text", a_workbook(rows=f'<row r="1" x="{"x" * 200_000}"/>')),
        (Limits(item_text=100_000), "item_text", a_workbook(rows=f"<!--{'<' * 200_000}-->")),
        (
            Limits(item_text=100_000),
            "item_text",
            changed("xl/sharedStrings.xml", f"<sst>{' ' * 200_000}</sst>"),
        ),
        (
            Limits(item_text=100_000),
            "item_text",
            changed("xl/styles.xml", f"<styleSheet>{' ' * 200_000}</styleSheet>"),
        ),
        (Limits(), "depth", a_workbook(rows='<row r="1">' + "<c>" * 30_000)),
        (Limits(), "depth", changed("xl/sharedStrings.xml", "<sst>" + "<si>" * 40_000)),
        (Limits(), "depth", changed("xl/styles.xml", "<styleSheet>" + "<a>" * 200)),
        (
            Limits(nodes=100),
            "nodes",
            changed("xl/styles.xml", "<styleSheet>" + "<a/>" * 200 + "</styleSheet>"),
        ),
        (Limits(merges=3), "merges", a_workbook(after='<mergeCell ref="A1:B2"/>' * 4)),
        (
            Limits(names=8),
            "names",
            changed("xl/workbook.xml", BOOK.replace("</workbook>", NAMES + "</workbook>")),
        ),
        (Limits(styles=2), "styles", a_workbook()),
    ],
)
def test_each_limit(limits: Limits, limit: str, data: bytes) -> None:
    assert refusal(data, limits) == ("M004", {"limit": limit, "allowed": getattr(limits, limit)})


def test_every_limit_is_tested() -> None:
    cases = test_each_limit.pytestmark[0].args[1]  # type: ignore[attr-defined]
    tested = {case[1] for case in cases} | {
        "skipped_bytes",
        "ratio_from",
    }  # with the large files; a part of ratio
    assert tested == set(Limits._fields)


def test_notes_count_as_text() -> None:
    rels = relations(relation("comments", "../comments1.xml"))
    notes = f"<commentList><comment ref='A1'><text><t>{'x' * 90}</t></text></comment></commentList>"
    notes = f"<comments>{notes}</comments>"
    data = a_workbook({"xl/worksheets/_rels/sheet1.xml.rels": rels, "xl/comments1.xml": notes})
    assert open_workbook(data).sheets[0].notes == {(1, 1): "x" * 90}
    assert refusal(data, Limits(text=80))[1]["limit"] == "text"


def test_sizes_in_the_directory_are_not_believed() -> None:
    """The header says that the sheet is small; what comes out of it is counted."""
    data = bytearray(a_workbook(rows=ONE_CELL.format("x" * 300_000)))
    for signature, at_size in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(b"xl/worksheets/sheet1.xml", data.find(signature))
        start = data.rfind(
            signature, 0, at if signature == b"PK\x03\x04" else data.rfind(b"xl/worksheets/sheet1.xml")
        )
        data[start + at_size : start + at_size + 4] = struct.pack("<I", 500)
    code, facts = refusal(bytes(data))
    assert (code, facts["why"]) == ("M003", "checksum")


def test_a_refusal_crosses_processes() -> None:
    copy = pickle.loads(pickle.dumps(Unreadable("M004", {"limit": "cells", "allowed": 1})))
    assert (copy.code, copy.values) == ("M004", {"limit": "cells", "allowed": 1})
