"""The report in words as a Word document: real headings and tables, the picture on pages of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.look import FONT, Colour
from mijlpalen_xlsx.narrative import Block, Narrative, Paragraph, Part, Table, Told
from mijlpalen_xlsx.records import NamedTuple

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

__all__ = ["CannotWriteDocx", "Report", "narrative_to_docx"]

_NO_LIBRARY = (
    "Voor .docx is een extra pakket nodig. Installeer het met: pip install 'mijlpalen-xlsx[docx,plots]'"
)
_NO_TEMPLATE = (
    "Het sjabloon is geen Word-document (.docx). Bewaar het in Word als .docx en probeer het opnieuw."
)
_TAGS = {"nl": "nl-NL", "en": "en-GB"}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_EMPTY_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/%s"/>'
)
_TELLS = {"/docProps/app.xml": b"extended-properties", "/docProps/custom.xml": b"custom-properties"}
"""Parts of a document that may name a person or an organisation, with the last word of their namespace."""

_PAPER, _MARGIN = (210.0, 297.0), 20.0  # millimetres; A4
_PICTURE_MARGIN, _PICTURE_HEIGHT = 10.0, 170.0  # leaves room for a heading above
_LINE = {"val": "single", "sz": "4", "space": "0", "color": Colour.LINE}


class CannotWriteDocx(Exception):
    """No document can be made; ``args[0]`` is a Dutch sentence that says why."""


class Report(NamedTuple):
    """The report of one plan, and its picture as PNG, a sheet of A4 landscape each."""

    narrative: Narrative
    pictures: Sequence[bytes] = ()


def narrative_to_docx(reports: Sequence[Report], template: bytes | None = None) -> bytes:
    """One document with the report of every plan; the same reports give the same bytes.

    ``template`` is somebody's own document: its styles, paper, header and footer stay, its text does not.
    What it has no style for comes out plain. Raises CannotWriteDocx.
    """
    try:
        import docx
    except ImportError:
        raise CannotWriteDocx(_NO_LIBRARY) from None
    document = _opened(template) if template else docx.Document()
    writer = _Writer(document, reports[0].narrative, own_look=template is None)
    writer.start(reports)
    for report in reports:
        writer.report(report, chapter=len(reports) > 1)
    saved = io.BytesIO()
    document.save(saved)
    return _packed_anew(saved.getvalue())


def _opened(template: bytes) -> Document:
    """The template without its text; the last section keeps its paper, header and footer."""
    import docx

    try:
        document = docx.Document(io.BytesIO(template))
    except (KeyError, ValueError, zipfile.BadZipFile, SyntaxError):  # lxml's errors are SyntaxErrors
        raise CannotWriteDocx(_NO_TEMPLATE) from None
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    if len(body) and not body[-1].tag.endswith("}sectPr"):
        body.remove(body[-1])
    return document


def _packed_anew(data: bytes) -> bytes:
    """The same zip file with every entry at one moment, so that the bytes do not depend on today."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return packed.getvalue()


