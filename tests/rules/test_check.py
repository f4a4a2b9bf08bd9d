"""All rules together: order, selection, no cascades, twelve mistakes that give twelve findings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.findings import Finding, Remark, Severity
from mijlpalen_xlsx.format import SHEETS, General, Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read_workbook
from mijlpalen_xlsx.rules import RULES, SUBJECTS, UnknownCode, check, check_plan, codes, page, selected
from mijlpalen_xlsx.rules.explain import code_of
from mijlpalen_xlsx.rules.index import index
from mijlpalen_xlsx.schemes import scheme_named
from mijlpalen_xlsx.words import Words
from tests.rules.built import BUILT
from tests.tables import workbook

DAY = date(2023, 10, 1)

CATALOGUE = {
    Severity.ERROR: "M001 M002 M003 M004 M005 M006 M009 M099 M101 M102 M104 M105 M106 M107 M201 M204 M301 "
    "M302 M409",
    Severity.WARNING: "M007 M010 M012 M018 M108 M109 M202 M203 M205 M206 M207 M208 M209 M303 M304 M305 M306 "
    "M401 M402 M404 M406 M408 M410 M501 M701 M801 M802 M803 M804",
    Severity.HINT: "M008 M011 M013 M014 M015 M016 M017 M019 M103 M110 M111 M210 M403 M405 M407 M411 M412 "
    "M502 M503 M504 M601 M602 M603",
}


def found(tables: str, **more: object) -> list[tuple[str, str]]:
    """Cell and code of everything found in tables."""
    plan = read_workbook(workbook(tables))
    findings = check_plan(plan, reference_date=DAY, **more)  # type: ignore[arg-type]
    return [(f.cell or "", f.code) for f in findings]


def test_severities_are_those_of_the_catalogue() -> None:
    for severity, listed in CATALOGUE.items():
        assert {r.code for r in RULES.values() if r.severity is severity} == set(listed.split())


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert list(RULES) == sorted(RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    assert all(rule.name == rule.name.lower().replace("_", "-") for rule in RULES.values())
    assert sum(len(rules) for rules in SUBJECTS.values()) == len(RULES)


TWELVE = """
### Mijlpalenplan
| Soort | Nr | Mijlpaal | Start | Gereed (gepland) | Gereed (verwacht) | Gereed (werkelijk) | Na nr | Uren |
| D | 1   | Techniek in het basisonderwijs  |          |            |          |           |      |        |
| M | 1.1 | Het lespakket is klaar          | 1-1-2023 | 31-12-2022 |          |           |      | 40     |
| M | 1.2 | 24 basisscholen hebben getekend | 1-1-2023 | 31-6-2023  |          |           |      | 40 uur |
| M | 1.3 | De techniekbus staat klaar      | 1-1-2023 | #REF!      |          |           |      | veel   |
| M | 1.4 | 900 leerlingen doen mee         | 1-1-2023 | 1-12-2023  |          | 1-11-2023 | 1.77 |        |
| D | 2   | LOB                             |          |            |          |           |      |        |
| M | 2.1 | Het LOB-programma is klaar      | 1-1-2023 | 1-7-2023   | 1-9-2023 |           |      |        |
| M | 2.1 | 40 mentoren zijn getraind       | 1-1-2024 | 1-7-2024   |          |           |      |        |

