"""One worksheet part read into a Sheet in a single pass that builds nothing for cells without content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from mijlpalen_xlsx.cells import Cell, Value, column_letters, column_number
from mijlpalen_xlsx.regex import pattern

from .container import Part
from .markup import feed, local, new_parser
from .model import Ignored, Limits, Sheet, damaged, over
from .styles import Styles
from .values import Dates, number, typed

__all__ = ["Context", "Derived", "derived_formula", "parse_range", "read_worksheet"]

#: So much of a sheet is parsed whole; beyond it rows without any value are passed over.
PARSED_WHOLE = 256 * 1024

#: A row of more bytes than this is parsed, whatever it holds.
LONGEST_ROW = 256 * 1024

#: So many styles with a fill are told apart before parsing; each makes the search a little slower.
MOST_FILLS = 100

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

#: Excel's own limit to the text of a cell, and here to the runs of it.
LONGEST_TEXT = 32_767

TRUE = ("1", "true", "on")

#: Stands for a formula of which the file does not give the text.
UNKNOWN_FORMULA = "=…"

REFERENCE = pattern(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")

NOTHING, FILLED, IN_VALUE, IN_FORMULA, CAPTURED = range(5)


Derived = Callable[[str], object]
"""Tells whether a formula, with its ``=``, is one that the caller can do without."""


def derived_formula(beginnings: str) -> Derived:
    """Whether a formula begins in one of the ways that ``formulas`` of Ignored describes."""
    return re.compile(f"=(?:{beginnings})" if beginnings else "(?!)").match


class Context:
    """What the sheets of one workbook share: strings, styles, the calendar, and how much was handed out."""

    def __init__(
        self, strings: dict[str, str], styles: Styles, date_1904: bool, limits: Limits, ignored: Ignored
    ) -> None:
        self.strings = strings
        self.styles = styles
        self.filled = tuple(key for key, style in styles.items() if style[1] is not None)
        """The styles with a fill."""
        self.dates = Dates(date_1904)
        self.limits = limits
        self.ignored = ignored
        self.is_derived = derived_formula(ignored.formulas)
        self.cells = 0
        self.text = 0
        self.merges = 0

    def count_text(self, size: int) -> None:
        self.text += size
        if self.text > self.limits.text:
            raise over(self.limits, "text")


def parse_range(text: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row, last column of ``A1:C3`` or ``A1``; None when it is no range."""
    corners = [REFERENCE.fullmatch(corner) for corner in text.split(":")]
    try:
        columns = sorted(column_number(corner[1]) for corner in corners if corner)
    except ValueError:
        return None
    rows = sorted(int(corner[2]) for corner in corners if corner)
    if len(rows) != len(corners) or len(corners) > 2 or not 0 < rows[0] <= rows[-1] <= LAST_ROW:
        return None
    return rows[0], columns[0], rows[-1], columns[-1]


class _Unnumbered(Exception):
    """A row or a cell does not say where it is: the sheet is read again, counting every one."""


def read_worksheet(part: Part, sheet: Sheet, context: Context, *, cells: bool = True) -> None:
    """Fill ``sheet`` with what ``part`` holds; without ``cells`` only count its rules. Raises Unreadable."""
    if not cells:
        survey(part, sheet, context)
        return
    text, merges = context.text, context.merges
    try:
        scan(part, without_the_rest(part, context), sheet, context, counting=False)
    except _Unnumbered:
        part.rewind()
        sheet.cells.clear()
        sheet.hidden_rows.clear()
        sheet.validations = sheet.conditional_formats = 0
        context.text, context.merges = text, merges
        scan(part, part, sheet, context, counting=True)
    context.cells += len(sheet.cells)


def without_the_rest(part: Part, context: Context) -> Iterator[bytes]:
    """The pieces of a sheet part without what is not handed out: valueless rows, blank and derived cells.

    Most of a plan is such cells, and to leave them out here costs a tenth of parsing them. Only what is
    written precisely so is left out; a cell over two pieces or written otherwise is parsed, with the same
    result.
    """
    filled = [key for key in context.filled if key]
    if len(filled) > MOST_FILLS:
        yield from fast_forward(part)
        return
    # Possessive, as nothing here can match in two ways: without a way back to keep, a fifth sooner.
    start = rb'<c r="[A-Z]++[0-9]++"(?: s="(?!(?:%s)")[0-9]++")?+' % either(filled).encode()
    rest = rb"(?: ?+/>"
    if context.ignored.formulas:
        formula = rb'<f(?: aca="false")?+>(?:%s)[^<]*+</f>' % context.ignored.formulas.encode()
        rest += rb'|(?: t="(?:str|n)")?+>%s(?:<v>[^<]*+</v>|<v ?/>)?+</c>' % formula
    unwanted = re.compile(start + rest + rb")")
    for piece in fast_forward(part):
        wanted = piece if b"<!" in piece else unwanted.sub(b"", piece)
        part.skip(len(piece) - len(wanted))
        yield wanted


