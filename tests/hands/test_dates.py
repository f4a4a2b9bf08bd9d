"""The table of date phrases, and those that people write beside it, through a saved workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from mijlpalen_xlsx.dates import Note, Parsed, Precision, When, parse
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.kinds import plain
from tests.dates.test_phrases import DUES, MORE, NOISE
from tests.dates.test_table import PERIOD, READ, REFUSED
from tests.hands.made import Value, plan_of, remarks_of

HEADS = ["Nr", "Mijlpaal", "Gereed (gepland)", *range(2020, 2025)]
NO_VALUE = {Note.NOT_APPLICABLE, Note.HOLIDAY, Note.CANCELLED}
"""Notes of cells that stand for no date in the plan."""


def due_of(*values: Value) -> Sequence[Milestone]:
    """The milestones of a plan for 2020 to 2024 with these values in the column of their end."""
    return plan_of(HEADS, [[f"1.{n}", f"Stap {n}", value] for n, value in enumerate(values, 1)]).milestones


def _phrases() -> list[str]:
    table = [line.split(" | ")[0].strip() for line in READ.strip().splitlines()]
    refused = [text for texts in REFUSED.values() for text in texts]
    more = [line.split(" | ")[0].strip() for line in MORE.strip().splitlines()]
    dues = [piece.rpartition(" ")[0].strip() for piece in DUES.replace("\n", " ").split(",")]
    every = dict.fromkeys([*table, *refused, *more, *dues, *NOISE])
    return [text for text in every if not text.startswith("=")]  # in a workbook that is a formula


PHRASES = _phrases()


@cache
def _read() -> dict[str, Milestone]:
    return dict(zip(PHRASES, due_of(*PHRASES), strict=True))


def test_there_are_many() -> None:
    assert len(PHRASES) > 200


@pytest.mark.parametrize("text", PHRASES)
def test_a_phrase_in_a_cell(text: str) -> None:
    """What ``parse`` makes of the text comes into the plan, and the text is never lost."""
    kept = plain(text) or ""
    milestone, parsed = _read()[text], parse(kept, period=PERIOD)
    assert milestone.at("due")
    if parsed.when is None or parsed.note in NO_VALUE:
        assert milestone.due is None
        assert milestone.written["due"] == kept
        assert milestone.cancelled is (parsed.note is Note.CANCELLED)
    else:
        assert milestone.due == parsed.when
        assert milestone.due.text == kept
    assert [remark.name for remark in milestone.remarks] in _may_say(parsed)


def _may_say(parsed: Parsed) -> list[list[str]]:
    """What may be said of a cell: nothing of a plain day, and that it cannot be read only when so."""
    if parsed.note in (Note.NOT_APPLICABLE, Note.CANCELLED):
        return [[]]
    if parsed.when is None or parsed.note is Note.HOLIDAY:
        return [["unreadable-date"]]
    return [[], ["period-in-words"], ["ambiguous-date"], ["vague-date"]]


def test_numbers_that_stand_for_days_and_years() -> None:
    year, serial, real, text = due_of(2023, 44805, datetime(2022, 9, 1, 13, 30), "'1-9-2022")
    assert year.due == When(date(2023, 1, 1), date(2023, 12, 31), Precision.YEAR, "2023")
    for milestone in (serial, real, text):
        assert milestone.due is not None
        assert (milestone.due.first, milestone.due.last) == (date(2022, 9, 1), date(2022, 9, 1))


def test_days_of_a_workbook_that_counts_from_1904() -> None:
    def from_1904(sheet: object) -> None:
        sheet.parent.epoch = CALENDAR_MAC_1904  # type: ignore[attr-defined]

    plan = plan_of(HEADS, [["1.1", "A", datetime(2022, 9, 1)], ["1.2", "B", 43343]], from_1904)
    for milestone in plan.milestones:
        assert milestone.due is not None
        assert milestone.due.first == date(2022, 9, 1)
    assert remarks_of(plan) == []


@pytest.mark.parametrize("text", ["Q3", "K1", "3e kwartaal", "week 36", "1 september"])
def test_without_a_year_it_is_asked_for(text: str) -> None:
    (milestone,) = due_of(text)
    assert milestone.due is None
    assert milestone.written["due"] == text
    assert [remark.name for remark in milestone.remarks] == ["unreadable-date"]
