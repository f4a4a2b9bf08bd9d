"""A When in words, and back again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.dates import Precision, When, from_serial, parse, range_text, short, show, written_out
from mijlpalen_xlsx.words import Lang

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
LANGS = st.sampled_from(get_args(Lang))
YEARS = st.integers(1990, 2098)

PHRASES = st.one_of(
    st.builds(
        "{} {}".format, st.sampled_from(["september", "feb", "begin mei", "medio mei", "eind mei"]), YEARS
    ),
    st.builds("Q{} {}".format, st.integers(1, 4), YEARS),
    st.builds("{}e helft {}".format, st.integers(1, 2), YEARS),
    st.builds("week {} {}".format, st.integers(1, 52), YEARS),
    st.builds(
        "{} {}".format,
        st.sampled_from(["voorjaar", "zomer", "najaar", "winter", "begin", "medio", "eind"]),
        YEARS,
    ),
    YEARS.map(lambda y: f"schooljaar {y}-{y + 1}"),
    YEARS.map(lambda y: f"studiejaar {y}/{y + 1}"),
    YEARS.map(lambda y: f"winter {y}-{y + 1}"),
    YEARS.map(lambda y: f"eind schooljaar {y}-{y + 1}"),
    st.builds("{} {}".format, st.sampled_from(["uiterlijk", "vanaf", "t/m", "na de zomer"]), YEARS),
    st.builds(lambda a, b: f"{min(a, b)} t/m {max(a, b)}", YEARS, YEARS),
    st.builds(lambda a, b: f"{min(a, b)} t/m {max(a, b)}", DAYS, DAYS),
    st.builds(lambda a, b: f"{min(a, b):%m-%Y} t/m {max(a, b):%m-%Y}", DAYS, DAYS),
    DAYS.map(str),
    st.sampled_from(["n.t.b.", "doorlopend", "n.v.t.", "jaarlijks"]),
)


@given(PHRASES, LANGS)
def test_what_is_shown_reads_back_the_same(text: str, lang: Lang) -> None:
    when = parse(text).when
    assert when
    again = parse(show(when, lang)).when
    assert again
    assert again[:3] == when[:3]


@given(DAYS, LANGS)
def test_every_day_reads_back(day: date, lang: Lang) -> None:
    for text in (written_out(day, lang), short(day, lang), show(When.day(day), lang), day.isoformat()):
        when = parse(text).when
        assert when
        assert when[:3] == (day, day, Precision.DAY)


@given(DAYS, DAYS, LANGS)
def test_every_period_reads_back(a: date, b: date, lang: Lang) -> None:
    first, last = min(a, b), max(a, b)
    if first == last:
        last = first + timedelta(days=1)
    if last.year == 2100:
        return
    for text in (
        show(When(first, last, Precision.PERIOD), lang),
        range_text(When(first, last, Precision.PERIOD), lang),
    ):
        when = parse(text).when
        assert when
        assert (when.first, when.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        ("1-10-2023", "1 oktober 2023", "1 October 2023"),
        ("medio 2022", "mei t/m augustus 2022", "May to August 2022"),
        ("eind 2023", "4e kwartaal 2023", "Q4 2023"),
        ("begin sept 2021", "1 t/m 10 september 2021", "1 to 10 September 2021"),
        ("2021 t/m 2023", "2021 t/m 2023", "2021 to 2023"),
        ("sj 21-22", "schooljaar 2021-2022", "school year 2021-2022"),
        ("2e helft 2024", "2e helft 2024", "second half of 2024"),
        ("herfst 2024", "najaar 2024", "autumn 2024"),
        ("wk 5 2024", "week 5 2024", "week 5 2024"),
        ("sept '21", "september 2021", "September 2021"),
        ("1 sept 2021 - 30 juni 2022", "september 2021 t/m juni 2022", "September 2021 to June 2022"),
        ("uiterlijk 1-10-2023", "uiterlijk 1 oktober 2023", "by 1 October 2023"),
        ("vanaf 1-8-2022", "vanaf 1 augustus 2022", "from 1 August 2022"),
        ("doorlopend", "doorlopend", "ongoing"),
        ("?", "n.t.b.", "TBD"),
    ],
)
def test_phrases(text: str, nl: str, en: str) -> None:
    when = parse(text).when
    assert when
    assert (show(when), show(when, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        ("medio 2022", "1 mei t/m 31 augustus 2022", "1 May to 31 August 2022"),
        ("sept 2021", "1 t/m 30 september 2021", "1 to 30 September 2021"),
        ("sj 21-22", "1 augustus 2021 t/m 31 juli 2022", "1 August 2021 to 31 July 2022"),
        ("1-10-2023", "1 oktober 2023", "1 October 2023"),
        ("vanaf 1-8-2022", "vanaf 1 augustus 2022", "from 1 August 2022"),
        ("uiterlijk 1-10-2023", "uiterlijk 1 oktober 2023", "by 1 October 2023"),
        ("n.t.b.", "geen datum", "no date"),
    ],
)
def test_days_in_words(text: str, nl: str, en: str) -> None:
    when = parse(text).when
    assert when
    assert (range_text(when), range_text(when, "en")) == (nl, en)


def test_short() -> None:
    assert short(date(2023, 10, 1)) == "1 okt 2023"
    assert short(date(2023, 3, 1)) == "1 mrt 2023"
    assert short(date(2023, 3, 1), "en") == "1 Mar 2023"


@pytest.mark.parametrize("precision", [p for p in Precision if p not in (Precision.NONE, Precision.OPEN)])
def test_a_when_that_does_not_fit_its_precision_shows_its_days(precision: Precision) -> None:
    odd = When(date(2022, 2, 3), date(2022, 2, 5), precision)
    assert show(odd) == "3 t/m 5 februari 2022"


@pytest.mark.parametrize(
    ("number", "date_1904", "day"),
    [
        (44440, False, date(2021, 9, 1)),
        (44440.75, False, date(2021, 9, 1)),
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (60, False, None),
        (61, False, date(1900, 3, 1)),
        (0, False, None),
        (0, True, date(1904, 1, 1)),
        (42978, True, date(2021, 9, 1)),
        (-1, False, None),
        (float("nan"), False, None),
        (float("inf"), False, None),
        (2958465, False, date(9999, 12, 31)),
        (2958466, False, None),
        (2957003, True, date(9999, 12, 31)),
        (2957004, True, None),
    ],
)
def test_day_number(number: float, date_1904: bool, day: date | None) -> None:
    assert from_serial(number, date_1904) == day
