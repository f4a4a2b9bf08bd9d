"""Exports for other programs, read back by those programs or by libraries that are not ours."""

from __future__ import annotations

import csv
import dataclasses
import importlib.util
import io
import json
import subprocess
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import icalendar
import pytest
from hypothesis import given, settings
from playwright.sync_api import Browser

from mijlpalen_xlsx.format import Activity, Milestone, Role
from mijlpalen_xlsx.outputs.to_ics import plan_to_ics
from mijlpalen_xlsx.outputs.to_long_csv import plan_to_long_csv
from mijlpalen_xlsx.outputs.to_mermaid import plan_to_mermaid
from mijlpalen_xlsx.outputs.to_mspdi import plan_to_mspdi
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.schedule import finish
from tests.narrative.plans import DAY, plan
from tests.picture.plans import large, region
from tests.plans import plans

STAMP = datetime(2027, 3, 1, 12, 30)
HOSTILE = '70%; <b>a</b> #1: "x" `y` {z} %%{init: {}}%% \\n, end; \x07 \u202e é🎓 ]]> &amp; '


def hostile() -> Plan:
    rows = tuple(dataclasses.replace(m, title=HOSTILE + (m.title or "")) for m in plan().milestones)
    return plan(milestones=rows)


# Calendar


def events(text: str) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(text)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_reads_back_with_whole_days() -> None:
    found = events(plan_to_ics(plan(), DAY, STAMP).text)
    dated = [m for m in plan().milestones if finish(m)]
    assert len(found) == len(dated)
    for event, milestone in zip(found.values(), dated, strict=True):
        day = event.decoded("DTSTART")
        assert (type(day), day) == (date, finish(milestone))
        assert event.decoded("DTEND") == day + timedelta(days=1)
        assert (milestone.title or "?") in str(event["SUMMARY"])
        assert str(event["STATUS"]) == ("CANCELLED" if milestone.cancelled else "CONFIRMED")


