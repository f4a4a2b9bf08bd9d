"""What a rule is: its code, name, weight, sentences and the function that finds, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates import short
from mijlpalen_xlsx.findings import Finding, Remark, Severity
from mijlpalen_xlsx.format import Column, Mark, Milestone, Record, Subproject, columns
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.privacy_patterns import redact
from mijlpalen_xlsx.words import Lang, Words

__all__ = [
    "Found",
    "Rule",
    "finding",
    "found",
    "header",
    "noted",
    "placeholders",
    "rule",
    "text_at",
    "told",
]

_NOTHING: Mapping[str, object] = MappingProxyType({})
_NOTHING_ELSE: Mapping[str, str] = MappingProxyType({})
_PLACEHOLDER = pattern(r"\{(\w+)")


class Found:
    """One thing that a rule found: the row and column it is about, or only a place, and the facts."""

    __slots__ = (
        "also",
        "at",
        "hide",
        "in_sheet",
        "key",
        "record",
        "severity",
        "suggestion",
        "value",
        "values",
        "variant",
    )

    def __init__(
        self,
        record: Record | None,
        key: str | None,
        *,
        at: Address | None = None,
        in_sheet: str | None = None,
        value: str | None = None,
        values: Mapping[str, object] = _NOTHING,
        also: Iterable[Address | None] = (),
        suggestion: str | None = None,
        severity: Severity | None = None,
        variant: str = "",
        hide: bool = False,
    ) -> None:
        self.record, self.key, self.in_sheet = record, key, in_sheet
        self.at = at or (record.place(*(key,) if key else ()) if record else None)
        self.value, self.values, self.suggestion = value, values, suggestion
        self.also = tuple(dict.fromkeys(place for place in also if place and place != self.at))
        self.severity, self.variant, self.hide = severity, variant, hide


def found(
    record: Record,
    key: str,
    *,
    also: Iterable[Address | None] = (),
    suggestion: str | None = None,
    severity: Severity | None = None,
    variant: str = "",
    **values: object,
) -> Found:
    """Something found at one column of one row. ``values`` fill the sentence."""
    return Found(
        record, key, also=also, suggestion=suggestion, severity=severity, variant=variant, values=values
    )


Finder = Callable[[Plan, Context], Iterator[Found]]


class Rule(NamedTuple):
    """One rule. ``sentence`` and the ``variants`` are Dutch, written to follow after ``Cel F12: ``.

    ``find`` is None for rules about files that could not be read at all, which never have a plan.
    """

    code: str
    name: str
    severity: Severity
    sentence: str
    variants: Mapping[str, str] = _NOTHING_ELSE
    find: Finder | None = None

    def sentences(self) -> tuple[str, ...]:
        """Every sentence this rule may say."""
        return (self.sentence, *self.variants.values())


def rule(
    code: str, name: str, severity: Severity, sentence: str, **variants: str
) -> Callable[[Finder], Rule]:
    """Make a rule of a function that finds."""

    def make(find: Finder) -> Rule:
        return Rule(code, name, severity, sentence, variants, find)

    return make


def told(code: str, name: str, severity: Severity, sentence: str, **variants: str) -> Rule:
    """A rule that passes on what the reader noted under the rule's own name.

    The variant ``close`` is taken when there is a suggestion.
    """

    def find(plan: Plan, context: Context) -> Iterator[Found]:
        for record, remark in context.remarks.get(name, ()):
            yield noted(record, remark, variant="close" if remark.suggestion and "close" in variants else "")

    return Rule(code, name, severity, sentence, variants, find)


def noted(
    record: Record | None,
    remark: Remark,
    *,
    variant: str = "",
    severity: Severity | None = None,
    **values: object,
) -> Found:
    """A remark of the reader as something found; the column follows from the cell."""
    key = next((k for k, at in record.cells.items() if at == remark.at), None) if record else None
    return Found(
        record,
        key,
        at=remark.at,
        value=remark.value,
        values={**remark.values, **values},
        also=remark.also,
        suggestion=remark.suggestion,
        severity=severity,
        variant=variant,
    )


@cache
def placeholders(sentence: str) -> frozenset[str]:
    """Names of the facts that a sentence asks for."""
    return frozenset(_PLACEHOLDER.findall(sentence))


def _column(record: type[Record], key: str) -> Column | None:
    """A column by its key; a band row of a subproject stands in the columns of the milestones."""
    declared = columns(Milestone if record is Subproject else record)
    base = key.partition(":")[0]
    return next((c for c in declared if c.key == base), None)


def header(record: type[Record], key: str) -> Words:
    """The header of a column in both languages; of a spread column (``years:2023``) that of the group."""
    declared = _column(record, key)
    return declared.header if declared else Words(key, key)


def text_at(record: Record, key: str, lang: Lang) -> str | None:
    """What a person sees in the cell of ``key``, or None when it is empty."""
    base, _, part = key.partition(":")
    if key in record.written:
        return record.written[key]
    if base == "extra":
        return record.extra.get(part)
    declared = _column(type(record), base)
    value = getattr(record, base, None)
    if part:
        return _spread_text(value, part)
    if declared is None or value is None or value == ():
        return None
    shown = declared.kind.show(value, lang)
    return short(shown, lang) if isinstance(shown, date) else as_text(shown, lang)


def _spread_text(values: object, part: str) -> str | None:
    """The text of one cell of a spread column, where the record keeps it."""
    for value in values if isinstance(values, tuple) else ():
        if isinstance(value, Mark) and value.first.isoformat() <= part <= value.last.isoformat():
            return value.text
    return None


def finding(rule: Rule, found: Found, lang: Lang) -> Finding:
    """The finding of what a rule found. ``lang`` is the language of the workbook.

    Only what the sentence asks for goes along, so that outputs can see that two mistakes are the same.
    Raises KeyError when the rule did not give what its sentence asks for.
    """
    sentence = rule.variants[found.variant] if found.variant else rule.sentence
    record, key = found.record, found.key
    value = found.value
    if value is None and record and key and not found.hide:
        value = text_at(record, key, lang)
    known: dict[str, object] = {
        "what": header(type(record), key) if record and key else None,
        "value": value,
        "suggestion": found.suggestion,
        **found.values,
    }
    asked = placeholders(sentence) | ({"example"} & known.keys())
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=found.severity or rule.severity,
        sentence=sentence,
        values={name: _safe(known[name]) for name in sorted(asked)},
        at=found.at,
        also=found.also,
        value=None if value is None or found.hide else redact(value),
        suggestion=found.suggestion,
        in_sheet=found.in_sheet,
    )


def _safe(value: object) -> object:
    """Text of people never carries an address or number of a person into a message."""
    return redact(value) if type(value) is str else value
