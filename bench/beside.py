"""What the program is measured beside, a way of reading workbooks per name: ``beside.py floor FILE...``."""

from __future__ import annotations

import sys
import time
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from mijlpalen_xlsx.sheets import Limits

PIECE = 65_536


def floor(path: str) -> None:
    """The least that reading can cost: every part inflated and parsed, and nothing done with it."""
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            parser = expat.ParserCreate()
            with file.open(name) as part:
                while piece := part.read(PIECE):
                    parser.Parse(piece, False)


def load(path: str) -> None:
    """openpyxl, nothing asked of what it loaded."""
    import openpyxl

    openpyxl.load_workbook(path)


def full(path: str) -> None:
    """openpyxl with every value, fill and note fetched, and merges, validations and names."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                _ = cell.value, cell.fill.fgColor.rgb, cell.comment
        _ = (list(sheet.merged_cells.ranges), list(sheet.data_validations.dataValidation))
    _ = list(book.defined_names), book.properties.creator


def pandas_openpyxl(path: str) -> None:
    """pandas with openpyxl: the values of every sheet."""
    import pandas

    pandas.read_excel(path, sheet_name=None, engine="openpyxl")


def pandas_calamine(path: str) -> None:
    """pandas with calamine: the values of every sheet."""
    import pandas

    pandas.read_excel(path, sheet_name=None, engine="calamine")


def calamine(path: str) -> None:
    """calamine itself: the values of every sheet, and nothing of fills or notes."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def ours(path: str) -> None:
    """Our own reader, from Python."""
    from mijlpalen_xlsx import read

    read(path)


def sheets(path: str) -> None:
    """The cells of a workbook as our own reader gets them; a file over its limits is refused."""
    from mijlpalen_xlsx.reader import open_plan
    from mijlpalen_xlsx.sheets import Unreadable

    try:
        open_plan(path)
    except Unreadable as refused:
        if refused.code != "M004":
            raise


def unlimited(path: str) -> None:
    """``sheets`` for whoever lifts the limits on sizes."""
    from mijlpalen_xlsx.reader import open_plan

    open_plan(path, _lifted())


def _lifted() -> Limits:
    from mijlpalen_xlsx.sheets import Limits

    most = 1 << 31
    return Limits(
        file_bytes=most >> 3,
        ratio=most,
        part_bytes=most,
        total_bytes=most,
        skipped_bytes=most,
        cells=most,
        text=most,
    )


WAYS: dict[str, Callable[[str], None]] = {
    way.__name__: way
    for way in (
        floor, load, full, pandas_openpyxl, pandas_calamine, calamine, ours, sheets, unlimited,
    )
}  # fmt: skip


def warm(way: Callable[[str], None], path: str) -> float:
    """CPU seconds of one reading after another one, so that imports and caches do not count."""
    way(path)
    begin = time.process_time()
    way(path)
    return time.process_time() - begin


def main() -> None:
    """Reads all files in the way named first; ``warm-ours`` prints the CPU seconds of a second reading."""
    name, *paths = sys.argv[1:]
    if name.startswith("warm-"):
        print(warm(WAYS[name.removeprefix("warm-")], paths[0]))
        return
    for path in paths:
        WAYS[name](path)


if __name__ == "__main__":
    main()
