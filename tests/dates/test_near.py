"""Texts that nearly say a date: what was meant when there is one answer, and nothing when there are more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.dates import Precision, parse
from mijlpalen_xlsx.dates.near import near

SUBSIDY = (date(2020, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1 mrt. 2O21", "2021-03-01"), ("l-10-2023", "2023-10-01"), ("31 11 2023", "2023-11-30"),
        ("I november 2022", "2022-11-01"), ("lO-l0-2023", "2023-10-10"), ("3l-6-2024", "2024-06-30"),
        ("1 mrt 2O2l", "2021-03-01"), ("0ktober 1 2023", "2023-10-01"), ("31-6-2024", "2024-06-30"),
        ("30-2-2024", "2024-02-29"), ("29-2-2023", "2023-02-28"), ("10-31-2023", "2023-10-31"),
        ("1_10_2023", "2023-10-01"), ("1=10=2023", "2023-10-01"), ("1--10-2023", "2023-10-01"),
        ("1,10,2023", "2023-10-01"), ("1\\10\\2023", "2023-10-01"), ("1 mtr 2023", "2023-03-01"),
        ("1 arpil 2023", "2023-04-01"), ("1-10-2203", "2023-10-01"), ("1-10-223", "2023-10-01"),
        ("1 juni 21023", "2023-06-01"), ("1-10-1023", "2023-10-01"),
    ],
)  # fmt: skip
def test_one_day_is_meant(text: str, meant: str) -> None:
    assert parse(text).when is None
    found = near(text, period=SUBSIDY)
    assert found
    assert (str(found.first), found.precision) == (meant, Precision.DAY)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Q3 2O23", "Q3 2023"), ("eind 2O26", "eind 2026"), ("0ktober 2023", "oktober 2023"),
        ("okt0ber 2023", "oktober 2023"), ("apri1 2023", "april 2023"), ("juni 2203", "juni 2023"),
        ("29-2-2023 t/m 1-4-2023", "28-2-2023 t/m 1-4-2023"),
    ],
)  # fmt: skip
def test_a_period_is_meant_in_the_words_of_the_person(text: str, meant: str) -> None:
    found = near(text, period=SUBSIDY)
    assert found
    assert found.text == meant


@pytest.mark.parametrize(
    "text",
    [
        "1 jui 2023",  # June or July
        "1-10-20223",  # 2022 or 2023
        "05/O6/2022",  # 5 June or 6 May
        "32-10-2023", "00-10-2023", "13-25-2023", "kwartaal 5 2023", "week 54 2023", "1-10-", "1 oktober",
        "6 maanden", "als het af is", "gereed", "o1 2023", "fase 1 2023", "versie 2.1", "lokaal 1.01 2023",
        "ll", "-", "", "1 juni of 1 juli 2O23", "bel 06-12345678", "1 mrt. 2O21 " + "en verder " * 10,
    ],
)  # fmt: skip
def test_none_or_more_than_one_is_meant(text: str) -> None:
    assert near(text, period=SUBSIDY) is None


def test_the_years_of_the_subsidy_decide_between_years() -> None:
    assert near("1-10-2203") is None
    assert near("1-10-2203", period=(date(2000, 1, 1), date(2004, 12, 31))) == parse("1-10-2003").when


@pytest.mark.parametrize(
    "text", ["1-10-2023", "31 december 2023", "Q3 2023", "n.t.b.", "05/06/2022", "2x per jaar"]
)
def test_what_can_be_read_needs_no_guess(text: str) -> None:
    assert near(text) is None


@given(st.text(alphabet="0123456789OolI|-/. _,janfebmrtq", max_size=24))
def test_what_is_meant_can_be_read(text: str) -> None:
    found = near(text)
    if found:
        assert parse(text).when is None
        assert found.text
        again = parse(found.text)
        assert again.when == found
        assert again.note is None
