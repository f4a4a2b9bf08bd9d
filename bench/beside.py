"""What the program is measured beside, a way of reading workbooks per name: ``beside.py floor FILE...``."""

from __future__ import annotations

import sys
import time
import zipfile
from collections.abc import Callable
from xml.parsers import expat

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


def lean(path: str) -> None:
    """``load`` as it is where numpy and lxml are not installed."""
    sys.modules.update({"numpy": None, "lxml": None})  # type: ignore[dict-item]  # import then fails
    load(path)


def ours(path: str) -> None:
    """Our own reader, from Python."""
    from mijlpalen_xlsx import read

    read(path)


def sheets(path: str) -> None:
    """The cells of a workbook as our own engine hands them out."""
    from mijlpalen_xlsx.sheets import open_workbook

    open_workbook(path)


WAYS: dict[str, Callable[[str], None]] = {
    way.__name__: way for way in (floor, load, full, lean, ours, sheets)
}


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
