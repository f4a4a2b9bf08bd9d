"""Cell styles of OpenDocument: fills with what they inherit, and number formats as Excel writes them."""

from __future__ import annotations

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern

from .model import Ignored, Limits, over

__all__ = ["Look", "OdsStyles"]

Attributes = dict[str, str]

RGB = pattern(r"#([0-9A-Fa-f]{6})")

#: Parts of a moment: short and long.
MOMENT = {
    "day": ("d", "dd"), "month": ("m", "mm"), "year": ("yy", "yyyy"), "day-of-week": ("ddd", "dddd"),
    "hours": ("h", "hh"), "minutes": ("m", "mm"), "seconds": ("s", "ss"), "am-pm": ("AM/PM", "AM/PM"),
}  # fmt: skip

#: Signs that stand in a number format without quotes.
BARE = frozenset(" -/:.,()%€$+")

DEEPEST = 50


class Look(NamedTuple):
    """What a cell style comes to: Excel's format code, the fill as ``RRGGBB`` or None, rules of colour."""

    number_format: str
    fill: str | None
    maps: int


class _Style:
    """One style as declared; None where it says nothing and its parent speaks."""

    __slots__ = ("data_style", "fill", "maps", "parent")

    def __init__(self, parent: str, data_style: str | None) -> None:
        self.parent = parent
        self.data_style = data_style
        self.fill: str | None = None
        self.maps = 0


class OdsStyles:
    """Collects styles while their part is parsed: the handlers are called with the attributes of each tag."""

    def __init__(self, limits: Limits, ignored: Ignored) -> None:
        self.limits = limits
        self.ignored = ignored
        self.hidden_tables: set[str] = set()
        self._cells: dict[str, _Style] = {}
        self._codes: dict[str, str] = {}
        self._looks: dict[str, Look] = {}
        self._style: _Style | None = None
        self._table = ""
        self._code: list[str] | None = None
        self._code_name = ""

    def look(self, name: str) -> Look:
        """What the style of that name comes to; of a name that nobody declared, nothing."""
        if name not in self._looks:
            self._looks[name] = self._resolve(name)
        return self._looks[name]

    def _resolve(self, name: str) -> Look:
        fill = data_style = None
        maps = 0
        for _ in range(DEEPEST):  # parents may name each other in a ring
            style = self._cells.get(name)
            if style is None:
                break
            fill = style.fill if fill is None else fill
            data_style = style.data_style if data_style is None else data_style
            maps = maps or style.maps
            if name == "":
                break
            name = style.parent
        code = self._codes.get(data_style or "", "General")
        match = RGB.fullmatch(fill or "")  # else ``transparent``
        colour = match[1].upper() if match else None
        return Look(code, None if colour is None or self.ignored.fill(colour) else colour, maps)

    # Styles

    def start_style(self, attributes: Attributes) -> None:
        family, name = attributes.get("style:family"), attributes.get("style:name", "")
        self._style, self._table = None, name if family == "table" else ""
        if family != "table-cell":
            return
        parent = attributes.get("style:parent-style-name", "")
        self._style = _Style(parent, attributes.get("style:data-style-name"))
        self._cells[name] = self._style
        if len(self._cells) > self.limits.styles:
            raise over(self.limits, "styles")

    def end_style(self) -> None:
        self._style, self._table = None, ""

    def cell_properties(self, attributes: Attributes) -> None:
        if self._style is not None:
            self._style.fill = attributes.get("fo:background-color", self._style.fill)

    def table_properties(self, attributes: Attributes) -> None:
        if self._table and attributes.get("table:display") == "false":
            self.hidden_tables.add(self._table)

    def map(self, attributes: Attributes) -> None:
        if self._style is not None:
            self._style.maps += 1

    # Number formats

    def start_code(self, attributes: Attributes) -> None:
        self._code, self._code_name = [], attributes.get("style:name", "")

    def end_code(self) -> None:
        if self._code is not None:
            self._codes[self._code_name] = "".join(self._code) or "General"
        self._code = None

    def moment(self, part: str, attributes: Attributes) -> None:
        code = MOMENT[part][attributes.get("number:style") == "long"]
        if part == "month" and attributes.get("number:textual") == "true":
            code += "mm"
        self._add(code)

    def number(self, attributes: Attributes) -> None:
        places = attributes.get("number:decimal-places")
        if places is None or not places.isdecimal():
            self._add("General")
            return
        whole = "#,##0" if attributes.get("number:grouping") == "true" else "0"
        self._add(whole + ("." + "0" * min(int(places[:3]), 30) if int(places[:3]) else ""))

    def any_text(self, attributes: Attributes) -> None:
        self._add("@")

    def text(self, text: str) -> None:
        bare = all(sign in BARE for sign in text)
        self._add(text if bare else '"' + text.replace('"', "") + '"')

    def _add(self, code: str) -> None:
        if self._code is not None:
            self._code.append(code)
