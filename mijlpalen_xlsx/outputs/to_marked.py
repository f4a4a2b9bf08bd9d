"""The person's own workbook back, each finding marked in its cell and listed on a sheet of findings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.outputs.marked.book import Book, SheetPart
from mijlpalen_xlsx.outputs.marked.findings_sheet import (
    HEAD_ROW,
    SEVERITIES,
    SHEET_NAME,
    Line,
    findings_sheet,
    table_of,
)
from mijlpalen_xlsx.outputs.marked.geometry import text_height
from mijlpalen_xlsx.outputs.marked.notes import OURS, Changes, change_notes, empty_notes
from mijlpalen_xlsx.outputs.marked.outline import ALL, Outline, Records
from mijlpalen_xlsx.outputs.marked.package import Package
from mijlpalen_xlsx.outputs.marked.shapes import change_boxes, empty_boxes
from mijlpalen_xlsx.outputs.marked.styles import Styles, empty_styles
from mijlpalen_xlsx.outputs.marked.worksheet import Place, SheetPatch, merges
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.sheets import Limits
from mijlpalen_xlsx.words import Lang

__all__ = ["marked_workbook"]

_NOTES = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_BOXES = "application/vnd.openxmlformats-officedocument.vmlDrawing"

#: Merged cells with a longer edge than this get an outline round their first cell only.
_LONGEST_EDGE = 1_000

_LIMITS = Limits()

#: First row, first column, last row, last column.
Area = tuple[int, int, int, int]


def marked_workbook(
    source: bytes, findings: Sequence[Finding], lang: Lang, *, limits: Limits = _LIMITS
) -> bytes:
    """The .xlsx or .xlsm file ``source`` with its ``findings`` marked, and marks of an earlier round gone.

    Only what the marks need is changed, within the parts concerned; all other parts are copied as they lie.
    Without findings it is ``source`` with all marks taken away and a sheet that says so.

    Raises Unreadable when ``source`` is no workbook of this kind (M001, with ``looks_like`` ``ods`` for one
    of LibreOffice's own), damaged, or over a limit.
    """
    return _Marking(source, limits).marked(findings, lang)


class _Marking:
    """The parts of one workbook while it is marked."""

    def __init__(self, source: bytes, limits: Limits) -> None:
        self.package = Package(source, limits)
        self.limits = limits
        self.book = Book(self.package)
        self.ours = self.book.findings_sheet()
        self.sheets = [sheet for sheet in self.book.sheets if sheet != self.ours]
        self.records = Records(*self._remembered())
        self.styles_part = self._styles_part()
        self.styles = Styles(self.package.read(self.styles_part), self.styles_part, limits, self.records)

    def marked(self, findings: Sequence[Finding], lang: Lang) -> bytes:
        by_sheet: dict[str, dict[Place, list[Finding]]] = {}
        for finding in findings:
            if finding.at:
                by_sheet.setdefault(finding.at.sheet, {}).setdefault(finding.at[1:], []).append(finding)
        sentences = {id(finding): render(finding, lang) for finding in findings}
        for number, sheet in enumerate(self.sheets, 1):
            self._mark_sheet(sheet, number, by_sheet.get(sheet.name, {}), sentences, lang)
        self._list([Line(f, sentences[id(f)], self._link(f)) for f in findings], lang)
        self._write_changed(self.styles_part, self.styles.to_bytes())
        return self.package.to_bytes()

    def _remembered(self) -> list[bytes]:
        """Where records of an earlier round may lie: in our sheet; after another program in the strings."""
        if self.ours is None:
            return []
        parts = [self.ours.part, self.book.target("sharedStrings")]
        return [self.package.read(part) for part in parts if part]

    def _styles_part(self) -> str:
        known, usual = self.book.target("styles"), self.book.beside("styles.xml")
        if known is not None:
            return known
        if usual not in self.package:
            self.package.write(usual, empty_styles(self.book.namespace))
            self.package.declare(usual, _STYLES)
        self.package.relate(self.book.part, self.book.relation_type("styles"), usual)
        return usual

    def _write_changed(self, part: str, data: bytes) -> None:
        """Write a part, unless that leaves it as it was: then it is copied as it lies in the file."""
        if part not in self.package or data != self.package.read(part):
            self.package.write(part, data)

    def _link(self, finding: Finding) -> Address | None:
        known = finding.at and any(sheet.name == finding.at.sheet for sheet in self.sheets)
        return finding.at if known else None

    # One sheet

    def _mark_sheet(
        self,
        sheet: SheetPart,
        number: int,
        found: Mapping[Place, list[Finding]],
        sentences: Mapping[int, str],
        lang: Lang,
    ) -> None:
        notes = self._target(sheet, "comments")
        if not (found or self.styles.marks or (notes and OURS.encode() in self.package.read(notes))):
            return
        data = self.package.read(sheet.part)
        areas = list(merges(data)) if found else []
        cells = _by_first_cell(found, areas)
        outlines = _outlines(cells, areas)
        patch = SheetPatch(data, sheet.part, self.limits, self.styles, outlines)
        texts = {place: _text(findings, sentences, lang) for place, findings in cells.items()}
        if notes or texts:
            self._note(sheet, number, notes, texts, patch)
        self._write_changed(sheet.part, patch.to_bytes())

    def _target(self, sheet: SheetPart, kind: str) -> str | None:
        relations = self.package.relations(sheet.part)
        return next((r.target for r in relations if r.kind == kind and r.target in self.package), None)

    def _note(
        self, sheet: SheetPart, number: int, notes: str | None, texts: Mapping[Place, str], patch: SheetPatch
    ) -> None:
        if notes is None:
            notes = self._new_part(sheet, "comments", self.book.beside("comments{}.xml"))
            self.package.declare(notes, _NOTES)
        data = self.package.read(notes) if notes in self.package else empty_notes(self.book.namespace)
        changes = change_notes(data, notes, self.limits, texts)
        self._write_changed(notes, changes.data)
        if changes.gone or changes.came:
            self._draw(sheet, number, changes, patch)

    def _draw(self, sheet: SheetPart, number: int, changes: Changes, patch: SheetPatch) -> None:
        """Take away and add the boxes of notes; every note needs one, also where no program drew any yet."""
        part = self._boxes_part(sheet, patch.notes_id)
        texts = dict(changes.came)
        if part is None:
            part = self._new_part(sheet, "vmlDrawing", self.book.beside("drawings/vmlDrawing{}.vml"))
            self.package.declare_extension("vml", _BOXES)
            texts |= dict.fromkeys(changes.kept, "")
            patch.lead_to_notes(self._identity(sheet, part))
        boxes = [
            (*place, patch.geometry.anchor(*place, text_height(text)))
            for place, text in sorted(texts.items())
        ]
        data = self.package.read(part) if part in self.package else empty_boxes(number)
        self.package.write(part, change_boxes(data, changes.gone, boxes))

    def _boxes_part(self, sheet: SheetPart, identity: str | None) -> str | None:
        relations = self.package.relations(sheet.part)
        return next(
            (r.target for r in relations if r.identity == identity and r.target in self.package), None
        )

    def _new_part(self, sheet: SheetPart, kind: str, pattern: str) -> str:
        part = self.package.free(pattern)
        self.package.relate(sheet.part, self.book.relation_type(kind), part)
        return part

    def _identity(self, sheet: SheetPart, part: str) -> str:
        return next(r.identity for r in self.package.relations(sheet.part) if r.target == part)

    # The sheet of findings

    def _list(self, lines: Sequence[Line], lang: Lang) -> None:
        sheet = self.ours or self.book.add_sheet(SHEET_NAME.get(lang))
        if self.ours:
            self.package.unrelate(sheet.part)  # what another program hung on it goes with its old content
        self.book.name_findings(sheet, HEAD_ROW, table_of(lines))
        records = list(self.records.lines())
        data = findings_sheet(lines, lang, self.styles, records, self.book.namespace)
        self.package.write(sheet.part, data)


def _by_first_cell(found: Mapping[Place, list[Finding]], areas: Sequence[Area]) -> dict[Place, list[Finding]]:
    """Findings by the cell that shows them: within merged cells the first one."""
    first = dict(_first_cells(sorted(found), areas))
    cells: dict[Place, list[Finding]] = {}
    for place, findings in found.items():
        cells.setdefault(first.get(place, place), []).extend(findings)
    return cells


def _first_cells(places: Sequence[Place], areas: Sequence[Area]) -> Iterator[tuple[Place, Place]]:
    """Each of the sorted ``places`` that lies in an area, with the first cell of that."""
    for top, left, bottom, right in areas:
        for place in places[bisect_left(places, (top, left)) :]:
            if place[0] > bottom:
                break
            if left <= place[1] <= right:
                yield place, (top, left)


def _outlines(cells: Mapping[Place, list[Finding]], areas: Sequence[Area]) -> dict[Place, Outline]:
    """The outline of each marked cell; merged cells have one along the edges of them all."""
    starts = {area[:2]: area for area in areas}
    outlines: dict[Place, Outline] = {}
    for place, findings in cells.items():
        severity = max((finding.severity for finding in findings), key=lambda severity: severity.weight)
        area = starts.get(place, (*place, *place))
        if area[2] - area[0] + area[3] - area[1] > _LONGEST_EDGE:
            area = (*place, *place)
        outlines.update(_along_edges(area, severity))
    return outlines


def _along_edges(area: Area, severity: Severity) -> Iterator[tuple[Place, Outline]]:
    top, left, bottom, right = area
    rows = {(row, column) for row in range(top, bottom + 1) for column in (left, right)}
    columns = {(row, column) for row in (top, bottom) for column in range(left, right + 1)}
    for row, column in rows | columns:
        at_edge = column == left, column == right, row == top, row == bottom  # in the order of ALL
        yield (row, column), Outline(severity, tuple(compress(ALL, at_edge)))


def _text(findings: Sequence[Finding], sentences: Mapping[int, str], lang: Lang) -> str:
    """What the note of a cell says, the heaviest finding first."""
    ordered = sorted(findings, key=lambda finding: -finding.severity.weight)
    return "\n\n".join(
        f"{SEVERITIES[finding.severity].get(lang)} ({finding.code}): {sentences[id(finding)]}"
        for finding in ordered
    )
