"""All rules together: the list of them, and a plan held against every one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from types import ModuleType

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.format import SHEETS
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules import (
    dates,
    files,
    order,
    parties,
    privacy,
    progress,
    reading,
    rows,
    smart,
    values,
    versions,
)
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.registry import Found, Rule, finding
from mijlpalen_xlsx.schemes import Scheme, scheme_named
from mijlpalen_xlsx.words import Words

__all__ = ["RULES", "SUBJECTS", "check_plan", "selected"]

_MODULES: tuple[ModuleType, ...] = (
    files, reading, rows, values, dates, order, progress, parties, smart, privacy, versions,
)  # fmt: skip

RULE_FAILED = Rule(
    "M099",
    "rule-failed",
    Severity.ERROR,
    "de controle {code} ging zelf mis ({problem}), de andere controles zijn wel gedaan. "
    "Meld dit bij de makers van het programma.",
)


def _rules_of(module: ModuleType) -> tuple[Rule, ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


def _by_subject() -> Mapping[Words, tuple[Rule, ...]]:
    found: dict[Words, tuple[Rule, ...]] = {m.SUBJECT: _rules_of(m) for m in _MODULES}
    found[reading.SUBJECT] += (RULE_FAILED,)
    return {subject: tuple(sorted(rules, key=lambda r: r.code)) for subject, rules in found.items()}


SUBJECTS: Mapping[Words, tuple[Rule, ...]] = _by_subject()
"""The rules of each subject, in the order of their codes."""

RULES: Mapping[str, Rule] = dict(sorted((rule.code, rule) for rules in SUBJECTS.values() for rule in rules))
"""Every rule by its code, in the order of the codes."""


def selected(
    select: Collection[str] = (), ignore: Collection[str] = (), rules: Mapping[str, Rule] | None = None
) -> frozenset[str]:
    """Codes that are asked for: those in ``select`` (all when it is empty), without those in ``ignore``.

    Each entry is a code, the beginning of one (``M2``) or a name (``due-before-start``). That a rule
    failed is always told, unless its code is ignored. ``rules`` are others besides ours.
    """
    every = {**RULES, **(rules or {})}.values()
    chosen = [r for r in every if not select or _meant(r, select) or r.code == RULE_FAILED.code]
    return frozenset(rule.code for rule in chosen if not _meant(rule, ignore))


def _meant(rule: Rule, entries: Collection[str]) -> bool:
    code, name = rule.code, rule.name
    return any(code.startswith(entry.upper()) or name == entry.lower() for entry in entries if entry)


def check_plan(
    plan: Plan,
    *,
    reference_date: date | None = None,
    today: date | None = None,
    scheme: Scheme | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    rules: Mapping[str, Rule] = RULES,
) -> tuple[Finding, ...]:
    """Every finding of every rule, in the order of sheet, row, column and code.

    The reference date is the one given, else that of the plan, else ``today`` (M109 says so). Without a
    ``scheme`` that of the plan is used, when it is one that we know. ``rules`` may be others than ours.
    """
    day = reference_date or plan.reference_date
    known = scheme or (scheme_named(plan.scheme) if plan.scheme else None)
    reference = day or today or date.today()
    context = Context(
        plan=plan,
        reference_date=reference,
        today_used=day is None,
        scheme=known,
        near_until=_near_until(reference, known),
        active=selected(select, ignore, rules),
    )
    found = [f for code, rule in rules.items() if code in context.active for f in _apply(rule, context)]
    return tuple(sorted(found, key=_Order(plan)))


def _near_until(reference: date, scheme: Scheme | None) -> date:
    """The end of the sub-period; without one, of next year, as a plan is worked out two years ahead."""
    part = scheme.sub_period(reference) if scheme else None
    return part.last if part else date(min(reference.year + 1, 2099), 12, 31)


def _apply(rule: Rule, context: Context) -> Iterator[Finding]:
    """The findings of one rule, at most one per cell. A rule that fails says so, and the others go on."""
    if rule.find is None:
        return
    lang = context.plan.about.language
    told: set[Address] = set()
    try:
        for found in rule.find(context.plan, context):
            if found.at not in told:
                told.update({found.at} if found.at else ())
                yield finding(rule, found, lang)
    except Exception as error:  # a person gets the findings of all other rules
        if RULE_FAILED.code in context.active:
            values = {"code": rule.code, "problem": type(error).__name__}
            yield finding(RULE_FAILED, Found(None, None, values=values), lang)


_PLACE = tuple[int, str, int, int, str]


class _Order:
    """The place of a finding: first the workbook as a whole, then the sheets in the order of the format."""

    def __init__(self, plan: Plan) -> None:
        self.order = {name: i for i, sheet in enumerate(SHEETS) for name in sheet.name}
        of_record = {sheet.record: i for i, sheet in enumerate(SHEETS) if sheet.record}
        for record in plan.records():
            place = of_record.get(type(record))
            if place is not None and record.cells:
                self.order[next(iter(record.cells.values())).sheet] = place

    def __call__(self, finding: Finding) -> _PLACE:
        sheet, at = finding.sheet, finding.at
        if sheet is None:
            return (-1, "", 0, 0, finding.code)
        place = self.order.get(sheet, len(SHEETS))
        return (place, sheet, at.row if at else 0, at.column if at else 0, finding.code)
