"""The signs of the plan as shapes, drawn and not typed, so that they look the same with any font."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.picture.svg import el, number
from mijlpalen_xlsx.vocabulary import Light

__all__ = [
    "arrow_head",
    "badge_late",
    "chevron",
    "cross",
    "decision",
    "first_plan",
    "light",
    "milestone",
    "polygon",
]


def polygon(
    points: Sequence[tuple[float, float]], fill: str, stroke: str | None = None, width: float = 1
) -> str:
    """A closed shape."""
    return el(
        "polygon",
        points=" ".join(f"{number(x)},{number(y)}" for x, y in points),
        fill=f"#{fill}",
        stroke=stroke and f"#{stroke}",
        stroke_width=width if stroke else None,
        stroke_linejoin="round" if stroke else None,
    )


def _diamond(x: float, y: float, r: float) -> list[tuple[float, float]]:
    return [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]


def milestone(x: float, y: float) -> str:
    """◆: the latest known date. The white edge sets it apart from a dark bar."""
    return polygon(_diamond(x, y, 7), Colour.NAVY, Colour.WHITE, 1.5)


def first_plan(x: float, y: float) -> str:
    """◇: the first planning, when the date moved."""
    return polygon(_diamond(x, y, 5.5), Colour.WHITE, Colour.NAVY, 1.5)


def decision(x: float, y: float) -> str:
    """★: a go/no-go decision."""
    points = []
    for at in range(10):
        r, turn = (9.5 if at % 2 == 0 else 4.2), pi * (at / 5 - 0.5)
        points.append((x + r * cos(turn), y + 0.5 + r * sin(turn)))
    return polygon(points, Colour.NAVY, Colour.WHITE, 1.5)


def cross(x: float, y: float, r: float = 4.5, colour: str = Colour.INK) -> str:
    """✕: cancelled, or a period that somebody marked by hand."""
    left, right, top, low = (number(edge) for edge in (x - r, x + r, y - r, y + r))
    path = f"M{left} {top}L{right} {low}M{right} {top}L{left} {low}"
    return el("path", d=path, stroke=f"#{colour}", stroke_width=2, stroke_linecap="round", fill="none")


def chevron(x: float, y: float) -> str:
    """▸: time that is expected on top of the planning."""
    return polygon([(x - 3, y - 4), (x + 3.5, y), (x - 3, y + 4)], Colour.INK)


def badge_late(x: float, y: float) -> str:
    """!: late, without a new date. ``x`` is its left edge; it is 12 wide and 16 high."""
    box = el("rect", x=x, y=y - 8, width=12, height=16, rx=2, fill=f"#{Colour.RED}", stroke="#FFFFFF")
    stem = el("path", d=f"M{number(x + 6)} {number(y - 5)}v6", stroke="#FFFFFF", stroke_width=2.2)
    return box + stem + el("circle", cx=x + 6, cy=y + 4.4, r=1.3, fill="#FFFFFF")


def light(which: Light, x: float, y: float) -> str:
    """● ▲ ■: the traffic light, by shape as well as by colour; the dark edge carries it in greyscale."""
    if which == Light.GREEN:
        return el("circle", cx=x, cy=y, r=6, fill=f"#{Colour.GREEN}")
    if which == Light.ORANGE:
        return polygon([(x, y - 6.5), (x + 7, y + 5.5), (x - 7, y + 5.5)], Colour.ORANGE, Colour.BROWN, 1.2)
    return el("rect", x=x - 5.5, y=y - 5.5, width=11, height=11, fill=f"#{Colour.RED}")


def arrow_head(x: float, y: float) -> str:
    """The point of a thin line that comes from the left and ends at ``x``."""
    return polygon([(x, y), (x - 6, y - 3), (x - 6, y + 3)], Colour.QUIET)
