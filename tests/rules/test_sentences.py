"""The sentences of all rules: whole in two languages, plain, short, and with examples that work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from mijlpalen_xlsx.cells import Cell
from mijlpalen_xlsx.dates import When, parse
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.kinds import effort_hours
from mijlpalen_xlsx.locale.en.rules import SENTENCES
from mijlpalen_xlsx.outputs.sentence import placed, render, shown
from mijlpalen_xlsx.reader import read_workbook
from mijlpalen_xlsx.rules import RULES, check_plan
from mijlpalen_xlsx.rules.registry import placeholders
from mijlpalen_xlsx.sheets import Workbook
from mijlpalen_xlsx.words import Lang, Words
from tests.rules.built import BUILT
from tests.rules.page_text import Page, page_of
from tests.rules.test_pages import LANGUAGES, PAGES, TABLES
from tests.tables import workbook

SOURCES = [(rule.code, sentence) for rule in RULES.values() for sentence in rule.sentences()]
AROUND = {"Cel", "Blad", "en"}  # the words that outputs.sentence puts around a finding

JARGON = (
    "invalide", "parameter", "null", "string", "float", "integer", "boolean", "exception", "parse", "parsen",
    "traceback", "error", "record", "validatie", "valideren", "syntax", "array", "object", "default", "entry",
    "predecessor", "deadline", "milestone", "input", "output", "scope", "boundary", "cel-adres", "conditie",
    "attribuut", "exporteren", "genereren", "specificeren", "dient te", "betreffende", "middels", "teneinde",
)  # fmt: skip


def all_examples(lang: Lang) -> Iterator[Finding]:
    """Every finding that a page shows."""
    for code in RULES:
        if code in BUILT:
            yield from BUILT[code]()
        elif code != "M006":
            page = page_of(code, lang)
            yield from page.check(page.example)


def test_english_catalogue_is_whole() -> None:
    dutch = {sentence for _, sentence in SOURCES}
    assert dutch - SENTENCES.keys() == set()
    assert SENTENCES.keys() - dutch - AROUND == set()


@pytest.mark.parametrize(("code", "sentence"), SOURCES)
def test_both_languages_ask_for_the_same_facts(code: str, sentence: str) -> None:
    assert placeholders(SENTENCES[sentence]) == placeholders(sentence), code


@pytest.mark.parametrize(("code", "sentence"), SOURCES)
def test_sentence_is_plain_and_short(code: str, sentence: str) -> None:
    words = sentence.casefold()
    assert not [word for word in JARGON if re.search(rf"\b{re.escape(word)}\b", words)], code
    for text in (sentence, SENTENCES[sentence]):
        assert 1 <= len(re.findall(r"[.?!](?= [A-Z'{]|$)", text)) <= 2, text
        assert not text[:1].isupper(), "it must fit after 'Cel F12: '"
        assert text.endswith(".")
        assert len(placeholders(text)) == 0 or len(text) < 260


@pytest.mark.parametrize(("code", "sentence"), SOURCES)
def test_an_example_is_a_fact_so_that_it_can_be_tested(code: str, sentence: str) -> None:
    if "bijvoorbeeld" in sentence:
        assert placeholders(sentence) & {"example", "suggestion"}, code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_message_of_every_example_is_complete(lang: Lang) -> None:
    for finding in all_examples(lang):
        for text in (render(finding, lang), placed(finding, lang)):
            assert "{" not in text
            assert "None" not in text
            assert "  " not in text
            assert len(text) < 400


def test_dates_named_in_sentences_can_be_read() -> None:
    for text in (
        "1 oktober 2023",
        "1-10-2023",
        "oktober 2023",
        "eind 2023",
        "1 October 2023",
        "October 2023",
        "end of 2023",
    ):
        found = parse(text)
        assert found.when, text
        assert found.note is None, text


def test_hours_named_in_sentences_can_be_read() -> None:
    assert [effort_hours(text) for text in ("40", "40 uur", "40 hours", "5 dagdelen")] == [40, 40, 40, 20]


def _typed(value: object, lang: Lang) -> str:
    """What a person types who follows an example."""
    return shown(value, lang)


def _with(book: Workbook, finding: Finding, text: str) -> Workbook:
    """The workbook in which the text of the example was typed into the cell of the finding."""
    assert finding.at
    name, row, column = finding.at
    sheet = book.sheet(name)
    assert sheet
    sheet.cells[row, column] = Cell(name, row, column, text)
    return replace(book, sheets=book.sheets)


def _stands_elsewhere(page: Page, finding: Finding) -> bool:
    """Whether a finding about an empty cell is shown at a filled one, as the sheet has no such column."""
    assert finding.at
    sheet = workbook(page.example).sheet(finding.at.sheet)
    assert sheet
    cell = sheet.cells.get((finding.at.row, finding.at.column))
    return finding.value is None and cell is not None and cell.value is not None


def _again(page: Page, book: Workbook) -> tuple[Finding, ...]:
    plan = read_workbook(book, scheme=page.scheme)
    return check_plan(plan, reference_date=page.reference_date, today=date(2023, 10, 1), scheme=page.scheme)


# The example goes elsewhere than into the cell of the finding.
ELSEWHERE = {"M109", "M304"}


@pytest.mark.parametrize(("code", "lang"), [(c, lang) for c, lang in TABLES if c not in {"M006", *ELSEWHERE}])
def test_who_follows_the_example_is_rid_of_the_finding(code: str, lang: Lang) -> None:
    page = page_of(code, lang)
    for finding in page.check(page.example):
        advice = finding.values.get("example", finding.suggestion)
        if advice is None or _stands_elsewhere(page, finding):
            continue
        book = _with(workbook(page.example), finding, _typed(advice, lang))
        assert (code, finding.at) not in {(f.code, f.at) for f in _again(page, book)}


def test_facts_are_shown_the_way_people_write_them() -> None:
    when = When.day(date(2022, 5, 1))
    assert shown(when, "nl") == "1 mei 2022"
    assert shown(date(2022, 5, 1), "en") == "1 May 2022"
    assert shown(Words("Groen", "Green"), "en") == "Green"
    assert shown(("1.1", "1.2", "1.3"), "nl") == "1.1, 1.2 en 1.3"
    assert (shown(2.5, "nl"), shown(2.0, "nl"), shown(2.5, "en")) == ("2,5", "2", "2.5")
    assert shown("een\n twee\u200b", "nl") == "een twee"
    assert len(shown("lang " * 100, "nl")) == 80
    assert shown("{value}", "nl") == "{value}"


def test_pages_and_sentences_are_for_every_rule() -> None:
    assert len(PAGES) == 2 * len(RULES)
