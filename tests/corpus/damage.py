"""Files that are damaged, locked, packed otherwise, or no workbook at all."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tests.corpus.bases import bases
from tests.corpus.cases import Case, changed, parts_of, refused, same
from tests.sheets.made import package

__all__ = ["cases"]

PLAN = "xl/worksheets/sheet2.xml"


def cases() -> Iterator[Case]:
    data = bases()["simple"]
    yield from _cut(data)
    yield from _packed_otherwise(data)
    yield from _broken(data)
    yield from _no_workbooks(data)


def _cut(data: bytes) -> Iterator[Case]:
    for share in (1, 10, 50, 90, 99):
        yield refused(f"cut-{share}", data[: len(data) * share // 100], "M003")
    yield refused("cut-last-byte", data[:-1], "M003")
    yield refused("middle-zeroed", data[:9000] + bytes(2000) + data[11000:], "M003")
    yield refused("ods-cut", bases()["ods"][:700], "M003")


def _packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, *, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.comment = comment
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


class _Pipe(io.BytesIO):
    """A stream that cannot go back: the sizes of the parts then follow their content."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError


def _streamed(parts: dict[str, bytes]) -> bytes:
    out = _Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def _zip64(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            with file.open(name, "w", force_zip64=True) as part:
                part.write(content)
    return out.getvalue()


def _packed_otherwise(data: bytes) -> Iterator[Case]:
    parts = parts_of(data)
    yield same("stored", _packed(parts, zipfile.ZIP_STORED), "simple")
    yield refused("bzip2", _packed(parts, zipfile.ZIP_BZIP2), "M003")
    yield refused("lzma", _packed(parts, zipfile.ZIP_LZMA), "M003")
    yield same("zip-comment", _packed(parts, comment=b"met vriendelijke groet"), "simple")
    yield same("bytes-after", data + bytes(100), "simple")
    yield same("bytes-before", b"#!/bin/sh\n" + data, "simple")
    yield same("streamed", _streamed(parts), "simple")
    yield same("zip64", _zip64(parts), "simple")
    yield same("parts-reversed", _packed(dict(reversed(parts.items()))), "simple")
    yield same("folders-as-entries", _packed({"xl/": b"", "xl/worksheets/": b"", **parts}), "simple")
    yield same("mac-shadow-files", _packed({**parts, f"__MACOSX/{PLAN}": b"\0\5"}), "simple")
    for name, renamed in (
        ("upper-case-names", str.upper),
        ("backslashes", lambda name: name.replace("/", "\\")),
        ("leading-slashes", lambda name: "/" + name),
    ):
        yield same(name, _packed({renamed(part): xml for part, xml in parts.items()}), "simple")


def _entry(data: bytes, name: str) -> zipfile.ZipInfo:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.getinfo(name)


def _with_crc(data: bytes, name: str) -> bytes:
    """The checksum of a part wrong, in both places where it stands."""
    crc = struct.pack("<L", _entry(data, name).CRC)
    return data.replace(crc, struct.pack("<L", _entry(data, name).CRC ^ 1))


def _twice(data: bytes, name: str) -> bytes:
    other = "y" * len(name)
    return _packed({**parts_of(data), other: b"<a/>"}).replace(other.encode(), name.encode())


def _locked(data: bytes, name: str) -> bytes:
    """A part that says it is encrypted."""
    entry = _entry(data, name)
    out = bytearray(data)
    out[entry.header_offset + 6] |= 1
    at = data.index(name.encode(), data.index(b"PK\x01\x02")) - 46
    out[at + 8] |= 1
    return bytes(out)


def _broken(data: bytes) -> Iterator[Case]:
    yield refused("checksum-of-sheet", _with_crc(data, PLAN), "M003")
    yield same("checksum-of-drawing", _with_crc(bases()["full"], "xl/drawings/drawing1.xml"), "full")
    yield refused("sheet-twice", _twice(data, PLAN), "M003")
    yield same("properties-twice", _twice(data, "docProps/thumbnail.emf"), "simple")
    yield refused("sheet-locked", _locked(data, PLAN), "M002")
    yield refused("no-workbook-part", changed(data, **{"xl/workbook.xml": None}), "M003")
    yield refused("no-sheet-part", changed(data, **{PLAN: None}), "M003")
    yield refused("no-strings-part", changed(data, **{"sharedStrings.xml": None}), "M003")
    yield refused("no-styles-part", changed(data, **{"xl/styles.xml": None}), "M003")
    yield same("no-theme-part", changed(data, **{"theme1.xml": None}), "simple")
    yield same("no-content-types", changed(data, **{"[Content_Types].xml": None}), "simple")
    yield same("no-properties", changed(data, **{"app.xml": None, "core.xml": None}), "simple")
    yield same("no-top-relations", changed(data, **{"_rels/.rels": None}), "simple")
    half = parts_of(data)[PLAN][:5000]
    yield refused("half-a-sheet", changed(data, **{PLAN: half}), "M003")
    yield refused("empty-sheet-part", changed(data, **{PLAN: b""}), "M003")
    yield same("broken-theme", changed(data, **{"theme1.xml": b"<theme"}), "simple")
    yield same("broken-properties", changed(data, **{"app.xml": b"\xff\xfe<", "core.xml": b"x"}), "simple")
    inner = zlib.decompress(zlib.compress(data))
    yield refused("workbook-in-a-zip", package({"plan.xlsx": inner}), "M001")


def _compound(stream: str) -> bytes:
    text = stream.encode("utf-16-le") + b"\0\0"
    entry = text.ljust(64, b"\0") + struct.pack("<HB", len(text), 2) + bytes(61)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entry.ljust(1024, b"\0")


def _no_workbooks(data: bytes) -> Iterator[Case]:
    odt = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
    table = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    for name, content in {
        "empty": b"", "zeros": bytes(4096), "csv": b"Nr;Mijlpaal;Gereed\n1.1;Start;1-1-2026\n",
        "html": b"<html><table><tr><td>Mijlpaal</td></tr></table></html>", "pdf": b"%PDF-1.7\n%\xe2\xe3\n",
        "png": b"\x89PNG\r\n\x1a\n" + bytes(64), "rtf": b"{\\rtf1 plan}", "text": b"Beste Ans,\n",
        "gzip": gzip.compress(data), "xml-2003": table.encode(), "old-word": _compound("WordDocument"),
        "word": package({"word/document.xml": "<a/>"}), "slides": package({"ppt/presentation.xml": "<a/>"}),
        "binary": package({"xl/workbook.bin": "a"}), "iwork": package({"Index/Document.iwa": "a"}),
        "odt": package(odt), "any-zip": package({"foto.jpg": "a"}),
    }.items():  # fmt: skip
        yield refused(f"no-{name}", content, "M001")
    yield refused("xls-2003", _compound("Workbook"), "M005")
    yield refused("xls-5", b"\x09\x08\x10\x00" + bytes(60), "M005")
    yield refused("password", _compound("EncryptionInfo"), "M002")
    manifest = "<manifest:manifest xmlns:manifest='x'><manifest:encryption-data/></manifest:manifest>"
    yield refused(
        "ods-password", changed(bases()["ods"], **{"META-INF/manifest.xml": manifest.encode()}), "M002"
    )
    yield refused("no-plan", package({**parts_of(_no_plan())}), "M006")


def _no_plan() -> bytes:
    from tests.corpus.bases import by_hand

    return by_hand(lambda sheet: sheet.delete_rows(1, 20))
