"""What the reader of workbook files hands out: Workbook and Sheet, the Limits it keeps, and Unreadable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from mijlpalen_xlsx.cells import Cell
from mijlpalen_xlsx.records import NamedTuple, dataclass

__all__ = ["Ignored", "Limits", "Sheet", "Unreadable", "Workbook", "damaged", "over"]

MIB = 1024 * 1024


class Limits(NamedTuple):
    """How much of a file is believed before it is refused with code M004, which names the field.

    Sizes are bytes, counted while inflating; what the headers of the file claim is never trusted.
    """

    file_bytes: int = 20 * MIB
    """The file itself."""
    part_bytes: int = 100 * MIB
    """One part of the container, inflated and given to the XML parser."""
    total_bytes: int = 200 * MIB
    """All parts together, likewise."""
    skipped_bytes: int = 600 * MIB
    """Rows without a value and cells to be ignored, which are only looked through, in all sheets together."""
    ratio: int = 200
    """Inflated to packed size of a part; judged above ``ratio_from`` only, as honest sheets pack well."""
    ratio_from: int = 10 * MIB
    """Inflated size of a part from which ``ratio`` is judged."""
    entries: int = 5_000
    """Entries in the zip directory."""
    sheets: int = 250
    """Sheets named in the workbook."""
    cells: int = 1_000_000
    """Cells kept, in all sheets together."""
    text: int = 20_000_000
    """Characters handed out in cells and notes: a short file can use one long string a million times."""
    strings: int = 1_000_000
    """Entries in the table of shared strings."""
    item_text: int = 4 * MIB
    """Bytes of one XML item: a tag with its attributes, or a piece of text."""
    depth: int = 100
    """Nesting of XML elements; in sheets and strings judged after every 64 KiB."""
    nodes: int = 250_000
    """XML elements in a part that is read whole: styles, names, notes, properties."""
    merges: int = 100_000
    """Merged ranges, in all sheets together."""
    names: int = 100_000
    """Defined names."""
    styles: int = 100_000
    """Cell formats; Excel itself stops at 65,490."""


def _no_sheet(name: str, names: Mapping[str, str]) -> bool:
    return False


class Ignored(NamedTuple):
    """What says nothing to whoever reads a workbook, and is left out: most of the cells of a plan."""

    formulas: str = ""
    """A regular expression, with no groups but named ones, for how formulas begin after their ``=``. Cells
    with those are left out unless they have a fill or show an error. In XML ``<`` and ``>`` stand as ``&lt;``
    and ``&gt;``; an expression that allows for both spares most of the work."""
    fill: Callable[[str], bool] = "FFFFFF".__eq__
    """Whether a colour, ``RRGGBB``, is as good as none, as white is: an empty cell looks like that."""
    sheet: Callable[[str, Mapping[str, str]], bool] = _no_sheet
    """Whether the cells of a sheet may be left out, by its name and the names that the workbook defines."""


class Unreadable(Exception):
    """A file that cannot be read as a workbook: ``code`` (M001 to M005) and the facts, no sentences.

    M001 ``looks_like``; M003 ``why``, sometimes ``part``; M004 ``limit``, ``allowed``; M002 and M005 nothing.
    """

    def __init__(self, code: str, values: dict[str, object] | None = None) -> None:
        super().__init__(code, values or {})
        self.code = code
        self.values: dict[str, object] = values or {}


def damaged(why: str, part: str = "") -> Unreadable:
    """The refusal of a file that says it is a workbook and is broken; ``why`` is a short code."""
    return Unreadable("M003", {"why": why, "part": part} if part else {"why": why})


def over(limits: Limits, limit: str) -> Unreadable:
    """The refusal of a file that exceeds the field ``limit`` of ``limits``."""
    return Unreadable("M004", {"limit": limit, "allowed": getattr(limits, limit)})


@dataclass(slots=True)
class Sheet:
    """One worksheet, sparse: memory follows what is filled in, never the used rectangle.

    ``cells`` has the cells with a value, a formula or a fill of their own, but for what was to be ignored, by
    (row, column) from 1, in the order of reading. ``merges`` are first row, first column, last row and last
    column; ``hidden_columns`` first and last.

    Left out are fills in rows without any value beyond the first 256 KiB of a sheet: there programs format
    rows down to the bottom.
    """

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: tuple[tuple[int, int], ...] = ()
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    validations: int = 0
    """Rules for data entry, Excel's later extension (x14) included."""
    conditional_formats: int = 0
    """Rules of conditional formatting, likewise; a rule written in both ways counts once."""


@dataclass(slots=True)
class Workbook:
    """A workbook file, read. Chart sheets are left out.

    ``names`` are the defined names of the whole workbook with the text they refer to. ``properties`` has what
    the file says about itself (``title``, ``creator``, ``modified`` …), with properties of the user's own.
    """

    sheets: tuple[Sheet, ...]
    names: dict[str, str]
    properties: dict[str, str]
    saved_by: str | None = None
    """The program that wrote the file: ``Excel``, ``Google Sheets`` … None when nothing tells."""
    date_1904: bool = False

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, whatever its capitals, as Excel does; None when there is none."""
        wanted = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == wanted), None)