def either(words: Iterable[str]) -> str:
    """A regular expression for any of these words; by their first sign, as most are none of a long list."""
    endings: dict[str, list[str]] = {}
    for word in words:
        endings.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in endings.items())


def fast_forward(part: Part) -> Iterator[bytes]:
    """The pieces of a sheet part, past its beginning without the rows that hold no value.

    Sheets "formatted down to the bottom" hold a million such rows. Cuts are made between row tags, so the
    parser still sees a whole document. What is lost: colours, and which rows are hidden, beyond the first
    256 KiB in stretches of rows without any value. What is not UTF-8 or ASCII is parsed whole.
    """
    pieces = iter(part)
    parsed = b""
    for piece in pieces:
        parsed += piece
        yield piece
        if len(parsed) >= PARSED_WHOLE:
            break
    match = re.search(rb"<((?:[\w.-]+:)?)row\s", parsed)
    if match is None or b"<!" in parsed or parsed.rfind(b"<?") > 0:
        yield from pieces
        return
    yield from _rows_with_values(part, pieces, match[1])


def _rows_with_values(part: Part, pieces: Iterator[bytes], prefix: bytes) -> Iterator[bytes]:
    row = b"<" + prefix + b"row "
    kept = [b"<" + prefix + name for name in (b"v", b"f", b"t", b"is")] + [b"</" + prefix + b"sheetData"]
    kept += [b"!", b"?", b"-", b"]"]  # comments and the like begin and end with these: never cut one open
    held = b""
    for piece in pieces:
        held += piece
        first, last = held.find(row), held.rfind(row)
        if first < 0 or (first == last and len(held) > LONGEST_ROW):
            yield held[: -len(row)]  # what remains may be the beginning of a row tag
            held = held[-len(row) :]
            continue
        yield held[:first]
        if any(held.find(mark, first, last) >= 0 for mark in kept):
            yield held[first:last]
        else:
            part.skip(last - first)
        held = held[last:]
    yield held


def survey(part: Part, sheet: Sheet, context: Context) -> None:
    """Count the rules of a sheet part whose cells are not wanted."""
    around = Surroundings(sheet, context)
    seen = quiet = seen_before = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal seen
        seen += 1
        if handler := RULES.get(local(tag)):
            handler(around, attributes)

    def check(size: int) -> None:
        nonlocal quiet, seen_before
        quiet = quiet + size if seen == seen_before else 0
        seen_before = seen
        if quiet > context.limits.item_text:
            raise over(context.limits, "item_text")

    parser = new_parser(part.name)
    parser.StartElementHandler = start
    feed(parser, without_rows(part), part.name, check)


def without_rows(part: Part) -> Iterator[bytes]:
    """The pieces of a sheet part with no rows in its sheetData; all of it when that is written oddly."""
    pieces, held = iter(part), b""
    for mark in (b"<sheetData>", b"</sheetData>"):
        inside = mark.startswith(b"</")
        while (found := held.find(mark)) < 0:
            piece = next(pieces, None)
            if piece is None:
                yield held
                return
            past, held = held[: -len(mark)], held[-len(mark) :] + piece
            if inside:
                part.skip(len(past))
            else:
                yield past
        if inside:
            part.skip(found)
            held = held[found:]
        else:
            yield held[: found + len(mark)]
            held = held[found + len(mark) :]
    yield held
    yield from pieces


