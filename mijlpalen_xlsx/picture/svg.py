"""SVG as text: elements with escaped contents, numbers without noise, text of people made safe."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from mijlpalen_xlsx.words import clean

__all__ = ["el", "number", "plain", "spoken", "text", "title"]

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_RIGHT_TO_LEFT = ("R", "AL")
_ISOLATE, _POP = "\u2067", "\u2069"


@lru_cache(maxsize=4096)  # most sizes and places come back in every row
def number(value: float) -> str:
    """At most two decimals, and none that say nothing."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")  # + 0.0: no minus before a zero


def plain(written: str | None) -> str:
    """What a person wrote, on one line, without what XML refuses and what turns other text around."""
    text = written or ""
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c.isspace() else _kept(c) for c in text)
    return clean(text)


def _kept(character: str) -> str:
    """Format characters such as a soft hyphen are left to ``clean``; control characters become a space."""
    kind = unicodedata.category(character)
    return " " if kind == "Cc" else "" if kind in ("Cs", "Cn", "Co") else character


def _from_the_right(written: str) -> bool:
    strong = (unicodedata.bidirectional(c) for c in written)
    return next((kind in _RIGHT_TO_LEFT for kind in strong if kind in ("L", *_RIGHT_TO_LEFT)), False)


def spoken(written: str) -> str:
    """Text with its own direction: Arabic or Hebrew is set apart, so that its full stop stays on its left."""
    return f"{_ISOLATE}{written}{_POP}" if _from_the_right(written) else written


def el(name: str, *contents: str, **attributes: str | float | None) -> str:
    """One element; ``contents`` are SVG already. ``font_size`` becomes ``font-size``, None is left out."""
    written = "".join(
        [
            f' {key.replace("_", "-")}="{_attribute(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    inner = "".join(contents)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def _attribute(value: str | float) -> str:
    return value.translate(_ESCAPES) if isinstance(value, str) else number(value)


def title(written: str) -> str:
    """What shows when the pointer rests on the element."""
    return el("title", written.translate(_ESCAPES))


def text(
    x: float,
    baseline: float,
    written: str,
    *,
    size: float,
    fill: str,
    bold: bool = False,
    anchor: str | None = None,
) -> str:
    """One line of text."""
    return el(
        "text",
        spoken(written).translate(_ESCAPES),
        x=x,
        y=baseline,
        font_size=size,
        fill=f"#{fill}",
        font_weight="bold" if bold else None,
        text_anchor=anchor,
    )
