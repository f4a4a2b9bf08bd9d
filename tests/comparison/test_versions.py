"""Versions beside each other: their order, what became of every row, the trend, the log."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from mijlpalen_xlsx.comparison import Order, What, compare, counts, logged, sections, trend_of
from mijlpalen_xlsx.comparison.told import amount
from mijlpalen_xlsx.dates import When, parse
from mijlpalen_xlsx.format import Activity, General, LogEntry, Milestone, TrendEntry
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.vocabulary import Light, Stage
from mijlpalen_xlsx.words import Lang
from mijlpalen_xlsx.writer import workbook_bytes
from samples.three_versions import three_versions
from tests.plans import plans

EARLY, LATE = date(2026, 3, 1), date(2026, 10, 1)
TITLE = "Het techlab opent met een rooster voor vier scholen"


def day(text: str) -> When | None:
    return parse(text).when


def milestone(**more: Any) -> Milestone:
    return Milestone(**{"number": "1.1", "title": TITLE, "due": day("1-12-2026"), **more})


def version(on: date | None, *milestones: Milestone, **more: Any) -> Plan:
    return Plan(general=General(reference_date=on), milestones=milestones, **more)


def became(old: Milestone, new: Milestone) -> tuple[What, tuple[str, ...], int | None]:
    """What became of one milestone, what differs, and the days it moved."""
    step = compare([version(EARLY, old), version(LATE, new)]).steps[0]
    if not step.milestones:
        return What.SAME, (), None
    (change,) = step.milestones
    return change.what, change.keys, change.days


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, (What.SAME, (), None)),
        ({}, {"expected": day("1-2-2027")}, (What.LATER, ("expected",), 62)),
        ({"expected": day("1-2-2027")}, {"expected": day("1-1-2027")}, (What.EARLIER, ("expected",), -31)),
        ({}, {"due": day("8-12-2026")}, (What.LATER, ("due",), 7)),
        ({}, {"actual": day("1-9-2026")}, (What.DONE, ("actual",), -91)),
        ({"actual": day("1-2-2026")}, {}, (What.REOPENED, ("actual",), 303)),
        ({}, {"cancelled": True}, (What.CANCELLED, ("cancelled",), 0)),
        ({"cancelled": True}, {}, (What.REOPENED, ("cancelled",), 0)),
        ({}, {"title": "Het techlab is open"}, (What.CHANGED, ("title",), 0)),
        ({}, {"number": "2.3"}, (What.CHANGED, ("number",), 0)),
        ({"due": day("1-5-2026")}, {"due": day("1-5-2026")}, (What.LATE, (), 0)),
        ({"due": day("Q4 2026")}, {"due": day("4e kwartaal 2026")}, (What.SAME, (), None)),
        ({"party": "School A"}, {"party": " School  A"}, (What.SAME, (), None)),
        ({"extra": {"Budget": "3"}}, {"extra": {"Budget": "4"}}, (What.CHANGED, ("extra:Budget",), 0)),
        ({"due": None, "written": {"due": "ooit"}}, {"due": None, "written": {"due": "nooit"}},
         (What.CHANGED, ("due",), None)),
    ],
)  # fmt: skip
def test_what_became_of_a_milestone(
    before: dict[str, Any], after: dict[str, Any], expected: tuple[What, tuple[str, ...], int | None]
) -> None:
    assert became(milestone(**before), milestone(**after)) == expected


def test_order_is_that_of_the_reference_dates() -> None:
    one, other = version(LATE, milestone()), version(EARLY, milestone())
    found = compare([one, other], ["late", "early"])
    assert ([v.file for v in found.versions], found.order) == (["early", "late"], Order.REFERENCE_DATE)
    assert compare([other, one]).order is Order.GIVEN


def test_without_a_reference_date_the_order_is_as_given() -> None:
    found = compare([version(LATE, milestone()), version(None, milestone())], ["one", "other"])
    assert ([v.file for v in found.versions], found.order) == (["one", "other"], Order.UNKNOWN)


def test_two_versions_are_needed() -> None:
    with pytest.raises(ValueError, match="two versions"):
        compare([version(EARLY)])


def test_dependencies_on_a_row_that_was_renumbered_did_not_change() -> None:
    first, after = milestone(), milestone(number="1.2", title="Er is geëvalueerd", depends_on=("1.1",))
    pushed = dataclasses.replace(first, number="1.4")
    step = compare(
        [version(EARLY, first, after), version(LATE, pushed, dataclasses.replace(after, depends_on=("1.4",)))]
    ).steps[0]
    assert [(change.record.number, change.keys) for change in step.milestones] == [("1.4", ("number",))]


def test_what_went_stands_where_it_stood() -> None:
    rows = [milestone(number=f"1.{n}", title=f"Resultaat {'abcd'[n]} {n * 'z'}") for n in range(4)]
    step = compare([version(EARLY, *rows), version(LATE, rows[0], rows[3], milestone(number="2.1"))]).steps[0]
    assert [(c.record.number, c.what) for c in step.milestones] == [
        ("1.1", What.WENT), ("1.2", What.WENT), ("2.1", What.CAME),
    ]  # fmt: skip


def test_light_and_stage_of_an_activity() -> None:
    def activity(**more: Any) -> Activity:
        return Activity(number="1", description="Lessen geven", **more)

    before, after = activity(light=Light.GREEN), activity(light=Light.RED, stage=Stage.IN_PROGRESS)
    looked_at = dataclasses.replace(before, updated=When.day(LATE))
    step = compare([version(EARLY, activities=(before,)), version(LATE, activities=(after,))]).steps[0]
    assert [(c.what, c.keys) for c in step.activities] == [(What.JUDGED, ("light", "stage"))]
    same = compare([version(EARLY, activities=(before,)), version(LATE, activities=(looked_at,))]).steps[0]
    assert same.activities == ()


def test_objective_in_other_words_is_neither_gone_nor_new() -> None:
    def under(objective: str) -> Plan:
        return version(None, activities=(Activity(number="1", description="Lessen", objective=objective),))

    old = under("Eind 2028 volgt 70% van de leerlingen technieklessen")
    new = under("Eind 2028 volgt 75% van de leerlingen technieklessen")
    (change,) = compare([old, new]).steps[0].objectives
    assert change.old
    assert change.new
    assert compare([old, new]).steps[0].findings == ()


def test_plans_that_share_no_milestone_are_strangers() -> None:
    other = milestone(number="9.9", title="Een heel ander resultaat")
    assert compare([version(EARLY, milestone()), version(LATE, other)]).steps[0].strangers
    assert not compare([version(EARLY, milestone()), version(LATE, milestone())]).steps[0].strangers


def test_every_milestone_is_counted_once() -> None:
    versions = [read(data) for data in three_versions().values()]
    for step in compare(versions).steps:
        known = {m.number for m in step.old.plan.milestones} | {m.number for m in step.new.plan.milestones}
        total = sum(counts(step).values())
        assert total == len(step.milestone_pairs) + len(step.of(What.CAME, What.WENT))
        assert total >= len(known) - len(step.of(What.CHANGED))
        told = [line for section in sections(step, "nl") for line in section.lines]
        assert len(told) >= len(step.milestones) + len(step.activities)


@settings(max_examples=15, deadline=None)
@given(plans())
def test_a_plan_beside_itself_has_not_changed(plan: Plan) -> None:
    step = compare([plan, plan]).steps[0]
    assert not step.general
    assert [c for c in step.milestones if c.keys] == []
    assert [c for c in step.activities if c.keys] == []
    assert step.objectives == ()
    assert step.findings == ()


@pytest.mark.parametrize("lang", ["nl", "en"])
@settings(max_examples=15, deadline=None)
@given(plan=plans(), other=plans())
def test_any_two_plans_can_be_told_of(plan: Plan, other: Plan, lang: Lang) -> None:
    for section in sections(compare([plan, other]).steps[0], lang):
        assert section.title
        assert all(all(line.said) for line in section.lines)


def test_amounts_are_days_and_then_weeks() -> None:
    assert [amount(n, "nl") for n in (1, -5, 14, -92)] == [
        "1 dag", "5 dagen", "2 weken (14 dagen)", "13 weken (92 dagen)",
    ]  # fmt: skip


# The trend


def test_trend_follows_a_milestone_that_was_renumbered() -> None:
    versions = [
        version(EARLY, milestone()),
        version(date(2026, 6, 1), milestone(number="1.2", expected=day("1-2-2027"))),
        version(LATE, milestone(number="1.2", actual=day("20-9-2026"))),
    ]
    (line,) = trend_of(compare(versions)).lines
    assert [e and (e.day, e.done) for e in line.estimates] == [
        (date(2026, 12, 1), False), (date(2027, 2, 1), False), (date(2026, 9, 20), True),
    ]  # fmt: skip
    assert line.days == -72


def test_trend_has_what_came_later_and_what_went() -> None:
    other = milestone(number="3.1", title="Er is geëvalueerd met alle partners")
    versions = [
        version(EARLY, milestone()), version(date(2026, 6, 1), milestone(), other), version(LATE, other),
    ]  # fmt: skip
    lines = {line.latest.number: line for line in trend_of(compare(versions)).lines}
    assert [e is not None for e in lines["1.1"].estimates] == [True, True, False]
    assert [e is not None for e in lines["3.1"].estimates] == [False, True, True]
    assert trend_of(compare(versions)).moved == ()


# The log


def test_log_has_a_line_per_change_and_trend_what_was_expected() -> None:
    earlier, plan = version(EARLY, milestone()), version(LATE, milestone(expected=day("februari 2027")))
    found = logged(plan, [earlier], today=date(2030, 1, 1))
    (entry,) = found.plan.log
    assert entry.date == When.day(LATE)
    assert (entry.number, entry.expected) == ("1.1", day("februari 2027"))
    assert entry.explanation == "13 weken (89 dagen) later: van 1 dec 2026 naar 28 feb 2027."
    (trend,) = found.plan.trend
    assert trend.expected == (
        (EARLY, When.day(date(2026, 12, 1))),
        (LATE, When.day(date(2027, 2, 28))),
    )
    assert (found.lines, found.estimates) == (1, 2)


def test_log_and_trend_keep_what_stands_there_and_get_nothing_twice() -> None:
    kept = LogEntry(number="9", explanation="Van de stuurgroep")
    mine = TrendEntry(number="1.1", expected=((EARLY, When.day(date(2026, 11, 30))),))
    plan = version(LATE, milestone(expected=day("1-2-2027")), log=(kept,), trend=(mine,))
    earlier = version(EARLY, milestone())
    once = logged(plan, [earlier], today=LATE)
    assert once.plan.log[0] == kept
    assert once.plan.trend[0].expected[0] == mine.expected[0]
    again = logged(once.plan, [earlier], today=LATE)
    assert (again.plan, again.lines, again.estimates) == (once.plan, 0, 0)


def test_log_of_an_activity_has_its_light_bottleneck_and_measure() -> None:
    before = Activity(number="4", description="Machines", light=Light.GREEN)
    after = dataclasses.replace(
        before, light=Light.RED, explanation="Levering uitgesteld.", bottlenecks="Levertijd", measure="Huren"
    )
    plan = version(LATE, activities=(after,))
    (entry,) = logged(plan, [version(EARLY, activities=(before,))], today=LATE).plan.log
    assert (entry.light, entry.bottlenecks, entry.measure) == (Light.RED, "Levertijd", "Huren")
    assert entry.explanation == "Stoplicht: Groen → Rood. Levering uitgesteld."


def test_log_repeats_no_data_of_a_person() -> None:
    before = milestone(title="Bel j.voorbeeld@example.org over het rooster van het techlab")
    plan = version(LATE, milestone(title="Het rooster van het techlab is klaar"))
    (entry,) = logged(plan, [version(EARLY, before)], today=LATE).plan.log
    assert "example.org" not in (entry.explanation or "")


def test_log_refuses_a_later_version() -> None:
    with pytest.raises(ValueError, match="later"):
        logged(version(EARLY), [version(LATE)], today=LATE)


def test_log_comes_back_from_the_workbook() -> None:
    first, second, third = (read(data) for data in three_versions().values())
    filled = logged(third, [first, second], today=LATE).plan
    back = read(workbook_bytes(filled))
    assert [e.explanation for e in back.log] == [e.explanation for e in filled.log]
    assert [(t.number, [(d, w.as_due) for d, w in t.expected]) for t in back.trend] == [
        (t.number, [(d, w.as_due) for d, w in t.expected]) for t in filled.trend
    ]
    assert (back.milestones, back.activities) == (third.milestones, third.activities)
    assert logged(back, [first, second], today=LATE).lines == 0
