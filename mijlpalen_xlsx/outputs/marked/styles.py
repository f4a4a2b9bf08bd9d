"""The styles part: each marked cell gets a copy of its own style with another border, and back."""

from __future__ import annotations

from collections.abc import Callable

from mijlpalen_xlsx.outputs.marked.outline import (
    ALL,
    Outline,
    Records,
    colour_of,
    number_in,
    side_markup,
    side_text,
)
from mijlpalen_xlsx.outputs.marked.spans import (
    Edit,
    Key,
    Span,
    key_of,
    opened,
    parse,
    prefixed,
    splice,
    with_attribute,
)
from mijlpalen_xlsx.sheets import Limits

__all__ = ["Styles", "empty_styles"]

#: Excel's limit is 65,490; beyond ours cells get a note and no outline.
_MOST_STYLES = 65_000

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_BORDER_PARTS = ("start", "end", *ALL, "diagonal", "vertical", "horizontal")

#: What a list that is missing or empty begins with, as cells without a style mean its first item.
_SEEDS = {
    "fonts": ('<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',),
    "fills": (
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
    ),
    "borders": ("<border><left/><right/><top/><bottom/><diagonal/></border>",),
    "cellXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
}


def empty_styles(namespace: str) -> bytes:
    """The styles of a workbook that has none."""
    start = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{namespace}">'
    lists = (f'<{name} count="{len(seeds)}">{"".join(seeds)}</{name}>' for name, seeds in _SEEDS.items())
    return "".join((start, *lists, "</styleSheet>")).encode()


class Styles:
    """The styles of cells by number (the ``s`` of a cell), and those that marks need besides."""

    def __init__(self, data: bytes, part: str, limits: Limits, records: Records) -> None:
        root = parse(data, part, limits)
        self._data, self._root = data, root
        self._records = records
        self._lists = {name: _List(data, root, name, part, limits) for name in _SEEDS}
        self._clean: dict[int, int] = {}
        self._outlined: dict[tuple[int, Outline], int] = {}
        self._ours = {n for n, border in enumerate(self._lists["borders"].spans) if _is_ours(border)}
        self.marks = [n for n in range(len(self._lists["cellXfs"])) if self._border_of(n) in self._ours]
        """The styles of ours with which the file came."""

    def clean(self, style: int) -> int:
        """The style without our mark: the very same number when it has none."""
        if style not in self._clean:
            self._clean[style] = self._cleaned(style) if self._border_of(style) in self._ours else style
        return self._clean[style]

    def outlined(self, style: int, outline: Outline) -> int:
        """The style with our mark in place of its own borders; ``style`` must be a clean one."""
        key = style, outline
        if key not in self._outlined:
            self._outlined[key] = self._with_border(
                style, self._marked_border(self._border_of(style), outline)
            )
        return self._outlined[key]

    def is_filled(self, style: int) -> bool:
        """Whether the style colours its cell."""
        number = self._lists["cellXfs"].span_at(style).get("fillId", "0")
        fill = self._lists["fills"].span_at(int(number) if number.isdecimal() else 0)
        return any(p.get("patternType", "none") != "none" for p in fill.all("patternFill"))

    def add(self, xf: str, **parts: str) -> int:
        """The number of a style of our own: ``xf`` has places for the ids of the ``parts``."""
        ids = {name: self._lists[f"{name}s"].add(self._prefixed(markup)) for name, markup in parts.items()}
        return self._lists["cellXfs"].add(self._prefixed(xf.format(**ids)))

    def to_bytes(self) -> bytes:
        """The part with what was added; the same bytes when nothing was."""
        edits = [edit for name in _ORDER if name in self._lists for edit in self._edits(name)]
        return splice(self._data, edits)

    def _edits(self, name: str) -> list[Edit]:
        found = self._lists[name]
        if not found.added:
            return []
        extra, count = b"".join(found.added), {"count": str(len(found))}
        if found.span is not None:
            return opened(self._data, found.span, extra, count)
        before = [child for child in self._root if child.local in _ORDER[: _ORDER.index(name)]]
        at = before[-1].end if before else self._root.inner
        return [(at, at, self._prefixed(f'<{name} count="{len(found)}">\0</{name}>').replace(b"\0", extra))]

    def _prefixed(self, markup: str) -> bytes:
        return prefixed(markup, self._root.prefix)

    def _border_of(self, style: int) -> int:
        number = self._lists["cellXfs"].span_at(style).get("borderId", "0")
        return int(number) if number.isdecimal() else 0

    def _cleaned(self, style: int) -> int:
        border = self._lists["borders"].span_at(self._border_of(style))

        def side(name: str, span: Span | None) -> str | None:
            number = number_in(span) if span else None
            return None if number is None else self._records.side(number, name)

        return self._with_border(style, self._rebuilt(border, side))

    def _marked_border(self, number: int, outline: Outline) -> bytes:
        border = self._lists["borders"].span_at(number)
        covered = self._records.number("|".join(side_text(border.child(side)) for side in ALL))
        mark = f"thick rgb=FF{colour_of(outline.severity, covered)}"
        return self._rebuilt(border, lambda name, _: mark if name in outline.sides else None)

    def _rebuilt(self, border: Span, side: Callable[[str, Span | None], str | None]) -> bytes:
        """``border`` with the sides that ``side`` gives a text for drawn so, and all else as it is."""
        source = self._lists["borders"].source_of(border)
        pieces = [source[border.start : border.inner].replace(b"/>", b">")]
        for name in _BORDER_PARTS:
            span = border.child(name)
            text = side(name, span) if name in ALL else None
            if text:
                pieces.append(self._prefixed(side_markup(name, text)))
            elif text is None and span is not None:
                pieces.append(source[span.start : span.end])
            elif name in (*ALL, "diagonal"):
                pieces.append(self._prefixed(f"<{name}/>"))
        return b"".join([*pieces, f"</{border.name}>".encode()])

    def _with_border(self, style: int, border: bytes) -> int:
        styles = self._lists["cellXfs"]
        if len(styles) >= _MOST_STYLES:
            return style
        xf = styles.span_at(style)
        source = styles.source_of(xf)
        tag = with_attribute(source[xf.start : xf.inner], "borderId", str(self._lists["borders"].add(border)))
        return styles.add(with_attribute(tag, "applyBorder", "1") + source[xf.inner : xf.end])


