"""Damaged at random, from fixed seeds: only a workbook or a declared refusal may come out."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from mijlpalen_xlsx.sheets import Unreadable, Workbook, open_workbook
from tests.sheets.made import TOP_RELATIONS, a_workbook, package, relation, relations

NOTES = "<comments><commentList><comment ref='A1'><text><t>hoi</t></text></comment></commentList></comments>"
APP = relation("extended-properties", "docProps/app.xml", "b")

BASE = a_workbook(
    {
        "_rels/.rels": relations(APP, also=TOP_RELATIONS),
        "docProps/app.xml": "<Properties><Application>Microsoft Excel</Application></Properties>",
        "xl/worksheets/_rels/sheet1.xml.rels": relations(relation("comments", "../comments1.xml")),
        "xl/comments1.xml": NOTES,
        "xl/theme/theme1.xml": '<theme><clrScheme><dk1><srgbClr val="112233"/></dk1></clrScheme></theme>',
    },
    after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells><dataValidation/>',
)

#: What makes XML go wrong in interesting ways.
PIECES = [
    b"<",
    b">",
    b"/>",
    b"</c>",
    b'"',
    b"&",
    b"&x;",
    b"&#0;",
    b"\0",
    b"\xff",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"-1",
    b"1e999",
]
PIECES += [
    b"999999999999",
    b"s",
    b"r=''",
    b"<c>",
    b"<row>",
    b"<v>",
    b"xml:",
    b"..",
    b"_xD800_",
    b"\xc2\xb2",
    b"nan",
    b"<?a?>",
]


def outcome(data: bytes) -> str:
    try:
        book = open_workbook(data)
    except Unreadable as error:
        assert error.code in {"M001", "M002", "M003", "M004", "M005"}  # noqa: PT017 - both outcomes are fine
        return error.code
    assert isinstance(book, Workbook)
    for sheet in book.sheets:
        for (row, column), cell in sheet.cells.items():
            assert (cell.row, cell.column, cell.sheet) == (row, column, sheet.name)
            assert 0 < row <= 1_048_576 and 0 < column <= 16_384  # noqa: PT018 - one fact
    return "read"


def damaged_bytes(seed: int) -> bytes:
    chance = random.Random(seed)
    data = bytearray(BASE)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        data[at : at + chance.choice((0, 1, 1, 1, 4, 300))] = chance.randbytes(chance.choice((0, 1, 1, 4)))
    return bytes(data)


def damaged_xml(seed: int) -> bytes:
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(BASE)) as file:
        parts = {entry.filename: file.read(entry) for entry in file.infolist()}
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(parts))
        text = bytearray(parts[name])
        at = chance.randrange(len(text))
        text[at : at + chance.choice((0, 1, 3, 20))] = chance.choice(PIECES)
        parts[name] = bytes(text)
    if chance.random() < 0.1:
        del parts[chance.choice(sorted(parts))]
    return package(parts)


@pytest.mark.parametrize("damage", [damaged_bytes, damaged_xml])
def test_damage_gives_a_workbook_or_a_refusal(damage) -> None:  # type: ignore[no-untyped-def]
    outcomes = [outcome(damage(seed)) for seed in range(400)]
    assert {"read", "M003"} <= set(outcomes)


def test_cut_off_anywhere() -> None:
    outcomes = {outcome(BASE[:size]) for size in range(0, len(BASE), 41)}
    assert outcomes == {"M001", "M003"}
