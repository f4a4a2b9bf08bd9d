"""Rules about data of persons, which a plan does not need."""

from __future__ import annotations

from collections.abc import Iterator

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Activity, Mark, Milestone, Record, Role
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.privacy_patterns import LEAST, personal, suspect
from mijlpalen_xlsx.rules.registry import Found, rule
from mijlpalen_xlsx.words import Words

SUBJECT = Words("Privacy", "Privacy")


@rule(
    "M701",
    "personal-data",
    Severity.WARNING,
    "hier lijkt {kind} te staan. Noem liever de organisatie of de rol, bijvoorbeeld '{example}'.",
)
def personal_data(plan: Plan, context: Context) -> Iterator[Found]:
    """Any text of any row. What was found is never repeated, here or in another finding."""
    for record in plan.records():
        found = texts(record)
        if not suspect(*(text for _, text in found)):
            continue
        for key, text in found:
            kind = personal(text)
            if kind:
                yield Found(record, key, values={"kind": kind, "example": _EXAMPLE}, hide=True)


_EXAMPLE = Words("de LOB-coördinator", "the careers coordinator")


def texts(record: Record) -> list[tuple[str, str]]:
    """Every text of a row with the key of its cell; of the values only those that are long enough."""
    written = record.written
    found = [*written.items(), *((f"extra:{name}", text) for name, text in record.extra.items())]
    found += [
        (key, text)
        for key, text in vars(record).items()
        if type(text) is str and len(text) >= LEAST and key not in written
    ]
    if isinstance(record, Milestone):
        found += _spread(record.roles, record.marks)
    elif isinstance(record, Activity):
        found += ((f"years:{year}", text) for year, text in record.year_texts.items())
    return found


def _spread(roles: tuple[Role, ...], marks: tuple[Mark, ...]) -> Iterator[tuple[str, str]]:
    for role in roles:
        if len(role.role) >= LEAST:
            yield f"roles:{role.party}", role.role
    for mark in marks:
        if mark.text:
            yield f"marks:{mark.first.isoformat()}", mark.text
