"""The Markdown that our pages of rules use as HTML: headings, paragraphs, lists, tables, code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mijlpalen_xlsx.outputs.html.markup import Html, el, join, text
from mijlpalen_xlsx.outputs.html.page import table
from mijlpalen_xlsx.regex import pattern

__all__ = ["markdown"]

_INLINE = pattern(r"(`[^`]+`|\*\*.+?\*\*|__.+?__)")


def markdown(written: str) -> Html:
    """The whole page."""
    blocks = re.split(r"\n{2,}", written.strip())
    return join(*(piece for block in blocks for piece in _block(block.splitlines(), _title(written))))


def _title(written: str) -> str:
    return written.partition("\n")[0].lstrip("# ")


def _block(lines: list[str], title: str) -> Iterator[Html]:
    if lines[0].startswith("#"):
        marks, _, words = lines[0].partition(" ")
        yield el(f"h{len(marks)}", _inline(words))
        if lines[1:]:
            yield from _block(lines[1:], title)
    elif lines[0].startswith("```"):
        yield el("pre", Html("\n").join(text(line) for line in lines[1:] if not line.startswith("```")))
    elif lines[0].startswith("|"):
        yield _table(lines, title)
    elif lines[0].startswith(("- ", "* ")):
        items = re.split(r"\n[-*] ", "\n".join(lines)[2:])
        yield el("ul", *(el("li", _inline(item)) for item in items))
    else:
        yield el("p", _inline(" ".join(lines)))


def _inline(words: str) -> Html:
    """Code and weight within a line."""
    return join(*map(_piece, _INLINE.split(words)))


def _piece(piece: str) -> Html:
    if piece.startswith("`") and piece.endswith("`") and len(piece) > 2:
        return el("code", piece[1:-1])
    if _INLINE.fullmatch(piece):
        return el("strong", piece[2:-2])
    return text(piece)


def _table(lines: list[str], title: str) -> Html:
    head, *rows = [_cells(line) for line in lines if line.strip("|-: ")]
    heads = [el("th", _inline(cell), scope="col") for cell in head]
    return table(
        title, heads, [el("tr", *(el("td", _inline(cell)) for cell in row)) for row in rows], name="example"
    )


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
