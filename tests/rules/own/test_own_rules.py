"""Own rules: what they find, what a file with mistakes says of them, and which file holds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.i18n import catalogue
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.reader import read_workbook
from mijlpalen_xlsx.rules import RULES, check_plan
from mijlpalen_xlsx.rules.own import OwnRulesError, mistakes, read, rules_file
from mijlpalen_xlsx.rules.own.conditions import ASKED
from mijlpalen_xlsx.rules.own.lines import key_lines
from mijlpalen_xlsx.rules.own.read import read_rules
from mijlpalen_xlsx.rules.own.where import personal_file
from tests.tables import workbook

DAY = date(2026, 3, 1)
TABLES = """
### Mijlpalenplan
| Soort | Nr | Mijlpaal | Start | Gereed (gepland) | Inzet (uren) | Pas na nr | Betrokken partij | Budget |
| M | 1.1 | Het techlab is open | 1-1-2026 | 1-6-2026 | 40 | | Vmbo-school A | 100 |
| M | 1.2 | Het rooster voor 4 scholen is klaar | 1-2-2026 | eind 2027 | 5 dagdelen | 1.1 | Stuurgroep | |
| G | 1.3 | Het besluit over fase 2 is genomen | 1-7-2026 | als het af is | | 1.1; 1.2 | | |
### Voortgang
| Nr | Beschrijving | 2026 | 2027 | Stoplicht | Fase | Maatregel / bijsturing | Mijlpaal nr |
| 1 | Lokaal bouwen | x | | Rood | Loopt | | 1.1 |
| 2 | Rooster maken | x | x | Groen | Loopt | wij vragen hulp | 1.2 |
| 3 | Besluit nemen | | x | paars | | | 1.3 |
"""
TEXT = 'nl = "{what}: {value}"'


def found(rule: str, tables: str = TABLES) -> list[tuple[str, str]]:
    """Cell and sentence of what one own rule finds."""
    own = read_rules(f'[[rule]]\ncode = "U001"\n{rule}\n'.encode(), "mijlpalen.toml")
    plan = read_workbook(workbook(tables))
    findings = check_plan(plan, reference_date=DAY, select=("U",), rules={**RULES, **own.rules})
    assert {f.code for f in findings} <= {"U001", "M099"}
    return [(f.cell or "", render(f, "nl")) for f in findings]


def cells(rule: str, on: str = "milestone") -> list[str]:
    return [cell for cell, _ in found(f'on = "{on}"\n{TEXT}\n{rule}')]


@pytest.mark.parametrize(
    ("on", "rule", "expected"),
    [
        ("activity", 'when = { light = "red" }\nrequire = ["measure"]', ["G2"]),
        ("activiteit", 'when = { Stoplicht = "Rood" }\nrequire = "Maatregel"', ["G2"]),
        ("activity", 'when = { light = ["red", "Groen"] }\nforbid = ["Maatregel / bijsturing"]', ["G3"]),
        ("activity", 'when = { light = { not = "green" } }\nrequire = ["measure"]', ["G2"]),
        ("activity", 'when = { light = { empty = true } }\nrequire = ["measure"]', []),
        ("activity", "when = { years = 2027 }\nrequire = ['stage']", ["F4"]),
        ("activity", 'when = { stage = "Loopt" }\nforbid = { milestones = "1.2" }', ["H3"]),
        ("milestone", "forbid = { due = { after = 2026-12-31 } }", ["E3"]),
        ("milestone", "forbid = { due = { after = '31-8-2027' } }", ["E3"]),
        ("milestone", "require = { due = { before = 2027-01-01 } }", ["E3"]),
        ("milestone", 'forbid = { start = { before = "peildatum" } }', ["D2", "D3"]),
        ("milestone", "require = { effort = { at_least = 30 } }", ["F3", "F4"]),
        ("milestone", "forbid = { effort = { at_least = 15, at_most = 30 } }", ["F3"]),
        ("milestone", 'when = { kind = "G" }\nrequire = ["party"]', ["H4"]),
        ("milestone", 'require = { party = { contains = "STUUR" } }', ["H2", "H4"]),
        ("milestone", 'forbid = { party = { starts_with = "vmbo" } }', ["H2"]),
        ("milestone", 'when = { depends_on = "1.2" }\nrequire = ["effort"]', ["F4"]),
        ("milestone", 'when = { status = "on_schedule" }\nforbid = ["effort"]', ["F2", "F3"]),
        ("milestone", 'require = ["extra:Budget"]', ["I3", "I4"]),
        ("milestone", 'forbid = { "extra:budget" = "100" }', ["I2"]),
        ("milestone", 'require = ["extra:Kleur"]', []),
        ("milestone", "when = { cancelled = true }\nforbid = ['title']", []),
        ("log", "require = ['by']", []),
    ],
)
def test_what_a_rule_finds(on: str, rule: str, expected: list[str]) -> None:
    assert cells(rule, on) == expected


def test_several_questions_must_all_hold() -> None:
    assert cells("forbid = { effort = { at_least = 15 }, due = { before = 2026-12-31 } }") == [
        "E2",
        "F2",
        "F3",
    ]
    assert cells('when = { effort = { at_least = 15, at_most = 30 } }\nforbid = ["effort"]') == ["F3"]


def test_the_sentence_shows_column_value_and_number() -> None:
    rule = """
