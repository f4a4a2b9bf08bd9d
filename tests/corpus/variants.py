"""The same workbook with its XML written otherwise: what any program opens."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator

from tests.corpus.bases import bases
from tests.corpus.cases import Case, each_part, only, refused, same
from tests.sheets.test_producers import indented, prefixed, strict, utf16

__all__ = ["cases"]

Change = Callable[[bytes], bytes]

SHEETS = "worksheets/sheet"
BLANK = re.compile(rb"<c ([^>]*)/>")


def _substitute(pattern: bytes, new: bytes) -> Change:
    return lambda xml: re.sub(pattern, new, xml)


def _utf16_be(xml: bytes) -> bytes:
    text = re.sub(r"^<\?xml.*?\?>\s*", "", xml.decode())
    return codecs.BOM_UTF16_BE + f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16-be")


def _latin(xml: bytes) -> bytes:
    text = re.sub(r"^<\?xml.*?\?>\s*", "", xml.decode())
    head = b'<?xml version="1.0" encoding="ISO-8859-1"?>'
    return head + text.encode("iso-8859-1", "xmlcharrefreplace")


def _references(xml: bytes) -> bytes:
    """Letters of texts as numbers."""
    return re.sub(rb"(?<=<t>)[A-Za-z]", lambda letter: b"&#x%x;" % ord(letter[0]), xml)


def _sections(xml: bytes) -> bytes:
    return re.sub(rb"<t>([^<&]+)</t>", rb"<t><![CDATA[\1]]></t>", xml)


def _single_quotes(xml: bytes) -> bytes:
    return re.sub(rb'="([^"\']*)"', rb"='\1'", xml)


def _attributes_turned(xml: bytes) -> bytes:
    return re.sub(rb'<c (r="[^"]*") (s="[^"]*")', rb"<c \2 \1", xml)


def _runs(xml: bytes) -> bytes:
    """Texts as rich text, the first letter bold, and a phonetic guide behind it."""
    runs = r"<si><r><rPr><b/></rPr><t>\1</t></r><r><t>\2</t></r>"
    guide = '<rPh sb="0" eb="1"><t>gids</t></rPh></si>'
    return re.sub(r"<si><t>([^<&_])([^<]+)</t></si>", runs + guide, xml.decode()).encode()


EVERYWHERE: dict[str, Change] = {
    "prefixes": prefixed, "strict": strict, "utf16-le": utf16, "utf16-be": _utf16_be, "latin-1": _latin,
    "byte-order-mark": lambda xml: codecs.BOM_UTF8 + xml,
    "single-quotes": _single_quotes,
    "crlf-between-tags": _substitute(rb"><(?=[a-z])", b">\r\n<"),
    "no-declaration": _substitute(rb"^<\?xml[^>]*\?>\s*", b""),
    "declared-standalone": _substitute(rb' standalone="yes"', b' standalone="no"'),
}  # fmt: skip

IN_SHEETS: dict[str, Change] = {
    "indented": indented,
    "comments-among-rows": _substitute(rb"(<row )", rb"<!-- <row r='1'> -->\1"),
    "instructions-among-rows": _substitute(rb"(<row )", rb"<?nee <row?>\1"),
    "blank-cells-opened": lambda xml: BLANK.sub(rb"<c \1></c>", xml),
    "blank-cells-left-out": lambda xml: BLANK.sub(b"", xml),
    "attributes-turned": _attributes_turned,
    "spaces-round-numbers": _substitute(rb"<v>(\d+)</v>", rb"<v> \1\n</v>"),
    "numbers-as-floats": _substitute(rb'(<c r="[A-Z]+\d+" s="\d+")><v>(\d+)</v>', rb"\1><v>\2.0</v>"),
    "numbers-said-to-be": _substitute(rb'(<c r="[A-Z]+\d+" s="\d+")><v>', rb'\1 t="n"><v>'),
    "no-spans": _substitute(rb' spans="[^"]*"', b""),
    "rows-unnumbered": _substitute(rb"<row r=", b"<row kind="),
    "no-dimension": _substitute(rb"<dimension[^>]*>", b""),
    "small-dimension": _substitute(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"'),
    "huge-dimension": _substitute(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"'),
    "unknown-elements": _substitute(rb"</sheetData>", b"</sheetData><iets><anders r='1'/></iets>"),
    "broken-margins": _substitute(rb"<pageMargins [^>]*>", b'<pageMargins left="veel"/>'),
    "absolute-references": _substitute(rb'<mergeCell ref="([A-Z]+)(\d+):', rb'<mergeCell ref="$\1$\2:'),
}  # fmt: skip

IN_STRINGS: dict[str, Change] = {
    "character-references": _references,
    "sections": _sections,
    "rich-text": _runs,
    "counts-wrong": _substitute(rb'count="\d+" uniqueCount="\d+"', b'count="1" uniqueCount="99999"'),
    "spaces-preserved": _substitute(rb"<t>", b'<t xml:space="preserve">'),
}

WRONG: dict[str, tuple[str, Change]] = {
    "doctype-in-sheet": (SHEETS, _substitute(rb"<worksheet", b"<!DOCTYPE worksheet><worksheet")),
    "entity-in-workbook": (
        "workbook.xml",
        _substitute(rb"<workbook", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><workbook'),
    ),
    "entities-in-strings": (
        "sharedStrings",
        _substitute(rb"<sst", b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><sst'),
    ),
    "another-root": (SHEETS, lambda xml: xml.replace(b"worksheet", b"werkblad")),
    "text-after-the-end": (SHEETS, lambda xml: xml + b"<nog/>"),
    "unknown-entity": ("sharedStrings", lambda xml: xml.replace(b"<t>", b"<t>&nee;", 1)),
    "unknown-encoding": (SHEETS, _substitute(rb"UTF-8", b"UTF-9")),
    "a-string-that-is-not-there": (SHEETS, _substitute(rb't="s"><v>\d+<', b't="s"><v>99999<')),
    "a-style-that-is-not-there": (SHEETS, _substitute(rb' s="\d+"><v>', b' s="99999"><v>')),
    "a-row-beyond-the-last": (SHEETS, _substitute(rb'<row r="\d+"', b'<row r="1048577"')),
    "a-cell-without-sense": (SHEETS, _substitute(rb'<c r="[A-Z]+1"', b'<c r="?!"')),
}  # fmt: skip


def cases() -> Iterator[Case]:
    data = bases()["simple"]
    for name, change in EVERYWHERE.items():
        yield same(name, each_part(data, change), "simple")
    for name, change in IN_SHEETS.items():
        yield same(name, only(data, SHEETS, change), "simple")
    for name, change in IN_STRINGS.items():
        yield same(name, only(data, "sharedStrings", change), "simple")
    for name, (ending, change) in WRONG.items():
        yield refused(name, only(data, ending, change), "M003")
    content = only(bases()["ods"], "content.xml", lambda xml: re.sub(rb"><(?=table:)", b">\n  <", xml))
    yield same("ods-indented", content, "ods")
    yield refused("ods-doctype", only(content, "content.xml", lambda xml: b"<!DOCTYPE a>" + xml), "M003")
