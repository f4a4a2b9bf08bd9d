"""Habits of programs that write workbooks, put into ours one by one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tests.corpus.bases import HEAD, ROWS, bases, by_hand, hand_sheet, saved
from tests.corpus.cases import Case, changed, only, parts_of, same
from tests.sheets.made import package, relation

__all__ = ["cases"]

SHEETS = "worksheets/sheet"


def cases() -> Iterator[Case]:
    data = bases()["simple"]
    yield from _inline(data)
    yield from _places_of_parts(data)
    yield from _names_of_programs(data)
    yield from _days(data)
    yield from _extra_parts(data)
    yield from _whole_programs()


def _strings(data: bytes) -> list[bytes]:
    return re.findall(rb"<si>(.*?)</si>", parts_of(data)["xl/sharedStrings.xml"], re.DOTALL)


def _inline(data: bytes) -> Iterator[Case]:
    strings = _strings(data)

    def inline(xml: bytes) -> bytes:
        return re.sub(
            rb't="s"><v>(\d+)</v>',
            lambda match: b't="inlineStr"><is>' + strings[int(match[1])] + b"</is>",
            xml,
        )

    def as_formula_text(xml: bytes) -> bytes:
        text = [re.sub(rb"</?[tr](?: [^>]*)?>", b"", string) for string in strings]
        return re.sub(rb't="s"><v>(\d+)</v>', lambda m: b't="str"><v>' + text[int(m[1])] + b"</v>", xml)

    inlined = only(data, SHEETS, inline)
    yield same("inline-strings", inlined, "simple")
    yield same("inline-without-strings-part", changed(inlined, **{"sharedStrings.xml": None}), "simple")
    yield same("texts-as-formula-results", only(data, SHEETS, as_formula_text), "simple")
    hand = bases()["hand"]
    bare = only(hand, SHEETS, _without_references)
    yield same("no-references", bare, "hand")


def _without_references(xml: bytes) -> bytes:
    """Cells without a reference, so every place up to the last must be there: empty rows and cells too."""
    rows = dict(re.findall(rb'<row r="(\d+)"[^>]*>(.*?)</row>', xml, re.DOTALL))
    lines = [_bare(rows.get(b"%d" % number, b"")) for number in range(1, max(map(int, rows)) + 1)]
    start, _, rest = xml.partition(b"<sheetData>")
    end = rest.partition(b"</sheetData>")[2]
    return start + b"<sheetData>" + b"".join(lines) + b"</sheetData>" + end


def _bare(row: bytes) -> bytes:
    found = dict(re.findall(rb'<c r="([A-Z]+)\d+"(.*?(?:/>|</c>))', row, re.DOTALL))
    cells = (b"<c" + found.get(letter.encode(), b"/>") for letter in "ABCDEFG")
    return b"<row>" + b"".join(cells) + b"</row>"


def _places_of_parts(data: bytes) -> Iterator[Case]:
    def absolute(xml: bytes) -> bytes:
        return re.sub(rb'Target="(worksheets|styles|shared|theme)', rb'Target="/xl/\1', xml)

    yield same("absolute-targets", only(data, "workbook.xml.rels", absolute), "simple")
    dotted = only(data, "workbook.xml.rels", lambda xml: xml.replace(b'Target="w', b'Target="./w'))
    yield same("dotted-targets", dotted, "simple")
    parts = parts_of(data)
    moved = {name.replace("xl/worksheets/sheet", "xl/worksheets/Blad-0"): xml for name, xml in parts.items()}
    rels = moved["xl/_rels/workbook.xml.rels"]
    moved["xl/_rels/workbook.xml.rels"] = rels.replace(b"worksheets/sheet", b"worksheets/Blad-0")
    yield same("other-names-of-parts", package(moved), "simple")
    book = {name.replace("xl/workbook.xml", "xl/workbook2.xml"): xml for name, xml in parts.items()}
    book["xl/_rels/workbook2.xml.rels"] = book.pop("xl/_rels/workbook.xml.rels")
    book["_rels/.rels"] = book["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/workbook2.xml")
    yield same("workbook2", package(book), "simple")
    external = relation("externalLink", "file:///C:/plan.xlsx", "rId99", ' TargetMode="External"').encode()
    linked = only(
        data,
        "workbook.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", external + b"</Relationships>"),
    )
    yield same("link-outside", linked, "simple")


def _names_of_programs(data: bytes) -> Iterator[Case]:
    for name in ("Microsoft Macintosh Excel", "LibreOffice/24.2", "WPS Spreadsheets", "Numbers", "Onbekend"):
        said = re.sub(
            rb"<Application>[^<]*<",
            b"<Application>" + name.encode() + b"<",
            parts_of(data)["docProps/app.xml"],
        )
        yield same(
            f"says-{name.split()[0].split('/')[0].lower()}", changed(data, **{"app.xml": said}), "simple"
        )
    google = only(data, "theme1", lambda xml: xml.replace(b'name="Office Theme"', b'name="Sheets"', 1))
    yield same("google", changed(google, **{"app.xml": None, "core.xml": None}), "simple")


def _days(data: bytes) -> Iterator[Case]:
    hand = bases()["hand"]
    day = re.compile(rb'(<c r="[CD]\d+" s="\d+")( t="n")?><v>(\d{5})</v>')

    def iso(xml: bytes) -> bytes:
        def written(match: re.Match[bytes]) -> bytes:
            moment = datetime.fromordinal(datetime(1899, 12, 30).toordinal() + int(match[3]))
            return match[1] + f' t="d"><v>{moment:%Y-%m-%d}T00:00:00Z</v>'.encode()

        return day.sub(written, xml)

    yield same("days-as-iso", only(hand, SHEETS, iso), "hand")
    shifted = only(
        hand, SHEETS, lambda xml: day.sub(lambda m: m[1] + b"><v>%d</v>" % (int(m[3]) - 1462), xml)
    )
    old = only(
        shifted, "workbook.xml", lambda xml: re.sub(rb"<workbookPr */>", b'<workbookPr date1904="1"/>', xml)
    )
    yield same("days-since-1904", old, "hand")
    yield same("another-day-format", by_hand(_another_format), "hand")


def _another_format(sheet: Any) -> None:
    for cell in sheet["C"]:
        cell.number_format = "yyyy-mm-dd"


def _extra_parts(data: bytes) -> Iterator[Case]:
    macros = changed(data, **{"xl/vbaProject.bin": bytes(range(256)) * 40})
    macros = only(
        macros, "Content_Types", lambda xml: xml.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
    )
    yield same("macros", macros, "simple")
    yield same("picture", changed(data, **{"xl/media/image1.png": b"\x89PNG" + bytes(9999)}), "simple")
    veryhidden = only(data, "workbook.xml", lambda xml: xml.replace(b'state="hidden"', b'state="veryHidden"'))
    yield same("very-hidden", veryhidden, "simple")


def _whole_programs() -> Iterator[Case]:
    import openpyxl
    import pandas
    import xlsxwriter

    for base in ("full", "simple"):
        book = openpyxl.load_workbook(io.BytesIO(bases()[base]))
        yield same(f"openpyxl-{base}", saved(book), base)
    out = io.BytesIO()
    frame = pandas.DataFrame(ROWS, columns=HEAD).astype(object)
    frame.to_excel(out, sheet_name="Planning", index=False, startrow=2)
    yield same("pandas", out.getvalue(), "hand", loose=True)
    out = io.BytesIO()
    frame.to_excel(out, sheet_name="Planning", startrow=2)
    yield same("pandas-with-index", out.getvalue(), "hand", "stray-cell", loose=True)
    out = io.BytesIO()
    written = xlsxwriter.Workbook(out, {"constant_memory": True, "default_date_format": "d-m-yyyy"})
    sheet = written.add_worksheet("Planning")
    for number, line in enumerate([["Plan van de regio"], [], HEAD, *ROWS]):
        sheet.write_row(number, 0, line)
    written.close()
    yield same("xlsxwriter-in-constant-memory", out.getvalue(), "hand")
    write_only = openpyxl.Workbook(write_only=True)
    sheet = write_only.create_sheet("Planning")
    for line in [["Plan van de regio"], [], HEAD, *ROWS]:
        sheet.append(line)
    yield same("openpyxl-write-only", saved(write_only), "hand")
    first = openpyxl.Workbook()
    hand_sheet(first)
    first.create_chartsheet("Grafiek", 0)
    yield same("chart-sheet-first", saved(first), "hand")
