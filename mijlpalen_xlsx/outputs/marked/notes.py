"""The notes of one sheet: ours taken out and put in, those of people kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.outputs.marked.spans import LONGEST, Edit, Span, content, opened, parse, prefixed, splice
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.sheets import Limits
from mijlpalen_xlsx.sheets.worksheet import parse_range

__all__ = ["OURS", "Changes", "change_notes", "empty_notes"]

OURS = "mijlpalen-xlsx"
"""The first line of our notes, and of our part of the notes of people."""

_RULE = "─" * 12
#: Our text in a note: from its first line, or the rule above it, through the rule below it. What a person
#: typed above or below is theirs. Programs rewrite fonts and authors, but leave the text alone.
_PART = pattern(rf"(?:\A|\n*{_RULE}\n){OURS}\n.*?(?:\n{_RULE}|\Z)", re.DOTALL)

_FONT = '<sz val="9"/><color rgb="FF1F2937"/><rFont val="Calibri"/><family val="2"/>'

Place = tuple[int, int]
Piece = tuple[int, int, str]


@dataclass(frozen=True)
class Changes:
    """What became of the notes: the part, and the cells whose note went, came, and is there as it was."""

    data: bytes
    gone: frozenset[Place]
    came: Mapping[Place, str]
    kept: frozenset[Place]


def empty_notes(namespace: str) -> bytes:
    """A part without notes."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<comments xmlns="{namespace}"><authors/><commentList/></comments>'.encode()


def change_notes(data: bytes, part: str, limits: Limits, texts: Mapping[Place, str]) -> Changes:
    """Take our old notes out and put the ``texts`` in, below what people wrote in the same cell."""
    root = parse(data, part, limits)
    found = root.child("commentList")
    if found is None:
        return Changes(data, frozenset(), {}, frozenset())
    threads = _threads(root)
    todo, gone, kept = dict(texts), set(), set()
    edits: list[Edit] = []
    for note in found:
        place = _place(note)
        if place is None or note.get("authorId") in threads:
            todo.pop(place or (0, 0), None)  # a conversation: Excel would write over what we put there
            continue
        rest, cuts = _without_ours(note)
        if cuts and not rest.strip():
            edits.append((note.start, note.end, b""))
            gone.add(place)
        else:
            kept.add(place)
            edits += _rewritten(data, note, rest, cuts, todo.pop(place, None))
    came = dict(sorted(todo.items()))
    edits += _added(data, root, found, came)
    return Changes(splice(data, edits), frozenset(gone), came, frozenset(kept))


def _threads(root: Span) -> set[str]:
    """Numbers of the authors that stand for conversations (threaded comments) instead of for people."""
    authors = root.child("authors")
    return {str(number) for number, author in enumerate(authors or ()) if author.text.startswith("tc=")}


def _place(note: Span) -> Place | None:
    area = parse_range(note.get("ref"))
    return area[:2] if area else None


def _texts(node: Span) -> Iterator[Span]:
    """The elements with the text of a note, phonetic guides left out."""
    for child in node:
        if child.local == "t":
            yield child
        elif child.local in ("text", "r"):
            yield from _texts(child)


def _without_ours(note: Span) -> tuple[str, list[Piece]]:
    """The text of a note without what is ours, and what is left of each piece of text that changes."""
    texts = [(span, span.text.replace("\r\n", "\n")) for span in _texts(note)]
    whole = "".join(text for _, text in texts)
    ours = [found.span() for found in _PART.finditer(whole)] if OURS in whole else []
    pieces: list[Piece] = []
    at = 0
    for span, text in texts:
        keep = text
        for start, end in reversed(ours):
            keep = keep[: max(0, start - at)] + keep[max(0, end - at) :]
        if len(keep) < len(text):
            pieces.append((span.start, span.end, keep))
        at += len(text)
    return _PART.sub("", whole), pieces


def _rewritten(data: bytes, note: Span, rest: str, cuts: list[Piece], extra: str | None) -> list[Edit]:
    """Edits of a note of a person: our old text out, our new text below it."""
    body = note.child("text")
    if body is None or not (cuts or extra):
        return []
    new = _runs(extra, note.prefix, rest) if extra else b""
    runs = [child for child in body if child.local == "r"]
    if new and not runs:  # plain text becomes a run as well, for it may not stand beside runs
        plain = prefixed(f'<r><t xml:space="preserve">{content(rest)}</t></r>' if rest else "", note.prefix)
        tag = data[body.start : body.inner].replace(b"/>", b">")
        return [(body.start, body.end, tag + plain + new + f"</{body.name}>".encode())]
    edits = list(_cut(runs, cuts, note.prefix))
    return [*edits, (runs[-1].end, runs[-1].end, new)] if new else edits


def _cut(runs: list[Span], cuts: list[Piece], prefix: str) -> Iterator[Edit]:
    """Give each piece of text what is left of it; a run without any goes altogether."""
    for start, end, keep in cuts:
        run = next((run for run in runs if run.start <= start < run.end), None)
        if not keep and run is not None:
            yield run.start, run.end, b""
        else:
            yield start, end, prefixed(f'<t xml:space="preserve">{content(keep)}</t>', prefix)


def _runs(text: str, prefix: str, beside: str | None = None) -> bytes:
    """Our text: its name in bold, the sentences, and a rule below which people may write.

    ``beside`` is the text of a person above it; together they must fit in a note.
    """
    above = "" if beside is None else f"\n\n{_RULE}\n"
    room = max(1, LONGEST - len(beside or "") - len(above) - len(OURS) - len(_RULE) - 2)
    said = f"{content(text, longest=room)}\n{content(_RULE)}"
    return prefixed(
        f'<r><rPr><b/>{_FONT}</rPr><t xml:space="preserve">{content(above)}{OURS}\n</t></r>'
        f'<r><rPr>{_FONT}</rPr><t xml:space="preserve">{said}</t></r>',
        prefix,
    )


def _added(data: bytes, root: Span, notes: Span, texts: Mapping[Place, str]) -> Iterable[Edit]:
    if not texts:
        return []
    authors = root.child("authors")
    known = [author.text for author in authors or ()]
    number = known.index(OURS) if OURS in known else len(known)
    new = b"".join(_note(place, text, number, root.prefix) for place, text in texts.items())
    edits = opened(data, notes, new)
    if number == len(known) and authors is not None:
        edits += opened(data, authors, prefixed(f"<author>{OURS}</author>", root.prefix))
    elif authors is None:
        edits.append(
            (notes.start, notes.start, prefixed(f"<authors><author>{OURS}</author></authors>", root.prefix))
        )
    return edits


def _note(place: Place, text: str, author: int, prefix: str) -> bytes:
    row, column = place
    start = prefixed(f'<comment ref="{column_letters(column)}{row}" authorId="{author}"><text>', prefix)
    return start + _runs(text, prefix) + prefixed("</text></comment>", prefix)