class _Writer:
    """Writes into one document, in the styles that it has."""

    def __init__(self, document: Document, first: Narrative, *, own_look: bool) -> None:
        self.document, self.lang, self.own_look = document, first.lang, own_look
        self.after_pictures: Section | None = None

    def say(self, nl: str, **values: object) -> str:
        return translate(nl, self.lang).format(**values)

    def start(self, reports: Sequence[Report]) -> None:
        """Everything around the text: properties, language, paper, looks; the title over several plans."""
        first = reports[0].narrative
        title = first.title if len(reports) == 1 else self.say("Voortgangsrapportage")
        self._properties(title, max(report.narrative.day for report in reports))
        self._language()
        if self.own_look:
            _look(self.document)
            self._footer(self.document.sections[0])
        if len(reports) > 1:
            self._heading(title, 0)

    def report(self, report: Report, *, chapter: bool) -> None:
        """One plan, with its own title; below it the parts, then the picture."""
        told = report.narrative
        if self.after_pictures is not None:
            from docx.enum.section import WD_SECTION

            _upright(self.document.add_section(WD_SECTION.NEW_PAGE), self.after_pictures)
        self._heading(told.title, 1 if chapter else 0)
        for term, value in told.facts:
            paragraph = self.document.add_paragraph(style=self._style("No Spacing", "Normal"))
            paragraph.add_run(f"{term}: ").bold = True
            paragraph.add_run(value.text)
        for part in told.parts:
            self._part(part, 1 + chapter)
        if report.pictures:
            self._pictures(told, report.pictures, 1 + chapter)

    def _part(self, part: Part, level: int) -> None:
        self._heading(part.title, level)
        for block in part.blocks:
            self._block(block, part, level)

    def _block(self, block: Block, part: Part, level: int) -> None:
        match block:
            case Part():
                self._part(block, level + 1)
            case Paragraph():
                paragraph = self.document.add_paragraph(
                    block.told.text, style=self._style("Body Text", "Normal")
                )
                paragraph.paragraph_format.keep_with_next = block.told.text.endswith(":")
            case Table():
                if block.caption != part.title:
                    self._caption(block.caption)
                self._table(block)

    def _style(self, *names: str) -> Any:
        """The first of these styles that the document has; None is its plain text."""
        found = self.document.styles
        return next((found[name] for name in names if name in found), None)

    def _heading(self, text: str, level: int) -> None:
        """A heading that Word knows as one, also where the document has no style for it."""
        style = self._style("Title" if level == 0 else f"Heading {level}")
        paragraph = self.document.add_paragraph(text, style=style)
        if style is None:
            paragraph.runs[0].bold = True
            outline = _element("w:outlineLvl", val=str(max(level - 1, 0)))
            paragraph.paragraph_format.keep_with_next = True
            paragraph._p.get_or_add_pPr().append(outline)

    def _caption(self, text: str) -> None:
        paragraph = self.document.add_paragraph(text, style=self._style("Caption"))
        paragraph.paragraph_format.keep_with_next = True

    def _table(self, told: Table) -> None:
        section = self.document.sections[-1]
        width = _room(section)
        table = self.document.add_table(rows=1, cols=len(told.heads))
        style = self._style("Table Grid")
        if style is not None and not self.own_look:
            table.style = style
        table.autofit = False
        _describe(table._tbl, told.caption, lines=self.own_look or style is None)
        share = sum(told.widths)
        columns = [round(width * part / share) for part in told.widths]
        for column, size in zip(table.columns, columns, strict=True):
            column.width = size
        self._row(table.rows[0], [Told(head) for head in told.heads], columns, named=None)
        for row in told.rows:
            self._row(table.add_row(), row, columns, named=told.named)
        self.document.add_paragraph(style=self._style("No Spacing"))

    def _row(self, row: Any, cells: Sequence[Told], widths: Sequence[int], *, named: int | None) -> None:
        """One row, never cut by the end of a page; the head (``named`` is None) comes back on every page."""
        properties = row._tr.get_or_add_trPr()
        properties.append(_element("w:cantSplit"))
        if named is None:
            properties.append(_element("w:tblHeader"))
        for cell, told, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            for at, line in enumerate(told.text.split("\n")):
                paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                paragraph.style = self._style("No Spacing", "Normal")
                run = paragraph.add_run(line)
                run.bold = True if named is None else None
                paragraph.paragraph_format.keep_with_next = True if named is None else None
            if named is None and self.own_look:
                cell._tc.get_or_add_tcPr().append(
                    _element("w:shd", val="clear", color="auto", fill=Colour.BAND)
                )

    def _pictures(self, told: Narrative, pictures: Sequence[bytes], level: int) -> None:
        """Each sheet on a page of its own, on its side; whatever follows gets the paper of before."""
        from docx.enum.section import WD_SECTION

        _on_its_side(self.document.add_section(WD_SECTION.NEW_PAGE))
        self._heading(told.picture_title, level)
        for at, picture in enumerate(pictures, 1):
            self._picture(picture, self._alt(told, at, len(pictures)))
        self.after_pictures = self.document.sections[-2]

    def _alt(self, told: Narrative, at: int, of: int) -> str:
        if of == 1:
            return told.picture_alt
        return self.say("{alt} Blad {at} van {of}.", alt=told.picture_alt, at=at, of=of)

    def _picture(self, picture: bytes, alt: str) -> None:
        from docx.shared import Mm

        shape = self.document.add_picture(io.BytesIO(picture), height=Mm(_PICTURE_HEIGHT))
        properties = shape._inline.docPr
        properties.set("descr", alt)
        properties.set("name", "Gantt")

    # Around the text

    def _properties(self, title: str, day: date) -> None:
        """A title and a day; no names, also not those that the template or the library brings."""
        properties = self.document.core_properties
        for name in ("author", "last_modified_by", "comments", "keywords", "category", "subject"):
            setattr(properties, name, "")
        properties.title, properties.language, properties.revision = title, _TAGS[self.lang], 1
        properties.created = properties.modified = datetime(day.year, day.month, day.day)
        for part in self.document.part.package.iter_parts():
            tells = _TELLS.get(str(part.partname))
            if tells:
                part._blob = _EMPTY_PROPERTIES % tells

    def _language(self) -> None:
        """The language of the text, for spelling and for reading aloud."""
        from docx.oxml.ns import qn

        tag = _TAGS[self.lang]
        styles = self.document.styles.element
        for run in [*styles.iter(qn("w:rPrDefault")), *styles.iter(qn("w:style"))]:
            for language in run.iter(qn("w:lang")):
                language.set(qn("w:val"), tag)
        normal = self._style("Normal")
        if normal is not None:
            properties = normal.element.get_or_add_rPr()
            for old in properties.findall(qn("w:lang")):
                properties.remove(old)
            properties.append(_element("w:lang", val=tag))

    def _footer(self, section: Section) -> None:
        """The number of the page."""
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run(self.say("Bladzijde") + " ")
        _field(paragraph, "PAGE")
        paragraph.add_run(f" {self.say('van')} ")
        _field(paragraph, "NUMPAGES")


