"""Rules about what a row must have: its text, its date, a number of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count
from typing import TypeVar

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Milestone, Record, Subproject
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.registry import Found, found, rule
from mijlpalen_xlsx.words import Words, normal

SUBJECT = Words("Rijen", "Rows")

_DATES = ("start", "due", "expected", "actual")
_FACTS_OF_MILESTONE = (*_DATES, "depends_on", "effort", "party", "responsibility", "roles", "marks")
_FACTS_OF_ACTIVITY = ("years", "light", "stage", "explanation", "bottlenecks", "measure", "who", "milestones")


@rule(
    "M101",
    "title-missing",
    Severity.ERROR,
    "deze rij is ingevuld, maar bij {what} staat niets. "
    "Schrijf hier wat er klaar is, bijvoorbeeld '{example}', of maak de rij leeg.",
)
def title_missing(plan: Plan, context: Context) -> Iterator[Found]:
    """A number alone is no row yet: it may stand ready for later."""
    for milestone in plan.milestones:
        if context.empty(milestone, "title") and _filled(milestone, _FACTS_OF_MILESTONE):
            yield found(milestone, "title", example=_EXAMPLE_MILESTONE)
    for activity in plan.activities:
        if context.empty(activity, "description") and _filled(activity, _FACTS_OF_ACTIVITY):
            yield found(activity, "description", example=_EXAMPLE_ACTIVITY)


_EXAMPLE_MILESTONE = Words("het lesmateriaal is klaar", "the lesson material is ready")
_EXAMPLE_ACTIVITY = Words("lesmateriaal maken", "make lesson material")


def _filled(record: Record, keys: tuple[str, ...]) -> bool:
    return any(record.has(key) for key in keys)


@rule(
    "M102",
    "due-missing",
    Severity.ERROR,
    "bij {what} staat nog niets. Vul een datum of periode in, bijvoorbeeld {example}.",
    later="bij {what} staat nog niets; voor een mijlpaal na {until} mag dat. "
    "Weet u al een periode, vul die dan in, bijvoorbeeld {example}.",
    marked="bij {what} staat nog niets, maar de kruisjes of kleuren in deze rij lopen tot en met {example}. "
    "Vul die dag ook hier in.",
)
def due_missing(plan: Plan, context: Context) -> Iterator[Found]:
    """An error in the period that must be worked out, a hint for what can only be finished after it.

    Also a hint where a bar drawn by hand says until when: that is the date to fill in.
    """
    for milestone in plan.milestones:
        wanted = context.empty(milestone, "due") and milestone.title and not milestone.cancelled
        if not wanted or context.perhaps_band(milestone):
            continue
        marked = end_of_marks(milestone)
        if marked:
            yield found(milestone, "due", severity=Severity.HINT, variant="marked", example=marked)
        elif can_be_later(milestone, context):
            yield found(
                milestone,
                "due",
                severity=Severity.HINT,
                variant="later",
                until=context.near_until,
                example=_end_of(context.near_until.year + 1),
            )
        else:
            yield found(milestone, "due", example=_end_of(_year_of(milestone, context)))


def end_of_marks(milestone: Milestone) -> date | None:
    """The last day of the bar that was drawn by hand; None without one, or when it ends before the start."""
    last = max((mark.last for mark in milestone.marks), default=None)
    start = milestone.start.as_start if milestone.start else None
    return None if last is None or (start and last < start) else last


def _end_of(year: int) -> Words:
    return Words(f"eind {year}", f"end of {year}")


def _year_of(milestone: Milestone, context: Context) -> int:
    start = milestone.start.as_start if milestone.start else None
    return max(start or context.reference_date, context.reference_date).year


_YEAR = pattern(r"\b20\d\d\b")


def can_be_later(milestone: Milestone, context: Context) -> bool:
    """Whether a milestone without a date belongs to the years that need not be worked out yet.

    Told by its start, its marks, the milestones it comes after, or the years in its own text.
    """
    limit = context.near_until
    start = milestone.start.as_start if milestone.start else None
    if start is not None:
        return start > limit
    if milestone.marks:
        return min(mark.first for mark in milestone.marks) > limit
    before = (context.by_number.get(normal(number)) for number in milestone.depends_on)
    if any(_due_after(m, limit) for m in before if m is not None):
        return True
    years = [int(year) for year in _YEAR.findall(milestone.title or "")]
    return bool(years) and min(years) > limit.year


def _due_after(milestone: Milestone, limit: date) -> bool:
    due = milestone.due.as_due if milestone.due else None
    return due is not None and due > limit


@rule(
    "M103",
    "number-missing",
    Severity.HINT,
    "deze mijlpaal heeft nog geen {what}, zodat u er niet naar kunt verwijzen. "
    "Vul bijvoorbeeld {suggestion} in.",
)
def number_missing(plan: Plan, context: Context) -> Iterator[Found]:
    """Suggests the number after the last one of the same subproject."""
    for milestone, number in context.once(suggested_numbers):
        yield found(milestone, "number", suggestion=number)


def suggested_numbers(plan: Plan, context: Context) -> list[tuple[Milestone, str]]:
    """Milestones without a number, each with the next free one of its subproject."""
    if all(milestone.number for milestone in plan.milestones):
        return []
    numbers, suggested = _Numbers(plan), []
    above: dict[str | None, str] = {}
    for milestone in plan.milestones:
        number = milestone.number
        if milestone.title and context.empty(milestone, "number"):
            number = numbers.following(milestone.subproject, above.get(milestone.subproject))
            suggested.append((milestone, number))
        if number:
            above[milestone.subproject] = number
    return suggested


_LAST_PART = pattern(r"^(.*?)(\d{1,9})$")


class _Numbers:
    """The numbers of a plan, and the next free one of each subproject."""

    def __init__(self, plan: Plan) -> None:
        self.taken = {normal(m.number) for m in plan.milestones if m.number}
        self.stems: dict[str | None, str] = {}
        self.highest: dict[tuple[str | None, str], int] = {}
        for milestone in plan.milestones:
            match = _LAST_PART.match(milestone.number or "")
            if match:
                key = (milestone.subproject, match[1])
                self.stems[milestone.subproject] = match[1]
                self.highest[key] = max(self.highest.get(key, 0), int(match[2]))

    def following(self, subproject: str | None, above: str | None = None) -> str:
        """``1.2`` under ``1.1`` when it is free; else ``1.4`` after ``1.3``, or ``2.1`` as the first."""
        match = _LAST_PART.match(above or "")
        if match and normal(gap := f"{match[1]}{int(match[2]) + 1}") not in self.taken:
            self.taken.add(normal(gap))
            return gap
        stem = self.stems.get(subproject, f"{subproject}." if subproject else "")
        number = self.highest.get((subproject, stem), 0) + 1
        while normal(f"{stem}{number}") in self.taken:
            number += 1
        self.highest[subproject, stem] = number
        self.taken.add(normal(f"{stem}{number}"))
        return f"{stem}{number}"


@rule(
    "M104",
    "number-twice",
    Severity.ERROR,
    "{what} {value} staat ook in {first}, zodat niet duidelijk is welke u bedoelt. "
    "Geef deze rij een eigen nummer, bijvoorbeeld {suggestion}.",
)
def number_twice(plan: Plan, context: Context) -> Iterator[Found]:
    """Told once per number, at its second row; the others go along."""
    twice = _same_number(plan.milestones, map(context.number, plan.milestones))
    if twice:
        numbers = _Numbers(plan)
        yield from (_twice(rows, numbers.following(rows[1].subproject)) for rows in twice)
    bands = {normal(s.number) for s in plan.subprojects if s.number}
    keys = (normal(band.number or "") for band in plan.subprojects)
    for bandrows in _same_number(plan.subprojects, keys):
        yield _twice(bandrows, next(str(n) for n in count(1) if str(n) not in bands))


_R = TypeVar("_R", Milestone, Subproject)


def _same_number(records: Sequence[_R], keys: Iterable[str]) -> list[list[_R]]:
    by_number: dict[str, list[_R]] = {}
    for record, key in zip(records, keys, strict=True):
        if record.number:
            by_number.setdefault(key, []).append(record)
    return [rows for rows in by_number.values() if len(rows) > 1]


def _twice(rows: Sequence[Record], suggestion: str) -> Found:
    places = [record.place("number") for record in rows]
    return found(rows[1], "number", also=places, suggestion=suggestion, first=places[0])


_PARTS = pattern(r"(?:^|\n)\s*(?:\d+[.)]|[-•–*]|[a-d][.)])\s+\S")


@rule(
    "M110",
    "two-in-one-cell",
    Severity.HINT,
    "hier staan {count} mijlpalen in één cel, en wij lezen ze als één. Geef elke mijlpaal een eigen rij.",
)
def two_in_one_cell(plan: Plan, context: Context) -> Iterator[Found]:
    """Two or more lines that each begin with a number, a letter or a dash."""
    for milestone in plan.milestones:
        title = milestone.title or ""
        parts = len(_PARTS.findall(title)) if "\n" in title else 1
        if parts > 1:
            yield found(milestone, "title", count=parts)
