"""Dependencies as thin lines with right angles, from the sign of one milestone to the bar of the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.picture import signs
from mijlpalen_xlsx.picture.axis import Axis
from mijlpalen_xlsx.picture.bars import sign_at
from mijlpalen_xlsx.picture.rows import Row
from mijlpalen_xlsx.picture.svg import el, number
from mijlpalen_xlsx.records import NamedTuple

__all__ = ["Placed", "draw_arrows"]

_OUT, _IN = 10.0, 9.0


class Placed(NamedTuple):
    """A row that has a place on the page: its top, middle and bottom."""

    row: Row
    top: float
    middle: float
    bottom: float


def draw_arrows(placed: Mapping[str, Placed], after: Placed, axis: Axis) -> Iterator[str]:
    """The lines to one row, from every row before it that stands on this page; none outside the axis."""
    target = _target(after.row, axis)
    if target is None:
        return
    for name in after.row.depends_on:
        before = placed.get(name)
        if before is None or before is after:
            continue
        start = sign_at(before.row, axis)
        if start is not None:
            yield _line(_route(start, before, target, after, axis))
            yield signs.arrow_head(target, after.middle)


def _target(row: Row, axis: Axis) -> float | None:
    """The left edge of what the arrow points at: the first bar, or the sign."""
    day = row.bars[0].first if row.bars else row.loose_start or row.finish
    if day is None or axis.side(day):
        return None
    x = axis.at(day)
    return x if row.bars or row.loose_start else x - 7


def _route(start: float, before: Placed, target: float, after: Placed, axis: Axis) -> str:
    """Out of the sign, down (or up) between the rows, and into the bar from the left, within the axis."""
    down = after.middle > before.middle
    out = min(start + _OUT, axis.right - 1)
    into = max(target - _IN, axis.left + 1)
    if out <= into:
        return (
            f"M{number(start)} {number(before.middle)}H{number(out)}V{number(after.middle)}H{number(target)}"
        )
    lane = after.top if down else after.bottom
    return (
        f"M{number(start)} {number(before.middle)}H{number(out)}V{number(lane)}"
        f"H{number(into)}V{number(after.middle)}H{number(target)}"
    )


def _line(path: str) -> str:
    return el("path", d=path, fill="none", stroke=f"#{Colour.QUIET}", stroke_width=0.9, data_part="link")
