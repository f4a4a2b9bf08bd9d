"""Files that are small on disk and huge when believed: what is empty is free, what is hostile refused."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mijlpalen_xlsx.cells import Cell
from mijlpalen_xlsx.sheets import Limits, Unreadable, open_workbook
from mijlpalen_xlsx.sheets.worksheet import PARSED_WHOLE
from tests.sheets.made import BOOK, BOOK_RELATIONS, STRINGS, STYLES, a_workbook, sheet_xml, values

MIB = 1024 * 1024

#: Prints how many cells were read, or the refusal; what is asked of the system has its limits.
READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (700 * 1024 * 1024,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from mijlpalen_xlsx.sheets import Unreadable, open_workbook
try:
    result = str(len(open_workbook(sys.argv[1]).sheets[0].cells))
except Unreadable as error:
    result = f"{error.code} {error.values['limit']}"
with open("/proc/self/status") as status:  # ru_maxrss counts the process that started this one
    print(result, next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM")))
"""


def read_apart(path: Path) -> tuple[str, int]:
    """What was read in a process of its own, and the most memory it used in bytes."""
    command = [sys.executable, "-c", READ, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    result, _, memory = done.stdout.rpartition(" ")
    return result, int(memory)


def with_rows(path: Path, rows: Iterator[str], after: str = "", level: int = 1) -> Path:
    """A workbook whose sheet is written row by row: some of them would not fit in a text."""
    parts = {"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": BOOK_RELATIONS}
    parts |= {"xl/styles.xml": STYLES, "xl/sharedStrings.xml": STRINGS}
    start, _, end = sheet_xml("|", after).partition("|")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as file:
        for name, content in parts.items():
            file.writestr(name, content)
        with file.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(start.encode())
            for row in rows:
                part.write(row.encode())
            part.write(end.encode())
    return path


FIRST = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


@pytest.mark.parametrize("cell", ['<c r="XFD1048576" s="2"/>', '<c r="XFD1048576"><v>1</v></c>'])
def test_one_far_cell_is_one_cell(cell: str, tmp_path: Path) -> None:
    path = with_rows(tmp_path / "ver.xlsx", iter([FIRST, f'<row r="1048576">{cell}</row>']))
    assert path.stat().st_size < 24_000
    result, memory = read_apart(path)
    assert result == "2"
    assert memory < 40 * MIB


def formatted_rows(cells: str) -> Iterator[str]:
    """A million rows without a value, with one value in the very last."""
    yield FIRST
    for row in range(2, 1_048_576):
        yield f'<row r="{row}" spans="1:4" ht="15">{cells.replace("#", str(row))}</row>'
    yield '<row r="1048576"><c r="B1048576" t="s"><v>1</v></c></row>'


def test_a_million_formatted_rows_cost_no_memory(tmp_path: Path) -> None:
    cells = "".join(f'<c r="{column}#" s="1"/>' for column in "ABCD")
    path = with_rows(
        tmp_path / "opgemaakt.xlsx",
        formatted_rows(cells),
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    )
    assert path.stat().st_size > 8 * MIB
    result, memory = read_apart(path)
    assert result == "2"
    assert memory < 64 * MIB


def test_rows_that_are_passed_over_have_a_limit_too() -> None:
    rows = "".join(f'<row r="{row}" spans="1:4"/>' for row in range(1, 100_000))
    with pytest.raises(Unreadable) as caught:
        open_workbook(a_workbook(rows=rows), Limits(skipped_bytes=MIB))
    assert caught.value.values == {"limit": "skipped_bytes", "allowed": MIB}


def coloured(rows: int) -> str:
    """So many rows with a coloured cell each and nothing else."""
    return "".join(
        f'<row r="{row}" spans="1:20"><c r="A{row}" s="1"/><c r="B{row}" s="2"/></row>'
        for row in range(2, rows)
    )


def test_colours_of_empty_rows_are_kept_at_first() -> None:
    rows = coloured(3000)
    assert len(rows) < PARSED_WHOLE
    assert len(open_workbook(a_workbook(rows=rows)).sheets[0].cells) == 2998


def test_colours_far_below_are_kept_in_rows_near_a_value() -> None:
    rows = coloured(20_000) + '<row r="20000"><c r="A20000" t="s"><v>0</v></c><c r="B20000" s="2"/></row>'
    sheet = open_workbook(a_workbook(rows=rows)).sheets[0]
    assert sheet.cells[20_000, 1].value == "een"
    assert sheet.cells[20_000, 2].fill == "92D050"
    assert 2_900 < len(sheet.cells) < 20_000


@pytest.mark.parametrize("mark", ["v", "f", "is"])
def test_no_value_is_ever_passed_over(mark: str) -> None:
    """Values here and there among a hundred thousand empty rows, wherever pieces begin."""
    cell = {"v": "><v>7</v>", "f": "><f>A1</f>", "is": ' t="inlineStr"><is><t>a</t></is>'}[mark]
    filled = {row: f'<c r="B{row}"{cell}</c>' for row in range(4_000, 100_000, 3_331)}
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" s="1"/>{filled.get(row, "")}</row>' for row in range(2, 100_000)
    )
    sheet = open_workbook(a_workbook(rows=rows)).sheets[0]
    assert [row for row, _ in sheet.cells] == list(filled)


