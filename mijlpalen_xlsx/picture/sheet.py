"""One sheet of the picture: title, axis, bands and rows, the reference date, the legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from mijlpalen_xlsx.dates import short
from mijlpalen_xlsx.format import Milestone, header
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.picture import signs
from mijlpalen_xlsx.picture.arrows import Placed, draw_arrows
from mijlpalen_xlsx.picture.axis import Axis, Head
from mijlpalen_xlsx.picture.bars import draw_row, draw_summary
from mijlpalen_xlsx.picture.legend import Legend
from mijlpalen_xlsx.picture.measure import fit, lines, text_width
from mijlpalen_xlsx.picture.paper import LINE, MARGIN, SIZE, SMALL, Columns, Paper, Tall
from mijlpalen_xlsx.picture.rows import Band, Row
from mijlpalen_xlsx.picture.svg import el, text, title
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["FOOT", "Place", "Sheet"]

TITLE_SIZE = 20.0
FOOT = 20.0
_NOW_STRIP, _YEARS, _PARTS = 20.0, 23.0, 17.0
_PART_SIZE = 9.5


@dataclass(frozen=True)
class Sheet:
    """What every sheet of one picture shares."""

    paper: Paper
    columns: Columns
    axis: Axis | None
    legend: Legend
    heading: str
    summary: str
    description: str
    reference: date | None
    lang: Lang

    def say(self, nl: str, **values: object) -> str:
        return translate(nl, self.lang).format(**values)

    @cached_property
    def summary_lines(self) -> list[str]:
        return lines(self.summary, self.columns.right - MARGIN, SIZE, 2)

    @property
    def body_top(self) -> float:
        """Where the first row begins."""
        return self.heads_top + _YEARS + self.parts

    @cached_property
    def parts(self) -> float:
        """Height of the strip for quarters or months under the years; 0 without room for their words."""
        return _PARTS if self.axis and self.axis.part_heads(self.lang, _PART_SIZE) else 0.0

    @property
    def heads_top(self) -> float:
        return MARGIN + 24 + len(self.summary_lines) * 17 + _NOW_STRIP + 6

    def drawn(self, body: Sequence[Tall], place: Place) -> str:
        """The whole sheet with these rows, as an SVG document that can also stand within a page of HTML."""
        placed = list(_stacked(body, self.body_top))
        bottom = placed[-1][2] if placed else self.body_top + 44
        end = self.paper.height or bottom + self.legend.height + FOOT + MARGIN
        parts = (
            el("rect", width=self.paper.width, height=end, fill="#FFFFFF"),
            *self._heading(place),
            *self._backgrounds(placed, bottom),
            *self._heads(),
            *self._reference_line(bottom),
            *self._links(placed),
            *(piece for item, top, low in placed for piece in self._item(item, top, low)),
            *([] if placed else [self._nothing()]),
            self.legend.drawn(MARGIN, end - MARGIN - FOOT - self.legend.height + 10),
            *self._foot(place, end - MARGIN + 6),
        )
        return self._document(parts, end, place)

    def _document(self, parts: Sequence[str], end: float, place: Place) -> str:
        names = f"{place.prefix}-title", f"{place.prefix}-desc"
        size = self.paper.millimetres
        return el(
            "svg",
            el("title", _escaped(self._name(place)), id=names[0]),
            el("desc", _escaped(self.description), id=names[1]),
            *parts,
            xmlns="http://www.w3.org/2000/svg",
            width=f"{size[0]}mm" if size else self.paper.width,
            height=f"{size[1]}mm" if size else end,
            viewBox=f"0 0 {self.paper.width:.2f} {end:.2f}",
            role="img",
            aria_labelledby=" ".join(names),
            lang=self.lang,
            font_family="'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif",
        )

    def _name(self, place: Place) -> str:
        if place.of == 1:
            return self.heading
        return f"{self.heading} ({self._sheet_number(place)})"

    def _sheet_number(self, place: Place) -> str:
        return self.say("blad {number} van {of}", number=place.number, of=place.of)

    # Above the rows

    def _heading(self, place: Place) -> Iterator[str]:
        room = self.columns.right - MARGIN
        heading = fit(self.heading, room, TITLE_SIZE, bold=True)
        yield text(MARGIN, MARGIN + 16, heading, size=TITLE_SIZE, fill=Colour.NAVY, bold=True)
        for at, line in enumerate(self.summary_lines):
            yield text(MARGIN, MARGIN + 38 + at * 17, line, size=SIZE, fill=Colour.QUIET)

    def _heads(self) -> Iterator[str]:
        top, columns = self.heads_top, self.columns
        yield _box(MARGIN, top, columns.right, top + _YEARS, Colour.NAVY)
        yield _box(MARGIN, top + _YEARS, columns.right, top + _YEARS + self.parts, Colour.BAND)
        words = [
            (columns.number, header(Milestone, "number", self.lang)),
            (columns.title, header(Milestone, "title", self.lang)),
            (columns.date, self.say("Gereed op")),
        ]
        if columns.party:
            words.append((columns.party, header(Milestone, "party", self.lang)))
        for (left, width), word in words:
            indent = 0 if left == columns.title[0] else 5
            yield self._head_text(left + indent, top + 15.5, fit(word, width - 8, SMALL, bold=True))
        if self.axis:
            yield from self._axis_heads(self.axis, top)
        else:
            yield self._head_text(columns.axis[0], top + 15.5, self.say("nog geen datums"))

    def _head_text(self, x: float, y: float, word: str, anchor: str | None = None) -> str:
        return text(x, y, word, size=SMALL, fill=Colour.WHITE, bold=True, anchor=anchor)

    def _axis_heads(self, axis: Axis, top: float) -> Iterator[str]:
        for head in axis.year_heads(self.lang):
            word = _year_word(head)
            if word:
                yield self._head_text((head.left + head.right) / 2, top + 15.5, word, "middle")
        for head in axis.part_heads(self.lang, _PART_SIZE):
            x = (head.left + head.right) / 2
            yield text(x, top + _YEARS + 12, head.word, size=_PART_SIZE, fill=Colour.QUIET, anchor="middle")

    # Behind the rows

    def _backgrounds(self, placed: Sequence[tuple[Tall, float, float]], bottom: float) -> Iterator[str]:
        right = self.columns.right
        for item, top, low in placed:
            if isinstance(item.what, Band):
                yield _box(MARGIN, top, right, low, Colour.BAND)
            yield _rule(MARGIN, low, right, low, Colour.LINE)
        if self.axis:
            yield from self._grid(self.axis, self.body_top, bottom)

    def _grid(self, axis: Axis, top: float, bottom: float) -> Iterator[str]:
        years = {round(head.left, 2) for head in axis.year_heads(self.lang)}
        for x in axis.quarters():
            if round(x, 2) not in years:
                yield _rule(x, top, x, bottom, Colour.LINE, width=0.6)
        for x in axis.schoolyear_lines():
            yield _rule(x, top - self.parts, x, bottom, Colour.QUIET, width=0.8, dash="1 3")
        for x in (*sorted(years), axis.right):
            yield _rule(x, top - self.parts, x, bottom, Colour.SUMMARY_BAR, width=0.8)

    def _reference_line(self, bottom: float) -> Iterator[str]:
        """The reference date: a word above the axis and a dashed line behind the bars."""
        if not self.axis or not self.reference:
            return
        axis, side = self.axis, self.axis.side(self.reference)
        word = self.say("peildatum {date}", date=short(self.reference, self.lang))
        word = {-1: f"← {word}", 0: word, 1: f"{word} →"}[side]
        width = text_width(word, SMALL, bold=True) + 12
        x = axis.at(self.reference)
        left = min(max(x - width / 2, MARGIN), self.columns.right - width)
        top = self.heads_top - _NOW_STRIP
        yield el("rect", x=left, y=top, width=width, height=16, rx=8, fill=f"#{Colour.NOW}")
        yield text(
            left + width / 2, top + 12, word, size=SMALL, fill=Colour.WHITE, bold=True, anchor="middle"
        )
        if not side:
            yield _rule(x, top + 16, x, self.heads_top, Colour.NOW, width=1.5)
            yield _rule(x, self.body_top - self.parts, x, bottom, Colour.NOW, width=1.5, dash="5 3")

    def _links(self, placed: Sequence[tuple[Tall, float, float]]) -> Iterator[str]:
        if not self.axis:
            return
        rows = [
            Placed(item.what, top, (top + low) / 2, low)
            for item, top, low in placed
            if isinstance(item.what, Row)
        ]
        by_number: dict[str, Placed] = {}
        for row in rows:
            if row.row.number:
                by_number.setdefault(normal(row.row.number), row)
        for row in rows:
            yield from draw_arrows(by_number, row, self.axis)

    # Rows

    def _item(self, item: Tall, top: float, low: float) -> Iterator[str]:
        if isinstance(item.what, Band):
            yield from self._band(item, item.what, (top + low) / 2)
        else:
            yield self._row(item, item.what, top, low)

    def _band(self, item: Tall, band: Band, y: float) -> Iterator[str]:
        columns = self.columns
        if band.number:
            word = fit(band.number, columns.number[1] - 6, SIZE, bold=True)
            yield text(columns.number[0] + 5, y + 4, word, size=SIZE, fill=Colour.NAVY, bold=True)
        done = sum(row.done for row in band.rows)
        counted = self.say("{done} van {total} gereed", done=done, total=band.standing) if band.rows else ""
        told = title("\n".join(filter(None, (f"{band.number} {band.title}".strip(), counted))))
        yield el("g", told, *_block(item.title, columns.title[0], y, SIZE, Colour.NAVY, bold=True))
        counted = fit(counted, columns.date[1] - 8, SMALL)
        yield text(columns.date[0] + 5, y + 4, counted, size=SMALL, fill=Colour.QUIET)
        span = band.span()
        if self.axis and span:
            yield draw_summary(span, self.axis, y)

    def _row(self, item: Tall, row: Row, top: float, low: float) -> str:
        columns, y = self.columns, (top + low) / 2
        number = fit(row.number, columns.number[1] - 6, SIZE)
        quiet = Colour.QUIET if row.cancelled else Colour.INK
        parts = [
            title(row.tip),
            el("rect", x=MARGIN, y=top, width=columns.right - MARGIN, height=low - top, fill="none",
               pointer_events="all"),
            text(columns.number[0] + 5, y + 4, number, size=SIZE, fill=Colour.QUIET),
            *_block(item.title, columns.title[0], y, SIZE, quiet),
            *_block(item.date, columns.date[0] + 5, y, SMALL, quiet),
        ]  # fmt: skip
        if columns.light and row.light:
            parts.append(signs.light(row.light, columns.light[0] + 11, y))
        if columns.party:
            parts += _block(item.party, columns.party[0] + 5, y, SMALL, Colour.QUIET)
        if self.axis:
            parts.append(draw_row(row, self.axis, y))
        return el("g", *parts)

    def _nothing(self) -> str:
        words = self.say("Er staan nog geen mijlpalen in dit plan.")
        return text(MARGIN + 5, self.body_top + 26, words, size=SIZE, fill=Colour.QUIET)

    def _foot(self, place: Place, y: float) -> Iterator[str]:
        if place.of > 1:
            word = self._sheet_number(place)
            yield text(self.columns.right, y, word, size=SMALL, fill=Colour.QUIET, anchor="end")


@dataclass(frozen=True)
class Place:
    """Which sheet this is, of how many, and what its ids begin with."""

    number: int
    of: int
    prefix: str


def _stacked(body: Sequence[Tall], top: float) -> Iterator[tuple[Tall, float, float]]:
    for item in body:
        yield item, top, top + item.height
        top += item.height


def _block(
    words: Sequence[str], x: float, y: float, size: float, fill: str, *, bold: bool = False
) -> list[str]:
    """Lines of text around the middle of a row."""
    first = y - (len(words) - 1) * LINE / 2 + size * 0.35
    return [
        text(x, first + at * LINE, line, size=size, fill=fill, bold=bold) for at, line in enumerate(words)
    ]


def _box(left: float, top: float, right: float, bottom: float, fill: str) -> str:
    return el("rect", x=left, y=top, width=right - left, height=bottom - top, fill=f"#{fill}")


def _rule(
    x1: float, y1: float, x2: float, y2: float, colour: str, *, width: float = 1, dash: str | None = None
) -> str:
    return el(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=f"#{colour}", stroke_width=width, stroke_dasharray=dash
    )


def _year_word(head: Head) -> str:
    """The year, shortened to '24 and then left out where there is no room."""
    for word in (head.word, f"’{head.word[2:4]}"):
        if text_width(word, SMALL, bold=True) <= head.right - head.left - 2:
            return word
    return ""


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