on = "milestone"
forbid = { party = { is = "stuurgroep" } }
nl = "bij {number} staat {value} onder {what}. Kies een school."
en = "{number} has {value} under {what}. Choose a school."
severity = "fout"
"""
    assert found(rule) == [("H3", "Bij 1.2 staat Stuurgroep onder Betrokken partij. Kies een school.")]
    own = read_rules(f'[[rule]]\ncode = "U001"{rule}'.encode(), "")
    findings = check_plan(read_workbook(workbook(TABLES)), select=("U001",), rules=own.rules)
    assert [render(f, "en") for f in findings] == ["1.2 has Stuurgroep under Party. Choose a school."]
    assert findings[0].severity is Severity.ERROR
    assert findings[0].name == "u001"


def test_personal_data_is_not_repeated() -> None:
    tables = "| Nr | Mijlpaal | Gereed | Betrokken partij |\n| 1.1 | Af | 1-6-2026 | jan@school.nl |"
    assert found(f'on = "milestone"\nforbid = ["party"]\n{TEXT}', tables) == [("D2", "Betrokken partij: •••")]


MISTAKES = """ignore = ["M603",
          "M9999"]
regel = 1
[[rule]]
code = "U001"
on = "activity"
when = { light = "roood", lihgt = "red" }
require = ["maatregl"]
nl = "bij {hoe}"
[[rule]]
code = "U001"
on = "mijlpal"
nl = ""
[[rule]]
code = "R1"
on = "milestone"
severity = "heel erg"
nl = "zin"
[rule.forbid]
due = { befor = 2026-01-01, after = "ooit" }
effort = { at_least = "veel" }
[[accept]]
code = "M999"
cell = "12F"
"""


def told(text: str) -> list[tuple[int, str]]:
    with pytest.raises(OwnRulesError) as caught:
        read_rules(text.encode(), "mijlpalen.toml")
    return [(m.line, m.text("nl").partition(": ")[2]) for m in caught.value.mistakes]


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    expected = [
        (2, "de code M9999 kennen wij niet."),
        (3, "'regel' kennen wij hier niet. Kies uit rule, accept, ignore."),
        (7, "'roood' staat niet in de lijst van de kolom Stoplicht. Bedoelde u Rood?"),
        (7, "een activiteit heeft geen kolom 'lihgt'. Bedoelde u light?"),
        (8, "een activiteit heeft geen kolom 'maatregl'. Bedoelde u maatregel?"),
        (9, "wat tussen { } staat kennen wij niet. U kunt {what}, {value}, {number} gebruiken."),
        (10, "deze regel vraagt nog niets."),
        (11, "de code U001 is al gebruikt. Geef elke regel een eigen code, zoals U002."),
        (12, "'mijlpal' kennen wij hier niet. Bedoelde u mijlpaal?"),
        (13, "bij 'nl' kan dit niet staan."),
        (15, "bij 'code' kan dit niet staan. Schrijf bijvoorbeeld code = \"U001\"."),
        (17, "'heel erg' kennen wij hier niet."),
        (20, "'befor' kan niet bij de kolom Gereed (gepland). Bedoelde u before?"),
        (20, "bij 'after' kan dit niet staan. Schrijf bijvoorbeeld after = 2026-12-31."),
        (21, "bij 'at_least' kan dit niet staan. Schrijf bijvoorbeeld at_least = 40."),
        (22, "hier ontbreekt 'reason'."),
        (23, "de code M999 kennen wij niet."),
        (24, "bij 'cell' kan dit niet staan. Schrijf bijvoorbeeld cell = \"F12\"."),
    ]
    got = told(MISTAKES)
    assert len(got) == len(expected), got
    for (line, said), (wanted_line, begin) in zip(sorted(got), sorted(expected), strict=True):
        assert line == wanted_line
        assert said.startswith(begin), (said, begin)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a = 1\nb = "open\n', 2),
        ("[[rule]\n", 1),
        ("a = [\n1,\n\n", 3),
        ("a = 1\na = 2\n", 2),
        ("a = " + "[" * 5000, 1),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int) -> None:
    ((told_line, said),) = told(text)
    assert told_line in (line, line + 1)
    assert said.startswith("hier klopt de schrijfwijze niet.")


def test_other_bytes_and_large_files_are_refused() -> None:
    with pytest.raises(OwnRulesError) as caught:
        read_rules(b"a = 1\nb = '\xff'\n", "x")
    assert [m.line for m in caught.value.mistakes] == [2]
    with pytest.raises(OwnRulesError):
        read_rules(b"#" * (read.MOST_BYTES + 1), "x")
    assert read_rules(b"\xef\xbb\xbfignore = []\r\n", "x").ignore == ()


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every key and element in TOML data."""
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in children:
        yield (*path, key)
        yield from paths(value, (*path, key))


