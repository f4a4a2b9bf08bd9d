"""The report as a page: for everybody, on any screen and on paper; whatever people wrote is only text."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from mijlpalen_xlsx.outputs.html.markup import Html, el, text
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.to_html import report_to_html
from mijlpalen_xlsx.outputs.to_json import report_to_data
from mijlpalen_xlsx.outputs.to_text import report_to_text
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.words import Lang
from tests.browser import fits, violations
from tests.outputs.reports import (
    DAY,
    finding,
    mistakes,
    of_samples,
    report_of,
    small_plan,
    three_hundred,
    with_accepted,
    with_unused,
)

MANY = (
    "2025-2028/plan.xlsx", "fouten/plan.xlsx", "niet-te-lezen/tekst.xlsx", "er/is/geen.xlsx",
)  # fmt: skip
REPORTS: dict[str, Callable[[], Report]] = {
    "mistakes": lambda: report_of(*mistakes()),
    "sample": lambda: of_samples("fouten/plan.xlsx"),
    "nothing": report_of,
    "accepted": with_accepted,
    "accepted without need": with_unused,
    "unreadable": lambda: of_samples("niet-te-lezen/tekst.xlsx"),
    "many": lambda: of_samples(*MANY),
}
HOSTILE = (
    "<script>alert(1)</script>", "</style><script>1</script>", "\"><img src=x onerror=alert(1)>",
    "' onload='x",
    "<!--", "]]>", "&lt;b&gt;", "&#60;i&#62;", "\u202eexe.xslx", "\x00\x1b[31m", "{{7*7}}", "</title><b>",
    "javascript:alert(1)", "\u0627\u0644\u062e\u0637\u0629", "a" * 300, "\ud800", "\ufeff\u200b",
    "http://example.org/x.png",
)  # fmt: skip
ANY = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60))


class Structure(HTMLParser):
    """Every tag with its attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attributes}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def shapes(self) -> set[tuple[str, ...]]:
        """The kinds of tags: name and names of attributes."""
        return {(tag, *sorted(attributes)) for tag, attributes in self.tags}


@pytest.fixture(scope="module", params=[(name, lang) for name in REPORTS for lang in ("nl", "en")])
def page(request: pytest.FixtureRequest) -> tuple[str, Lang]:
    """Each report in each language."""
    name, lang = request.param
    return report_to_html(REPORTS[name](), lang), lang


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page: tuple[str, Lang], scheme: Any, browser: Browser, need_package: Callable[[str], Path]
) -> None:
    shown = browser.new_page(color_scheme=scheme)
    shown.set_content(page[0])
    assert violations(shown, need_package("axe-core")) == []
    shown.close()


def test_axe_would_find_something(browser: Browser, need_package: Callable[[str], Path]) -> None:
    shown = browser.new_page()
    shown.set_content(report_to_html(report_of()).replace('lang="nl"', "", 1))
    assert [v.partition(":")[0] for v in violations(shown, need_package("axe-core"))] == ["html-has-lang"]
    shown.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_it_fits_any_screen(page: tuple[str, Lang], width: int, browser: Browser) -> None:
    shown = browser.new_page(viewport={"width": width, "height": 800})
    shown.set_content(page[0])
    assert fits(shown)
    shown.close()


def test_it_fits_with_words_that_have_no_end(browser: Browser) -> None:
    long = "x" * 400
    report = report_of(
        finding("D5", long, code="U001"), finding("A1", sheet=long), plan=small_plan(long), name=long
    )
    shown = browser.new_page(viewport={"width": 390, "height": 800})
    shown.set_content(report_to_html(report))
    assert fits(shown)
    shown.close()


def test_it_stands_alone(page: tuple[str, Lang], browser: Browser, tmp_path: Path) -> None:
    asked: list[str] = []
    shown = browser.new_page()
    shown.on("request", lambda request: asked.append(request.url))
    file = tmp_path / "report.html"
    file.write_text(page[0], "utf-8")
    shown.goto(file.as_uri())
    assert asked == [file.as_uri()]
    shown.close()
    assert not {"script", "link", "img", "iframe", "object", "form"} & {
        tag for tag, _ in Structure(page[0]).tags
    }


