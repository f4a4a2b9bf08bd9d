"""A plan without names: the same number for the same party everywhere, nothing of a person left."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mijlpalen_xlsx.nameless import Names, without_names
from mijlpalen_xlsx.plan import plan_from_data, plan_to_data
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.summary import facts_of
from mijlpalen_xlsx.summary.nameless import nameless
from mijlpalen_xlsx.writer import workbook_bytes

SAMPLE = Path(__file__).parents[1] / "samples" / "halverwege" / "plan.json"


def data() -> dict[str, Any]:
    return {
        "region": "Oost",
        "lead_school": "Vmbo De Linde",
        "parties": [{"name": "Vmbo De Linde", "short": "Linde"},
                    {"name": "Mbo en hbo Noord", "short": "Noord"}],
        "subprojects": [{"number": "1", "title": "Techlab bij Linde"}],
        "milestones": [
            {"number": "1.1", "title": "Noord en Linde tekenen", "subproject": "1",
             "party": "LINDE en Bedrijf Y",
             "roles": [{"party": "Noord", "role": "V"}], "responsibility": "bel 06-12345678"},
        ],
        "activities": [
            {"number": "1", "description": "Overleg met Bedrijf Y", "who": "Coördinator",
             "measure": "mail a@b.nl",
             "extra": {"Eigen": "door Vmbo De\nLinde"}},
        ],
        "log": [{"number": "1.1", "explanation": "Lindeboom blijft staan", "by": "Coördinator"}],
    }  # fmt: skip


def test_the_same_party_has_the_same_number_everywhere() -> None:
    plan = without_names(plan_from_data(data()))
    assert [(p.name, p.short) for p in plan.parties] == [("Partij 1", "Partij 1"), ("Partij 2", "Partij 2")]
    assert plan.general.lead_school == "Partij 1"
    milestone, activity = plan.milestones[0], plan.activities[0]
    assert milestone.party == "Partij 1; Partij 3"
    assert milestone.roles[0].party == "Partij 2"
    assert milestone.title == "Partij 2 en Partij 1 tekenen"
    assert plan.subprojects[0].title == "Techlab bij Partij 1"
    assert activity.description == "Overleg met Partij 3"
    assert (activity.who, plan.log[0].by) == ("Partij 4", "Partij 4")
    assert activity.extra == {"Eigen": "door Partij 1"}
    assert plan.region == "Oost"


def test_a_name_within_a_word_is_no_name() -> None:
    assert without_names(plan_from_data(data())).log[0].explanation == "Lindeboom blijft staan"


def test_data_of_persons_is_blanked() -> None:
    plan = without_names(plan_from_data(data()))
    assert plan.milestones[0].responsibility == "bel •••"
    assert plan.activities[0].measure == "mail •••"


def test_numbers_go_on_over_more_plans() -> None:
    names = Names("en")
    first = without_names(plan_from_data(data()), names)
    second = without_names(plan_from_data({"milestones": [{"title": "x", "party": "linde; Ander"}]}), names)
    assert first.general.lead_school == "Party 1"
    assert second.milestones[0].party == "Party 1; Party 5"


def test_the_workbook_tells_no_name() -> None:
    plan = plan_from_data(json.loads(SAMPLE.read_text("utf-8")))
    fresh = read(workbook_bytes(without_names(plan)))
    text = json.dumps(plan_to_data(fresh), ensure_ascii=False)
    for party in plan.parties:
        assert party.name
        assert party.name not in text
    assert len(fresh.milestones) == len(plan.milestones)
    assert [m.due for m in fresh.milestones] == [m.due for m in plan.milestones]


def test_facts_tell_no_name() -> None:
    facts = nameless(facts_of(plan_from_data(data()), "f.xlsx"), Names())
    said = repr(facts)
    for name in ("Linde", "Noord", "Bedrijf", "06-1", "a@b"):
        assert name not in said
    assert facts.milestones[0].parties == ("Partij 1", "Partij 3")


@pytest.mark.parametrize("text", ["", "a", "Geen partij hier", "(", "Linde("])
def test_other_text_stays(text: str) -> None:
    assert Names().text(text) == text
