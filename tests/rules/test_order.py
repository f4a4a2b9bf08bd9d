"""Order and knock-on of delays, held against networkx and against a slow and simple search."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules import RULES, check_plan
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.order import _comes_after, knock_on
from mijlpalen_xlsx.schemes import Scheme, scheme_named
from mijlpalen_xlsx.words import nearest, normal

DAY = date(2023, 10, 1)
FIRST = date(2024, 1, 1)


def day(number: int) -> When:
    return When.day(FIRST + timedelta(days=number))


def context(plan: Plan, scheme: Scheme | None = None) -> Context:
    return Context(plan, DAY, False, scheme, date(2024, 12, 31), frozenset(RULES))


def milestone(number: int, start: int, due: int, expected: int | None, after: tuple[int, ...]) -> Milestone:
    return Milestone(
        number=str(number), title="Het techlab is open", start=day(start), due=day(due),
        expected=None if expected is None else day(expected), depends_on=tuple(map(str, after)),
    )  # fmt: skip


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of up to eight milestones that may wait for any other, in circles too."""
    count = draw(st.integers(1, 8))
    rows = []
    for number in range(count):
        start = draw(st.integers(0, 60))
        due = start + draw(st.integers(0, 30))
        expected = draw(st.none() | st.integers(start, due + 40))
        after = draw(st.lists(st.integers(0, count - 1), max_size=3, unique=True))
        rows.append(milestone(number, start, due, expected, tuple(after)))
    return Plan(milestones=tuple(rows))


def slowly(plan: Plan, asked: Context) -> dict[str, int]:
    """Days that each milestone is pushed, by going round all pairs until nothing changes any more."""
    rows = {m.number: m for m in plan.milestones if m.number and m.number not in asked.in_circle}
    first = {n: m.start.first for n, m in rows.items() if m.start and m.start.first}
    due = {n: m.due.last for n, m in rows.items() if m.due and m.due.last}
    own = {n: m.expected.last if m.expected and m.expected.last else due[n] for n, m in rows.items()}
    ends = dict(own)
    changed = True
    while changed:
        changed = False
        for number, before in (
            (n, other) for n, m in rows.items() for other in m.depends_on if other in rows
        ):
            agreed, start, moved = due[before], first[number], ends[before]
            if start >= agreed < moved > start and due[number] + (moved - start) > ends[number]:
                ends[number] = due[number] + (moved - start)
                changed = True
    return {n: (ends[n] - own[n]).days for n in rows if ends[n] > own[n]}


@given(plans())
@settings(max_examples=400)
def test_knock_on_is_what_a_slow_search_finds(plan: Plan) -> None:
    asked = context(plan)
    pushed = knock_on(plan, asked)
    quick = {m.number: pushed[id(m)].days for m in plan.milestones if id(m) in pushed}
    assert quick == slowly(plan, asked)


@given(plans())
@settings(max_examples=300)
def test_every_circle_is_told_and_only_circles(plan: Plan) -> None:
    graph = networkx.DiGraph((m.number, other) for m in plan.milestones for other in m.depends_on)
    told = [f for f in check_plan(plan, reference_date=DAY) if f.code == "M302"]
    assert bool(told) is not networkx.is_directed_acyclic_graph(graph)
    in_circles = set(context(plan).in_circle)
    assert in_circles <= {n for part in networkx.strongly_connected_components(graph) for n in part}
    graph.remove_nodes_from(in_circles)
    assert networkx.is_directed_acyclic_graph(graph)


@given(plans())
@settings(max_examples=200)
def test_the_chain_of_a_push_is_a_path_in_the_plan(plan: Plan) -> None:
    graph = networkx.DiGraph((other, m.number) for m in plan.milestones for other in m.depends_on)
    for pushed in knock_on(plan, context(plan)).values():
        assert networkx.is_simple_path(graph, [m.number for m in pushed.chain])


def findings(plan: Plan, scheme: Scheme | None = None) -> list[Finding]:
    found = check_plan(plan, reference_date=DAY, scheme=scheme)
    return [f for f in found if f.code in ("M303", "M304", "M305", "M306")]


def chain(expected: int | None) -> Plan:
    return Plan(
        milestones=(
            milestone(1, 0, 100, expected, ()),
            milestone(2, 100, 200, None, (1,)),
            milestone(3, 200, 300, None, (2,)),
        )
    )


def test_a_delay_passes_through_the_chain() -> None:
    told = findings(chain(110))
    assert [(f.code, f.values["number"], f.values["weeks"]) for f in told] == [
        ("M305", "1", 2),
        ("M305", "1", 2),
    ]
    assert findings(chain(100)) == []
    assert findings(chain(None)) == []


