"""One worksheet part patched in a single pass: styles of marked cells, cells that were not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from mijlpalen_xlsx.cells import column_letters, column_number
from mijlpalen_xlsx.outputs.marked.geometry import Geometry
from mijlpalen_xlsx.outputs.marked.outline import Outline
from mijlpalen_xlsx.outputs.marked.spans import Edit, is_true, splice, tag_end, with_attribute
from mijlpalen_xlsx.outputs.marked.styles import Styles
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.sheets import Limits
from mijlpalen_xlsx.sheets.markup import feed, local, new_parser
from mijlpalen_xlsx.sheets.model import over
from mijlpalen_xlsx.sheets.worksheet import parse_range

__all__ = ["Place", "SheetPatch", "merges"]

#: Row and column, from 1.
Place = tuple[int, int]

_MERGE = pattern(rb"""<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([^"']*)["']""")
_ROW = pattern(rb"""<(?:[\w.-]+:)?row\s(?:[^>]*?\s)?r=["']([0-9]{1,7})["']""")
_DIGITS = "0123456789"
_PARSED_WHOLE = 256 * 1024
_OFFICE = ("/officeDocument/2006/relationships", "/officeDocument/relationships")

#: What may only stand in a worksheet after the element that leads to its notes (ECMA-376,
#: CT_Worksheet). The last one wraps two others of these.
_AFTER_NOTES = {
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts"),
    *("extLst", "AlternateContent"),
}


def merges(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """The merged ranges of a worksheet part: first row, first column, last row, last column."""
    for found in _MERGE.finditer(data, max(0, data.rfind(b"sheetData"))):
        area = parse_range(found[1].decode("ascii", "replace"))
        if area:
            yield area


@lru_cache(maxsize=16_384)
def _column(letters: str) -> int:
    """Number of a column; 0 for what are no letters of one."""
    try:
        return column_number(letters)
    except ValueError:
        return 0


def _gap(data: bytes, last_row: int, marks: Iterable[int]) -> tuple[int, int]:
    """Start and end of the rows below all that is to be marked or cleaned: they need no parsing.

    Sheets "formatted down to the bottom" hold a million of them. None are left out of a small part, of one
    with comments or the like, in which a tag may be something else, or of one with rows out of order.
    """
    end = data.rfind(b"sheetData")
    if len(data) < _PARSED_WHOLE or b"<!" in data or end < 0:
        return len(data), len(data)
    end = data.rfind(b"<", 0, end)
    old = max((data.rfind(b' s="%d"' % style) for style in marks), default=0)
    below = (row for row in _ROW.finditer(data, max(old, 0), end) if int(row[1]) > last_row)
    first = next(below, None)
    in_order = first and data.startswith(b"</", end) and not _row_up_to(last_row, data, first.end(), end)
    return (first.start(), end) if first and in_order else (len(data), len(data))


def _row_up_to(last_row: int, data: bytes, start: int, end: int) -> bool:
    """Whether a row that is to be marked, or one above it, stands between two places of the part."""
    return any(int(row[1]) <= last_row for row in _ROW.finditer(data, start, end))


class SheetPatch:
    """A pass over a worksheet part: the ``wanted`` cells get an outline, old outlines go."""

    def __init__(
        self, data: bytes, part: str, limits: Limits, styles: Styles, wanted: Mapping[Place, Outline]
    ) -> None:
        self.geometry = Geometry()
        self.notes_id: str | None = None
        """The id by which the sheet refers to the drawing of its notes."""
        self._data, self._limits, self._styles = data, limits, styles
        self._edits: list[Edit] = []
        self._rows: dict[int, dict[int, Outline]] = {}
        for (row, column), outline in sorted(wanted.items()):
            self._rows.setdefault(row, {})[column] = outline
        self._missing = dict(self._rows)
        self._new_rows: dict[int, Edit] = {}
        self._column_styles: list[tuple[int, int, int]] = []
        self._path: list[str] = []
        self._prefix = ""
        self._names: dict[str, str] = {}
        self._in_data = False
        self._row: _Row | None = None
        self._number = 0
        self._inner = self._after = 0
        self._gap = _gap(data, max(self._rows, default=0), styles.marks)
        self._walk(part)

    def _walk(self, part: str) -> None:
        self._parser = parser = new_parser(part)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        first, last = self._gap
        feed(parser, [self._data[:first], self._data[last:]], part, lambda _: None)

    def _at(self) -> int:
        """Where the parser is in the data."""
        at = self._parser.CurrentByteIndex
        first, last = self._gap
        return at if at < first else at - first + last

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        depth = len(self._path)
        self._path.append(tag)
        if self._in_data:
            if depth == 3 and self._row is not None and tag == self._cell_tag:
                self._start_cell(self._row, attributes)
            elif depth == 2 and tag == self._row_tag:
                self._start_row(attributes)
        elif depth < 3:
            self._start_other(depth, tag, attributes)
        elif depth > self._limits.depth:
            raise over(self._limits, "depth")

    def _start_other(self, depth: int, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if depth == 1:
            self._inner = self._tag_here()[1]
        if depth == 0:
            self._prefix, self._names = tag[: len(tag) - len(name)], attributes
            self._row_tag, self._cell_tag = f"{self._prefix}row", f"{self._prefix}c"
            self._after = self._tag_here()[1]
        elif depth == 1 and name == "sheetData":
            self._in_data = True
            self._data_tag = self._tag_here()
        elif name == "col":
            self._column(attributes)
        elif depth == 1 and name == "sheetFormatPr":
            self.geometry.defaults(attributes)
        elif depth == 1 and name == "legacyDrawing":
            self.notes_id = next((value for key, value in attributes.items() if local(key) == "id"), None)

    def _column(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal():
            self.geometry.column(int(first), int(last), attributes)
            if attributes.get("style", "").isdecimal():
                self._column_styles.append((int(first), int(last), int(attributes["style"])))

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._number = int(number) if number.isdecimal() else self._number + 1
        start, inner = self._tag_here()
        for missing in [row for row in self._missing if row < self._number]:
            self._new_rows[missing] = (start, start, self._new_row(missing))
            del self._missing[missing]
        self._missing.pop(self._number, None)
        self._new_rows.pop(self._number, None)  # rows out of order: this one is there after all
        self._row = _Row(self._number, attributes, start, inner, self._rows.get(self._number, {}))
        self.geometry.row(self._number, attributes)

    def _start_cell(self, row: _Row, attributes: dict[str, str]) -> None:
        if not (row.wanted or self._styles.marks):
            return
        reference = attributes.get("r")
        row.column = _column(reference.rstrip(_DIGITS)) if reference else row.column + 1
        number = attributes.get("s", "")
        before = int(number) if number.isdecimal() else 0
        after = self._styles.clean(before)
        outline = row.wanted.get(row.column)
        if outline is not None:
            after = self._styles.outlined(after, outline)
        if row.new or (row.missing and next(iter(row.missing)) <= row.column):
            self._missing_cells(row)
        if after != before:
            start, inner = self._tag_here()
            tag = with_attribute(self._data[start:inner], "s", str(after) if after else None)
            self._edits.append((start, inner, tag))

    def _missing_cells(self, row: _Row) -> None:
        """The cell that starts here is there; those wanted left of it are not, and come before it."""
        at = self._at()
        for column in [column for column in row.missing if column < row.column]:
            row.new[column] = (at, at, self._new_cell(row, column, row.missing.pop(column)))
        row.missing.pop(row.column, None)
        row.new.pop(row.column, None)

    def _end(self, tag: str) -> None:
        self._path.pop()
        depth = len(self._path)
        if depth == 2 and self._row is not None and self._in_data:
            self._end_row(self._row)
            self._row = None
        elif depth == 1:
            if self._in_data:
                self._in_data = False
                self._end_data()
            if local(tag) not in _AFTER_NOTES:
                self._after = self._element_end()

    def _end_row(self, row: _Row) -> None:
        tag = self._data[row.start : row.inner]
        rest = b"".join(self._new_cell(row, column, outline) for column, outline in row.missing.items())
        columns = [*row.new, *row.missing] if rest or row.new else []
        self._edits += row.new.values()
        if columns and not row.spans_hold(columns):
            tag = with_attribute(tag, "spans", None)  # a hint that is allowed to be absent, not to be wrong
        if rest and tag.endswith(b"/>"):
            tag = tag[:-2].rstrip() + b">" + rest + f"</{self._prefix}row>".encode()
        elif rest:
            at = self._at()
            self._edits.append((at, at, rest))
        if tag != self._data[row.start : row.inner]:
            self._edits.append((row.start, row.inner, tag))

    def _end_data(self) -> None:
        start, inner = self._data_tag
        rest = b"".join(map(self._new_row, self._missing))
        self._edits += self._new_rows.values()
        if not rest:
            return
        if self._data[inner - 2 : inner] == b"/>":
            tag = self._data[start : inner - 2].rstrip() + b">"
            self._edits.append((start, inner, tag + rest + f"</{self._prefix}sheetData>".encode()))
        else:
            at = min(self._at(), self._gap[0])
            self._edits.append((at, at, rest))

    def _new_row(self, number: int) -> bytes:
        row = _Row(number, {}, 0, 0, self._rows[number])
        cells = b"".join(self._new_cell(row, column, outline) for column, outline in row.wanted.items())
        start, end = f'<{self._prefix}row r="{number}">', f"</{self._prefix}row>"
        return start.encode() + cells + end.encode() if cells else b""

    def _new_cell(self, row: _Row, column: int, outline: Outline) -> bytes:
        """A cell as empty as it was, with the style of its row or column, as it had without being there.

        Not where that has a colour: a cell coloured by itself counts as filled in, so a note must do there.
        """
        own = row.attributes.get("s", "") if is_true(row.attributes, "customFormat") else ""
        given = self._styles.clean(int(own) if own.isdecimal() else self._column_style(column))
        if self._styles.is_filled(given):
            return b""
        style = self._styles.outlined(given, outline)
        return f'<{self._prefix}c r="{column_letters(column)}{row.number}" s="{style}"/>'.encode()

    def _column_style(self, column: int) -> int:
        return next((style for first, last, style in self._column_styles if first <= column <= last), 0)

    def _tag_here(self) -> tuple[int, int]:
        start = self._at()
        return start, tag_end(self._data, start)

    def _element_end(self) -> int:
        """Where the element ends whose end the parser has just met: behind its end tag, if any."""
        at = self._at()
        closed = self._data[self._inner - 2 : self._inner] == b"/>"
        return self._inner if closed else self._data.index(b">", at) + 1

    def lead_to_notes(self, identity: str) -> None:
        """Let the sheet refer to a drawing of notes, at the place where that may stand."""
        relation = next(
            (
                key[6:]
                for key, value in self._names.items()
                if key.startswith("xmlns:") and value.endswith(_OFFICE)
            ),
            "",
        )
        name = f"<{self._prefix}legacyDrawing"
        if relation:
            new = f'{name} {relation}:id="{identity}"/>'
        else:
            space = next(
                (v for k, v in self._names.items() if k.startswith("xmlns") and "purl.oclc.org" in v), ""
            )
            kind = "purl.oclc.org/ooxml" if space else "schemas.openxmlformats.org"
            new = f'{name} xmlns:r="http://{kind}{_OFFICE[bool(space)]}" r:id="{identity}"/>'
        self._edits.append((self._after, self._after, new.encode()))

    def to_bytes(self) -> bytes:
        """The part with all edits made."""
        return splice(self._data, self._edits)


class _Row:
    """The row that is open, or a new one."""

    __slots__ = ("attributes", "column", "inner", "missing", "new", "number", "start", "wanted")

    def __init__(
        self, number: int, attributes: dict[str, str], start: int, inner: int, wanted: dict[int, Outline]
    ) -> None:
        self.number = number
        self.attributes = attributes
        self.start, self.inner = start, inner
        self.wanted = wanted
        self.missing = dict(wanted)
        self.new: dict[int, Edit] = {}
        self.column = 0

    def spans_hold(self, columns: list[int]) -> bool:
        """Whether the range of columns that the row names holds these."""
        first, _, last = self.attributes.get("spans", "").partition(":")
        if not (first.isdecimal() and last.isdecimal()):
            return "spans" not in self.attributes
        return int(first) <= min(columns) and max(columns) <= int(last)