def test_the_same_milestone_keeps_its_uid_and_counts_up() -> None:
    base = plan(about=About(plan_id="abc"))
    moved = dataclasses.replace(base.milestones[1], expected=base.milestones[4].due, title="Anders")
    later = dataclasses.replace(base, milestones=(base.milestones[0], moved, *base.milestones[2:]))
    before = events(plan_to_ics(base, DAY, STAMP).text)
    after = events(plan_to_ics(later, DAY, STAMP + timedelta(hours=1)).text)
    assert before.keys() == after.keys()
    unique = "abc-1.2@mijlpalen-xlsx"
    assert after[unique].decoded("DTSTART") == date(2028, 12, 31)
    assert all(int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"]) for uid in before)


def test_two_rows_with_one_number_are_two_events() -> None:
    row = plan().milestones[0]
    assert len(events(plan_to_ics(plan(milestones=(row, row)), DAY, STAMP).text)) == 2


def test_lines_are_folded_and_text_survives() -> None:
    text = plan_to_ics(hostile(), DAY, STAMP).text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    assert '70%; <b>a</b> #1: "x"' in str(next(iter(events(text).values()))["SUMMARY"])


@settings(max_examples=25)
@given(plans())
def test_any_plan_makes_a_calendar(made: Plan) -> None:
    found = events(plan_to_ics(made, DAY, STAMP).text)
    assert len(found) == sum(finish(m) is not None for m in made.milestones)


def test_the_calendar_says_what_is_not_in_it() -> None:
    made = plan_to_ics(plan(), DAY, STAMP)
    calendar = icalendar.Calendar.from_ical(made.text)
    assert "Zonder datum, en daarom niet in het bestand: 1.6." in made.left_out
    assert all(sentence in str(calendar["DESCRIPTION"]) for sentence in made.left_out)


# MS Project


def test_a_task_for_every_milestone_in_the_order_of_the_format() -> None:
    root = ElementTree.fromstring(plan_to_mspdi(plan(), DAY).text)
    space = {"p": "http://schemas.microsoft.com/project"}
    tasks = root.findall("p:Tasks/p:Task", space)
    assert [t.findtext("p:Summary", namespaces=space) for t in tasks] == ["1"] + ["0"] * 7
    order = [child.tag.split("}")[1] for child in tasks[2]]
    wanted = ["UID", "ID", "Name", "Start", "Finish", "Milestone", "PercentComplete", "Deadline", "Notes",
              "PredecessorLink", "Baseline"]  # fmt: skip
    assert [name for name in order if name in wanted] == wanted


@settings(max_examples=25)
@given(plans())
def test_any_plan_makes_xml(made: Plan) -> None:
    ElementTree.fromstring(plan_to_mspdi(made, DAY).text)


def by_mpxj(text: str, folder: Path, need_program: Callable[[str], str]) -> list[dict[str, Any]]:
    """The tasks as mpxj reads them, a Java library for planning files of every kind."""
    spec = importlib.util.find_spec("mpxj")
    assert spec is not None
    assert spec.origin is not None
    (folder / "plan.xml").write_text(text, "utf-8")
    jars = f"{Path(spec.origin).parent}/lib/*"
    paths = [str(folder / "plan.xml"), str(folder / "plan.json")]
    java = [need_program("java"), "-cp", jars, "org.mpxj.sample.MpxjConvert", *paths]
    subprocess.run(java, check=True, capture_output=True, timeout=120)
    tasks: list[dict[str, Any]] = json.loads((folder / "plan.json").read_text("utf-8"))["tasks"]
    return tasks


def test_mpxj_reads_the_same_days_baseline_and_order(
    need_program: Callable[[str], str], tmp_path: Path
) -> None:
    made = large(40)
    read = by_mpxj(plan_to_mspdi(made, DAY).text, tmp_path, need_program)
    found = [task for task in read if not task.get("summary")]
    dated = [m for m in made.milestones if finish(m)]
    assert len(found) == len(dated) > 30
    linked = 0
    names = {task["unique_id"]: task["name"] for task in found}
    number = {f"{m.number} {m.title}".strip(): m.number for m in dated}
    for task, milestone in zip(sorted(found, key=lambda t: t["id"]), dated, strict=True):
        start = milestone.start.as_start if milestone.start else finish(milestone)
        assert task["name"] == f"{milestone.number} {milestone.title}".strip()
        assert (task["start"][:10], task["finish"][:10]) == (str(start), str(finish(milestone)))
        due = milestone.due.as_due if milestone.due else None
        assert (task.get("baseline_finish") or "")[:10] == (str(due) if due else "")
        after = {number[names[p["predecessor_task_unique_id"]]] for p in task.get("predecessors", ())}
        assert after == set(milestone.depends_on) & {m.number for m in dated}
        linked += len(after)
    assert linked > 20


def test_milestones_that_wait_for_each_other_are_not_linked() -> None:
    one, other = plan().milestones[:2]
    made = plan(milestones=(dataclasses.replace(one, depends_on=("1.2", "9.9")), other))
    exported = plan_to_mspdi(made, DAY)
    assert "PredecessorLink" not in exported.text
    assert any("1.2, 9.9, 1.1" in sentence for sentence in exported.left_out)


# Mermaid


@pytest.mark.parametrize("made", [plan(), hostile(), region()], ids=["small", "hostile", "region"])
def test_mermaid_draws_it(made: Plan, browser: Browser, need_package: Callable[[str], Path]) -> None:
    page = browser.new_page()
    page.add_script_tag(path=need_package("mermaid") / "dist" / "mermaid.min.js")
    drawn = page.evaluate(
        "async text => { mermaid.initialize({startOnLoad: false});"
        " return (await mermaid.render('g', text)).svg }",
        plan_to_mermaid(made, DAY).text,
    )
    page.set_content(drawn)
    tasks = page.locator("svg rect.task").count()
    texts = page.locator("svg text.taskText, svg text.taskTextOutsideRight, svg text.taskTextOutsideLeft")
    dated = [m for m in made.milestones if finish(m)]
    assert tasks == len(dated) + 1
    shown = " ".join(texts.all_text_contents())
    assert all(" ".join((m.number or "").split()) in shown for m in dated)
    if made == hostile():
        assert '70%; <b>a</b> #1: "x"' in shown
    page.close()


def test_mermaid_says_what_is_not_in_it() -> None:
    made = plan_to_mermaid(plan(), DAY)
    assert [line.removeprefix("%% ") for line in made.text.splitlines() if line.startswith("%%")] == list(
        made.left_out
    )
    assert "Niet in het bestand: welke mijlpaal na welke komt." in made.left_out


# One long table


def rows_of(made: Plan) -> list[dict[str, str]]:
    text = plan_to_long_csv(made, DAY).text
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_a_row_for_every_milestone_and_activity() -> None:
    rows = rows_of(plan())
    assert [row["Soort"] for row in rows].count("mijlpaal") == 7
    assert rows[3]["Soort"] == "go/no-go"
    assert rows[4]["Gereed (gepland)"] == "eind 2028"
    assert rows[4]["Gereed (gepland): laatste dag"] == "31-12-2028"
    assert rows[6]["Gereed (werkelijk)"] == "vervallen"
    assert (rows[9]["Soort"], rows[9]["Stoplicht"], rows[9]["Deelproject"]) == (
        "activiteit",
        "Rood",
        "Techlab",
    )
    assert {row["Regio"] for row in rows} == {"De Zandhoek"}


@settings(max_examples=25)
@given(plans())
def test_every_row_is_as_long_as_the_heads(made: Plan) -> None:
    for row in rows_of(made):
        assert None not in row
        assert None not in row.values()


def test_no_cell_starts_a_formula() -> None:
    row = Milestone(number="1", title="=1+1", party="+31", roles=(Role("@a", "-1"),))
    made = plan(milestones=(row,), activities=(Activity(description="-x"),))
    assert not [v for r in rows_of(made) for v in r.values() if v.startswith(("=", "+", "-", "@"))]
