"""The report as Word, HTML and Markdown: real structure, no names, whatever people wrote is only text."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.narrative import narrative
from mijlpalen_xlsx.outputs.to_docx import CannotWriteDocx, Report, narrative_to_docx
from mijlpalen_xlsx.outputs.to_md import narrative_to_md
from mijlpalen_xlsx.outputs.to_report_html import narrative_to_html
from mijlpalen_xlsx.picture import gantt_pages, to_png
from tests.browser import fits, violations
from tests.narrative.plans import LOG, earlier, plan

HOSTILE = "<b>*vet*</b> | `code` # _kop_ [x](http://example.org) \\ {} ~~ =1+1 \x07 &amp; \ud800"


def told_of(**changed: object) -> Report:
    told = narrative(plan(log=LOG, **changed), previous=earlier())
    pages = gantt_pages(told.plan, told.day, lang=told.lang, page="a4")
    return Report(told, [to_png(page, scale=0.5) for page in pages])


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def report() -> Report:
    return told_of()


@pytest.fixture(scope="module")
def made(report: Report) -> bytes:
    return narrative_to_docx([report])


def test_headings_are_headings(report: Report, made: bytes) -> None:
    named = [(p.style.name, p.text) for p in opened(made).paragraphs if p.style and "ead" in p.style.name]
    parts = [text for style, text in named if style == "Heading 1"]
    assert parts == [*(part.title for part in report.narrative.parts), report.narrative.picture_title]
    assert {style for style, _ in named} == {"Heading 1", "Heading 2"}


def test_tables_have_heads_that_come_back_and_a_name(report: Report, made: bytes) -> None:
    tables = opened(made).tables
    assert len(tables) == len(list(report.narrative.tables()))
    for table, told in zip(tables, report.narrative.tables(), strict=True):
        first, *rows = table._tbl.tr_lst
        assert first.trPr is not None
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert len(rows) == len(told.rows)
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert caption is not None
        assert caption.get(qn("w:val")) == told.caption
        assert [cell.text for cell in table.rows[0].cells] == list(told.heads)


def test_the_picture_has_words(report: Report, made: bytes) -> None:
    shapes = opened(made).inline_shapes
    assert len(shapes) == len(report.pictures) > 0
    assert all(s._inline.docPr.get("descr") == report.narrative.picture_alt for s in shapes)


def test_language_title_and_no_names(report: Report, made: bytes) -> None:
    document = opened(made)
    properties = document.core_properties
    assert (properties.title, properties.language) == (report.narrative.title, "nl-NL")
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    languages = {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    english = opened(narrative_to_docx([Report(narrative(plan(), lang="en"))]))
    assert english.core_properties.language == "en-GB"


def test_the_same_report_gives_the_same_bytes(report: Report, made: bytes) -> None:
    assert narrative_to_docx([report]) == made


def template() -> bytes:
    """A house style with text, a header, a red first heading, no second one, and names in its properties."""
    document = docx.Document()
    document.add_heading("Oude kop", 1)
    document.add_table(2, 2)
    document.sections[0].header.paragraphs[0].text = "Huisstijl"
    styles = document.styles
    styles["Heading 1"].font.size = Pt(33)
    for name in ("Heading 2", "Table Grid", "Caption", "Title"):
        styles.element.remove(styles[name].element)
    document.core_properties.author = "J. Jansen"
    saved = io.BytesIO()
    document.save(saved)
    return _with_company(saved.getvalue())


def _with_company(data: bytes) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(saved, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/app.xml":
                part = re.sub(rb"<Company>.*?</Company>|<Company/>", b"<Company>Jansen BV</Company>", part)
                assert b"Jansen BV" in part
            after.writestr(name, part)
    return saved.getvalue()


def test_a_template_gives_its_styles_and_nothing_of_its_text(report: Report) -> None:
    data = narrative_to_docx([report], template())
    document = opened(data)
    assert document.sections[0].header.paragraphs[0].text == "Huisstijl"
    assert document.styles["Heading 1"].font.size == Pt(33)
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Oude kop" not in texts
    assert len(document.tables) == len(list(report.narrative.tables()))
    plain = next(p for p in document.paragraphs if p.text == "Gereed gekomen")
    assert plain.runs[0].bold
    assert plain._p.pPr is not None
    assert plain._p.pPr.find(qn("w:outlineLvl")) is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if b"Jansen" in archive.read(name)]


@pytest.mark.parametrize("data", [b"tekst", b"PK\x03\x04 kapot", b"\xd0\xcf\x11\xe0 oud Word"])
def test_what_is_no_template_is_refused(report: Report, data: bytes) -> None:
    with pytest.raises(CannotWriteDocx, match="sjabloon"):
        narrative_to_docx([report], data)


def test_more_plans_are_chapters(report: Report) -> None:
    document = opened(narrative_to_docx([report, told_of()]))
    chapters = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert chapters == [report.narrative.title] * 2
    turned = [s.page_width > s.page_height for s in document.sections]  # type: ignore[operator]
    assert turned == [False, True, False, True]


def test_the_document_as_pages(
    made: bytes, need_program: Callable[[str], str], tmp_path: Path, report: Report
) -> None:
    (tmp_path / "verslag.docx").write_bytes(made)
    office = [need_program("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    convert = ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "verslag.docx")]
    subprocess.run([*office, *convert], check=True, capture_output=True, timeout=180)
    pdf = str(tmp_path / "verslag.pdf")
    said = subprocess.run(
        [need_program("pdftotext"), "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = said.split("\f")
    assert all(part.title in said for part in report.narrative.parts)
    assert "Bladzijde 1 van" in pages[0]
    assert report.narrative.picture_title in pages[len(pages) - 2]


def test_the_page_is_for_everybody(
    report: Report, browser: Browser, need_package: Callable[[str], Path]
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_content(narrative_to_html([report.narrative]))
    assert fits(page)
    assert violations(page, need_package("axe-core")) == []
    page.close()


def hostile() -> Report:
    return Report(
        narrative(plan(milestones=(Milestone(number="1.1", title=HOSTILE, due=plan().milestones[0].due),)))
    )


def test_what_people_wrote_is_only_text() -> None:
    told = hostile().narrative
    assert "<b>" not in narrative_to_html([told])
    assert any("<b>*vet*</b>" in cell.text for cell in _cells(narrative_to_docx([hostile()])))


def _cells(data: bytes) -> list[docx.table._Cell]:
    return [cell for table in opened(data).tables for row in table.rows for cell in row.cells]


def test_markdown_reads_back_as_the_same_text() -> None:
    told = hostile().narrative
    tokens = MarkdownIt("commonmark").enable("table").parse(narrative_to_md([told]))
    shown = ["".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline"]
    named = next(cell.text for t in told.tables() for row in t.rows for cell in row if "vet" in cell.text)
    assert named in shown
    kinds = {c.type for t in tokens for c in t.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    assert [t.tag for t in tokens if t.type == "heading_open"][:2] == ["h1", "h2"]
