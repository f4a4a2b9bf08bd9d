"""XML as a workbook needs it: a parser that refuses DOCTYPEs, and a small tree for the small parts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from xml.parsers import expat

from .container import Part
from .model import Limits, damaged, over

__all__ = ["Node", "feed", "local", "new_parser", "read_tree"]

#: Text comes in pieces of at most this many bytes, so that the length of a list of pieces bounds the text.
BUFFER = 16 * 1024


def new_parser(part: str) -> expat.XMLParserType:
    """A parser without namespaces (names keep their prefix) that opens nothing and takes no DOCTYPE."""

    def refuse(*_: object) -> None:
        raise damaged("doctype", part)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = BUFFER
    parser.StartDoctypeDeclHandler = refuse
    return parser


def feed(
    parser: expat.XMLParserType, pieces: Iterable[bytes], part: str, check: Callable[[int], None]
) -> None:
    """Parse all ``pieces``; ``check`` gets the size of each once it is parsed."""
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            check(len(piece))
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:  # the latter two: an encoding nobody knows
        raise damaged("xml", part) from error
    finally:  # a parser and its handlers hold each other, and with them all that was read
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None


def local(name: str) -> str:
    """The name without its prefix."""
    return name.rpartition(":")[2]


class Node:
    """An element: its name and the names of its attributes without prefix, its own text, its children."""

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.text = ""
        self.children: list[Node] = []

    def __iter__(self) -> Iterator[Node]:
        return iter(self.children)

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    def child(self, name: str) -> Node:
        """The first child of that name; an empty one when there is none."""
        return next((node for node in self.children if node.name == name), Node(name, {}))

    def all(self, name: str) -> Iterator[Node]:
        """Every node of that name below this one, in order."""
        return (node for node in self.below() if node.name == name)

    def below(self) -> Iterator[Node]:
        """Every node below this one, in order."""
        for node in self.children:
            yield node
            yield from node.below()


def read_tree(part: Part, limits: Limits, only: Collection[str] = ()) -> Node:
    """The whole part as a tree: for parts that are small by nature, and refused when they are not.

    With ``only``, the children of the root that have other names are left out.
    """
    top = Node("", {})
    open_nodes = [top]
    pieces: list[str] = []
    nodes = quiet = seen = passing = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal nodes, passing
        nodes += 1
        if nodes > limits.nodes:
            raise over(limits, "nodes")
        if len(open_nodes) + passing > limits.depth:
            raise over(limits, "depth")
        pieces.clear()
        name = tag.rpartition(":")[2]
        if passing or (only and len(open_nodes) == 2 and name not in only):
            passing += 1
            return
        if ":" in "".join(attributes):
            attributes = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        node = Node(name, attributes)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def end(tag: str) -> None:
        nonlocal passing
        if passing:
            passing -= 1
            return
        node = open_nodes.pop()
        if pieces and not node.children:
            node.text = "".join(pieces)
        pieces.clear()

    def check(size: int) -> None:
        nonlocal quiet, seen
        quiet = quiet + size if nodes == seen else 0
        seen = nodes
        if quiet > limits.item_text:
            raise over(limits, "item_text")

    parser = new_parser(part.name)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    feed(parser, part, part.name, check)
    return top.children[0]
