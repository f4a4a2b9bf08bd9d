"""The boxes in which a sheet shows its notes (VML, which Excel does not always write as sound XML)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mijlpalen_xlsx.regex import pattern

__all__ = ["Box", "change_boxes", "empty_boxes"]

#: Row and column from 1, and the corners as Excel writes them.
Box = tuple[int, int, str]

_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = pattern(rb"<([\w.-]+:)?shape\s.*?</\1?shape\s*>\s*", re.DOTALL)
_NOTE = pattern(rb"""ObjectType\s*=\s*["']Note["']""")
_ROW = pattern(rb"<(?:[\w.-]+:)?Row>\s*([0-9]{1,7})\s*<")
_COLUMN = pattern(rb"<(?:[\w.-]+:)?Column>\s*([0-9]{1,5})\s*<")
_NUMBER = pattern(rb"_x0000_s([0-9]{1,9})")
_BLOCKS = pattern(rb"""(<(?:[\w.-]+:)?idmap\b[^>]*?\bdata\s*=\s*["'])([0-9, ]*)""")
_BLOCK = 1024


def empty_boxes(block: int) -> bytes:
    """A drawing without boxes, whose numbers begin at ``block`` times 1,024: every sheet its own."""
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout>'
    return f"<xml {_SPACES}>{layout}{_TYPE}</xml>".encode()


def change_boxes(data: bytes, gone: Iterable[tuple[int, int]], came: Iterable[Box]) -> bytes:
    """Take away the boxes of the cells ``gone`` and add those of ``came``."""
    away = set(gone)
    if away:
        data = _SHAPE.sub(lambda found: b"" if _cell(found[0]) in away else found[0], data)
    boxes = list(came)
    end = data.rfind(b"</")
    if not boxes or end < 0:
        return data
    first = _first_free(data)
    spaces = "" if all(name in data for name in (b"xmlns:v=", b"xmlns:o=", b"xmlns:x=")) else f" {_SPACES}"
    kind = "" if b'id="_x0000_t202"' in data else _TYPE.replace(" ", spaces + " ", 1)
    new = kind + "".join(_shape(first + n, box, spaces) for n, box in enumerate(boxes))
    return _with_blocks(data[:end] + new.encode() + data[end:], first + len(boxes) - 1)


def _shape(number: int, box: Box, spaces: str) -> str:
    """A hidden box, pale so that it is known from the yellow ones of people."""
    row, column, corners = box
    return (
        f'<v:shape{spaces} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
        'margin-left:80pt;margin-top:5pt;width:240pt;height:60pt;z-index:1;visibility:hidden" '
        'fillcolor="#f3f6fb" o:insetmode="auto"><v:fill color2="#f3f6fb"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{corners}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )


def _cell(shape: bytes) -> tuple[int, int] | None:
    """The cell of a note's box; None for any other shape."""
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if not (row and column and _NOTE.search(shape)):
        return None
    return int(row[1]) + 1, int(column[1]) + 1


def _first_free(data: bytes) -> int:
    """The number after the highest in use, in the drawing's own block."""
    used = [int(number) for number in _NUMBER.findall(data)]
    blocks = _BLOCKS.search(data)
    own = [int(text) for text in re.findall(rb"[0-9]+", blocks[2])] if blocks else [1]
    return max([*used, (own or [1])[0] * _BLOCK]) + 1


def _with_blocks(data: bytes, highest: int) -> bytes:
    """Let the drawing name every block of numbers that it uses."""
    blocks = _BLOCKS.search(data)
    if blocks is None:
        return data
    named = [int(text) for text in re.findall(rb"[0-9]+", blocks[2])]
    more = [n for n in range(min(named, default=1), highest // _BLOCK + 1) if n not in named]
    if not more:
        return data
    text = ",".join(map(str, [*named, *more])).encode()
    return data[: blocks.start(2)] + text + data[blocks.end(2) :]
