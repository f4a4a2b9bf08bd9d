"""The JSON Schema describes what is really written, all of it, and refuses what is not."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mijlpalen_xlsx.outputs.to_json import report_to_data
from mijlpalen_xlsx.plan import plan_from_data, plan_to_data
from mijlpalen_xlsx.report import check
from mijlpalen_xlsx.schema import schema_of
from mijlpalen_xlsx.writer import workbook_bytes

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*/plan.xlsx"))


def judge(what: str) -> jsonschema.Draft202012Validator:
    schema = schema_of(what)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def objects(data: Any) -> list[dict[str, Any]]:
    """Every object in the data, and those in them."""
    if isinstance(data, list):
        return [found for item in data for found in objects(item)]
    if not isinstance(data, dict):
        return []
    return [data, *(found for value in data.values() for found in objects(value))]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_reports_of_the_samples_follow_the_schema(sample: Path) -> None:
    data = report_to_data(check([sample, "gone.xlsx", b"text"]))
    judge("report").validate(data)
    judge("plan").validate(data["files"][0]["plan"])
    judge("summary").validate(data["summary"])


def test_a_plan_has_every_property_and_no_other(whole_plan: dict[str, Any]) -> None:
    described = schema_of("plan")["$defs"]["plan"]["properties"]
    data = plan_to_data(plan_from_data(whole_plan))
    assert set(data) | {"written"} == set(described)
    for key in ("parties", "subprojects", "milestones", "activities", "log", "trend"):
        assert set(data[key][0]) | {"written", "extra", "year_texts"} >= set(
            described[key]["items"]["properties"]
        )
        assert set(data[key][0]) <= set(described[key]["items"]["properties"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("milestones", 0, "light"), "green"),
        (("milestones", 0, "effort"), -1),
        (("milestones", 0, "due"), "2022-01-01"),
        (("milestones", 0, "due", "precision"), "fortnight"),
        (("activities", 0, "light"), "yellow"),
        (("years",), [2020]),
        (("mijlpalen",), []),
        (("format", "layout"), "large"),
    ],
)
def test_what_is_not_a_plan_is_refused(whole_plan: dict[str, Any], path: tuple[Any, ...], value: Any) -> None:
    data = copy.deepcopy(whole_plan)
    judge("plan").validate(data)
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not judge("plan").is_valid(data)


def test_there_is_no_other_schema() -> None:
    with pytest.raises(ValueError, match="no schema of 'invoice'"):
        schema_of("invoice")


def test_a_written_workbook_follows_the_schema(whole_plan: dict[str, Any]) -> None:
    report = check(workbook_bytes(plan_from_data(whole_plan)))
    judge("report").validate(report_to_data(report, "en"))
    found = [item for item in objects(report_to_data(report)) if set(item) >= {"first", "precision"}]
    assert found
    assert report.files[0].readable


@pytest.fixture
def whole_plan() -> dict[str, Any]:
    """A plan in which every list has a row."""
    when = {"first": "2022-05-01", "last": "2022-08-31", "precision": "period", "text": "medio 2022"}
    return {
        "format": {"layout": "full", "language": "nl", "scale": "quarter"},
        "region": "Voorbeeld", "scheme": "sto-2020-2024",
        "reference_date": "2023-03-01", "years": [2020, 2024],
        "report_dates": ["2021-11-01"],
        "parties": [{"name": "Vmbo-school A", "short": "School A"}],
        "subprojects": [{"number": "1", "title": "Techlab"}],
        "milestones": [
            {
                "kind": "milestone", "number": "1.1", "title": "Het techlab is open", "due": when,
                "roles": [{"party": "School A", "role": "E"}], "subproject": "1", "effort": 20.0,
                "marks": [{"first": "2022-04-01", "last": "2022-06-30", "by": "x"}],
                "written": {"effort": "5 dagdelen"},
            }
        ],
        "activities": [
            {"number": "1", "description": "Bouwen", "years": [2022], "light": "green", "milestones": ["1.1"]}
        ],
        "log": [{"date": when, "number": "1.1", "explanation": "Verplaatst"}],
        "trend": [{"number": "1.1", "expected": [{"report_date": "2021-11-01", "expected": when}]}],
    }  # fmt: skip
