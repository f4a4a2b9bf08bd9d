"""The report in words as Markdown: headings, sentences and tables, to paste into another document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mijlpalen_xlsx.narrative import Block, Narrative, Paragraph, Part, Table
from mijlpalen_xlsx.regex import pattern

__all__ = ["narrative_to_md"]

_MARKS = pattern(r"([\\`*_{}\[\]<>|~#&])")
_STARTS = pattern(r"^(\s*)([-+=]|\d+(?=[.)]\s))")


def narrative_to_md(narratives: Sequence[Narrative]) -> str:
    """One text with the report of every plan. Markdown holds no picture: ``gantt`` draws it."""
    lines = (line for told in narratives for line in _narrative(told))
    return "\n\n".join(lines) + "\n"


def _text(written: str) -> str:
    """Text of people in which nothing is markup."""
    marked = _MARKS.sub(r"\\\1", written)
    return _STARTS.sub(r"\1\\\2" if not marked[:1].isdigit() else r"\1\2\\", marked)


def _narrative(told: Narrative) -> Iterator[str]:
    yield f"# {_text(told.title)}"
    yield "\n".join(f"- **{_text(term)}:** {_text(value.text)}" for term, value in told.facts)
    for part in told.parts:
        yield from _part(part, 2)


def _part(part: Part, level: int) -> Iterator[str]:
    yield f"{'#' * level} {_text(part.title)}"
    for block in part.blocks:
        yield from _block(block, part, level)


def _block(block: Block, part: Part, level: int) -> Iterator[str]:
    match block:
        case Part():
            yield from _part(block, level + 1)
        case Paragraph():
            yield _text(block.told.text)
        case Table():
            if block.caption != part.title:
                yield f"**{_text(block.caption)}**"
            yield "\n".join(_table(block))


def _table(table: Table) -> Iterator[str]:
    yield _row(table.heads)
    yield _row(["---"] * len(table.heads), plain=True)
    for row in table.rows:
        yield _row([cell.text for cell in row])


def _row(cells: Sequence[str], *, plain: bool = False) -> str:
    written = cells if plain else ["<br>".join(map(_text, cell.split("\n"))) for cell in cells]
    return f"| {' | '.join(written)} |"