def test_a_row_longer_than_any_piece() -> None:
    long_row = "".join(f'<c r="{letters}9000" s="1"/>' for letters in all_columns())
    rows = (
        coloured(5_000)
        + f'<row r="9000">{long_row}<c r="A9000"><v>5</v></c></row>'
        + FIRST.replace("1", "9001")
    )
    sheet = open_workbook(a_workbook(rows=rows.replace("<v>0</v>", "<v>0</v>"))).sheets[0]
    assert sheet.cells[9000, 1] == Cell("Plan", 9000, 1, 5)


def all_columns() -> Iterator[str]:
    from mijlpalen_xlsx.cells import column_letters

    return (column_letters(number) for number in range(1, 16_385))


def test_comments_among_rows_change_nothing() -> None:
    comment = "<!-- <row r='5'> " + "x" * 70_000 + " <row r='6'> -->"
    rows = coloured(8_000) + comment + '<row r="9000"><c r="A9000"><v>5</v></c></row>' + comment
    assert values(open_workbook(a_workbook(rows=rows)))[9000, 1] == 5


def test_rows_without_numbers_are_all_counted() -> None:
    rows = "<row><c s='1'/></row>" * 30_000 + "<row><c><v>5</v></c></row>"
    assert values(open_workbook(a_workbook(rows=rows))) == {(30_001, 1): 5}


@pytest.mark.parametrize(
    ("row", "limit"),
    [
        ('<row r="1"><c r="A1" t="inlineStr"><is><t>' + "x" * 6 * MIB, "item_text"),
        ('<row r="1">' + "<c>" * 2_000_000, "depth"),
        ('<row r="1">' + "<c><v/>" * 2_000_000, "depth"),
        ("<!--" + "<row " * 2 * MIB, "item_text"),
        ('<row r="1" a="' + "x>" * 4 * MIB, "item_text"),
    ],
)
def test_hostile_sheets_are_refused_in_little_memory(row: str, limit: str, tmp_path: Path) -> None:
    path = with_rows(tmp_path / "kwaad.xlsx", iter([row]))
    result, memory = read_apart(path)
    assert result == f"M004 {limit}"
    assert memory < 100 * MIB


def test_a_bomb_is_refused_while_it_inflates(tmp_path: Path) -> None:
    path = with_rows(
        tmp_path / "bom.xlsx", ("<row r='1'>" + "<c r='A1'/>" * 100_000 for _ in range(40)), level=9
    )
    result, memory = read_apart(path)
    assert result == "M004 ratio"
    assert memory < 64 * MIB


def test_one_long_text_used_very_often(tmp_path: Path) -> None:
    strings = STRINGS.replace("een", "x" * 32_000)
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 1001))
    with pytest.raises(Unreadable) as caught:
        open_workbook(a_workbook({"xl/sharedStrings.xml": strings}, rows))
    assert caught.value.values["limit"] == "text"


def test_a_part_that_nobody_needs_is_never_inflated() -> None:
    out = io.BytesIO(a_workbook())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/media/image1.png", bytes(30 * MIB))
    assert len(open_workbook(out.getvalue(), Limits(total_bytes=MIB)).sheets) == 1