### Voortgang
| Nr | Beschrijving   | Stoplicht | Fase  | Toelichting     | Knelpunten | Maatregel | Mijlpaal nr |
| 1  | Lessen maken   | Grooen    | Loopt |                 |            | rooster   | 1.1; 1.4; 2.1 |
| 2  | Bus inrichten  | Oranje    | Loopt | Bus is besteld  | Levertijd  |           | 1.3         |
| 3  | Scholen werven | Groen     | Loopt | bel 06-12345678 |            |           | 1.2         |
| 4  | Training geven | Groen     | Loopt |                 |            |           | 9.9         |
"""


def test_twelve_different_mistakes_give_twelve_findings() -> None:
    plan = read_workbook(workbook(TWELVE))
    assert sorted(f.code for f in check_plan(plan, reference_date=DAY)) == [
        "M009", "M104", "M105", "M106", "M107", "M201", "M204", "M206", "M301", "M403", "M409", "M701",
    ]  # fmt: skip


HEAD = "| Nr | Mijlpaal | Start | Gereed (gepland) | Gereed (verwacht) | Gereed (werkelijk) | Pas na nr |\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| 1.1 | Het techlab is open | 1-1-2023 | 31-6-2023 | | | |", [("D2", "M106")]),
        ("| 1.1 | Het techlab is open | 1-1-2023 | #N/A | | | |", [("D2", "M009")]),
        ("| 1.1 | Het techlab is open | 1-1-2023 | 1-6-2023 | bijna | | |", [("E2", "M106")]),
        ("| 1.1 | Het techlab is open | 1-1-2023 | 1-6-2023 | | gisteren | |", [("F2", "M106")]),
        ("| 1.1 | Het techlab is open | 1-6-2023 | 1-1-2023 | 1-2-2023 | | |", [("D2", "M201")]),
        ("| 1.1 | Het techlab is open | 1-6-2032 | 1-1-2024 | 1-2-2024 | | |", [("D2", "M201")]),
        ("| 1.1 | Het techlab is open | 1-6-2023 | 1-7-2023 | vervallen | | |", []),
        ("| 1.1 | Het techlab is open | 1-6-2023 | 1-7-2023 | | vervallen | |", []),
        ("| 1.1 | Het techlab is open | 1-6-2023 | 1-7-2023 | | 1-1-2099 | |", [("F2", "M204")]),
        ("| 1.1 | Het techlab is open | 1-6-2023 | 1-7-2024 | | | 1.1 |", [("G2", "M302")]),
        ("| #REF! | Het techlab is open | 1-6-2023 | 1-7-2024 | | | |", [("A2", "M009")]),
    ],
)
def test_one_mistake_gives_one_finding(row: str, expected: list[tuple[str, str]]) -> None:
    assert found(HEAD + row) == expected


def test_a_row_without_number_breaks_no_link_twice() -> None:
    rows = (
        "| 1.1 | Het lespakket is klaar | 1-1-2024 | 1-6-2024 | | | |\n"
        "| | Het techlab is open | 1-1-2024 | 1-6-2024 | | | |\n"
        "| 1.3 | 40 mentoren zijn getraind | 1-7-2024 | 1-9-2024 | | | 1.2 |"
    )
    assert [code for _, code in found(HEAD + rows)] == ["M103"]


def test_a_circle_silences_the_order_of_its_members() -> None:
    rows = (
        "| 1.1 | Het lespakket is klaar | 1-1-2024 | 1-6-2024 | | | 1.2 |\n"
        "| 1.2 | Het techlab is open | 1-1-2024 | 1-6-2024 | | | 1.1 |"
    )
    assert found(HEAD + rows) == [("G2", "M302")]


def test_a_green_light_on_a_late_milestone_is_told_once() -> None:
    tables = (
        "### Mijlpalenplan\n" + HEAD + "| 1.1 | Het techlab is open | 1-1-2023 | 1-6-2023 | | | |\n"
        "### Voortgang\n| Nr | Beschrijving | Stoplicht | Fase | Mijlpaal nr |\n"
        "| 1 | Techlab bouwen | Groen | Loopt | 1.1 |\n| 2 | Techlab inrichten | Groen | Loopt | 1.1 |"
    )
    assert found(tables) == [("C2", "M404")]
    assert [code for _, code in found(tables, ignore=("M404",))] == ["M205"]


def test_a_column_that_is_gone_is_not_missed_in_every_row() -> None:
    rows = "| 1.1 | Het techlab is open | 1-1-2024 |\n| 1.2 | Alle 30 docenten zijn klaar | 1-1-2024 |"
    assert found(f"| Nr | Mijlpaal | Start |\n{rows}") == [("A1", "M012")]


def test_findings_come_in_the_order_of_the_format_then_row_and_column() -> None:
    plan = read_workbook(workbook(TWELVE))
    findings = check_plan(plan, reference_date=DAY)
    order = {name: i for i, sheet in enumerate(SHEETS) for name in sheet.name}
    keys = [(order[f.at.sheet], f.at.row, f.at.column, f.code) for f in findings if f.at]
    assert keys == sorted(keys)
    assert findings == check_plan(plan, reference_date=DAY)


def test_what_concerns_the_whole_workbook_comes_first() -> None:
    def place(sheet: str | None, row: int) -> Finding:
        at = Address(sheet, row, 1) if sheet else None
        return Finding("M001", "x", Severity.HINT, "", at=at)

    plan = Plan(milestones=(Milestone(number="1", cells={"number": Address("Zelf genoemd", 3, 1)}),))
    unsorted = [place("Ander blad", 1), place("Voortgang", 1), place("Zelf genoemd", 9), place(None, 0)]
    in_order = sorted(unsorted, key=check._Order(plan))
    assert [f.sheet for f in in_order] == [None, "Zelf genoemd", "Voortgang", "Ander blad"]


def test_select_and_ignore_take_codes_beginnings_and_names() -> None:
    assert selected(("M20",)) == {"M099", *(code for code in RULES if code.startswith("M20"))}
    assert selected(("due-before-start",), ("M099",)) == {"M201"}
    assert selected((), ("m2",)) == {code for code in RULES if not code.startswith("M2")}


def test_a_rule_that_fails_is_told_and_the_others_still_run() -> None:
    plan = read_workbook(workbook(HEAD + "| 1.1 | Het techlab is open | 1-6-2023 | 1-1-2023 | | | |"))
    broken = BUILT["M099"]()
    assert [(f.code, f.severity) for f in broken] == [("M099", Severity.ERROR)]

    class Broken(Exception):
        pass

    def fail(*_: object) -> None:
        raise Broken

    rules = {**RULES, "M202": RULES["M202"]._replace(find=fail)}  # type: ignore[arg-type]
    assert [f.code for f in check_plan(plan, reference_date=DAY, rules=rules)] == ["M099", "M201"]


def test_reference_date_given_beats_that_of_the_plan_beats_today() -> None:
    late = Milestone(number="1.1", title="Het techlab is open", due=None)
    plan = Plan(general=General(reference_date=date(2024, 1, 1)), milestones=(late,))
    assert not [f for f in check_plan(plan) if f.code == "M109"]
    without = Plan(milestones=(late,))
    (told,) = [f for f in check_plan(without, today=DAY) if f.code == "M109"]
    assert told.values["today"] == DAY
    assert not [f for f in check_plan(without, reference_date=DAY) if f.code == "M109"]
    assert check_plan(Plan(), today=DAY) == ()


def test_the_scheme_of_the_plan_is_used_when_none_is_given() -> None:
    tables = HEAD + "| 1.1 | Het techlab is open | 1-1-2024 | 1-6-2025 | | | |\n"
    plan = read_workbook(workbook(tables))
    named = Plan(general=General(scheme="sto-2020-2024"), milestones=plan.milestones)
    assert [f.code for f in check_plan(named, reference_date=DAY)] == ["M203"]
    other = scheme_named("sto-2025-2028")
    codes_ = [f.code for f in check_plan(named, reference_date=DAY, scheme=other)]
    assert codes_ == ["M203"], "the start lies before that scheme"


def test_plans_that_were_not_read_from_a_workbook_give_findings_without_cells() -> None:
    plan = Plan(milestones=(Milestone(number="1.1", title="Het techlab is open"),))
    (told, *_) = check_plan(plan, reference_date=DAY)
    assert (told.code, told.cell) == ("M102", None)


def test_explain_finds_pages_and_suggests() -> None:
    assert codes() == tuple(RULES)
    assert page("m201", "nl").startswith("# M201 ")
    assert code_of("Due-before-start") == "M201"
    with pytest.raises(UnknownCode) as error:
        page("M2O1", "nl")
    assert error.value.suggestion == "M201"
    with pytest.raises(UnknownCode) as error:
        page("due-before-strat", "en")
    assert error.value.suggestion == "M201"
    with pytest.raises(UnknownCode) as error:
        page("zomaar", "nl")
    assert error.value.suggestion is None


def test_the_index_in_the_documentation_is_true() -> None:
    shown = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")
    assert index("nl", "../mijlpalen_xlsx/rules/pages/nl") in shown


MARKED = "| Nr | Mijlpaal | Start | Gereed (gepland) | 2022 | 2023 | 2024 | 2025 |\n"


@pytest.mark.parametrize("marks", ["x | x | | ", " | | x | ", " | {fill F5A623} | {fill F5A623} | "])
@pytest.mark.parametrize("due", ["", "nog te bepalen"])
def test_a_bar_by_hand_is_the_date_to_fill_in(marks: str, due: str) -> None:
    def findings(due: str) -> tuple[Finding, ...]:
        row = f"| 1.1 | Het techlab is open | | {due} | {marks} |"
        plan = read_workbook(workbook(MARKED + row))
        return check_plan(plan, reference_date=date(2021, 10, 1))

    for finding in findings(due):
        assert (finding.code, finding.cell) == (("M209", "D2") if due else ("M102", "D2"))
        assert due or finding.severity is Severity.HINT
        assert findings(finding.values["example"].strftime("%d-%m-%Y")) == ()  # type: ignore[attr-defined]
    assert due or len(findings(due)) == 1


def test_a_bar_that_ends_before_the_start_is_no_date_to_fill_in() -> None:
    plan = read_workbook(workbook(MARKED + "| 1.1 | Het techlab is open | 1-1-2024 | | x | | | |"))
    (told,) = check_plan(plan, reference_date=DAY)
    assert (told.code, told.severity) == ("M102", Severity.ERROR)


WHOLE = """
### Mijlpalenplan
| Soort | Nr | Mijlpaal | Start | Gereed (gepland) | Gereed (verwacht) | Gereed (werkelijk) | Pas na nr | Inzet (uren) | Betrokken partij | Verantwoordelijkheid |
| D | 1   | Techniek in het basisonderwijs  |          |           |          |           |     |    |   |   |
| M | 1.1 | Het lespakket is klaar          | 1-1-2023 | 1-2-2023  |          | 1-2-2023  |     | 40 | A | maakt het |
| M | 1.2 | 24 basisscholen hebben getekend | 1-3-2023 | 1-7-2023  | 1-3-2024 |           | 1.1 | 40 | A | maakt het |
| M | 1.3 | De techniekbus staat klaar      | 1-4-2023 | 1-5-2023  |          | 1-5-2023  | 1.1 | 40 | A | maakt het |
| D | 2   | Loopbaan en oriëntatie          |          |           |          |           |     |    |   |   |
| M | 2.1 | Het LOB-programma is klaar      | 1-1-2023 | 1-12-2023 |          |           |     | 40 | B | maakt het |
| M | 2.2 | 40 mentoren zijn getraind       | 1-1-2024 | 1-7-2024  |          | vervallen | 2.1 | 40 | B | maakt het |

