"""Cell styles: number formats and whether they show a date, fills worked out to RRGGBB."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern

from .markup import Node
from .model import Ignored, Limits, over

__all__ = [
    "DEFAULT_THEME",
    "STYLE_PARTS",
    "Style",
    "Styles",
    "is_date_format",
    "read_styles",
    "read_theme",
    "tinted",
]


#: Number format, fill, whether numbers show as dates, whether the file has the style a cell refers to.
#: A plain tuple, as it is unpacked for every cell.
Style = tuple[str, str | None, bool, bool]

#: What of a styles part tells how cells look to us; fonts and borders do not.
STYLE_PARTS = frozenset({"numFmts", "fills", "cellXfs", "colors"})

PLAIN: Style = ("General", None, False, True)
MISSING: Style = ("General", None, False, False)


class Styles(dict[str | None, Style]):
    """Styles by the number in a cell's ``s`` attribute, as text; None is the cell without one."""

    def missing(self, key: str | None) -> Style:
        """The style of a number that is oddly written or not there."""
        plain = str(int(key)) if key and key.strip().isdecimal() and len(key) < 10 else key or "0"
        return self.get(plain) or (PLAIN if plain == "0" else MISSING)


#: Number formats that have a number and no text in the file (ECMA-376, 18.8.30). Of the East Asian ones, from
#: 27 and from 50 on, the text differs by language: one of the same meaning stands here.
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "yyyy/mm/dd"),
    **dict.fromkeys((*range(32, 36), 55, 56), "h:mm:ss"),
}  # fmt: skip

#: What may stand in a format without meaning a date: quoted and escaped signs, padding, colours, AM/PM.
NO_DATE = pattern(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|General|AM/PM|A/P', re.IGNORECASE)


def is_date_format(code: str) -> bool:
    """Whether a number in this format shows as a date: a day, a year, or a month (beside hours: minutes)."""
    section = NO_DATE.sub("", code).partition(";")[0].lower()
    hours = "[h" in code.lower() or "h" in section or "s" in section
    return "d" in section or "y" in section or ("m" in section and not hours)


#: Theme colours in the order in which styles count them, of Office's own theme.
DEFAULT_THEME = (
    "FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31",
    "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72",
)  # fmt: skip

THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")

#: The colours that Excel 97 counted; 64 and 65 are the colours of the screen's text and ground.
PALETTE = (
    *("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"),
    *("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"),
    *("800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"),
    *("9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"),
    *("000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"),
    *("00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"),
    *("3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"),
    *("003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"),
    *("000000", "FFFFFF"),
)

#: How much of a cell each pattern covers with its foreground colour; the others cover about half.
COVER = {
    "solid": 1.0, "darkGray": 0.75, "mediumGray": 0.5, "lightGray": 0.25, "gray125": 0.125,
    "gray0625": 0.0625,
    "lightHorizontal": 0.25, "lightVertical": 0.25, "lightDown": 0.25, "lightUp": 0.25,
    "lightGrid": 0.4, "lightTrellis": 0.4, "darkTrellis": 0.7,
}  # fmt: skip

RGB = pattern(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


class Colours(NamedTuple):
    """What the colours of a file are counted from."""

    theme: Sequence[str]
    palette: Sequence[str]

    def resolve(self, node: Node) -> str | None:
        """``RRGGBB`` of a colour element; None when it names none, or one that does not exist."""
        try:
            return self._resolve(node)
        except (ValueError, IndexError):
            return None  # a broken colour is no reason to refuse a file

    def _resolve(self, node: Node) -> str | None:
        tint = float(node.get("tint", "0"))
        if "rgb" in node.attributes:
            colour = plain_rgb(node.get("rgb"))
        elif "theme" in node.attributes:
            colour = self.theme[int(node.get("theme"))]
        elif "indexed" in node.attributes:
            colour = self.palette[int(node.get("indexed"))]
        else:
            return None
        return tinted(colour, tint) if tint else colour


def plain_rgb(text: str) -> str:
    """``RRGGBB`` from ``AARRGGBB`` or ``RRGGBB``; Excel ignores the opacity. Raises ValueError."""
    match = RGB.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return match[1].upper()


def tinted(colour: str, tint: float) -> str:
    """``colour`` darker (tint -1 to 0) or lighter (0 to 1) in its lightness, as ECMA-376 18.8.19 has it."""
    import colorsys

    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    tint = min(1.0, max(-1.0, tint))
    lightness = lightness * (1 + tint) if tint < 0 else lightness * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, lightness, saturation))


