"""An own rule as a rule like all others."""

from __future__ import annotations

from collections.abc import Iterator

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import LogEntry, Milestone, Record
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.own.conditions import Condition
from mijlpalen_xlsx.rules.privacy_patterns import redact
from mijlpalen_xlsx.rules.registry import Found, Rule, found, text_at
from mijlpalen_xlsx.words import Lang, Words, clean

__all__ = ["SHOWN", "OwnRule", "made"]

SHOWN = ("what", "value", "number")
"""What a sentence may show between braces: the column, what stands in the cell, the number of the row."""


_LONGEST = 80


@dataclass(frozen=True)
class OwnRule:
    """Where all of ``when`` holds, all of ``require`` must hold and none of ``forbid`` may."""

    code: str
    name: str
    severity: Severity
    record: type[Record]
    text: Words
    when: tuple[Condition, ...] = ()
    require: tuple[Condition, ...] = ()
    forbid: tuple[Condition, ...] = ()

    def find(self, plan: Plan, context: Context) -> Iterator[Found]:
        """A finding at each cell that breaks the rule."""
        for record in self._rows(plan):
            if all(condition.holds(record, context) for condition in self.when):
                for condition in self._broken(record, context):
                    yield self._found(record, condition, plan.about.language)

    def _rows(self, plan: Plan) -> tuple[Record, ...]:
        if self.record is Milestone:
            return plan.milestones
        return plan.log if self.record is LogEntry else plan.activities

    def _broken(self, record: Record, context: Context) -> Iterator[Condition]:
        for condition in self.require:
            if condition.can_be_judged(record, context) and not condition.holds(record, context):
                yield condition
        for condition in self.forbid:
            if condition.can_be_judged(record, context) and condition.holds(record, context):
                yield condition

    def _found(self, record: Record, condition: Condition, lang: Lang) -> Found:
        key = condition.field.place(record)
        number = getattr(record, "number", None)
        facts = {"value": _short(text_at(record, key, lang)), "number": _short(number)}
        said = Words(
            self.text.nl.format(what=condition.field.name.nl, **facts),
            self.text.en.format(what=condition.field.name.en, **facts),
        )
        return found(record, key, text=said)


def _short(text: str | None) -> str:
    """Text of people as a sentence may show it: not too long, and nobody's address or number."""
    shown = redact(clean(text or ""))
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"


def made(own: OwnRule) -> Rule:
    """The rule that ``check_plan`` takes."""
    return Rule(own.code, own.name, own.severity, "{text}", find=own.find)
