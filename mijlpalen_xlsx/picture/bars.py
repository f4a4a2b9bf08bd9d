"""Draws the bars and signs of one row, and says which of them it used so that the legend can explain them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.picture import signs
from mijlpalen_xlsx.picture.axis import Axis
from mijlpalen_xlsx.picture.rows import Bar, BarKind, Row
from mijlpalen_xlsx.picture.svg import el, number
from mijlpalen_xlsx.records import NamedTuple

__all__ = [
    "bracket",
    "cancelled",
    "check",
    "draw_row",
    "draw_summary",
    "mark_between",
    "sign_at",
    "stretch",
    "stub",
    "used_by",
]

HEIGHT = 14
LATE_HEIGHT = 7  # time that passes without work planned in it
_LEAST = 2.0
_APART = 9.0
_STUB = 26.0


class _Look(NamedTuple):
    fill: str
    stroke: str | None


_LOOKS = {
    BarKind.PLANNED: _Look(Colour.PLANNED, Colour.ELAPSED),
    BarKind.ELAPSED: _Look(Colour.ELAPSED, Colour.ELAPSED),
    BarKind.DONE: _Look(Colour.DONE, Colour.DONE),
    BarKind.OVERRUN: _Look(Colour.OVERRUN, Colour.BROWN),
    BarKind.LATE: _Look(Colour.RED, Colour.RED),
    BarKind.CANCELLED: _Look(Colour.GREY, Colour.QUIET),
}


def stretch(
    kind: BarKind, left: float, right: float, y: float, *, start: bool = True, end: bool = True
) -> str:
    """One stretch of a bar around ``y``; rounded where the bar starts and where it ends."""
    look = _LOOKS[kind]
    height = LATE_HEIGHT if kind == BarKind.LATE else HEIGHT
    top = y - height / 2
    width = max(right - left, _LEAST)
    r = min(3.0, width / 2)
    a, b = (r if start else 0.0), (r if end else 0.0)
    path = (
        f"M{number(left + a)} {number(top)}H{number(left + width - b)}"
        + (f"a{number(b)} {number(b)} 0 0 1 {number(b)} {number(b)}v{number(height - 2 * b)}"
           f"a{number(b)} {number(b)} 0 0 1 {number(-b)} {number(b)}" if b else f"v{height}")
        + f"H{number(left + a)}"
        + (f"a{number(a)} {number(a)} 0 0 1 {number(-a)} {number(-a)}v{number(2 * a - height)}"
           f"a{number(a)} {number(a)} 0 0 1 {number(a)} {number(-a)}" if a else "")
        + "z"
    )  # fmt: skip
    return el("path", d=path, fill=f"#{look.fill}", stroke=look.stroke and f"#{look.stroke}", data_part=kind)


def used_by(row: Row) -> Iterator[str]:
    """The names of what stands in this row, for the legend."""
    yield from (bar.kind.value for bar in row.bars)
    if row.finish:
        yield "decision" if row.decision else "milestone"
    if row.cancelled:
        yield "cancelled"
    if row.done:
        yield "done"
    if row.moved and row.finish:
        yield "first_plan"
    if row.late:
        yield "late"
    if row.marks:
        yield "mark"
    if row.vague:
        yield "vague"
    if row.loose_start:
        yield "loose_start"


def sign_at(row: Row, axis: Axis) -> float | None:
    """Where the sign of the row stands: the middle of its day; None when that lies outside the axis."""
    if row.finish is None or axis.side(row.finish):
        return None
    return (axis.at(row.finish) + axis.after(row.finish)) / 2


def draw_row(row: Row, axis: Axis, y: float) -> str:
    """Everything that stands on the axis in one row, around ``y``."""
    return "".join(
        (*_marks(row, axis, y), *_bars(row, axis, y), *_vague(row, axis, y), *_signs(row, axis, y),
         *_edges(row, axis, y))
    )  # fmt: skip


def _visible(bar: Bar, axis: Axis) -> bool:
    return bar.first <= axis.last and bar.last >= axis.first


def _bars(row: Row, axis: Axis, y: float) -> Iterator[str]:
    shown = [bar for bar in row.bars if _visible(bar, axis)]
    for at, bar in enumerate(shown):
        left, right = axis.at(bar.first), axis.after(bar.last)
        yield stretch(bar.kind, left, right, y, start=at == 0, end=at == len(shown) - 1)
        if bar.kind is BarKind.OVERRUN:
            yield from _chevrons(left, right, y)
        elif bar.kind is BarKind.DONE and _holds_check(bar, axis):
            yield check(left + (14 if axis.side(bar.first) else 4), y, Colour.WHITE)


def _chevrons(left: float, right: float, y: float) -> Iterator[str]:
    """As many ▸ as fit between the two diamonds at the ends."""
    room = right - left - 22
    count = int(room // 16)
    for at in range(count):
        yield signs.chevron(left + 11 + room * (at + 0.5) / count, y)


def check(x: float, y: float, colour: str, size: float = 1.0) -> str:
    """✓ in what is done: dark blue and half-dark blue are hard to tell apart in greyscale."""
    steps = f"l{number(3 * size)} {number(3.2 * size)}l{number(5.4 * size)} {number(-6.4 * size)}"
    path = f"M{number(x)} {number(y)}{steps}"
    return el(
        "path", d=path, fill="none", stroke=f"#{colour}", stroke_width=1.8 * size, stroke_linecap="round"
    )


def _holds_check(bar: Bar, axis: Axis) -> bool:
    room = axis.after(bar.last) - axis.at(bar.first)
    return room >= (34 if axis.side(bar.first) else 24)


def _marks(row: Row, axis: Axis, y: float) -> Iterator[str]:
    """Periods set by hand: a bar of their own, or a thin strip when the dates already draw one."""
    for mark in row.marks:
        if mark.first > axis.last or mark.last < axis.first:
            continue
        yield mark_between(axis.at(mark.first), axis.after(mark.last), y, thin=bool(row.bars))


def mark_between(left: float, right: float, y: float, *, thin: bool) -> str:
    """One period set by hand."""
    box = el(
        "rect",
        x=left + 0.5,
        y=y + HEIGHT / 2 + 1 if thin else y - HEIGHT / 2,
        width=max(right - left - 1, 1),
        height=3.5 if thin else HEIGHT,
        rx=1.5 if thin else 3,
        fill=f"#{Colour.PALE_BLUE}",
        stroke=f"#{Colour.ELAPSED}",
        stroke_width=0.8 if thin else 1,
        data_part="mark",
    )
    if thin or right - left < 12:
        return box
    return box + signs.cross((left + right) / 2, y, 3, Colour.LINK)


def _vague(row: Row, axis: Axis, y: float) -> Iterator[str]:
    """A thin bracket under the bar: the period that somebody gave in words."""
    for first, last in row.vague:
        if first > axis.last or last < axis.first:
            continue
        yield bracket(axis.at(first), axis.after(last), y + HEIGHT / 2 + 4)


def bracket(left: float, right: float, low: float) -> str:
    """A bracket that lies open, from ``left`` to ``right``."""
    path = (
        f"M{number(left + 0.5)} {number(low - 2.5)}V{number(low)}H{number(right - 0.5)}V{number(low - 2.5)}"
    )
    return el("path", d=path, fill="none", stroke=f"#{Colour.QUIET}", stroke_width=1)


def _signs(row: Row, axis: Axis, y: float) -> Iterator[str]:
    if row.loose_start and not axis.side(row.loose_start):
        start = axis.at(row.loose_start)
        yield stub(start, min(start + _STUB, axis.right), y)
    x = sign_at(row, axis)
    if row.moved and row.due and not axis.side(row.due):
        first = (axis.at(row.due) + axis.after(row.due)) / 2
        if x is None or abs(first - x) >= _APART:
            yield signs.first_plan(first, y)
    if row.late and not axis.side(row.late):
        yield signs.badge_late(_badge_left(row.late, x, axis), y)
    if x is None:
        return
    if row.cancelled:
        yield cancelled(x, y)
        return
    yield (signs.decision if row.decision else signs.milestone)(x, y)
    if row.done and not any(_holds_check(bar, axis) for bar in row.bars):
        yield check(x - 3.2, y - 0.2, Colour.WHITE, 0.7)


def _badge_left(late: date, sign: float | None, axis: Axis) -> float:
    """The badge ends at the reference date, but never covers the sign before it."""
    left = axis.at(late) - 12
    return left if sign is None else max(left, sign + 8)


def cancelled(x: float, y: float) -> str:
    """✕ in a circle: this will not be done."""
    circle = el("circle", cx=x, cy=y, r=7.5, fill=f"#{Colour.WHITE}", stroke=f"#{Colour.QUIET}")
    return circle + signs.cross(x, y, 3.2, Colour.INK)


def stub(x: float, right: float, y: float) -> str:
    """A start without an end: a post and a few dashes."""
    path = f"M{number(x + 1)} {number(y - HEIGHT / 2)}v{HEIGHT}M{number(x + 1)} {number(y)}H{number(right)}"
    return el(
        "path", d=path, fill="none", stroke=f"#{Colour.ELAPSED}", stroke_width=2, stroke_dasharray="4 3"
    )


def _edges(row: Row, axis: Axis, y: float) -> Iterator[str]:
    """An arrow at the edge for days that lie outside the years shown."""
    sides = {axis.side(day) for day in row.days()}
    if -1 in sides:
        yield signs.polygon(_arrow(axis.left + 2, y, 1), Colour.WHITE, Colour.NAVY)
    if 1 in sides:
        yield signs.polygon(_arrow(axis.right - 2, y, -1), Colour.WHITE, Colour.NAVY)


def _arrow(x: float, y: float, way: int) -> list[tuple[float, float]]:
    return [(x, y), (x + way * 8, y - 5.5), (x + way * 8, y + 5.5)]


def draw_summary(span: tuple[date, date], axis: Axis, y: float) -> str:
    """The bracket of a deelproject: from its first to its last day."""
    first, last = span
    if first > axis.last or last < axis.first:
        return ""
    left, right = axis.at(first), axis.after(last)
    foot = min(6.0, (right - left) / 2)
    above = [(left, y - 4), (right, y - 4), (right, y + 6)]
    below = [(right - foot, y + 1), (left + foot, y + 1), (left, y + 6)]
    return signs.polygon(above + below, Colour.SUMMARY_BAR)