def test_slack_between_milestones_takes_up_a_delay() -> None:
    first, second, third = chain(110).milestones
    later = replace(third, start=day(205))
    told = findings(Plan(milestones=(first, second, later)))
    days = [(f.values["number"], f.values["example"]) for f in told]
    assert days == [("1", FIRST + timedelta(days=210)), ("1", FIRST + timedelta(days=305))]
    assert "een week" in told[1].sentence


def test_who_already_moved_the_expected_date_hears_nothing() -> None:
    first, second, third = chain(110).milestones
    moved = (replace(second, expected=day(210)), replace(third, expected=day(310)))
    assert findings(Plan(milestones=(first, *moved))) == []


def test_what_is_done_or_cancelled_is_not_pushed() -> None:
    first, second, third = chain(110).milestones
    done = replace(second, start=None, actual=When.day(date(2023, 9, 1)))
    assert [f.code for f in findings(Plan(milestones=(first, done, third)))] == ["M304"]
    cancelled = replace(second, cancelled=True)
    assert findings(Plan(milestones=(first, cancelled, third))) == []


def test_the_end_of_the_chain_after_the_subsidy_is_told_once() -> None:
    scheme = scheme_named("sto-2020-2024")
    told = findings(chain(190), scheme)
    assert [(f.code, f.values["number"]) for f in told] == [("M305", "1"), ("M306", "1")]
    assert told[-1].values["chain"] == "1 → 2 → 3"
    assert told[-1].values["day"] == FIRST + timedelta(days=390)


def test_ignoring_the_end_result_leaves_the_delay() -> None:
    scheme = scheme_named("sto-2020-2024")
    found = check_plan(chain(190), reference_date=DAY, scheme=scheme, ignore=("M306",))
    assert [f.code for f in found if f.code.startswith("M30")] == ["M305", "M305"]


@pytest.mark.parametrize(
    ("actual_first", "actual_second", "codes"),
    [(None, 5, ["M304"]), (9, 5, ["M304"]), (5, 9, []), (5, 5, []), (5, None, []), (None, None, [])],
)
def test_done_in_the_wrong_order(
    actual_first: int | None, actual_second: int | None, codes: list[str]
) -> None:
    def done(number: int, actual: int | None, after: tuple[str, ...]) -> Milestone:
        when = None if actual is None else When.day(date(2023, 9, actual))
        return Milestone(number=str(number), due=When.day(date(2023, 12, 1)), actual=when, depends_on=after)

    rows = (done(1, actual_first, ()), done(2, actual_second, ("1",)))
    assert [f.code for f in findings(Plan(milestones=rows))] == codes


def test_a_long_chain_is_no_problem() -> None:
    rows = [milestone(0, 0, 1, 5, ())]
    rows += [milestone(n, n, n + 1, None, (n - 1,)) for n in range(1, 2000)]
    plan = Plan(milestones=tuple(reversed(rows)))
    assert len(knock_on(plan, context(plan))) == 1999


@given(st.lists(st.text("12.a", min_size=1, max_size=5), max_size=8), st.text("12.ab", max_size=9))
def test_the_number_that_was_meant_is_the_nearest_one(numbers: list[str], unknown: str) -> None:
    plan = Plan(milestones=tuple(Milestone(number=number) for number in numbers))
    known = plan.by_number()
    if normal(unknown) not in known:
        expected = nearest(unknown, [m.number for m in known.values() if m.number])
        assert context(plan).nearest_number(unknown) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefg"), max_size=2)), max_size=7
    ),
    st.sampled_from("abcdefg"),
)
def test_what_comes_after_what_is_what_the_graph_says(rows: list[tuple[str, list[str]]], wanted: str) -> None:
    plan = Plan(milestones=tuple(Milestone(number=n, depends_on=tuple(after)) for n, after in rows))
    known = plan.by_number()
    graph = networkx.DiGraph([(n, after) for n, m in known.items() for after in m.depends_on])
    for milestone in plan.milestones:
        before = set(milestone.depends_on)
        before |= {far for n in before if n in graph for far in networkx.descendants(graph, n)}
        before |= {n for n in before if n in graph and graph.has_edge(n, n)}
        assert _comes_after(milestone, wanted, context(plan)) == (wanted in before)


def test_an_unknown_number_in_every_row_of_a_long_chain_takes_no_long_time() -> None:
    rows = [
        Milestone(number=f"{n}", title="Het techlab is open", depends_on=(f"{n - 1}", f"x{n}yz"))
        for n in range(1, 3001)
    ]
    asked = context(Plan(milestones=tuple(rows)))
    assert not any(_comes_after(row, asked.number(later), asked) for row, later in pairwise(rows))
