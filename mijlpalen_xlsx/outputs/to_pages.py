"""The pages of the rules for a terminal: headings in bold, text wrapped, tables within the width."""

from __future__ import annotations

import re

from mijlpalen_xlsx.outputs.lines import longest, pad, wrap
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules import SUBJECTS, page

__all__ = ["page_to_text", "rules_to_text"]

MOST_COLUMNS = 100
_EMPHASIS = pattern(r"(\*\*|__|`)(.+?)\1")


def rules_to_text(screen: Screen) -> str:
    """Every code with the title of its page, by subject; its colour is its weight."""
    room = max(40, min(screen.width, MOST_COLUMNS)) - 8
    blocks = []
    for subject, rules in SUBJECTS.items():
        lines = [screen.paint(screen.text(subject.get(screen.lang)), "title")]
        for rule in rules:
            title = page(rule.code, screen.lang).partition("\n")[0].removeprefix(f"# {rule.code}")
            head = f"  {screen.paint(rule.code, rule.severity.value)}  "
            lines += [
                (" " * 8 if i else head) + line for i, line in enumerate(wrap(_plain(title, screen), room))
            ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def page_to_text(markdown: str, screen: Screen) -> str:
    """One page. Knows what our pages use: headings, paragraphs, lists, tables, code."""
    room = max(40, min(screen.width, MOST_COLUMNS))
    blocks = [_block(block.splitlines(), room, screen) for block in markdown.strip().split("\n\n")]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _block(lines: list[str], room: int, screen: Screen) -> list[str]:
    if not lines:
        return []
    if lines[0].startswith("#"):
        heading = [screen.paint(line, "title") for line in wrap(_plain(lines[0].lstrip("# "), screen), room)]
        return heading + _block(lines[1:], room, screen)
    if lines[0].startswith("```"):
        return [f"  {screen.text(line)}" for line in lines[1:] if not line.startswith("```")]
    if lines[0].startswith("|"):
        return _table(lines, room, screen)
    if lines[0].startswith(("- ", "* ")):
        items = "\n".join(lines)[2:].split("\n" + lines[0][:2])
        return [line for item in items for line in _item(item, room, screen)]
    return [*wrap(_plain(" ".join(lines), screen), room)]


def _plain(text: str, screen: Screen) -> str:
    """Text without the marks of Markdown, on one line."""
    return screen.text(_EMPHASIS.sub(r"\2", text))


def _item(text: str, room: int, screen: Screen) -> list[str]:
    lines = wrap(_plain(text, screen), room - 2)
    return [("  " if i else screen.text("•") + " ") + line for i, line in enumerate(lines)]


def _table(lines: list[str], room: int, screen: Screen) -> list[str]:
    """A table with its columns as wide as they need to be, or narrower and wrapped when that does not fit."""
    rows = [[_plain(cell.strip(), screen) for cell in _cells(line)] for line in lines if not _is_rule(line)]
    count = max(len(row) for row in rows)
    rows = [row + [""] * (count - len(row)) for row in rows]
    widths = _widths([longest(column) for column in zip(*rows, strict=True)], room - 2 * count)
    shown = []
    for i, row in enumerate(rows):
        wrapped = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
        for k in range(max(map(len, wrapped))):
            cells = (
                pad(cell[k] if k < len(cell) else "", size)
                for cell, size in zip(wrapped, widths, strict=True)
            )
            line = ("  " + "  ".join(cells)).rstrip()
            shown.append(line if i else screen.paint(line, "quiet"))
    return shown


def _cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip().strip("|"))


def _is_rule(line: str) -> bool:
    return not line.strip("|-: ")


def _widths(wanted: list[int], room: int) -> list[int]:
    """Widths that fit in ``room``: the widest columns give way first."""
    widths = [max(1, width) for width in wanted]
    while sum(widths) > room and max(widths) > 4:
        widths[widths.index(max(widths))] -= 1
    return widths