class Surroundings:
    """What a sheet part says around its cells: merged ranges, hidden columns, numbers of rules."""

    def __init__(self, sheet: Sheet, context: Context) -> None:
        self.sheet = sheet
        self.context = context
        self.merges: list[tuple[int, int, int, int]] = []
        self.hidden_columns: list[tuple[int, int]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take note of an element by its local name."""
        handler = AROUND.get(local(tag))
        if handler is not None:
            handler(self, attributes)

    def merge(self, attributes: dict[str, str]) -> None:
        found = parse_range(attributes.get("ref", ""))
        if found is None:
            return  # a broken merge is decoration: the values stand in the cells
        self.context.merges += 1
        if self.context.merges > self.context.limits.merges:
            raise over(self.context.limits, "merges")
        self.merges.append(found)

    def col(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") not in TRUE or not (first.isdecimal() and last.isdecimal()):
            return
        if len(self.hidden_columns) < LAST_COLUMN:
            self.hidden_columns.append((int(first[:6]), min(int(last[:6]), LAST_COLUMN)))

    def validation(self, attributes: dict[str, str]) -> None:
        self.sheet.validations += 1

    def rule(self, attributes: dict[str, str]) -> None:
        self.sheet.conditional_formats += 1

    def twin(self, attributes: dict[str, str]) -> None:
        """An old rule that names its newer self by ``id``, which is counted as well."""
        self.sheet.conditional_formats -= 1


RULES = {
    "dataValidation": Surroundings.validation,
    "cfRule": Surroundings.rule,
    "id": Surroundings.twin,
}
AROUND = {"mergeCell": Surroundings.merge, "col": Surroundings.col, **RULES}


def scan(
    part: Part, given_pieces: Iterable[bytes], sheet: Sheet, context: Context, *, counting: bool
) -> None:
    """Parse a sheet part. With ``counting`` rows and cells without a reference get the next one.

    One function, because its inner ones run for every cell and share variables the fastest way Python has.
    The end of a cell is not waited for: it is closed when the next cell or row starts.
    """
    limits, strings, styles, dates = context.limits, context.strings, context.styles, context.dates
    name, cells, new_tuple = sheet.name, sheet.cells, tuple.__new__
    columns: dict[str, int] = {}  # by their letters
    around = Surroundings(sheet, context)
    style_of = styles.get
    room = limits.cells - context.cells
    coloured = set(context.filled)
    is_derived = context.is_derived
    row_tag, c_tag, v_tag, f_tag, t_tag, phonetic_tag = "row", "c", "v", "f", "t", "rPh"

    pieces: list[str] = []  # of text, since the last start tag that matters
    captured: list[str] = []  # texts of the open cell that were taken at their very end
    ended: list[str] = []  # tags ended since the last check
    shared: dict[str, str] = {}  # formulas by their number
    cell: dict[str, str] = {}  # attributes of the open cell
    state: int = NOTHING
    formula: str | None = None
    formula_number = ""
    phonetic = unordered = False
    row = column = last_column = 0
    row_text, row_width = "0", 1
    seen = quiet = seen_before = opened = text_size = 0

    def root(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row_tag, c_tag, v_tag, f_tag, t_tag, phonetic_tag
        prefix = tag[: -len("worksheet")]
        if local(tag) != "worksheet":
            raise damaged("no-worksheet", part.name)
        row_tag, c_tag, v_tag, f_tag, t_tag, phonetic_tag = (
            prefix + tag for tag in (row_tag, c_tag, v_tag, f_tag, t_tag, phonetic_tag)
        )
        parser.StartElementHandler = start_counting if counting else start

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal seen, cell, state
        seen += 1
        if tag == c_tag:
            if state:
                close()
            cell = attributes
            state = attributes.get("s") in coloured  # True is FILLED
        elif tag == v_tag:
            if state == IN_FORMULA:
                end_formula()
            if pieces:
                pieces.clear()
            state = IN_VALUE
            if cell.get("t") == "str":
                parser.EndElementHandler = capture
        elif tag == row_tag:
            if state:
                close()
            start_row(attributes)
        else:
            start_other(tag, attributes)

    def start_counting(tag: str, attributes: dict[str, str]) -> None:
        nonlocal column
        if tag == c_tag:
            given = attributes.get("r")
            column = locate(given, part)[1] if given else column + 1
            attributes["r"] = column_letters(column) + row_text
        start(tag, attributes)

    def start_row(attributes: dict[str, str]) -> None:
        nonlocal row, row_text, row_width, column, last_column, unordered
        given = attributes.get("r")
        if given is None and not counting:
            raise _Unnumbered
        before = row
        row = row + 1 if given is None else int(given) if given.isdecimal() and len(given) < 8 else 0
        if not 0 < row <= LAST_ROW:
            raise damaged("reference", part.name)
        unordered = unordered or row <= before
        row_text = str(row)
        row_width = len(row_text)
        column = last_column = 0
        if attributes.get("hidden") in TRUE:
            sheet.hidden_rows.add(row)

    def start_other(tag: str, attributes: dict[str, str]) -> None:
        nonlocal phonetic, state, formula_number
        if tag == f_tag:
            state = IN_FORMULA
            formula_number = attributes.get("si", "")
            pieces.clear()
        elif tag == t_tag:
            pieces.clear()
            if not phonetic:
                parser.EndElementHandler = capture
            phonetic = False
        elif tag == phonetic_tag:
            phonetic = True
        else:
            if state in (IN_VALUE, IN_FORMULA):
                close()  # the last cell: texts of rules may follow
            around.start(tag, attributes)

    def capture(tag: str) -> None:
        nonlocal state
        state = CAPTURED
        captured.append("".join(pieces))
        ended.append(tag)
        watch_ends()

    def end_formula() -> None:
        nonlocal formula
        text = "".join(pieces).strip()
        if formula_number and not text:
            formula = shared.get(formula_number, UNKNOWN_FORMULA)
        else:
            formula = "=" + text if text else UNKNOWN_FORMULA
            shared[formula_number] = formula

    def close() -> None:
        nonlocal state, formula, last_column, unordered, text_size
        reference = cell.get("r", "")
        at, here = row, columns.get(reference[:-row_width])
        if here is None or not reference.endswith(row_text):
            at, here = locate(reference, part)
            unordered = unordered or at != row
            columns[reference.rstrip("0123456789")] = here
        number_format, fill, dated, known = style_of(cell.get("s")) or styles.missing(cell.get("s"))
        value: Value = None
        if state == IN_FORMULA:
            end_formula()
        if formula and fill is None and is_derived(formula) and cell.get("t") != "e":
            formula = None
            captured.clear()
        elif state == IN_VALUE:
            text = pieces[0] if len(pieces) == 1 else "".join(pieces)
            kind = cell.get("t")
            if kind == "s":
                string = strings.get(text)
                if string is None:
                    string = string_of(text)
                text_size += len(string)
                value = string or None
            elif kind is None or kind == "n":
                value = number(text)
                if dated and value is not None and not isinstance(value, str):
                    value = dates.get(value) or dates.work_out(value)
                elif not known:
                    raise damaged("styles", part.name)  # a date would turn into a bare number unnoticed
            else:
                value = typed(kind, text, formula)
        elif state == CAPTURED:
            text = "".join(captured)
            text_size += len(text)
            value = typed(cell.get("t", ""), text, formula)
            captured.clear()
        state = NOTHING
        if value is not None or fill is not None or formula is not None:
            cells[at, here] = new_tuple(Cell, (name, at, here, value, formula, number_format, fill))
            formula = None
            if here <= last_column:
                unordered = True
            last_column = here

    def string_of(text: str) -> str:
        """The shared string of a number that is oddly written; of none the empty one."""
        text = text.strip()
        string = strings.get(str(int(text)) if text.isdecimal() and len(text) < 10 else text)
        if string is None and text:
            raise damaged("strings", part.name)  # a text would be gone unnoticed
        return string or ""

    def watch_ends() -> None:
        parser.EndElementHandler = ended.append

    def check(size: int) -> None:
        nonlocal quiet, seen_before, opened, text_size
        quiet = quiet + size if seen == seen_before else 0
        opened += seen - seen_before - len(ended)
        ended.clear()
        seen_before = seen
        if quiet > limits.item_text or len(captured) > LONGEST_TEXT:
            raise over(limits, "item_text")
        if len(cells) > room:
            raise over(limits, "cells")
        if opened > limits.depth:
            raise over(limits, "depth")
        context.count_text(text_size)
        text_size = 0

    parser = new_parser(part.name)
    parser.StartElementHandler = root
    parser.CharacterDataHandler = pieces.append
    watch_ends()
    feed(parser, given_pieces, part.name, check)
    if state:
        close()
    check(0)
    sheet.merges = tuple(around.merges)
    sheet.hidden_columns = tuple(around.hidden_columns)
    if unordered:
        sheet.cells = dict(sorted(cells.items()))


def locate(reference: str, part: Part) -> tuple[int, int]:
    """Row and column of a cell reference that does not simply end on the number of its row."""
    if not reference:
        raise _Unnumbered
    place = parse_range(reference)
    if place is None:
        raise damaged("reference", part.name)
    return place[:2]
