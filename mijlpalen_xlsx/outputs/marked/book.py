"""The workbook part: its sheets, and the names and the place of the sheet of findings."""

from __future__ import annotations

import re

from mijlpalen_xlsx.outputs.marked.package import Package, Relation
from mijlpalen_xlsx.outputs.marked.spans import Edit, Span, content, opened, prefixed, quoted, splice
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.sheets.markup import new_parser
from mijlpalen_xlsx.sheets.model import damaged

__all__ = ["NAME", "TITLES", "Book", "SheetPart", "quoted_sheet"]

NAME = "mp_bevindingen"
"""The name in the workbook that leads to the sheet of findings, whatever people call that."""

TITLES = {"nl": "Bevindingen van mijlpalen-xlsx", "en": "Findings of mijlpalen-xlsx"}
"""What stands in its first cell: by this it is known when the name was lost."""

_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_BEFORE_NAMES = ("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
                 "functionGroups", "externalReferences")  # fmt: skip
_OUR_BUILT_IN = ("_xlnm.Print_Titles", "_xlnm._FilterDatabase", "_xlnm.Print_Area")


class SheetPart(NamedTuple):
    """A worksheet: its name, its part, and its place among all sheets, from 0."""

    name: str
    part: str
    place: int


class Book:
    """The workbook part of a package. Raises Unreadable when there is none."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.part = _workbook_part(package)
        self.relations = package.relations(self.part)
        self._root = package.tree(self.part)
        self.namespace = self._root.namespace()
        self.sheets = self._sheets()

    def relation_type(self, kind: str) -> str:
        """The type of a relation of that kind in the dialect (transitional or strict) of this file."""
        known = next(
            (r.type.rpartition("/")[0] for r in self.relations if r.kind in ("worksheet", "styles")), ""
        )
        return f"{known or 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'}/{kind}"

    def target(self, kind: str) -> str | None:
        """The part of that kind, when there is one."""
        return next((r.target for r in self.relations if r.kind == kind and r.target in self.package), None)

    def beside(self, name: str) -> str:
        """The name of a part in the folder of the workbook."""
        folder, slash, _ = self.part.rpartition("/")
        return f"{folder}{slash}{name}"

    def _sheets(self) -> list[SheetPart]:
        by_id = {relation.identity: relation for relation in self.relations}
        found = []
        for index, node in enumerate(self._root.child("sheets") or ()):
            relation: Relation | None = by_id.get(node.get("id"))
            if relation is None or relation.target not in self.package:
                # The reader guesses which part was meant, Excel refuses: not a file to write anything into.
                raise damaged("missing-part", relation.target if relation else self.part)
            if relation.kind == "worksheet":
                found.append(SheetPart(node.get("name"), relation.target, index))
        return found

    def findings_sheet(self) -> SheetPart | None:
        """The sheet of findings of an earlier round."""
        named = {_sheet_in(node.text) for node in self._names() if node.get("name").lower() == NAME}
        by_name = next((sheet for sheet in self.sheets if sheet.name in named), None)
        return by_name or next((sheet for sheet in self.sheets if self._begins_as_ours(sheet)), None)

    def _names(self) -> list[Span]:
        return list(self._root.child("definedNames") or ())

    def _begins_as_ours(self, sheet: SheetPart) -> bool:
        """Whether the first cell has our title: a program, or a person, took the name away."""
        if not sheet.name.startswith(("Bevindingen", "Findings")):
            return False
        kind, text = _first_cell(self.package.read(sheet.part))
        if kind == "s" and text.isdecimal():
            text = self._shared_string(int(text))
        return text.strip() in TITLES.values()

    def _shared_string(self, number: int) -> str:
        strings = self.target("sharedStrings")
        if strings is None:
            return ""
        items = re.finditer(
            rb"<(?:[\w.-]+:)?si[\s>](.*?)</(?:[\w.-]+:)?si>", self.package.read(strings), re.DOTALL
        )
        found = next((item[1] for n, item in enumerate(items) if n == number), b"")
        return re.sub(rb"<[^>]*>", b"", found).decode("utf-8", "replace")

    def add_sheet(self, title: str) -> SheetPart:
        """A new sheet at the end, called ``title`` or, where that is taken, ``title 2``; without its part."""
        part = self.package.free(self.beside("worksheets/sheet{}.xml"))
        identity = self.package.relate(self.part, self.relation_type("worksheet"), part)
        self.package.declare(part, _WORKSHEET)
        sheets = self._root.child("sheets")
        nodes = list(sheets or ())
        taken = {node.get("name").casefold() for node in nodes}
        name = next(
            name for n in range(len(nodes) + 2) if (name := _numbered(title, n)).casefold() not in taken
        )
        number = (
            max(
                (int(node.get("sheetId", "0")) for node in nodes if node.get("sheetId").isdecimal()),
                default=0,
            )
            + 1
        )
        reference = f'{self._relation_prefix()}id="{identity}"'
        new = f'<sheet name={quoted(name).decode()} sheetId="{number}" {reference}/>'
        data = self.package.read(self.part)
        if sheets is not None:
            self._rewrite(data, opened(data, sheets, prefixed(new, self._root.prefix)))
        return SheetPart(name, part, len(nodes))

    def _relation_prefix(self) -> str:
        """``r:`` where it is bound; else the element binds it itself."""
        bound = {value: key[6:] for key, value in self._root.attributes.items() if key.startswith("xmlns:")}
        space = next((value for value in bound if value.endswith("/relationships")), None)
        if space:
            return f"{bound[space]}:"
        return f'xmlns:r="{self.relation_type("").rstrip("/")}" r:'

    def name_findings(self, sheet: SheetPart, head_row: int, table: str) -> None:
        """Name the sheet of findings, the row that every page of it repeats, and what can be filtered."""
        place = quoted_sheet(sheet.name)
        head = f"$A${head_row}"
        new = (
            self._name(f'name="{NAME}" hidden="1"', f"{place}!{head}")
            + self._name(
                f'name="_xlnm._FilterDatabase" localSheetId="{sheet.place}" hidden="1"', f"{place}!{table}"
            )
            + self._name(
                f'name="_xlnm.Print_Titles" localSheetId="{sheet.place}"', f"{place}!${head_row}:${head_row}"
            )
        )
        data = self.package.read(self.part)
        names = self._root.child("definedNames")
        if names is not None:
            old = [(node.start, node.end, b"") for node in names if _is_ours(node, sheet)]
            self._rewrite(data, [*old, *opened(data, names, new)])
            return
        before = [node for node in self._root if node.local in _BEFORE_NAMES]
        at = before[-1].end if before else self._root.inner
        start, end = (prefixed(tag, self._root.prefix) for tag in ("<definedNames>", "</definedNames>"))
        self._rewrite(data, [(at, at, start + new + end)])

    def _name(self, attributes: str, text: str) -> bytes:
        return prefixed(f"<definedName {attributes}>{content(text)}</definedName>", self._root.prefix)

    def _rewrite(self, data: bytes, edits: list[Edit]) -> None:
        self.package.write(self.part, splice(data, edits))
        self._root = self.package.tree(self.part)


def _workbook_part(package: Package) -> str:
    for relation in package.relations(""):
        if relation.kind == "officeDocument" and relation.target in package:
            if relation.target.lower().endswith(".bin"):
                break
            return relation.target
    raise package.no_workbook()


def _is_ours(node: Span, sheet: SheetPart) -> bool:
    local = node.get("localSheetId") == str(sheet.place) and node.get("name") in _OUR_BUILT_IN
    return local or node.get("name").lower() == NAME


def _numbered(title: str, number: int) -> str:
    return title if number == 0 else f"{title} {number + 1}"


def quoted_sheet(name: str) -> str:
    """A sheet's name as formulas have it."""
    return "'" + name.replace("'", "''") + "'"


def _sheet_in(reference: str) -> str:
    """The sheet that the text of a name refers to."""
    sheet = reference.strip().lstrip("=").rpartition("!")[0].lstrip("$")
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet


class _Found(Exception):
    """The first cell was read; the rest of the part is of no interest."""


def _first_cell(data: bytes) -> tuple[str, str]:
    """Type and text of the first cell of a worksheet part."""
    kind: list[str] = []
    pieces: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "c":
            kind.append(attributes.get("t", ""))

    def end(tag: str) -> None:
        if tag.rpartition(":")[2] == "c":
            raise _Found

    parser = new_parser("")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: pieces.append(text) if kind else None
    try:
        parser.Parse(data, True)
    except _Found:
        return kind[0], "".join(pieces)
    return "", ""
