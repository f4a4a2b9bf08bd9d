"""Every page is the test of its rule: its example gives what it shows, its mended example nothing."""

from __future__ import annotations

import re

import pytest

from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.rules import RULES, finding_of, page
from mijlpalen_xlsx.sheets import Unreadable
from mijlpalen_xlsx.words import Lang
from tests.rules.built import BUILT
from tests.rules.page_text import HEADINGS, Page, page_of, told

LANGUAGES: tuple[Lang, ...] = ("nl", "en")
PAGES = [(code, lang) for code in RULES for lang in LANGUAGES]
TABLES = [(code, lang) for code, lang in PAGES if code not in BUILT]

_FIRST_SHEET = re.compile(r"^### ([^{\n!]+?)\s*(?:[{!].*)?$", re.MULTILINE)


def first_sheet(tables: str) -> str:
    found = _FIRST_SHEET.search(tables)
    return found[1] if found else "Mijlpalenplan"


def findings(shown: Page, tables: str) -> tuple[Finding, ...]:
    try:
        return shown.check(tables)
    except Unreadable as unreadable:
        return (finding_of(unreadable),)


@pytest.mark.parametrize(("code", "lang"), PAGES)
def test_page_has_its_headings(code: str, lang: Lang) -> None:
    shown = page_of(code, lang)
    assert shown.title.startswith(f"{code} ")
    assert tuple(shown.sections) == HEADINGS[lang]
    assert all(section.strip() for section in shown.sections.values())


@pytest.mark.parametrize(("code", "lang"), TABLES)
def test_example_gives_exactly_what_the_page_shows(code: str, lang: Lang) -> None:
    shown = page_of(code, lang)
    home = first_sheet(shown.example)
    assert [told(f, lang, home) for f in findings(shown, shown.example)] == shown.promised
    assert {promised for _, promised, _ in shown.promised} == {code}


@pytest.mark.parametrize(("code", "lang"), TABLES)
def test_mended_example_gives_nothing(code: str, lang: Lang) -> None:
    shown = page_of(code, lang)
    assert findings(shown, shown.section(3)) == ()


@pytest.mark.parametrize(("code", "lang"), [(code, lang) for code, lang in PAGES if code in BUILT])
def test_example_in_words_gives_exactly_what_the_page_shows(code: str, lang: Lang) -> None:
    assert [told(f, lang, None) for f in BUILT[code]()] == page_of(code, lang).promised


@pytest.mark.parametrize("code", RULES)
def test_both_languages_show_the_same_cells(code: str) -> None:
    dutch, english = (
        [(cell.rpartition("!")[2], found) for cell, found, _ in page_of(code, lang).promised]
        for lang in LANGUAGES
    )
    assert dutch == english


@pytest.mark.parametrize(("code", "lang"), PAGES)
def test_page_for_people_has_no_marks(code: str, lang: Lang) -> None:
    assert not re.search(r"\{\w+", page(code, lang))
