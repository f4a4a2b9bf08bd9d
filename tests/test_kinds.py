"""What each kind of column makes of what people type."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.cells import Cell, Value
from mijlpalen_xlsx.kinds import (
    Choice,
    Context,
    Date,
    Day,
    Effort,
    Kind,
    Number,
    NumberList,
    Reading,
    Text,
    party_names,
    plain,
)
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES


def read(kind: Kind, value: Value, context: Context | None = None) -> Reading:
    return kind.read(Cell("S", 1, 1, value), context or Context())


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        (40, 40.0), ("40", 40.0), ("40 uur", 40.0), ("40u", 40.0), ("ca. 40 uur", 40.0), ("5 dagdelen", 20.0),
        ("1 dagdeel", 4.0), ("2 dagen", 16.0), ("1.234,5", 1234.5), ("1.234", 1234.0), ("12,5 uur", 12.5),
        ("12.5", 12.5), ("1 200 uur", 1200.0), ("40 hours", 40.0), ("40 uur per jaar", 40.0),
    ],
)  # fmt: skip
def test_effort_is_read_in_hours(written: Value, hours: float) -> None:
    assert read(Effort(), written) == Reading(hours)


@pytest.mark.parametrize("written", ["veel", "40 euro", "n.n.b.", -3, 10**9, "3 fte", "40-60 uur"])
def test_effort_that_is_no_number_of_hours_is_said(written: Value) -> None:
    assert read(Effort(), written) == Reading(None, "unreadable-effort")


@pytest.mark.parametrize("written", [None, "", "-", "n.v.t."])
def test_no_effort_is_no_mistake(written: Value) -> None:
    assert read(Effort(), written) == Reading()


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1.1; 1.2", ("1.1", "1.2")), ("1.1, 1.2", ("1.1", "1.2")), ("1.1,1.2", ("1.1", "1.2")),
        ("1.1 en 1.2", ("1.1", "1.2")), ("1.1/1.2", ("1.1", "1.2")), ("1.1\n1.2", ("1.1", "1.2")),
        ("1,1", ("1.1",)), (1.1, ("1.1",)), (3, ("3",)), ("1.1 & 1.2 + 2.3", ("1.1", "1.2", "2.3")),
        ("1.1; 1.1", ("1.1",)), ("A1", ("A1",)), ("1.10", ("1.10",)),
    ],
)  # fmt: skip
def test_numbers_of_predecessors(written: Value, numbers: tuple[str, ...]) -> None:
    assert read(NumberList(), written).value == numbers


def test_a_number_that_became_a_date_is_read_back() -> None:
    reading = read(Number(), datetime(2026, 2, 1))
    assert (reading.value, reading.remark, reading.suggestion) == ("1.2", "number-became-date", "1.2")


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        (2023, date(2023, 1, 1), date(2023, 12, 31)),
        (45000, date(2023, 3, 15), date(2023, 3, 15)),
        (datetime(2023, 3, 15, 12, 30), date(2023, 3, 15), date(2023, 3, 15)),
        ("eind 2026", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_dates_of_every_make(written: Value, first: date, last: date) -> None:
    when = read(Date(), written).value
    assert (when.first, when.last) == (first, last)


def test_a_date_outside_this_age_is_unreadable() -> None:
    assert read(Date(), datetime(1905, 7, 14)).remark == "unreadable-date"


def test_a_reference_date_is_one_day() -> None:
    assert read(Day(), "1-3-2023").value == date(2023, 3, 1)
    assert read(Day(), "maart 2023").remark == "unreadable-date"


@pytest.mark.parametrize(
    ("written", "light"),
    [("Groen", "green"), ("oranje", "orange"), ("GEEL", "orange"), ("🔴", "red"), ("r", "red"),
     ("●", "green"), ("verloopt volgens schema", "green"), ("Green", "green")],
)  # fmt: skip
def test_lights_in_all_words(written: str, light: str) -> None:
    assert read(Choice(of=LIGHTS), written) == Reading(light)


@pytest.mark.parametrize(
    ("written", "light"),
    [("Groen, bijna klaar", "green"), ("groen/oranje", "orange"), ("oranje → rood", "red")],
)
def test_words_beside_a_light_leave_the_worst_colour(written: str, light: str) -> None:
    reading = read(Choice(of=LIGHTS), written)
    assert (reading.value, reading.remark) == (light, "words-beside-choice")


def test_a_mistyped_choice_gets_a_suggestion() -> None:
    reading = read(Choice(of=LIGHTS), "Groem")
    assert (reading.value, reading.remark, reading.suggestion) == (None, "not-in-list", "Groen")
    assert read(Choice(of=STAGES), "paars").suggestion is None


@given(st.text())
def test_text_is_kept_but_for_its_edges(text: str) -> None:
    kept = plain(text)
    assert plain(kept or "") == kept
    assert read(Text(), text).value == kept


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("vmbo A + B i.s.m. mbo X", ["vmbo A", "B", "mbo X"]),
        ("School A\nSchool B", ["School A", "School B"]),
        ("School A; School B / gemeente G", ["School A", "School B", "gemeente G"]),
        ("decanen vo/mbo", ["decanen vo/mbo"]),
        ("School A en School B", ["School A", "School B"]),
    ],
)
def test_parties_in_one_cell(written: str, names: list[str]) -> None:
    assert party_names(written) == names