def _on_its_side(section: Section) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_PAPER[1]), Mm(_PAPER[0])
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_PICTURE_MARGIN)
    section.footer_distance = Mm(_PICTURE_MARGIN / 2)


def _upright(section: Section, like: Section) -> None:
    """The paper of another section."""
    section.orientation = like.orientation
    for name in (
        "page_width", "page_height", "left_margin", "right_margin", "top_margin", "bottom_margin",
        "footer_distance",
    ):  # fmt: skip
        setattr(section, name, getattr(like, name))


def _room(section: Section) -> int:
    """Width between the margins, in the units of the document."""
    width = section.page_width or 0
    return width - (section.left_margin or 0) - (section.right_margin or 0)


def _look(document: Document) -> None:
    """The looks of all we make: its font, its blue for headings, small quiet captions; A4."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(_PAPER[0]), Mm(_PAPER[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    sizes = {
        "Normal": 10.5, "No Spacing": 9.5, "Title": 24, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 11,
        "Caption": 9.5,
    }  # fmt: skip
    for name, size in sizes.items():
        style: Any = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            if key.endswith("Theme"):
                del fonts.attrib[key]
        fonts.set(qn("w:cs"), FONT)
        dark = name not in ("Normal", "No Spacing", "Caption")
        style.font.color.rgb = RGBColor.from_string(Colour.NAVY if dark else Colour.INK)
    title: Any = document.styles["Title"]
    for border in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(border)


def _element(name: str, **attributes: str) -> Any:
    """An element of WordprocessingML, its attributes in the same namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _describe(table: Any, caption: str, *, lines: bool) -> None:
    """The name of a table for who does not see it, and thin lines between its rows."""
    properties = table.tblPr
    if lines:
        borders = _element("w:tblBorders")
        for side in ("top", "bottom", "insideH"):
            borders.append(_element(f"w:{side}", **_LINE))
        _insert(properties, borders)
        _insert(properties, _air())
    properties.append(_element("w:tblCaption", val=caption))


def _air() -> Any:
    """Some space above and below the text of every cell, in twentieths of a point."""
    air = _element("w:tblCellMar")
    for side in ("top", "bottom"):
        air.append(_element(f"w:{side}", w="40", type="dxa"))
    return air


_ORDER = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _insert(properties: Any, element: Any) -> None:
    """At its place among the properties of a table: Word wants them in one order."""
    from docx.oxml.ns import qn

    after = [qn(name) for name in _ORDER[_ORDER.index(element.prefix + ":" + element.tag.split("}")[1]) :]]
    following = next((each for each in properties if each.tag in after), None)
    if following is None:
        properties.append(element)
    else:
        following.addprevious(element)


def _field(paragraph: Any, code: str) -> None:
    """A number that Word fills in."""
    field = _element("w:fldSimple", instr=code)
    run = _element("w:r")
    text = _element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
