"""The picture of the trend: lines up to the report on which it was done, labels apart, words for all."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mijlpalen_xlsx.picture.trend import MOST_CURVES, Curve, trend_svg
from mijlpalen_xlsx.words import Lang

SVG = "{http://www.w3.org/2000/svg}"
FIRST, SECOND, THIRD = date(2026, 3, 1), date(2026, 10, 1), date(2027, 3, 1)

days = st.dates(date(1990, 1, 1), date(2099, 1, 1))
curves = st.lists(
    st.builds(
        lambda number, title, points: Curve(number, title, tuple(sorted(points))),
        st.text(max_size=5),
        st.text(max_size=60),
        st.lists(st.tuples(days, days, st.booleans()), max_size=5, unique_by=lambda p: p[0]),
    ),
    max_size=6,
)


def curve(number: str, *ends: date, done: bool = False) -> Curve:
    reports = (FIRST, SECOND, THIRD)
    points = [(report, end, False) for report, end in zip(reports, ends, strict=False)]
    if done:
        points[-1] = (*points[-1][:2], True)
    return Curve(number, f"Mijlpaal {number}", tuple(points))


def drawn(some: list[Curve]) -> ElementTree.Element:
    svg = trend_svg(some, "Trend", lang="nl")
    assert svg is not None
    return ElementTree.fromstring(svg)


def words(picture: ElementTree.Element) -> list[tuple[str, float]]:
    return [(e.text or "", float(e.get("y", "0"))) for e in picture.iter(f"{SVG}text")]


def test_one_report_date_is_no_trend() -> None:
    assert trend_svg([], "Trend", lang="nl") is None
    assert trend_svg([Curve("1.1", "Open", ((FIRST, THIRD, False),))], "Trend", lang="nl") is None


def test_a_later_date_stands_higher() -> None:
    picture = drawn([curve("1.1", SECOND, SECOND, THIRD), curve("2.2", SECOND, THIRD, date(2028, 1, 1))])
    heights = dict(words(picture))
    assert heights["2.2"] < heights["1.1"]


def test_title_and_description_tell_every_milestone() -> None:
    picture = drawn([curve("1.1", SECOND, THIRD), curve("2.2", THIRD, THIRD)])
    described = picture.findtext(f"{SVG}desc") or ""
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == "trend-title trend-desc"
    assert "1.1 Mijlpaal 1.1: op 1 maart 2026 verwacht op 1 oktober 2026" in described
    assert "2.2 Mijlpaal 2.2" in described


def test_labels_of_equal_dates_do_not_overlap() -> None:
    picture = drawn([curve(f"{n}.1", SECOND, THIRD, THIRD) for n in range(1, MOST_CURVES + 1)])
    numbers = {f"{n}.1" for n in range(1, MOST_CURVES + 1)}
    heights = sorted(y for word, y in words(picture) if word in numbers)
    assert len(heights) == MOST_CURVES
    assert all(later - before >= 12 for before, later in itertools.pairwise(heights))


def test_only_those_that_moved_most_are_drawn_and_it_says_so() -> None:
    many = [curve(f"{n}.1", SECOND, SECOND + timedelta(days=n)) for n in range(1, MOST_CURVES + 5)]
    picture = drawn(many)
    shown = {word for word, _ in words(picture)}
    assert "20.1" in shown
    assert "1.1" not in shown
    assert f"Getekend zijn de {MOST_CURVES} mijlpalen" in (picture.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_same_curves_give_the_same_text(lang: Lang) -> None:
    some = [curve("1.1", SECOND, THIRD, done=True)]
    assert trend_svg(some, "Trend", lang=lang) == trend_svg(some, "Trend", lang=lang)


@settings(max_examples=60, deadline=None)
@given(curves)
def test_anything_can_be_drawn(some: list[Curve]) -> None:
    svg = trend_svg(some, "Trend", lang="nl")
    if svg is not None:
        picture = ElementTree.fromstring(svg)
        height = float((picture.get("viewBox") or "").split()[-1])
        assert all(0 <= y <= height for _, y in words(picture))
