"""Where notes go on a sheet: widths of columns and heights of rows, in pixels."""

from __future__ import annotations

from collections.abc import Callable

from mijlpalen_xlsx.outputs.marked.spans import is_true
from mijlpalen_xlsx.regex import pattern

__all__ = ["Geometry", "text_height"]

_WIDTH = 320
_LINE, _CHARACTERS = 15, 50
_LEAST, _MOST = 60, 420
_KEPT = 100_000
_NUMBER = pattern(r"[0-9]+(\.[0-9]+)?")
_LAST_COLUMN, _LAST_ROW = 16_383, 1_048_575


def text_height(text: str) -> int:
    """Pixels that a note needs to show ``text`` without scrolling, within reason."""
    lines = sum(1 + len(line) // _CHARACTERS for line in text.splitlines())
    return min(_MOST, max(_LEAST, lines * _LINE + 20))


class Geometry:
    """Sizes of one sheet; what nothing is known of has the usual size."""

    def __init__(self) -> None:
        self._columns: list[tuple[int, int, int]] = []
        self._rows: dict[int, int] = {}
        self._wide, self._high = 64, 20
        self._reached: dict[int, tuple[int, int]] = {}

    def defaults(self, attributes: dict[str, str]) -> None:
        """Take in ``sheetFormatPr``."""
        self._wide = _characters(attributes.get("defaultColWidth", ""), self._wide)
        self._high = _points(attributes.get("defaultRowHeight", ""), self._high)

    def column(self, first: int, last: int, attributes: dict[str, str]) -> None:
        """Take in a ``col``: columns from 1, both included."""
        hidden = is_true(attributes, "hidden")
        self._columns.append(
            (first, last, 0 if hidden else _characters(attributes.get("width", ""), self._wide))
        )

    def row(self, number: int, attributes: dict[str, str]) -> None:
        """Take in a ``row`` with a height of its own."""
        if len(self._rows) < _KEPT and ("ht" in attributes or "hidden" in attributes):
            hidden = is_true(attributes, "hidden")
            self._rows[number] = 0 if hidden else _points(attributes.get("ht", ""), self._high)

    def anchor(self, row: int, column: int, height: int) -> str:
        """Corners of a note beside a cell as Excel has them: column, pixels, row, pixels; twice, from 0."""
        left = min(column, _LAST_COLUMN - 1)
        top = max(0, row - 2)
        if left not in self._reached:
            self._reached[left] = _reach(left + 1, 15 + _WIDTH, self._column_width, _LAST_COLUMN)
        right, across = self._reached[left]
        bottom, down = _reach(top + 1, 8 + height, self._row_height, _LAST_ROW)
        return f"{left}, 15, {top}, 8, {right - 1}, {across}, {bottom - 1}, {down}"

    def _column_width(self, column: int) -> int:
        return next((size for first, last, size in self._columns if first <= column <= last), self._wide)

    def _row_height(self, row: int) -> int:
        return self._rows.get(row, self._high)


def _reach(start: int, pixels: int, size: Callable[[int], int], last: int) -> tuple[int, int]:
    """The row or column in which one arrives after so many pixels, and how far into it."""
    at = start
    while at <= last and pixels > size(at):
        pixels -= size(at)
        at += 1
        if at - start > 2_000:  # thousands of hidden rows: high enough
            return at, 0
    return at, min(pixels, 2_000)


def _characters(text: str, usual: int) -> int:
    return min(2_000, int(float(text) * 7 + 5)) if _NUMBER.fullmatch(text) else usual


def _points(text: str, usual: int) -> int:
    return min(600, int(float(text) * 4 / 3)) if _NUMBER.fullmatch(text) else usual