class _List:
    """One list of the styles part: its items by number, and those that were added."""

    def __init__(self, data: bytes, root: Span, name: str, part: str, limits: Limits) -> None:
        self.span = root.child(name)
        self.spans = list(self.span or ())
        self.added: list[bytes] = []
        self._part, self._limits = part, limits
        self._sources: dict[int, bytes] = {}
        self._data = data
        self._numbers: dict[Key, int] = {}
        for number, item in enumerate(self.spans):
            self._numbers.setdefault(_key_of(item), number)
        if not self.spans:
            for seed in _SEEDS[name]:
                self._append(prefixed(seed, root.prefix))

    def __len__(self) -> int:
        return len(self.spans)

    def span_at(self, number: int) -> Span:
        """The item with that number; the first one when there is none."""
        return self.spans[number] if number < len(self.spans) else self.spans[0]

    def source_of(self, item: Span) -> bytes:
        """The bytes in which ``item`` lies."""
        return self._sources.get(id(item), self._data)

    def add(self, markup: bytes) -> int:
        """The number of the item that says what ``markup`` says; it is added when there is none."""
        known = self._numbers.get(_key_of(parse(markup, self._part, self._limits)))
        return self._append(markup) if known is None else known

    def _append(self, markup: bytes) -> int:
        item = parse(markup, self._part, self._limits)
        self._sources[id(item)] = markup
        self.spans.append(item)
        self.added.append(markup)
        return self._numbers.setdefault(_key_of(item), len(self.spans) - 1)


def _is_ours(border: Span) -> bool:
    return any(number_in(side) is not None for side in border)


def _key_of(item: Span) -> Key:
    """What an item says, so that a cleaned style is found to be the one that the cell had before.

    Left out: whether a style "applies" its border, as programs draw it all the same; undrawn sides.
    """
    name, attributes, text, children = key_of(item)
    kept = tuple(pair for pair in attributes if pair[0] != "applyBorder")
    if name == "border":
        children = tuple(child for child in children if child[1] or child[3])
    return name, kept, text, children
