"""Reports for the tests of outputs: with findings, without, of several files, of files nobody can read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates import parse
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.format import Activity, General, Milestone, Subproject
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.reader import read_workbook
from mijlpalen_xlsx.report import FileReport, Report, check
from mijlpalen_xlsx.rules import check_plan
from mijlpalen_xlsx.rules.own import Accept, Accepted, OwnRules
from mijlpalen_xlsx.schedule import assess
from mijlpalen_xlsx.vocabulary import Light
from tests.tables import workbook

__all__ = [
    "DAY",
    "SAMPLES",
    "finding",
    "mistakes",
    "of_samples",
    "report_of",
    "small_plan",
    "three_hundred",
    "with_accepted",
    "with_unused",
]

DAY = date(2023, 10, 1)
SAMPLES = Path(__file__).parents[2] / "samples"


def finding(
    cell: str | None = "D5",
    sentence: str = "zo kan het niet. Schrijf het anders.",
    severity: Severity = Severity.ERROR,
    code: str = "M101",
    sheet: str = "Mijlpalenplan",
    **more: object,
) -> Finding:
    at = Address.parse(f"{sheet}!{cell}") if cell else None
    return Finding(code, "name", severity, sentence, at=at, in_sheet=None if at else sheet, **more)  # type: ignore[arg-type]


def mistakes() -> tuple[Finding, ...]:
    """One of each weight, one in many cells, more hints of a kind than are written out, one of the whole."""
    many = tuple(finding(f"{column}{row}", code="M102") for column in ("Z", "AA") for row in range(5, 30))
    hints = tuple(
        finding(f"B{row}", f"kijk eens naar rij {row}. Schrijf iets.", Severity.HINT, "M601")
        for row in range(5, 12)
    )
    whole = Finding("M007", "name", Severity.WARNING, "dit werkboek heeft geen regio. Vul haar in.")
    return (whole, finding(), finding("E7", severity=Severity.WARNING, code="M205"), *many, *hints)


def small_plan(words: str = "Lesmateriaal is klaar") -> Plan:
    """Two deelprojecten, three milestones, a light; ``words`` are what the person wrote everywhere."""

    def milestone(number: str, subproject: str, due: str) -> Milestone:
        when = parse(due).when
        return Milestone(number=number, title=words, subproject=subproject, due=when, start=when, party=words)

    return Plan(
        about=About(saved_by="LibreOffice"),
        general=General(region=words, reference_date=DAY),
        years=(2022, 2024),
        subprojects=(Subproject(number="1", title=words), Subproject(number="2", title="Tweede")),
        milestones=(
            milestone("1.1", "1", "1-5-2023"), milestone("1.2", "1", "1-5-2024"),
            milestone("2.1", "2", "eind 2024"),
        ),
        activities=(Activity(light=Light.RED, milestones=("1.1",)),),
    )  # fmt: skip


def report_of(*findings: Finding, plan: Plan | None = None, name: str = "plan.xlsx") -> Report:
    """A report of one file that could be read."""
    return Report((FileReport(name, assess(plan or small_plan(), DAY), findings, DAY),))


def with_accepted() -> Report:
    """One finding that stands and one that may stay."""
    may_stay = Accepted(finding("E9", code="M205"), "Afgesproken in de stuurgroep <van mei>.")
    own = OwnRules("regels/mijlpalen.toml")
    plan = assess(small_plan(), DAY)
    return Report((FileReport("plan.xlsx", plan, (finding(),), DAY, own=own, accepted=(may_stay,)),))


def with_unused() -> Report:
    """Two workbooks under one file with own rules, of which one line helps one of them and one helps none.

    The file comes as two copies, as it does from two processes.
    """
    used = Accept("M205", "E9", "Mijlpalenplan", "Afgesproken.", 3)
    unused = Accept("M201", "F12", None, "Was ooit <waar>.", 7)
    plan = assess(small_plan(), DAY)
    one, two = (OwnRules("regels/mijlpalen.toml", accepts=(used, unused)) for _ in range(2))
    stays = Accepted(finding("E9", code="M205"), used.reason)
    return Report(
        (
            FileReport("een.xlsx", plan, (finding(),), DAY, own=one, accepted=(stays,), unused=(unused,)),
            FileReport("twee.xlsx", plan, (), DAY, own=two, unused=(used, unused)),
        )
    )


def of_samples(*names: str) -> Report:
    """The samples as they are: one in order, one full of mistakes, several that nobody can read."""
    return check(SAMPLES / name for name in names)


def three_hundred() -> Report:
    """A sheet with the same words in 300 cells where hours belong, read and checked as any other."""
    head = "| Nr | Mijlpaal | Start | Gereed (gepland) | Inzet (uren) |\n|----|---|---|---|---|"
    rows = [f"| 1.{n} | Contract {n} is getekend | 1-5-2023 | 1-5-2024 | heel veel |" for n in range(1, 301)]
    plan = read_workbook(workbook("\n".join(["### Mijlpalenplan", "", head, *rows])))
    findings = check_plan(plan, reference_date=DAY, select=["M107"])
    return Report((FileReport("plan.xlsx", assess(plan, DAY), findings, DAY),))