def test_links_lead_somewhere_and_no_name_stands_twice(page: tuple[str, Lang]) -> None:
    tags = Structure(page[0]).tags
    ids = Counter(attributes["id"] for _, attributes in tags if "id" in attributes)
    assert [name for name, times in ids.items() if times > 1] == []
    links = {attributes["href"] for tag, attributes in tags if tag == "a"}
    assert all(link.startswith("#") and link[1:] in ids for link in links)


def test_it_speaks_the_language_of_its_reader(page: tuple[str, Lang]) -> None:
    source, lang = page
    assert f'<html lang="{lang}">' in source
    heads = {"nl": "Wat de codes betekenen", "en": "What the codes mean"}
    if "<dt id=" in source:
        assert f"<h2>{heads[lang]}</h2>" in source
    assert not re.search(r"\{[a-z]+\}", Structure(source.split("</style>")[1]).text)


# What it says


def test_the_same_mistake_in_300_cells_is_one_line() -> None:
    report = three_hundred()
    first = report.files[0].findings[0].cell
    last = report.files[0].findings[-1].cell
    ranges = f"{first}:{last}"
    assert (first, last) == ("E2", "E301")
    words = "'heel veel' kunnen wij niet als aantal uren lezen"
    html, said = report_to_html(report), report_to_text(report, Screen(width=110))
    assert Structure(html).text.count(words) == 1
    assert f'<th scope="row">{ranges}<span class="many">300 cellen</span></th>' in html
    assert said.count(words) == 1
    assert f"{ranges}, 300 cellen\n" in said
    assert len(report_to_data(report)["files"][0]["findings"]) == 300


def test_column_aa_comes_after_z() -> None:
    html = report_to_html(report_of(*mistakes()))
    assert '<th scope="row">Z5:Z29, AA5:AA29<span class="many">50 cellen</span></th>' in html


def test_many_cells_apart_stand_below_the_sentence() -> None:
    html = report_to_html(report_of(*(finding(f"D{row}") for row in range(5, 65, 2))))
    assert '<th scope="row">30 cellen</th>' in html
    assert '<span class="cells">D5, D7, D9' in html


def test_hints_after_the_third_are_folded() -> None:
    html = report_to_html(report_of(*mistakes()))
    assert "<summary>Nog 4 tips van deze soort</summary>" in html
    assert Structure(html).text.count("Kijk eens naar rij") == 7


def test_counts_facts_and_nothing_found() -> None:
    html = Structure(report_to_html(report_of(*mistakes()))).text
    assert "✖ 51 fouten▲ 2 keer let op• 7 tips" in html
    for part in ("LibreOffice", "1 oktober 2023", "3 mijlpalen in 2 deelprojecten, 1 activiteit"):
        assert part in html
    assert "✔ Geen fouten gevonden." in Structure(report_to_html(report_of())).text
    assert "✔ No mistakes found." in Structure(report_to_html(report_of(), "en")).text


def test_what_was_accepted_stands_apart() -> None:
    html = Structure(report_to_html(with_accepted())).text
    assert "✖ 1 fout" in html
    assert html.index("Wat er opvalt") < html.index("Geaccepteerd") < html.index("van mei>.")
    assert "Eigen regelsmijlpalen.toml" in html


def test_files_are_told_apart_by_no_more_of_their_path_than_needed() -> None:
    def heads(*files: str) -> list[str]:
        report = Report(tuple(FileReport(file, small_plan(), (), DAY) for file in files))
        found = re.findall(r'<a href="#bestand-\d+"><bdi>(.*?)</bdi>', report_to_html(report))
        return found or re.findall(r"<h1><bdi>(.*?)</bdi>", report_to_html(report))

    assert heads("/home/somebody/plan.xlsx") == ["plan.xlsx"]
    assert heads("C:\\Users\\somebody\\plan.xlsx") == ["plan.xlsx"]
    assert heads("/x/a/plan.xlsx", "/x/b/plan.xlsx") == ["a/plan.xlsx", "b/plan.xlsx"]


