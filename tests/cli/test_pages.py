"""``explain``, ``format`` and ``schema``: pages about the project itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mijlpalen_xlsx.format import SHEETS, General, columns
from mijlpalen_xlsx.outputs.lines import width
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.to_pages import page_to_text
from mijlpalen_xlsx.rules import RULES

PAGE = """# M201 Gereed ligt voor de start

Wat **eerst** klaar moet zijn, met `check`
op twee regels.

- een
  vervolg
- twee

| Start | Gereed (gepland) |
|---|---|
| 1-3-2022 | 31-1-2022 |

```
een   voorbeeld
```
"""


@pytest.mark.parametrize("word", ["M201", "m201", "due-before-start"])
def test_explain_takes_a_code_or_a_name(run: Any, word: str) -> None:
    ran = run("explain", word)
    assert (ran.status, ran.err) == (0, "")
    assert "M201" in ran.out


def test_explain_in_english(run: Any) -> None:
    assert run("explain", "M201").out != run("explain", "M201", "--lang", "en").out


def test_explain_suggests(run: Any) -> None:
    ran = run("explain", "due-before-strat")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "De code 'due-before-strat' bestaat niet. Bedoelde u 'M201'?\n"
    assert run("explain", "X999").err == "De code 'X999' bestaat niet.\n"


def test_explain_without_a_code_lists_all(run: Any) -> None:
    listed = run("explain").out
    assert [code for code in RULES if f"\n  {code}  " not in listed] == []
    assert "  M201  Gereed ligt vóór de start\n" in listed


def test_a_page_on_a_terminal() -> None:
    assert page_to_text(PAGE, Screen(width=40)) == (
        "M201 Gereed ligt voor de start\n\n"
        "Wat eerst klaar moet zijn, met check op\ntwee regels.\n\n"
        "• een vervolg\n• twee\n\n"
        "  Start     Gereed (gepland)\n  1-3-2022  31-1-2022\n\n"
        "  een   voorbeeld\n"
    )


def test_a_wide_table_is_made_to_fit() -> None:
    wide = "| a | b |\n|---|---|\n| " + "woord " * 20 + "| kort |"
    lines = page_to_text(wide, Screen(width=40)).splitlines()
    assert all(width(line) <= 40 for line in lines)
    assert sum(line.count("woord") for line in lines) == 20


@pytest.mark.parametrize("columns_", [40, 60, 80, 120])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_format_names_every_column(
    run: Any, monkeypatch: pytest.MonkeyPatch, lang: str, columns_: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns_))
    lines = run("format", "--lang", lang).out.splitlines()
    assert all(width(line) <= columns_ for line in lines)
    text = " ".join(" ".join(lines).split())
    for sheet in SHEETS:
        if sheet.record:
            assert sheet.name.get("en" if lang == "en" else "nl") in text


def test_format_as_json_and_markdown(run: Any) -> None:
    data = json.loads(run("format", "--format", "json").out)
    keys = {(s["key"], c["key"]) for s in data["sheets"] for c in s["columns"]}
    for sheet in SHEETS:
        if sheet.record:
            assert {(sheet.key, c.key) for c in columns(sheet.record)} <= keys
    markdown = run("format", "--format", "markdown").out
    for declared in columns(General):
        assert f"| {declared.header.nl} |" in markdown
        assert f"`{declared.key}`" in markdown
    assert "| Groen | ● |" in markdown


@pytest.mark.parametrize("what", ["plan", "report", "summary"])
def test_schema_is_a_schema(run: Any, what: str) -> None:
    schema = json.loads(run("schema", what).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$ref"] == f"#/$defs/{what}"


def test_schema_is_that_of_a_plan(run: Any) -> None:
    assert run("schema").out == run("schema", "plan").out


def test_the_page_about_the_format_is_true(run: Any) -> None:
    page = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
    command = "mijlpalen-xlsx format --format markdown"
    shown = page.partition(f"<!-- $ {command} -->\n")[2].partition("<!-- end -->")[0]
    assert shown == run(*command.split()[1:]).out, "make docs"
