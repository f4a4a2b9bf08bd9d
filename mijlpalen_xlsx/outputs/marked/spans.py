"""XML of which only some bytes change: a tree that knows where each element lies, and edits spliced in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.sheets import Limits
from mijlpalen_xlsx.sheets.markup import feed, local, new_parser
from mijlpalen_xlsx.sheets.model import over

__all__ = [
    "LONGEST", "Edit", "Key", "Span", "content", "is_true", "key_of", "opened", "parse", "prefixed", "quoted",
    "splice", "tag_end", "with_attribute", "without_wide_encoding",
]  # fmt: skip

#: Start, end and the new bytes in between. Several may insert at the same place; none overlap.
Edit = tuple[int, int, bytes]

#: What an element says, however it is written down: name, attributes in order of name, text, children.
Key = tuple[str, tuple[tuple[str, str], ...], str, tuple["Key", ...]]

_TAG = pattern(rb"""<[^\s/>]+(?:[^>"']++|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = pattern(rb"""\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')""")
_DECLARED = pattern(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")
_OPENING = pattern(r"<(/?)(?=\w)")

# XML has no place for these; the bidi and zero-width ones could turn our sentences around.
_ILLEGAL = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# Excel reads _x0041_ as A, so text that looks like that gets its underscore written so.
_LOOKS_CODED = pattern(r"_(?=x[0-9A-Fa-f]{4}_)")

LONGEST = 32_767
"""Characters that a cell or a note can hold."""


class Span:
    """An element: ``start`` to ``inner`` is its start tag, ``close`` to ``end`` its end tag, if any."""

    __slots__ = ("attributes", "children", "close", "end", "inner", "name", "start", "text")

    def __init__(self, name: str, attributes: dict[str, str], start: int, inner: int) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.inner = inner
        self.close = self.end = inner
        self.text = ""
        self.children: list[Span] = []

    def __iter__(self) -> Iterator[Span]:
        return iter(self.children)

    @property
    def local(self) -> str:
        return local(self.name)

    @property
    def prefix(self) -> str:
        """``x:`` for an element called ``x:row``; empty where the namespace is the default one."""
        return self.name[: len(self.name) - len(self.local)]

    def get(self, name: str, default: str = "") -> str:
        """An attribute by its name without prefix."""
        return next((value for key, value in self.attributes.items() if local(key) == name), default)

    def child(self, name: str) -> Span | None:
        """The first child of that name, whatever its prefix."""
        return next((child for child in self.children if child.local == name), None)

    def all(self, name: str) -> Iterator[Span]:
        """Every element of that name below this one, in order."""
        for child in self.children:
            if child.local == name:
                yield child
            yield from child.all(name)

    def namespace(self) -> str:
        """The namespace of a root element."""
        return self.attributes.get(f"xmlns:{self.prefix[:-1]}" if self.prefix else "xmlns", "")


def parse(data: bytes, part: str, limits: Limits) -> Span:
    """The root of a part that is small by nature. Raises Unreadable when it is broken or not small."""
    top = Span("", {}, 0, 0)
    path = [top]
    pieces: list[str] = []
    nodes = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal nodes
        nodes += 1
        if nodes > limits.nodes:
            raise over(limits, "nodes")
        if len(path) > limits.depth:
            raise over(limits, "depth")
        pieces.clear()
        at = parser.CurrentByteIndex
        span = Span(name, attributes, at, tag_end(data, at))
        path[-1].children.append(span)
        path.append(span)

    def end(_: str) -> None:
        span = path.pop()
        if not span.children:
            span.text = "".join(pieces)
        pieces.clear()
        if data[span.inner - 2 : span.inner] != b"/>":
            span.close = parser.CurrentByteIndex
            span.end = data.index(b">", span.close) + 1

    parser = new_parser(part)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    feed(parser, [data], part, lambda _: None)
    return top.children[0]


def tag_end(data: bytes, start: int) -> int:
    """Where the start tag ends that begins at ``start``; the parser has found it whole already."""
    found = _TAG.match(data, start)
    return found.end() if found else start


def splice(data: bytes, edits: Iterable[Edit]) -> bytes:
    """``data`` with every edit made; what lies between them stays byte for byte."""
    view = memoryview(data)  # of a part of 100 MB no second copy is cut
    pieces: list[bytes | memoryview] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += view[at:start], new
        at = end
    return b"".join([*pieces, view[at:]]) if pieces else data


def with_attribute(tag: bytes, name: str, value: str | None) -> bytes:
    """A start tag with one attribute set, or taken away when ``value`` is None."""
    new = b"" if value is None else f" {name}=".encode() + quoted(value)
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name.encode():
            return tag[: found.start()] + new + tag[found.end() :]
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + new + tag[end:]


def opened(data: bytes, span: Span, extra: bytes, attributes: Mapping[str, str] | None = None) -> list[Edit]:
    """Edits that put ``extra`` at the end of an element and set its attributes."""
    tag = data[span.start : span.inner]
    for name, value in (attributes or {}).items():
        tag = with_attribute(tag, name, value)
    if span.inner != span.end:
        return [(span.start, span.inner, tag), (span.close, span.close, extra)]
    whole = tag[:-2].rstrip() + b">" + extra + f"</{span.name}>".encode()
    return [(span.start, span.end, whole if extra else tag)]


def is_true(attributes: Mapping[str, str], name: str) -> bool:
    """Whether an attribute says yes; one that is not there does not."""
    return attributes.get(name) in ("1", "true", "on")


def key_of(span: Span) -> Key:
    """What ``span`` says, without prefixes and the ways of writing it down."""
    attributes = tuple(
        sorted((name, value) for name, value in span.attributes.items() if not name.startswith("xmlns"))
    )
    return span.local, attributes, span.text.strip(), tuple(key_of(child) for child in span)


def prefixed(markup: str, prefix: str) -> bytes:
    """Our own ASCII markup with the prefix that the part gives to its elements."""
    return (_OPENING.sub(rf"<\1{prefix}", markup) if prefix else markup).encode("ascii")


def content(text: str, *, cell: bool = False, longest: int = LONGEST) -> str:
    """Any text as ASCII element content of at most ``longest`` characters; line breaks stay."""
    if not text.isprintable():
        text = _ILLEGAL.sub("", text)
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    if cell:
        text = _LOOKS_CODED.sub("_x005F_", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def quoted(value: str) -> bytes:
    """Any text as an attribute value with its quotes, in ASCII: right in every encoding a part may have."""
    text = (
        content(value)
        .replace('"', "&quot;")
        .replace("\t", "&#9;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;")
    )
    return f'"{text}"'.encode("ascii")


def without_wide_encoding(data: bytes) -> bytes:
    """UTF-16 turned into UTF-8, as ASCII cannot be spliced into it; anything else as it is."""
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return data
    return _DECLARED.sub(r"\1", data.decode("utf-16", "replace"), count=1).encode("utf-8", "replace")
