"""The picture as PNG, drawn by resvg: a small library that needs no browser and no programs of the system."""

from __future__ import annotations

import re
from math import sqrt

__all__ = ["CannotDraw", "to_png"]

_MOST_PIXELS = 60_000_000
_DPI = 96.0  # without it resvg takes a millimetre for nothing
_NO_LIBRARY = "Voor PNG is een extra pakket nodig. Installeer het met: pip install 'mijlpalen-xlsx[plots]'"
_NO_FONT = "Er is geen lettertype gevonden om de tekst mee te tekenen. Installeer bijvoorbeeld fonts-dejavu."
_SAMPLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<text x="2" y="15" font-family="\'Liberation Sans\', Arial, sans-serif">{}</text></svg>'
)


class CannotDraw(Exception):
    """No PNG can be made here; ``args[0]`` is a Dutch sentence that says what to do."""


def to_png(svg: str, *, scale: float = 2.0) -> bytes:
    """A picture of ours as PNG on white: ``scale`` dots per pixel of 1/96 inch, less when enormous.

    Raises CannotDraw without the library, or on a computer without any font.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise CannotDraw(_NO_LIBRARY) from None
    if svg_to_bytes(svg_string=_SAMPLE.format("M")) == svg_to_bytes(svg_string=_SAMPLE.format(" ")):
        raise CannotDraw(_NO_FONT)
    width, height = _size(svg)
    wanted = min(scale, sqrt(_MOST_PIXELS / (width * height)))
    return svg_to_bytes(svg_string=svg, background="white", width=round(width * wanted), dpi=_DPI)


def _size(svg: str) -> tuple[float, float]:
    """Width and height in pixels, as our pictures write them."""
    found = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', svg)
    if found is None:
        raise ValueError("not a picture of ours: it has no viewBox")
    return float(found[1]), float(found[2])