def test_a_file_that_nobody_can_read_says_why() -> None:
    html = report_to_html(of_samples("niet-te-lezen/tekst.xlsx", "2025-2028/plan.xlsx"))
    assert re.search(r'<p class="unread">[A-Z][^<]+\.</p>', html)
    assert html.count("<article") == 2


def test_the_same_report_gives_the_same_page() -> None:
    assert report_to_html(report_of(*mistakes())) == report_to_html(report_of(*mistakes()))


# What people wrote


@given(ANY)
def test_text_is_only_text(written: str) -> None:
    parsed = Structure(el("p", written, title=written))
    assert [tag for tag, _ in parsed.tags] == ["p"]
    assert parsed.tags[0][1] == {"title": parsed.text} if parsed.text else True
    assert isinstance(text(written), Html)


@pytest.mark.parametrize("written", HOSTILE)
def test_nothing_that_people_wrote_becomes_markup(written: str) -> None:
    def shapes(words: str) -> set[tuple[str, ...]]:
        said = finding("D5", "wij lezen '{it}'. Schrijf iets anders.", code="U001", values={"it": words})
        sheet = words.replace("'", "") or "Blad"
        other = finding(None, sheet=sheet)
        report = report_of(said, other, plan=small_plan(words), name=words)
        return Structure(report_to_html(report)).shapes()

    assert shapes(written) <= shapes("Lesmateriaal is klaar") | {("tspan", "x", "y")}


def test_personal_data_is_not_repeated() -> None:
    report = report_of(
        finding(), plan=small_plan("Bel 06-12345678 of mail jan@example.org"), name="jan@example.org.xlsx"
    )
    html = report_to_html(report)
    assert "12345678" not in html
    assert "jan@" not in html
    assert "•••" in html


def test_what_need_not_be_accepted_is_said_once() -> None:
    html = report_to_html(with_unused())
    assert html.count("<h2>Geaccepteerd, maar niet meer gevonden</h2>") == 1
    said = "mijlpalen.toml, regel 7: M201 in cel F12 komt niet meer voor. Haal die regel weg."
    assert said in " ".join(Structure(html).text.split())
    assert "M205 in cel" not in html
    assert "no longer found" in report_to_html(with_unused(), "en")
    assert "niet meer gevonden" not in report_to_html(with_accepted())


# On paper


def test_it_prints_on_a4(browser: Browser, need_program: Callable[[str], str], tmp_path: Path) -> None:
    info, words = need_program("pdfinfo"), need_program("pdftotext")
    shown = browser.new_page()
    shown.set_content(report_to_html(of_samples("fouten/plan.xlsx")))
    file = tmp_path / "report.pdf"
    shown.pdf(path=file, prefer_css_page_size=True)
    shown.close()
    said = subprocess.run([info, "-l", "99", file], capture_output=True, text=True, check=True).stdout
    sizes = {(round(float(w)), round(float(h))) for w, h in re.findall(r"size: +([\d.]+) x ([\d.]+)", said)}
    assert sizes == {(595, 842), (842, 595)}  # points: text upright, the drawing on its side
    pages = subprocess.run([words, "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    with_code = [
        page for page in pages.split("\f") if re.search(r"^ *(✖|▲|•) ?(fout|let op|tip) ", page, re.M)
    ]
    assert len(with_code) > 3
    assert all("Wat er aan de hand is" in page for page in with_code)


@pytest.mark.parametrize("codes", [True, False])
def test_no_page_on_paper_holds_only_the_foot(
    codes: bool, browser: Browser, need_program: Callable[[str], str], tmp_path: Path
) -> None:
    report = of_samples("2025-2028/plan.xlsx")
    if not codes:  # then the sheets of the drawing come last
        report = replace(report, files=tuple(replace(file, findings=()) for file in report.files))
    shown = browser.new_page()
    shown.set_content(report_to_html(report))
    file = tmp_path / "report.pdf"
    shown.pdf(path=file, prefer_css_page_size=True)
    shown.close()
    words = need_program("pdftotext")
    said = subprocess.run([words, file, "-"], capture_output=True, text=True, check=True).stdout
    *pages, after = said.split("\f")
    assert not after
    assert min(len(page.split()) for page in pages) > 40
    assert ("Gemaakt met" in said) is codes
