"""What people put in period cells by hand, and what a colour says: marks, years, lights."""

from __future__ import annotations

import colorsys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mijlpalen_xlsx.cells import Cell, CellError, Value
from mijlpalen_xlsx.format import Mark
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.look import BAR_SIGNS
from mijlpalen_xlsx.reader.spans import Span
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.vocabulary import Light
from mijlpalen_xlsx.words import Lang

__all__ = ["Sign", "is_colour", "light_of", "row_fill", "runs", "sign_of", "template_fills"]

_CROSSES = {"x", "X", "×", "✗", "✘", "✓", "✔", "☑", "●", "•", "v", "V", "1", "xx", "XX", "x."}
_OWN_SYMBOLS = frozenset(BAR_SIGNS)
_MARKS_ELSEWHERE = frozenset("✕")
"""Of our symbols those that people put in a plan of their own as a cross."""
_NO_MARK = {"", "0", "-", "–", "—", "."}
_GREY = 0.065  # Excel's palest blue and green differ this much between their channels; our greys do not
_WHITE = 0.97


class Sign(NamedTuple):
    """What one period cell says: ``by`` x, text or fill, and its text if that is more than a cross."""

    by: str
    text: str | None = None


def is_colour(fill: str | None) -> bool:
    """Whether a fill is a colour that means something: not white, grey, or one of our own pale ones."""
    if fill is None:
        return False
    channels = bytes.fromhex(fill)
    strongest, weakest = max(channels), min(channels)
    return strongest - weakest > _GREY * 255 and strongest + weakest < _WHITE * 510


def _hue(fill: str) -> float:
    """The hue in degrees."""
    red, green, blue = (channel / 255 for channel in bytes.fromhex(fill))
    return colorsys.rgb_to_hls(red, green, blue)[0] * 360


def light_of(fill: str | None) -> Light | None:
    """The traffic light that a fill shows by its hue; blue, purple, grey and white show none."""
    if not is_colour(fill) or fill is None:
        return None
    hue = _hue(fill)
    if 66 <= hue < 170:
        return Light.GREEN
    if 18 <= hue < 66:
        return Light.ORANGE
    return Light.RED if hue < 18 or hue >= 335 else None


def sign_of(
    cell: Cell, value: Value, plain_fills: frozenset[str], lang: Lang, *, ours: bool = False
) -> Sign | None:
    """What a period cell says, or None. Formulas are ours, and so are the symbols that they show.

    ``ours``: the workbook is one that we wrote, in which every such symbol was once made by a formula.
    """
    text = None if cell.formula or isinstance(value, CellError) else as_text(value, lang)
    if value is True:
        return Sign("x")
    if text in _CROSSES or (text in _MARKS_ELSEWHERE and not ours):
        return Sign("x")
    if text and text not in _NO_MARK and not _OWN_SYMBOLS.issuperset(text):
        return Sign("text", text)
    if text is None and is_colour(cell.fill) and cell.fill not in plain_fills:
        return Sign("fill")
    return None


def row_fill(row: Mapping[int, Cell], periods: Iterable[int]) -> frozenset[str]:
    """The colour of a row as a whole: that of all its cells before and after the periods, two at least."""
    among = set(periods)
    fills = [cell.fill for column, cell in row.items() if column not in among]
    whole = len(fills) > 1 and len(set(fills)) == 1 and fills[0] is not None
    return frozenset(fill for fill in fills if fill and whole)


def template_fills(rows: Sequence[Mapping[int, Cell]]) -> dict[int, frozenset[str]]:
    """By column the colours that are part of the template: those that every row has, three rows or more."""
    if len(rows) < 3:
        return {}
    counts = Counter((column, cell.fill) for row in rows for column, cell in row.items() if cell.fill)
    found: dict[int, frozenset[str]] = {}
    for (column, fill), count in counts.items():
        if fill and count == len(rows):
            found[column] = found.get(column, frozenset()) | {fill}
    return found


def runs(signs: Mapping[int, Sign], periods: Mapping[int, Span]) -> tuple[Mark, ...]:
    """Marks from the signs of one row: neighbouring period columns with the same sign are one mark."""
    marks: list[Mark] = []
    previous: Sign | None = None
    for column, span in periods.items():
        sign = signs.get(column)
        if sign and sign == previous:
            marks[-1] = Mark(marks[-1].first, span.last, sign.by, sign.text)
        elif sign:
            marks.append(Mark(span.first, span.last, sign.by, sign.text))
        previous = sign
    return tuple(marks)
