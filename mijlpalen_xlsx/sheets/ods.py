"""OpenDocument workbooks (.ods, and .fods in one piece) read into the same sheets as .xlsx, in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from mijlpalen_xlsx.regex import pattern

from .container import PIECE, Container
from .markup import feed, new_parser
from .model import Ignored, Limits, Unreadable, Workbook, damaged, over
from .ods_formulas import as_excel, reference
from .ods_styles import MOMENT, OdsStyles
from .ods_table import Table
from .programs import program
from .worksheet import derived_formula

__all__ = ["read_flat", "read_ods"]

Attributes = dict[str, str]

#: The prefixes that programs use; a file with others has its names put into these.
PREFIXES = {
    f"urn:oasis:names:tc:opendocument:xmlns:{space}:1.0": prefix
    for space, prefix in {
        "office": "office", "table": "table", "text": "text", "style": "style", "meta": "meta",
        "datastyle": "number", "drawing": "draw", "xsl-fo-compatible": "fo",
    }.items()
} | {
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}  # fmt: skip

#: What a file says about itself, by the names that .xlsx gives it.
PROPERTIES = {
    "meta:generator": "generator", "meta:initial-creator": "creator", "meta:creation-date": "created",
    "dc:title": "title", "dc:subject": "subject", "dc:description": "description",
    "dc:creator": "lastModifiedBy", "dc:date": "modified",
}  # fmt: skip

#: What lies among cells and has cells or texts of its own; so has all that begins with ``draw:``.
PASSED_OVER = frozenset(
    ("office:forms", "table:shapes", "table:tracked-changes", "table:detective", "table:scenario")
)

WHITE = pattern(r"[ \t\r\n]+")

#: No more spaces at once than a cell holds.
MOST_SPACES = 32_767


def read_ods(container: Container, ignored: Ignored) -> Workbook:
    """The workbook in an .ods file. Raises Unreadable."""
    if "encrypted-package" in container or b"encryption-data" in _manifest(container):
        raise Unreadable("M002")
    document = Document(container.limits, ignored)
    for name in ("meta.xml", "styles.xml", "content.xml"):
        if name in container or name == "content.xml":
            document.read(container.part(name), name)
    if not document.is_workbook:
        raise container.no_workbook()
    return document.workbook()


def _manifest(container: Container) -> bytes:
    name = "META-INF/manifest.xml"
    return b"".join(container.part(name)) if name in container else b""


def read_flat(data: bytes, limits: Limits, ignored: Ignored) -> Workbook:
    """The workbook in a .fods file. Raises Unreadable."""
    document = Document(limits, ignored)
    document.read((data[at : at + PIECE] for at in range(0, len(data), PIECE)), "content.xml")
    if not document.is_workbook:
        raise damaged("no-workbook")
    return document.workbook()


class Document:
    """What the parts of one file say, in the order in which they are parsed."""

    def __init__(self, limits: Limits, ignored: Ignored) -> None:
        self.limits = limits
        self.derived = derived_formula(ignored.formulas)
        self.is_workbook = False
        self.properties: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.tables: list[Table] = []
        self.styles = OdsStyles(limits, ignored)
        self._table: Table | None = None
        self._own_property = ""
        self._text = self._cells = self._merges = 0
        self._pieces: list[str] = []  # of text, since the last tag that matters
        self._line: list[str] = []  # the open paragraph
        self._seen = self._ended = self._passing = self._quiet = self._seen_before = 0
        self._starts = self._start_handlers()
        self._ends = self._end_handlers()

    def workbook(self) -> Workbook:
        generator = self.properties.pop("generator", "")
        sheets = tuple(table.finished() for table in self.tables)
        if not sheets:
            raise damaged("no-sheets")
        return Workbook(sheets, self.names, self.properties, saved_by=program(generator))

    def read(self, pieces: Iterable[bytes], part: str) -> None:
        """Parse one part. Raises Unreadable."""
        self._seen = self._ended = self._passing = self._quiet = self._seen_before = 0
        parser = new_parser(part)

        def root(tag: str, attributes: Attributes) -> None:
            renamed = _prefixes(attributes)
            start, end = self._start, self._end
            if renamed:
                start, end = partial(_renaming_start, renamed, start), partial(_renaming_end, renamed, end)
            parser.StartElementHandler, parser.EndElementHandler = start, end
            self._seen += 1

        parser.StartElementHandler = root
        parser.CharacterDataHandler = self._pieces.append
        feed(parser, pieces, part, self._check)

    def _start(self, tag: str, attributes: Attributes) -> None:
        self._seen += 1
        if self._passing:
            self._passing += 1
        elif handler := self._starts.get(tag):
            handler(attributes)
        elif tag in PASSED_OVER or tag.startswith("draw:"):
            self._pass_over()

    def _pass_over(self) -> None:
        self._flush()
        self._passing = 1

    def _end(self, tag: str) -> None:
        self._ended += 1
        if self._passing:
            self._passing -= 1
            self._pieces.clear()
        elif handler := self._ends.get(tag):
            handler()

    def _check(self, size: int) -> None:
        self._quiet = self._quiet + size if self._seen == self._seen_before else 0
        self._seen_before = self._seen
        if self._quiet > self.limits.item_text:
            raise over(self.limits, "item_text")
        if self._seen - self._ended > self.limits.depth:
            raise over(self.limits, "depth")

    def _start_handlers(self) -> dict[str, Callable[[Attributes], None]]:
        styles = self.styles
        kinds = ("number", "currency", "percentage", "date", "time", "boolean", "text")
        moments = {f"number:{part}": partial(styles.moment, part) for part in MOMENT}
        return {
            **dict.fromkeys(PROPERTIES, self._clear),
            **{f"number:{kind}-style": styles.start_code for kind in kinds},
            **moments,
            "number:number": styles.number,
            "number:scientific-number": styles.number,
            "number:text-content": styles.any_text,
            "number:text": self._clear,
            "number:currency-symbol": self._clear,
            "style:style": styles.start_style,
            "style:default-style": styles.start_style,
            "style:table-cell-properties": styles.cell_properties,
            "style:table-properties": styles.table_properties,
            "style:map": styles.map,
            "meta:user-defined": self._start_own_property,
            "office:spreadsheet": self._start_workbook,
            "table:table": self._start_table,
            "table:table-column": self._in_table(Table.column),
            "table:table-row": self._in_table(Table.start_row),
            "table:table-cell": self._start_cell,
            "table:covered-table-cell": self._start_cell,
            "table:named-range": partial(self._name, "table:cell-range-address"),
            "table:named-expression": partial(self._name, "table:expression"),
            "office:annotation": self._in_table(Table.start_note),
            "calcext:condition": self._in_table(Table.rule),
            "calcext:color-scale": self._in_table(Table.rule),
            "calcext:data-bar": self._in_table(Table.rule),
            "calcext:icon-set": self._in_table(Table.rule),
            "calcext:date-is": self._in_table(Table.rule),
            "text:p": self._start_line,
            "text:h": self._start_line,
            "text:s": self._spaces,
            "text:tab": partial(self._sign, "\t"),
            "text:line-break": partial(self._sign, "\n"),
        }

    def _end_handlers(self) -> dict[str, Callable[[], None]]:
        kinds = ("number", "currency", "percentage", "date", "time", "boolean", "text")
        return {
            **{tag: partial(self._end_property, name) for tag, name in PROPERTIES.items()},
            **{f"number:{kind}-style": self.styles.end_code for kind in kinds},
            "number:text": self._end_code_text,
            "number:currency-symbol": self._end_code_text,
            "style:style": self.styles.end_style,
            "style:default-style": self.styles.end_style,
            "meta:user-defined": self._end_own_property,
            "table:table": self._end_table,
            "table:table-row": self._end_row,
            "table:table-cell": self._end_cell,
            "table:covered-table-cell": self._end_cell,
            "office:annotation": self._end_note,
            "text:p": self._end_line,
            "text:h": self._end_line,
        }

    # Texts

    def _clear(self, attributes: Attributes) -> None:
        self._pieces.clear()

    def _start_line(self, attributes: Attributes) -> None:
        self._pieces.clear()
        self._line.clear()

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if text:
            text = WHITE.sub(" ", text)
            self._line.append(text if self._line else text.lstrip(" "))

    def _sign(self, sign: str, attributes: Attributes) -> None:
        self._flush()
        self._count_text(len(sign))
        self._line.append(sign)

    def _spaces(self, attributes: Attributes) -> None:
        times = attributes.get("text:c", "1")
        self._sign(" " * (min(int(times[:6]), MOST_SPACES) if times.isdecimal() else 1), attributes)

    def _end_line(self) -> None:
        self._flush()
        if self._table is not None:
            self._table.lines.append("".join(self._line))

    def _end_code_text(self) -> None:
        self.styles.text("".join(self._pieces)[:100])

    def _end_property(self, name: str) -> None:
        if self._table is None:  # a note has an author and a date as well
            self.properties.setdefault(name, "".join(self._pieces))

    def _start_own_property(self, attributes: Attributes) -> None:
        self._own_property = attributes.get("meta:name", "")
        self._pieces.clear()

    def _end_own_property(self) -> None:
        if len(self.properties) < self.limits.names and self._own_property:
            self.properties.setdefault(self._own_property, "".join(self._pieces))

    # The workbook

    def _start_workbook(self, attributes: Attributes) -> None:
        self.is_workbook = True

    def _name(self, key: str, attributes: Attributes) -> None:
        if self._table is not None:
            return  # of one sheet
        text = attributes.get(key, "")
        self.names[attributes.get("table:name", "")] = (
            reference(text) if key == "table:cell-range-address" else as_excel(text)[1:]
        )
        if len(self.names) > self.limits.names:
            raise over(self.limits, "names")

    def _start_table(self, attributes: Attributes) -> None:
        if self._table is not None or not self.is_workbook:
            self._pass_over()  # a table within a cell
            return
        if len(self.tables) >= self.limits.sheets:
            raise over(self.limits, "sheets")
        hidden = attributes.get("table:style-name") in self.styles.hidden_tables
        self._table = Table(attributes.get("table:name", ""), self.styles, self.derived, hidden=hidden)
        self.tables.append(self._table)

    def _end_table(self) -> None:
        self._table = None

    def _in_table(self, handler: Callable[[Table, Attributes], None]) -> Callable[[Attributes], None]:
        """The handler called with the open table; outside one, such a tag says nothing."""

        def handle(attributes: Attributes) -> None:
            if self._table is not None:
                handler(self._table, attributes)

        return handle

    def _start_cell(self, attributes: Attributes) -> None:
        self._pieces.clear()
        if self._table is not None:
            self._table.start_cell(attributes)

    def _end_cell(self) -> None:
        if self._table is None:
            return
        self._merges += self._table.end_cell()
        if self._merges > self.limits.merges:
            raise over(self.limits, "merges")

    def _end_note(self) -> None:
        if self._table is not None:
            self._count_text(self._table.end_note())

    def _end_row(self) -> None:
        """Write the row as often as it stands there, counted before it is believed."""
        if self._table is None:
            return
        times, cells, text = self._table.row_size()
        self._cells += times * cells
        if self._cells > self.limits.cells:
            raise over(self.limits, "cells")
        self._count_text(times * text)
        self._table.end_row(times)

    def _count_text(self, size: int) -> None:
        self._text += size
        if self._text > self.limits.text:
            raise over(self.limits, "text")


def _prefixes(attributes: Attributes) -> dict[str, str]:
    """From the prefixes that the file uses to ours, where they differ."""
    declared = {
        name.partition(":")[2]: PREFIXES[space]
        for name, space in attributes.items()
        if name.startswith("xmlns") and space in PREFIXES
    }
    return {given: ours for given, ours in declared.items() if given != ours}


def _renamed(prefixes: dict[str, str], name: str) -> str:
    prefix, colon, rest = name.rpartition(":")
    ours = prefixes.get(prefix)
    return f"{ours}:{rest}" if ours and (colon or not prefix) else name


def _renaming_start(
    prefixes: dict[str, str], start: Callable[[str, Attributes], None], tag: str, attributes: Attributes
) -> None:
    start(_renamed(prefixes, tag), {_renamed(prefixes, name): text for name, text in attributes.items()})


def _renaming_end(prefixes: dict[str, str], end: Callable[[str], None], tag: str) -> None:
    end(_renamed(prefixes, tag))
