"""An SVG picture taken apart for tests: boxes of its texts, bars and lines, and what lies behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

from mijlpalen_xlsx.picture.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"


class Box(NamedTuple):
    """Edges in pixels, and what it is: the text itself, or the name of the part."""

    left: float
    top: float
    right: float
    bottom: float
    what: str
    fill: str = ""

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def parsed(svg: str) -> Element:
    return fromstring(svg)


def size(root: Element) -> tuple[float, float]:
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return width, height


def texts(root: Element) -> list[Box]:
    """A box around every line of text, as wide as the picture reckons with."""
    return [_text_box(element) for element in root.iter(f"{SVG}text")]


def _text_box(element: Element) -> Box:
    written = (element.text or "").strip("\u2067\u2069")
    points = float(element.attrib["font-size"])
    width = text_width(written, points, bold=element.get("font-weight") == "bold")
    x, baseline = float(element.attrib["x"]), float(element.attrib["y"])
    left = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor", ""), 0.0)
    top, bottom = baseline - 0.75 * points, baseline + 0.22 * points
    return Box(left, top, left + width, bottom, written, element.attrib["fill"])


def parts(root: Element, *names: str) -> list[Box]:
    """A box around every bar or line that carries one of these names, all bars without names."""
    return [
        _path_box(element) if "d" in element.attrib else _rect_box(element)
        for element in root.iter()
        if (name := element.get("data-part")) and (name in names if names else name != "link")
    ]


def segments(root: Element) -> Iterator[Box]:
    """Every straight piece of the lines between milestones, as a thin box."""
    for element in root.iter():
        if element.get("data-part") == "link":
            points = list(_points(element.attrib["d"]))
            for (x1, y1), (x2, y2) in pairwise(points):
                yield Box(min(x1, x2), min(y1, y2), max(x1, x2) + 0.1, max(y1, y2) + 0.1, "link")


def _rect_box(element: Element) -> Box:
    x, y, width, height = (float(element.get(key, 0)) for key in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height, element.get("data-part", ""), element.get("fill", ""))


def rectangles(root: Element) -> list[Box]:
    """The plain filled rectangles, in the order in which they are painted."""
    found = (e for e in root.iter(f"{SVG}rect") if e.get("fill", "none") != "none")
    return [_rect_box(element) for element in found]


def _path_box(element: Element) -> Box:
    points = list(_points(element.attrib["d"]))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys), element.attrib["data-part"], element.get("fill", ""))


def _points(path: str) -> Iterator[tuple[float, float]]:
    """The corners of a path; an arc counts by its end."""
    x = y = 0.0
    for command, numbers in re.findall(r"([MHVLhvlam])([^A-Za-z]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command in "ML":
            x, y = values
        elif command in "lm":
            x, y = x + values[0], y + values[1]
        elif command == "a":
            x, y = x + values[5], y + values[6]
        elif command in "Hh":
            x = values[0] if command == "H" else x + values[0]
        else:
            y = values[0] if command == "V" else y + values[0]
        yield x, y
