"""Status, slip and order of milestones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.schedule import circles, slip_weeks, status

TODAY = date(2023, 3, 1)


def milestone(**days: str) -> Milestone:
    when = {key: When.day(date.fromisoformat(day)) for key, day in days.items()}
    return replace(Milestone(title="M"), **when)  # type: ignore[arg-type]  # every date field takes a When


@pytest.mark.parametrize(
    ("days", "expected", "weeks"),
    [
        ({"due": "2021-06-30", "actual": "2021-07-09"}, "done", 1),
        ({"due": "2022-12-22", "expected": "2023-04-28"}, "late", 18),
        ({"due": "2023-03-17", "expected": "2023-05-26"}, "slipping", 10),
        ({"start": "2023-09-04", "due": "2024-06-28"}, "not_started", 0),
        ({"start": "2022-11-14", "due": "2023-07-07"}, "on_schedule", 0),
        ({"start": "2022-11-14"}, "no_date", None),
        ({"due": "2023-03-01"}, "on_schedule", 0),
        ({"due": "2023-02-28"}, "late", 0),
        ({"due": "2023-06-01", "expected": "2023-05-01"}, "on_schedule", 0),
    ],
)
def test_status_and_slip(days: dict[str, str], expected: str, weeks: int | None) -> None:
    assert status(milestone(**days), TODAY) == expected
    assert slip_weeks(milestone(**days), TODAY) == weeks


def test_cancelled_wins() -> None:
    gone = Milestone(title="M", due=When.day(date(2020, 1, 1)), cancelled=True)
    assert status(gone, TODAY) == "cancelled"
    assert slip_weeks(gone, TODAY) is None


@given(st.integers(0, 4000))
def test_slip_is_weeks_rounded(days: int) -> None:
    late = Milestone(due=When.day(TODAY), actual=When.day(TODAY + timedelta(days=days)))
    assert slip_weeks(late, TODAY) == int(days / 7 + 0.5)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_circles_are_those_of_the_graph(edges: list[tuple[int, int]]) -> None:
    after: dict[int, list[str]] = {n: [] for n in range(8)}
    for a, b in edges:
        after[a].append(str(b))
    rows = [Milestone(number=str(n), depends_on=tuple(numbers)) for n, numbers in after.items()]
    found = circles(rows)
    graph = networkx.DiGraph([(str(a), str(b)) for a, b in edges])
    assert bool(found) == (not networkx.is_directed_acyclic_graph(graph))
    for circle in found:
        assert all(graph.has_edge(a, b) for a, b in zip(circle, circle[1:] + circle[:1], strict=True))


def test_a_long_chain_is_no_problem() -> None:
    chain = [Milestone(number=str(n), depends_on=(str(n + 1),)) for n in range(5000)]
    assert circles(chain) == []