### Voortgang
| Nr | Doelstelling | Resultaten | Beschrijving | 2023 | 2024 | Stoplicht | Fase | Toelichting | Knelpunten | Maatregel | Mijlpaal nr | Wie pakt op | Bijgewerkt op |
| 1 | Techniek | Les | Lessen maken   | x |   | Groen  | Gereed | Klaar          |           |         | 1.1 | A | 1-2-2023 |
| 2 | Techniek | Scholen | Scholen werven | x | x | Oranje | Loopt  | 12 getekend    | Weinig uren | Rooster | 1.2 | A | 1-9-2023 |
| 3 | Techniek | Bus | Bus inrichten  | x |   | Rood   | Gereed | Klaar          | Levertijd |         | 1.3 | A | 1-5-2023 |
| 4 | Loopbaan | LOB | LOB schrijven  | x |   | Groen  | Loopt  | Bijna klaar    |           |         | 2.1 | B | 1-9-2023 |

### Instellingen
| Peildatum | 1-10-2023 |

### _mijlpalen {hidden}
| format  | mijlpalen-xlsx |
| version | 1.0            |
"""  # noqa: E501


def without_column(head: str, sheet: str) -> str:
    """The tables without one column of one sheet."""
    lines, here, place = [], "", 0
    for line in WHOLE.splitlines():
        cells = line.split("|")
        if line.startswith("### "):
            here, place = line[4:], 0
        elif here == sheet and len(cells) > 2:
            place = place or [cell.strip() for cell in cells].index(head)
            del cells[place]
        lines.append("|".join(cells))
    return "\n".join(lines)


def heads_of(sheet: str) -> list[str]:
    head = WHOLE.partition(f"### {sheet}\n")[2].splitlines()[0]
    return [cell.strip() for cell in head.strip("|").split("|") if not cell.strip().isdigit()]


@pytest.mark.parametrize(
    ("sheet", "head"), [(sheet, head) for sheet in ("Mijlpalenplan", "Voortgang") for head in heads_of(sheet)]
)
def test_a_column_that_is_gone_is_one_mistake(sheet: str, head: str) -> None:
    assert found(WHOLE) == []
    codes = [code for _, code in found(without_column(head, sheet))]
    assert codes == ["M012"]


def without_kinds(**more: object) -> Plan:
    """A plan whose column for the kind of row is gone, with one row of only a number and a title."""
    places = [Address("Mijlpalenplan", 5, column) for column in range(1, 5)]
    cells, empty = {"number": places[0], "title": places[1]}, {"due": places[2], "party": places[3]}
    row = Milestone(number="1", title="Loopbaan", cells=cells, empty=empty, **more)  # type: ignore[arg-type]
    facts = {"key": "kind", "column": Words("Soort", "Kind"), "sheet": "Mijlpalenplan"}
    return Plan(milestones=(row,), remarks=(Remark("column-missing", places[0], None, facts),))


def test_a_row_with_only_a_title_may_be_a_deelproject_when_the_kinds_are_gone() -> None:
    assert [f.code for f in check_plan(without_kinds(), reference_date=DAY)] == ["M012"]
    told = check_plan(without_kinds(effort=40.0), reference_date=DAY)
    assert {f.code for f in told} == {"M012", "M102", "M501", "M601"}