ODD = '''# comment [x]
a.b.c = 1.5 # not a.d
"q\u00e9 [" = 'lit # eral'
text = """
[no] = "heading"
x = 1 \\""" still
"""
raw = \'\'\'
[[no]]
\'\'\'
when = 2026-01-01 07:00:00
list = [ # one
  1, "two]", { three = 3, "fo.ur" = [4] },
]
[t.u]
k = {}
[[t.arr]]
k = 1
[t.arr.sub]
k = 2
[[t.arr]]
k = 3
'''


@pytest.mark.parametrize("text", [MISTAKES, ODD, ODD.replace("\n", "\n\n"), "", "\n\n"])
def test_every_key_has_its_line(text: str) -> None:
    lines, rows = key_lines(text), text.splitlines()
    for path in paths(tomllib.loads(text)):
        assert path in lines, path
        row = rows[lines[path] - 1]
        assert str(path[-1]) in row or isinstance(path[-1], int), (path, row)
    assert list(lines.values()) == sorted(lines.values()) or text in (ODD, MISTAKES) or not lines


VALUES = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=8) | st.dates() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(
    ["code", "on", "when", "require", "forbid", "nl", "severity", "cell", "reason", "light"]
)


def toml(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(str(k))} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(c):08x}" if not c.isalnum() else c for c in value) + '"'
    return value.isoformat() if isinstance(value, date) else str(value)


