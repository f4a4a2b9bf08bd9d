"""How much room a text takes in a picture, and how it is broken into lines that fit."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["fit", "lines", "text_width"]

# Widths in fiftieths of the font size: the wider of DejaVu Sans and Liberation Sans (as wide as Arial), so
# that a text that fits here fits in either, and in every font that a reader is likely to have.
_CLASSES = {
    14: "'ijl",
    15: "I",
    16: " ,.·’‘",
    17: "/:;\\|",
    18: "f",
    19: "-",
    20: "()[]t",
    21: "!r",
    23: '"',
    25: "*J`",
    26: "“”",
    27: "sz",
    28: "?L_c–",
    29: "k",
    30: "vxy•",
    31: "FTaeo",
    32: "$0123456789bdghnpqu{}€ß",
    34: "EKPSY",
    35: "ABVXZ",
    37: "CRU",
    38: "HN",
    39: "&DG",
    40: "OQ",
    41: "w",
    42: "#+<=>^~×",
    44: "M",
    48: "%",
    49: "m",
    50: "W…—",
    51: "@",
}
_WIDTHS = {character: fiftieths / 50 for fiftieths, text in _CLASSES.items() for character in text}
_BOLD = 1.14
_OTHER, _WIDE = 0.95, 1.3  # letters outside Latin; Chinese, Japanese, Korean and emoji


def _em(character: str) -> float:
    """Width of one character as a part of the font size."""
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    base = unicodedata.normalize("NFKD", character)[:1]
    if base in _WIDTHS:
        return _WIDTHS[base]
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that ``text`` takes at most at this font size."""
    return _ems(text) * size * (_BOLD if bold else 1.0)


@lru_cache(maxsize=4096)  # heads and signs are measured again for every row and every sheet
def _ems(text: str) -> float:
    return sum(map(_em, text))


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """``text`` in at most ``room`` pixels, with ``…`` when something was left out."""
    if text_width(text, size, bold=bold) <= room:
        return text
    kept, used = 0, text_width("…", size, bold=bold)
    for character in text:
        used += text_width(character, size, bold=bold)
        if used > room:
            break
        kept += 1
    return text[:kept].rstrip(" ,;:-") + "…"


def _head(word: str, room: float, size: float, bold: bool) -> tuple[str, str]:
    """As much of a word as fits (at least one character), and the rest."""
    used = 0.0
    for at, character in enumerate(word):
        used += text_width(character, size, bold=bold)
        if used > room and at:
            return word[:at], word[at:]
    return word, ""


def lines(text: str, room: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """``text`` in at most ``most`` lines of ``room`` pixels; the last ends in ``…`` when more was to come.

    A word that is wider than a line is cut. An empty text has no lines.
    """
    done: list[str] = []
    line = ""
    words = text.split()
    while words:
        joined = f"{line} {words[0]}" if line else words[0]
        if text_width(joined, size, bold=bold) <= room:
            line = joined
            words.pop(0)
            continue
        if len(done) == most - 1:
            return [*done, fit(" ".join(filter(None, (line, *words))), room, size, bold=bold)]
        if not line:
            line, words[0] = _head(words[0], room, size, bold)
        done.append(line)
        line = ""
    return [*done, line] if line else done
