"""Personal data: recognised when it is, left alone when it is not, and never repeated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.format import Activity, LogEntry, Mark, Milestone, Role
from mijlpalen_xlsx.outputs.sentence import placed, shown
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read_workbook
from mijlpalen_xlsx.rules import check_plan, personal, redact
from tests.rules.test_check import DAY
from tests.tables import workbook

PERSONAL = [
    ("j.voorbeeld@example.org", "een e-mailadres"),
    ("Mail naar J.Voorbeeld+sto@school-a.voorbeeld.example.", "een e-mailadres"),
    ("P. (tel. 06-12345678)", "een telefoonnummer"),
    ("06 12 34 56 78", "een telefoonnummer"),
    ("0612345678", "een telefoonnummer"),
    ("010-1234567 of 010 123 45 67", "een telefoonnummer"),
    ("(010) 123 45 67", "een telefoonnummer"),
    ("+31 6 12345678", "een telefoonnummer"),
    ("+31 (0)6 12345678", "een telefoonnummer"),
    ("0031612345678", "een telefoonnummer"),
    ("bsn 111222333", "een burgerservicenummer"),
    ("1112.22.333", "een burgerservicenummer"),
]
HARMLESS = [
    "900 leerlingen van groep 7/8",
    "1.200 leerlingen en € 12.345.678,90",
    "01-09-2021 t/m 31-07-2022",
    "01-09-2021 12 lessen van 45 minuten",
    "2021-09-01 2022-07-31",
    "schooljaar 2021-2022 en 2022-2023",
    "123456789",
    "111111111",
    "€ 111222333",
    "projectnummer STO-111222333",
    "Q1 t/m Q4 2023, week 36, 1.1; 1.2; 1.3; 1.4",
    "twee @ drie",
    "NL91ABNA0417164300",
    "",
]


@pytest.mark.parametrize(("text", "kind"), PERSONAL)
def test_personal_data_is_recognised_and_hidden(text: str, kind: str) -> None:
    found = personal(text)
    assert found
    assert found.nl == kind
    assert personal(redact(text)) is None
    assert "•••" in redact(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert personal(text) is None
    assert redact(text) == text


@given(st.text(alphabet="0123456789+-. ()@/a,€\n", max_size=40))
def test_nothing_personal_is_left_after_hiding(text: str) -> None:
    assert personal(redact(text)) is None
    assert (redact(text) == text) == (personal(text) is None)


SECRET = "06-12345678"


def test_every_text_of_every_row_is_looked_at() -> None:
    plan = Plan(
        milestones=(
            Milestone(
                title=SECRET, responsibility=SECRET, roles=(Role("School A", SECRET),),
                extra={"Eigen": SECRET}, marks=(Mark(DAY, DAY, "text", SECRET),), written={"due": SECRET},
            ),
        ),
        activities=(Activity(description="Lessen", explanation=SECRET, year_texts={2023: SECRET}),),
        log=(LogEntry(by=SECRET),),
    )  # fmt: skip
    found = [f for f in check_plan(plan, reference_date=DAY) if f.code == "M701"]
    assert len(found) == 9


def test_no_finding_repeats_it() -> None:
    cells = " | ".join([SECRET] * 9)
    tables = (
        "### Mijlpalenplan\n| Nr | Mijlpaal | Start | Gereed (gepland) | Inzet (uren) | Pas na nr "
        f"| Betrokken partij | Verantwoordelijkheid | {SECRET} |\n| {cells} |\n"
        "### Voortgang\n| Nr | Beschrijving | Stoplicht | Fase | Mijlpaal nr | Bijgewerkt | Knelpunten |\n"
        f"| {' | '.join([SECRET] * 7)} |\n"
        f"### Instellingen\n| Peildatum | {SECRET} |\n| Betrokken partijen | Korte naam |\n| School A | A |"
    )
    findings = check_plan(read_workbook(workbook(tables)), today=DAY)
    assert len({f.code for f in findings}) > 5
    for finding in findings:
        for lang in ("nl", "en"):
            assert "12345678" not in placed(finding, lang)
        assert "12345678" not in f"{finding.value} {finding.suggestion}"
        assert all("12345678" not in shown(value, "nl") for value in finding.values.values())
