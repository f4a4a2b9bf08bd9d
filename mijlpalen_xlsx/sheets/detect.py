"""What a file is when it is not a workbook that we read, judged by its bytes and never by its name."""

from __future__ import annotations

from .model import Unreadable

__all__ = ["is_flat_ods", "is_ods", "not_a_workbook", "not_a_zip"]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

FLAT = b"opendocument.spreadsheet"

MAGIC = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"{\\rtf", "word"),
    (b"7z\xbc\xaf", "zip"),
    (b"Rar!", "zip"),
    (b"\x1f\x8b", "zip"),
)

#: Names in a zip (lower case) that tell what was packed.
PACKED = (
    ("word/document.xml", "word"),
    ("ppt/presentation.xml", "powerpoint"),
    ("xl/workbook.bin", "xlsb"),
    ("index/document.iwa", "numbers"),
)


def is_ods(names: list[str], mimetype: bytes) -> bool:
    """Whether a zip with these entries and this ``mimetype`` entry is an OpenDocument workbook."""
    if mimetype:
        return FLAT in mimetype
    return "content.xml" in names and "_rels/.rels" not in names


def is_flat_ods(data: bytes) -> bool:
    """Whether ``data`` is an OpenDocument workbook in one piece of XML."""
    return data[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<") and FLAT in data[:4096]


def not_a_zip(data: bytes) -> Unreadable:
    """Why ``data``, which is no zip file, cannot be read."""
    if data.startswith(OLE):
        return _compound(data)
    if data[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08"):  # Excel 2 to 5 without a container
        return Unreadable("M005")
    return Unreadable("M001", {"looks_like": _looks_like(data)})


def not_a_workbook(names: list[str], mimetype: bytes) -> Unreadable:
    """Why a zip with these entries (lower case) and this ``mimetype`` entry has no workbook to read."""
    for name, looks_like in PACKED:
        if name in names:
            return Unreadable("M001", {"looks_like": looks_like})
    if b"opendocument" in mimetype:
        kind = mimetype.rpartition(b".")[2].strip()
        return Unreadable("M001", {"looks_like": {b"spreadsheet": "ods", b"text": "word"}.get(kind, "zip")})
    if any(name.startswith("xl/") for name in names):
        return Unreadable("M003", {"why": "no-workbook"})
    return Unreadable("M001", {"looks_like": "zip"})


def _compound(data: bytes) -> Unreadable:
    """Of an OLE container: the streams in its directory tell a password from an old workbook or a text."""
    if _has_stream(data, "EncryptionInfo") or _has_stream(data, "EncryptedPackage"):
        return Unreadable("M002")
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return Unreadable("M005")
    word = _has_stream(data, "WordDocument")
    return Unreadable("M001", {"looks_like": "word" if word else "unknown"})


def _has_stream(data: bytes, name: str) -> bool:
    """Whether the container has that stream: entries lie on a 128-byte grid, as name, its length, kind 2."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = data.find(wanted)
    while at >= 0:
        if at % 128 == 0 and data[at + 64 : at + 67] == bytes((len(wanted), 0, 2)):
            return True
        at = data.find(wanted, at + 1)
    return False


def _looks_like(data: bytes) -> str:
    if not data:
        return "empty"
    for start, looks_like in MAGIC:
        if data.startswith(start):
            return looks_like
    if (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or (data[:2] == b"BM" and data[6:10] == bytes(4)):
        return "image"
    text = _text(data[:4096])
    return _kind_of_text(text) if text is not None else "unknown"


def _text(data: bytes) -> str | None:
    """``data`` as text, or None when it holds what no text holds."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if wide else "utf-8", "replace").strip("\ufeff\ufffd")
    if text.count("\ufffd") > len(text) / 10 or any(sign < " " and sign not in "\t\r\n\f" for sign in text):
        return None
    return text


def _kind_of_text(text: str) -> str:
    start = text.lstrip().lower()
    if not start:
        return "empty"
    if start.startswith("<"):
        if "urn:schemas-microsoft-com:office:spreadsheet" in start and start.startswith("<?xml"):
            return "xml"
        return (
            "html"
            if any(f"<{tag}" in start for tag in ("!doctype html", "html", "table", "body"))
            else "text"
        )
    lines = [line for line in text.splitlines() if line.strip()][:5]
    for separator in ";\t,":
        counts = {line.count(separator) for line in lines}
        if len(lines) > 1 and 0 not in counts and len(counts) == 1:
            return "csv"
    return "text"