def mixed(front: str, back: str, share: float) -> str:
    """The colour seen from afar when ``front`` covers ``share`` (0 to 1) of ``back``."""
    pairs = ((int(front[at : at + 2], 16), int(back[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in pairs)


def read_theme(root: Node) -> tuple[str, ...]:
    """The theme's colours in the order of the styles; Office's own where the theme has none."""
    scheme = next(root.all("clrScheme"), Node("clrScheme", {}))
    return tuple(
        _theme_colour(scheme.child(name), default)
        for name, default in zip(THEME_ORDER, DEFAULT_THEME, strict=True)
    )


def _theme_colour(node: Node, default: str) -> str:
    for colour in node:
        try:
            return plain_rgb(colour.get("lastClr") or colour.get("val"))
        except ValueError:
            continue
    return default


def uses_theme(root: Node) -> bool:
    """Whether a fill of this styles part needs the theme; fonts and borders always do, and do not matter."""
    return any("theme" in node.attributes for fill in root.child("fills") for node in fill.below())


def read_styles(root: Node, theme: Sequence[str], limits: Limits, ignored: Ignored) -> Styles:
    """All cell styles of a styles part."""
    colours = Colours(theme, _palette(root))
    fills = [_fill(node, colours, ignored) for node in root.child("fills")]
    codes = BUILT_IN | {
        int(node.get("numFmtId")): node.get("formatCode")
        for node in root.child("numFmts")
        if node.get("numFmtId").isdecimal()
    }
    formats = [node for node in root.child("cellXfs") if node.name == "xf"]
    if len(formats) > limits.styles:
        raise over(limits, "styles")
    styles = Styles()
    dated: dict[str, bool] = {}
    for number, node in enumerate(formats):
        code = codes.get(_number(node.get("numFmtId")), "General")
        if code not in dated:
            dated[code] = is_date_format(code)
        fill = _number(node.get("fillId"))
        styles[str(number)] = (code, fills[fill] if fill < len(fills) else None, dated[code], True)
    if "0" in styles:
        styles[None] = styles["0"]
    return styles


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _palette(root: Node) -> Sequence[str]:
    """The file's own palette where it has one, the usual one for the rest."""
    own = []
    for node, usual in zip(root.child("colors").child("indexedColors"), PALETTE, strict=False):
        match = RGB.fullmatch(node.get("rgb"))
        own.append(match[1].upper() if match else usual)
    return (*own, *PALETTE[len(own) :])


def _fill(node: Node, colours: Colours, ignored: Ignored) -> str | None:
    """The colour a fill shows, if it says anything."""
    colour = _gradient(node.child("gradientFill"), colours) or _pattern(node.child("patternFill"), colours)
    return None if colour is None or ignored.fill(colour) else colour


def _gradient(node: Node, colours: Colours) -> str | None:
    """Halfway the first and the last colour."""
    stops = [colour for stop in node if (colour := colours.resolve(stop.child("color")))]
    return mixed(stops[0], stops[-1], 0.5) if stops else None


def _pattern(node: Node, colours: Colours) -> str | None:
    kind = node.get("patternType", "none")
    front, back = colours.resolve(node.child("fgColor")), colours.resolve(node.child("bgColor"))
    if kind == "none" or (front is None and back is None):
        return None  # also the reserved second fill, grey dots without a colour
    if kind == "solid":
        return front or back
    return mixed(front or "000000", back or "FFFFFF", COVER.get(kind, 0.5))
