"""The format of the workbook as a table to read: its sheets, columns, kinds of value and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mijlpalen_xlsx.format import SHEETS, VERSION, Column, General, Party, Sheet, columns
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.kinds import Choice
from mijlpalen_xlsx.outputs.lines import longest, pad, wrap
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.vocabulary import ROLES, Vocabulary
from mijlpalen_xlsx.words import Lang, Words

__all__ = ["format_to_data", "format_to_markdown", "format_to_text"]


class _Line(NamedTuple):
    """One column as people read it."""

    key: str
    header: str
    kind: str
    help: str


def _sheets() -> Iterator[tuple[Sheet, tuple[Column, ...]]]:
    """The sheets that people fill in, with their columns; the settings have the parties beside them."""
    for sheet in SHEETS:
        if sheet.record is not None:
            more = columns(Party) if sheet.record is General else ()
            yield sheet, columns(sheet.record) + more


def _lists() -> Iterator[tuple[Words, Vocabulary]]:
    """The closed lists, each once, under the header of the column that has it."""
    seen: set[str] = set()
    for _, declared in _sheets():
        for column in declared:
            if isinstance(column.kind, Choice) and column.kind.of.name not in seen:
                seen.add(column.kind.of.name)
                yield column.header, column.kind.of
    yield Words("Rol van een partij", "Role of a party"), ROLES


def _line(column: Column, lang: Lang) -> _Line:
    return _Line(column.key, column.header.get(lang), _kind(column, lang), column.help.get(lang))


def _kind(column: Column, lang: Lang) -> str:
    """The kind of value in words, and whether it must be there or works itself out."""
    kind = column.kind.name.get(lang)
    if column.computed:
        return translate("rekent zichzelf uit", lang)
    if column.spread:
        return translate("meer kolommen", lang)
    return translate("{kind}, verplicht", lang).format(kind=kind) if column.required else kind


def format_to_data() -> dict[str, Any]:
    """The format as data, in both languages."""
    return {
        "format": "mijlpalen-xlsx",
        "version": VERSION,
        "sheets": [
            {
                "key": sheet.key,
                "name": sheet.name._asdict(),
                "synonyms": list(sheet.synonyms),
                "columns": [_column_to_data(column) for column in declared],
            }
            for sheet, declared in _sheets()
        ],
        "lists": [_list_to_data(of) for _, of in _lists()],
    }


def _column_to_data(column: Column) -> dict[str, Any]:
    return {
        "key": column.key,
        "header": column.header._asdict(),
        "kind": column.kind.name._asdict(),
        "list": column.kind.of.name if isinstance(column.kind, Choice) else None,
        "help": column.help._asdict(),
        "required": column.required,
        "computed": column.computed,
        "spread": column.spread,
        "synonyms": list(column.synonyms),
        "since": column.since,
        "until": column.until,
    }


def _list_to_data(of: Vocabulary) -> dict[str, Any]:
    return {
        "name": of.name,
        "values": [
            {
                "code": str(term.code),
                "word": term.word._asdict(),
                "sign": term.sign,
                "meaning": term.meaning._asdict(),
                "synonyms": list(term.synonyms),
            }
            for term in of
        ],
    }


def format_to_text(screen: Screen) -> str:
    """The format for a terminal: a sheet under the other, each column with its kind and its help."""
    room = max(40, min(screen.width, 110))
    blocks = []
    for sheet, declared in _sheets():
        lines = [screen.paint(screen.text(sheet.name.get(screen.lang)), "title")]
        rows = [_line(column, screen.lang) for column in declared]
        head = min(longest(row.header for row in rows), 24 if room >= 70 else 18)
        for row in rows:
            lines += _text_row(row, head, room, screen)
        blocks.append("\n".join(lines))
    for header, of in _lists():
        lines = [screen.paint(screen.text(header.get(screen.lang)), "title")]
        head = longest(term.word.get(screen.lang) for term in of)
        for term in of:
            meaning = wrap(screen.text(term.meaning.get(screen.lang)), room - head - 4)
            word = pad(screen.text(term.word.get(screen.lang)), head)
            lines += _beside(f"  {word}  ", meaning)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _text_row(row: _Line, head: int, room: int, screen: Screen) -> list[str]:
    header = wrap(screen.text(row.header), head)
    help_ = wrap(screen.text(row.help), room - head - 4)
    kind = [screen.paint(line, "quiet") for line in wrap(screen.text(row.kind), room - head - 4)]
    right = help_ + kind
    rows = max(len(header), len(right))
    header += [""] * (rows - len(header))
    right += [""] * (rows - len(right))
    return [f"  {pad(left, head)}  {text}".rstrip() for left, text in zip(header, right, strict=True)]


def _beside(head: str, lines: list[str]) -> list[str]:
    return [(" " * len(head) if i else head) + line for i, line in enumerate(lines)]


def format_to_markdown(lang: Lang = "nl") -> str:
    """The format as a Markdown page."""
    parts = []
    heads = [
        translate("kolom", lang),
        translate("wat staat er", lang),
        translate("soort", lang),
        translate("sleutel", lang),
    ]
    for sheet, declared in _sheets():
        parts.append("## " + sheet.name.get(lang))
        rows = [_line(column, lang) for column in declared]
        parts.append(_markdown(heads, [[row.header, row.help, row.kind, f"`{row.key}`"] for row in rows]))
    parts.append("## " + translate("Vaste woorden", lang))
    heads = [
        translate("woord", lang),
        translate("teken", lang),
        translate("betekenis", lang),
        translate("ook goed", lang),
    ]
    for header, of in _lists():
        parts.append("### " + header.get(lang))
        parts.append(
            _markdown(
                heads,
                [[t.word.get(lang), t.sign, t.meaning.get(lang), ", ".join(t.synonyms)] for t in of],
            )
        )
    return "\n\n".join(parts) + "\n"


def _markdown(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
