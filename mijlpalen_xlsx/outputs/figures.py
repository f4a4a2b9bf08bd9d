"""Columns of figures on a terminal: their heads, their width, and one line of them."""

from __future__ import annotations

from functools import cached_property

from mijlpalen_xlsx.outputs.lines import longest, pad
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.records import dataclass

__all__ = ["Column", "figures_line"]


@dataclass(frozen=True)
class Column:
    """A column of figures: its head on two lines, its style, a figure per row and perhaps the total."""

    head: tuple[str, str]
    style: str | None
    figures: list[str]

    @property
    def sign_style(self) -> str | None:
        """The style of a head of one line; of those only lights have one."""
        return self.style if not self.head[0] else None

    @cached_property
    def width(self) -> int:
        return max(longest(self.head), longest(self.figures))


def figures_line(label: str, room: int, columns: list[Column], row: int, screen: Screen) -> str:
    """The label of a row in ``room`` characters, then its figure in every column."""
    cells = []
    for column in columns:
        figure = column.figures[row]
        style = "quiet" if figure == "·" else column.style
        text = pad(screen.text(figure), column.width, right=True)
        cells.append(screen.paint(text, style) if style else text)
    return "  " + "  ".join((pad(label, room), *cells))
