"""The rules about versions: their mended examples are silent, and what they say without a reference date."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from mijlpalen_xlsx.comparison import compare
from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import General, Milestone
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules import RULES
from mijlpalen_xlsx.rules.versions import same_plan
from tests.rules.two_versions import mended, versions

COMPARED = ("M802", "M803", "M804")


@pytest.mark.parametrize("code", COMPARED)
def test_mended_example_gives_nothing(code: str) -> None:
    assert compare([versions(code)[0], mended(code)]).steps[0].findings == ()


@pytest.mark.parametrize("code", COMPARED)
def test_without_a_reference_date_it_is_the_previous_version(code: str) -> None:
    undated = [dataclasses.replace(plan, general=General()) for plan in versions(code)]
    said = [render(finding, "nl") for finding in compare(undated).steps[0].findings]
    assert said
    assert all("vorige versie" in sentence for sentence in said)


@pytest.mark.parametrize("code", ["M801", *COMPARED])
def test_they_warn_and_find_nothing_in_one_plan(code: str) -> None:
    assert RULES[code].severity is Severity.WARNING
    assert RULES[code].find is None


@pytest.mark.parametrize("code", ["M802", "M803"])
def test_objectives_are_talked_over_and_no_advice_is_given(code: str) -> None:
    for sentence in RULES[code].sentences():
        assert sentence.endswith("Overleg met uw regio-ondersteuner.")
        assert not {"meld", "plicht", "moet", "verplicht"} & set(sentence.casefold().split())


def test_the_same_plan_names_the_other_file() -> None:
    assert "als plan.xlsx en" in render(same_plan("plan.xlsx"), "nl")


def test_a_date_where_there_was_none_is_no_changed_baseline() -> None:
    from mijlpalen_xlsx.dates import When

    before = Plan(milestones=(Milestone(number="1.1", title="Het techlab is open"),))
    due = When.day(date(2024, 1, 1))
    after = Plan(milestones=(Milestone(number="1.1", title="Het techlab is open", due=due),))
    assert compare([before, after]).steps[0].findings == ()
