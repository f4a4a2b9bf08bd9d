"""The report as text: what is grouped, what is said, and in which order."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates import parse
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.format import Activity, General, Milestone, Subproject
from mijlpalen_xlsx.narrative import narrative
from mijlpalen_xlsx.outputs.lines import width
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.to_html import report_to_html
from mijlpalen_xlsx.outputs.to_summary_text import summary_to_text
from mijlpalen_xlsx.outputs.to_text import cell_ranges, report_to_text
from mijlpalen_xlsx.picture import gantt_svg
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.schedule import assess
from mijlpalen_xlsx.vocabulary import Light

DAY = date(2023, 10, 1)
ANY = st.text(st.characters(codec=None), min_size=1, max_size=80)


def finding(
    cell: str, sentence: str = "zo kan het niet", weight: Severity = Severity.ERROR, code: str = "M101"
) -> Finding:
    return Finding(code, "name", weight, sentence, at=Address.parse(f"Mijlpalenplan!{cell}"))


def shown(*findings: Finding, plan: Plan | None = None, screen: Screen | None = None) -> str:
    file = FileReport("plan.xlsx", assess(plan or Plan(), DAY), findings, DAY)
    return report_to_text(Report((file,)), screen or Screen())


@pytest.mark.parametrize(
    ("cells", "ranges"),
    [
        (["D5"], "D5"),
        (["D5", "D6", "D7"], "D5:D7"),
        (["D7", "D5"], "D5, D7"),
        (["E5", "D5"], "D5, E5"),
        (["AA1", "Z1", "B1"], "B1, Z1, AA1"),
        (["D5", "D6", "E6", "E7"], "D5:D6, E6:E7"),
        (["D5", "D5"], "D5"),
        ([], ""),
    ],
)
def test_ranges(cells: list[str], ranges: str) -> None:
    assert cell_ranges(Address.parse(f"Plan!{cell}") for cell in cells) == ranges


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 30)), max_size=60))
def test_ranges_hold_every_cell_once(places: list[tuple[int, int]]) -> None:
    found: set[tuple[int, int]] = set()
    for part in filter(None, cell_ranges(Address("P", row, column) for row, column in places).split(", ")):
        first, _, last = part.partition(":")
        start, end = Address.parse(f"P!{first}"), Address.parse(f"P!{last or first}")
        cells = {(row, start.column) for row in range(start.row, end.row + 1)}
        assert start.column == end.column
        assert not cells & found
        found |= cells
    assert found == set(places)


def test_the_same_mistake_in_many_cells_is_one_line() -> None:
    text = shown(*(finding(f"D{row}") for row in range(5, 41)))
    assert "✖ fout    D5:D40, 36 cellen\n" in text
    assert text.count("Zo kan het niet") == 1
    assert "✖ 36 fouten" in text


def test_the_heaviest_come_first_then_the_order_of_the_sheet() -> None:
    text = shown(
        finding("A1", "een tip", Severity.HINT, "M103"),
        finding("A2", "let hierop", Severity.WARNING, "M205"),
        finding("A3", "fout een"),
        finding("A4", "fout twee"),
    )
    places = [text.index(part) for part in ("Fout een", "Fout twee", "Let hierop", "Een tip")]
    assert places == sorted(places)
    assert "✖ 2 fouten   ▲ 1 keer let op   • 1 tip\n" in text
    assert "mijlpalen-xlsx explain M101" in text


def test_of_one_kind_of_hint_only_a_few_are_written_out() -> None:
    hints = tuple(finding(f"D{row}", f"tip {row}", Severity.HINT, "M210") for row in range(5, 13))
    errors = tuple(finding(f"E{row}", f"fout {row}") for row in range(5, 13))
    text = shown(*hints, *errors)
    assert [text.count(f"Tip {row} ") for row in range(5, 13)] == [1, 1, 1, 0, 0, 0, 0, 0]
    assert "D8:D12, 5 cellen\n" in text
    assert "lees ze met --select M210.\n" in text
    assert "• 8 tips" in text
    assert text.count("Fout ") == 8
    file = FileReport("plan.xlsx", Plan(), hints, DAY)
    assert report_to_text(Report((file,)), Screen(), every=True).count("Tip ") == 8


def test_sheets_keep_their_order_and_the_workbook_comes_first() -> None:
    elsewhere = dataclasses.replace(finding("A1"), at=Address("Voortgang", 5, 2))
    whole = dataclasses.replace(finding("A1", "het hele ding"), at=None)
    text = shown(finding("A1"), elsewhere, whole)
    places = [text.index(part) for part in ("Het hele werkboek", "Mijlpalenplan\n", "Voortgang\n")]
    assert places == sorted(places)


def test_nothing_found() -> None:
    assert shown().endswith("✔ Geen fouten gevonden.\n")
    assert shown(screen=Screen("en")).endswith("✔ No mistakes found.\n")


def test_colours_are_only_added_where_they_are_wanted() -> None:
    plan = Plan(
        subprojects=(Subproject(number="1", title="Techlab"),),
        milestones=(Milestone(title="a", subproject="1"),),
    )
    findings = (finding("A1"), finding("B1", "b", Severity.WARNING), finding("C1", "c", Severity.HINT))
    plain = shown(*findings, plan=plan)
    coloured = shown(*findings, plan=plan, screen=Screen(colour=True))
    assert "\x1b" not in plain
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("columns", [34, 60, 80, 120])
@given(title=ANY, region=ANY, said=ANY)
def test_any_text_fits_and_does_nothing_to_the_terminal(
    columns: int, title: str, region: str, said: str
) -> None:
    plan = Plan(
        general=General(region=region),
        subprojects=(Subproject(number="1", title=title),),
        milestones=(Milestone(number="1.1", title=title, subproject="1"),),
        activities=(Activity(light=Light.RED, milestones=("1.1",)),),
    )
    found = dataclasses.replace(finding("A1", "wij lezen {it}"), values={"it": said})
    lines = shown(found, plan=plan, screen=Screen(width=columns)).split("\n")
    assert all(width(line) <= columns for line in lines)
    assert all(line.isprintable() or line == "" or "\ufe0f" in line or _odd_space(line) for line in lines)


def _odd_space(line: str) -> bool:
    """Characters that Python does not call printable, and that are harmless: odd spaces, unassigned ones."""
    import unicodedata

    return all(c.isprintable() or unicodedata.category(c) in ("Zs", "Cn", "Co", "Cf") for c in line)


def one_of_three() -> Report:
    """A deelproject with a milestone that is done, one that is open and one that is cancelled."""
    due = parse("1-5-2024").when
    plan = Plan(
        subprojects=(Subproject(number="1", title="Techlab"),),
        milestones=(
            Milestone(
                number="1.1",
                title="Het techlab is open",
                subproject="1",
                due=due,
                actual=parse("1-5-2023").when,
            ),
            Milestone(number="1.2", title="Het lesboek is af", subproject="1", due=due),
            Milestone(number="1.3", title="De bus rijdt", subproject="1", due=due, cancelled=True),
        ),
    )
    return Report((FileReport("plan.xlsx", assess(plan, DAY), (), DAY),))


def test_what_is_cancelled_is_not_counted_among_what_can_be_done() -> None:
    report = one_of_three()
    (row,) = report.summary.tables["subproject"]
    assert (row.counts.milestones, row.counts.standing) == (3, 2)
    assert re.search(r"1 Techlab +1/2 ", report_to_text(report, Screen()))
    assert re.search(r"1 Techlab +1/2 ", summary_to_text(report.summary, Screen()))
    assert "1 / 2" in report_to_html(report, "nl")
    (file,) = report.files
    assert file.plan is not None
    assert "1 van 2 gereed" in gantt_svg(file.plan, DAY)
    assert "is 1 van de 2 mijlpalen gereed;" in str(narrative(file.plan, reference_date=DAY))


def test_activities_that_say_nothing_make_no_row_of_dots() -> None:
    file = one_of_three().files[0]
    assert file.plan is not None

    def texts(*lights: Light | None) -> list[str]:
        activities = tuple(Activity(description="Vergaderen", light=light) for light in lights)
        plan = dataclasses.replace(file.plan, activities=activities)  # type: ignore[type-var]
        report = Report((dataclasses.replace(file, plan=plan),))
        return [
            report_to_text(report, Screen()),
            report_to_html(report, "nl"),
            summary_to_text(report.summary, Screen()),
        ]

    without, lit = texts(None, None), texts(None, Light.RED)
    assert ["zonder deelproject" in text for text in without] == [False] * 3
    assert ["zonder deelproject" in text for text in lit] == [True] * 3
