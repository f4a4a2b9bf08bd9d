"""The parts of an .xlsx workbook and how they refer to each other: sheets, strings, notes, properties."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from .container import Container
from .markup import Node, feed, new_parser, read_tree
from .model import Ignored, Limits, Sheet, Unreadable, Workbook, damaged, over
from .programs import program
from .styles import DEFAULT_THEME, STYLE_PARTS, Styles, read_styles, read_theme, uses_theme
from .values import plain_text
from .worksheet import TRUE, Context, parse_range, read_worksheet

__all__ = ["read_workbook"]

#: Kind, target and id. The kind is the last word of its address, which transitional and strict files share.
Relations = list[tuple[str, str, str]]


def read_workbook(container: Container, ignored: Ignored) -> Workbook:
    """The workbook in an .xlsx or .xlsm file. Raises Unreadable."""
    limits = container.limits
    package = _relations(container, "")
    path = _workbook_path(container, package)
    root = read_tree(container.part(path), limits)
    relations = _relations(container, path)
    if root.name != "workbook":
        raise damaged("no-workbook", path)
    date_1904 = root.child("workbookPr").get("date1904") in TRUE
    styles_path = _target(relations, "styles", path, "styles.xml")
    styles_root = _optional_root(container, styles_path, needed=True, only=STYLE_PARTS)
    theme_path = _target(relations, "theme", path, "theme/theme1.xml")
    styles = _styles(container, styles_root, theme_path, ignored)
    strings = _strings(container, _target(relations, "sharedStrings", path, "sharedStrings.xml"))
    context = Context(strings, styles, date_1904, limits, ignored)
    names = _names(root, limits)
    properties, application = _properties(container, package)
    return Workbook(
        sheets=tuple(_sheets(container, root, path, relations, context, names)),
        names=names,
        properties=properties,
        saved_by=_saved_by(container, application, properties, root, theme_path),
        date_1904=date_1904,
    )


def _workbook_path(container: Container, package: Relations) -> str:
    for kind, target, _ in package:
        if kind == "officeDocument" and target in container and not target.lower().endswith(".bin"):
            return target
    usual = [name for name in container.names() if re.fullmatch(r"(.*/)?workbook\d*\.xml", name)]
    if not usual:
        raise container.no_workbook()
    return usual[0]


def _relations(container: Container, path: str) -> Relations:
    """What the part ``path`` relates to within the file; nothing when that is not said."""
    folder, _, name = path.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    if rels not in container:
        return []
    nodes = read_tree(container.part(rels), container.limits)
    return [
        (node.get("Type").rpartition("/")[2], _resolve(folder, node.get("Target")), node.get("Id"))
        for node in nodes
        if node.get("TargetMode").lower() != "external"
    ]


def _resolve(folder: str, target: str) -> str:
    """The part that ``target`` names as seen from ``folder``: absolute or relative, with either slash."""
    target = target.replace("\\", "/").partition("#")[0]
    steps: list[str] = []
    for step in (target if target.startswith("/") else f"{folder}/{target}").split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _target(relations: Relations, kind: str, path: str, usual: str) -> str:
    """The part of that kind; when nothing says which, the one where programs usually put it."""
    folder = path.rpartition("/")[0]
    return next((target for found, target, _ in relations if found == kind), _resolve(folder, usual))


def _optional_root(
    container: Container, path: str, *, needed: bool = False, only: Collection[str] = ()
) -> Node:
    """The tree of a part that may be absent. One that is ``needed`` must be whole when it is there."""
    if path not in container:
        return Node("", {})
    try:
        return read_tree(container.part(path), container.limits, only)
    except Unreadable as error:
        hostile = error.code != "M003" or error.values["why"] == "doctype"
        if needed or hostile:
            raise
        return Node("", {})  # decoration: the plan can be read without it


def _styles(container: Container, root: Node, theme_path: str, ignored: Ignored) -> Styles:
    if not root.children:
        return Styles()
    theme = read_theme(_optional_root(container, theme_path)) if uses_theme(root) else DEFAULT_THEME
    return read_styles(root, theme, container.limits, ignored)


def _strings(container: Container, path: str) -> dict[str, str]:
    """The shared strings by their number as cells write it; rich text joined, phonetic guides left out."""
    strings: dict[str, str] = {}
    if path not in container:
        return strings
    part, limits = container.part(path), container.limits
    pieces: list[str] = []
    runs: list[str] = []
    item_tag, text_tag, phonetic_tag = "si", "t", "rPh"
    seen = ended = quiet = seen_before = 0
    phonetic = False

    def root(tag: str, attributes: dict[str, str]) -> None:
        nonlocal item_tag, text_tag, phonetic_tag
        prefix = tag[: -len("sst")]
        item_tag, text_tag, phonetic_tag = (prefix + tag for tag in (item_tag, text_tag, phonetic_tag))
        parser.StartElementHandler = start

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal seen, phonetic
        seen += 1
        if tag == phonetic_tag:
            phonetic = True
        elif pieces:
            pieces.clear()

    def end(tag: str) -> None:
        nonlocal ended, phonetic
        ended += 1
        if tag == text_tag:
            if not phonetic:
                runs.append("".join(pieces))
        elif tag == item_tag:
            text = runs[0] if len(runs) == 1 else "".join(runs)
            strings[str(len(strings))] = plain_text(text) if "_x" in text else text
            runs.clear()
        elif tag == phonetic_tag:
            phonetic = False

    def check(size: int) -> None:
        nonlocal quiet, seen_before
        quiet = quiet + size if seen == seen_before else 0
        seen_before = seen
        if quiet > limits.item_text:
            raise over(limits, "item_text")
        if len(strings) > limits.strings:
            raise over(limits, "strings")
        if seen - ended > limits.depth:
            raise over(limits, "depth")

    parser = new_parser(path)
    parser.StartElementHandler = root
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    feed(parser, part, path, check)
    return strings


def _sheets(
    container: Container,
    root: Node,
    path: str,
    relations: Relations,
    context: Context,
    names: Mapping[str, str],
) -> list[Sheet]:
    nodes = list(root.child("sheets"))
    if len(nodes) > context.limits.sheets:
        raise over(context.limits, "sheets")
    sheets = []
    for number, node in enumerate(nodes, 1):
        target = _sheet_path(container, node, number, path, relations)
        if target is not None:
            shown_only = context.ignored.sheet(node.get("name"), names)
            sheets.append(_sheet(container, node, target, context, cells=not shown_only))
    if not sheets:
        raise damaged("no-sheets")
    return sheets


def _sheet_path(container: Container, node: Node, number: int, path: str, relations: Relations) -> str | None:
    """The part of a sheet; None when it is no worksheet but a chart, a dialogue or macros."""
    for kind, target, identity in relations:
        if identity == node.get("id"):
            return target if kind == "worksheet" else None
    return _resolve(path.rpartition("/")[0], f"worksheets/sheet{number}.xml")


def _sheet(container: Container, node: Node, path: str, context: Context, *, cells: bool) -> Sheet:
    sheet = Sheet(node.get("name"), hidden=node.get("state").lower() in ("hidden", "veryhidden"))
    read_worksheet(container.part(path), sheet, context, cells=cells)
    for kind, target, _ in _relations(container, path):
        if kind == "comments":
            _read_notes(_optional_root(container, target), sheet, context)
    return sheet


def _read_notes(root: Node, sheet: Sheet, context: Context) -> None:
    for node in root.child("commentList"):
        place = parse_range(node.get("ref"))
        if place is not None:
            text = plain_text("".join(_texts(node.child("text"))))
            context.count_text(len(text))
            sheet.notes[place[:2]] = text


def _texts(node: Node) -> list[str]:
    """The texts of a note or rich text, phonetic guides left out."""
    if node.name == "t":
        return [node.text]
    return [text for child in node if child.name != "rPh" for text in _texts(child)]


def _names(root: Node, limits: Limits) -> dict[str, str]:
    nodes = list(root.child("definedNames"))
    if len(nodes) > limits.names:
        raise over(limits, "names")
    return {node.get("name"): node.text for node in nodes if "localSheetId" not in node.attributes}


def _properties(container: Container, package: Relations) -> tuple[dict[str, str], Node]:
    """What the file says about itself, and the part in which the program says who it is."""
    core = application = custom = Node("", {})
    for kind, target, _ in package:
        if kind == "core-properties":
            core = _optional_root(container, target)
        elif kind in ("extended-properties", "extendedProperties"):
            application = _optional_root(container, target)
        elif kind in ("custom-properties", "customProperties"):
            custom = _optional_root(container, target)
    own = {node.get("name"): node.children[0].text for node in custom if node.children and node.get("name")}
    return own | {node.name: node.text for node in core if node.text}, application


def _saved_by(
    container: Container, application: Node, properties: dict[str, str], root: Node, theme_path: str
) -> str | None:
    """The program that wrote the file, also when it calls itself Excel or nothing at all."""
    says = application.child("Application").text
    version = application.child("AppVersion").text
    build = root.child("fileVersion").get("rupBuild")
    if says == "Microsoft Excel":
        if version.startswith("3."):  # openpyxl until 3.1.2 wrote its own version
            return "openpyxl"
        if build == "4505" and version == "12.0000":
            return "XlsxWriter"
        if build == "9303" and root.child("fileVersion").get("lowestEdited") == "5":
            return "ExcelJS"
    return program(says) or _saved_by_theme(container, theme_path)


def _saved_by_theme(container: Container, theme_path: str) -> str | None:
    """Google Sheets says nothing about itself, but calls its theme "Sheets"."""
    return "Google Sheets" if _optional_root(container, theme_path).get("name") == "Sheets" else None
