"""Whatever stands in a cell: parse never raises, keeps its promises, and stays quick."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.dates import Note, Precision, parse, range_text, show

WITHOUT_WHEN = {
    Note.STATUS_WORD, Note.DURATION, Note.IMPOSSIBLE, Note.NO_YEAR, Note.OUT_OF_RANGE, Note.UNKNOWN,
}  # fmt: skip
PHRASE_BOOK = (
    "1 12 31 2021 2022 1905 '21 sept mei Q3 kw 3e week 36 schooljaar sj helft half eerste voorjaar zomer"
    " winter begin medio eind ultimo voor tot t/m tm na per vanaf uiterlijk ca ± en of - / . , ( ) ?"
    " doorlopend gereed tussen zomervakantie kerst laatste jaarlijks vervallen maanden by"
    " until 20210901 start heden"
)
PIECES = [*PHRASE_BOOK.split(" "), "\n"]

TEXTS = st.one_of(
    st.text(max_size=210),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)
PERIODS = st.none() | st.tuples(st.dates(), st.dates()).map(lambda pair: (min(pair), max(pair)))


def _again(text: str) -> tuple[object, ...]:
    when = parse(text).when
    assert when
    return when[:3]


@given(TEXTS, PERIODS, st.none() | st.integers(-5, 9999))
def test_any_text(text: str, period: tuple[date, date] | None, year: int | None) -> None:
    parsed = parse(text, period=period, year=year)
    for when in (parsed.when, parsed.other):
        if when is None:
            continue
        assert when.text == text
        if when.first and when.last:
            assert when.first <= when.last
            assert when.precision not in (Precision.OPEN, Precision.NONE)
            assert (when.precision is not Precision.DAY) or when.first == when.last
        else:
            assert when.precision in (Precision.OPEN, Precision.NONE)
        if (when.first, when.last) != period:
            assert all(d is None or 1990 <= d.year <= 2099 for d in (when.first, when.last))
            assert _again(show(when)) == _again(show(when, "en")) == when[:3]
        assert range_text(when)
    assert (parsed.other is not None) == (parsed.note is Note.AMBIGUOUS)
    assert parsed.other is None or (parsed.when and parsed.other[:2] != parsed.when[:2])
    if parsed.when is None:
        assert parsed.note in WITHOUT_WHEN or not text.strip(" \n\t") or not text.isprintable()
    else:
        assert parsed.note not in WITHOUT_WHEN


NASTY = [
    "1" * 200,
    "1-" * 100,
    "a." * 100,
    "t/m " * 50,
    "((((" * 50,
    "(" * 100 + ")" * 100,
    "2021 - " * 28,
    "1 en " * 40,
    "half " * 40,
    "per per per " * 16,
    "een half " * 22,
    "1,5 " * 50,
    "'" * 200,
    "septembe " * 22,
    "ﷺ" * 200,
    " " * 199 + "x",
    "1-3-2022\n" * 22,
    "kerst-" * 33,
    "van tot " * 25,
    "x" * 10_000_000,
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_text_takes_no_time(text: str) -> None:
    start = perf_counter()
    parse(text)
    assert perf_counter() - start < 0.1
