"""The sheet of findings: a list with a link to each cell, and out of sight what our outlines cover."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import zip_longest

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.look import FONT, Colour
from mijlpalen_xlsx.outputs.marked.book import TITLES, quoted_sheet
from mijlpalen_xlsx.outputs.marked.spans import content, quoted
from mijlpalen_xlsx.outputs.marked.styles import Styles
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.words import Lang, Words

__all__ = ["HEAD_ROW", "SEVERITIES", "SHEET_NAME", "Line", "findings_sheet", "table_of"]

SHEET_NAME = Words("Bevindingen", "Findings")
HEAD_ROW = 4

SEVERITIES = {
    Severity.ERROR: Words("Fout", "Error"),
    Severity.WARNING: Words("Let op", "Warning"),
    Severity.HINT: Words("Tip", "Hint"),
}
_COUNTS = {
    Severity.ERROR: (Words("1 fout", "1 error"), Words("{n} fouten", "{n} errors")),
    Severity.WARNING: (Words("1 keer let op", "1 warning"), Words("{n} keer let op", "{n} warnings")),
    Severity.HINT: (Words("1 tip", "1 hint"), Words("{n} tips", "{n} hints")),
}
_HEADS = (
    Words("Ernst", "Severity"),
    Words("Code", "Code"),
    Words("Blad", "Sheet"),
    Words("Cel", "Cell"),
    Words("Bevinding", "Finding"),
    Words("Voorstel", "Suggestion"),
)
_WIDTHS = (12, 9, 17, 9, 80, 26)
_NONE = Words("Geen bevindingen.", "No findings.")
_ABOUT = Words(
    "Klik op een cel om erheen te gaan. De randen (rood: fout, oranje: let op, blauw: tip), onze notities "
    "en dit blad worden bij een volgende controle ververst.",
    "Click a cell to go there. The outlines (red: error, orange: warning, blue: hint), our notes and this "
    "sheet are renewed when the file is checked again.",
)
_PAGE = Words("Pagina", "Page")
_OF = Words("van", "of")

_TONES = {
    Severity.ERROR: (Colour.PALE_RED, "8C1D18"),
    Severity.WARNING: (Colour.PALE_ORANGE, Colour.BROWN),
    Severity.HINT: (Colour.PALE_BLUE, Colour.LINK),
}
_MOST_LINKS = 65_000  # Excel's limit is 65,530 in a sheet


class Line(NamedTuple):
    """A finding, its sentence in the person's language, and the cell to go to, when that is there."""

    finding: Finding
    sentence: str
    link: Address | None


def table_of(lines: Sequence[Line]) -> str:
    """The range of the list with its head, as a name in the workbook has it."""
    return f"$A${HEAD_ROW}:$F${_last_row(lines)}"


def findings_sheet(
    lines: Sequence[Line], lang: Lang, styles: Styles, records: Collection[str], namespace: str
) -> bytes:
    """The worksheet part. ``records`` are the lines that the hidden column remembers."""
    look = _Look(styles)
    rows = [
        _row(1, [_cell("A1", TITLES[lang], look.title)], 26),
        _row(2, [_cell("A2", _counted(lines, lang), look.strong)]),
        _row(3, [_cell("A3", _ABOUT.get(lang), look.quiet)], 22),
        _row(HEAD_ROW, _heads(lang, look), 22),
        *_body(lines, lang, look, records),
    ]
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(_WIDTHS, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{namespace}"><sheetPr><tabColor rgb="FF{Colour.NAVY}"/>'
        '<pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{HEAD_ROW}" '
        f'topLeftCell="A{HEAD_ROW + 1}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="A{HEAD_ROW + 1}" sqref="A{HEAD_ROW + 1}"/>'
        '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f'<cols>{columns}<col min="8" max="8" width="9" hidden="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A{HEAD_ROW}:F{_last_row(lines)}"/>{_links(lines)}'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter><oddFooter>&amp;L&amp;A&amp;R{_PAGE.get(lang)} &amp;P {_OF.get(lang)} &amp;N"
        "</oddFooter></headerFooter></worksheet>"
    ).encode("ascii")


