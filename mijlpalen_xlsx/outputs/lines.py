"""Text for a terminal: harmless characters, the width that wide and combining ones take, wrapping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from mijlpalen_xlsx.regex import pattern

__all__ = ["fit", "longest", "pad", "safe", "width", "wrap"]

# What steers a terminal or turns text around: C0, C1, soft hyphen, zero-width, bidi, line separators, BOM,
# lone surrogates of odd file names, and the tag characters that hide text in plain sight.
_HARMFUL = pattern(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BREAKS = pattern(r"\s*[\r\n\t\v\f]+\s*")


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def safe(text: str) -> str:
    """Text on one line that does nothing to a terminal: odd characters show as ``\\x1b`` or ``\\u202e``."""
    if text.isprintable() and text.isascii():
        return text
    return _HARMFUL.sub(_escaped, _BREAKS.sub(" ", text.strip("\r\n\t\v\f")))


@lru_cache(maxsize=1024)  # asked for every character of every line
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Columns that ``text`` takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _split(word: str, room: int) -> tuple[str, str]:
    """The part of ``word`` that fits in ``room`` columns (at least one character), and the rest."""
    taken, end = 0, 0
    for end, character in enumerate(word):
        taken += _cells(character)
        if taken > room and end:
            return word[:end], word[end:]
    return word, ""


def wrap(text: str, room: int, rest: int | None = None) -> list[str]:
    """Lines of at most ``room`` columns, the later ones of at most ``rest``; a word that is longer is cut."""
    lines: list[str] = []
    line, limit = "", max(1, room)
    for word in text.split():
        while word:
            joined = f"{line} {word}" if line else word
            if width(joined) <= limit:
                line, word = joined, ""
                continue
            if not line:
                line, word = _split(word, limit)
            lines.append(line)
            line, limit = "", max(1, room if rest is None else rest)
    return [*lines, line] if line or not lines else lines


def fit(text: str, room: int) -> str:
    """``text`` in at most ``room`` columns, with ``…`` when something was left out."""
    if width(text) <= room:
        return text
    kept = _split(text, room - 1)[0].rstrip()
    return f"{kept}…" if width(kept) < room else "…"[:room]


def pad(text: str, room: int, *, right: bool = False) -> str:
    """``text`` filled up with spaces to ``room`` columns, after it or before it."""
    spaces = " " * max(0, room - width(text))
    return spaces + text if right else text + spaces


def longest(texts: Iterable[str]) -> int:
    """Columns of the widest text; 0 when there is none."""
    return max(map(width, texts), default=0)