@given(st.sampled_from(["rule", "accept"]), st.dictionaries(KEYS, VALUES, max_size=6))
@example("rule", {"code": "U001", "on": "milestone", "nl": "x", "when": {"due": {"before": {"a": 1}}}})
@example("rule", {"code": "U001", "on": "milestone", "nl": "x", "require": {"status": []}})
def test_any_entry_is_a_rule_or_a_mistake_with_a_line(table: str, entry: dict[str, Any]) -> None:
    text = f"[[{table}]]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in entry.items())
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        data = None  # an integer too long, a key twice: then the file says so
    told: tuple[mistakes.Mistake, ...] = ()
    try:
        read_rules(text.encode("utf-8", "replace"), "x")
    except OwnRulesError as error:
        told = error.mistakes
    assert all(1 <= m.line <= text.count("\n") + 1 and m.text("en") for m in told)
    assert told or data is not None


def test_codes_left_out() -> None:
    own = read_rules(b'ignore = ["m6", "number-missing", "M205"]', "x")
    assert own.ignore == ("M6", "M103", "M205")


def test_every_sentence_has_its_english() -> None:
    sentences = {v for k, v in vars(read).items() if re.fullmatch("_[A-Z_]+", k) and isinstance(v, str)}
    sentences = {s for s in sentences if " " in s}
    assert len(sentences) > 12
    assert sentences <= catalogue().keys()
    assert mistakes.Mistake(3, read._NOT_TEXT, {}).text("en").startswith("line 3: this is not plain text")


def test_which_file_holds(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": ""}
    book = str(tmp_path / "plans" / "plan.xlsx")
    (tmp_path / "plans").mkdir()
    assert rules_file(book, home) is None
    personal = tmp_path / "home" / ".config" / "mijlpalen-xlsx" / "mijlpalen.toml"
    personal.parent.mkdir(parents=True)
    personal.touch()
    assert rules_file(book, home) == rules_file(None, home) == personal
    beside = tmp_path / "plans" / "mijlpalen.toml"
    beside.touch()
    assert rules_file(book, home) == beside
    assert rules_file(None, {}) is None


def test_where_a_person_keeps_settings(tmp_path: Path) -> None:
    assert (
        personal_file({"XDG_CONFIG_HOME": str(tmp_path)}, "posix")
        == tmp_path / "mijlpalen-xlsx/mijlpalen.toml"
    )
    assert personal_file({"APPDATA": str(tmp_path)}, "nt") == tmp_path / "mijlpalen-xlsx/mijlpalen.toml"
    assert personal_file({"XDG_CONFIG_HOME": "here", "HOME": "/x"}, "posix") is None
    assert personal_file({}, "nt") is None


def document() -> str:
    return (Path(__file__).parents[3] / "docs" / "own-rules.md").read_text("utf-8")


def test_the_example_of_the_documentation_works() -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", document(), re.DOTALL)
    own = read_rules(shown.encode(), "mijlpalen.toml")
    assert list(own.rules) == ["U001", "U002", "U003"]
    assert own.ignore == ("M603",)
    assert [(a.code, a.cell, a.sheet) for a in own.accepts] == [("M205", "F12", "Mijlpalenplan")]
    plan = read_workbook(workbook(TABLES))
    later = TABLES.replace("eind 2027", "eind 2028").replace("| Maatregel", "| Wie pakt op | Maatregel")
    later = later.replace("| Loopt |", "| Loopt | |").replace("| paars | |", "| paars | | |")
    for tables, expected in (
        (TABLES, [("I4", "U003"), ("G2", "U001")]),
        (later, [("E3", "U002"), ("I4", "U003"), ("G2", "U001"), ("H2", "U001")]),
    ):
        plan = read_workbook(workbook(tables.replace("| 1.1; 1.2 | |", "| 1.1; 1.2 | School B |")))
        findings = check_plan(plan, reference_date=DAY, select=("U",), rules={**RULES, **own.rules})
        assert [(f.cell, f.code) for f in findings] == expected


def test_the_documentation_names_every_question() -> None:
    named = set(re.findall(r"`([a-z_]+)", document()))
    assert {asked for each in ASKED.values() for asked in each} <= named