class _Look:
    """The styles of this sheet."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.title = self._add(size=15, colour=Colour.NAVY, bold=True, line=False)
        self.strong = self._add(bold=True, line=False)
        self.quiet = self._add(size=10, colour=Colour.QUIET, line=False)
        self.head = self._add(colour=Colour.WHITE, bold=True, fill=Colour.NAVY)
        self.text = self._add(wrap=True)
        self.link = self._add(colour=Colour.LINK, underlined=True)
        self.tones = {
            severity: self._add(colour=ink, bold=True, fill=fill) for severity, (fill, ink) in _TONES.items()
        }

    def _add(
        self,
        *,
        size: int = 11,
        colour: str = Colour.INK,
        bold: bool = False,
        underlined: bool = False,
        fill: str | None = None,
        wrap: bool = False,
        line: bool = True,
    ) -> int:
        edge = f'<bottom style="thin"><color rgb="FF{Colour.LINE}"/></bottom>' if line else "<bottom/>"
        pattern = (
            f'<patternFill patternType="solid"><fgColor rgb="FF{fill}"/><bgColor indexed="64"/></patternFill>'
            if fill
            else '<patternFill patternType="none"/>'
        )
        wrapped = ' wrapText="1"' if wrap else ""
        return self._styles.add(
            '<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="{border}" applyNumberFormat="1" '
            'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
            f'<alignment horizontal="left" vertical="center" indent="{int(line)}"{wrapped}/></xf>',
            font=f'<font>{"<b/>" * bold}{"<u/>" * underlined}<sz val="{size}"/><color rgb="FF{colour}"/>'
            f'<name val="{FONT}"/><family val="2"/></font>',
            fill=f"<fill>{pattern}</fill>",
            border=f"<border><left/><right/><top/>{edge}<diagonal/></border>",
        )


def _counted(lines: Sequence[Line], lang: Lang) -> str:
    """``3 fouten · 1 tip``."""
    found = [line.finding.severity for line in lines]
    said = [
        (one if found.count(severity) == 1 else more).get(lang).format(n=found.count(severity))
        for severity, (one, more) in _COUNTS.items()
        if severity in found
    ]
    return " · ".join(said) or _NONE.get(lang)


def _last_row(lines: Sequence[Line]) -> int:
    return HEAD_ROW + max(1, len(lines))


def _heads(lang: Lang, look: _Look) -> list[str]:
    return [
        _cell(f"{x}{HEAD_ROW}", head.get(lang), look.head) for x, head in zip("ABCDEF", _HEADS, strict=True)
    ]


def _body(lines: Sequence[Line], lang: Lang, look: _Look, records: Collection[str]) -> list[str]:
    rows = []
    for number, (line, record) in enumerate(zip_longest(lines, records), HEAD_ROW + 1):
        cells = _line(number, line, lang, look) if line else []
        if record:
            cells.append(_cell(f"H{number}", record, look.quiet))
        rows.append(_row(number, cells, _height(line) if line else None))
    return rows


def _height(line: Line) -> int:
    """Points that the texts of a row need: LibreOffice does not work that out when it opens a file."""
    texts = (line.sentence, _WIDTHS[4]), (line.finding.suggestion or "", _WIDTHS[5])
    return 6 + 14 * max(1, *(-(-len(text) // (width - 6)) for text, width in texts))


def _line(number: int, line: Line, lang: Lang, look: _Look) -> list[str]:
    finding = line.finding
    return [
        _cell(f"A{number}", SEVERITIES[finding.severity].get(lang), look.tones[finding.severity]),
        _cell(f"B{number}", finding.code, look.text),
        _cell(f"C{number}", finding.sheet or "", look.text),
        _cell(f"D{number}", finding.cell or "", look.link if line.link else look.text),
        _cell(f"E{number}", line.sentence, look.text),
        _cell(f"F{number}", finding.suggestion or "", look.text),
    ]


def _row(number: int, cells: Sequence[str], height: int | None = None) -> str:
    size = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{number}"{size}>{"".join(cells)}</row>'


def _cell(place: str, text: str, style: int) -> str:
    if not text:
        return f'<c r="{place}" s="{style}"/>'
    said = content(text, cell=True)
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


def _links(lines: Sequence[Line]) -> str:
    links = [
        f'<hyperlink ref="D{number}" location={quoted(f"{quoted_sheet(at.sheet)}!{at.cell}").decode()}/>'
        for number, line in enumerate(lines[:_MOST_LINKS], HEAD_ROW + 1)
        if (at := line.link)
    ]
    return f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
