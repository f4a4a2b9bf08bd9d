"""The milestone trend as a picture: per milestone how the expected date moved from report to report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import cos, pi, sin

from mijlpalen_xlsx.dates import short, written_out
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.picture import signs
from mijlpalen_xlsx.picture.measure import fit, lines, text_width
from mijlpalen_xlsx.picture.svg import el, number, plain, text
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.words import Lang

__all__ = ["MOST_CURVES", "Curve", "trend_svg"]

MOST_CURVES = 16
"""Lines in one picture; more cannot be told apart. Those that moved most are drawn."""

_WIDTH, _MARGIN, _LEFT, _TOP, _BOTTOM = 1080.0, 26.0, 96.0, 108.0, 64.0
_LABELS = 330.0
_LABEL_STEP = 17.0
_LEAST_HEIGHT = 330.0
_SIZE, _SMALL = 12.0, 10.5
_COLOURS = (
    "1F4E86", "B45309", "17763F", "7A3E9D", "4B5563", "B3261E", "0E7490", "9D174D",
)  # fmt: skip
_DASHES = (None, "7 3", "2 3", "9 3 2 3")


class Curve(NamedTuple):
    """One milestone: its number, its text and (report date, expected date, done) in order."""

    number: str
    title: str
    points: tuple[tuple[date, date, bool], ...]

    @property
    def moved(self) -> int:
        """Days between the earliest and the latest date that was expected."""
        ends = [end for _, end, _ in self.points]
        return (max(ends) - min(ends)).days if ends else 0


@dataclass(frozen=True)
class _Chart:
    """Where a report date and an expected date lie."""

    reports: tuple[date, ...]
    first: date
    last: date
    height: float

    @property
    def right(self) -> float:
        return _WIDTH - _MARGIN - _LABELS

    @property
    def foot(self) -> float:
        return _TOP + self.height

    def x(self, day: date) -> float:
        days = max((self.reports[-1] - self.reports[0]).days, 1)
        return _LEFT + 18 + (self.right - _LEFT - 36) * (day - self.reports[0]).days / days

    def y(self, day: date) -> float:
        return self.foot - self.height * (day - self.first).days / (self.last - self.first).days


def trend_svg(curves: Sequence[Curve], heading: str, *, lang: Lang, prefix: str = "trend") -> str | None:
    """The picture as SVG, or None when there are fewer than two report dates to draw a line between.

    Report dates lie from left to right, expected dates from low to high: a flat line is on schedule, a
    rising one slips. Ids begin with ``prefix``. The same curves give the same text.
    """
    curves = [Curve(plain(curve.number), plain(curve.title), curve.points) for curve in curves]
    heading = plain(heading)
    reports = tuple(sorted({report for curve in curves for report, _, _ in curve.points}))
    if len(reports) < 2:
        return None
    chosen = _chosen(curves)
    first, last = _span(chosen)
    chart = _Chart(reports, first, last, max(_LEAST_HEIGHT, (len(chosen) + 1) * _LABEL_STEP))
    sentence = _sentence(len(chosen), len(curves), lang)
    parts = (
        el("rect", width=_WIDTH, height=chart.foot + _BOTTOM, fill="#FFFFFF"),
        *_head(heading, sentence),
        *_grid(chart, lang),
        *_reached(chart),
        *(piece for at, curve in enumerate(chosen) for piece in _curve(chart, curve, at)),
        *_labels(chart, chosen),
    )
    return _document(parts, chart.foot + _BOTTOM, heading, _told(chosen, sentence, lang), lang, prefix)


def _chosen(curves: Sequence[Curve]) -> list[Curve]:
    """The curves that moved most, in their own order."""
    most = sorted(range(len(curves)), key=lambda at: (-curves[at].moved, at))[:MOST_CURVES]
    return [curves[at] for at in sorted(most) if curves[at].points]


def _span(curves: Sequence[Curve]) -> tuple[date, date]:
    """From the first of a quarter before all expected dates to the first of one after them."""
    ends = [end for curve in curves for _, end, _ in curve.points]
    first, last = min(ends), max(ends) + timedelta(days=92)
    return _quarter(first), _quarter(last)


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _sentence(drawn: int, of: int, lang: Lang) -> str:
    told = translate(
        "Vlak: op schema. Stijgend: later verwacht. Dalend: eerder verwacht. ✓: gereed. "
        "Bij de stippellijn is de verwachte dag de dag van de rapportage zelf.",
        lang,
    )
    if drawn < of:
        more = translate("Getekend zijn de {drawn} mijlpalen die het meest verschoven, van {of}.", lang)
        told = f"{told} {more.format(drawn=drawn, of=of)}"
    return told


def _head(heading: str, sentence: str) -> Iterator[str]:
    room = _WIDTH - 2 * _MARGIN
    words = fit(heading, room, 20, bold=True)
    yield text(_MARGIN, _MARGIN + 14, words, size=20, fill=Colour.NAVY, bold=True)
    for at, line in enumerate(lines(sentence, room, _SIZE, 3)):
        yield text(_MARGIN, _MARGIN + 35 + at * 16, line, size=_SIZE, fill=Colour.QUIET)


def _grid(chart: _Chart, lang: Lang) -> Iterator[str]:
    """A line and its day for every quarter (or year) that is expected, and for every report date."""
    for day in _ticks(chart):
        y = chart.y(day)
        yield _rule(_LEFT, y, chart.right, y, Colour.LINE, 1.2 if day.month == 1 else 0.6)
        yield text(_LEFT - 8, y + 4, short(day, lang), size=_SMALL, fill=Colour.INK, anchor="end")
    free = 0.0
    for report in chart.reports:
        x, word = chart.x(report), short(report, lang)
        yield _rule(x, _TOP, x, chart.foot, Colour.LINE, 0.8)
        half = text_width(word, _SMALL) / 2
        if x - half >= free:
            yield text(x, chart.foot + 18, word, size=_SMALL, fill=Colour.INK, anchor="middle")
            free = x + half + 6
    under = translate("dag van de rapportage", lang)
    middle = (_LEFT + chart.right) / 2
    yield text(middle, chart.foot + 38, under, size=_SMALL, fill=Colour.QUIET, bold=True, anchor="middle")
    beside = translate("verwacht gereed", lang)
    yield text(_MARGIN, _TOP - 12, beside, size=_SMALL, fill=Colour.QUIET, bold=True)


def _ticks(chart: _Chart) -> list[date]:
    """First days of quarters, or of years when there are many."""
    days, day = [], chart.first
    while day <= chart.last:
        days.append(day)
        day = _quarter(day + timedelta(days=95))
    return days if len(days) <= 16 else [day for day in days if day.month == 1]


def _reached(chart: _Chart) -> Iterator[str]:
    """The line on which the expected day is the day of the report: what comes to it is reached."""
    first = max(chart.first, chart.reports[0])
    last = min(chart.last, chart.reports[-1])
    if first >= last:
        return
    start, end = (chart.x(first), chart.y(first)), (chart.x(last), chart.y(last))
    yield _rule(*start, *end, Colour.QUIET, 1.3, dash="4 4")


def _colour(at: int) -> str:
    return _COLOURS[at % len(_COLOURS)]


def _curve(chart: _Chart, curve: Curve, at: int) -> Iterator[str]:
    """The line up to the report on which the milestone was done, with a sign at every report."""
    colour, dash = f"#{_colour(at)}", _DASHES[at // len(_COLOURS) % len(_DASHES)]
    points = _drawn(curve)
    for (report, end, _), (later, moved, _) in pairwise(points):
        x1, y1, x2, y2 = chart.x(report), chart.y(end), chart.x(later), chart.y(moved)
        path = f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"
        yield el("path", d=path, stroke=colour, stroke_width=2, stroke_dasharray=dash, fill="none")
    for report, end, done in points:
        yield _sign(chart.x(report), chart.y(end), at, done=done)


def _drawn(curve: Curve) -> list[tuple[date, date, bool]]:
    found: list[tuple[date, date, bool]] = []
    for point in curve.points:
        found.append(point)
        if point[2]:
            break
    return found


def _sign(x: float, y: float, at: int, *, done: bool) -> str:
    """A shape per milestone, so that lines can be told apart without colour; ✓ on the one that is done."""
    colour = _colour(at)
    corners = (0, 4, 3, 5)[at % 4]
    if done:
        ring = el("circle", cx=x, cy=y, r=8, fill=f"#{colour}", stroke="#FFFFFF", stroke_width=1.2)
        path = f"M{number(x - 3.6)} {number(y + 0.2)}l2.6 2.8l4.8 -5.6"
        return ring + el("path", d=path, fill="none", stroke="#FFFFFF", stroke_width=1.8)
    if not corners:
        return el("circle", cx=x, cy=y, r=5, fill=f"#{colour}", stroke="#FFFFFF", stroke_width=1)
    return signs.polygon(_corners(x, y, corners), colour, Colour.WHITE)


def _corners(x: float, y: float, count: int) -> list[tuple[float, float]]:
    turns = [pi * (2 * at / count - 0.5) for at in range(count)]
    return [(x + 6 * cos(turn), y + 6 * sin(turn)) for turn in turns]


def _labels(chart: _Chart, curves: Sequence[Curve]) -> Iterator[str]:
    """Number and text of every milestone right of its last point, apart from each other, with a thin line."""
    ends = [_drawn(curve)[-1] for curve in curves]
    wanted = [chart.y(end) for _, end, _ in ends]
    placed = _apart(wanted, _TOP, chart.foot)
    left = chart.right + 26
    for at, (curve, y) in enumerate(zip(curves, placed, strict=True)):
        x, colour = chart.x(ends[at][0]) + 9, _colour(at)
        path = f"M{number(x)} {number(wanted[at])}H{number(chart.right + 4)}L{number(left - 4)} {number(y)}"
        yield el("path", d=path, stroke=f"#{colour}", stroke_width=0.7, fill="none", stroke_opacity=0.6)
        room = _WIDTH - _MARGIN - left
        first = curve.number and f"{curve.number} "
        taken = text_width(first, _SMALL, bold=True)
        if first:
            yield text(left, y + 3.7, curve.number, size=_SMALL, fill=colour, bold=True)
        words = fit(curve.title, room - taken, _SMALL)
        yield text(left + taken, y + 3.7, words, size=_SMALL, fill=Colour.INK)


def _apart(wanted: Sequence[float], top: float, foot: float) -> list[float]:
    """Heights near those wanted, at least a line of text apart, from top to foot."""
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    placed = [0.0] * len(wanted)
    free = top
    for at in order:
        placed[at] = max(wanted[at], free)
        free = placed[at] + _LABEL_STEP
    limit = foot
    for at in reversed(order):
        placed[at] = min(placed[at], limit)
        limit = placed[at] - _LABEL_STEP
    return placed


def _told(curves: Sequence[Curve], sentence: str, lang: Lang) -> str:
    """The picture in words, for people who do not see it."""
    told = translate("{name}: op {first} verwacht op {before}, op {last} op {after}.", lang)
    found = [sentence]
    for curve in curves:
        (first, before, _), (last, after, _) = curve.points[0], curve.points[-1]
        days = [written_out(day, lang) for day in (first, before, last, after)]
        name = " ".join(filter(None, (curve.number, curve.title)))
        found.append(told.format(name=name, first=days[0], before=days[1], last=days[2], after=days[3]))
    return " ".join(found)


def _rule(
    x1: float, y1: float, x2: float, y2: float, colour: str, width: float, dash: str | None = None
) -> str:
    return el(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=f"#{colour}", stroke_width=width, stroke_dasharray=dash
    )


def _document(parts: Sequence[str], height: float, name: str, told: str, lang: Lang, prefix: str) -> str:
    names = f"{prefix}-title", f"{prefix}-desc"
    return el(
        "svg",
        el("title", _escaped(name), id=names[0]),
        el("desc", _escaped(told), id=names[1]),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        width=_WIDTH,
        height=height,
        viewBox=f"0 0 {_WIDTH:.2f} {height:.2f}",
        role="img",
        aria_labelledby=" ".join(names),
        lang=lang,
        font_family="'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif",
    )


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
